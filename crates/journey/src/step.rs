//! The steps of a claim. The way is derived from the answers, so that a changed answer changes the way and nothing
//! else.

use claim::rules::{Need, Needed, Shape};
use claim::{Claim, Rules};

/// A step: one question, one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Language and size of type.
    Preferences,
    /// Use of personal data.
    Consent,
    /// Why they claim.
    Reason,
    /// The reason is for the counter.
    CounterOnly,
    /// Documents at hand.
    Checklist,
    /// What to do about documents that are not at hand.
    Missing,
    /// Range of the balance.
    Balance,
    /// JMO pays this balance.
    Jmo,
    /// Picture of a document.
    Capture(String),
    /// Something typed.
    Field(FieldName),
    /// Bank.
    Bank,
    /// Check of all answers.
    Answers,
    /// Declaration.
    Declaration,
    /// Day of the interview.
    Day,
    /// Time of the interview.
    Time,
    /// The end.
    Ticket,
    /// A ticket for the counter was taken instead.
    Counter,
}

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// Name as on the KTP.
    Name,
    /// NIK.
    Nik,
    /// Birth date.
    BirthDate,
    /// Number of the participant's card.
    Kpj,
    /// Mobile phone.
    Phone,
    /// Bank account.
    Account,
}

impl FieldName {
    /// All of them, in the order of the way.
    pub const ALL: [FieldName; 6] =
        [Self::Name, Self::Nik, Self::BirthDate, Self::Kpj, Self::Phone, Self::Account];

    /// Name in the journal and of the screen.
    pub fn as_str(self) -> &'static str {
        match self {
            FieldName::Name => "name",
            FieldName::Nik => "nik",
            FieldName::BirthDate => "birth-date",
            FieldName::Kpj => "kpj",
            FieldName::Phone => "phone",
            FieldName::Account => "account",
        }
    }
}

/// Field of the journal that holds the bank.
pub const BANK: &str = "bank";
/// Field of the journal that holds the day that is looked at.
pub const DAY: &str = "day";

impl Step {
    /// Name in the journal and of the screen.
    pub fn name(&self) -> String {
        let name = match self {
            Step::Preferences => "preferences",
            Step::Consent => "consent",
            Step::Reason => "reason",
            Step::CounterOnly => "counter-only",
            Step::Checklist => "checklist",
            Step::Missing => "missing",
            Step::Balance => "balance",
            Step::Jmo => "jmo",
            Step::Capture(document) => return format!("capture-{document}"),
            Step::Field(field) => field.as_str(),
            Step::Bank => "bank",
            Step::Answers => "answers",
            Step::Declaration => "declaration",
            Step::Day => "day",
            Step::Time => "slot",
            Step::Ticket => "ticket",
            Step::Counter => "counter",
        };
        name.to_owned()
    }

    /// From the journal.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(document) = name.strip_prefix("capture-") {
            return Some(Step::Capture(document.to_owned()));
        }
        if let Some(field) = FieldName::ALL.into_iter().find(|field| field.as_str() == name) {
            return Some(Step::Field(field));
        }
        use Step::*;
        [
            Preferences,
            Consent,
            Reason,
            CounterOnly,
            Checklist,
            Missing,
            Balance,
            Jmo,
            Bank,
            Answers,
            Declaration,
            Day,
            Time,
            Ticket,
            Counter,
        ]
        .into_iter()
        .find(|step| step.name() == name)
    }

    /// The part of the claim it belongs to, as an index into [`PARTS`].
    pub fn part(&self) -> usize {
        match self {
            Step::Preferences
            | Step::Consent
            | Step::Reason
            | Step::CounterOnly
            | Step::Checklist
            | Step::Missing
            | Step::Balance
            | Step::Jmo => 0,
            Step::Capture(document) if document == IDENTITY => 1,
            Step::Field(_) | Step::Bank => 1,
            Step::Capture(_) => 2,
            Step::Answers | Step::Declaration => 3,
            Step::Day | Step::Time => 4,
            Step::Ticket | Step::Counter => 5,
        }
    }
}

/// The document from which the data are read; captured before they are typed.
pub const IDENTITY: &str = "ktp";

/// Named parts of the way, shown as progress.
pub const PARTS: [&str; 6] = ["prepare", "data", "documents", "check", "schedule", "ticket"];

/// The documents of this claim; none before a reason is chosen.
pub fn documents(claim: &Claim, rules: &Rules) -> Vec<Needed> {
    let reason = claim.reason.as_deref().unwrap_or_default();
    rules.documents_for(reason, claim.balance.as_deref())
}

/// Whether a document is captured on the way: required ones unless they are not at hand, others where they are.
fn is_captured(needed: &Needed, claim: &Claim) -> bool {
    match claim.have.get(&needed.document) {
        Some(have) => *have,
        None => needed.need == Need::Required,
    }
}

/// The documents that are asked about: a face is always there.
pub fn checklist(claim: &Claim, rules: &Rules) -> Vec<Needed> {
    documents(claim, rules).into_iter().filter(|needed| !is_face(&needed.document, rules)).collect()
}

/// Whether a document is a picture of the participant's face.
pub fn is_face(document: &str, rules: &Rules) -> bool {
    rules.documents.get(document).is_some_and(|document| document.shape == Shape::Face)
}

/// The documents of the finished claim: required ones and missing ones whether there or not, others where they are.
pub fn wanted(claim: &Claim, rules: &Rules) -> Vec<Needed> {
    let missing = missing(claim, rules);
    let is_wanted = |needed: &Needed| {
        let code = &needed.document;
        needed.need == Need::Required
            || claim.have.get(code) == Some(&true)
            || claim.kept(code).is_some()
            || missing.contains(code)
    };
    documents(claim, rules).into_iter().filter(is_wanted).collect()
}

/// Required documents that are not at hand: single ones, and groups of which any one is enough.
pub fn missing(claim: &Claim, rules: &Rules) -> Vec<String> {
    let needed = checklist(claim, rules);
    let lacks = |document: &String| claim.have.get(document) == Some(&false);
    let mut missing: Vec<String> = needed
        .iter()
        .filter(|needed| needed.need == Need::Required && lacks(&needed.document))
        .map(|needed| needed.document.clone())
        .collect();
    let group: Vec<&Needed> = needed.iter().filter(|needed| needed.need == Need::AnyOne).collect();
    if !group.is_empty() && group.iter().all(|needed| lacks(&needed.document)) {
        missing.extend(group.iter().map(|needed| needed.document.clone()));
    }
    missing
}

/// The way from the first step to the last, as the answers so far have it.
pub fn way(claim: &Claim, rules: &Rules) -> Vec<Step> {
    let mut way = vec![Step::Preferences, Step::Consent, Step::Reason];
    let Some(reason) = claim.reason.as_deref().and_then(|reason| rules.reasons.get(reason)) else {
        return way;
    };
    if !reason.online {
        way.push(Step::CounterOnly);
        return way;
    }
    way.push(Step::Checklist);
    if !missing(claim, rules).is_empty() {
        way.push(Step::Missing);
    }
    way.push(Step::Balance);
    if claim.balance.as_deref().is_some_and(|band| rules.within_jmo(band)) {
        way.push(Step::Jmo);
        return way;
    }
    let captured: Vec<Step> = documents(claim, rules)
        .iter()
        .filter(|needed| is_captured(needed, claim))
        .map(|needed| Step::Capture(needed.document.clone()))
        .collect();
    let (identity, others): (Vec<_>, Vec<_>) =
        captured.into_iter().partition(|step| *step == Step::Capture(IDENTITY.into()));
    way.extend(identity);
    way.extend([FieldName::Name, FieldName::Nik, FieldName::BirthDate, FieldName::Kpj].map(Step::Field));
    way.extend([Step::Field(FieldName::Phone), Step::Bank, Step::Field(FieldName::Account)]);
    way.extend(others);
    way.extend([Step::Answers, Step::Declaration, Step::Day, Step::Time, Step::Ticket]);
    way
}

/// Whether nothing is left to do at a step.
fn is_done(step: &Step, claim: &Claim, rules: &Rules) -> bool {
    match step {
        Step::Preferences => claim.language.is_some(),
        Step::Consent => claim.consent.is_some(),
        Step::Reason => claim.reason.is_some(),
        Step::Checklist => all_said(claim, rules),
        Step::Missing => true,
        Step::Balance => claim.balance.is_some(),
        Step::Capture(document) => {
            claim.pages.get(document).is_some_and(|pages| pages.kept.is_some() || pages.later)
        }
        Step::Field(field) => claim.answers.contains_key(field.as_str()),
        Step::Bank => claim.answers.contains_key(BANK),
        Step::Declaration => claim.declared.is_some(),
        Step::Day => claim.answers.contains_key(DAY),
        Step::Time => claim.slot.is_some(),
        Step::CounterOnly | Step::Jmo | Step::Answers | Step::Ticket | Step::Counter => false,
    }
}

/// Whether each document of the checklist has its answer.
pub fn all_said(claim: &Claim, rules: &Rules) -> bool {
    checklist(claim, rules).iter().all(|needed| claim.have.contains_key(&needed.document))
}

/// The step after `step`. Where an answer was changed from the check of the answers, that is the first one with
/// something left to do, at the latest the check itself.
pub fn after(step: &Step, claim: &Claim, rules: &Rules) -> Step {
    let way = way(claim, rules);
    let place = way.iter().position(|on| on == step);
    match place {
        // A changed reason may have brought questions that nobody has answered yet.
        Some(place) if *step == Step::Answers => {
            let open = way[..place].iter().find(|on| !is_done(on, claim, rules));
            open.or_else(|| way.get(place + 1)).cloned().unwrap_or(Step::Answers)
        }
        Some(place) if !claim.returning => way.get(place + 1).cloned().unwrap_or_else(|| step.clone()),
        _ => way.into_iter().find(|on| !is_done(on, claim, rules)).unwrap_or(Step::Answers),
    }
}

/// The step before `step`; none before the first and after the ticket.
pub fn before(step: &Step, claim: &Claim, rules: &Rules) -> Option<Step> {
    if matches!(step, Step::Ticket) {
        return None;
    }
    if claim.returning {
        return Some(Step::Answers);
    }
    let way = way(claim, rules);
    let place = way.iter().position(|on| on == step)?;
    place.checked_sub(1).and_then(|place| way.get(place).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_found_again_by_its_name() {
        let mut steps = vec![
            Step::Preferences,
            Step::Consent,
            Step::Reason,
            Step::CounterOnly,
            Step::Checklist,
            Step::Missing,
            Step::Balance,
            Step::Jmo,
            Step::Bank,
            Step::Answers,
            Step::Declaration,
            Step::Day,
            Step::Time,
            Step::Ticket,
            Step::Counter,
            Step::Capture("ktp".into()),
        ];
        steps.extend(FieldName::ALL.map(Step::Field));
        for step in steps {
            assert_eq!(Step::parse(&step.name()), Some(step));
        }
        assert_eq!(Step::parse("elsewhere"), None);
    }
}
