//! The made-up person whose documents the samples show.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What such a person knows by heart or reads off a card, by name: `name`, `nik`, `birth_date`, `kpj`, `bank`,
/// `account`, `phone`, and the choices `reason` and `balance`.
pub struct Person {
    values: toml::Table,
}

impl Person {
    /// From `person.toml` of the samples.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        Self::from_text(&text).with_context(|| format!("{} is no person", file.display()))
    }

    /// From the text of such a file. Where it does not say why and how much the person claims, they resigned and
    /// have more than 50 million: the claim with the most documents.
    pub fn from_text(text: &str) -> Result<Self> {
        let mut values: toml::Table = text.parse()?;
        for (choice, usual) in [("reason", "resign"), ("balance", "above_50")] {
            values.entry(choice).or_insert_with(|| usual.into());
        }
        Ok(Self { values })
    }

    /// Has them answer otherwise.
    pub fn set(&mut self, name: &str, value: &str) {
        self.values.insert(name.to_owned(), value.into());
    }

    /// A value as it is typed: a date as day, month, year in digits.
    pub fn typed(&self, name: &str) -> Option<String> {
        let text = match self.values.get(&name.replace('-', "_"))? {
            toml::Value::String(text) => text.clone(),
            toml::Value::Datetime(date) => date.to_string(),
            toml::Value::Integer(number) => number.to_string(),
            _ => return None,
        };
        Some(match text.split('-').collect::<Vec<_>>()[..] {
            [year, month, day] if year.len() == 4 && day.len() == 2 => format!("{day}{month}{year}"),
            _ => text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_typed_with_the_day_first() {
        let values =
            "birth_date = 1970-08-05\nkpj = \"12345678901\"\nother = \"1971-01-31\"".parse().unwrap();
        let person = Person { values };
        assert_eq!(person.typed("birth-date").as_deref(), Some("05081970"));
        assert_eq!(person.typed("other").as_deref(), Some("31011971"));
        assert_eq!(person.typed("kpj").as_deref(), Some("12345678901"));
        assert_eq!(person.typed("nik"), None);
    }
}
