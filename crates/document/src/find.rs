//! Where the document is in a picture: edges of the picture at about 320 pixels, straight lines among them, four lines
//! that make the likeliest document, and its sides fitted again at full resolution.

mod all;
mod edges;
mod lines;
mod refine;
mod search;
mod shrunk;

use crate::quad::{Form, Quad};
pub(crate) use all::all;
use edges::Edges;
use image::RgbImage;
use serde::{Deserialize, Serialize};
pub(crate) use shrunk::Shrunk;

/// Pictures with a shorter side show no document.
const LEAST_SIDE: u32 = 48;
/// A side is looked for so many shrunk pixels around its place.
const REACH: f32 = 2.2;
/// What the support at full resolution weighs against the score of the shrunk picture.
const FINE: f32 = 0.5;
/// Less is no document.
const CONFIDENT: f32 = 0.5;

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Its corners in pixels of the picture: where its straight sides meet, also where they are rounded. They lie
    /// outside the picture where the document is cut off.
    pub quad: Quad,
    /// How well the picture supports it, 0 to 1.
    pub confidence: f32,
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
    let lines = lines::lines(shrunk, &edges);
    let factor = shrunk.factor as f32;
    let candidates = search::candidates(&lines, shrunk.width, shrunk.height, form);
    let refined = candidates.iter().map(|candidate| {
        let (quad, fine) =
            refine::refined(picture, &candidate.quad.scaled(factor), candidate.rim, REACH * factor);
        let sides = 4 - candidate.rim.iter().filter(|rim| **rim).count();
        let fine = fine.iter().sum::<f32>() / sides.max(1) as f32;
        let confidence = (0.5 * candidate.support + 0.5 * fine).clamp(0.0, 1.0);
        (candidate.score + FINE * fine, Found { quad, confidence })
    });
    let best = refined.filter(|(_, found)| found.quad.is_convex()).max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, found)| found).filter(|found| found.confidence >= CONFIDENT)
}
