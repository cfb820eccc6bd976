//! The bank book: which bank, which number, whose.

use super::line::Pattern;
use super::rows::{Label, Row, below, confidence, labels, right_of, text, together};
use super::sheet::Sheet;
use super::spelling::{digit, likeness, plain};
use super::tesseract::Word;
use super::{Check, Field, ReadValue};

/// A bank: its code, how many digits its numbers usually have, and what stands on its books.
struct Bank {
    code: &'static str,
    digits: &'static [usize],
    words: &'static [&'static str],
}

const fn bank(code: &'static str, digits: &'static [usize], words: &'static [&'static str]) -> Bank {
    Bank { code, digits, words }
}

/// Codes as in the national list of banks. The numbers of digits are common usage, unconfirmed: they only rank.
const BANKS: &[Bank] = &[
    bank("002", &[15], &["Bank Rakyat Indonesia", "Bank BRI", "BRI", "Simpedes", "BritAma"]),
    bank("008", &[13], &["Bank Mandiri", "Mandiri Tabungan", "Tabungan Mandiri", "Mandiri"]),
    bank("009", &[10], &["Bank Negara Indonesia", "Bank BNI", "BNI", "Taplus"]),
    bank("014", &[10], &["Bank Central Asia", "BCA", "Tahapan", "Tahapan Xpresi"]),
    bank("200", &[16], &["Bank Tabungan Negara", "Bank BTN", "BTN", "Tabungan Batara"]),
    bank("451", &[10], &["Bank Syariah Indonesia", "BSI", "Bank Syariah Mandiri"]),
    bank("022", &[13, 12], &["CIMB Niaga", "Bank CIMB Niaga", "CIMB"]),
    bank("011", &[10], &["Bank Danamon", "Danamon"]),
    bank("028", &[12], &["OCBC NISP", "Bank OCBC NISP", "OCBC"]),
    bank("013", &[10], &["PermataBank", "Bank Permata"]),
    bank("016", &[10], &["Maybank Indonesia", "Maybank"]),
    bank("019", &[10], &["Panin Bank", "Bank Panin", "Panin"]),
    bank("147", &[10], &["Bank Muamalat", "Bank Muamalat Indonesia", "Muamalat"]),
    bank("153", &[10], &["Bank Sinarmas", "Sinarmas"]),
    bank("426", &[15], &["Bank Mega", "Mega Dana"]),
    bank("441", &[10], &["KB Bank", "KB Bukopin", "Bank Bukopin", "Bank KB Bukopin"]),
    bank("536", &[10], &["BCA Syariah", "Bank BCA Syariah"]),
];

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
const HOLDER_LABELS: &[&str] = &[
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
    let bank = bank_of(rows);
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

/// The bank that is named: longer names say more than short ones, and higher up more than further down.
fn bank_of(rows: &[Row]) -> Option<(&'static Bank, f32)> {
    let mut best: Option<(&Bank, f32, f32)> = None;
    for bank in BANKS {
        for spelling in bank.words {
            let short = plain(spelling).len() <= 4;
            // Three letters are in many words: they must be right.
            let found = labels(rows, &[spelling]).into_iter().find(|label| !short || label.likeness == 1.0);
            let Some(Label { row, likeness, .. }) = found else { continue };
            let weight = likeness * plain(spelling).len() as f32 - row as f32 * 0.1;
            if best.is_none_or(|(_, other, _)| weight > other) {
                let sure = if short { 0.85 } else { 0.98 * likeness };
                best = Some((bank, weight, sure));
            }
        }
    }
    best.map(|(bank, _, sure)| (bank, sure))
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
    let of = |least: usize, most: usize| {
        sheet.digits(run, &Pattern::of(least..=most), |_| true).into_iter().next()
    };
    let free = of(8, 17)?;
    let as_usual = usual.iter().filter_map(|length| of(*length, *length));
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
    for label in labels(rows, HOLDER_LABELS) {
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
    let other = |word: &str| NO_NAMES.iter().any(|no| likeness(&plain(word), no) > 0.8);
    letters >= 3 && !name.split(' ').any(other)
}
