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
    let set = vec![
        ("camera.source".into(), "\"folder\"".into()),
        ("camera.folder".into(), photos),
        ("capture.automatic".into(), "false".into()),
        ("reading.on".into(), "false".into()),
    ];
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
    let choose = |id: &str| Action::Choose { id: id.into() };
    for action in [Action::Begin, Action::Next, Action::Next, Action::Next, choose("resign")] {
        act(kiosk, action);
    }
    // The work ended long ago, and the employer has said so.
    act(kiosk, choose("yes"));
    act(kiosk, choose("yes"));
    loop {
        let body = kiosk.lock().screen().body.clone();
        let Body::Checklist { items } = body else { unreachable!("no checklist") };
        match items.into_iter().find(|item| item.have.is_none()) {
            Some(item) => act(kiosk, Action::Have { document: item.id, have: true }),
            None => break,
        }
    }
    act(kiosk, Action::Next);
    act(kiosk, choose("up_to_50"));
    act(kiosk, choose("no"));
    act(kiosk, Action::Next);
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
    let mut frozen = vec![];
    let mut take = || {
        let touched = Instant::now();
        act(&kiosk, Action::Shoot);
        frozen.push(touched.elapsed());
        while !matches!(kiosk.lock().screen().body, Body::Picture { .. }) {
            std::thread::yield_now();
        }
        act(&kiosk, Action::Retake);
    };
    let mut group = criterion.benchmark_group("picture");
    group.sample_size(20);
    let name = "picture taken, judged, straightened, encoded, stored with the original (fsync)";
    group.bench_function(name, |bench| bench.iter(&mut take));
    group.finish();
    percentiles(name, 100, &mut take);
    frozen.sort();
    let (count, p) = (frozen.len(), |share: usize| frozen[frozen.len() * share / 100]);
    println!("touch until the picture stands still: p50 {:.2?}, p99 {:.2?} of {count}", p(50), p(99));
}

criterion_group!(benches, touches, pictures);
criterion_main!(benches);
