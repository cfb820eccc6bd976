//! How likely each place of a picture belongs to the document: a small convolutional network that the project trains
//! itself (`samples/train/outline`).

use super::shrunk::Shrunk;
use rten::{Model, ModelOptions, OpRegistry, RunOptions, ThreadPool, ValueView, op_types};
use std::sync::{Arc, OnceLock};

/// Longer side of the network's picture in pixels; the shorter one is even.
const LONGER_SIDE: f32 = 224.0;
/// Both sides are filled up to a multiple of this.
const STEP: usize = 16;
/// Each place of the output holds so many cells a side …
const CELLS: usize = 2;
/// … and each cell stands for so many pixels a side of the network's picture.
pub(super) const CELL: usize = 2;
/// Deviation of the colours (grey levels) below which they are no longer stretched.
const LEAST_DEVIATION: f32 = 8.0;
/// With a smaller deviation the picture is blank.
const BLANK: f32 = 1.0;
static WEIGHTS: &[u8] = include_bytes!("../../weights/outline.onnx");
static NETWORK: OnceLock<Option<Network>> = OnceLock::new();

struct Network {
    model: Model,
    options: RunOptions,
}

impl Network {
    /// Made once. `None` where the weights that came with the program are broken, which a test would see.
    fn get() -> Option<&'static Self> {
        let made = NETWORK.get_or_init(|| {
            let known = OpRegistry::with_ops(&[
                &op_types::Add,
                &op_types::Conv,
                &op_types::GlobalAveragePool,
                &op_types::Relu,
                &op_types::Resize,
            ]);
            let model =
                ModelOptions::with_ops(known).prepack_weights(true).load_static_slice(WEIGHTS).ok()?;
            // Frames are judged beside a preview: one core is for them.
            let pool = Arc::new(ThreadPool::with_num_threads(1));
            Some(Self { model, options: RunOptions::default().with_thread_pool(Some(pool)) })
        });
        made.as_ref()
    }
}

/// How likely each cell of a picture belongs to the document, as logits (0 is half certain).
pub(super) struct Map {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) logits: Vec<f32>,
}

impl Map {
    /// `None` where the picture is blank or the network cannot run.
    pub(super) fn of(shrunk: &Shrunk) -> Option<Self> {
        let scale = LONGER_SIDE / shrunk.width.max(shrunk.height) as f32;
        let even = |side: usize| ((side as f32 * scale / 2.0).round() as usize * 2).max(CELL);
        let (width, height) = (even(shrunk.width), even(shrunk.height));
        let (columns, rows) = (width.next_multiple_of(STEP), height.next_multiple_of(STEP));
        let input = normalised(shrunk, (width, height), (columns, rows))?;
        let network = Network::get()?;
        let input = ValueView::from_shape([1, 3, rows, columns], &input).ok()?;
        let scores = network.model.run_one(input.into(), Some(network.options.clone())).ok()?;
        let ([_, cells, _, across], scores) = scores.into_shape_vec::<f32, 4>().ok()?;
        let plane = scores.len() / cells.max(1);
        let (width, height) = (width / CELL, height / CELL);
        let mut logits = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let cell = y % CELLS * CELLS + x % CELLS;
                logits.push(*scores.get(cell * plane + y / CELLS * across + x / CELLS)?);
            }
        }
        Some(Self { width, height, logits })
    }

    /// How likely a cell belongs to the document, 0 to 1.
    pub(super) fn share(&self, index: usize) -> f32 {
        1.0 / (1.0 + (-self.logits[index]).exp())
    }
}

/// The picture at the network's size with mean 0 and deviation 1, as in training, filled up with 0.
fn normalised(
    shrunk: &Shrunk,
    (width, height): (usize, usize),
    (columns, rows): (usize, usize),
) -> Option<Vec<f32>> {
    let planes = shrunk.planes.each_ref().map(|plane| {
        let wide = resized(plane, shrunk.width, width);
        // The same once more, lying on its side.
        let turned = transposed(&wide, width);
        transposed(&resized(&turned, shrunk.height, height), height)
    });
    let all = || planes.iter().flatten();
    let count = (3 * width * height) as f32;
    let mean = all().sum::<f32>() / count;
    let variance = all().map(|value| (value - mean).powi(2)).sum::<f32>() / count;
    if variance.sqrt() < BLANK {
        return None;
    }
    let scale = 1.0 / variance.sqrt().max(LEAST_DEVIATION);
    let mut input = vec![0.0; 3 * columns * rows];
    for (plane, to) in planes.iter().zip(input.chunks_exact_mut(columns * rows)) {
        for (from, to) in plane.chunks_exact(width).zip(to.chunks_exact_mut(columns)) {
            for (from, to) in from.iter().zip(to) {
                *to = (from - mean) * scale;
            }
        }
    }
    Some(input)
}

/// Each row of `from` values brought to `to` values: means over the part that each covers.
fn resized(values: &[f32], from: usize, to: usize) -> Vec<f32> {
    let ratio = from as f32 / to as f32;
    let parts: Vec<Vec<(usize, f32)>> = (0..to)
        .map(|i| {
            let (first, end) = (i as f32 * ratio, ((i + 1) as f32 * ratio).min(from as f32));
            let covered = |at: usize| (end.min(at as f32 + 1.0) - first.max(at as f32)) / (end - first);
            (first as usize..(end.ceil() as usize).min(from)).map(|at| (at, covered(at))).collect()
        })
        .collect();
    let rows = values.chunks_exact(from);
    let mean = |row: &[f32], part: &[(usize, f32)]| part.iter().map(|(at, share)| row[*at] * share).sum();
    rows.flat_map(|row| parts.iter().map(move |part| mean(row, part))).collect()
}

fn transposed(values: &[f32], width: usize) -> Vec<f32> {
    let height = values.len() / width;
    (0..width * height).map(|i| values[i % height * width + i / height]).collect()
}
