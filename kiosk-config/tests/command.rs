//! The command as people call it.

#![expect(clippy::expect_used, reason = "a test that cannot start the command has failed")]

use std::process::{Command, Output};

fn kiosk_config(arguments: &[&str]) -> Output {
    let files = concat!(env!("CARGO_MANIFEST_DIR"), "/files");
    let arguments = arguments.iter().map(|argument| if *argument == "FILES" { files } else { argument });
    Command::new(env!("CARGO_BIN_EXE_kiosk-config")).args(arguments).output().expect("the command starts")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn check_says_in_one_line_that_all_is_well() {
    let output = kiosk_config(&["check", "FILES"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).ends_with("files: no problems\n"));
}

#[test]
fn check_prints_each_problem_and_their_number_and_fails() {
    let output =
        kiosk_config(&["check", "FILES", "--set", "session.idle_seconds=3", "--set", "kiosk.id=A B"]);
    assert_eq!(output.status.code(), Some(1));
    let printed = printed(&output);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 4, "{printed}");
    let shipped = include_str!("../files/kiosk.toml");
    let row = shipped.lines().position(|line| line.starts_with("warning_seconds")).expect("the key") + 1;
    let place = format!("kiosk.toml:{row}:19 session.warning_seconds: 30 is longer than");
    assert!(lines[0].starts_with(&place), "{printed}");
    assert!(lines[1].starts_with("--set session.idle_seconds: 3 is not allowed; expected"), "{printed}");
    assert!(lines[2].starts_with("--set kiosk.id: \"A B\" is not allowed; expected"), "{printed}");
    assert_eq!(lines[3], "3 problems");
}

#[test]
fn show_prints_toml_and_schema_prints_json() {
    let output = kiosk_config(&["show", "FILES", "--set", "branch.name=Cabang Lain"]);
    assert_eq!(output.status.code(), Some(0));
    let shown: toml::Table = printed(&output).parse().expect("TOML");
    assert_eq!(shown["branch"]["name"].as_str(), Some("Cabang Lain"));
    let schema: serde_json::Value = serde_json::from_str(&printed(&kiosk_config(&["schema"]))).expect("JSON");
    assert_eq!(schema["properties"]["interview"]["properties"]["days"]["maximum"], 20);
}

#[test]
fn show_prints_what_is_in_force_on_a_day() {
    let output = kiosk_config(&["show", "--effective", "--on", "2026-09-10", "FILES"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("version = \"2026.1\"  # pusat.toml"));
}

#[test]
fn editions_are_signed_and_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    for name in ["pusat.toml", "cabang.toml", "kiosk.toml"] {
        let from = concat!(env!("CARGO_MANIFEST_DIR"), "/files/").to_owned() + name;
        std::fs::copy(from, path(name)).expect("a copy");
    }
    let next = std::fs::read_to_string(path("pusat.toml")).expect("head office's file");
    let next = next.replace("\"2026.1\"", "\"2027.1\"").replace("\"2026-01-01\"", "\"2027-01-01\"");
    std::fs::write(path("pusat-2027.toml"), next.replacen("wait_months = 1", "wait_months = 2", 1))
        .expect("the next edition");
    let [dir, before, after] =
        ["", "pusat.toml", "pusat-2027.toml"].map(|name| path(name).display().to_string());
    let output = kiosk_config(&["diff", &before, &after]);
    let expected = "rules.version: 2026.1 → 2027.1\nrules.effective_from: 2026-01-01 → 2027-01-01\n\
                    rules.reasons.resign.wait_months: 1 → 2\n";
    assert_eq!(printed(&output), expected);
    assert_eq!(printed(&kiosk_config(&["diff", "FILES", &dir, "--on", "2027-01-01"])), expected);
    assert_eq!(printed(&kiosk_config(&["diff", "FILES", &dir, "--on", "2026-12-31"])), "");

    let unsigned = printed(&kiosk_config(&["check", &dir]));
    assert!(
        unsigned.ends_with(
            "pusat.pub: missing; the public key that head office signs with is needed\n1 problem\n"
        )
    );
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/practice-key/practice.key");
    let output = kiosk_config(&["sign", &dir, "--key", key]);
    assert_eq!(printed(&output), "pusat-2027.toml: signed\npusat.toml: signed\n");
    let checked = printed(&kiosk_config(&["check", &dir]));
    assert!(checked.contains("pusat-2027.toml: version 2027.1, from 2027-01-01\n"), "{checked}");
    assert!(checked.ends_with("no problems\n"), "{checked}");
    let output = kiosk_config(&["sign", &dir, "--key", &before]);
    assert_eq!(output.status.code(), Some(1));
}
