//! Sent home by security: nobody leaves without a finished step, a ticket, or a date on which to come.

use crate::hall::{Branch, said};
use crate::play::Play;
use claim::TicketKind;
use jiff::civil::{Date, date};
use journey::{Action, PaperKind, offers};
use kiosk_config::Quota;

/// A kiosk in a branch with one number for the counter each day, and the days for which it is taken.
fn one_number_a_day(taken: &[Date], ahead: u32) -> Play {
    let mut play = Play::new();
    let one = Some(1);
    let quota = Quota { thursday: one, friday: one, monday: one, tuesday: one, ..Quota::default() };
    play.config.queue.quota.insert("B".into(), quota);
    play.config.queue.days_ahead = ahead;
    let mut branch = Branch::of(&play);
    for day in taken {
        branch.take('B', *day, play.now);
    }
    play.hall = branch.view(&play, None);
    play
}

#[test]
fn who_finds_no_number_of_today_gets_one_of_the_next_day() {
    let mut play = one_number_a_day(&[date(2026, 9, 10)], 3);
    play.act(Action::CounterTicket);
    assert!(said(&play).contains("Nomor hari ini sudah habis"), "{}", said(&play));
    assert!(said(&play).contains("Jumat, 11 September 2026"));
    play.act(Action::Confirm).at("counter");
    assert!(play.printed.contains(&PaperKind::Ticket(TicketKind::Counter)));
}

#[test]
fn who_finds_no_number_at_all_leaves_with_a_day_and_an_hour_and_can_go_on_here() {
    let mut play = one_number_a_day(&[date(2026, 9, 10), date(2026, 9, 11)], 1);
    play.act(Action::CounterTicket);
    assert!(said(&play).contains("Jumat, 11 September 2026, pukul 08.00"), "{}", said(&play));
    assert!(!offers(&play.screen(), &Action::Confirm), "no number is promised that there is not");
    play.act(Action::Cancel).act(Action::Begin).at("preferences");
}

#[test]
fn who_stops_on_the_way_has_a_code_that_leads_back() {
    let mut play = Play::new();
    play.until_name().act(Action::Leave);
    let overlay = play.screen().overlay.unwrap();
    assert_eq!(overlay.number.map(|code| code.value).as_deref(), Some("K7PM 4QXT"));
    assert!(play.printed.contains(&PaperKind::Resume));
}

#[test]
fn who_stops_can_take_the_next_steps_along_on_paper() {
    let mut play = Play::new();
    play.until_checklist().act(Action::Leave);
    assert!(offers(&play.screen(), &Action::Confirm), "and nobody has to");
    play.act(Action::PrintAgain).at("welcome");
    assert_eq!(play.printed.last(), Some(&PaperKind::Readiness));
    assert!(play.state.case.is_none(), "the screen is wiped all the same");
}

#[test]
fn before_a_reason_is_said_there_is_nothing_to_print() {
    let mut play = Play::new();
    play.until_reason().act(Action::Leave);
    assert!(!offers(&play.screen(), &Action::PrintAgain));
}
