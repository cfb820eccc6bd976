//! A ticket: what its events add up to. Nothing in it says who holds it but the name of the case, which means nothing.

use crate::TicketNumber;
use claim::{CaseId, TicketKind};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a ticket is known by: its number and the day that it was given for. Never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TicketId {
    /// Day that the number was given for; a ticket that is carried over keeps it.
    pub day: Date,
    /// Number, as on the paper.
    pub number: TicketNumber,
}

impl fmt::Display for TicketId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.number, self.day)
    }
}

/// Where a ticket is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// The number is taken, the paper not out yet, or nobody knows. It waits all the same.
    Reserved,
    /// The paper did not come; the number stands on the screen. It waits all the same.
    PrintFailed,
    /// The paper is out, and the person waits.
    Issued,
    /// Called to a counter; the person is on the way.
    Called,
    /// At the counter.
    Serving,
    /// Put aside by an officer until the ticket is taken up again.
    Held,
    /// Done.
    Served,
    /// Called, and nobody came. The person may still come back.
    NoShow,
    /// Given up: another ticket took its place.
    Cancelled,
    /// Its day passed in a hall in which nobody called.
    Lapsed,
}

impl TicketState {
    /// Waits to be called.
    pub fn waits(self) -> bool {
        matches!(self, Self::Reserved | Self::PrintFailed | Self::Issued)
    }

    /// Is at a counter, or on the way there.
    pub fn at_counter(self) -> bool {
        matches!(self, Self::Called | Self::Serving)
    }

    /// Nobody has to do anything more.
    pub fn over(self) -> bool {
        !self.waits() && !self.at_counter() && self != Self::Held
    }
}

/// What happened to a ticket. The history keeps these; nothing in it is changed or removed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Happened {
    /// The number was taken.
    Reserved {
        /// What for.
        kind: TicketKind,
        /// The person asked to be served first. Never why.
        priority: bool,
        /// Its case, where there is one.
        case: Option<CaseId>,
        /// Time of the interview.
        appointment: Option<Timestamp>,
    },
    /// The paper came out.
    Printed,
    /// The paper did not come out.
    PrintFailed {
        /// Why, as the name of a state.
        why: String,
    },
    /// Called, for the first time or after it was put aside.
    Called {
        /// To which counter.
        counter: u8,
    },
    /// Called once more.
    Recalled,
    /// The person is at the counter.
    Arrived,
    /// Done.
    Served,
    /// Put aside.
    Held,
    /// Nobody came; some others go first.
    Skipped {
        /// The person counts as waiting since then.
        place: Timestamp,
    },
    /// Nobody came.
    NoShow,
    /// Waits in another series, or for a certain counter, at the place that it had.
    Transferred {
        /// Series.
        series: char,
        /// Only for this counter.
        counter: Option<u8>,
    },
    /// Was not reached on its day, and waits on another one.
    CarriedOver {
        /// That day.
        to: Date,
    },
    /// Given up.
    Cancelled,
    /// Its day passed in a hall in which nobody called.
    Lapsed,
}

/// Who did it, and where. No participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// Name of the machine, or short name of the officer.
    pub who: String,
    /// Counter, where it was one.
    pub counter: Option<u8>,
}

impl By {
    /// A machine, such as `kiosk-1`.
    pub fn machine(name: &str) -> Self {
        Self { who: name.into(), counter: None }
    }

    /// An officer at a counter.
    pub fn officer(who: &str, counter: u8) -> Self {
        Self { who: who.into(), counter: Some(counter) }
    }
}

/// A ticket: what its events add up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ticket {
    /// What it is known by.
    pub id: TicketId,
    /// What for.
    pub kind: TicketKind,
    /// Series in which it waits: that of its number, unless it was transferred.
    pub series: char,
    /// Waits for this counter alone.
    pub only: Option<u8>,
    /// Is called in turn with those who do not go first.
    pub priority: bool,
    /// Its case.
    pub case: Option<CaseId>,
    /// Day on which it is called.
    pub on: Date,
    /// Since when the person counts as waiting: since the number was taken, or the time of the interview. It makes the
    /// order.
    pub place: Timestamp,
    /// Not called before this time.
    pub appointment: Option<Timestamp>,
    /// Where it is.
    pub state: TicketState,
    /// When the number was taken.
    pub reserved: Timestamp,
    /// When it was first called on this day; the alternation of the series follows from these.
    pub first_called: Option<Timestamp>,
    /// When it was called last.
    pub called: Option<Timestamp>,
    /// How often it was called; the board announces each.
    pub calls: u32,
    /// Counter to which it was called.
    pub counter: Option<u8>,
    /// How often it was skipped.
    pub skips: u32,
    /// When it was done.
    pub ended: Option<Timestamp>,
    /// Comes from an earlier day.
    pub carried: bool,
}

impl Ticket {
    /// A ticket from its first event; none where that is another one.
    pub fn first(id: TicketId, at: Timestamp, event: &Happened) -> Option<Self> {
        let Happened::Reserved { kind, priority, case, appointment } = event else { return None };
        Some(Self {
            id,
            kind: *kind,
            series: id.number.series(),
            only: None,
            priority: *priority,
            case: case.clone(),
            on: id.day,
            place: appointment.unwrap_or(at),
            appointment: *appointment,
            state: TicketState::Reserved,
            reserved: at,
            first_called: None,
            called: None,
            calls: 0,
            counter: None,
            skips: 0,
            ended: None,
            carried: false,
        })
    }

    /// Whether this can happen to it now. An officer may act on what a colleague has just changed.
    pub fn allows(&self, event: &Happened) -> bool {
        use TicketState::*;
        match event {
            Happened::Reserved { .. } => false,
            // The paper may come late, and can be printed again at any time.
            Happened::Printed | Happened::PrintFailed { .. } => true,
            Happened::Called { .. } => self.state.waits() || matches!(self.state, Held | NoShow),
            Happened::Recalled | Happened::Skipped { .. } | Happened::NoShow => self.state == Called,
            Happened::Arrived => self.state == Called,
            Happened::Served => self.state.at_counter(),
            Happened::Held | Happened::Transferred { .. } => !self.state.over(),
            Happened::CarriedOver { .. } | Happened::Lapsed => !self.state.over(),
            Happened::Cancelled => !matches!(self.state, Served | Cancelled),
        }
    }

    /// Adds one event. Total: one that does not fit changes nothing it should not.
    pub fn apply(&mut self, at: Timestamp, event: &Happened) {
        use TicketState::*;
        match event {
            Happened::Reserved { .. } => {}
            Happened::Printed if self.state.waits() => self.state = Issued,
            // Paper in the hand stays in the hand, whatever a second print does.
            Happened::PrintFailed { .. } if self.state == Reserved => self.state = PrintFailed,
            Happened::Printed | Happened::PrintFailed { .. } => {}
            Happened::Called { counter } => {
                (self.state, self.counter) = (Called, Some(*counter));
                self.first_called.get_or_insert(at);
                self.call(at);
            }
            Happened::Recalled => self.call(at),
            Happened::Arrived => self.state = Serving,
            Happened::Served => self.end(at, Served),
            Happened::Held => self.state = Held,
            Happened::Skipped { place } => {
                (self.state, self.counter, self.appointment) = (Issued, None, None);
                self.place = self.place.max(*place);
                self.skips += 1;
            }
            Happened::NoShow => self.end(at, NoShow),
            Happened::Transferred { series, counter } => {
                (self.state, self.counter) = (Issued, None);
                (self.series, self.only) = (*series, *counter);
            }
            Happened::CarriedOver { to } => {
                (self.on, self.carried) = (*to, true);
                (self.counter, self.first_called, self.called, self.calls) = (None, None, None, 0);
                if !self.state.waits() {
                    self.state = Issued;
                }
            }
            Happened::Cancelled => self.end(at, Cancelled),
            Happened::Lapsed => self.end(at, Lapsed),
        }
    }

    fn call(&mut self, at: Timestamp) {
        self.called = Some(at);
        self.calls += 1;
        self.ended = None;
    }

    fn end(&mut self, at: Timestamp, state: TicketState) {
        self.state = state;
        self.ended = Some(at);
    }
}
