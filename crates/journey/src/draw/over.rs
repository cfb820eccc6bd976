//! What lies over a screen.

use super::Draw;
use super::capture::later;
use crate::act::spaced;
use crate::state::Over;
use crate::step::Step;
use crate::{Action, LabelledValue, Overlay};

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

fn over(draw: &Draw<'_>, over: Over) -> Overlay {
    let close = |id: &str| draw.button(id, "arrow-left", Action::Cancel);
    let (name, icon, buttons) = match over {
        Over::Assistant => ("assistant", "assistant", vec![close("carry-on")]),
        Over::Counter => (
            "counter-ask",
            "ticket",
            vec![
                draw.button("counter-yes", "ticket", Action::Confirm),
                draw.button("counter-first", "priority", Action::Priority { first: true }),
                close("carry-on"),
            ],
        ),
        Over::Leave => {
            ("leave", "save", vec![draw.button("leave-yes", "leave", Action::Confirm), close("carry-on")])
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
    let code = code.filter(|code| !code.is_empty() && !practice && over != Over::Counter);
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
