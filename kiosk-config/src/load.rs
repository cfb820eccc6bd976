//! Reading the layers of a folder and making one configuration of them.

use crate::tree::{self, Entry, Node};
use crate::{Config, Problem};
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
    let mut problems = vec![];
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
    for (layer, found) in layers {
        problems.extend(found);
        merged.overlay(layer);
    }
    (merged, problems)
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
