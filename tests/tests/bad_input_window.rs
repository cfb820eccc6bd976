//! Whatever stands in a field: a plain sentence beside it says what to do, the focus goes there, what was typed stays.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use product_tests::{Kiosk, Window};
use std::time::Duration;

/// Puts a text into the field as a paste does.
const PASTE: &str = "const field = document.querySelector('[data-field]');
    field.focus();
    field.value = arguments[0];
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
const PROBLEM: &str = "return document.querySelector('[role=alert]')?.textContent.trim() ?? ''";
const FOCUSED: &str = "return document.activeElement?.dataset.field ?? ''";

fn text(window: &Window, script: &str) -> String {
    window.execute(script, &[]).unwrap().as_str().unwrap_or_default().to_owned()
}

#[test]
fn each_wrong_input_is_answered_beside_the_field() {
    let mut kiosk = Kiosk::open(false, &["reading.on=false"]).unwrap();
    kiosk.play_until("nik").unwrap();
    let window = kiosk.window().unwrap();
    let long = "9".repeat(10_000);
    for typed in ["", "350715520879000", "35071552087900011", "tiga lima", "🙂🙂", "3507153208790001", &long]
    {
        let before = window.view().unwrap();
        window.execute(PASTE, &[typed.into()]).unwrap();
        window.tap("next").unwrap();
        window.wait_for_next(&before, Duration::from_secs(20)).unwrap();
        assert_eq!(window.screen_name().unwrap(), "nik");
        let problem = text(window, PROBLEM);
        assert!(problem.len() > 20 && problem.contains("NIK"), "{problem:?} for {} characters", typed.len());
        assert_eq!(text(window, FOCUSED), "nik");
        let (_, kept) = window.view().unwrap().field.unwrap();
        let cut: String = typed.chars().filter(|c| !c.is_whitespace()).take(200).collect();
        let kept: String = kept.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(kept, cut);
    }
}

#[test]
fn days_that_cannot_be_are_answered_beside_the_field() {
    let mut kiosk = Kiosk::open(true, &["reading.on=false"]).unwrap();
    kiosk.play_until("birth-date").unwrap();
    let window = kiosk.window().unwrap();
    for typed in ["31022000", "12082099", "1208197", "01011850"] {
        let before = window.view().unwrap();
        window.execute(PASTE, &[typed.into()]).unwrap();
        window.tap("next").unwrap();
        window.wait_for_next(&before, Duration::from_secs(20)).unwrap();
        assert_eq!(window.screen_name().unwrap(), "birth-date");
        assert!(text(window, PROBLEM).len() > 20, "{typed}");
    }
}
