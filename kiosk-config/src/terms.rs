//! Abbreviations and what they mean, from the Fluent terms in `locales/*/terms.ftl`.

use crate::Language;
use crate::texts::{TextsError, resources};
use fluent_bundle::FluentResource;
use fluent_syntax::ast;

/// An abbreviation that the texts of a language use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it is written: `JHT`.
    pub name: String,
    /// What it stands for, in the words of the first screen that uses it: `Jaminan Hari Tua`.
    pub meaning: String,
    /// Everybody knows it; no screen has to explain it.
    pub known: bool,
}

/// All abbreviations of a language.
pub fn terms(language: Language) -> Result<Vec<Term>, TextsError> {
    Ok(resources(language)?.iter().flat_map(|(_, resource)| terms_of(resource)).collect())
}

fn terms_of(resource: &FluentResource) -> Vec<Term> {
    let term = |entry: &ast::Entry<&str>| match entry {
        ast::Entry::Term(term) => Some(Term {
            name: term.id.name.to_owned(),
            meaning: plain(&term.value),
            known: term.attributes.iter().any(|attribute| attribute.id.name == "known"),
        }),
        _ => None,
    };
    resource.entries().filter_map(term).collect()
}

fn plain(pattern: &ast::Pattern<&str>) -> String {
    let text = |element: &ast::PatternElement<&str>| match element {
        ast::PatternElement::TextElement { value } => (*value).to_owned(),
        ast::PatternElement::Placeable { .. } => String::new(),
    };
    pattern.elements.iter().map(text).collect()
}

/// The abbreviations in a text: its words of two or more capitals and nothing else, each as often as it is there.
pub fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().count() >= 2 && word.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::patterns;
    use std::collections::BTreeSet;

    /// In capitals, yet no abbreviation: said loudly, or a name as it stands on the KTP.
    const SHOUTED: [&str; 12] = [
        "GRATIS",
        "LATIHAN",
        "DIDAHULUKAN",
        "PRIORITAS",
        "FREE",
        "OF",
        "CHARGE",
        "PRACTICE",
        "SERVED",
        "FIRST",
        "SITI",
        "AMINAH",
    ];

    #[test]
    fn abbreviations_are_words_of_capitals() {
        let found = |text| abbreviations(text).collect::<Vec<_>>();
        assert_eq!(found("Saya di-PHK, kartu (KK) dan Rp 15 A-001 K7PM"), ["PHK", "KK"]);
        assert_eq!(found("Kartu BPJS. NIK?"), ["BPJS", "NIK"]);
    }

    #[test]
    fn a_term_has_a_meaning_and_may_be_known() {
        let source = "-KTP = Kartu\n    .known = semua\n-JHT = Jaminan Hari Tua\nktp = no term\n";
        let terms = terms_of(&FluentResource::try_new(source.into()).unwrap());
        let found: Vec<_> = terms.iter().map(|t| (t.name.as_str(), t.meaning.as_str(), t.known)).collect();
        assert_eq!(found, [("KTP", "Kartu", true), ("JHT", "Jaminan Hari Tua", false)]);
    }

    #[test]
    fn each_abbreviation_has_a_meaning_and_each_meaning_a_use() {
        for language in Language::ALL {
            let mut used = BTreeSet::new();
            for text in patterns(language).unwrap().into_values() {
                let capitals = abbreviations(&text).map(str::to_owned);
                used.extend(capitals.filter(|word| !SHOUTED.contains(&word.as_str())));
            }
            let explained: BTreeSet<String> =
                terms(language).unwrap().into_iter().map(|term| term.name).collect();
            let tag = language.tag();
            let without: Vec<_> = used.difference(&explained).collect();
            assert!(without.is_empty(), "locales/{tag}/terms.ftl does not say what these mean: {without:?}");
            let idle: Vec<_> = explained.difference(&used).collect();
            assert!(idle.is_empty(), "no text of {tag} uses these terms: {idle:?}");
        }
    }
}
