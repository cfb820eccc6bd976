//! The way through a claim. It is derived from the answers, so that a changed answer changes the way and nothing else.

use crate::reading;
use crate::step::{
    Ask, BANK, DAY, FieldName, IDENTITY, IDENTITY_BY, NO, OTHER, PARTS, PASSPORT, PROGRAMME, Step, UNKNOWN,
    YES,
};
use claim::eligibility::{Facts, Question, Since, Verdict};
use claim::rules::{Known, Need, Needed, Reason, Shape};
use claim::{BirthDate, Claim, Rules};
use jiff::civil::Date;

fn answer<'a>(claim: &'a Claim, name: &str) -> Option<&'a str> {
    claim.answers.get(name).map(String::as_str)
}

fn said(claim: &Claim, question: Question) -> Option<bool> {
    match answer(claim, Ask::Condition(question).as_str())? {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

/// What the answers say about the conditions of a reason.
pub fn facts(claim: &Claim) -> Facts {
    let long_enough = |question| match said(claim, question) {
        Some(true) => Since::LongEnough,
        _ => Since::Unknown,
    };
    let birth = answer(claim, FieldName::BirthDate.as_str()).and_then(BirthDate::from_iso);
    let letter = answer(claim, FieldName::EndedOn.as_str()).and_then(|date| date.parse().ok());
    Facts {
        born: birth.map_or_else(|| long_enough(Question::Age), |birth| Since::Day(birth.date())),
        ended: match (said(claim, Question::Ended), letter) {
            (Some(false), Some(letter)) => Since::Day(letter),
            _ => long_enough(Question::Ended),
        },
        reported: said(claim, Question::Reported),
        long_member: said(claim, Question::Years),
        earlier_partial: said(claim, Question::Partial),
    }
}

/// The reason as the rules have it; none for another programme, and before one is chosen.
pub fn reason<'a>(claim: &Claim, rules: &'a Rules) -> Option<&'a Reason> {
    rules.reasons.get(claim.reason.as_ref()?)
}

/// Whether it can be claimed on `today`, as far as the answers say.
pub fn verdict(claim: &Claim, rules: &Rules, today: Date) -> Verdict {
    rules.verdict(claim.reason.as_deref().unwrap_or_default(), &facts(claim), today)
}

/// Whether the identity is proved by a passport.
pub fn by_passport(claim: &Claim) -> bool {
    answer(claim, IDENTITY_BY) == Some(PASSPORT)
}

/// The documents of this claim; none before a reason is chosen.
pub fn documents(claim: &Claim, rules: &Rules) -> Vec<Needed> {
    let reason = claim.reason.as_deref().unwrap_or_default();
    let known = Known { band: claim.balance.as_deref(), earlier_partial: said(claim, Question::Partial) };
    let mut documents = rules.documents_for(reason, known);
    if by_passport(claim) {
        for needed in documents.iter_mut().filter(|needed| needed.document == IDENTITY) {
            needed.document = PASSPORT.to_owned();
        }
    }
    documents
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

/// The way from the first step to the last, as the answers so far have it on `today`.
pub fn way(claim: &Claim, rules: &Rules, today: Date) -> Vec<Step> {
    let mut way = vec![Step::Preferences, Step::Overview, Step::Consent, Step::Reason];
    if claim.reason.as_deref() == Some(OTHER) {
        way.push(Step::Programme);
        way.extend(answer(claim, PROGRAMME).map(|_| Step::OtherProgramme));
        return way;
    }
    let Some(reason) = reason(claim, rules) else { return way };
    if !reason.online {
        way.push(Step::CounterOnly);
        return way;
    }
    for question in reason.questions() {
        way.push(Step::Ask(Ask::Condition(question)));
        match (question, said(claim, question)) {
            (Question::Age, Some(false)) => way.push(Step::Field(FieldName::BirthDate)),
            (Question::Ended, Some(false)) => way.push(Step::Field(FieldName::EndedOn)),
            _ => {}
        }
    }
    if verdict(claim, rules, today) != Verdict::Possible {
        way.push(Step::NotYet);
        return way;
    }
    way.push(Step::Checklist);
    if by_passport(claim) {
        way.push(Step::CounterOnly);
        return way;
    }
    if !missing(claim, rules).is_empty() {
        way.push(Step::Missing);
    }
    way.push(Step::Balance);
    if claim.balance.as_deref().is_some_and(|band| rules.within_jmo(band)) {
        way.push(Step::Jmo);
        return way;
    }
    let known = Known { band: claim.balance.as_deref(), earlier_partial: None };
    if !reason.partial && claim.balance.is_some() && rules.wants_npwp(known) != Some(true) {
        way.push(Step::Ask(Ask::Condition(Question::Partial)));
    }
    way.push(Step::Ready);
    let captured: Vec<String> = documents(claim, rules)
        .into_iter()
        .filter(|needed| is_captured(needed, claim))
        .map(|needed| needed.document)
        .collect();
    let capture =
        |document: &str| captured.iter().find(|captured| *captured == document).cloned().map(Step::Capture);
    way.extend(capture(IDENTITY));
    fill_in(IDENTITY, claim, &mut way);
    way.extend(capture("kpj_card"));
    fill_in("kpj_card", claim, &mut way);
    way.push(Step::Ask(Ask::Cards));
    let cards = answer(claim, Ask::Cards.as_str()).and_then(|cards| cards.parse().ok()).unwrap_or(1);
    way.extend([FieldName::Kpj2, FieldName::Kpj3].map(Step::Field).into_iter().take(cards - cards.min(1)));
    way.extend(capture("bank_book"));
    fill_in("bank_book", claim, &mut way);
    way.push(Step::Ask(Ask::LastUse));
    if matches!(answer(claim, Ask::LastUse.as_str()), Some("inactive" | "dormant" | UNKNOWN)) {
        way.push(Step::Dormant);
    }
    if let Some(tax) = capture("npwp") {
        way.push(tax);
        fill_in("npwp", claim, &mut way);
    }
    way.push(Step::Field(FieldName::Phone));
    way.extend(
        captured.into_iter().filter(|document| reading::fields(document).is_empty()).map(Step::Capture),
    );
    way.extend([Step::Answers, Step::Declaration, Step::Day, Step::Time, Step::Ticket]);
    way
}

/// After the picture of a document: a look at what was read from it, or the questions that it would have answered.
fn fill_in(document: &str, claim: &Claim, way: &mut Vec<Step>) {
    if reading::is_read(claim, document) {
        return way.push(Step::Read(document.to_owned()));
    }
    let asked: Vec<Step> = reading::steps(document).filter(|step| !way.contains(step)).collect();
    way.extend(asked);
}

/// The look on the way that takes the place of a question.
fn look_instead(step: &Step, way: &[Step]) -> Option<Step> {
    let name = step.name();
    way.iter()
        .find(|on| matches!(on, Step::Read(of) if reading::fields(of).contains(&name.as_str())))
        .cloned()
}

/// Whether nothing is left to do at a step.
fn is_done(step: &Step, claim: &Claim, rules: &Rules) -> bool {
    match step {
        Step::Preferences => claim.language.is_some(),
        Step::Overview | Step::Missing | Step::Ready | Step::Dormant => true,
        Step::Consent => claim.consent.is_some(),
        Step::Reason => claim.reason.is_some(),
        Step::Programme => claim.answers.contains_key(PROGRAMME),
        Step::Ask(ask) => claim.answers.contains_key(ask.as_str()),
        Step::Checklist => all_said(claim, rules),
        Step::Balance => claim.balance.is_some(),
        Step::Capture(document) => {
            let taken = claim.pages.get(document).is_some_and(|pages| pages.kept.is_some() || pages.later);
            taken && !claim.asked.contains_key(document)
        }
        Step::Read(document) => {
            reading::fields(document).iter().all(|field| claim.answers.contains_key(*field))
        }
        Step::Field(field) => claim.answers.contains_key(field.as_str()),
        Step::Bank => claim.answers.contains_key(BANK),
        Step::Declaration => claim.declared.is_some(),
        Step::Day => claim.answers.contains_key(DAY),
        Step::Time => claim.slot.is_some(),
        Step::CounterOnly
        | Step::OtherProgramme
        | Step::NotYet
        | Step::Jmo
        | Step::Answers
        | Step::Ticket
        | Step::Counter => false,
    }
}

/// Whether each document of the checklist has its answer.
pub fn all_said(claim: &Claim, rules: &Rules) -> bool {
    checklist(claim, rules).iter().all(|needed| claim.have.contains_key(&needed.document))
}

/// Which of the [`PARTS`] are done, as far as the answers say.
pub fn done(claim: &Claim, rules: &Rules, today: Date) -> [bool; PARTS.len()] {
    let way = way(claim, rules, today);
    let held = |step: &Step| match step {
        // A look at the answers is part of declaring them.
        Step::Answers => true,
        Step::Ticket => claim.interview.is_some(),
        _ => is_done(step, claim, rules),
    };
    std::array::from_fn(|part| {
        let mut steps = way.iter().filter(|step| step.part() == part).peekable();
        steps.peek().is_some() && steps.all(held)
    })
}

/// The step after `step`. Where an answer was changed from the check of the answers, that is the first one with
/// something left to do, at the latest the check itself.
pub fn after(step: &Step, claim: &Claim, rules: &Rules, today: Date) -> Step {
    if let (Step::Capture(_), true) = (step, claim.interview.is_some()) {
        // Handed over: what an officer wants again is taken, and nothing else is asked.
        return claim.asked_first().map_or(Step::Ticket, |document| Step::Capture(document.to_owned()));
    }
    let way = way(claim, rules, today);
    let place = way.iter().position(|on| on == step);
    match place {
        // A changed reason may have brought questions that nobody has answered yet.
        Some(place) if *step == Step::Answers => {
            let open = way[..place].iter().find(|on| !is_done(on, claim, rules));
            open.or_else(|| way.get(place + 1)).cloned().unwrap_or(Step::Answers)
        }
        Some(place) if !claim.returning => way.get(place + 1).cloned().unwrap_or_else(|| step.clone()),
        // A value that was read has been corrected: a look at all of them again.
        None if let Some(look) = look_instead(step, &way).filter(|_| !claim.returning) => look,
        _ if let Some(next) = goes_with(step).filter(|next| is_asked(next, &way)) => next,
        _ => way.into_iter().find(|on| !is_done(on, claim, rules)).unwrap_or(Step::Answers),
    }
}

/// Whether a step is on the way, or a look that takes its place.
pub fn is_asked(step: &Step, way: &[Step]) -> bool {
    way.contains(step) || look_instead(step, way).is_some()
}

/// What has to be looked at again when an answer was changed: the account with its bank, its last use with the
/// account, the papers with what asks for them.
fn goes_with(changed: &Step) -> Option<Step> {
    match changed {
        Step::Bank => Some(Step::Field(FieldName::Account)),
        Step::Field(FieldName::Account) => Some(Step::Ask(Ask::LastUse)),
        Step::Ask(Ask::LastUse) => Some(Step::Dormant),
        Step::Checklist | Step::Balance | Step::Ask(Ask::Condition(Question::Partial)) => Some(Step::Missing),
        _ => None,
    }
}

/// The step before `step`; none before the first and after the ticket.
pub fn before(step: &Step, claim: &Claim, rules: &Rules, today: Date) -> Option<Step> {
    if matches!(step, Step::Ticket) {
        return None;
    }
    if let (Step::Capture(_), true) = (step, claim.interview.is_some()) {
        return Some(Step::Ticket);
    }
    let way = way(claim, rules, today);
    if claim.returning && way.contains(&Step::Answers) {
        return Some(Step::Answers);
    }
    match way.iter().position(|on| on == step) {
        Some(place) => place.checked_sub(1).and_then(|place| way.get(place).cloned()),
        // A look takes its place, or a changed answer has led away from it.
        None => look_instead(step, &way).or_else(|| way.last().cloned()),
    }
}
