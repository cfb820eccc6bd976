//! The rules of a claim, as data: reasons, documents, limits, banks. Head office writes them; nothing here is
//! a constant of the code.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Code of a reason, such as `resign`.
pub type ReasonCode = String;
/// Code of a document, such as `ktp`.
pub type DocumentCode = String;

/// The rules in force. Tables keep the order in which they stand in the file: the order people see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Name of this edition, such as `2026.1`; a claim remembers it.
    #[schemars(length(min = 1))]
    pub version: String,
    /// First day on which it applies.
    pub effective_from: Date,
    /// Where it comes from: law, circular, decision.
    #[schemars(length(min = 1))]
    pub source: String,
    /// Limits in rupiah, bytes and days.
    pub limits: Limits,
    /// Tax, shown as an estimate.
    pub tax: Tax,
    /// Ranges of the balance that a participant can tell apart.
    pub balance_bands: IndexMap<String, BalanceBand>,
    /// Why somebody claims.
    pub reasons: IndexMap<ReasonCode, Reason>,
    /// Benefits of other programmes, which the counter looks after.
    pub programmes: IndexMap<String, Programme>,
    /// What can be asked for.
    pub documents: IndexMap<DocumentCode, Document>,
    /// Banks to choose from, by code of Bank Indonesia.
    pub banks: IndexMap<String, Bank>,
}

/// Limits that change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Largest file that Lapak Asik takes, in bytes.
    #[schemars(range(min = 100_000, max = 100_000_000))]
    pub upload_bytes: u64,
    /// Balance up to which JMO pays, in rupiah.
    pub jmo_rupiah: u64,
    /// Balance above which the NPWP is asked for, in rupiah.
    pub npwp_rupiah: u64,
    /// How long an unfinished claim is kept, in working days.
    #[schemars(range(min = 1, max = 30))]
    pub draft_days: u32,
    /// Age from which a claim can be made, in years; a birth date that makes somebody younger is questioned.
    #[schemars(range(min = 0, max = 60))]
    pub youngest: u32,
    /// Days without a movement after which an account counts as inactive.
    #[schemars(range(min = 30, max = 3650))]
    pub account_inactive_days: u32,
    /// Days without a movement after which an account counts as dormant.
    #[schemars(range(min = 30, max = 7300))]
    pub account_dormant_days: u32,
}

/// Tax on the benefit. It is never taken off here and stops nobody: participants see an estimate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// Part of the benefit that is free of tax, in rupiah.
    pub free_rupiah: u64,
    /// Tax on what is above it, in percent.
    #[schemars(range(max = 100))]
    pub percent: u32,
    /// Balance of the example that participants see, in rupiah.
    pub example_rupiah: u64,
    /// Where the rule stands.
    #[schemars(length(min = 1))]
    pub source: String,
}

impl Tax {
    /// Tax on a benefit paid at once, in rupiah, rounded down.
    pub fn estimate(&self, rupiah: u64) -> u64 {
        let taxed = u128::from(rupiah.saturating_sub(self.free_rupiah));
        u64::try_from(taxed * u128::from(self.percent) / 100).unwrap_or(u64::MAX)
    }
}

/// A benefit of another programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Where the rule stands.
    #[schemars(length(min = 1))]
    pub source: String,
}

/// A range of the balance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BalanceBand {
    /// Upper end in rupiah, inclusive; absent in the highest band and where the participant does not know.
    pub up_to: Option<u64>,
    /// The participant does not know the balance.
    #[serde(default)]
    pub unknown: bool,
}

/// A reason to claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Whether Lapak Asik takes it; otherwise it goes to the counter.
    pub online: bool,
    /// Age from which it can be claimed, in years.
    #[schemars(range(min = 15, max = 100))]
    pub min_age: Option<u32>,
    /// Whole months that must have passed since the date of the letter.
    #[serde(default)]
    pub wait_months: u32,
    /// Whether the employer must have reported that the work has ended.
    #[serde(default)]
    pub work_ended: bool,
    /// Years of membership it needs.
    #[serde(default)]
    pub membership_years: u32,
    /// Whether it pays a part, which can be had once only.
    #[serde(default)]
    pub partial: bool,
    /// Documents it needs beside the common ones.
    #[serde(default)]
    pub documents: Vec<DocumentCode>,
    /// Documents that are taken along where they exist.
    #[serde(default)]
    pub optional: Vec<DocumentCode>,
    /// Documents of which any one is enough.
    #[serde(default)]
    pub any_of: Vec<DocumentCode>,
    /// Common documents that this reason does without, such as the KTP of a foreigner.
    #[serde(default)]
    pub without: Vec<DocumentCode>,
    /// Where the rule stands.
    #[schemars(length(min = 1))]
    pub source: String,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What it looks like under the camera.
    pub shape: Shape,
    /// When it is asked for.
    pub when: When,
    /// Most pages that it may have; who has several is asked for the next one after each.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 20))]
    pub pages: u32,
    /// Whether an employer gives it; the leaflet for employers names it.
    #[serde(default)]
    pub from_employer: bool,
}

fn one() -> u32 {
    1
}

/// What a document looks like under the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// ID-1 card.
    Card,
    /// A4 sheet, upright.
    Sheet,
    /// A4 sheet, lying.
    WideSheet,
    /// Open bank book.
    Book,
    /// A face.
    Face,
}

/// When a document is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// For each claim.
    Always,
    /// For each claim, where the participant has it.
    IfAvailable,
    /// Where the balance is above `limits.npwp_rupiah`, or a part was paid earlier.
    AboveNpwpLimit,
    /// Where a reason names it.
    ByReason,
}

/// A bank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Usual number of digits of an account; another number is only a warning.
    #[schemars(range(min = 5, max = 20))]
    pub digits: Option<u32>,
}

/// A document that a claim needs or may bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Which.
    pub document: DocumentCode,
    /// How much it is needed.
    pub need: Need,
}

/// How much a document is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The claim is not complete without it.
    Required,
    /// Any one of its group is enough.
    AnyOne,
    /// Only with a balance above the limit, which is not known yet.
    AboveLimit,
    /// Taken along where it exists.
    IfAvailable,
}

/// What is known of a participant when documents are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known<'a> {
    /// Range of the balance.
    pub band: Option<&'a str>,
    /// Whether a part was paid earlier.
    pub earlier_partial: Option<bool>,
}

impl Rules {
    /// Most pages that a document may have.
    pub fn most_pages(&self, document: &str) -> usize {
        self.documents.get(document).map_or(1, |document| document.pages.max(1) as usize)
    }

    /// The documents for a reason, in the order of the tables: common ones first, then those of the reason, the
    /// face last.
    pub fn documents_for(&self, reason: &str, known: Known<'_>) -> Vec<Needed> {
        let Some(reason) = self.reasons.get(reason) else { return vec![] };
        let need = |code: &DocumentCode, document: &Document| match document.when {
            _ if reason.without.contains(code) => None,
            When::Always => Some(Need::Required),
            When::IfAvailable => Some(Need::IfAvailable),
            When::AboveNpwpLimit => match self.wants_npwp(known) {
                Some(true) => Some(Need::Required),
                Some(false) => None,
                None => Some(Need::AboveLimit),
            },
            When::ByReason if reason.documents.contains(code) => Some(Need::Required),
            When::ByReason if reason.any_of.contains(code) => Some(Need::AnyOne),
            When::ByReason if reason.optional.contains(code) => Some(Need::IfAvailable),
            When::ByReason => None,
        };
        let all = self.documents.iter().filter_map(|(code, document)| {
            let need = need(code, document)?;
            Some((document.shape, Needed { document: code.clone(), need }))
        });
        let (faces, others): (Vec<_>, Vec<_>) = all.partition(|(shape, _)| *shape == Shape::Face);
        others.into_iter().chain(faces).map(|(_, needed)| needed).collect()
    }

    /// Whether the NPWP is needed (balance above the limit, or an earlier part was paid); `None` where it is not known.
    pub fn wants_npwp(&self, known: Known<'_>) -> Option<bool> {
        match (self.above_npwp_limit(known.band), known.earlier_partial) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        }
    }

    /// Whether a range lies above the limit for the NPWP; `None` where the balance is not known.
    fn above_npwp_limit(&self, band: Option<&str>) -> Option<bool> {
        let band = self.balance_bands.get(band?)?;
        if band.unknown {
            return None;
        }
        Some(band.up_to.is_none_or(|up_to| up_to > self.limits.npwp_rupiah))
    }

    /// Whether JMO pays a balance in this range.
    pub fn within_jmo(&self, band: &str) -> bool {
        self.balance_bands
            .get(band)
            .and_then(|band| band.up_to)
            .is_some_and(|up_to| up_to <= self.limits.jmo_rupiah)
    }
}
