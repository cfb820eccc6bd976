//! What a participant waits for: a touch until the next screen is there (fsync included), and a picture until it is
//! stored. Besides criterion's figures, p50 and p99 of single calls are printed.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot start says so by stopping"
)]

use anjungan_asik::{Kiosk, Shared, Start};
use criterion::{Criterion, criterion_group, criterion_main};
use journey::{Action, Body};
use std::path::Path;
use std::time::{Duration, Instant};

/// A kiosk whose camera plays the sample photographs.
fn open(data: &Path) -> Shared {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let photos = format!("{:?}", root.join("samples/photos"));
    let set = vec![("camera.source".into(), "\"folder\"".into()), ("camera.folder".into(), photos)];
    let start = Start { config: root.join("kiosk-config/files"), data: data.to_owned(), set };
    let started = start.configuration().expect("the shipped configuration");
    Kiosk::start(&start, started, Box::new(|_| {})).expect("a kiosk")
}

fn act(kiosk: &Shared, action: Action) {
    let mut kiosk = kiosk.lock();
    let visit = kiosk.screen().visit;
    let done = kiosk.act(visit, &action).is_ok();
    assert!(done, "{action:?} is not offered on {}", kiosk.screen().name);
}

/// Goes on until the first picture is asked for, and the camera is live.
fn to_the_first_picture(kiosk: &Shared) {
    for action in [Action::Begin, Action::Next, Action::Next, Action::Choose { id: "resign".into() }] {
        act(kiosk, action);
    }
    loop {
        let body = kiosk.lock().screen().body.clone();
        let Body::Checklist { items } = body else { unreachable!("no checklist") };
        match items.into_iter().find(|item| item.have.is_none()) {
            Some(item) => act(kiosk, Action::Have { document: item.id, have: true }),
            None => break,
        }
    }
    act(kiosk, Action::Next);
    act(kiosk, Action::Choose { id: "up_to_50".into() });
    let camera = kiosk.lock().devices().camera.clone();
    camera.newest_after(0, Duration::from_secs(10)).expect("a picture");
    kiosk.lock().redraw_and_tell();
}

fn percentiles(name: &str, count: usize, mut one: impl FnMut()) {
    let mut times: Vec<Duration> = (0..count)
        .map(|_| {
            let begin = Instant::now();
            one();
            begin.elapsed()
        })
        .collect();
    times.sort();
    println!("{name}: p50 {:.2?}, p99 {:.2?} of {count}", times[count / 2], times[count * 99 / 100]);
}

fn touches(criterion: &mut Criterion) {
    let data = tempfile::tempdir().expect("a folder");
    let kiosk = open(data.path());
    for action in [Action::Begin, Action::Next] {
        act(&kiosk, action);
    }
    let mut there_and_back = move || {
        act(&kiosk, Action::Next);
        act(&kiosk, Action::Back);
    };
    // The first one prints a slip.
    there_and_back();
    criterion.bench_function("two touches, two screens (fsync)", |bench| bench.iter(&mut there_and_back));
    percentiles("two touches, two screens (fsync)", 400, there_and_back);
}

fn pictures(criterion: &mut Criterion) {
    let data = tempfile::tempdir().expect("a folder");
    let kiosk = open(data.path());
    to_the_first_picture(&kiosk);
    let mut take = move || {
        act(&kiosk, Action::Shoot);
        act(&kiosk, Action::Retake);
    };
    let mut group = criterion.benchmark_group("picture");
    group.sample_size(20);
    group.bench_function("taken, judged, encoded, stored (fsync)", |bench| bench.iter(&mut take));
    group.finish();
    percentiles("picture taken, judged, encoded, stored (fsync)", 100, take);
}

criterion_group!(benches, touches, pictures);
criterion_main!(benches);
