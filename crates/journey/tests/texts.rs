//! Every text that the journey names exists in each language, and no text is left over.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::eligibility::Question;
use claim::rules::Rules;
use journey::step::{Ask, FieldName, OTHER, UNKNOWN};
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let rust = files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    rust.chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

fn code(folder: &Path) -> String {
    sources(folder).iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// All string literals of the code that look like keys.
fn literals(code: &str) -> impl Iterator<Item = String> {
    code.split('"').filter(|text| !text.is_empty() && !text.contains([' ', '{', '\n'])).map(str::to_owned)
}

/// The keys that are asked for by name, whether they exist or not.
fn asked_for(code: &str) -> impl Iterator<Item = String> {
    let calls = [".t(\"", ".filled(\"", "Said::new(\""];
    calls.into_iter().flat_map(move |call| code.split(call).skip(1)).filter_map(|rest| {
        let (key, _) = rest.split_once('"')?;
        Some(key.to_owned())
    })
}

fn composed(rules: &Rules) -> Vec<String> {
    let with_note = |of: &str, code: &String| [format!("{of}-{code}"), format!("{of}-{code}-note")];
    let mut keys = journey::answer_keys();
    keys.extend(rules.reasons.keys().flat_map(|code| with_note("reason", code)));
    keys.extend(rules.documents.keys().flat_map(|code| with_note("document", code)));
    keys.extend(rules.balance_bands.keys().map(|band| format!("balance-{band}")));
    keys.push("balance-unknown-note".into());
    keys.extend(journey::step::PARTS.iter().map(|part| format!("step-{part}")));
    keys.extend(kiosk_config::Language::ALL.iter().map(|language| format!("language-{}", language.tag())));
    keys.extend((1..=7).map(|day| format!("weekday-{day}")));
    keys.extend((1..=12).map(|month| format!("month-{month}")));
    keys.extend((0..=3).map(|size| format!("size-{size}")));
    keys.extend(claim::WHY_AGAIN.map(|why| format!("again-{why}")));
    keys.extend(claim::Stage::ALL.map(|stage| format!("check-{}", stage.as_str())));
    for stage in claim::Stage::ALL.map(claim::Stage::as_str) {
        keys.extend(["button-verify", "key-verify", "desk-duty"].map(|of| format!("{of}-{stage}")));
    }
    keys.extend([30, 60, 120, 0].map(|minutes| format!("desk-outage-{minutes}")));
    keys.extend((0..=9).map(|digit| format!("board-digit-{digit}")));
    keys.extend(["day", "month", "year"].map(|part| format!("date-{part}")));
    for answer in ["claim", "person", "payment", "documents"] {
        keys.push(format!("answers-{answer}"));
    }
    for field in FieldName::ALL {
        let words = field.words();
        keys.push(format!("{}-title", field.as_str()));
        keys.extend(["label", "example", "help"].map(|end| format!("{words}-{end}")));
        if field != FieldName::Phone {
            keys.push(format!("{words}-where"));
        }
    }
    for ask in Ask::ALL {
        let name = ask.as_str();
        keys.extend(["title", "help"].map(|end| format!("{name}-{end}")));
        keys.extend(ask.answers().iter().filter(|id| **id != UNKNOWN).map(|id| format!("{name}-{id}")));
        if !matches!(ask, Ask::Condition(Question::Age | Question::Ended) | Ask::Cards) {
            keys.push(format!("packet-{name}"));
            keys.extend(ask.answers().iter().map(|id| format!("packet-answer-{id}")));
        }
    }
    keys.extend(["age-yes-note", "age-no-note", "cards-1-note", "cards-3-note"].map(str::to_owned));
    keys.extend(rules.programmes.keys().flat_map(|code| with_note("programme", code)));
    keys.extend(with_note("reason", &OTHER.to_owned()));
    keys.extend(claim::satisfaction::ELEMENTS.map(|element| format!("survey-{element}")));
    keys.extend((1..=4).map(|score| format!("rating-{score}")));
    keys.extend(kiosk_config::Change::label_texts().map(str::to_owned));
    // As `document` names them.
    let problems = "not-found too-dark overexposed cut-off covered too-far tilted glare moved blurred";
    for problem in problems.split(' ') {
        keys.extend([format!("picture-{problem}"), format!("picture-{problem}-text")]);
    }
    let advice = "show inside closer uncover flatten lighter darker glare still focus good good-shoot";
    keys.extend(advice.split(' ').map(|advice| format!("capture-{advice}")));
    keys
}

#[test]
fn no_text_is_missing_or_left_over() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = kiosk_config::load(&here.join("../../kiosk-config/files")).unwrap();
    let texts = kiosk_config::Texts::load().unwrap();
    let code =
        ["src", "../stations/src", "../../src-tauri/src"].map(|folder| code(&here.join(folder))).concat();
    let known = |key: &String| texts.has(kiosk_config::Language::Id, key);
    // A literal names a text directly, or it is the stem of texts that a screen, a button or a point composes.
    let stems = |key: &String| {
        ["", "-title", "-help", "-text", "-label"]
            .map(|end| format!("{key}{end}"))
            .into_iter()
            .chain([format!("button-{key}"), format!("key-{key}")])
            .collect::<Vec<_>>()
    };
    let named = literals(&code).flat_map(|literal| stems(&literal)).filter(known);
    let used: Vec<String> =
        composed(&config.rules).into_iter().chain(asked_for(&code)).chain(named).collect();
    assert_eq!(kiosk_config::check_texts(&used), Vec::<String>::new());
}
