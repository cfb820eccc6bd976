//! `texts`: what is checked of the words that people see, and how hard the Indonesian ones are to read.
//!
//! Keys, variables, names of buttons and abbreviations are tests of `kiosk-config` and `journey`, called here. The
//! measure is LIX (Björnsson 1968): words per sentence + percentage of words of more than six letters. It was made
//! for Swedish; Indonesian words are longer, so the figure serves to compare texts with one another and to notice
//! when they become harder.

use crate::project;
use crate::steps::run;
use crate::tools::cargo;
use anyhow::{Context, Result, anyhow, bail};
use fluent_syntax::{ast, parser};
use std::fs;
use std::ops::AddAssign;

/// The most that all Indonesian texts together may have.
const HARDEST: f64 = 35.0;
/// Sentences of more words are listed.
const LONG: usize = 15;
/// Sentences of more words are refused.
const TOO_LONG: usize = 20;
/// Fewer words are a label or a button: readability says nothing about them.
const SENTENCE: usize = 4;

/// One text: its key and how it reads.
struct Text {
    key: String,
    sentences: Vec<Figures>,
}

/// Counts over one or more sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Figures {
    sentences: usize,
    words: usize,
    /// Words of more than six letters.
    long: usize,
    /// Words that are not numbers.
    spoken: usize,
    /// Syllables of those.
    syllables: usize,
}

/// Fails where a text is missing, left over, unexplained or too hard.
pub fn texts() -> Result<()> {
    let mut test = cargo();
    test.args(["test", "--quiet", "--locked", "--package", "kiosk-config", "--package", "journey"]);
    run(test.args(["--lib", "--test", "texts", "--test", "languages"]), "the lines above say which text")?;
    let texts = indonesian()?;
    report(&texts);
    judge(&texts)
}

fn report(texts: &[Text]) {
    let all = sum(texts.iter().flat_map(|text| &text.sentences));
    eprintln!(
        "Indonesian: {} texts with {} sentences, {:.1} words a sentence, {:.2} syllables a word, LIX {:.1}",
        texts.len(),
        all.sentences,
        share(all.words, all.sentences),
        share(all.syllables, all.spoken),
        all.lix(),
    );
    let mut hardest: Vec<(f64, &str)> = texts.iter().map(|text| (text.lix(), text.key.as_str())).collect();
    hardest.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (lix, key) in hardest.iter().take(10) {
        eprintln!("  LIX {lix:.0}: {key}");
    }
    for (text, words) in longer_than(LONG, texts) {
        eprintln!("  a sentence of {words} words: {}", text.key);
    }
}

fn judge(texts: &[Text]) -> Result<()> {
    let lix = sum(texts.iter().flat_map(|text| &text.sentences)).lix();
    if lix > HARDEST {
        bail!("the Indonesian texts have LIX {lix:.1}, more than {HARDEST}: make the hardest ones simpler");
    }
    match longer_than(TOO_LONG, texts).next() {
        Some((text, words)) => {
            bail!("{}: a sentence of {words} words, more than {TOO_LONG}: make two of it", text.key)
        }
        None => Ok(()),
    }
}

fn longer_than(most: usize, texts: &[Text]) -> impl Iterator<Item = (&Text, usize)> {
    texts.iter().flat_map(move |text| {
        let words = text.sentences.iter().map(|sentence| sentence.words);
        words.filter(move |words| *words > most).map(move |words| (text, words))
    })
}

fn sum<'a>(sentences: impl IntoIterator<Item = &'a Figures>) -> Figures {
    let mut sum = Figures::default();
    sentences.into_iter().for_each(|figures| sum += *figures);
    sum
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

impl Text {
    fn new(key: &str, text: &str) -> Self {
        // A full stop within a time or a number ends nothing.
        let ended = text.replace(['?', '!', ':'], ". ").replace('…', ". ") + " ";
        let sentences = ended.split(". ").map(Figures::of);
        Self {
            key: key.to_owned(),
            sentences: sentences.filter(|figures| figures.words >= SENTENCE).collect(),
        }
    }

    /// Of short texts nothing: a single long word decides there.
    fn lix(&self) -> f64 {
        let sum = sum(&self.sentences);
        if sum.words >= 2 * SENTENCE { sum.lix() } else { 0.0 }
    }
}

impl Figures {
    fn of(sentence: &str) -> Self {
        let mut figures = Self { sentences: 1, ..Self::default() };
        for word in sentence.split_whitespace() {
            let word = word.trim_matches(|character: char| !character.is_alphanumeric());
            if word.is_empty() {
                continue;
            }
            figures.words += 1;
            figures.long += usize::from(word.chars().filter(|letter| letter.is_alphabetic()).count() > 6);
            if word.contains(char::is_alphabetic) {
                figures.spoken += 1;
                figures.syllables += syllables(word);
            }
        }
        figures
    }

    fn lix(&self) -> f64 {
        share(self.words, self.sentences) + 100.0 * share(self.long, self.words)
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.long += other.long;
        self.spoken += other.spoken;
        self.syllables += other.syllables;
    }
}

/// Syllables of an Indonesian word: one a vowel, `ai`, `au` and `oi` one together; an abbreviation is spelt.
fn syllables(word: &str) -> usize {
    word.split('-').map(syllables_of_part).sum()
}

fn syllables_of_part(part: &str) -> usize {
    let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters > 1 && !part.contains(char::is_lowercase) {
        return letters;
    }
    let part = part.to_lowercase();
    let vowels = part.chars().filter(|letter| "aeiou".contains(*letter)).count();
    let together: usize = ["ai", "au", "oi"].iter().map(|pair| part.matches(pair).count()).sum();
    (vowels - together).max(1)
}

/// The Indonesian texts in which there is a sentence.
fn indonesian() -> Result<Vec<Text>> {
    let mut texts = vec![];
    let folder = project::root().join("kiosk-config/locales/id");
    for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let source = fs::read_to_string(&path)?;
        let resource = parser::parse(source.as_str())
            .map_err(|(_, errors)| anyhow!("{}: {errors:?}", path.display()))?;
        for entry in resource.body {
            if let ast::Entry::Message(ast::Message { id, value: Some(pattern), .. }) = entry {
                texts.push(Text::new(id.name, &spoken(&pattern)));
            }
        }
    }
    texts.retain(|text| !text.sentences.is_empty());
    texts.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(texts)
}

/// A text as it is read: a number where a variable stands, and the usual variant of a choice.
fn spoken(pattern: &ast::Pattern<&str>) -> String {
    let part = |element: &ast::PatternElement<&str>| match element {
        ast::PatternElement::TextElement { value } => (*value).to_owned(),
        ast::PatternElement::Placeable { expression: ast::Expression::Select { variants, .. } } => variants
            .iter()
            .find(|variant| variant.default)
            .map(|usual| spoken(&usual.value))
            .unwrap_or_default(),
        ast::PatternElement::Placeable { .. } => "1".to_owned(),
    };
    pattern.elements.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        let counted = ["mulai", "siapa", "saat", "kalau", "sepoi", "KTP", "di-PHK", "Bank", "perusahaan"]
            .map(syllables);
        assert_eq!(counted, [2, 3, 2, 2, 2, 3, 4, 1, 5]);
    }

    #[test]
    fn a_text_falls_into_sentences_and_labels_do_not_count() {
        let text = Text::new("x", "Datang jam 09.30 di loket dua. Ya? Bawa kartu keluarga yang asli: KTP.");
        let words: Vec<usize> = text.sentences.iter().map(|sentence| sentence.words).collect();
        assert_eq!(words, [6, 5]);
    }

    #[test]
    fn lix_is_words_a_sentence_and_the_share_of_long_words() {
        let figures = Figures::of("Surat pengunduran diri dari perusahaan");
        assert_eq!((figures.words, figures.long, figures.lix()), (5, 2, 45.0));
    }

    #[test]
    fn a_long_sentence_and_hard_words_are_refused() {
        let easy = "Kami bantu Anda di sini. ";
        assert!(judge(&[Text::new("easy", &easy.repeat(9))]).is_ok());
        let long = judge(&[Text::new("easy", &easy.repeat(90)), Text::new("endless", &"kami ".repeat(21))]);
        assert!(long.unwrap_err().to_string().starts_with("endless: a sentence of 21 words"));
        let hard = judge(&[Text::new("hard", &"pengunduran ".repeat(8))]);
        assert!(hard.unwrap_err().to_string().contains("LIX 108.0"));
    }
}
