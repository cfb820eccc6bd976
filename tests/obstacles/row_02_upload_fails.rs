//! Uploading fails, and all of it has to be done again: each page is kept as soon as it is taken, what fails is tried
//! again by itself and nothing else is, and the code leads back to the same place.

use crate::ANSWER;
use crate::play::Play;
use claim::Claim;
use journey::Action;
use product_tests::{Kiosk, wait_for_file};
use std::fs;

#[test]
fn each_page_is_in_the_journal_as_soon_as_it_is_kept() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot).act(Action::Keep);
    // The power fails here: the journal is all that is left.
    assert!(Claim::from_events(&play.journal).kept("ktp").is_some());
    // A picture that was taken and not yet looked at is there as well.
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot);
    let again = Claim::from_events(&play.journal);
    assert!(again.pages["ktp"].candidate.is_some() && again.kept("ktp").is_none());
}

#[test]
fn the_code_leads_back_and_no_picture_is_asked_for_again() {
    let mut play = Play::new();
    play.until_answers();
    let pages = play.claim().pages.clone();
    play.act(Action::Leave).act(Action::Confirm);
    play.act(Action::Resume).act(Action::TypeCode).answer("K7PM4QXT").answer("12081979").at("answers");
    assert_eq!(play.claim().pages, pages);
}

#[test]
fn in_the_window_only_what_failed_is_done_again() {
    let share = tempfile::tempdir().unwrap();
    let folder = share.path().join("not-mounted/packets");
    let setting = format!("delivery.folder={}", folder.display());
    let mut kiosk = Kiosk::open(false, &["reading.on=false", &setting]).unwrap();
    let before = kiosk.play_until("capture-bank_book").unwrap();
    assert!(before.screens.iter().any(|screen| screen == "picture-ktp"));
    let code = kiosk.code().unwrap();
    kiosk.power_cut().unwrap();
    assert_eq!(kiosk.resume(&code).unwrap().screen, "capture-bank_book");
    let after = kiosk.play_until("ticket").unwrap();
    assert!(!after.screens.iter().any(|screen| screen == "capture-ktp"), "{:?}", after.screens);

    // The share was away, and the participant has the ticket all the same.
    assert!(!folder.exists());
    fs::create_dir_all(&folder).unwrap();
    kiosk.power_cut().unwrap();
    kiosk.window().unwrap().wait_for_screen("welcome", ANSWER).unwrap();
    let packet = wait_for_file(&folder, |name| !name.starts_with('.')).unwrap();
    let names: Vec<_> = fs::read_dir(packet).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().any(|name| name == "packet.pdf") && names.len() == 9, "{names:?}");
}
