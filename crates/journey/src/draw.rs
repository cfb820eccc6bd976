//! The screen of a state. One total function, in a fixed order of precedence: what lies over the screen (trouble,
//! idle warning, questions), language and size, the step of the case, the waiting screens.

mod afterwards;
mod capture;
mod check;
pub use check::{conditions, in_groups};
mod conditions;
pub use conditions::first_day;
mod ending;
mod guide;
pub use guide::STORY;
mod news;
pub use news::changes;
mod over;
mod questions;
mod reading;
mod waiting;

use crate::act::spaced;
use crate::state::{Case, Place, Said, State, World};
use crate::step::{PARTS, Step};
use crate::way;
use crate::words::Words;
use crate::{
    Action, Banner, Body, Button, Choice, Header, LabelledValue, Look, Point, Screen, StepName, StepState,
    Steps, Tone,
};
use claim::rules::{Need, Needed};
use claim::{Claim, Rules};
use queue::Offer;
use std::ops::Deref;

/// The screen of a state.
pub fn screen(state: &State, world: &World<'_>) -> Screen {
    let words = Words { texts: world.texts, language: state.language(world.config) };
    let draw = Draw { state, world, words };
    let mut screen = match (&state.case, state.step()) {
        (Some(case), Some(step)) if state.view.preferences => questions::preferences(&draw, case, &step),
        (Some(case), Some(step)) => draw.step(case, &step),
        _ => waiting::screen(&draw),
    };
    screen.overlay = over::overlay(&draw);
    screen
}

/// What a drawing function needs.
pub(crate) struct Draw<'a> {
    pub state: &'a State,
    pub world: &'a World<'a>,
    pub words: Words<'a>,
}

impl<'a> Deref for Draw<'a> {
    type Target = Words<'a>;
    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

impl Draw<'_> {
    fn step(&self, case: &Case, step: &Step) -> Screen {
        match step {
            Step::Preferences => questions::preferences(self, case, step),
            Step::Overview => guide::overview(self),
            Step::Consent => questions::consent(self),
            Step::Reason => questions::reason(self, case),
            Step::Programme => conditions::programme(self, case),
            Step::Ask(ask) => conditions::ask(self, case, *ask),
            Step::NotYet => conditions::not_yet(self, case),
            Step::Ready => conditions::ready(self, case),
            Step::Checklist => questions::checklist(self, case),
            Step::Balance => questions::balance(self, case),
            Step::Field(field) => questions::field(self, case, *field),
            Step::Bank => questions::bank(self, case),
            Step::Capture(document) => capture::screen(self, case, document),
            Step::Read(document) => reading::screen(self, case, document),
            Step::Answers => check::answers(self, case),
            Step::Declaration => check::declaration(self),
            Step::Day => check::day(self, case),
            Step::Time => check::time(self, case),
            Step::CounterOnly | Step::OtherProgramme | Step::Missing | Step::Jmo | Step::Dormant => {
                ending::notice(self, case, step)
            }
            Step::Ticket => ending::ticket(self, case),
            Step::Counter => ending::counter(self, case),
        }
    }

    /// A button whose label is the text of the same name.
    pub fn button(&self, id: &str, icon: &str, action: Action) -> Button {
        Button {
            id: id.to_owned(),
            label: self.t(&format!("button-{id}")),
            icon: (!icon.is_empty()).then(|| icon.to_owned()),
            action,
        }
    }

    /// A statement whose words are the texts `{key}` and `{key}-text`.
    pub fn point(&self, key: &str, icon: &str) -> Point {
        Point { icon: icon.into(), title: self.t(key), text: self.t(&format!("{key}-text")) }
    }

    /// A choice named by a code.
    pub fn choice(
        &self,
        id: &str,
        label: String,
        note: Option<String>,
        chosen: bool,
        icon: Option<String>,
    ) -> Choice {
        let button = Button { id: id.to_owned(), label, icon, action: Action::Choose { id: id.to_owned() } };
        Choice { button, note, chosen, enabled: true }
    }

    /// A screen with title and help of its name, and the line at the top; back and next as usual for a step.
    pub fn frame(&self, name: &str, body: Body) -> Screen {
        let help = self.t(&format!("{name}-help"));
        self.framed(name, self.t(&format!("{name}-title")), Some(help), body)
    }

    /// As [`Draw::frame`], with words of its own.
    pub fn framed(&self, name: &str, title: String, help: Option<String>, body: Body) -> Screen {
        let view = &self.state.view;
        let in_case = self.state.case.is_some();
        Screen {
            name: name.to_owned(),
            visit: view.visit,
            language: self.language.tag().to_owned(),
            look: self.look(),
            header: self.header(),
            title,
            help: help.filter(|help| !help.is_empty()),
            body,
            banner: self.banner(),
            back: Some(self.button("back", "arrow-left", Action::Back)),
            next: in_case.then(|| self.button("next", "arrow-right", Action::Next)),
            practice: self.state.practises().then(|| self.t("practice-mark")),
            overlay: None,
        }
    }

    fn look(&self) -> Look {
        let panel = &self.world.config.kiosk.panel;
        Look {
            text_size: self.state.text_size(),
            high_contrast: self.state.case.as_ref().is_some_and(|case| case.claim.high_contrast),
            px_per_mm: f64::from(panel.width_px) / f64::from(panel.width_mm),
        }
    }

    fn banner(&self) -> Option<Banner> {
        let view = &self.state.view;
        let banner =
            |said: &Said, icon: &str, tone| Banner { icon: icon.into(), text: self.said(said), tone };
        // What is wrong with a field stands beside it.
        let typing = self.state.case.is_none() && matches!(view.place, Place::Code | Place::BirthDate);
        let in_field = typing || matches!(self.state.step(), Some(Step::Field(_)));
        match (&view.problem, &view.banner) {
            (Some(problem), _) if !in_field => Some(banner(problem, "alert", Tone::Care)),
            (_, Some(said)) => Some(banner(said, "paper", Tone::Info)),
            _ => self
                .asked_again()
                .or_else(|| self.being_read())
                .or_else(|| self.repair())
                .or_else(|| self.hall()),
        }
    }

    /// Says why an officer wants the document once more that is being photographed.
    fn asked_again(&self) -> Option<Banner> {
        let Step::Capture(document) = self.state.step()? else { return None };
        let claim = &self.state.case.as_ref()?.claim;
        let why = self.t(&format!("again-{}", claim.asked.get(&document)?));
        Some(Banner {
            icon: "info".into(),
            text: self.filled("again-please", &[("why", why.as_str().into())]),
            tone: Tone::Info,
        })
    }

    /// Says of an empty field that the document on which its answer stands is being read; nobody has to wait for it.
    fn being_read(&self) -> Option<Banner> {
        let claim = &self.state.case.as_ref()?.claim;
        let field = self.state.step()?.name();
        let of = crate::reading::source(&field)?;
        let empty = !claim.typed.contains_key(&field) && crate::reading::stands(claim, &field).is_none();
        let under_way = self.state.view.reading.iter().any(|document| document == of);
        (empty && under_way).then(|| Banner {
            icon: "hourglass".into(),
            text: self.filled("field-reading", &[("document", self.document(of).as_str().into())]),
            tone: Tone::Info,
        })
    }

    /// Says until when data are being repaired, and on that day whom to ask.
    fn repair(&self) -> Option<Banner> {
        let due = self.state.case.as_ref()?.claim.repair?;
        let key = if due > self.world.now.date() { "repair-until" } else { "repair-due" };
        let text = self.filled(key, &[("date", self.date(due).as_str().into())]);
        Some(Banner { icon: "clock".into(), text, tone: Tone::Info })
    }

    /// What everybody in the hall has to know: an outage; on the waiting screen when numbers are given, and how many are
    /// left.
    fn hall(&self) -> Option<Banner> {
        let hall = self.world.hall;
        let banner = |icon: &str, text: String, tone| Some(Banner { icon: icon.into(), text, tone });
        let waiting = self.state.case.is_none() && self.state.view.place == Place::Waiting;
        match (hall.outage, hall.offer) {
            (Some(Some(end)), _) => {
                let time = self.time(end.time());
                banner("alert", self.filled("outage-until", &[("time", time.as_str().into())]), Tone::Care)
            }
            (Some(None), _) => banner("alert", self.t("outage"), Tone::Care),
            (None, Some(Offer::Closed { opens })) if waiting => {
                let (date, time) = (self.date(opens.date()), self.time(opens.time()));
                let args = [("date", date.as_str().into()), ("time", time.as_str().into())];
                banner("clock", self.filled("counter-closed-text", &args), Tone::Info)
            }
            (None, Some(Offer::Number { day, left: Some(left) }))
                if waiting && day == self.world.now.date() =>
            {
                banner("ticket", self.filled("counter-left", &[("left", i64::from(left).into())]), Tone::Info)
            }
            _ => None,
        }
    }

    fn header(&self) -> Header {
        let case = self.state.case.as_ref();
        let step = self.state.step();
        let ended = matches!(step, Some(Step::Ticket | Step::Counter));
        let quiet = self.state.view.preferences || step == Some(Step::Preferences);
        Header {
            product: self.t("product"),
            branch: self.world.config.branch.name.clone(),
            steps: step.as_ref().map(|step| self.steps(step)),
            code: case
                .filter(|case| !case.claim.code.is_empty() && !self.state.practises())
                .map(|case| LabelledValue { label: self.t("code-label"), value: spaced(&case.claim.code) }),
            assistant: Some(self.button("assistant", "assistant", Action::CallAssistant)),
            counter: (step != Some(Step::Counter))
                .then(|| self.button("counter", "ticket", Action::CounterTicket)),
            preferences: (case.is_some() && !quiet)
                .then(|| self.button("preferences", "text-size", Action::Preferences)),
            voice: self.voice(),
            leave: (case.is_some() && !ended).then(|| self.button("leave", "leave", Action::Leave)),
        }
    }

    fn voice(&self) -> Option<Button> {
        let voice = self.state.view.voice;
        let button = match voice.speaking {
            true => self.button("quiet", "speaker-off", Action::Voice { on: false }),
            false => self.button("listen", "speaker", Action::Voice { on: true }),
        };
        voice.there.then(|| Button { id: "voice".into(), ..button })
    }

    fn steps(&self, step: &Step) -> Steps {
        let here = step.part();
        let items = PARTS.iter().enumerate().map(|(place, part)| {
            let (state, label) = match place.cmp(&here) {
                std::cmp::Ordering::Less => (StepState::Done, "step-done"),
                std::cmp::Ordering::Equal => (StepState::Now, "step-now"),
                std::cmp::Ordering::Greater => (StepState::Ahead, "step-ahead"),
            };
            StepName { name: self.t(&format!("step-{part}")), state, state_label: self.t(label) }
        });
        Steps { label: self.t("steps-label"), items: items.collect() }
    }
}

/// What to bring, a line each: what is required, what was said to be there, and what is enough or taken along where it
/// exists. A face comes by itself.
pub fn bring(words: &Words<'_>, claim: &Claim, rules: &Rules) -> Vec<String> {
    let checklist = way::checklist(claim, rules);
    let said = |needed: &Needed| claim.have.get(&needed.document).copied();
    let one_is_there =
        checklist.iter().any(|needed| needed.need == Need::AnyOne && said(needed) == Some(true));
    let comes = |needed: &&Needed| match needed.need {
        Need::Required => true,
        Need::AnyOne => !one_is_there || said(needed) == Some(true),
        Need::AboveLimit | Need::IfAvailable => said(needed) != Some(false),
    };
    let line = |needed: &Needed| match needed.need {
        Need::Required => words.document(&needed.document),
        _ if said(needed) == Some(true) => words.document(&needed.document),
        need => format!("{}. {}", words.document(&needed.document), words.need(need, rules)),
    };
    checklist.iter().filter(comes).map(line).collect()
}
