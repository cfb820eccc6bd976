//! Reading the screen aloud. It is begun by the participant, stopped by any touch, and ends with the session.

use super::{Kiosk, Shared};
use device::speaker::{Line, Speaker, Speech, State};
use journey::{Body, Screen, Words};
use kiosk_config::Language;
use std::sync::Arc;
use std::time::Duration;

/// Advice that stays so long is said …
const STAYS: Duration = Duration::from_millis(900);
/// … and no sooner than so long after the last one.
const APART: Duration = Duration::from_secs(4);

/// Advice on the screen, and what was said of it. Times are on [`crate::Clock::running`].
#[derive(Default)]
pub(super) struct Advised {
    shown: String,
    since: Duration,
    said: String,
    said_at: Duration,
}

/// A visit of a screen in a language.
pub(super) type Read = (u64, String);

impl Shared {
    pub(super) fn redraw_when_the_voice_changes(&self) {
        let redraw = Box::new(self.redrawing());
        self.lock().devices.speaker.on_change(redraw);
    }

    /// Speaks with another speaker from now on.
    #[cfg(any(debug_assertions, feature = "dock"))]
    pub fn speak_with(&self, speaker: Arc<dyn Speaker>) {
        self.lock().devices.speaker = speaker;
        self.redraw_when_the_voice_changes();
        self.lock().redraw_and_tell();
    }
}

impl Kiosk {
    /// Whether something is being said.
    pub(super) fn speaks(&self) -> bool {
        matches!(self.devices.speaker.state(), State::Speaking { .. })
    }

    /// Takes over how the speaker is, for the next drawing.
    pub(super) fn notice_voice(&mut self) {
        let voice = &mut self.state.view.voice;
        let state = self.devices.speaker.state();
        voice.there = state != State::Silent;
        voice.speaking = matches!(state, State::Speaking { .. });
    }

    /// Reads a screen that was not read yet, where the participant listens; falls silent where nobody does any more.
    /// Says whether it did either.
    pub(super) fn read_aloud(&mut self, screen: &Screen) -> bool {
        let wanted = self.state.view.voice.on.then(|| (screen.visit, screen.language.clone()));
        if wanted == self.read {
            return false;
        }
        match &wanted {
            Some(_) => {
                // The advice on it is read with it.
                self.advised = Advised { said: advice(screen).to_owned(), ..Advised::default() };
                self.devices.speaker.say(self.speech(screen));
            }
            None => self.devices.speaker.stop(),
        }
        self.read = wanted;
        true
    }

    /// Says the advice on the screen where the participant listens: a new one, that stays, one at a time.
    pub(super) fn say_advice(&mut self) {
        let (now, shown) = (self.clock.running(), advice(&self.shown));
        if self.advised.shown != shown {
            (self.advised.shown, self.advised.since) = (shown.to_owned(), now);
        }
        let Advised { shown, since, said, said_at } = &self.advised;
        let is_new = !shown.is_empty() && shown != said;
        let stays = now.saturating_sub(*since) >= STAYS && now.saturating_sub(*said_at) >= APART;
        if !self.state.view.voice.on || !is_new || !stays || self.speaks() {
            return;
        }
        let lines = vec![Line { text: shown.clone(), private: false }];
        self.devices.speaker.say(Speech { language: self.shown.language.clone(), lines, chime: false });
        (self.advised.said, self.advised.said_at) = (shown.clone(), now);
        self.redraw_and_tell();
    }

    fn speech(&self, screen: &Screen) -> Speech {
        let language = Language::from_tag(&screen.language).unwrap_or(Language::ALL[0]);
        let words = Words { texts: &self.texts, language };
        let headphones = matches!(
            self.devices.speaker.state(),
            State::Ready { headphones: true } | State::Speaking { headphones: true }
        );
        let parts = journey::parts(journey::spoken(screen, &words), headphones, &words);
        let lines = parts.into_iter().map(|part| Line { text: part.text, private: part.private });
        Speech { language: language.tag().to_owned(), lines: lines.collect(), chime: false }
    }
}

/// What to change about the document under the camera.
fn advice(screen: &Screen) -> &str {
    match &screen.body {
        Body::Capture { advice, .. } => advice,
        _ => "",
    }
}
