//! What can happen to a case. The journal keeps these; everything else follows from them.

use crate::{ReadField, Stage};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Name of a case: 32 hexadecimal digits, random, meaning nothing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseId(String);

impl CaseId {
    /// From 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// From the journal; `None` where the text is not a case name.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
        fits.then(|| Self(text.to_owned()))
    }

    /// As it stands in the journal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.get(..8).unwrap_or_default())
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Name of a stored page; counts up within a case.
pub type PageId = u32;

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person at the screen.
    Participant,
    /// The kiosk by itself.
    Kiosk,
    /// Somebody of the branch; the event says who.
    Officer,
}

impl Actor {
    /// As it stands in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Actor::Participant => "participant",
            Actor::Kiosk => "kiosk",
            Actor::Officer => "officer",
        }
    }

    /// From the journal.
    pub fn parse(text: &str) -> Option<Self> {
        [Actor::Participant, Actor::Kiosk, Actor::Officer].into_iter().find(|actor| actor.as_str() == text)
    }
}

/// Which of the two tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketKind {
    /// For the interview of a finished claim.
    Interview,
    /// For the counter, instead of the kiosk.
    Counter,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloseWay {
    /// The participant finished.
    Done,
    /// The participant stopped for now.
    Left,
    /// Nobody touched the screen.
    Idle,
}

/// Something that happened to a case.
///
/// Old events stay readable: fields are only added, with a default.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Somebody touched the waiting screen.
    Opened {
        /// Edition of the rules that this claim is made under.
        rules: String,
        /// Machine.
        kiosk: String,
        /// Secret of the QR on its slips.
        token: String,
        /// Code that can be typed instead.
        code: String,
    },
    /// Language and look.
    Preferred {
        /// `id` or another code.
        language: String,
        /// 0 (small) to 3 (huge).
        text_size: u8,
        /// High contrast.
        high_contrast: bool,
    },
    /// Wants to be served first. Why is nobody's business (Permen PANRB 11/2024).
    Prioritised {
        /// Whether.
        first: bool,
    },
    /// Agreed to the use of personal data (UU 27/2022 art. 20, 22).
    Consented {
        /// Edition of the text.
        text: String,
        /// Language it was read in.
        language: String,
    },
    /// Why they claim.
    ReasonChosen {
        /// Code.
        reason: String,
    },
    /// Whether a document is at hand.
    Had {
        /// Code.
        document: String,
        /// At hand or not.
        have: bool,
    },
    /// Range of the balance.
    BalanceChosen {
        /// Code.
        band: String,
    },
    /// A question answered; the value is in the form in which the identifier is written.
    Answered {
        /// Name of the field.
        field: String,
        /// Value.
        value: String,
        /// It was read from a document, and confirmed as it was read.
        #[serde(default)]
        read: bool,
    },
    /// What stands in a field, not yet an answer.
    Typed {
        /// Name of the step.
        step: String,
        /// As typed.
        text: String,
    },
    /// A picture was taken.
    PageTaken {
        /// Document.
        document: String,
        /// Page in the vault.
        page: PageId,
        /// Why it was refused; empty when it is good.
        problems: Vec<String>,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// Size in bytes.
        bytes: u64,
        /// The untouched picture in the vault, kept until the claim is handed over.
        #[serde(default)]
        original: Option<PageId>,
        /// Where the document lay in it: four corners in its pixels, clockwise.
        #[serde(default)]
        corners: Option<[[f32; 2]; 4]>,
        /// Which page of the document it is, from 0.
        #[serde(default)]
        at: usize,
    },
    /// A picture was read. It may come after the picture was kept, and changes nothing that was typed or answered.
    Read {
        /// Document.
        document: String,
        /// Page in the vault.
        page: PageId,
        /// Code of the document that it looks like, where that is another one.
        looks_like: Option<String>,
        /// What can be relied on.
        fields: Vec<ReadField>,
    },
    /// The picture just taken is the one.
    PageKept {
        /// Document.
        document: String,
        /// Taken although it was refused: an assistant should look.
        flagged: bool,
    },
    /// The picture just taken is not the one.
    PageDropped {
        /// Document.
        document: String,
    },
    /// The original comes along to the interview.
    PageLater {
        /// Document.
        document: String,
    },
    /// Declared that all is true.
    Declared {
        /// Edition of the text.
        text: String,
    },
    /// A slot was booked; it replaces an earlier one.
    SlotBooked {
        /// Day.
        date: Date,
        /// Time of day.
        time: Time,
    },
    /// The screen is at another step.
    Moved {
        /// Name of the step.
        step: String,
        /// Whether it goes back to the check of the answers afterwards.
        returning: bool,
    },
    /// A person was called.
    AssistantCalled {
        /// Where.
        step: String,
    },
    /// A number was reserved. It counts as issued only once it is printed.
    TicketReserved {
        /// Which ticket.
        ticket: TicketKind,
        /// Number, such as `A-012`.
        number: String,
        /// Day on which it is called: today at the counter, the day of the interview.
        date: Date,
    },
    /// The paper came out.
    TicketPrinted {
        /// Which ticket.
        ticket: TicketKind,
    },
    /// The paper did not come out; the number stands on the screen.
    TicketFailed {
        /// Which ticket.
        ticket: TicketKind,
        /// Why, as the name of a state.
        why: String,
    },
    /// The packet is in the delivery folder.
    Delivered {
        /// Revision of the case that was delivered.
        revision: u32,
    },
    /// An officer has looked at the claim and found it right.
    Verified {
        /// First or second.
        stage: Stage,
        /// Short name of the officer.
        by: String,
    },
    /// An officer wants a document once more: this one alone.
    AskedAgain {
        /// Code.
        document: String,
        /// Code of the reason, one of [`crate::WHY_AGAIN`].
        why: String,
        /// Short name of the officer.
        by: String,
    },
    /// An officer gives data of the participant to be repaired: the claim waits for it.
    RepairBegun {
        /// Day on which it is done at the latest.
        due: Date,
        /// Short name of the officer.
        by: String,
    },
    /// The data are repaired.
    RepairDone {
        /// Short name of the officer.
        by: String,
    },
    /// The session ended; the screen is wiped.
    Closed {
        /// How.
        way: CloseWay,
    },
    /// The participant came back.
    Resumed,
}

impl Event {
    /// Name of the kind, as in the journal and in logs.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Opened { .. } => "opened",
            Event::Preferred { .. } => "preferred",
            Event::Prioritised { .. } => "prioritised",
            Event::Consented { .. } => "consented",
            Event::ReasonChosen { .. } => "reason_chosen",
            Event::Had { .. } => "had",
            Event::BalanceChosen { .. } => "balance_chosen",
            Event::Answered { .. } => "answered",
            Event::Typed { .. } => "typed",
            Event::PageTaken { .. } => "page_taken",
            Event::Read { .. } => "read",
            Event::PageKept { .. } => "page_kept",
            Event::PageDropped { .. } => "page_dropped",
            Event::PageLater { .. } => "page_later",
            Event::Declared { .. } => "declared",
            Event::SlotBooked { .. } => "slot_booked",
            Event::Moved { .. } => "moved",
            Event::AssistantCalled { .. } => "assistant_called",
            Event::TicketReserved { .. } => "ticket_reserved",
            Event::TicketPrinted { .. } => "ticket_printed",
            Event::TicketFailed { .. } => "ticket_failed",
            Event::Delivered { .. } => "delivered",
            Event::Verified { .. } => "verified",
            Event::AskedAgain { .. } => "asked_again",
            Event::RepairBegun { .. } => "repair_begun",
            Event::RepairDone { .. } => "repair_done",
            Event::Closed { .. } => "closed",
            Event::Resumed => "resumed",
        }
    }
}

/// Events carry what people say, so they print their kind alone.
impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
