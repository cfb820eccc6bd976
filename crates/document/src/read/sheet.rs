//! A page under reading: its rows, and places of it read once more with what is known of them.

use super::line::{Character, Guess, Line, LineReader, Pattern};
use super::person::{named, named_text};
use super::print::{Place, Print, places, without_doubles};
use super::rows::{Row, on_page, rows};
use super::tesseract::{Expect, Tesseract, Word};
use super::{Reader, spelling};
use image::{GrayImage, imageops};
use std::time::Instant;

/// Margins around a line in its heights; a line is read with each, and the readings are weighed together.
const MARGINS: [f32; 3] = [0.3, 0.18, 0.45];

/// A number is looked for so many heights beside where it was seen: its ends may have been missed.
const BESIDE: f32 = 1.2;

/// A page as it stands upright, and what was read from it so far.
pub(super) struct Sheet<'a> {
    reader: &'a Reader,
    page: &'a GrayImage,
    pub(super) rows: &'a [Row],
    until: Instant,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(reader: &'a Reader, page: &'a GrayImage, rows: &'a [Row], until: Instant) -> Self {
        Self { reader, page, rows, until }
    }

    /// Whether a word begins right of this share of the width.
    pub(super) fn right_of(&self, word: &Word, share: f32) -> bool {
        word.left as f32 > share * self.page.width() as f32
    }

    /// Numbers of a pattern where these words stand, the likeliest first: each with the mean of its confidences.
    pub(super) fn digits(
        &self,
        words: &[Word],
        pattern: &Pattern,
        fits: impl Fn(&str) -> bool,
    ) -> Vec<Guess> {
        weighed(self.lines(words, BESIDE).iter().filter_map(|line| line.digits(pattern, &fits)))
    }

    /// The text where these words stand, the likeliest first.
    fn texts(&self, words: &[Word]) -> Vec<Guess> {
        weighed(self.lines(words, 0.0).iter().map(Line::text))
    }

    /// The likeliest reading of these words as a name.
    pub(super) fn name(&self, words: &[Word]) -> Option<(String, f32)> {
        let mut again = self.texts(words).into_iter();
        again.find_map(|guess| Some((named_text(&guess.text)?, guess.confidence))).or_else(|| named(words))
    }

    /// Which of some words stands there.
    pub(super) fn one_of(&self, words: &[Word], choices: &[&str]) -> Option<(usize, f32)> {
        self.lines(words, BESIDE)
            .iter()
            .filter_map(|line| line.one_of(choices))
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The same by Tesseract, digits only.
    pub(super) fn digits_otherwise(&self, words: &[Word]) -> Option<(String, f32)> {
        let line = cut(self.page, &around(words)?, MARGINS[0]);
        let words = self.reader.tesseract.words(&line, Expect::Digits, self.until)?;
        Some((super::rows::text(&words), super::rows::confidence(&words)))
    }

    /// `beside`: how much more of the row is seen on both sides, in heights.
    fn lines(&self, words: &[Word], beside: f32) -> Vec<Line> {
        let (Some(lines), Some(place)) = (&self.reader.lines, around(words)) else { return vec![] };
        let place = place.grown((place.height() as f32 * beside) as u32, 0, self.page);
        MARGINS.iter().filter_map(|margin| lines.read_line(&cut(self.page, &place, *margin)).ok()).collect()
    }
}

/// The mean confidence of each text over as many readings as there were.
fn weighed(guesses: impl Iterator<Item = Guess>) -> Vec<Guess> {
    let mut all: Vec<Guess> = vec![];
    for guess in guesses {
        let share = guess.confidence / MARGINS.len() as f32;
        match all.iter_mut().find(|other| other.text == guess.text) {
            Some(other) => other.confidence += share,
            None => all.push(Guess { confidence: share, ..guess }),
        }
    }
    all.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    all
}

fn around(words: &[Word]) -> Option<Place> {
    Some(Place {
        left: words.iter().map(|word| word.left).min()?,
        top: words.iter().map(|word| word.top).min()?,
        right: words.iter().map(Word::right).max()?,
        bottom: words.iter().map(Word::bottom).max()?,
    })
}

fn cut(page: &GrayImage, place: &Place, margin: f32) -> GrayImage {
    let margin = (place.height() as f32 * margin).round() as u32;
    let place = place.grown(margin.max(4), margin, page);
    imageops::crop_imm(page, place.left, place.top, place.width(), place.height()).to_image()
}

/// The rows of a page by the line reader. `small` is about the height of the capitals of small print.
pub(super) fn by_lines(
    lines: &LineReader,
    page: &GrayImage,
    small: f32,
    light: bool,
    until: Instant,
) -> Vec<Row> {
    let mut found = places(page, small, Print::Dark);
    if light {
        found.extend(places(page, small, Print::Light));
        found = without_doubles(found);
    }
    // Half of them on each core of a kiosk.
    let halves: Vec<&[Place]> = found.chunks(found.len().div_ceil(2).max(1)).collect();
    let words = std::thread::scope(|scope| {
        let read = |part| move || part_words(lines, page, part, until);
        let threads: Vec<_> = halves.into_iter().map(|part| scope.spawn(read(part))).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect()
    });
    rows(words)
}

fn part_words(lines: &LineReader, page: &GrayImage, places: &[Place], until: Instant) -> Vec<Word> {
    let in_time = places.iter().take_while(|_| Instant::now() < until);
    let words = in_time.filter_map(|place| {
        let margin = (place.height() as f32 * MARGINS[0]).round();
        let left = place.left.saturating_sub((margin as u32).max(4));
        let line = lines.read_line(&cut(page, place, MARGINS[0])).ok()?;
        Some(line_words(&line, place, left))
    });
    words.flatten().collect()
}

/// The words of a line that was cut out at `left`. Characters are seen at their middles, so that words reach a
/// little further, the outer ones as far as the print does.
fn line_words(line: &Line, place: &Place, left: u32) -> Vec<Word> {
    let characters = line.characters();
    let parts: Vec<_> = characters.split(|c| c.character == ' ').filter(|part| !part.is_empty()).collect();
    let count = parts.len();
    let reach = place.height() / 6;
    let word = |(at, part): (usize, &[Character])| {
        let text: String = part.iter().map(|c| c.character).collect();
        let confidence = part.iter().map(|c| c.confidence).sum::<f32>() / part.len() as f32;
        let from = (left + part.first().map_or(0.0, |c| c.place.start) as u32).saturating_sub(reach);
        let to = left + part.last().map_or(0.0, |c| c.place.end) as u32 + reach;
        let from = if at == 0 { from.min(place.left) } else { from };
        let to = if at + 1 == count { to.max(place.right) } else { to };
        Word {
            text,
            confidence,
            left: from,
            top: place.top,
            width: (to - from).max(1),
            height: place.height().max(1),
        }
    };
    parts.into_iter().enumerate().map(word).collect()
}

/// The rows of a page by Tesseract.
pub(super) fn by_tesseract(tesseract: &Tesseract, page: &GrayImage, until: Instant) -> Vec<Row> {
    rows(on_page(tesseract.words(page, Expect::Page, until).unwrap_or_default(), page.dimensions()))
}

/// Words that stand on the documents, and on no page that lies wrong.
const KNOWN: &[&str] = &[
    "PROVINSI",
    "KABUPATEN",
    "KOTA",
    "NAMA",
    "TEMPAT",
    "LAHIR",
    "JENIS",
    "KELAMIN",
    "ALAMAT",
    "AGAMA",
    "STATUS",
    "PERKAWINAN",
    "PEKERJAAN",
    "KEWARGANEGARAAN",
    "BERLAKU",
    "HINGGA",
    "KECAMATAN",
    "DESA",
    "DARAH",
    "SEUMUR",
    "HIDUP",
    "PEREMPUAN",
    "LAKI",
    "BANK",
    "TABUNGAN",
    "REKENING",
    "NOMOR",
    "NASABAH",
    "SALDO",
    "TANGGAL",
    "KARTU",
    "PESERTA",
    "JAMINAN",
    "SOSIAL",
    "KETENAGAKERJAAN",
    "NPWP",
    "POKOK",
    "WAJIB",
    "PAJAK",
    "TERDAFTAR",
    "KELUARGA",
    "KEPALA",
    "SURAT",
    "KETERANGAN",
    "KERJA",
    "DENGAN",
    "YANG",
    "BERTANDA",
    "TANGAN",
    "BAHWA",
    "JABATAN",
    "HORMAT",
    "PERUSAHAAN",
    "INDONESIA",
    "CABANG",
    "KANTOR",
    "ACCOUNT",
    "NAME",
];

/// How much of the page is legible: the letters of the known words on it.
pub(super) fn legible(rows: &[Row]) -> f32 {
    let words: Vec<String> =
        rows.iter().flat_map(|row| &row.words).map(|word| spelling::plain(&word.text)).collect();
    let found = |known: &&&str| words.iter().any(|word| spelling::likeness(word, known) > 0.8);
    KNOWN.iter().filter(found).map(|known| known.len() as f32).sum()
}
