//! Edges of the shrunk picture. What counts is how much an edge stands out from what is around it: a faint side of a
//! white sheet on a white desk is alone, text and wood are among their like.

use super::shrunk::{Shrunk, box_mean};
use crate::luma;

/// Reach of the surroundings of a pixel in pixels.
const REACH: usize = 7;
/// How much the mean of the surroundings holds an edge down.
const CROWD: f32 = 3.2;
/// An edge at least so steep (grey levels a pixel) is taken as half certain where it stands alone and nothing is noisy.
const LEAST: f32 = 2.2;

/// Edges, pixel by pixel.
pub(super) struct Edges {
    pub(super) width: usize,
    pub(super) height: usize,
    /// How certain, 0 to 1.
    pub(super) strength: Vec<f32>,
    /// Grey levels a pixel.
    pub(super) steep: Vec<f32>,
    /// Direction across the edge: a unit vector.
    pub(super) across: Vec<[f32; 2]>,
    /// Steepness in grey levels a pixel that noise and texture reach.
    pub(super) noise: f32,
}

impl Edges {
    pub(super) fn of(shrunk: &Shrunk) -> Self {
        let (width, height) = (shrunk.width, shrunk.height);
        let count = width * height;
        let (mut gx, mut gy, mut steep) = (vec![0.0_f32; count], vec![0.0_f32; count], vec![0.0_f32; count]);
        for plane in &shrunk.planes {
            steepest(plane, width, height, (&mut gx, &mut gy, &mut steep));
        }
        for value in &mut steep {
            *value = value.sqrt();
        }
        let noise = percentile(&steep, 0.35);
        let least = LEAST.max(2.0 * noise);
        let crowd = box_mean(&steep, width, height, REACH);
        let strength = steep.iter().zip(&crowd);
        let strength =
            strength.map(|(value, crowd)| (1.5 * value / (value + least + CROWD * crowd)).min(1.0)).collect();
        let across = gx.iter().zip(&gy).zip(&steep).map(|((x, y), value)| {
            let scale = 1.0 / value.max(1e-6);
            [x * scale, y * scale]
        });
        let across = across.collect();
        Self { width, height, strength, steep, across, noise }
    }

    /// Whether a pixel is the crest of its edge.
    pub(super) fn is_crest(&self, x: usize, y: usize) -> bool {
        let index = y * self.width + x;
        let [nx, ny] = self.across[index];
        let step = |v: f32| {
            if v > 0.38 {
                1
            } else if v < -0.38 {
                -1
            } else {
                0_isize
            }
        };
        let offset = step(ny) * self.width as isize + step(nx);
        let at = |i: isize| self.strength.get(i as usize).copied().unwrap_or(0.0);
        let here = self.strength[index];
        here >= at(index as isize + offset) && here > at(index as isize - offset)
    }
}

/// Keeps for each pixel the gradient of the channel in which it is steepest (`steep` holds squares).
fn steepest(
    plane: &[f32],
    width: usize,
    height: usize,
    (gx, gy, steep): (&mut [f32], &mut [f32], &mut [f32]),
) {
    if width < 3 || height < 3 {
        return;
    }
    for y in 1..height - 1 {
        let row = |y: usize| &plane[y * width..][..width];
        let (above, here, below) = (row(y - 1), row(y), row(y + 1));
        let range = y * width + 1..(y + 1) * width - 1;
        let (gx, gy, steep) = (&mut gx[range.clone()], &mut gy[range.clone()], &mut steep[range]);
        for i in 0..width - 2 {
            // Scharr's weights: the direction is right at any angle. 1/32 makes it grey levels a pixel.
            let (a, b, c) = (above[i], above[i + 1], above[i + 2]);
            let (d, e) = (here[i], here[i + 2]);
            let (f, g, h) = (below[i], below[i + 1], below[i + 2]);
            let x = (3.0 * (c + h - a - f) + 10.0 * (e - d)) / 32.0;
            let y = (3.0 * (f + h - a - c) + 10.0 * (g - b)) / 32.0;
            let square = x * x + y * y;
            let better = square > steep[i];
            steep[i] = if better { square } else { steep[i] };
            gx[i] = if better { x } else { gx[i] };
            gy[i] = if better { y } else { gy[i] };
        }
    }
}

fn percentile(values: &[f32], share: f32) -> f32 {
    let mut counts = [0_u32; 512];
    for value in values {
        counts[((value * 8.0) as usize).min(511)] += 1;
    }
    luma::percentile(&counts, share).unwrap_or(0) as f32 / 8.0
}
