//! What was read from documents, as answers that are offered. Nothing that was typed or answered is ever overwritten:
//! what was read only stands where nothing else does.

use crate::answer::{self, Checked};
use crate::state::{Said, World};
use crate::step::{BANK, FieldName, IDENTITY, Step};
use claim::{BirthDate, Claim, Event, PageId, ReadField};

/// The documents that fill in answers, in the order in which they are captured, with the fields.
const FILLING: [(&str, &[&str]); 4] = [
    (IDENTITY, &["name", "nik", "birth-date"]),
    ("kpj_card", &["kpj"]),
    ("bank_book", &[BANK, "account"]),
    ("npwp", &["npwp"]),
];
/// Of the KTP, to compare with the NIK: [`FEMALE`] or [`MALE`].
pub const SEX: &str = "sex";
/// Value of [`SEX`].
pub const FEMALE: &str = "female";
/// Value of [`SEX`].
pub const MALE: &str = "male";
/// Of the bank book, to compare with the name.
pub const HOLDER: &str = "holder";

/// The fields that a document fills in; none for a letter.
pub fn fields(document: &str) -> &'static [&'static str] {
    FILLING.iter().find(|(filling, _)| *filling == document).map_or(&[], |(_, fields)| fields)
}

/// The steps that ask for what a document fills in.
pub fn steps(document: &str) -> impl Iterator<Item = Step> {
    fields(document).iter().filter_map(|field| Step::parse(field))
}

/// The document on which the answer to a field stands.
pub fn source(field: &str) -> Option<&'static str> {
    FILLING.iter().find(|(_, fields)| fields.contains(&field)).map(|(document, _)| *document)
}

/// What was read for a field from the page in use.
pub fn offered<'a>(claim: &'a Claim, field: &str) -> Option<&'a str> {
    let reading = claim.reading(source(field)?)?;
    reading.value(field).filter(|_| reading.looks_like.is_none())
}

/// The answer to a field, or what was read for it.
pub fn stands<'a>(claim: &'a Claim, field: &str) -> Option<&'a str> {
    claim.answers.get(field).map(String::as_str).or_else(|| offered(claim, field))
}

/// What was begun by hand and is no answer yet.
pub(crate) fn draft<'a>(claim: &'a Claim, field: &str) -> Option<&'a str> {
    let open = !claim.answers.contains_key(field);
    claim.typed.get(field).map(String::as_str).filter(|text| open && !text.is_empty())
}

/// Whether all that a document fills in was read from it, so that a look is enough.
pub fn is_read(claim: &Claim, document: &str) -> bool {
    let fields = fields(document);
    !fields.is_empty() && fields.iter().all(|field| offered(claim, field).is_some())
}

/// The answers that are given by agreeing to what was read from a document. What was begun by hand is not among them.
pub(crate) fn agreed(claim: &Claim, document: &str) -> Vec<Event> {
    let open = fields(document).iter().filter(|field| !claim.answers.contains_key(**field));
    let open = open.filter(|field| draft(claim, field).is_none());
    let answered = |field: &&str| {
        let value = offered(claim, field)?.to_owned();
        Some(Event::Answered { field: (*field).to_owned(), value, read: true })
    };
    open.filter_map(answered).collect()
}

/// What is unusual about single values on a look at them; what does not go together is told by the differences.
pub(crate) fn doubts(claim: &Claim, document: &str, world: &World<'_>) -> Vec<Said> {
    let nik = claim.answers.get("nik").filter(|_| document == "npwp");
    let known = nik.map(|nik| ("nik".to_owned(), nik.clone())).into_iter().collect();
    let alone = Claim { answers: known, ..Claim::default() };
    let doubt = |field: &&str| {
        let Some(Step::Field(field)) = Step::parse(field) else { return None };
        let value = stands(claim, field.as_str())?;
        let date = BirthDate::from_iso(value).map(|date| date.typed());
        let Checked::Good { doubt, .. } =
            answer::check(field, date.as_deref().unwrap_or(value), &alone, world)
        else {
            return None;
        };
        let doubt = doubt?;
        // Nothing was typed that could be confirmed by typing it again.
        Some(Said { key: doubt.key.replace("doubt-", "look-"), ..doubt })
    };
    fields(document).iter().filter_map(doubt).collect()
}

/// What was read from a picture by the reader: fields by name, values, and how sure it is, 0 to 1. What cannot be such an answer was misread, and what the reader is not sure of is left to the participant.
pub fn event(
    document: &str,
    page: PageId,
    looks_like: Option<String>,
    read: &[(&str, String, f32)],
    claim: &Claim,
    world: &World<'_>,
) -> Event {
    let sure = |confidence: f32| (confidence.clamp(0.0, 1.0) * 100.0).round() as u8;
    let fields = read.iter().filter_map(|(field, text, confidence)| {
        let confidence = sure(*confidence);
        let value = understood(field, text, claim, world)?;
        let field = (*field).to_owned();
        (confidence >= world.config.reading.trust).then_some(ReadField { field, value, confidence })
    });
    Event::Read { document: document.to_owned(), page, looks_like, fields: fields.collect() }
}

/// What stands on a document, in the form of an answer.
fn understood(field: &str, text: &str, claim: &Claim, world: &World<'_>) -> Option<String> {
    match field {
        BANK => world.config.rules.banks.contains_key(text).then(|| text.to_owned()),
        SEX | HOLDER => Some(text.to_owned()).filter(|text| !text.trim().is_empty()),
        _ => {
            let Some(Step::Field(field)) = Step::parse(field) else { return None };
            let iso = (field == FieldName::BirthDate).then(|| BirthDate::from_iso(text)).flatten();
            let text = iso.map_or_else(|| text.to_owned(), |date| date.typed());
            match answer::check(field, &text, claim, world) {
                Checked::Good { value, .. } => Some(value),
                Checked::Bad(_) => None,
            }
        }
    }
}
