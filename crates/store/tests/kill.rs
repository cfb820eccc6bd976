//! Killed at any moment, the journal holds every event that was acknowledged, and is whole.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::{Actor, CaseId, Event};
use jiff::Timestamp;
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
