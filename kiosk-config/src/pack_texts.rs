//! Texts of a configuration: in place of those of the program, or the words for new codes of the rules.

use crate::problem::{Places, did_you_mean};
use crate::tree::{Entry, quoted};
use crate::{Language, Problem, texts};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Tables of the rules whose codes need words, what the keys of their texts begin with, and whether a note is needed.
pub(crate) const WORDED: [(&str, &str, bool); 4] = [
    ("reasons", "reason", true),
    ("programmes", "programme", true),
    ("documents", "document", true),
    ("balance_bands", "balance", false),
];

/// Braces in braces. More of them than a sentence needs would let the parser run out of room.
const DEEPEST: usize = 8;

/// A text of a configuration as a message of Fluent; or what is wrong with it.
pub(crate) fn message(key: &str, text: &str) -> Result<FluentResource, String> {
    if text.trim().is_empty() {
        return Err("empty; expected a text".into());
    }
    let (mut depth, mut deepest) = (0usize, 0);
    for c in text.chars() {
        depth = match c {
            '{' => depth + 1,
            '}' => depth.saturating_sub(1),
            _ => depth,
        };
        deepest = deepest.max(depth);
    }
    if deepest > DEEPEST {
        return Err(format!("at most {DEEPEST} braces in one another"));
    }
    if text.contains(|c: char| c.is_control() && !"\n\r".contains(c)) {
        return Err("only letters, signs and line breaks are allowed, no control characters".into());
    }
    const INDENT: &str = "\n    ";
    let source = format!("{key} = {}", text.replace("\r\n", "\n").replace(['\r', '\n'], INDENT));
    let resource = FluentResource::try_new(source).map_err(|(resource, errors)| {
        let places = Places::new(resource.source());
        let first = errors.first();
        let place = first.map(|error| places.at(error.pos.start));
        let before =
            if place.is_some_and(|place| place.line == 1) { key.len() + 3 } else { INDENT.len() - 1 };
        let place = place.map(|place| (place.line, place.column.saturating_sub(before).max(1)));
        let (line, column) = place.unwrap_or((1, 1));
        let what = first.map(|error| error.kind.to_string()).unwrap_or_default();
        format!("not valid Fluent at line {line}, character {column} of the text: {what}")
    })?;
    match resource.entries().collect::<Vec<_>>()[..] {
        [ast::Entry::Message(ast::Message { id, value: Some(_), attributes, .. })]
            if id.name == key && attributes.is_empty() =>
        {
            Ok(resource)
        }
        _ => Err("expected one text; a line of it must not begin with `.`".into()),
    }
}

/// Texts with a key that nobody asks for, that are no Fluent, or that use other variables than the program gives.
pub(crate) fn check(merged: &Entry) -> Vec<Problem> {
    let mut problems = vec![];
    for (tag, table) in merged.table(&["texts"]) {
        let Some(language) = Language::from_tag(tag) else { continue };
        let Ok(known) = texts::keys(language) else { continue };
        let Ok(mut bundle) = texts::bundle(language) else { continue };
        let mut sound = vec![];
        for (key, entry) in table.table(&[]) {
            let Some(text) = entry.text().filter(|text| !text.is_empty()) else { continue };
            let dotted = format!("texts.{tag}.{}", quoted(key));
            let given = known.get(key).cloned().or_else(|| names_a_code(merged, key).then(BTreeSet::new));
            let Some(given) = given else {
                let near = did_you_mean(key, known.keys().map(String::as_str));
                let what = format!(
                    "unknown text{near}{} Beside the texts of the program, KIND-CODE and KIND-CODE-note for codes of \
                     the rules, KIND one of reason, programme, document and (without a note) balance",
                    if near.is_empty() { "." } else { "" }
                );
                problems.push(Problem { place: entry.key_place, ..entry.problem(dotted, what) });
                continue;
            };
            match message(key, text) {
                Err(what) => problems.push(entry.problem(dotted, what)),
                Ok(message) => {
                    if let Some(what) = other_variables(&message, &given) {
                        problems.push(entry.problem(dotted, what));
                        continue;
                    }
                    bundle.add_resource_overriding(Arc::new(message));
                    sound.push((key, entry, dotted, given));
                }
            }
        }
        // Only now, since texts may refer to each other.
        for (key, entry, dotted, given) in sound {
            let mut values = FluentArgs::new();
            given.iter().for_each(|name| values.set(name.as_str(), FluentValue::from(1)));
            let pattern = bundle.get_message(key).and_then(|message| message.value());
            let mut errors = vec![];
            pattern.map(|pattern| bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned());
            if let Some(error) = errors.first() {
                problems.push(entry.problem(dotted, format!("cannot be put together: {error}")));
            }
        }
    }
    problems
}

fn other_variables(message: &FluentResource, given: &BTreeSet<String>) -> Option<String> {
    let Some(ast::Entry::Message(message)) = message.get_entry(0) else { return None };
    let used = texts::variables(message);
    (used != *given).then(|| format!("has the variables {}; needed are {}", named(&used), named(given)))
}

fn named(variables: &BTreeSet<String>) -> String {
    match variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>() {
        names if names.is_empty() => "none".into(),
        names => names.join(", "),
    }
}

/// Whether a key is that of the words for a code of the rules.
fn names_a_code(merged: &Entry, key: &str) -> bool {
    WORDED.iter().any(|(table, kind, noted)| {
        let rest = key.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-')).unwrap_or_default();
        let there = |code: &str| merged.at(&["rules", table, code]).is_some();
        there(rest) || *noted && rest.strip_suffix("-note").is_some_and(there)
    })
}

/// Reasons, documents and ranges without words in a language that is on offer.
pub(crate) fn words(merged: &Entry) -> Vec<Problem> {
    let offered = merged.list(&["kiosk", "languages"]).iter().filter_map(Entry::text);
    let mut offered: Vec<Language> = offered.filter_map(Language::from_tag).collect();
    if offered.is_empty() {
        offered = Language::ALL.into();
    }
    let mut problems = vec![];
    for (table, kind, noted) in WORDED {
        let embedded: Vec<(Language, BTreeSet<&str>)> = (offered.iter())
            .map(|language| {
                (*language, texts::keys(*language).map(|keys| texts::codes(keys, kind)).unwrap_or_default())
            })
            .collect();
        for (code, entry) in merged.table(&["rules", table]) {
            let mut missing = vec![];
            for (language, codes) in &embedded {
                let needed = [Some(format!("{kind}-{code}")), noted.then(|| format!("{kind}-{code}-note"))];
                let given = |key: &String| merged.at(&["texts", language.tag(), key]).is_some();
                let lacking = needed.into_iter().flatten().filter(|key| !given(key));
                if !codes.contains(code) {
                    missing.extend(lacking.map(|key| format!("texts.{}.{key}", language.tag())));
                }
            }
            if missing.is_empty() {
                continue;
            }
            let codes = embedded.first().map(|(_, codes)| codes.iter().copied().collect::<Vec<_>>());
            let codes = codes.unwrap_or_default();
            let near = did_you_mean(code, codes.iter().copied().filter(|known| *known != code));
            let end = if near.is_empty() { "." } else { "" };
            let what = format!(
                "there are no words for this code, {}{near}{end} Known: {}",
                missing.join(", "),
                codes.join(", ")
            );
            let problem = entry.problem(format!("rules.{table}.{}", quoted(code)), what);
            problems.push(Problem { place: entry.key_place, ..problem });
        }
    }
    problems
}
