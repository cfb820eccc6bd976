//! What each key does.

use super::{Counter, CounterAction, CounterScreen, Over, Packet, Step, Then, Tone, World};
use claim::Event;
use jiff::SignedDuration;
use journey::{NotOffered, Said};

/// PINs that do not fit, in a row, after which nobody can try for a while.
const MISSES: u32 = 5;
/// That while, in seconds.
const WAIT_SECONDS: i64 = 60;

/// What `action` leads to on `screen`, which is the one that shows now: the counter as it is then, and what is to be done.
pub fn act(
    counter: &Counter,
    screen: &CounterScreen,
    action: &CounterAction,
    world: &World<'_>,
) -> Result<(Counter, Option<Then>), NotOffered> {
    if !screen.offers(action) {
        return Err(NotOffered);
    }
    let over = counter.over.clone();
    let mut next = Counter { message: None, over: None, visit: counter.visit + 1, ..counter.clone() };
    let then = match action {
        CounterAction::Choose { officer } => {
            next.signing_in = Some(officer.clone());
            None
        }
        CounterAction::SignIn { pin } => {
            sign_in(&mut next, pin, world);
            None
        }
        CounterAction::SignOut => {
            next = Counter {
                visit: next.visit,
                misses: next.misses,
                wait_until: next.wait_until,
                ..Counter::default()
            };
            None
        }
        CounterAction::Cancel => {
            next.signing_in = None;
            None
        }
        CounterAction::CallNext => Some(Then::CallNext),
        CounterAction::Call { ticket } => Some(Then::Call(*ticket)),
        CounterAction::Recall => here(world, Step::Recall),
        CounterAction::Arrived => here(world, Step::Arrived),
        CounterAction::Served => here(world, Step::Served),
        CounterAction::Hold => here(world, Step::Hold),
        CounterAction::Skip => here(world, Step::Skip),
        CounterAction::NoShow => here(world, Step::NoShow),
        CounterAction::Transfer => {
            next.over = Some(Over::Transfer);
            None
        }
        CounterAction::TransferTo { series, counter } => {
            let own = world.here().map(|ticket| ticket.series);
            series.or(own).and_then(|series| here(world, Step::Transfer { series, only: *counter }))
        }
        CounterAction::Check { ticket } => {
            next.checking = Some(*ticket);
            None
        }
        CounterAction::PutAway => {
            (next.checking, next.page) = (None, None);
            None
        }
        CounterAction::Look { document } => {
            let open = next.page.take().is_some_and(|(looked_at, _)| looked_at == *document);
            next.page = (!open).then(|| (document.clone(), 0));
            None
        }
        CounterAction::PageOn => {
            next.page = next.page.map(|(document, at)| (document, at + 1));
            None
        }
        CounterAction::Outage => {
            next.over = Some(Over::Outage);
            None
        }
        CounterAction::OutageFor { minutes } => {
            let lasts = |minutes: u16| SignedDuration::from_mins(minutes.into());
            Some(Then::Outage(minutes.and_then(|time| world.now.timestamp().checked_add(lasts(time)).ok())))
        }
        CounterAction::OutageOver => Some(Then::OutageOver),
        CounterAction::Repair => {
            let days = world.config.queue.repair_days;
            let due = queue::working_days_after(&world.config.calendar(), world.now.date(), days);
            next.message = Some((Tone::Good, Said::new("desk-said-noted")));
            Some(Then::Keep(Event::RepairBegun { due, by: next.officer.clone().unwrap_or_default() }))
        }
        CounterAction::RepairDone => {
            next.message = Some((Tone::Good, Said::new("desk-said-noted")));
            Some(Then::Keep(Event::RepairDone { by: next.officer.clone().unwrap_or_default() }))
        }
        CounterAction::Verify => verify(&mut next, world),
        CounterAction::AskAgain => {
            next.over = match &next.page {
                // The one that is looked at.
                Some((document, _)) => Some(Over::Why { document: document.clone() }),
                None => Some(Over::Which),
            };
            None
        }
        CounterAction::AskDocument { document } => {
            next.over = Some(Over::Why { document: document.clone() });
            None
        }
        CounterAction::AskWhy { why } => {
            let Some(Over::Why { document }) = over else { return Err(NotOffered) };
            next.message = Some((Tone::Good, Said::new("desk-said-asked")));
            let by = next.officer.clone().unwrap_or_default();
            Some(Then::Keep(Event::AskedAgain { document, why: why.clone(), by }))
        }
    };
    Ok((next, then))
}

fn here(world: &World<'_>, step: Step) -> Option<Then> {
    world.here().map(|ticket| Then::Ticket(ticket.id, step))
}

fn sign_in(next: &mut Counter, pin: &str, world: &World<'_>) {
    let now = world.now.timestamp();
    if next.wait_until.is_some_and(|until| now < until) {
        next.message = Some((Tone::Care, Said::new("desk-pin-wait")));
        return;
    }
    let officer = next.signing_in.as_ref().and_then(|name| world.config.officers.get(name));
    if officer.is_some_and(|officer| officer.pin.is(pin)) {
        next.officer = next.signing_in.take();
        (next.misses, next.wait_until) = (0, None);
        return;
    }
    next.misses += 1;
    next.message = Some((Tone::Care, Said::new("desk-pin-wrong")));
    if next.misses >= MISSES {
        next.misses = 0;
        next.wait_until = now.checked_add(SignedDuration::from_secs(WAIT_SECONDS)).ok();
        next.message = Some((Tone::Care, Said::new("desk-pin-wait")));
    }
}

/// The rule that counts is looked at again when it is kept, over the claim as it is then.
fn verify(next: &mut Counter, world: &World<'_>) -> Option<Then> {
    let by = next.officer.clone()?;
    let stage = world.config.officers.get(&by)?.checks.into();
    let Packet::Claim { claim, .. } = world.packet else { return None };
    claim.may_verify(stage, &by).ok()?;
    next.message = Some((Tone::Good, Said::new("desk-said-noted")));
    Some(Then::Keep(Event::Verified { stage, by }))
}
