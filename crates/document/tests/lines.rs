//! Lines that were drawn with fonts and seeds that the line reader was not trained on (`samples/train`), bad ones
//! among them.

use document::read::line::{Line, LineReader, Pattern};
use image::{GrayImage, Luma};
use std::path::Path;

struct Drawn {
    kind: &'static str,
    text: &'static str,
    picture: GrayImage,
}

fn drawn() -> image::ImageResult<Vec<Drawn>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lines");
    let rows = include_str!("lines/lines.tsv").lines().map(|row| row.split('\t').collect::<Vec<_>>());
    rows.map(|row| {
        let picture = image::open(folder.join(row[0]))?.into_luma8();
        Ok(Drawn { kind: row[1], text: row[2], picture })
    })
    .collect()
}

fn is_right(drawn: &Drawn, line: &Line) -> bool {
    let digits: String = drawn.text.chars().filter(char::is_ascii_digit).collect();
    let number = |pattern: Pattern| line.digits(&pattern, |_| true).is_some_and(|guess| guess.text == digits);
    match drawn.kind {
        "nik" => number(Pattern::nik()),
        "kpj" => number(Pattern::of(11..=11)),
        "npwp" => number(Pattern::of(15..=16)),
        "account" => number(Pattern::of(8..=16)),
        "sex" => {
            let words = ["LAKI-LAKI", "PEREMPUAN"];
            line.one_of(&words).is_some_and(|(at, _)| drawn.text.ends_with(words[at]))
        }
        _ => line.text().text == drawn.text,
    }
}

#[test]
fn all_lines_but_hardly_legible_ones_are_read_without_a_fault_and_those_with_less_confidence() {
    let reader = LineReader::new().unwrap();
    let mut wrong = vec![];
    for drawn in drawn().unwrap() {
        let line = reader.read_line(&drawn.picture).unwrap();
        if !is_right(&drawn, &line) {
            wrong.push(drawn.text);
            assert!(line.text().confidence < 0.9, "{}", drawn.text);
        }
    }
    assert!(wrong.iter().all(|text| HARDLY_LEGIBLE.contains(text)), "{wrong:?}");
}

/// Nothing else may be read wrong.
const HARDLY_LEGIBLE: &[&str] = &["7073360409447794", "3213170601520010", "Joko U Salo", "ILPEGA 06-05-2001"];

#[test]
fn the_same_picture_is_read_the_same_each_time() {
    let reader = LineReader::new().unwrap();
    let drawn = drawn().unwrap().remove(0);
    let read = || {
        let guess = reader.read_line(&drawn.picture).unwrap().digits(&Pattern::nik(), |_| true).unwrap();
        (guess.text, guess.confidence.to_bits())
    };
    assert_eq!(read(), read());
}

#[test]
fn a_line_with_nothing_on_it_says_nothing() {
    let reader = LineReader::new().unwrap();
    for (width, height) in [(0, 0), (1, 1), (1, 900), (5000, 2), (400, 32)] {
        let line = reader.read_line(&GrayImage::from_pixel(width, height, Luma([230]))).unwrap();
        assert!(line.digits(&Pattern::nik(), |_| true).is_none_or(|guess| guess.confidence < 0.05));
        assert!(line.text().text.len() <= 2, "{width}x{height}");
    }
}

#[test]
fn what_is_read_is_never_printed() {
    let reader = LineReader::new().unwrap();
    let line = reader.read_line(&drawn().unwrap()[0].picture).unwrap();
    let printed = format!("{line:?} {:?} {:?}", line.text(), line.characters());
    assert!(!printed.chars().any(|c| c.is_ascii_uppercase() && !"LGC".contains(c)), "{printed}");
    assert!(!printed.contains(&line.text().text[..4]));
}
