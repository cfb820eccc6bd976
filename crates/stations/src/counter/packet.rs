//! The packet of the open ticket: what is there, what needs care, and how far the two verifications are. It shows no more
//! of a person than the packet that is handed over.

use super::desk::Draw;
use super::{Check, CounterAction, DocumentRow, Key, Line, Packet, PacketView, PageView, Tone, Weight};
use crate::words::with;
use claim::{Claim, NotNow, Stage};
use journey::step::{BANK, FieldName};
use journey::{differences, in_groups, way};
use queue::Ticket;

pub(super) fn view(draw: &Draw<'_>, open: Option<&Ticket>) -> Option<PacketView> {
    let Packet::Claim { claim, kept } = draw.world.packet else { return None };
    // Nothing but a number at the counter so far.
    claim.reason.as_ref()?;
    let documents = documents(draw, claim);
    let warnings: Vec<String> = (differences(claim, &draw.world.config.rules).iter())
        .map(|difference| {
            let (label, value) = difference.told(draw);
            format!("{label}: {value}")
        })
        .collect();
    let care = documents.iter().filter(|row| row.tone != Tone::Good).count() + warnings.len();
    let (tone, state) = match care {
        0 => (Tone::Good, draw.t("desk-complete")),
        care => {
            (Tone::Care, with(draw, "desk-incomplete", "missing", i64::try_from(care).unwrap_or(i64::MAX)))
        }
    };
    Some(PacketView {
        title: draw.t("desk-packet"),
        person: claim.answers.get(FieldName::Name.as_str()).cloned().unwrap_or_default(),
        tone,
        state,
        page: page(draw, claim, kept),
        documents,
        documents_label: draw.t("desk-documents"),
        warnings,
        warnings_label: draw.t("desk-warnings"),
        answers: answers(draw, claim),
        answers_label: draw.t("desk-answers"),
        checks: Stage::ALL.iter().map(|stage| check(draw, claim, *stage)).collect(),
        keys: keys(draw, claim, open),
    })
}

/// The documents of the claim, each with its state; a digit looks at it.
fn documents(draw: &Draw<'_>, claim: &Claim) -> Vec<DocumentRow> {
    let wanted = way::wanted(claim, &draw.world.config.rules).into_iter().enumerate();
    let row = |(place, needed): (usize, claim::rules::Needed)| {
        let code = needed.document;
        let pages = claim.pages.get(&code);
        let (tone, state) = match pages {
            _ if claim.asked.contains_key(&code) => (Tone::Open, "check-asked"),
            Some(_) if claim.flagged(&code) => (Tone::Care, "desk-document-flagged"),
            Some(pages) if pages.kept.is_some() => (Tone::Good, "desk-document-there"),
            Some(pages) if pages.later => (Tone::Care, "desk-document-later"),
            _ => (Tone::Care, "desk-document-missing"),
        };
        let look = CounterAction::Look { document: code.clone() };
        let key = draw.one_of(place, &format!("look-{code}"), draw.document(&code), look);
        let chosen = draw.counter.page.as_ref().is_some_and(|(looked_at, _)| *looked_at == code);
        DocumentRow { key: Key { note: Some(draw.t(state)), ..key }, tone, chosen }
    };
    wanted.map(row).collect()
}

/// The documents that can be asked for again.
pub(super) fn documents_to_ask(draw: &Draw<'_>) -> Vec<(String, String, CounterAction)> {
    let Packet::Claim { claim, .. } = draw.world.packet else { return vec![] };
    let wanted = way::wanted(claim, &draw.world.config.rules).into_iter();
    let choice = |needed: claim::rules::Needed| {
        let code = needed.document;
        let action = CounterAction::AskDocument { document: code.clone() };
        (format!("ask-{code}"), draw.document(&code), action)
    };
    wanted.map(choice).collect()
}

/// The page that is looked at.
fn page(draw: &Draw<'_>, claim: &Claim, kept: &[String]) -> Option<PageView> {
    let (document, at) = draw.counter.page.as_ref()?;
    let pages: Vec<_> = claim.all_kept(document).map(|page| page.page).collect();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let at = at % pages.len().max(1);
    let page = pages.get(at)?;
    let there = kept.contains(document);
    let name = draw.document(document);
    let label = match pages.len() {
        1 => name,
        several => draw.filled(
            "desk-page",
            &[
                ("document", name.as_str().into()),
                ("page", number(at + 1).into()),
                ("pages", number(several).into()),
            ],
        ),
    };
    Some(PageView {
        label,
        image: there.then(|| format!("preview://localhost/page/{page}")),
        gone: (!there).then(|| draw.t("desk-page-gone")),
        on: (pages.len() > 1).then(|| draw.key("page-on", Weight::Plain, CounterAction::PageOn)),
    })
}

/// What was typed or read: as in the packet that is handed over.
fn answers(draw: &Draw<'_>, claim: &Claim) -> Vec<Line> {
    let rules = &draw.world.config.rules;
    let coded = |of: &str, code: &Option<String>| Some(draw.t(&format!("{of}-{}", code.as_ref()?)));
    let bank = claim.answers.get(BANK).and_then(|code| rules.banks.get(code));
    let line = |key: &str, value: Option<String>| Some(Line { label: draw.t(key), value: value? });
    let field = |field: FieldName| {
        let value = claim.answers.get(field.as_str())?;
        let value = match field {
            FieldName::BirthDate => {
                value.parse().map(|date| draw.birth_date(date)).unwrap_or_else(|_| value.clone())
            }
            _ => in_groups(value),
        };
        line(&format!("{}-label", field.words()), Some(value))
    };
    let slot = claim.slot.map(|slot| format!("{}, {}", draw.date(slot.date), draw.time(slot.time)));
    [
        line("answer-reason", coded("reason", &claim.reason)),
        line("answer-balance", coded("balance", &claim.balance)),
        line("packet-interview", slot),
        field(FieldName::Nik),
        field(FieldName::BirthDate),
        field(FieldName::Kpj),
        field(FieldName::Phone),
        line("answer-bank", bank.map(|bank| bank.name.clone())),
        field(FieldName::Account),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One of the two verifications: who made it, or why it is not time for it.
fn check(draw: &Draw<'_>, claim: &Claim, stage: Stage) -> Check {
    let officers = &draw.world.config.officers;
    let label = draw.t(&format!("check-{}", stage.as_str()));
    if let Some(by) = claim.verified.get(&stage) {
        let name = officers.get(by).map_or(by.as_str(), |officer| officer.name.as_str());
        return Check { label, state: with(draw, "desk-verified", "name", name), tone: Tone::Good };
    }
    let me = draw.counter.officer.as_deref().unwrap_or_default();
    let why = match claim.may_verify(stage, me) {
        Err(NotNow::Asked) => "desk-after-again",
        Err(NotNow::FirstIsMissing) => "desk-after-first",
        Err(NotNow::SamePerson) => "desk-not-you",
        Ok(()) | Err(NotNow::Done) => "desk-verify-ahead",
    };
    Check { label, state: draw.t(why), tone: Tone::Open }
}

/// What this officer can do with the packet now. While the person is only called, nothing is decided.
fn keys(draw: &Draw<'_>, claim: &Claim, open: Option<&Ticket>) -> Vec<Key> {
    if open.is_none_or(|ticket| ticket.state == queue::TicketState::Called) {
        return vec![];
    }
    let me = draw.counter.officer.as_deref().unwrap_or_default();
    let stage = draw.world.config.officers.get(me).map(|officer| Stage::from(officer.checks));
    let verify = stage
        .filter(|stage| claim.may_verify(*stage, me).is_ok())
        .map(|stage| draw.key(&format!("verify-{}", stage.as_str()), Weight::First, CounterAction::Verify));
    let ask = draw.key("ask-again", Weight::Plain, CounterAction::AskAgain);
    let repair = match claim.repair {
        None => draw.key("repair", Weight::Plain, CounterAction::Repair),
        Some(due) => {
            let note = with(draw, "desk-repair-due", "date", draw.date(due).as_str());
            Key { note: Some(note), ..draw.key("repair-done", Weight::Plain, CounterAction::RepairDone) }
        }
    };
    verify.into_iter().chain([ask, repair]).collect()
}
