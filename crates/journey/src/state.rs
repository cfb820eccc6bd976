//! What the screen depends on, and what an action leads to.

use crate::step::Step;
use crate::{CameraView, Screen, TextSize};
use claim::{CaseId, Claim, Event, TicketKind};
use jiff::civil::{Date, DateTime, Time};
use kiosk_config::{Config, Language, Texts};
use queue::{Offer, Ticket, Turn};
use std::collections::BTreeMap;

/// Everything the screen depends on besides the [`World`].
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The case that is open at this kiosk.
    pub case: Option<Case>,
    /// What is not part of a case.
    pub view: View,
}

/// An open case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its name.
    pub id: CaseId,
    /// What its events add up to.
    pub claim: Claim,
    /// Whether it is practice: kept apart, and gone when it ends.
    pub practice: bool,
}

/// What is not part of a case and may be lost with the process.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Where the screen is while no case is open.
    pub place: Place,
    /// Language chosen on the waiting screen.
    pub language: Option<Language>,
    /// Whether language and size are shown over the step.
    pub preferences: bool,
    /// What staff have to know about the rules, in words.
    pub news: Vec<String>,
    /// Reason whose documents are looked at, while no case is open.
    pub reason: Option<String>,
    /// Questions about satisfaction that were answered or passed over.
    pub asked: usize,
    /// What lies over the screen.
    pub over: Option<Over>,
    /// What is wrong with what was typed or tapped last.
    pub problem: Option<Said>,
    /// What was typed last and asked about; the same once more is taken as meant.
    pub doubted: Option<(String, Said)>,
    /// Message about the whole screen.
    pub banner: Option<Said>,
    /// The page that the live picture is for, from 0, although pages are kept.
    pub retaking: Option<usize>,
    /// A picture was taken, and is being made a page.
    pub taking: bool,
    /// Documents that are being read.
    pub reading: Vec<String>,
    /// A slip or ticket is on its way.
    pub printing: bool,
    /// What was typed while no case is open: code and birth date of an earlier claim.
    pub typed: String,
    /// What stands in the field and could not be kept: the store did not take it.
    pub unsaved: Option<String>,
    /// Codes and birth dates that did not fit, in a row.
    pub misses: u32,
    /// The case whose birth date is asked for.
    pub found: Option<Case>,
    /// Seconds left of the idle warning.
    pub idle_left: Option<u32>,
    /// What is read aloud.
    pub voice: Voice,
    /// Counts up with each other screen and each refused answer.
    pub visit: u64,
}

/// What is read aloud. It stays with the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The participant wants to hear the screens.
    pub on: bool,
    /// Something can be heard at this kiosk.
    pub there: bool,
    /// Something is being said now.
    pub speaking: bool,
}

/// Where the screen is while no case is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Waiting screen.
    #[default]
    Waiting,
    /// The camera looks for the code of a slip.
    Scan,
    /// The code is typed.
    Code,
    /// The birth date is typed.
    BirthDate,
    /// How a claim goes.
    Guide,
    /// Which reason's documents to look at.
    Reasons,
    /// The documents of a reason.
    Documents,
    /// How was it?
    Rating,
    /// Thanks for the answer; more can be said.
    Thanks,
    /// One of the nine questions about satisfaction.
    Survey,
}

impl Place {
    /// Whether somebody walking away leaves nothing behind: no warning is needed before the waiting screen comes back.
    pub fn is_passing(self) -> bool {
        !matches!(self, Place::Scan | Place::Code | Place::BirthDate)
    }

    /// Whether it comes after a session: the next visitor is not kept waiting by it.
    pub fn is_afterwards(self) -> bool {
        matches!(self, Place::Rating | Place::Thanks | Place::Survey)
    }
}

/// What lies over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// A person was called.
    Assistant,
    /// Take a counter ticket?
    Counter,
    /// Stop for now?
    Leave,
    /// The store does not take anything any more.
    Trouble,
    /// The rules have changed, or new ones cannot be used: for staff.
    News,
}

/// A sentence: key of the texts, and its variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Key.
    pub key: String,
    /// Variables.
    pub args: Vec<(&'static str, String)>,
}

impl Said {
    /// Without variables.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: vec![] }
    }

    /// With one more variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// What the journey is told about the world.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// Configuration.
    pub config: &'a Config,
    /// Texts.
    pub texts: &'a Texts,
    /// Local time at the branch.
    pub now: DateTime,
    /// The camera.
    pub camera: CameraView,
    /// What the camera sees of the document under it: the one thing to change, as the texts `capture-…` name it, or
    /// `good`. Nothing while nobody watches.
    pub watching: Option<&'a str>,
    /// Interviews booked.
    pub booked: &'a BTreeMap<(Date, Time), u32>,
    /// The hall.
    pub hall: &'a HallView,
}

/// The hall of the branch, as somebody at the kiosk sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HallView {
    /// Whether a number for the counter can be taken now, and for which day; absent: one of today.
    pub offer: Option<Offer>,
    /// An outage of the central systems; with the time at which it is expected to end, where that is known.
    pub outage: Option<Option<DateTime>>,
    /// The case's ticket for the counter.
    pub counter: Option<Ticket>,
    /// Its ticket for the interview.
    pub interview: Option<Ticket>,
    /// When the ticket for the counter is called, as far as anybody can tell.
    pub turn: Option<Turn>,
}

/// What an action leads to. Events are on the disk before `view` takes effect.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// A case to open first.
    pub open: Option<Opening>,
    /// What happened to the case.
    pub events: Vec<Event>,
    /// An interview to book with the events.
    pub booking: Option<(Date, Time)>,
    /// A number to reserve with the events.
    pub ticket: Option<TicketKind>,
    /// What to do afterwards.
    pub effects: Vec<Effect>,
    /// What the screen becomes.
    pub view: View,
    /// Whether the case is put away afterwards and the screen wiped.
    pub wipe: bool,
    /// A case to go on with.
    pub resume: Option<Case>,
}

/// How a case is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A claim.
    Claim,
    /// Practice.
    Practice,
}

/// Something for the devices to do. The journey is told of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Take a picture of a document.
    Shoot {
        /// Document.
        document: String,
    },
    /// Print.
    Print(PaperKind),
    /// Carry the packet out.
    Deliver,
    /// Look for the case of a typed code.
    FindCode(Secret),
    /// Count an answer about satisfaction; it belongs to no case.
    Rate {
        /// Element.
        element: &'static str,
        /// 1 to 4.
        score: u8,
    },
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// With the code to go on later.
    Resume,
    /// What to bring.
    Bring,
    /// A ticket.
    Ticket(TicketKind),
    /// What to ask the bank.
    Bank,
    /// What to ask the employer.
    Employer,
    /// How a claim goes, with the documents of a reason where one was looked at.
    Guide,
    /// What comes out for a ticket while practising.
    Practice(TicketKind),
    /// That data are being repaired, and until when.
    Return {
        /// Day on which the repair is done at the latest.
        due: Date,
    },
    /// What is done, what is missing, and what comes next with its date.
    Readiness,
}

/// A text that does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl State {
    /// The step the case is at.
    pub fn step(&self) -> Option<Step> {
        let claim = &self.case.as_ref()?.claim;
        Some(claim.step.as_deref().and_then(Step::parse).unwrap_or(Step::Preferences))
    }

    /// Whether the open case is practice.
    pub fn practises(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.practice)
    }

    /// The language of the screen.
    pub fn language(&self, config: &Config) -> Language {
        let chosen =
            self.case.as_ref().and_then(|case| case.claim.language.as_deref()).and_then(Language::from_tag);
        let first = config.kiosk.languages.first().copied().unwrap_or(Language::Id);
        chosen.or(self.view.language).unwrap_or(first)
    }

    /// The size of type.
    pub fn text_size(&self) -> TextSize {
        let chosen = self.case.as_ref().and_then(|case| case.claim.text_size);
        chosen.map_or_else(TextSize::default, TextSize::from_number)
    }

    /// Counts the visit up where the screen is another one than `before`.
    pub fn moved(&mut self, before: &Screen, now: &Screen) -> bool {
        let over = |screen: &Screen| screen.overlay.as_ref().map(|overlay| overlay.name.clone());
        let other = before.name != now.name || over(before) != over(now);
        if other {
            self.view.visit += 1;
        }
        other
    }
}

impl TextSize {
    /// 0 (small) to 3 (huge), as in the journal.
    pub fn number(self) -> u8 {
        match self {
            TextSize::Small => 0,
            TextSize::Medium => 1,
            TextSize::Large => 2,
            TextSize::Huge => 3,
        }
    }

    /// From the journal.
    pub fn from_number(number: u8) -> Self {
        match number {
            0 => TextSize::Small,
            1 => TextSize::Medium,
            2 => TextSize::Large,
            _ => TextSize::Huge,
        }
    }
}
