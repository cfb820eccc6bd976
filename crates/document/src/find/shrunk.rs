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

    /// The same with each pixel the mean of the square around it: patterns of cloth and print go, borders stay.
    pub(crate) fn smoothed(&self, reach: usize) -> Self {
        let planes = self.planes.each_ref().map(|plane| box_mean(plane, self.width, self.height, reach));
        Self { planes, ..*self }
    }

    /// The colour of the nearest pixel.
    pub(crate) fn near(&self, x: f32, y: f32) -> [f32; 3] {
        let column = (x.max(0.0) as usize).min(self.width - 1);
        let row = (y.max(0.0) as usize).min(self.height - 1);
        let index = row * self.width + column;
        [self.planes[0][index], self.planes[1][index], self.planes[2][index]]
    }
}

/// The mean over a square around each pixel; at the rim over the part of it that is inside.
pub(super) fn box_mean(values: &[f32], width: usize, height: usize, reach: usize) -> Vec<f32> {
    let mut rows = vec![0.0; values.len()];
    for (row, means) in values.chunks_exact(width.max(1)).zip(rows.chunks_exact_mut(width.max(1))) {
        let mut sum: f32 = row.iter().take(reach).sum();
        for x in 0..width {
            sum += row.get(x + reach).copied().unwrap_or(0.0);
            if x > reach {
                sum -= row[x - reach - 1];
            }
            let count = (x + reach).min(width - 1) + 1 - x.saturating_sub(reach);
            means[x] = sum / count as f32;
        }
    }
    let mut means = vec![0.0; values.len()];
    let mut sums = vec![0.0_f32; width];
    let add = |sums: &mut [f32], y: usize, sign: f32| {
        for (sum, value) in sums.iter_mut().zip(&rows[y * width..][..width]) {
            *sum += sign * value;
        }
    };
    for y in 0..reach.min(height) {
        add(&mut sums, y, 1.0);
    }
    for y in 0..height {
        if y + reach < height {
            add(&mut sums, y + reach, 1.0);
        }
        if y > reach {
            add(&mut sums, y - reach - 1, -1.0);
        }
        let count = ((y + reach).min(height - 1) + 1 - y.saturating_sub(reach)) as f32;
        for (mean, sum) in means[y * width..][..width].iter_mut().zip(&sums) {
            *mean = sum / count;
        }
    }
    means
}
