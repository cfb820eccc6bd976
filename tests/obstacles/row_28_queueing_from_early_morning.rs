//! Queueing from early morning: numbers are given from opening time on, the screen says so, and the number says about
//! when it is called and when to be back.

use crate::hall::{Branch, said};
use crate::play::Play;
use claim::TicketKind;
use journey::{Action, PaperKind, offers};

#[test]
fn before_opening_the_screen_says_when_numbers_are_given_and_that_nobody_has_to_queue() {
    let mut play = Play::new();
    play.now = play.now.date().at(4, 30, 0, 0);
    let branch = Branch::of(&play);
    play.hall = branch.view(&play, None);
    let opens = "Kamis, 10 September 2026, pukul 08.00. Tidak perlu antre sebelumnya.";
    assert!(said(&play).contains(opens), "{}", said(&play));
    play.act(Action::CounterTicket);
    assert!(said(&play).contains(opens));
    assert!(!offers(&play.screen(), &Action::Confirm) && offers(&play.screen(), &Action::Cancel));
}

#[test]
fn the_number_says_about_when_it_is_called_and_when_to_be_back() {
    let mut play = Play::new();
    let mut branch = Branch::of(&play);
    let day = play.now.date();
    for minute in 0..12 {
        branch.take('B', day, day.at(8, minute, 0, 0));
    }
    play.act(Action::CounterTicket).act(Action::Confirm).at("counter");
    assert!(play.printed.contains(&PaperKind::Ticket(TicketKind::Counter)));
    let mine = branch.take('B', day, play.now);
    play.hall = branch.view(&play, Some(&mine));
    // Twelve others, three counters, ten minutes each, from nine o'clock on.
    assert!(
        said(&play).contains("Perkiraan dipanggil pukul 09.40. Di depan Anda: 12 orang."),
        "{}",
        said(&play)
    );
    assert!(said(&play).contains("Kembalilah paling lambat pukul 09.30."));
}
