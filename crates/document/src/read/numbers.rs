//! The cards that are known by their number.

use super::rows::{Row, below, confidence, labels, right_of};
use super::spelling::digit;
use super::tesseract::Word;
use super::{Check, Field, ReadValue, Sheet};

/// The membership number: 11 digits.
pub(super) fn kpj(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let spellings = &["Nomor KPJ", "No. KPJ", "KPJ", "Nomor Peserta", "No. Peserta", "Nomor Kartu"];
    number(sheet.rows, spellings, &[11]).map(|value| (Field::Kpj, value)).into_iter().collect()
}

/// The tax number: 15 digits (`01.234.567.8-901.000`), or 16.
pub(super) fn npwp(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let spellings = &["NPWP", "Nomor Pokok Wajib Pajak", "NPWP16"];
    number(sheet.rows, spellings, &[15, 16]).map(|value| (Field::Npwp, value)).into_iter().collect()
}

/// The surest number of a length, beside or below its label, or anywhere.
fn number(rows: &[Row], spellings: &[&str], lengths: &[usize]) -> Option<ReadValue> {
    let labels = labels(rows, spellings);
    let near = labels.iter().flat_map(|label| [right_of(rows, label), below(rows, label)]);
    let near = near.filter_map(|words| Some((of_length(words, lengths)?, 0.95)));
    let far = rows.iter().filter_map(|row| Some((of_length(&row.words, lengths)?, 0.6)));
    let all = near.chain(far).map(|((text, sure), factor)| ReadValue {
        text,
        confidence: sure * factor,
        checks: vec![Check::UsualLength],
    });
    all.reduce(|best, next| if next.confidence > best.confidence { next } else { best })
}

/// Neighbouring words that have so many digits together.
fn of_length(words: &[Word], lengths: &[usize]) -> Option<(String, f32)> {
    for from in 0..words.len() {
        let (mut digits, mut certain) = (String::new(), 0);
        for to in from..words.len() {
            let text = || words[to].text.chars().filter(|c| c.is_alphanumeric() || *c == '|');
            let Some(more) = text().map(digit).collect::<Option<String>>() else { break };
            certain += text().filter(char::is_ascii_digit).count();
            digits.push_str(&more);
            // Part of a longer number is no number.
            let ends = words.get(to + 1).is_none_or(|next| !next.text.chars().all(|c| c.is_ascii_digit()));
            if lengths.contains(&digits.len()) && certain * 4 >= digits.len() * 3 && ends {
                let sure = confidence(&words[from..=to]) * certain as f32 / digits.len() as f32;
                return Some((digits, sure));
            }
        }
    }
    None
}
