//! What does not go together: answers and documents compared with each other. It stops nobody; participants are told
//! while they can still look, and officers in the packet.

use crate::reading::{FEMALE, HOLDER, MALE, SEX, stands};
use crate::state::Said;
use crate::step::{BANK, IDENTITY};
use crate::{Words, way};
use claim::names::{Likeness, same_person};
use claim::{BirthDate, Claim, Nik, Rules, Sex};

/// Two things that do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The birth date is another one than in the NIK.
    BirthDate,
    /// The sex on the KTP is another one than in the NIK.
    Sex,
    /// The account is in another name than that on the KTP.
    Holder,
    /// The account has another number of digits than is usual at the bank.
    Account {
        /// How many are usual.
        usual: u32,
    },
    /// A picture looks like another document.
    Document {
        /// What was asked for.
        document: String,
        /// What it looks like.
        looks_like: String,
    },
}

impl Difference {
    /// The document on which it can be seen.
    pub fn document(&self) -> &str {
        match self {
            Difference::BirthDate | Difference::Sex => IDENTITY,
            Difference::Holder | Difference::Account { .. } => "bank_book",
            Difference::Document { document, .. } => document,
        }
    }

    /// Keys of the sentences for the participant and for the officer.
    fn keys(&self) -> [&'static str; 2] {
        match self {
            Difference::BirthDate => ["differs-birth-date", "packet-differs-birth-date"],
            Difference::Sex => ["differs-sex", "packet-differs-sex"],
            Difference::Holder => ["differs-holder", "packet-differs-holder"],
            Difference::Account { .. } => ["differs-account", "packet-differs-account"],
            Difference::Document { .. } => ["differs-document", "packet-differs-document"],
        }
    }

    /// What is different, and what to do, for the participant.
    pub fn said(&self, words: &Words<'_>) -> String {
        let [key, _] = self.keys();
        self.filled(key, words)
    }

    /// What is different, for the officer: the document, and what about it.
    pub fn told(&self, words: &Words<'_>) -> (String, String) {
        let [_, key] = self.keys();
        (words.document(self.document()), self.filled(key, words))
    }

    fn filled(&self, key: &str, words: &Words<'_>) -> String {
        words.said(&match self {
            Difference::Account { usual } => Said::new(key).with("usual", usual),
            Difference::Document { document, looks_like } => Said::new(key)
                .with("document", words.document(document))
                .with("other", words.document(looks_like)),
            _ => Said::new(key),
        })
    }
}

/// What does not go together so far, of the documents of this claim.
pub fn differences(claim: &Claim, rules: &Rules) -> Vec<Difference> {
    let documents: Vec<String> = way::documents(claim, rules).into_iter().map(|of| of.document).collect();
    let nik = stands(claim, "nik").and_then(|nik| Nik::parse(nik).ok());
    let birth = stands(claim, "birth-date").and_then(BirthDate::from_iso);
    let other_birth = nik.as_ref().zip(birth).is_some_and(|(nik, birth)| !nik.fits(birth.date()));
    let read = |document: &str, field: &str| {
        claim.reading(document).filter(|reading| reading.looks_like.is_none())?.value(field)
    };
    let sex = read(IDENTITY, SEX);
    let other_sex = nik.zip(sex).is_some_and(|(nik, sex)| {
        let says = match nik.sex() {
            Sex::Female => FEMALE,
            Sex::Male => MALE,
        };
        says != sex
    });
    let holder = stands(claim, "name").zip(read("bank_book", HOLDER));
    let other_holder = holder.is_some_and(|(name, holder)| same_person(name, holder) == Likeness::Different);
    let usual = stands(claim, BANK).and_then(|bank| rules.banks.get(bank)?.digits);
    let account = stands(claim, "account");
    let other_length = usual.zip(account).filter(|(usual, account)| account.len() != *usual as usize);
    let mut found = vec![];
    found.extend(other_birth.then_some(Difference::BirthDate));
    found.extend(other_sex.then_some(Difference::Sex));
    found.extend(other_holder.then_some(Difference::Holder));
    found.extend(other_length.map(|(usual, _)| Difference::Account { usual }));
    found.extend(documents.into_iter().filter_map(|document| {
        let looks_like = claim.reading(&document)?.looks_like.clone()?;
        Some(Difference::Document { document, looks_like })
    }));
    found
}
