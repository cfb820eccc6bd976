//! The tickets of one day, and what can be said about them.

use crate::{HallRules, Ticket, TicketId, TicketNumber, TicketState};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The tickets of one day, as a store reads them in one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// The day.
    pub day: Date,
    /// All tickets that are or were called on it, in any state and order; those carried over to it among them.
    pub tickets: Vec<Ticket>,
    /// Tickets of other days that are not over: of earlier ones, to be carried over or to lapse, and of later ones.
    pub elsewhere: Vec<Ticket>,
    /// Last number given for the day, by letter.
    pub last: BTreeMap<char, u32>,
}

/// A number on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// The ticket.
    pub id: TicketId,
    /// Where to go.
    pub counter: u8,
    /// When it was called last.
    pub at: Timestamp,
    /// How often it was called: each is announced.
    pub times: u32,
}

impl Floor {
    /// A day without tickets.
    pub fn empty(day: Date) -> Self {
        Self { day, tickets: vec![], elsewhere: vec![], last: BTreeMap::new() }
    }

    /// A ticket of this day.
    pub fn find(&self, id: TicketId) -> Option<&Ticket> {
        self.tickets.iter().find(|ticket| ticket.id == id)
    }

    /// The next number of a series: it goes on after those that are carried over to this day, and leaves out what waits
    /// on other days and may be carried over later. The same number never stands twice on the board of one day.
    pub fn next_number(&self, series: char) -> Option<TicketNumber> {
        let of_series = |ticket: &&Ticket| ticket.id.number.series() == series;
        let here = self.tickets.iter().filter(of_series).map(|ticket| ticket.id.number.number());
        let last = here.chain(self.last.get(&series).copied()).max().unwrap_or(0);
        let elsewhere: BTreeSet<u32> =
            self.elsewhere.iter().filter(of_series).map(|ticket| ticket.id.number.number()).collect();
        let number = (last.checked_add(1)?..).find(|number| !elsewhere.contains(number))?;
        TicketNumber::new(series, number).ok()
    }

    /// Tickets of earlier days that are not over.
    pub fn left(&self) -> impl Iterator<Item = &Ticket> {
        self.elsewhere.iter().filter(|ticket| ticket.on < self.day)
    }

    /// Who is at a counter, or on the way there.
    pub fn at_counter(&self, counter: u8) -> Option<&Ticket> {
        self.tickets.iter().find(|ticket| ticket.counter == Some(counter) && ticket.state.at_counter())
    }

    /// Those put aside, longest first.
    pub fn held(&self) -> Vec<&Ticket> {
        let mut held: Vec<_> =
            self.tickets.iter().filter(|ticket| ticket.state == TicketState::Held).collect();
        held.sort_by_key(|ticket| (ticket.called, ticket.id));
        held
    }

    /// What the board shows: the numbers called last, newest first.
    pub fn calls(&self, most: usize) -> Vec<Call> {
        let mut calls: Vec<Call> = (self.tickets.iter())
            .filter_map(|ticket| {
                let (counter, at) = (ticket.counter?, ticket.called?);
                Some(Call { id: ticket.id, counter, at, times: ticket.calls })
            })
            .collect();
        calls.sort_by_key(|call| std::cmp::Reverse((call.at, call.id)));
        calls.truncate(most);
        calls
    }

    /// How many wait, by the letter of the series in which they wait. Interviews that are not due yet among them.
    pub fn waiting_by_series(&self) -> BTreeMap<char, usize> {
        let mut waiting = BTreeMap::new();
        for ticket in self.tickets.iter().filter(|ticket| ticket.state.waits()) {
            *waiting.entry(ticket.series).or_default() += 1;
        }
        waiting
    }

    /// Numbers of a series that can still be given for this day; none is no limit. One that was given up is free again.
    pub fn remaining(&self, rules: &HallRules, series: char) -> Option<u32> {
        rules.quota(series, self.day).map(|quota| quota.saturating_sub(self.given(series)))
    }

    /// Numbers of a series that were given for this day and not given up.
    pub fn given(&self, series: char) -> u32 {
        let given = self.tickets.iter().filter(|ticket| {
            let id = ticket.id;
            id.day == self.day && id.number.series() == series && ticket.state != TicketState::Cancelled
        });
        u32::try_from(given.count()).unwrap_or(u32::MAX)
    }
}
