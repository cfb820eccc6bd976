//! The whole claim in the real window: from the first touch to the ticket, and nothing personal left behind.

use product_tests::{Kiosk, check_outcome, collect_outcome};
use std::time::Duration;

#[test]
fn a_claim_leads_from_the_first_touch_to_a_ticket_and_a_packet() {
    let mut kiosk = Kiosk::open(false, &[]).unwrap();
    let played = kiosk.play_until("ticket").unwrap();
    assert_eq!(played.screens.first().map(String::as_str), Some("welcome"));

    let number = kiosk.window().unwrap().text("[data-ticket]").unwrap();
    let (series, digits) = number.split_at(1);
    assert!(series == "A" && digits.trim_matches('-').parse::<u32>().is_ok(), "{number}");

    let out = tempfile::tempdir().unwrap();
    collect_outcome(kiosk.data(), out.path()).unwrap();
    let documents = check_outcome(out.path()).unwrap();
    let mut kinds: Vec<&str> = documents.iter().map(|document| document.kind.as_str()).collect();
    kinds.sort_unstable();
    let all = ["bank_book", "kk", "kpj_card", "ktp", "npwp", "paklaring", "photo", "resignation_letter"];
    assert_eq!(kinds, all);
}

#[test]
fn the_screen_is_wiped_when_the_participant_is_done() {
    let mut kiosk = Kiosk::open(true, &[]).unwrap();
    let [name, nik] = ["name", "nik"].map(|what| kiosk.person.typed(what).unwrap());
    kiosk.play_until("answers").unwrap();
    let shown = kiosk.window().unwrap().text("body").unwrap();
    assert!(shown.contains(&name), "the check of the answers shows the name");

    kiosk.play_until("ticket").unwrap();
    let window = kiosk.window().unwrap();
    window.tap("done").unwrap();
    window.wait_for_screen("rating", Duration::from_secs(20)).unwrap();
    let page = window.execute("return document.documentElement.outerHTML", &[]).unwrap().to_string();
    assert!(!page.contains(&name) && !page.contains(&nik), "something personal is left on the screen");
}
