//! The grey plane that judging and code reading work on.

use image::RgbImage;

/// One byte a pixel, row by row.
pub(crate) struct Luma {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<u8>,
}

impl Luma {
    /// BT.601 luma.
    pub(crate) fn of(picture: &RgbImage) -> Self {
        let pixels = picture.as_raw().chunks_exact(3).map(|p| luma(p[0], p[1], p[2])).collect();
        Self { width: picture.width() as usize, height: picture.height() as usize, pixels }
    }

    /// Half as wide and high: each pixel the mean of four.
    pub(crate) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for rows in self.pixels.chunks_exact((self.width * 2).max(1)).take(height) {
            let (upper, lower) = rows.split_at(self.width);
            pixels.extend(upper.chunks_exact(2).zip(lower.chunks_exact(2)).map(|(a, b)| {
                let sum: u16 = a.iter().chain(b).map(|value| u16::from(*value)).sum();
                ((sum + 2) / 4) as u8
            }));
        }
        Self { width, height, pixels }
    }
}

/// The first level up to which more than this share of all counts lies; none where nothing was counted, or for all.
pub(crate) fn percentile(counts: &[u32], share: f32) -> Option<usize> {
    let wanted = (counts.iter().sum::<u32>() as f32 * share) as u32;
    let mut seen = 0;
    counts.iter().position(|count| {
        seen += count;
        seen > wanted
    })
}

fn luma(r: u8, g: u8, b: u8) -> u8 {
    ((77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b)) >> 8) as u8
}
