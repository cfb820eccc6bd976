//! Questions of a claim.

use super::Draw;
use super::waiting::keys;
use crate::act::offers;
use crate::state::Case;
use crate::step::{self, BANK, FieldName, Step};
use crate::{Action, Body, Button, ChecklistItem, Choice, ChoiceGroup, Field, Keyboard, Screen, TextSize};
use claim::BirthDate;
use claim::rules::Need;

pub(super) fn preferences(draw: &Draw<'_>, case: &Case, step: &Step) -> Screen {
    let choice = |id: String, label: String, chosen: bool, action: Action| Choice {
        button: Button { id, label, icon: None, action },
        note: None,
        chosen,
        enabled: true,
    };
    let languages = draw.world.config.kiosk.languages.iter().map(|language| {
        let code = language.tag();
        let key = format!("language-{code}");
        let action = Action::Language { language: code.to_owned() };
        choice(key.clone(), draw.t(&key), *language == draw.language, action)
    });
    let sizes = [TextSize::Small, TextSize::Medium, TextSize::Large, TextSize::Huge].map(|size| {
        let id = format!("size-{}", size.number());
        let label = draw.t(&id);
        choice(id, label, size == draw.state.text_size(), Action::TextSize { size })
    });
    let contrasts = [("contrast-normal", false), ("contrast-high", true)].map(|(id, high)| {
        choice(id.to_owned(), draw.t(id), case.claim.high_contrast == high, Action::Contrast { high })
    });
    let groups = vec![
        ChoiceGroup { label: draw.t("preferences-language"), choices: languages.collect() },
        ChoiceGroup { label: draw.t("preferences-size"), choices: sizes.into() },
        ChoiceGroup { label: draw.t("preferences-contrast"), choices: contrasts.into() },
    ];
    let mut screen =
        draw.frame("preferences", Body::Preferences { groups, sample: draw.t("preferences-sample") });
    if *step != Step::Preferences {
        screen.back = None;
    }
    debug_assert!(offers(&screen, &Action::Next));
    screen
}

pub(super) fn consent(draw: &Draw<'_>) -> Screen {
    let points = [
        ("consent-what", "document"),
        ("consent-why", "checklist"),
        ("consent-who", "building"),
        ("consent-long", "clock"),
        ("consent-rights", "shield"),
    ];
    let body = Body::Points { points: points.iter().map(|(key, icon)| draw.point(key, icon)).collect() };
    let agree = draw.button("agree", "check", Action::Next);
    Screen { next: Some(agree), ..draw.frame("consent", body) }
}

/// A question whose answer is a touch: no "next" until there is an answer to keep.
fn choices(draw: &Draw<'_>, name: &str, choices: Vec<Choice>) -> Screen {
    let groups = vec![ChoiceGroup { label: String::new(), choices }];
    Screen { next: None, ..draw.frame(name, Body::Choices { groups }) }
}

pub(super) fn reason(draw: &Draw<'_>, case: &Case) -> Screen {
    let all = draw.world.config.rules.reasons.iter().map(|(code, reason)| {
        let chosen = case.claim.reason.as_ref() == Some(code);
        let mut note = draw.t(&format!("reason-{code}-note"));
        if reason.wait_months > 0 {
            let wait = draw.filled("reason-wait", &[("months", reason.wait_months.into())]);
            note = format!("{note} {wait}");
        }
        draw.choice(code, draw.t(&format!("reason-{code}")), Some(note), chosen, Some(code.clone()))
    });
    choices(draw, "reason", all.collect())
}

pub(super) fn checklist(draw: &Draw<'_>, case: &Case) -> Screen {
    let needed = step::checklist(&case.claim, &draw.world.config.rules);
    let millions = i64::try_from(draw.world.config.rules.limits.npwp_rupiah / 1_000_000).unwrap_or_default();
    let items = needed.into_iter().map(|needed| {
        let code = needed.document;
        let say = |have: bool| Action::Have { document: code.clone(), have };
        let answer = |id: &str, icon: &str, have| Button {
            id: format!("{id}-{code}"),
            ..draw.button(id, icon, say(have))
        };
        ChecklistItem {
            title: draw.document(&code),
            note: draw.t(&format!("document-{code}-note")),
            need: match needed.need {
                Need::Required => draw.t("need-required"),
                Need::AnyOne => draw.t("need-any-one"),
                Need::AboveLimit => draw.filled("need-above-limit", &[("millions", millions.into())]),
                Need::IfAvailable => draw.t("need-if-available"),
            },
            have: case.claim.have.get(&code).copied(),
            yes: answer("have", "check", true),
            no: answer("have-not", "cross", false),
            id: code,
        }
    });
    draw.frame("checklist", Body::Checklist { items: items.collect() })
}

pub(super) fn balance(draw: &Draw<'_>, case: &Case) -> Screen {
    let all = draw.world.config.rules.balance_bands.keys().map(|band| {
        let chosen = case.claim.balance.as_ref() == Some(band);
        let note = draw.world.texts.find(draw.language, &format!("balance-{band}-note"), &[]);
        draw.choice(band, draw.t(&format!("balance-{band}")), note, chosen, None)
    });
    choices(draw, "balance", all.collect())
}

pub(super) fn bank(draw: &Draw<'_>, case: &Case) -> Screen {
    let all = draw.world.config.rules.banks.iter().map(|(code, bank)| {
        let chosen = case.claim.answers.get(BANK) == Some(code);
        draw.choice(code, bank.name.clone(), None, chosen, None)
    });
    choices(draw, "bank", all.collect())
}

pub(super) fn field(draw: &Draw<'_>, case: &Case, field: FieldName) -> Screen {
    let name = field.as_str();
    let view = &draw.state.view;
    let (keyboard, groups, picture): (_, &[u8], _) = match field {
        FieldName::Name => (Keyboard::Name, &[], Some("where-name")),
        FieldName::Nik => (Keyboard::Digits, &[4, 4, 4, 4], Some("where-nik")),
        FieldName::BirthDate => (Keyboard::Digits, &[2, 2, 4], Some("where-birth-date")),
        FieldName::Kpj => (Keyboard::Digits, &[4, 4, 3], Some("where-kpj")),
        FieldName::Phone => (Keyboard::Digits, &[4, 4, 5], None),
        FieldName::Account => (Keyboard::Digits, &[4, 4, 4, 4, 4], Some("where-account")),
    };
    let labels: &[&str] = if field == FieldName::BirthDate { &["day", "month", "year"] } else { &[] };
    let body = Body::Field(Field {
        id: name.to_owned(),
        label: draw.t(&format!("{name}-label")),
        keyboard,
        typed: view.unsaved.clone().unwrap_or_else(|| typed(case, field)),
        groups: groups.to_vec(),
        group_labels: labels.iter().map(|label| draw.t(&format!("date-{label}"))).collect(),
        separator: " ".into(),
        example: Some(draw.t(&format!("{name}-example"))),
        picture: picture.map(str::to_owned),
        picture_label: picture.map(|_| draw.t(&format!("{name}-where"))),
        problem: view.problem.as_ref().map(|problem| draw.said(problem)),
        warning: view.doubted.as_ref().map(|(_, doubt)| draw.said(doubt)),
        comfort: None,
        keys: keys(draw),
    });
    let next = draw.button("next", "arrow-right", Action::Answer { text: String::new() });
    Screen { next: Some(next), ..draw.frame(name, body) }
}

/// What stands in a field: as it was typed last, or the answer in the form in which it is typed.
fn typed(case: &Case, field: FieldName) -> String {
    let name = field.as_str();
    if let Some(typed) = case.claim.typed.get(name) {
        return typed.clone();
    }
    let answer = case.claim.answers.get(name).cloned().unwrap_or_default();
    match field {
        FieldName::BirthDate => BirthDate::from_iso(&answer).map(|date| date.typed()).unwrap_or_default(),
        FieldName::Phone => claim::Phone::parse(&answer).map(|phone| phone.local()).unwrap_or_default(),
        _ => answer,
    }
}
