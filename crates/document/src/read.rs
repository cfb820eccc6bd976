//! What a document says: the fields of a KTP, a bank book and the cards, and which document it is at all.
//!
//! A page is read line by line, labels tell which line is what, and what is known of the document (a NIK has 16
//! digits and holds the birth date) chooses between readings. Nothing here decides anything: what was read is shown
//! to the participant to be checked.

mod banks;
mod dates;
mod kinds;
mod ktp;
pub mod line;
mod nik;
mod numbers;
mod passbook;
mod person;
mod prepare;
mod print;
mod rows;
mod sheet;
mod spelling;
mod tesseract;

pub use tesseract::parse_tsv;
pub use tesseract::{Tesseract, Word};

use crate::Form;
use image::{GrayImage, RgbImage};
use line::LineReader;
use prepare::Source;
use rows::Row;
use serde::{Deserialize, Serialize};
use sheet::{Sheet, legible};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

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

    /// What such a document looks like.
    pub fn form(self) -> Form {
        match self {
            Self::Ktp | Self::Kpj | Self::Npwp => Form::Card,
            Self::Passbook => Form::Book,
            Self::Kk => Form::WideSheet,
            _ => Form::Sheet,
        }
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

/// Reads pages. Nothing is kept between pages; it can be shared between threads, and copies are cheap.
#[derive(Clone)]
pub struct Reader {
    tesseract: Tesseract,
    lines: Option<Arc<LineReader>>,
    budget: Duration,
}

/// A page is given up after this long.
const BUDGET: Duration = Duration::from_secs(8);
/// Which way up a page is must be known after this long: somebody is waiting for it.
const TURNING: Duration = Duration::from_millis(1500);
/// So many letters of known words are not read from a page that lies wrong …
const CLEARLY: f32 = 22.0;
/// … and so many are hardly one document.
const HARDLY: f32 = 10.0;
/// A reading as sure as this needs no other try.
const SURE: f32 = 0.8;

impl Default for Reader {
    fn default() -> Self {
        Self::new(Tesseract::default())
    }
}

impl Reader {
    /// Reads with the line reader that is built in, and with this program.
    pub fn new(tesseract: Tesseract) -> Self {
        Self { tesseract, lines: LineReader::new().ok().map(Arc::new), budget: BUDGET }
    }

    /// What keeps it from reading such a document, if anything does.
    pub fn hindered(&self, kind: Kind) -> Option<&'static str> {
        if self.lines.is_none() {
            Some("the line reader that is built in cannot be used")
        } else if !prepare::ways(kind)[0] && !self.tesseract.is_there() {
            Some("letters are read with the program tesseract, which is missing")
        } else {
            None
        }
    }

    /// Reads a page or a photograph of one; where the document is found in it, it is straightened first. Mostly it is
    /// found and lies as it should; what cannot be read is tried as it might lie otherwise, and what the line reader
    /// cannot read is left to Tesseract. Where nothing can be read, or the program is missing, fields are missing.
    pub fn read(&self, picture: &RgbImage, kind: Kind) -> Reading {
        self.read_from(picture, kind, Source::Any)
    }

    /// The same for what the kiosk keeps: a page that was straightened and made legible ([`crate::straighten`],
    /// [`crate::enhance`]), of which neither is done again unless it cannot be read, or the whole photograph.
    pub fn read_page(&self, page: &RgbImage, kind: Kind) -> Reading {
        self.read_from(page, kind, Source::Page)
    }

    fn read_from(&self, picture: &RgbImage, kind: Kind, source: Source) -> Reading {
        let until = Instant::now() + self.budget;
        let picture = prepare::bounded(picture);
        let mut best = (0.0, Reading::default());
        // A page whose words and fields are read lies right and is the document: no other needs to be tried.
        let mut clear: Option<GrayImage> = None;
        for by_lines in prepare::ways(kind) {
            let (pages, upright): (Box<dyn Iterator<Item = GrayImage>>, _) = match clear.take() {
                Some(page) => (Box::new(std::iter::once(page)), true),
                None => (prepare::pages(&picture, kind, source, until), false),
            };
            for page in pages {
                let turns = if upright { &[0][..] } else { prepare::turns(&page, kind) };
                for turn in turns {
                    let page = prepare::turned(&page, *turn);
                    let rows = self.rows(&page, kind, *by_lines, until);
                    let legible = legible(&rows);
                    let reading = self.fields(&Sheet::new(self, &page, &rows, until), kind);
                    if prepare::enough(&reading, kind, legible) {
                        return reading;
                    }
                    let said = prepare::says_it(&reading, kind);
                    let score = reading.confidence + legible / 1000.0;
                    if score > best.0 {
                        best = (score, reading);
                    }
                    if Instant::now() > until {
                        return best.1;
                    }
                    if legible > CLEARLY {
                        clear = said.then_some(page);
                        break;
                    }
                }
                if clear.is_some() {
                    break;
                }
            }
        }
        best.1
    }

    fn fields(&self, sheet: &Sheet, kind: Kind) -> Reading {
        let mut fields = match kind {
            Kind::Ktp => ktp::fields(sheet),
            Kind::Passbook => passbook::fields(sheet),
            Kind::Kpj => numbers::kpj(sheet),
            Kind::Npwp => numbers::npwp(sheet),
            _ => vec![],
        };
        fields.sort_by_key(|(field, _)| *field);
        let looks_like = kinds::looks_like(sheet.rows);
        let confidence = kinds::confidence(kind, looks_like, &fields);
        Reading { looks_like, fields, confidence }
    }

    /// The page turned so that its text stands upright; as it is where there is no telling within a while.
    pub fn upright(&self, page: RgbImage) -> RgbImage {
        match self.turns_to_upright(&page) {
            0 => page,
            turns => prepare::turned(&page, turns),
        }
    }

    /// Quarter turns clockwise.
    fn turns_to_upright(&self, page: &RgbImage) -> u32 {
        let until = Instant::now() + TURNING;
        let page = prepare::small(page);
        let mut best = (0, HARDLY);
        for turn in [0, 2, 1, 3] {
            let turned = prepare::turned(&page, turn);
            let rows = match &self.lines {
                Some(lines) => sheet::by_lines(lines, &turned, prepare::SMALL_PRINT, true, until),
                None => sheet::by_tesseract(&self.tesseract, &turned, until),
            };
            let legible = legible(&rows);
            if legible > CLEARLY {
                return turn;
            }
            if legible > best.1 {
                best = (turn, legible);
            }
        }
        best.0
    }

    /// What words say that were read from a page of this size; for tests with words that nobody wrote.
    #[doc(hidden)]
    pub fn fields_of(words: Vec<Word>, (width, height): (u32, u32), kind: Kind) -> Reading {
        let blind = Self { tesseract: Tesseract::default(), lines: None, budget: Duration::ZERO };
        let page = GrayImage::new(width, height);
        let rows = rows::rows(rows::on_page(words, page.dimensions()));
        blind.fields(&Sheet::new(&blind, &page, &rows, Instant::now()), kind)
    }

    fn rows(&self, page: &GrayImage, kind: Kind, by_lines: bool, until: Instant) -> Vec<Row> {
        match &self.lines {
            Some(lines) if by_lines => {
                sheet::by_lines(lines, page, prepare::small_print(kind, page), kind != Kind::Ktp, until)
            }
            _ => sheet::by_tesseract(&self.tesseract, page, until),
        }
    }
}
