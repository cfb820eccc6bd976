//! Whether a picture of a document can be read, and what keeps it from being read.
//!
//! Everything is measured inside the document where one is found. How sharp is sharp enough depends on how large its
//! letters are in the picture: blur is compared with their height.

mod cover;
mod look;

use crate::find::{Found, Shrunk, find_in};
use crate::quad::{Form, Quad};
use cover::Cover;
use image::RgbImage;
use look::Look;
use serde::{Deserialize, Serialize};

/// Steepness of edges times height of a capital in pixels, over 10: below this small print is lost. An edge with a blur
/// of deviation σ has a steepness of about 0.45 / σ, and letters are lost from σ = 0.16 of their height on.
const SHARP_ENOUGH: f32 = 0.36;
/// The same for a picture in which no document was found: steepness at 1080 rows.
const SHARP_WITHOUT: f32 = 0.20;
const FULL_HEIGHT: f32 = 1080.0;
/// What there is of contrast, as a share of the brightness of the paper, below which blur has taken some of it.
const FULL_PRINT: f32 = 0.28;
/// Cards and books have a coloured ground: where more than this share of it is white, thin print is lost in the light …
const GROUND_LOST: f32 = 0.65;
/// … but for black print on white, in grey levels, as scanners deliver it.
const BLACK_ON_WHITE: usize = 225;
/// Grey levels between paper and print from which on it can be read …
const PRINT: f32 = 22.0;
/// … and in deviations of the noise.
const CLEAR: f32 = 1.6;
/// Where print is missing, paper darker than this has too little light, and lighter than that too much.
const DARK_PAPER: f32 = 0.45;
/// A document whose light parts are darker than this has too little light in any case.
const DARK: f32 = 0.19;
const LIGHT_PAPER: f32 = 0.72;
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
/// Share of the document that may be bleached, and covered.
const BLEACHED: f32 = 0.065;
const COVERED: f32 = 0.03;
/// One direction is so much steeper than the other where it moved.
const MOVED: f32 = 1.8;
/// Opposite sides differ by this factor, or the proportions by this, in a document that is seen too much from the side.
const TILTED: f32 = 2.2;
/// Share of the document next to its outline that is left out.
const INNER: f32 = 0.93;

/// What a picture is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Steepness of the edges, 0 (none) to about 1 (each edge from one pixel to the next, at 1080 rows).
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
    let found = if form == Some(Form::Face) { None } else { find_in(picture, &shrunk, form) };
    match found {
        Some(found) => judge_document(picture, &shrunk, &found, form),
        None => judge_all(picture, form),
    }
}

fn judge_document(picture: &RgbImage, shrunk: &Shrunk, found: &Found, form: Option<Form>) -> Judgement {
    let quad = found.quad;
    let look = Look::of(picture, &quad.grown(INNER));
    let cover = Cover::new(shrunk, &quad);
    let letters = letters(&quad, form);
    let (across, down) = look.steepness();
    let steepness = least(across, down);
    let (exposure, print) = (look.light(0.9), look.print());
    // Blur takes the contrast of small print before it flattens the edges of large print.
    let kept = (look.contrast(0.75) as f32 / (255.0 * exposure * FULL_PRINT).max(1.0)).min(1.0);
    let sharpness = steepness.unwrap_or(0.0) * letters / 10.0 * kept;
    let glare = cover.glare();

    let mut problems = vec![];
    if is_cut_off(&quad, found.cut, picture) {
        problems.push(Problem::CutOff);
    }
    if cover.skin() > COVERED {
        problems.push(Problem::Covered);
    }
    if letters < least_letters(&quad, form) {
        problems.push(Problem::TooFar);
    }
    if is_tilted(&quad, form) {
        problems.push(Problem::Tilted);
    }
    let faint = print < PRINT || print < CLEAR * look.noise();
    if exposure < DARK || faint && exposure < DARK_PAPER {
        problems.push(Problem::TooDark);
    } else if look.contrast(0.75) < BLACK_ON_WHITE {
        let is_lost = faint && exposure > LIGHT_PAPER && look.clipped() > CLIPPED_MUCH;
        if is_lost || has_ground(&quad, form) && look.clipped() > GROUND_LOST {
            problems.push(Problem::Overexposed);
        }
    }
    if glare > BLEACHED {
        problems.push(Problem::Glare);
    }
    // Bad light explains missing edges.
    let explained = problems.iter().any(|p| matches!(p, Problem::TooDark | Problem::Overexposed));
    let is_blurred = if steepness.is_some() { sharpness < SHARP_ENOUGH } else { faint && !explained };
    if is_blurred {
        problems.push(blurred(across, down));
    }
    Judgement { sharpness, exposure, glare, corners: Some(quad), problems }
}

/// A face, or a picture in which no document was found: either a page fills it, or there is none.
fn judge_all(picture: &RgbImage, form: Option<Form>) -> Judgement {
    let look = Look::of(picture, &Quad::whole(picture.width(), picture.height()));
    let (dark_parts, exposure, clipped) = (look.light(0.10), look.light(0.90), look.clipped());
    let (across, down) = look.steepness();
    let scale = picture.width().min(picture.height()) as f32 / FULL_HEIGHT;
    let sharpness = least(across, down).map(|steepness| steepness * scale);
    let mut problems = vec![];
    if exposure < BRIGHT_ENOUGH {
        problems.push(Problem::TooDark);
    }
    let is_scan = look.contrast(0.75) >= BLACK_ON_WHITE;
    if !is_scan && (clipped > CLIPPED_TOO_MUCH || clipped > CLIPPED_MUCH && dark_parts > WASHED_OUT) {
        problems.push(Problem::Overexposed);
    }
    let is_page = look.share_above(0.35 * exposure * 255.0) > if is_scan { SOME_TEXT } else { FULL_OF_TEXT };
    if form != Some(Form::Face) && !is_page && problems.is_empty() {
        problems.push(Problem::NotFound);
    }
    // Without an edge anywhere, bad light explains it; in good light it is the focus.
    match sharpness {
        Some(sharpness) if sharpness < SHARP_WITHOUT => problems.push(blurred(across, down)),
        None if problems.is_empty() => problems.push(Problem::Blurred),
        _ => {}
    }
    Judgement { sharpness: sharpness.unwrap_or(0.0), exposure, glare: 0.0, corners: None, problems }
}

/// Height of a capital of the small print in pixels, from the size of the document: 2.4 mm on a card, 4 mm on an open
/// bank book, 12 pt on a sheet.
fn letters(quad: &Quad, form: Option<Form>) -> f32 {
    let [top, right, bottom, left] = quad.lengths();
    let shorter = ((top + bottom) / 2.0).min((left + right) / 2.0);
    let share = match form {
        Some(Form::Card) => 0.045,
        Some(Form::Book) => 0.032,
        Some(Form::Sheet | Form::WideSheet) => 0.0285,
        // Cards are the only ones so wide.
        Some(Form::Face) | None => {
            if quad.aspect() > 1.5 {
                0.045
            } else {
                0.030
            }
        }
    };
    shorter * share
}

/// Below this height of a capital, as [`letters`] has it, it cannot be read: sheets and books have smaller print, too.
fn least_letters(quad: &Quad, form: Option<Form>) -> f32 {
    match form {
        Some(Form::Book) => 10.0,
        Some(Form::Sheet) => 9.8,
        Some(Form::WideSheet) => 9.0,
        _ if has_ground(quad, form) => 7.9,
        _ => 9.0,
    }
}

/// Whether its ground is printed in a colour: cards, which are the only ones so wide, and books.
fn has_ground(quad: &Quad, form: Option<Form>) -> bool {
    match form {
        Some(Form::Card | Form::Book) => true,
        Some(_) => false,
        None => quad.aspect() > 1.5,
    }
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

fn least(one: Option<f32>, other: Option<f32>) -> Option<f32> {
    match (one, other) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

/// Movement blurs one direction more than the other.
fn blurred(across: Option<f32>, down: Option<f32>) -> Problem {
    match (across, down) {
        (Some(a), Some(b)) if a.max(b) > MOVED * a.min(b) => Problem::Moved,
        _ => Problem::Blurred,
    }
}
