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

    /// What to play for a sentence: its recording, or those of its parts between commas, each as few as there are:
    /// "silakan ke loket", "dua".
    pub(super) fn find(&mut self, language: &str, sentence: &str) -> Option<Vec<File>> {
        let Self { folder: Some(folder), languages, warned } = self else { return None };
        let index = languages
            .entry(language.to_owned())
            .or_insert_with(|| read(&folder.join(language)).unwrap_or_default());
        let known: Vec<&PathBuf> = match index.get(sentence) {
            Some(clip) => vec![clip],
            None => {
                let parts = sentence.trim_end_matches('.').split(", ").map(|part| in_parts(index, part));
                parts.collect::<Option<Vec<_>>>()?.concat()
            }
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

/// The recordings that say a text word by word, each of as many words as possible.
fn in_parts<'a>(index: &'a HashMap<String, PathBuf>, text: &str) -> Option<Vec<&'a PathBuf>> {
    let mut rest = text;
    let mut clips = vec![];
    while !rest.is_empty() {
        let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]);
        let mut found = ends.filter_map(|end| Some((end, index.get(rest.get(..end)?)?)));
        let (end, clip) = found.next_back()?;
        clips.push(clip);
        rest = rest.get(end..)?.trim_start();
    }
    Some(clips)
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
