//! Missed the call and must do everything again: the day and time are on paper, a missed interview keeps the claim, and
//! scanning the ticket leads to a new day, nothing else.

use crate::hall::{kiosk, moment, officer, said, scans_the_paper};
use crate::play::Play;
use claim::{Event, TicketKind};
use jiff::ToSpan;
use jiff::civil::date;
use journey::{Action, PaperKind};
use queue::{Hall, TicketState, Wish};
use store::Store;

fn with_a_ticket() -> Play {
    let mut play = Play::new();
    play.until_slot().choose("2026-09-11T09:00:00").act(Action::Next).at("ticket").act(Action::Done);
    assert!(play.printed.contains(&PaperKind::Ticket(TicketKind::Interview)));
    play
}

#[test]
fn who_missed_the_day_books_another_one_and_is_asked_nothing_else() {
    let mut play = with_a_ticket();
    play.now = date(2026, 9, 14).at(8, 30, 0, 0);
    scans_the_paper(&mut play);
    play.at("day");
    assert!(said(&play).contains("isian dan foto Anda masih lengkap"), "{}", said(&play));
    let before = play.claim().clone();
    play.choose("2026-09-15").at("slot").choose("2026-09-15T10:00:00").act(Action::Next).at("ticket");
    let after = play.claim();
    assert_eq!((&after.pages, &after.declared), (&before.pages, &before.declared));
    assert_eq!(after.slot.map(|slot| slot.date), Some(date(2026, 9, 15)));
    assert_eq!(after.interview.as_ref().map(|ticket| ticket.date), Some(date(2026, 9, 15)));
    let asked = play.journal.iter().filter(|event| matches!(event, Event::PageTaken { .. })).count();
    assert_eq!(asked, before.pages.len(), "no picture is taken twice");
}

#[test]
fn who_was_called_and_did_not_come_can_book_again_on_the_same_day() {
    let mut play = with_a_ticket();
    play.now = date(2026, 9, 11).at(9, 40, 0, 0);
    let mut hall = Store::in_memory().unwrap();
    let due = moment(date(2026, 9, 11).at(9, 0, 0, 0));
    let wish = Wish {
        kind: TicketKind::Interview,
        series: 'A',
        day: date(2026, 9, 11),
        appointment: Some(due),
        priority: false,
        quota: None,
    };
    let id = hall.reserve(&wish, None, &kiosk(), moment(date(2026, 9, 10).at(9, 0, 0, 0))).unwrap().id;
    let now = crate::hall::zoned(play.now).checked_sub(30.minutes()).unwrap();
    hall.call(id, 1, &officer(), &now).unwrap();
    play.hall.interview = hall.ticket(id).unwrap();
    scans_the_paper(&mut play);
    play.at("ticket").act(Action::Done);
    let missed = hall.no_show(id, &officer(), now.timestamp()).unwrap();
    assert_eq!(missed.state, TicketState::NoShow);
    play.hall.interview = Some(missed);
    scans_the_paper(&mut play);
    play.at("day");
}

#[test]
fn who_was_carried_over_keeps_number_and_ticket() {
    let mut play = with_a_ticket();
    play.now = date(2026, 9, 14).at(8, 30, 0, 0);
    let mut hall = Store::in_memory().unwrap();
    let (friday, monday) = (date(2026, 9, 11), date(2026, 9, 14));
    let wish = Wish {
        kind: TicketKind::Interview,
        series: 'A',
        day: friday,
        appointment: Some(moment(friday.at(9, 0, 0, 0))),
        priority: false,
        quota: None,
    };
    let id = hall.reserve(&wish, None, &kiosk(), moment(friday.at(8, 0, 0, 0))).unwrap().id;
    hall.announce_outage(None, &officer(), moment(friday.at(8, 30, 0, 0))).unwrap();
    hall.new_day(&kiosk(), &crate::hall::zoned(monday.at(7, 50, 0, 0))).unwrap();
    play.hall.interview = hall.ticket(id).unwrap();
    scans_the_paper(&mut play);
    play.at("ticket");
}
