//! A page made easier to read, and nothing else: the light evened out, the paper white, the print a little crisper.
//!
//! Every pixel is brightened by a gain that changes slowly over the page, so that what is darker than its
//! neighbourhood stays darker, and colours keep their hue. Nothing is made black and white, nothing is painted.

use crate::luma::{Luma, percentile};
use image::RgbImage;

/// Cells along the longer side of the page; a cell is several lines of print high, so that it holds some paper.
const CELLS: usize = 32;
/// In each cell the paper is as bright as this share of its pixels from the darkest.
const PAPER: f32 = 0.85;
/// How much brighter and darker the evened light may make a place.
const EVENED: (f32, f32) = (0.75, 2.2);
/// How much the finer light of a sheet of paper may differ from the smooth light of the whole page.
const SHADOW: f32 = 1.45;
/// Where paper and the lightest parts of a card come to lie.
const WHITE: f32 = 236.0;
/// Nothing that has print on it becomes lighter than this, even where most of the page is darker: it would be lost.
const LIGHTEST: f32 = 248.0;
/// How much brighter the whole may become; beyond this there is more noise than print.
const BRIGHTENED: f32 = 4.0;
/// How much a channel may be corrected towards white, on paper and on a printed card.
const BALANCED: (f32, f32) = (1.3, 1.08);
/// Share of the lightest cells' brightness that the darkest print is pulled down by at most.
const DARKENED: f32 = 0.3;
/// Strength of the crisper edges, the least difference that counts, and the most they may overshoot.
const CRISP: (i32, i32, i32) = (5, 3, 8);

/// The page with even light, white paper and full contrast. Same size; an empty picture stays empty.
pub fn enhance(page: &RgbImage) -> RgbImage {
    if page.width() < 3 || page.height() < 3 {
        return page.clone();
    }
    let cells = Cells::of(page);
    let mut better = toned(page, &cells, &cells.light());
    crisp(&mut better);
    better
}

/// How bright white paper would be in each cell.
struct Light {
    levels: Vec<f32>,
    /// Whether the page is a sheet of paper, not a printed card.
    on_paper: bool,
}

/// What the page shows on a coarse grid.
struct Cells {
    across: usize,
    down: usize,
    side: usize,
    /// Brightness of the paper in each cell, 1 to 255, and its mean colour.
    paper: Vec<(f32, [f32; 3])>,
    /// Brightness that 1 of 100 pixels of a cell falls below.
    print: Vec<f32>,
}

impl Cells {
    fn of(page: &RgbImage) -> Self {
        let (width, height) = (page.width() as usize, page.height() as usize);
        let side = width.max(height).div_ceil(CELLS).max(8);
        let (across, down) = (width.div_ceil(side), height.div_ceil(side));
        let luma = Luma::of(page);
        let (mut paper, mut print) = (vec![], vec![]);
        for (row, column) in (0..across * down).map(|cell| (cell / across, cell % across)) {
            // The last cells of a row or column reach back, so that all have the same size.
            let left = (column * side).min(width.saturating_sub(side));
            let top = (row * side).min(height.saturating_sub(side));
            let places = (top..(top + side).min(height))
                .step_by(2)
                .flat_map(|y| (left..(left + side).min(width)).step_by(2).map(move |x| y * width + x));
            let mut counts = [0_u32; 256];
            places.clone().for_each(|at| counts[usize::from(luma.pixels[at])] += 1);
            let level = luma_at(&counts, PAPER);
            print.push(f32::from(luma_at(&counts, 0.01)));
            let (mut sum, mut count) = ([0.0; 3], 0.0);
            for at in places.filter(|at| luma.pixels[*at] >= level) {
                let pixel = &page.as_raw()[at * 3..at * 3 + 3];
                for (sum, value) in sum.iter_mut().zip(pixel) {
                    *sum += f32::from(*value);
                }
                count += 1.0;
            }
            paper.push((f32::from(level.max(1)), sum.map(|sum: f32| sum / f32::max(count, 1.0))));
        }
        Self { across, down, side, paper, print }
    }

    /// Place of a cell's middle on the page, -1 to 1 in both directions.
    fn place(&self, cell: usize) -> (f64, f64) {
        let part = |index: usize, count: usize| (index as f64 + 0.5) / count as f64 * 2.0 - 1.0;
        (part(cell % self.across, self.across), part(cell / self.across, self.down))
    }

    /// A smooth surface through the lighter cells: dark cells are
    /// photographs and print, not shadow. Where nearly all cells follow it the page is paper, and the finer shadows of
    /// hands and heads count too.
    fn light(&self) -> Light {
        let levels: Vec<f64> = self.paper.iter().map(|(level, _)| f64::from(*level).ln()).collect();
        let surface = self.surface(&levels);
        if !self.is_paper(&surface) {
            return Light {
                levels: surface.iter().map(|level| level.exp() as f32).collect(),
                on_paper: false,
            };
        }
        let closed = self.extreme(&self.extreme(&levels, f64::max), f64::min);
        let fine = self.mean(&self.mean(&closed));
        let limit = f64::from(SHADOW).ln();
        let within = |(fine, smooth): (&f64, &f64)| fine.clamp(smooth - limit, smooth + limit).exp() as f32;
        Light { levels: fine.iter().zip(&surface).map(within).collect(), on_paper: true }
    }

    /// Whether most cells have paper in them: all about as light as the light is there, and hardly coloured.
    fn is_paper(&self, surface: &[f64]) -> bool {
        let plain = |(cell, smooth): (&(f32, [f32; 3]), &f64)| {
            let (level, [r, g, b]) = *cell;
            let (least, most) = (r.min(g).min(b), r.max(g).max(b));
            (f64::from(level).ln() - smooth).abs() < 0.25 && most - least < 0.22 * most
        };
        let count = self.paper.iter().zip(surface).filter(|cell| plain(*cell)).count();
        count * 10 >= self.paper.len() * 7
    }

    /// A surface of second order through the logarithms, which outliers, dark ones above all, hardly bend.
    fn surface(&self, levels: &[f64]) -> Vec<f64> {
        let terms: Vec<[f64; 6]> = (0..levels.len())
            .map(|cell| {
                let (x, y) = self.place(cell);
                [1.0, x, y, x * x, x * y, y * y]
            })
            .collect();
        let value = |factors: &[f64; 6], terms: &[f64; 6]| -> f64 {
            factors.iter().zip(terms).map(|(factor, term)| factor * term).sum()
        };
        let mut sorted = levels.to_vec();
        sorted.sort_by(f64::total_cmp);
        let usual = sorted[sorted.len() * 7 / 10];
        let mut factors = [usual, 0.0, 0.0, 0.0, 0.0, 0.0];
        for _ in 0..12 {
            let mut sums = [[0.0; 7]; 6];
            for (terms, level) in terms.iter().zip(levels) {
                let off = level - value(&factors, terms);
                let scale = if off < 0.0 { 0.08 } else { 0.16 };
                let weight = 1.0 / (1.0 + (off / scale).powi(2));
                for (row, sum) in sums.iter_mut().enumerate() {
                    for (column, sum) in sum.iter_mut().take(6).enumerate() {
                        *sum += weight * terms[row] * terms[column];
                    }
                    sum[6] += weight * terms[row] * level;
                }
            }
            // Nothing else said, the light is even.
            for (index, row) in sums.iter_mut().enumerate().skip(1) {
                row[index] += 0.02 * levels.len() as f64;
            }
            match solved(sums) {
                Some(better) => factors = better,
                None => break,
            }
        }
        terms.iter().map(|terms| value(&factors, terms)).collect()
    }

    /// Each cell becomes the extreme of its neighbourhood of 5 × 5.
    fn extreme(&self, values: &[f64], pick: fn(f64, f64) -> f64) -> Vec<f64> {
        self.neighbourhoods(2, |cells| cells.map(|cell| values[cell]).reduce(pick).unwrap_or_default())
    }

    /// Each cell becomes the mean of its neighbourhood of 3 × 3.
    fn mean(&self, values: &[f64]) -> Vec<f64> {
        self.neighbourhoods(1, |cells| {
            let (sum, count) = cells.fold((0.0, 0.0), |(sum, count), cell| (sum + values[cell], count + 1.0));
            sum / count
        })
    }

    fn neighbourhoods(
        &self,
        reach: usize,
        value: impl Fn(&mut dyn Iterator<Item = usize>) -> f64,
    ) -> Vec<f64> {
        let around = |index: usize, count: usize| index.saturating_sub(reach)..(index + reach + 1).min(count);
        let cells = 0..self.across * self.down;
        let neighbours = |cell: usize| {
            let columns = around(cell % self.across, self.across);
            around(cell / self.across, self.down)
                .flat_map(move |row| columns.clone().map(move |column| row * self.across + column))
        };
        cells.map(|cell| value(&mut neighbours(cell))).collect()
    }
}

/// Solves six equations; `None` where they have no single solution.
fn solved(mut rows: [[f64; 7]; 6]) -> Option<[f64; 6]> {
    for at in 0..6 {
        let pivot = (at..6).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()))?;
        rows.swap(at, pivot);
        let row = rows[at];
        if row[at].abs() < 1e-9 {
            return None;
        }
        for (_, other) in rows.iter_mut().enumerate().filter(|(index, _)| *index != at) {
            let factor = other[at] / row[at];
            for (value, with) in other.iter_mut().zip(row) {
                *value -= factor * with;
            }
        }
    }
    Some(std::array::from_fn(|at| rows[at][6] / rows[at][at]))
}

/// A percentile of luma; white where there is none.
fn luma_at(counts: &[u32], share: f32) -> u8 {
    percentile(counts, share).unwrap_or(255) as u8
}

fn middle(mut values: Vec<f32>, share: f32) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get((values.len() as f32 * share) as usize).copied().unwrap_or(1.0)
}

/// Each pixel times the gain of its place, its channel's part of the white balance, less the darkest print.
fn toned(page: &RgbImage, cells: &Cells, light: &Light) -> RgbImage {
    let usual = middle(light.levels.clone(), 0.8).max(1.0);
    let gains: Vec<f32> =
        light.levels.iter().map(|light| (usual / light).clamp(EVENED.0, EVENED.1)).collect();
    let evened =
        |values: Vec<f32>| -> Vec<f32> { values.iter().zip(&gains).map(|(v, gain)| v * gain).collect() };
    let levels = evened(cells.paper.iter().map(|(level, _)| *level).collect());
    let white = middle(levels.clone(), if light.on_paper { 0.6 } else { 0.97 }).max(1.0);
    let black = middle(evened(cells.print.clone()), 0.1).min(white * DARKENED) * 0.8;

    // The colour of the light is that of the lightest cells: paper, or the white parts of a card.
    let white_cells = cells.paper.iter().zip(&levels).filter(|(_, level)| **level >= white * 0.97);
    let (mut colour, mut count) = ([0.0_f32; 3], 0.0_f32);
    for ((_, paper), _) in white_cells {
        colour.iter_mut().zip(paper).for_each(|(sum, value)| *sum += value);
        count += 1.0;
    }
    let colour = colour.map(|sum| (sum / count.max(1.0)).max(1.0));
    let grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
    let most = if light.on_paper { BALANCED.0 } else { BALANCED.1 };
    let lightest = middle(levels, 0.99);
    let stretch = (WHITE / (white - black).max(1.0)).clamp(0.9, BRIGHTENED);
    let stretch = stretch.min(LIGHTEST / (lightest - black).max(1.0));
    let factors = colour.map(|value| (grey / value).clamp(1.0 / most, most) * stretch);

    let (width, side) = (page.width() as usize, cells.side as f32);
    let mut better = RgbImage::new(page.width(), page.height());
    let mut row_gains = vec![0.0_f32; width];
    let rows = page.chunks_exact(width * 3).zip(better.chunks_exact_mut(width * 3));
    for (y, (from, to)) in rows.enumerate() {
        let (upper, lower, part_y) = between(y as f32 / side - 0.5, cells.down);
        for (x, gain) in row_gains.iter_mut().enumerate() {
            let (left, right, part_x) = between(x as f32 / side - 0.5, cells.across);
            let along = |row: usize| {
                let (a, b) = (gains[row * cells.across + left], gains[row * cells.across + right]);
                a + (b - a) * part_x
            };
            *gain = along(upper) + (along(lower) - along(upper)) * part_y;
        }
        for ((to, from), gain) in to.chunks_exact_mut(3).zip(from.chunks_exact(3)).zip(&row_gains) {
            for ((to, from), factor) in to.iter_mut().zip(from).zip(factors) {
                *to = ((f32::from(*from) * gain - black) * factor + 0.5).clamp(0.0, 255.0) as u8;
            }
        }
    }
    better
}

/// The two cells around a place, and how far it is from the first to the second.
fn between(place: f32, count: usize) -> (usize, usize, f32) {
    let place = place.clamp(0.0, (count - 1) as f32);
    let first = place as usize;
    (first, (first + 1).min(count - 1), place - first as f32)
}

/// Edges a little steeper, within what their neighbours show. All channels move alike, so that no colour changes.
fn crisp(page: &mut RgbImage) {
    let luma = Luma::of(page);
    let width = luma.width;
    let (strength, least, most) = CRISP;
    for y in 1..luma.height - 1 {
        let rows: [&[u8]; 3] = std::array::from_fn(|dy| &luma.pixels[(y + dy - 1) * width..][..width]);
        let target = page.chunks_exact_mut(width * 3).nth(y).unwrap_or_default();
        for (x, pixel) in target.chunks_exact_mut(3).enumerate().take(width - 1).skip(1) {
            let here = i32::from(rows[1][x]);
            let (mut low, mut high, mut sum) = (here, here, 0);
            for (row, weight) in rows.iter().zip([1, 2, 1]) {
                let [a, b, c] = [row[x - 1], row[x], row[x + 1]].map(i32::from);
                low = low.min(a).min(b).min(c);
                high = high.max(a).max(b).max(c);
                sum += weight * (a + 2 * b + c);
            }
            let detail = 16 * here - sum;
            if detail.abs() < least * 16 {
                continue;
            }
            let change = (here + detail * strength / 64).clamp(low - most, high + most) - here;
            for byte in pixel {
                *byte = (i32::from(*byte) + change).clamp(0, 255) as u8;
            }
        }
    }
}
