//! A kiosk of its own with a participant before it: what window tests begin with.

use crate::window::root;
use crate::{Person, Played, Player, View, Window, WindowOptions};
use anyhow::{Context, Result};
use std::time::Duration;
use tempfile::TempDir;

/// A kiosk with its own data folder, and the person of the samples in front of it.
pub struct Kiosk {
    /// How its window is opened.
    pub options: WindowOptions,
    /// Who stands before it.
    pub person: Person,
    window: Option<Window>,
    data: TempDir,
}

impl Kiosk {
    /// Opens one on a wide panel, or on an upright one, with further settings.
    pub fn open(portrait: bool, settings: &[&str]) -> Result<Self> {
        let data = tempfile::tempdir()?;
        let mut options = WindowOptions::new(data.path(), portrait);
        options.settings.extend(settings.iter().map(|setting| (*setting).to_owned()));
        let person = Person::read(&root().join("samples/person.toml"))?;
        let window = Some(Window::open(&options)?);
        Ok(Self { options, person, window, data })
    }

    /// Its window.
    pub fn window(&mut self) -> Result<&mut Window> {
        self.window.as_mut().context("the window is closed")
    }

    /// Its data folder.
    pub fn data(&self) -> &std::path::Path {
        self.data.path()
    }

    /// Plays until a screen comes up.
    pub fn play_until(&mut self, screen: &str) -> Result<Played> {
        let window = self.window.as_mut().context("the window is closed")?;
        Player::new(window, &self.person).play_until(screen)
    }

    /// Plays until a screen comes up, with a closer look at each one on the way.
    pub fn play_and_look(
        &mut self,
        screen: &str,
        look: impl FnMut(&mut Window, &View) -> Result<()>,
    ) -> Result<Played> {
        let window = self.window.as_mut().context("the window is closed")?;
        Player::new(window, &self.person).on_each_screen(look).play_until(screen)
    }

    /// Takes the power away and gives it back: the same data, a new window.
    pub fn power_cut(&mut self) -> Result<()> {
        if let Some(window) = self.window.take() {
            window.kill()?;
        }
        self.window = Some(Window::open(&self.options)?);
        Ok(())
    }

    /// The code with which the claim is continued, without the blank in it.
    pub fn code(&mut self) -> Result<String> {
        let shown = self.window()?.text("[data-code]")?;
        Ok(shown.chars().filter(char::is_ascii_alphanumeric).collect())
    }

    /// Goes on with an earlier claim from the waiting screen, by its code and, once that is known, the birth date.
    pub fn resume(&mut self, code: &str) -> Result<View> {
        let birth_date = self.person.typed("birth-date").context("the person has no birth date")?;
        let window = self.window()?;
        let time = Duration::from_secs(20);
        window.wait_for_screen("welcome", time)?;
        window.tap("resume")?;
        window.wait_for_screen("resume-scan", time)?;
        window.tap("type-code")?;
        let before = window.wait_for_screen("resume-code", time)?;
        window.type_keys(code)?;
        window.tap("next")?;
        let next = window.wait_for_next(&before, time)?;
        if next.screen != "resume-birth-date" {
            return Ok(next);
        }
        window.type_keys(&birth_date)?;
        window.tap("next")?;
        window.wait_for_next(&next, time)
    }
}
