//! Questions of a claim.

use super::Draw;
use super::capture::page_address;
use super::waiting::keys;
use crate::act::offers;
use crate::state::Case;
use crate::step::{BANK, FieldName, OTHER, Step};
use crate::{Action, Body, Button, ChecklistItem, Choice, ChoiceGroup, Field, Keyboard, Screen, TextSize};
use crate::{reading, way};
use claim::{BirthDate, Nik, Sex};

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
    let priorities = [("priority-no", false), ("priority-yes", true)].map(|(id, first)| Choice {
        note: first.then(|| draw.t("priority-yes-note")),
        ..choice(id.to_owned(), draw.t(id), case.claim.priority == first, Action::Priority { first })
    });
    let groups = vec![
        ChoiceGroup { label: draw.t("preferences-language"), choices: languages.collect() },
        ChoiceGroup { label: draw.t("preferences-size"), choices: sizes.into() },
        ChoiceGroup { label: draw.t("preferences-contrast"), choices: contrasts.into() },
        ChoiceGroup { label: draw.t("preferences-priority"), choices: priorities.into() },
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

impl Draw<'_> {
    /// A question whose answer is a touch: no "next" until there is an answer to keep.
    pub fn choices(&self, name: &str, choices: Vec<Choice>) -> Screen {
        self.asked(name, self.t(&format!("{name}-title")), self.t(&format!("{name}-help")), choices)
    }

    /// As [`Draw::choices`], with words of its own.
    pub fn asked(&self, name: &str, title: String, help: String, choices: Vec<Choice>) -> Screen {
        let groups = vec![ChoiceGroup { label: String::new(), choices }];
        Screen { next: None, ..self.framed(name, title, Some(help), Body::Choices { groups }) }
    }

    /// A reason to choose.
    pub fn reason(&self, code: &str, chosen: bool) -> Choice {
        let months = self.world.config.rules.reasons.get(code).map_or(0, |reason| reason.wait_months);
        let mut note = self.t(&format!("reason-{code}-note"));
        if months > 0 {
            let wait = self.filled("reason-wait", &[("months", months.into())]);
            note = format!("{note} {wait}");
        }
        self.choice(code, self.t(&format!("reason-{code}")), Some(note), chosen, Some(code.to_owned()))
    }
}

pub(super) fn reason(draw: &Draw<'_>, case: &Case) -> Screen {
    let is_chosen = |code: &str| case.claim.reason.as_deref() == Some(code);
    let all = draw.world.config.rules.reasons.keys().map(|code| draw.reason(code, is_chosen(code)));
    draw.choices("reason", all.chain([draw.reason(OTHER, is_chosen(OTHER))]).collect())
}

pub(super) fn checklist(draw: &Draw<'_>, case: &Case) -> Screen {
    let needed = way::checklist(&case.claim, &draw.world.config.rules);
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
            need: draw.words.need(needed.need, &draw.world.config.rules),
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
    draw.choices("balance", all.collect())
}

pub(super) fn bank(draw: &Draw<'_>, case: &Case) -> Screen {
    let all = draw.world.config.rules.banks.iter().map(|(code, bank)| {
        let chosen = reading::stands(&case.claim, BANK) == Some(code);
        draw.choice(code, bank.name.clone(), None, chosen, None)
    });
    draw.choices("bank", all.collect())
}

pub(super) fn field(draw: &Draw<'_>, case: &Case, field: FieldName) -> Screen {
    let (name, words) = (field.as_str(), field.words());
    let view = &draw.state.view;
    let (keyboard, groups, picture): (_, &[u8], _) = match field {
        FieldName::Name => (Keyboard::Name, &[], Some("where-name")),
        FieldName::Nik => (Keyboard::Digits, &[4, 4, 4, 4], Some("where-nik")),
        FieldName::BirthDate => (Keyboard::Digits, &[2, 2, 4], Some("where-birth-date")),
        FieldName::EndedOn => (Keyboard::Digits, &[2, 2, 4], Some("where-ended")),
        FieldName::Kpj | FieldName::Kpj2 | FieldName::Kpj3 => {
            (Keyboard::Digits, &[4, 4, 3], Some("where-kpj"))
        }
        FieldName::Phone => (Keyboard::Digits, &[4, 4, 5], None),
        FieldName::Account => (Keyboard::Digits, &[4, 4, 4, 4, 4], Some("where-account")),
        FieldName::Npwp => (Keyboard::Digits, &[4, 4, 4, 4], Some("where-npwp")),
    };
    let is_date = matches!(field, FieldName::BirthDate | FieldName::EndedOn);
    let labels: &[&str] = if is_date { &["day", "month", "year"] } else { &[] };
    let typed = view.unsaved.clone().unwrap_or_else(|| typed(case, field));
    let example = match case.practice {
        true => draw.filled("practice-example", &[("example", specimen(field).into())]),
        false => draw.t(&format!("{words}-example")),
    };
    let read = reading::offered(&case.claim, name).filter(|read| {
        let untouched = view.unsaved.is_none() && !case.claim.typed.contains_key(name);
        untouched && reading::stands(&case.claim, name) == Some(*read)
    });
    let source = reading::source(name).filter(|_| reading::offered(&case.claim, name).is_some());
    let page = source.and_then(|document| case.claim.kept(document));
    let body = Body::Field(Field {
        id: name.to_owned(),
        label: draw.t(&format!("{words}-label")),
        keyboard,
        groups: groups.to_vec(),
        group_labels: labels.iter().map(|label| draw.t(&format!("date-{label}"))).collect(),
        separator: " ".into(),
        example: Some(example),
        picture: picture.map(str::to_owned),
        picture_label: picture.map(|_| draw.t(&format!("{words}-where"))),
        image: page.map(|page| page_address(page.page)),
        read: read.and(source).map(|document| {
            draw.filled("field-read", &[("document", draw.document(document).as_str().into())])
        }),
        problem: view.problem.as_ref().map(|problem| draw.said(problem)),
        warning: view.doubted.as_ref().map(|(_, doubt)| draw.said(doubt)),
        comfort: comfort(draw, field, &typed),
        typed,
        keys: keys(draw),
    });
    let (label, icon) = if read.is_some() { ("right", "check") } else { ("next", "arrow-right") };
    let next = draw.button(label, icon, Action::Answer { text: String::new() });
    let next = Button { id: "next".into(), ..next };
    let title = draw.t(&format!("{name}-title"));
    let help = draw.t(&format!("{words}-help"));
    Screen { next: Some(next), ..draw.framed(name, title, Some(help), body) }
}

/// What a number says, so that a mistake is seen before it is an error.
fn comfort(draw: &Draw<'_>, field: FieldName, typed: &str) -> Option<String> {
    let nik = (field == FieldName::Nik).then(|| Nik::parse(typed).ok()).flatten()?;
    let sex = match nik.sex() {
        Sex::Female => "sex-female",
        Sex::Male => "sex-male",
    };
    let birth = nik.birth_date(draw.world.now.date()).map(|birth| draw.birth_date(birth));
    let parts = [nik.region().map(str::to_owned), Some(draw.t(sex)), birth];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// Made-up answers to practise with.
fn specimen(field: FieldName) -> &'static str {
    match field {
        FieldName::Name => "SITI CONTOH",
        FieldName::Nik => "3507 1552 0870 0009",
        FieldName::BirthDate => "12 08 1970",
        FieldName::EndedOn => "01 02 2026",
        FieldName::Kpj | FieldName::Kpj2 | FieldName::Kpj3 => "1900 0000 009",
        FieldName::Phone => "0812 0000 0009",
        FieldName::Account => "0000 0000 0009",
        FieldName::Npwp => "0000 0000 0000 0009",
    }
}

/// What stands in a field: as it was typed last, or the answer, or what was read, in the form in which it is typed.
fn typed(case: &Case, field: FieldName) -> String {
    let name = field.as_str();
    if let Some(typed) = case.claim.typed.get(name) {
        return typed.clone();
    }
    let answer = reading::stands(&case.claim, name).unwrap_or_default().to_owned();
    match field {
        FieldName::BirthDate | FieldName::EndedOn => {
            BirthDate::from_iso(&answer).map(|date| date.typed()).unwrap_or_default()
        }
        FieldName::Phone => claim::Phone::parse(&answer).map(|phone| phone.local()).unwrap_or_default(),
        _ => answer,
    }
}
