use crate::{Config, Quota, Shift, Weekday};
use jiff::civil;
use std::iter;

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
            roster: self.interview.roster.values().map(shift).collect(),
        }
    }

    /// Day on which data that are given to be repaired today are done at the latest.
    pub fn repair_due(&self, today: civil::Date) -> civil::Date {
        queue::working_days_after(&self.calendar(), today, self.queue.repair_days)
    }

    /// How the hall of the branch works. Where no counters are configured, one to nine serve everybody.
    pub fn hall(&self) -> queue::HallRules {
        let queue = &self.queue;
        let letter = |series: &String| series.chars().next();
        let counter = |(number, series): (&String, &Vec<String>)| {
            Some((number.parse().ok()?, series.iter().filter_map(letter).collect()))
        };
        let all = [&queue.kiosk_series, &queue.counter_series, &queue.priority_series];
        let everything: Vec<char> = all.into_iter().filter_map(letter).collect();
        let counters = match queue.counters.is_empty() {
            true => (1..=9).zip(iter::repeat(everything)).collect(),
            false => queue.counters.iter().filter_map(counter).collect(),
        };
        let quota = queue.quota.iter().flat_map(|(series, quota)| {
            let days = quota.days().into_iter();
            days.filter_map(move |(day, most)| Some(((letter(series)?, day), most?)))
        });
        queue::HallRules {
            counters,
            ratio: queue::Ratio { priority: queue.ratio.priority, normal: queue.ratio.normal },
            service_minutes: queue.service_minutes,
            skip_behind: queue.skip_behind as usize,
            back_before_minutes: queue.back_before_minutes,
            quota: quota.collect(),
        }
    }
}

fn shift(shift: &Shift) -> queue::Shift {
    queue::Shift {
        days: shift.days.iter().map(|day| (*day).into()).collect(),
        from: shift.from,
        to: shift.to,
        leave: shift.leave.clone(),
    }
}

impl Quota {
    fn days(&self) -> [(civil::Weekday, Option<u32>); 7] {
        [
            (civil::Weekday::Monday, self.monday),
            (civil::Weekday::Tuesday, self.tuesday),
            (civil::Weekday::Wednesday, self.wednesday),
            (civil::Weekday::Thursday, self.thursday),
            (civil::Weekday::Friday, self.friday),
            (civil::Weekday::Saturday, self.saturday),
            (civil::Weekday::Sunday, self.sunday),
        ]
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
