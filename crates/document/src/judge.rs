//! Whether a picture of a document can be read: a few numbers, and what they mean.
//!
//! Sharpness is how steep the edges are that the picture has, not how many it has: a sheet with one line of text
//! is as sharp as a full one. Each run of 24 pixels along a row or a column that spans a real contrast tells which
//! share of that contrast its steepest pair of neighbours makes; the sharper half of each direction counts, and the
//! worse direction decides, so that a shaken picture is found whichever way it moved.

use crate::find::find;
use crate::luma::Luma;
use crate::quad::{Form, Quad};
use image::RgbImage;
use serde::{Deserialize, Serialize};

/// Pixels in a run.
const RUN: usize = 24;
/// A run counts where it spans this share of the brightness of the light parts …
const CONTRAST: f32 = 0.22;
/// … and at least so many grey levels.
const LEAST_CONTRAST: f32 = 14.0;
/// Share of all contrast, taken from the sharpest runs down, up to which the runs count; the rest are shadows.
const SHARPEST: f32 = 0.5;
/// Share of all runs that must count for a direction to say anything.
const EVIDENCE: f32 = 0.001;
/// Height of the frame at which sharpness is 1:1; smaller frames show less of the document.
const FULL_HEIGHT: f32 = 1080.0;
/// A channel from here on is blown out.
const CLIPPED: u8 = 250;

/// Below this, small print is lost. On the sample photographs, which have half a pixel of blur of their own, sharp
/// frames reach 0.45 and more (at 720 rows 0.33), a blur of sigma 1.5 px at 1080 rows gives 0.22–0.25 and a letter
/// can just be read, sigma 2.5 gives 0.17 at most and it cannot; a movement of 10 px gives 0.14, of 17 px aslant 0.18.
const SHARP_ENOUGH: f32 = 0.20;
/// Below this, the paper itself is too dark: sample photographs lie at 0.75–0.91, at a twelfth of the light at
/// 0.24–0.29.
const BRIGHT_ENOUGH: f32 = 0.38;
/// White paper may be blown out as long as what is dark stays dark: cameras do that to a sheet on a dark desk, and
/// it can be read. Above this share it is too much in any case …
const CLIPPED_TOO_MUCH: f32 = 0.48;
/// … and above this one where the dark parts (the 10th percentile of luma) are lighter than [`WASHED_OUT`].
const CLIPPED_MUCH: f32 = 0.2;
const WASHED_OUT: f32 = 0.55;

/// What a picture is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Steepness of the edges, 0 (none) to about 1 (each edge from one pixel to the next, at 1080 rows).
    pub sharpness: f32,
    /// Brightness of the light parts (the 90th percentile of luma), 0 to 1.
    pub exposure: f32,
    /// Share of the document that is blown out, 0 to 1.
    pub glare: f32,
    /// Where the document is; `None` where none was found, and for a face.
    pub corners: Option<Quad>,
    /// What keeps it from being read, the most important first; empty for a good picture.
    pub problems: Vec<Problem>,
}

/// What keeps a picture from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing that looks like a document.
    NotFound,
    /// Not enough light.
    TooDark,
    /// Too much light.
    Overexposed,
    /// A part of it is outside the picture.
    CutOff,
    /// A finger or a thing lies over it.
    Covered,
    /// It is so small in the picture that its text cannot be read.
    TooFar,
    /// It is seen too much from the side.
    Tilted,
    /// A reflection lies over a part of it.
    Glare,
    /// It moved while the picture was taken.
    Moved,
    /// Out of focus.
    Blurred,
}

impl Problem {
    /// Its name in the journal, in texts and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Problem::NotFound => "not_found",
            Problem::TooDark => "too_dark",
            Problem::Overexposed => "overexposed",
            Problem::CutOff => "cut_off",
            Problem::Covered => "covered",
            Problem::TooFar => "too_far",
            Problem::Tilted => "tilted",
            Problem::Glare => "glare",
            Problem::Moved => "moved",
            Problem::Blurred => "blurred",
        }
    }
}

/// Judges a picture of a document or a face. Light comes before focus among the problems: a picture without light
/// cannot be sharp.
pub fn judge(picture: &RgbImage, form: Option<Form>) -> Judgement {
    let luma = Luma::of(picture);
    let part = |share| f32::from(percentile(&luma.pixels, share)) / 255.0;
    let (dark_parts, exposure) = (part(0.10), part(0.90));
    let clipped = clipped(picture);
    let sharpness = sharpness(&luma, exposure);

    let mut problems = vec![];
    if exposure < BRIGHT_ENOUGH {
        problems.push(Problem::TooDark);
    }
    if clipped > CLIPPED_TOO_MUCH || clipped > CLIPPED_MUCH && dark_parts > WASHED_OUT {
        problems.push(Problem::Overexposed);
    }
    // Without an edge anywhere, bad light explains it; in good light it is the focus, or nothing is there.
    match sharpness {
        Some(sharpness) if sharpness < SHARP_ENOUGH => problems.push(Problem::Blurred),
        None if problems.is_empty() => problems.push(Problem::Blurred),
        _ => {}
    }
    let corners = find(picture, form).map(|found| found.quad);
    Judgement { sharpness: sharpness.unwrap_or(0.0), exposure, glare: clipped, corners, problems }
}

fn percentile(values: &[u8], share: f32) -> u8 {
    let mut counts = [0_u32; 256];
    for value in values {
        counts[usize::from(*value)] += 1;
    }
    let wanted = (values.len() as f32 * share) as u32;
    let mut seen = 0;
    (0..=255)
        .find(|value| {
            seen += counts[usize::from(*value)];
            seen > wanted
        })
        .unwrap_or(0)
}

fn clipped(picture: &RgbImage) -> f32 {
    let blown_out = |pixel: &&[u8]| pixel[0].min(pixel[1]).min(pixel[2]) >= CLIPPED;
    let count = picture.as_raw().chunks_exact(3).filter(blown_out).count();
    count as f32 / (picture.width() * picture.height()).max(1) as f32
}

/// The worse of both directions; `None` where neither has edges.
fn sharpness(luma: &Luma, brightness: f32) -> Option<f32> {
    let contrast = (CONTRAST * brightness * 255.0).max(LEAST_CONTRAST);
    let along_rows = steepness(&runs_along_rows(luma), contrast);
    let along_columns = steepness(&runs_along_columns(luma), contrast);
    let worse = match (along_rows, along_columns) {
        (Some(a), Some(b)) => a.min(b),
        (one, other) => one.or(other)?,
    };
    Some(worse * luma.width.min(luma.height) as f32 / FULL_HEIGHT)
}

/// What a run of pixels spans, and its steepest step.
struct Run {
    range: u8,
    step: u8,
}

fn runs_along_rows(luma: &Luma) -> Vec<Run> {
    let rows = luma.pixels.chunks_exact(luma.width.max(1)).step_by(2);
    rows.flat_map(|row| row.windows(RUN + 1).step_by(RUN).map(run)).collect()
}

fn run(pixels: &[u8]) -> Run {
    let (mut low, mut high, mut step) = (u8::MAX, u8::MIN, 0);
    for (a, b) in pixels.iter().zip(&pixels[1..]) {
        low = low.min(*b);
        high = high.max(*b);
        step = step.max(a.abs_diff(*b));
    }
    Run { range: (high.max(pixels[0])) - low.min(pixels[0]), step }
}

/// Bands of rows at a time, so that memory is read in its order.
fn runs_along_columns(luma: &Luma) -> Vec<Run> {
    let width = luma.width.max(1);
    let mut runs = vec![];
    for band in luma.pixels.windows(width * (RUN + 1)).step_by(width * RUN) {
        let first = &band[..width];
        let (mut low, mut high, mut step) = (first.to_vec(), first.to_vec(), vec![0_u8; width]);
        for (above, row) in band.chunks_exact(width).zip(band[width..].chunks_exact(width)) {
            for x in 0..width {
                low[x] = low[x].min(row[x]);
                high[x] = high[x].max(row[x]);
                step[x] = step[x].max(above[x].abs_diff(row[x]));
            }
        }
        runs.extend((0..width).step_by(2).map(|x| Run { range: high[x] - low[x], step: step[x] }));
    }
    runs
}

/// Share of the contrast that the steepest step makes, over the sharpest runs; `None` where too few runs count.
fn steepness(runs: &[Run], contrast: f32) -> Option<f32> {
    const BINS: usize = 200;
    let counts = |run: &&Run| f32::from(run.range) >= contrast;
    let flat: Vec<u8> = runs.iter().filter(|run| !counts(run)).map(|run| run.step).collect();
    let grain = f32::from(percentile(&flat, 0.5));
    let mut weights = [0.0_f32; BINS + 1];
    let mut counted = 0;
    for run in runs.iter().filter(counts) {
        let (range, step) = (f32::from(run.range) - grain, (f32::from(run.step) - grain).max(0.0));
        weights[((step / range.max(1.0)).min(1.0) * BINS as f32) as usize] += range;
        counted += 1;
    }
    if (counted as f32) < EVIDENCE * runs.len() as f32 {
        return None;
    }
    let mut left: f32 = weights.iter().sum::<f32>() * SHARPEST;
    let bin = (0..=BINS).rev().find(|bin| {
        left -= weights[*bin];
        left <= 0.0
    });
    bin.map(|bin| bin as f32 / BINS as f32)
}
