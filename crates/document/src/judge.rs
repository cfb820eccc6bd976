//! Whether a picture of a document can be read, and what keeps it from being read.
//!
//! Everything is measured inside the document where one is found. How sharp is sharp enough depends on how large its
//! letters are in the picture: blur is compared with their height.

mod cover;
mod look;

use crate::find::{Found, Shrunk, find_in};
use crate::quad::{Form, Quad};
use crate::straighten::likely_form;
use cover::Cover;
use image::RgbImage;
use look::Look;
use serde::{Deserialize, Serialize};

/// Steps of edges as a share of the contrast, times height of a capital in pixels, over 10: below this small print is
/// lost. An edge with a blur of deviation σ has a step of about 0.4 / σ, and letters are lost from σ = 0.2 of their
/// height on, where thick strokes still have some of their contrast.
const SHARP_ENOUGH: f32 = 0.175;
/// Letters that moved leave streaks, which keep steep steps aslant to the movement: so much more is asked of them,
/// unless more than this share of the edges is strong.
const SHARP_MOVED: f32 = 1.37;
const SOME_STRONG: f32 = 0.28;
/// Where not even this share of the edges is strong, letters have run together to grey: so much more is asked.
const GREY: f32 = 0.02;
const SHARP_GREY: f32 = 1.77;
/// Capitals of fewer pixels cannot be read.
const LEAST_LETTERS: f32 = 7.0;
/// Faces are judged by the steps alone, at 1080 rows.
const SHARP_FACE: f32 = 0.08;
const FULL_HEIGHT: f32 = 1080.0;
/// Black print on white, in grey levels, as scanners deliver it.
const BLACK_ON_WHITE: f32 = 225.0;
/// Grey levels between paper and print from which on it can be read …
const PRINT: f32 = 22.0;
/// … and in deviations of the noise.
const CLEAR: f32 = 1.6;
/// Where print is missing, paper darker than this has too little light.
const DARK_PAPER: f32 = 0.45;
/// A document whose light parts are darker than this has too little light in any case.
const DARK: f32 = 0.17;
/// Where more of a document than this is white, light may have eaten thin strokes: …
const WHITE: f32 = 0.3;
/// … what is left has less contrast than so much of the brightness of the paper, which makes an edge strong, …
const STRONG: f32 = 0.45;
/// … at more than so many of the edges of what is mostly white, …
const PALE: f32 = 0.4;
const MOSTLY: f32 = 0.6;
/// … or hardly any edge is left, and some of them are pale.
const GONE: f32 = 0.05;
const SOME_PALE: f32 = 0.85;
/// A card of which so much is white has lost its ground, and its portrait with it.
const GROUND_LOST: f32 = 0.68;
/// Without a document: light parts darker than this are too dark, and more than this share blown out too much.
const BRIGHT_ENOUGH: f32 = 0.38;
const CLIPPED_TOO_MUCH: f32 = 0.48;
const CLIPPED_MUCH: f32 = 0.2;
const WASHED_OUT: f32 = 0.55;
/// Share of the runs of pixels that span a strong contrast in a page that fills the picture.
const FULL_OF_TEXT: f32 = 0.15;
/// The same in black and white.
const SOME_TEXT: f32 = 0.01;
/// A corner may be outside by this share of the longer side.
const OUTSIDE: f32 = 0.012;
/// Share of a card that may be bleached: all of it is printed on …
const BLEACHED: f32 = 0.022;
/// … and of a sheet, of which much is blank.
const BLEACHED_SHEET: f32 = 0.05;
/// Share of a document that may be covered.
const COVERED: f32 = 0.035;
/// One direction is so much steeper than another where it moved.
const MOVED: f32 = 1.85;
/// Opposite sides differ by this factor, or the proportions by this, in a document that is seen too much from the side.
const TILTED: f32 = 2.2;
/// Share of the document next to its outline that is left out.
const INNER: f32 = 0.93;

/// What a picture is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Steps of the edges from pixel to pixel for the height of the letters: 0 for none, below 0.175 small print cannot be
    /// read, and about 1 is as sharp as it gets under a camera. For a face at 1080 rows, 0 to 1.
    pub sharpness: f32,
    /// Brightness of the light parts (the 90th percentile of luma), 0 to 1.
    pub exposure: f32,
    /// Share of the document that is blown out, 0 to 1.
    pub glare: f32,
    /// Where the document is; `None` where none was found, and for a face.
    pub corners: Option<Quad>,
    /// What keeps it from being read, the most important first; empty for a good picture.
    pub problems: Vec<Problem>,
}

/// What keeps a picture from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing that looks like a document.
    NotFound,
    /// Not enough light.
    TooDark,
    /// Too much light.
    Overexposed,
    /// A part of it is outside the picture.
    CutOff,
    /// A finger or a thing lies over it.
    Covered,
    /// It is so small in the picture that its text cannot be read.
    TooFar,
    /// It is seen too much from the side.
    Tilted,
    /// A reflection lies over a part of it.
    Glare,
    /// It moved while the picture was taken.
    Moved,
    /// Out of focus.
    Blurred,
}

impl Problem {
    /// Its name in the journal, in texts and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Problem::NotFound => "not_found",
            Problem::TooDark => "too_dark",
            Problem::Overexposed => "overexposed",
            Problem::CutOff => "cut_off",
            Problem::Covered => "covered",
            Problem::TooFar => "too_far",
            Problem::Tilted => "tilted",
            Problem::Glare => "glare",
            Problem::Moved => "moved",
            Problem::Blurred => "blurred",
        }
    }
}

/// Judges a picture of a document, or of a face for its light and sharpness alone. The problems are in the order in
/// which they have to be mended.
pub fn judge(picture: &RgbImage, form: Option<Form>) -> Judgement {
    let shrunk = Shrunk::of(picture);
    let found = if form == Some(Form::Face) { None } else { find_in(picture, &shrunk) };
    match found {
        Some(found) => judge_document(picture, &shrunk, &found, form),
        None => judge_all(picture, form),
    }
}

fn judge_document(picture: &RgbImage, shrunk: &Shrunk, found: &Found, form: Option<Form>) -> Judgement {
    let quad = found.quad;
    let measures = Measures::of(picture, shrunk, &quad, form);
    let mut problems = vec![];
    if is_cut_off(&quad, found.cut, picture) {
        problems.push(Problem::CutOff);
    }
    if measures.skin > COVERED {
        problems.push(Problem::Covered);
    }
    if measures.letters < LEAST_LETTERS {
        problems.push(Problem::TooFar);
    }
    if is_tilted(&quad, form) {
        problems.push(Problem::Tilted);
    }
    let is_glare = measures.glare > if measures.is_card { BLEACHED } else { BLEACHED_SHEET };
    // A mirrored lamp is too much light, too; it is the lamp that can be avoided.
    problems.extend(measures.light().filter(|light| !is_glare || *light != Problem::Overexposed));
    if is_glare {
        problems.push(Problem::Glare);
    }
    // Bad light explains missing edges.
    let explained =
        problems.iter().any(|p| matches!(p, Problem::TooDark | Problem::Overexposed | Problem::Glare));
    if measures.steps.map_or(!explained, |steps| measures.sharpness < measures.enough(steps)) {
        problems.push(blurred(measures.steps));
    }
    let Measures { sharpness, exposure, glare, .. } = measures;
    Judgement { sharpness, exposure, glare, corners: Some(quad), problems }
}

/// What is judged of a document that lies within these corners, and what is measured there: for fitting.
#[doc(hidden)]
pub fn judge_within(picture: &RgbImage, quad: &Quad, form: Option<Form>) -> (Judgement, impl Serialize) {
    let found = Found { quad: *quad, confidence: 1.0, cut: false };
    let shrunk = Shrunk::of(picture);
    (judge_document(picture, &shrunk, &found, form), Measures::of(picture, &shrunk, quad, form))
}

/// What is measured inside a document.
#[derive(Serialize)]
struct Measures {
    is_card: bool,
    /// Height of a capital in pixels.
    letters: f32,
    /// Steps of the edges in the blurriest and in the sharpest direction.
    steps: Option<(f32, f32)>,
    sharpness: f32,
    /// Brightness of the light parts, 0 to 1.
    exposure: f32,
    /// Share that is white.
    clipped: f32,
    /// Grey levels between paper and print, without the noise; and what three quarters of the print do not exceed.
    print: f32,
    contrast: f32,
    noise: f32,
    /// Share of the runs with an edge, and with a strong one.
    edges: f32,
    strong: f32,
    /// Shares of the document.
    glare: f32,
    skin: f32,
}

impl Measures {
    fn of(picture: &RgbImage, shrunk: &Shrunk, quad: &Quad, form: Option<Form>) -> Self {
        let look = Look::of(picture, &quad.grown(INNER));
        let cover = Cover::new(shrunk, quad);
        let form = form.unwrap_or_else(|| likely_form(picture.dimensions(), quad));
        let letters = letters(quad, form);
        let steps = look.steepness();
        let exposure = look.light(0.9);
        Self {
            is_card: form == Form::Card,
            letters,
            steps,
            sharpness: sharpness(steps, letters),
            exposure,
            clipped: look.clipped(),
            print: look.print(),
            contrast: look.contrast(0.75) as f32,
            noise: look.noise(),
            edges: look.edges(),
            strong: look.share_above(STRONG * 255.0 * exposure),
            glare: cover.glare(),
            skin: cover.skin(),
        }
    }

    /// The sharpness from which on this print can be read.
    fn enough(&self, steps: (f32, f32)) -> f32 {
        if self.strong < GREY * self.edges {
            SHARP_GREY * SHARP_ENOUGH
        } else if is_moved(steps) && self.strong < SOME_STRONG * self.edges {
            SHARP_MOVED * SHARP_ENOUGH
        } else {
            SHARP_ENOUGH
        }
    }

    /// What is wrong with the light.
    fn light(&self) -> Option<Problem> {
        let faint = self.print < PRINT || self.print < CLEAR * self.noise;
        if self.exposure < DARK || faint && self.exposure < DARK_PAPER {
            Some(Problem::TooDark)
        } else if self.is_dissolved() || self.is_card && self.clipped > GROUND_LOST {
            Some(Problem::Overexposed)
        } else {
            None
        }
    }

    /// Whether light has eaten thin strokes.
    fn is_dissolved(&self) -> bool {
        let pale = self.clipped > MOSTLY && self.strong < PALE * self.edges;
        let gone = self.strong < GONE && self.strong < SOME_PALE * self.edges;
        self.clipped > WHITE && self.contrast < BLACK_ON_WHITE && (pale || gone)
    }
}

/// A face, or a picture in which no document was found: either a page fills it, or there is none.
fn judge_all(picture: &RgbImage, form: Option<Form>) -> Judgement {
    let whole = Quad::whole(picture.width(), picture.height());
    let look = Look::of(picture, &whole);
    let (dark_parts, exposure, clipped) = (look.light(0.10), look.light(0.90), look.clipped());
    let steps = look.steepness();
    let (sharpness, enough) = if form == Some(Form::Face) {
        let scale = picture.width().min(picture.height()) as f32 / FULL_HEIGHT;
        (steps.map_or(0.0, |(least, _)| least * scale), SHARP_FACE)
    } else {
        let letters = letters(&whole, form.unwrap_or(Form::Sheet));
        (sharpness(steps, letters), SHARP_ENOUGH)
    };
    let mut problems = vec![];
    if exposure < BRIGHT_ENOUGH {
        problems.push(Problem::TooDark);
    }
    let is_scan = look.contrast(0.75) as f32 >= BLACK_ON_WHITE;
    if !is_scan && (clipped > CLIPPED_TOO_MUCH || clipped > CLIPPED_MUCH && dark_parts > WASHED_OUT) {
        problems.push(Problem::Overexposed);
    }
    let is_page = look.share_above(0.35 * exposure * 255.0) > if is_scan { SOME_TEXT } else { FULL_OF_TEXT };
    if form != Some(Form::Face) && !is_page && problems.is_empty() {
        problems.push(Problem::NotFound);
    }
    // Without an edge anywhere, bad light explains it; in good light it is the focus.
    if steps.map_or(problems.is_empty(), |_| sharpness < enough) {
        problems.push(blurred(steps));
    }
    Judgement { sharpness, exposure, glare: 0.0, corners: None, problems }
}

/// Steps of the edges for the height of the letters.
fn sharpness(steps: Option<(f32, f32)>, letters: f32) -> f32 {
    steps.map_or(0.0, |(least, _)| least * letters / 10.0)
}

/// Height of a capital of the smallest print that matters, in pixels, from the size of the document: 1.9 mm on a
/// card, 2.2 mm in a bank book, 3.9 mm on a letter.
fn letters(quad: &Quad, form: Form) -> f32 {
    let [top, right, bottom, left] = quad.lengths();
    let shorter = ((top + bottom) / 2.0).min((left + right) / 2.0);
    let share = match form {
        Form::Card => 0.0365,
        Form::Book => 0.0178,
        Form::Sheet | Form::Face => 0.0184,
        Form::WideSheet => 0.0214,
    };
    shorter * share
}

fn is_cut_off(quad: &Quad, cut: bool, picture: &RgbImage) -> bool {
    let longer = quad.lengths().into_iter().fold(1.0, f32::max);
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let beyond = |p: &crate::quad::Point| (-p.x).max(-p.y).max(p.x - width).max(p.y - height);
    cut || quad.0.iter().map(beyond).fold(0.0, f32::max) > OUTSIDE * longer
}

fn is_tilted(quad: &Quad, form: Option<Form>) -> bool {
    let [top, right, bottom, left] = quad.lengths();
    let differ = (top / bottom).ln().abs().max((left / right).ln().abs());
    let squeezed = form
        .and_then(Form::aspect)
        .map_or(0.0, |aspect| (quad.aspect().ln().abs() - aspect.ln().abs()).abs());
    differ.max(squeezed) > TILTED.ln()
}

/// Movement blurs one direction more than the others.
fn is_moved((least, most): (f32, f32)) -> bool {
    most > MOVED * least
}

fn blurred(steps: Option<(f32, f32)>) -> Problem {
    if steps.is_some_and(is_moved) { Problem::Moved } else { Problem::Blurred }
}
