//! Shared phone: nothing personal stays on a shared screen. However a session ends, the next visitor finds nothing.

use crate::play::Play;
use journey::{Action, idle_over};

/// What was typed, and the code of the claim.
const PERSONAL: [&str; 8] = [
    "SITI",
    "Siti",
    "3507155208790001",
    "3507 1552",
    "12081979",
    "19012345678",
    "81234567890",
    "012345678901234",
];

fn nothing_is_left(play: &mut Play) {
    assert!(play.state.case.is_none());
    let walk = [Action::Resume, Action::TypeCode, Action::Back, Action::Back, Action::Guide, Action::Back];
    let mut screens = vec![play.screen()];
    for action in walk {
        play.act(action);
        screens.push(play.screen());
    }
    for screen in screens {
        let text = serde_json::to_string(&screen).unwrap();
        let found: Vec<_> =
            PERSONAL.iter().chain(&["K7PM", "4QXT"]).filter(|of| text.contains(**of)).collect();
        assert!(found.is_empty(), "{} shows {found:?}", screen.name);
    }
    let state = format!("{:?}", play.state);
    assert!(PERSONAL.iter().all(|of| !state.contains(of)), "{state}");
}

#[test]
fn after_finishing() {
    let mut play = Play::new();
    play.until_slot()
        .choose("2026-09-11T09:00:00")
        .act(Action::Next)
        .at("ticket")
        .act(Action::Done)
        .at("rating");
    assert!(play.screen().header.code.is_none());
    play.choose("4").at("thanks").act(Action::Back).at("welcome");
    assert_eq!(play.rated, [("overall", 4)]);
    nothing_is_left(&mut play);
}

#[test]
fn after_the_nine_questions() {
    let mut play = Play::new();
    play.until_slot()
        .choose("2026-09-11T09:00:00")
        .act(Action::Next)
        .act(Action::Done)
        .choose("3")
        .act(Action::Next);
    for _ in 0..8 {
        play.at("survey").choose("2");
    }
    play.act(Action::Next).at("thanks").act(Action::Back);
    assert_eq!(play.rated.len(), 9, "one was passed over");
    nothing_is_left(&mut play);
}

#[test]
fn after_leaving() {
    let mut play = Play::new();
    play.until_answers().act(Action::Leave).act(Action::Confirm);
    nothing_is_left(&mut play);
}

#[test]
fn after_walking_away() {
    let mut play = Play::new();
    play.until_answers();
    let outcome = idle_over(&play.state);
    play.follow(outcome);
    nothing_is_left(&mut play);
}

#[test]
fn after_a_half_typed_answer() {
    let mut play = Play::new();
    play.until_name().act(Action::Typed { text: "SITI CONT".into() });
    let outcome = idle_over(&play.state);
    play.follow(outcome);
    nothing_is_left(&mut play);
}
