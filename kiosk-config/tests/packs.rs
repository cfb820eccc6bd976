//! Editions by date, keys that are locked, texts of a configuration.

#![expect(clippy::unwrap_used, reason = "a test that cannot read or write its files has failed")]

use folder::{lines, shipped};
use jiff::civil::date;
use kiosk_config::{Language, Packs, load_with};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

#[path = "folder/folder.rs"]
mod folder;

fn shipped_file(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("files").join(file)).unwrap()
}

fn put(folder: &TempDir, file: &str, text: &str) {
    fs::write(folder.path().join(file), text).unwrap();
}

/// Another edition of head office's file.
fn edition(version: &str, from: &str) -> String {
    let text = shipped_file("pusat.toml");
    let text = text.replace("version = \"2026.1\"", &format!("version = \"{version}\""));
    text.replace("effective_from = \"2026-01-01\"", &format!("effective_from = \"{from}\""))
}

/// Exactly one problem, that begins and goes on like this.
#[track_caller]
fn one(folder: &TempDir, start: &str, rest: &str) {
    let found = lines(folder);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with(start) && found[0].contains(rest),
        "{}\nexpected: {start} … {rest}",
        found[0]
    );
}

#[test]
fn the_edition_in_force_is_the_latest_that_has_begun() {
    let folder = shipped();
    put(&folder, "pusat-2027.toml", &edition("2027.1", "2027-01-01"));
    put(&folder, "pusat-lama.toml", &edition("2025.2", "2025-05-01"));
    let packs = Packs::read(folder.path(), &[]).unwrap();
    let version = |year, month, day| packs.in_force(date(year, month, day)).version();
    assert_eq!(version(2026, 12, 31), "2026.1");
    assert_eq!(version(2027, 1, 1), "2027.1");
    assert_eq!(version(2030, 6, 1), "2027.1");
    assert_eq!(version(2025, 12, 31), "2025.2");
    assert_eq!(version(2020, 1, 1), "2025.2", "before all of them, a kiosk whose clock is wrong still works");
    assert_eq!(
        packs.all().map(|edition| edition.file()).collect::<Vec<_>>(),
        ["pusat-lama.toml", "pusat.toml", "pusat-2027.toml"]
    );
    assert_eq!(packs.before(date(2027, 1, 1)).unwrap().version(), "2026.1");
    assert!(packs.before(date(2025, 6, 1)).is_none());
}

#[test]
fn a_claim_keeps_the_edition_it_began_under() {
    let folder = shipped();
    let change = |text: String| text.replace("jmo_rupiah = 15_000_000", "jmo_rupiah = 50_000_000");
    put(&folder, "pusat-2027.toml", &change(edition("2027.1", "2027-01-01")));
    let packs = Packs::read(folder.path(), &[]).unwrap();
    let limit =
        |version: &str| packs.edition(version).map(|edition| edition.config().rules.limits.jmo_rupiah);
    assert_eq!(
        (limit("2026.1"), limit("2027.1"), limit("2024.9")),
        (Some(15_000_000), Some(50_000_000), None)
    );
}

#[test]
fn editions_that_overlap_name_both_files() {
    let folder = shipped();
    put(&folder, "pusat-b.toml", &edition("2026.2", "2026-01-01"));
    let line = edition("", "").lines().position(|line| line.starts_with("effective_from")).unwrap() + 1;
    one(
        &folder,
        &format!("pusat.toml:{line}:18 rules.effective_from: "),
        "\"2026-01-01\" is in pusat-b.toml as well; only one can begin on a day",
    );
    put(&folder, "pusat-b.toml", &edition("2026.1", "2026-02-01"));
    one(
        &folder,
        "pusat.toml:",
        "rules.version: \"2026.1\" is in pusat-b.toml as well; give each edition a version of its own",
    );
}

#[test]
fn each_edition_is_checked_with_the_layers_below_it() {
    let folder = shipped();
    put(
        &folder,
        "pusat-2027.toml",
        &edition("2027.1", "2027-01-01").replace("draft_days = 3", "draft_days = 1"),
    );
    let cabang = shipped_file("cabang.toml") + "\n[rules.limits]\ndraft_days = 2\n";
    put(&folder, "cabang.toml", &cabang);
    one(
        &folder,
        "cabang.toml:",
        "rules.limits.draft_days: may be shortened here, never lengthened: at most 1, set in pusat-2027.toml",
    );
    put(&folder, "cabang.toml", &shipped_file("cabang.toml").replace("days = 5", "days = 50"));
    one(&folder, "cabang.toml:", "interview.days: 50 is not allowed");
    put(&folder, "cabang.toml", &shipped_file("cabang.toml"));
    put(&folder, "pusat-2027.toml", "");
    one(&folder, "pusat-2027.toml rules: missing; expected in pusat-2027.toml: ", "a table with");
}

#[test]
fn a_locked_key_is_refused_below_and_both_files_are_named() {
    let folder = shipped();
    put(&folder, "wilayah.toml", "[rules.reasons.resign]\nonline = false\nwait_months = 0\n");
    let found = lines(&folder);
    let locked = "locked by pusat.toml (\"rules.reasons\" in its `locked`); take it out of this file";
    assert_eq!(
        found,
        [
            format!("wilayah.toml:2:1 rules.reasons.resign.online: {locked}"),
            format!("wilayah.toml:3:1 rules.reasons.resign.wait_months: {locked}"),
        ]
    );
    put(
        &folder,
        "wilayah.toml",
        "[rules.banks]\n110 = { name = \"BJB\", digits = 13 }\n[rules.limits]\ndraft_days = 1\n",
    );
    assert_eq!(lines(&folder), [""; 0], "what is not locked may be set");
}

#[test]
fn locks_of_the_region_add_to_those_of_head_office() {
    let folder = shipped();
    put(&folder, "wilayah.toml", "locked = [\"session\", 'rules.banks.002']\n");
    let kiosk =
        shipped_file("kiosk.toml") + "\n[rules.banks.002]\nname = \"x\"\n[rules.limits]\nyoungest = 3\n";
    put(&folder, "kiosk.toml", &kiosk);
    let found = lines(&folder);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found[0].contains("session.idle_seconds: locked by wilayah.toml (\"session\" in its `locked`)"));
    assert!(found[2].contains("rules.banks.002.name: locked by wilayah.toml"), "{found:#?}");
    assert!(found[3].contains("rules.limits.youngest: locked by pusat.toml"), "{found:#?}");
}

#[test]
fn a_branch_changes_no_words_and_adds_no_documents_but_decides_about_the_kk() {
    let folder = shipped();
    let cabang = |more: &str| put(&folder, "cabang.toml", &(shipped_file("cabang.toml") + more));
    for key in
        ["consent-who-text", "declaration-own-text", "welcome-free-text", "slip-free-text", "reason-resign"]
    {
        cabang(&format!("\n[texts.id]\n{key} = \"Bayar di loket\"\n"));
        one(
            &folder,
            "cabang.toml:",
            &format!("texts.id.{key}: locked by pusat.toml (\"texts\" in its `locked`)"),
        );
    }
    cabang("\n[rules.documents]\nskck = { shape = \"sheet\", when = \"always\" }\n");
    let found = lines(&folder);
    let locked = |key: &str| {
        let start =
            format!("rules.documents.{key}: locked by pusat.toml (\"rules.documents\" in its `locked`)");
        found.iter().any(|line| line.contains(&start))
    };
    assert!(locked("skck.shape") && locked("skck.when"), "{found:#?}");
    cabang("\n[rules.documents]\nnpwp.when = \"always\"\n");
    one(&folder, "cabang.toml:", "rules.documents.npwp.when: locked by pusat.toml");
    cabang("\n[rules.documents]\nkk.when = \"always\"\n");
    assert_eq!(lines(&folder), [""; 0]);
}

#[test]
fn a_layer_leaves_open_only_what_it_locks_itself() {
    let folder = shipped();
    put(
        &folder,
        "wilayah.toml",
        "locked = [\"!rules.reasons\", \"!rules.document\", \"session\", \"!session.sound\"]\n",
    );
    let cabang = shipped_file("cabang.toml") + "\n[rules.reasons.phk]\nwait_months = 0\n";
    put(&folder, "cabang.toml", &cabang);
    let found = lines(&folder);
    let about = |text: &str| found.iter().filter(|line| line.contains(text)).count();
    assert_eq!(about("rules.reasons.phk.wait_months: locked by pusat.toml"), 1, "{found:#?}");
    assert_eq!(
        about("locked[2]: there is no key \"rules.document\"; did you mean \"documents\"?"),
        1,
        "{found:#?}"
    );
    let unlock = [("locked", "[\"!rules.limits\"]"), ("rules.limits.jmo_rupiah", "50000000")];
    let unlock = unlock.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let found = load_with(shipped().path(), &unlock).unwrap_err();
    assert!(found.len() == 1 && found[0].to_string().contains("locked by pusat.toml"), "{found:#?}");
    put(&folder, "wilayah.toml", "locked = [\"rules.documents.kk\"]\n");
    put(
        &folder,
        "cabang.toml",
        &(shipped_file("cabang.toml") + "\n[rules.documents]\nkk.when = \"always\"\n"),
    );
    one(&folder, "cabang.toml:", "rules.documents.kk.when: locked by wilayah.toml");
}

#[test]
fn the_command_line_obeys_locks() {
    let set = |key: &str, value: &str| vec![(key.to_owned(), value.to_owned())];
    let folder = shipped();
    let problems = load_with(folder.path(), &set("rules.limits.jmo_rupiah", "50000000")).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("--set rules.limits.jmo_rupiah: locked by pusat.toml"));
    let unlock = [set("locked", "[]"), set("rules.limits.jmo_rupiah", "50000000")].concat();
    assert_eq!(load_with(folder.path(), &unlock).unwrap_err().len(), 1, "nobody below can unlock");
}

#[test]
fn locks_of_keys_that_do_not_exist() {
    let folder = shipped();
    put(
        &folder,
        "wilayah.toml",
        "locked = [\"rules.reason\", \"a b\", \"branch.name\", \"\", 'rules.banks.\"999\"']\n",
    );
    let found = lines(&folder);
    let expected = [
        "wilayah.toml:1:11 locked[1]: there is no key \"rules.reason\"; did you mean \"reasons\"?",
        "wilayah.toml:1:27 locked[2]: \"a b\" is no key; write it as \"rules.limits\"",
        "wilayah.toml:1:49 locked[4]: \"\" is no key; write it as \"rules.limits\"",
    ];
    assert_eq!(found[..3], expected);
    assert!(found[3].starts_with("cabang.toml:") && found[3].contains("branch.name: locked by wilayah.toml"));
    assert_eq!(found.len(), 4, "{found:#?}");
}

/// Head office may leave the words to the files below; the shipped one does not.
fn with_open_texts() -> TempDir {
    let folder = shipped();
    put(&folder, "pusat.toml", &shipped_file("pusat.toml").replace("    \"texts\",\n", ""));
    folder
}

#[test]
fn a_text_of_the_configuration_takes_the_place_of_the_programs() {
    let folder = with_open_texts();
    put(
        &folder,
        "wilayah.toml",
        "[texts.id]\nreason-resign = \"Saya berhenti kerja\"\n[texts.en]\nreason-resign = \"I quit\"\n",
    );
    put(
        &folder,
        "cabang.toml",
        &(shipped_file("cabang.toml") + "\n[texts.en]\nreason-resign = \"I left\"\n"),
    );
    let packs = Packs::read(folder.path(), &[]).unwrap();
    let texts = packs.newest().texts();
    assert_eq!(texts.get(Language::Id, "reason-resign", &[]), "Saya berhenti kerja");
    assert_eq!(texts.get(Language::En, "reason-resign", &[]), "I left");
    assert_eq!(
        texts.get(Language::En, "reason-phk", &[]),
        kiosk_config::Texts::load().unwrap().get(Language::En, "reason-phk", &[])
    );
}

/// Head office's file with a new reason, and the words for it in one language.
fn with_new_reason(words: &str) -> TempDir {
    let folder = shipped();
    let reason = "[rules.reasons.pindah]\nonline = false\nsource = \"uji\"\n\n[rules.reasons.bpu]";
    let pusat = shipped_file("pusat.toml").replace("[rules.reasons.bpu]", reason);
    put(&folder, "pusat.toml", &format!("{pusat}\n{words}"));
    folder
}

#[test]
fn a_new_code_needs_words_in_each_language_on_offer() {
    let words =
        |tag: &str| format!("[texts.{tag}]\nreason-pindah = \"x\"\nreason-pindah-note = \"\"\"y\nz\"\"\"\n");
    let folder = with_new_reason(&(words("id") + &words("jv")));
    one(
        &folder,
        "pusat.toml:",
        "rules.reasons.pindah: there are no words for this code, texts.en.reason-pindah, texts.en.reason-pindah-note",
    );
    let only_id = [("kiosk.languages".to_owned(), "[\"id\"]".to_owned())];
    assert!(load_with(folder.path(), &only_id).is_ok());
    let folder = with_new_reason(&(words("id") + &words("jv") + &words("en")));
    let packs = Packs::read(folder.path(), &[]).unwrap();
    assert_eq!(packs.newest().texts().get(Language::En, "reason-pindah-note", &[]), "y\nz");
}

#[test]
fn texts_nobody_asks_for_and_texts_that_do_not_work() {
    let wrong = |text: &str, rest: &str| {
        let folder = with_open_texts();
        put(&folder, "wilayah.toml", &format!("[texts.id]\n{text}\n"));
        one(&folder, "wilayah.toml:2:", rest);
    };
    wrong(
        "reason-resing = \"x\"",
        "2:1 texts.id.reason-resing: unknown text; did you mean \"reason-resign\"?",
    );
    wrong("\"reason-\" = \"x\"", "texts.id.reason-: unknown text");
    wrong(
        "reason-resign = \"{ $name }\"",
        "texts.id.reason-resign: has the variables $name; needed are none",
    );
    wrong("reason-resign = \"Saya { \"", "not valid Fluent at line 1, character 8 of the text: Expected");
    wrong("reason-resign = \"\"\"Saya\nx } y\"\"\"", "not valid Fluent at line 2, character 3 of the text");
    wrong("reason-resign = \"   \"", "empty; expected a text");
    wrong("reason-resign = \"\"", "empty; expected a text in quotes");
    wrong("reason-resign = \"\"\"Saya\n.x = y\"\"\"", "a line of it must not begin with `.`");
    wrong("reason-resign = \"{ no-such-text }\"", "cannot be put together: ");
    wrong("reason-resign = \"{ reason-resign }\"", "cannot be put together: ");
    wrong("reason-resign = \"a\\u0007\"", "no control characters");
    wrong(
        "reason-resign = 3",
        "expected a text in quotes, in the notation of Fluent, 1 to 2000 characters, found 3",
    );
    wrong(&format!("reason-resign = \"{}\"", "{".repeat(1999)), "at most 8 braces in one another");
    wrong(&format!("reason-resign = \"{}\"", "x".repeat(2001)), "is not allowed; expected a text in quotes");
    let folder = with_open_texts();
    put(&folder, "wilayah.toml", "[texts.fr]\nreason-resign = \"J'ai démissionné\"\n");
    one(&folder, "wilayah.toml:1:8 texts.fr: unknown key", "Known here: ");
}

#[test]
fn variables_of_a_text_are_kept_by_the_one_in_its_place() {
    let folder = with_open_texts();
    put(&folder, "wilayah.toml", "[texts.en]\nreason-wait = \"Soon\"\n");
    one(&folder, "wilayah.toml:2:15", "texts.en.reason-wait: has the variables none; needed are $months");
    let plural = "[texts.en]\nreason-wait = \"\"\"{ $months ->\n [one] One month\n*[other] { $months } months\n}\"\"\"\n";
    put(&folder, "wilayah.toml", plural);
    let packs = Packs::read(folder.path(), &[]).unwrap();
    let wait =
        |months: u32| packs.newest().texts().get(Language::En, "reason-wait", &[("months", months.into())]);
    assert_eq!((wait(1), wait(3)), ("One month".into(), "3 months".into()));
}
