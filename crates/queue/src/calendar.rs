use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};

/// When a branch works and when it holds interviews. Dates and times are those of the branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week on which it works.
    pub open_days: Vec<Weekday>,
    /// Days on which it is closed all the same.
    pub holidays: Vec<Date>,
    /// Opening time.
    pub opens: Time,
    /// Closing time.
    pub closes: Time,
    /// Working days between a claim and its first possible interview; 0 is the same day.
    pub first_after_days: u32,
    /// Working days on offer.
    pub days: u32,
    /// Times of day at which interviews begin.
    pub times: Vec<Time>,
    /// Interviews that can begin at the same time.
    pub at_once: u32,
}

impl Calendar {
    /// Whether the branch works on this day.
    pub fn works_on(&self, date: Date) -> bool {
        self.open_days.contains(&date.weekday()) && !self.holidays.contains(&date)
    }

    /// Whether the branch is open at this moment; at closing time it is not.
    pub fn is_open(&self, at: DateTime) -> bool {
        self.works_on(at.date()) && self.opens <= at.time() && at.time() < self.closes
    }

    /// Working days from this day on, itself included, within `reach` days.
    pub(crate) fn working_days(&self, from: Date, reach: usize) -> impl Iterator<Item = Date> {
        from.series(1.day()).take(reach).filter(|day| self.works_on(*day))
    }
}

/// The `n`th working day after `date`; with `n` = 0 the day itself, or the first working day after it.
///
/// Holidays are known a year or so ahead at most, and a branch without a working day cannot be configured; where
/// two years hold too few working days all the same, all days count.
pub fn working_days_after(calendar: &Calendar, date: Date, n: u32) -> Date {
    const TWO_YEARS: usize = 731;
    let n = n as usize;
    let found = if n == 0 {
        calendar.working_days(date, TWO_YEARS).next()
    } else {
        calendar.working_days(date.saturating_add(1.day()), TWO_YEARS).nth(n - 1)
    };
    found.unwrap_or_else(|| date.saturating_add((n.min(TWO_YEARS) as i32).days()))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    /// Monday to Friday, 8:00 to 15:30; interviews from the next working day, on three days, at 9 and 10, two at
    /// once. Monday, 17 August 2026, is a holiday.
    pub(crate) fn branch() -> Calendar {
        use Weekday::*;
        Calendar {
            open_days: vec![Monday, Tuesday, Wednesday, Thursday, Friday],
            holidays: vec![date(2026, 8, 17)],
            opens: time(8, 0, 0, 0),
            closes: time(15, 30, 0, 0),
            first_after_days: 1,
            days: 3,
            times: vec![time(9, 0, 0, 0), time(10, 0, 0, 0)],
            at_once: 2,
        }
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        let friday = date(2026, 8, 14);
        assert_eq!(working_days_after(&branch(), friday, 0), friday);
        assert_eq!(working_days_after(&branch(), friday, 1), date(2026, 8, 18));
        assert_eq!(working_days_after(&branch(), friday, 3), date(2026, 8, 20));
        let sunday = date(2026, 8, 16);
        assert_eq!(working_days_after(&branch(), sunday, 0), date(2026, 8, 18));
        assert_eq!(working_days_after(&branch(), sunday, 1), date(2026, 8, 18));
    }

    #[test]
    fn open_from_opening_until_before_closing() {
        let tuesday = date(2026, 8, 18);
        assert!(!branch().is_open(tuesday.at(7, 59, 59, 0)));
        assert!(branch().is_open(tuesday.at(8, 0, 0, 0)));
        assert!(branch().is_open(tuesday.at(15, 29, 0, 0)));
        assert!(!branch().is_open(tuesday.at(15, 30, 0, 0)));
        assert!(!branch().is_open(date(2026, 8, 17).at(10, 0, 0, 0)));
    }

    #[test]
    fn the_last_day_of_the_calendar_and_a_branch_that_never_works_end() {
        assert_eq!(working_days_after(&branch(), Date::MAX, 3), Date::MAX);
        let never = Calendar { open_days: vec![], ..branch() };
        assert_eq!(working_days_after(&never, date(2026, 8, 3), 2), date(2026, 8, 5));
        working_days_after(&never, date(2026, 8, 3), u32::MAX);
    }

    proptest! {
        #[test]
        fn exactly_n_working_days_lie_between(offset in 0i32..2000, n in 1u32..30) {
            let from = date(2025, 1, 1).saturating_add(offset.days());
            let found = working_days_after(&branch(), from, n);
            prop_assert!(branch().works_on(found) && found > from);
            let days = (found - from).get_days() as usize;
            let between = branch().working_days(from.saturating_add(1.day()), days).count();
            prop_assert_eq!(between, n as usize);
        }
    }
}
