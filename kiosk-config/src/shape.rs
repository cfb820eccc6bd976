//! Each layer against the schema, and the merged layers against what has to be there.

use crate::problem::{did_you_mean, nearest};
use crate::tree::{Entry, Node, Step, dotted};
use crate::{Config, LAYERS, Problem};
use jiff::civil::{Date, Time};
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{ValidationError, Validator};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// The JSON Schema of the merged configuration, for editors. A single layer may leave anything out.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<Config>().to_value();
    each_object(&mut schema, &|object| {
        // TOML has no null: what is optional is left out.
        if let Some(Value::Array(types)) = object.get("type")
            && let Some(only) = types.iter().find(|kind| *kind != "null").cloned()
        {
            object.insert("type".into(), only);
        }
        if object.get("format") == Some(&json!("uint32")) && !object.contains_key("maximum") {
            object.insert("maximum".into(), u32::MAX.into());
        }
    });
    schema
}

/// Problems in one layer, each at its place.
pub(crate) fn check_layer(layer: &Entry) -> Vec<Problem> {
    let schema = &*SCHEMA;
    let Some(validator) = &schema.validator else { return vec![] };
    let instance = layer.node.to_json();
    let errors = validator.iter_errors(&instance);
    let mut problems: Vec<Problem> = errors
        .filter(|error| !matches!(error.kind(), Kind::Required { .. }))
        .flat_map(|error| schema.explain(layer, &error))
        .collect();
    problems.dedup();
    problems
}

/// What has to be there and is in no layer.
pub(crate) fn check_missing(merged: &Entry) -> Vec<Problem> {
    let schema = &*SCHEMA;
    let Some(validator) = &schema.validator else { return vec![] };
    let instance = merged.node.to_json();
    let missing = |error: ValidationError<'_>| match error.kind() {
        Kind::Required { property } => {
            Some(schema.missing(merged, error.instance_path(), property.as_str()?))
        }
        _ => None,
    };
    validator.iter_errors(&instance).filter_map(missing).collect()
}

/// The first part of a path of keys that the schema does not know, with the names known there.
pub(crate) fn unknown_step(path: &[Step]) -> Option<(Vec<Step>, Vec<String>)> {
    let schema = &*SCHEMA;
    (1..=path.len()).find_map(|end| {
        let (here, parent) = (path.get(..end)?, path.get(..end - 1)?);
        let unknown = !schema.part(here).is_object();
        unknown.then(|| (here.to_vec(), names(schema.part(parent)).map(str::to_owned).collect()))
    })
}

/// The schema with each choice as a plain list of its values, so that errors can name them.
struct Schema {
    root: Value,
    /// Always there: the schema is fixed and the tests use it.
    validator: Option<Validator>,
}

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::new);

impl Schema {
    fn new() -> Self {
        let mut root = schema();
        each_object(&mut root, &|object| {
            if let Some(Value::Array(choices)) = object.remove("oneOf") {
                let values =
                    choices.iter().flat_map(|choice| match (choice.get("const"), choice.get("enum")) {
                        (Some(value), _) => vec![value.clone()],
                        (None, Some(Value::Array(values))) => values.clone(),
                        _ => vec![],
                    });
                object.insert("enum".into(), values.collect());
            }
            if object.contains_key("enum") {
                object.retain(|keyword, _| {
                    !["type", "format", "minimum", "maximum"].contains(&keyword.as_str())
                });
            }
        });
        let options = jsonschema::options().should_validate_formats(true);
        let options = options.with_format("date", is_date).with_format("partial-time", is_time);
        Self { validator: options.build(&root).ok(), root }
    }

    /// The part of the schema for a path.
    fn part(&self, path: &[Step]) -> &Value {
        path.iter().fold(&self.root, |part, step| match step {
            Step::Index(_) => &part["items"],
            Step::Key(key) => match &part["properties"][key] {
                Value::Null => &part["additionalProperties"],
                property => property,
            },
        })
    }

    fn explain(&self, layer: &Entry, error: &ValidationError<'_>) -> Vec<Problem> {
        let path = steps(error.instance_path());
        let (entry, _) = layer.follow(&path);
        let part = self.part(&path);
        let what = match error.kind() {
            Kind::AdditionalProperties { unexpected } => {
                return unexpected.iter().map(|key| self.unknown(layer, &path, key)).collect();
            }
            Kind::Type { .. } => format!("expected {}, found {}", described(part), found(&entry.node)),
            Kind::Enum { options } => {
                format!("{} is not known here{}", found(&entry.node), choices(options, entry))
            }
            Kind::Format { format } if format == "date" => {
                format!("{} is no date; write year-month-day, such as \"2026-08-17\"", found(&entry.node))
            }
            Kind::Format { .. } => {
                format!("{} is no time of day; write hour:minute, such as \"09:30\"", found(&entry.node))
            }
            Kind::MinLength { .. } | Kind::MinItems { .. } => format!("empty; expected {}", described(part)),
            _ => format!("{} is not allowed; expected {}", found(&entry.node), described(part)),
        };
        vec![entry.problem(dotted(&path), what)]
    }

    fn unknown(&self, layer: &Entry, parent: &[Step], key: &str) -> Problem {
        let mut path = parent.to_vec();
        path.push(Step::Key(key.into()));
        let (entry, _) = layer.follow(&path);
        let known: Vec<&str> = names(self.part(parent)).collect();
        let hint = match self.table_with(key) {
            Some(table) if nearest(key, known.iter().copied()).is_none() => {
                format!("; it belongs in [{table}]")
            }
            _ => did_you_mean(key, known.iter().copied()),
        };
        let end = if hint.ends_with('?') { "" } else { "." };
        let what = format!("unknown key{hint}{end} Known here: {}", known.join(", "));
        Problem { place: entry.key_place, ..entry.problem(dotted(&path), what) }
    }

    /// The table, dotted, in which a key is known.
    fn table_with(&self, key: &str) -> Option<String> {
        fn search(part: &Value, key: &str, path: &mut Vec<Step>) -> bool {
            let inner = part["properties"].as_object().into_iter().flatten();
            for (name, property) in inner {
                path.push(Step::Key(name.clone()));
                if !property["properties"][key].is_null() || search(property, key, path) {
                    return true;
                }
                path.pop();
            }
            false
        }
        let mut path = vec![];
        search(&self.root, key, &mut path).then(|| dotted(&path))
    }

    fn missing(&self, merged: &Entry, parent: &Location, key: &str) -> Problem {
        let mut path = steps(parent);
        let (table, _) = merged.follow(&path);
        let table_name = dotted(&path);
        path.push(Step::Key(key.into()));
        let home = self.part(path.get(..1).unwrap_or_default())["x-file"].as_str().unwrap_or_default();
        // The edition that is looked at.
        let home = if home == LAYERS[0] { &*merged.file } else { home };
        // Where the table stands nowhere, it is expected in its own layer.
        let (file, place) =
            if table_name.is_empty() { (home, None) } else { (&*table.file, table.key_place) };
        let under = if table_name.is_empty() { String::new() } else { format!(" under [{table_name}]") };
        let what = format!("missing; expected in {file}{under}: {}", described(self.part(&path)));
        Problem { file: file.into(), place, key: Some(dotted(&path)), what }
    }
}

/// What a part of the schema allows, in words.
fn described(part: &Value) -> String {
    if let Some(words) = part["x-allowed"].as_str() {
        return words.into();
    }
    if let Some(values) = part["enum"].as_array() {
        return format!("one of {}", listed(values));
    }
    match (part["type"].as_str(), part["format"].as_str()) {
        (Some("integer"), _) => match (&part["minimum"], &part["maximum"]) {
            (Value::Null, Value::Null) => "a whole number".into(),
            (least, most) if most.is_null() || *most == json!(u32::MAX) => {
                format!("a whole number, {least} or more")
            }
            (least, most) => format!("a whole number, {least} to {most}"),
        },
        (Some("string"), Some("date")) => "a date, year-month-day, such as \"2026-08-17\"".into(),
        (Some("string"), Some("partial-time")) => "a time of day, hour:minute, such as \"09:30\"".into(),
        (Some("string"), _) => "text in quotes".into(),
        (Some("boolean"), _) => "true or false".into(),
        (Some("array"), _) => format!("a list [...], each {}", described(&part["items"])),
        _ => match names(part).collect::<Vec<_>>() {
            names if names.is_empty() => "a table".into(),
            names => format!("a table with {}", names.join(", ")),
        },
    }
}

/// A value as it is shown to whoever wrote it.
fn found(node: &Node) -> String {
    const LONGEST: usize = 60;
    match node {
        Node::Table(_) => "a table".into(),
        Node::List(_) => "a list".into(),
        Node::Text(text) if text.chars().count() > LONGEST => {
            format!("\"{}…\"", text.chars().take(LONGEST).collect::<String>().escape_debug())
        }
        node => node.to_toml().to_string().replace('\n', " "),
    }
}

fn choices(options: &Value, entry: &Entry) -> String {
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    let near = entry.text().map(|text| did_you_mean(text, options.iter().filter_map(Value::as_str)));
    let near = near.unwrap_or_default();
    let end = if near.is_empty() { ";" } else { "" };
    format!("{near}{end} allowed: {}", listed(options))
}

fn listed(values: &[Value]) -> String {
    values.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")
}

fn names(part: &Value) -> impl Iterator<Item = &str> {
    part["properties"].as_object().into_iter().flat_map(Map::keys).map(String::as_str)
}

/// Year-month-day and nothing else: jiff would also take a date with a time and leave the time away.
fn is_date(text: &str) -> bool {
    text.parse::<Date>().is_ok_and(|date| date.to_string() == text)
}

/// Hour:minute, or hour:minute:second as TOML writes times.
fn is_time(text: &str) -> bool {
    let digits = text.replace(|c: char| c.is_ascii_digit(), "0");
    (digits == "00:00" || digits == "00:00:00") && text.parse::<Time>().is_ok()
}

fn steps(location: &Location) -> Vec<Step> {
    let step = |segment: LocationSegment<'_>| match segment {
        LocationSegment::Property(key) => Step::Key(key.to_string()),
        LocationSegment::Index(index) => Step::Index(index),
    };
    location.segments().map(step).collect()
}

fn each_object(value: &mut Value, change: &dyn Fn(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            change(object);
            object.values_mut().for_each(|value| each_object(value, change));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, change)),
        _ => {}
    }
}
