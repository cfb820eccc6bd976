//! Making configurations of layers: one for each edition of head office's rules.

use crate::files::{Files, is_edition};
use crate::tree::{self, Entry};
use crate::{Config, Packs, Problem, across, editions, locks, shape};
use std::collections::BTreeSet;
use std::path::Path;

/// The layers, from head office down to the machine. Each holds what differs from the ones before. Beside the first
/// there may be more editions of it, `pusat-NAME.toml`.
pub const LAYERS: [&str; 4] = ["pusat.toml", "wilayah.toml", "cabang.toml", "kiosk.toml"];

/// What values from the command line have in place of a file.
const SET: &str = "--set";

/// Reads the layers in a folder; all problems at once where there are any. Of several editions it is the newest.
/// A kiosk uses [`crate::start`], which picks by date and looks at signatures.
pub fn load(dir: &Path) -> Result<Config, Vec<Problem>> {
    load_with(dir, &[])
}

/// Reads the layers in a folder, with single values on top: a dotted key and a value as TOML writes it, such as
/// `("camera.source", "\"folder\"")`. A value that is no TOML is taken as text, since shells eat the quotes.
/// Locks hold for these values too: what a kiosk does must not depend on how it was started.
pub fn load_with(dir: &Path, overrides: &[(String, String)]) -> Result<Config, Vec<Problem>> {
    Ok(Config::clone(Packs::read(dir, overrides)?.newest().config()))
}

/// Every problem of the configuration in a folder, by file and place; none means that it can be used. Signatures are
/// looked at by [`crate::check_signatures`].
pub fn check(dir: &Path) -> Vec<Problem> {
    examine(&Files::read(dir), &[]).problems
}

/// The merged layers as far as they can be understood, and every problem in them.
pub(crate) struct Examined {
    /// Each edition with the layers below it.
    pub editions: Vec<Entry>,
    pub problems: Vec<Problem>,
}

pub(crate) fn examine(files: &Files, overrides: &[(String, String)]) -> Examined {
    let mut problems = files.problems().to_vec();
    if files.nowhere() {
        return Examined { editions: vec![], problems };
    }
    if files.editions().next().is_none() && !problems.iter().any(|problem| is_edition(&problem.file)) {
        problems.push(Problem::in_file(LAYERS[0], "missing; this file of head office is needed"));
    }
    let mut read = |file: &str| match files.text(file)? {
        Ok(text) => Some(tree::parse(file, text)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let tops: Vec<_> = files.editions().filter_map(&mut read).collect();
    let mut below: Vec<_> = LAYERS.into_iter().skip(1).filter_map(read).collect();
    below.extend(overrides.iter().map(|(key, value)| single(key, value)));
    for (layer, broken) in tops.iter().chain(&below) {
        problems.extend(broken.iter().cloned());
        problems.extend(shape::check_layer(layer));
        problems.extend(locks::unknown(layer));
    }
    let tops = tops.into_iter().map(|(layer, _)| layer);
    // Without head office's file the others can still be looked at.
    let nothing = (tops.len() == 0).then(|| Entry::empty(LAYERS[0]));
    let mut merged_editions = vec![];
    let mut more = vec![];
    for mut merged in tops.chain(nothing) {
        let mut found = problems.clone();
        found.retain(|problem| !is_edition(&problem.file) || *problem.file == *merged.file);
        for (layer, _) in &below {
            found.extend(locks::broken(&merged, layer));
            found.extend(across::lengthened(&merged, layer));
            merged.overlay(layer.clone());
        }
        let whole = shape::check_missing(&merged).into_iter().chain(across::check(&merged));
        let news: Vec<_> = whole.filter(|problem| is_news(problem, &found)).collect();
        more.extend(found.into_iter().chain(news));
        merged_editions.push(merged);
    }
    problems.extend(more);
    problems.extend(editions::overlapping(&merged_editions));
    Examined { editions: merged_editions, problems: in_order(problems) }
}

/// Whether a problem of the merged layers is more than a consequence of one already found: what could not be read
/// of a file may be the very thing that seems to be missing from it, and one problem with a value is enough.
fn is_news(problem: &Problem, found: &[Problem]) -> bool {
    !found.iter().any(|other| match &other.key {
        None => other.file == problem.file,
        key => *key == problem.key,
    })
}

/// By file and place, the command line last. What is wrong with a lower layer is wrong below each edition, and said
/// once.
fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in problems.iter_mut().filter(|problem| problem.file == SET) {
        problem.place = None;
    }
    let rank = |file: &str| {
        let no_layer = if file == SET { LAYERS.len() } else { 0 };
        LAYERS.iter().position(|layer| *layer == file).unwrap_or(no_layer)
    };
    problems.sort_by(|a, b| (rank(&a.file), &a.file, a.place).cmp(&(rank(&b.file), &b.file, b.place)));
    let mut said = BTreeSet::new();
    problems.retain(|problem| said.insert(problem.to_string()));
    // What is not valid TOML is read as something that fits nowhere.
    problems
        .dedup_by(|next, kept| kept.key.is_none() && (&kept.file, kept.place) == (&next.file, next.place));
    problems
}

/// A layer with one value.
fn single(key: &str, value: &str) -> (Entry, Vec<Problem>) {
    let (entry, problems) = tree::parse(SET, &format!("{key} = {value}"));
    if problems.is_empty() {
        return (entry, problems);
    }
    tree::parse(SET, &format!("{key} = {}", toml::Value::String(value.into())))
}
