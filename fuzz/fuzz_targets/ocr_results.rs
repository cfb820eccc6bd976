//! Any table as what a page says: words with places, whatever document they are taken for, never a panic, and
//! nothing of it in `Debug`.
#![no_main]

use document::read::{Kind, Reader, parse_tsv};
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
    let kinds = [Kind::Ktp, Kind::Passbook, Kind::Kpj, Kind::Npwp, Kind::Letter];
    let kind = kinds[bytes.len() % kinds.len()];
    let reading = Reader::fields_of(words, (1280, 800), kind);
    assert!(reading.fields.iter().all(|(_, value)| (0.0..=1.0).contains(&value.confidence)));
});
