//! Numbers of the kiosk in the hall: they wait with those of other stations, and survive a kiosk that stops.

use crate::lobby::*;
use anyhow::{Context, Result, ensure};
use claim::{Actor, CaseId, Event, TicketKind, TicketState};
use jiff::tz::{TimeZone, offset};
use jiff::{Timestamp, Zoned};
use journey::{Action, Body};
use queue::{By, Hall, Wish};
use std::path::Path;
use store::{Key, Store, Write};
use tempfile::TempDir;

fn store(data: &Path) -> Result<Store> {
    let file = data.join("journal.db");
    Ok(Store::open(&file, &Key::from_file(&data.join("journal.key"), &file)?)?)
}

fn now() -> Zoned {
    Timestamp::now().to_zoned(TimeZone::fixed(offset(7)))
}

fn said(lobby: &Lobby) -> String {
    let Body::Notice { paragraphs, .. } = lobby.screen().body else { return String::new() };
    paragraphs.join(" ")
}

#[test]
fn a_number_waits_in_the_hall_and_the_screen_says_when_it_is_called() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.act(Action::CounterTicket)?;
    lobby.act(Action::Confirm)?;
    let slips = data.path().join("slips");
    wait_for("the paper", || files(&slips).iter().any(|name| name.starts_with("counter-")))?;
    ensure!(said(&lobby).contains("Di depan Anda: 0 orang."), "{}", said(&lobby));

    // Another station of the machine calls it.
    let mut counter = store(data.path())?;
    let rules = lobby.kiosk.lock().config().hall();
    let called = counter.call_next(&rules, 2, &By::officer("cs-1", 2), &now())?.context("nobody waits")?;
    ensure!(called.id.number.to_string() == "B-001" && called.case.is_some());
    lobby.until("the call", |screen| {
        let Body::Notice { paragraphs, .. } = &screen.body else { return false };
        paragraphs.iter().any(|line| line.contains("Silakan ke loket 2"))
    })?;
    Ok(())
}

#[test]
fn a_number_whose_paper_was_on_its_way_is_settled_at_the_next_start_and_none_is_given_twice() -> Result<()> {
    let data = TempDir::new()?;
    let today = now().date();
    let case: CaseId = {
        let mut store = store(data.path())?;
        let case = store.open_case("2026.1", "kiosk-1", Timestamp::now())?.case;
        let wish = Wish {
            kind: TicketKind::Counter,
            series: 'B',
            day: today,
            appointment: None,
            priority: false,
            quota: None,
        };
        store.append(Write {
            case: &case,
            at: Timestamp::now(),
            actor: Actor::Participant,
            events: &[Event::Moved { step: "counter".into(), returning: false }],
            pages: &[],
            booking: None,
            ticket: Some(&wish),
        })?;
        case
    };
    // The power failed between number and paper.
    let lobby = open(data.path(), &[])?;
    let events = store(data.path())?.events(&case)?;
    let claim = claim::Claim::from_events(events.iter().map(|recorded| &recorded.event));
    let ticket = claim.counter.context("the number is lost")?;
    ensure!((ticket.number.as_str(), ticket.state) == ("B-001", TicketState::Failed), "{ticket:?}");
    let waiting = store(data.path())?.floor(today)?.waiting_by_series();
    ensure!(waiting.get(&'B') == Some(&1), "whoever has it is called all the same");
    lobby.act(Action::CounterTicket)?;
    lobby.act(Action::Confirm)?;
    let Body::Notice { number, .. } = lobby.screen().body else { anyhow::bail!("no number") };
    ensure!(number.context("no number")?.value == "B-002");
    Ok(())
}

#[test]
fn when_the_numbers_of_today_are_gone_the_next_one_is_for_another_day() -> Result<()> {
    let data = TempDir::new()?;
    let all = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let quota: Vec<String> = all.iter().map(|day| format!("queue.quota.B.{day}")).collect();
    let settings: Vec<(&str, &str)> = quota.iter().map(|key| (key.as_str(), "1")).collect();
    let lobby = open(data.path(), &settings)?;
    for _ in 0..2 {
        lobby.act(Action::CounterTicket)?;
        lobby.act(Action::Confirm)?;
        lobby.act(Action::Done)?;
        lobby.act(Action::Back)?;
    }
    let store = store(data.path())?;
    let today = now().date();
    let given = |day| -> Result<u32> { Ok(store.floor(day)?.given('B')) };
    ensure!(given(today)? == 1 && given(today.tomorrow()?)? == 1, "one today, one tomorrow");
    Ok(())
}
