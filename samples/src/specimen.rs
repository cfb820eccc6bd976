//! The documents.

mod cards;
mod kk;
mod ktp;
mod letter;
mod passbook;

use crate::drawing::DrawError;
use crate::{Dice, Person};
use image::RgbaImage;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Identity card. Fields: nik, name, birth_place, birth_date, sex, valid (as printed).
    Ktp,
    /// First pages of a bank book, opened. Fields: bank, account, holder.
    Passbook,
    /// Card of the employment insurance. Fields: kpj, name.
    Kpj,
    /// Tax card. Fields: npwp, name.
    Npwp,
    /// A4 letter. Fields: letter (what it is), title, name.
    Letter,
    /// Family card, A4 across. Fields: kk.
    Kk,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 6] = [Kind::Ktp, Kind::Passbook, Kind::Kpj, Kind::Npwp, Kind::Letter, Kind::Kk];

    /// As in the name of a file.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Ktp => "ktp",
            Kind::Passbook => "passbook",
            Kind::Kpj => "kpj",
            Kind::Npwp => "npwp",
            Kind::Letter => "letter",
            Kind::Kk => "kk",
        }
    }

    /// Whether it is a plastic card.
    pub fn is_card(self) -> bool {
        matches!(self, Kind::Ktp | Kind::Kpj | Kind::Npwp)
    }
}

/// Where a field stands.
#[derive(Clone, Debug, Serialize)]
pub struct FieldPlace {
    /// Its name, as in [`Specimen::truth`].
    pub name: &'static str,
    /// Left, top, right and bottom of the ink in pixels of the specimen; its height is about that of a capital.
    pub area: [f32; 4],
    /// Linear light that the ink reflects, 0 to 1.
    pub ink: f32,
    /// The same of the paper around it.
    pub paper: f32,
}

/// A made-up document.
#[derive(Clone)]
pub struct Specimen {
    /// What it is.
    pub kind: Kind,
    /// Straight from above; the corners of cards are rounded and transparent.
    pub picture: RgbaImage,
    /// Width and height in millimetres.
    pub mm: (f32, f32),
    /// What it says, by the name of the field. Dates are `year-month-day`, numbers bare digits, names as printed,
    /// `sex` is `male` or `female`, `bank` the three-digit code.
    pub truth: BTreeMap<&'static str, String>,
    /// Where the fields stand.
    pub places: Vec<FieldPlace>,
    /// How it was printed.
    pub print: &'static str,
}

impl Specimen {
    /// Measures how dark the ink of each field is.
    pub(crate) fn measure(&mut self) {
        for place in &mut self.places {
            let [left, top, right, bottom] = place.area.map(|c| c.max(0.0) as u32);
            let mut lights: Vec<f32> = vec![];
            for y in (top..bottom.min(self.picture.height())).step_by(2) {
                for x in (left..right.min(self.picture.width())).step_by(2) {
                    let [r, g, b, _] = self.picture.get_pixel(x, y).0.map(linear);
                    lights.push(0.2126 * r + 0.7152 * g + 0.0722 * b);
                }
            }
            lights.sort_by(f32::total_cmp);
            if let Some(last) = lights.len().checked_sub(1) {
                place.ink = lights[last / 12];
                place.paper = lights[last * 8 / 10];
            }
        }
    }
}

/// sRGB to linear light.
pub(crate) fn linear(value: u8) -> f32 {
    let value = f32::from(value) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The document of a seed. The seeds of different kinds belong to different people.
///
/// # Errors
/// Where a drawing cannot be parsed, which is a mistake in this crate.
pub fn specimen(seed: u64, kind: Kind) -> Result<Specimen, DrawError> {
    let person = Person::of(seed.wrapping_mul(8).wrapping_add(kind as u64));
    let dice = &mut Dice::new(seed, kind.name());
    match kind {
        Kind::Ktp => ktp::draw(&person, dice),
        Kind::Passbook => passbook::draw(&person, dice),
        Kind::Kpj => cards::kpj(&person, dice),
        Kind::Npwp => cards::npwp(&person, dice),
        Kind::Letter => letter::draw(&person, dice),
        Kind::Kk => kk::draw(&person, dice),
    }
}

/// A day as letters write it, from year, month and day: `31 Agustus 2026`.
pub fn in_words((year, month, day): (u32, u32, u32)) -> String {
    const MONTHS: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    format!("{day} {} {year}", MONTHS[(month as usize + 11) % 12])
}
