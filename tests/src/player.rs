//! A participant who looks at the screen and does the sensible thing.

use crate::{Control, Person, View, Window};
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

/// How long somebody holds still before they touch the button.
const TAKEN_BY_ITSELF: Duration = Duration::from_secs(12);

/// What is sensible on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Move {
    /// Touch a control.
    Tap(String),
    /// Type into the field.
    Type(String),
    /// Take out what stands in the field.
    Clear,
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
    holds_still: bool,
    look_closer: Vec<Look<'a>>,
}

/// Something to do on each screen before it is answered.
type Look<'a> = Box<dyn FnMut(&mut Window, &View) -> Result<()> + 'a>;

/// What was played.
#[derive(Clone, Debug, Default)]
pub struct Played {
    /// Names of the screens in the order of the visits.
    pub screens: Vec<String>,
    /// How long it took, without the pictures.
    pub time: Duration,
}

impl<'a> Player<'a> {
    /// A participant with this person's documents before this window.
    pub fn new(window: &'a mut Window, person: &'a Person) -> Self {
        Self { window, person, pictures: None, holds_still: false, look_closer: Vec::new() }
    }

    /// Keeps a picture of each screen, as it was left, in a folder: `01-welcome.png` and so on.
    #[must_use]
    pub fn keep_pictures(mut self, folder: PathBuf) -> Self {
        self.pictures = Some(folder);
        self
    }

    /// Lays documents down and lets the kiosk take their pictures by itself, where it does.
    #[must_use]
    pub fn hold_still(mut self) -> Self {
        self.holds_still = true;
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
        let mut posed = Duration::ZERO;
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
            let posing = Instant::now();
            self.picture(&next, &view, played.screens.len())?;
            posed += posing.elapsed();
            if next == Move::Done {
                played.time = began.elapsed() - posed;
                return Ok(played);
            }
            let holds_still = self.holds_still && aims_at_document(&view);
            if holds_still && self.window.wait_for_next(&view, TAKEN_BY_ITSELF).is_ok() {
                continue;
            }
            if let Err(error) = self.make(&next, &view) {
                self.picture_of_failure();
                return Err(error.context(format!("on `{}`", view.screen)));
            }
        }
    }

    fn picture(&self, next: &Move, view: &View, number: usize) -> Result<()> {
        let Some(folder) = &self.pictures else { return Ok(()) };
        if matches!(next, Move::Wait | Move::Type(_) | Move::Clear) {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        self.window.wait_for_pictures()?;
        self.window.screenshot(&folder.join(format!("{number:02}-{}.png", view.screen)))
    }

    fn picture_of_failure(&self) {
        if let Some(folder) = &self.pictures {
            // The failure itself matters more than its picture.
            let _ = self.window.screenshot(&folder.join("failed.png"));
        }
    }

    fn make(&mut self, next: &Move, view: &View) -> Result<()> {
        match next {
            Move::Tap(control) => self.window.tap(control)?,
            Move::Type(text) => self.window.type_keys(text)?,
            Move::Clear => self.window.clear_keys()?,
            Move::Wait | Move::Done => {}
        }
        self.window.wait("an answer to the touch", ANSWER, |now| !now.screen.is_empty() && now != view)?;
        Ok(())
    }
}

/// Whether a document is being photographed; a face always waits for the touch.
fn aims_at_document(view: &View) -> bool {
    view.screen.starts_with("capture-") && view.screen != "capture-photo"
}

/// The decision table: what to do on a screen, by its name and by what can be touched on it.
fn sensible(view: &View, person: &Person) -> Result<Move> {
    let tap = |id: &str| Ok(Move::Tap(id.to_owned()));
    if let Some(overlay) = &view.overlay {
        bail!("`{overlay}` lies over `{}`", view.screen);
    }
    // What is being read need not be filled in.
    if view.banner.as_deref() == Some("hourglass") {
        return Ok(Move::Wait);
    }
    if let Some((field, there)) = &view.field {
        let wanted = person.typed(field).with_context(|| format!("person.toml has no `{field}`"))?;
        return Ok(typing(&wanted, there));
    }
    if let Some((change, _)) = view.values.iter().find(|(change, value)| !is_right(change, value, person)) {
        return tap(change);
    }
    match view.screen.split('-').next().unwrap_or_default() {
        "welcome" => tap("begin"),
        "capture" if view.has("shoot") => tap("shoot"),
        "capture" => Ok(Move::Wait),
        "pages" => tap("pages-done"),
        "picture" if view.has("keep") => tap("keep"),
        "picture" => tap("retake"),
        "checklist" => {
            let unsaid =
                view.controls.iter().find(|control| control.id.starts_with("have-") && !said(view, control));
            tap(unsaid.map_or("next", |control| &control.id))
        }
        "ticket" => Ok(Move::Done),
        _ => match ONWARD.iter().find(|id| view.has(id)) {
            Some(onward) => tap(onward),
            None => tap(&choice(view, person)?),
        },
    }
}

/// Ways on that need no choice.
const ONWARD: [&str; 6] = ["next", "agree", "all-right", "declare", "take-ticket", "go-on-anyway"];
/// Controls of every screen, which lead away from the claim.
const ASIDE: [&str; 5] = ["assistant", "counter", "preferences", "leave", "back"];

/// Whether a document of the checklist has its answer: "I have it" or "I don't".
fn said(view: &View, have: &Control) -> bool {
    let document = have.id.trim_start_matches("have-").trim_start_matches("not-");
    let answers = [format!("have-{document}"), format!("have-not-{document}")];
    view.controls.iter().any(|control| control.chosen && answers.contains(&control.id))
}

/// The rest of what has to be typed, or on where all of it stands there.
fn typing(wanted: &str, there: &str) -> Move {
    let digits = wanted.chars().all(|character| character.is_ascii_digit());
    let there: String = there.chars().filter(|character| !digits || character.is_ascii_digit()).collect();
    match wanted.strip_prefix(&there) {
        Some("") => Move::Tap("next".to_owned()),
        Some(rest) => Move::Type(rest.to_owned()),
        None => Move::Clear,
    }
}

/// Whether what was read from a document is the person's: a number by its digits, a date by day and year, as its month
/// is a word.
fn is_right(change: &str, value: &str, person: &Person) -> bool {
    let field = change.trim_start_matches("change-");
    let Some(wanted) = person.typed(field) else { return true };
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    match field {
        "birth-date" => digits == format!("{}{}", wanted[..2].trim_start_matches('0'), &wanted[4..]),
        "bank" => value.contains(&wanted),
        _ => value == wanted || digits == wanted,
    }
}

/// The choice that is the person's, by its code or its words, else the first one.
fn choice(view: &View, person: &Person) -> Result<String> {
    let mut choices = view.controls.iter().filter(|control| !ASIDE.contains(&control.id.as_str()));
    let wanted = person.typed(&view.screen);
    let is_wanted = |control: &&Control| match &wanted {
        Some(wanted) => control.id == *wanted || control.words.contains(wanted.as_str()),
        None => true,
    };
    match choices.find(is_wanted) {
        Some(control) => Ok(control.id.clone()),
        None => bail!("nothing to choose: {:?}", view.controls),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(screen: &str, controls: &[&str]) -> View {
        let control = |id: &&str| Control {
            id: id.trim_end_matches('*').to_owned(),
            words: format!("says {id}"),
            chosen: id.ends_with('*'),
        };
        View { screen: screen.into(), controls: controls.iter().map(control).collect(), ..View::default() }
    }

    fn on(view: &View) -> Result<Move> {
        sensible(view, &Person::from_text("name = \"SITI\"\nnik = \"35071\"\nbank = \"says 008\"").unwrap())
    }

    fn tap(id: &str) -> Move {
        Move::Tap(id.into())
    }

    #[test]
    fn each_kind_of_screen_has_its_move() {
        assert_eq!(on(&view("welcome", &["assistant", "begin", "resume"])).unwrap(), tap("begin"));
        assert_eq!(on(&view("consent", &["leave", "back", "agree"])).unwrap(), tap("agree"));
        assert_eq!(on(&view("bank", &["assistant", "back", "002", "008"])).unwrap(), tap("008"));
        assert_eq!(on(&view("day", &["assistant", "back", "2026-11-23"])).unwrap(), tap("2026-11-23"));
        assert_eq!(on(&view("slot", &["09:00*", "take-ticket"])).unwrap(), tap("take-ticket"));
        assert_eq!(on(&view("capture-ktp", &["bring-later"])).unwrap(), Move::Wait);
        assert_eq!(on(&view("capture-ktp", &["bring-later", "shoot"])).unwrap(), tap("shoot"));
        assert_eq!(on(&view("picture-ktp", &["retake"])).unwrap(), tap("retake"));
        assert_eq!(on(&view("picture-ktp", &["retake", "keep"])).unwrap(), tap("keep"));
        assert_eq!(on(&view("ticket", &["done"])).unwrap(), Move::Done);
        assert!(on(&view("bank", &["assistant", "002"])).is_err(), "the person's bank is not there");
    }

    #[test]
    fn the_checklist_is_answered_one_by_one() {
        let some = ["have-ktp*", "have-not-ktp", "have-kk", "have-not-kk", "next"];
        assert_eq!(on(&view("checklist", &some)).unwrap(), tap("have-kk"));
        let all = ["have-ktp*", "have-not-ktp", "have-kk", "have-not-kk*", "next"];
        assert_eq!(on(&view("checklist", &all)).unwrap(), tap("next"));
    }

    #[test]
    fn what_stands_in_a_field_is_completed() {
        let field =
            |there: &str| View { field: Some(("nik".into(), there.into())), ..view("nik", &["next"]) };
        assert_eq!(on(&field("")).unwrap(), Move::Type("35071".into()));
        assert_eq!(on(&field("3507 ")).unwrap(), Move::Type("1".into()));
        assert_eq!(on(&field("3507 1")).unwrap(), tap("next"));
        assert_eq!(on(&field("99")).unwrap(), Move::Clear);
    }

    #[test]
    fn what_was_read_is_compared_and_corrected() {
        let read = |nik: &str| View {
            values: vec![("change-name".into(), "SITI".into()), ("change-nik".into(), nik.into())],
            ..view("read-ktp", &["change-name", "change-nik", "all-right"])
        };
        assert_eq!(on(&read("3507 1")).unwrap(), tap("all-right"));
        assert_eq!(on(&read("3507 7")).unwrap(), tap("change-nik"));
    }
}
