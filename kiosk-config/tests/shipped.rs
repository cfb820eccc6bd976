//! The shipped files are usable as they are.

use claim::rules::{Known, Need};
use kiosk_config::{Language, Texts, check, load, load_with};
use std::path::Path;

fn files() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/files"))
}

#[test]
fn shipped_files_have_no_problems() {
    assert_eq!(check(files()), []);
}

#[test]
fn order_of_the_tables_is_kept() {
    let config = load(files()).unwrap();
    let reasons: Vec<&str> = config.rules.reasons.keys().map(String::as_str).collect();
    assert_eq!(reasons.first(), Some(&"resign"));
    assert_eq!(reasons.last(), Some(&"wna_pergi"));
    assert_eq!(reasons.len(), 11);
    assert_eq!(config.rules.documents.keys().last().map(String::as_str), Some("photo"));
    assert_eq!(config.rules.banks.keys().next().map(String::as_str), Some("002"));
}

#[test]
fn reasons_ask_for_what_the_rules_say() {
    let rules = load(files()).unwrap().rules;
    let needed = |reason: &str, band: &str| -> Vec<(String, Need)> {
        rules
            .documents_for(reason, Known { band: Some(band), earlier_partial: Some(false) })
            .into_iter()
            .map(|needed| (needed.document, needed.need))
            .collect()
    };
    let resign = needed("resign", "up_to_50");
    let expected = [
        ("ktp", Need::Required),
        ("kpj_card", Need::Required),
        ("bank_book", Need::Required),
        ("kk", Need::IfAvailable),
        ("resignation_letter", Need::Required),
        ("paklaring", Need::IfAvailable),
        ("photo", Need::Required),
    ];
    assert_eq!(resign, expected.map(|(code, need)| (code.to_owned(), need)));
    assert_eq!(needed("phk", "unknown").iter().filter(|(_, need)| *need == Need::AnyOne).count(), 5);
    assert!(needed("usia_56", "above_50").contains(&("npwp".into(), Need::Required)));
    assert!(needed("usia_56", "unknown").contains(&("npwp".into(), Need::AboveLimit)));
    let foreigner = needed("wna_pergi", "up_to_15");
    assert!(foreigner.contains(&("passport".into(), Need::Required)));
    assert!(!foreigner.iter().any(|(code, _)| code == "ktp"));
    assert!(rules.within_jmo("up_to_15") && !rules.within_jmo("up_to_50") && !rules.within_jmo("unknown"));
}

#[test]
fn every_code_has_words_in_every_language() {
    let rules = load(files()).unwrap().rules;
    let texts = Texts::load().unwrap();
    let with_notes =
        |kind: &'static str, code: &String| [format!("{kind}-{code}"), format!("{kind}-{code}-note")];
    let keys = (rules.reasons.keys().flat_map(|code| with_notes("reason", code)))
        .chain(rules.documents.keys().flat_map(|code| with_notes("document", code)))
        .chain(rules.balance_bands.keys().map(|code| format!("balance-{code}")));
    for key in keys {
        for language in Language::ALL {
            assert!(texts.has(language, &key), "{}: {key}", language.tag());
        }
    }
}

#[test]
fn values_from_the_command_line_come_last() {
    let set = [("session.idle_seconds", "45"), ("kiosk.id", "kiosk-9"), ("camera.source", "\"device\"")];
    let set = set.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let config = load_with(files(), &set).unwrap();
    assert_eq!(config.session.idle_seconds, 45);
    assert_eq!(config.kiosk.id, "kiosk-9");
}

#[test]
fn the_calendar_is_that_of_the_branch() {
    let config = load(files()).unwrap();
    let friday = jiff::civil::date(2026, 8, 14).at(10, 0, 0, 0);
    let days = queue::slots(&config.calendar(), friday, &|_, _| 0);
    assert_eq!(days.len(), 5);
    assert_eq!(days[0].date, jiff::civil::date(2026, 8, 18));
    assert_eq!(days[0].slots.len(), 10);
    assert_eq!(days[0].slots[0].left, 3);
}
