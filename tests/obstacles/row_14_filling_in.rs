//! Filling in data is the main difficulty: pictures show where it stands, numbers are checked while they are typed, and
//! what is wrong is said in plain words beside the field.

use crate::play::Play;
use journey::{Action, Body, Field};

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
    play.until_name().answer("Siti").answer("3507155208790001").answer("12081979").at("cards").choose("3");
    play.at("kpj").answer("19012345678").at("kpj-2").answer("19012345679").at("kpj-3").answer("19012345670");
    play.at("phone");
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
