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
    assert!(lines[0].starts_with("kiosk.toml:22:19 session.warning_seconds: 30 is longer than"), "{printed}");
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
