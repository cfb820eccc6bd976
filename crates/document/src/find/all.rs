//! All that might be the document, for who can tell by other means which one it is.

use super::{Edges, Found, LEAST_SIDE, REACH, SMOOTH, Shrunk, lines, refine, search};
use crate::quad::Form;
use image::RgbImage;

/// More are hardly worth a look.
const MOST: usize = 6;

/// What could be the document, the likeliest first; [`super::find`] gives the first one where it is likely enough.
pub(crate) fn all(picture: &RgbImage, form: Form) -> Vec<Found> {
    if picture.width().min(picture.height()) < LEAST_SIDE {
        return vec![];
    }
    let shrunk = Shrunk::of(picture);
    let (edges, smooth) = (Edges::of(&shrunk), Edges::of(&shrunk.smoothed(SMOOTH)));
    let lines = lines::lines(&shrunk, &edges, &smooth);
    let factor = shrunk.factor as f32;
    let candidates = search::candidates(&lines, shrunk.width, shrunk.height, Some(form));
    let refined = candidates.iter().take(MOST).map(|candidate| {
        let rough = candidate.quad.scaled(factor);
        let (quad, _) = refine::refined(picture, &rough, candidate.rim, REACH * factor);
        Found { quad, confidence: candidate.support, cut: candidate.rim.contains(&true) }
    });
    refined.filter(|found| found.quad.is_convex()).collect()
}
