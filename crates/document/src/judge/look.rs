//! Runs of pixels inside a document: what they span, how steep they are, how light and how noisy it is.
//!
//! Sharpness is how steep the edges are that the picture has, not how many it has: a sheet with one line of text is as
//! sharp as a full one. Of each run of 24 pixels along a row or a column it is known what it spans and its steepest
//! step.

use crate::luma;
use crate::quad::{Point, Quad};
use image::RgbImage;
use std::f32::consts::SQRT_2;

/// Pixels in a run.
const RUN: usize = 24;
/// Bands of rows are looked at, no more than about so many.
const BANDS: usize = 16;
/// Share of the runs with something in them that span less than the full contrast.
const FULL: f32 = 0.98;
/// A run has an edge where it spans this share of the full contrast …
const EDGE: f32 = 0.3;
/// … and at least so many grey levels …
const LEAST_CONTRAST: f32 = 12.0;
/// … and deviations of the noise.
const ABOVE_NOISE: f32 = 4.5;
/// Share of the edges with smaller steps than the one that tells.
const STEPS: f32 = 0.75;
/// Share of all runs that must count for a direction to say anything.
const EVIDENCE: f32 = 0.001;
/// So many must in any case.
const LEAST_RUNS: f32 = 10.0;
/// Share of the runs that span less than what is taken as the contrast of the print.
const PRINT: f32 = 0.96;
/// A channel from here on is blown out.
const CLIPPED: u8 = 246;

/// What a run of pixels spans, and its steepest step.
#[derive(Clone, Copy)]
struct Run {
    range: u8,
    step: u8,
}

/// What the pixels of a part of a picture are like.
pub(super) struct Look {
    along_rows: Vec<Run>,
    along_columns: Vec<Run>,
    /// Down to the right, and down to the left.
    aslant: [Vec<Run>; 2],
    counts: [u32; 256],
    clipped: u32,
    bends: [u32; 256],
}

impl Look {
    /// The part inside a convex quad.
    pub(super) fn of(picture: &RgbImage, part: &Quad) -> Self {
        let mut look = Self {
            along_rows: vec![],
            along_columns: vec![],
            aslant: [vec![], vec![]],
            counts: [0; 256],
            clipped: 0,
            bends: [0; 256],
        };
        let clamp = |value: f32, most: u32| value.clamp(0.0, most as f32) as usize;
        let limits = |of: fn(&Point) -> f32, most: u32| {
            let values = part.0.iter().map(of);
            (clamp(values.clone().fold(f32::MAX, f32::min), most), clamp(values.fold(0.0, f32::max), most))
        };
        let (left, right) = limits(|p| p.x, picture.width());
        let (top, bottom) = limits(|p| p.y, picture.height());
        let step = ((bottom - top) / BANDS).max(RUN);
        let width = right - left;
        let mut band = vec![0_u8; width * (RUN + 1)];
        for first in (top..bottom.saturating_sub(RUN)).step_by(step) {
            let spans: Vec<_> = (first..=first + RUN).map(|y| span(part, y, (left, right))).collect();
            for (row, y) in band.chunks_exact_mut(width.max(1)).zip(first..) {
                look.read_row(picture, (left, right), y, &spans[y - first], row);
            }
            for (row, span) in band.chunks_exact(width.max(1)).zip(&spans).step_by(3) {
                let inside = &row[span.0 - left..span.1 - left];
                look.along_rows.extend(inside.windows(RUN + 1).step_by(RUN).map(run));
            }
            let from = spans[0].0.max(spans[RUN].0) - left;
            let to = (spans[0].1.min(spans[RUN].1) - left).max(from);
            look.read_columns(&band, width, (from, to));
            look.read_aslant(&band, width, spans[0], spans[RUN], left);
        }
        look
    }

    /// Turns a row into luma, counting what lies inside the span.
    fn read_row(
        &mut self,
        picture: &RgbImage,
        (left, right): (usize, usize),
        y: usize,
        span: &(usize, usize),
        row: &mut [u8],
    ) {
        let start = (y * picture.width() as usize + left) * 3;
        let pixels = &picture.as_raw()[start..start + (right - left) * 3];
        for (value, p) in row.iter_mut().zip(pixels.chunks_exact(3)) {
            *value = ((77 * u32::from(p[0]) + 150 * u32::from(p[1]) + 29 * u32::from(p[2])) >> 8) as u8;
        }
        if !y.is_multiple_of(4) {
            return;
        }
        let (from, to) = (span.0 - left, span.1 - left);
        for p in pixels[from * 3..to * 3].chunks_exact(3) {
            self.clipped += u32::from(p[0].min(p[1]).min(p[2]) >= CLIPPED);
        }
        for value in &row[from..to] {
            self.counts[usize::from(*value)] += 1;
        }
        for three in row[from..to].windows(3).step_by(2) {
            let bend = (i32::from(three[0]) - 2 * i32::from(three[1]) + i32::from(three[2])).unsigned_abs();
            self.bends[bend.min(255) as usize] += 1;
        }
    }

    /// Down the columns of a band of rows, row by row so that memory is read in its order.
    fn read_columns(&mut self, band: &[u8], width: usize, (from, to): (usize, usize)) {
        let mut rows = band.chunks_exact(width.max(1)).map(|row| &row[from..to]);
        let Some(mut above) = rows.next() else { return };
        let (mut low, mut high, mut step) = (above.to_vec(), above.to_vec(), vec![0_u8; to - from]);
        for row in rows {
            for x in 0..row.len() {
                low[x] = low[x].min(row[x]);
                high[x] = high[x].max(row[x]);
                step[x] = step[x].max(above[x].abs_diff(row[x]));
            }
            above = row;
        }
        let columns = (0..to - from).step_by(3);
        self.along_columns.extend(columns.map(|x| Run { range: high[x] - low[x], step: step[x] }));
    }

    /// Across a band from its first row to its last.
    fn read_aslant(
        &mut self,
        band: &[u8],
        width: usize,
        first: (usize, usize),
        last: (usize, usize),
        left: usize,
    ) {
        for (to_left, runs) in [false, true].into_iter().zip(&mut self.aslant) {
            // In a convex part a run is inside where its ends are.
            let (from, to) = if to_left {
                (first.0.max(last.0 + RUN), first.1.min(last.1 + RUN))
            } else {
                (first.0.max(last.0.saturating_sub(RUN)), first.1.min(last.1.saturating_sub(RUN)))
            };
            for x in (from.saturating_sub(left)..to.saturating_sub(left)).step_by(5) {
                let start = if to_left { x.checked_sub(RUN) } else { Some(x) };
                if let Some(start) = start.filter(|start| start + RUN < width) {
                    let at = |row: usize| row * width + if to_left { start + RUN - row } else { start + row };
                    let pixels: [u8; RUN + 1] = std::array::from_fn(|row| band[at(row)]);
                    runs.push(run(&pixels));
                }
            }
        }
    }

    /// A percentile of luma, 0 to 1.
    pub(super) fn light(&self, share: f32) -> f32 {
        percentile(&self.counts, share) as f32 / 255.0
    }

    /// Share of pixels that are blown out in all channels.
    pub(super) fn clipped(&self) -> f32 {
        self.clipped as f32 / self.counts.iter().sum::<u32>().max(1) as f32
    }

    /// Standard deviation of the noise in grey levels.
    pub(super) fn noise(&self) -> f32 {
        // The second difference of noise has √6 times its deviation, and its median size is 0.6745 of that.
        (percentile(&self.bends, 0.5) as f32 / 1.65).max(0.3)
    }

    /// Grey levels between paper and print, without the noise.
    pub(super) fn print(&self) -> f32 {
        let mut counts = [0; 256];
        for run in self.along_rows.iter().chain(&self.along_columns) {
            counts[usize::from(run.range)] += 1;
        }
        (percentile(&counts, PRINT) as f32 - 2.5 * self.noise()).max(0.0)
    }

    /// Grey levels that a share of the runs with something in them do not exceed.
    pub(super) fn contrast(&self, share: f32) -> usize {
        let mut counts = [0; 256];
        let least = (4.0 * self.noise()).max(LEAST_CONTRAST);
        for run in self.along_rows.iter().chain(&self.along_columns) {
            if f32::from(run.range) > least {
                counts[usize::from(run.range)] += 1;
            }
        }
        percentile(&counts, share)
    }

    /// Share of the runs with an edge.
    pub(super) fn edges(&self) -> f32 {
        self.share_above((EDGE * self.full()).max(LEAST_CONTRAST))
    }

    /// Share of the runs that span at least so many grey levels.
    pub(super) fn share_above(&self, levels: f32) -> f32 {
        let runs = self.along_rows.iter().chain(&self.along_columns);
        let count = runs.filter(|run| f32::from(run.range) >= levels).count();
        count as f32 / (self.along_rows.len() + self.along_columns.len()).max(1) as f32
    }

    /// Grey levels between paper and what is printed thick and dark; 0 where nothing is.
    pub(super) fn full(&self) -> f32 {
        self.contrast(FULL) as f32
    }

    /// The steps that edges make from one pixel to the next, as a share of the full contrast, in the direction in which
    /// they are smallest and in the one in which they are largest: movement blurs one direction. `None` where there are
    /// too few edges. Strokes that blur has run together have little contrast and small steps, however steep they are
    /// for their contrast.
    pub(super) fn steepness(&self) -> Option<(f32, f32)> {
        let full = self.full();
        let least = (EDGE * full).max(LEAST_CONTRAST).max(ABOVE_NOISE * self.noise());
        let straight = [&self.along_rows, &self.along_columns].map(|runs| steepness(runs, least, full));
        // From pixel to pixel it is further there.
        let aslant = self.aslant.each_ref().map(|runs| Some(steepness(runs, least, full)? / SQRT_2));
        let all = straight.into_iter().chain(aslant).flatten();
        all.fold(None, |range, one| {
            let (low, high): (f32, f32) = range.unwrap_or((one, one));
            Some((low.min(one), high.max(one)))
        })
    }
}

/// From which column to which a row is inside.
fn span(part: &Quad, y: usize, (left, right): (usize, usize)) -> (usize, usize) {
    let y = y as f32 + 0.5;
    let (mut from, mut to) = (f32::MAX, f32::MIN);
    for (a, b) in part.sides() {
        if (a.y <= y) != (b.y <= y) {
            let x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
            from = from.min(x);
            to = to.max(x);
        }
    }
    if from > to {
        return (left, left);
    }
    let clamp = |x: f32| (x.max(0.0) as usize).clamp(left, right);
    (clamp(from), clamp(to))
}

fn run(pixels: &[u8]) -> Run {
    let (mut low, mut high, mut step) = (pixels[0], pixels[0], 0);
    for pair in pixels.windows(2) {
        low = low.min(pair[1]);
        high = high.max(pair[1]);
        step = step.max(pair[0].abs_diff(pair[1]));
    }
    Run { range: high - low, step }
}

fn percentile(counts: &[u32], share: f32) -> usize {
    luma::percentile(counts, share).unwrap_or(0)
}

/// The larger steps of the runs that span at least so much, by the full contrast.
fn steepness(runs: &[Run], least: f32, full: f32) -> Option<f32> {
    let (mut flat, mut steps) = ([0_u32; 256], [0_u32; 256]);
    for run in runs {
        let counts = if f32::from(run.range) >= least { &mut steps } else { &mut flat };
        counts[usize::from(run.step)] += 1;
    }
    let counted = steps.iter().sum::<u32>() as f32;
    if counted < LEAST_RUNS.max(EVIDENCE * runs.len() as f32) {
        return None;
    }
    // Grain adds to steps, but less to a large one than it makes by itself.
    let grain = 0.5 * percentile(&flat, 0.5) as f32;
    Some(((percentile(&steps, STEPS) as f32 - grain) / (full - grain).max(1.0)).clamp(0.0, 1.0))
}
