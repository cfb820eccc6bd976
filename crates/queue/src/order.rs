//! Who is called next. Fair: within a lane who waits longest, the lanes of those who go first and the others in turn.

use crate::{Floor, HallRules, Ratio, Ticket, TicketId};
use jiff::{SignedDuration, Timestamp};

impl Floor {
    /// Who is called next to a counter.
    pub fn next_for(&self, rules: &HallRules, counter: u8, now: Timestamp) -> Option<&Ticket> {
        self.order(rules, Some(counter), now).next()
    }

    /// The order in which those who wait now would be called: to one counter, or by the whole hall. Interviews come
    /// once they are due, and then before the others of their lane: their time stands on the paper.
    pub fn order(
        &self,
        rules: &HallRules,
        counter: Option<u8>,
        now: Timestamp,
    ) -> impl Iterator<Item = &Ticket> {
        let served = |ticket: &Ticket| counter.is_none_or(|counter| rules.serves(counter, ticket.series));
        let called_here = |ticket: &&Ticket| {
            served(ticket)
                && counter.is_none_or(|counter| ticket.only.is_none_or(|only| only == counter))
                && ticket.state.waits()
                && ticket.appointment.is_none_or(|due| due <= now)
        };
        let mut waiting: Vec<&Ticket> = self.tickets.iter().filter(called_here).collect();
        waiting.sort_by_key(|ticket| turn_of(ticket));
        let (first, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|ticket| ticket.priority);

        let mut called: Vec<(Timestamp, TicketId, bool)> = (self.tickets.iter())
            .filter(|ticket| served(ticket))
            .filter_map(|ticket| Some((ticket.first_called?, ticket.id, ticket.priority)))
            .collect();
        called.sort_unstable();
        let mut called: Vec<bool> = called.into_iter().map(|(_, _, priority)| priority).collect();

        let (mut first, mut others) = (first.into_iter().peekable(), others.into_iter().peekable());
        std::iter::from_fn(move || {
            let priority = match (first.peek(), others.peek()) {
                (Some(_), Some(_)) => rules.ratio.priority_is_next(&called),
                (first, _) => first.is_some(),
            };
            called.push(priority);
            if priority { first.next() } else { others.next() }
        })
    }

    /// The place behind some others of the lane that somebody gets who was called and did not come: half way to the one
    /// after them.
    pub(crate) fn place_behind(&self, skipped: &Ticket, others: usize) -> Timestamp {
        let mut waiting: Vec<&Ticket> = (self.tickets.iter())
            .filter(|ticket| ticket.state.waits() && ticket.series == skipped.series)
            .filter(|ticket| ticket.priority == skipped.priority && ticket.appointment.is_none())
            .collect();
        waiting.sort_by_key(|ticket| turn_of(ticket));
        let behind = waiting.get(others.saturating_sub(1)).or(waiting.last());
        match (behind, waiting.get(others)) {
            (None, _) => skipped.place,
            (Some(behind), None) => behind.place + SignedDuration::from_millis(1),
            (Some(behind), Some(next)) => behind.place + next.place.duration_since(behind.place) / 2,
        }
    }
}

fn turn_of(ticket: &Ticket) -> (bool, Timestamp, u32, TicketId) {
    (ticket.appointment.is_none(), ticket.place, ticket.skips, ticket.id)
}

impl Ratio {
    /// Whether a priority number is next while both wait, after these calls (`true` is priority), oldest first: of as
    /// many calls as the ratio has in all, no more than its part are priority ones, and no fewer.
    pub fn priority_is_next(self, called: &[bool]) -> bool {
        let (priority, normal) = (self.priority.max(1) as usize, self.normal.max(1) as usize);
        let recent = called.iter().rev().take(priority + normal - 1);
        recent.filter(|priority| **priority).count() < priority
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn calls(ratio: (u32, u32), count: usize) -> String {
        let ratio = Ratio { priority: ratio.0, normal: ratio.1 };
        let mut called = vec![];
        for _ in 0..count {
            called.push(ratio.priority_is_next(&called));
        }
        called.iter().map(|priority| if *priority { 'P' } else { 'n' }).collect()
    }

    #[test]
    fn the_lanes_take_turns_by_the_ratio() {
        assert_eq!(calls((2, 1), 9), "PPnPPnPPn");
        assert_eq!(calls((1, 1), 6), "PnPnPn");
        assert_eq!(calls((1, 3), 9), "PnnnPnnnP");
        assert_eq!(calls((2, 2), 8), "PPnnPPnn");
    }

    proptest! {
        /// Whatever was called before, while one lane was empty: from then on nobody starves.
        #[test]
        fn of_as_many_calls_as_the_ratio_has_each_lane_gets_its_part(
            before in proptest::collection::vec(any::<bool>(), 0..30), priority in 1u32..6, normal in 1u32..6,
        ) {
            let ratio = Ratio { priority, normal };
            let mut called = before.clone();
            for _ in 0..40 {
                called.push(ratio.priority_is_next(&called));
            }
            let (priority, normal) = (priority as usize, normal as usize);
            let contested = &called[before.len()..];
            for part in contested.windows(priority + normal).skip(priority + normal) {
                prop_assert_eq!(part.iter().filter(|priority| **priority).count(), priority);
            }
            let longest = contested.split(|priority| !priority).map(<[bool]>::len).max();
            prop_assert!(longest <= Some(priority), "a normal number waits for no more than the ratio says");
        }
    }
}
