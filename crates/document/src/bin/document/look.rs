//! Judging pictures of any size: a telephone's have many more pixels than judging needs.

use document::{Form, Judgement, Point, Problem, Quad, judge};
use image::{RgbImage, imageops};
use std::borrow::Cow;

/// Judging is calibrated for the frames of a camera, of about this longer side in pixels.
const LONGEST: u32 = 2000;
/// Around a document that is looked at more closely there remains this share of its size.
const MARGIN: f32 = 0.12;

/// Judges a picture at the size of a camera frame. A document that seems too small or not sharp there, but has more
/// pixels in the picture, is looked at once more by itself. Corners are in pixels of the picture.
pub(crate) fn judged(picture: &RgbImage, form: Option<Form>) -> Judgement {
    let overview = judged_small(picture, form);
    let doubtful = |problem: &Problem| matches!(problem, Problem::TooFar | Problem::Blurred | Problem::Moved);
    let shrunk = picture.width().max(picture.height()) > LONGEST;
    let Some(quad) = overview.corners.filter(|_| shrunk && overview.problems.iter().any(doubtful)) else {
        return overview;
    };
    let (left, top, width, height) = around(&quad, picture.dimensions());
    if width.max(height) * 5 > picture.width().max(picture.height()) * 4 {
        return overview;
    }
    let part = imageops::crop_imm(picture, left, top, width, height).to_image();
    let closer = judged_small(&part, form);
    match closer.corners {
        Some(corners) if !closer.problems.contains(&Problem::CutOff) => {
            let place = |p: Point| Point::new(p.x + left as f32, p.y + top as f32);
            Judgement { corners: Some(Quad(corners.0.map(place))), ..closer }
        }
        _ => overview,
    }
}

fn judged_small(picture: &RgbImage, form: Option<Form>) -> Judgement {
    let factor = picture.width().max(picture.height()).div_ceil(LONGEST);
    let (width, height) = (picture.width() / factor.max(1), picture.height() / factor.max(1));
    let small = if factor <= 1 || width == 0 || height == 0 {
        Cow::Borrowed(picture)
    } else {
        Cow::Owned(imageops::thumbnail(picture, width, height))
    };
    let mut judgement = judge(&small, form);
    let (across, down) = (
        picture.width() as f32 / small.width().max(1) as f32,
        picture.height() as f32 / small.height().max(1) as f32,
    );
    let place = |p: Point| Point::new(p.x * across, p.y * down);
    judgement.corners = judgement.corners.map(|quad| Quad(quad.0.map(place)));
    judgement
}

/// Left, top, width and height of the part of the picture that holds the quad with a margin.
fn around(quad: &Quad, (width, height): (u32, u32)) -> (u32, u32, u32, u32) {
    let span = |values: [f32; 4], end: u32| {
        let least = values.into_iter().fold(f32::INFINITY, f32::min);
        let most = values.into_iter().fold(f32::NEG_INFINITY, f32::max);
        let margin = MARGIN * (most - least);
        // `as` cuts off at zero.
        let from = ((least - margin) as u32).min(end.saturating_sub(1));
        (from, ((most + margin) as u32).clamp(from + 1, end.max(from + 1)) - from)
    };
    let (left, across) = span(quad.0.map(|p| p.x), width);
    let (top, down) = span(quad.0.map(|p| p.y), height);
    (left, top, across, down)
}
