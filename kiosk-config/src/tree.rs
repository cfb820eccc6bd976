//! The values of a layer with the places where they stand, and merging layers.

use crate::locks::LOCKED;
use crate::problem::Places;
use crate::{Place, Problem};
use indexmap::IndexMap;
use std::rc::Rc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub node: Node,
    /// Name of the file.
    pub file: Rc<str>,
    /// Where its key stands, and where its value begins; for the items of a list both are the item.
    pub key_place: Option<Place>,
    pub place: Option<Place>,
}

/// A value as the schema sees it: dates and times are text.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Table(IndexMap<String, Entry>),
    List(Vec<Entry>),
    Text(String),
    Integer(i64),
    Float(f64),
    Bool(bool),
}

/// One step from a table or list to what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Key(String),
    Index(usize),
}

/// More than any configuration needs: a file beyond it is broken, and must not keep a kiosk busy.
const MOST_VALUES: usize = 10_000;
const DEEPEST: usize = 12;
const MOST_ERRORS: usize = 50;

/// Reads a layer as far as it can be understood; the problems say where it cannot.
pub(crate) fn parse(file: &str, text: &str) -> (Entry, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let places = Places::new(text);
    let mut reader = Reader { file: file.into(), places, path: vec![], values: 0, problems: vec![] };
    for error in errors.iter().take(MOST_ERRORS) {
        let place = error.span().map(|span| reader.places.at(span.start));
        let what = format!("not valid TOML: {}", error.message().replace('\n', "; "));
        reader.problems.push(Problem { file: file.into(), place, key: None, what });
    }
    let node = reader.table(table.get_ref());
    let place = Some(Place { line: 1, column: 1 });
    (Entry { node, file: reader.file, key_place: None, place }, reader.problems)
}

struct Reader<'a> {
    file: Rc<str>,
    places: Places<'a>,
    path: Vec<Step>,
    values: usize,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>) -> Node {
        let entries = table.iter().filter_map(|(key, value)| {
            let place = self.places.at(key.span().start);
            let key = key.get_ref().to_string();
            Some((key.clone(), self.entry(Step::Key(key), value, Some(place))?))
        });
        Node::Table(entries.collect())
    }

    fn list(&mut self, items: &[Spanned<DeValue<'_>>]) -> Node {
        let items = items.iter().enumerate();
        Node::List(items.filter_map(|(index, item)| self.entry(Step::Index(index), item, None)).collect())
    }

    fn entry(&mut self, step: Step, value: &Spanned<DeValue<'_>>, key_place: Option<Place>) -> Option<Entry> {
        let place = Some(self.places.at(value.span().start));
        self.values += 1;
        if self.values > MOST_VALUES || self.path.len() >= DEEPEST {
            self.too_much(place);
            return None;
        }
        self.path.push(step);
        let node = match value.get_ref() {
            DeValue::Table(table) => Some(self.table(table)),
            DeValue::Array(items) => Some(self.list(items)),
            DeValue::String(text) => Some(Node::Text(text.to_string())),
            DeValue::Datetime(moment) => Some(Node::Text(moment.to_string())),
            DeValue::Boolean(yes) => Some(Node::Bool(*yes)),
            DeValue::Float(digits) => Some(Node::of_float(digits.as_str().parse().unwrap_or(f64::NAN))),
            DeValue::Integer(digits) => {
                let number = i64::from_str_radix(digits.as_str(), digits.radix());
                if number.is_err() {
                    let (file, key) = (self.file.to_string(), Some(dotted(&self.path)));
                    let what = format!("{} is too large a number", digits.as_str());
                    self.problems.push(Problem { file, place, key, what });
                }
                number.ok().map(Node::Integer)
            }
        };
        self.path.pop();
        Some(Entry { node: node?, file: self.file.clone(), key_place: key_place.or(place), place })
    }
}

impl Reader<'_> {
    /// Said once: the rest of the file is as much of it.
    fn too_much(&mut self, place: Option<Place>) {
        let what = format!("too much: at most {MOST_VALUES} values, tables in tables at most {DEEPEST} deep");
        if !self.problems.iter().any(|problem| problem.what == what) {
            self.problems.push(Problem { file: self.file.to_string(), place, key: None, what });
        }
    }
}

impl Node {
    /// 3.0 is as good as 3.
    fn of_float(number: f64) -> Self {
        let whole = number as i64;
        if whole as f64 == number { Node::Integer(whole) } else { Node::Float(number) }
    }

    pub fn as_table(&self) -> Option<&IndexMap<String, Entry>> {
        if let Node::Table(table) = self { Some(table) } else { None }
    }

    /// For the schema. What JSON has no number for becomes null, which no schema allows.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value;
        match self {
            Node::Table(table) => {
                table.iter().map(|(key, entry)| (key.clone(), entry.node.to_json())).collect()
            }
            Node::List(items) => items.iter().map(|item| item.node.to_json()).collect(),
            Node::Text(text) => Value::String(text.clone()),
            Node::Integer(number) => Value::from(*number),
            Node::Float(number) => Value::from(*number),
            Node::Bool(yes) => Value::Bool(*yes),
        }
    }

    /// For the types, and to be shown. Tables keep their order.
    pub fn to_toml(&self) -> toml::Value {
        use toml::Value;
        match self {
            Node::Table(table) => {
                Value::Table(table.iter().map(|(key, entry)| (key.clone(), entry.node.to_toml())).collect())
            }
            Node::List(items) => Value::Array(items.iter().map(|item| item.node.to_toml()).collect()),
            Node::Text(text) => Value::String(text.clone()),
            Node::Integer(number) => Value::Integer(*number),
            Node::Float(number) => Value::Float(*number),
            Node::Bool(yes) => Value::Boolean(*yes),
        }
    }
}

impl Entry {
    /// What lies at the end of a path, or the last thing there is on the way, and whether it is the end.
    pub fn follow(&self, path: &[Step]) -> (&Entry, bool) {
        let mut here = self;
        for step in path {
            let next = match (&here.node, step) {
                (Node::Table(table), Step::Key(key)) => table.get(key),
                (Node::List(items), Step::Index(index)) => items.get(*index),
                _ => None,
            };
            match next {
                Some(next) => here = next,
                None => return (here, false),
            }
        }
        (here, true)
    }

    /// What stands at a path of keys.
    pub fn at(&self, keys: &[&str]) -> Option<&Entry> {
        keys.iter().try_fold(self, |here, key| here.node.as_table()?.get(*key))
    }

    /// The entries of the table at a path of keys; none where it is not there.
    pub fn table(&self, keys: &[&str]) -> impl Iterator<Item = (&str, &Entry)> {
        let table = self.at(keys).and_then(|entry| entry.node.as_table());
        table.into_iter().flatten().map(|(key, entry)| (key.as_str(), entry))
    }

    /// The items of the list at a path of keys; none where it is not there.
    pub fn list(&self, keys: &[&str]) -> &[Entry] {
        match self.at(keys).map(|entry| &entry.node) {
            Some(Node::List(items)) => items,
            _ => &[],
        }
    }

    pub fn text(&self) -> Option<&str> {
        if let Node::Text(text) = &self.node { Some(text) } else { None }
    }

    pub fn integer(&self) -> Option<i64> {
        if let Node::Integer(number) = self.node { Some(number) } else { None }
    }

    /// A file with nothing in it.
    pub fn empty(file: &str) -> Self {
        Self { node: Node::Table(IndexMap::new()), file: file.into(), key_place: None, place: None }
    }

    /// Lays a lower layer over this one: tables key by key, anything else as a whole. Locks add up.
    pub fn overlay(&mut self, mut lower: Entry) {
        if let (Node::Table(upper), Node::Table(lower)) = (&self.node, &mut lower.node)
            && let Some(Node::List(locks)) = upper.get(LOCKED).map(|entry| &entry.node)
            && let Some(Node::List(more)) = lower.get_mut(LOCKED).map(|entry| &mut entry.node)
        {
            more.splice(0..0, locks.iter().cloned());
        }
        self.lay_over(lower);
    }

    fn lay_over(&mut self, lower: Entry) {
        match (&mut self.node, lower.node) {
            (Node::Table(table), Node::Table(differences)) => {
                for (key, entry) in differences {
                    match table.get_mut(&key) {
                        Some(upper) => upper.lay_over(entry),
                        None => {
                            table.insert(key, entry);
                        }
                    }
                }
            }
            (_, node) => *self = Entry { node, ..lower },
        }
    }

    /// A problem with this value.
    pub fn problem(&self, key: impl Into<String>, what: impl Into<String>) -> Problem {
        let place = if self.node.as_table().is_some() { self.key_place } else { self.place };
        Problem { file: self.file.to_string(), place, key: Some(key.into()), what: what.into() }
    }
}

/// A path as it is written in TOML, with the items of a list counted from 1: `interview.times[2]`.
pub(crate) fn dotted(path: &[Step]) -> String {
    let mut shown = String::new();
    for step in path {
        match step {
            Step::Index(index) => shown.push_str(&format!("[{}]", index + 1)),
            Step::Key(key) => {
                if !shown.is_empty() {
                    shown.push('.');
                }
                shown.push_str(&quoted(key));
            }
        }
    }
    shown
}

/// A key as it is written in TOML: quoted where it has to be.
pub(crate) fn quoted(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(bare) { key.into() } else { format!("{key:?}") }
}
