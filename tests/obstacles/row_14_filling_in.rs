//! Filling in data is the main difficulty: what stands on documents is read from them and only looked at; pictures show
//! where the rest stands, numbers are checked while they are typed, and what is wrong is said in plain words.

use crate::play::{Play, TEXTS};
use claim::Event;
use journey::step::NO;
use journey::{Action, Answer, Body, Field, Words};
use kiosk_config::Language;
use product_tests::{Kiosk, View, Window};

fn field(play: &Play) -> Field {
    let Body::Field(field) = play.screen().body else { panic!("{} is no field", play.screen().name) };
    field
}

#[test]
fn each_field_shows_where_to_find_it_or_an_example() {
    let mut play = Play::new();
    play.until_answers();
    let mut seen = vec![];
    for name in ["name", "nik", "birth-date", "kpj", "phone", "account"] {
        play.act(Action::Change { step: name.into() }).at(name);
        let shown = field(&play);
        assert!(shown.example.is_some_and(|example| !example.is_empty()), "{name}");
        assert!(shown.picture.is_some() || name == "phone", "{name}");
        assert_eq!(shown.picture.is_some(), shown.picture_label.is_some(), "{name}");
        seen.push(name);
        play.act(Action::Back).at("answers");
    }
    assert_eq!(seen.len(), 6);
}

#[test]
fn a_nik_says_what_it_means_while_it_is_typed() {
    let mut play = Play::new();
    play.until_name().answer("Siti").at("nik");
    assert_eq!(field(&play).comfort, None);
    play.act(Action::Typed { text: "350715520879000".into() });
    assert_eq!(field(&play).comfort, None, "15 digits say nothing yet");
    play.act(Action::Typed { text: "3507155208790001".into() });
    assert_eq!(field(&play).comfort.as_deref(), Some("Kabupaten Malang · perempuan · 12 Agustus 1979"));
}

#[test]
fn a_nik_of_an_unknown_region_is_asked_about_and_never_blocked() {
    let mut play = Play::new();
    play.until_name().answer("Siti").answer("9999155208790001").at("nik");
    assert!(field(&play).warning.is_some() && field(&play).problem.is_none());
    play.answer("9999155208790001").at("birth-date");
}

#[test]
fn several_cards_are_asked_for_one_by_one() {
    let mut play = Play::new();
    play.until_name().answer("Siti").answer("3507155208790001").answer("12081979").snap("kpj_card");
    play.at("kpj").answer("19012345678").at("cards").choose("3");
    play.at("kpj-2").answer("19012345679").at("kpj-3").answer("19012345670").at("capture-bank_book");
    assert_eq!(play.claim().answers["kpj-3"], "19012345670");
}

#[test]
fn what_is_wrong_is_said_in_words_and_what_was_typed_stays() {
    let mut play = Play::new();
    play.until_name().answer("S1ti").at("name");
    let shown = field(&play);
    assert_eq!(shown.typed, "S1ti");
    assert!(shown.problem.is_some_and(|problem| problem.contains("huruf")));
}

const KTP: [(&str, &str); 4] = [
    ("nik", "3507155208790001"),
    ("name", "SITI CONTOH WULANDARI"),
    ("birth-date", "1979-08-12"),
    ("sex", "female"),
];
const BOOK: [(&str, &str); 3] =
    [("bank", "002"), ("account", "012345678901234"), ("holder", "SITI CONTOH W")];

/// What is shown to be looked at, and what is said about it.
fn shown(play: &Play) -> (Vec<Answer>, Vec<String>) {
    let Body::Reading { rows, warnings, .. } = play.screen().body else {
        panic!("{} shows nothing read", play.screen().name)
    };
    (rows, warnings)
}

/// Answers that were given by agreeing to what was read, and all others.
fn agreed_and_typed(play: &Play) -> (Vec<&str>, Vec<&str>) {
    let answers = play.journal.iter().filter_map(|event| match event {
        Event::Answered { field, read, .. } => Some((field.as_str(), *read)),
        _ => None,
    });
    let (read, typed): (Vec<_>, Vec<_>) = answers.partition(|(_, read)| *read);
    (read.into_iter().map(|(field, _)| field).collect(), typed.into_iter().map(|(field, _)| field).collect())
}

#[test]
fn what_stands_on_documents_is_looked_at_and_not_typed() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot).at("picture-ktp").read("ktp", &KTP).act(Action::Keep).at("read-ktp");
    let (rows, warnings) = shown(&play);
    let values: Vec<&str> = rows.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(values, ["SITI CONTOH WULANDARI", "3507 1552 0879 0001", "12 Agustus 1979"]);
    assert!(warnings.is_empty(), "{warnings:?}");
    play.act(Action::Next).at("capture-kpj_card").act(Action::Shoot);
    play.read("kpj_card", &[("kpj", "19012345678")]).act(Action::Keep).at("read-kpj_card").act(Action::Next);
    play.at("cards").choose("1").at("capture-bank_book").act(Action::Shoot).read("bank_book", &BOOK);
    play.act(Action::Keep).at("read-bank_book").act(Action::Next).at("last-use").choose("active");
    play.at("phone").answer("081234567890").snap("resignation_letter").snap("paklaring").snap("photo");
    let Body::Answers { groups, .. } = play.at("answers").screen().body else { panic!("no answers") };
    let shown: Vec<&str> = groups[1].rows.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(shown, ["SITI CONTOH WULANDARI", "3507 1552 0879 0001", "12 Agustus 1979", "1901 2345 678"]);
    assert_eq!(play.claim().answers["birth-date"], "1979-08-12");
    let (agreed, _) = agreed_and_typed(&play);
    assert_eq!(agreed, ["name", "nik", "birth-date", "kpj", "bank", "account"]);
    assert!(!play.journal.iter().any(|event| matches!(event, Event::Typed { .. })), "not one key");
}

#[test]
fn a_value_that_was_misread_is_corrected_by_hand() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot).read("ktp", &KTP).act(Action::Keep).at("read-ktp");
    play.act(Action::Change { step: "name".into() }).at("name");
    let field = field(&play);
    assert_eq!(field.typed, "SITI CONTOH WULANDARI");
    assert!(field.read.is_some() && field.image.is_some());
    play.act(Action::Back).at("read-ktp").act(Action::Change { step: "name".into() });
    play.answer("SITI CONTOH WULANDAR1").at("name").answer("SITI CONTOH WULANSARI").at("read-ktp");
    assert_eq!(shown(&play).0[0].value, "SITI CONTOH WULANSARI");
    play.act(Action::Next).at("capture-kpj_card");
    assert_eq!(play.claim().answers["name"], "SITI CONTOH WULANSARI");
    let (agreed, _) = agreed_and_typed(&play);
    assert_eq!(agreed, ["nik", "birth-date"]);
}

#[test]
fn a_late_reading_fills_what_is_empty_and_never_what_was_typed() {
    let mut play = Play::new();
    play.until_name();
    assert_eq!(play.screen().banner, None);
    play.state.view.reading = vec!["ktp".into()];
    assert_eq!(play.screen().banner.map(|banner| banner.icon).as_deref(), Some("hourglass"));
    play.answer("SITI C. WULANDARI").at("nik").act(Action::Typed { text: "35".into() });
    play.read("ktp", &KTP).at("nik");
    assert_eq!((field(&play).typed.as_str(), field(&play).read), ("35", None));
    // Emptied by hand, it stays empty.
    play.act(Action::Typed { text: String::new() });
    assert_eq!((field(&play).typed.as_str(), field(&play).read), ("", None));
    play.answer("3507155208790002").at("read-ktp");
    let values: Vec<String> = shown(&play).0.into_iter().map(|row| row.value).collect();
    assert_eq!(values, ["SITI C. WULANDARI", "3507 1552 0879 0002", "12 Agustus 1979"]);
    play.act(Action::Next).at("capture-kpj_card");
    assert_eq!(play.claim().answers["name"], "SITI C. WULANDARI");
    // In a field that nobody touched, it stands at once.
    play.snap("kpj_card").at("kpj").read("kpj_card", &[("kpj", "19012345678")]);
    assert_eq!(field(&play).typed, "19012345678");
}

#[test]
fn what_was_begun_by_hand_does_not_give_way_to_a_late_reading() {
    let mut play = Play::new();
    play.until_name().act(Action::Typed { text: "SITI C".into() }).read("ktp", &KTP);
    play.act(Action::Back).at("read-ktp");
    assert_eq!(shown(&play).0[0].value, "SITI C");
    play.act(Action::Next).at("name");
    assert!(!play.claim().answers.contains_key("name"));
    play.answer("SITI C. WULANDARI").at("read-ktp").act(Action::Next).at("capture-kpj_card");
    assert_eq!(play.claim().answers["name"], "SITI C. WULANDARI");
}

#[test]
fn a_correction_on_a_second_look_leads_back_to_the_answers() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|document| document != "kk").act(Action::Next).choose("up_to_50");
    play.choose(NO).at("ready").act(Action::Next).snap("ktp").answer("Siti Contoh");
    play.answer("3507155208790001").answer("12081979").snap("kpj_card").answer("19012345678").choose("1");
    play.snap("bank_book").choose("002").answer("012345678901234").choose("active");
    play.answer("081234567890").snap("resignation_letter").snap("paklaring").snap("photo").at("answers");
    // Only now is the tax number needed.
    play.act(Action::Change { step: "balance".into() }).choose("above_50");
    play.at("capture-npwp").act(Action::Shoot).read("npwp", &[("npwp", "3507155208790001")]);
    play.act(Action::Keep).at("read-npwp").act(Action::Change { step: "npwp".into() }).at("npwp");
    play.answer("012345678901000").at("answers");
}

#[test]
fn what_the_reader_is_not_sure_of_is_typed() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot);
    play.read_as("ktp", None, &[("name", "SITI CONTOH", 0.9), ("nik", "3507155208790001", 0.4)]);
    play.act(Action::Keep).at("name");
    assert_eq!(field(&play).typed, "SITI CONTOH");
    play.answer("SITI CONTOH").at("nik");
    assert_eq!((field(&play).typed.as_str(), field(&play).read), ("", None));
    // What cannot be a NIK was misread, however sure the reader is.
    play.read_as("ktp", None, &[("nik", "3507153208790001", 0.99)]);
    assert_eq!(field(&play).typed, "");
}

#[test]
fn what_does_not_go_together_is_said_and_stops_nobody() {
    let mut play = Play::new();
    let other =
        [("nik", "3507155208790001"), ("name", "SITI"), ("birth-date", "1979-09-12"), ("sex", "male")];
    play.until_ktp().act(Action::Shoot).read("ktp", &other).act(Action::Keep).at("read-ktp");
    assert_eq!(shown(&play).1.len(), 2, "birth date and sex: {:?}", shown(&play).1);
    play.act(Action::Next).at("capture-kpj_card").snap("kpj_card").answer("19012345678").choose("1");
    play.act(Action::Shoot).read("bank_book", &[("bank", "014"), ("account", "012345678901234")]);
    play.act(Action::Keep).at("read-bank_book");
    assert!(shown(&play).1[0].contains("10 angka"), "{:?}", shown(&play).1);
    play.act(Action::Next).at("last-use");
}

#[test]
fn an_unusual_number_is_asked_about_at_the_look_at_it() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot);
    play.read("ktp", &[("nik", "9999155208790001"), KTP[1], KTP[2]]).act(Action::Keep).at("read-ktp");
    let warnings = shown(&play).1;
    assert!(warnings.len() == 1 && warnings[0].contains("belum kami kenal"), "{warnings:?}");
    play.act(Action::Next).at("capture-kpj_card");
}

#[test]
fn an_account_in_another_name_is_said_and_kept() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot).read("ktp", &KTP).act(Action::Keep).act(Action::Next);
    play.snap("kpj_card").answer("19012345678").choose("1").at("capture-bank_book").act(Action::Shoot);
    play.read("bank_book", &BOOK).act(Action::Keep).at("read-bank_book");
    assert_eq!(shown(&play).1, Vec::<String>::new(), "cut short in the book, it is the same name");
    let other = [BOOK[0], BOOK[1], ("holder", "BUDI SANTOSO")];
    play.act(Action::Back).at("picture-bank_book").act(Action::Retake).act(Action::Shoot);
    play.read("bank_book", &other).act(Action::Keep).at("read-bank_book");
    assert!(shown(&play).1[0].contains("atas nama Anda sendiri"), "{:?}", shown(&play).1);
    play.act(Action::Next).at("last-use").choose("active").at("phone").answer("081234567890");
    play.snap("resignation_letter").snap("paklaring").snap("photo").at("answers");
    let Body::Answers { warnings, .. } = play.screen().body else { panic!("no answers") };
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    // The officer reads it in the packet.
    let words = Words { texts: &TEXTS, language: Language::Id };
    let told = journey::differences(play.claim(), &play.config.rules)[0].told(&words);
    assert_eq!(told, ("Buku tabungan".into(), "Nama pemilik rekening berbeda dari KTP".into()));
}

#[test]
fn another_document_under_the_camera_is_seen_before_it_is_kept() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot).read_as("ktp", Some("bank_book"), &[]).at("picture-ktp");
    let Body::Picture { good, verdict, keep, .. } = play.screen().body else { panic!("no picture") };
    assert!(!good && keep.is_some_and(|keep| keep.label == "Tetap pakai"));
    assert!(verdict.title.contains("Buku tabungan") && verdict.text.contains("KTP"), "{verdict:?}");
    play.act(Action::Keep).at("name");
    assert!(play.claim().flagged("ktp"), "an officer looks at it");
}

#[test]
fn a_late_hint_moves_no_button_from_under_the_finger() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot).at("picture-ktp");
    let kept = |play: &Play| match play.screen().body {
        Body::Picture { keep, .. } => keep.map(|keep| keep.id),
        _ => None,
    };
    let before = kept(&play);
    play.read_as("ktp", Some("bank_book"), &[]).at("picture-ktp");
    assert_eq!((before.as_deref(), kept(&play).as_deref()), (Some("keep"), Some("keep")));
}

#[test]
fn an_original_that_comes_along_although_there_is_a_page_is_looked_at() {
    let mut play = Play::new();
    play.until_answers().act(Action::Change { step: "capture-ktp".into() }).act(Action::BringLater);
    play.at("answers");
    assert!(play.claim().kept("ktp").is_some() && play.claim().flagged("ktp"));
    let Body::Answers { groups, .. } = play.screen().body else { panic!("no answers") };
    let told = groups.iter().flat_map(|group| &group.rows).any(|row| row.value.contains("memeriksa aslinya"));
    assert!(told, "the answers say so");
}

/// On an upright panel, in the largest type and with high contrast: only the telephone number stands on no document.
#[test]
fn in_the_window_hardly_anything_is_typed() {
    let mut kiosk = Kiosk::open(true, &[]).unwrap();
    kiosk.play_until("preferences").unwrap();
    let window = kiosk.window().unwrap();
    for choice in ["size-3", "contrast-high"] {
        window.tap(choice).unwrap();
        let chosen = |view: &View| view.controls.iter().any(|control| control.id == choice && control.chosen);
        window.wait("the choice", crate::ANSWER, chosen).unwrap();
    }
    let mut wrong = vec![];
    let look = |window: &mut Window, view: &View| {
        if view.screen.starts_with("read-") {
            wrong.extend(window.axe()?.into_iter().map(|line| format!("{}: {line}", view.screen)));
        }
        Ok(())
    };
    let played = kiosk.play_and_look("answers", look).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for look in ["read-ktp", "read-kpj_card", "read-bank_book", "read-npwp"] {
        assert!(played.screens.iter().any(|screen| screen == look), "{look}: {:?}", played.screens);
    }
    let window = kiosk.window().unwrap();
    let (_, keys) = window.counts();
    assert_eq!(keys, 12, "the digits of the telephone number");
    let shown = window.text("body").unwrap();
    assert!(shown.contains("SITI CONTOH WULANDARI") && shown.contains("3507 1552 0879 0001"));
}
