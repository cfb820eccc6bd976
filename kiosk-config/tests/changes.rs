//! What is different, as staff read it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read or write its files has failed")]

use kiosk_config::{Change, Config, Values, diff, load};
use std::path::Path;

fn shipped() -> Config {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("files")).unwrap()
}

fn changed(change: impl FnOnce(&mut Config)) -> Vec<Change> {
    let mut after = shipped();
    change(&mut after);
    diff(&shipped(), &after)
}

fn lines(changes: &[Change]) -> Vec<String> {
    changes.iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_is_different_from_itself() {
    assert_eq!(diff(&shipped(), &shipped()), []);
}

#[test]
fn single_values_and_lists() {
    let changes = changed(|config| {
        let reasons = &mut config.rules.reasons;
        reasons["resign"].documents.push("paklaring".into());
        reasons["resign"].optional.clear();
        config.rules.limits.jmo_rupiah = 25_000_000;
        config.branch.holidays.clear();
    });
    let expected = [
        "rules.limits.jmo_rupiah: 15000000 → 25000000",
        "rules.reasons.resign.documents: resignation_letter → resignation_letter, paklaring",
        "rules.reasons.resign.optional: paklaring → (nothing)",
        "branch.holidays: 2026-08-17, 2026-12-25, 2027-01-01 → (nothing)",
    ];
    let mut found = lines(&changes);
    found.sort_by_key(|line| expected.iter().position(|other| other == line));
    assert_eq!(found, expected);
    let label = |key: &str| {
        let label = changes.iter().find(|change| change.key == key).unwrap().label();
        (label.text, label.about, label.values)
    };
    assert_eq!(label("rules.limits.jmo_rupiah"), (Some("change-limit-jmo"), None, Values::Rupiah));
    let about = Some("reason-resign".to_owned());
    assert_eq!(
        label("rules.reasons.resign.documents"),
        (Some("change-reason-documents"), about, Values::Documents)
    );
}

#[test]
fn what_comes_or_goes_as_a_whole_is_one_change() {
    let changes = changed(|config| {
        let gone = config.rules.reasons.shift_remove("bpu").unwrap();
        config.rules.reasons.insert("pindah".into(), gone);
    });
    let found = lines(&changes);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("rules.reasons.pindah: (nothing) → online = false; "), "{found:#?}");
    assert!(found[1].starts_with("rules.reasons.bpu: online = false; "), "{found:#?}");
    assert!(found[1].ends_with("; source = Permenaker 4/2022 pasal 6(2)b → (nothing)"), "{found:#?}");
    assert_eq!(changes[0].label().text, Some("change-reason"));
    assert_eq!(changes[0].label().about.as_deref(), Some("reason-pindah"));
}

#[test]
fn what_has_no_label_is_called_by_its_key() {
    let changes = changed(|config| {
        let texts = config.texts.entry(kiosk_config::Language::En).or_default();
        texts.insert("reason-resign".into(), "I quit".into());
        config.capture.tries = 4;
    });
    assert_eq!(lines(&changes).len(), 2);
    for change in &changes {
        assert_eq!((change.label().text, change.label().values), (None, Values::Plain));
    }
    assert!(lines(&changes).contains(&"texts.en.reason-resign: (nothing) → I quit".to_owned()));
}

#[test]
fn each_label_is_for_a_key_that_there_is() {
    let schema = kiosk_config::schema();
    for key in Change::labelled_keys() {
        let part = key.split('.').fold(&schema, |part, step| match step {
            "*" => &part["additionalProperties"],
            step => &part["properties"][step],
        });
        assert!(part.is_object(), "{key}");
    }
}
