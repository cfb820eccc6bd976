use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The number on a ticket: the letter of its series and a number that counts up through a day. It reads `A-012`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TicketNumber {
    series: char,
    number: u32,
}

/// What was read is not the number of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a ticket number is a capital letter, a dash and a number from 1, such as A-012")]
pub struct NotATicketNumber;

impl TicketNumber {
    /// `series` is a capital letter A to Z, `number` counts from 1.
    pub fn new(series: char, number: u32) -> Result<Self, NotATicketNumber> {
        if series.is_ascii_uppercase() && number > 0 {
            Ok(Self { series, number })
        } else {
            Err(NotATicketNumber)
        }
    }

    /// Letter of the series.
    pub fn series(self) -> char {
        self.series
    }

    /// Number in its series, from 1.
    pub fn number(self) -> u32 {
        self.number
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:03}", self.series, self.number)
    }
}

impl FromStr for TicketNumber {
    type Err = NotATicketNumber;

    /// Takes what `Display` writes; leading zeros may be more or fewer.
    fn from_str(text: &str) -> Result<Self, NotATicketNumber> {
        let (series, number) = text.split_once('-').ok_or(NotATicketNumber)?;
        let mut letters = series.chars();
        let (Some(series), None) = (letters.next(), letters.next()) else { return Err(NotATicketNumber) };
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotATicketNumber);
        }
        Self::new(series, number.parse().map_err(|_| NotATicketNumber)?)
    }
}

impl TryFrom<String> for TicketNumber {
    type Error = NotATicketNumber;
    fn try_from(text: String) -> Result<Self, NotATicketNumber> {
        text.parse()
    }
}

impl From<TicketNumber> for String {
    fn from(number: TicketNumber) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_as_letter_and_three_digits() {
        let shown = |number| TicketNumber::new('A', number).unwrap().to_string();
        assert_eq!(shown(1), "A-001");
        assert_eq!(shown(12), "A-012");
        assert_eq!(shown(1234), "A-1234");
    }

    #[test]
    fn is_text_in_json() {
        let number = TicketNumber::new('B', 7).unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"B-007\"");
        assert_eq!(serde_json::from_str::<TicketNumber>("\"B-007\"").unwrap(), number);
        assert!(serde_json::from_str::<TicketNumber>("\"b-7\"").is_err());
    }

    #[test]
    fn refuses_what_no_ticket_carries() {
        for text in ["", "A", "A-", "-1", "A-0", "a-1", "AB-1", "A-+1", "A-1 ", "A 1", "Ä-1", "A-99999999999"]
        {
            assert_eq!(text.parse::<TicketNumber>(), Err(NotATicketNumber), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(series in "[A-Z]", number in 1..=u32::MAX) {
            let number = TicketNumber::new(series.chars().next().unwrap(), number).unwrap();
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            if let Ok(number) = text.parse::<TicketNumber>() {
                prop_assert!(number.number() > 0 && number.series().is_ascii_uppercase());
            }
        }
    }
}
