//! Journal append with fsync, and a captured page with its event.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot start says so by stopping")]

use claim::{Actor, Event};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use std::hint::black_box;
use store::{Key, Store, Write};

fn journal(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("journal.db"), &Key::from_bytes([7; 32])).unwrap();
    let case = store.open_case("2026.1", "bench", Timestamp::now()).unwrap().case;
    let events =
        [Event::Answered { field: "name".into(), value: "SITI CONTOH WULANDARI".into(), read: false }];
    let write = Write {
        case: &case,
        at: Timestamp::now(),
        actor: Actor::Participant,
        events: &events,
        pages: &[],
        booking: None,
        ticket: None,
    };
    criterion.bench_function("journal append (fsync)", |bench| bench.iter(|| store.append(black_box(write))));
    let jpeg = vec![0x5a; 450_000];
    let mut page = 0;
    criterion.bench_function("page of 450 KB with its event (fsync)", |bench| {
        bench.iter(|| {
            page += 1;
            store.append(Write { pages: &[(page, &jpeg)], ..write })
        });
    });
}

criterion_group!(benches, journal);
criterion_main!(benches);
