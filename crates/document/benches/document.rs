//! What a kiosk does with each frame, on the shipped photographs.

#![expect(clippy::unwrap_used, reason = "a benchmark may stop on the first surprise")]

use criterion::{Criterion, criterion_group, criterion_main};
use document::{Form, Watch, decode, encode_page, find, judge, preview, read_qr};
use image::imageops;
use std::{fs, hint::black_box, path::Path, time::Duration};

fn frames(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos/ktp.jpg");
    let bytes = fs::read(path).unwrap();
    let full = decode(&bytes).unwrap();
    let smaller = imageops::resize(&full, 1280, 720, imageops::FilterType::Triangle);

    criterion.bench_function("judge 720p", |b| b.iter(|| judge(black_box(&smaller), None)));
    criterion.bench_function("judge 1080p", |b| b.iter(|| judge(black_box(&full), None)));
    criterion.bench_function("find 720p", |b| b.iter(|| find(black_box(&smaller), None)));
    criterion.bench_function("find 1080p", |b| b.iter(|| find(black_box(&full), None)));
    let (mut watch, mut at) = (Watch::new(Form::Card), Duration::ZERO);
    criterion.bench_function("watch.see 720p", |b| {
        b.iter(|| {
            at += Duration::from_millis(33);
            watch.see(black_box(&smaller), at)
        });
    });
    criterion.bench_function("preview 1080p to 960", |b| b.iter(|| preview(black_box(&full), 960)));
    criterion.bench_function("read_qr 720p, none there", |b| b.iter(|| read_qr(black_box(&smaller))));
    criterion.bench_function("read_qr 1080p, none there", |b| b.iter(|| read_qr(black_box(&full))));
    criterion.bench_function("encode_page 1080p", |b| b.iter(|| encode_page(black_box(&full), 6_000_000)));
    criterion.bench_function("decode 1080p", |b| b.iter(|| decode(black_box(&bytes))));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(2));
    targets = frames
}
criterion_main!(benches);
