//! Photocopies are asked for and cost a walk to a shop: originals are photographed, and no copy is ever asked for.

use crate::play::Play;
use journey::Body;
use std::fs;
use std::path::Path;

/// Copies, in the three languages.
const COPIES: [&str; 8] =
    ["fotokopi", "fotocopy", "foto copy", "photocop", "salinan", "tedhakan", "turunan", "a copy"];
/// What takes them back.
const NOT: [&str; 6] = ["bukan", "sanès", "tidak perlu", "mboten perlu", "no photocopies", "not "];

#[test]
fn no_words_of_any_language_ask_for_a_copy() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kiosk-config/locales");
    let mut sentences = 0;
    for language in ["id", "jv", "en"] {
        for entry in fs::read_dir(locales.join(language)).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap().to_lowercase();
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            for sentence in lines.flat_map(|line| line.split(['.', '?', '!'])) {
                sentences += 1;
                let copy = COPIES.iter().any(|copy| sentence.contains(copy));
                assert!(!copy || NOT.iter().any(|not| sentence.contains(not)), "{language}: {sentence}");
            }
        }
    }
    assert!(sentences > 500);
}

#[test]
fn the_checklist_asks_for_the_original_and_the_camera_takes_it() {
    let mut play = Play::new();
    play.until_checklist();
    let help = play.screen().help.unwrap();
    assert!(help.contains("asli") && help.contains("bukan fotokopi"), "{help}");
    let mut play = Play::new();
    play.until_ktp();
    let screen = play.screen();
    assert!(matches!(screen.body, Body::Capture { .. }));
    assert!(screen.help.is_some_and(|help| help.contains("asli")));
}
