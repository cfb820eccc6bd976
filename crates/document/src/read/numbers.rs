//! The cards that are known by their number.

use super::line::Pattern;
use super::rows::{Row, below, confidence, label, labels, right_of, text};
use super::sheet::Sheet;
use super::spelling::digit;
use super::tesseract::Word;
use super::{Check, Field, ReadValue};
use std::ops::RangeInclusive;

/// The membership number, 11 digits, and the name.
pub(super) fn kpj(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let spellings = &["Nomor KPJ", "No. KPJ", "KPJ", "Nomor Peserta", "No. Peserta", "Nomor Kartu"];
    let found = number(sheet, spellings, |_| 11..=11);
    let name = label(sheet.rows, &["Nama", "Nama Peserta", "Nama Lengkap"]).and_then(|label| {
        let near = [right_of(sheet.rows, &label), below(sheet.rows, &label)];
        near.into_iter().find_map(|words| sheet.name(words))
    });
    values(Field::Kpj, found.map(|(_, number)| number), name)
}

/// The tax number: 15 digits (`01.234.567.8-901.000`), or 16; and the name, which stands below it.
pub(super) fn npwp(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let spellings = &["NPWP", "Nomor Pokok Wajib Pajak", "NPWP16"];
    // Points and dashes are in the old numbers only.
    let lengths = |text: &str| {
        let marks = text.chars().filter(|c| matches!(c, '.' | '-')).count();
        if marks >= 3 { 15..=15 } else { 15..=16 }
    };
    let found = number(sheet, spellings, lengths);
    let labelled = label(sheet.rows, &["Nama", "Nama WP"]).map(|label| right_of(sheet.rows, &label));
    let under = found.as_ref().and_then(|(row, _)| sheet.rows.get(row + 1)).map(|row| row.words.as_slice());
    let name = labelled.into_iter().chain(under).find_map(|words| sheet.name(words));
    values(Field::Npwp, found.map(|(_, number)| number), name)
}

fn values(field: Field, number: Option<ReadValue>, name: Option<(String, f32)>) -> Vec<(Field, ReadValue)> {
    let name =
        name.map(|(text, sure)| (Field::Name, ReadValue { text, confidence: sure * 0.9, checks: vec![] }));
    number.map(|number| (field, number)).into_iter().chain(name).collect()
}

/// The surest number of a length, beside or below its label, or anywhere; and its row.
fn number(
    sheet: &Sheet,
    spellings: &[&str],
    lengths: impl Fn(&str) -> RangeInclusive<usize>,
) -> Option<(usize, ReadValue)> {
    let rows = sheet.rows;
    let labels = labels(rows, spellings);
    let beside = labels.iter().map(|label| (label.row, right_of(rows, label), 1.0));
    let under = labels.iter().map(|label| {
        let words = below(rows, label);
        (row_of(rows, words).unwrap_or(label.row), words, 1.0)
    });
    let anywhere = rows.iter().enumerate().map(|(index, row)| (index, row.words.as_slice(), 0.6));
    let mut best: Option<(usize, ReadValue)> = None;
    for (row, words, factor) in beside.chain(under).chain(anywhere) {
        let Some((digits, sure)) = of_length(sheet, words, &lengths) else { continue };
        let confidence = sure * factor;
        if best.as_ref().is_none_or(|(_, other)| confidence > other.confidence) {
            best = Some((row, ReadValue { text: digits, confidence, checks: vec![Check::UsualLength] }));
        }
    }
    best
}

fn row_of(rows: &[Row], words: &[Word]) -> Option<usize> {
    let first = words.first()?;
    rows.iter().position(|row| row.words.contains(first))
}

/// The number in these words, if they hold about as many digits.
fn of_length(
    sheet: &Sheet,
    words: &[Word],
    lengths: impl Fn(&str) -> RangeInclusive<usize>,
) -> Option<(String, f32)> {
    let written = text(words);
    let lengths = lengths(&written);
    let certain = written.chars().filter(char::is_ascii_digit).count();
    if certain + 3 < *lengths.start() {
        return None;
    }
    let seen = sheet.digits(words, &Pattern::of(lengths.clone()), |_| true).into_iter().next();
    seen.map(|guess| (guess.text, guess.confidence)).or_else(|| {
        let digits: Option<String> =
            written.chars().filter(|c| c.is_alphanumeric() || *c == '|').map(digit).collect();
        digits.filter(|digits| lengths.contains(&digits.len())).map(|digits| (digits, confidence(words)))
    })
}
