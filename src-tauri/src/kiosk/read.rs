//! Reads what stands on documents, beside the screen: nobody waits for it.

use super::work::Work;
use super::{Kiosk, Shared};
use claim::{CaseId, PageId};
use document::read::{Field, Kind, Reader, Reading};
use journey::reading::{self, HOLDER, SEX};
use journey::step::BANK;
use log::{info, warn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};
use std::sync::{LazyLock, Mutex, Weak};
use std::time::Instant;

/// Its network is loaded with the first page.
pub(super) static READER: LazyLock<Reader> = LazyLock::new(Reader::default);

/// A page to read.
pub(super) struct ToRead {
    case: CaseId,
    document: String,
    page: PageId,
}

/// A thread that reads until the kiosk is closed. The reader gives each page up after a while of its own.
pub(super) fn start(kiosk: &Weak<Mutex<Kiosk>>) -> Sender<ToRead> {
    let (sender, todo) = channel();
    let kiosk = Weak::clone(kiosk);
    std::thread::spawn(move || {
        for asked in todo {
            if kiosk.strong_count() == 0 {
                return;
            }
            // Other people's code on whatever was held up: it may fail. The reader keeps nothing between pages, so
            // the next one is read all the same.
            let done = catch_unwind(AssertUnwindSafe(|| read_one(&kiosk, &asked)));
            if done.is_err() {
                failed();
            }
            if !matches!(done, Ok(Some(()))) {
                give_up(&kiosk, &asked);
            }
        }
    });
    sender
}

/// Reads a page and keeps what was read. Nothing where the page is not there any more, or is no picture.
fn read_one(kiosk: &Weak<Mutex<Kiosk>>, asked: &ToRead) -> Option<()> {
    let kind = Kind::of_document(&asked.document)?;
    // Not held while reading: the kiosk must be able to close.
    let jpeg = Shared(kiosk.upgrade()?).lock().page_in_hand(asked)?;
    let began = Instant::now();
    let page = document::decode(&jpeg).inspect_err(|_| failed()).ok()?;
    if let Some(why) = READER.hindered(kind) {
        warn!(role = "kiosk", disposition = "failure", why; "reading");
    }
    let read = READER.read_page(&page, kind);
    let (ms, fields) = (began.elapsed().as_millis(), read.fields.len());
    info!(role = "kiosk", disposition = "success", ms:%, fields; "reading");
    Shared(kiosk.upgrade()?).lock().was_read(asked, kind, &read);
    Some(())
}

fn failed() {
    warn!(role = "kiosk", disposition = "failure"; "reading");
}

fn give_up(kiosk: &Weak<Mutex<Kiosk>>, asked: &ToRead) {
    if let Some(shared) = kiosk.upgrade().map(Shared) {
        let mut kiosk = shared.lock();
        kiosk.reading_ended(asked);
        kiosk.redraw_and_tell();
    }
}

impl Kiosk {
    /// Has a page of the open case read, where documents are read and this is one.
    pub(super) fn read_later(&mut self, document: &str, page: PageId) {
        let Some(case) = self.state.case.as_ref().filter(|_| self.config.reading.on) else { return };
        if Kind::of_document(document).is_some() {
            let asked = ToRead { case: case.id.clone(), document: document.to_owned(), page };
            // Nobody reads any more when the kiosk is closing.
            if self.reading.send(asked).is_ok() {
                self.state.view.reading.push(document.to_owned());
            }
        }
    }

    /// Has what is left of the open case read: what was being read is lost with the process or the session.
    pub(super) fn read_what_is_left(&mut self) {
        let Some(case) = &self.state.case else { return };
        let open = |document: &&String| {
            let fields = reading::fields(document);
            fields.iter().any(|field| !case.claim.answers.contains_key(*field))
        };
        let left: Vec<_> = case
            .claim
            .pages
            .iter()
            .filter(|(document, _)| open(document))
            .flat_map(|(document, pages)| {
                let first = pages.kept.iter().map(|(kept, _)| kept);
                let unread = pages.candidate.iter().chain(first).filter(|page| page.reading.is_none());
                unread.map(|page| (document.clone(), page.page))
            })
            .collect();
        for (document, page) in left {
            self.read_later(&document, page);
        }
    }

    /// The picture of a page that is still looked at or in use.
    fn page_in_hand(&self, asked: &ToRead) -> Option<Vec<u8>> {
        self.is_in_hand(asked).then(|| self.page(asked.page)).flatten()
    }

    fn is_in_hand(&self, asked: &ToRead) -> bool {
        let case = self.state.case.as_ref().filter(|case| case.id == asked.case);
        let pages = case.and_then(|case| case.claim.pages.get(&asked.document));
        pages.is_some_and(|pages| {
            let in_use = pages.in_use().map(|(kept, _)| kept);
            pages.candidate.iter().chain(in_use).any(|there| there.page == asked.page)
        })
    }

    fn reading_ended(&mut self, asked: &ToRead) {
        let open = self.state.case.as_ref().is_some_and(|case| case.id == asked.case);
        let reading = &mut self.state.view.reading;
        // Another picture of the same document may be waiting.
        if let Some(place) = reading.iter().position(|document| open && *document == asked.document) {
            reading.remove(place);
        }
    }

    /// Keeps what was read, if the page has not been given up meanwhile.
    fn was_read(&mut self, asked: &ToRead, kind: Kind, read: &Reading) {
        self.reading_ended(asked);
        if !self.is_in_hand(asked) {
            return;
        }
        let other = read.looks_like.filter(|other| is_other(kind, *other)).and_then(code);
        let fields: Vec<_> = read
            .fields
            .iter()
            .map(|(field, value)| (name(*field), value.text.clone(), value.confidence))
            .collect();
        let event = self.with_world(|state, world| {
            let claim = &state.case.as_ref()?.claim;
            let other = other.map(str::to_owned);
            Some(reading::event(&asked.document, asked.page, other, &fields, claim, world))
        });
        if let Some(event) = event {
            self.record(&asked.case, event);
            self.take_up_reading(asked);
            self.redraw_and_tell();
        }
    }
}

impl Kiosk {
    /// What was read changes more than the fields.
    fn take_up_reading(&mut self, asked: &ToRead) {
        let Some(case) = &self.state.case else { return };
        let candidate = case.claim.pages.get(&asked.document).and_then(|pages| pages.candidate.as_ref());
        let other = candidate
            .filter(|candidate| candidate.page == asked.page)
            .and_then(|candidate| candidate.reading.as_ref())
            .is_some_and(|reading| reading.looks_like.is_some());
        // The picture is not good any more: a touch that was on its way was meant for the screen before.
        self.state.view.visit += u64::from(other);
        if !case.practice && case.claim.wants_delivery() {
            self.send(Work::Deliver { case: case.id.clone() });
        }
    }
}

/// Whether what it looks like is another document than was asked for. Letters come in many forms: what is asked for as
/// any letter may be each of them.
fn is_other(asked: Kind, looks_like: Kind) -> bool {
    let is_letter = !matches!(looks_like, Kind::Ktp | Kind::Passbook | Kind::Kpj | Kind::Npwp | Kind::Kk);
    looks_like != asked && !(asked == Kind::Letter && is_letter)
}

/// The document of the rules that a kind is named after; none for a letter like any other.
fn code(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Ktp => "ktp",
        Kind::Passbook => "bank_book",
        Kind::Kpj => "kpj_card",
        Kind::Npwp => "npwp",
        Kind::Kk => "kk",
        Kind::Resignation => "resignation_letter",
        Kind::Paklaring => "paklaring",
        Kind::ContractEnd => "contract_end",
        Kind::Layoff => "layoff_notice",
        Kind::Letter => return None,
    })
}

/// The field of the journal.
fn name(field: Field) -> &'static str {
    match field {
        Field::Nik => "nik",
        Field::Name => "name",
        Field::BirthPlace => "birth-place",
        Field::BirthDate => "birth-date",
        Field::Sex => SEX,
        Field::Bank => BANK,
        Field::Account => "account",
        Field::Holder => HOLDER,
        Field::Kpj => "kpj",
        Field::Npwp => "npwp",
    }
}
