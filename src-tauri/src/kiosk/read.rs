//! Reads what stands on documents, beside the screen: nobody waits for it.

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
            let Some(shared) = kiosk.upgrade().map(Shared) else { return };
            let (jpeg, kind) = (shared.lock().page_in_hand(&asked), Kind::of_document(&asked.document));
            // Not held while reading: the kiosk must be able to close.
            drop(shared);
            let Some((jpeg, kind)) = jpeg.zip(kind) else {
                give_up(&kiosk, &asked);
                continue;
            };
            let began = Instant::now();
            // Other people's code on whatever was held up: it may fail. The reader keeps nothing between pages, so
            // the next one is read all the same.
            let read = catch_unwind(AssertUnwindSafe(|| {
                document::decode(&jpeg).ok().map(|page| READER.read(&page, kind))
            }));
            let Some(read) = read.ok().flatten() else {
                warn!(role = "kiosk", disposition = "failure"; "reading");
                give_up(&kiosk, &asked);
                continue;
            };
            let (ms, fields) = (began.elapsed().as_millis(), read.fields.len());
            info!(role = "kiosk", disposition = "success", ms:%, fields; "reading");
            if let Some(shared) = kiosk.upgrade().map(Shared) {
                shared.lock().was_read(&asked, kind, &read);
            }
        }
    });
    sender
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

    /// The picture of a page that is still looked at or in use.
    fn page_in_hand(&self, asked: &ToRead) -> Option<Vec<u8>> {
        let case = self.state.case.as_ref().filter(|case| case.id == asked.case)?;
        let pages = case.claim.pages.get(&asked.document)?;
        let kept = pages.kept.as_ref().map(|(kept, _)| kept);
        let is_there = pages.candidate.iter().chain(kept).any(|there| there.page == asked.page);
        is_there.then(|| self.page(asked.page)).flatten()
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
        if self.page_in_hand(asked).is_none() {
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
            self.redraw_and_tell();
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
