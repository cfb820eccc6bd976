//! What lies over a document: mirrored lamps and fingers, on the shrunk picture.

use crate::find::Shrunk;
use crate::quad::{Point, Quad};

/// So many hundredths of a document are darker than its ground …
const GROUND: usize = 40;
/// … and where that is lighter than this in its darkest channel, a mirrored lamp cannot be told from it.
const WHITE: f32 = 241.0;
/// A mirrored lamp is white in all channels …
const LAMP: f32 = 246.0;
/// … and so is what is around each place of it: no print is left.
const NO_PRINT: f32 = 241.0;
/// Print in the light is this far from it to all sides at most, in shrunk pixels …
const HOLE: usize = 8;
/// … and where there is this much of it for each bare place, the light hides nothing.
const PRINTED: f32 = 0.1;
/// A print that is lighter than the paper ends in a step; a mirrored lamp fades. Grey levels a pixel.
const FADES: f32 = 30.0;
/// Neighbours that differ more than this in a channel are different things.
const EDGE: f32 = 32.0;
/// A finger is as light as where it comes in, but for the light that falls on its round sides.
const SAME_SKIN: f32 = 75.0;
/// Skin is looked for from this much outside the outline.
const AROUND: f32 = 1.04;
/// Skin further from the outline than this share of the shorter side lies over the document.
const DEEP: f32 = 0.05;

/// Luma inside a document, pixel by pixel of the shrunk picture.
pub(super) struct Cover<'a> {
    shrunk: &'a Shrunk,
    /// In pixels of the shrunk picture.
    quad: Quad,
    inside: Vec<bool>,
    count: usize,
}

impl<'a> Cover<'a> {
    pub(super) fn new(shrunk: &'a Shrunk, quad: &Quad) -> Self {
        let quad = quad.scaled(1.0 / shrunk.factor as f32);
        let inner = quad.grown(0.97);
        let mut inside = Vec::with_capacity(shrunk.width * shrunk.height);
        for y in 0..shrunk.height {
            for x in 0..shrunk.width {
                inside.push(inner.contains(Point::new(x as f32 + 0.5, y as f32 + 0.5)));
            }
        }
        let count = inside.iter().filter(|inside| **inside).count();
        Self { shrunk, quad, inside, count }
    }

    fn colour(&self, index: usize) -> [f32; 3] {
        [0, 1, 2].map(|c| self.shrunk.planes[c][index])
    }

    fn luma(&self, index: usize) -> f32 {
        let [r, g, b] = self.colour(index);
        0.3 * r + 0.59 * g + 0.11 * b
    }

    /// Share of the document that a mirrored lamp bleaches: white, with no print left in it, and fading away at its
    /// rim. 0 where the paper itself is white, or print stands in the light.
    pub(super) fn glare(&self) -> f32 {
        let least = |index: usize| self.colour(index).into_iter().fold(f32::MAX, f32::min);
        let mut all: Vec<f32> = (0..self.inside.len()).filter(|i| self.inside[*i]).map(least).collect();
        if all.is_empty() {
            return 0.0;
        }
        let ground = all.len() * GROUND / 100;
        let (_, ground, _) = all.select_nth_unstable_by(ground, f32::total_cmp);
        if *ground > WHITE {
            return 0.0;
        }
        let (width, height) = (self.shrunk.width, self.shrunk.height);
        let is_lamp: Vec<bool> =
            (0..self.inside.len()).map(|index| self.inside[index] && least(index) >= LAMP).collect();
        let (mut bare, mut rim, mut soft) = (0, 0, 0);
        for y in 2..height.saturating_sub(2) {
            for index in y * width + 2..(y + 1) * width - 2 {
                if !is_lamp[index] {
                    continue;
                }
                let near = [index - 2, index + 2, index - 2 * width, index + 2 * width];
                bare += usize::from(near.into_iter().all(|other| least(other) >= NO_PRINT));
                for other in [index - 1, index + 1, index - width, index + width] {
                    if self.inside[other] && !is_lamp[other] {
                        rim += 1;
                        soft += usize::from(self.luma(index) - self.luma(other) < FADES);
                    }
                }
            }
        }
        let holes = holes(&is_lamp, width);
        if soft * 5 < rim * 3 || holes as f32 > PRINTED * bare as f32 {
            return 0.0;
        }
        bare as f32 / self.count.max(1) as f32
    }

    /// Whether two colours are alike in each channel.
    fn alike(&self, one: usize, other: usize, most: f32) -> bool {
        let (one, other) = (self.colour(one), self.colour(other));
        (0..3).all(|c| (one[c] - other[c]).abs() < most)
    }

    /// Share of the document that skin covers which reaches over from outside. A finger has no edge where it crosses
    /// the outline, a card on wood has.
    pub(super) fn skin(&self) -> f32 {
        let width = self.shrunk.width;
        let own = (0..self.inside.len()).filter(|i| self.inside[*i] && is_skin(self.colour(*i))).count();
        // A document of the colour of skin tells nothing.
        if own == 0 || own * 2 > self.count {
            return 0.0;
        }
        let place = |index: usize| Point::new((index % width) as f32 + 0.5, (index / width) as f32 + 0.5);
        let (rim, around) = (self.quad.grown(1.01), self.quad.grown(AROUND));
        let mut seen = vec![false; self.inside.len()];
        // Places, and where their skin came in from.
        let mut open: Vec<(usize, usize)> = vec![];
        for (index, seen) in seen.iter_mut().enumerate() {
            let outside = around.contains(place(index)) && !rim.contains(place(index));
            if outside && is_skin(self.colour(index)) {
                *seen = true;
                open.push((index, index));
            }
        }
        let deep = DEEP * self.quad.lengths().into_iter().fold(f32::MAX, f32::min);
        let sides = self.quad.sides();
        let mut over = 0;
        while let Some((index, from)) = open.pop() {
            let here = place(index);
            let to_side = |(a, b): (Point, Point)| {
                let cross = (b.x - a.x) * (here.y - a.y) - (b.y - a.y) * (here.x - a.x);
                cross.abs() / a.distance(b).max(1e-6)
            };
            let is_deep = sides.into_iter().map(to_side).fold(f32::MAX, f32::min) > deep;
            over += usize::from(self.inside[index] && is_deep);
            for other in [index.wrapping_sub(1), index + 1, index.wrapping_sub(width), index + width] {
                if seen.get(other) == Some(&false)
                    && rim.contains(place(other))
                    && is_skin(self.colour(other))
                    && self.alike(index, other, EDGE)
                    && self.alike(from, other, SAME_SKIN)
                {
                    seen[other] = true;
                    open.push((other, from));
                }
            }
        }
        over as f32 / self.count.max(1) as f32
    }
}

/// Places that are not set but lie between set ones, to all four sides not far away: print in the light.
fn holes(set: &[bool], width: usize) -> usize {
    let height = set.len() / width.max(1);
    let mut sides = vec![0_u8; set.len()];
    let mut walk = |start: usize, step: isize, count: usize| {
        let (mut index, mut since) = (start as isize, HOLE);
        for _ in 0..count {
            since = if set[index as usize] { 0 } else { since + 1 };
            sides[index as usize] += u8::from(since > 0 && since < HOLE);
            index += step;
        }
    };
    let (across, down) = (1_isize, width as isize);
    for y in 0..height {
        walk(y * width, across, width);
        walk((y + 1) * width - 1, -across, width);
    }
    for x in 0..width {
        walk(x, down, height);
        walk((height - 1) * width + x, -down, height);
    }
    sides.iter().filter(|sides| **sides == 4).count()
}

/// Skin of any tone: red above green above blue, in proportions that light does not change.
fn is_skin([r, g, b]: [f32; 3]) -> bool {
    let sum = r + g + b;
    let (red, green) = (r / sum.max(1.0), g / sum.max(1.0));
    sum > 90.0 && (0.38..0.58).contains(&red) && (0.26..0.345).contains(&green) && r > 1.18 * g && g > b
}
