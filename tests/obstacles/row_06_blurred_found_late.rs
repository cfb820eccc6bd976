//! A blurred document is found only at the interview: it is found while it is still in the hand, with a sentence that
//! says what to do, and only that page is taken again.

use crate::ANSWER;
use crate::play::Play;
use claim::Event;
use journey::{Action, Body, offers};
use product_tests::{Kiosk, Window};
use std::fs;
use std::path::Path;

#[test]
fn a_blurred_picture_is_refused_with_advice_and_only_it_is_taken_again() {
    let mut play = Play::new();
    play.until_ktp();
    play.problems = vec!["blurred".into()];
    play.act(Action::Shoot).at("picture-ktp");
    let Body::Picture { good, verdict, keep, .. } = play.screen().body else { panic!("no picture") };
    assert!(!good && keep.is_none());
    assert!(!verdict.title.is_empty() && verdict.text.contains("lalu foto lagi"), "{}", verdict.text);
    play.problems.clear();
    play.act(Action::Retake).at("capture-ktp").act(Action::Shoot).act(Action::Keep);
    assert!(!play.claim().flagged("ktp"));
}

#[test]
fn each_problem_says_what_to_do_in_one_sentence() {
    let problems =
        ["not_found", "too_dark", "overexposed", "cut_off", "covered", "too_far", "tilted", "glare"];
    for problem in problems.into_iter().chain(["moved", "blurred"]) {
        let mut play = Play::new();
        play.until_ktp();
        play.problems = vec![problem.into()];
        play.act(Action::Shoot);
        let Body::Picture { verdict, .. } = play.screen().body else { panic!("no picture") };
        let text = verdict.text.trim_end_matches('.');
        assert!(!text.contains('.') && !text.contains("picture-"), "{problem}: {text}");
    }
}

#[test]
fn a_page_that_is_wanted_again_is_taken_alone() {
    let mut play = Play::new();
    play.until_answers();
    let before = play.claim().pages.clone();
    let events = play.journal.len();
    play.act(Action::Change { step: "capture-bank_book".into() }).act(Action::Shoot).act(Action::Keep);
    let taken = |event: &&Event| matches!(event, Event::PageTaken { .. });
    assert_eq!(play.journal[events..].iter().filter(taken).count(), 1);
    for (document, pages) in &play.claim().pages {
        assert_eq!(document == "bank_book", *pages != before[document], "{document}");
    }
}

#[test]
fn who_tried_three_times_goes_on_and_a_person_looks_at_the_original() {
    let mut play = Play::new();
    play.until_ktp();
    play.problems = vec!["blurred".into()];
    for _ in 0..2 {
        play.act(Action::Shoot).act(Action::Retake);
    }
    play.act(Action::Shoot);
    let screen = play.screen();
    let Body::Picture { verdict, .. } = &screen.body else { panic!("no picture") };
    assert!(offers(&screen, &Action::Keep) && offers(&screen, &Action::CallAssistant));
    assert!(verdict.text.contains("Petugas"), "{}", verdict.text);
    play.act(Action::Keep);
    assert!(play.claim().flagged("ktp"));
}

/// A folder of photographs in which the identity card is the given one.
fn hold_up(folder: &Path, ktp: &Path, name: &str) {
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/photos");
    for entry in fs::read_dir(&good).unwrap() {
        let photo = entry.unwrap().path();
        let file = photo.file_name().unwrap();
        if file != "ktp.jpg" {
            fs::copy(&photo, folder.join(file)).unwrap();
        }
    }
    fs::copy(ktp, folder.join(name)).unwrap();
}

fn shoot(window: &mut Window) {
    let aiming = |view: &product_tests::View| view.screen == "capture-ktp" && view.has("shoot");
    window.wait("the camera", ANSWER, aiming).unwrap();
    window.tap("shoot").unwrap();
    window.wait_for_screen("picture-ktp", ANSWER).unwrap();
}

#[test]
fn in_the_window_a_blurred_photograph_is_refused_and_a_clear_one_taken() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
    let photos = tempfile::tempdir().unwrap();
    hold_up(photos.path(), &samples.join("photos-bad/ktp-blurred.jpg"), "ktp-blurred.jpg");
    let setting = format!("camera.folder={}", photos.path().display());
    let mut kiosk = Kiosk::open(false, &["reading.on=false", &setting]).unwrap();
    kiosk.play_until("capture-ktp").unwrap();
    let window = kiosk.window().unwrap();
    shoot(window);
    let view = window.view().unwrap();
    assert!(view.has("retake") && !view.has("keep"), "{view:?}");
    assert!(window.text("main [role=status] h2 + p").unwrap().contains("lalu foto lagi"));

    fs::remove_file(photos.path().join("ktp-blurred.jpg")).unwrap();
    fs::copy(samples.join("photos/ktp.jpg"), photos.path().join("ktp-clear.jpg")).unwrap();
    window.tap("retake").unwrap();
    // The camera looks into its folder once a second.
    let good = |view: &product_tests::View| view.has("keep");
    for _ in 0..3 {
        shoot(window);
        if good(&window.view().unwrap()) {
            break;
        }
        window.tap("retake").unwrap();
    }
    window.wait("a picture that can be used", ANSWER, good).unwrap();
    window.tap("keep").unwrap();
    window.wait("the next step", ANSWER, |view| !view.screen.ends_with("-ktp")).unwrap();
}
