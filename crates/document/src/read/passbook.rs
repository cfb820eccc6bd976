//! The bank book: which bank, which number, whose.

use super::line::Pattern;
use super::rows::{Label, below, confidence, labels, right_of, text, together};
use super::sheet::Sheet;
use super::spelling::{digit, likeness, plain};
use super::tesseract::Word;
use super::{Check, Field, ReadValue, banks};

pub(super) const NUMBER_LABELS: &[&str] = &[
    "Nomor Rekening",
    "No. Rekening",
    "No. Rek",
    "Rekening",
    "Account No",
    "Account Number",
    "No. Rekening / Account No",
    "Nomor Rekening / Account Number",
];
pub(super) const HOLDER_LABELS: &[&str] = &[
    "Nama Nasabah",
    "Nama Pemilik",
    "Nama Pemilik Rekening",
    "Nama Penabung",
    "Atas Nama",
    "Nama",
    "Nama / Name",
    "Name",
    "Account Name",
    "Customer Name",
    "a.n.",
];

/// Bank, account number and holder.
pub(super) fn fields(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let rows = sheet.rows;
    let mut fields = vec![];
    let bank = banks::named(rows);
    if let Some((bank, sure)) = bank {
        fields
            .push((Field::Bank, ReadValue { text: bank.code.to_owned(), confidence: sure, checks: vec![] }));
    }
    let usual = bank.map_or(&[][..], |(bank, _)| bank.digits);
    let account = account(sheet, usual);
    let after = account.as_ref().map(|(row, _)| *row);
    if let Some((holder, sure)) = holder(sheet, after) {
        fields.push((Field::Holder, ReadValue { text: holder, confidence: sure, checks: vec![] }));
    }
    fields.extend(account.map(|(_, account)| (Field::Account, account)));
    fields
}

/// How far a number beside or below its label is believed, and one without.
const LABELLED: f32 = 0.97;
const UNLABELLED: f32 = 0.5;

/// The account number and its row.
fn account(sheet: &Sheet, usual: &[usize]) -> Option<(usize, ReadValue)> {
    let rows = sheet.rows;
    let labels = labels(rows, NUMBER_LABELS);
    let mut best: Option<(usize, ReadValue, &[Word], f32)> = None;
    for (index, row) in rows.iter().enumerate() {
        for run in runs(&row.words) {
            let beside = labels.iter().any(|label| {
                let end = row.words.get(label.words.end.saturating_sub(1)).map_or(0, Word::right);
                label.row == index && run[0].left + run[0].height > end
            });
            let under = labels.iter().any(|label| below(rows, label).first() == run.first());
            let labelled = if beside || under { LABELLED } else { UNLABELLED };
            let Some(value) = value_of(run, labelled, usual) else { continue };
            if best.as_ref().is_none_or(|(_, other, _, _)| value.confidence > other.confidence) {
                best = Some((index, value, run, labelled));
            }
        }
    }
    best.map(|(row, value, run, labelled)| (row, read_again(sheet, run, labelled, usual).unwrap_or(value)))
}

/// The number once more, by the line reader: as long as is usual for the bank where it can be read so.
fn read_again(sheet: &Sheet, run: &[Word], labelled: f32, usual: &[usize]) -> Option<ReadValue> {
    let free = sheet.digits(run, &Pattern::of(8..=17), |_| true).into_iter().next()?;
    let as_usual = usual.iter().filter_map(|length| {
        let pattern = Pattern::of(*length..=*length).among(Pattern::of(8..=17));
        sheet.digits(run, &pattern, |_| true).into_iter().next()
    });
    let as_usual = as_usual.max_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let chosen = as_usual.filter(|guess| guess.confidence > 0.4 * free.confidence);
    let checks = if chosen.is_some() { vec![Check::UsualLength] } else { vec![] };
    let factor = if chosen.is_some() || usual.is_empty() { 1.0 } else { 0.7 };
    let chosen = chosen.unwrap_or(free);
    Some(ReadValue { text: chosen.text, confidence: chosen.confidence * factor * labelled, checks })
}

/// Words beside each other that are digits for the most part.
fn runs(words: &[Word]) -> Vec<&[Word]> {
    let numeric = |word: &Word| {
        let all = word.text.chars().filter(|c| c.is_alphanumeric()).count();
        let digits = word.text.chars().filter(char::is_ascii_digit).count();
        digits * 3 >= all * 2 && digits > 0
    };
    let mut runs = vec![];
    for part in words.split(|word| !numeric(word)) {
        let mut rest = part;
        while !rest.is_empty() {
            let run = together(rest);
            runs.push(run);
            rest = &rest[run.len()..];
        }
    }
    runs
}

fn value_of(run: &[Word], labelled: f32, usual: &[usize]) -> Option<ReadValue> {
    let joined: String = run.iter().map(|word| word.text.as_str()).collect();
    let digits: String = joined.chars().filter(|c| c.is_alphanumeric()).filter_map(digit).collect();
    // Amounts have points or commas by threes, dates have slashes, or dashes between short groups.
    let amount = joined.contains([',', '/']) || joined.matches('.').count() >= 2 && labelled < LABELLED;
    let date = super::dates::date(&joined).is_some() && digits.len() == 8;
    if !(8..=17).contains(&digits.len()) || amount || date {
        return None;
    }
    let mut confidence = confidence(run) * labelled;
    let mut checks = vec![];
    if usual.contains(&digits.len()) {
        checks.push(Check::UsualLength);
        confidence = 1.0 - (1.0 - confidence) * 0.5;
    } else if !usual.is_empty() {
        confidence *= 0.7;
    }
    Some(ReadValue { text: digits, confidence, checks })
}

/// The holder: beside or below a label, or else the name nearest to the number.
fn holder(sheet: &Sheet, number: Option<usize>) -> Option<(String, f32)> {
    let rows = sheet.rows;
    // The plainest label first: of two that are as plain the longer one, for there are more short words on a page.
    let mut labels = labels(rows, HOLDER_LABELS);
    let plain_letters = |label: &Label| {
        let words = &rows[label.row].words[label.words.clone()];
        label.likeness * plain(&text(words)).len() as f32
    };
    labels.sort_by(|a, b| plain_letters(b).total_cmp(&plain_letters(a)));
    for label in labels {
        let beside = together(right_of(rows, &label));
        for words in [beside, below(rows, &label)] {
            // The columns of the transactions may begin beside a label.
            let digits = text(words).chars().filter(char::is_ascii_digit).count();
            let name = if digits < 4 { sheet.name(words) } else { None };
            if let Some((name, sure)) = name.filter(|(name, _)| is_name(name)) {
                return Some((name, sure * 0.95));
            }
        }
    }
    let number = number?;
    let near = [Some(number + 1), number.checked_sub(1), Some(number + 2)];
    let near = near.into_iter().flatten().filter_map(|row| rows.get(row));
    let names = near.filter_map(|row| sheet.name(together(&row.words)));
    names.filter(|(name, _)| is_name(name)).map(|(name, sure)| (name, sure * 0.5)).next()
}

/// Words that stand where a name might, and are none.
const NO_NAMES: &[&str] = &[
    "ALAMAT",
    "ADDRESS",
    "NASABAH",
    "REKENING",
    "CABANG",
    "KANTOR",
    "TABUNGAN",
    "BANK",
    "NOMOR",
    "UNIT",
    "CURRENCY",
    "TANGGAL",
    "SALDO",
    "NAME",
    "ACCOUNT",
    "MATA",
    "UANG",
    "RUPIAH",
    "INDONESIA",
    "SYARIAH",
    "BUKU",
    "NAMA",
    "PEMILIK",
];

fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    // Short ones are one slip from names that people have: SARIAH, NANA, YANG.
    let other = |word: &str| {
        let word = plain(word);
        let alike = |no: &&&str| {
            no.len() == word.len() && likeness(&word, no) >= if no.len() <= 5 { 1.0 } else { 0.9 }
        };
        NO_NAMES.iter().find(alike).is_some()
    };
    letters >= 3 && !name.split(' ').any(other)
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::super::rows::{Row, page};
    use super::*;
    use image::GrayImage;
    use std::time::Instant;

    fn read(rows: &[Row]) -> Vec<(Field, String)> {
        let (reader, blank) = (Reader { lines: None, ..Reader::default() }, GrayImage::new(1, 1));
        let sheet = Sheet::new(&reader, &blank, rows, Instant::now());
        fields(&sheet).into_iter().map(|(field, value)| (field, value.text)).collect()
    }

    #[test]
    fn names_that_are_nearly_words_of_the_page_are_names() {
        for name in ["SYARIFAH AINI", "SARIAH", "NANA SUPRIATNA", "NATA", "YANG LI", "SUPIAH", "SITI BANUN"] {
            assert!(is_name(name), "{name}");
        }
        for none in ["NAMA NASABAH", "BANK SYARIAH INDONESIA", "BUKU TABUNGAN", "NOMOR REKENlNG", "MATA UANG"]
        {
            assert!(!is_name(none), "{none}");
        }
    }

    #[test]
    fn a_street_named_after_a_person_is_not_the_holder() {
        let read =
            read(&page(&["JL A.M. SANGAJI 12", "No. Rekening 1234567890", "Nama Nasabah SITI CONTOH"]));
        assert_eq!(
            read,
            [(Field::Holder, "SITI CONTOH".to_owned()), (Field::Account, "1234567890".to_owned())]
        );
    }
}
