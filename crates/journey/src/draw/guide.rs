//! How a claim goes and which documents it needs: before anything is asked, and for who wants to know first.

use super::Draw;
use crate::way;
use crate::{Action, Body, DocumentCard, Point, Screen};
use claim::Claim;

/// The pictures of the way, in order.
pub const STORY: [&str; 6] =
    ["story-choose", "story-documents", "story-data", "story-camera", "story-schedule", "story-ticket"];

fn panels(draw: &Draw<'_>) -> Vec<Point> {
    STORY.iter().map(|panel| draw.point(panel, panel)).collect()
}

/// The step map, once the language is known.
pub(super) fn overview(draw: &Draw<'_>) -> Screen {
    draw.frame("overview", Body::Story { panels: panels(draw), others: vec![] })
}

/// The same from the waiting screen, to read and to take along.
pub(super) fn guide(draw: &Draw<'_>) -> Screen {
    let others = vec![
        draw.button("documents", "checklist", Action::Documents),
        draw.button("print-guide", "printer", Action::PrintAgain),
    ];
    draw.frame("guide", Body::Story { panels: panels(draw), others })
}

pub(super) fn reasons(draw: &Draw<'_>) -> Screen {
    let all = draw.world.config.rules.reasons.keys();
    let choices = all.map(|code| draw.reason(code, false)).collect();
    draw.choices("guide-reasons", choices)
}

pub(super) fn documents(draw: &Draw<'_>) -> Screen {
    let reason = draw.state.view.reason.clone().unwrap_or_default();
    let claim = Claim { reason: Some(reason.clone()), ..Claim::default() };
    let needed = way::documents(&claim, &draw.world.config.rules);
    let items = needed.into_iter().map(|needed| DocumentCard {
        title: draw.document(&needed.document),
        note: draw.t(&format!("document-{}-note", needed.document)),
        need: draw.words.need(needed.need, &draw.world.config.rules),
        id: needed.document,
    });
    let others = vec![draw.button("print-list", "printer", Action::PrintAgain)];
    let body = Body::Documents { items: items.collect(), others };
    let help = Some(draw.t("guide-documents-help"));
    draw.framed("guide-documents", draw.t(&format!("reason-{reason}")), help, body)
}
