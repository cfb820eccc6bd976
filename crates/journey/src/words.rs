//! Words in one language, for the screen and for paper.

use crate::state::Said;
use claim::Rules;
use claim::rules::Need;
use jiff::civil::{Date, Time};
use kiosk_config::{Arg, Language, Texts};

/// The texts in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// All texts.
    pub texts: &'a Texts,
    /// The language.
    pub language: Language,
}

impl Words<'_> {
    /// A text.
    pub fn t(&self, key: &str) -> String {
        self.texts.get(self.language, key, &[])
    }

    /// A text with variables.
    pub fn filled(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.get(self.language, key, args)
    }

    /// A sentence.
    pub fn said(&self, said: &Said) -> String {
        let args: Vec<_> = said.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        self.filled(&said.key, &args)
    }

    /// `Senin, 14 September 2026`: a day to come.
    pub fn date(&self, date: Date) -> String {
        let weekday = self.t(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
        format!("{weekday}, {}", self.birth_date(date))
    }

    /// `12 Agustus 1979`: a day long ago.
    pub fn birth_date(&self, date: Date) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        format!("{} {month} {}", date.day(), date.year())
    }

    /// `09.30`.
    pub fn time(&self, time: Time) -> String {
        let separator = if self.language == Language::En { ':' } else { '.' };
        format!("{:02}{separator}{:02}", time.hour(), time.minute())
    }

    /// How much a document is needed.
    pub fn need(&self, need: Need, rules: &Rules) -> String {
        let millions = i64::try_from(rules.limits.npwp_rupiah / 1_000_000).unwrap_or_default();
        match need {
            Need::Required => self.t("need-required"),
            Need::AnyOne => self.t("need-any-one"),
            Need::AboveLimit => self.filled("need-above-limit", &[("millions", millions.into())]),
            Need::IfAvailable => self.t("need-if-available"),
        }
    }

    /// Name of a document.
    pub fn document(&self, code: &str) -> String {
        self.t(&format!("document-{code}"))
    }
}
