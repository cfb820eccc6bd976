use crate::{Calendar, working_days_after};
use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

/// How far ahead working days are looked for.
const REACH_DAYS: usize = 60;

/// The interviews that can be booked on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DaySlots {
    /// The day.
    pub date: Date,
    /// Its times in ascending order, full ones included.
    pub slots: Vec<Slot>,
}

/// A time at which interviews begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// The time.
    pub time: Time,
    /// Interviews that can still be booked; 0 is full.
    pub left: u32,
}

impl DaySlots {
    /// Whether nothing can be booked on this day.
    pub fn is_full(&self) -> bool {
        self.slots.iter().all(|slot| slot.left == 0)
    }
}

/// The days and times on offer, ascending. `booked` says how many interviews are already booked at a time.
///
/// Full days count as days on offer; a day whose times have all passed, or on which nobody holds interviews, does not. Days further than 60 days ahead
/// are not offered, so a long closure makes the list shorter or empty.
pub fn slots(calendar: &Calendar, now: DateTime, booked: &dyn Fn(Date, Time) -> u32) -> Vec<DaySlots> {
    let today = now.date();
    let first = working_days_after(calendar, today, calendar.first_after_days);
    let mut times: Vec<Time> =
        calendar.times.iter().copied().filter(|time| within_hours(calendar, *time)).collect();
    times.sort_unstable();
    times.dedup();

    let on = |date: Date| {
        let ahead = times.iter().filter(|time| date.to_datetime(**time) > now);
        let slots: Vec<Slot> = ahead
            .map(|time| (*time, calendar.capacity(date, *time)))
            .filter(|(_, capacity)| *capacity > 0)
            .map(|(time, capacity)| Slot { time, left: capacity.saturating_sub(booked(date, time)) })
            .collect();
        (!slots.is_empty()).then_some(DaySlots { date, slots })
    };
    calendar
        .working_days(today, REACH_DAYS)
        .filter(|date| *date >= first)
        .filter_map(on)
        .take(calendar.days as usize)
        .collect()
}

fn within_hours(calendar: &Calendar, time: Time) -> bool {
    calendar.opens <= time && time < calendar.closes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::tests::branch;
    use jiff::ToSpan;
    use jiff::civil::{Weekday, date, time};
    use proptest::prelude::*;

    fn dates(days: &[DaySlots]) -> Vec<Date> {
        days.iter().map(|day| day.date).collect()
    }

    #[test]
    fn offers_the_next_working_days() {
        let friday = date(2026, 8, 14).at(10, 0, 0, 0);
        let days = slots(&branch(), friday, &|_, _| 0);
        assert_eq!(dates(&days), [date(2026, 8, 18), date(2026, 8, 19), date(2026, 8, 20)]);
        let nine_and_ten =
            [Slot { time: time(9, 0, 0, 0), left: 2 }, Slot { time: time(10, 0, 0, 0), left: 2 }];
        assert!(days.iter().all(|day| day.slots == nine_and_ten));
    }

    #[test]
    fn booked_times_show_what_is_left_and_a_full_day_stays_on_the_list() {
        let full = date(2026, 8, 18);
        let booked = |date: Date, time: Time| match () {
            () if date == full => 2,
            () if time.hour() == 9 => 1,
            () => 5,
        };
        let days = slots(&branch(), date(2026, 8, 14).at(10, 0, 0, 0), &booked);
        assert_eq!(days.iter().map(DaySlots::is_full).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(days[1].slots.iter().map(|slot| slot.left).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn today_offers_only_what_lies_ahead() {
        let same_day = Calendar { first_after_days: 0, ..branch() };
        let tuesday = date(2026, 8, 18);
        let at = |hour, minute| slots(&same_day, tuesday.at(hour, minute, 0, 0), &|_, _| 0);
        assert_eq!(at(8, 0)[0].slots.len(), 2);
        assert_eq!(at(9, 0)[0].slots, [Slot { time: time(10, 0, 0, 0), left: 2 }]);
        assert_eq!(dates(&at(10, 0)), [date(2026, 8, 19), date(2026, 8, 20), date(2026, 8, 21)]);
    }

    #[test]
    fn a_closure_longer_than_the_search_offers_nothing() {
        let start = date(2026, 8, 3);
        let closed = Calendar { holidays: start.series(1.day()).take(90).collect(), ..branch() };
        assert_eq!(slots(&closed, start.at(9, 0, 0, 0), &|_, _| 0), []);
    }

    proptest! {
        #[test]
        fn never_closed_never_past_never_over_capacity_always_ascending(
            now in (0i32..800, 0i8..24, 0i8..60),
            open in proptest::collection::vec(1i8..=7, 0..7),
            holidays in proptest::collection::vec(0i32..860, 0..200),
            times in proptest::collection::vec((0i8..24, 0i8..60), 0..12),
            (first_after_days, days, at_once) in (0u32..30, 1u32..20, 1u32..5),
            taken in 0u32..8,
        ) {
            let start = date(2026, 1, 1);
            let calendar = Calendar {
                open_days: open.iter().map(|day| Weekday::from_monday_one_offset(*day).unwrap()).collect(),
                holidays: holidays.iter().map(|day| start.saturating_add(day.days())).collect(),
                times: times.iter().map(|(hour, minute)| time(*hour, *minute, 0, 0)).collect(),
                first_after_days, days, at_once,
                ..branch()
            };
            let now = start.saturating_add(now.0.days()).at(now.1, now.2, 0, 0);
            let offered = slots(&calendar, now, &|date, time| (taken + date.day() as u32 + time.hour() as u32) % 6);

            prop_assert!(offered.len() <= days as usize);
            prop_assert!(offered.is_sorted_by(|a, b| a.date < b.date));
            for day in &offered {
                prop_assert!(calendar.works_on(day.date));
                prop_assert!(day.date <= now.date().saturating_add(60.days()));
                prop_assert!(!day.slots.is_empty());
                prop_assert!(day.slots.is_sorted_by(|a, b| a.time < b.time));
                for slot in &day.slots {
                    prop_assert!(day.date.to_datetime(slot.time) > now);
                    prop_assert!(calendar.is_open(day.date.to_datetime(slot.time)));
                    let booked = (taken + day.date.day() as u32 + slot.time.hour() as u32) % 6;
                    prop_assert_eq!(slot.left, at_once.saturating_sub(booked));
                }
            }
        }
    }
}
