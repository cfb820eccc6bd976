//! Taking a picture: the frame is frozen at the touch, and made a page beside the screen.
//!
//! A power cut between the touch and the page loses that picture and nothing else: the screen comes back live.

use super::read::READER;
use super::watch::Scene;
use super::{Kiosk, note};
use claim::{Actor, CaseId, Event, PageId};
use device::camera::Frame;
use document::{EncodeError, Form, Problem};
use journey::Case;
use journey::state::Said;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;
use store::Write;

/// A frame that is to become a page.
#[derive(Clone)]
pub(super) struct Shot {
    /// The case it belongs to.
    case: CaseId,
    document: String,
    /// Counts up with each shot, so that a late page of one that was given up is known.
    number: u64,
    frame: Arc<Frame>,
    /// Which page of the document it is, from 0.
    at: usize,
    form: Form,
    /// Largest page, in bytes.
    limit: u64,
    actor: Actor,
}

/// A page with the untouched frame.
pub(super) struct Made {
    page: document::Page,
    original: document::Page,
    problems: Vec<Problem>,
    corners: Option<[[f32; 2]; 4]>,
}

/// What is made of a frame: the document alone, straight, upright and legible; the whole frame where no document is found.
pub(super) fn make(shot: &Shot) -> Result<Made, EncodeError> {
    let frame = &shot.frame.picture;
    let judgement = document::judge(frame, Some(shot.form));
    let found = judgement.corners.filter(|_| shot.form != Form::Face);
    let picture = match &found {
        Some(quad) => {
            let page = document::enhance(&document::straighten(frame, quad, shot.form));
            Cow::Owned(READER.upright(page))
        }
        None => Cow::Borrowed(frame),
    };
    Ok(Made {
        page: document::encode_page(&picture, shot.limit)?,
        original: document::encode_page(frame, u64::MAX)?,
        problems: judgement.problems,
        corners: found.map(|quad| quad.0.map(Into::into)),
    })
}

/// What a document looks like under the camera.
pub(super) fn form(shape: claim::rules::Shape) -> Form {
    use claim::rules::Shape;
    match shape {
        Shape::Card => Form::Card,
        Shape::Sheet => Form::Sheet,
        Shape::WideSheet => Form::WideSheet,
        Shape::Book => Form::Book,
        Shape::Face => Form::Face,
    }
}

impl Kiosk {
    /// Freezes a frame, the one that was found good or else the newest, and has a page made of it.
    pub(super) fn shoot(&mut self, document: &str, actor: Actor) {
        let good = self.found_good.take();
        let Some(frame) = good.or_else(|| self.camera().newest_after(0, Duration::ZERO)) else {
            self.state.view.problem = Some(Said::new("problem-camera"));
            return;
        };
        let rules = &self.config.rules;
        let (Some(case), Some(known)) = (&self.state.case, rules.documents.get(document)) else { return };
        self.shots += 1;
        let shot = Shot {
            case: case.id.clone(),
            document: document.to_owned(),
            number: self.shots,
            frame,
            at: self.state.view.retaking.unwrap_or(0),
            form: form(known.shape),
            // All pages of a document are one file.
            limit: paper::page_limit(rules.limits.upload_bytes, known.pages),
            actor,
        };
        self.state.view.taking = true;
        self.taken = Some(Scene::of(&shot.frame.picture));
        self.frozen = Some(shot.clone());
        self.send(super::work::Work::Page(shot));
    }

    /// The frame that stands still on the screen.
    pub(crate) fn frozen(&self) -> Option<Arc<Frame>> {
        Some(self.frozen.as_ref()?.frame.clone())
    }

    /// A page was made, or could not be. One that nobody waits for any more is dropped.
    pub(super) fn page_made(&mut self, shot: &Shot, made: Option<Made>) {
        let awaited = self.frozen.as_ref().is_some_and(|frozen| frozen.number == shot.number);
        if !awaited || !self.state.view.taking {
            return;
        }
        match made {
            Some(made) => {
                self.made = Some(made);
                self.keep_page();
            }
            None => {
                self.state.view.problem = Some(Said::new("problem-picture"));
                self.live_again();
            }
        }
        self.redraw_and_tell();
    }

    /// Keeps the page that was made. Where the store does not take it, it is kept in memory and tried again: nobody
    /// has to hold the document up twice for that.
    pub(super) fn keep_page(&mut self) {
        if !self.state.view.taking {
            return;
        }
        let (Some(shot), Some(made), Some(case)) = (&self.frozen, &self.made, &self.state.case) else {
            return;
        };
        let Case { id, claim, practice } = case;
        if *id != shot.case {
            return self.live_again();
        }
        let (page, original) = (claim.pages_taken, claim.pages_taken + 1);
        let event = Event::PageTaken {
            document: shot.document.clone(),
            page,
            problems: made.problems.iter().map(|problem| problem.as_str().to_owned()).collect(),
            width: made.page.width,
            height: made.page.height,
            bytes: made.page.jpeg.len() as u64,
            original: Some(original),
            corners: made.corners,
            at: shot.at,
        };
        let pages: [(PageId, &[u8]); 2] = [(page, &made.page.jpeg), (original, &made.original.jpeg)];
        let write = Write {
            case: id,
            at: self.clock.timestamp(),
            actor: shot.actor,
            events: std::slice::from_ref(&event),
            pages: &pages,
            booking: None,
            ticket: None,
        };
        let store = self.practice.as_mut().filter(|_| *practice).unwrap_or(&mut self.store);
        match self.reserve.write(|| store.append(write)) {
            Ok(_) => {
                note(shot.actor, &event);
                let document = shot.document.clone();
                if let Some(case) = &mut self.state.case {
                    case.claim.apply(&event);
                }
                self.state.view.retaking = None;
                self.live_again();
                self.read_later(&document, page);
            }
            Err(error) => self.trouble(&error),
        }
    }

    /// Nothing stands still any more.
    fn live_again(&mut self) {
        (self.frozen, self.made) = (None, None);
        self.state.view.taking = false;
        self.state.view.visit += 1;
    }
}
