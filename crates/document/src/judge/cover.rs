//! What lies over a document: mirrored lamps and fingers, on the shrunk picture.

use crate::find::Shrunk;
use crate::quad::{Point, Quad};

/// Paper lighter than this is too light to tell a mirrored lamp from it.
const WHITE: f32 = 238.0;
/// A mirrored lamp is so many grey levels lighter than the paper …
const ABOVE_PAPER: f32 = 12.0;
/// … and at least so light.
const LAMP: f32 = 247.0;
/// Colours of a lamp differ by less than this.
const GREY: f32 = 30.0;
/// A print that is lighter than the paper ends in a step; a mirrored lamp fades. Grey levels a pixel.
const FADES: f32 = 30.0;
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

    /// Share of the document that a mirrored lamp bleaches.
    pub(super) fn glare(&self) -> f32 {
        let mut lumas: Vec<f32> =
            (0..self.inside.len()).filter(|i| self.inside[*i]).map(|i| self.luma(i)).collect();
        if lumas.is_empty() {
            return 0.0;
        }
        let middle = lumas.len() * 6 / 10;
        let (_, paper, _) = lumas.select_nth_unstable_by(middle, f32::total_cmp);
        let paper = *paper;
        if paper > WHITE {
            return 0.0;
        }
        let least = LAMP.max(paper + ABOVE_PAPER);
        let width = self.shrunk.width;
        let is_lamp = |index: usize| {
            let [r, g, b] = self.colour(index);
            self.inside[index] && self.luma(index) >= least && r.max(g).max(b) - r.min(g).min(b) < GREY
        };
        let (mut count, mut rim, mut soft) = (0, 0, 0);
        for y in 1..self.shrunk.height.saturating_sub(1) {
            for x in 1..width - 1 {
                let index = y * width + x;
                if !is_lamp(index) {
                    continue;
                }
                count += 1;
                for other in [index - 1, index + 1, index - width, index + width] {
                    if self.inside[other] && !is_lamp(other) {
                        rim += 1;
                        soft += usize::from(self.luma(index) - self.luma(other) < FADES);
                    }
                }
            }
        }
        if soft * 5 < rim * 3 { 0.0 } else { count as f32 / self.count.max(1) as f32 }
    }

    /// Share of the document that skin covers which reaches over from outside.
    pub(super) fn skin(&self) -> f32 {
        let (width, height) = (self.shrunk.width, self.shrunk.height);
        let total = (0..self.inside.len()).filter(|i| self.inside[*i]).count();
        let own = (0..self.inside.len()).filter(|i| self.inside[*i] && is_skin(self.colour(*i))).count();
        // A document of the colour of skin tells nothing.
        if own == 0 || own * 2 > total {
            return 0.0;
        }
        let outer = self.quad.grown(1.03);
        let mut seen = vec![false; self.inside.len()];
        let mut open: Vec<usize> = vec![];
        for y in 1..height.saturating_sub(1) {
            for x in 1..width.saturating_sub(1) {
                let index = y * width + x;
                let at_rim =
                    !self.inside[index] && outer.contains(Point::new(x as f32 + 0.5, y as f32 + 0.5));
                if at_rim && is_skin(self.colour(index)) {
                    seen[index] = true;
                    open.push(index);
                }
            }
        }
        let lengths = self.quad.lengths();
        let deep = DEEP * lengths.iter().copied().fold(f32::MAX, f32::min);
        let sides = self.quad.sides();
        let mut over = 0;
        while let Some(index) = open.pop() {
            let (x, y) = (index % width, index / width);
            let place = Point::new(x as f32 + 0.5, y as f32 + 0.5);
            let from_side = |(a, b): (Point, Point)| {
                let cross = (b.x - a.x) * (place.y - a.y) - (b.y - a.y) * (place.x - a.x);
                cross.abs() / a.distance(b).max(1e-6)
            };
            over += usize::from(sides.into_iter().map(from_side).fold(f32::MAX, f32::min) > deep);
            for other in [index.wrapping_sub(1), index + 1, index.wrapping_sub(width), index + width] {
                if self.inside.get(other) == Some(&true) && !seen[other] && is_skin(self.colour(other)) {
                    seen[other] = true;
                    open.push(other);
                }
            }
        }
        over as f32 / total.max(1) as f32
    }
}

/// Skin of any tone: red above green above blue, in proportions that light does not change.
fn is_skin([r, g, b]: [f32; 3]) -> bool {
    let sum = r + g + b;
    let (red, green) = (r / sum.max(1.0), g / sum.max(1.0));
    sum > 90.0 && (0.38..0.58).contains(&red) && (0.26..0.345).contains(&green) && r > 1.18 * g && g > b
}
