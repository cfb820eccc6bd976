//! Reading aloud in the real window: begun and stopped by touches.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use product_tests::Kiosk;
use product_tests::{View, Window};
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const TIME: Duration = Duration::from_secs(20);

/// A sound device that takes a second of sound and then holds on to the rest: it speaks until it is stopped.
fn endless(folder: &Path) -> (String, File) {
    let pipe = folder.join("sound");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let held = File::options().read(true).write(true).open(&pipe).unwrap();
    (format!("voice.device=\"file:'{}',raw\"", pipe.display()), held)
}

fn says(window: &Window, words: &str) -> View {
    let button = |_: &View| window.text("[data-id=voice]").is_ok_and(|text| text.trim() == words);
    window.wait(&format!("the button to say {words}"), TIME, button).unwrap()
}

/// The touch on "stop" must not stop the voice before the button is asked: the button would turn into "listen" below the
/// finger, and the same touch would begin anew.
#[test]
fn the_voice_is_begun_and_stopped_by_touches() {
    let folder = tempfile::tempdir().unwrap();
    let (setting, _held) = endless(folder.path());
    let mut kiosk = Kiosk::open(false, &[&setting]).unwrap();
    let window = kiosk.window().unwrap();
    says(window, "Dengarkan");
    window.tap("voice").unwrap();
    says(window, "Berhenti");
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());

    window.tap("voice").unwrap();
    says(window, "Dengarkan");
    window.tap("voice").unwrap();
    says(window, "Berhenti");

    // Anywhere else, right after another touch.
    window
        .execute(
            "document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}))",
            &[],
        )
        .unwrap();
    says(window, "Dengarkan");

    window.tap("begin").unwrap();
    window.wait_for_screen("preferences", TIME).unwrap();
    says(window, "Berhenti");
    window.tap("voice").unwrap();
    says(window, "Dengarkan");
    window.tap("next").unwrap();
    window.wait_for_screen("overview", TIME).unwrap();
    says(window, "Dengarkan");
}
