//! Whatever becomes of the files: an answer, never a panic, and each problem in a file that is there.

use kiosk_config::{LAYERS, load, show};
use proptest::prelude::*;
use std::fs;

const FILES: [(&str, &str); 3] = [
    ("pusat.toml", include_str!("../files/pusat.toml")),
    ("cabang.toml", include_str!("../files/cabang.toml")),
    ("kiosk.toml", include_str!("../files/kiosk.toml")),
];

/// Pieces that mean something to TOML, to JSON or to the schema.
const PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "=",
    ".",
    ",",
    "#",
    "\n",
    "\r",
    "\0",
    "\u{feff}",
    "-",
    "é",
    "😀",
    "\\u0000",
    "\\",
    "[rules]\n",
    "[rules.reasons]\n",
    "[rules.reasons.resign]\n",
    "a.b.c = 1\n",
    "\"\" = 1\n",
    "rules = 3\n",
    "nan",
    "inf",
    "1e999",
    "-1",
    "0x7fffffffffffffffffff",
    "9223372036854775807",
    "4294967296",
    "true",
    "2026-02-30",
    "2026-08-17T10:00:00Z",
    "24:00:00",
    "09:00",
    "[]",
    "{}",
    "[[[[]]]]",
    "3.0",
    "1.5",
    "\"folder\"",
    "~0",
    "/",
    "null",
];

#[derive(Clone, Debug)]
enum Change {
    Cut(usize, usize),
    Insert(usize, usize),
    /// Puts a piece in place of the value of a line.
    Value(usize, usize),
    Double(usize),
    Byte(usize, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>().prop_map(|index| index.index(1 << 16));
    let piece = 0..PIECES.len();
    prop_oneof![
        (place.clone(), 0usize..200).prop_map(|(at, length)| Change::Cut(at, length)),
        (place.clone(), piece.clone()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (place.clone(), piece).prop_map(|(line, piece)| Change::Value(line, piece)),
        place.clone().prop_map(Change::Double),
        (place, any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
    ]
}

fn apply(text: &mut Vec<u8>, change: &Change) {
    let lines = |text: &[u8]| text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    match *change {
        _ if text.is_empty() => {}
        Change::Cut(at, length) => {
            let at = at % text.len();
            text.drain(at..(at + length).min(text.len()));
        }
        Change::Insert(at, piece) => {
            let at = at % text.len();
            text.splice(at..at, PIECES[piece].bytes());
        }
        Change::Value(line, piece) => {
            let mut lines = lines(text);
            let valued: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].contains(&b'=')).collect();
            if let Some(line) = valued.get(line % valued.len().max(1)) {
                let key = lines[*line].split_inclusive(|byte| *byte == b'=').next().unwrap_or_default();
                lines[*line] = [key, PIECES[piece].as_bytes()].concat();
                *text = lines.join(&b'\n');
            }
        }
        Change::Double(line) => {
            let mut lines = lines(text);
            let line = line % lines.len();
            lines.insert(line, lines[line].clone());
            *text = lines.join(&b'\n');
        }
        Change::Byte(at, byte) => {
            let at = at % text.len();
            text[at] = byte;
        }
    }
}

proptest! {
    #[test]
    fn any_files_get_an_answer(changes in prop::collection::vec((0..FILES.len(), change()), 1..6)) {
        let folder = tempfile::tempdir().unwrap();
        let mut texts = FILES.map(|(name, text)| (name, text.as_bytes().to_vec()));
        for (file, change) in &changes {
            apply(&mut texts[*file].1, change);
        }
        for (name, text) in &texts {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let problems = load(folder.path()).err().unwrap_or_default();
        for problem in &problems {
            // A problem of the folder as a whole would be one that the schema lets pass and the types refuse.
            prop_assert!(LAYERS.contains(&problem.file.as_str()), "{}", problem);
            prop_assert!(!problem.to_string().contains('\n'), "{}", problem);
        }
        prop_assert_eq!(show(folder.path(), &[], jiff::civil::date(2026, 9, 10)).1, problems);
    }

    #[test]
    fn any_value_from_the_command_line_gets_an_answer(key in "[a-z.]{0,30}|(session|rules)\\.[a-z_]+", value in ".*") {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in FILES {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let _ = kiosk_config::load_with(folder.path(), &[(key, value)]);
    }
}
