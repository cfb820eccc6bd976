//! The identity card: labels anchor the rows, and number, date and sex check each other.

use super::nik::{self, Sex};
use super::rows::{Row, confidence, label, right_of, text, together};
use super::spelling::{letter, likeness, plain};
use super::tesseract::Word;
use super::{Field, ReadValue, Sheet, dates};
use jiff::civil::Date;

/// The portrait begins at this share of the width; no value does.
const PORTRAIT: f32 = 0.73;
const BIRTH_LABELS: &[&str] = &["Tempat/Tgl Lahir", "Tempat Tanggal Lahir", "Tgl Lahir", "Lahir"];
const SEX_LABELS: &[&str] = &["Jenis Kelamin", "Kelamin"];

/// What stands on the card.
pub(super) fn fields(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let rows = sheet.rows;
    let birth = birth_row(rows);
    let date = birth.and_then(|row| dates::date(&rows[row].text()));
    let (sex, sex_confidence) = sex(rows).unzip();
    let number = number(sheet, date, sex);
    let mut fields = vec![];
    let mut add = |field, text: String, confidence: f32| {
        fields.push((field, ReadValue { text, confidence, checks: vec![] }));
    };
    if let Some((name, sure)) = name(sheet, birth, number.as_ref().map(|(row, _)| *row)) {
        add(Field::Name, name, sure);
    }
    if let Some((place, sure)) = birth.and_then(|row| birth_place(rows, row)) {
        add(Field::BirthPlace, place, sure);
    }
    let checks = number.as_ref().map(|(_, nik)| nik.checks.clone()).unwrap_or_default();
    if let (Some(date), Some(row)) = (date, birth) {
        let agreed = checks.contains(&super::Check::NikMatchesBirthDate);
        let sure = if agreed { 0.98 } else { 0.8 * confidence(&rows[row].words) };
        add(Field::BirthDate, date.to_string(), sure);
    }
    if let Some((sex, sure)) = sex.zip(sex_confidence) {
        add(Field::Sex, if sex == Sex::Female { "female" } else { "male" }.to_owned(), sure);
    }
    fields.extend(number.map(|(_, nik)| (Field::Nik, nik)));
    fields
}

/// The row of birth place and date: with its label, or the first one below the number with a date in it.
fn birth_row(rows: &[Row]) -> Option<usize> {
    let dated = |row: &usize| dates::date(&rows[*row].text()).is_some();
    let labelled = label(rows, BIRTH_LABELS).map(|label| label.row);
    let unlabelled = || (0..rows.len()).find(dated);
    labelled.filter(dated).or_else(unlabelled).or(labelled)
}

fn birth_place(rows: &[Row], row: usize) -> Option<(String, f32)> {
    let value = match label(&rows[row..=row], BIRTH_LABELS) {
        Some(label) => right_of(&rows[row..=row], &label),
        None => &rows[row].words,
    };
    let digits = |word: &Word| word.text.chars().filter(char::is_ascii_digit).count() >= 2;
    let end = value.iter().position(digits).unwrap_or(value.len());
    // `MALANG,12-08-1979` without a blank: what stands before the comma.
    let glued = value.get(end).and_then(|word| word.text.split_once(',')).map(|(place, _)| place);
    let mut place = value[..end].to_vec();
    if let (Some(glued), Some(word)) = (glued, value.get(end)) {
        place.push(Word { text: glued.to_owned(), ..word.clone() });
    }
    named(&place)
}

fn sex(rows: &[Row]) -> Option<(Sex, f32)> {
    let place = label(rows, SEX_LABELS);
    let near: Vec<&Row> = match &place {
        Some(label) => vec![&rows[label.row]],
        None => rows.iter().collect(),
    };
    let all = near.iter().flat_map(|row| &row.words);
    let said = all.filter_map(|word| {
        let spelled = plain(&word.text);
        let female = likeness(&spelled, "PEREMPUAN").max(likeness(&spelled, "WANITA"));
        let male =
            likeness(&spelled, "LAKILAKI").max(likeness(&spelled, "LAKI")).max(likeness(&spelled, "PRIA"));
        let (sex, alike) = if female > male { (Sex::Female, female) } else { (Sex::Male, male) };
        (alike > 0.7).then_some((sex, alike * 0.98))
    });
    said.max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The number and its row.
fn number(sheet: &Sheet, birth: Option<Date>, sex: Option<Sex>) -> Option<(usize, ReadValue)> {
    let rows = sheet.rows;
    let of_row = |row: &Row| {
        let words: Vec<Word> =
            row.words.iter().filter(|word| !sheet.right_of(word, PORTRAIT)).cloned().collect();
        nik::guesses(&text(&words), confidence(&words))
    };
    let labelled = label(rows, &["NIK"]).map(|label| label.row);
    let most_digits = || {
        let digits = |row: &usize| rows[*row].text().chars().filter(char::is_ascii_digit).count();
        (0..rows.len()).max_by_key(digits).filter(|row| digits(row) >= 10)
    };
    let row = labelled.filter(|row| !of_row(&rows[*row]).is_empty()).or_else(most_digits).or(labelled)?;
    let mut guesses = of_row(&rows[row]);
    let sure = |guesses: &[nik::Guess]| nik::choose(guesses, birth, sex).filter(|nik| nik.confidence > 0.9);
    if sure(&guesses).is_none() {
        let value = match label(&rows[row..=row], &["NIK"]) {
            Some(label) => right_of(&rows[row..=row], &label),
            None => together(&rows[row].words),
        };
        guesses.extend(sheet.digits(value).iter().flat_map(|read| nik::guesses(&read.0, read.1)));
    }
    nik::choose(&guesses, birth, sex).map(|nik| (row, nik))
}

/// The name: beside its label, or else between the number and the birth date.
fn name(sheet: &Sheet, birth: Option<usize>, number: Option<usize>) -> Option<(String, f32)> {
    let rows = sheet.rows;
    let above_birth = |row: usize| birth.is_none_or(|birth| row < birth);
    let labelled = label(rows, &["Nama"]).filter(|label| above_birth(label.row));
    let in_column = |words: &[Word]| -> Vec<Word> {
        words.iter().take_while(|word| !sheet.right_of(word, PORTRAIT)).cloned().collect()
    };
    if let Some(label) = labelled {
        let first = in_column(right_of(rows, &label));
        let left = first.first()?.left;
        let mut words = first;
        // A long name goes on in the row below, in the same column.
        if birth == Some(label.row + 2) {
            let close = |word: &&Word| word.left + word.height > left && word.confidence > 0.5;
            words.extend(in_column(&rows[label.row + 1].words).iter().filter(close).cloned());
        }
        return named(&words);
    }
    let between = number.zip(birth).filter(|(number, birth)| number + 1 < *birth)?;
    let words = in_column(&rows[between.0 + 1].words);
    // Without its label the row may begin with what is left of it.
    let values = words.iter().position(|word| sheet.right_of(word, 0.2))?;
    named(&words[values..]).map(|(name, sure)| (name, sure * 0.8))
}

/// Words of a name as it is printed: upper case letters, marks at the ends taken off.
pub(super) fn named(words: &[Word]) -> Option<(String, f32)> {
    let clean = |word: &Word| {
        let letters: String = word.text.chars().map(letter).collect();
        let kept = |c: char| c.is_alphabetic() || matches!(c, '\'' | '.' | '-' | ',');
        let letters: String = letters.chars().filter(|c| kept(*c)).collect();
        let trimmed = letters.trim_matches(|c| matches!(c, '\'' | '-' | ',')).trim_start_matches('.');
        let noise = word.confidence < 0.4 && trimmed.chars().count() <= 2;
        (trimmed.chars().any(char::is_alphabetic) && !noise).then(|| (trimmed.to_owned(), word.clone()))
    };
    let (texts, words): (Vec<String>, Vec<Word>) = words.iter().filter_map(clean).unzip();
    let name = texts.join(" ");
    (name.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| (name, confidence(&words)))
}
