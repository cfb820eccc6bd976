//! What holds in every language: an abbreviation is explained where it is met first, days and times read naturally.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::{CaseId, Claim, Event};
use jiff::civil::{date, time};
use journey::step::{BANK, FieldName, Step, checklist, way};
use journey::{CameraView, Case, Screen, State, Words, World};
use kiosk_config::{Config, Language, Texts, abbreviations};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    kiosk_config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kiosk-config/files")).unwrap()
});
static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::load().unwrap());

fn screen(state: &State) -> Screen {
    let now = date(2026, 9, 10).at(9, 0, 0, 0);
    let booked = BTreeMap::new();
    journey::screen(
        state,
        &World { config: &CONFIG, texts: &TEXTS, now, camera: CameraView::Live, booked: &booked },
    )
}

/// Texts that still owe an explanation, as language, screen and abbreviation. A text that is mended leaves the list;
/// nothing is added to it.
const OWED: [&str; 6] = [
    "id checklist: PPAT",
    "id counter-only: NPWP",
    "id name: NIK",
    "en checklist: PPAT",
    "en counter-only: KTP",
    "en name: NIK",
];

/// A claim of which nothing but the language is known.
fn opened(language: Language) -> Claim {
    let opened = Event::Opened {
        rules: "2026.1".into(),
        kiosk: "kiosk-1".into(),
        token: "00ff".into(),
        code: "K7PM4QXT".into(),
    };
    let language = language.tag().into();
    Claim::from_events(&[opened, Event::Preferred { language, text_size: 1, high_contrast: false }])
}

/// Every screen that a participant with this reason can meet, in the order of the way, the detours last.
fn screens(language: Language, reason: &str) -> Vec<Screen> {
    let mut claim = opened(language);
    let waiting = State {
        view: journey::View { language: Some(language), ..Default::default() },
        ..Default::default()
    };
    let mut screens = vec![screen(&waiting)];
    let mut visit = |claim: &mut Claim, step: Step| {
        claim.apply(&Event::Moved { step: step.name(), returning: false });
        let case = Case { id: CaseId::from_random([7; 16]), claim: claim.clone() };
        screens.push(screen(&State { case: Some(case), ..State::default() }));
    };
    for step in [Step::Preferences, Step::Consent, Step::Reason] {
        visit(&mut claim, step);
    }
    claim.apply(&Event::ReasonChosen { reason: reason.into() });
    if !CONFIG.rules.reasons[reason].online {
        visit(&mut claim, Step::CounterOnly);
        return screens;
    }
    visit(&mut claim, Step::Checklist);
    for needed in checklist(&claim, &CONFIG.rules) {
        claim.apply(&Event::Had { document: needed.document, have: true });
    }
    claim.apply(&Event::BalanceChosen { band: "above_50".into() });
    for field in FieldName::ALL {
        claim.apply(&Event::Answered { field: field.as_str().into(), value: String::new() });
    }
    claim.apply(&Event::Answered { field: BANK.into(), value: "002".into() });
    for step in way(&claim, &CONFIG.rules).into_iter().skip(4) {
        visit(&mut claim, step);
    }
    for step in [Step::Missing, Step::Jmo, Step::Counter] {
        visit(&mut claim, step);
    }
    screens
}

/// Everything that is written on a screen, in one line.
fn written(screen: &Screen) -> String {
    fn strings(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => found.push(text.to_lowercase()),
            serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| strings(value, found)),
            _ => {}
        }
    }
    let mut found = vec![];
    strings(&serde_json::to_value(screen).unwrap(), &mut found);
    found.join("\n")
}

/// Abbreviations that a participant meets before their meaning, as `screen: abbreviation`.
fn unexplained(language: Language) -> BTreeSet<String> {
    let terms = kiosk_config::terms(language).unwrap();
    let mut missed = BTreeSet::new();
    for reason in CONFIG.rules.reasons.keys() {
        let mut met: BTreeSet<&str> =
            terms.iter().filter(|term| term.known).map(|term| term.name.as_str()).collect();
        for screen in screens(language, reason) {
            let json = serde_json::to_string(&screen).unwrap();
            let there: BTreeSet<&str> = abbreviations(&json).collect();
            let written = written(&screen);
            for term in terms.iter().filter(|term| there.contains(term.name.as_str())) {
                if met.insert(&term.name) && !written.contains(&term.meaning.to_lowercase()) {
                    missed.insert(format!("{}: {}", screen.name, term.name));
                }
            }
        }
    }
    missed
}

#[test]
fn abbreviations_are_explained_where_they_are_met_first() {
    let missed = Language::ALL.into_iter().flat_map(|language| {
        unexplained(language).into_iter().map(move |what| format!("{} {what}", language.tag()))
    });
    let new: Vec<String> = missed.filter(|what| !OWED.contains(&what.as_str())).collect();
    assert!(new.is_empty(), "met before their meaning (locales/*/terms.ftl) was on the screen: {new:#?}");
}

#[test]
fn days_and_times_read_as_people_say_them() {
    let words = |language| Words { texts: &TEXTS, language };
    let friday = date(2026, 8, 14);
    assert_eq!(words(Language::Id).date(friday), "Jumat, 14 Agustus 2026");
    assert_eq!(words(Language::Jv).date(friday), "Jemuwah, 14 Agustus 2026");
    assert_eq!(words(Language::En).date(friday), "Friday, 14 August 2026");
    let half_past_nine = time(9, 30, 0, 0);
    assert_eq!(
        Language::ALL.map(|language| words(language).time(half_past_nine)),
        ["09.30", "09.30", "09:30"]
    );
}
