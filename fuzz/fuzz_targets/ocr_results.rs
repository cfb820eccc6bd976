//! Any table as what a page says: words with places, never a panic, and nothing of it in `Debug`.
#![no_main]

use document::read::parse_tsv;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let table = String::from_utf8_lossy(bytes);
    let words = parse_tsv(&table);
    for word in &words {
        assert!(word.width > 0 && word.height > 0 && !word.text.is_empty());
        assert!((0.0..=1.0).contains(&word.confidence));
        let shown = format!("{word:?}");
        assert!(word.text.chars().count() < 12 || !shown.contains(&word.text));
    }
});
