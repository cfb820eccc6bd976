//! What a document says: the fields of a KTP, a bank book and the cards, and which document it is at all.
//!
//! A page is read line by line, labels tell which line is what, and what is known of the document (a NIK has 16
//! digits and holds the birth date) chooses between readings. Nothing here decides anything: what was read is shown
//! to the participant to be checked.

mod dates;
mod kinds;
mod ktp;
pub mod line;
mod nik;
mod numbers;
mod passbook;
mod prepare;
mod rows;
mod spelling;
mod tesseract;

pub use tesseract::parse_tsv;
pub use tesseract::{Tesseract, Word};

use image::GrayImage;
use image::RgbImage;
use image::imageops;
use rows::{Row, confidence};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::{Duration, Instant};
use tesseract::Expect;

/// The documents that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Identity card.
    Ktp,
    /// Bank book, open at the page with number and name.
    Passbook,
    /// Membership card of the social security for workers.
    Kpj,
    /// Tax number card.
    Npwp,
    /// Family card.
    Kk,
    /// Letter of resignation.
    Resignation,
    /// Letter of the employer about the work that was done.
    Paklaring,
    /// Contract that ended.
    ContractEnd,
    /// Papers of a dismissal.
    Layoff,
    /// Any other sheet, such as a doctor's letter.
    Letter,
}

impl Kind {
    /// The kind of a document of the configuration, by its code, such as `bank_book`. None for what is not read: a
    /// passport, a face.
    pub fn of_document(code: &str) -> Option<Self> {
        Some(match code {
            "ktp" | "heir_identity" => Self::Ktp,
            "bank_book" => Self::Passbook,
            "kpj_card" => Self::Kpj,
            "npwp" => Self::Npwp,
            "kk" => Self::Kk,
            "resignation_letter" => Self::Resignation,
            "paklaring" => Self::Paklaring,
            "contract_end" => Self::ContractEnd,
            "passport" | "photo" => return None,
            layoff if layoff.starts_with("layoff_") => Self::Layoff,
            _ => Self::Letter,
        })
    }
}

/// What is read from documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 16 digits.
    Nik,
    /// Name as on the KTP, upper case.
    Name,
    /// Upper case.
    BirthPlace,
    /// `YYYY-MM-DD`.
    BirthDate,
    /// `male` or `female`.
    Sex,
    /// Three-digit code of the bank, such as `002`.
    Bank,
    /// Account number, digits only.
    Account,
    /// Holder of the account as printed, upper case; bank books cut long names short.
    Holder,
    /// 11 digits.
    Kpj,
    /// 15 or 16 digits.
    Npwp,
}

/// How a value was checked against others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// The birth date inside the NIK is the printed one.
    NikMatchesBirthDate,
    /// It is not.
    NikDiffersFromBirthDate,
    /// The NIK says the sex that is printed.
    NikMatchesSex,
    /// It does not.
    NikDiffersFromSex,
    /// The NIK begins with a province that exists.
    NikBeginsWithProvince,
    /// The number has as many digits as is usual, for its bank too.
    UsualLength,
    /// Two independent readings say the same.
    ReadTwice,
}

/// A value that was read. Personal: it prints as `***`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadValue {
    /// In the form that its [`Field`] says.
    pub text: String,
    /// How sure: 0 to 1, about the share of such readings that are right.
    pub confidence: f32,
    /// What it was checked against.
    pub checks: Vec<Check>,
}

impl fmt::Debug for ReadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReadValue(***, {:.2}, {:?})", self.confidence, self.checks)
    }
}

/// What was read from a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Which document it is, where its words leave no doubt.
    pub looks_like: Option<Kind>,
    /// What was found, each field at most once, in the order of [`Field`].
    pub fields: Vec<(Field, ReadValue)>,
    /// How sure of all that the kind should have: the mean over the expected fields, 0 for those that are missing.
    pub confidence: f32,
}

impl Reading {
    /// The value of a field.
    pub fn get(&self, field: Field) -> Option<&ReadValue> {
        self.fields.iter().find(|(of, _)| *of == field).map(|(_, value)| value)
    }
}

/// Reads pages. Nothing is kept between pages; it can be shared between threads.
#[derive(Clone, Debug)]
pub struct Reader {
    tesseract: Tesseract,
    budget: Duration,
}

/// A page is given up after this long.
const BUDGET: Duration = Duration::from_secs(8);

impl Default for Reader {
    fn default() -> Self {
        Self::new(Tesseract::default())
    }
}

impl Reader {
    /// Reads with this program.
    pub fn new(tesseract: Tesseract) -> Self {
        Self { tesseract, budget: BUDGET }
    }

    /// Reads a page or a photograph of one; where the document is found in it, it is straightened first. Where
    /// nothing can be read, or the program is missing, the reading is empty.
    pub fn read(&self, page: &RgbImage, kind: Kind) -> Reading {
        let until = Instant::now() + self.budget;
        let (page, rows) = self.upright_rows(&prepare::page(page, kind), kind, until);
        let sheet = Sheet { reader: self, page: &page, rows: &rows, until };
        let mut fields = match kind {
            Kind::Ktp => ktp::fields(&sheet),
            Kind::Passbook => passbook::fields(&sheet),
            Kind::Kpj => numbers::kpj(&sheet),
            Kind::Npwp => numbers::npwp(&sheet),
            _ => vec![],
        };
        fields.sort_by_key(|(field, _)| *field);
        let looks_like = kinds::looks_like(&rows);
        let confidence = kinds::confidence(kind, looks_like, &fields);
        Reading { looks_like, fields, confidence }
    }

    /// How many quarter turns clockwise make the text of the page upright, 0 to 3; 0 where there is no telling.
    pub fn upright(&self, page: &RgbImage) -> u32 {
        let until = Instant::now() + self.budget;
        let small = prepare::small(page);
        let legible = |turns| legible(&self.rows(&prepare::turned(&small, turns), until));
        let as_it_lies = legible(0);
        if as_it_lies > CLEARLY {
            return 0;
        }
        let (turns, best) = best(&[2, 1, 3], legible);
        if best > as_it_lies * 1.5 + 4.0 { turns } else { 0 }
    }

    /// The page as its text stands upright, and its rows. Mostly it lies as it should; what cannot be read as it
    /// lies is turned.
    fn upright_rows(&self, page: &GrayImage, kind: Kind, until: Instant) -> (GrayImage, Vec<Row>) {
        let page = prepare::sized(page, kind);
        let rows = self.rows(&page, until);
        let as_it_lies = legible(&rows);
        if as_it_lies > CLEARLY {
            return (page, rows);
        }
        let others: &[u32] = if page.width() > page.height() { &[2] } else { &[2, 1, 3] };
        let turned: Vec<(GrayImage, Vec<Row>)> = others
            .iter()
            .map(|turns| prepare::turned(&page, *turns))
            .map(|page| {
                let rows = self.rows(&page, until);
                (page, rows)
            })
            .collect();
        let best = turned.into_iter().max_by(|a, b| legible(&a.1).total_cmp(&legible(&b.1)));
        best.filter(|(_, rows)| legible(rows) > as_it_lies * 1.5).unwrap_or((page, rows))
    }

    fn rows(&self, page: &GrayImage, until: Instant) -> Vec<Row> {
        rows::rows(self.tesseract.words(page, Expect::Page, until).unwrap_or_default())
    }
}

/// Letters in words that were read with confidence: a page that lies wrong has next to none.
fn legible(rows: &[Row]) -> f32 {
    let words = rows.iter().flat_map(|row| &row.words);
    let clear = words.filter(|word| word.confidence > 0.75).filter(|word| {
        let letters = word.text.chars().filter(|c| c.is_alphanumeric()).count();
        letters >= 3 && letters + 2 >= word.text.chars().count()
    });
    clear.map(|word| word.text.chars().count() as f32).sum()
}

/// So many letters are not read from a page that lies wrong.
const CLEARLY: f32 = 40.0;

fn best(turns: &[u32], score: impl Fn(u32) -> f32) -> (u32, f32) {
    let scored = turns.iter().map(|turns| (*turns, score(*turns)));
    scored.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((0, 0.0))
}

/// A page under reading.
struct Sheet<'a> {
    reader: &'a Reader,
    page: &'a GrayImage,
    rows: &'a [Row],
    until: Instant,
}

impl Sheet<'_> {
    /// Whether a word begins right of this share of the width.
    fn right_of(&self, word: &Word, share: f32) -> bool {
        word.left as f32 > share * self.page.width() as f32
    }

    /// Where these words stand, read once more as a line of digits: text and confidence.
    fn digits(&self, words: &[Word]) -> Option<(String, f32)> {
        let line = self.line(words)?;
        let words = self.reader.tesseract.words(&line, Expect::Digits, self.until)?;
        Some((rows::text(&words), confidence(&words)))
    }

    /// The picture of a line with a margin around it.
    fn line(&self, words: &[Word]) -> Option<GrayImage> {
        let margin = words.iter().map(|word| word.height).max()? * 2 / 5;
        let left = words.iter().map(|word| word.left).min()?.saturating_sub(margin);
        let top = words.iter().map(|word| word.top).min()?.saturating_sub(margin);
        let right = words.iter().map(Word::right).max()? + margin;
        let bottom = words.iter().map(Word::bottom).max()? + margin;
        let (width, height) = (right.min(self.page.width()), bottom.min(self.page.height()));
        let (width, height) = (width.checked_sub(left)?, height.checked_sub(top)?);
        (width > 0 && height > 0).then(|| imageops::crop_imm(self.page, left, top, width, height).to_image())
    }
}
