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
    /// Interviews that can begin at the same time, where there is no roster.
    pub at_once: u32,
    /// Who holds interviews when. Empty: [`Calendar::at_once`] officers at any time.
    pub roster: Vec<Shift>,
}

/// When one officer holds interviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Days of the week.
    pub days: Vec<Weekday>,
    /// Begin of the work.
    pub from: Time,
    /// End of the work: no interview begins then or later.
    pub to: Time,
    /// Days of leave.
    pub leave: Vec<Date>,
}

impl Shift {
    fn works_at(&self, date: Date, time: Time) -> bool {
        self.days.contains(&date.weekday())
            && !self.leave.contains(&date)
            && (self.from..self.to).contains(&time)
    }
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

    /// Interviews that can begin at a time: as many as officers work then.
    pub fn capacity(&self, date: Date, time: Time) -> u32 {
        match self.roster.is_empty() {
            true => self.at_once,
            false => {
                let there = self.roster.iter().filter(|shift| shift.works_at(date, time)).count();
                u32::try_from(there).unwrap_or(u32::MAX)
            }
        }
    }

    /// When numbers are given again: now while the branch is open, otherwise at its next opening.
    pub fn opening(&self, now: DateTime) -> DateTime {
        if self.is_open(now) {
            return now;
        }
        let later_today = self.works_on(now.date()) && now.time() < self.opens;
        working_days_after(self, now.date(), u32::from(!later_today)).to_datetime(self.opens)
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
            roster: vec![],
        }
    }

    #[test]
    fn numbers_are_given_while_the_branch_is_open_and_otherwise_from_its_next_opening() {
        let friday = date(2026, 8, 14);
        let opening = |now| branch().opening(now);
        assert_eq!(opening(friday.at(9, 0, 0, 0)), friday.at(9, 0, 0, 0));
        assert_eq!(opening(friday.at(1, 0, 0, 0)), friday.at(8, 0, 0, 0));
        assert_eq!(opening(friday.at(15, 30, 0, 0)), date(2026, 8, 18).at(8, 0, 0, 0), "Monday is a holiday");
        assert_eq!(opening(date(2026, 8, 16).at(9, 0, 0, 0)), date(2026, 8, 18).at(8, 0, 0, 0));
    }

    #[test]
    fn interviews_follow_the_roster() {
        use Weekday::*;
        let shift = |days: &[Weekday], to, leave: &[Date]| Shift {
            days: days.to_vec(),
            from: time(9, 0, 0, 0),
            to: time(to, 0, 0, 0),
            leave: leave.to_vec(),
        };
        let tuesday = date(2026, 8, 18);
        let roster = vec![shift(&[Tuesday, Wednesday], 12, &[]), shift(&[Tuesday], 10, &[date(2026, 8, 25)])];
        let branch = Calendar { roster, ..branch() };
        let at = |date: Date, hour| branch.capacity(date, time(hour, 0, 0, 0));
        assert_eq!([at(tuesday, 8), at(tuesday, 9), at(tuesday, 10), at(tuesday, 12)], [0, 2, 1, 0]);
        assert_eq!(at(date(2026, 8, 19), 9), 1, "on Wednesday one is there");
        assert_eq!(at(date(2026, 8, 25), 9), 1, "one is on leave");
        assert_eq!(at(date(2026, 8, 20), 9), 0, "nobody on Thursday");
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
