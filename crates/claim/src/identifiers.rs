//! Identifiers as types: parsed once, masked when printed. Separators that people type (spaces, dots, dashes)
//! are ignored. Rules: `docs/architecture.md` names the sources; length and shape only, never whether one exists.

use jiff::civil::Date;
use std::fmt;

/// A value with a question that does not stop anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T, W> {
    /// The value.
    pub value: T,
    /// Things to ask the participant about.
    pub warnings: Vec<W>,
}

/// What is wrong with something typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// Something other than digits.
    #[error("only digits belong here")]
    NotDigits,
    /// Too few digits or letters.
    #[error("{found} of {wanted} characters")]
    TooShort {
        /// How many there are.
        found: usize,
        /// How many there must be at least.
        wanted: usize,
    },
    /// Too many digits or letters.
    #[error("{found} characters where {wanted} belong")]
    TooLong {
        /// How many there are.
        found: usize,
        /// How many there may be.
        wanted: usize,
    },
    /// The digits cannot be such a number.
    #[error("these digits cannot be such a number")]
    Impossible,
    /// A day that does not exist.
    #[error("this day does not exist")]
    NoSuchDay,
    /// A day that is still to come.
    #[error("this day is still to come")]
    Future,
    /// A day too long ago to be a birth date.
    #[error("this day is too long ago")]
    TooLongAgo,
    /// Characters that no name has.
    #[error("names have letters only")]
    NotAName,
    /// It does not begin as an Indonesian mobile number does.
    #[error("mobile numbers begin with 08")]
    NotMobile,
}

/// Something to ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another number of digits is usual.
    UnusualLength {
        /// How many are usual.
        usual: usize,
    },
    /// The NIK carries another birth date.
    OtherBirthDate,
    /// Younger than a claim is likely.
    VeryYoung,
    /// The NIK begins with an area that is not in the table.
    UnknownRegion,
    /// Neither a NIK nor 0 and an old number (PMK 112/2022).
    UnusualNumber,
}

/// Digits of `text` without the separators that people type.
fn digits(text: &str) -> Result<String, Wrong> {
    let kept: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '/' | '+' | '(' | ')'))
        .collect();
    if kept.is_empty() {
        return Err(Wrong::Empty);
    }
    if kept.chars().all(|c| c.is_ascii_digit()) { Ok(kept) } else { Err(Wrong::NotDigits) }
}

fn length(digits: &str, wanted: std::ops::RangeInclusive<usize>) -> Result<(), Wrong> {
    let found = digits.len();
    if found < *wanted.start() {
        Err(Wrong::TooShort { found, wanted: *wanted.start() })
    } else if found > *wanted.end() {
        Err(Wrong::TooLong { found, wanted: *wanted.end() })
    } else {
        Ok(())
    }
}

macro_rules! masked {
    ($name:ident) => {
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
        impl $name {
            /// As it is written in files; personal data.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

/// Nomor Induk Kependudukan: 16 digits, area of first registration, birth date (day + 40 for women), serial
/// (Permendagri 72/2022; UU 24/2013 art. 13).
#[derive(Clone, PartialEq, Eq)]
pub struct Nik(String);
masked!(Nik);

impl Nik {
    /// Parses what was typed or read.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let digits = digits(text)?;
        length(&digits, 16..=16)?;
        let nik = Self(digits);
        let (day, month, year) = nik.birth_digits();
        let day_exists = [1900, 2000].iter().any(|century| Date::new(century + year, month, day).is_ok());
        if !day_exists || nik.0.ends_with("0000") {
            return Err(Wrong::Impossible);
        }
        Ok(nik)
    }

    fn birth_digits(&self) -> (i8, i8, i16) {
        let pair = |from: usize| self.0[from..from + 2].parse::<i8>().unwrap_or_default();
        let day = pair(6);
        (if day > 40 { day - 40 } else { day }, pair(8), i16::from(pair(10)))
    }

    /// What it says of the sex.
    pub fn sex(&self) -> Sex {
        if self.0[6..8].parse::<u8>().is_ok_and(|day| day > 40) { Sex::Female } else { Sex::Male }
    }

    /// The birth date in it: in the century that makes somebody 15 to 100 years old on `today`.
    pub fn birth_date(&self, today: Date) -> Option<Date> {
        let (day, month, year) = self.birth_digits();
        let dates = [2000, 1900].map(|century| Date::new(century + year, month, day).ok());
        dates.into_iter().flatten().find(|birth| (15..=100).contains(&age(*birth, today)))
    }

    /// Regency or town of first registration, such as `Kabupaten Malang`; people move, and numbers stay.
    pub fn region(&self) -> Option<&'static str> {
        crate::regions::name(&self.0)
    }

    /// Whether the birth date in it is `date`.
    pub fn fits(&self, date: Date) -> bool {
        (date.day(), date.month(), date.year() % 100) == self.birth_digits()
    }
}

/// What a NIK says of the sex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sex {
    Female,
    Male,
}

/// Nomor Pokok Wajib Pajak: 15 digits, or 16: the NIK, or 0 and the 15 old ones (PMK 112/2022).
#[derive(Clone, PartialEq, Eq)]
pub struct Npwp(String);
masked!(Npwp);

impl Npwp {
    /// Parses what was typed or read; 16 digits that are neither a NIK nor an old number are a doubt.
    pub fn parse(text: &str) -> Result<Checked<Self, Doubt>, Wrong> {
        let digits = digits(text)?;
        length(&digits, 15..=16)?;
        let odd = digits.len() == 16 && !digits.starts_with('0') && Nik::parse(&digits).is_err();
        let warnings = if odd { vec![Doubt::UnusualNumber] } else { vec![] };
        Ok(Checked { value: Self(digits), warnings })
    }
}

/// Kartu Peserta Jamsostek number: 11 digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Kpj(String);
masked!(Kpj);

impl Kpj {
    /// Parses what was typed or read; another length than 11 is a doubt.
    pub fn parse(text: &str) -> Result<Checked<Self, Doubt>, Wrong> {
        let digits = digits(text)?;
        length(&digits, 8..=16)?;
        let warnings = if digits.len() == 11 { vec![] } else { vec![Doubt::UnusualLength { usual: 11 }] };
        Ok(Checked { value: Self(digits), warnings })
    }
}

/// Mobile number of Indonesia, `+628…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);
masked!(Phone);

impl Phone {
    /// Parses `08…`, `628…` and `+628…`: 10 to 13 digits counted from the leading 0.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let digits = digits(text)?;
        let rest = digits.strip_prefix("62").or_else(|| digits.strip_prefix('0')).unwrap_or(&digits);
        if !rest.starts_with('8') {
            return Err(Wrong::NotMobile);
        }
        length(&format!("0{rest}"), 10..=13)?;
        Ok(Self(format!("+62{rest}")))
    }

    /// As people dial it, `08…`.
    pub fn local(&self) -> String {
        format!("0{}", self.0.trim_start_matches("+62"))
    }
}

/// Account number at a bank.
#[derive(Clone, PartialEq, Eq)]
pub struct BankAccount(String);
masked!(BankAccount);

impl BankAccount {
    /// Parses what was typed; another length than `usual` is a doubt.
    pub fn parse(text: &str, usual: Option<u32>) -> Result<Checked<Self, Doubt>, Wrong> {
        let digits = digits(text)?;
        length(&digits, 6..=20)?;
        let warnings = usual
            .map(|usual| usual as usize)
            .filter(|usual| *usual != digits.len())
            .map(|usual| Doubt::UnusualLength { usual })
            .into_iter()
            .collect();
        Ok(Checked { value: Self(digits), warnings })
    }
}

/// Name as on the KTP: upper case, single spaces.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);
masked!(PersonName);

impl PersonName {
    /// Parses what was typed. Single names are ordinary; letters of any script, apostrophe, dot, comma, dash.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
        if name.is_empty() {
            return Err(Wrong::Empty);
        }
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let fits = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '`' | '.' | ',' | '-');
        if !name.chars().all(fits) || letters == 0 {
            return Err(Wrong::NotAName);
        }
        let found = name.chars().count();
        match found {
            0..2 => Err(Wrong::TooShort { found, wanted: 2 }),
            2..=80 => Ok(Self(name)),
            _ => Err(Wrong::TooLong { found, wanted: 80 }),
        }
    }
}

/// Parses eight digits, day first (`12081979`, `12-08-1979`), of a day not after `today` and not more than 120 years
/// before.
pub fn past_date(text: &str, today: Date) -> Result<Date, Wrong> {
    let digits = digits(text)?;
    length(&digits, 8..=8)?;
    let number = |range: std::ops::Range<usize>| digits[range].parse::<i16>().unwrap_or_default();
    let part = |range| i8::try_from(number(range)).unwrap_or_default();
    let date = Date::new(number(4..8), part(2..4), part(0..2)).map_err(|_| Wrong::NoSuchDay)?;
    match age(date, today) {
        _ if date > today => Err(Wrong::Future),
        121.. => Err(Wrong::TooLongAgo),
        _ => Ok(date),
    }
}

/// Birth date, `YYYY-MM-DD`.
#[derive(Clone, PartialEq, Eq)]
pub struct BirthDate(Date);

impl fmt::Debug for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BirthDate(***)")
    }
}

impl BirthDate {
    /// Parses eight digits, day first (`12081979`, `12-08-1979`), as seen from `today`. Younger than `youngest`
    /// years, or another date than in `nik`, is a doubt.
    pub fn parse(
        text: &str,
        today: Date,
        youngest: u32,
        nik: Option<&Nik>,
    ) -> Result<Checked<Self, Doubt>, Wrong> {
        let date = past_date(text, today)?;
        let age = age(date, today);
        let mut warnings = vec![];
        if age < i64::from(youngest) {
            warnings.push(Doubt::VeryYoung);
        }
        if nik.is_some_and(|nik| !nik.fits(date)) {
            warnings.push(Doubt::OtherBirthDate);
        }
        Ok(Checked { value: Self(date), warnings })
    }

    /// From the journal, `YYYY-MM-DD`.
    pub fn from_iso(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// The date.
    pub fn date(&self) -> Date {
        self.0
    }

    /// Eight digits, day first, as it is typed.
    pub fn typed(&self) -> String {
        format!("{:02}{:02}{:04}", self.0.day(), self.0.month(), self.0.year())
    }
}

/// Whole years from `birth` to `today`.
pub fn age(birth: Date, today: Date) -> i64 {
    let before_birthday = (today.month(), today.day()) < (birth.month(), birth.day());
    i64::from(today.year()) - i64::from(birth.year()) - i64::from(before_birthday)
}

#[cfg(test)]
#[path = "identifiers_tests.rs"]
mod tests;
