//! What was typed into a field: its value, a doubt, or a plain sentence that says what to do.

use crate::state::{Said, World};
use crate::step::{BANK, FieldName};
use claim::identifiers::{Checked as Parsed, Doubt, Wrong, past_date};
use claim::{BankAccount, BirthDate, Claim, Kpj, Nik, Npwp, PersonName, Phone};

/// What was typed.
pub enum Checked {
    /// It can be that.
    Good {
        /// As the journal keeps it.
        value: String,
        /// Something to ask about.
        doubt: Option<Said>,
    },
    /// It cannot be that.
    Bad(Said),
}

/// Checks what was typed into a field.
pub fn check(field: FieldName, text: &str, claim: &Claim, world: &World<'_>) -> Checked {
    let known = |field: FieldName| claim.answers.get(field.as_str());
    let today = world.now.date();
    let value = match field {
        FieldName::Name => plain(PersonName::parse(text), PersonName::as_str),
        FieldName::Nik => plain(Nik::parse(text), Nik::as_str).map(|(value, mut doubts)| {
            let birth = known(FieldName::BirthDate).and_then(|date| BirthDate::from_iso(date));
            let other =
                Nik::parse(&value).is_ok_and(|nik| birth.is_some_and(|birth| !nik.fits(birth.date())));
            doubts.extend(other.then_some(Doubt::OtherBirthDate));
            let unknown = Nik::parse(&value).is_ok_and(|nik| nik.region().is_none());
            doubts.extend(unknown.then_some(Doubt::UnknownRegion));
            (value, doubts)
        }),
        FieldName::BirthDate => {
            let nik = known(FieldName::Nik).and_then(|nik| Nik::parse(nik).ok());
            let youngest = world.config.rules.limits.youngest;
            doubted(BirthDate::parse(text, today, youngest, nik.as_ref()), |date| date.date().to_string())
        }
        FieldName::EndedOn => past_date(text, today).map(|date| (date.to_string(), vec![])),
        FieldName::Npwp => {
            doubted(Npwp::parse(text), |npwp| npwp.as_str().into()).map(|(value, mut doubts)| {
                // Of 16 digits, it is the participant's own NIK, or 0 and the old number.
                let own = known(FieldName::Nik).is_none_or(|nik| *nik == value);
                let odd = value.len() == 16 && !value.starts_with('0') && !own;
                doubts.extend(odd.then_some(Doubt::UnusualNumber));
                (value, doubts)
            })
        }
        FieldName::Kpj | FieldName::Kpj2 | FieldName::Kpj3 => {
            doubted(Kpj::parse(text), |kpj| kpj.as_str().into())
        }
        FieldName::Phone => plain(Phone::parse(text), Phone::as_str),
        FieldName::Account => {
            let bank = claim.answers.get(BANK).and_then(|bank| world.config.rules.banks.get(bank));
            let usual = bank.and_then(|bank| bank.digits);
            doubted(BankAccount::parse(text, usual), |account| account.as_str().into())
        }
    };
    let words = field.words();
    match value {
        Ok((value, doubts)) => Checked::Good { value, doubt: doubts.first().map(|d| doubt(words, *d)) },
        Err(problem) => Checked::Bad(wrong(words, problem)),
    }
}

type Value = Result<(String, Vec<Doubt>), Wrong>;

fn plain<T>(parsed: Result<T, Wrong>, text: impl Fn(&T) -> &str) -> Value {
    parsed.map(|value| (text(&value).to_owned(), vec![]))
}

fn doubted<T>(parsed: Result<Parsed<T, Doubt>, Wrong>, text: impl Fn(&T) -> String) -> Value {
    parsed.map(|parsed| (text(&parsed.value), parsed.warnings))
}

/// The sentence for something wrong, such as `wrong-nik-too-short`.
pub fn wrong(field: &str, wrong: Wrong) -> Said {
    let (kind, numbers) = match wrong {
        Wrong::Empty => ("empty", None),
        Wrong::NotDigits => ("not-digits", None),
        Wrong::TooShort { found, wanted } => ("too-short", Some((found, wanted))),
        Wrong::TooLong { found, wanted } => ("too-long", Some((found, wanted))),
        Wrong::Impossible => ("impossible", None),
        Wrong::NoSuchDay => ("no-such-day", None),
        Wrong::Future => ("future", None),
        Wrong::TooLongAgo => ("too-long-ago", None),
        Wrong::NotAName => ("not-a-name", None),
        Wrong::NotMobile => ("not-mobile", None),
    };
    let said = Said::new(format!("wrong-{field}-{kind}"));
    match numbers {
        Some((found, wanted)) => said.with("found", found).with("wanted", wanted),
        None => said,
    }
}

fn doubt(field: &str, doubt: Doubt) -> Said {
    match doubt {
        Doubt::UnusualLength { usual } => Said::new(format!("doubt-{field}-length")).with("usual", usual),
        Doubt::OtherBirthDate => Said::new(format!("doubt-{field}-other")),
        Doubt::VeryYoung => Said::new(format!("doubt-{field}-young")),
        Doubt::UnknownRegion => Said::new(format!("doubt-{field}-region")),
        Doubt::UnusualNumber => Said::new(format!("doubt-{field}-number")),
    }
}

/// The texts that [`check`] can ask for.
pub fn keys() -> Vec<String> {
    let wrong = [
        ("name", "empty not-a-name too-short too-long"),
        ("nik", "empty not-digits too-short too-long impossible"),
        ("birth-date", "empty not-digits too-short too-long no-such-day future too-long-ago"),
        ("ended-on", "empty not-digits too-short too-long no-such-day future too-long-ago"),
        ("npwp", "empty not-digits too-short too-long"),
        ("kpj", "empty not-digits too-short too-long"),
        ("phone", "empty not-digits too-short too-long not-mobile"),
        ("account", "empty not-digits too-short too-long"),
    ];
    let doubts = [
        ("nik", "other region"),
        ("birth-date", "other young"),
        ("kpj", "length"),
        ("npwp", "number"),
        ("account", "length"),
    ];
    let each = |what: &'static str, all: &[(&'static str, &'static str)]| -> Vec<String> {
        let of = |(field, kinds): &(&str, &'static str)| {
            let field = (*field).to_owned();
            kinds.split(' ').map(move |kind| format!("{what}-{field}-{kind}")).collect::<Vec<_>>()
        };
        all.iter().flat_map(of).collect()
    };
    // At a look, only what the differences do not tell.
    let looks = [("nik", "region"), ("birth-date", "young"), ("kpj", "length"), ("npwp", "number")];
    [each("wrong", &wrong), each("doubt", &doubts), each("look", &looks)].concat()
}
