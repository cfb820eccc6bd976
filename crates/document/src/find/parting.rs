//! How well the sides of an outline part what is inside from what is outside: pieces of a pattern look the same on both
//! sides of a line as soon as more than one stripe is looked at, a document does not.

use super::shrunk::Shrunk;
use crate::quad::Quad;

/// Parts of a side, and places along each of them.
const PARTS: usize = 3;
const PLACES: usize = 8;
/// So many deviations are a clear border.
const CLEAR: f32 = 0.6;
/// Share of a side next to a corner that is left out.
const CORNER: f32 = 0.1;
/// The strips begin so many shrunk pixels from the side …
const GAP: f32 = 2.0;
/// … and are as wide as this share of the shorter side, within limits in shrunk pixels.
const WIDTH: (f32, f32, f32) = (0.12, 4.0, 14.0);
/// Places in each direction at which colours are taken, how far around the outline as a share of its size, and bins of
/// each channel.
const GRID: usize = 28;
const AROUND: f32 = 0.25;
const BINS: usize = 11;
/// Grey levels of deviation that always count as noise.
const NOISE: f32 = 3.0;

/// For each side, how clearly the mean colours inside and outside differ compared with how much they vary: 0 for not at
/// all, 1 for a clear border. `None` for a side of which the picture does not show both sides.
pub(super) fn parting(quad: &Quad, shrunk: &Shrunk) -> [Option<f32>; 4] {
    let middle = quad.middle();
    let shorter = quad.lengths().into_iter().fold(f32::MAX, f32::min);
    let width = (WIDTH.0 * shorter).clamp(WIDTH.1, WIDTH.2);
    let taps = width as usize;
    std::array::from_fn(|side| {
        let (from, to) = quad.sides()[side];
        let length = from.distance(to).max(1e-3);
        let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
        let sign = if (from.x - middle.x) * dy - (from.y - middle.y) * dx >= 0.0 { 1.0 } else { -1.0 };
        let across = (dy * sign, -dx * sign);
        // Part by part: a printed head inside does not hide that each part differs from what is outside.
        let parts: [Option<f32>; PARTS] = std::array::from_fn(|part| {
            let (mut inner, mut outer) = (Strip::default(), Strip::default());
            for place in part * PLACES..(part + 1) * PLACES {
                let share = CORNER + (1.0 - 2.0 * CORNER) * (place as f32 + 0.5) / (PARTS * PLACES) as f32;
                let on = from.towards(to, share);
                for tap in 0..taps {
                    let distance = GAP + tap as f32;
                    inner.add(shrunk, on.x - across.0 * distance, on.y - across.1 * distance);
                    outer.add(shrunk, on.x + across.0 * distance, on.y + across.1 * distance);
                }
            }
            let enough = (PLACES * taps) as f32 / 3.0;
            (inner.count > enough && outer.count > enough).then(|| (inner.apart(&outer) / CLEAR).min(1.0))
        });
        let known = parts.iter().flatten();
        let count = known.clone().count();
        (count > 0).then(|| known.sum::<f32>() / count as f32)
    })
}

/// Share of the colours inside an outline that are around it as well, 0 to 1: of a piece of a pattern all are.
pub(super) fn alike(quad: &Quad, shrunk: &Shrunk) -> f32 {
    let (mut inside, mut outside) = (vec![0.0_f32; BINS * BINS * BINS], vec![0.0_f32; BINS * BINS * BINS]);
    let (mut in_count, mut out_count) = (0.0, 0.0);
    for row in 0..GRID {
        for column in 0..GRID {
            let share = |n: usize| (n as f32 + 0.5) / GRID as f32 * (1.0 + 2.0 * AROUND) - AROUND;
            let (u, v) = (share(column), share(row));
            let place = quad.at(u, v);
            let is_in = |share: f32| (0.03..0.97).contains(&share);
            let is_near = |share: f32| (-0.03..1.03).contains(&share);
            let is_shown = place.x >= 0.0
                && place.y >= 0.0
                && place.x < shrunk.width as f32
                && place.y < shrunk.height as f32;
            if !is_shown {
                continue;
            }
            let bin = shrunk.near(place.x, place.y).map(|value| value as usize * BINS / 256);
            let bin = (bin[0].min(BINS - 1) * BINS + bin[1].min(BINS - 1)) * BINS + bin[2].min(BINS - 1);
            if is_in(u) && is_in(v) {
                inside[bin] += 1.0;
                in_count += 1.0;
            } else if !(is_near(u) && is_near(v)) {
                outside[bin] += 1.0;
                out_count += 1.0;
            }
        }
    }
    if out_count < (GRID * GRID) as f32 * 0.05 || in_count < 1.0 {
        return 0.5;
    }
    inside.iter().zip(&outside).map(|(a, b)| (a / in_count).min(b / out_count)).sum()
}

/// Sums over the pixels of a strip.
#[derive(Default)]
pub(super) struct Strip {
    count: f32,
    sum: [f32; 3],
    squares: [f32; 3],
}

impl Strip {
    /// A grid of places inside a quad.
    pub(super) fn inside(quad: &Quad, shrunk: &Shrunk) -> Self {
        let mut strip = Self::default();
        for n in 0..GRID * GRID {
            let share = |n: usize| (n as f32 + 0.5) / GRID as f32;
            let place = quad.at(share(n % GRID), share(n / GRID));
            strip.add(shrunk, place.x, place.y);
        }
        strip
    }

    pub(super) fn add(&mut self, shrunk: &Shrunk, x: f32, y: f32) {
        if x < 0.0 || y < 0.0 || x >= shrunk.width as f32 || y >= shrunk.height as f32 {
            return;
        }
        self.count += 1.0;
        for (c, value) in shrunk.near(x, y).into_iter().enumerate() {
            self.sum[c] += value;
            self.squares[c] += value * value;
        }
    }

    /// Distance of the means in deviations of both, of the channel where it is largest.
    pub(super) fn apart(&self, other: &Strip) -> f32 {
        let channel = |c: usize| {
            let (a, b) = (self.sum[c] / self.count, other.sum[c] / other.count);
            let spread = |strip: &Strip, mean: f32| (strip.squares[c] / strip.count - mean * mean).max(0.0);
            (a - b).abs() / ((spread(self, a) + spread(other, b)).sqrt() + NOISE)
        };
        (0..3).map(channel).fold(0.0, f32::max)
    }
}
