//! The tickets of a branch on the embedded store. Several windows and processes of one machine share the file: each
//! change is one exclusive transaction.

use crate::{Store, StoreError};
use claim::{CaseId, Event, TicketKind};
use jiff::Timestamp;
use jiff::civil::Date;
use queue::{
    By, Changes, Entry, Floor, Hall, HallError, Happened, Outage, Refused, Ticket, TicketId, TicketNumber,
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, TransactionBehavior, params};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

impl Hall for Store {
    fn floor(&self, day: Date) -> Result<Floor, HallError> {
        // One moment for all that is read.
        let transaction = self.db.unchecked_transaction().map_err(StoreError::from)?;
        Ok(floor(&transaction, day)?)
    }

    fn ticket(&self, id: TicketId) -> Result<Option<Ticket>, HallError> {
        Ok(ticket(&self.db, id)?)
    }

    fn change(
        &mut self,
        day: Date,
        at: Timestamp,
        by: &By,
        decide: &mut dyn FnMut(&Floor) -> Result<Changes, Refused>,
    ) -> Result<Vec<Ticket>, HallError> {
        let transaction =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let floor = floor(&transaction, day)?;
        let changed = apply(&transaction, day, at, by, decide(&floor)?)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(changed)
    }

    fn history(&self, day: Date) -> Result<Vec<Entry>, HallError> {
        let day = day.to_string();
        Ok(entries(&self.db, "WHERE on_day = ?", &day)?)
    }

    fn entries_after(&self, seq: i64) -> Result<Vec<Entry>, HallError> {
        Ok(entries(&self.db, "WHERE seq > ?", &seq)?)
    }

    fn version(&self) -> Result<i64, HallError> {
        let last = "SELECT (SELECT coalesce(max(seq), 0) FROM ticket_events)
                         + (SELECT coalesce(max(changes), 0) FROM outages)";
        let version = self.db.prepare_cached(last).and_then(|mut last| last.query_row([], |row| row.get(0)));
        Ok(version.map_err(StoreError::from)?)
    }

    fn outages(&self, from: Timestamp) -> Result<Vec<Outage>, HallError> {
        Ok(outages(&self.db, from)?)
    }

    fn announce_outage(
        &mut self,
        expected: Option<Timestamp>,
        by: &By,
        at: Timestamp,
    ) -> Result<(), HallError> {
        Ok(self.note_outage(
            "INSERT INTO outages (since, expected, who, changes) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (open) DO UPDATE SET expected = ?2, who = ?3, changes = ?4",
            [&at.as_millisecond(), &expected.map(Timestamp::as_millisecond), &by.who],
        )?)
    }

    fn end_outage(&mut self, by: &By, at: Timestamp) -> Result<(), HallError> {
        Ok(self.note_outage(
            "UPDATE outages SET ended = max(since, ?1), expected = coalesce(?2, expected), who = ?3,
             changes = ?4, open = NULL WHERE open = 1",
            [&at.as_millisecond(), &None::<i64>, &by.who],
        )?)
    }
}

impl Store {
    /// Each change of the outages has a number that rises, so that other stations see it.
    fn note_outage(&mut self, change: &str, values: [&dyn ToSql; 3]) -> Result<(), StoreError> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let changes: i64 =
            transaction
                .query_row("SELECT coalesce(max(changes), 0) + 1 FROM outages", [], |row| row.get(0))?;
        transaction.execute(change, params![values[0], values[1], values[2], changes])?;
        Ok(transaction.commit()?)
    }
}

fn outages(db: &Connection, from: Timestamp) -> Result<Vec<Outage>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT since, expected, ended FROM outages WHERE ended IS NULL OR ended >= ? ORDER BY since",
    )?;
    let mut rows = query.query([from.as_millisecond()])?;
    let moment = |at: i64| Timestamp::from_millisecond(at).map_err(|_| StoreError::Damaged(0));
    let mut outages = vec![];
    while let Some(row) = rows.next()? {
        outages.push(Outage {
            since: moment(row.get(0)?)?,
            expected: row.get::<_, Option<i64>>(1)?.map(moment).transpose()?,
            ended: row.get::<_, Option<i64>>(2)?.map(moment).transpose()?,
        });
    }
    Ok(outages)
}

impl From<StoreError> for HallError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refused) => HallError::Refused(refused),
            error => HallError::Store(Box::new(error)),
        }
    }
}

/// Takes a number for a case. An earlier ticket of the same kind that is not over is given up.
pub(crate) fn reserve(
    transaction: &Transaction<'_>,
    case: &CaseId,
    wish: &queue::Wish,
    by: &By,
    at: Timestamp,
) -> Result<TicketNumber, StoreError> {
    for earlier in tickets_of(transaction, case)? {
        if earlier.kind == wish.kind && !earlier.state.over() {
            apply(transaction, earlier.on, at, by, vec![(earlier.id, Happened::Cancelled)])?;
        }
    }
    let changes = floor(transaction, wish.day)?.reserve(wish, Some(case))?;
    let reserved = apply(transaction, wish.day, at, by, changes)?;
    reserved.first().map(|ticket| ticket.id.number).ok_or(StoreError::Damaged(0))
}

/// What an event of a case says of the paper of its ticket.
pub(crate) fn note_paper(
    transaction: &Transaction<'_>,
    case: &CaseId,
    event: &Event,
    by: &By,
    at: Timestamp,
) -> Result<(), StoreError> {
    let (kind, happened): (TicketKind, _) = match event {
        Event::TicketPrinted { ticket } => (*ticket, Happened::Printed),
        Event::TicketFailed { ticket, why } => (*ticket, Happened::PrintFailed { why: why.clone() }),
        _ => return Ok(()),
    };
    let newest = tickets_of(transaction, case)?.into_iter().rfind(|ticket| ticket.kind == kind);
    if let Some(ticket) = newest {
        apply(transaction, ticket.on, at, by, vec![(ticket.id, happened)])?;
    }
    Ok(())
}

/// The tickets of a case, in the order in which they were taken.
pub(crate) fn tickets_of(db: &Connection, case: &CaseId) -> Result<Vec<Ticket>, StoreError> {
    let mut tickets = bodies(db, "WHERE case_id = ?", case.as_str())?;
    tickets.sort_by_key(|ticket| (ticket.reserved, ticket.id));
    Ok(tickets)
}

fn floor(db: &Connection, day: Date) -> Result<Floor, StoreError> {
    let text = day.to_string();
    let mut query = db.prepare_cached("SELECT series, last FROM numbers WHERE date = ?")?;
    let rows = query.query_map([&text], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut last = BTreeMap::new();
    for row in rows {
        let (series, number) = row?;
        last.extend(series.chars().next().map(|series| (series, number)));
    }
    let tickets = bodies(db, "WHERE on_day = ?", &text)?;
    let elsewhere = bodies(db, "WHERE open = 1 AND on_day <> ?", &text)?;
    Ok(Floor { day, tickets, elsewhere, last })
}

fn bodies(db: &Connection, which: &str, value: &str) -> Result<Vec<Ticket>, StoreError> {
    let mut query = db.prepare_cached(&format!("SELECT body FROM tickets {which}"))?;
    let mut rows = query.query([value])?;
    let mut tickets = vec![];
    while let Some(row) = rows.next()? {
        tickets.push(json(row, 0)?);
    }
    Ok(tickets)
}

fn ticket(db: &Connection, id: TicketId) -> Result<Option<Ticket>, StoreError> {
    let body: Option<String> = db
        .prepare_cached("SELECT body FROM tickets WHERE day = ? AND series = ? AND number = ?")?
        .query_row(params![id.day.to_string(), id.number.series().to_string(), id.number.number()], |row| {
            row.get(0)
        })
        .optional()?;
    body.map(|body| serde_json::from_str(&body).map_err(|_| StoreError::Damaged(0))).transpose()
}

/// Keeps what is to happen, in the history and in the tickets.
fn apply(
    transaction: &Transaction<'_>,
    day: Date,
    at: Timestamp,
    by: &By,
    changes: Changes,
) -> Result<Vec<Ticket>, StoreError> {
    // As the history keeps it: a ticket is what its history adds up to.
    let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
    let mut changed: Vec<Ticket> = vec![];
    for (id, event) in changes {
        let known = ticket(transaction, id)?;
        let now = match known {
            Some(mut ticket) if !matches!(event, Happened::Reserved { .. }) => {
                ticket.apply(at, &event);
                ticket
            }
            Some(_) => return Err(StoreError::Damaged(0)),
            None => {
                let ticket = Ticket::first(id, at, &event).ok_or(Refused::Unknown(id))?;
                insert(transaction, &ticket)?;
                ticket
            }
        };
        let text = |value: Result<String, serde_json::Error>| value.map_err(|_| StoreError::Damaged(0));
        let (id_day, series, number) =
            (id.day.to_string(), id.number.series().to_string(), id.number.number());
        let (body, event) = (text(serde_json::to_string(&now))?, text(serde_json::to_string(&event))?);
        transaction
            .prepare_cached(
                "UPDATE tickets SET on_day = ?4, open = ?5, body = ?6
                 WHERE day = ?1 AND series = ?2 AND number = ?3",
            )?
            .execute(params![id_day, series, number, now.on.to_string(), !now.state.over(), body])?;
        transaction
            .prepare_cached(
                "INSERT INTO ticket_events (on_day, day, series, number, at, who, counter, event)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                day.to_string(),
                id_day,
                series,
                number,
                at.as_millisecond(),
                by.who,
                by.counter,
                event
            ])?;
        changed.retain(|ticket| ticket.id != id);
        changed.push(now);
    }
    Ok(changed)
}

/// A new ticket. Its number is taken for good: the table refuses it a second time.
fn insert(transaction: &Transaction<'_>, ticket: &Ticket) -> Result<(), StoreError> {
    let (day, series) = (ticket.id.day.to_string(), ticket.id.number.series().to_string());
    let number = ticket.id.number.number();
    transaction
        .prepare_cached(
            "INSERT INTO numbers (series, date, last) VALUES (?1, ?2, ?3)
             ON CONFLICT (series, date) DO UPDATE SET last = max(last, ?3)",
        )?
        .execute(params![series, day, number])?;
    let case = ticket.case.as_ref().map(CaseId::as_str);
    transaction
        .prepare_cached(
            "INSERT INTO tickets (day, series, number, on_day, open, case_id, body)
             VALUES (?1, ?2, ?3, ?1, 1, ?4, '')",
        )?
        .execute(params![day, series, number, case])?;
    Ok(())
}

fn entries(db: &Connection, which: &str, value: &dyn ToSql) -> Result<Vec<Entry>, StoreError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT seq, day, series, number, at, who, counter, event FROM ticket_events {which} ORDER BY seq"
    ))?;
    let mut rows = query.query([value])?;
    let mut entries = vec![];
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        let damaged = || StoreError::Damaged(seq);
        let (day, series): (String, String) = (row.get(1)?, row.get(2)?);
        let series = series.chars().next().ok_or_else(damaged)?;
        let number = TicketNumber::new(series, row.get(3)?).map_err(|_| damaged())?;
        entries.push(Entry {
            seq,
            id: TicketId { day: day.parse().map_err(|_| damaged())?, number },
            at: Timestamp::from_millisecond(row.get(4)?).map_err(|_| damaged())?,
            by: By { who: row.get(5)?, counter: row.get(6)? },
            event: json(row, 7)?,
        });
    }
    Ok(entries)
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| StoreError::Damaged(0))
}
