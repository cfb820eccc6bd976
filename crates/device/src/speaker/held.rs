//! A speaker that makes no sound and says each speech until it is told to end: for tests, and where a person wants to
//! see what would be said.

use super::{Speaker, Speech, State};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Keeps what it is given to say.
#[derive(Default)]
pub struct Held(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    said: Vec<Speech>,
    heard: u64,
    speaking: bool,
    unplugged: bool,
    headphones: bool,
    changed: Option<Box<dyn Fn() + Send>>,
}

impl Held {
    /// One with headphones, or without.
    pub fn new(headphones: bool) -> Self {
        Self(Mutex::new(Inside { headphones, ..Inside::default() }))
    }

    /// All it was given to say.
    pub fn said(&self) -> Vec<Speech> {
        self.lock().said.clone()
    }

    /// It comes to the end of what it says.
    pub fn finish(&self) {
        self.change(|inside| {
            inside.heard += u64::from(inside.speaking);
            inside.speaking = false;
        });
    }

    /// The sound device is pulled out, or put back.
    pub fn unplug(&self, unplugged: bool) {
        self.change(|inside| {
            inside.unplugged = unplugged;
            inside.speaking = false;
        });
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Inside)) {
        let mut inside = self.lock();
        change(&mut inside);
        if let Some(changed) = &inside.changed {
            changed();
        }
    }
}

impl Speaker for Held {
    fn say(&self, speech: Speech) {
        let mut inside = self.lock();
        if !inside.unplugged {
            inside.speaking = true;
            inside.said.push(speech);
        }
    }

    fn stop(&self) {
        self.lock().speaking = false;
    }

    fn state(&self) -> State {
        let inside = self.lock();
        let headphones = inside.headphones;
        match (inside.unplugged, inside.speaking) {
            (true, _) => State::Silent,
            (false, true) => State::Speaking { headphones },
            (false, false) => State::Ready { headphones },
        }
    }

    fn heard(&self) -> u64 {
        self.lock().heard
    }

    fn on_change(&self, changed: Box<dyn Fn() + Send>) {
        self.lock().changed = Some(changed);
    }
}
