//! What each action does. Pure: events and effects come out, nothing is touched.

use crate::answer::{self, Checked};
use crate::state::{
    Case, Effect, Opening, Outcome, Over, PaperKind, Place, Said, Secret, State, View, World,
};
use crate::step::{BANK, DAY, FieldName, IDENTITY_BY, PROGRAMME, Step};
use crate::{Action, Body, Screen};
use crate::{reading, way};
use claim::eligibility::Verdict;
use claim::satisfaction::{ELEMENTS, OVERALL};
use claim::{BirthDate, Claim, CloseWay, Event, TicketKind};
use kiosk_config::Language;
use queue::TicketState;

/// Edition of the consent and of the declaration in the texts; it is raised when their meaning changes.
pub const CONSENT_TEXT: &str = "2026-1";

/// Longest text that a field takes, in characters; more is cut off, as no answer is that long.
pub const LONGEST: usize = 200;

/// Misses in a row after which an earlier claim is not looked for any more.
const MISSES: u32 = 5;

/// The action is none of those that the screen offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOffered;

/// What `action` leads to on `screen`, which is the one that shows now.
pub fn act(
    state: &State,
    screen: &Screen,
    action: &Action,
    world: &World<'_>,
) -> Result<Outcome, NotOffered> {
    if !offers(screen, action) {
        return Err(NotOffered);
    }
    let mut outcome = Outcome { view: state.view.clone(), ..Outcome::default() };
    if let Action::Voice { on } = action {
        outcome.view.voice.on = *on;
        return Ok(outcome);
    }
    outcome.view.problem = None;
    outcome.view.banner = None;
    outcome.view.idle_left = None;
    match (&state.case, state.step()) {
        _ if state.view.over.is_some() => over(state, action, world, &mut outcome),
        (Some(case), Some(step)) => in_case(&case.claim, &step, action, world, &mut outcome),
        _ => waiting(state, action, world, &mut outcome),
    }
    if state.practises() {
        practise(&mut outcome);
    }
    keep_voice(state, &mut outcome);
    Ok(outcome)
}

/// Whoever listens goes on listening until the session ends.
fn keep_voice(state: &State, outcome: &mut Outcome) {
    if !outcome.wipe {
        outcome.view.voice = state.view.voice;
    }
}

/// While no case is open.
fn waiting(state: &State, action: &Action, world: &World<'_>, outcome: &mut Outcome) {
    match action {
        Action::Begin => open(state, world, outcome, Opening::Claim),
        Action::Practice => open(state, world, outcome, Opening::Practice),
        Action::Guide => go(outcome, Place::Guide),
        Action::Documents => go(outcome, Place::Reasons),
        Action::PrintAgain => {
            outcome.view.banner = Some(Said::new("banner-printing"));
            outcome.effects.push(Effect::Print(PaperKind::Guide));
        }
        Action::Choose { id } if state.view.place == Place::Reasons => {
            go(outcome, Place::Documents);
            outcome.view.reason = Some(id.clone());
        }
        Action::Choose { id } => rate(state, id, outcome),
        Action::Next if state.view.place == Place::Survey => pass_over(outcome),
        Action::Next => go(outcome, Place::Survey),
        Action::Language { language } => {
            outcome.view.language = Language::from_tag(language);
            if state.view.place == Place::Waiting {
                let chosen = State { view: outcome.view.clone(), ..State::default() };
                open(&chosen, world, outcome, Opening::Claim);
            }
        }
        Action::CallAssistant => outcome.view.over = Some(Over::Assistant),
        Action::CounterTicket => outcome.view.over = Some(Over::Counter),
        Action::Resume => go(outcome, Place::Scan),
        Action::TypeCode => go(outcome, Place::Code),
        Action::Back => match state.view.place {
            Place::Code => go(outcome, Place::Scan),
            Place::Documents => go(outcome, Place::Reasons),
            // Who came to the end is gone; the language chosen goes with them.
            place if place.is_afterwards() => {
                outcome.view = View { visit: state.view.visit, ..View::default() }
            }
            _ => go(outcome, Place::Waiting),
        },
        Action::Typed { text } => outcome.view.typed = cut(text),
        Action::Answer { text } => {
            outcome.view.typed = cut(text);
            match state.view.place {
                Place::BirthDate => resume_by_birth_date(state, text, world, outcome),
                _ => outcome.effects.push(Effect::FindCode(Secret(cut(text)))),
            }
        }
        _ => {}
    }
}

fn go(outcome: &mut Outcome, place: Place) {
    outcome.view.place = place;
    outcome.view.reason = None;
    outcome.view.typed.clear();
    outcome.view.found = None;
}

/// Counts an answer about satisfaction.
fn rate(state: &State, id: &str, outcome: &mut Outcome) {
    let element = match state.view.place {
        Place::Survey => ELEMENTS.get(state.view.asked).copied().unwrap_or(OVERALL),
        _ => OVERALL,
    };
    if let Ok(score @ 1..=4) = id.parse() {
        outcome.effects.push(Effect::Rate { element, score });
    }
    match state.view.place {
        Place::Survey => pass_over(outcome),
        _ => go(outcome, Place::Thanks),
    }
}

/// On to the next question about satisfaction.
fn pass_over(outcome: &mut Outcome) {
    outcome.view.asked += 1;
    outcome.view.visit += 1;
    if outcome.view.asked >= ELEMENTS.len() {
        go(outcome, Place::Thanks);
    }
}

/// Of a practice nothing is carried out, and the only paper says that it is practice.
fn practise(outcome: &mut Outcome) {
    let mut paper_left_out = false;
    outcome.effects.retain_mut(|effect| match effect {
        Effect::Print(PaperKind::Ticket(ticket)) => {
            *effect = Effect::Print(PaperKind::Practice(*ticket));
            true
        }
        Effect::Print(_) => {
            paper_left_out = true;
            false
        }
        Effect::Deliver | Effect::Rate { .. } => false,
        Effect::Shoot { .. } | Effect::FindCode(_) => true,
    });
    if paper_left_out {
        outcome.view.banner = Some(Said::new("banner-practice"));
    }
    if outcome.wipe {
        outcome.view.place = Place::Waiting;
    }
}

/// Opens a case; language and look go with it.
fn open(state: &State, world: &World<'_>, outcome: &mut Outcome, opening: Opening) {
    outcome.open = Some(opening);
    outcome.events = vec![
        Event::Preferred {
            language: state.language(world.config).tag().into(),
            text_size: state.text_size().number(),
            high_contrast: false,
        },
        moved(&Step::Preferences, false),
    ];
    outcome.view = View { visit: state.view.visit, ..View::default() };
}

/// What the store found for a code.
pub fn found(state: &State, case: Option<Case>, by_token: bool, world: &World<'_>) -> Outcome {
    let mut outcome = Outcome { view: state.view.clone(), ..Outcome::default() };
    match case {
        Some(case) if by_token || !case.claim.answers.contains_key(FieldName::BirthDate.as_str()) => {
            resume(case, world, &mut outcome);
        }
        Some(case) => {
            go(&mut outcome, Place::BirthDate);
            outcome.view.found = Some(case);
        }
        None => miss(&mut outcome, "problem-code-unknown"),
    }
    keep_voice(state, &mut outcome);
    outcome
}

fn resume_by_birth_date(state: &State, text: &str, world: &World<'_>, outcome: &mut Outcome) {
    let Some(case) = &state.view.found else { return go(outcome, Place::Code) };
    let typed = BirthDate::parse(text, world.now.date(), 0, None).map(|checked| checked.value);
    let known =
        case.claim.answers.get(FieldName::BirthDate.as_str()).and_then(|date| BirthDate::from_iso(date));
    match (typed, known) {
        (Ok(typed), Some(known)) if typed == known => resume(case.clone(), world, outcome),
        (Ok(_), _) => miss(outcome, "problem-birth-date-other"),
        (Err(wrong), _) => outcome.view.problem = Some(answer::wrong("birth-date", wrong)),
    }
}

/// Back to the same screen, unless time has passed it by: a number for the counter of another day, a day or time for
/// the interview that is over.
fn resume(case: Case, world: &World<'_>, outcome: &mut Outcome) {
    outcome.view = View { visit: outcome.view.visit, ..View::default() };
    outcome.events = vec![Event::Resumed];
    let claim = &case.claim;
    if let Some(due) = claim.repair.filter(|due| *due > world.now.date()) {
        outcome.effects.push(Effect::Print(PaperKind::Return { due }));
    }
    if let Some(document) = claim.asked_first() {
        outcome.view.retaking = first_page(document, world);
        // Before it is handed over, it goes on afterwards with what is left to do.
        let returning = claim.interview.is_none();
        outcome.events.push(moved(&Step::Capture(document.to_owned()), returning));
        outcome.resume = Some(case);
        return;
    }
    match claim.step.as_deref().and_then(Step::parse) {
        Some(Step::Counter) if !counter_number_counts(claim, world) => {
            outcome.events.push(moved(&back_to_claim(claim, world), false));
        }
        Some(Step::Ticket) if missed(claim, world) => {
            outcome.events.push(moved(&Step::Day, false));
            outcome.view.banner = Some(Said::new("banner-missed"));
        }
        Some(Step::Time) => {
            let day = claim.answers.get(DAY).and_then(|day| day.parse().ok());
            if day.is_none_or(|day: jiff::civil::Date| day <= world.now.date()) {
                outcome.events.push(moved(&Step::Day, false));
            }
        }
        // Days have passed, and it may be possible now.
        Some(Step::NotYet) => outcome.events.push(moved(&back_to_claim(claim, world), false)),
        _ => {}
    }
    outcome.resume = Some(case);
}

/// Whether the number for the counter is still to be called, or was called today and nobody came.
fn counter_number_counts(claim: &Claim, world: &World<'_>) -> bool {
    let Some(number) = &claim.counter else { return false };
    let today = world.now.date();
    match &world.hall.counter {
        Some(ticket) => !ticket.state.over() || (ticket.state == TicketState::NoShow && ticket.on == today),
        None => number.date >= today,
    }
}

/// Whether the interview did not take place, and another one has to be booked. Nothing else is asked again.
fn missed(claim: &Claim, world: &World<'_>) -> bool {
    let today = world.now.date();
    match &world.hall.interview {
        Some(ticket) => {
            let gone = matches!(ticket.state, TicketState::NoShow | TicketState::Lapsed);
            gone || (ticket.state.waits() && ticket.on < today)
        }
        None => claim.slot.is_none_or(|slot| slot.date < today),
    }
}

/// Somebody may be trying codes: after a few, a person has to help.
fn miss(outcome: &mut Outcome, problem: &str) {
    outcome.view.misses += 1;
    outcome.view.problem = Some(Said::new(problem));
    if outcome.view.misses >= MISSES {
        outcome.view = View { visit: outcome.view.visit, over: Some(Over::Assistant), ..View::default() };
    }
}

/// While something lies over the screen.
fn over(state: &State, action: &Action, world: &World<'_>, outcome: &mut Outcome) {
    outcome.view.over = None;
    outcome.view.news.clear();
    let first = *action == Action::Priority { first: true };
    if let (Action::BringLater, Some(case), Some(step)) = (action, &state.case, state.step()) {
        return in_case(&case.claim, &step, action, world, outcome);
    }
    if let (Some(Over::Leave), Action::PrintAgain) = (state.view.over, action) {
        outcome.effects.push(Effect::Print(PaperKind::Readiness));
        return close(outcome, CloseWay::Left);
    }
    let (Some(over), true) = (state.view.over, first || *action == Action::Confirm) else { return };
    match over {
        Over::Counter => {
            outcome.open = state.case.is_none().then_some(Opening::Claim);
            outcome.events.extend(first.then_some(Event::Prioritised { first }));
            outcome.events.push(moved(&Step::Counter, false));
            let again = state.case.as_ref().is_some_and(|Case { claim, .. }| {
                counter_number_counts(claim, world) && (claim.priority || !first)
            });
            let (visit, language) = (state.view.visit, state.view.language);
            outcome.view = View { visit, language, printing: !again, ..View::default() };
            if !again {
                outcome.ticket = Some(TicketKind::Counter);
                outcome.effects.push(Effect::Print(PaperKind::Ticket(TicketKind::Counter)));
            }
        }
        Over::Leave => close(outcome, CloseWay::Left),
        Over::Assistant | Over::Trouble | Over::News => {}
    }
}

/// Puts the case away.
fn close(outcome: &mut Outcome, way: CloseWay) {
    outcome.events.push(Event::Closed { way });
    outcome.view = View { visit: outcome.view.visit, ..View::default() };
    outcome.wipe = true;
}

/// The session ends because nobody touches the screen.
pub fn idle_over(state: &State) -> Outcome {
    let mut outcome = Outcome { view: state.view.clone(), ..Outcome::default() };
    close(&mut outcome, CloseWay::Idle);
    outcome.events.truncate(usize::from(state.case.is_some()));
    outcome
}

fn in_case(claim: &Claim, step: &Step, action: &Action, world: &World<'_>, outcome: &mut Outcome) {
    match action {
        Action::CallAssistant => {
            outcome.events.push(Event::AssistantCalled { step: step.name() });
            outcome.view.over = Some(Over::Assistant);
        }
        Action::CounterTicket => outcome.view.over = Some(Over::Counter),
        Action::Leave => outcome.view.over = Some(Over::Leave),
        Action::Done => {
            close(outcome, CloseWay::Done);
            outcome.view.place = Place::Rating;
            outcome.view.language = claim.language.as_deref().and_then(Language::from_tag);
        }
        Action::Priority { first } => outcome.events.push(Event::Prioritised { first: *first }),
        Action::Preferences => outcome.view.preferences = true,
        Action::Language { language } => prefer(claim, outcome, |is| is.0 = language.clone()),
        Action::TextSize { size } => prefer(claim, outcome, |is| is.1 = size.number()),
        Action::Contrast { high } => prefer(claim, outcome, |is| is.2 = *high),
        Action::Next | Action::Back if outcome.view.preferences => outcome.view.preferences = false,
        Action::Back => back(claim, step, world, outcome),
        Action::Change { step: change } => {
            if let Some(to) = Step::parse(change) {
                outcome.view.retaking = match &to {
                    Step::Capture(document) => first_page(document, world),
                    _ => None,
                };
                outcome.events.push(moved(&to, claim.returning || !matches!(step, Step::Read(_))));
            }
        }
        Action::Typed { text } => keep_typed(claim, step, text, outcome),
        Action::Answer { text } => {
            let Step::Field(field) = step else { return };
            match answer::check(*field, &cut(text), claim, world) {
                Checked::Good { value, doubt } => {
                    let asked = outcome.view.doubted.take();
                    match doubt {
                        Some(doubt) if asked.as_ref().is_none_or(|(before, _)| *before != value) => {
                            keep_typed(claim, step, text, outcome);
                            outcome.view.doubted = Some((value, doubt));
                            outcome.view.visit += 1;
                        }
                        _ => {
                            outcome.events.push(answered(claim, field.as_str(), value));
                            advance(claim, step, world, outcome);
                        }
                    }
                }
                Checked::Bad(problem) => {
                    keep_typed(claim, step, text, outcome);
                    outcome.view.problem = Some(problem);
                    outcome.view.visit += 1;
                }
            }
        }
        Action::Next => next(claim, step, world, outcome),
        Action::Have { document, have } => {
            outcome.events.push(Event::Had { document: document.clone(), have: *have });
        }
        Action::Choose { id } => choose(claim, step, id, world, outcome),
        Action::PrintAgain => {
            outcome.view.printing = matches!(step, Step::Ticket | Step::Counter);
            let verdict = || way::verdict(claim, &world.config.rules, world.now.date());
            outcome.effects.push(Effect::Print(match step {
                Step::Ticket => PaperKind::Ticket(TicketKind::Interview),
                Step::Counter => PaperKind::Ticket(TicketKind::Counter),
                Step::Dormant => PaperKind::Bank,
                Step::NotYet if verdict() == Verdict::StillActive => PaperKind::Employer,
                _ => PaperKind::Bring,
            }));
        }
        Action::Shoot | Action::Retake | Action::Keep | Action::Page { .. } | Action::BringLater => {
            let Step::Capture(document) = step else { return };
            capture(claim, document, action, world, outcome);
        }
        Action::Confirm if *step == Step::Counter => {
            outcome.events.push(moved(&back_to_claim(claim, world), false));
        }
        _ => {}
    }
}

/// Where the answers end so far; the ticket where there is one.
fn back_to_claim(claim: &Claim, world: &World<'_>) -> Step {
    if claim.interview.is_some() {
        return Step::Ticket;
    }
    let as_if = Claim { returning: true, ..claim.clone() };
    way::after(&Step::Counter, &as_if, &world.config.rules, world.now.date())
}

/// The page that is taken anew; of several pages, one is chosen first.
fn first_page(document: &str, world: &World<'_>) -> Option<usize> {
    (world.config.rules.most_pages(document) == 1).then_some(0)
}

fn prefer(claim: &Claim, outcome: &mut Outcome, change: impl FnOnce(&mut (String, u8, bool))) {
    let language = claim.language.clone().unwrap_or_default();
    let mut is = (language, claim.text_size.unwrap_or(1), claim.high_contrast);
    change(&mut is);
    outcome.events.push(Event::Preferred { language: is.0, text_size: is.1, high_contrast: is.2 });
}

fn answered(claim: &Claim, field: &str, value: String) -> Event {
    let read = reading::offered(claim, field) == Some(value.as_str());
    Event::Answered { field: field.to_owned(), value, read }
}

fn keep_typed(claim: &Claim, step: &Step, text: &str, outcome: &mut Outcome) {
    let (step, text) = (step.name(), cut(text));
    let kept = claim.typed.get(&step);
    // A field that was emptied stays empty, whatever was answered or read before.
    let untouched = kept.is_none() && text.is_empty() && reading::stands(claim, &step).is_none();
    if kept != Some(&text) && !untouched {
        outcome.events.push(Event::Typed { step, text });
    }
}

fn next(claim: &Claim, step: &Step, world: &World<'_>, outcome: &mut Outcome) {
    match step {
        Step::Checklist if !way::all_said(claim, &world.config.rules) => {
            outcome.view.problem = Some(Said::new("problem-checklist"));
            outcome.view.visit += 1;
            return;
        }
        Step::Consent => {
            let language = claim.language.clone().unwrap_or_default();
            outcome.events.push(Event::Consented { text: CONSENT_TEXT.into(), language });
            if claim.consent.is_none() {
                outcome.view.banner = Some(Said::new("banner-resume-slip").with("code", spaced(&claim.code)));
                outcome.effects.push(Effect::Print(PaperKind::Resume));
            }
        }
        Step::Read(document) => {
            outcome.events.extend(reading::agreed(claim, document));
            let begun = reading::steps(document).find(|on| reading::draft(claim, &on.name()).is_some());
            if let Some(begun) = begun {
                outcome.events.push(moved(&begun, claim.returning));
                return;
            }
        }
        Step::Declaration => outcome.events.push(Event::Declared { text: CONSENT_TEXT.into() }),
        Step::Time => {
            // Also where an interview was missed: the number is one of its day.
            outcome.ticket = Some(TicketKind::Interview);
            outcome.view.printing = true;
            outcome
                .effects
                .extend([Effect::Print(PaperKind::Ticket(TicketKind::Interview)), Effect::Deliver]);
        }
        _ => {}
    }
    advance(claim, step, world, outcome);
}

/// On to the next step, as the claim will be with the events so far.
fn advance(claim: &Claim, step: &Step, world: &World<'_>, outcome: &mut Outcome) {
    let mut then = claim.clone();
    outcome.events.iter().for_each(|event| then.apply(event));
    let next = way::after(step, &then, &world.config.rules, world.now.date());
    let returning = then.returning && next != Step::Answers;
    (outcome.view.retaking, outcome.view.taking) = (None, false);
    outcome.view.doubted = None;
    if let (Step::Capture(_), true) = (step, claim.interview.is_some()) {
        outcome.effects.push(Effect::Deliver);
        match &next {
            Step::Capture(document) => outcome.view.retaking = first_page(document, world),
            _ => outcome.view.banner = Some(Said::new("banner-page-received")),
        }
    }
    outcome.events.push(moved(&next, returning));
}

fn back(claim: &Claim, step: &Step, world: &World<'_>, outcome: &mut Outcome) {
    if let Step::Capture(document) = step {
        let looking = claim.pages.get(document).is_some_and(|pages| pages.candidate.is_some());
        if looking {
            outcome.events.push(Event::PageDropped { document: document.clone() });
            return;
        }
        let several = world.config.rules.most_pages(document) > 1 && claim.kept(document).is_some();
        if several && outcome.view.retaking.take().is_some() {
            outcome.view.taking = false;
            return;
        }
    }
    outcome.view.doubted = None;
    (outcome.view.retaking, outcome.view.taking) = (None, false);
    match way::before(step, claim, &world.config.rules, world.now.date()) {
        Some(before) => outcome.events.push(moved(&before, false)),
        None => close(outcome, CloseWay::Left),
    }
}

fn choose(claim: &Claim, step: &Step, id: &str, world: &World<'_>, outcome: &mut Outcome) {
    let id = id.to_owned();
    let event = match step {
        // Another account: its bank and number are asked for again.
        Step::Dormant => return outcome.events.push(moved(&Step::Bank, false)),
        Step::Reason => Event::ReasonChosen { reason: id },
        Step::Balance => Event::BalanceChosen { band: id },
        Step::Programme => answered(claim, PROGRAMME, id),
        Step::Ask(ask) => answered(claim, ask.as_str(), id),
        // A foreigner without KTP.
        Step::Missing | Step::CounterOnly => {
            outcome.events.push(Event::Had { document: id.clone(), have: true });
            answered(claim, IDENTITY_BY, id)
        }
        Step::Bank => answered(claim, BANK, id),
        Step::Day => answered(claim, DAY, id),
        Step::Time => {
            outcome.booking = id.parse().ok().map(|at: jiff::civil::DateTime| (at.date(), at.time()));
            return;
        }
        _ => return,
    };
    outcome.events.push(event);
    advance(claim, step, world, outcome);
}

fn capture(claim: &Claim, document: &str, action: &Action, world: &World<'_>, outcome: &mut Outcome) {
    let candidate = claim.pages.get(document).and_then(|pages| pages.candidate.as_ref());
    let step = Step::Capture(document.to_owned());
    let document = document.to_owned();
    match action {
        Action::Shoot => outcome.effects.push(Effect::Shoot { document }),
        Action::Retake => {
            if candidate.is_some() {
                outcome.events.push(Event::PageDropped { document });
            }
            outcome.view.retaking = Some(candidate.map_or(0, |candidate| candidate.at));
        }
        Action::Keep => {
            if let Some(candidate) = candidate {
                let other = candidate.reading.as_ref().is_some_and(|reading| reading.looks_like.is_some());
                let flagged = other || !candidate.problems.is_empty();
                outcome.events.push(Event::PageKept { document: document.clone(), flagged });
            }
            outcome.view.retaking = None;
            if world.config.rules.most_pages(&document) == 1 {
                advance(claim, &step, world, outcome);
            }
        }
        Action::Page { at } => outcome.view.retaking = Some(*at),
        Action::BringLater => {
            outcome.events.push(Event::PageLater { document });
            advance(claim, &step, world, outcome);
        }
        _ => {}
    }
}

fn moved(step: &Step, returning: bool) -> Event {
    Event::Moved { step: step.name(), returning }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// A code as it is shown: `K7PM 4QXT`.
pub fn spaced(code: &str) -> String {
    let (first, second) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    format!("{first} {second}").trim_end().to_owned()
}

/// Whether the screen offers the action. Typed texts are the window's to fill in.
pub fn offers(screen: &Screen, action: &Action) -> bool {
    let offered = crate::offered::actions(screen);
    match action {
        Action::Typed { .. } => screen.overlay.is_none() && matches!(screen.body, Body::Field(_)),
        // The speech may have ended by itself since the button was drawn.
        Action::Voice { .. } => offered.iter().any(|offered| matches!(offered, Action::Voice { .. })),
        Action::Answer { .. } => offered.iter().any(|offered| matches!(offered, Action::Answer { .. })),
        _ => offered.contains(&action),
    }
}
