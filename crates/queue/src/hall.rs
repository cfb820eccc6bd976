//! How stations see the tickets: kiosks reserve, counters call, boards show. A store implements nine methods; what may
//! happen is decided here, the same over any of them.

use crate::{By, Floor, HallRules, Happened, Ticket, TicketId};
use claim::{CaseId, TicketKind};
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use std::error::Error;

/// What is to happen to which ticket.
pub type Changes = Vec<(TicketId, Happened)>;

/// A number that somebody wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What for.
    pub kind: TicketKind,
    /// Letter.
    pub series: char,
    /// Day on which it is called.
    pub day: Date,
    /// Time of the interview; it is not called before.
    pub appointment: Option<Timestamp>,
    /// The person asked to be served first.
    pub priority: bool,
    /// Most numbers of the series on that day; none is no limit.
    pub quota: Option<u32>,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Place in the history; rises.
    pub seq: i64,
    /// Ticket.
    pub id: TicketId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: By,
    /// What.
    pub event: Happened,
}

/// The central systems do not answer, so that nobody can be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// When it was announced.
    pub since: Timestamp,
    /// When it is expected to end, where that is known.
    pub expected: Option<Timestamp>,
    /// When it was over.
    pub ended: Option<Timestamp>,
}

/// Why the rules say no. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no such ticket on this day.
    #[error("there is no ticket {0}")]
    Unknown(TicketId),
    /// It was called, served or put aside in the meantime.
    #[error("this cannot happen to ticket {0} any more")]
    NotNow(TicketId),
    /// The counter has somebody already.
    #[error("the counter still has ticket {0}")]
    Busy(TicketId),
    /// All numbers of the day are given.
    #[error("all numbers of the day are given")]
    Full,
    /// The letter cannot stand on a ticket, or there are no more numbers.
    #[error("{0:?} gives no number")]
    NoNumber(char),
}

/// Why it was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum HallError {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store says no.
    #[error("the store of tickets: {0}")]
    Store(#[source] Box<dyn Error + Send + Sync>),
}

/// The tickets of a branch, shared by its stations. [`crate::contract`] holds the tests that each store has to pass.
///
/// - A **kiosk** reserves a number (with its case through the journal of the store, or by [`Hall::reserve`]), prints,
///   and says how that went: [`Hall::printed`], [`Hall::print_failed`].
/// - A **counter** calls: [`Hall::call_next`], [`Hall::call`] (a certain one: held, missed, or out of turn), then
///   [`Hall::recall`], [`Hall::arrived`], [`Hall::served`], [`Hall::hold`], [`Hall::skip`], [`Hall::no_show`],
///   [`Hall::transfer`]. Who is there is [`Floor::at_counter`], who is next [`Floor::next_for`] and [`Floor::order`].
/// - A **board** watches [`Hall::version`], shows [`Floor::calls`] and announces the `Called` and `Recalled` of
///   [`Hall::entries_after`].
/// - Staff announce an outage; kiosk and board show [`Hall::outage`].
/// - Each of them calls [`Hall::new_day`] when it starts and when the date changes.
///
/// Each method that changes something does so in one exclusive transaction: two stations never call the same ticket and
/// two kiosks never get the same number. When it returns `Ok`, it is on the disk.
pub trait Hall {
    /// The tickets of a day.
    fn floor(&self, day: Date) -> Result<Floor, HallError>;

    /// A ticket of any day.
    fn ticket(&self, id: TicketId) -> Result<Option<Ticket>, HallError>;

    /// In one exclusive transaction: shows the tickets of a day to `decide` and keeps what it wants, all or nothing.
    /// Returns the tickets that it touched, as they are now.
    fn change(
        &mut self,
        day: Date,
        at: Timestamp,
        by: &By,
        decide: &mut dyn FnMut(&Floor) -> Result<Changes, Refused>,
    ) -> Result<Vec<Ticket>, HallError>;

    /// All that happened on a day to tickets, oldest first: kept for good.
    fn history(&self, day: Date) -> Result<Vec<Entry>, HallError>;

    /// All that happened after an entry, oldest first; 0 is from the beginning.
    fn entries_after(&self, seq: i64) -> Result<Vec<Entry>, HallError>;

    /// Changes when any station has changed anything, also another process. Cheap enough for several times a second.
    fn version(&self) -> Result<i64, HallError>;

    /// The outages that were not over before a moment, oldest first.
    fn outages(&self, from: Timestamp) -> Result<Vec<Outage>, HallError>;

    /// Announces an outage, or another expected end of the one that there is.
    fn announce_outage(
        &mut self,
        expected: Option<Timestamp>,
        by: &By,
        at: Timestamp,
    ) -> Result<(), HallError>;

    /// The outage is over; nothing where there is none.
    fn end_outage(&mut self, by: &By, at: Timestamp) -> Result<(), HallError>;

    /// The outage that there is now.
    fn outage(&self, now: Timestamp) -> Result<Option<Outage>, HallError> {
        Ok(self.outages(now)?.into_iter().find(|outage| outage.ended.is_none()))
    }

    /// Takes the next number.
    fn reserve(
        &mut self,
        wish: &Wish,
        case: Option<&CaseId>,
        by: &By,
        at: Timestamp,
    ) -> Result<Ticket, HallError> {
        one(self.change(wish.day, at, by, &mut |floor| floor.reserve(wish, case))?)
    }

    /// The paper came out.
    fn printed(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Printed)
    }

    /// The paper did not come out; the person waits all the same.
    fn print_failed(&mut self, id: TicketId, why: &str, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::PrintFailed { why: why.into() })
    }

    /// Calls the next one to a counter; none where nobody waits for it.
    fn call_next(
        &mut self,
        rules: &HallRules,
        counter: u8,
        by: &By,
        now: &Zoned,
    ) -> Result<Option<Ticket>, HallError> {
        let at = now.timestamp();
        let called = self.change(now.date(), at, by, &mut |floor| {
            floor.free(counter)?;
            let next = floor.next_for(rules, counter, at);
            Ok(next.map(|ticket| (ticket.id, Happened::Called { counter })).into_iter().collect())
        })?;
        Ok(called.into_iter().next())
    }

    /// Calls a certain ticket: one that was put aside, one that nobody answered for, or one out of turn.
    fn call(&mut self, id: TicketId, counter: u8, by: &By, now: &Zoned) -> Result<Ticket, HallError> {
        one(self.change(now.date(), now.timestamp(), by, &mut |floor| {
            floor.free(counter)?;
            floor.one(id, Happened::Called { counter })
        })?)
    }

    /// Calls the same one again.
    fn recall(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Recalled)
    }

    /// The person is at the counter.
    fn arrived(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Arrived)
    }

    /// Done.
    fn served(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Served)
    }

    /// Puts a ticket aside: something has to be fetched. [`Hall::call`] takes it up again.
    fn hold(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Held)
    }

    /// Nobody came yet: [`HallRules::skip_behind`] others go first.
    fn skip(&mut self, rules: &HallRules, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        let day = self.day_of(id)?;
        one(self.change(day, at, by, &mut |floor| {
            let ticket = floor.find(id).ok_or(Refused::Unknown(id))?;
            let place = floor.place_behind(ticket, rules.skip_behind);
            floor.one(id, Happened::Skipped { place })
        })?)
    }

    /// Nobody came. [`Hall::call`] still works when the person comes after all.
    fn no_show(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::NoShow)
    }

    /// To another series, or to a certain counter; the person keeps number and place.
    fn transfer(
        &mut self,
        id: TicketId,
        series: char,
        counter: Option<u8>,
        by: &By,
        at: Timestamp,
    ) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Transferred { series, counter })
    }

    /// Gives a ticket up: another one takes its place.
    fn cancel(&mut self, id: TicketId, by: &By, at: Timestamp) -> Result<Ticket, HallError> {
        self.happened(id, by, at, Happened::Cancelled)
    }

    /// Carries the tickets that were not reached on earlier days over to this one, in the order that they had and before
    /// all new ones; they keep their numbers. Those of a day on which nobody called lapse, unless an outage was announced:
    /// that hall calls without this product. Does nothing the second time. Only for working days.
    fn new_day(&mut self, by: &By, now: &Zoned) -> Result<Vec<Ticket>, HallError> {
        let today = now.date();
        let mut called = vec![];
        for day in self.floor(today)?.left().map(|ticket| ticket.on) {
            if !called.iter().any(|(seen, _)| *seen == day) {
                let floor = self.floor(day)?;
                let called_then = floor.tickets.iter().any(|ticket| ticket.first_called.is_some());
                let begin = day.to_zoned(now.time_zone().clone()).map(|begin| begin.timestamp());
                let end = day.tomorrow().and_then(|day| day.to_zoned(now.time_zone().clone()));
                let outages = self.outages(begin.unwrap_or(Timestamp::MAX))?;
                let outage = |end: Zoned| outages.iter().any(|outage| outage.since < end.timestamp());
                called.push((day, called_then || end.is_ok_and(outage)));
            }
        }
        self.change(today, now.timestamp(), by, &mut |floor| {
            let known = |day| called.iter().find(|(seen, _)| *seen == day).map(|(_, called)| *called);
            let changes = floor.left().filter_map(|ticket| {
                let event = match known(ticket.on)? {
                    true => Happened::CarriedOver { to: today },
                    false => Happened::Lapsed,
                };
                Some((ticket.id, event))
            });
            Ok(changes.collect())
        })
    }

    /// One event for a ticket, on the day on which it is called.
    fn happened(
        &mut self,
        id: TicketId,
        by: &By,
        at: Timestamp,
        event: Happened,
    ) -> Result<Ticket, HallError> {
        let day = self.day_of(id)?;
        one(self.change(day, at, by, &mut |floor| floor.one(id, event.clone()))?)
    }

    /// The day on which a ticket is called.
    fn day_of(&self, id: TicketId) -> Result<Date, HallError> {
        Ok(self.ticket(id)?.ok_or(Refused::Unknown(id))?.on)
    }
}

fn one(tickets: Vec<Ticket>) -> Result<Ticket, HallError> {
    let nothing = || HallError::Store("it kept nothing".into());
    tickets.into_iter().next().ok_or_else(nothing)
}

impl Floor {
    /// What takes the next number: for stores that reserve together with something else.
    pub fn reserve(&self, wish: &Wish, case: Option<&CaseId>) -> Result<Changes, Refused> {
        if wish.quota.is_some_and(|quota| self.given(wish.series) >= quota) {
            return Err(Refused::Full);
        }
        let number = self.next_number(wish.series).ok_or(Refused::NoNumber(wish.series))?;
        let event = Happened::Reserved {
            kind: wish.kind,
            priority: wish.priority,
            case: case.cloned(),
            appointment: wish.appointment,
        };
        Ok(vec![(TicketId { day: self.day, number }, event)])
    }

    /// One event for a ticket of this day, where it can happen.
    fn one(&self, id: TicketId, event: Happened) -> Result<Changes, Refused> {
        let ticket = self.find(id).ok_or(Refused::Unknown(id))?;
        if ticket.allows(&event) { Ok(vec![(id, event)]) } else { Err(Refused::NotNow(id)) }
    }

    fn free(&self, counter: u8) -> Result<(), Refused> {
        self.at_counter(counter).map_or(Ok(()), |ticket| Err(Refused::Busy(ticket.id)))
    }
}
