//! Reading the layers of a folder and making one configuration of them.

use crate::problem::did_you_mean;
use crate::tree::{self, Entry, Node};
use crate::{Config, Problem, across, shape};
use std::path::Path;

/// The layers, from head office down to the machine. Each holds what differs from the ones before.
pub const LAYERS: [&str; 4] = ["pusat.toml", "wilayah.toml", "cabang.toml", "kiosk.toml"];

/// What values from the command line have in place of a file.
const SET: &str = "--set";

/// Reads the layers in a folder; all problems at once where there are any.
pub fn load(dir: &Path) -> Result<Config, Vec<Problem>> {
    load_with(dir, &[])
}

/// Reads the layers in a folder, with single values on top: a dotted key and a value as TOML writes it, such as
/// `("camera.source", "\"folder\"")`. A value that is no TOML is taken as text, since shells eat the quotes.
pub fn load_with(dir: &Path, overrides: &[(String, String)]) -> Result<Config, Vec<Problem>> {
    let (merged, mut problems) = examine(dir, overrides);
    if problems.is_empty() {
        match merged.node.to_toml().try_into() {
            Ok(config) => return Ok(config),
            Err(error) => problems.push(Problem::in_file(dir.display().to_string(), error.message())),
        }
    }
    Err(problems)
}

/// Every problem of the configuration in a folder, by file and place; none means that it can be used.
pub fn check(dir: &Path) -> Vec<Problem> {
    load(dir).err().unwrap_or_default()
}

/// The merged layers as far as they can be understood, and every problem in them.
pub(crate) fn examine(dir: &Path, overrides: &[(String, String)]) -> (Entry, Vec<Problem>) {
    let nothing = Node::Table(Default::default());
    let mut merged = Entry { node: nothing, file: LAYERS[0].into(), key_place: None, place: None };
    let mut problems = match strangers(dir) {
        Ok(problems) => problems,
        Err(problem) => return (merged, vec![problem]),
    };
    let mut layers = vec![];
    for file in LAYERS {
        match read(dir, file) {
            Ok(Some(text)) => layers.push(tree::parse(file, &text)),
            Ok(None) if file == LAYERS[0] => {
                problems.push(Problem::in_file(file, "missing; this file of head office is needed"));
            }
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    layers.extend(overrides.iter().map(|(key, value)| single(key, value)));
    for (layer, broken) in layers {
        problems.extend(broken);
        problems.extend(shape::check_layer(&layer));
        problems.extend(across::lengthened(&merged, &layer));
        merged.overlay(layer);
    }
    let whole = shape::check_missing(&merged).into_iter().chain(across::check(&merged));
    let news: Vec<_> = whole.filter(|problem| is_news(problem, &problems)).collect();
    problems.extend(news);
    (merged, in_order(problems))
}

/// Whether a problem of the merged layers is more than a consequence of one already found: what could not be read
/// of a file may be the very thing that seems to be missing from it, and one problem with a value is enough.
fn is_news(problem: &Problem, found: &[Problem]) -> bool {
    !found.iter().any(|other| match &other.key {
        None => other.file == problem.file,
        key => *key == problem.key,
    })
}

/// By file and place, the command line last.
fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in problems.iter_mut().filter(|problem| problem.file == SET) {
        problem.place = None;
    }
    let rank = |file: &str| {
        let no_layer = if file == SET { LAYERS.len() } else { 0 };
        LAYERS.iter().position(|layer| *layer == file).unwrap_or(no_layer)
    };
    problems.sort_by_key(|problem| (rank(&problem.file), problem.place));
    // What is not valid TOML is read as something that fits nowhere.
    problems
        .dedup_by(|next, kept| kept.key.is_none() && (&kept.file, kept.place) == (&next.file, next.place));
    problems
}

/// Files that look as if they were meant to be layers, in a folder that can be read.
fn strangers(dir: &Path) -> Result<Vec<Problem>, Problem> {
    let entries = std::fs::read_dir(dir)
        .map_err(|error| Problem::in_file(dir.display().to_string(), format!("cannot be read: {error}")))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| looks_like_a_layer(name)).collect();
    names.sort_unstable();
    let stranger = |name: String| {
        let what = format!("not read{}", did_you_mean(&name, LAYERS));
        let end = if what.ends_with('?') { "" } else { "." };
        Problem::in_file(name, format!("{what}{end} Files of the configuration: {}", LAYERS.join(", ")))
    };
    Ok(names.into_iter().map(stranger).collect())
}

fn looks_like_a_layer(name: &str) -> bool {
    let lower = name.to_lowercase();
    let left_by_an_editor =
        lower.starts_with('.') || [".bak", ".orig", "~"].iter().any(|end| lower.ends_with(end));
    let near = |layer: &str| {
        strsim::normalized_damerau_levenshtein(&lower, layer) > 0.75 || lower.starts_with(layer)
    };
    !LAYERS.contains(&name)
        && !left_by_an_editor
        && (lower.ends_with(".toml") || LAYERS.into_iter().any(near))
}

/// The text of a layer; nothing where the file is not there.
fn read(dir: &Path, file: &str) -> Result<Option<String>, Problem> {
    let bytes = match std::fs::read(dir.join(file)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Problem::in_file(file, format!("cannot be read: {error}"))),
    };
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Some(text.to_owned())),
        Err(error) => {
            let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
            let place = Some(crate::Place::of(&before, before.len()));
            let what = "not UTF-8 text; save the file with the encoding UTF-8".into();
            Err(Problem { file: file.into(), place, key: None, what })
        }
    }
}

/// A layer with one value.
fn single(key: &str, value: &str) -> (Entry, Vec<Problem>) {
    let (entry, problems) = tree::parse(SET, &format!("{key} = {value}"));
    if problems.is_empty() {
        return (entry, problems);
    }
    tree::parse(SET, &format!("{key} = {}", toml::Value::String(value.into())))
}
