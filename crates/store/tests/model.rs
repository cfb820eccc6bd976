//! Any sequence of what kiosks and counters do, crashes among it, against a hall of three lists.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use queue::contract::{DAY, at, rules, wish};
use queue::{By, Hall, HallError, Refused, TicketId, TicketState};
use std::collections::BTreeSet;
use store::{Key, Store};
use tempfile::TempDir;

/// A ticket by the order in which it was taken.
type Nth = usize;

#[derive(Clone, Debug)]
enum Step {
    Take {
        priority: bool,
    },
    Paper {
        of: Nth,
        came: bool,
    },
    Next {
        counter: u8,
    },
    Served {
        counter: u8,
    },
    NoShow {
        counter: u8,
    },
    Skip {
        counter: u8,
    },
    Hold {
        counter: u8,
    },
    TakeUp {
        counter: u8,
    },
    /// The machine is switched off: the store is opened again.
    Crash,
}

/// Two lines of people, who is at the two counters, and who was put aside.
#[derive(Clone, Debug, Default)]
struct Lines {
    taken: Vec<(bool, Paper)>,
    first: Vec<Nth>,
    others: Vec<Nth>,
    counters: [Option<Nth>; 2],
    aside: Vec<Nth>,
    over: Vec<(Nth, TicketState)>,
    /// Of each call: was it one of who goes first?
    calls: Vec<bool>,
    called_before: BTreeSet<Nth>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Paper {
    Unknown,
    Came,
    Failed,
}

impl Lines {
    fn line(&mut self, priority: bool) -> &mut Vec<Nth> {
        if priority { &mut self.first } else { &mut self.others }
    }

    /// Two of who goes first, then one other.
    fn next(&self) -> Option<Nth> {
        let (first, other) = (self.first.first(), self.others.first());
        let two_in_a_row = self.calls.len() >= 2 && self.calls.iter().rev().take(2).all(|priority| *priority);
        let turn = if two_in_a_row { other.or(first) } else { first.or(other) };
        turn.copied()
    }

    fn state(&self, nth: Nth) -> TicketState {
        let waits = || match self.taken[nth].1 {
            Paper::Unknown => TicketState::Reserved,
            Paper::Came => TicketState::Issued,
            Paper::Failed => TicketState::PrintFailed,
        };
        let over = self.over.iter().find(|(over, _)| *over == nth).map(|(_, state)| *state);
        match () {
            () if self.counters.contains(&Some(nth)) => TicketState::Called,
            () if self.aside.contains(&nth) => TicketState::Held,
            () => over.unwrap_or_else(waits),
        }
    }
}

struct Reference;

impl ReferenceStateMachine for Reference {
    type State = Lines;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Lines> {
        Just(Lines::default()).boxed()
    }

    fn transitions(lines: &Lines) -> BoxedStrategy<Step> {
        let counter = || 1u8..=2;
        let last = lines.taken.len().max(1);
        prop_oneof![
            6 => any::<bool>().prop_map(|priority| Step::Take { priority }),
            4 => (0..last, any::<bool>()).prop_map(|(of, came)| Step::Paper { of, came }),
            8 => counter().prop_map(|counter| Step::Next { counter }),
            4 => counter().prop_map(|counter| Step::Served { counter }),
            1 => counter().prop_map(|counter| Step::NoShow { counter }),
            2 => counter().prop_map(|counter| Step::Skip { counter }),
            2 => counter().prop_map(|counter| Step::Hold { counter }),
            2 => counter().prop_map(|counter| Step::TakeUp { counter }),
            1 => Just(Step::Crash),
        ]
        .boxed()
    }

    fn preconditions(lines: &Lines, step: &Step) -> bool {
        !matches!(step, Step::Paper { of, .. } if *of >= lines.taken.len())
    }

    fn apply(mut lines: Lines, step: &Step) -> Lines {
        let place = |counter: &u8| usize::from(*counter - 1);
        match step {
            Step::Take { priority } => {
                let nth = lines.taken.len();
                lines.taken.push((*priority, Paper::Unknown));
                lines.line(*priority).push(nth);
            }
            Step::Paper { of, came } => {
                let waits = lines.first.contains(of) || lines.others.contains(of);
                let paper = &mut lines.taken[*of].1;
                match (*came, *paper) {
                    (true, _) if waits => *paper = Paper::Came,
                    (false, Paper::Unknown) if waits => *paper = Paper::Failed,
                    _ => {}
                }
            }
            Step::Next { counter } => {
                if lines.counters[place(counter)].is_none()
                    && let Some(nth) = lines.next()
                {
                    let priority = lines.taken[nth].0;
                    lines.line(priority).remove(0);
                    lines.counters[place(counter)] = Some(nth);
                    if lines.called_before.insert(nth) {
                        lines.calls.push(priority);
                    }
                }
            }
            Step::Served { counter } | Step::NoShow { counter } | Step::Hold { counter } => {
                if let Some(nth) = lines.counters[place(counter)].take() {
                    match step {
                        Step::Served { .. } => lines.over.push((nth, TicketState::Served)),
                        Step::NoShow { .. } => lines.over.push((nth, TicketState::NoShow)),
                        _ => lines.aside.push(nth),
                    }
                }
            }
            Step::Skip { counter } => {
                if let Some(nth) = lines.counters[place(counter)].take() {
                    // Who had been called has paper in the hand, or knows the number.
                    lines.taken[nth].1 = Paper::Came;
                    let line = lines.line(lines.taken[nth].0);
                    let behind = line.len().min(rules().skip_behind);
                    line.insert(behind, nth);
                }
            }
            Step::TakeUp { counter } => {
                if lines.counters[place(counter)].is_none() && !lines.aside.is_empty() {
                    lines.counters[place(counter)] = Some(lines.aside.remove(0));
                }
            }
            Step::Crash => {}
        }
        lines
    }
}

/// The real thing.
struct RealHall {
    folder: TempDir,
    store: Store,
    taken: Vec<TicketId>,
    minute: i64,
}

fn open(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("journal.db"), &Key::from_bytes([7; 32])).unwrap()
}

impl StateMachineTest for RealHall {
    type SystemUnderTest = Self;
    type Reference = Reference;

    fn init_test(_: &Lines) -> Self {
        let folder = TempDir::new().unwrap();
        Self { store: open(&folder), folder, taken: vec![], minute: 0 }
    }

    fn apply(mut hall: Self, lines: &Lines, step: Step) -> Self {
        hall.minute += 1;
        let now = at(DAY, hall.minute);
        let time = now.timestamp();
        let by = |counter: u8| By::officer("cs-1", counter);
        let there = |store: &Store, counter: u8| {
            store.floor(DAY).unwrap().at_counter(counter).map(|ticket| ticket.id)
        };
        match step {
            Step::Take { priority } => {
                let wish = wish(if priority { 'P' } else { 'B' }, DAY);
                let ticket = hall.store.reserve(&wish, None, &By::machine("kiosk-1"), time).unwrap();
                hall.taken.push(ticket.id);
            }
            Step::Paper { of, came: true } => {
                hall.store.printed(hall.taken[of], &By::machine("kiosk-1"), time).unwrap();
            }
            Step::Paper { of, came: false } => {
                hall.store.print_failed(hall.taken[of], "paper out", &By::machine("kiosk-1"), time).unwrap();
            }
            Step::Next { counter } => match hall.store.call_next(&rules(), counter, &by(counter), &now) {
                Ok(_) | Err(HallError::Refused(Refused::Busy(_))) => {}
                Err(other) => panic!("{other}"),
            },
            Step::Served { counter } => {
                there(&hall.store, counter).map(|id| hall.store.served(id, &by(counter), time).unwrap());
            }
            Step::NoShow { counter } => {
                there(&hall.store, counter).map(|id| hall.store.no_show(id, &by(counter), time).unwrap());
            }
            Step::Hold { counter } => {
                there(&hall.store, counter).map(|id| hall.store.hold(id, &by(counter), time).unwrap());
            }
            Step::Skip { counter } => {
                there(&hall.store, counter)
                    .map(|id| hall.store.skip(&rules(), id, &by(counter), time).unwrap());
            }
            Step::TakeUp { counter } => {
                let held = hall
                    .taken
                    .iter()
                    .zip(0..)
                    .find(|(_, nth)| lines.counters[usize::from(counter - 1)] == Some(*nth));
                if let (Some((id, _)), None) = (held, there(&hall.store, counter)) {
                    hall.store.call(*id, counter, &by(counter), &now).unwrap();
                }
            }
            Step::Crash => hall.store = open(&hall.folder),
        }
        hall
    }

    fn check_invariants(hall: &Self, lines: &Lines) {
        let floor = hall.store.floor(DAY).unwrap();
        assert_eq!(floor.tickets.len(), lines.taken.len());
        assert_eq!(hall.taken.iter().collect::<BTreeSet<_>>().len(), hall.taken.len(), "a number twice");
        for (nth, id) in hall.taken.iter().enumerate() {
            assert_eq!(floor.find(*id).unwrap().state, lines.state(nth), "{id}");
        }
        let nth = |id: TicketId| hall.taken.iter().position(|taken| *taken == id).unwrap();
        for counter in 1..=2_u8 {
            let there = floor.at_counter(counter).map(|ticket| nth(ticket.id));
            assert_eq!(there, lines.counters[usize::from(counter - 1)], "at counter {counter}");
        }
        let order: Vec<Nth> = floor
            .order(&rules(), None, at(DAY, hall.minute).timestamp())
            .map(|ticket| nth(ticket.id))
            .collect();
        let mut rest = lines.clone();
        let expected: Vec<Nth> = std::iter::from_fn(|| {
            let next = rest.next()?;
            let priority = rest.taken[next].0;
            rest.line(priority).remove(0);
            rest.calls.push(priority);
            Some(next)
        })
        .collect();
        assert_eq!(order, expected, "the order of calling");
    }
}

prop_state_machine! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_hall_is_two_lines_and_two_counters(sequential 1..40 => RealHall);
}
