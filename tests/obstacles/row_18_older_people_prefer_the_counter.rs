//! Older people prefer the counter: a number for it is one tap away on every screen, first for whoever asks, and nothing
//! is asked for it.

use crate::hall::{Branch, officer, zoned};
use crate::play::Play;
use claim::{Event, TicketKind};
use journey::{Action, PaperKind, offers};
use queue::Hall;

#[test]
fn a_number_is_one_tap_away_on_every_screen_and_nothing_is_asked() {
    let mut play = Play::new();
    assert!(offers(&play.screen(), &Action::CounterTicket), "on the waiting screen");
    play.act(Action::CounterTicket).act(Action::Confirm).at("counter");
    assert_eq!(play.printed, [PaperKind::Ticket(TicketKind::Counter)]);
    assert!(play.claim().answers.is_empty() && play.claim().consent.is_none());
}

#[test]
fn who_asks_to_go_first_does_and_nobody_hears_why() {
    let mut play = Play::new();
    play.act(Action::CounterTicket).act(Action::Priority { first: true }).at("counter");
    assert!(play.journal.contains(&Event::Prioritised { first: true }));
    assert!(play.claim().answers.is_empty(), "no reason is asked for");

    let mut branch = Branch::of(&play);
    let day = play.now.date();
    for (minute, series) in (0..).zip(['B', 'B', 'P', 'P', 'P']) {
        branch.take(series, day, day.at(8, minute, 0, 0));
    }
    let mut called = vec![];
    for minute in 0..5 {
        let now = zoned(day.at(9, minute, 0, 0));
        let next = branch.store.call_next(&branch.rules, 1, &officer(), &now).unwrap().unwrap().id;
        branch.store.served(next, &officer(), now.timestamp()).unwrap();
        called.push(next.number.to_string());
    }
    assert_eq!(called, ["P-001", "P-002", "B-001", "P-003", "B-002"], "in turn: nobody waits for ever");
}
