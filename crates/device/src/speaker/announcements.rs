//! Calls to a hall: one after the other, each to its end, none lost because the sound was away.

use super::{Speaker, Speech, State};
use log::warn;
use std::collections::VecDeque;

/// A call that fails so often although there is a sound device is given up: those behind it are waiting.
const TRIES: u32 = 3;

/// What is still to be announced. It moves when [`Announcements::go_on`] is called: with each change of the speaker,
/// and now and then.
#[derive(Debug, Default)]
pub struct Announcements {
    waiting: VecDeque<Announcement>,
    /// What the speaker had said to the end when it was given the first of them.
    saying: Option<u64>,
}

#[derive(Debug)]
struct Announcement {
    id: u64,
    speech: Speech,
    tries: u32,
}

impl Announcements {
    /// Puts a call at the end. `id` is the caller's, for [`Announcements::keep`].
    pub fn add(&mut self, id: u64, speech: Speech) {
        self.waiting.push_back(Announcement { id, speech, tries: 0 });
    }

    /// Drops the calls that nobody waits for any more; the one that is being said is said to its end.
    pub fn keep(&mut self, wanted: impl Fn(u64) -> bool) {
        let saying = self.saying.and_then(|_| self.waiting.front()).map(|first| first.id);
        self.waiting.retain(|waiting| Some(waiting.id) == saying || wanted(waiting.id));
    }

    /// The calls that were not heard yet, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = u64> {
        self.waiting.iter().map(|waiting| waiting.id)
    }

    /// Says the next one as soon as nothing is being said. Without a sound device all wait until there is one; what it
    /// was cut off in is said again from its beginning.
    pub fn go_on(&mut self, speaker: &dyn Speaker) {
        let state = speaker.state();
        if let Some(before) = self.saying {
            if matches!(state, State::Speaking { .. }) {
                return;
            }
            self.saying = None;
            if speaker.heard() > before {
                self.waiting.pop_front();
            } else if matches!(state, State::Ready { .. }) {
                self.failed();
            }
        }
        if let (State::Ready { .. }, Some(next)) = (state, self.waiting.front()) {
            self.saying = Some(speaker.heard());
            speaker.say(next.speech.clone());
        }
    }

    fn failed(&mut self) {
        let Some(first) = self.waiting.front_mut() else { return };
        first.tries += 1;
        if first.tries >= TRIES {
            warn!(role = "board", disposition = "failure"; "call_not_heard");
            self.waiting.pop_front();
        }
    }
}
