//! Frame after frame: one piece of advice at a time, and the moment to take the picture.

use crate::judge::{Judgement, Problem, judge};
use crate::quad::{Form, Quad};
use image::RgbImage;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A good and steady picture for so long is taken.
const STEADY: Duration = Duration::from_millis(600);
/// A piece of advice is given when it has been true for so long …
const PERSISTS: Duration = Duration::from_millis(400);
/// … and stays at least so long.
const STAYS: Duration = Duration::from_millis(1200);
/// A corner that moves by more than this share of the picture's width between two frames is not steady.
const STILL: f32 = 0.012;
/// How far the outline goes towards the corners of the newest frame while nothing moves.
const CALM: f32 = 0.4;

/// What a person should change. Each has one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// No document is seen: show it.
    Show,
    /// All of it has to be inside the picture.
    Inside,
    /// It is too small to be read: bring it closer.
    Closer,
    /// Something lies over it: take the fingers away.
    Uncover,
    /// It is seen too much from the side: lay it flat.
    Flatten,
    /// More light.
    Lighter,
    /// Less light.
    Darker,
    /// A reflection lies on it: tilt it or move it away from the lamp.
    Glare,
    /// It moves: hold still.
    Still,
    /// It is out of focus: a little further away, or wait.
    Focus,
}

impl Advice {
    /// As it is named in texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Advice::Show => "show",
            Advice::Inside => "inside",
            Advice::Closer => "closer",
            Advice::Uncover => "uncover",
            Advice::Flatten => "flatten",
            Advice::Lighter => "lighter",
            Advice::Darker => "darker",
            Advice::Glare => "glare",
            Advice::Still => "still",
            Advice::Focus => "focus",
        }
    }
}

impl From<Problem> for Advice {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NotFound => Advice::Show,
            Problem::CutOff => Advice::Inside,
            Problem::TooFar => Advice::Closer,
            Problem::Covered => Advice::Uncover,
            Problem::Tilted => Advice::Flatten,
            Problem::TooDark => Advice::Lighter,
            Problem::Overexposed => Advice::Darker,
            Problem::Glare => Advice::Glare,
            Problem::Moved => Advice::Still,
            Problem::Blurred => Advice::Focus,
        }
    }
}

/// What a frame showed, and what follows from it and the frames before.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Of this frame alone.
    pub judgement: Judgement,
    /// Where the document is drawn, in pixels of the frame: calmer than the corners of the judgement.
    pub outline: Option<Quad>,
    /// At most one piece of advice. It does not flicker.
    pub advice: Option<Advice>,
    /// Good and steady for long enough: take the picture now.
    pub ready: bool,
}

/// Watches the frames of a live view for one document. Its size never grows.
#[derive(Clone, Debug)]
pub struct Watch {
    form: Form,
    outline: Option<Quad>,
    good_since: Option<Duration>,
    candidate: Option<(Option<Advice>, Duration)>,
    shown: Option<(Advice, Duration)>,
}

impl Watch {
    /// For a document of this form.
    pub fn new(form: Form) -> Self {
        Self { form, outline: None, good_since: None, candidate: None, shown: None }
    }

    /// Looks at the next frame. `at` is the time of the frame since any fixed moment; it never goes back.
    pub fn see(&mut self, frame: &RgbImage, at: Duration) -> Seen {
        let judgement = judge(frame, Some(self.form));
        let before = self.outline;
        let still = match (before, judgement.corners) {
            (Some(before), Some(now)) => before.distance(&now) < STILL * frame.width() as f32,
            (None, None) => true,
            _ => false,
        };
        self.outline = match (before, judgement.corners) {
            // A small movement is the noise of finding and is calmed, a larger one is followed at once.
            (Some(before), Some(now)) if still => {
                Some(Quad(std::array::from_fn(|i| before.0[i].towards(now.0[i], CALM))))
            }
            (_, now) => now,
        };
        let wanted = match judgement.problems.first() {
            Some(problem) => Some(Advice::from(*problem)),
            None if !still => Some(Advice::Still),
            None => None,
        };
        let since = match (self.good_since, wanted) {
            (_, Some(_)) => None,
            (Some(since), None) => Some(since),
            (None, None) => Some(at),
        };
        self.good_since = since;
        self.advise(wanted, at);
        Seen {
            outline: self.outline,
            judgement,
            advice: self.shown.map(|(advice, _)| advice),
            ready: since.is_some_and(|since| at.saturating_sub(since) >= STEADY),
        }
    }

    fn advise(&mut self, wanted: Option<Advice>, at: Duration) {
        let since = match self.candidate {
            Some((candidate, since)) if candidate == wanted => since,
            _ => at,
        };
        self.candidate = Some((wanted, since));
        let persists = at.saturating_sub(since) >= PERSISTS;
        let may_go = self.shown.is_none_or(|(_, shown)| at.saturating_sub(shown) >= STAYS);
        if persists && may_go && self.shown.map(|(advice, _)| advice) != wanted {
            self.shown = wanted.map(|advice| (advice, at));
        }
    }
}
