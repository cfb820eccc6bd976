//! A number of which the shape is known: CTC prefix beam search over the digits alone.

use super::{ALPHABET, BLANK, CLASSES, Guess, class};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Kept after each column; the number of a document is a few hypotheses at most.
const BEAM: usize = 48;
/// A digit that is less likely than this in a column is not followed there.
const FLOOR: f64 = 1e-5;
/// What people and printers put between the digits of one number.
const BETWEEN: &str = " .-/:,";

/// Which digits may stand at each place of a number.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Bit d of a place is set where digit d may stand.
    places: Vec<u16>,
    /// So many places must be filled.
    least: usize,
    /// The numbers that it is one of, where it was narrowed.
    among: Option<Box<Pattern>>,
}

impl Pattern {
    /// A number with so many digits; at most 24.
    pub fn of(lengths: RangeInclusive<usize>) -> Self {
        let most = (*lengths.end()).min(24);
        Self { places: vec![0x3ff; most], least: (*lengths.start()).clamp(1, most.max(1)), among: None }
    }

    /// How sure a number is of all that `wider` allows: what a narrow pattern is made to say is not likely for that.
    #[must_use]
    pub fn among(self, wider: Self) -> Self {
        Self { among: Some(Box::new(wider)), ..self }
    }

    /// A NIK: 16 digits, no province below 11, days 01..31 and 41..71, months 01..12.
    pub fn nik() -> Self {
        Self::of(16..=16).only(0, "123456789").only(6, "01234567").only(8, "01")
    }

    /// A date in digits, `DDMMYYYY`, of the years 1900 to 2099.
    pub fn date() -> Self {
        Self::of(8..=8).only(0, "0123").only(2, "01").only(4, "12").only(5, "90")
    }

    /// Only these digits at a place, counted from 0.
    #[must_use]
    pub fn only(mut self, place: usize, digits: &str) -> Self {
        if let Some(allowed) = self.places.get_mut(place) {
            *allowed = digits.chars().filter_map(|d| d.to_digit(10)).fold(0, |set, d| set | 1 << d);
        }
        self
    }

    /// A NIK with the birth date already known, for men and women.
    #[must_use]
    pub fn born(self, day: u8, month: u8, year: u16) -> Self {
        let digit = |number: u16, ten: u16| (number / ten % 10).to_string();
        let (day, month) = (u16::from(day), u16::from(month));
        self.only(6, &(digit(day, 10) + &digit(day + 40, 10)))
            .only(7, &digit(day, 1))
            .only(8, &digit(month, 10))
            .only(9, &digit(month, 1))
            .only(10, &digit(year, 10))
            .only(11, &digit(year, 1))
    }
}

/// How likely all ways are on which a prefix was read, by whether the last column was a blank.
#[derive(Clone, Copy, Default)]
struct Ways {
    blank: f64,
    digit: f64,
}

impl Ways {
    fn sum(self) -> f64 {
        self.blank + self.digit
    }
}

/// The prefixes that are left, with the digits as they stand; sorted so that equal ones come out the same each time.
type Beam = BTreeMap<Vec<u8>, Ways>;

pub(super) fn best(
    columns: &[[f32; CLASSES]],
    pattern: &Pattern,
    fits: impl Fn(&str) -> bool,
) -> Option<Guess> {
    let found = numbers(columns, pattern);
    let sum = |found: &[(Vec<u8>, Ways)]| found.iter().map(|(_, ways)| ways.sum()).sum::<f64>();
    let wider = pattern.among.as_ref().map_or(0.0, |wider| sum(&numbers(columns, wider)));
    let all = sum(&found).max(wider);
    let text = |digits: &[u8]| digits.iter().map(|&d| char::from(b'0' + d)).collect::<String>();
    let (text, ways) =
        found.iter().map(|(digits, ways)| (text(digits), ways)).find(|(text, _)| fits(text))?;
    (ways.sum() > 0.0).then(|| Guess { confidence: confidence(ways.sum(), ways.sum() / all), text })
}

/// The numbers of a pattern, the likeliest first.
fn numbers(columns: &[[f32; CLASSES]], pattern: &Pattern) -> Vec<(Vec<u8>, Ways)> {
    let mut beam = Beam::from([(vec![], Ways { blank: 1.0, digit: 0.0 })]);
    for column in columns {
        beam = pruned(step(&beam, &Column::of(column), pattern));
    }
    let mut found: Vec<_> = beam.into_iter().filter(|(digits, _)| digits.len() >= pattern.least).collect();
    found.sort_by(|a, b| b.1.sum().total_cmp(&a.1.sum()));
    found
}

/// A column of the network seen as digits and what is none.
struct Column {
    digits: [f64; 10],
    /// Nothing, or what may stand between digits.
    gap: f64,
    /// Anything but a digit, as before and after the number.
    other: f64,
}

impl Column {
    fn of(column: &[f32; CLASSES]) -> Self {
        let first = ALPHABET.iter().position(|&c| c == b'0').unwrap_or_default() + 1;
        let digits: [f64; 10] = std::array::from_fn(|d| f64::from(column[first + d]));
        let between: f64 = BETWEEN.chars().filter_map(class).map(|c| f64::from(column[c])).sum();
        let other = (1.0 - digits.iter().sum::<f64>()).max(0.0);
        Self { digits, gap: (f64::from(column[BLANK]) + between).min(1.0), other }
    }
}

fn step(beam: &Beam, column: &Column, pattern: &Pattern) -> Beam {
    let mut next = Beam::new();
    for (prefix, ways) in beam {
        let outside = prefix.is_empty() || prefix.len() >= pattern.least;
        let still = next.entry(prefix.clone()).or_default();
        still.blank += ways.sum() * if outside { column.other } else { column.gap };
        let last = prefix.last().copied();
        if let Some(last) = last {
            still.digit += ways.digit * column.digits[usize::from(last)];
        }
        let Some(allowed) = pattern.places.get(prefix.len()) else { continue };
        for digit in (0..10u8).filter(|d| allowed & 1 << d != 0 && column.digits[usize::from(*d)] > FLOOR) {
            // The same digit twice needs something between.
            let from = if last == Some(digit) { ways.blank } else { ways.sum() };
            let mut longer = prefix.clone();
            longer.push(digit);
            next.entry(longer).or_default().digit += from * column.digits[usize::from(digit)];
        }
    }
    next
}

/// The likeliest ones.
fn pruned(beam: Beam) -> Beam {
    let mut all: Vec<_> = beam.into_iter().filter(|(_, ways)| ways.sum() > 0.0).collect();
    all.sort_by(|a, b| b.1.sum().total_cmp(&a.1.sum()));
    all.truncate(BEAM);
    all.into_iter().collect()
}

/// From how likely the number is, at all and among the numbers of its shape, to the share of right ones.
fn confidence(absolute: f64, relative: f64) -> f32 {
    super::share_of_right(absolute.min(1.0).sqrt() * relative, 1.4, 1.08)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns that say `text` with certainty `sure`; the rest says `instead`.
    fn columns(text: &str, instead: &str, sure: f32) -> Vec<[f32; CLASSES]> {
        let mut out = vec![];
        for (c, other) in text.chars().zip(instead.chars()) {
            let mut column = [0.0; CLASSES];
            column[class(other).unwrap()] += 1.0 - sure;
            column[class(c).unwrap()] += sure;
            let mut blank = [0.0; CLASSES];
            blank[BLANK] = 1.0;
            out.extend([column, blank]);
        }
        out
    }

    #[test]
    fn labels_and_separators_are_passed_over() {
        let read = |text: &str, pattern: Pattern| {
            best(&columns(text, text, 1.0), &pattern, |_| true).map(|g| g.text)
        };
        assert_eq!(read("NIK : 3507155208790001", Pattern::nik()).unwrap(), "3507155208790001");
        assert_eq!(read("0123-01-055501-50-1 A", Pattern::of(10..=16)).unwrap(), "012301055501501");
        assert_eq!(read("MALANG, 12-08-1979", Pattern::date()).unwrap(), "12081979");
        assert_eq!(read("NIK : 350715520879000", Pattern::nik()), None);
    }

    #[test]
    fn what_must_fit_chooses_between_digits() {
        let seen = columns("3507155203790001", "3507155208790001", 0.6);
        let likeliest = best(&seen, &Pattern::nik(), |_| true).unwrap();
        assert_eq!(likeliest.text, "3507155203790001");
        let born = best(&seen, &Pattern::nik().born(12, 8, 1979), |_| true).unwrap();
        assert_eq!(born.text, "3507155208790001");
        let fits = best(&seen, &Pattern::nik(), |text| &text[6..12] == "520879").unwrap();
        assert_eq!(fits.text, "3507155208790001");
        assert!(fits.confidence < likeliest.confidence);
        assert!(best(&seen, &Pattern::nik(), |_| false).is_none());
    }

    #[test]
    fn a_number_that_was_forced_is_no_surer_than_it_is_likely() {
        let seen = columns("3507155203790001", "3507155208790001", 0.9);
        let read = |pattern: &Pattern| best(&seen, pattern, |_| true).unwrap();
        let born = Pattern::nik().born(12, 8, 1979);
        assert!(read(&born.clone().among(Pattern::nik())).confidence < 0.3);
        assert!(read(&Pattern::nik()).confidence > 0.9);
        let likely = Pattern::nik().born(12, 3, 1979).among(Pattern::nik());
        assert!((read(&likely).confidence - read(&Pattern::nik()).confidence).abs() < 0.02);
    }

    #[test]
    fn doubled_digits_need_a_gap_between() {
        let mut one = columns("1", "1", 1.0);
        one.insert(0, one[0]);
        assert_eq!(best(&one, &Pattern::of(1..=2), |_| true).unwrap().text, "1");
        assert_eq!(best(&columns("11", "11", 1.0), &Pattern::of(1..=2), |_| true).unwrap().text, "11");
    }
}
