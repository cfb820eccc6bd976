//! What happens while nobody touches the screen.

use super::{Kiosk, retention};
use claim::Actor;
use journey::Over;
use log::info;

/// How many times the idle time a call for a person is left on the screen.
const ASSISTANT_PATIENCE: u64 = 4;

/// Seconds that "how was it?" is left on the screen: the next visitor should find the waiting screen.
const AFTERWARDS: u64 = 20;

impl Kiosk {
    /// Looks at the time: warns, then closes a session that nobody touches; tries deliveries again.
    pub fn tick(&mut self) {
        self.take_over();
        if self.deliver_again.is_some_and(|at| at <= self.clock.running()) {
            self.deliver_again = None;
            self.deliver_what_is_left();
        }
        if self.erase_again <= self.clock.running() {
            self.erase_again = self.clock.running() + retention::EVERY;
            self.erase_what_is_due();
        }
        // Who listens does not touch anything.
        if self.speaks() && self.state.view.idle_left.is_none() {
            self.stay();
        }
        self.look_at_the_day();
        if self.look_at_the_hall() {
            self.redraw_and_tell();
        }
        let read = self.shown.overlay.is_none() || self.state.view.over == Some(Over::News);
        let waiting = self.shown.name == "welcome" && read;
        if waiting && self.state.view.language.is_none() && !self.state.view.voice.on {
            return;
        }
        let (over, warning) = self.patience();
        let idle = self.clock.running().saturating_sub(self.touched).as_secs();
        let left = (over + warning).saturating_sub(idle);
        let warning = match left {
            _ if idle < over => None,
            0 => {
                info!(role = "kiosk", disposition = "closed"; "session_idle");
                let outcome = journey::idle_over(&self.state);
                self.follow(outcome, Actor::Kiosk);
                None
            }
            left => u32::try_from(left).ok(),
        };
        self.state.view.idle_left = warning;
        self.redraw_and_tell();
    }

    /// Seconds without a touch until the warning, and of the warning.
    fn patience(&self) -> (u64, u64) {
        let session = &self.config.session;
        let (idle, warning) = (u64::from(session.idle_seconds), u64::from(session.warning_seconds));
        let view = &self.state.view;
        match (view.over, &self.state.case) {
            // Who called a person waits for one.
            (Some(Over::Assistant), _) => (idle * ASSISTANT_PATIENCE, warning),
            (None, None) if view.place.is_afterwards() => (idle.min(AFTERWARDS), 0),
            (None, None) if view.place.is_passing() => (idle, 0),
            _ => (idle, warning),
        }
    }
}
