//! The typeface of the kiosk has every character that the texts use, in every language. The window uses the same
//! typeface, of which the files here hold a part.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use ab_glyph::{Font, FontRef};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// All characters of the texts, comments left out, with the file they are in.
fn characters() -> BTreeSet<(char, String)> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kiosk-config/locales");
    let folders = fs::read_dir(locales).unwrap().map(|folder| folder.unwrap().path());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|file| file.unwrap().path());
    files
        .flat_map(|file| {
            let text = fs::read_to_string(&file).unwrap();
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            lines
                .flat_map(str::chars)
                .map(|character| (character, file.display().to_string()))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_character_of_the_texts_has_a_shape() {
    let fonts: [&[u8]; 2] = [
        include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
        include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    ];
    let characters = characters();
    assert!(characters.iter().any(|(character, _)| *character == 'é'), "Javanese is among the texts");
    for font in fonts.map(|bytes| FontRef::try_from_slice(bytes).unwrap()) {
        let lacking: Vec<_> =
            characters.iter().filter(|(character, _)| font.glyph_id(*character).0 == 0).collect();
        assert!(lacking.is_empty(), "no shape for {lacking:?}");
    }
}
