//! The counter and the board in their windows, beside the kiosk, on one data folder: a number is taken, called with the
//! keyboard, and seen in the hall.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use product_tests::{Kiosk, Window, WindowOptions};
use std::path::Path;
use std::time::Duration;

const TIME: Duration = Duration::from_secs(30);
/// Numbers are given whatever time it is where this runs.
const OPEN: [&str; 3] = [
    "branch.opens=\"00:00\"",
    "branch.closes=\"23:59\"",
    "branch.open_days=[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"]",
];
/// Enter, as WebDriver writes it.
const ENTER: &str = "\u{e007}";

fn open(data: &Path, portrait: bool, settings: &[&str]) -> Window {
    let mut options = WindowOptions::new(data, portrait);
    options.settings.extend(settings.iter().map(|setting| (*setting).to_owned()));
    Window::open(&options).unwrap()
}

fn counter(data: &Path, portrait: bool) -> Window {
    let officer = ["officers.rina.name=Rina", "officers.rina.pin=\"2468\"", "officers.rina.checks=first"];
    let settings = [&["kiosk.role=counter", "kiosk.counter=2"][..], &officer].concat();
    open(data, portrait, &settings)
}

/// Keeps a picture where somebody wants to look at it.
fn picture(window: &Window, name: &str) {
    if let Some(folder) = std::env::var_os("ANJUNGAN_PICTURES") {
        window.screenshot(&Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

fn passes(window: &Window, name: &str) {
    assert_eq!(window.axe().unwrap(), Vec::<String>::new(), "{name}");
    picture(window, name);
}

fn play(portrait: bool) {
    let way = if portrait { "portrait" } else { "landscape" };
    let mut kiosk = Kiosk::open(portrait, &[&["reading.on=false"], &OPEN[..]].concat()).unwrap();
    kiosk.play_until("answers").unwrap();
    let data = kiosk.data().to_owned();
    let board = open(&data, portrait, &["kiosk.role=board", "voice.device=no-such-device"]);
    board.wait_for_screen("idle", TIME).unwrap();
    passes(&board, &format!("board-idle-{way}"));

    let window = kiosk.window().unwrap();
    window.tap("counter").unwrap();
    window.wait("the question", TIME, |view| view.overlay.is_some()).unwrap();
    window.tap("counter-yes").unwrap();
    window.wait_for_screen("counter", TIME).unwrap();

    let mut desk = counter(&data, portrait);
    desk.wait_for_screen("sign-in", TIME).unwrap();
    passes(&desk, &format!("counter-sign-in-{way}"));
    desk.keyboard("h1", "1").unwrap();
    desk.wait("the PIN", TIME, |view| view.field.is_some()).unwrap();
    desk.keyboard("[data-pin]", &format!("2468{ENTER}")).unwrap();
    desk.wait_for_screen("free", TIME).unwrap();
    desk.wait("somebody to call", TIME, |view| view.has("call-next")).unwrap();
    passes(&desk, &format!("counter-free-{way}"));

    desk.keyboard("h1", "p").unwrap();
    desk.wait_for_screen("called", TIME).unwrap();
    assert_eq!(desk.text("[data-number]").unwrap(), "B-001");
    board.wait_for_screen("calls", TIME).unwrap();
    assert_eq!(board.text("[data-number]").unwrap(), "B-001");
    assert_eq!(board.text("[data-counter]").unwrap(), "2");
    passes(&board, &format!("board-{way}"));

    desk.keyboard("h1", "d").unwrap();
    desk.wait_for_screen("serving", TIME).unwrap();
    passes(&desk, &format!("counter-serving-{way}"));
    desk.keyboard("h1", "1").unwrap();
    desk.wait("the document", TIME, |view| {
        view.controls.iter().any(|control| control.id.starts_with("look-") && control.chosen)
    })
    .unwrap();
    desk.wait_for_pictures().unwrap();
    passes(&desk, &format!("counter-page-{way}"));
    desk.keyboard("h1", "f").unwrap();
    desk.wait("the question", TIME, |view| view.overlay.as_deref() == Some("why")).unwrap();
    passes(&desk, &format!("counter-why-{way}"));
    desk.tap("unreadable").unwrap();
    desk.wait("the desk", TIME, |view| view.overlay.is_none()).unwrap();
    desk.keyboard("h1", "s").unwrap();
    desk.wait_for_screen("free", TIME).unwrap();
}

#[test]
fn a_number_is_called_with_the_keyboard_and_seen_in_the_hall() {
    play(false);
}

#[test]
fn counter_and_board_stand_upright_as_well() {
    play(true);
}
