//! What lies over a screen.

use super::Draw;
use super::capture::later;
use crate::act::spaced;
use crate::state::Over;
use crate::step::Step;
use crate::{Action, LabelledValue, Overlay};
use jiff::civil::DateTime;
use queue::Offer;

pub(super) fn overlay(draw: &Draw<'_>) -> Option<Overlay> {
    let view = &draw.state.view;
    match (view.over, view.idle_left) {
        (Some(Over::Trouble), _) => Some(over(draw, Over::Trouble)),
        (_, Some(left)) => Some(idle(draw, left)),
        (Some(asked), None) => Some(over(draw, asked)),
        (None, None) => None,
    }
}

fn idle(draw: &Draw<'_>, left: u32) -> Overlay {
    Overlay {
        name: "idle".into(),
        icon: "clock".into(),
        title: draw.t("idle-title"),
        paragraphs: vec![draw.t("idle-text")],
        seconds_left: Some(left),
        seconds_total: Some(draw.world.config.session.warning_seconds),
        number: None,
        buttons: vec![draw.button("stay", "hand", Action::Cancel)],
    }
}

/// The document whose picture was taken and is not kept yet.
fn waiting_picture(draw: &Draw<'_>) -> Option<String> {
    match draw.state.step() {
        Some(Step::Capture(document)) if draw.state.view.taking => Some(document),
        _ => None,
    }
}

/// A number for the counter: for whom, for which day; or when there are some.
fn counter(draw: &Draw<'_>) -> Overlay {
    let close = draw.button("carry-on", "arrow-left", Action::Cancel);
    let numbers = || {
        vec![
            draw.button("counter-yes", "ticket", Action::Confirm),
            draw.button("counter-first", "priority", Action::Priority { first: true }),
        ]
    };
    let dated = |key: &str, at: DateTime| {
        let (date, time) = (draw.date(at.date()), draw.time(at.time()));
        draw.filled(key, &[("date", date.as_str().into()), ("time", time.as_str().into())])
    };
    let text = || draw.t("counter-ask-text");
    let (name, paragraphs, mut buttons) = match draw.world.hall.offer {
        Some(Offer::Closed { opens }) => {
            ("counter-closed", vec![dated("counter-closed-text", opens)], vec![])
        }
        Some(Offer::Gone { again }) => ("counter-gone", vec![dated("counter-gone-text", again)], vec![]),
        Some(Offer::Number { day, .. }) if day != draw.world.now.date() => {
            let date = draw.date(day);
            let other = draw.filled("counter-other-day", &[("date", date.as_str().into())]);
            ("counter-ask", vec![other, text()], numbers())
        }
        Some(Offer::Number { left: Some(left), .. }) => {
            let left = draw.filled("counter-left", &[("left", i64::from(left).into())]);
            ("counter-ask", vec![text(), left], numbers())
        }
        _ => ("counter-ask", vec![text()], numbers()),
    };
    buttons.push(close);
    Overlay {
        name: name.into(),
        icon: "ticket".into(),
        title: draw.t(&format!("{name}-title")),
        paragraphs,
        seconds_left: None,
        seconds_total: None,
        number: None,
        buttons,
    }
}

/// Whether there is something to say on paper about how ready the claim is.
fn leaves_with_paper(draw: &Draw<'_>) -> bool {
    let claim = draw.state.case.as_ref().filter(|_| !draw.state.practises()).map(|case| &case.claim);
    claim.is_some_and(|claim| claim.consent.is_some() && claim.reason.is_some())
}

fn over(draw: &Draw<'_>, over: Over) -> Overlay {
    let close = |id: &str| draw.button(id, "arrow-left", Action::Cancel);
    let (name, icon, buttons) = match over {
        Over::Assistant => ("assistant", "assistant", vec![close("carry-on")]),
        Over::Counter => return counter(draw),
        Over::Leave => {
            let paper = draw.button("leave-paper", "printer", Action::PrintAgain);
            let paper = leaves_with_paper(draw).then_some(paper);
            let yes = draw.button("leave-yes", "leave", Action::Confirm);
            ("leave", "save", [yes].into_iter().chain(paper).chain([close("carry-on")]).collect())
        }
        Over::Trouble => {
            let without = waiting_picture(draw).map(|document| later(draw, &document));
            ("trouble", "alert", [close("try-again")].into_iter().chain(without).collect())
        }
        Over::News => ("news", "info", vec![draw.button("news-read", "check", Action::Cancel)]),
    };
    let without =
        (over == Over::Trouble && waiting_picture(draw).is_some()).then(|| draw.t("trouble-picture"));
    let news = if over == Over::News { draw.state.view.news.clone() } else { vec![] };
    let practice = draw.state.practises();
    let said =
        if practice && over == Over::Leave { "leave-practice-text".into() } else { format!("{name}-text") };
    let code = draw.state.case.as_ref().map(|case| &case.claim.code);
    let code = code.filter(|code| !code.is_empty() && !practice);
    Overlay {
        name: name.into(),
        icon: icon.into(),
        title: draw.t(&format!("{name}-title")),
        paragraphs: [draw.t(&said)].into_iter().chain(without).chain(news).collect(),
        seconds_left: None,
        seconds_total: None,
        number: code.map(|code| LabelledValue { label: draw.t("code-label"), value: spaced(code) }),
        buttons,
    }
}
