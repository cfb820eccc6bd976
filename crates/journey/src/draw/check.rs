//! Check of the answers, declaration, interview.

use super::Draw;
use super::capture::page_address;
use crate::Words;
use crate::state::Case;
use crate::step::{Ask, BANK, DAY, FieldName, Step};
use crate::{Action, Answer, AnswerGroup, Body, Button, Choice, ChoiceGroup, Screen};
use crate::{reading, way};
use claim::eligibility::Question;
use claim::{BirthDate, Claim, Phone};
use jiff::civil::{Date, DateTime};
use kiosk_config::Arg;
use queue::DaySlots;

pub(super) fn answers(draw: &Draw<'_>, case: &Case) -> Screen {
    let group = |key: &str, rows: Vec<Answer>| AnswerGroup { title: draw.t(&format!("answers-{key}")), rows };
    let way = way::way(&case.claim, &draw.world.config.rules, draw.world.now.date());
    let elsewhere = [FieldName::EndedOn, FieldName::Phone, FieldName::Account];
    let person = FieldName::ALL
        .into_iter()
        .filter(|of| way::is_asked(&Step::Field(*of), &way) && !elsewhere.contains(of));
    let [phone, account] = [FieldName::Phone, FieldName::Account].map(|of| field(draw, case, of));
    let groups = vec![
        group("claim", claim_rows(draw, case, &way)),
        group("person", person.map(|of| field(draw, case, of)).collect()),
        group("payment", vec![phone, bank(draw, case), account]),
        group("documents", documents(draw, case)),
    ];
    let confirm = draw.button("all-right", "check", Action::Next);
    let differences = crate::differences(&case.claim, &draw.world.config.rules).into_iter();
    let warnings = differences.map(|of| of.said(&draw.words)).collect();
    Screen { next: Some(confirm), ..draw.frame("answers", Body::Answers { groups, warnings }) }
}

fn row(draw: &Draw<'_>, step: &Step, label: String, value: String) -> Answer {
    let step = step.name();
    let change =
        Button { id: format!("change-{step}"), ..draw.button("change", "pencil", Action::Change { step }) };
    Answer { label, value, image: None, change }
}

fn claim_rows(draw: &Draw<'_>, case: &Case, way: &[Step]) -> Vec<Answer> {
    let said = |code: &Option<String>, of: &str| {
        code.as_ref().map(|code| draw.t(&format!("{of}-{code}"))).unwrap_or_default()
    };
    let mut rows = vec![
        row(draw, &Step::Reason, draw.t("answer-reason"), said(&case.claim.reason, "reason")),
        row(draw, &Step::Balance, draw.t("answer-balance"), said(&case.claim.balance, "balance")),
    ];
    let conditions = conditions(&draw.words, &case.claim, way).into_iter();
    rows.extend(conditions.map(|(step, label, value)| row(draw, &step, label, value)));
    rows
}

/// What was said about the conditions on the way, in few words: where it was asked, what, and the answer. Age and date
/// are told by the dates that prove them.
pub fn conditions(words: &Words<'_>, claim: &Claim, way: &[Step]) -> Vec<(Step, String, String)> {
    let told = |ask: &Ask| !matches!(ask, Ask::Condition(Question::Age | Question::Ended) | Ask::Cards);
    let answered = Ask::ALL.into_iter().filter(told).filter_map(|ask| {
        let answer = claim.answers.get(ask.as_str())?;
        let label = words.t(&format!("packet-{}", ask.as_str()));
        Some((Step::Ask(ask), label, words.t(&format!("packet-answer-{answer}"))))
    });
    let letter = claim.answers.get(FieldName::EndedOn.as_str()).and_then(|date| date.parse().ok());
    let letter = letter
        .map(|date| (Step::Field(FieldName::EndedOn), words.t("ended-on-label"), words.birth_date(date)));
    answered.chain(letter).filter(|(step, ..)| way.contains(step)).collect()
}

/// What stands for a question: its answer, or what was read for it.
pub(super) fn answer(draw: &Draw<'_>, case: &Case, step: &Step) -> Answer {
    match step {
        Step::Field(of) => field(draw, case, *of),
        _ => bank(draw, case),
    }
}

fn field(draw: &Draw<'_>, case: &Case, field: FieldName) -> Answer {
    let value = reading::stands(&case.claim, field.as_str()).unwrap_or_default();
    let shown = match field {
        FieldName::BirthDate | FieldName::EndedOn => {
            BirthDate::from_iso(value).map(|date| draw.birth_date(date.date()))
        }
        FieldName::Phone => Phone::parse(value).ok().map(|phone| in_groups(&phone.local())),
        FieldName::Name => None,
        _ => Some(in_groups(value)),
    };
    let label = draw.t(&format!("{}-label", field.words()));
    let begun = reading::draft(&case.claim, field.as_str()).map(str::to_owned);
    row(draw, &Step::Field(field), label, begun.or(shown).unwrap_or_else(|| value.to_owned()))
}

fn bank(draw: &Draw<'_>, case: &Case) -> Answer {
    let bank = reading::stands(&case.claim, BANK).and_then(|code| draw.world.config.rules.banks.get(code));
    row(draw, &Step::Bank, draw.t("answer-bank"), bank.map(|bank| bank.name.clone()).unwrap_or_default())
}

fn documents(draw: &Draw<'_>, case: &Case) -> Vec<Answer> {
    let rules = &draw.world.config.rules;
    let wanted = way::wanted(&case.claim, rules).into_iter();
    let document = |needed: claim::rules::Needed| {
        let code = needed.document;
        let kept = case.claim.kept(&code);
        let state = match kept {
            None if way::is_face(&code, rules) => "page-later-face",
            None => "page-later",
            Some(_) if case.claim.flagged(&code) => "page-flagged",
            Some(_) => "page-good",
        };
        let state = match case.claim.all_kept(&code).count() {
            pages @ 2.. if state == "page-good" => draw
                .filled("page-good-several", &[("pages", i64::try_from(pages).unwrap_or(i64::MAX).into())]),
            _ => draw.t(state),
        };
        let row = row(draw, &Step::Capture(code.clone()), draw.document(&code), state);
        Answer { image: kept.map(|page| format!("{}?small", page_address(page.page))), ..row }
    };
    wanted.map(document).collect()
}

/// Groups of four, as people read numbers to each other.
pub fn in_groups(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

pub(super) fn declaration(draw: &Draw<'_>) -> Screen {
    let points = [
        ("declaration-true", "check"),
        ("declaration-own", "user"),
        ("declaration-originals", "document"),
        ("declaration-send", "mail"),
    ];
    let body = Body::Points { points: points.iter().map(|(key, icon)| draw.point(key, icon)).collect() };
    let agree = draw.button("declare", "check", Action::Next);
    Screen { next: Some(agree), ..draw.frame("declaration", body) }
}

/// Days on offer, as seen from now.
fn days(draw: &Draw<'_>) -> Vec<DaySlots> {
    let world = draw.world;
    let booked = |date, time| world.booked.get(&(date, time)).copied().unwrap_or_default();
    queue::slots(&world.config.calendar(), world.now, &booked)
}

pub(super) fn day(draw: &Draw<'_>, case: &Case) -> Screen {
    let chosen = case.claim.answers.get(DAY);
    let choices = days(draw).into_iter().map(|day| {
        let free: u32 = day.slots.iter().map(|slot| slot.left).sum();
        let id = day.date.to_string();
        let note = match free {
            0 => draw.t("day-full"),
            _ => draw.filled("day-free", &[("free", Arg::from(i64::from(free)))]),
        };
        let is_chosen = chosen == Some(&id);
        let icon = Some("calendar".to_owned());
        Choice { enabled: free > 0, ..draw.choice(&id, draw.date(day.date), Some(note), is_chosen, icon) }
    });
    let choices: Vec<Choice> = choices.collect();
    let body = if choices.iter().any(|choice| choice.enabled) {
        Body::Choices { groups: vec![ChoiceGroup { label: String::new(), choices }] }
    } else {
        let counter = draw.button("counter-now", "ticket", Action::CounterTicket);
        let paragraphs = vec![draw.t("day-none")];
        Body::Notice { icon: "calendar".into(), number: None, paragraphs, buttons: vec![counter] }
    };
    Screen { next: None, ..draw.frame("day", body) }
}

pub(super) fn time(draw: &Draw<'_>, case: &Case) -> Screen {
    let day: Option<Date> = case.claim.answers.get(DAY).and_then(|day| day.parse().ok());
    let slots = days(draw).into_iter().find(|slots| Some(slots.date) == day).map(|day| day.slots);
    let booked = case.claim.slot;
    let choices = slots.unwrap_or_default().into_iter().filter_map(|slot| {
        let date = day?;
        let id = DateTime::from_parts(date, slot.time).to_string();
        let mine = booked.is_some_and(|booked| booked.date == date && booked.time == slot.time);
        let note = match slot.left {
            0 if !mine => Some(draw.t("slot-full")),
            _ => None,
        };
        let choice = draw.choice(&id, draw.time(slot.time), note, mine, Some("clock".into()));
        Some(Choice { enabled: slot.left > 0 || mine, ..choice })
    });
    let groups = vec![ChoiceGroup {
        label: day.map(|day| draw.date(day)).unwrap_or_default(),
        choices: choices.collect(),
    }];
    let screen = draw.frame("slot", Body::Choices { groups });
    let next = booked
        .filter(|booked| Some(booked.date) == day)
        .map(|_| draw.button("take-ticket", "ticket", Action::Next));
    Screen { next, ..screen }
}
