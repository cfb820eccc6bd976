use crate::{Config, Weekday};
use jiff::civil;

impl Config {
    /// When the branch works and holds interviews.
    pub fn calendar(&self) -> queue::Calendar {
        queue::Calendar {
            open_days: self.branch.open_days.iter().map(|day| (*day).into()).collect(),
            holidays: self.branch.holidays.clone(),
            opens: self.branch.opens,
            closes: self.branch.closes,
            first_after_days: self.interview.first_after_days,
            days: self.interview.days,
            times: self.interview.times.clone(),
            at_once: self.interview.at_once,
        }
    }
}

impl From<Weekday> for civil::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => Self::Sunday,
        }
    }
}
