//! The voice of a kiosk: recorded clips where there are any, `espeak-ng` for the rest, `aplay` for both.

use super::clips::Clips;
use super::process::{self, Ended};
use super::pronounce::pronounced;
use super::{Speaker, Speech, State, chime};
use log::{info, warn};
use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often it is looked whether a sound device came or went.
const LOOK: Duration = Duration::from_secs(2);
/// Rests after which a device that is missing is looked for although the list did not change.
const RESTS: u32 = 3;
/// Name of the two tones among the recorded clips.
const CHIME: &str = "chime";
/// Changes whenever a sound device comes or goes.
const CARDS: &str = "/proc/asound/cards";

/// What a kiosk can speak with.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Loudspeaker, as a name of ALSA; none: nothing is said aloud.
    pub device: Option<String>,
    /// Headphones, as a name of ALSA: a device of their own, that no loudspeaker hangs on.
    pub headphones: Option<String>,
    /// Speed of the synthetic voice.
    pub words_per_minute: u32,
    /// Folder of recorded clips.
    pub clips: Option<PathBuf>,
}

/// Speaks with the programs `espeak-ng` and `aplay`, on a thread of its own that ends with this.
pub struct Espeak {
    desk: Arc<Desk>,
}

/// Where the kiosk leaves what is to be said, and finds how it goes.
#[derive(Default)]
struct Desk {
    on_it: Mutex<OnIt>,
    told: Condvar,
}

#[derive(Default)]
struct OnIt {
    /// What is to be said next.
    speech: Option<Speech>,
    /// Counts up with each speech and each stop: what was begun under another number is over.
    number: u64,
    speaking: bool,
    heard: u64,
    found: Found,
    changed: Option<Box<dyn Fn() + Send>>,
    closed: bool,
}

/// The devices that were found.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Found {
    loudspeaker: bool,
    headphones: bool,
}

impl Espeak {
    /// Begins to look for devices; until one is found, the state is [`State::Silent`].
    pub fn start(setup: Setup) -> Self {
        let desk = Arc::<Desk>::default();
        let work = Work {
            desk: Arc::clone(&desk),
            clips: Clips::new(setup.clips.clone()),
            setup,
            looked_at: None,
            rested: 0,
            engine: true,
        };
        std::thread::spawn(move || work.run());
        Self { desk }
    }
}

impl Drop for Espeak {
    fn drop(&mut self) {
        self.desk.tell(|on_it| on_it.closed = true);
    }
}

impl Speaker for Espeak {
    fn say(&self, speech: Speech) {
        self.desk.tell(|on_it| {
            on_it.number += 1;
            on_it.speaking = on_it.found != Found::default();
            on_it.speech = on_it.speaking.then_some(speech);
        });
    }

    fn stop(&self) {
        self.desk.tell(|on_it| {
            on_it.number += 1;
            on_it.speaking = false;
            on_it.speech = None;
        });
    }

    fn state(&self) -> State {
        let on_it = self.desk.lock();
        let headphones = on_it.found.headphones;
        match on_it.found {
            Found { loudspeaker: false, headphones: false } => State::Silent,
            _ if on_it.speaking => State::Speaking { headphones },
            _ => State::Ready { headphones },
        }
    }

    fn heard(&self) -> u64 {
        self.desk.lock().heard
    }

    fn on_change(&self, changed: Box<dyn Fn() + Send>) {
        self.desk.lock().changed = Some(changed);
    }
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, OnIt> {
        self.on_it.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, change: impl FnOnce(&mut OnIt)) {
        change(&mut self.lock());
        self.told.notify_all();
    }

    /// As `tell`, for the thread that speaks: the kiosk learns of it.
    fn report(&self, change: impl FnOnce(&mut OnIt)) {
        let mut on_it = self.lock();
        change(&mut on_it);
        if let Some(changed) = &on_it.changed {
            changed();
        }
    }

    /// Waits for a while, or until something else is wished; says whether it is.
    fn over(&self, number: u64, wait: Duration) -> bool {
        let same = |on_it: &mut OnIt| on_it.number == number && !on_it.closed;
        let waited = self.told.wait_timeout_while(self.lock(), wait, same);
        let (mut on_it, _) = waited.unwrap_or_else(PoisonError::into_inner);
        !same(&mut on_it)
    }
}

/// What the thread works with.
struct Work {
    desk: Arc<Desk>,
    setup: Setup,
    clips: Clips,
    /// What the list of sound devices said when it was looked for them.
    looked_at: Option<Vec<u8>>,
    /// Rests since it was looked for them.
    rested: u32,
    engine: bool,
}

impl Work {
    fn run(mut self) {
        self.look();
        loop {
            let nothing = |on_it: &mut OnIt| on_it.speech.is_none() && !on_it.closed;
            let waited = self.desk.told.wait_timeout_while(self.desk.lock(), LOOK, nothing);
            let (mut on_it, _) = waited.unwrap_or_else(PoisonError::into_inner);
            let (number, found) = (on_it.number, on_it.found);
            let (speech, closed) = (on_it.speech.take(), on_it.closed);
            drop(on_it);
            match speech {
                _ if closed => return,
                Some(speech) => {
                    let ended = self.speak(&speech, number, found);
                    if ended == Ended::Badly {
                        self.look();
                    }
                    self.desk.report(|on_it| {
                        on_it.speaking &= on_it.number != number;
                        on_it.heard += u64::from(ended == Ended::Well);
                    });
                }
                None => {
                    self.rested += 1;
                    let retry = self.missing(found) && self.rested >= RESTS;
                    if retry || fs::read(CARDS).ok() != self.looked_at {
                        self.look();
                    }
                }
            }
        }
    }

    /// Whether a device that is wanted was not found: it may be in use, or hang behind a server of its own.
    fn missing(&self, found: Found) -> bool {
        (self.setup.device.is_some() && !found.loudspeaker)
            || (self.setup.headphones.is_some() && !found.headphones)
    }

    /// Looks which devices can be opened.
    fn look(&mut self) {
        self.rested = 0;
        self.looked_at = fs::read(CARDS).ok();
        // Not stopped by what is wished meanwhile: it takes milliseconds unless a device hangs.
        let wait = |time| {
            std::thread::sleep(time);
            false
        };
        let wanted = self.setup.device.is_some() || self.setup.headphones.is_some();
        if wanted && self.engine && !process::engine_is_there(&wait) {
            self.engine = false;
            warn!(role = "kiosk", disposition = "failure"; "voice_not_installed");
        }
        let there = |device: &Option<String>| {
            self.engine && device.as_ref().is_some_and(|device| process::opens(device, &wait))
        };
        let found =
            Found { loudspeaker: there(&self.setup.device), headphones: there(&self.setup.headphones) };
        if found != self.desk.lock().found {
            let (loudspeaker, headphones) = (found.loudspeaker, found.headphones);
            info!(role = "kiosk", disposition = "success", loudspeaker, headphones; "voice");
            self.desk.report(|on_it| on_it.found = found);
        }
    }

    /// Says all lines, as far as there is a device for them; badly where there is none for what everybody may hear.
    fn speak(&mut self, speech: &Speech, number: u64, found: Found) -> Ended {
        if speech.chime {
            match self.device(false, found).map(|device| self.chime(&speech.language, &device, number)) {
                Some(Ended::Well) => {}
                other => return other.unwrap_or(Ended::Badly),
            }
        }
        for line in &speech.lines {
            let device = match self.device(line.private, found) {
                Some(device) => device,
                None if line.private => continue,
                None => return Ended::Badly,
            };
            for sentence in sentences(&line.text) {
                match self.say(&speech.language, sentence, &device, number) {
                    Ended::Well => {}
                    other => return other,
                }
            }
        }
        Ended::Well
    }

    /// What is private never goes to the loudspeaker; what is not goes to the headphones where nothing else is there.
    fn device(&self, private: bool, found: Found) -> Option<String> {
        let headphones = self.setup.headphones.clone().filter(|_| found.headphones);
        if private {
            return headphones;
        }
        self.setup.device.clone().filter(|_| found.loudspeaker).or(headphones)
    }

    fn say(&mut self, language: &str, sentence: &str, device: &str, number: u64) -> Ended {
        let desk = Arc::clone(&self.desk);
        let wait = |time| desk.over(number, time);
        let sounds: Vec<File> = match self.clips.find(language, sentence) {
            Some(clips) => clips,
            None => {
                let (voice, text) = pronounced(language, sentence);
                match process::synthesise(&text, voice, self.setup.words_per_minute, &wait) {
                    Ok(sound) => vec![sound],
                    Err(ended) => return ended,
                }
            }
        };
        play(sounds, device, &wait)
    }

    /// The recorded one where there is one.
    fn chime(&mut self, language: &str, device: &str, number: u64) -> Ended {
        let sounds = match self.clips.find(language, CHIME) {
            Some(clips) => clips,
            None => process::in_memory(&chime::wav()).into_iter().collect(),
        };
        play(sounds, device, &|time| self.desk.over(number, time))
    }
}

fn play(sounds: Vec<File>, device: &str, wait: process::Wait<'_>) -> Ended {
    let mut ends = sounds.into_iter().map(|sound| process::play(sound, device, wait));
    ends.find(|ended| *ended != Ended::Well).unwrap_or(Ended::Well)
}

/// The sentences of a text: each is said by itself, so that a recorded one is found wherever it stands.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |pair: &(usize, char)| matches!(pair.1, '.' | '?' | '!' | '…' | ':');
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.char_indices().filter(ends).map(|(at, sign)| at + sign.len_utf8());
        let end = end.into_iter().find(|at| rest.get(*at..).is_some_and(|after| after.starts_with(' ')));
        let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.trim_start();
        Some(sentence.trim()).filter(|sentence| !sentence.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_said_sentence_by_sentence() {
        let said: Vec<&str> = sentences("GRATIS. Jam 09.30? Ya, A.B! Rp 5.000").collect();
        assert_eq!(said, ["GRATIS.", "Jam 09.30?", "Ya, A.B!", "Rp 5.000"]);
        assert_eq!(sentences("Contoh: SITI").count(), 2);
        assert_eq!(sentences("  ").count(), 0);
    }
}
