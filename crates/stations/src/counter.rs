//! The counter: an officer calls, serves, looks at the packet and verifies it, with the keys of a keyboard.

mod act;
mod desk;
mod packet;
mod screen;

pub use act::act;
pub use screen::*;

use claim::{Claim, Event};
use jiff::{Timestamp, Zoned};
use journey::Said;
use kiosk_config::{Config, Texts};
use queue::{Floor, Outage, Ticket, TicketId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a counter remembers besides the tickets and the claim. It may be lost with the process.
#[derive(Clone, Debug, Default)]
pub struct Counter {
    /// Short name of the officer who works here.
    pub officer: Option<String>,
    /// Short name of who is signing in.
    pub signing_in: Option<String>,
    /// PINs that did not fit, in a row.
    pub misses: u32,
    /// No PIN is looked at before this moment.
    pub wait_until: Option<Timestamp>,
    /// What lies over the desk.
    pub over: Option<Over>,
    /// What is said about the last key.
    pub message: Option<(Tone, Said)>,
    /// Document that is looked at, and which of its pages.
    pub page: Option<(String, usize)>,
    /// Ticket whose packet was opened for the second verification.
    pub checking: Option<TicketId>,
    /// Counts up with each key.
    pub visit: u64,
}

/// What lies over the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Where to?
    Transfer,
    /// Until when do the central systems fail?
    Outage,
    /// Which document is wanted again?
    Which,
    /// Why?
    Why {
        /// Document.
        document: String,
    },
}

/// What the counter knows.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// Configuration.
    pub config: &'a Config,
    /// Texts.
    pub texts: &'a Texts,
    /// Time at the branch.
    pub now: &'a Zoned,
    /// The tickets of today.
    pub floor: &'a Floor,
    /// The packet of the open ticket.
    pub packet: Packet<'a>,
    /// Tickets of any day whose claims wait for the second verification; only looked for where it matters.
    pub second: &'a [Ticket],
    /// The outage that was announced.
    pub outage: Option<&'a Outage>,
}

/// The packet of the open ticket.
#[derive(Clone, Copy, Debug)]
pub enum Packet<'a> {
    /// No ticket is open, or it has no claim.
    None,
    /// The person was erased.
    Erased,
    /// The claim, and whether a page of it is still kept.
    Claim {
        /// The claim.
        claim: &'a Claim,
        /// Documents of which a picture is still kept.
        kept: &'a [String],
    },
}

/// What an officer does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case")]
#[ts(export, export_to = "stations.ts")]
pub enum CounterAction {
    /// "That is me."
    Choose {
        /// Short name of the officer.
        officer: String,
    },
    /// The PIN; the window fills it in.
    SignIn {
        /// Typed digits.
        pin: String,
    },
    /// Somebody else takes over.
    SignOut,
    /// Nothing after all.
    Cancel,
    /// Calls who is next.
    CallNext,
    /// Calls a certain ticket again: held, or missed.
    Call {
        /// The ticket.
        #[ts(type = "{ day: string, number: string }")]
        ticket: TicketId,
    },
    /// Calls the same one again.
    Recall,
    /// The person is here.
    Arrived,
    /// Done.
    Served,
    /// Puts the ticket aside.
    Hold,
    /// Some others go first.
    Skip,
    /// Nobody came.
    NoShow,
    /// Asks where to.
    Transfer,
    /// To another series, or for another counter alone.
    TransferTo {
        /// Letter.
        series: Option<char>,
        /// Counter.
        counter: Option<u8>,
    },
    /// Opens the packet of a ticket for the second verification.
    Check {
        /// The ticket.
        #[ts(type = "{ day: string, number: string }")]
        ticket: TicketId,
    },
    /// Closes it.
    PutAway,
    /// Looks at a document.
    Look {
        /// Code.
        document: String,
    },
    /// Looks at its next page.
    PageOn,
    /// The central systems fail; asks until when.
    Outage,
    /// Tells everybody.
    OutageFor {
        /// Expected to last so many minutes; none is not known.
        minutes: Option<u16>,
    },
    /// The outage is over.
    OutageOver,
    /// Data of the participant have to be repaired; the claim waits for it.
    Repair,
    /// They are repaired.
    RepairDone,
    /// The claim is right.
    Verify,
    /// Asks which document is wanted again.
    AskAgain,
    /// This one; asks why.
    AskDocument {
        /// Code.
        document: String,
    },
    /// For this reason.
    AskWhy {
        /// One of [`claim::WHY_AGAIN`].
        why: String,
    },
}

/// Something for the application to do. The counter is told of the result.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// Calls who is next.
    CallNext,
    /// Calls a certain ticket.
    Call(TicketId),
    /// Something with the ticket at this counter.
    Ticket(TicketId, Step),
    /// Announces an outage, until then.
    Outage(Option<Timestamp>),
    /// It is over.
    OutageOver,
    /// Keeps what happened to the open claim.
    Keep(Event),
}

/// Something with the ticket at this counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as the methods of `queue::Hall` are called")]
pub enum Step {
    Recall,
    Arrived,
    Served,
    Hold,
    Skip,
    NoShow,
    Transfer { series: char, only: Option<u8> },
}

/// The counter as it is now.
pub fn screen(counter: &Counter, world: &World<'_>) -> CounterScreen {
    desk::screen(counter, world)
}

impl<'a> World<'a> {
    /// Number of this counter.
    pub fn number(&self) -> u8 {
        self.config.kiosk.counter
    }

    /// The ticket at this counter, or on the way there.
    pub fn here(&self) -> Option<&'a Ticket> {
        self.floor.at_counter(self.number())
    }
}

impl Counter {
    /// The ticket whose packet is open: the one at the counter, or the one of `second` that is being checked.
    pub fn open<'a>(&self, floor: &'a Floor, second: &'a [Ticket], number: u8) -> Option<&'a Ticket> {
        let checking = || second.iter().find(|ticket| Some(ticket.id) == self.checking);
        self.officer.as_ref()?;
        floor.at_counter(number).or_else(checking)
    }

    /// Whether the officer makes the second verification.
    pub fn is_second(&self, config: &Config) -> bool {
        let officer = self.officer.as_ref().and_then(|officer| config.officers.get(officer));
        officer.is_some_and(|officer| officer.checks == kiosk_config::Checks::Second)
    }

    /// Forgets what belonged to a ticket that is not open any more.
    pub fn tidy(&mut self, world: &World<'_>) {
        let here = world.here();
        if here.is_some() {
            self.checking = None;
        }
        if self.open(world.floor, world.second, world.number()).is_none() {
            (self.page, self.over, self.checking) = (None, None, None);
        }
    }
}
