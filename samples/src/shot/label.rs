//! Whether a picture can be read, from how it was made: physics, not looks.

use crate::Specimen;
use crate::shot::sensor::encoded;
use crate::shot::setup::Setup;
use crate::shot::things::Around;
use crate::shot::view::View;
use crate::specimen::linear;
use serde::Serialize;
use std::f32::consts::FRAC_2_SQRT_PI;

/// Whether a picture can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// All fields can be read, and all of the document is there.
    Good,
    /// Somewhere in between; not counted where decisions are.
    Middling,
    /// It cannot be read, or part of it is missing.
    Retake,
}

/// What is at least good, and what is at most hopeless; in that order.
#[derive(Clone, Copy)]
struct Border {
    good: f32,
    bad: f32,
}

/// Height of a capital, pixels.
const HEIGHT: Border = Border { good: 9.0, bad: 6.0 };
/// Deviation of the blur in heights of a capital.
const BLUR: Border = Border { good: 0.125, bad: 0.21 };
/// Grey levels between paper and ink.
const CONTRAST: Border = Border { good: 40.0, bad: 16.0 };
/// Grey level of the middle of a stroke on paper that is blown out: strokes that are thinner than the blur is wide are
/// mixed with so much light that they dissolve, thick ones stay.
const DISSOLVED: Border = Border { good: 208.0, bad: 250.0 };
/// Contrast in deviations of the grain, over an area as large as a stroke of ten-pixel letters.
const CLEAR: Border = Border { good: 4.5, bad: 1.8 };
/// JPEG quality times the height of a capital.
const ENCODED: Border = Border { good: 240.0, bad: 60.0 };
/// Degrees of tilt.
const TILT: Border = Border { good: 42.0, bad: 65.0 };
/// Share of the document that glare bleaches.
const BLEACHED: Border = Border { good: 0.02, bad: 0.25 };
/// Share of a field that is hidden: a character or more is missing.
const COVERED: Border = Border { good: 0.0, bad: 0.001 };
/// Share of the document that is hidden: a finger tip at the rim hides nothing, a tenth of it always hides something
/// that an officer has to see, if only a portrait or a signature.
const HIDDEN: Border = Border { good: 0.03, bad: 0.10 };
/// Share of a card that is blown out: where its ground is lost, its portrait and its signature are, even if the print is
/// still read. That is not good, and no reason to refuse it for certain.
const WASHED: Border = Border { good: 0.55, bad: f32::INFINITY };
/// Width of a thin stroke in heights of a capital, and the least deviation of the blur that any lens and sensor have, pixels.
const STROKE: f32 = 0.08;
const LENS: f32 = 0.45;
/// Share of the width that is outside.
const OUTSIDE: Border = Border { good: 0.0, bad: 0.025 };

impl Border {
    fn judge(&self, value: f32) -> Label {
        let better = self.good > self.bad;
        match (value >= self.good, value <= self.bad, better) {
            (true, _, true) => Label::Good,
            (_, true, true) => Label::Retake,
            (_, _, true) => Label::Middling,
            (_, _, false) if value <= self.good => Label::Good,
            (_, _, false) if value >= self.bad => Label::Retake,
            _ => Label::Middling,
        }
    }
}

/// What a picture was made like where it is worst: what decides whether it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Physics {
    /// Share of the width that is outside the picture.
    pub outside: f32,
    /// Degrees of tilt.
    pub tilt: f32,
    /// Share of the document that glare bleaches.
    pub bleached: f32,
    /// Share of a field that is hidden.
    pub covered: f32,
    /// Share of the document that is hidden.
    pub hidden: f32,
    /// Height of a capital, pixels.
    pub height: f32,
    /// Deviation of the blur in heights of a capital.
    pub blur: f32,
    /// JPEG quality times the height of a capital.
    pub quality: f32,
    /// Grey levels between paper and ink.
    pub contrast: f32,
    /// Share of a card that is blown out.
    pub washed: f32,
    /// Grey level of thin strokes on paper that is blown out; 0 where none is.
    pub dissolved: f32,
    /// Contrast in deviations of the grain.
    pub clear: f32,
}

impl Physics {
    /// What was measured, how it is called and what it is judged by.
    fn all(&self) -> [(&'static str, f32, Border); 12] {
        [
            ("outside", self.outside, OUTSIDE),
            ("tilt", self.tilt, TILT),
            ("bleached", self.bleached, BLEACHED),
            ("covered", self.covered, COVERED),
            ("hidden", self.hidden, HIDDEN),
            ("washed", self.washed, WASHED),
            ("height", self.height, HEIGHT),
            ("blur", self.blur, BLUR),
            ("quality", self.quality, ENCODED),
            ("contrast", self.contrast, CONTRAST),
            ("dissolved", self.dissolved, DISSOLVED),
            ("clear", self.clear, CLEAR),
        ]
    }

    /// Whether it can be read, and what decided that, for people.
    pub(crate) fn label(&self) -> (Label, String) {
        let mut worst = (Label::Good, String::new());
        for (what, value, border) in self.all() {
            let label = border.judge(value);
            if label > worst.0 {
                worst = (label, format!("{what} {value:.2}"));
            }
        }
        worst
    }
}

pub(crate) fn of(
    specimen: &Specimen,
    setup: &Setup,
    view: &View,
    around: &Around,
    size: (u32, u32),
) -> Physics {
    const ACROSS: usize = 24;
    let blur = setup.blur.hypot(setup.motion.0.hypot(setup.motion.1) / 12.0_f32.sqrt());
    let mut worst = Physics {
        outside: outside(view, size),
        tilt: setup.pose.tilt,
        bleached: bleached(specimen, setup, view, size),
        covered: 0.0,
        hidden: over(specimen, view, |_, [x, y]| around.is_covered(x, y, size)),
        washed: washed(specimen, setup, view, size),
        height: f32::MAX,
        blur: 0.0,
        quality: f32::MAX,
        contrast: f32::MAX,
        dissolved: 0.0,
        clear: f32::MAX,
    };
    let per_mm = specimen.picture.width() as f32 / specimen.mm.0;
    for place in &specimen.places {
        let [left, top, right, bottom] = place.area.map(|c| c / per_mm);
        let (row, capital) = ((top + bottom) / 2.0 - specimen.mm.1 / 2.0, bottom - top);
        let across = |share: f32| left + (right - left) * share - specimen.mm.0 / 2.0;
        let (along, down) = view.scale(across(0.5), row);
        let height = capital * along.min(down);
        worst.height = worst.height.min(height);
        worst.blur = worst.blur.max(blur / height);
        worst.quality = worst.quality.min(f32::from(setup.quality) * height);
        let mut hidden = 0.0;
        for share in (0..ACROSS).map(|step| (step as f32 + 0.5) / ACROSS as f32) {
            let [x, y] = view.to_picture(across(share), row);
            if !is_inside(x, y, size) || around.is_covered(x, y, size) {
                hidden += 1.0 / ACROSS as f32;
                continue;
            }
            let (light, glare) = (setup.light_at(x, y, size), setup.glare_at(x, y));
            let lit = |reflects: f32| 0.9 * reflects * light + glare;
            let level = |reflects: f32| 255.0 * encoded(lit(reflects)) * setup.contrast;
            let contrast = level(place.paper) - level(place.ink);
            worst.contrast = worst.contrast.min(contrast);
            if lit(place.paper) >= 1.0 {
                let ink = within(STROKE * height / blur.max(LENS));
                let stroke = place.ink * ink + place.paper * (1.0 - ink);
                worst.dissolved = worst.dissolved.max(255.0 * encoded(lit(stroke)));
            }
            worst.clear = worst.clear.min(contrast / setup.grain.max(0.5) * (height / 10.0).min(2.0));
        }
        worst.covered = worst.covered.max(hidden);
    }
    worst
}

fn is_inside(x: f32, y: f32, size: (u32, u32)) -> bool {
    x >= 0.0 && y >= 0.0 && (x as u32) < size.0 && (y as u32) < size.1
}

impl Around {
    /// Whether something lies over the document there; nothing does outside the picture.
    fn is_covered(&self, x: f32, y: f32, size: (u32, u32)) -> bool {
        let Some(above) = self.above.as_ref().filter(|_| is_inside(x, y, size)) else { return false };
        above.get((y as u32 * size.0 + x as u32) as usize).is_some_and(|pixel| pixel[3] > 100)
    }
}

/// Share of a bar's light that falls on its middle when it is blurred: of a bar so many deviations wide.
fn within(deviations: f32) -> f32 {
    // The error function of half the width over √2, to three digits.
    let half = deviations / 8.0_f32.sqrt();
    (FRAC_2_SQRT_PI * half + 0.1009 * half.powi(3)).tanh()
}

/// How far the furthest corner is outside, in widths of the document.
fn outside(view: &View, size: (u32, u32)) -> f32 {
    let corners = view.corners();
    let width = (corners[0][0] - corners[1][0]).hypot(corners[0][1] - corners[1][1]);
    let beyond = |corner: &[f32; 2]| {
        let (x, y) = (corner[0], corner[1]);
        (-x).max(-y).max(x - size.0 as f32).max(y - size.1 as f32).max(0.0)
    };
    corners.iter().map(beyond).fold(0.0, f32::max) / width.max(1.0)
}

/// Share of the document that lamps bleach.
fn bleached(specimen: &Specimen, setup: &Setup, view: &View, size: (u32, u32)) -> f32 {
    over(specimen, view, |_, [x, y]| {
        let (light, glare) = (setup.light_at(x, y, size), setup.glare_at(x, y));
        glare > 0.0 && 0.05 * light + glare > 0.62
    })
}

/// Share of a card that is white in the picture without a lamp's help.
fn washed(specimen: &Specimen, setup: &Setup, view: &View, size: (u32, u32)) -> f32 {
    if !specimen.kind.is_card() {
        return 0.0;
    }
    let (width, height) = (specimen.picture.width() as f32, specimen.picture.height() as f32);
    over(specimen, view, |[across, down], [x, y]| {
        let pixel = specimen.picture.get_pixel((across * width) as u32, (down * height) as u32).0;
        let darkest = linear(pixel[0].min(pixel[1]).min(pixel[2]));
        0.9 * darkest * setup.light_at(x, y, size) >= 1.0
    })
}

/// Share of the document of which something is true, by its places: in shares of its width and height, and in the
/// picture.
fn over(specimen: &Specimen, view: &View, is_so: impl Fn([f32; 2], [f32; 2]) -> bool) -> f32 {
    const SIDE: i32 = 24;
    let share = |n: i32| (n as f32 + 0.5) / SIDE as f32;
    let places = (0..SIDE * SIDE).map(|n| [share(n % SIDE), share(n / SIDE)]);
    let is_there = |[across, down]: &[f32; 2]| {
        let seen = view.to_picture((across - 0.5) * specimen.mm.0, (down - 0.5) * specimen.mm.1);
        is_so([*across, *down], seen)
    };
    places.filter(is_there).count() as f32 / (SIDE * SIDE) as f32
}
