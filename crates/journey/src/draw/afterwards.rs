//! How was it? After the session is closed and the screen wiped: the answers belong to nobody.

use super::Draw;
use crate::{Action, Body, Choice, Screen};
use claim::satisfaction::ELEMENTS;

/// Four faces, from the worst to the best.
fn faces(draw: &Draw<'_>) -> Vec<Choice> {
    let face = |score: u8| {
        let (label, icon) = (draw.t(&format!("rating-{score}")), format!("face-{score}"));
        draw.choice(&score.to_string(), label, None, false, Some(icon))
    };
    (1..=4).map(face).collect()
}

pub(super) fn rating(draw: &Draw<'_>) -> Screen {
    let skip = draw.button("skip", "cross", Action::Back);
    Screen { back: Some(skip), ..draw.choices("rating", faces(draw)) }
}

pub(super) fn thanks(draw: &Draw<'_>) -> Screen {
    let mut buttons = vec![draw.button("finish", "check", Action::Back)];
    if draw.state.view.asked == 0 {
        buttons.push(draw.button("say-more", "pencil", Action::Next));
    }
    let body =
        Body::Notice { icon: "check".into(), number: None, paragraphs: vec![draw.t("thanks-text")], buttons };
    Screen { back: None, next: None, ..draw.frame("thanks", body) }
}

pub(super) fn survey(draw: &Draw<'_>) -> Screen {
    let asked = draw.state.view.asked.min(ELEMENTS.len() - 1);
    let of = i64::try_from(ELEMENTS.len()).unwrap_or_default();
    let now = i64::try_from(asked + 1).unwrap_or_default();
    let help = draw.filled("survey-help", &[("now", now.into()), ("of", of.into())]);
    let title = draw.t(&format!("survey-{}", ELEMENTS[asked]));
    Screen {
        back: Some(draw.button("finish", "cross", Action::Back)),
        next: Some(draw.button("skip-one", "arrow-right", Action::Next)),
        ..draw.asked("survey", title, help, faces(draw))
    }
}
