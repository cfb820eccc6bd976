//! Did not know which documents: after the reason the checklist with pictures comes before any typing, what is missing
//! can be printed, and the claim goes on another day.

use crate::play::Play;
use journey::{Action, Body, PaperKind, offers};
use product_tests::{Kiosk, wait_for_file};

#[test]
fn the_checklist_comes_before_any_typing() {
    for reason in ["resign", "phk", "pkwt", "usia_56", "usia_pkb", "sebagian_10", "sebagian_30"] {
        let mut play = Play::new();
        play.until_reason().choose(reason);
        let mut screens = vec![];
        while let Body::Choices { groups } = play.screen().body {
            screens.push(play.screen().name);
            // The answers that let people go on come first, but for a part taken earlier: "no".
            play.act(groups[0].choices[0].button.action.clone());
        }
        assert_eq!(
            play.screen().name,
            "checklist",
            "{reason}: touches alone lead there, by way of {screens:?}"
        );
        let Body::Checklist { items } = play.screen().body else { panic!("no checklist") };
        assert!(items.len() >= 4 && items.iter().all(|item| !item.note.is_empty()), "{reason}");
    }
}

#[test]
fn what_is_missing_is_printed_and_the_claim_goes_on_later() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|document| document != "bank_book").act(Action::Next).at("missing");
    play.act(Action::PrintAgain);
    assert_eq!(play.printed.last(), Some(&PaperKind::Bring));
    play.act(Action::Leave).act(Action::Confirm).at("welcome");
    play.act(Action::Resume).act(Action::TypeCode).answer("K7PM4QXT").at("missing");
    play.act(Action::Back).at("checklist");
    play.act(Action::Have { document: "bank_book".into(), have: true }).act(Action::Next).at("balance");
}

#[test]
fn any_one_of_the_five_proofs_of_a_lay_off_is_enough() {
    let mut play = Play::new();
    play.until_reason().choose("phk").choose("yes").choose("yes").at("checklist");
    play.say_of_all(|document| !document.starts_with("layoff_") || document == "layoff_agreement");
    play.act(Action::Next).at("balance");
}

#[test]
fn a_foreigner_without_ktp_is_asked_for_the_passport() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|document| document != "ktp").act(Action::Next).at("missing");
    play.choose("passport").at("counter-only");
    assert!(offers(&play.screen(), &Action::CounterTicket));
}

#[test]
fn in_the_window_each_document_has_its_picture_and_the_list_comes_out_on_paper() {
    let mut kiosk = Kiosk::open(false, &[]).unwrap();
    kiosk.play_until("checklist").unwrap();
    let window = kiosk.window().unwrap();
    let items = window.count("[data-id^=have-not-]").unwrap();
    assert!(items >= 5 && window.count("main li svg, main article svg").unwrap() >= items);
    for control in window.view().unwrap().controls {
        if let Some(document) = control.id.strip_prefix("have-not-") {
            let lacks = document == "bank_book";
            window.tap(&format!("{}{document}", if lacks { "have-not-" } else { "have-" })).unwrap();
        }
    }
    window.tap("next").unwrap();
    window.wait_for_screen("missing", crate::ANSWER).unwrap();
    window.tap("print-list").unwrap();
    let slips = kiosk.data().join("slips");
    wait_for_file(&slips, |name| name.starts_with("bring-") && name.ends_with("png")).unwrap();
}
