//! Speech: what a screen says, through the loudspeaker or into headphones.
//!
//! Two programs do the work, each sentence in processes of its own: `espeak-ng` makes the sound, `aplay` plays it.
//! What hangs, as a sound device that is pulled out may, is killed from outside and takes nothing with it. What is
//! said goes from one to the other through memory: it stands in no list of processes, no file and no log.

mod announcements;
mod chime;
mod clips;
mod espeak;
#[cfg(any(feature = "dock", debug_assertions))]
mod held;
mod process;
mod pronounce;

pub use announcements::Announcements;
pub use espeak::{Espeak, Setup};
#[cfg(any(feature = "dock", debug_assertions))]
pub use held::Held;
pub use pronounce::pronounced;

/// Something that speaks. No call waits for anything.
pub trait Speaker: Send + Sync {
    /// Begins to speak. What is being said stops: there are never two voices, and the latest wins.
    fn say(&self, speech: Speech);

    /// Falls silent.
    fn stop(&self);

    /// How it is now.
    fn state(&self) -> State;

    /// How many speeches were said to their end so far; one that was stopped, or had no device, is none of them.
    fn heard(&self) -> u64;

    /// Calls back whenever the state may have changed; from a thread that must not be kept waiting.
    fn on_change(&self, changed: Box<dyn Fn() + Send>);
}

/// How a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing can be heard: no sound device, or no voice is wanted. An ordinary state.
    Silent,
    /// It can speak.
    Ready {
        /// Whether headphones of their own are there.
        headphones: bool,
    },
    /// It speaks.
    Speaking {
        /// Whether headphones of their own are there.
        headphones: bool,
    },
}

/// Lines to say one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// BCP 47 language.
    pub language: String,
    /// Whether two tones come first.
    pub chime: bool,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One or more sentences.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// What is said.
    pub text: String,
    /// Only into headphones; without them it is not said.
    pub private: bool,
}

/// What is said may be about a person, so it does not print.
impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").field("text", &"***").field("private", &self.private).finish()
    }
}
