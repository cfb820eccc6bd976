//! Slow work beside the screen: paper and packets, each one after the other on a thread of its own.

use super::capture::{self, Shot};
use super::{Kiosk, Shared};
use crate::{packet, slips};
use claim::{CaseId, Claim, Event, TicketKind};
use device::printer::PrintError;
use journey::state::Said;
use journey::{PaperKind, Words};
use kiosk_config::{Config, Language, Texts};
use log::{error, info, warn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, Weak};
use std::time::Duration;

/// How long a delivery that failed rests.
const DELIVER_AGAIN: Duration = Duration::from_secs(60);

/// Something slow, done one after the other beside the screen.
pub(super) enum Work {
    /// For a case, or a paper for everybody.
    Print {
        case: Option<CaseId>,
        claim: Box<Claim>,
        paper: PaperKind,
    },
    Deliver {
        case: CaseId,
    },
    /// A frame is made a page.
    Page(Shot),
}

impl Work {
    /// What is done where the work panics.
    fn given_up(&self) -> Box<dyn FnOnce(&Shared)> {
        match self {
            Work::Print { case, paper, .. } => {
                let (case, paper) = (case.clone(), *paper);
                Box::new(move |kiosk| {
                    kiosk.lock().printed(case.as_ref(), paper, Err(PrintError::Refused));
                })
            }
            Work::Deliver { .. } => Box::new(|kiosk| not_delivered(kiosk, "it panicked")),
            Work::Page(shot) => {
                let shot = shot.clone();
                Box::new(move |kiosk| kiosk.lock().page_made(&shot, None))
            }
        }
    }
}

/// A thread that works until the kiosk is closed. Work that panics, in somebody else's code for pictures and paper, is
/// lost; the thread is not.
pub(super) fn start(kiosk: &Weak<Mutex<Kiosk>>) -> Sender<Work> {
    let (sender, todo) = channel::<Work>();
    let kiosk = Weak::clone(kiosk);
    std::thread::spawn(move || {
        for work in todo {
            let Some(kiosk) = kiosk.upgrade().map(Shared) else { return };
            let given_up = work.given_up();
            if catch_unwind(AssertUnwindSafe(|| carry_out(&kiosk, work))).is_err() {
                error!(role = "kiosk", disposition = "failure"; "work_panicked");
                given_up(&kiosk);
            }
        }
    });
    sender
}

/// Does it. The kiosk is held only to read what is needed and to keep the result.
fn carry_out(shared: &Shared, work: Work) {
    match work {
        Work::Print { case, claim, paper } => {
            let (config, texts, printer, now, expected) = {
                let kiosk = shared.lock();
                let (config, texts) = kiosk.rules_of(&claim);
                let expected =
                    (paper == PaperKind::Ticket(TicketKind::Counter)).then(|| kiosk.expected(&claim));
                let printer = kiosk.devices.printer.clone();
                (config, texts, printer, kiosk.clock.local(), expected.flatten())
            };
            let words = words(&config, &texts, &claim);
            let sheet = slips::Sheet { words, config: &config, claim: &claim, paper, now, expected };
            let result = sheet.job().map_err(|_| PrintError::Refused).and_then(|job| printer.print(&job));
            shared.lock().printed(case.as_ref(), paper, result);
        }
        Work::Page(shot) => {
            let made = capture::make(&shot);
            if let Err(error) = &made {
                error!(role = "kiosk", disposition = "failure", why:% = error; "page");
            }
            shared.lock().page_made(&shot, made.ok());
        }
        Work::Deliver { case } => {
            let loaded = {
                let kiosk = shared.lock();
                if !kiosk.devices.network_is_up() {
                    drop(kiosk);
                    return not_delivered(shared, "no network");
                }
                let made = kiosk.clock.zoned();
                packet::load(&kiosk.store, &case).map(|loaded| {
                    let (config, texts) = kiosk.rules_of(&loaded.claim);
                    (loaded, config, texts, kiosk.data.clone(), made)
                })
            };
            let result = loaded.and_then(|(loaded, config, texts, data, made)| {
                if !loaded.claim.wants_delivery() {
                    return Ok(None);
                }
                // Officers read it, whatever the participant speaks.
                let words = Words { texts: &texts, language: Language::Id };
                packet::deliver(&words, &config, &data, &loaded, made)?;
                Ok(Some(loaded.claim.revision))
            });
            match result {
                Ok(Some(revision)) => {
                    let mut kiosk = shared.lock();
                    kiosk.record(&case, Event::Delivered { revision });
                    kiosk.erase_originals(&case);
                }
                Ok(None) => {}
                Err(error) => not_delivered(shared, &format!("{error:#}")),
            }
        }
    }
}

impl Kiosk {
    /// Packets that an earlier run did not carry out.
    pub(super) fn deliver_what_is_left(&mut self) {
        let cases = self.store.cases_with_ticket().unwrap_or_else(|error| {
            error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
            vec![]
        });
        for case in cases {
            let left = self
                .load(Some(case.clone()))
                .is_ok_and(|case| case.is_some_and(|case| case.claim.wants_delivery()));
            if left {
                self.send(Work::Deliver { case });
            }
        }
    }

    /// The result of a print, for the case it was made for: it may not be the open one any more.
    fn printed(&mut self, case: Option<&CaseId>, paper: PaperKind, result: Result<(), PrintError>) {
        let disposition = if result.is_ok() { "success" } else { "failure" };
        let why = result.as_ref().err().map(ToString::to_string).unwrap_or_default();
        info!(role = "kiosk", disposition, why:% = why; "printed");
        let open = self.state.case.as_ref().map(|open| &open.id) == case;
        let ticket = match paper {
            PaperKind::Ticket(ticket) | PaperKind::Practice(ticket) => Some(ticket),
            _ => None,
        };
        if let Some((case, ticket)) = case.zip(ticket) {
            let event = match &result {
                Ok(()) => Event::TicketPrinted { ticket },
                Err(_) => Event::TicketFailed { ticket, why },
            };
            self.record(case, event);
            self.state.view.printing &= !open;
        } else if open {
            self.state.view.banner = match (paper, result.is_ok()) {
                (PaperKind::Resume, true) => self.state.view.banner.take(),
                (PaperKind::Resume, false) => {
                    let code = self.state.case.as_ref().map(|case| journey::spaced(&case.claim.code));
                    Some(Said::new("banner-resume-code").with("code", code.unwrap_or_default()))
                }
                (_, true) => Some(Said::new("banner-list-printed")),
                (_, false) => Some(Said::new("banner-list-failed")),
            };
        }
        self.redraw_and_tell();
    }
}

/// A claim is safe in the journal; its packet is tried again after a while.
fn not_delivered(shared: &Shared, why: &str) {
    warn!(role = "kiosk", disposition = "failure", why; "delivery");
    let mut kiosk = shared.lock();
    kiosk.deliver_again = Some(kiosk.clock.running() + DELIVER_AGAIN);
}

fn words<'a>(config: &Config, texts: &'a Texts, claim: &Claim) -> Words<'a> {
    let first = config.kiosk.languages.first().copied().unwrap_or(Language::Id);
    let chosen = claim.language.as_deref().and_then(Language::from_tag);
    Words { texts, language: chosen.unwrap_or(first) }
}
