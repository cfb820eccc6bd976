//! The central systems are down and the queue is opened anew the next day: the kiosk says until when, the claim goes on
//! here, and whoever was not reached comes first on the next working day, with the number on the paper.

use crate::hall::{Branch, kiosk, moment, officer, said, zoned};
use crate::play::Play;
use jiff::civil::date;
use journey::Action;
use queue::Hall;

#[test]
fn the_outage_has_an_expected_end_on_each_screen_and_stops_nobody() {
    let mut play = Play::new();
    let mut branch = Branch::of(&play);
    let end = play.now.date().at(13, 0, 0, 0);
    branch.store.announce_outage(Some(moment(end)), &officer(), moment(play.now)).unwrap();
    play.hall = branch.view(&play, None);
    assert!(said(&play).contains("perkiraan sampai pukul 13.00"), "{}", said(&play));
    play.until_slot().choose("2026-09-11T09:00:00").act(Action::Next).at("ticket");
    assert!(said(&play).contains("Isian dan nomor Anda tetap aman"));
    branch.store.end_outage(&officer(), moment(end)).unwrap();
    play.now = end;
    play.hall = branch.view(&play, None);
    assert!(!said(&play).contains("Sistem pusat"));
}

#[test]
fn who_was_not_reached_comes_first_the_next_working_day_with_the_same_number() {
    let play = Play::new();
    let mut branch = Branch::of(&play);
    let (friday, monday) = (date(2026, 9, 11), date(2026, 9, 14));
    let morning: Vec<_> =
        (0..3).map(|minute| branch.take('B', friday, friday.at(8, minute, 0, 0)).id).collect();
    branch.store.announce_outage(None, &officer(), moment(friday.at(8, 10, 0, 0))).unwrap();
    branch.store.new_day(&kiosk(), &zoned(monday.at(7, 50, 0, 0))).unwrap();
    branch.store.end_outage(&officer(), moment(monday.at(7, 55, 0, 0))).unwrap();
    let new = branch.take('B', monday, monday.at(8, 0, 0, 0)).id;
    assert!(morning.iter().all(|id| id.number != new.number));
    for expected in morning.iter().chain([&new]) {
        let now = zoned(monday.at(8, 5, 0, 0));
        let called = branch.store.call_next(&branch.rules, 1, &officer(), &now).unwrap().unwrap();
        assert_eq!(called.id, *expected);
        branch.store.served(called.id, &officer(), now.timestamp()).unwrap();
    }
}
