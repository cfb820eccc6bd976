//! Editions of the rules: which one applies on a day, and which one a claim began under.

use crate::files::Files;
use crate::load::examine;
use crate::locks::LOCKED;
use crate::tree::{self, Entry};
use crate::{Config, Problem, Texts};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// One edition of the rules, with the layers below it.
#[derive(Clone)]
pub struct Edition {
    file: String,
    config: Arc<Config>,
    texts: Arc<Texts>,
}

impl Edition {
    /// Name of head office's file, such as `pusat-2027.toml`.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The configuration.
    pub fn config(&self) -> &Arc<Config> {
        &self.config
    }

    /// The texts, with those of the configuration in them.
    pub fn texts(&self) -> &Arc<Texts> {
        &self.texts
    }

    /// Name of the edition, `rules.version`.
    pub fn version(&self) -> &str {
        &self.config.rules.version
    }

    fn from(&self) -> Date {
        self.config.rules.effective_from
    }
}

/// All editions of the rules that a kiosk knows; at least one.
#[derive(Clone)]
pub struct Packs {
    first: Edition,
    /// By the day on which they take effect; no two on the same day, no two with the same version.
    later: Vec<Edition>,
    /// Editions whose files were replaced: only for claims that began under them.
    replaced: Vec<Edition>,
}

impl Packs {
    /// Reads and checks all editions in a folder, with single values on top (see [`crate::load_with`]). Signatures
    /// are looked at by [`crate::start`] and [`crate::check_signatures`].
    pub fn read(folder: &Path, overrides: &[(String, String)]) -> Result<Self, Vec<Problem>> {
        Self::of(&Files::read(folder), overrides)
    }

    /// Checks files that were read.
    pub fn of(files: &Files, overrides: &[(String, String)]) -> Result<Self, Vec<Problem>> {
        let examined = examine(files, overrides);
        if !examined.problems.is_empty() {
            return Err(examined.problems);
        }
        let mut editions: Vec<Edition> = examined.editions.iter().map(edition).collect::<Result<_, _>>()?;
        editions.sort_by_key(Edition::from);
        let mut editions = editions.into_iter();
        match editions.next() {
            Some(first) => Ok(Self { first, later: editions.collect(), replaced: vec![] }),
            None => Err(vec![]),
        }
    }

    /// The edition for claims that begin on a day: the latest that takes effect on that day or before. Before the
    /// first of all takes effect it is that one: a kiosk whose clock is wrong still works.
    pub fn in_force(&self, day: Date) -> &Edition {
        self.later.iter().rfind(|edition| edition.from() <= day).unwrap_or(&self.first)
    }

    /// The edition with a version, for a claim that began under it. Where its file was replaced or taken away, it is
    /// there as long as [`crate::start`] keeps the set of files that it was in: the one in force and the one before,
    /// whichever of the files changed. After that: nothing.
    pub fn edition(&self, version: &str) -> Option<&Edition> {
        self.all().chain(&self.replaced).find(|edition| edition.version() == version)
    }

    /// Takes over those of other editions whose version is not there, for claims that began under them.
    pub(crate) fn add_replaced(&mut self, earlier: &Self) {
        for edition in earlier.all() {
            if self.edition(edition.version()).is_none() {
                self.replaced.push(edition.clone());
            }
        }
    }

    /// The edition that was in force before the one in force on a day.
    pub fn before(&self, day: Date) -> Option<&Edition> {
        let now = self.in_force(day).from();
        self.all().filter(|edition| edition.from() < now).last()
    }

    /// The one that takes effect last.
    pub fn newest(&self) -> &Edition {
        self.later.last().unwrap_or(&self.first)
    }

    /// All that can come into force, by the day on which they take effect.
    pub fn all(&self) -> impl Iterator<Item = &Edition> {
        std::iter::once(&self.first).chain(&self.later)
    }
}

fn edition(merged: &Entry) -> Result<Edition, Vec<Problem>> {
    let file = merged.file.to_string();
    let failed = |what: String| vec![Problem::in_file(&file, what)];
    let config: Config = merged
        .node
        .to_toml()
        .try_into()
        .map_err(|error: toml::de::Error| failed(error.message().to_owned()))?;
    let texts = Texts::with(&config.texts).map_err(|error| failed(error.to_string()))?;
    Ok(Edition { config: Arc::new(config), texts: Arc::new(texts), file })
}

fn effective_from(merged: &Entry) -> Option<Date> {
    merged.at(&["rules", "effective_from"])?.text()?.parse().ok()
}

/// Of merged layers with whatever problems, those in force on a day.
pub(crate) fn in_force(editions: &[Entry], day: Date) -> Option<&Entry> {
    let begun = editions.iter().filter(|merged| effective_from(merged).is_some_and(|from| from <= day));
    let latest = begun.max_by_key(|merged| effective_from(merged));
    latest.or_else(|| editions.iter().min_by_key(|merged| effective_from(merged)))
}

/// Of each edition among files where its version stands, and what it says without the layers below it. What it locks is
/// no part of that: it decides what other files may say, and nothing for a claim. Neither are comments.
pub(crate) fn contents(files: &Files) -> Vec<(Entry, String)> {
    let edition = |name| {
        let (edition, _) = tree::parse(name, files.text(name)?.ok()?);
        let mut said = edition.node.to_toml();
        said.as_table_mut()?.remove(LOCKED);
        Some((edition.at(&["rules", "version"])?.clone(), said.to_string()))
    };
    files.editions().filter_map(edition).collect()
}

/// Editions that take effect on the same day, or have the same version.
pub(crate) fn overlapping(editions: &[Entry]) -> Vec<Problem> {
    let mut problems = vec![];
    for (key, only) in [
        ("version", "give each edition a version of its own"),
        ("effective_from", "only one can begin on a day"),
    ] {
        let mut seen: BTreeMap<String, &Entry> = BTreeMap::new();
        for merged in editions {
            let Some(entry) = merged.at(&["rules", key]) else { continue };
            let Some(text) = entry.text() else { continue };
            if let Some(other) = seen.insert(text.to_owned(), entry) {
                let what = format!("{text:?} is in {} as well; {only}", other.file);
                problems.push(entry.problem(format!("rules.{key}"), what));
            }
        }
    }
    problems
}
