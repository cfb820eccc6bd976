//! The one writer of the file.

use crate::seal::CaseKey;
use crate::{Key, StoreError, hall};
use claim::{Actor, CaseId, Event, PageId};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use queue::By;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

/// Format of the file. A newer one is refused, an older one is carried over by [`MIGRATIONS`].
const FORMAT: i64 = MIGRATIONS.len() as i64;

/// `MIGRATIONS[n]` carries format n over to n + 1. Never changed once released, only added to.
const MIGRATIONS: [&str; 4] = [
    include_str!("store/1.sql"),
    include_str!("store/2.sql"),
    include_str!("store/3.sql"),
    include_str!("store/4.sql"),
];

/// No 0, 1, I, L, O, U: nobody has to ask which one it is, and no words come out.
const CODE_LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The store. Several processes of one machine may have it open; a write waits for another one to end.
pub struct Store {
    pub(crate) db: Connection,
}

/// A new case.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its name.
    pub case: CaseId,
    /// Its first event.
    pub event: Event,
}

/// One write: everything in it is kept, or nothing.
#[derive(Clone, Copy, Debug)]
pub struct Write<'a> {
    /// The case.
    pub case: &'a CaseId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What happened.
    pub events: &'a [Event],
    /// Pages that the events name.
    pub pages: &'a [(PageId, &'a [u8])],
    /// An interview to book.
    pub booking: Option<BookingWish>,
    /// A number to reserve. An earlier ticket of the case for the same is given up.
    pub ticket: Option<&'a queue::Wish>,
}

/// An interview to book. It replaces an earlier booking of the case.
#[derive(Clone, Copy, Debug)]
pub struct BookingWish {
    /// Day.
    pub date: Date,
    /// Time of day.
    pub time: Time,
    /// Interviews that fit at the same time.
    pub at_once: u32,
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// The events, with those that the store added (booking, number) last.
    pub events: Vec<Event>,
}

/// An event of the journal.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Place in the journal.
    pub seq: i64,
    /// When, in milliseconds since 1970.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What.
    pub event: Event,
}

/// What the hash of a record covers.
pub(crate) struct Link {
    case: String,
    at: i64,
    actor: String,
    kind: String,
    sealed: Vec<u8>,
}

impl Link {
    pub fn hash(&self, before: &[u8]) -> Vec<u8> {
        let mut hash = Sha256::new();
        for part in [before, self.case.as_bytes(), &self.at.to_be_bytes(), self.actor.as_bytes()] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        for part in [self.kind.as_bytes(), &self.sealed] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

impl Store {
    /// Opens the file, or makes it.
    pub fn open(path: &Path, key: &Key) -> Result<Self, StoreError> {
        let mut db = Connection::open(path)?;
        db.pragma_update(None, "key", key.pragma())?;
        db.busy_timeout(Duration::from_secs(5))?;
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "foreign_keys", true)?;
        // What is erased is overwritten, not only unlinked: a key of a case too.
        db.pragma_update(None, "secure_delete", true)?;
        migrate(&mut db)?;
        Ok(Self { db })
    }

    /// A store that lives in memory and is gone with it: for practice.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut db = Connection::open_in_memory()?;
        db.pragma_update(None, "foreign_keys", true)?;
        migrate(&mut db)?;
        Ok(Self { db })
    }

    /// Opens a case: its key, its token and its code are made here.
    pub fn open_case(&mut self, rules: &str, kiosk: &str, at: Timestamp) -> Result<Opened, StoreError> {
        let case = CaseId::from_random(random()?);
        let key: [u8; 32] = random()?;
        let token = random::<16>()?.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let code = code(random()?);
        let event = Event::Opened {
            rules: rules.into(),
            kiosk: kiosk.into(),
            token: token.clone(),
            code: code.clone(),
        };
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT INTO cases (id, key, token, code) VALUES (?, ?, ?, ?)",
            params![case.as_str(), key, token, code],
        )?;
        record(&transaction, &CaseKey::new(&key), &case, at, Actor::Participant, &event)?;
        transaction.commit()?;
        Ok(Opened { case, event })
    }

    /// Writes. When this returns `Ok`, everything is on the disk.
    pub fn append(&mut self, write: Write<'_>) -> Result<Written, StoreError> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let key = case_key(&transaction, write.case)?;
        let by = By::machine(write.actor.as_str());
        let mut events = write.events.to_vec();
        if let Some(wish) = write.booking {
            book(&transaction, write.case, wish)?;
            events.push(Event::SlotBooked { date: wish.date, time: wish.time });
        }
        if let Some(wish) = write.ticket {
            let number = hall::reserve(&transaction, write.case, wish, &by, write.at)?;
            events.push(Event::TicketReserved {
                ticket: wish.kind,
                number: number.to_string(),
                date: wish.day,
            });
        }
        for (page, bytes) in write.pages {
            let sealed = key.seal(bytes, &page_bound(write.case, *page)).ok_or(StoreError::Random)?;
            transaction.execute(
                "INSERT INTO pages (case_id, page, sealed) VALUES (?, ?, ?)",
                params![write.case.as_str(), page, sealed],
            )?;
        }
        for event in &events {
            record(&transaction, &key, write.case, write.at, write.actor, event)?;
            hall::note_paper(&transaction, write.case, event, &by, write.at)?;
        }
        transaction.commit()?;
        Ok(Written { events })
    }

    /// The events of a case, oldest first.
    pub fn events(&self, case: &CaseId) -> Result<Vec<Recorded>, StoreError> {
        let key = case_key(&self.db, case)?;
        let mut query = self.db.prepare_cached(
            "SELECT seq, at, actor, kind, sealed FROM journal WHERE case_id = ? ORDER BY seq",
        )?;
        let mut rows = query.query([case.as_str()])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let (seq, at, actor): (i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (kind, sealed): (String, Vec<u8>) = (row.get(3)?, row.get(4)?);
            let damaged = || StoreError::Damaged(seq);
            let plain = key.open(&sealed, &event_bound(case, &kind)).ok_or_else(damaged)?;
            events.push(Recorded {
                seq,
                at: Timestamp::from_millisecond(at).map_err(|_| damaged())?,
                actor: Actor::parse(&actor).ok_or_else(damaged)?,
                event: serde_json::from_slice(&plain).map_err(|_| damaged())?,
            });
        }
        Ok(events)
    }

    /// A page of a case.
    pub fn page(&self, case: &CaseId, page: PageId) -> Result<Option<Vec<u8>>, StoreError> {
        let key = case_key(&self.db, case)?;
        let sealed: Option<Vec<u8>> = self
            .db
            .prepare_cached("SELECT sealed FROM pages WHERE case_id = ? AND page = ?")?
            .query_row(params![case.as_str(), page], |row| row.get(0))
            .optional()?;
        sealed
            .map(|sealed| {
                key.open(&sealed, &page_bound(case, page)).ok_or(StoreError::Damaged(i64::from(page)))
            })
            .transpose()
    }

    /// The pages of a case that are still there.
    pub fn pages(&self, case: &CaseId) -> Result<BTreeSet<PageId>, StoreError> {
        let mut query = self.db.prepare_cached("SELECT page FROM pages WHERE case_id = ?")?;
        Ok(query.query_map([case.as_str()], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The tickets of a case, in the order in which they were taken.
    pub fn tickets_of(&self, case: &CaseId) -> Result<Vec<queue::Ticket>, StoreError> {
        hall::tickets_of(&self.db, case)
    }

    /// Changes when another connection, of this process or another one, has written anything; cheap enough for several
    /// times a second.
    pub fn written_elsewhere(&self) -> Result<i64, StoreError> {
        Ok(self.db.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// The case of a QR.
    pub fn case_by_token(&self, token: &str) -> Result<Option<CaseId>, StoreError> {
        self.find("SELECT id FROM cases WHERE token = ?", token)
    }

    /// The case of a typed code; case, spaces and dashes do not matter.
    pub fn case_by_code(&self, code: &str) -> Result<Option<CaseId>, StoreError> {
        let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        self.find("SELECT id FROM cases WHERE code = ?", &code.to_ascii_uppercase())
    }

    fn find(&self, query: &str, key: &str) -> Result<Option<CaseId>, StoreError> {
        let id: Option<String> =
            self.db.prepare_cached(query)?.query_row([key], |row| row.get(0)).optional()?;
        Ok(id.and_then(|id| CaseId::parse(&id)))
    }

    /// Interviews booked from a day on.
    pub fn bookings(&self, from: Date) -> Result<BTreeMap<(Date, Time), u32>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT date, time, count(*) FROM bookings WHERE date >= ? GROUP BY date, time",
        )?;
        let mut rows = query.query([from.to_string()])?;
        let mut bookings = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (date, time): (String, String) = (row.get(0)?, row.get(1)?);
            if let (Ok(date), Ok(time)) = (date.parse(), time.parse()) {
                bookings.insert((date, time), row.get(2)?);
            }
        }
        Ok(bookings)
    }

    /// Cases with a ticket that were not erased, oldest first: those that may have to be carried out.
    pub fn cases_with_ticket(&self) -> Result<Vec<CaseId>, StoreError> {
        self.cases_with("ticket_reserved")
    }

    /// Cases to which something happened, by the name of the event, and that were not erased; oldest first.
    pub fn cases_with(&self, kind: &str) -> Result<Vec<CaseId>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT case_id FROM journal JOIN cases ON cases.id = case_id
             WHERE kind = ? AND key IS NOT NULL GROUP BY case_id ORDER BY min(seq)",
        )?;
        let ids = query.query_map([kind], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(ids.iter().filter_map(|id| CaseId::parse(id)).collect())
    }

    /// Cases that were not erased, with the time of their last event.
    pub fn live_cases(&self) -> Result<Vec<(CaseId, Timestamp)>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT cases.id, max(journal.at) FROM cases JOIN journal ON journal.case_id = cases.id
             WHERE cases.key IS NOT NULL GROUP BY cases.id",
        )?;
        let mut rows = query.query([])?;
        let mut cases = Vec::new();
        while let Some(row) = rows.next()? {
            let id = CaseId::parse(&row.get::<_, String>(0)?);
            cases.extend(id.zip(Timestamp::from_millisecond(row.get(1)?).ok()));
        }
        Ok(cases)
    }

    /// Erases the pages of a case; its answers stay. Returns how many there were.
    pub fn erase_pages(&mut self, case: &CaseId) -> Result<usize, StoreError> {
        let erased = self.db.execute("DELETE FROM pages WHERE case_id = ?", [case.as_str()])?;
        if erased > 0 {
            self.forget()?;
        }
        Ok(erased)
    }

    /// Erases some pages of a case. Returns how many were there.
    pub fn erase_some(&mut self, case: &CaseId, pages: &[PageId]) -> Result<usize, StoreError> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut erased = 0;
        for page in pages {
            erased += transaction
                .execute("DELETE FROM pages WHERE case_id = ? AND page = ?", params![case.as_str(), page])?;
        }
        transaction.commit()?;
        if erased > 0 {
            self.forget()?;
        }
        Ok(erased)
    }

    /// Erases a person: the key of the case, its codes, its pages and its booking. The sealed events stay, so that the
    /// hash chain does; nobody can open them any more.
    pub fn erase(&mut self, case: &CaseId) -> Result<(), StoreError> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "UPDATE cases SET key = NULL, token = NULL, code = NULL WHERE id = ?",
            [case.as_str()],
        )?;
        transaction.execute("DELETE FROM pages WHERE case_id = ?", [case.as_str()])?;
        transaction.execute("DELETE FROM bookings WHERE case_id = ?", [case.as_str()])?;
        transaction.commit()?;
        self.forget()
    }

    /// Empties the write-ahead log, which still holds what was erased.
    fn forget(&self) -> Result<(), StoreError> {
        Ok(self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    pub(crate) fn each_link(
        &self,
        mut visit: impl FnMut(i64, &Link, &[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut query = self
            .db
            .prepare("SELECT seq, case_id, at, actor, kind, sealed, hash FROM journal ORDER BY seq")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let link = Link {
                case: row.get(1)?,
                at: row.get(2)?,
                actor: row.get(3)?,
                kind: row.get(4)?,
                sealed: row.get(5)?,
            };
            visit(row.get(0)?, &link, &row.get::<_, Vec<u8>>(6)?)?;
        }
        Ok(())
    }
}

/// One step at a time, each with its number in one transaction: a kill in between leaves a whole older format.
fn migrate(db: &mut Connection) -> Result<(), StoreError> {
    loop {
        let found: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > FORMAT {
            return Err(StoreError::Newer { found, known: FORMAT });
        }
        let Some(step) = usize::try_from(found).ok().and_then(|found| MIGRATIONS.get(found)) else {
            return Ok(());
        };
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", found + 1)?;
        transaction.commit()?;
    }
}

fn case_key(db: &Connection, case: &CaseId) -> Result<CaseKey, StoreError> {
    let key: Option<[u8; 32]> = db
        .prepare_cached("SELECT key FROM cases WHERE id = ?")?
        .query_row([case.as_str()], |row| row.get(0))
        .optional()?
        .flatten();
    key.map(|key| CaseKey::new(&key)).ok_or(StoreError::NoSuchCase)
}

fn record(
    transaction: &Transaction<'_>,
    key: &CaseKey,
    case: &CaseId,
    at: Timestamp,
    actor: Actor,
    event: &Event,
) -> Result<(), StoreError> {
    let kind = event.name();
    let plain = serde_json::to_vec(event).map_err(|_| StoreError::Damaged(0))?;
    let sealed = key.seal(&plain, &event_bound(case, kind)).ok_or(StoreError::Random)?;
    let before: Option<Vec<u8>> = transaction
        .prepare_cached("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let link = Link {
        case: case.as_str().into(),
        at: at.as_millisecond(),
        actor: actor.as_str().into(),
        kind: kind.into(),
        sealed,
    };
    let hash = link.hash(&before.unwrap_or_default());
    transaction
        .prepare_cached(
            "INSERT INTO journal (case_id, at, actor, kind, sealed, hash) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![link.case, link.at, link.actor, link.kind, link.sealed, hash])?;
    Ok(())
}

fn book(transaction: &Transaction<'_>, case: &CaseId, wish: BookingWish) -> Result<(), StoreError> {
    let (date, time) = (wish.date.to_string(), wish.time.to_string());
    let others: u32 = transaction.query_row(
        "SELECT count(*) FROM bookings WHERE date = ? AND time = ? AND case_id <> ?",
        params![date, time, case.as_str()],
        |row| row.get(0),
    )?;
    if others >= wish.at_once {
        return Err(StoreError::SlotTaken);
    }
    transaction.execute(
        "INSERT INTO bookings (case_id, date, time) VALUES (?1, ?2, ?3)
         ON CONFLICT (case_id) DO UPDATE SET date = ?2, time = ?3",
        params![case.as_str(), date, time],
    )?;
    Ok(())
}

fn event_bound(case: &CaseId, kind: &str) -> String {
    format!("event {case} {kind}")
}

fn page_bound(case: &CaseId, page: PageId) -> String {
    format!("page {case} {page}")
}

fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Random)?;
    Ok(bytes)
}

/// Eight letters from 16 random bytes: 39 bits, the remainder of the division is too small to matter.
fn code(random: [u8; 16]) -> String {
    let letter = |pair: &[u8]| {
        let value = u16::from_be_bytes([pair[0], pair[1]]) as usize;
        char::from(CODE_LETTERS[value % CODE_LETTERS.len()])
    };
    random.chunks_exact(2).map(letter).collect()
}

#[cfg(test)]
mod tests;
