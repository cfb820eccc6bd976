//! Screens while no case is open.

use super::{Draw, afterwards, guide};
use crate::state::Place;
use crate::{Action, Body, Button, Field, KeyNames, Keyboard, Screen};

pub(super) fn screen(draw: &Draw<'_>) -> Screen {
    match draw.state.view.place {
        Place::Waiting => welcome(draw),
        Place::Guide => guide::guide(draw),
        Place::Reasons => guide::reasons(draw),
        Place::Documents => guide::documents(draw),
        Place::Rating => afterwards::rating(draw),
        Place::Thanks => afterwards::thanks(draw),
        Place::Survey => afterwards::survey(draw),
        Place::Scan => scan(draw),
        Place::Code => typed(draw, "resume-code", Keyboard::Code, vec![4, 4], &[]),
        Place::BirthDate => {
            typed(draw, "resume-birth-date", Keyboard::Digits, vec![2, 2, 4], &["day", "month", "year"])
        }
    }
}

fn welcome(draw: &Draw<'_>) -> Screen {
    let points = [("welcome-choose", "checklist"), ("welcome-show", "camera"), ("welcome-ticket", "ticket")];
    let language_names = draw.world.config.kiosk.languages.iter().map(|language| Button {
        id: format!("language-{}", language.tag()),
        label: draw.t(&format!("language-{}", language.tag())),
        icon: None,
        action: Action::Language { language: language.tag().to_owned() },
    });
    let body = Body::Welcome {
        points: points.iter().map(|(key, icon)| draw.point(key, icon)).collect(),
        notice: draw.point("welcome-free", "free"),
        begin: draw.button("begin", "hand", Action::Begin),
        resume: draw.button("resume", "qr", Action::Resume),
        languages: language_names.collect(),
        more: vec![
            draw.button("guide", "story", Action::Guide),
            draw.button("documents", "checklist", Action::Documents),
            draw.button("practice", "practice", Action::Practice),
        ],
    };
    Screen { back: None, ..draw.frame("welcome", body) }
}

fn scan(draw: &Draw<'_>) -> Screen {
    let advice = match draw.world.camera {
        crate::CameraView::Missing => "resume-no-camera",
        _ => "resume-scan-advice",
    };
    let body = Body::Scan {
        camera: draw.world.camera,
        advice: draw.t(advice),
        type_code: draw.button("type-code", "keyboard", Action::TypeCode),
    };
    draw.frame("resume-scan", body)
}

fn typed(draw: &Draw<'_>, name: &str, keyboard: Keyboard, groups: Vec<u8>, labels: &[&str]) -> Screen {
    let view = &draw.state.view;
    let body = Body::Field(Field {
        id: name.to_owned(),
        label: draw.t(&format!("{name}-label")),
        keyboard,
        typed: view.typed.clone(),
        groups,
        group_labels: labels.iter().map(|label| draw.t(&format!("date-{label}"))).collect(),
        separator: " ".into(),
        example: None,
        picture: None,
        picture_label: None,
        problem: view.problem.as_ref().map(|problem| draw.said(problem)),
        warning: None,
        image: None,
        read: None,
        comfort: None,
        keys: keys(draw),
    });
    let next = draw.button("next", "arrow-right", Action::Answer { text: String::new() });
    Screen { next: Some(next), ..draw.frame(name, body) }
}

/// Words for the keys without a letter.
pub(super) fn keys(draw: &Draw<'_>) -> KeyNames {
    KeyNames { erase: draw.t("key-erase"), clear: draw.t("key-clear"), space: draw.t("key-space") }
}
