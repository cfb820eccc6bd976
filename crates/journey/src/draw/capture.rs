//! Taking pictures of documents.

use super::Draw;
use crate::state::Case;
use crate::{Action, Body, Button, CameraView, DocumentPage, Point, Screen, Shape};
use claim::PageId;
use kiosk_config::Arg;

pub(super) fn screen(draw: &Draw<'_>, case: &Case, document: &str) -> Screen {
    let pages = case.claim.pages.get(document);
    let kept = pages.and_then(|pages| pages.kept.as_ref()).filter(|_| draw.state.view.retaking.is_none());
    let several = draw.world.config.rules.most_pages(document) > 1;
    match pages.and_then(|pages| pages.candidate.as_ref()) {
        Some(candidate) => {
            let tries = draw.world.config.capture.tries;
            let refused = pages.map_or(0, |pages| pages.refused);
            let other = candidate.reading.as_ref().and_then(|reading| reading.looks_like.as_deref());
            let picture =
                Picture { page: candidate.page, problems: &candidate.problems, other, refused, tries };
            taken(draw, document, picture)
        }
        None => match kept {
            Some(_) if several => all_pages(draw, case, document),
            Some((page, _)) => {
                let picture = Picture { page: page.page, problems: &[], other: None, refused: 0, tries: 0 };
                taken(draw, document, picture)
            }
            None => live(draw, document),
        },
    }
}

/// Shape of a document under the camera.
pub(super) fn shape(draw: &Draw<'_>, document: &str) -> Shape {
    use claim::rules::Shape as Rule;
    match draw.world.config.rules.documents.get(document).map(|document| document.shape) {
        Some(Rule::Card) => Shape::Card,
        Some(Rule::WideSheet) => Shape::WideSheet,
        Some(Rule::Book) => Shape::Book,
        Some(Rule::Face) => Shape::Face,
        Some(Rule::Sheet) | None => Shape::Sheet,
    }
}

/// On without a picture.
pub(super) fn later(draw: &Draw<'_>, document: &str) -> Button {
    match shape(draw, document) {
        Shape::Face => draw.button("face-later", "user", Action::BringLater),
        _ => draw.button("bring-later", "mail", Action::BringLater),
    }
}

fn live(draw: &Draw<'_>, document: &str) -> Screen {
    let shape = shape(draw, document);
    let face = shape == Shape::Face;
    let camera = draw.world.camera;
    let frozen = draw.state.view.taking;
    let (advice, icon) = match (camera, draw.world.watching) {
        _ if frozen => ("capture-taking".to_owned(), "hourglass"),
        (CameraView::Starting, _) => ("capture-starting".to_owned(), "hourglass"),
        (CameraView::Missing, _) if face => ("capture-missing-face".to_owned(), "unplugged"),
        (CameraView::Missing, _) => ("capture-missing".to_owned(), "unplugged"),
        (CameraView::Live, Some(seen)) => (format!("capture-{seen}"), icon_of(seen)),
        (CameraView::Live, None) if face => ("capture-advice-face".to_owned(), "info"),
        (CameraView::Live, None) if draw.world.config.capture.automatic => {
            ("capture-advice-automatic".to_owned(), "info")
        }
        (CameraView::Live, None) => ("capture-advice".to_owned(), "info"),
    };
    let body = Body::Capture {
        shape,
        camera,
        advice: draw.t(&advice),
        icon: icon.to_owned(),
        frozen,
        shoot: (camera == CameraView::Live && !frozen).then(|| draw.button("shoot", "camera", Action::Shoot)),
        others: vec![later(draw, document)],
    };
    let title = match draw.state.view.retaking {
        _ if face => draw.t("capture-face-title"),
        Some(page) if draw.world.config.rules.most_pages(document) > 1 => {
            draw.filled("capture-title-page", &[("page", numbered(page))])
        }
        _ => draw.filled("capture-title", &[("document", draw.document(document).as_str().into())]),
    };
    let help = draw.t(&format!("document-{document}-note"));
    let screen = draw.framed(&format!("capture-{document}"), title, Some(help), body);
    Screen { next: None, ..screen }
}

/// Pages are counted from 1.
fn numbered(page: usize) -> Arg<'static> {
    i64::try_from(page + 1).unwrap_or(i64::MAX).into()
}

fn all_pages(draw: &Draw<'_>, case: &Case, document: &str) -> Screen {
    let kept: Vec<PageId> = case.claim.all_kept(document).map(|page| page.page).collect();
    let pages = kept.iter().enumerate().map(|(at, page)| DocumentPage {
        label: draw.filled("pages-label", &[("page", numbered(at))]),
        image: page_address(*page),
        retake: Button {
            id: format!("retake-{}", at + 1),
            ..draw.button("retake", "retake", Action::Page { at })
        },
    });
    let most = draw.world.config.rules.most_pages(document);
    let another = || draw.button("another-page", "camera", Action::Page { at: kept.len() });
    let body = Body::Pages {
        pages: pages.collect(),
        another: (kept.len() < most).then(another),
        done: draw.button("pages-done", "check", Action::Next),
        enlarge: draw.t("button-enlarge"),
        close: draw.t("button-close"),
    };
    let title = draw.t(if kept.len() < most { "pages-title" } else { "pages-title-all" });
    let name = draw.document(document);
    let help = draw.filled("pages-help", &[("document", name.as_str().into())]);
    let screen = draw.framed(&format!("pages-{document}"), title, Some(help), body);
    Screen { next: None, ..screen }
}

/// What goes with a piece of advice, or with a problem of a picture.
fn icon_of(seen: &str) -> &'static str {
    match seen {
        "good" | "good-shoot" => "check",
        "still" | "moved" | "uncover" | "covered" => "hand",
        "lighter" | "too_dark" => "dark",
        "darker" | "overexposed" | "glare" => "bright",
        "focus" | "blurred" => "blur",
        "closer" | "too_far" => "zoom-in",
        _ => "document",
    }
}

struct Picture<'a> {
    page: PageId,
    problems: &'a [String],
    /// The document that it looks like instead.
    other: Option<&'a str>,
    refused: u32,
    tries: u32,
}

fn taken(draw: &Draw<'_>, document: &str, picture: Picture<'_>) -> Screen {
    let name = draw.document(document);
    let good = picture.problems.is_empty() && picture.other.is_none();
    let accepted = picture.problems.is_empty() || picture.refused >= picture.tries;
    let verdict = match (picture.other, picture.problems.first()) {
        (Some(other), _) => Point {
            icon: "help".into(),
            title: draw.filled("picture-other", &[("other", draw.document(other).as_str().into())]),
            text: draw.filled("picture-other-text", &[("document", name.as_str().into())]),
        },
        (None, None) => draw.point("picture-good", "check"),
        (None, Some(problem)) => {
            let named = format!("picture-{}", problem.replace('_', "-"));
            let mut verdict: Point = draw.point(&named, icon_of(problem));
            if accepted {
                verdict.text = draw.t("picture-flagged");
            }
            verdict
        }
    };
    let keep = draw.button(if good { "keep" } else { "keep-anyway" }, "check", Action::Keep);
    // What was read may come late: the button stays the one that a finger or the focus is on.
    let keep = Button { id: "keep".into(), ..keep };
    let body = Body::Picture {
        image: page_address(picture.page),
        image_label: draw.filled("picture-label", &[("document", name.as_str().into())]),
        shape: shape(draw, document),
        good,
        verdict,
        keep: accepted.then_some(keep),
        retake: draw.button("retake", "retake", Action::Retake),
        enlarge: draw.t("button-enlarge"),
        close: draw.t("button-close"),
    };
    let title = draw.t(if good { "picture-title" } else { "picture-title-again" });
    let screen = draw.framed(&format!("picture-{document}"), title, None, body);
    Screen { next: None, ..screen }
}

/// Address of a page of the open case.
pub(super) fn page_address(page: PageId) -> String {
    format!("preview://localhost/page/{page}")
}
