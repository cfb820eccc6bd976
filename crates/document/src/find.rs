//! Where the document is in a picture: edges of the picture at about 320 pixels, straight lines among them, four lines
//! that make the likeliest document, and its sides fitted again at full resolution.

mod all;
mod edges;
mod lines;
mod parting;
mod refine;
mod search;
mod shrunk;

use crate::quad::{Form, Quad};
pub(crate) use all::all;
use edges::Edges;
use image::RgbImage;
use search::Candidate;
use serde::{Deserialize, Serialize};
pub(crate) use shrunk::Shrunk;

/// Pictures with a shorter side show no document.
const LEAST_SIDE: u32 = 48;
/// A side is looked for so many shrunk pixels around its place.
const REACH: f32 = 2.5;
/// Candidates whose sides are fitted.
const REFINED: usize = 3;
/// Support of an outline inside another from which on it may be the document.
const INNER_SUPPORT: f32 = 0.6;
/// Its sides part their surroundings at least so well: a spine or a printed frame does not.
const INNER_PARTING: f32 = 0.6;
/// The sides that are inside the picture of a document that is cut off part their surroundings at least so well:
/// otherwise they are lines on a page that fills the picture.
const CUT_PARTING: f32 = 0.4;
/// Its shape costs no more than this above that of the outer one: the portrait on a card is no card.
const INNER_SHAPE: f32 = 0.1;
/// An outline that covers so much of the picture is likely to be a tray.
const WIDE: f32 = 0.65;
/// Reach of the smoothing that takes patterns away, in shrunk pixels.
const SMOOTH: usize = 3;
/// What the support at full resolution weighs against the score of the shrunk picture.
const FINE: f32 = 0.25;
/// Less is no document.
const CONFIDENT: f32 = 0.5;
/// The same where the rim of the picture is a side.
const CONFIDENT_CUT: f32 = 0.75;

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Its corners in pixels of the picture: where its straight sides meet, also where they are rounded. They lie
    /// outside the picture where the document is cut off.
    pub quad: Quad,
    /// How well the picture supports it, 0 to 1.
    pub confidence: f32,
    /// Whether the rim of the picture cuts a side off.
    pub cut: bool,
}

/// Finds the document. `None` where there is none, and for a face.
pub fn find(picture: &RgbImage, form: Option<Form>) -> Option<Found> {
    if form == Some(Form::Face) || picture.width().min(picture.height()) < LEAST_SIDE {
        return None;
    }
    find_in(picture, &Shrunk::of(picture), form)
}

pub(crate) fn find_in(picture: &RgbImage, shrunk: &Shrunk, form: Option<Form>) -> Option<Found> {
    if shrunk.width.min(shrunk.height) < 24 {
        return None;
    }
    let edges = Edges::of(shrunk);
    let smooth = Edges::of(&shrunk.smoothed(SMOOTH));
    let lines = lines::lines(shrunk, &edges, &smooth);
    let factor = shrunk.factor as f32;
    let mut candidates = search::candidates(&lines, shrunk.width, shrunk.height, form);
    for candidate in &mut candidates {
        candidate.part(shrunk);
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    let candidates = without_trays(candidates, &edges, shrunk);
    let likely =
        candidates.iter().filter(|one| !one.rim.contains(&true) || one.least_parting() > CUT_PARTING);
    let refined = likely.take(REFINED).map(|candidate| {
        let (quad, fine) =
            refine::refined(picture, &candidate.quad.scaled(factor), candidate.rim, REACH * factor);
        let sides = 4 - candidate.rim.iter().filter(|rim| **rim).count();
        let fine = fine.iter().sum::<f32>() / sides.max(1) as f32;
        let confidence = (0.5 * candidate.support + 0.5 * fine).clamp(0.0, 1.0);
        let cut = candidate.rim.contains(&true);
        (candidate.score + FINE * fine, Found { quad, confidence, cut })
    });
    let best = refined.filter(|(_, found)| found.quad.is_convex()).max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, found)| found)
        .filter(|found| found.confidence >= if found.cut { CONFIDENT_CUT } else { CONFIDENT })
}

/// Without the outlines around which nothing lies but another, well supported one.
fn without_trays(candidates: Vec<Candidate>, edges: &Edges, shrunk: &Shrunk) -> Vec<Candidate> {
    let frame = (edges.width * edges.height) as f32;
    let is_tray = |outer: &Candidate| {
        let less = if outer.quad.area() > WIDE * frame { 0.35 } else { 0.05 };
        let least = INNER_SUPPORT.max(outer.support - less);
        let mut inner = candidates.iter().filter(|inner| {
            inner.support > least
                && inner.least_parting() > INNER_PARTING
                && inner.unlikely < outer.unlikely + INNER_SHAPE
        });
        inner.any(|inner| search::is_empty_around(&outer.quad, &inner.quad, edges, shrunk))
    };
    let kept: Vec<Candidate> = candidates.iter().filter(|candidate| !is_tray(candidate)).copied().collect();
    if kept.is_empty() { candidates } else { kept }
}
