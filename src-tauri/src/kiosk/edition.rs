//! Which edition of the rules counts: that of the day, and for a claim the one it began under.

use super::Kiosk;
use crate::{Clock, Start};
use anyhow::{Result, anyhow};
use claim::Claim;
use journey::{Over, Words};
use kiosk_config::{Config, Edition, Language, Problem, Started, Texts, TimeZone};
use log::{error, warn};
use std::fs;
use std::sync::Arc;

impl Start {
    /// The configuration to start with: the files in the configuration folder, or the last good ones where these are
    /// not. Staff can read in the log why.
    pub fn configuration(&self) -> Result<Started> {
        // The time zone of the branch is not known yet; a few hours make no difference to what is told of changes.
        let today = Clock::new(TimeZone::WIB).local().date();
        let started =
            kiosk_config::start(&self.config, &self.data, &self.set, today).map_err(|problems| {
                let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
                anyhow!("the configuration has {} problem(s):\n{}", lines.len(), lines.join("\n"))
            })?;
        for problem in &started.problems {
            error!(role = "kiosk", disposition = "failure", why:% = problem; "configuration_problem");
        }
        if !started.as_configured {
            warn!(role = "kiosk", disposition = "failure"; "last_good_configuration");
        }
        if started.practice_key {
            warn!(role = "kiosk", disposition = "failure"; "practice_key");
        }
        Ok(started)
    }
}

/// File of the data folder that holds what staff have read.
const READ: &str = "news-read";
/// Most problems that are shown; the log has all of them.
const MOST_PROBLEMS: usize = 4;

impl Kiosk {
    /// Shows staff what changed in the rules, or why new ones are not in force, until somebody has read it.
    pub(super) fn tell_news(&mut self) {
        let words = Words { texts: &self.texts, language: Language::Id };
        let mut news = match self.started.as_configured {
            true => journey::changes(&words, &self.started.changes),
            false => vec![words.t("news-bad")],
        };
        news.extend(self.started.problems.iter().take(MOST_PROBLEMS).map(Problem::to_string));
        let read = fs::read_to_string(self.data.join(READ)).unwrap_or_default();
        if !news.is_empty() && read != news.join("\n") {
            self.state.view.over = Some(Over::News);
            self.state.view.news = news;
            self.redraw();
        }
    }

    /// Somebody has read it: it does not come back at the next start.
    pub(super) fn news_were_read(&self, news: &[String]) {
        if let Err(error) = fs::write(self.data.join(READ), news.join("\n")) {
            warn!(role = "kiosk", disposition = "failure", why:% = error; "news_read");
        }
    }

    /// Takes up the edition of the day between two sessions, and tells staff what is different from yesterday.
    pub(super) fn look_at_the_day(&mut self) {
        if self.state.case.is_some() {
            return;
        }
        let before = self.config.clone();
        self.take_up_edition();
        if !Arc::ptr_eq(&before, &self.config) {
            self.started.changes = kiosk_config::diff(&before, &self.config);
            self.tell_news();
        }
    }

    /// The edition that a claim began under; that of the day where its file was taken away.
    pub(super) fn edition_of(&self, claim: &Claim) -> &Edition {
        let packs = &self.started.packs;
        packs.edition(&claim.rules).unwrap_or_else(|| packs.in_force(self.clock.local().date()))
    }

    /// The rules and words of the edition that a claim began under.
    pub(super) fn rules_of(&self, claim: &Claim) -> (Arc<Config>, Arc<Texts>) {
        let edition = self.edition_of(claim);
        (edition.config().clone(), edition.texts().clone())
    }

    /// Takes up the edition of the open case, or that of the day.
    pub(super) fn take_up_edition(&mut self) {
        let edition = match &self.state.case {
            Some(case) => self.edition_of(&case.claim),
            None => self.started.packs.in_force(self.clock.local().date()),
        };
        let (config, texts) = (edition.config().clone(), edition.texts().clone());
        if !Arc::ptr_eq(&config, &self.config) {
            self.config = config;
            self.texts = texts;
        }
    }
}
