//! Whether a picture can be read, from how it was made: physics, not looks.

use crate::Specimen;
use crate::shot::sensor::encoded;
use crate::shot::setup::Setup;
use crate::shot::things::Around;
use crate::shot::view::View;
use serde::Serialize;

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
/// Grey level of thin strokes, half ink and half paper, on paper that is blown out: they dissolve.
const DISSOLVED: Border = Border { good: 208.0, bad: 250.0 };
/// Contrast in deviations of the grain, over an area as large as a stroke of ten-pixel letters.
const CLEAR: Border = Border { good: 4.5, bad: 1.8 };
/// JPEG quality times the height of a capital.
const ENCODED: Border = Border { good: 240.0, bad: 60.0 };
/// Degrees of tilt.
const TILT: Border = Border { good: 42.0, bad: 65.0 };
/// Share of the document that glare bleaches.
const BLEACHED: Border = Border { good: 0.02, bad: 0.25 };
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

pub(crate) fn of(
    specimen: &Specimen,
    setup: &Setup,
    view: &View,
    around: &Around,
    size: (u32, u32),
) -> (Label, String) {
    let mut worst = (Label::Good, String::new());
    let mut note = |label: Label, what: &str, value: f32| {
        if label > worst.0 {
            worst = (label, format!("{what} {value:.2}"));
        }
    };
    let blur = setup.blur.hypot(setup.motion.0.hypot(setup.motion.1) / 12.0_f32.sqrt());
    let outside = outside(view, size);
    note(OUTSIDE.judge(outside), "outside", outside);
    note(TILT.judge(setup.pose.tilt), "tilt", setup.pose.tilt);
    let bleached = bleached(specimen, setup, view, size);
    note(BLEACHED.judge(bleached), "bleached", bleached);

    let per_mm = specimen.picture.width() as f32 / specimen.mm.0;
    for place in &specimen.places {
        let [left, top, right, bottom] = place.area.map(|c| c / per_mm);
        let (row, capital) = ((top + bottom) / 2.0 - specimen.mm.1 / 2.0, bottom - top);
        let across = |share: f32| left + (right - left) * share - specimen.mm.0 / 2.0;
        let (along, down) = view.scale(across(0.5), row);
        let height = capital * along.min(down);
        note(HEIGHT.judge(height), &format!("{}: height", place.name), height);
        note(BLUR.judge(blur / height), &format!("{}: blur", place.name), blur / height);
        let quality = f32::from(setup.quality) * height;
        note(ENCODED.judge(quality), &format!("{}: quality", place.name), quality);
        for share in (0..24).map(|step| (step as f32 + 0.5) / 24.0) {
            let [x, y] = view.to_picture(across(share), row);
            if covered(around, x, y, size) {
                note(Label::Retake, &format!("{}: covered", place.name), share);
                continue;
            }
            let (light, glare) = (setup.light_at(x, y, size), setup.glare_at(x, y));
            let level = |reflects: f32| 255.0 * encoded(0.9 * reflects * light + glare) * setup.contrast;
            let contrast = level(place.paper) - level(place.ink);
            note(CONTRAST.judge(contrast), &format!("{}: contrast", place.name), contrast);
            if level(place.paper) >= 254.0 {
                let stroke = level((place.ink + place.paper) / 2.0);
                note(DISSOLVED.judge(stroke), &format!("{}: dissolved", place.name), stroke);
            }
            let clear = contrast / setup.grain.max(0.5) * (height / 10.0).min(2.0);
            note(CLEAR.judge(clear), &format!("{}: clear", place.name), clear);
        }
    }
    worst
}

fn covered(around: &Around, x: f32, y: f32, size: (u32, u32)) -> bool {
    if x < 0.0 || y < 0.0 || x as u32 >= size.0 || y as u32 >= size.1 {
        return true;
    }
    let above = around.above.as_ref().and_then(|above| above.get((y as u32 * size.0 + x as u32) as usize));
    above.is_some_and(|pixel| pixel[3] > 100)
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

fn bleached(specimen: &Specimen, setup: &Setup, view: &View, size: (u32, u32)) -> f32 {
    const SIDE: i32 = 24;
    let places = (0..SIDE * SIDE).map(|n| {
        let share = |n: i32| (n as f32 + 0.5) / SIDE as f32 - 0.5;
        view.to_picture(share(n % SIDE) * specimen.mm.0, share(n / SIDE) * specimen.mm.1)
    });
    let white = |place: &[f32; 2]| {
        let (light, glare) = (setup.light_at(place[0], place[1], size), setup.glare_at(place[0], place[1]));
        glare > 0.0 && 0.05 * light + glare > 0.62
    };
    places.filter(white).count() as f32 / (SIDE * SIDE) as f32
}
