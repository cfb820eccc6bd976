//! Whether it can be claimed today, before anybody types or waits for anything.

use super::Draw;
use crate::state::Case;
use crate::step::{Ask, FieldName, PROGRAMME, UNKNOWN};
use crate::way;
use crate::{Action, Body, Button, Choice, Point, Screen};
use claim::eligibility::{Question, Verdict};
use claim::rules::Reason;
use jiff::civil::Date;
use kiosk_config::{Arg, Config};

pub(super) fn programme(draw: &Draw<'_>, case: &Case) -> Screen {
    let chosen = case.claim.answers.get(PROGRAMME);
    let choice = |code: &String| {
        let note = Some(draw.t(&format!("programme-{code}-note")));
        draw.choice(code, draw.t(&format!("programme-{code}")), note, chosen == Some(code), None)
    };
    draw.choices("programme", draw.world.config.rules.programmes.keys().map(choice).collect())
}

/// A question with a few answers; days and years in it come from the rules.
pub(super) fn ask(draw: &Draw<'_>, case: &Case, ask: Ask) -> Screen {
    let name = ask.as_str();
    let rules = &draw.world.config.rules;
    let today = draw.world.now.date();
    let reason = way::reason(&case.claim, rules);
    let date = match (ask, reason) {
        (Ask::Condition(Question::Age), Some(reason)) => reason.born_by(today),
        (Ask::Condition(Question::Ended), Some(reason)) => reason.ended_by(today),
        _ => None,
    };
    let date = date.map(|date| draw.birth_date(date)).unwrap_or_default();
    let months = |days: u32| i64::from(days / 30);
    let args: [(&str, Arg<'_>); 5] = [
        ("date", date.as_str().into()),
        ("age", i64::from(reason.and_then(|reason| reason.min_age).unwrap_or_default()).into()),
        ("years", i64::from(reason.map(|reason| reason.membership_years).unwrap_or_default()).into()),
        ("months", months(rules.limits.account_inactive_days).into()),
        ("asleep", (months(rules.limits.account_dormant_days) / 12).into()),
    ];
    let chosen = case.claim.answers.get(name);
    let choice = |id: &&str| {
        let key = format!("{name}-{id}");
        let note = draw.world.texts.find(draw.language, &format!("{key}-note"), &args);
        let label = match *id {
            UNKNOWN => draw.t("answer-unknown"),
            _ => draw.filled(&key, &args),
        };
        draw.choice(id, label, note, chosen.is_some_and(|chosen| chosen == id), None)
    };
    let choices: Vec<Choice> = ask.answers().iter().map(choice).collect();
    let title = draw.filled(&format!("{name}-title"), &args);
    draw.asked(name, title, draw.t(&format!("{name}-help")), choices)
}

/// Why not today, from when, and what to do until then: nobody leaves without a next step.
pub(super) fn not_yet(draw: &Draw<'_>, case: &Case) -> Screen {
    let verdict = way::verdict(&case.claim, &draw.world.config.rules, draw.world.now.date());
    let (title, icon) = match verdict {
        Verdict::AgeFrom(_) => ("not-yet-age", "calendar-wait"),
        Verdict::WaitFrom(_) => ("not-yet-wait", "calendar-wait"),
        Verdict::StillActive => ("not-yet-active", "employer"),
        Verdict::TooFewYears => ("not-yet-years", "calendar-wait"),
        Verdict::OnceOnly => ("not-yet-once", "alert"),
        Verdict::Possible | Verdict::Counter => ("not-yet-other", "building"),
    };
    let date = first_day(verdict, draw.world.config).map(|date| draw.date(date)).unwrap_or_default();
    let reason = way::reason(&case.claim, &draw.world.config.rules);
    let years = i64::from(reason.map(|reason| reason.membership_years).unwrap_or_default());
    let months = i64::from(reason.map(|reason| reason.wait_months).unwrap_or_default());
    let args: [(&str, Arg<'_>); 3] =
        [("date", date.as_str().into()), ("years", years.into()), ("months", months.into())];
    let paragraphs = vec![draw.filled(&format!("{title}-text"), &args), draw.t("not-yet-ways")];
    let body = Body::Notice { icon: icon.into(), number: None, paragraphs, buttons: ways(draw, verdict) };
    let screen = draw.framed("not-yet", draw.filled(title, &args), None, body);
    Screen { next: None, ..screen }
}

/// The day to come back, where there is one: the first working day on which it is possible.
pub fn first_day(verdict: Verdict, config: &Config) -> Option<Date> {
    match verdict {
        Verdict::AgeFrom(date) | Verdict::WaitFrom(date) => {
            Some(queue::working_days_after(&config.calendar(), date, 0))
        }
        _ => None,
    }
}

fn ways(draw: &Draw<'_>, verdict: Verdict) -> Vec<Button> {
    let change = |field: FieldName| {
        let step = field.as_str().to_owned();
        draw.button("change-date", "pencil", Action::Change { step })
    };
    let print = match verdict {
        Verdict::StillActive => "print-employer",
        _ if first_day(verdict, draw.world.config).is_some() => "print-next",
        _ => "print-list",
    };
    let mut ways = vec![draw.button(print, "printer", Action::PrintAgain)];
    ways.extend(match verdict {
        Verdict::AgeFrom(_) => Some(change(FieldName::BirthDate)),
        Verdict::WaitFrom(_) => Some(change(FieldName::EndedOn)),
        _ => None,
    });
    ways.push(draw.button("counter-now", "ticket", Action::CounterTicket));
    ways.push(draw.button("leave-for-now", "leave", Action::Leave));
    ways
}

/// What comes of the answers: it can be done today, with this and that.
pub(super) fn ready(draw: &Draw<'_>, case: &Case) -> Screen {
    let rules = &draw.world.config.rules;
    let missing = way::missing(&case.claim, rules);
    let mut points = vec![draw.point("ready-time", "clock")];
    points.push(match missing.as_slice() {
        [] => draw.point("ready-documents", "check"),
        _ => {
            let names: Vec<String> = missing.iter().map(|code| draw.document(code)).collect();
            let names = names.join(", ");
            let text = draw.filled("ready-missing-text", &[("documents", names.as_str().into())]);
            Point { icon: "document".into(), title: draw.t("ready-missing"), text }
        }
    });
    if way::reason(&case.claim, rules).is_some_and(|reason| is_unsure(reason, case)) {
        points.push(draw.point("ready-unsure", "employer"));
    }
    points.push(draw.point("ready-paid", "bank"));
    points.push(tax(draw));
    draw.frame("ready", Body::Points { points })
}

/// Whether a condition is not known: the officers look it up.
fn is_unsure(reason: &Reason, case: &Case) -> bool {
    let unknown = |question: &Question| {
        let answer = case.claim.answers.get(Ask::Condition(*question).as_str());
        answer.is_some_and(|answer| answer == UNKNOWN)
    };
    reason.questions().iter().any(unknown)
}

fn tax(draw: &Draw<'_>) -> Point {
    let tax = &draw.world.config.rules.tax;
    let million = |rupiah: u64| {
        // One decimal where it is needed: 1,5 million.
        let tenths = rupiah / 100_000;
        let separator = if draw.language == kiosk_config::Language::En { '.' } else { ',' };
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            tenth => format!("{}{separator}{tenth}", tenths / 10),
        }
    };
    let [free, example, taken] =
        [tax.free_rupiah, tax.example_rupiah, tax.estimate(tax.example_rupiah)].map(million);
    let args: [(&str, Arg<'_>); 5] = [
        ("free", free.as_str().into()),
        ("percent", i64::from(tax.percent).into()),
        ("example", example.as_str().into()),
        ("taken", taken.as_str().into()),
        ("source", tax.source.as_str().into()),
    ];
    Point { icon: "tax".into(), title: draw.t("ready-tax"), text: draw.filled("ready-tax-text", &args) }
}
