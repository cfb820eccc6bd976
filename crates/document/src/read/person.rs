//! Names of people and places as they are printed.

use super::rows::confidence;
use super::spelling::letter;
use super::tesseract::Word;

/// Short forms that end with a point; after other long words a point is a comma that was read badly.
const SHORT_FORMS: &[&str] = &[
    "H", "HJ", "DR", "DRS", "DRA", "DRG", "IR", "PROF", "KH", "R", "RR", "M", "MOH", "MOCH", "MUH", "MUCH",
    "MHD", "ABD", "ST",
];

/// The words of a name, upper case, without the marks and noise around it; and how sure of them.
pub(super) fn named(words: &[Word]) -> Option<(String, f32)> {
    let noise = |word: &&Word| word.confidence < 0.4 && word.text.chars().count() <= 2;
    let words: Vec<Word> = words.iter().filter(|word| !noise(word)).cloned().collect();
    named_text(&super::rows::text(&words)).map(|name| (name, confidence(&words)))
}

/// A name in a text that holds nothing else.
pub(super) fn named_text(text: &str) -> Option<String> {
    let spaced = text.replace(',', ", ").replace(':', " ");
    let parts: Vec<String> =
        spaced.split_whitespace().flat_map(apart).filter_map(|part| clean(&part)).collect();
    let mut name = String::new();
    for (at, part) in parts.iter().enumerate() {
        let last = at + 1 == parts.len();
        let bare = part.trim_end_matches(['.', ',']);
        let long = bare.chars().count() >= 4 && !SHORT_FORMS.contains(&bare) && !bare.contains('.');
        if !name.is_empty() {
            name.push(' ');
        }
        match part.chars().last() {
            Some('.') if long => name.push_str(&if last { bare.to_owned() } else { format!("{bare},") }),
            Some(',') if last => name.push_str(bare),
            _ => name.push_str(part),
        }
    }
    (name.chars().filter(|c| c.is_alphabetic()).count() >= 2).then_some(name)
}

/// `H.ABDUL` is two words, `S.KOM` is one.
fn apart(part: &str) -> Vec<String> {
    match part.split_once('.') {
        Some((first, rest)) if rest.chars().filter(|c| c.is_alphabetic()).count() >= 1 => {
            let first_plain: String = first.chars().map(letter).collect();
            let short = SHORT_FORMS.contains(&first_plain.as_str());
            let long = first.chars().count() >= 4;
            if short || long { vec![format!("{first}."), rest.to_owned()] } else { vec![part.to_owned()] }
        }
        _ => vec![part.to_owned()],
    }
}

fn clean(part: &str) -> Option<String> {
    let kept = |c: &char| c.is_alphabetic() || matches!(c, '\'' | '.' | '-' | ',');
    let letters: String = part.chars().map(letter).filter(kept).collect();
    let trimmed = letters.trim_start_matches(['\'', '-', ',', '.']).trim_end_matches(['\'', '-']);
    trimmed.chars().any(char::is_alphabetic).then(|| trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_of_what_a_camera_adds() {
        for (read, name) in [
            (": SITI CONTOH WULANDARI", "SITI CONTOH WULANDARI"),
            ("H.I MADE", "H. I MADE"),
            ("H. ABDUL R. HAKIM,S.E.", "H. ABDUL R. HAKIM, S.E."),
            ("NI PUTU PRIHAR. S.KOM", "NI PUTU PRIHAR, S.KOM"),
            ("PRIHAR.S.KOM", "PRIHAR, S.KOM"),
            ("MOCH. 5ULAIMAN -", "MOCH. SULAIMAN"),
            ("'NUR'AINI SAMARINDA,", "NUR'AINI SAMARINDA"),
            ("SITl AMlNAH", "SITI AMINAH"),
        ] {
            assert_eq!(named_text(read).as_deref(), Some(name));
        }
        assert_eq!(named_text(" - : ."), None);
    }
}
