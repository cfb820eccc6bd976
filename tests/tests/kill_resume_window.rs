//! The power fails in the middle of a claim, again and again: the participant goes on where they were, and nothing is
//! asked twice.

use product_tests::{Kiosk, check_outcome, collect_outcome};

const CUTS: [&str; 6] = ["checklist", "picture-ktp", "kpj", "capture-bank_book", "answers", "slot"];

#[test]
fn a_claim_survives_a_power_cut_on_each_of_its_parts() {
    let mut kiosk = Kiosk::open(false, &["reading.on=false"]).unwrap();
    let mut seen: Vec<String> = Vec::new();
    for cut in CUTS {
        let played = kiosk.play_until(cut).unwrap();
        // The screen of the last cut comes up once more, to be answered now; everything else is new.
        for screen in played.screens.iter().skip(1) {
            assert!(
                !seen.contains(screen),
                "`{screen}` was asked twice: {:?} after {seen:?}",
                played.screens
            );
        }
        seen.extend(played.screens);
        let code = kiosk.code().unwrap();
        kiosk.power_cut().unwrap();
        let resumed = kiosk.resume(&code).unwrap();
        assert_eq!(resumed.screen, cut, "the claim goes on where it was");
    }
    kiosk.play_until("ticket").unwrap();

    let out = tempfile::tempdir().unwrap();
    collect_outcome(kiosk.data(), out.path()).unwrap();
    assert_eq!(check_outcome(out.path()).unwrap().len(), 8, "each document is there, captured once");
}

#[test]
fn what_was_being_typed_survives_a_power_cut() {
    let mut kiosk = Kiosk::open(false, &["reading.on=false"]).unwrap();
    let account = kiosk.person.typed("account").unwrap();
    kiosk.play_until("account").unwrap();
    let code = kiosk.code().unwrap();
    kiosk.window().unwrap().type_keys(&account[..6]).unwrap();
    let typed = |view: &product_tests::View| {
        view.field.as_ref().is_some_and(|(_, text)| text.replace(' ', "") == account[..6])
    };
    kiosk.window().unwrap().wait_for_kept(6).unwrap();
    kiosk.power_cut().unwrap();
    let resumed = kiosk.resume(&code).unwrap();
    assert!(resumed.screen == "account" && typed(&resumed), "{resumed:?}");
}
