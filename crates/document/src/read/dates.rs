//! Dates as they are printed on cards: `12-08-1979`.

use super::spelling::digit;
use jiff::civil::Date;

/// So many characters must be digits as they are; the rest may be letters that digits are taken for.
const LEAST_DIGITS: usize = 5;

/// The last date in a text: eight digits, day first, in up to three groups.
pub(super) fn date(text: &str) -> Option<Date> {
    let groups: Vec<&str> = text.split(|c| digit(c).is_none()).filter(|group| !group.is_empty()).collect();
    (1..=groups.len()).rev().find_map(|end| {
        let from = (0..end).rev().take(3);
        from.filter_map(|from| eight(&groups[from..end].concat())).next()
    })
}

/// A day on which somebody who holds a card can have been born: none to come.
pub(super) fn birth(text: &str) -> Option<Date> {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    date(text).filter(|date| *date <= today)
}

fn eight(text: &str) -> Option<Date> {
    let digits: String = text.chars().filter_map(digit).collect();
    let certain = text.chars().filter(char::is_ascii_digit).count();
    if digits.len() != 8 || certain < LEAST_DIGITS {
        return None;
    }
    let (day, month, year) = (digits[..2].parse(), digits[2..4].parse(), digits[4..].parse::<i16>());
    let year = year.ok().filter(|year| (1900..2100).contains(year))?;
    Date::new(year, month.ok()?, day.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_dates_are_found() {
        let day = jiff::civil::date(1979, 8, 12);
        for text in ["MALANG, 12-08-1979", "SOLO 12 08-1979", "1Z-08-1979", "12-O8-l979.", "12081979 ="] {
            assert_eq!(date(text), Some(day), "{text}");
        }
        for text in ["", "31-02-1979", "12-08-79", "SOLO BOLO", "12-08-3979", "é12-0é-1979"] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!((birth("12-08-1979"), birth("12-08-2099")), (Some(day), None));
    }
}
