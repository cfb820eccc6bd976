//! What is read from a page after it was made small enough to be uploaded is what was read before. Needs Tesseract,
//! which `cargo xtask test` installs. `--nocapture` prints how much is left.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::read::{Field, Kind, Reader};
use document::{Form, decode, encode_page, enhance, find, straighten};
use image::RgbImage;
use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};
use std::{fs, path::Path};

/// What head office allows for a file, and much less.
const LIMITS: [u64; 2] = [6_000_000, 150_000];

fn page(name: &str, form: Form) -> RgbImage {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos").join(name);
    let photograph = decode(&fs::read(path).unwrap()).unwrap();
    let found = find(&photograph, Some(form)).unwrap();
    enhance(&straighten(&photograph, &found.quad, form))
}

/// The words on a page, as often as they are there.
fn words(page: &RgbImage) -> HashMap<String, usize> {
    let mut bytes = vec![];
    page.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    let mut tesseract = Command::new("tesseract")
        .args(["-", "-", "-l", "ind", "--psm", "11", "--dpi", "200"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    tesseract.stdin.take().unwrap().write_all(&bytes).unwrap();
    let text = tesseract.wait_with_output().unwrap().stdout;
    let mut words = HashMap::new();
    // Marks and single letters are where an engine sees things in a pattern.
    for word in String::from_utf8(text).unwrap().split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2)
    {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

#[test]
fn what_is_read_from_cards_is_the_same_after_encoding() {
    let reader = Reader::default();
    for (name, form, kind) in [
        ("ktp.jpg", Form::Card, Kind::Ktp),
        ("kpj_card.jpg", Form::Card, Kind::Kpj),
        ("npwp.jpg", Form::Card, Kind::Npwp),
        ("bank_book.jpg", Form::Book, Kind::Passbook),
    ] {
        let page = page(name, form);
        let texts = |page: &RgbImage| -> Vec<(Field, String)> {
            let fields = reader.read(page, kind).fields.into_iter();
            fields.map(|(field, value)| (field, value.text)).collect()
        };
        let before = texts(&page);
        assert!(!before.is_empty(), "nothing is read from {name}");
        for limit in LIMITS {
            let encoded = encode_page(&page, limit).unwrap();
            assert!(texts(&decode(&encoded.jpeg).unwrap()) == before, "{name} reads otherwise at {limit}");
        }
    }
}

#[test]
fn the_text_is_the_same_after_encoding() {
    let pages =
        [("ktp.jpg", Form::Card), ("bank_book.jpg", Form::Book), ("resignation_letter.jpg", Form::Sheet)];
    for (name, form) in pages {
        let page = page(name, form);
        let before = words(&page);
        let all: usize = before.values().sum();
        assert!(all >= 20, "{name}: {all} words");
        for limit in LIMITS {
            let encoded = encode_page(&page, limit).unwrap();
            assert!(encoded.jpeg.len() as u64 <= limit);
            let after = words(&decode(&encoded.jpeg).unwrap());
            let same: usize =
                before.iter().map(|(word, count)| (*count).min(after.get(word).copied().unwrap_or(0))).sum();
            eprintln!("{name}: {} bytes, {same} of {all} words", encoded.jpeg.len());
            // The engine itself stumbles over a word in a pattern now and then.
            let lost = if limit == LIMITS[0] { all / 20 } else { all / 12 };
            assert!(same + lost >= all, "{name}: {same} of {all} words in {} bytes", encoded.jpeg.len());
        }
    }
}
