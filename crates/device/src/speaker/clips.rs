//! Sentences that a person has recorded. They are played instead of the synthetic voice.

use super::process::length;
use log::warn;
use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// `CLIPS/LANGUAGE/index.toml`: a sentence, exactly as it is said, and the WAV file beside the index that says it.
const INDEX: &str = "index.toml";

/// The recordings of all languages, each language read when it is needed first.
pub(super) struct Clips {
    folder: Option<PathBuf>,
    languages: HashMap<String, HashMap<String, PathBuf>>,
    warned: bool,
}

impl Clips {
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, languages: HashMap::new(), warned: false }
    }

    /// What to play for a sentence: its recording, or one for each part of an enumeration such as a spelled code.
    pub(super) fn find(&mut self, language: &str, sentence: &str) -> Option<Vec<File>> {
        let Self { folder: Some(folder), languages, warned } = self else { return None };
        let index = languages
            .entry(language.to_owned())
            .or_insert_with(|| read(&folder.join(language)).unwrap_or_default());
        let known: Vec<&PathBuf> = match index.get(sentence) {
            Some(clip) => vec![clip],
            None => sentence
                .trim_end_matches('.')
                .split(", ")
                .map(|part| index.get(part))
                .collect::<Option<_>>()?,
        };
        let open = |clip: &PathBuf| {
            let mut file = File::open(clip).ok()?;
            length(&mut file).map(|_| file)
        };
        let files: Option<Vec<File>> = known.into_iter().map(open).collect();
        if files.is_none() && !*warned {
            *warned = true;
            warn!(role = "kiosk", disposition = "failure", language; "clip_missing");
        }
        files
    }
}

/// The index of one language.
fn read(folder: &Path) -> Option<HashMap<String, PathBuf>> {
    let text = fs::read_to_string(folder.join(INDEX));
    let index = text.ok().and_then(|text| toml::from_str::<HashMap<String, PathBuf>>(&text).ok());
    if index.is_none() {
        warn!(role = "kiosk", disposition = "failure"; "clips_without_index");
    }
    Some(index?.into_iter().map(|(sentence, file)| (sentence, folder.join(file))).collect())
}
