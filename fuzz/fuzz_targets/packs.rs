//! Any bytes as files of a configuration: an answer, never a panic, in one line a problem.
//!
//! The first byte says which files the rest is cut into, at each byte 0xff. What is not given is the shipped file, so
//! that a single broken layer meets good ones.
#![no_main]

use kiosk_config::{Files, Packs};
use libfuzzer_sys::fuzz_target;

const SHIPPED: [(&str, &[u8]); 5] = [
    ("pusat.toml", include_bytes!("../../kiosk-config/files/pusat.toml")),
    ("pusat.toml.minisig", include_bytes!("../../kiosk-config/files/pusat.toml.minisig")),
    ("pusat.pub", include_bytes!("../../kiosk-config/files/pusat.pub")),
    ("cabang.toml", include_bytes!("../../kiosk-config/files/cabang.toml")),
    ("kiosk.toml", include_bytes!("../../kiosk-config/files/kiosk.toml")),
];
const NAMES: [&str; 8] = [
    "pusat.toml",
    "wilayah.toml",
    "cabang.toml",
    "kiosk.toml",
    "pusat-2027.toml",
    "pusat.toml.minisig",
    "pusat.pub",
    "wilayah.toml.minisig",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let given = NAMES.iter().enumerate().filter(|(index, _)| choice & (1 << index) != 0).map(|(_, name)| *name);
    let shipped = SHIPPED.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let given = given.zip(rest.split(|byte| *byte == 0xff)).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let files = Files::of(shipped.chain(given));
    match Packs::of(&files, &[]) {
        Ok(packs) => assert!(packs.edition(packs.newest().version()).is_some()),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.to_string().contains('\n'), "{problem}");
            }
        }
    }
    for problem in files.check_signatures() {
        assert!(!problem.to_string().contains('\n'), "{problem}");
    }
});
