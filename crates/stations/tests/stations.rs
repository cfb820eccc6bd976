//! What counters and the board show and do, over tickets made by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use claim::{CaseId, Claim, Event, Stage, TicketKind};
use jiff::civil::date;
use jiff::tz::{TimeZone, offset};
use jiff::{ToSpan, Zoned};
use kiosk_config::{Config, Texts};
use queue::{Floor, Happened, Ticket, TicketId, TicketNumber};
use stations::board;
use stations::counter::{
    Counter, CounterAction, CounterScreen, Over, Packet, Step, Then, World, act, screen,
};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::load().unwrap());

static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kiosk-config/files");
    let set = [
        ("kiosk.counter", "2"),
        ("officers.rina.name", "\"Rina\""),
        ("officers.rina.pin", "\"2468\""),
        ("officers.rina.checks", "\"first\""),
        ("officers.wati.name", "\"Wati\""),
        ("officers.wati.pin", "\"1357\""),
        ("officers.wati.checks", "\"second\""),
    ];
    let set: Vec<_> = set.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    kiosk_config::load_with(&files, &set).unwrap()
});

fn at(minutes: i64) -> Zoned {
    let eight = date(2026, 9, 10).at(8, 0, 0, 0).to_zoned(TimeZone::fixed(offset(7))).unwrap();
    eight.checked_add(minutes.minutes()).unwrap()
}

fn id(number: u32) -> TicketId {
    TicketId { day: date(2026, 9, 10), number: TicketNumber::new('A', number).unwrap() }
}

/// Tickets A-001 and so on, taken a minute apart and printed; the first one has a claim.
fn floor(tickets: u32) -> Floor {
    let mut floor = Floor::empty(date(2026, 9, 10));
    for number in 1..=tickets {
        let taken = at(i64::from(number)).timestamp();
        let case = (number == 1).then(|| CaseId::from_random([7; 16]));
        let reserved =
            Happened::Reserved { kind: TicketKind::Counter, priority: false, case, appointment: None };
        let mut ticket = Ticket::first(id(number), taken, &reserved).unwrap();
        ticket.apply(taken, &Happened::Printed);
        floor.tickets.push(ticket);
    }
    floor
}

fn happens(floor: &mut Floor, number: u32, minutes: i64, event: &Happened) {
    let ticket = floor.tickets.iter_mut().find(|ticket| ticket.id == id(number)).unwrap();
    assert!(ticket.allows(event), "{event:?}");
    ticket.apply(at(minutes).timestamp(), event);
}

/// A claim with all its documents, of which the KTP is hard to read.
fn claim() -> Claim {
    let answered =
        |field: &str, value: &str| Event::Answered { field: field.into(), value: value.into(), read: false };
    let mut events = vec![
        Event::ReasonChosen { reason: "usia_56".into() },
        Event::BalanceChosen { band: "up_to_50".into() },
        answered("name", "SITI CONTOH"),
        answered("nik", "3507155208790001"),
    ];
    for (page, document) in (0..).zip(["ktp", "kpj_card", "bank_book", "photo"]) {
        events.push(Event::PageTaken {
            document: document.into(),
            page,
            problems: vec![],
            width: 1,
            height: 1,
            bytes: 1,
            original: None,
            corners: None,
            at: 0,
        });
        events.push(Event::PageKept { document: document.into(), flagged: document == "ktp" });
    }
    Claim::from_events(&events)
}

/// A counter whose tickets and claim are made by hand.
struct Desk {
    counter: Counter,
    floor: Floor,
    claim: Claim,
    now: Zoned,
    outage: Option<queue::Outage>,
}

impl Desk {
    fn new(tickets: u32) -> Self {
        Self { counter: Counter::default(), floor: floor(tickets), claim: claim(), now: at(60), outage: None }
    }

    fn with_world<T>(&self, use_it: impl FnOnce(&World<'_>) -> T) -> T {
        let kept = ["ktp".to_owned(), "bank_book".to_owned()];
        let open = self.floor.at_counter(2).is_some_and(|ticket| ticket.case.is_some());
        let packet = match open {
            true => Packet::Claim { claim: &self.claim, kept: &kept },
            false => Packet::None,
        };
        let (config, texts) = (&CONFIG, &TEXTS);
        use_it(&World {
            config,
            texts,
            now: &self.now,
            floor: &self.floor,
            packet,
            second: &[],
            outage: self.outage.as_ref(),
        })
    }

    fn screen(&self) -> CounterScreen {
        self.with_world(|world| screen(&self.counter, world))
    }

    fn act(&mut self, action: CounterAction) -> Option<Then> {
        let shown = self.screen();
        let (next, then) = self
            .with_world(|world| act(&self.counter, &shown, &action, world))
            .unwrap_or_else(|_| panic!("{action:?} is not offered on {}", shown.name));
        self.counter = next;
        then
    }

    fn sign_in(&mut self, officer: &str, pin: &str) -> CounterScreen {
        self.act(CounterAction::Choose { officer: officer.into() });
        self.act(CounterAction::SignIn { pin: pin.into() });
        self.screen()
    }

    fn ids(&self) -> Vec<String> {
        self.screen().keys().iter().map(|key| key.id.clone()).collect()
    }

    fn offers(&self, id: &str) -> bool {
        self.ids().iter().any(|offered| offered == id)
    }

    /// The first number is called, and comes.
    fn serve(&mut self) {
        happens(&mut self.floor, 1, 61, &Happened::Called { counter: 2 });
        happens(&mut self.floor, 1, 62, &Happened::Arrived);
    }
}

#[test]
fn a_pin_opens_the_desk_and_a_guess_does_not() {
    let mut desk = Desk::new(1);
    let shown = desk.screen();
    assert_eq!((shown.name.as_str(), shown.desk.is_none()), ("sign-in", true));
    assert_eq!(desk.sign_in("rina", "0000").name, "sign-in");
    assert_eq!(desk.screen().message.unwrap().text, "PIN belum cocok. Silakan coba lagi.");
    for _ in 0..4 {
        desk.act(CounterAction::SignIn { pin: "1111".into() });
    }
    desk.act(CounterAction::SignIn { pin: "2468".into() });
    assert_eq!(desk.screen().name, "sign-in", "after five guesses nobody gets in for a minute");
    desk.now = at(62);
    desk.act(CounterAction::SignIn { pin: "2468".into() });
    let shown = desk.screen();
    assert_eq!((shown.name.as_str(), shown.officer.as_deref()), ("free", Some("Rina")));
    desk.act(CounterAction::SignOut);
    assert!(desk.screen().desk.is_none());
}

#[test]
fn each_state_offers_what_can_be_done_and_each_key_is_one_of_its_own() {
    let mut desk = Desk::new(3);
    desk.sign_in("rina", "2468");
    assert_eq!(desk.act(CounterAction::CallNext), Some(Then::CallNext));
    happens(&mut desk.floor, 1, 61, &Happened::Called { counter: 2 });
    for id in ["arrived", "recall", "skip-number", "hold", "transfer", "no-show"] {
        assert!(desk.offers(id), "{id}");
    }
    assert!(!desk.offers("ask-again"), "nothing is decided before the person is there");
    assert_eq!(desk.act(CounterAction::Recall), Some(Then::Ticket(id(1), Step::Recall)));
    desk.act(CounterAction::Transfer);
    assert_eq!(desk.ids(), ["series-B", "series-P", "counter-1", "counter-3", "cancel"]);
    let to = CounterAction::TransferTo { series: Some('B'), counter: None };
    let transferred = Step::Transfer { series: 'B', only: None };
    assert_eq!(desk.act(to), Some(Then::Ticket(id(1), transferred)));
    happens(&mut desk.floor, 1, 62, &Happened::Arrived);
    let keys: Vec<String> = desk.screen().keys().iter().filter_map(|key| key.key.clone()).collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{keys:?}");
    assert!(desk.offers("served") && desk.offers("verify-first"));
    happens(&mut desk.floor, 1, 70, &Happened::Served);
    happens(&mut desk.floor, 2, 71, &Happened::Called { counter: 2 });
    happens(&mut desk.floor, 2, 72, &Happened::NoShow);
    assert_eq!(
        desk.act(CounterAction::Call { ticket: id(2) }),
        Some(Then::Call(id(2))),
        "who comes after all"
    );
}

#[test]
fn an_action_that_no_key_offers_is_refused() {
    let desk = Desk::new(1);
    for action in
        [CounterAction::CallNext, CounterAction::Verify, CounterAction::SignIn { pin: "2468".into() }]
    {
        assert!(desk.with_world(|world| act(&desk.counter, &desk.screen(), &action, world)).is_err());
    }
}

#[test]
fn the_packet_says_what_needs_care_and_a_picture_is_one_key_away() {
    let mut desk = Desk::new(1);
    desk.sign_in("rina", "2468");
    desk.serve();
    let packet = desk.screen().desk.unwrap().packet.unwrap();
    assert_eq!(packet.state, "1 perlu perhatian");
    let states: Vec<&str> = packet.documents.iter().filter_map(|row| row.key.note.as_deref()).collect();
    assert_eq!(states, ["Perlu dilihat aslinya", "Ada", "Ada", "Ada"]);
    assert_eq!(packet.person, "SITI CONTOH");
    desk.act(CounterAction::Look { document: "bank_book".into() });
    let page = desk.screen().desk.unwrap().packet.unwrap().page.unwrap();
    assert_eq!(page.image.as_deref(), Some("preview://localhost/page/2"));
    desk.act(CounterAction::Look { document: "photo".into() });
    let page = desk.screen().desk.unwrap().packet.unwrap().page.unwrap();
    assert!(page.image.is_none() && page.gone.is_some(), "its picture was erased");
}

#[test]
fn a_document_is_asked_for_again_with_a_reason() {
    let mut desk = Desk::new(1);
    desk.sign_in("rina", "2468");
    desk.serve();
    desk.act(CounterAction::AskAgain);
    desk.act(CounterAction::AskDocument { document: "ktp".into() });
    assert_eq!(desk.counter.over, Some(Over::Why { document: "ktp".into() }));
    let then = desk.act(CounterAction::AskWhy { why: "unreadable".into() });
    let asked = Event::AskedAgain { document: "ktp".into(), why: "unreadable".into(), by: "rina".into() };
    assert_eq!(then, Some(Then::Keep(asked.clone())));
    desk.claim.apply(&asked);
    let packet = desk.screen().desk.unwrap().packet.unwrap();
    assert_eq!(packet.checks[0].state, "Setelah foto ulang");
    assert!(!desk.offers("verify-first"));
}

#[test]
fn nobody_verifies_twice() {
    let mut desk = Desk::new(1);
    desk.sign_in("wati", "1357");
    desk.serve();
    let check = |desk: &Desk| desk.screen().desk.unwrap().packet.unwrap().checks[1].state.clone();
    assert_eq!(check(&desk), "Setelah pemeriksaan pertama");
    desk.claim.apply(&Event::Verified { stage: Stage::First, by: "wati".into() });
    assert_eq!(check(&desk), "Pemeriksaan kedua oleh orang lain");
    assert!(!desk.offers("verify-second"));
    desk.claim.verified.insert(Stage::First, "rina".into());
    let verified = Event::Verified { stage: Stage::Second, by: "wati".into() };
    assert_eq!(desk.act(CounterAction::Verify), Some(Then::Keep(verified)));
}

#[test]
fn an_outage_is_announced_with_its_expected_end_and_taken_back() {
    let mut desk = Desk::new(1);
    desk.sign_in("rina", "2468");
    desk.act(CounterAction::Outage);
    assert_eq!(desk.ids(), ["outage-30", "outage-60", "outage-120", "outage-0", "cancel"]);
    let (since, expected) = (at(60).timestamp(), Some(at(120).timestamp()));
    assert_eq!(desk.act(CounterAction::OutageFor { minutes: Some(60) }), Some(Then::Outage(expected)));
    desk.outage = Some(queue::Outage { since, expected, ended: None });
    let told = desk.screen().message.unwrap().text;
    assert!(told.contains("pukul 10.00"), "{told}");
    assert_eq!(desk.act(CounterAction::OutageOver), Some(Then::OutageOver));
    let (config, texts, now, floor) = (&CONFIG, &TEXTS, &at(61), &desk.floor);
    let (running, outage) = (Duration::ZERO, desk.outage.as_ref());
    let hall = board::World { config, texts, now, running, floor, saying: None, outage };
    assert_eq!(board::screen(&hall).alert, Some(told));
}

#[test]
fn data_are_repaired_by_a_day_that_is_told() {
    let mut desk = Desk::new(1);
    desk.sign_in("rina", "2468");
    desk.serve();
    // Thursday; two working days later is Monday.
    let begun = Event::RepairBegun { due: date(2026, 9, 14), by: "rina".into() };
    assert_eq!(desk.act(CounterAction::Repair), Some(Then::Keep(begun.clone())));
    desk.claim.apply(&begun);
    assert!(desk.offers("repair-done") && !desk.offers("repair"));
    let done = Event::RepairDone { by: "rina".into() };
    assert_eq!(desk.act(CounterAction::RepairDone), Some(Then::Keep(done)));
}

#[test]
fn somebody_without_a_claim_is_served_as_usual() {
    let mut desk = Desk::new(2);
    desk.sign_in("rina", "2468");
    happens(&mut desk.floor, 2, 61, &Happened::Called { counter: 2 });
    let shown = desk.screen().desk.unwrap();
    assert!(shown.packet.is_none() && shown.no_packet.is_some());
}

fn board(floor: &Floor, minutes: i64, running: u64, saying: Option<TicketId>) -> board::BoardScreen {
    let (config, texts, now) = (&CONFIG, &TEXTS, &at(minutes));
    board::screen(&board::World {
        config,
        texts,
        now,
        running: Duration::from_secs(running),
        floor,
        saying,
        outage: None,
    })
}

#[test]
fn the_board_shows_the_newest_call_and_those_before_it() {
    let mut floor = floor(7);
    for number in 1..=6_u8 {
        let called = Happened::Called { counter: number };
        happens(&mut floor, number.into(), 60 + i64::from(number), &called);
    }
    let shown = board(&floor, 66, 0, None);
    let now = shown.now.unwrap();
    assert_eq!((now.number.as_str(), now.counter.as_str()), ("A-006", "6"));
    let before: Vec<&str> = shown.before.iter().map(|call| call.number.as_str()).collect();
    assert_eq!(before, ["A-005", "A-004", "A-003", "A-002"]);
    let said = board(&floor, 66, 0, Some(id(4)));
    assert_eq!(said.now.unwrap().number, "A-004", "what is heard is what is seen");
    happens(&mut floor, 6, 67, &Happened::Recalled);
    assert_ne!(board(&floor, 67, 0, None).now.unwrap().call, now.call, "called again, drawn again");
}

#[test]
fn the_board_explains_in_pictures_while_nobody_is_called() {
    let mut floor = floor(1);
    assert_eq!(board(&floor, 0, 0, None).name, "idle");
    happens(&mut floor, 1, 60, &Happened::Called { counter: 1 });
    assert_eq!(board(&floor, 61, 0, None).name, "calls");
    let idle = board(&floor, 62, 0, None);
    assert_eq!((idle.name.as_str(), idle.now.is_none(), idle.before.len()), ("idle", true, 1));
    let stays = u64::from(CONFIG.board.picture_seconds);
    let pictures: Vec<String> =
        (0..6).map(|picture| board(&floor, 62, picture * stays, None).picture.unwrap().name).collect();
    assert_eq!(pictures, journey::STORY);
}

#[test]
fn a_call_is_said_as_people_say_it() {
    let said = |series, number, counter| {
        board::call(&CONFIG, &TEXTS, TicketNumber::new(series, number).unwrap(), counter)
    };
    assert_eq!(said('A', 12, 2), "Nomor antrean A, nol satu dua, silakan ke loket dua.");
    assert_eq!(said('P', 1047, 12), "Nomor antrean P, satu nol empat tujuh, silakan ke loket 12.");
}

#[test]
fn nothing_about_a_person_is_on_the_board() {
    let mut floor = floor(1);
    happens(&mut floor, 1, 60, &Happened::Called { counter: 1 });
    let json = serde_json::to_string(&board(&floor, 60, 0, None)).unwrap();
    assert!(!json.contains(floor.tickets[0].case.as_ref().unwrap().as_str()));
}
