//! What is different between two configurations, for people.

use crate::Config;
use crate::pack_texts::WORDED;
use crate::tree::quoted;
use std::fmt;
use toml::{Table, Value};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key, dotted, such as `rules.limits.jmo_rupiah`; for a reason, document, range or bank that came or went as
    /// a whole, its key.
    pub key: String,
    /// The value as text, a list joined by `, `; absent where there was none.
    pub before: Option<String>,
    /// The value now; absent where there is none any more.
    pub after: Option<String>,
    path: Vec<String>,
}

/// How a difference is told on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Key of the text that says what this is, such as `change-reason-wait`; absent where only the dotted key says it.
    pub text: Option<&'static str>,
    /// Key of the text that names the reason, document or range that it is about, such as `reason-resign`.
    pub about: Option<String>,
    /// What the values are.
    pub values: Values,
}

/// What the values of a difference are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Shown as they are.
    Plain,
    /// Whole rupiah.
    Rupiah,
    /// Bytes.
    Bytes,
    /// Days.
    Days,
    /// Per cent.
    Percent,
    /// Working days.
    WorkingDays,
    /// Whole months.
    Months,
    /// Years.
    Years,
    /// Year-month-day; several joined by `, `.
    Dates,
    /// `true` or `false`.
    YesNo,
    /// Codes of documents joined by `, `; their words are the texts `document-CODE`.
    Documents,
}

/// What keys are called; `*` is any code.
const LABELS: [(&str, &str, Values); 34] = [
    ("rules.version", "change-version", Values::Plain),
    ("rules.effective_from", "change-effective-from", Values::Dates),
    ("rules.source", "change-source", Values::Plain),
    ("rules.limits.upload_bytes", "change-limit-upload", Values::Bytes),
    ("rules.limits.jmo_rupiah", "change-limit-jmo", Values::Rupiah),
    ("rules.limits.npwp_rupiah", "change-limit-npwp", Values::Rupiah),
    ("rules.limits.draft_days", "change-limit-draft", Values::WorkingDays),
    ("rules.limits.youngest", "change-limit-youngest", Values::Years),
    ("rules.limits.account_inactive_days", "change-limit-inactive", Values::Days),
    ("rules.limits.account_dormant_days", "change-limit-dormant", Values::Days),
    ("rules.tax.free_rupiah", "change-tax-free", Values::Rupiah),
    ("rules.tax.percent", "change-tax-percent", Values::Percent),
    ("rules.tax.source", "change-source", Values::Plain),
    ("rules.programmes.*", "change-programme", Values::Plain),
    ("rules.reasons.*", "change-reason", Values::Plain),
    ("rules.reasons.*.min_age", "change-reason-age", Values::Years),
    ("rules.reasons.*.work_ended", "change-reason-work-ended", Values::YesNo),
    ("rules.reasons.*.membership_years", "change-reason-membership", Values::Years),
    ("rules.reasons.*.partial", "change-reason-partial", Values::YesNo),
    ("rules.reasons.*.online", "change-reason-online", Values::YesNo),
    ("rules.reasons.*.wait_months", "change-reason-wait", Values::Months),
    ("rules.reasons.*.documents", "change-reason-documents", Values::Documents),
    ("rules.reasons.*.any_of", "change-reason-any-of", Values::Documents),
    ("rules.reasons.*.optional", "change-reason-optional", Values::Documents),
    ("rules.reasons.*.without", "change-reason-without", Values::Documents),
    ("rules.reasons.*.source", "change-source", Values::Plain),
    ("rules.documents.*", "change-document", Values::Plain),
    ("rules.documents.*.when", "change-document-when", Values::Plain),
    ("rules.balance_bands.*", "change-balance", Values::Plain),
    ("rules.balance_bands.*.up_to", "change-balance", Values::Rupiah),
    ("rules.banks.*", "change-bank", Values::Plain),
    ("branch.opens", "change-opens", Values::Plain),
    ("branch.closes", "change-closes", Values::Plain),
    ("branch.holidays", "change-holidays", Values::Dates),
];

impl Change {
    /// How it is told on a screen.
    pub fn label(&self) -> Label {
        let fits = |pattern: &str| {
            let parts: Vec<&str> = pattern.split('.').collect();
            let same = |(part, key): (&&str, &String)| *part == "*" || *part == key;
            parts.len() == self.path.len() && parts.iter().zip(&self.path).all(same)
        };
        let known = LABELS.iter().find(|(pattern, ..)| fits(pattern));
        let about = match &*self.path {
            [rules, table, code, ..] if rules == "rules" => {
                WORDED.iter().find(|(name, ..)| name == table).map(|(_, kind, _)| format!("{kind}-{code}"))
            }
            _ => None,
        };
        let (text, values) = known.map_or((None, Values::Plain), |(_, text, values)| (Some(*text), *values));
        Label { text, about, values }
    }

    /// The keys of the texts that [`Change::label`] can ask for.
    pub fn label_texts() -> impl Iterator<Item = &'static str> {
        LABELS.iter().map(|(_, text, _)| *text)
    }

    /// The keys that have a label; `*` is any code.
    pub fn labelled_keys() -> impl Iterator<Item = &'static str> {
        LABELS.iter().map(|(key, ..)| *key)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "(nothing)".into());
        write!(f, "{}: {} → {}", self.key, shown(&self.before), shown(&self.after))
    }
}

/// What is different, in the order of the tables, what went away last. The order in which reasons, documents and
/// banks stand is no difference.
pub fn diff(before: &Config, after: &Config) -> Vec<Change> {
    // A configuration that was read can be written.
    let [before, after] = [before, after].map(|config| Table::try_from(config).unwrap_or_default());
    let mut changes = vec![];
    compare(&mut vec![], &before, &after, &mut changes);
    changes
}

fn compare(path: &mut Vec<String>, before: &Table, after: &Table, changes: &mut Vec<Change>) {
    let gone = before.iter().filter(|(key, _)| !after.contains_key(*key));
    let pairs = after.iter().map(|(key, value)| (key, before.get(key), Some(value)));
    for (key, before, after) in pairs.chain(gone.map(|(key, value)| (key, Some(value), None))) {
        path.push(key.clone());
        let nothing = Table::new();
        // What came or went as a whole is one change.
        let whole = path.len() == 3 && path.first().is_some_and(|first| first == "rules");
        match (before, after) {
            (Some(Value::Table(before)), Some(Value::Table(after))) => compare(path, before, after, changes),
            (None, Some(Value::Table(after))) if !whole => compare(path, &nothing, after, changes),
            (Some(Value::Table(before)), None) if !whole => compare(path, before, &nothing, changes),
            (before, after) => {
                let (before, after) = (before.and_then(shown), after.and_then(shown));
                if before != after {
                    let key = path.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(".");
                    changes.push(Change { key, before, after, path: path.clone() });
                }
            }
        }
        path.pop();
    }
}

/// A value as text; an empty list is none.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(items) if items.is_empty() => None,
        Value::Array(items) => Some(items.iter().filter_map(shown).collect::<Vec<_>>().join(", ")),
        Value::Table(table) => {
            let value = |(key, value): (&String, &Value)| Some(format!("{key} = {}", shown(value)?));
            Some(table.iter().filter_map(value).collect::<Vec<_>>().join("; "))
        }
        value => Some(value.to_string()),
    }
}
