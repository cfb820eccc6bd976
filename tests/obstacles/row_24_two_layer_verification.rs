//! Two officers verify each claim: a document that one of them wants again is asked for alone, and who comes back sees
//! how far both are.

use crate::play::Play;
use claim::{Claim, Event, Stage, WHY_AGAIN};
use journey::*;

/// A finished claim whose participant has gone, and what officers did since.
fn handed_over(by_officers: &[Event]) -> Play {
    let mut play = Play::new();
    play.until_slot().choose("2026-09-11T09:00:00").act(Action::Next).at("ticket").act(Action::Done);
    play.kept.as_mut().unwrap().1.extend_from_slice(by_officers);
    play.delivered = 0;
    play
}

/// The participant scans the ticket.
fn comes_back(play: &mut Play) {
    let (id, events) = play.kept.clone().unwrap();
    let case = Case { id, claim: Claim::from_events(&events), practice: false };
    let outcome = found(&play.state, Some(case), true, &play.world());
    play.follow(outcome);
}

fn asked(document: &str, why: &str) -> Event {
    Event::AskedAgain { document: document.into(), why: why.into(), by: "rina".into() }
}

fn verified(stage: Stage, by: &str) -> Event {
    Event::Verified { stage, by: by.into() }
}

fn checks(screen: &Screen) -> Vec<String> {
    let Body::Ticket { checks, .. } = &screen.body else { panic!("{} is no ticket", screen.name) };
    checks.iter().map(|row| row.value.clone()).collect()
}

#[test]
fn the_page_that_is_wanted_again_is_asked_for_and_nothing_else() {
    let mut play = handed_over(&[verified(Stage::First, "rina"), asked("bank_book", "unreadable")]);
    comes_back(&mut play);
    play.at("capture-bank_book");
    let banner = play.screen().banner.unwrap().text;
    assert!(banner.contains("Tulisannya belum terbaca jelas."), "{banner}");
    let before = play.claim().clone();
    play.act(Action::Shoot).at("picture-bank_book").act(Action::Keep).at("ticket");
    for (document, pages) in &play.claim().pages {
        assert_eq!(document == "bank_book", *pages != before.pages[document], "{document}");
    }
    assert_eq!((&play.claim().answers, &play.claim().slot), (&before.answers, &before.slot));
    assert_eq!(play.claim().interview, before.interview, "the number stays");
    assert_eq!(play.delivered, 1, "the packet goes out with the new page");
    assert!(play.screen().banner.unwrap().text.contains("sudah kami terima"));
    assert!(play.claim().wants_delivery());
}

#[test]
fn several_pages_are_asked_for_one_after_the_other() {
    let mut play = handed_over(&[asked("ktp", "cut-off"), asked("photo", "not-there")]);
    comes_back(&mut play);
    play.at("capture-ktp").act(Action::Shoot).act(Action::Keep);
    play.at("capture-photo").act(Action::BringLater).at("ticket");
    assert!(play.claim().asked.is_empty());
}

#[test]
fn who_puts_it_off_sees_the_ticket_and_can_begin_from_there() {
    let mut play = handed_over(&[asked("ktp", "other-document")]);
    comes_back(&mut play);
    play.at("capture-ktp").act(Action::Back).at("ticket");
    assert_eq!(checks(&play.screen()), ["Setelah foto ulang", "Setelah foto ulang"]);
    let Body::Ticket { asked, .. } = play.screen().body else { panic!("no ticket") };
    let asked = asked.unwrap();
    assert!(asked.label.contains("KTP"), "{}", asked.label);
    play.act(asked.action).at("capture-ktp").act(Action::Shoot).act(Action::Keep).at("ticket");
}

#[test]
fn who_comes_back_sees_both_verifications() {
    let mut play = handed_over(&[verified(Stage::First, "rina")]);
    comes_back(&mut play);
    assert_eq!(checks(&play.at("ticket").screen()), ["Sudah selesai", "Menunggu petugas"]);
    let mut play = handed_over(&[verified(Stage::First, "rina"), verified(Stage::Second, "wati")]);
    comes_back(&mut play);
    assert_eq!(checks(&play.screen()), ["Sudah selesai", "Sudah selesai"]);
    let mut new = Play::new();
    new.until_slot().choose("2026-09-11T09:00:00").act(Action::Next);
    assert_eq!(checks(&new.screen()), Vec::<String>::new(), "nobody has come back yet");
}

#[test]
fn every_reason_is_a_kind_sentence() {
    for why in WHY_AGAIN {
        let mut play = handed_over(&[asked("ktp", why)]);
        comes_back(&mut play);
        let text = play.screen().banner.unwrap().text;
        assert!(text.ends_with('.') && !text.contains("again-"), "{text}");
        assert!(!text.to_lowercase().contains("salah"), "nobody is blamed: {text}");
    }
}
