//! Reads the sample photographs, raw as a camera gives them.

#![expect(clippy::unwrap_used, reason = "a broken sample is a failed test")]

use document::decode;
use document::read::{Check, Field, Kind, Reader, Reading};
use std::path::{Path, PathBuf};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

fn read(photo: &str, kind: Kind) -> Reading {
    let bytes = std::fs::read(samples().join(photo)).unwrap();
    Reader::default().read(&decode(&bytes).unwrap(), kind)
}

/// What `person.toml` says the samples show.
fn person(key: &str) -> String {
    let all = std::fs::read_to_string(samples().join("person.toml")).unwrap();
    let line = all.lines().find_map(|line| line.strip_prefix(&format!("{key} = "))).unwrap();
    line.trim_matches('"').to_owned()
}

fn text(reading: &Reading, field: Field) -> &str {
    reading.get(field).map_or("", |value| &value.text)
}

#[test]
fn an_identity_card_is_read_and_checked_against_itself() {
    let reading = read("photos/ktp.jpg", Kind::Ktp);
    assert_eq!(reading.looks_like, Some(Kind::Ktp));
    for (field, key) in [
        (Field::Nik, "nik"),
        (Field::Name, "name"),
        (Field::BirthPlace, "birth_place"),
        (Field::BirthDate, "birth_date"),
    ] {
        assert_eq!(text(&reading, field), person(key), "{field:?}");
    }
    assert_eq!(text(&reading, Field::Sex), "female");
    let nik = reading.get(Field::Nik).unwrap();
    assert!(nik.checks.contains(&Check::NikMatchesBirthDate) && nik.checks.contains(&Check::NikMatchesSex));
    assert!(nik.confidence > 0.9);
}

#[test]
fn numbers_of_cards_and_of_the_bank_book_are_read() {
    let book = read("photos/bank_book.jpg", Kind::Passbook);
    assert_eq!(text(&book, Field::Account), person("account"));
    assert_eq!(text(&book, Field::Holder), person("name"));
    assert_eq!(text(&book, Field::Bank), "002");
    assert_eq!(text(&read("photos/kpj_card.jpg", Kind::Kpj), Field::Kpj), person("kpj"));
    assert_eq!(text(&read("photos/npwp.jpg", Kind::Npwp), Field::Npwp), person("npwp"));
}

#[test]
fn another_document_than_the_one_asked_for_gets_a_hint_and_no_reading_that_is_believed() {
    let book = read("photos/bank_book.jpg", Kind::Ktp);
    assert_eq!(book.looks_like, Some(Kind::Passbook));
    assert!(book.confidence < 0.5);
}

#[test]
fn a_face_and_an_empty_picture_say_nothing() {
    let face = read("photos/photo.jpg", Kind::Ktp);
    assert_eq!((face.looks_like, face.fields.len()), (None, 0));
    let nothing = Reader::default().read(&image::RgbImage::new(0, 0), Kind::Passbook);
    assert_eq!(nothing, Reading::default());
}
