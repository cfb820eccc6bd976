//! A participant walks away: a warning with a countdown first, then the screen is wiped and nothing is lost. The
//! clock is put forward by the dock; nobody waits.

use anyhow::Result;
use product_tests::{Kiosk, View};
use serde_json::json;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(10);

/// Puts the clock forward by so many seconds more than the real time.
fn put_forward(kiosk: &mut Kiosk, seconds: f64) -> Result<()> {
    let command = json!({"command": {"set": "clock_offset_minutes", "minutes": seconds / 60.0}});
    kiosk.window()?.invoke("dock", command).map(drop)
}

fn warned(view: &View) -> bool {
    view.overlay.as_deref() == Some("idle")
}

#[test]
fn a_warning_comes_first_and_a_touch_takes_it_away() {
    let mut kiosk =
        Kiosk::open(false, &["session.idle_seconds=600", "session.warning_seconds=30", "reading.on=false"])
            .unwrap();
    kiosk.play_until("nik").unwrap();
    put_forward(&mut kiosk, 610.0).unwrap();
    let window = kiosk.window().unwrap();
    let view = window.wait("the warning", SOON, warned).unwrap();
    assert_eq!(view.screen, "nik", "the screen stays below the warning");
    window.tap("stay").unwrap();
    let view = window.wait("no warning", SOON, |view| view.overlay.is_none()).unwrap();
    assert_eq!(view.screen, "nik");
}

#[test]
fn a_session_that_nobody_touches_is_wiped_and_can_be_continued() {
    let mut kiosk =
        Kiosk::open(false, &["session.idle_seconds=600", "session.warning_seconds=30", "reading.on=false"])
            .unwrap();
    let [name, nik] = ["name", "nik"].map(|what| kiosk.person.typed(what).unwrap());
    kiosk.play_until("kpj").unwrap();
    let code = kiosk.code().unwrap();
    put_forward(&mut kiosk, 640.0).unwrap();
    let window = kiosk.window().unwrap();
    window.wait_for_screen("welcome", SOON).unwrap();
    let page = window.execute("return document.documentElement.outerHTML", &[]).unwrap().to_string();
    assert!(
        !page.contains(&name) && !page.contains(&nik),
        "something personal is left on the waiting screen"
    );
    assert_eq!(kiosk.resume(&code).unwrap().screen, "kpj");
}

#[test]
fn the_waiting_screen_never_warns() {
    let mut kiosk = Kiosk::open(true, &[]).unwrap();
    put_forward(&mut kiosk, 100_000.0).unwrap();
    let view = kiosk.window().unwrap().view().unwrap();
    assert!(view.screen == "welcome" && view.overlay.is_none(), "{view:?}");
}
