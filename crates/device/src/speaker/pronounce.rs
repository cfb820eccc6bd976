//! A text as the engine has to read it to be understood: abbreviations in letters, times and amounts in words, and
//! the words that it says wrong spelled otherwise. What each language needs stands in a file of its own.

use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How one language is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    /// Voice of the engine.
    voice: String,
    /// `{hour}` on the hour.
    on_the_hour: String,
    /// `{hour}` and `{minute}`.
    past_the_hour: String,
    /// The currency, said behind the amount.
    rupiah: String,
    /// Words that belong to the amount, such as "million".
    magnitudes: Vec<String>,
    /// Words, and how they are written for the engine; phonemes stand in `[[ ]]`. Capital letters are compared as
    /// they are where the word is written with any, otherwise either way.
    words: HashMap<String, String>,
}

static READINGS: LazyLock<HashMap<&str, Reading>> = LazyLock::new(|| {
    let files = [
        ("id", include_str!("pronounce/id.toml")),
        ("jv", include_str!("pronounce/jv.toml")),
        ("en", include_str!("pronounce/en.toml")),
    ];
    // A test reads each of them.
    files.into_iter().filter_map(|(language, text)| Some((language, toml::from_str(text).ok()?))).collect()
});

/// The voice of the engine for a language, and the text as it is given to it.
pub fn pronounced(language: &str, text: &str) -> (&'static str, String) {
    let Some(reading) = READINGS.get(language).or_else(|| READINGS.get("id")) else {
        return ("id", text.to_owned());
    };
    // Double brackets mean phonemes to the engine; on a screen they mean nothing.
    let text = text.replace(['[', ']'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut read: Vec<String> = vec![];
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        rest = after;
        match amount(reading, word, after) {
            Some((spoken, used)) => {
                read.push(spoken);
                rest = after.get(used..).unwrap_or_default();
            }
            None => read.push(reading.word(word)),
        }
    }
    (&reading.voice, read.join(" "))
}

/// `Rp 15 juta` is "15 juta rupiah"; also how many words after the first it takes.
fn amount(reading: &Reading, word: &str, after: &[&str]) -> Option<(String, usize)> {
    let digits = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let (number, used) = match word.strip_prefix("Rp")? {
        "" => (*after.first().filter(|word| digits(word))?, 1),
        joined => (Some(joined).filter(digits)?, 0),
    };
    let magnitude = after.get(used).filter(|word| reading.magnitudes.iter().any(|known| known == bare(word)));
    let end = magnitude.map_or(number, |word| *word);
    let stop = end.get(bare(end).len()..).unwrap_or_default();
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let amount = match magnitude {
        Some(word) => format!("{number} {} {}{stop}", bare(word), reading.rupiah),
        None => format!("{number} {}{stop}", reading.rupiah),
    };
    Some((amount, used + usize::from(magnitude.is_some())))
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

impl Reading {
    /// One word with the signs around it, as the engine has to read it.
    fn word(&self, word: &str) -> String {
        let bare = bare(word);
        let known = self.words.get(bare).or_else(|| self.words.get(&bare.to_lowercase()));
        match known.cloned().or_else(|| self.time(bare)) {
            Some(other) => word.replacen(bare, &other, 1),
            None => word.to_owned(),
        }
    }

    /// `09.30` or `09:30`.
    fn time(&self, word: &str) -> Option<String> {
        let (hour, minute) = word.split_once(['.', ':'])?;
        let number = |text: &str, below: u8| text.parse().ok().filter(|number: &u8| *number < below);
        let (hour, minute) = (number(hour, 24)?, number(minute, 60).filter(|_| minute.len() == 2)?);
        let pattern = if minute == 0 { &self.on_the_hour } else { &self.past_the_hour };
        Some(pattern.replace("{hour}", &hour.to_string()).replace("{minute}", &minute.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_file() {
        assert_eq!(READINGS.len(), 3);
        for (_, reading) in READINGS.iter() {
            assert!(reading.words.contains_key("BPJS"));
            assert!(
                reading.words.values().all(|word| word.matches("[[").count() == word.matches("]]").count())
            );
        }
    }

    #[test]
    fn abbreviations_are_letters_and_words_are_mended() {
        let (voice, read) = pronounced("id", "Kartu BPJS di loket (KPJ), Loket.");
        assert_eq!((voice, read.as_str()), ("id", "Kartu be pe je es di [[l'okEt]] (ka pe je), [[l'okEt]]."));
        assert_eq!(pronounced("en", "Your NIK.").1, "Your N I K.");
        assert_eq!(pronounced("xx", "KTP").1, "ka te pe");
    }

    #[test]
    fn times_and_amounts_are_said_as_people_say_them() {
        assert_eq!(pronounced("id", "Jam 09.30, lalu 10.00.").1, "Jam 9 lewat 30, lalu 10 [[t@p'at]].");
        assert_eq!(
            pronounced("id", "Rp 15 juta sampai Rp50 juta.").1,
            "15 juta rupiah sampai 50 juta rupiah."
        );
        assert_eq!(pronounced("id", "Rp 500.000, ya").1, "500.000 rupiah, ya");
        assert_eq!(pronounced("id", "Rp lima").1, "Rp lima");
        assert_eq!(pronounced("en", "at 9:05").1, "at 9 5");
    }

    #[test]
    fn a_text_cannot_speak_in_phonemes() {
        assert!(!pronounced("id", "SITI [[x]] 1.2.3 99.99").1.contains(['[', ']']));
    }
}
