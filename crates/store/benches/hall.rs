//! The next call, with 10,000 tickets in the history and 300 on the day.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot start says so by stopping")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::ToSpan;
use queue::contract::{DAY, at, rules, wish};
use queue::{By, Hall, Happened};
use std::cell::RefCell;
use store::{Key, Store};

fn hall(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("journal.db"), &Key::from_bytes([7; 32])).unwrap();
    let by = By::machine("bench");
    let mut day = |ago: i64, tickets: usize, serve: bool| {
        let day = DAY.checked_sub(ago.days()).unwrap();
        let now = at(day, 0).timestamp();
        // All of a day in one transaction each: it is the history that counts.
        let reserve = |floor: &queue::Floor| {
            let mut floor = floor.clone();
            let mut changes = vec![];
            for _ in 0..tickets {
                let next = floor.reserve(&wish('B', day), None)?;
                floor.last.insert('B', next[0].0.number.number());
                changes.extend(next);
            }
            Ok(changes)
        };
        let taken = store.change(day, now, &by, &mut |floor| reserve(floor)).unwrap();
        if serve {
            let all = [Happened::Printed, Happened::Called { counter: 1 }, Happened::Served];
            let events = |id| all.iter().map(move |event| (id, event.clone()));
            let changes: Vec<_> = taken.iter().flat_map(|ticket| events(ticket.id)).collect();
            store.change(day, now, &by, &mut |_| Ok(changes.clone())).unwrap();
        }
    };
    (1..=40).for_each(|ago| day(ago, 250, true));
    day(0, 300, false);
    let store = RefCell::new(store);
    let now = at(DAY, 1);
    criterion.bench_function("next call, 10,000 tickets in the history", |bench| {
        bench.iter_batched(
            || {
                // Whoever was called before is back in the line.
                let mut store = store.borrow_mut();
                let there = store.floor(DAY).unwrap().at_counter(1).map(|ticket| ticket.id);
                let back = Happened::Transferred { series: 'B', counter: None };
                there.map(|id| store.happened(id, &by, now.timestamp(), back).unwrap())
            },
            |_| store.borrow_mut().call_next(&rules(), 1, &by, &now).unwrap().unwrap(),
            BatchSize::PerIteration,
        );
    });
    criterion.bench_function("the tickets of a day, read for a screen", |bench| {
        bench.iter(|| store.borrow().floor(DAY).unwrap());
    });
}

criterion_group!(benches, hall);
criterion_main!(benches);
