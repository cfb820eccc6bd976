//! How long a kiosk reads its configuration: the shipped files read, checked, verified and put in force.
#![expect(clippy::expect_used, reason = "a benchmark that cannot start says so by stopping")]

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use kiosk_config::{Files, Packs, Texts, start};
use std::path::Path;

fn load(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("files");
    let data = tempfile::tempdir().expect("a data folder");
    let today = date(2026, 9, 10);
    criterion.bench_function("start with the shipped files", |bencher| {
        bencher.iter(|| {
            let started = start(&folder, data.path(), &[], today);
            assert!(started.is_ok_and(|started| started.as_configured && started.problems.is_empty()));
        });
    });
    criterion.bench_function("read and check the shipped files", |bencher| {
        bencher.iter(|| assert!(Packs::read(&folder, &[]).is_ok()));
    });
    criterion.bench_function("verify the shipped files", |bencher| {
        let files = Files::read(&folder);
        bencher.iter(|| assert!(files.check_signatures().is_empty()));
    });
    criterion.bench_function("put the texts together", |bencher| bencher.iter(|| Texts::load().is_ok()));
}

criterion_group!(benches, load);
criterion_main!(benches);
