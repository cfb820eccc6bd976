//! Two officers look at each claim, one after the other: customer service, then a penata madya. Never the same person.

use crate::Claim;
use serde::{Deserialize, Serialize};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Customer service: the documents are there, are the person's, and go together.
    First,
    /// Penata madya: the same once more, with other eyes.
    Second,
}

impl Stage {
    /// In their order.
    pub const ALL: [Stage; 2] = [Stage::First, Stage::Second];

    /// As it stands in configuration, texts and the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::First => "first",
            Stage::Second => "second",
        }
    }
}

/// Why a document is wanted again, as the texts `again-…` say it to officer and participant.
pub const WHY_AGAIN: [&str; 5] = ["unreadable", "cut-off", "other-document", "not-the-same", "not-there"];

/// Why an officer cannot verify a claim now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// It was done.
    #[error("this was done already")]
    Done,
    /// A document is wanted again.
    #[error("a document is wanted again")]
    Asked,
    /// The other officer comes first.
    #[error("the first verification comes before the second")]
    FirstIsMissing,
    /// The second one has to be another person.
    #[error("the second verification is another person's")]
    SamePerson,
}

impl Claim {
    /// Whether an officer, by their short name, may verify the claim as it is now.
    pub fn may_verify(&self, stage: Stage, by: &str) -> Result<(), NotNow> {
        let first = self.verified.get(&Stage::First);
        if self.verified.contains_key(&stage) {
            Err(NotNow::Done)
        } else if !self.asked.is_empty() {
            Err(NotNow::Asked)
        } else if stage == Stage::Second && first.is_none() {
            Err(NotNow::FirstIsMissing)
        } else if stage == Stage::Second && first.is_some_and(|first| first == by) {
            Err(NotNow::SamePerson)
        } else {
            Ok(())
        }
    }

    /// The document that is wanted again first.
    pub fn asked_first(&self) -> Option<&str> {
        self.asked.keys().next().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Event;

    fn verified(stage: Stage, by: &str) -> Event {
        Event::Verified { stage, by: by.into() }
    }

    #[test]
    fn the_second_officer_is_another_person_and_comes_second() {
        let mut claim = Claim::default();
        assert_eq!(claim.may_verify(Stage::Second, "wati"), Err(NotNow::FirstIsMissing));
        assert_eq!(claim.may_verify(Stage::First, "rina"), Ok(()));
        claim.apply(&verified(Stage::First, "rina"));
        assert_eq!(claim.may_verify(Stage::First, "wati"), Err(NotNow::Done));
        assert_eq!(claim.may_verify(Stage::Second, "rina"), Err(NotNow::SamePerson));
        assert_eq!(claim.may_verify(Stage::Second, "wati"), Ok(()));
    }

    #[test]
    fn what_changes_afterwards_is_verified_anew() {
        let by_both = [verified(Stage::First, "rina"), verified(Stage::Second, "wati")];
        let asked = Event::AskedAgain { document: "ktp".into(), why: "unreadable".into(), by: "rina".into() };
        let later = Event::PageLater { document: "ktp".into() };
        let slot =
            Event::SlotBooked { date: jiff::civil::date(2026, 9, 15), time: jiff::civil::time(9, 0, 0, 0) };
        let mut claim = Claim::from_events(&by_both);
        claim.apply(&slot);
        assert_eq!(claim.verified.len(), 2, "another day changes no document");
        claim.apply(&asked);
        assert!(claim.verified.is_empty());
        assert_eq!(claim.may_verify(Stage::First, "rina"), Err(NotNow::Asked));
        assert_eq!(claim.asked_first(), Some("ktp"));
        claim.apply(&later);
        assert_eq!(claim.may_verify(Stage::First, "rina"), Ok(()));
    }
}
