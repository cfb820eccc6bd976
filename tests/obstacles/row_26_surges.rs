//! Surges after lay-offs: numbers are limited by the day of the week, and everybody sees how many are left.

use crate::hall::{Branch, said};
use crate::play::Play;
use journey::Action;
use kiosk_config::Quota;
use queue::{HallError, Refused, Wish};

#[test]
fn the_waiting_screen_counts_down_to_the_last_number() {
    let mut play = Play::new();
    let quota = Quota { thursday: Some(3), friday: Some(1), ..Quota::default() };
    play.config.queue.quota.insert("B".into(), quota);
    let mut branch = Branch::of(&play);
    let today = play.now.date();
    for left in [3, 2, 1] {
        play.hall = branch.view(&play, None);
        assert!(said(&play).contains(&format!("Sisa nomor hari ini: {left}.")), "{}", said(&play));
        branch.take('B', today, play.now);
    }
    play.hall = branch.view(&play, None);
    assert!(!said(&play).contains("Sisa nomor"));
    play.act(Action::CounterTicket);
    assert!(said(&play).contains("Jumat, 11 September 2026"), "the next day is offered");

    let wish = Wish { quota: branch.rules.quota('B', today), ..queue::contract::wish('B', today) };
    let now = crate::hall::moment(play.now);
    let refused = queue::Hall::reserve(&mut branch.store, &wish, None, &crate::hall::kiosk(), now);
    assert!(
        matches!(refused, Err(HallError::Refused(Refused::Full))),
        "two kiosks cannot give the last one twice"
    );
}
