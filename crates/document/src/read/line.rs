//! Reads one line of text: a small convolutional network that the project trains itself (`samples/train`), and
//! decoders that know what may stand there.

mod digits;
mod words;

use image::GrayImage;
use image::imageops::{self, FilterType};
use rten::{Model, ModelOptions, OpRegistry, RunOptions, ThreadPool, ValueView, op_types};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use digits::Pattern;

/// Height the network wants, in pixels.
const HEIGHT: u32 = 32;
/// The widest line it takes at that height; wider ones are squeezed.
const WIDEST: u32 = 640;
/// Pixels at that height for one column of scores.
const STEP: u32 = 4;
/// Class 0 is CTC's blank, class i + 1 is character i; `samples/train/words.py` says the same.
const ALPHABET: &[u8] = b" 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-/':()&";
const CLASSES: usize = ALPHABET.len() + 1;
const BLANK: usize = 0;
static WEIGHTS: &[u8] = include_bytes!("../../weights/lines.onnx");

/// The line could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// The weights that came with the program are broken.
    #[error("the weights of the line reader cannot be loaded: {0}")]
    Weights(#[from] rten::LoadError),
    /// The network did not run.
    #[error("the line reader failed: {0}")]
    Run(String),
}

/// Reads lines. Making one takes some milliseconds, so make one and keep it; it can be shared between threads.
pub struct LineReader {
    model: Model,
    options: RunOptions,
}

impl LineReader {
    /// A reader with the weights that are built in.
    pub fn new() -> Result<Self, LineError> {
        let known =
            OpRegistry::with_ops(&[&op_types::Add, &op_types::Conv, &op_types::MaxPool, &op_types::Relu]);
        let model = ModelOptions::with_ops(known).prepack_weights(true).load_static_slice(WEIGHTS)?;
        // As many as a kiosk has cores: lines that are read on two threads at once do not wait for each other.
        let options = RunOptions::default().with_thread_pool(Some(Arc::new(ThreadPool::with_num_threads(2))));
        Ok(Self { model, options })
    }

    /// Reads a picture of one line, dark on light or light on dark: capitals about half to five sixths of the
    /// height, at least 8 pixels high. Bits of the lines above and below do no harm.
    pub fn read_line(&self, line: &GrayImage) -> Result<Line, LineError> {
        if line.width() == 0 || line.height() == 0 {
            return Ok(Line { columns: vec![], width: 0.0 });
        }
        let small = at_height(line);
        let input = normalised(&small);
        let shape = [1, 1, HEIGHT as usize, input.len() / HEIGHT as usize];
        let failed = |error: &dyn fmt::Display| LineError::Run(error.to_string());
        let input = ValueView::from_shape(shape, &input).map_err(|e| failed(&e))?;
        let scores = self.model.run_one(input.into(), Some(self.options.clone())).map_err(|e| failed(&e))?;
        let ([_, classes, _, columns], scores) = scores.into_shape_vec::<f32, 4>().map_err(|e| failed(&e))?;
        if classes != CLASSES {
            return Err(LineError::Run(format!("{classes} classes")));
        }
        let seen = small.width().div_ceil(STEP) as usize;
        let columns = (0..columns.min(seen)).map(|at| softmax(&scores, columns, at)).collect();
        Ok(Line { columns, width: line.width() as f32 })
    }
}

/// As high as the network wants it, proportions kept, averaged where it shrinks.
fn at_height(line: &GrayImage) -> GrayImage {
    let width = (line.width() as f32 * HEIGHT as f32 / line.height() as f32).round();
    imageops::resize(line, (width as u32).clamp(8, WIDEST), HEIGHT, FilterType::Triangle)
}

/// Mean 0 and deviation 1 over the line, as in training, filled up with 0 to a multiple of four columns of scores.
fn normalised(line: &GrayImage) -> Vec<f32> {
    let count = line.as_raw().len() as f32;
    let mean = line.as_raw().iter().map(|&v| f32::from(v)).sum::<f32>() / count;
    let variance = line.as_raw().iter().map(|&v| (f32::from(v) - mean).powi(2)).sum::<f32>() / count;
    let scale = 1.0 / variance.sqrt().max(4.0);
    let width = line.width() as usize;
    let padded = width.next_multiple_of(4 * STEP as usize);
    let mut out = vec![0.0; padded * HEIGHT as usize];
    for (to, from) in out.chunks_mut(padded).zip(line.as_raw().chunks(width)) {
        for (to, from) in to.iter_mut().zip(from) {
            *to = (f32::from(*from) - mean) * scale;
        }
    }
    out
}

fn softmax(scores: &[f32], columns: usize, at: usize) -> [f32; CLASSES] {
    let mut out: [f32; CLASSES] = std::array::from_fn(|class| scores[class * columns + at]);
    let most = out.iter().copied().fold(f32::MIN, f32::max);
    out.iter_mut().for_each(|score| *score = (*score - most).exp());
    let sum: f32 = out.iter().sum();
    out.iter_mut().for_each(|score| *score /= sum);
    out
}

/// What the network saw: how likely each character is in each column. Personal data.
#[derive(Clone)]
pub struct Line {
    columns: Vec<[f32; CLASSES]>,
    /// Of the picture, in pixels.
    width: f32,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Line(***)")
    }
}

/// A character of a line.
#[derive(Clone)]
pub struct Character {
    /// The character itself; personal data.
    pub character: char,
    /// How likely it is, 0..1, where it is seen best.
    pub confidence: f32,
    /// What else it could be, the likeliest first, with how likely that is; at most three.
    pub others: Vec<(char, f32)>,
    /// Where it is seen, in pixels of the picture from the left.
    pub place: Range<f32>,
}

impl fmt::Debug for Character {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Character(***)")
    }
}

/// What stands on a line as far as one knows. Personal data.
#[derive(Clone, PartialEq)]
pub struct Guess {
    /// The text.
    pub text: String,
    /// Share of right ones among guesses with this confidence, 0..1.
    pub confidence: f32,
}

impl fmt::Debug for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guess(***, {:.3})", self.confidence)
    }
}

impl Line {
    /// The characters from left to right, by the likeliest class of each column.
    pub fn characters(&self) -> Vec<Character> {
        let pixels = if self.columns.is_empty() { 0.0 } else { self.width / self.columns.len() as f32 };
        let mut out: Vec<Character> = vec![];
        let mut last = BLANK;
        for (at, column) in self.columns.iter().enumerate() {
            let class = likeliest(column);
            let place = at as f32 * pixels..(at + 1) as f32 * pixels;
            match out.last_mut() {
                Some(known) if class == last && class != BLANK => {
                    known.place.end = place.end;
                    if column[class] > known.confidence {
                        (known.confidence, known.others) = (column[class], others(column, class));
                    }
                }
                _ if class != BLANK => out.push(Character {
                    character: character(class),
                    confidence: column[class],
                    others: others(column, class),
                    place,
                }),
                _ => {}
            }
            last = class;
        }
        let space = |c: &Character| c.character == ' ';
        out.drain(..out.iter().take_while(|c| space(c)).count());
        out.truncate(out.len() - out.iter().rev().take_while(|c| space(c)).count());
        out
    }

    /// The whole line as it is, without white space around it.
    pub fn text(&self) -> Guess {
        let text: String = self.characters().iter().map(|c| c.character).collect();
        let confidence = words::confidence_of_text(words::probability(&self.columns, &text));
        Guess { text, confidence }
    }

    /// The likeliest number of a pattern for which `fits` is true; what is around it, such as a label, is passed
    /// over. `None`: nothing on the line is like it.
    pub fn digits(&self, pattern: &Pattern, fits: impl Fn(&str) -> bool) -> Option<Guess> {
        digits::best(&self.columns, pattern, fits)
    }

    /// Which of some words stands somewhere on the line, such as `LAKI-LAKI` or `PEREMPUAN`: its index, and how
    /// likely it is against the others and against something else altogether.
    pub fn one_of(&self, words: &[&str]) -> Option<(usize, f32)> {
        words::best(&self.columns, words)
    }
}

/// The network is a little too modest: its probabilities on a logistic scale, moved and stretched as fits lines it was
/// not trained on (`measure.py --fit` prints both numbers). Never quite certain: cards have what no training drew.
fn share_of_right(probability: f64, offset: f64, slope: f64) -> f32 {
    let odds = (probability.max(1e-9) / (1.0 - probability).max(1e-6)).ln();
    (1.0 / (1.0 + (-offset - slope * odds).exp())).min(0.999) as f32
}

fn character(class: usize) -> char {
    char::from(ALPHABET[class - 1])
}

/// The class of a character that the network knows.
fn class(character: char) -> Option<usize> {
    ALPHABET.iter().position(|&known| char::from(known) == character).map(|at| at + 1)
}

fn likeliest(column: &[f32; CLASSES]) -> usize {
    (1..CLASSES).fold(BLANK, |best, class| if column[class] > column[best] { class } else { best })
}

fn others(column: &[f32; CLASSES], chosen: usize) -> Vec<(char, f32)> {
    let mut rest: Vec<_> = (1..CLASSES).filter(|&c| c != chosen && column[c] > 0.001).collect();
    rest.sort_by(|&a, &b| column[b].total_cmp(&column[a]));
    rest.into_iter().take(3).map(|class| (character(class), column[class])).collect()
}
