//! The store of tickets does what each store of tickets has to do.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use store::{Key, Store};
use tempfile::TempDir;

fn open(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("journal.db"), &Key::from_bytes([7; 32])).unwrap()
}

#[test]
fn one_station() {
    queue::contract::run(|| Store::in_memory().unwrap());
}

#[test]
fn several_stations_of_one_machine() {
    let folder = TempDir::new().unwrap();
    let stations = [open(&folder), open(&folder)];
    queue::contract::shared(stations);
    assert_eq!(open(&folder).verify().unwrap().records, 0, "tickets without a case leave the journal alone");
}
