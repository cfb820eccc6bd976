//! Which of several readings of a NIK it is: it has 16 digits and holds the birth date, with 40 added to the day for
//! women (Permendagri 72/2022).

use super::spelling::digit;
use super::{Check, ReadValue};
use jiff::civil::Date;

/// The sexes as a NIK tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Female,
    Male,
}

/// Where a guess is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// What was seen on the row.
    Row,
    /// What another program saw there.
    Otherwise,
    /// Made to agree with the printed date: that it agrees says nothing.
    Date,
}

/// One reading of the number.
#[derive(Clone)]
pub(super) struct Guess {
    pub(super) digits: String,
    pub(super) confidence: f32,
    pub(super) from: From,
}

/// A number that nobody saw without knowing the date is not believed more than this.
const FORCED: f32 = 0.8;
/// The printed date is mostly right: of two numbers, one that differs from it must be so much likelier …
const DIFFERS: f32 = 0.15;
/// … and one that cannot be must be so much likelier than any other.
const IMPOSSIBLE: f32 = 0.05;

/// First two digits of NIKs: the provinces, old and new ones.
const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51",
    "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92",
    "93", "94", "95", "96", "97",
];
/// Pairs of digits that are taken for each other.
const CONFUSED: &[&str] =
    &["08", "06", "09", "17", "14", "27", "35", "38", "39", "49", "56", "58", "68", "69", "89"];
const LENGTH: usize = 16;
/// So many of its characters must be digits as they are.
const LEAST_DIGITS: usize = 11;

/// The numbers of 16 digits that a text can be, the whole text first.
pub(super) fn guesses(text: &str, confidence: f32, from: From) -> Vec<Guess> {
    let kept: Vec<char> =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | ',' | ':')).collect();
    let mut found = vec![];
    for run in kept.split(|c| digit(*c).is_none()) {
        for window in run.windows(LENGTH).rev() {
            if window.iter().filter(|c| c.is_ascii_digit()).count() >= LEAST_DIGITS {
                let certain = window.iter().filter(|c| c.is_ascii_digit()).count() as f32 / LENGTH as f32;
                let digits = window.iter().filter_map(|c| digit(*c)).collect();
                // Of a longer run each part is less likely.
                let confidence = confidence * certain / (1 + run.len() - LENGTH) as f32;
                found.push(Guess { digits, confidence, from });
            }
        }
    }
    found
}

/// Day (without the 40), month, two digits of the year, sex; none where no such day exists in either century.
pub(super) fn inside(digits: &str) -> Option<(i8, i8, i16, Sex)> {
    let pair = |at: usize| digits.get(at..at + 2)?.parse::<i8>().ok();
    let (day, month, year) = (pair(6)?, pair(8)?, i16::from(pair(10)?));
    let (day, sex) = if day > 40 { (day - 40, Sex::Female) } else { (day, Sex::Male) };
    let exists = [1900, 2000].iter().any(|century| Date::new(century + year, month, day).is_ok());
    exists.then_some((day, month, year, sex))
}

/// Whether a number can be a NIK.
pub(super) fn possible(digits: &str) -> bool {
    digits.len() == LENGTH && inside(digits).is_some() && !digits.ends_with("0000")
}

/// The six digits that a NIK has for somebody.
fn birth_digits(birth: Date, sex: Sex) -> String {
    let day = birth.day() + if sex == Sex::Female { 40 } else { 0 };
    format!("{day:02}{:02}{:02}", birth.month(), birth.year() % 100)
}

/// The likeliest of the guesses beside the printed birth date and sex.
pub(super) fn choose(guesses: &[Guess], birth: Option<Date>, sex: Option<Sex>) -> Option<ReadValue> {
    let mut all = guesses.to_vec();
    if let Some(birth) = birth {
        all.extend(guesses.iter().filter_map(|guess| mended(guess, birth, sex)));
    }
    let rated = all.iter().map(|guess| rated(guess, &all, birth, sex));
    rated.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(nik, _)| nik)
}

/// The printed date is set plainer than the number: where the two differ by digits that are taken for each other,
/// the number with the date's digits is a guess too.
fn mended(guess: &Guess, birth: Date, sex: Option<Sex>) -> Option<Guess> {
    let read = guess.digits.get(6..12)?;
    let sexes = sex.map_or(vec![Sex::Female, Sex::Male], |sex| vec![sex]);
    sexes.into_iter().find_map(|sex| {
        let wanted = birth_digits(birth, sex);
        let off: Vec<(char, char)> = read.chars().zip(wanted.chars()).filter(|(a, b)| a != b).collect();
        let slip = |(a, b): &(char, char)| CONFUSED.iter().any(|pair| pair.contains(*a) && pair.contains(*b));
        let digits = format!("{}{wanted}{}", &guess.digits[..6], &guess.digits[12..]);
        let mends = matches!(off.len(), 1..=2) && off.iter().all(slip);
        mends.then_some(Guess { digits, confidence: (1.0 - guess.confidence) * 0.6, from: From::Date })
    })
}

/// The guess with how sure it is, and how likely it is beside others.
fn rated(guess: &Guess, all: &[Guess], birth: Option<Date>, sex: Option<Sex>) -> (ReadValue, f32) {
    // Readings of the same kind are of the same pixels, and count once.
    let best = |from: From| {
        let same = all.iter().filter(|other| other.digits == guess.digits && other.from == from);
        same.map(|other| other.confidence.clamp(0.0, 0.95)).reduce(f32::max)
    };
    let seen: Vec<f32> = [From::Row, From::Otherwise].into_iter().filter_map(best).collect();
    let forced = seen.is_empty();
    let mut doubt = match best(From::Date) {
        Some(sure) if forced => 1.0 - sure,
        _ => seen.iter().map(|sure| 1.0 - sure).product(),
    };
    let mut rank = 1.0 - doubt;
    let mut least = if forced { 1.0 - FORCED } else { 0.0 };
    let mut checks = vec![];
    if seen.len() > 1 {
        checks.push(Check::ReadTwice);
    }
    if PROVINCES.contains(&&guess.digits[..2]) {
        checks.push(Check::NikBeginsWithProvince);
    } else {
        least = least.max(0.5);
    }
    match inside(&guess.digits) {
        None => (least, rank) = (0.85, rank * IMPOSSIBLE),
        Some((day, month, year, in_nik)) => {
            if let Some(birth) = birth.filter(|_| !forced) {
                let matches = (birth.day(), birth.month(), birth.year() % 100) == (day, month, year);
                checks.push(if matches {
                    Check::NikMatchesBirthDate
                } else {
                    Check::NikDiffersFromBirthDate
                });
                (doubt, least) = if matches { (doubt * 0.3, least) } else { (doubt, least.max(0.55)) };
                rank *= if matches { 1.0 } else { DIFFERS };
            }
            if let Some(sex) = sex.filter(|sex| !forced || *sex != in_nik) {
                let matches = sex == in_nik;
                checks.push(if matches { Check::NikMatchesSex } else { Check::NikDiffersFromSex });
                (doubt, least) = if matches { (doubt * 0.8, least) } else { (doubt, least.max(0.6)) };
            }
        }
    }
    (ReadValue { text: guess.digits.clone(), confidence: 1.0 - doubt.max(least), checks }, rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIK: &str = "3507155208790001";
    const BIRTH: Option<Date> = Some(jiff::civil::date(1979, 8, 12));

    fn read(text: &str) -> Vec<Guess> {
        guesses(text, 0.9, From::Row)
    }

    #[test]
    fn letters_that_digits_are_taken_for_are_read_as_digits() {
        for text in
            [NIK, "35O7155208790OO1", ": 3507 1552 0879 0001", "350715520879000l", "NIK 3507155208790001 x"]
        {
            assert!(read(text).iter().any(|guess| guess.digits == NIK), "{text}");
        }
        assert!(read("350715520879000").is_empty());
        assert!(read("SOLOBIGBOSSLIBIGOS").is_empty());
    }

    #[test]
    fn the_printed_date_chooses_between_readings() {
        let guesses: Vec<Guess> = ["3507155208740001", NIK].iter().flat_map(|text| read(text)).collect();
        let chosen = choose(&guesses, BIRTH, Some(Sex::Female)).unwrap();
        assert_eq!(chosen.text, NIK);
        assert!(chosen.checks.contains(&Check::NikMatchesBirthDate));
        assert!(chosen.checks.contains(&Check::NikMatchesSex));
        assert!(chosen.confidence > 0.9);
    }

    #[test]
    fn a_digit_that_is_easily_mistaken_follows_the_printed_date_and_no_other() {
        let chosen = |text: &str| choose(&read(text), BIRTH, Some(Sex::Female)).unwrap();
        assert_eq!(chosen("3507155200790001").text, NIK);
        let other = chosen("3507155208750001");
        assert_eq!(other.text, "3507155208750001");
        assert!(other.checks.contains(&Check::NikDiffersFromBirthDate));
        assert!(other.confidence < 0.5);
    }

    #[test]
    fn a_number_made_to_agree_with_the_date_is_no_evidence_for_itself() {
        let guess = |digits: &str, confidence, from| Guess { digits: digits.to_owned(), confidence, from };
        let free = guess("3507155203790001", 0.7, From::Row);
        let forced = guess(NIK, 0.9, From::Date);
        let twice = [free.clone(), forced.clone(), guess(NIK, 0.9, From::Date)];
        let chosen = choose(&twice, BIRTH, Some(Sex::Female)).unwrap();
        assert_eq!(chosen.text, NIK);
        assert!(chosen.confidence <= 0.8, "{}", chosen.confidence);
        assert!(!chosen.checks.contains(&Check::ReadTwice));
        assert!(!chosen.checks.contains(&Check::NikMatchesBirthDate));
        // Seen by itself it is believed, and twice only by two programs.
        let seen = choose(&[guess(NIK, 0.9, From::Row), forced], BIRTH, Some(Sex::Female)).unwrap();
        assert!(seen.confidence > 0.95 && seen.checks.contains(&Check::NikMatchesBirthDate));
        assert!(!seen.checks.contains(&Check::ReadTwice));
        let both = [guess(NIK, 0.6, From::Row), guess(NIK, 0.6, From::Otherwise)];
        assert!(choose(&both, BIRTH, None).unwrap().checks.contains(&Check::ReadTwice));
        // A date that was read badly does not turn a clear number.
        let clear = [guess("3507155203790001", 0.95, From::Row), guess(NIK, 0.02, From::Date)];
        assert_eq!(choose(&clear, BIRTH, Some(Sex::Female)).unwrap().text, "3507155203790001");
    }

    #[test]
    fn an_impossible_number_is_hardly_believed() {
        let chosen = choose(&read("3507159908790001"), None, None).unwrap();
        assert!(chosen.confidence < 0.2);
        assert!(choose(&[], BIRTH, None).is_none());
    }
}
