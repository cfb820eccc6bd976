//! Files no person wrote: each gets one clear line, soon.

#![expect(clippy::unwrap_used, reason = "a test that cannot read or write its files has failed")]

use folder::{lines, shipped};
use kiosk_config::{Files, Packs, check};
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};
use tempfile::TempDir;

#[path = "folder/folder.rs"]
mod folder;

#[track_caller]
fn one(folder: &TempDir, expected: &str) {
    assert_eq!(lines(folder), [expected]);
}

#[test]
fn a_file_of_50_megabytes_is_not_read() {
    let folder = shipped();
    File::create(folder.path().join("wilayah.toml")).unwrap().set_len(50_000_000).unwrap();
    let begin = Instant::now();
    one(
        &folder,
        "wilayah.toml: 50000000 bytes; at most 1000000 are allowed, a file of the configuration is much smaller",
    );
    assert!(begin.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_folder_in_place_of_a_file() {
    let folder = shipped();
    fs::create_dir(folder.path().join("wilayah.toml")).unwrap();
    one(&folder, "wilayah.toml: cannot be read: it is a folder; a text file is expected here");
}

#[test]
fn symbolic_links_that_lead_to_nothing() {
    let folder = shipped();
    let link = folder.path().join("wilayah.toml");
    symlink("wilayah.toml", &link).unwrap();
    one(&folder, "wilayah.toml: cannot be read: a symbolic link that leads back to itself");
    fs::remove_file(&link).unwrap();
    symlink("nowhere", &link).unwrap();
    one(
        &folder,
        "wilayah.toml: cannot be read: there is no such file or folder, or a symbolic link leads nowhere",
    );
    fs::remove_file(&link).unwrap();
    symlink("/dev/zero", &link).unwrap();
    one(&folder, "wilayah.toml: cannot be read: it is no plain file; a text file is expected here");
}

#[test]
fn bytes_that_are_no_text() {
    let folder = shipped();
    fs::write(folder.path().join("pusat-2027.toml"), b"locked = []\n[rules]\nversion = \"\xc3\x28\"\n")
        .unwrap();
    one(&folder, "pusat-2027.toml:3:12: not UTF-8 text; save the file with the encoding UTF-8");
}

#[test]
fn the_same_code_twice() {
    let folder = shipped();
    let pusat = folder.path().join("pusat.toml");
    let text = fs::read_to_string(&pusat).unwrap();
    let with = |list: &str| {
        fs::write(&pusat, text.replace("documents = [\"contract_end\"]", list)).unwrap();
        let found: Vec<String> = check(folder.path()).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].starts_with("pusat.toml:"), "{found:#?}");
        found[0].split_once(' ').unwrap().1.to_owned()
    };
    let twice = with("documents = [\"contract_end\", \"contract_end\"]");
    assert_eq!(twice, "rules.reasons.pkwt.documents[2]: this reason names \"contract_end\" twice");
    let both = with("documents = [\"contract_end\"]\nany_of = [\"contract_end\", \"paklaring\"]");
    assert_eq!(both, "rules.reasons.pkwt.any_of[1]: this reason names \"contract_end\" twice");
    fs::write(&pusat, format!("{text}\n[rules.reasons.pkwt]\n")).unwrap();
    let found: Vec<String> = check(folder.path()).iter().map(ToString::to_string).collect();
    let end = text.lines().count() + 2;
    assert_eq!(found, [format!("pusat.toml:{end}:16: not valid TOML: duplicate key")]);
}

/// Files that are as large as they may be and nothing but trouble. None may take long, or the room of the stack.
#[test]
fn monstrous_files_get_an_answer_soon() {
    const SIZE: usize = 900_000;
    let dots = format!("{} = 1", vec!["a"; SIZE / 2].join("."));
    let headers = format!("[{}]\nx = 1", vec!["a"; SIZE / 2].join("."));
    let many: String = (0..60_000).map(|number| format!("k{number} = 1\n")).collect();
    let long_line = format!("locked = [{}]", "\"a\", ".repeat(SIZE / 5));
    let nested = format!("{}x = 1{}", "a = {".repeat(SIZE / 6), "}".repeat(SIZE / 6));
    let reasons: String =
        (0..25_000).map(|number| format!("[rules.reasons.r{number}]\nonline = 1\n")).collect();
    for (name, text) in [
        ("brackets", "[".repeat(SIZE)),
        ("nested", nested),
        ("dots", dots),
        ("headers", headers),
        ("errors", "= \n".repeat(SIZE / 3)),
        ("many keys", many),
        ("long line", long_line),
        ("reasons", reasons),
        ("quotes", "\"".repeat(SIZE)),
    ] {
        let begin = Instant::now();
        let files = Files::of([("pusat.toml".to_owned(), text.into_bytes())]);
        let problems = Packs::of(&files, &[]).err().unwrap();
        assert!(!problems.is_empty(), "{name}");
        assert!(begin.elapsed() < Duration::from_secs(20), "{name}: {:?}", begin.elapsed());
    }
}
