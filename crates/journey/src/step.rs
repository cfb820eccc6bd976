//! The steps of a claim: one question, one screen each.

use crate::reading;
use claim::eligibility::Question;

/// A step: one question, one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Language and size of type.
    Preferences,
    /// How it goes, before anything is asked.
    Overview,
    /// Use of personal data.
    Consent,
    /// Why they claim.
    Reason,
    /// Which other programme they come for.
    Programme,
    /// The other programme is for the counter.
    OtherProgramme,
    /// The reason is for the counter.
    CounterOnly,
    /// A question with a few answers.
    Ask(Ask),
    /// It cannot be claimed yet.
    NotYet,
    /// Documents at hand.
    Checklist,
    /// What to do about documents that are not at hand.
    Missing,
    /// Range of the balance.
    Balance,
    /// JMO pays this balance.
    Jmo,
    /// What comes of the answers so far.
    Ready,
    /// Picture of a document.
    Capture(String),
    /// A look at what was read from a document.
    Read(String),
    /// Something typed.
    Field(FieldName),
    /// Bank.
    Bank,
    /// The account may be asleep.
    Dormant,
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

/// A question with a few answers, each a touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Of the conditions of a reason.
    Condition(Question),
    /// How many KPJ there are.
    Cards,
    /// When the account was used last.
    LastUse,
}

/// The answer of an [`Ask`] that somebody does not know.
pub const UNKNOWN: &str = "unknown";
/// The answer of an [`Ask`]: yes.
pub const YES: &str = "yes";
/// The answer of an [`Ask`]: no.
pub const NO: &str = "no";

impl Ask {
    /// All of them.
    pub const ALL: [Ask; 7] = [
        Ask::Condition(Question::Age),
        Ask::Condition(Question::Ended),
        Ask::Condition(Question::Reported),
        Ask::Condition(Question::Years),
        Ask::Condition(Question::Partial),
        Ask::Cards,
        Ask::LastUse,
    ];

    /// Name in the journal and of the screen.
    pub fn as_str(self) -> &'static str {
        match self {
            Ask::Condition(Question::Age) => "age",
            Ask::Condition(Question::Ended) => "ended",
            Ask::Condition(Question::Reported) => "reported",
            Ask::Condition(Question::Years) => "years",
            Ask::Condition(Question::Partial) => "partial",
            Ask::Cards => "cards",
            Ask::LastUse => "last-use",
        }
    }

    /// The answers on offer.
    pub fn answers(self) -> &'static [&'static str] {
        match self {
            Ask::Condition(Question::Age) => &[YES, NO],
            Ask::Condition(Question::Partial) => &[NO, YES],
            Ask::Condition(_) => &[YES, NO, UNKNOWN],
            Ask::Cards => &["1", "2", "3"],
            Ask::LastUse => &["active", "inactive", "dormant", UNKNOWN],
        }
    }
}

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// Date of the letter that ended the work.
    EndedOn,
    /// Name as on the KTP.
    Name,
    /// NIK.
    Nik,
    /// Birth date.
    BirthDate,
    /// Number of the participant's card.
    Kpj,
    /// Number of a second card.
    Kpj2,
    /// Number of a third card.
    Kpj3,
    /// Mobile phone.
    Phone,
    /// Bank account.
    Account,
    /// Number of the tax card.
    Npwp,
}

impl FieldName {
    /// All of them, in the order of the way.
    pub const ALL: [FieldName; 10] = [
        Self::EndedOn,
        Self::Name,
        Self::Nik,
        Self::BirthDate,
        Self::Kpj,
        Self::Kpj2,
        Self::Kpj3,
        Self::Phone,
        Self::Account,
        Self::Npwp,
    ];

    /// Name in the journal and of the screen.
    pub fn as_str(self) -> &'static str {
        match self {
            FieldName::EndedOn => "ended-on",
            FieldName::Name => "name",
            FieldName::Nik => "nik",
            FieldName::BirthDate => "birth-date",
            FieldName::Kpj => "kpj",
            FieldName::Kpj2 => "kpj-2",
            FieldName::Kpj3 => "kpj-3",
            FieldName::Phone => "phone",
            FieldName::Account => "account",
            FieldName::Npwp => "npwp",
        }
    }

    /// The field whose words serve: a second card is asked for as the first.
    pub fn words(self) -> &'static str {
        match self {
            FieldName::Kpj2 | FieldName::Kpj3 => FieldName::Kpj.as_str(),
            _ => self.as_str(),
        }
    }
}

/// Field of the journal that holds the bank.
pub const BANK: &str = "bank";
/// Field of the journal that holds the day that is looked at.
pub const DAY: &str = "day";
/// Field of the journal that holds another programme.
pub const PROGRAMME: &str = "programme";
/// Field of the journal that holds what proves the identity, where it is not the KTP.
pub const IDENTITY_BY: &str = "identity";
/// The reason of who comes for another programme.
pub const OTHER: &str = "other";

/// The document from which the data are read; captured before they are typed.
pub const IDENTITY: &str = "ktp";
/// The document that stands for it where a foreigner has none.
pub const PASSPORT: &str = "passport";

/// Named parts of the way, shown as progress.
pub const PARTS: [&str; 6] = ["prepare", "data", "documents", "check", "schedule", "ticket"];

/// Names of the steps that hold nothing, both ways.
macro_rules! plain_steps {
    ($($step:ident => $name:literal,)*) => {
        fn plain_name(&self) -> &'static str {
            match self {
                $(Step::$step => $name,)*
                Step::Capture(_) => "capture",
                Step::Read(_) => "read",
                Step::Field(field) => field.as_str(),
                Step::Ask(ask) => ask.as_str(),
            }
        }

        fn plain(name: &str) -> Option<Self> {
            match name {
                $($name => Some(Step::$step),)*
                _ => None,
            }
        }
    };
}

impl Step {
    plain_steps! {
        Preferences => "preferences",
        Overview => "overview",
        Consent => "consent",
        Reason => "reason",
        Programme => "programme",
        OtherProgramme => "other-programme",
        CounterOnly => "counter-only",
        NotYet => "not-yet",
        Checklist => "checklist",
        Missing => "missing",
        Balance => "balance",
        Jmo => "jmo",
        Ready => "ready",
        Bank => "bank",
        Dormant => "dormant",
        Answers => "answers",
        Declaration => "declaration",
        Day => "day",
        Time => "slot",
        Ticket => "ticket",
        Counter => "counter",
    }

    /// Name in the journal and of the screen.
    pub fn name(&self) -> String {
        match self {
            Step::Capture(document) => format!("capture-{document}"),
            Step::Read(document) => format!("read-{document}"),
            _ => self.plain_name().to_owned(),
        }
    }

    /// From the journal.
    pub fn parse(name: &str) -> Option<Self> {
        let document = || name.strip_prefix("capture-").map(|document| Step::Capture(document.to_owned()));
        let field = || FieldName::ALL.into_iter().find(|field| field.as_str() == name).map(Step::Field);
        let ask = || Ask::ALL.into_iter().find(|ask| ask.as_str() == name).map(Step::Ask);
        let read = || name.strip_prefix("read-").map(|document| Step::Read(document.to_owned()));
        Step::plain(name).or_else(field).or_else(ask).or_else(document).or_else(read)
    }

    /// The part of the claim it belongs to, as an index into [`PARTS`].
    pub fn part(&self) -> usize {
        match self {
            Step::Preferences
            | Step::Overview
            | Step::Consent
            | Step::Reason
            | Step::Programme
            | Step::OtherProgramme
            | Step::CounterOnly
            | Step::Ask(Ask::Condition(_))
            | Step::Field(FieldName::EndedOn)
            | Step::NotYet
            | Step::Checklist
            | Step::Missing
            | Step::Balance
            | Step::Jmo
            | Step::Ready => 0,
            Step::Capture(document) if !reading::fields(document).is_empty() => 1,
            Step::Read(_) | Step::Field(_) | Step::Bank | Step::Ask(_) | Step::Dormant => 1,
            Step::Capture(_) => 2,
            Step::Answers | Step::Declaration => 3,
            Step::Day | Step::Time => 4,
            Step::Ticket | Step::Counter => 5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_and_typed_is_found_again_by_its_name() {
        let steps = FieldName::ALL.map(Step::Field).into_iter().chain(Ask::ALL.map(Step::Ask));
        for step in steps.chain([Step::Capture("ktp".into()), Step::Read("ktp".into()), Step::Time]) {
            assert_eq!(Step::parse(&step.name()), Some(step));
        }
        assert_eq!(Step::parse("elsewhere"), None);
    }
}
