//! Reading the layers of a folder and making one configuration of them.

use crate::problem::did_you_mean;
use crate::tree::{self, Entry, Node};
use crate::{Config, Problem, across, shape};
use std::path::Path;

/// The layers, from head office down to the machine. Each holds what differs from the ones before.
pub const LAYERS: [&str; 4] = ["pusat.toml", "wilayah.toml", "cabang.toml", "kiosk.toml"];

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
    let mut problems = strangers(dir);
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

    let nothing = Node::Table(Default::default());
    let mut merged = Entry { node: nothing, file: LAYERS[0].into(), key_place: None, place: None };
    for (layer, broken) in layers {
        problems.extend(broken);
        problems.extend(shape::check_layer(&layer));
        problems.extend(across::lengthened(&merged, &layer));
        merged.overlay(layer);
    }
    let unread: Vec<String> =
        problems.iter().filter(|problem| problem.key.is_none()).map(|p| p.file.clone()).collect();
    let whole = shape::check_missing(&merged).into_iter().chain(across::check(&merged));
    // What could not be read of a file may be the very thing that seems to be missing from it.
    problems.extend(whole.filter(|problem| !unread.contains(&problem.file)));
    problems.sort_by_key(|problem| (LAYERS.iter().position(|file| *file == problem.file), problem.place));
    (merged, problems)
}

/// A folder that cannot be read, and files in it that look as if they were meant to be layers.
fn strangers(dir: &Path) -> Vec<Problem> {
    let unreadable =
        |error| vec![Problem::in_file(dir.display().to_string(), format!("cannot be read: {error}"))];
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => return unreadable(error),
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| looks_like_a_layer(name)).collect();
    names.sort_unstable();
    let stranger = |name: String| {
        let what = format!("not a file of the configuration{}", did_you_mean(&name, LAYERS));
        let end = if what.ends_with('?') { "" } else { ";" };
        Problem::in_file(name, format!("{what}{end} it is not read. Files: {}", LAYERS.join(", ")))
    };
    names.into_iter().map(stranger).collect()
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
    let file = format!("--set {key}");
    let (entry, problems) = tree::parse(&file, &format!("{key} = {value}"));
    if problems.is_empty() {
        return (entry, problems);
    }
    tree::parse(&file, &format!("{key} = {}", toml::Value::String(value.into())))
}
