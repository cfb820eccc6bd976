//! Every word that people see, in all languages, from the Fluent files in `locales/`.

use crate::{Language, PackTexts, pack_texts};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use include_dir::{Dir, include_dir};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Parsed once, however many editions of the rules have texts of their own.
static EMBEDDED: LazyLock<Vec<(Language, Result<Embedded, TextsError>)>> =
    LazyLock::new(|| Language::ALL.map(|language| (language, Embedded::of(language))).into());

/// The files of a language.
struct Embedded {
    resources: Vec<(String, Arc<FluentResource>)>,
    keys: Keys,
}

/// Keys, each with the variables of its text.
pub(crate) type Keys = BTreeMap<String, BTreeSet<String>>;

/// The texts of all languages. Can be shared between threads.
pub struct Texts {
    languages: Vec<(Language, FluentBundle<Arc<FluentResource>>)>,
}

/// The embedded texts cannot be used: a defect of the product, found by its tests.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// A file is not valid Fluent.
    #[error("{file}: {message}")]
    Syntax {
        /// Path below `locales/`.
        file: String,
        /// What the parser says.
        message: String,
    },
    /// A text of the configuration cannot be used; its checks would have said so.
    #[error("texts.{language}.{key}: {message}")]
    Configured {
        /// Tag of the language.
        language: &'static str,
        /// The key.
        key: String,
        /// What is wrong.
        message: String,
    },
    /// Two texts of a language have the same key.
    #[error("{file}: the key {key} is there twice in this language")]
    Twice {
        /// Path below `locales/` of the second.
        file: String,
        /// The key.
        key: String,
    },
}

/// A value that goes into a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Put in as it is.
    Text(&'a str),
    /// A number; chooses between singular and plural, and is written without separators.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl Language {
    /// All languages there are texts in. Indonesian, the first, steps in where another lacks a text.
    pub const ALL: [Language; 3] = [Language::Id, Language::Jv, Language::En];

    /// BCP 47 tag, as in `languages` of `kiosk.toml` and in `locales/`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Id => "id",
            Language::Jv => "jv",
            Language::En => "en",
        }
    }

    /// The language of a BCP 47 tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

impl Texts {
    /// Reads the texts that are embedded in the program.
    pub fn load() -> Result<Self, TextsError> {
        Self::with(&PackTexts::default())
    }

    /// The texts that are embedded in the program, with those of a configuration in their place or beside them.
    pub fn with(configured: &PackTexts) -> Result<Self, TextsError> {
        let bundle =
            |language: Language| {
                let mut bundle = bundle(language)?;
                for (key, text) in configured.get(&language).into_iter().flatten() {
                    let message = pack_texts::message(key, text).map_err(|message| {
                        TextsError::Configured { language: language.tag(), key: key.clone(), message }
                    })?;
                    bundle.add_resource_overriding(Arc::new(message));
                }
                Ok((language, bundle))
            };
        Ok(Self { languages: Language::ALL.into_iter().map(bundle).collect::<Result<_, TextsError>>()? })
    }

    /// The text for a key; in Indonesian where the language lacks it, and `⟨key⟩` where no language has it.
    pub fn get(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(language, key, args)
            .or_else(|| self.find(Language::ALL[0], key, args))
            .unwrap_or_else(|| format!("⟨{key}⟩"))
    }

    /// The text for a key in a language, for texts that are not there for everything.
    pub fn find(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let (_, bundle) = self.languages.iter().find(|(other, _)| *other == language)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, FluentValue::from(*text)),
                Arg::Number(number) => values.set(*name, FluentValue::from(*number)),
            }
        }
        // A variable that was not given shows as `{$name}`: ugly, yet better than no text.
        Some(bundle.format_pattern(pattern, Some(&values), &mut vec![]).into_owned())
    }

    /// Whether a language has a text for a key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.languages.iter().any(|(other, bundle)| *other == language && bundle.has_message(key))
    }
}

/// What is wrong with the texts, given all keys that the program can use: keys without a text, texts nobody uses,
/// variables that differ between languages.
pub fn check_texts(used: &[String]) -> Vec<String> {
    let mut problems = differences();
    let used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
    for language in Language::ALL {
        let there = match keys(language) {
            Ok(there) => there,
            Err(error) => return vec![error.to_string()],
        };
        let there: BTreeSet<&str> = there.keys().map(String::as_str).collect();
        let tag = language.tag();
        problems.extend(used.difference(&there).map(|key| format!("{tag}: no text for {key}")));
        problems.extend(there.difference(&used).map(|key| format!("{tag}: nobody uses {key}")));
    }
    problems
}

/// Keys that not every language has, and keys with other variables than in Indonesian.
fn differences() -> Vec<String> {
    let mut problems = vec![];
    let mut all = vec![];
    for language in Language::ALL {
        match keys(language) {
            Ok(keys) => all.push((language.tag(), keys)),
            Err(error) => return vec![error.to_string()],
        }
    }
    let every: BTreeSet<&String> = all.iter().flat_map(|(_, keys)| keys.keys()).collect();
    for key in every {
        let first = all.first().and_then(|(_, keys)| keys.get(key));
        for (tag, keys) in &all {
            match (first, keys.get(key)) {
                (_, None) => problems.push(format!("{tag}: {key} is missing, other languages have it")),
                (Some(first), Some(variables)) if first != variables => {
                    problems.push(format!("{tag}: {key} has variables {variables:?}, elsewhere {first:?}"));
                }
                _ => {}
            }
        }
    }
    problems
}

/// The codes that there are words for among the keys of a language: `resign` of `reason-resign`, for the kind
/// `reason`. Where reasons and documents need a note as well, only those that have one.
pub(crate) fn codes<'a>(keys: &'a Keys, kind: &str) -> BTreeSet<&'a str> {
    let code = |key: &'a String| {
        let code = key.strip_prefix(kind)?.strip_prefix('-')?;
        let noted = kind == "balance" || keys.contains_key(&format!("{key}-note"));
        // Such as the title of the screen that asks for the balance.
        let of_the_screen = ["title", "help"].contains(&code) || code.contains('-');
        (noted && !of_the_screen).then_some(code)
    };
    keys.keys().filter_map(code).collect()
}

/// The files of a language, parsed.
pub(crate) fn resources(language: Language) -> Result<Vec<(String, Arc<FluentResource>)>, TextsError> {
    let files = FILES.get_dir(language.tag()).map(|dir| dir.files()).into_iter().flatten();
    files
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "ftl"))
        .map(|file| {
            let name = file.path().display().to_string();
            let broken = |message: String| TextsError::Syntax { file: name.clone(), message };
            let text = file.contents_utf8().ok_or_else(|| broken("not UTF-8".into()))?;
            match FluentResource::try_new(text.to_owned()) {
                Ok(resource) => Ok((name, Arc::new(resource))),
                Err((_, errors)) => {
                    let places = crate::problem::Places::new(text);
                    let line = |at: usize| places.at(at).line;
                    let errors =
                        errors.iter().map(|error| format!("line {}: {}", line(error.pos.start), error.kind));
                    Err(broken(errors.collect::<Vec<_>>().join("; ")))
                }
            }
        })
        .collect()
}

impl Embedded {
    fn of(language: Language) -> Result<Self, TextsError> {
        let resources = resources(language)?;
        let mut keys = Keys::new();
        for (_, resource) in &resources {
            for entry in resource.entries() {
                if let ast::Entry::Message(message) = entry {
                    keys.insert(message.id.name.to_owned(), variables(message));
                }
            }
        }
        Ok(Self { resources, keys })
    }
}

fn embedded(language: Language) -> Result<&'static Embedded, TextsError> {
    static NOTHING: Embedded = Embedded { resources: vec![], keys: Keys::new() };
    let found = EMBEDDED.iter().find(|(other, _)| *other == language);
    found.map_or(Ok(&NOTHING), |(_, embedded)| embedded.as_ref().map_err(Clone::clone))
}

pub(crate) fn bundle(language: Language) -> Result<FluentBundle<Arc<FluentResource>>, TextsError> {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks around values are for mixed writing directions; on receipts they print as boxes.
    bundle.set_use_isolating(false);
    for (file, resource) in &embedded(language)?.resources {
        bundle.add_resource(resource.clone()).map_err(|errors| TextsError::Twice {
            file: file.clone(),
            key: errors.iter().map(overridden).collect::<Vec<_>>().join(", "),
        })?;
    }
    Ok(bundle)
}

fn overridden(error: &fluent_bundle::FluentError) -> String {
    match error {
        fluent_bundle::FluentError::Overriding { id, .. } => id.clone(),
        other => other.to_string(),
    }
}

/// The keys of a language, each with the variables of its text.
pub(crate) fn keys(language: Language) -> Result<&'static Keys, TextsError> {
    Ok(&embedded(language)?.keys)
}

/// The variables of a text.
pub(crate) fn variables(message: &ast::Message<&str>) -> BTreeSet<String> {
    let mut variables = BTreeSet::new();
    if let Some(pattern) = &message.value {
        collect(pattern, &mut variables);
    }
    variables
}

fn collect(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { .. } => {}
            ast::PatternElement::Placeable { expression } => collect_expression(expression, variables),
        }
    }
}

fn collect_expression(expression: &ast::Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => collect_inline(inline, variables),
        ast::Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            variants.iter().for_each(|variant| collect(&variant.value, variables));
        }
    }
}

fn collect_inline(inline: &ast::InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => collect_expression(expression, variables),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| collect_inline(argument, variables));
        }
        _ => {}
    }
}

/// The texts of a language by key, with all their variants, and nothing where a variable stands.
#[cfg(test)]
pub(crate) fn patterns(language: Language) -> Result<BTreeMap<String, String>, TextsError> {
    fn write(pattern: &ast::Pattern<&str>, text: &mut String) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => text.push_str(value),
                ast::PatternElement::Placeable { expression: ast::Expression::Select { variants, .. } } => {
                    variants.iter().for_each(|variant| write(&variant.value, text));
                }
                ast::PatternElement::Placeable { .. } => {}
            }
        }
    }
    let mut texts = BTreeMap::new();
    for (_, resource) in resources(language)? {
        for entry in resource.entries() {
            if let ast::Entry::Message(ast::Message { id, value: Some(pattern), .. }) = entry {
                write(pattern, texts.entry(id.name.to_owned()).or_default());
            }
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_languages_have_the_same_keys_and_variables() {
        assert_eq!(differences(), Vec::<String>::new());
    }

    #[test]
    fn buttons_are_called_by_their_names() {
        for language in Language::ALL {
            let texts = patterns(language).unwrap();
            let buttons: BTreeSet<&str> = texts
                .iter()
                .filter(|(key, _)| key.starts_with("button-"))
                .map(|(_, text)| text.as_str())
                .collect();
            for (key, text) in &texts {
                for name in text.split('"').skip(1).step_by(2) {
                    assert!(buttons.contains(name), "{}: {key} speaks of a button {name}", language.tag());
                }
            }
        }
    }

    /// The Indonesian words are those that the screens were drawn with.
    #[test]
    fn javanese_buttons_fit_where_the_indonesian_ones_fit() {
        let (indonesian, javanese) = (patterns(Language::Id).unwrap(), patterns(Language::Jv).unwrap());
        let length = |text: &str| text.chars().count();
        for (key, text) in javanese.iter().filter(|(key, _)| key.starts_with("button-")) {
            let original = length(&indonesian[key]);
            let room = (original * 13 / 10).max(original + 3);
            assert!(length(text) <= room, "{key}: {text} has more than {room} characters");
        }
    }

    #[test]
    fn speaks_each_language() {
        let texts = Texts::load().unwrap();
        assert_eq!(texts.get(Language::Id, "reason-resign", &[]), "Saya mengundurkan diri");
        assert_eq!(texts.get(Language::Jv, "reason-resign", &[]), "Kula mundur saking padamelan");
        assert_eq!(texts.get(Language::En, "reason-resign", &[]), "I resigned");
        assert!(texts.has(Language::Id, "document-ktp") && !texts.has(Language::Id, "document-moon"));
    }

    #[test]
    fn what_has_no_text_shows_its_key() {
        let texts = Texts::load().unwrap();
        assert_eq!(texts.get(Language::En, "no-such-text", &[]), "⟨no-such-text⟩");
        assert_eq!(texts.get(Language::En, "", &[("x", 3u32.into())]), "⟨⟩");
        assert_eq!(texts.find(Language::En, "no-such-text", &[]), None);
    }

    #[test]
    fn values_are_put_in_without_marks_around_them() {
        let mut bundle = bundle(Language::En).unwrap();
        let source =
            "hello-test = Hello { $name }, { $count ->\n    [one] one day\n   *[other] { $count } days\n }";
        bundle.add_resource(Arc::new(FluentResource::try_new(source.into()).unwrap())).unwrap();
        let texts = Texts { languages: vec![(Language::En, bundle)] };
        let hello = |count: i64| {
            texts.get(Language::En, "hello-test", &[("name", "Sri".into()), ("count", count.into())])
        };
        assert_eq!(hello(1), "Hello Sri, one day");
        assert_eq!(hello(20000), "Hello Sri, 20000 days");
    }

    #[test]
    fn variables_are_found_wherever_they_hide() {
        let source = "a = { $x } { NUMBER($y) ->\n    [one] { $z }\n   *[other] { \"{\" }\n }";
        let resource = FluentResource::try_new(source.into()).unwrap();
        let Some(ast::Entry::Message(message)) = resource.get_entry(0) else { panic!("one message") };
        assert_eq!(variables(message).into_iter().collect::<Vec<_>>(), ["x", "y", "z"]);
    }

    #[test]
    fn a_key_without_text_and_a_text_without_use_are_reported() {
        let mut used: Vec<String> = keys(Language::Id).unwrap().keys().cloned().collect();
        assert_eq!(check_texts(&used), Vec::<String>::new());
        used.retain(|key| key != "document-ktp");
        used.push("document-moon".into());
        let expected = ["id: no text for document-moon", "id: nobody uses document-ktp"];
        let expected = expected.iter().flat_map(|line| {
            Language::ALL.map(|language| line.replace("id: ", &format!("{}: ", language.tag())))
        });
        let (found, expected): (BTreeSet<_>, BTreeSet<_>) =
            (check_texts(&used).into_iter().collect(), expected.collect());
        assert_eq!(found, expected);
    }
}
