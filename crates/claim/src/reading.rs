//! What was read from the picture of a document.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A value read from a document.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadField {
    /// Name of the field, as of an answer; also what is only compared, such as `holder`.
    pub field: String,
    /// Value, in the form of an answer.
    pub value: String,
    /// How sure the reader is, in percent.
    pub confidence: u8,
}

/// What was read from one picture.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Code of the document that it looks like, where that is another one than was asked for.
    pub looks_like: Option<String>,
    /// The values.
    pub fields: Vec<ReadField>,
}

impl Reading {
    /// The value of a field.
    pub fn value(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|read| read.field == field).map(|read| read.value.as_str())
    }
}

/// What stands on documents is personal, so it does not print.
impl fmt::Debug for ReadField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}
