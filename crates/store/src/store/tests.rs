use super::*;
use claim::{Claim, TicketKind};
use jiff::civil::{date, time};
use std::fs;
use tempfile::TempDir;

fn key() -> Key {
    Key::from_bytes([7; 32])
}

fn now() -> Timestamp {
    Timestamp::from_second(1_789_000_000).unwrap()
}

fn opened(folder: &TempDir) -> (Store, CaseId) {
    let mut store = Store::open(&folder.path().join("journal.db"), &key()).unwrap();
    let case = store.open_case("2026.1", "kiosk-1", now()).unwrap().case;
    (store, case)
}

fn write<'a>(case: &'a CaseId, events: &'a [Event]) -> Write<'a> {
    Write { case, at: now(), actor: Actor::Participant, events, pages: &[], booking: None, ticket: None }
}

fn wish(series: char, day: i8) -> queue::Wish {
    queue::contract::wish(series, date(2026, 9, day))
}

fn answered(value: &str) -> Event {
    Event::Answered { field: "nik".into(), value: value.into(), read: false }
}

#[test]
fn what_was_appended_is_there_after_opening_again() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    store.append(Write { pages: &[(0, b"jpeg")], ..write(&case, &[answered("3507155208790001")]) }).unwrap();
    drop(store);
    let store = Store::open(&folder.path().join("journal.db"), &key()).unwrap();
    let events = store.events(&case).unwrap();
    let claim = Claim::from_events(events.iter().map(|recorded| &recorded.event));
    assert_eq!(claim.answers["nik"], "3507155208790001");
    assert_eq!(store.page(&case, 0).unwrap().unwrap(), b"jpeg");
    assert_eq!(store.page(&case, 1).unwrap(), None);
    assert_eq!(store.case_by_token(&claim.token).unwrap(), Some(case.clone()));
    assert_eq!(store.case_by_code(&claim.code.to_lowercase()).unwrap(), Some(case));
}

#[test]
fn the_file_holds_no_plain_text() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    store.append(write(&case, &[answered("3507155208790001")])).unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for plain in [b"3507155208790001".as_slice(), b"answered", b"SQLite format 3"] {
            assert!(!bytes.windows(plain.len()).any(|window| window == plain));
        }
    }
}

#[test]
fn another_key_does_not_open_it() {
    let folder = TempDir::new().unwrap();
    drop(opened(&folder));
    let other = Store::open(&folder.path().join("journal.db"), &Key::from_bytes([8; 32]));
    assert!(matches!(other.err(), Some(StoreError::WrongKey)));
}

#[test]
fn a_newer_format_is_refused_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let (store, _) = opened(&folder);
    store.db.pragma_update(None, "user_version", 99).unwrap();
    drop(store);
    let again = Store::open(&folder.path().join("journal.db"), &key());
    assert!(matches!(again.err(), Some(StoreError::Newer { found: 99, known: FORMAT })));
}

#[test]
fn an_altered_record_is_found() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    store.append(write(&case, &[answered("1"), answered("2")])).unwrap();
    assert_eq!(store.verify().unwrap().records, 3);
    store.db.execute("UPDATE journal SET at = at + 1 WHERE seq = 2", []).unwrap();
    assert!(matches!(store.verify(), Err(StoreError::Damaged(2))));
}

#[test]
fn a_removed_record_is_found() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    store.append(write(&case, &[answered("1"), answered("2")])).unwrap();
    store.db.execute("DELETE FROM journal WHERE seq = 2", []).unwrap();
    assert!(matches!(store.verify(), Err(StoreError::Damaged(3))));
}

#[test]
fn numbers_count_up_by_series_and_day() {
    let folder = TempDir::new().unwrap();
    let (mut store, _) = opened(&folder);
    let mut number = |series, day| {
        let wish = wish(series, day);
        let case = store.open_case("2026.1", "kiosk-1", now()).unwrap().case;
        let written = store.append(Write { ticket: Some(&wish), ..write(&case, &[]) }).unwrap();
        match written.events.as_slice() {
            [Event::TicketReserved { number, .. }] => number.clone(),
            other => panic!("{other:?}"),
        }
    };
    let numbers = [number('A', 10), number('A', 10), number('L', 10), number('L', 11)];
    assert_eq!(numbers, ["A-001", "A-002", "L-001", "L-002"]);
}

#[test]
fn the_events_of_a_case_move_its_ticket_and_a_second_number_gives_the_first_up() {
    use queue::{Hall, TicketState};
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    let ticket = TicketKind::Counter;
    let take = |store: &mut Store, series| {
        store.append(Write { ticket: Some(&wish(series, 10)), ..write(&case, &[]) }).unwrap();
    };
    let states = |store: &Store| {
        let tickets = hall::tickets_of(&store.db, &case).unwrap();
        tickets.iter().map(|ticket| (ticket.id.number.series(), ticket.state)).collect::<Vec<_>>()
    };
    take(&mut store, 'B');
    assert_eq!(states(&store), [('B', TicketState::Reserved)]);
    let failed = Event::TicketFailed { ticket, why: "offline".into() };
    store.append(write(&case, &[failed])).unwrap();
    assert_eq!(states(&store), [('B', TicketState::PrintFailed)]);
    store.append(write(&case, &[Event::TicketPrinted { ticket }])).unwrap();
    assert_eq!(states(&store), [('B', TicketState::Issued)]);
    take(&mut store, 'P');
    assert_eq!(states(&store), [('B', TicketState::Cancelled), ('P', TicketState::Reserved)]);
    let floor = store.floor(date(2026, 9, 10)).unwrap();
    assert!(floor.tickets.iter().all(|ticket| ticket.case.as_ref() == Some(&case)));
}

#[test]
fn a_full_slot_is_refused_and_a_second_choice_frees_the_first() {
    let folder = TempDir::new().unwrap();
    let (mut store, first) = opened(&folder);
    let second = store.open_case("2026.1", "kiosk-1", now()).unwrap().case;
    let wish = |hour| Some(BookingWish { date: date(2026, 9, 11), time: time(hour, 0, 0, 0), at_once: 1 });
    store.append(Write { booking: wish(9), ..write(&first, &[]) }).unwrap();
    let taken = store.append(Write { booking: wish(9), ..write(&second, &[answered("1")]) });
    assert!(matches!(taken, Err(StoreError::SlotTaken)));
    assert_eq!(store.events(&second).unwrap().len(), 1, "nothing of a refused write is kept");
    store.append(Write { booking: wish(10), ..write(&first, &[]) }).unwrap();
    store.append(Write { booking: wish(9), ..write(&second, &[]) }).unwrap();
    assert_eq!(store.bookings(date(2026, 9, 11)).unwrap().values().sum::<u32>(), 2);
}

#[test]
fn a_full_disk_is_told_apart_and_loses_nothing() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.db.pragma_update_and_check(None, "max_page_count", pages + 4, |_| Ok(())).unwrap();
    let big = vec![1; 1_000_000];
    let full = store.append(Write { pages: &[(0, &big)], ..write(&case, &[answered("lost")]) });
    assert!(matches!(full, Err(StoreError::Full)), "{full:?}");
    assert_eq!(store.events(&case).unwrap().len(), 1);
    store.append(write(&case, &[answered("kept")])).unwrap();
}

#[test]
fn what_is_erased_is_overwritten_and_leaves_the_log() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    let secure: i64 = store.db.pragma_query_value(None, "secure_delete", |row| row.get(0)).unwrap();
    assert_eq!(secure, 1);
    let page = vec![1; 100_000];
    store.append(Write { pages: &[(0, &page)], ..write(&case, &[answered("1")]) }).unwrap();
    let log = store.db.path().unwrap().to_owned() + "-wal";
    assert!(fs::metadata(&log).unwrap().len() > 100_000);
    assert_eq!(store.erase_some(&case, &[0]).unwrap(), 1);
    assert_eq!(fs::metadata(&log).unwrap().len(), 0);
}

#[test]
fn a_key_file_is_made_once_and_never_replaced() {
    let folder = TempDir::new().unwrap();
    let (path, db) = (folder.path().join("key"), folder.path().join("journal.db"));
    let made = Key::from_file(&path, &db).unwrap();
    assert_eq!(Key::from_file(&path, &db).unwrap().pragma(), made.pragma());
    drop(Store::open(&db, &made).unwrap());
    fs::remove_file(&path).unwrap();
    assert!(matches!(Key::from_file(&path, &db), Err(StoreError::Key(_))));
    fs::write(&path, [1; 32]).unwrap();
    assert!(matches!(Key::from_file(&path, &db), Err(StoreError::Key(_))), "readable by others");
}

#[test]
fn cases_with_a_ticket_are_found_until_they_are_erased() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    assert!(store.cases_with_ticket().unwrap().is_empty());
    store.append(Write { ticket: Some(&wish('A', 10)), ..write(&case, &[]) }).unwrap();
    assert_eq!(store.cases_with_ticket().unwrap(), std::slice::from_ref(&case));
    store.erase(&case).unwrap();
    assert!(store.cases_with_ticket().unwrap().is_empty());
}

#[test]
fn an_erased_person_is_gone_and_the_chain_is_whole() {
    let folder = TempDir::new().unwrap();
    let (mut store, case) = opened(&folder);
    let booking = Some(BookingWish { date: date(2026, 9, 11), time: time(9, 0, 0, 0), at_once: 1 });
    store.append(Write { pages: &[(0, b"jpeg")], booking, ..write(&case, &[answered("1")]) }).unwrap();
    assert_eq!(store.live_cases().unwrap().len(), 1);
    store.erase_pages(&case).unwrap();
    assert_eq!(store.page(&case, 0).unwrap(), None);
    store.erase(&case).unwrap();
    assert!(store.live_cases().unwrap().is_empty());
    assert!(matches!(store.events(&case), Err(StoreError::NoSuchCase)));
    assert!(store.bookings(date(2026, 9, 11)).unwrap().is_empty());
    assert_eq!(store.verify().unwrap().records, 3);
}

#[test]
fn answers_about_satisfaction_are_counted_by_day_and_element() {
    let mut store = Store::in_memory().unwrap();
    let [first, second] = [jiff::civil::date(2026, 9, 10), jiff::civil::date(2026, 9, 11)];
    for (date, element, score) in
        [(first, "time", 4), (first, "time", 4), (second, "time", 1), (second, "cost", 3)]
    {
        store.rate(date, element, score).unwrap();
    }
    let of = |element: &str, count, sum| claim::satisfaction::Answers { element: element.into(), count, sum };
    assert_eq!(store.ratings(first, first).unwrap(), [of("time", 2, 8)]);
    assert_eq!(store.ratings(first, second).unwrap(), [of("cost", 1, 3), of("time", 3, 9)]);
    assert!(store.rate(first, "time", 5).is_err(), "only 1 to 4 can be counted");
}
