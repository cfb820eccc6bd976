//! Brochure and lobby video not understood: the waiting screen explains in pictures, and short help stands where it is
//! needed.

use crate::play::Play;
use journey::{Action, Body};

#[test]
fn the_waiting_screen_explains_in_pictures_without_opening_a_claim() {
    let mut play = Play::new();
    let Body::Welcome { points, more, .. } = play.screen().body else { panic!("no waiting screen") };
    assert!(points.len() >= 3 && points.iter().all(|point| !point.icon.is_empty()));
    assert_eq!(more.len(), 3);
    play.act(Action::Guide).at("guide");
    let Body::Story { panels, .. } = play.screen().body else { panic!("no pictures") };
    assert_eq!(panels.len(), 6);
    play.act(Action::Back).at("welcome");
    assert!(play.state.case.is_none() && play.journal.is_empty());
}

#[test]
fn each_reason_shows_its_documents_without_opening_a_claim() {
    let mut play = Play::new();
    let reasons: Vec<String> = play.config.rules.reasons.keys().cloned().collect();
    play.act(Action::Documents).at("guide-reasons");
    for reason in reasons {
        play.choose(&reason).at("guide-documents");
        let Body::Documents { items, .. } = play.screen().body else { panic!("no documents") };
        assert!(items.len() >= 3 && items.iter().all(|item| !item.note.is_empty() && !item.need.is_empty()));
        play.act(Action::Back).at("guide-reasons");
    }
    assert!(play.state.case.is_none());
}

#[test]
fn each_screen_of_the_way_has_a_short_help() {
    let mut play = Play::new();
    play.until_slot();
    while play.screen().name != "preferences" {
        let screen = play.screen();
        let helped = screen.help.is_some() || matches!(screen.body, Body::Picture { .. });
        assert!(helped, "{} has no help", screen.name);
        let longest = screen
            .help
            .unwrap_or_default()
            .split(['.', '?', '!'])
            .map(|of| of.split_whitespace().count())
            .max();
        assert!(longest.unwrap_or_default() <= 20, "{}", screen.name);
        play.act(Action::Back);
    }
}
