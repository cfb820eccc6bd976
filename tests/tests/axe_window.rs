//! What axe knows about people with disabilities, on every screen of the journey and on what lies over it.

use anyhow::Result;
use product_tests::{Kiosk, View, Window};
use std::time::Duration;

const TIME: Duration = Duration::from_secs(10);

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
    let window = kiosk.window()?;
    for (control, screen) in [("done", "rating"), ("4", "thanks"), ("say-more", "survey")] {
        wrong.extend(look_at(window, control, screen)?);
    }
    Ok((wrong, looked))
}

/// Touches a control and looks at the screen that comes.
fn look_at(window: &mut Window, control: &str, screen: &str) -> Result<Vec<String>> {
    window.tap(control)?;
    window.wait_for_screen(screen, TIME)?;
    Ok(window.axe()?.into_iter().map(|line| format!("{screen}: {line}")).collect())
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

/// Explanations, practice, other programmes, and who cannot claim yet; in Javanese.
#[test]
fn screens_beside_the_way_pass() {
    let mut kiosk = Kiosk::open(true, &["kiosk.languages=[\"jv\", \"id\"]"]).unwrap();
    let yesterday = jiff::Zoned::now().date().yesterday().unwrap().strftime("%d%m%Y").to_string();
    let window = kiosk.window().unwrap();
    window.wait_for_screen("welcome", TIME).unwrap();
    let mut wrong = vec![];
    let mut walk = |window: &mut Window, way: &[(&str, &str)]| {
        for (control, screen) in way {
            wrong.extend(look_at(window, control, screen).unwrap());
        }
    };
    walk(window, &[("guide", "guide"), ("documents", "guide-reasons"), ("phk", "guide-documents")]);
    walk(
        window,
        &[("back", "guide-reasons"), ("back", "welcome"), ("practice", "preferences"), ("next", "overview")],
    );
    window.tap("leave").unwrap();
    window.wait("the question", TIME, |view| view.overlay.is_some()).unwrap();
    walk(
        window,
        &[("leave-yes", "welcome"), ("begin", "preferences"), ("next", "overview"), ("next", "consent")],
    );
    walk(
        window,
        &[("agree", "reason"), ("other", "programme"), ("jkp", "other-programme"), ("back", "programme")],
    );
    walk(window, &[("back", "reason"), ("resign", "ended"), ("no", "ended-on")]);
    window.type_keys(&yesterday).unwrap();
    walk(window, &[("next", "reported"), ("yes", "not-yet")]);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_lies_over_a_screen_passes() {
    let mut kiosk = Kiosk::open(false, &["reading.on=false"]).unwrap();
    kiosk.play_until("name").unwrap();
    let window = kiosk.window().unwrap();
    for (control, close) in [("assistant", "carry-on"), ("counter", "carry-on"), ("leave", "carry-on")] {
        window.tap(control).unwrap();
        let open = |view: &View| view.overlay.is_some();
        let view = window.wait("an overlay", TIME, open).unwrap();
        assert!(!view.has(control), "what lies below `{control}` can still be touched: {:?}", view.controls);
        let wrong = window.axe().unwrap();
        assert!(wrong.is_empty(), "{control}: {}", wrong.join("\n"));
        window.tap(close).unwrap();
        window.wait("no overlay", TIME, |view| view.overlay.is_none()).unwrap();
    }
}
