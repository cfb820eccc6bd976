//! The page may be loaded anew at any moment, as after a crash of the web view: nothing is lost.

use product_tests::Kiosk;
use std::time::Duration;

#[test]
fn a_reload_returns_to_the_same_screen_with_what_was_typed() {
    let mut kiosk = Kiosk::open(false, &["reading.on=false"]).unwrap();
    let nik = kiosk.person.typed("nik").unwrap();
    kiosk.play_until("nik").unwrap();
    let window = kiosk.window().unwrap();
    window.type_keys(&nik[..7]).unwrap();
    window.wait_for_kept(7).unwrap();
    window.reload().unwrap();
    let typed = |view: &product_tests::View| {
        let there = view.field.as_ref().map(|(_, text)| text.replace(' ', ""));
        view.screen == "nik" && there.as_deref() == Some(&nik[..7])
    };
    window.wait("`nik` with seven digits", Duration::from_secs(20), typed).unwrap();

    let played = kiosk.play_until("capture-kpj_card").unwrap();
    assert_eq!(played.screens, ["nik", "birth-date", "capture-kpj_card"]);
}
