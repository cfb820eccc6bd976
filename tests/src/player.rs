//! A participant who looks at the screen and does the sensible thing.

use crate::{Person, View, Window};
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A claim takes no longer than this, and no screen is visited more often.
const LONGEST: Duration = Duration::from_secs(300);
const MOST_VISITS: u32 = 5;
/// How long a screen may take to answer a touch.
const ANSWER: Duration = Duration::from_secs(20);

/// What is sensible on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Move {
    /// Touch a control.
    Tap(String),
    /// Type into the field.
    Type(String),
    /// Wait: something is on its way.
    Wait,
    /// Nothing is left to do.
    Done,
}

/// Plays a claim in a window.
pub struct Player<'a> {
    window: &'a mut Window,
    person: &'a Person,
    pictures: Option<PathBuf>,
    look_closer: Vec<Look<'a>>,
}

/// Something to do on each screen before it is answered.
type Look<'a> = Box<dyn FnMut(&mut Window, &View) -> Result<()> + 'a>;

/// What was played.
#[derive(Clone, Debug, Default)]
pub struct Played {
    /// Names of the screens in the order of the visits.
    pub screens: Vec<String>,
    /// How long it took.
    pub time: Duration,
}

impl<'a> Player<'a> {
    /// A participant with this person's documents before this window.
    pub fn new(window: &'a mut Window, person: &'a Person) -> Self {
        Self { window, person, pictures: None, look_closer: Vec::new() }
    }

    /// Keeps a picture of each screen, as it was left, in a folder: `01-welcome.png` and so on.
    #[must_use]
    pub fn keep_pictures(mut self, folder: PathBuf) -> Self {
        self.pictures = Some(folder);
        self
    }

    /// Does something on each screen as it comes up.
    #[must_use]
    pub fn on_each_screen(mut self, look: impl FnMut(&mut Window, &View) -> Result<()> + 'a) -> Self {
        self.look_closer.push(Box::new(look));
        self
    }

    /// Plays on from the screen that is there until `last` comes up or the claim ends, whichever is first.
    /// Fails where a screen comes up again and again, does not answer, or offers nothing sensible.
    pub fn play_until(mut self, last: &str) -> Result<Played> {
        let began = Instant::now();
        let mut played = Played::default();
        let mut visits: HashMap<String, u32> = HashMap::new();
        let mut visit = String::new();
        loop {
            let view = self.window.view()?;
            if began.elapsed() > LONGEST {
                bail!("not finished after {} s; the screen is `{}`", LONGEST.as_secs(), view.screen);
            }
            if view.visit != visit {
                visit.clone_from(&view.visit);
                played.screens.push(view.screen.clone());
                let visits = visits.entry(view.screen.clone()).or_default();
                *visits += 1;
                if *visits > MOST_VISITS {
                    bail!("`{}` came up {visits} times: {:?}", view.screen, played.screens);
                }
                for look in &mut self.look_closer {
                    look(self.window, &view).with_context(|| format!("on `{}`", view.screen))?;
                }
            }
            let next = if view.screen == last { Move::Done } else { sensible(&view, self.person)? };
            self.picture(&next, &view, played.screens.len())?;
            if next == Move::Done {
                played.time = began.elapsed();
                return Ok(played);
            }
            self.make(&next, &view).with_context(|| format!("on `{}`", view.screen))?;
        }
    }

    fn picture(&self, next: &Move, view: &View, number: usize) -> Result<()> {
        let Some(folder) = &self.pictures else { return Ok(()) };
        if matches!(next, Move::Wait | Move::Type(_)) {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        self.window.screenshot(&folder.join(format!("{number:02}-{}.png", view.screen)))
    }

    fn make(&mut self, next: &Move, view: &View) -> Result<()> {
        match next {
            Move::Tap(control) => self.window.tap(control)?,
            Move::Type(text) => self.window.type_keys(text)?,
            Move::Wait | Move::Done => {}
        }
        self.window.wait("an answer to the touch", ANSWER, |now| !now.screen.is_empty() && now != view)?;
        Ok(())
    }
}

/// The decision table: what to do on a screen, by its name and by what can be touched on it.
fn sensible(view: &View, person: &Person) -> Result<Move> {
    let tap = |control: &str| Ok(Move::Tap(control.to_owned()));
    if let Some(overlay) = &view.overlay {
        bail!("`{overlay}` lies over `{}`", view.screen);
    }
    if let Some((field, typed)) = &view.field {
        let wanted = person.typed(field).with_context(|| format!("person.toml has no `{field}`"))?;
        return match typed.is_empty() {
            true => Ok(Move::Type(wanted)),
            false => tap("next"),
        };
    }
    let (screen, document) = view.screen.split_once('-').unwrap_or((&view.screen, ""));
    match screen {
        "welcome" => tap("begin"),
        "capture" if view.has("shoot") => tap("shoot"),
        "capture" => Ok(Move::Wait),
        "picture" if view.has("keep") => tap("keep"),
        "picture" => tap("retake"),
        "checklist" => {
            match view.controls.iter().find(|id| id.ends_with("-yes") && !view.chosen.contains(id)) {
                Some(yes) => tap(yes),
                None => tap("next"),
            }
        }
        "ticket" => Ok(Move::Done),
        _ if view.has("next") => tap("next"),
        _ => match person.typed(screen).filter(|choice| view.has(choice)) {
            Some(choice) => tap(&choice),
            None => match view.controls.iter().find(|id| !EVERYWHERE.contains(&id.as_str())) {
                Some(first) => tap(first),
                None => bail!("nothing to touch on `{screen}` {document}: {:?}", view.controls),
            },
        },
    }
}

/// Controls of every screen, which lead away from the claim.
const EVERYWHERE: [&str; 5] = ["assistant", "counter", "preferences", "leave", "back"];
