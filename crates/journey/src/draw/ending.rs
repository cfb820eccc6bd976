//! Tickets, and statements with ways on.

use super::{Draw, bring};
use crate::act::spaced;
use crate::state::Case;
use crate::step::{BANK, IDENTITY, PASSPORT, PROGRAMME, Step};
use crate::way;
use crate::{Action, Body, Button, ChecklistText, LabelledValue, Paper, Screen};
use claim::{Claim, Stage, TicketState};

fn paper(draw: &Draw<'_>, state: Option<TicketState>) -> (Paper, String) {
    let (paper, key) = match state {
        Some(TicketState::Printed) if !draw.state.view.printing => (Paper::Printed, "paper-printed"),
        _ if draw.state.view.printing => (Paper::Printing, "paper-printing"),
        _ => (Paper::Failed, "paper-failed"),
    };
    (paper, draw.t(key))
}

fn again(draw: &Draw<'_>, paper: Paper) -> Option<Button> {
    (paper != Paper::Printing).then(|| draw.button("print-again", "printer", Action::PrintAgain))
}

pub(super) fn ticket(draw: &Draw<'_>, case: &Case) -> Screen {
    let ticket = case.claim.interview.as_ref();
    let (paper, paper_text) = paper(draw, ticket.map(|ticket| ticket.state));
    let row = |key: &str, value: String| LabelledValue { label: draw.t(key), value };
    let mut rows = vec![];
    if let Some(slot) = case.claim.slot {
        rows.push(row("ticket-day", draw.date(slot.date)));
        rows.push(row("ticket-time", draw.time(slot.time)));
    }
    rows.push(row("ticket-place", draw.world.config.branch.name.clone()));
    rows.push(row("code-label", spaced(&case.claim.code)));
    let body = Body::Ticket {
        number: ticket.map(|ticket| ticket.number.clone()).unwrap_or_default(),
        number_label: draw.t("ticket-number"),
        rows,
        checks: checks(draw, &case.claim),
        asked: case.claim.asked_first().map(|document| Button {
            label: draw.filled("button-asked", &[("document", draw.document(document).as_str().into())]),
            ..draw.button(
                "asked",
                "camera",
                Action::Change { step: Step::Capture(document.to_owned()).name() },
            )
        }),
        bring: ChecklistText {
            label: draw.t("ticket-bring"),
            lines: bring(&draw.words, &case.claim, &draw.world.config.rules),
        },
        paper,
        paper_text,
        print_again: again(draw, paper),
        done: draw.button("done", "check", Action::Done),
    };
    Screen { back: None, next: None, ..draw.frame("ticket", body) }
}

/// How far the officers are, for who comes back.
fn checks(draw: &Draw<'_>, claim: &Claim) -> Vec<LabelledValue> {
    let stages = Stage::ALL.into_iter().filter(|_| claim.returned && claim.interview.is_some());
    let state = |stage| match (claim.verified.contains_key(&stage), claim.asked.is_empty()) {
        (true, _) => "check-done",
        (false, true) => "check-ahead",
        (false, false) => "check-asked",
    };
    let row = |stage: Stage| LabelledValue {
        label: draw.t(&format!("check-{}", stage.as_str())),
        value: draw.t(state(stage)),
    };
    stages.map(row).collect()
}

pub(super) fn counter(draw: &Draw<'_>, case: &Case) -> Screen {
    let ticket = case.claim.counter.as_ref();
    let (paper, paper_text) = paper(draw, ticket.map(|ticket| ticket.state));
    let mut buttons = vec![draw.button("done", "check", Action::Done)];
    buttons.extend(again(draw, paper));
    if case.claim.consent.is_some() {
        buttons.push(draw.button("go-on", "arrow-left", Action::Confirm));
    }
    let body = Body::Notice {
        icon: "ticket".into(),
        number: ticket
            .map(|ticket| LabelledValue { label: draw.t("ticket-number"), value: ticket.number.clone() }),
        paragraphs: [paper_text].into_iter().chain(calling(draw)).chain([draw.t("counter-text")]).collect(),
        buttons,
    };
    Screen { back: None, next: None, ..draw.frame("counter", body) }
}

/// When the number for the counter is called, and when to be back.
fn calling(draw: &Draw<'_>) -> Vec<String> {
    let hall = draw.world.hall;
    let Some(ticket) = &hall.counter else { return vec![] };
    let filled = |key: &str, name: &str, value: String| draw.filled(key, &[(name, value.as_str().into())]);
    match (ticket.state, ticket.counter, hall.turn) {
        (state, Some(counter), _) if state.at_counter() => {
            vec![draw.filled("counter-called", &[("counter", i64::from(counter).into())])]
        }
        (queue::TicketState::NoShow, ..) => vec![draw.t("counter-missed")],
        (_, _, Some(turn)) => {
            let mut lines = vec![];
            if ticket.on != draw.world.now.date() {
                lines.push(filled("counter-for-day", "date", draw.date(ticket.on)));
            }
            let (time, ahead) = (draw.time(turn.at.time()), i64::from(turn.ahead));
            lines.push(
                draw.filled("counter-turn", &[("time", time.as_str().into()), ("ahead", ahead.into())]),
            );
            if turn.back_at > draw.world.now {
                lines.push(filled("counter-back", "time", draw.time(turn.back_at.time())));
            }
            lines
        }
        _ => vec![],
    }
}

/// Places where the way ends or forks.
pub(super) fn notice(draw: &Draw<'_>, case: &Case, step: &Step) -> Screen {
    let counter = draw.button("counter-now", "ticket", Action::CounterTicket);
    let mut paragraphs = vec![];
    let (name, icon, buttons) = match step {
        Step::CounterOnly => {
            paragraphs.push(draw.t("counter-only-bring"));
            paragraphs.extend(
                bring(&draw.words, &case.claim, &draw.world.config.rules)
                    .iter()
                    .map(|line| format!("• {line}")),
            );
            let mut ways = vec![counter, draw.button("print-list", "printer", Action::PrintAgain)];
            if way::by_passport(&case.claim) {
                ways.push(draw.button("by-ktp", "user", Action::Choose { id: IDENTITY.into() }));
            }
            ("counter-only", "building", ways)
        }
        Step::OtherProgramme => {
            let programme = case.claim.answers.get(PROGRAMME).map_or("", String::as_str);
            paragraphs.push(draw.t(&format!("programme-{programme}-note")));
            paragraphs.push(draw.t("other-programme-text"));
            ("other-programme", "programme", vec![counter])
        }
        Step::Dormant => {
            paragraphs.extend([draw.t("dormant-check"), draw.t("dormant-change")]);
            (
                "dormant",
                "bank",
                vec![
                    draw.button("go-on-account", "arrow-right", Action::Next),
                    draw.button("print-bank", "printer", Action::PrintAgain),
                    draw.button("other-account", "pencil", Action::Choose { id: BANK.into() }),
                ],
            )
        }
        Step::Jmo => {
            paragraphs.extend([draw.t("jmo-phone"), draw.t("jmo-no-phone")]);
            ("jmo", "phone", vec![counter, draw.button("leave-for-now", "leave", Action::Leave)])
        }
        _ => {
            let lacking = way::missing(&case.claim, &draw.world.config.rules);
            paragraphs.extend(lacking.iter().map(|code| format!("• {}", draw.document(code))));
            paragraphs.push(draw.t("missing-ways"));
            let mut ways = vec![
                draw.button("go-on-anyway", "arrow-right", Action::Next),
                draw.button("print-list", "printer", Action::PrintAgain),
            ];
            if lacking.iter().any(|code| code == IDENTITY) {
                ways.push(draw.button("by-passport", "passport", Action::Choose { id: PASSPORT.into() }));
            }
            ways.push(draw.button("leave-for-now", "leave", Action::Leave));
            ("missing", "document", ways)
        }
    };
    let body = Body::Notice { icon: icon.into(), number: None, paragraphs, buttons };
    Screen { next: None, ..draw.frame(name, body) }
}
