//! How content the participants were, for the manager: the nine elements of the SKM and their value.

use crate::Start;
use anyhow::{Context, Result};
use claim::satisfaction::{Answers, ELEMENTS, OVERALL, grade, value};
use jiff::civil::Date;
use kiosk_config::{Language, Texts};
use std::fmt::Write;
use store::{Key, Store};

/// The answers from a day to another, both included, as lines that a spreadsheet reads: element, answers, value (25 to
/// 100), grade.
pub fn satisfaction(start: &Start, from: Date, to: Date) -> Result<String> {
    let file = start.data.join("journal.db");
    let key = Key::from_file(&start.data.join("journal.key"), &file)?;
    let answers = Store::open(&file, &key).context("the journal does not open")?.ratings(from, to)?;
    Ok(table(&Texts::load()?, &answers))
}

fn table(texts: &Texts, answers: &[Answers]) -> String {
    let t = |key: &str| texts.get(Language::Id, key, &[]);
    let mut lines =
        format!("{};{};{};{}\n", t("skm-element"), t("skm-answers"), t("skm-value"), t("skm-grade"));
    let mut line = |label: String, count: u64, value: Option<f64>| {
        let value = value
            .map_or_else(|| ";".into(), |value| format!("{value:.2};{}", grade(value)).replace('.', ","));
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "{label};{count};{value}");
    };
    let of = |element: &str| answers.iter().find(|of| of.element == element);
    let count = |element: &str| of(element).map_or(0, |of| of.count);
    for element in ELEMENTS {
        line(t(&format!("survey-{element}")), count(element), of(element).and_then(Answers::value));
    }
    let most = ELEMENTS.iter().map(|element| count(element)).max().unwrap_or_default();
    line(t("skm-unit"), most, value(answers));
    line(t("rating-title"), count(OVERALL), of(OVERALL).and_then(Answers::value));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_and_the_unit_have_a_line() {
        let texts = Texts::load().unwrap();
        let of = |element: &str, count, sum| Answers { element: element.into(), count, sum };
        let table = table(&texts, &[of("time", 4, 14), of("cost", 4, 16), of(OVERALL, 10, 38)]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 12);
        assert!(lines[3].ends_with(";4;87,50;B"), "{}", lines[3]);
        assert!(lines[1].ends_with(";0;;"), "{}", lines[1]);
        assert!(lines[10].ends_with(";4;93,75;A"), "{}", lines[10]);
        assert!(lines[11].ends_with(";10;95,00;A"), "{}", lines[11]);
    }
}
