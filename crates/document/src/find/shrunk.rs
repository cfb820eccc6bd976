//! The picture at about 320 pixels: each pixel the mean of a block of the source.

use image::RgbImage;

/// The longer side after shrinking, about.
const LONGER_SIDE: u32 = 340;

/// Three planes of 0 to 255.
pub(crate) struct Shrunk {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Pixels of the source for one of these, in each direction.
    pub(crate) factor: usize,
    /// Red, green and blue.
    pub(crate) planes: [Vec<f32>; 3],
}

impl Shrunk {
    /// Rows and columns that do not fill a block are left out.
    pub(crate) fn of(picture: &RgbImage) -> Self {
        let longer = picture.width().max(picture.height());
        let factor = ((longer + LONGER_SIDE / 2) / LONGER_SIDE).max(1) as usize;
        let (width, height) = (picture.width() as usize / factor, picture.height() as usize / factor);
        // A large photograph is sampled: no block needs more than eight of its rows.
        let step = factor.div_ceil(8);
        let rows = factor.div_ceil(step);
        let scale = 1.0 / (rows * factor) as f32;
        let row_bytes = picture.width() as usize * 3;
        let mut planes = [(); 3].map(|()| Vec::with_capacity(width * height));
        let mut sums = vec![0_u16; width * factor * 3];
        for band in picture.as_raw().chunks_exact((row_bytes * factor).max(1)).take(height) {
            sums.fill(0);
            for row in band.chunks_exact(row_bytes).step_by(step) {
                for (sum, value) in sums.iter_mut().zip(row) {
                    *sum += u16::from(*value);
                }
            }
            for block in sums.chunks_exact(factor * 3) {
                let mut total = [0_u32; 3];
                for pixel in block.chunks_exact(3) {
                    for (total, value) in total.iter_mut().zip(pixel) {
                        *total += u32::from(*value);
                    }
                }
                for (plane, total) in planes.iter_mut().zip(total) {
                    plane.push(total as f32 * scale);
                }
            }
        }
        Self { width, height, factor, planes }
    }
}
