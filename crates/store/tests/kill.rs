//! Killed at any moment, the journal holds every event that was acknowledged, and is whole; and so do the tickets.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::{Actor, CaseId, Event, TicketKind};
use jiff::Timestamp;
use queue::contract::{DAY, at, rules, wish};
use queue::{By, Hall, TicketId, TicketState};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use store::{Key, Store, Write};
use tempfile::TempDir;

const WRITER: &str = "STORE_KILL_FOLDER";
const ROUNDS: usize = 12;

fn open(folder: &Path) -> Store {
    Store::open(&folder.join("journal.db"), &Key::from_bytes([7; 32])).unwrap()
}

/// The writer: one event and one page after the other, each number printed once it is acknowledged. It runs until it is
/// killed; without the variable it is no test.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(WRITER) else { return };
    let mut store = open(Path::new(&folder));
    let case = store.open_case("2026.1", "kiosk-1", Timestamp::now()).unwrap().case;
    println!("\ncase {case}");
    for number in 0_u32.. {
        let events = [Event::Answered { field: "name".into(), value: number.to_string(), read: false }];
        let page = vec![0x5a; 20_000];
        let write = Write {
            case: &case,
            at: Timestamp::now(),
            actor: Actor::Participant,
            events: &events,
            pages: &[(number, &page)],
            booking: None,
            ticket: None,
        };
        store.append(write).unwrap();
        println!("kept {number}");
    }
}

#[test]
fn nothing_acknowledged_is_lost() {
    let folder = TempDir::new().unwrap();
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["writer", "--exact", "--nocapture", "--test-threads=1"])
            .env(WRITER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let case = lines.by_ref().find_map(|line| CaseId::parse(line.strip_prefix("case ")?)).unwrap();
        let mut kept = None;
        // Another number of writes each round, so that the blow falls at another moment.
        for line in lines.by_ref() {
            kept = line.strip_prefix("kept ").and_then(|number| number.parse::<u32>().ok()).or(kept);
            if kept >= Some(3 + 7 * u32::try_from(round).unwrap()) {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        let kept = kept.unwrap();

        let store = open(folder.path());
        store.verify().unwrap();
        let events = store.events(&case).unwrap();
        let answers =
            events.iter().filter(|recorded| matches!(recorded.event, Event::Answered { .. })).count();
        assert!(answers > kept as usize, "{answers} of {} events", kept + 1);
        assert!(store.page(&case, kept).unwrap().is_some(), "an event without its page");
    }
}

const HALL: &str = "STORE_KILL_HALL";

/// A kiosk and a counter in one: number, paper that fails, paper that comes, call; each said once it is acknowledged.
#[test]
fn hall_writer() {
    let Some(folder) = std::env::var_os(HALL) else { return };
    let mut store = open(Path::new(&folder));
    let (kind, now) = (TicketKind::Counter, at(DAY, 1));
    println!();
    loop {
        let case = store.open_case("2026.1", "kiosk-1", now.timestamp()).unwrap().case;
        let wish = wish('B', DAY);
        let empty = Write {
            case: &case,
            at: now.timestamp(),
            actor: Actor::Kiosk,
            events: &[],
            pages: &[],
            booking: None,
            ticket: None,
        };
        let reserved = store.append(Write { ticket: Some(&wish), ..empty }).unwrap();
        let [Event::TicketReserved { number, .. }] = reserved.events.as_slice() else { continue };
        println!("reserved {number}");
        let failed = [Event::TicketFailed { ticket: kind, why: "paper out".into() }];
        store.append(Write { events: &failed, ..empty }).unwrap();
        println!("failed {number}");
        store.append(Write { events: &[Event::TicketPrinted { ticket: kind }], ..empty }).unwrap();
        println!("printed {number}");
        let by = By::officer("cs-1", 1);
        let called = store.call_next(&rules(), 1, &by, &now).unwrap().unwrap();
        println!("called {}", called.id.number);
        store.served(called.id, &by, now.timestamp()).unwrap();
        println!("served {}", called.id.number);
    }
}

#[test]
fn a_number_is_where_it_was_said_to_be_after_a_kill_at_each_step() {
    let folder = TempDir::new().unwrap();
    let mut given = BTreeSet::new();
    let steps = ["reserved", "failed", "printed", "called", "served"];
    for round in 0..2 * steps.len() {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["hall_writer", "--exact", "--nocapture", "--test-threads=1"])
            .env(HALL, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said: Vec<(usize, String)> = vec![];
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap) {
            let Some((step, number)) = line.split_once(' ') else { continue };
            let Some(step) = steps.iter().position(|name| *name == step) else { continue };
            if step == 0 {
                assert!(given.insert(number.to_owned()), "{number} was given twice");
            }
            said.push((step, number.to_owned()));
            if step == round % steps.len() && said.len() > round {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();

        let mut store = open(folder.path());
        store.verify().unwrap();
        let floor = store.floor(DAY).unwrap();
        for (step, number) in said {
            let id = TicketId { day: DAY, number: number.parse().unwrap() };
            let state = floor.find(id).unwrap().state;
            // It may have gone on a step before the blow fell.
            let reached = match state {
                TicketState::Reserved => 0,
                TicketState::PrintFailed => 1,
                TicketState::Issued => 2,
                TicketState::Called => 3,
                TicketState::Served => 4,
                other => panic!("{other:?}"),
            };
            assert!(reached >= step, "{number} was {} and is {state:?}", steps[step]);
        }
        // Whoever is on the way to the counter is served by the next run's counter.
        if let Some(id) = floor.at_counter(1).map(|ticket| ticket.id) {
            store.served(id, &By::officer("cs-1", 1), at(DAY, 2).timestamp()).unwrap();
        }
    }
}
