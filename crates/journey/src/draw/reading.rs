//! A look at what was read from a document, so that it need not be typed.

use super::Draw;
use super::capture::{page_address, shape};
use super::check::answer;
use crate::reading;
use crate::state::Case;
use crate::{Action, Body, Screen};

pub(super) fn screen(draw: &Draw<'_>, case: &Case, document: &str) -> Screen {
    let name = draw.document(document);
    let of = [("document", name.as_str().into())];
    let differences = crate::differences(&case.claim, &draw.world.config.rules).into_iter();
    let warnings = differences.filter(|of| of.document() == document).map(|of| of.said(&draw.words));
    let doubts = reading::doubts(&case.claim, document, draw.world).into_iter();
    let doubts = doubts.map(|doubt| draw.said(&doubt));
    let body = Body::Reading {
        image: case.claim.kept(document).map(|kept| page_address(kept.page)).unwrap_or_default(),
        image_label: draw.filled("picture-label", &of),
        shape: shape(draw, document),
        rows: reading::steps(document).map(|step| answer(draw, case, &step)).collect(),
        warnings: doubts.chain(warnings).collect(),
        enlarge: draw.t("button-enlarge"),
        close: draw.t("button-close"),
    };
    let help = draw.filled("read-help", &of);
    let right = draw.button("all-right", "check", Action::Next);
    Screen {
        next: Some(right),
        ..draw.framed(&format!("read-{document}"), draw.t("read-title"), Some(help), body)
    }
}
