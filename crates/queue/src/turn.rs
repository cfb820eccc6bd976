//! When somebody's turn comes: from the order of calling and the pace of the day itself.

use crate::{Floor, HallRules, Ticket, TicketId, TicketState};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};

/// Times of so many people, the newest, tell the pace of the day.
const RECENT: usize = 20;
/// As long as fewer are done, the configured minutes stand.
const FEWEST: usize = 5;
/// A counter that called nobody for so long is taken for closed.
const CLOSED_AFTER: SignedDuration = SignedDuration::from_mins(40);
/// The rush of the first people of a day is not taken for its rule: their number is that of at least so long a time.
const RUSH: SignedDuration = SignedDuration::from_hours(3);
/// Nobody should read more into an estimate than this.
const STEP_MINUTES: i64 = 5;

/// When somebody's turn comes, as far as anybody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// People who are called before.
    pub ahead: u32,
    /// The wait from now on in minutes, rounded up to five.
    pub minutes: u32,
    /// The likely turn.
    pub at: DateTime,
    /// When to be back in the hall at the latest: some minutes before the earliest turn, if nobody else comes; rounded down
    /// to five, never before now.
    pub back_at: DateTime,
}

impl Floor {
    /// When a ticket of this day is called. `begins` is when calling begins or began: at opening time, or when an outage
    /// is expected to end. None for one that does not wait.
    pub fn turn(&self, rules: &HallRules, id: TicketId, now: &Zoned, begins: &Zoned) -> Option<Turn> {
        let ticket = self.find(id).filter(|ticket| ticket.state.waits())?;
        let from = now.max(begins);
        let start = from.timestamp();
        let (ahead, earliest, likely) = match ticket.appointment.filter(|due| *due > start) {
            Some(due) => (0, due, due),
            None => {
                let order = self.order(rules, None, start);
                let before = order.take_while(|other| other.id != id);
                let ahead = before.filter(|other| self.share_a_counter(rules, other, ticket)).count();
                let wait = self.until_called(rules, ticket, ahead, start);
                let likely =
                    if ticket.priority { wait } else { self.with_who_comes_later(rules, wait, start) };
                (u32::try_from(ahead).unwrap_or(u32::MAX), start + wait, start + likely)
            }
        };
        let on_the_wall = |at: Timestamp| at.to_zoned(now.time_zone().clone()).datetime();
        let at = on_the_wall(likely);
        // Who is back for the earliest turn misses none.
        let back_at = on_the_wall(earliest).saturating_sub(i64::from(rules.back_before_minutes).minutes());
        let minutes = (at.duration_since(now.datetime()).as_secs() + 59).div_euclid(60);
        let minutes = (minutes + STEP_MINUTES - 1).div_euclid(STEP_MINUTES) * STEP_MINUTES;
        Some(Turn {
            ahead,
            minutes: u32::try_from(minutes).unwrap_or(0),
            at,
            back_at: rounded_down(back_at).max(now.datetime()),
        })
    }

    /// Time that one person takes at a counter: the mean of those done last on this day, where nobody counts for more than
    /// three times the median; as configured until some are done.
    pub fn pace(&self, rules: &HallRules) -> SignedDuration {
        let mut done: Vec<(Timestamp, SignedDuration)> = (self.tickets.iter())
            .filter(|ticket| matches!(ticket.state, TicketState::Served | TicketState::NoShow))
            .filter_map(|ticket| Some((ticket.ended?, ticket.ended?.duration_since(ticket.called?))))
            .collect();
        if done.len() < FEWEST {
            return SignedDuration::from_mins(rules.service_minutes.into());
        }
        done.sort_unstable();
        let mut times: Vec<_> = done.into_iter().rev().take(RECENT).map(|(_, time)| time).collect();
        times.sort_unstable();
        let most = times.get(times.len() / 2).map_or(SignedDuration::MAX, |median| *median * 3);
        let sum: SignedDuration = times.iter().map(|time| (*time).min(most)).sum();
        sum / i32::try_from(times.len()).unwrap_or(1).max(1)
    }

    /// A wait with those who are not here yet and are called before all the same: who goes first, as many as came so far on
    /// this day, and no more than the ratio lets by.
    fn with_who_comes_later(
        &self,
        rules: &HallRules,
        wait: SignedDuration,
        now: Timestamp,
    ) -> SignedDuration {
        let came = || self.tickets.iter().filter(|ticket| ticket.id.day == self.day);
        let Some(since) = came().map(|ticket| ticket.reserved).min() else { return wait };
        let first = came().filter(|ticket| ticket.priority).count() as f64;
        let span = now.duration_since(since).max(RUSH).as_secs_f64();
        let counters = rules.counters.len().max(1) as f64;
        let (priority, normal) = (f64::from(rules.ratio.priority), f64::from(rules.ratio.normal.max(1)));
        let part =
            (first / span * self.pace(rules).as_secs_f64() / counters).min(priority / (priority + normal));
        SignedDuration::try_from_secs_f64(wait.as_secs_f64() / (1.0 - part)).unwrap_or(wait)
    }

    /// Time until so many others are called and then this one.
    fn until_called(
        &self,
        rules: &HallRules,
        ticket: &Ticket,
        ahead: usize,
        now: Timestamp,
    ) -> SignedDuration {
        let pace = self.pace(rules);
        let mut free: Vec<SignedDuration> = (self.open_counters(rules, ticket.series, now).into_iter())
            .map(|counter| match self.at_counter(counter).and_then(|there| there.called) {
                Some(called) => (pace - now.duration_since(called)).max(SignedDuration::ZERO),
                None => SignedDuration::ZERO,
            })
            .collect();
        let mut wait = SignedDuration::ZERO;
        for _ in 0..=ahead {
            let Some(first) = free.iter_mut().min() else {
                return pace * (i32::try_from(ahead).unwrap_or(i32::MAX));
            };
            wait = *first;
            *first = first.saturating_add(pace);
        }
        wait
    }

    /// The counters that serve a series and are open: that have somebody, or called somebody of late. While there is none,
    /// all that are configured count: they will open.
    pub fn open_counters(&self, rules: &HallRules, series: char, now: Timestamp) -> Vec<u8> {
        let serving = || rules.counters.keys().copied().filter(|counter| rules.serves(*counter, series));
        let last_call = |counter: u8| {
            let calls = self.tickets.iter().filter(|ticket| ticket.counter == Some(counter));
            calls.filter_map(|ticket| ticket.called.max(ticket.ended)).max()
        };
        let open: Vec<u8> = serving()
            .filter(|counter| {
                let lately = |at: Timestamp| now.duration_since(at) < CLOSED_AFTER;
                self.at_counter(*counter).is_some() || last_call(*counter).is_some_and(lately)
            })
            .collect();
        if open.is_empty() { serving().collect() } else { open }
    }

    fn share_a_counter(&self, rules: &HallRules, other: &Ticket, ticket: &Ticket) -> bool {
        let both =
            |counter: &u8| rules.serves(*counter, other.series) && rules.serves(*counter, ticket.series);
        rules.counters.keys().any(both)
    }
}

fn rounded_down(at: DateTime) -> DateTime {
    let over = i64::from(at.minute()) % STEP_MINUTES;
    let full = at.with().second(0).subsec_nanosecond(0).build().unwrap_or(at);
    full.saturating_sub(over.minutes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{DAY, at, rules, wish};
    use crate::{Happened, Ticket};
    use proptest::prelude::*;

    /// A floor on which so many wait in B, taken a minute after the other.
    fn waiting(count: u32) -> Floor {
        let mut floor = Floor::empty(DAY);
        for minute in 0..i64::from(count) {
            let (id, event) = floor.reserve(&wish('B', DAY), None).unwrap().remove(0);
            floor.tickets.push(Ticket::first(id, at(DAY, minute).timestamp(), &event).unwrap());
        }
        floor
    }

    fn id(number: u32) -> TicketId {
        TicketId { day: DAY, number: format!("B-{number}").parse().unwrap() }
    }

    fn serve(floor: &mut Floor, number: u32, counter: u8, from: i64, minutes: i64) {
        let ticket = floor.tickets.iter_mut().find(|ticket| ticket.id == id(number)).unwrap();
        ticket.apply(at(DAY, from).timestamp(), &Happened::Called { counter });
        ticket.apply(at(DAY, from + minutes).timestamp(), &Happened::Served);
    }

    fn turn(floor: &Floor, number: u32, minute: i64) -> Turn {
        floor.turn(&rules(), id(number), &at(DAY, minute), &at(DAY, 0)).unwrap()
    }

    #[test]
    fn before_anybody_is_done_the_configured_minutes_and_counters_count() {
        let floor = waiting(20);
        let last = turn(&floor, 20, 0);
        assert_eq!((last.ahead, last.minutes), (19, 90), "two counters, ten minutes each");
        assert_eq!(last.at, DAY.at(9, 30, 0, 0));
        assert_eq!(last.back_at, DAY.at(9, 20, 0, 0));
        assert_eq!(turn(&floor, 1, 0).minutes, 0);
    }

    #[test]
    fn the_day_itself_shows_its_pace_and_which_counters_are_open() {
        let mut floor = waiting(30);
        for number in 1..=10 {
            // One of them fell asleep at the counter.
            let minutes = if number == 4 { 90 } else { 4 };
            serve(&mut floor, number, 1, i64::from(number) * 5, minutes);
        }
        // Nine times four minutes, and one of twelve at most.
        assert_eq!(floor.pace(&rules()), SignedDuration::from_secs(288));
        assert_eq!(floor.open_counters(&rules(), 'B', at(DAY, 60).timestamp()), [1]);
        assert_eq!(turn(&floor, 20, 60).minutes, 45, "nine others at almost five minutes, rounded up");
    }

    #[test]
    fn who_has_an_appointment_comes_for_it_and_who_comes_early_waits_for_the_opening() {
        let mut floor = waiting(3);
        floor.tickets[2].appointment = Some(at(DAY, 125).timestamp());
        let interview = turn(&floor, 3, 30);
        assert_eq!((interview.ahead, interview.minutes), (0, 95));
        assert_eq!(interview.back_at, DAY.at(9, 55, 0, 0));
        let early = floor.turn(&rules(), id(1), &at(DAY, -20), &at(DAY, 0)).unwrap();
        assert_eq!((early.minutes, early.at), (20, DAY.at(8, 0, 0, 0)));
    }

    #[test]
    fn who_goes_first_and_is_not_here_yet_is_reckoned_with_but_nobody_is_told_to_be_back_later_for_it() {
        let mut floor = waiting(20);
        let alone = turn(&floor, 20, 60);
        for _ in 0..9 {
            let (id, event) = floor.reserve(&wish('P', DAY), None).unwrap().remove(0);
            let mut served = Ticket::first(id, at(DAY, 30).timestamp(), &event).unwrap();
            served.apply(at(DAY, 31).timestamp(), &Happened::Cancelled);
            floor.tickets.push(served);
        }
        let among_them = turn(&floor, 20, 60);
        assert_eq!(among_them.ahead, alone.ahead);
        // Nine in three hours, ten minutes each, at three counters: a sixth of the calls.
        assert_eq!((alone.minutes, among_them.minutes), (90, 110));
        assert_eq!(among_them.back_at, alone.back_at);
    }

    proptest! {
        #[test]
        fn who_came_later_is_never_told_to_come_earlier_and_nobody_to_come_in_the_past(
            count in 2u32..60, done in 0u32..20, minutes in 1i64..40, now in 0i64..300,
        ) {
            let mut floor = waiting(count);
            for number in 1..=done.min(count - 1) {
                serve(&mut floor, number, 1 + (number % 2) as u8, i64::from(number), minutes);
            }
            let now = at(DAY, now);
            let turns: Vec<_> = (1..=count)
                .filter_map(|number| floor.turn(&rules(), id(number), &now, &at(DAY, 0)))
                .collect();
            prop_assert_eq!(turns.len() as u32, count - done.min(count - 1));
            prop_assert!(turns.is_sorted_by_key(|turn| turn.at) && turns.is_sorted_by_key(|turn| turn.back_at));
            prop_assert!(turns.iter().all(|turn| turn.back_at >= now.datetime() && turn.back_at <= turn.at.max(now.datetime())));
            prop_assert!(turns.iter().enumerate().all(|(place, turn)| turn.ahead as usize == place));
        }
    }
}
