//! Typing on the keyboard of the screen, at the pace of somebody who looks for each key.

use product_tests::Kiosk;
use serde_json::json;

/// Once, each time typing rested and was kept, the keyboard was built anew below the finger: a key that was being
/// pressed at that moment was lost.
#[test]
fn the_keyboard_stays_as_it_is_while_what_was_typed_is_kept() {
    let mut kiosk = Kiosk::open(false, &["reading.on=false"]).unwrap();
    let nik = kiosk.person.typed("nik").unwrap();
    kiosk.play_until("nik").unwrap();
    let window = kiosk.window().unwrap();
    window.execute("document.querySelector('[data-key=\"3\"]').mark = 'the same'", &[]).unwrap();
    for typed in 1..=3 {
        window.type_keys(&nik[typed - 1..typed]).unwrap();
        window.wait_for_kept(typed).unwrap();
    }
    // The window has drawn what the kiosk kept once it has been through its own queue.
    window.execute("return null", &[]).unwrap();
    let mark = window.execute("return document.querySelector('[data-key=\"3\"]').mark", &[]).unwrap();
    assert_eq!(mark, json!("the same"));
}
