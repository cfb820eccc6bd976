//! What holds in every language: an abbreviation is explained where it is met first, days and times read naturally.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::eligibility::Question;
use claim::{CaseId, Claim, Event};
use jiff::civil::{date, time};
use journey::step::{Ask, BANK, FieldName, NO, OTHER, PROGRAMME, Step, YES};
use journey::way::{checklist, way};
use journey::{Case, Screen, State, View, Words};
use kiosk_config::{Language, Term, abbreviations};
use morning::draw;
use shipped::{CONFIG, NOW, TEXTS};
use std::collections::BTreeSet;

#[path = "play/morning.rs"]
mod morning;

#[path = "play/shipped.rs"]
mod shipped;

/// Texts that still owe an explanation, as language, screen and abbreviation. A text that is mended leaves the list;
/// nothing is added to it.
const OWED: [&str; 0] = [];

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

/// Every screen that a participant with this reason meets who answers all conditions with `answer`, in the order of
/// the way, the detours last.
fn screens(language: Language, reason: &str, answer: &str) -> Vec<Screen> {
    let mut claim = opened(language);
    let view = View { language: Some(language), ..View::default() };
    let mut screens = vec![draw(&State { view, ..State::default() })];
    let mut visit = |claim: &mut Claim, step: &Step| {
        claim.apply(&Event::Moved { step: step.name(), returning: false });
        let case = Case { id: CaseId::from_random([7; 16]), claim: claim.clone(), practice: false };
        screens.push(draw(&State { case: Some(case), ..State::default() }));
    };
    let mut done = 0;
    while let Some(step) = way(&claim, &CONFIG.rules, NOW.date()).get(done) {
        visit(&mut claim, step);
        for event in answered(step, &claim, reason, answer) {
            claim.apply(&event);
        }
        done += 1;
    }
    for step in [Step::Missing, Step::Jmo, Step::Counter] {
        visit(&mut claim, &step);
    }
    screens
}

/// What is answered at a step; whatever leads to the most screens.
fn answered(step: &Step, claim: &Claim, reason: &str, answer: &str) -> Vec<Event> {
    let answered = |field: &str, value: &str| {
        vec![Event::Answered { field: field.into(), value: value.into(), read: false }]
    };
    match step {
        Step::Reason => vec![Event::ReasonChosen { reason: reason.into() }],
        Step::Programme => answered(PROGRAMME, "jkp"),
        Step::Ask(Ask::Condition(Question::Partial)) => {
            answered(Ask::Condition(Question::Partial).as_str(), NO)
        }
        Step::Ask(ask @ Ask::Condition(_)) => answered(ask.as_str(), answer),
        Step::Ask(ask @ Ask::Cards) => answered(ask.as_str(), "3"),
        Step::Ask(ask @ Ask::LastUse) => answered(ask.as_str(), "dormant"),
        Step::Checklist => {
            let documents = checklist(claim, &CONFIG.rules).into_iter().map(|needed| needed.document);
            documents.map(|document| Event::Had { document, have: true }).collect()
        }
        Step::Balance => vec![Event::BalanceChosen { band: "above_50".into() }],
        Step::Field(field @ FieldName::BirthDate) => answered(field.as_str(), "1990-08-12"),
        Step::Field(field @ FieldName::EndedOn) => answered(field.as_str(), "2026-09-01"),
        Step::Bank => answered(BANK, "002"),
        _ => vec![],
    }
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
    let reasons = CONFIG.rules.reasons.keys().map(String::as_str).chain([OTHER]);
    let ways = reasons.flat_map(|reason| [YES, NO].map(|answer| screens(language, reason, answer)));
    ways.flat_map(|screens| unexplained_on(&screens, &kiosk_config::terms(language).unwrap())).collect()
}

fn unexplained_on(screens: &[Screen], terms: &[Term]) -> Vec<String> {
    let (mut met, terms): (Vec<&Term>, Vec<&Term>) = terms.iter().partition(|term| term.known);
    let mut missed = vec![];
    for screen in screens {
        let json = serde_json::to_string(screen).unwrap();
        let there: BTreeSet<&str> = abbreviations(&json).collect();
        let written = written(screen);
        for term in &terms {
            if !there.contains(term.name.as_str()) || met.contains(term) {
                continue;
            }
            met.push(term);
            if !written.contains(&term.meaning.to_lowercase()) {
                missed.push(format!("{}: {}", screen.name, term.name));
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
