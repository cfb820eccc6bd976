//! The files of a configuration, read once: what is checked, verified and kept are the same bytes.

use crate::problem::{Places, did_you_mean};
use crate::{LAYERS, Problem};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// A file of a configuration is a few kilobytes. What is larger is something else, and is not read.
const LARGEST: u64 = 1_000_000;
/// More editions of the rules than anybody keeps.
const MOST_EDITIONS: usize = 40;

/// The file with the public key that head office signs with.
pub(crate) const KEY: &str = "pusat.pub";
/// What the file with the signature of another is called: its name and this.
pub(crate) const SIGNATURE: &str = ".minisig";

/// The files of a configuration as they were read.
#[derive(Clone, Debug, Default)]
pub struct Files {
    contents: BTreeMap<String, Vec<u8>>,
    /// What could not be read, and what looks as if it were meant to be read.
    problems: Vec<Problem>,
    /// There is no folder to read.
    nowhere: bool,
}

impl Files {
    /// Reads what belongs to a configuration from a folder. What cannot be read is reported by the checks.
    pub fn read(folder: &Path) -> Self {
        let mut files = Self::default();
        let names = match names(folder) {
            Ok(names) => names,
            Err(error) => {
                let what = format!("cannot be read: {}", in_words(&error));
                files.problems.push(Problem::in_file(folder.display().to_string(), what));
                files.nowhere = true;
                return files;
            }
        };
        for name in names {
            if !belongs(&name) {
                files.problems.extend(stranger(&name));
                continue;
            }
            match contents(&folder.join(&name)) {
                Ok(bytes) => drop(files.contents.insert(name, bytes)),
                Err(what) => files.problems.push(Problem::in_file(name, what)),
            }
        }
        let editions: Vec<&String> = files.contents.keys().filter(|name| is_edition(name)).collect();
        if let Some(name) = editions.get(MOST_EDITIONS) {
            let what = format!("more than {MOST_EDITIONS} editions; take away those no claim needs any more");
            files.problems.push(Problem::in_file(*name, what));
        }
        files
    }

    /// Files that are in memory, by name.
    pub fn of(contents: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { contents: contents.into_iter().collect(), ..Self::default() }
    }

    /// These files, with the editions of others in place of their own.
    pub(crate) fn with_editions_of(&self, others: &Self) -> Self {
        let below = self.contents.iter().filter(|(name, _)| !is_edition(name));
        let editions = others.contents.iter().filter(|(name, _)| is_edition(name));
        Self::of(below.chain(editions).map(|(name, bytes)| (name.clone(), bytes.clone())))
    }

    pub(crate) fn nowhere(&self) -> bool {
        self.nowhere
    }

    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub(crate) fn all(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.contents
    }

    pub(crate) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.contents.get(name).map(Vec::as_slice)
    }

    /// The text of a file; nothing where it is not there.
    pub(crate) fn text(&self, name: &str) -> Option<Result<&str, Problem>> {
        let bytes = self.bytes(name)?;
        Some(std::str::from_utf8(bytes).map_err(|error| {
            let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
            let place = Some(Places::new(&before).at(before.len()));
            let what = "not UTF-8 text; save the file with the encoding UTF-8".into();
            Problem { file: name.into(), place, key: None, what }
        }))
    }

    /// Names of the editions of head office's rules: `pusat.toml`, `pusat-NAME.toml`.
    pub(crate) fn editions(&self) -> impl Iterator<Item = &str> {
        self.contents.keys().map(String::as_str).filter(|name| is_edition(name)).take(MOST_EDITIONS)
    }
}

/// Whether a file holds an edition of the rules.
pub(crate) fn is_edition(name: &str) -> bool {
    let inner = name.strip_prefix("pusat").and_then(|name| name.strip_suffix(".toml"));
    inner.is_some_and(|inner| {
        let named = inner.strip_prefix('-').is_some_and(|name| !name.is_empty());
        inner.is_empty() || named && inner.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    })
}

/// Whether head office signs a file; the others are the branch's own.
pub(crate) fn is_signed(name: &str) -> bool {
    is_edition(name) || name == LAYERS[1]
}

/// Whether a file is part of a configuration.
fn belongs(name: &str) -> bool {
    let signed = name.strip_suffix(SIGNATURE).is_some_and(is_signed);
    signed || name == KEY || is_edition(name) || LAYERS.contains(&name)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<String> =
        entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    Ok(names)
}

/// The bytes of a file of a sensible size. Only plain files are opened: a pipe would be waited for.
fn contents(path: &PathBuf) -> Result<Vec<u8>, String> {
    let unreadable = |error: io::Error| format!("cannot be read: {}", in_words(&error));
    let about = fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        let what = if about.is_dir() { "a folder" } else { "no plain file" };
        return Err(format!("cannot be read: it is {what}; a text file is expected here"));
    }
    let too_large = |size: u64| {
        format!("{size} bytes; at most {LARGEST} are allowed, a file of the configuration is much smaller")
    };
    if about.len() > LARGEST {
        return Err(too_large(about.len()));
    }
    let mut bytes = vec![];
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    // It may have grown meanwhile.
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST { Err(too_large(size)) } else { Ok(bytes) }
}

fn in_words(error: &io::Error) -> String {
    match error.kind() {
        // The folder lists it, so it is a link.
        ErrorKind::NotFound => "there is no such file or folder, or a symbolic link leads nowhere".into(),
        // ErrorKind::FilesystemLoop is not stable; ELOOP is 40 on all kinds of Linux that are built for.
        _ if error.raw_os_error() == Some(40) => "a symbolic link that leads back to itself".into(),
        _ => error.to_string(),
    }
}

/// A file that looks as if it were meant to be a layer.
fn stranger(name: &str) -> Option<Problem> {
    looks_like_a_layer(name).then(|| {
        let what = format!("not read{}", did_you_mean(name, LAYERS));
        let end = if what.ends_with('?') { "" } else { "." };
        let [pusat, others @ ..] = LAYERS;
        let known = format!("{pusat}, pusat-NAME.toml, {}", others.join(", "));
        Problem::in_file(name, format!("{what}{end} Files of the configuration: {known}"))
    })
}

fn looks_like_a_layer(name: &str) -> bool {
    let lower = name.to_lowercase();
    let left_by_an_editor =
        lower.starts_with('.') || [".bak", ".orig", "~"].iter().any(|end| lower.ends_with(end));
    let near = |layer: &str| {
        strsim::normalized_damerau_levenshtein(&lower, layer) > 0.75 || lower.starts_with(layer)
    };
    !left_by_an_editor && (lower.ends_with(".toml") || LAYERS.into_iter().any(near))
}
