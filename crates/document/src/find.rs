//! Where the document is in a picture: a small network says which parts of the picture belong to it, four straight
//! sides are laid around them, and each is fitted again at full resolution.

mod fit;
mod network;
mod refine;
mod shrunk;

use crate::quad::{Form, Point, Quad};
use image::RgbImage;
use network::Map;
use serde::{Deserialize, Serialize};
pub(crate) use shrunk::Shrunk;

/// Pictures with a shorter side show no document.
const LEAST_SIDE: u32 = 48;
/// The same for the shrunk picture.
const LEAST_SHRUNK: usize = 24;
/// A side is looked for so many cells around its place.
const REACH: f32 = 1.0;
/// The same for a small document, as a share of its shortest side.
const REACH_SMALL: f32 = 0.08;
/// Sides fitted at full resolution may agree with the map so much less than before.
const WORSE: f32 = 0.03;
/// Less is no document.
const CONFIDENT: f32 = 0.6;
/// Where the rim of the picture is a side, this much of the others must be seen as straight steps of colour: otherwise
/// they are lines on a page that fills the picture.
const SUPPORTED: f32 = 0.6;
/// More sides on the rim of the picture are no document in it, but a page that fills it.
const MOST_RIMS: usize = 2;
/// Levels of the map (logits) at which there might be a document, the likeliest first.
const LEVELS: [f32; 3] = [0.0, -2.0, 2.0];
/// Outlines that overlap so much are the same.
const SAME: f32 = 0.9;

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
    find_in(picture, &Shrunk::of(picture))
}

pub(crate) fn find_in(picture: &RgbImage, shrunk: &Shrunk) -> Option<Found> {
    if shrunk.width.min(shrunk.height) < LEAST_SHRUNK {
        return None;
    }
    let map = Map::of(shrunk)?;
    let quad = *fit::quads(&map, LEVELS[0]).first()?;
    found(picture, shrunk, &map, &quad).filter(|found| found.confidence >= CONFIDENT)
}

/// What could be the document, the likeliest first, for who can tell by other means which one it is; [`find`] gives
/// the first one where it is likely enough.
pub(crate) fn all(picture: &RgbImage) -> Vec<Found> {
    let shrunk = Shrunk::of(picture);
    if shrunk.width.min(shrunk.height) < LEAST_SHRUNK {
        return vec![];
    }
    let Some(map) = Map::of(&shrunk) else { return vec![] };
    let mut all: Vec<Found> = vec![];
    for quad in LEVELS.iter().flat_map(|level| fit::quads(&map, *level)) {
        let new = found(picture, &shrunk, &map, &quad);
        let is_new = |new: &Found| all.iter().all(|known| known.quad.iou(&new.quad) < SAME);
        all.extend(new.filter(is_new));
    }
    all
}

/// The document inside a quad of cells.
fn found(picture: &RgbImage, shrunk: &Shrunk, map: &Map, quad: &Quad) -> Option<Found> {
    let rim = fit::rims(quad, map);
    if rim.iter().filter(|rim| **rim).count() > MOST_RIMS {
        return None;
    }
    let confidence = fit::agreement(map, quad);
    let pixels = |shrunk_side: usize, cells: usize| (shrunk_side * shrunk.factor) as f32 / cells as f32;
    let (across, down) = (pixels(shrunk.width, map.width), pixels(shrunk.height, map.height));
    let rough = Quad(quad.0.map(|corner| Point::new(corner.x * across, corner.y * down)));
    let shorter = rough.lengths().into_iter().fold(f32::MAX, f32::min);
    let reach = (REACH * across).min(REACH_SMALL * shorter);
    let (refined, support) = refine::refined(picture, &rough, rim, reach);
    let in_cells = Quad(refined.0.map(|corner| Point::new(corner.x / across, corner.y / down)));
    let cut = rim.contains(&true);
    if cut && support < SUPPORTED {
        return None;
    }
    let is_better = refined.is_convex() && fit::agreement(map, &in_cells) > confidence - WORSE;
    let quad = if is_better { refined } else { rough };
    Some(Found { quad, confidence, cut })
}
