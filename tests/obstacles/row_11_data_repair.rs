//! Data repair takes up to two working days: the claim waits for it with a date, the paper says when to come back, and
//! nothing is typed twice.

use crate::hall::{said, scans_the_paper};
use crate::play::Play;
use claim::Event;
use jiff::civil::date;
use journey::{Action, PaperKind};

/// Somebody at the counter on Thursday, whose data an officer gives to be repaired.
fn at_the_counter() -> (Play, jiff::civil::Date) {
    let mut play = Play::new();
    play.until_answers().act(Action::CounterTicket).act(Action::Confirm).at("counter").act(Action::Done);
    let due = play.config.repair_due(play.now.date());
    let begun = Event::RepairBegun { due, by: "rina".into() };
    play.kept.as_mut().unwrap().1.push(begun);
    (play, due)
}

#[test]
fn the_repair_is_due_after_working_days_and_its_paper_says_when() {
    let (mut play, due) = at_the_counter();
    assert_eq!(due, date(2026, 9, 14), "two working days after Thursday is Monday");
    scans_the_paper(&mut play);
    assert!(said(&play).contains("selesai paling lambat Senin, 14 September 2026"), "{}", said(&play));
    assert_eq!(play.printed.last(), Some(&PaperKind::Return { due }));
}

#[test]
fn who_comes_back_goes_on_where_it_was_and_types_nothing_twice() {
    let (mut play, due) = at_the_counter();
    let answers = claim::Claim::from_events(&play.kept.as_ref().unwrap().1).answers;
    play.now = due.at(9, 0, 0, 0);
    let printed = play.printed.len();
    scans_the_paper(&mut play);
    play.at("answers");
    assert!(said(&play).contains("Tanyakan di loket"), "{}", said(&play));
    assert_eq!(play.printed.len(), printed, "its day has come: no second paper");
    assert_eq!(play.claim().answers, answers);

    play.act(Action::Leave).act(Action::Confirm);
    play.kept.as_mut().unwrap().1.push(Event::RepairDone { by: "rina".into() });
    scans_the_paper(&mut play);
    play.at("answers");
    assert!(!said(&play).contains("perbaik"));
}
