//! Where the document is in a picture.

use crate::quad::{Form, Point, Quad};
use image::{RgbImage, imageops};
use serde::{Deserialize, Serialize};

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Its corners in pixels of the picture: where its straight sides meet, also where they are rounded.
    pub quad: Quad,
    /// How well the picture supports it, 0 to 1.
    pub confidence: f32,
}

const WIDTH: u32 = 320;

/// Finds the document: what differs in colour from the rim of the picture. `None` where nothing does, and for a face.
pub fn find(picture: &RgbImage, form: Option<Form>) -> Option<Found> {
    if form == Some(Form::Face) || picture.width() < 32 || picture.height() < 32 {
        return None;
    }
    let scale = picture.width() as f32 / WIDTH as f32;
    let small = imageops::thumbnail(picture, WIDTH, (picture.height() as f32 / scale).max(1.0) as u32);
    let (right, bottom) = (small.width() - 1, small.height() - 1);
    let mut rim: [Vec<u8>; 3] = Default::default();
    for (x, y, pixel) in small.enumerate_pixels() {
        if x == 0 || y == 0 || x == right || y == bottom {
            for (channel, value) in rim.iter_mut().zip(pixel.0) {
                channel.push(value);
            }
        }
    }
    let ground = rim.map(|mut values| {
        values.sort_unstable();
        i32::from(values[values.len() / 2])
    });
    let mut extremes = [(f32::MAX, Point::default()); 4];
    let mut count = 0;
    for (x, y, pixel) in small.enumerate_pixels() {
        let difference = pixel.0.iter().zip(ground).map(|(v, g)| (i32::from(*v) - g).abs()).max();
        if difference.unwrap_or(0) < 48 {
            continue;
        }
        count += 1;
        let (x, y) = (x as f32 + 0.5, y as f32 + 0.5);
        for (extreme, value) in extremes.iter_mut().zip([x + y, y - x, -x - y, x - y]) {
            if value < extreme.0 {
                *extreme = (value, Point::new(x, y));
            }
        }
    }
    let quad = Quad::around(extremes.map(|(_, place)| place)).scaled(scale);
    let filled = count as f32 * scale * scale / quad.area().max(1.0);
    let large = quad.area() > 0.05 * (picture.width() * picture.height()) as f32;
    (large && quad.is_convex() && filled > 0.6).then(|| Found { quad, confidence: filled.min(1.0) })
}
