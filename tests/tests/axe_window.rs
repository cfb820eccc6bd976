//! What axe knows about people with disabilities, on every screen of the journey and on what lies over it.

use anyhow::Result;
use product_tests::{Kiosk, View, Window};
use std::time::Duration;

/// What is wrong on all screens of a claim, and how many were looked at.
fn findings(portrait: bool, settings: &[&str]) -> Result<(Vec<String>, u32)> {
    let mut kiosk = Kiosk::open(portrait, settings)?;
    let mut wrong: Vec<String> = Vec::new();
    let mut looked = 0;
    let look = |window: &mut Window, view: &View| {
        looked += 1;
        wrong.extend(window.axe()?.into_iter().map(|line| format!("{}: {line}", view.screen)));
        Ok(())
    };
    kiosk.play_and_look("ticket", look)?;
    Ok((wrong, looked))
}

#[test]
fn every_screen_of_the_journey_passes_on_a_wide_panel() {
    let (wrong, looked) = findings(false, &[]).unwrap();
    assert!(looked > 20, "only {looked} screens were looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_screen_of_the_journey_passes_on_an_upright_panel_in_english() {
    let (wrong, looked) = findings(true, &["kiosk.languages=[\"en\", \"id\"]"]).unwrap();
    assert!(looked > 20, "only {looked} screens were looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_lies_over_a_screen_passes() {
    let mut kiosk = Kiosk::open(false, &[]).unwrap();
    kiosk.play_until("name").unwrap();
    let window = kiosk.window().unwrap();
    for (control, close) in [("assistant", "carry-on"), ("counter", "carry-on"), ("leave", "carry-on")] {
        window.tap(control).unwrap();
        let open = |view: &View| view.overlay.is_some();
        let view = window.wait("an overlay", Duration::from_secs(10), open).unwrap();
        assert!(!view.has(control), "what lies below `{control}` can still be touched: {:?}", view.controls);
        let wrong = window.axe().unwrap();
        assert!(wrong.is_empty(), "{control}: {}", wrong.join("\n"));
        window.tap(close).unwrap();
        window.wait("no overlay", Duration::from_secs(10), |view| view.overlay.is_none()).unwrap();
    }
}
