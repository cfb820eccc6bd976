//! Officers work on a roster, some from home: interviews follow it.

use crate::play::Play;
use jiff::civil::{date, time};
use journey::{Action, Body};
use kiosk_config::{Shift, Weekday};

fn shift(days: &[Weekday], from: i8, to: i8) -> Shift {
    Shift { days: days.to_vec(), from: time(from, 0, 0, 0), to: time(to, 0, 0, 0), leave: vec![] }
}

fn choices(play: &Play) -> Vec<String> {
    let Body::Choices { groups } = play.screen().body else { panic!("nothing to choose from") };
    groups.into_iter().flat_map(|group| group.choices).map(|choice| choice.button.id).collect()
}

#[test]
fn only_days_and_times_at_which_an_officer_works_are_offered() {
    let mut play = Play::new();
    let roster = &mut play.config.interview.roster;
    roster.insert("cs-1".into(), shift(&[Weekday::Monday, Weekday::Tuesday], 9, 10));
    let leave = vec![date(2026, 9, 15)];
    roster.insert("cs-2".into(), Shift { leave, ..shift(&[Weekday::Tuesday], 13, 15) });
    play.until_answers().act(Action::Next).act(Action::Next).at("day");
    let days = choices(&play);
    assert_eq!(&days[..3], ["2026-09-14", "2026-09-15", "2026-09-21"]);
    play.choose("2026-09-15").at("slot");
    assert_eq!(choices(&play), ["2026-09-15T09:00:00", "2026-09-15T09:30:00"], "the other one is on leave");
}

#[test]
fn a_time_has_room_for_as_many_as_work_then() {
    let mut play = Play::new();
    play.config.interview.roster.insert("cs-1".into(), shift(&[Weekday::Friday], 9, 10));
    play.booked.insert((date(2026, 9, 11), time(9, 0, 0, 0)), 1);
    play.until_slot();
    let Body::Choices { groups } = play.screen().body else { panic!("nothing to choose from") };
    let free: Vec<bool> = groups[0].choices.iter().map(|choice| choice.enabled).collect();
    assert_eq!(free, [false, true], "one officer, one interview");
}
