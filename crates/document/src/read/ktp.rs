//! The identity card: labels anchor the rows, and number, date and sex check each other.

use super::line::Pattern;
use super::nik::{self, From, Sex};
use super::person::named_text;
use super::rows::{Label, confidence, label, labels, right_of, text};
use super::sheet::Sheet;
use super::spelling::{likeness, plain};
use super::tesseract::Word;
use super::{Check, Field, ReadValue, dates};
use jiff::civil::Date;

/// The portrait begins at this share of the width; no value does.
const PORTRAIT: f32 = 0.73;
/// Values begin right of this share of the width.
const VALUES: f32 = 0.2;
const BIRTH_LABELS: &[&str] = &["Tempat/Tgl Lahir", "Tempat Tanggal Lahir", "Tgl Lahir", "Lahir"];
const SEX_LABELS: &[&str] = &["Jenis Kelamin", "Kelamin"];
/// Labels of the rows below the birth date.
const BELOW_BIRTH: &[&str] = &[
    "Jenis Kelamin",
    "Kelamin",
    "Gol. Darah",
    "Alamat",
    "Agama",
    "Kewarganegaraan",
    "Berlaku Hingga",
    "Berlaku",
];
const SEXES: [&str; 2] = ["LAKI-LAKI", "PEREMPUAN"];

/// What stands on the card.
pub(super) fn fields(sheet: &Sheet) -> Vec<(Field, ReadValue)> {
    let birth = birth_row(sheet);
    let mut date = birth.and_then(|row| birth_date(sheet, row, &Pattern::date()));
    let sex = sex(sheet);
    let said = sex.map(|(sex, _)| sex);
    let mut number = number(sheet, date.map(|(date, _)| date), said);
    let mut forced = false;
    // Where the two differ, the date may be the one that was read badly.
    if let (Some(row), Some((_, nik))) = (birth, &number)
        && nik.checks.contains(&Check::NikDiffersFromBirthDate)
        && let Some(likely) = like_nik(sheet, row, &nik.text)
        && date.is_none_or(|(_, sure)| likely.1 > sure * 0.3)
    {
        // A date that was read as the number says confirms nothing about the number.
        (date, forced) = (Some(likely), true);
        number = self::number(sheet, None, said);
    }
    let mut fields = vec![];
    let mut add = |field, text: String, confidence: f32| {
        fields.push((field, ReadValue { text, confidence, checks: vec![] }));
    };
    if let Some((name, sure)) = name(sheet, birth, number.as_ref().map(|(row, _)| *row)) {
        add(Field::Name, name, sure);
    }
    if let Some((place, sure)) = birth.and_then(|row| birth_place(sheet, row)) {
        add(Field::BirthPlace, place, sure);
    }
    let agrees = |nik: &ReadValue| nik.checks.contains(&Check::NikMatchesBirthDate) && nik.confidence > 0.9;
    let agreed = !forced && number.as_ref().is_some_and(|(_, nik)| agrees(nik));
    if let Some((date, sure)) = date {
        let sure = if agreed { 0.98 } else { 0.85 * sure };
        add(Field::BirthDate, date.to_string(), sure);
    }
    if let Some((sex, sure)) = sex {
        add(Field::Sex, if sex == Sex::Female { "female" } else { "male" }.to_owned(), sure);
    }
    fields.extend(number.map(|(_, nik)| (Field::Nik, nik)));
    fields
}

/// The words left of the portrait.
fn in_columns(sheet: &Sheet, words: &[Word]) -> Vec<Word> {
    words.iter().take_while(|word| !sheet.right_of(word, PORTRAIT)).cloned().collect()
}

/// The row of birth place and date: with its label, or else the first one with a date in it above the sex. The card
/// holds other dates further down: older cards say until when they are valid.
fn birth_row(sheet: &Sheet) -> Option<usize> {
    let rows = sheet.rows;
    let dated = |row: &usize| dates::birth(&text(&in_columns(sheet, &rows[*row].words))).is_some();
    if let Some(best) = label(rows, BIRTH_LABELS) {
        let labelled = labels(rows, BIRTH_LABELS).into_iter().map(|label| label.row);
        return labelled.into_iter().find(dated).or(Some(best.row));
    }
    let end = labels(rows, BELOW_BIRTH).first()?.row;
    (0..end).find(dated)
}

fn birth_date(sheet: &Sheet, row: usize, pattern: &Pattern) -> Option<(Date, f32)> {
    let words = in_columns(sheet, &sheet.rows[row].words);
    let seen = sheet.digits(&words, pattern, |digits| dates::birth(digits).is_some());
    let seen = seen.first().and_then(|guess| Some((dates::birth(&guess.text)?, guess.confidence)));
    let written = dates::birth(&text(&words)).map(|date| (date, 0.8 * confidence(&words)));
    match (seen, written) {
        (Some(a), Some(b)) if a.0 == b.0 => Some((a.0, a.1.max(b.1))),
        (Some(a), Some(b)) => Some(if a.1 >= b.1 { a } else { b }),
        (one, other) => one.or(other),
    }
}

/// The printed date, if it can be read as the one in the number.
fn like_nik(sheet: &Sheet, row: usize, nik: &str) -> Option<(Date, f32)> {
    let (day, month, year, _) = nik::inside(nik)?;
    let digits = |number: i16| (number / 10 % 10, number % 10);
    let pairs = [digits(i16::from(day)), digits(i16::from(month)), digits(year)];
    let places = pairs.iter().zip([0, 2, 6]);
    let pattern = places.fold(Pattern::date(), |pattern, ((tens, ones), at)| {
        pattern.only(at, &tens.to_string()).only(at + 1, &ones.to_string())
    });
    let words = in_columns(sheet, &sheet.rows[row].words);
    let pattern = pattern.among(Pattern::date());
    let seen = sheet.digits(&words, &pattern, |digits| dates::birth(digits).is_some());
    seen.first().and_then(|guess| Some((dates::birth(&guess.text)?, guess.confidence)))
}

fn birth_place(sheet: &Sheet, row: usize) -> Option<(String, f32)> {
    let rows = &sheet.rows[row..=row];
    let value = match label(rows, BIRTH_LABELS) {
        Some(label) => right_of(rows, &label).to_vec(),
        None => rows[0].words.iter().filter(|word| sheet.right_of(word, VALUES)).cloned().collect(),
    };
    let value = in_columns(sheet, &value);
    let sure = confidence(&value);
    let text = text(&value);
    // What stands before the first two digits of the date; comma and blank are not always read.
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    let mut pairs = digits.clone().zip(digits.skip(1));
    let end = pairs.find(|((a, _), (b, _))| b - a == 1).map_or(text.len(), |((a, _), _)| a);
    let place = named_text(text.get(..end)?)?;
    Some((place.trim_end_matches(['.', ',', ' ']).to_owned(), sure))
}

fn sex(sheet: &Sheet) -> Option<(Sex, f32)> {
    let labelled = label(sheet.rows, SEX_LABELS);
    let near = match &labelled {
        Some(label) => &sheet.rows[label.row..=label.row],
        None => sheet.rows,
    };
    let said = near.iter().flat_map(|row| &row.words).filter_map(|word| {
        let spelled = plain(&word.text);
        let male = likeness(&spelled, "LAKILAKI").max(likeness(&spelled, "LAKI"));
        let female = likeness(&spelled, "PEREMPUAN");
        let (sex, alike) = if female > male { (Sex::Female, female) } else { (Sex::Male, male) };
        (alike > 0.7).then_some((sex, alike * 0.98))
    });
    said.max_by(|a, b| a.1.total_cmp(&b.1)).or_else(|| {
        let words = in_columns(sheet, right_of(sheet.rows, &labelled?));
        let (which, sure) = sheet.one_of(&words, &SEXES)?;
        (sure > 0.3).then_some((if which == 1 { Sex::Female } else { Sex::Male }, sure))
    })
}

/// The number and its row.
fn number(sheet: &Sheet, birth: Option<Date>, sex: Option<Sex>) -> Option<(usize, ReadValue)> {
    let rows = sheet.rows;
    let digits = |row: &usize| rows[*row].text().chars().filter(char::is_ascii_digit).count();
    let labelled = label(rows, &["NIK"]).map(|label| label.row).filter(|row| digits(row) >= 8);
    let most_digits = || (0..rows.len()).max_by_key(digits).filter(|row| digits(row) >= 10);
    let row = labelled.or_else(most_digits)?;
    let words = in_columns(sheet, &rows[row].words);
    let seen = |pattern: &Pattern, from: From| {
        let guesses = sheet.digits(&words, pattern, nik::possible).into_iter();
        guesses.map(move |guess| nik::Guess { digits: guess.text, confidence: guess.confidence, from })
    };
    let mut guesses: Vec<nik::Guess> = seen(&Pattern::nik(), From::Row).collect();
    let sure =
        |guesses: &[nik::Guess]| nik::choose(guesses, birth, sex).is_some_and(|nik| nik.confidence > 0.9);
    if !sure(&guesses) {
        if let Some(birth) = birth {
            let born = Pattern::nik().born(birth.day() as u8, birth.month() as u8, birth.year() as u16);
            guesses.extend(seen(&born.among(Pattern::nik()), From::Date));
        }
        guesses.extend(nik::guesses(&text(&words), 0.6 * confidence(&words), From::Row));
    }
    if !sure(&guesses) {
        let value = match label(&rows[row..=row], &["NIK"]) {
            Some(label) => right_of(&rows[row..=row], &label),
            None => &words,
        };
        let read = sheet.digits_otherwise(value);
        guesses.extend(read.iter().flat_map(|(text, sure)| nik::guesses(text, *sure, From::Otherwise)));
    }
    nik::choose(&guesses, birth, sex).map(|nik| (row, nik))
}

/// The name: beside its label, or else between the number and the birth date.
fn name(sheet: &Sheet, birth: Option<usize>, number: Option<usize>) -> Option<(String, f32)> {
    let above_birth = |row: usize| birth.is_none_or(|birth| row < birth);
    let labelled = label(sheet.rows, &["Nama"]).filter(|label| above_birth(label.row));
    labelled.and_then(|label| name_beside(sheet, &label, birth)).or_else(|| name_below(sheet, birth, number))
}

fn name_beside(sheet: &Sheet, label: &Label, birth: Option<usize>) -> Option<(String, f32)> {
    let rows = sheet.rows;
    let first = in_columns(sheet, right_of(rows, label));
    let left = first.first()?.left;
    let (mut name, mut sure) = sheet.name(&first)?;
    // A long name goes on in the row below, in the same column.
    if birth == Some(label.row + 2) {
        let more = in_columns(sheet, &rows[label.row + 1].words);
        let column = more.first().is_some_and(|word| word.left.abs_diff(left) < 2 * word.height);
        if let Some((more, other)) = sheet.name(&more).filter(|(_, sure)| column && *sure > 0.5) {
            name = format!("{name} {more}");
            sure = sure.min(other);
        }
    }
    Some((name, sure))
}

/// The row below the number, where its label or what stands beside it cannot be read.
fn name_below(sheet: &Sheet, birth: Option<usize>, number: Option<usize>) -> Option<(String, f32)> {
    let rows = sheet.rows;
    let between = number.zip(birth).filter(|(number, birth)| number + 1 < *birth)?;
    let words = in_columns(sheet, &rows[between.0 + 1].words);
    // Without its label the row may begin with what is left of it.
    let values = words.iter().position(|word| sheet.right_of(word, VALUES))?;
    sheet.name(&words[values..]).map(|(name, sure)| (name, sure * 0.8))
}
