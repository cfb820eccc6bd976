//! A picture of a document, straightened by corners that are known.

use image::{Rgb, RgbImage};

/// The part of a picture within four corners, `width` × `height` pixels. `corners` run clockwise from the one that
/// becomes the top left one; what lies outside the picture is black. Each pixel is sampled once: for measuring, not
/// for reading pictures that are much larger.
pub fn flattened(picture: &RgbImage, corners: [[f32; 2]; 4], width: u32, height: u32) -> RgbImage {
    let [a, b, c, d] = corners;
    // The projection of the unit square on the corners (Heckbert 1989).
    let sum = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
    let (right, down) = ([b[0] - c[0], b[1] - c[1]], [d[0] - c[0], d[1] - c[1]]);
    let area = right[0] * down[1] - down[0] * right[1];
    let g = (sum[0] * down[1] - down[0] * sum[1]) / area;
    let h = (right[0] * sum[1] - sum[0] * right[1]) / area;
    let along = [b[0] - a[0] + g * b[0], b[1] - a[1] + g * b[1]];
    let below = [d[0] - a[0] + h * d[0], d[1] - a[1] + h * d[1]];
    RgbImage::from_fn(width, height, |x, y| {
        let (u, v) = ((x as f32 + 0.5) / width as f32, (y as f32 + 0.5) / height as f32);
        let depth = g * u + h * v + 1.0;
        let at = |axis: usize| (along[axis] * u + below[axis] * v + a[axis]) / depth - 0.5;
        between_pixels(picture, at(0), at(1))
    })
}

fn between_pixels(picture: &RgbImage, x: f32, y: f32) -> Rgb<u8> {
    let (left, top) = (x.floor(), y.floor());
    let (fx, fy) = (x - left, y - top);
    let pixel = |dx: i32, dy: i32| {
        let (x, y) = (left as i32 + dx, top as i32 + dy);
        let inside = x >= 0 && y >= 0 && (x as u32) < picture.width() && (y as u32) < picture.height();
        if inside { picture.get_pixel(x as u32, y as u32).0 } else { [0; 3] }
    };
    let (upper, lower) = ([pixel(0, 0), pixel(1, 0)], [pixel(0, 1), pixel(1, 1)]);
    Rgb(std::array::from_fn(|c| {
        let row = |pair: [[u8; 3]; 2]| f32::from(pair[0][c]) * (1.0 - fx) + f32::from(pair[1][c]) * fx;
        (row(upper) * (1.0 - fy) + row(lower) * fy).round() as u8
    }))
}
