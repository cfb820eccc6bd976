//! Afraid to enter data, does not know the whole procedure: the step map comes first, one question stands on a screen,
//! nothing is sent until it is confirmed, and help is always visible.

use crate::play::Play;
use journey::{Action, Body, offers};
use product_tests::Kiosk;

#[test]
fn the_way_is_shown_before_anything_is_asked() {
    let mut play = Play::new();
    play.act(Action::Begin).act(Action::Next).at("overview");
    let screen = play.screen();
    let Body::Story { panels, .. } = &screen.body else { panic!("no pictures") };
    assert_eq!(panels.len(), 6);
    assert!(panels.iter().all(|panel| !panel.title.is_empty() && !panel.text.is_empty()));
    assert!(screen.help.is_some_and(|help| help.contains("Tidak ada yang dikirim sebelum Anda setuju")));
    assert!(play.claim().answers.is_empty() && play.claim().consent.is_none());
}

#[test]
fn each_screen_asks_one_thing_and_offers_a_person() {
    let mut play = Play::new();
    play.until_slot();
    let mut seen = vec![];
    while play.screen().name != "preferences" {
        let screen = play.screen();
        assert!(offers(&screen, &Action::CallAssistant), "{}", screen.name);
        assert!(offers(&screen, &Action::CounterTicket), "{}", screen.name);
        assert!(screen.header.steps.is_some(), "{} says where on the way it is", screen.name);
        seen.push(screen.name.clone());
        play.act(Action::Back);
    }
    assert!(seen.len() > 20, "{seen:?}");
}

#[test]
fn nothing_is_sent_before_the_declaration() {
    let mut play = Play::new();
    play.until_answers().act(Action::Next).at("declaration");
    assert_eq!(play.delivered, 0);
    play.act(Action::Next).choose("2026-09-11").choose("2026-09-11T09:00:00");
    assert_eq!(play.delivered, 0);
    play.act(Action::Next).at("ticket");
    assert_eq!(play.delivered, 1);
}

#[test]
fn in_the_window_the_way_is_six_pictures_with_help_beside_them() {
    let mut kiosk = Kiosk::open(false, &[]).unwrap();
    kiosk.play_until("overview").unwrap();
    let window = kiosk.window().unwrap();
    assert_eq!(window.count("main ol > li, main [data-panel]").unwrap(), 6);
    assert!(
        window.count("[data-id=assistant]").unwrap() == 1 && window.count("[data-id=counter]").unwrap() == 1
    );
    let played = kiosk.play_until("reason").unwrap();
    assert_eq!(played.screens, ["overview", "consent", "reason"]);
}
