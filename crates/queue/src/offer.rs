//! Whether a number can be taken now, and for which day.

use crate::{Calendar, working_days_after};
use jiff::civil::{Date, DateTime};

/// What somebody hears who wants a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A number for a day: today, or the next one on which there are some.
    Number {
        /// The day.
        day: Date,
        /// Numbers left on it; none is no limit.
        left: Option<u32>,
    },
    /// The branch is closed: numbers are given again from its next opening, to whoever comes then. Nobody has to queue
    /// before.
    Closed {
        /// The opening.
        opens: DateTime,
    },
    /// The numbers of all days that can be given are gone.
    Gone {
        /// When there are new ones: at the opening of the next working day.
        again: DateTime,
    },
}

/// What is offered now. `left` says how many numbers a day still has (none is no limit); `days_ahead` is for how many
/// working days after today numbers are given when those of today are gone.
pub fn offer(
    calendar: &Calendar,
    now: DateTime,
    days_ahead: u32,
    left: &mut dyn FnMut(Date) -> Option<u32>,
) -> Offer {
    if !calendar.is_open(now) {
        return Offer::Closed { opens: calendar.opening(now) };
    }
    for ahead in 0..=days_ahead {
        let day = working_days_after(calendar, now.date(), ahead);
        match left(day) {
            Some(0) => {}
            left => return Offer::Number { day, left },
        }
    }
    Offer::Gone { again: working_days_after(calendar, now.date(), 1).to_datetime(calendar.opens) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::tests::branch;
    use jiff::civil::date;

    #[test]
    fn who_finds_no_number_of_today_is_offered_a_dated_one_or_told_when() {
        let friday = date(2026, 8, 14);
        let tuesday = date(2026, 8, 18);
        let at = |hour, left: &[(Date, u32)], ahead| {
            let mut left = |day| left.iter().find(|(of, _)| *of == day).map(|(_, left)| *left);
            offer(&branch(), friday.at(hour, 0, 0, 0), ahead, &mut left)
        };
        assert_eq!(at(4, &[], 1), Offer::Closed { opens: friday.at(8, 0, 0, 0) });
        assert_eq!(at(16, &[], 1), Offer::Closed { opens: tuesday.at(8, 0, 0, 0) });
        assert_eq!(at(9, &[], 1), Offer::Number { day: friday, left: None });
        assert_eq!(at(9, &[(friday, 7)], 1), Offer::Number { day: friday, left: Some(7) });
        let full = [(friday, 0), (tuesday, 3)];
        assert_eq!(at(9, &full, 1), Offer::Number { day: tuesday, left: Some(3) });
        assert_eq!(at(9, &full, 0), Offer::Gone { again: tuesday.at(8, 0, 0, 0) });
        assert_eq!(at(9, &[(friday, 0), (tuesday, 0)], 1), Offer::Gone { again: tuesday.at(8, 0, 0, 0) });
    }
}
