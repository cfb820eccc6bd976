//! A claim: what its events add up to.

use crate::{Event, PageId, Reading, Stage, TicketKind};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;
use std::fmt;

/// What the events of one case add up to.
#[derive(Clone, Default, PartialEq)]
pub struct Claim {
    /// Edition of the rules it is made under.
    pub rules: String,
    /// Secret of the QR.
    pub token: String,
    /// Code to type.
    pub code: String,
    /// Language, where one was chosen.
    pub language: Option<String>,
    /// 0 (small) to 3 (huge).
    pub text_size: Option<u8>,
    /// High contrast.
    pub high_contrast: bool,
    /// Is served first.
    pub priority: bool,
    /// Consent.
    pub consent: Option<Consent>,
    /// Why they claim.
    pub reason: Option<String>,
    /// Documents at hand or not.
    pub have: BTreeMap<String, bool>,
    /// Range of the balance.
    pub balance: Option<String>,
    /// Answers by field.
    pub answers: BTreeMap<String, String>,
    /// What stands in a field, by step.
    pub typed: BTreeMap<String, String>,
    /// Pictures by document.
    pub pages: BTreeMap<String, Pages>,
    /// Edition of the declaration agreed to.
    pub declared: Option<String>,
    /// Interview.
    pub slot: Option<Slot>,
    /// Step the screen is at.
    pub step: Option<String>,
    /// Whether it goes back to the check of the answers afterwards.
    pub returning: bool,
    /// Ticket for the interview.
    pub interview: Option<Ticket>,
    /// Ticket for the counter.
    pub counter: Option<Ticket>,
    /// Officers who verified it as it is now, by their short names.
    pub verified: BTreeMap<Stage, String>,
    /// Documents that are wanted again, each with the code of the reason.
    pub asked: BTreeMap<String, String>,
    /// Whether the participant has come back to it.
    pub returned: bool,
    /// Day on which data that are being repaired are done at the latest.
    pub repair: Option<Date>,
    /// Number of pages ever taken; the next page gets the next number.
    pub pages_taken: PageId,
    /// Number of changes to what the packet holds.
    pub revision: u32,
    /// Revision that was delivered.
    pub delivered: Option<u32>,
}

/// Consent given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Edition of the text.
    pub text: String,
    /// Language it was read in.
    pub language: String,
}

/// A booked interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Day.
    pub date: Date,
    /// Time of day.
    pub time: Time,
}

/// A ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Number, such as `A-012`.
    pub number: String,
    /// Day on which it is called.
    pub date: Date,
    /// Whether there is paper.
    pub state: TicketState,
}

/// Whether there is paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketState {
    /// The number is taken, the paper not out yet.
    Reserved,
    /// The paper is out.
    Printed,
    /// The paper did not come.
    Failed,
}

/// The pictures of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// The first page in use, and whether it is flagged for the assistant.
    pub kept: Option<(Candidate, bool)>,
    /// The pages in use after it.
    pub further: Vec<(Candidate, bool)>,
    /// The one just taken, being looked at.
    pub candidate: Option<Candidate>,
    /// Refusals in a row.
    pub refused: u32,
    /// The original comes along to the interview.
    pub later: bool,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Page in the vault.
    pub page: PageId,
    /// Why it was refused; empty when it is good.
    pub problems: Vec<String>,
    /// What was read from it; none before it was.
    pub reading: Option<Reading>,
    /// Which page of its document it is, from 0.
    pub at: usize,
}

impl Pages {
    /// All pages in use, in their order.
    pub fn in_use(&self) -> impl Iterator<Item = &(Candidate, bool)> {
        self.kept.iter().chain(&self.further)
    }

    /// In the place of the page with its number; after the last one where there is none.
    fn keep(&mut self, page: Candidate, flagged: bool) {
        match page.at.checked_sub(1) {
            Some(_) if self.kept.is_none() => self.kept = Some((page, flagged)),
            None => self.kept = Some((page, flagged)),
            Some(at) => match self.further.get_mut(at) {
                Some(before) => *before = (page, flagged),
                None => self.further.push((page, flagged)),
            },
        }
    }
}

impl Claim {
    /// Folds events, oldest first.
    pub fn from_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut claim = Claim::default();
        events.into_iter().for_each(|event| claim.apply(event));
        claim
    }

    /// Adds one event. Total: an event that does not fit changes nothing it should not.
    pub fn apply(&mut self, event: &Event) {
        if changes_packet(event) {
            self.revision += 1;
        }
        if changes_what_was_verified(event) {
            self.verified.clear();
        }
        match event {
            Event::Opened { rules, token, code, .. } => {
                self.rules.clone_from(rules);
                self.token.clone_from(token);
                self.code.clone_from(code);
            }
            Event::Preferred { language, text_size, high_contrast } => {
                self.language = Some(language.clone());
                self.text_size = Some(*text_size);
                self.high_contrast = *high_contrast;
            }
            Event::Prioritised { first } => self.priority = *first,
            Event::Consented { text, language } => {
                self.consent = Some(Consent { text: text.clone(), language: language.clone() });
            }
            Event::ReasonChosen { reason } => self.reason = Some(reason.clone()),
            Event::Had { document, have } => {
                self.have.insert(document.clone(), *have);
            }
            Event::BalanceChosen { band } => self.balance = Some(band.clone()),
            Event::Answered { field, value, .. } => {
                self.typed.remove(field);
                self.answers.insert(field.clone(), value.clone());
            }
            Event::Typed { step, text } => {
                self.typed.insert(step.clone(), text.clone());
            }
            Event::PageTaken { document, page, problems, original, at, .. } => {
                self.pages_taken = self.pages_taken.max(page.max(&original.unwrap_or(0)) + 1);
                let pages = self.pages.entry(document.clone()).or_default();
                pages.refused = if problems.is_empty() { 0 } else { pages.refused + 1 };
                let (page, problems, at) = (*page, problems.clone(), *at);
                pages.candidate = Some(Candidate { page, problems, reading: None, at });
            }
            Event::Read { document, page, looks_like, fields } => {
                let pages = self.pages.entry(document.clone()).or_default();
                // An officer is told what does not go together. A page that is kept later changes the packet then.
                let in_use = pages.in_use().any(|(kept, _)| kept.page == *page);
                self.revision += u32::from(in_use && (looks_like.is_some() || !fields.is_empty()));
                let kept = pages.kept.iter_mut().chain(&mut pages.further).map(|(kept, _)| kept);
                let read = pages.candidate.as_mut().into_iter().chain(kept).find(|read| read.page == *page);
                // A page that was dropped in the meantime is nobody's any more.
                if let Some(read) = read {
                    let (looks_like, fields) = (looks_like.clone(), fields.clone());
                    read.reading = Some(Reading { looks_like, fields });
                }
            }
            Event::PageKept { document, flagged } => {
                let pages = self.pages.entry(document.clone()).or_default();
                if let Some(candidate) = pages.candidate.take() {
                    pages.keep(candidate, *flagged);
                    pages.refused = 0;
                    pages.later = false;
                    self.asked.remove(document);
                }
            }
            Event::PageDropped { document } => {
                self.pages.entry(document.clone()).or_default().candidate = None;
            }
            Event::PageLater { document } => {
                let pages = self.pages.entry(document.clone()).or_default();
                pages.later = true;
                pages.candidate = None;
                self.asked.remove(document);
            }
            Event::Declared { text } => self.declared = Some(text.clone()),
            Event::SlotBooked { date, time } => self.slot = Some(Slot { date: *date, time: *time }),
            Event::Moved { step, returning } => {
                self.step = Some(step.clone());
                self.returning = *returning;
            }
            Event::TicketReserved { ticket, number, date } => {
                let reserved = Ticket { number: number.clone(), date: *date, state: TicketState::Reserved };
                *self.ticket_mut(*ticket) = Some(reserved);
            }
            Event::TicketPrinted { ticket } => self.set_ticket(*ticket, TicketState::Printed),
            Event::TicketFailed { ticket, .. } => self.set_ticket(*ticket, TicketState::Failed),
            Event::Delivered { revision } => self.delivered = Some(*revision),
            Event::Verified { stage, by } => {
                self.verified.insert(*stage, by.clone());
            }
            Event::AskedAgain { document, why, .. } => {
                self.asked.insert(document.clone(), why.clone());
            }
            Event::RepairBegun { due, .. } => self.repair = Some(*due),
            Event::RepairDone { .. } => self.repair = None,
            Event::Resumed => self.returned = true,
            Event::AssistantCalled { .. } | Event::Closed { .. } => {}
        }
    }

    /// The ticket of a kind.
    pub fn ticket(&self, kind: TicketKind) -> Option<&Ticket> {
        match kind {
            TicketKind::Interview => self.interview.as_ref(),
            TicketKind::Counter => self.counter.as_ref(),
        }
    }

    fn ticket_mut(&mut self, kind: TicketKind) -> &mut Option<Ticket> {
        match kind {
            TicketKind::Interview => &mut self.interview,
            TicketKind::Counter => &mut self.counter,
        }
    }

    fn set_ticket(&mut self, kind: TicketKind, state: TicketState) {
        if let Some(ticket) = self.ticket_mut(kind) {
            // Paper in the hand stays in the hand, whatever a second print does.
            if ticket.state != TicketState::Printed {
                ticket.state = state;
            }
        }
    }

    /// The page in use for a document.
    pub fn kept(&self, document: &str) -> Option<&Candidate> {
        self.pages.get(document)?.kept.as_ref().map(|(page, _)| page)
    }

    /// What was read from the page in use for a document.
    pub fn reading(&self, document: &str) -> Option<&Reading> {
        self.kept(document)?.reading.as_ref()
    }

    /// All pages in use for a document, in their order.
    pub fn all_kept(&self, document: &str) -> impl Iterator<Item = &Candidate> {
        self.pages.get(document).into_iter().flat_map(Pages::in_use).map(|(page, _)| page)
    }

    /// Whether a page in use is flagged for the assistant, or the original comes along although there is one.
    pub fn flagged(&self, document: &str) -> bool {
        self.pages.get(document).is_some_and(|pages| {
            pages.in_use().any(|(_, flagged)| *flagged) || (pages.later && pages.kept.is_some())
        })
    }

    /// Whether the packet has to be carried out (again).
    pub fn wants_delivery(&self) -> bool {
        self.interview.is_some() && self.delivered != Some(self.revision)
    }
}

fn changes_packet(event: &Event) -> bool {
    matches!(
        event,
        Event::ReasonChosen { .. }
            | Event::BalanceChosen { .. }
            | Event::Answered { .. }
            | Event::PageKept { .. }
            | Event::PageLater { .. }
            | Event::Declared { .. }
            | Event::SlotBooked { .. }
            | Event::TicketReserved { ticket: TicketKind::Interview, .. }
    )
}

/// Whether officers have to look again after it. Another day for the interview changes no document.
fn changes_what_was_verified(event: &Event) -> bool {
    let moves = matches!(event, Event::SlotBooked { .. } | Event::TicketReserved { .. });
    matches!(event, Event::AskedAgain { .. }) || (changes_packet(event) && !moves)
}

/// A claim is nothing but personal data, so it prints without it.
impl fmt::Debug for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claim")
            .field("step", &self.step)
            .field("revision", &self.revision)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReadField;

    fn taken(page: PageId, problems: &[&str]) -> Event {
        let problems = problems.iter().map(|p| (*p).to_owned()).collect();
        Event::PageTaken {
            document: "ktp".into(),
            page,
            problems,
            width: 1,
            height: 1,
            bytes: 1,
            original: None,
            corners: None,
            at: 0,
        }
    }

    #[test]
    fn a_retake_that_is_given_up_leaves_the_first_page_in_use() {
        let kept = Event::PageKept { document: "ktp".into(), flagged: false };
        let dropped = Event::PageDropped { document: "ktp".into() };
        let claim = Claim::from_events(&[taken(0, &[]), kept, taken(1, &["blurred"]), dropped]);
        assert_eq!(claim.kept("ktp").map(|page| page.page), Some(0));
        assert_eq!(claim.pages_taken, 2);
    }

    fn read(page: PageId, value: &str) -> Event {
        let fields = vec![ReadField { field: "nik".into(), value: value.into(), confidence: 90 }];
        Event::Read { document: "ktp".into(), page, looks_like: None, fields }
    }

    #[test]
    fn what_was_read_comes_and_goes_with_its_page() {
        let kept = || Event::PageKept { document: "ktp".into(), flagged: false };
        let dropped = Event::PageDropped { document: "ktp".into() };
        let nik = |claim: &Claim| claim.reading("ktp").and_then(|read| read.value("nik").map(str::to_owned));
        let mut claim = Claim::from_events(&[taken(0, &[]), read(0, "1"), kept()]);
        assert_eq!(nik(&claim).as_deref(), Some("1"));
        [taken(1, &[]), read(1, "2")].iter().for_each(|event| claim.apply(event));
        assert_eq!(nik(&claim).as_deref(), Some("1"), "the new picture is not in use yet");
        claim.apply(&dropped);
        claim.apply(&read(1, "2"));
        assert_eq!(nik(&claim).as_deref(), Some("1"), "the reading of a dropped page is dropped");
        [taken(2, &[]), kept()].iter().for_each(|event| claim.apply(event));
        assert_eq!(nik(&claim), None, "another page, not read yet");
        claim.apply(&read(2, "3"));
        assert_eq!(nik(&claim).as_deref(), Some("3"), "read after it was kept");
    }

    #[test]
    fn what_is_read_late_from_a_page_in_use_is_carried_out_again() {
        let kept = Event::PageKept { document: "ktp".into(), flagged: false };
        let mut claim = Claim::from_events(&[taken(0, &[]), kept, taken(1, &[])]);
        let before = claim.revision;
        let nothing = Event::Read { document: "ktp".into(), page: 0, looks_like: None, fields: vec![] };
        [read(1, "2"), read(7, "3"), nothing].iter().for_each(|event| claim.apply(event));
        assert_eq!(claim.revision, before, "a page not in use, one that is gone, and nothing read");
        claim.apply(&read(0, "1"));
        assert_eq!(claim.revision, before + 1);
    }

    #[test]
    fn refusals_are_counted_until_a_page_is_kept() {
        let mut claim = Claim::from_events(&[taken(0, &["blurred"]), taken(1, &["too_dark"])]);
        assert_eq!(claim.pages["ktp"].refused, 2);
        claim.apply(&Event::PageKept { document: "ktp".into(), flagged: true });
        assert!(claim.flagged("ktp"));
        assert_eq!(claim.pages["ktp"].refused, 0);
    }

    #[test]
    fn a_failed_second_print_does_not_take_the_paper_away() {
        let ticket = TicketKind::Interview;
        let date = jiff::civil::date(2026, 9, 1);
        let claim = Claim::from_events(&[
            Event::TicketReserved { ticket, number: "A-001".into(), date },
            Event::TicketPrinted { ticket },
            Event::TicketFailed { ticket, why: "offline".into() },
        ]);
        assert_eq!(claim.interview.map(|t| t.state), Some(TicketState::Printed));
    }

    #[test]
    fn a_change_after_delivery_wants_another_one() {
        let mut claim = Claim::from_events(&[Event::TicketReserved {
            ticket: TicketKind::Interview,
            number: "A-001".into(),
            date: jiff::civil::date(2026, 9, 1),
        }]);
        assert!(claim.wants_delivery());
        claim.apply(&Event::Delivered { revision: claim.revision });
        assert!(!claim.wants_delivery());
        claim.apply(&Event::Answered { field: "phone".into(), value: "x".into(), read: false });
        assert!(claim.wants_delivery());
    }

    #[test]
    fn nothing_personal_prints() {
        let event = Event::Answered { field: "nik".into(), value: "3507155208790001".into(), read: false };
        let claim = Claim::from_events([&event]);
        let read = read(0, "3507155208790001");
        let read_from = Claim::from_events(&[taken(0, &[]), read.clone()]);
        let printed = format!("{event:?} {claim:?} {read:?} {read_from:?} {:?}", read_from.pages);
        assert!(!printed.contains("3507"));
    }
}
