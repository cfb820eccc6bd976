//! What changed in the rules, for staff: a card on the waiting screen until somebody has read it.

use crate::Words;
use kiosk_config::{Arg, Change, Values};

/// Most lines that a card has room for; the rest is counted.
const MOST: usize = 8;

/// What changed, a line each, in words.
pub fn changes(words: &Words<'_>, changes: &[Change]) -> Vec<String> {
    let mut lines: Vec<String> = changes.iter().take(MOST).map(|change| line(words, change)).collect();
    let more = changes.len().saturating_sub(MOST);
    if more > 0 {
        let more = i64::try_from(more).unwrap_or_default();
        lines.push(words.filled("change-more", &[("more", more.into())]));
    }
    lines
}

fn line(words: &Words<'_>, change: &Change) -> String {
    let label = change.label();
    let what = label.text.map_or_else(|| change.key.clone(), |text| words.t(text));
    let what = match &label.about {
        Some(about) => format!("{what} ({})", words.t(about)),
        None => what,
    };
    let shown = |value: &Option<String>| match value {
        Some(value) => shown(words, label.values, value),
        None => words.t("change-nothing"),
    };
    let (before, after) = (shown(&change.before), shown(&change.after));
    let args: [(&str, Arg<'_>); 3] = [
        ("what", what.as_str().into()),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    words.filled("change-line", &args)
}

/// A value as people write it.
fn shown(words: &Words<'_>, values: Values, value: &str) -> String {
    let number = value.parse::<i64>();
    let counted = |key: &str| match &number {
        Ok(number) => words.filled(key, &[("count", Arg::from(*number))]),
        Err(_) => value.to_owned(),
    };
    match values {
        Values::Plain => value.to_owned(),
        Values::Rupiah => {
            number.map_or_else(|_| value.to_owned(), |rupiah| format!("Rp {}", in_thousands(rupiah)))
        }
        Values::Bytes => {
            number.map_or_else(|_| value.to_owned(), |bytes| format!("{} KB", in_thousands(bytes / 1000)))
        }
        Values::Percent => format!("{value} %"),
        Values::Days => counted("change-days"),
        Values::WorkingDays => counted("change-working-days"),
        Values::Months => counted("change-months"),
        Values::Years => counted("change-years"),
        Values::YesNo => words.t(if value == "true" { "change-yes" } else { "change-no" }),
        Values::Dates => {
            let date =
                |date: &str| date.parse().map_or_else(|_| date.to_owned(), |date| words.birth_date(date));
            value.split(", ").map(date).collect::<Vec<_>>().join(", ")
        }
        Values::Documents => {
            value.split(", ").map(|code| words.document(code)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// `15.000.000`.
fn in_thousands(number: i64) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    groups.iter().map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kiosk_config::{Language, Texts, diff, load};
    use std::path::Path;

    #[test]
    fn a_new_limit_is_told_in_words() {
        let before = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kiosk-config/files")).unwrap();
        let mut after = before.clone();
        after.rules.version = "2027.1".into();
        after.rules.limits.jmo_rupiah = 20_000_000;
        after.rules.reasons["resign"].wait_months = 2;
        after.rules.reasons["resign"].documents.push("paklaring".into());
        let texts = Texts::load().unwrap();
        for language in Language::ALL {
            let told = changes(&Words { texts: &texts, language }, &diff(&before, &after)).join("\n");
            let all = ["Rp 15.000.000", "Rp 20.000.000", "2026.1", "2027.1"];
            assert!(all.iter().all(|value| told.contains(value)) && !told.contains('⟨'), "{told}");
        }
    }

    #[test]
    fn each_label_has_its_words() {
        let texts = Texts::load().unwrap();
        for key in Change::label_texts() {
            assert!(texts.has(Language::Id, key), "{key}");
        }
    }
}
