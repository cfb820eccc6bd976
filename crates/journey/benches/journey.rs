//! How long the rules take: a decision, the way, a screen, another language.

#![expect(clippy::unwrap_used, reason = "a benchmark says what is wrong by stopping")]

use claim::eligibility::{Facts, Since};
use claim::{CaseId, Claim, Event};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use journey::{Action, CameraView, Case, HallView, State, World};
use kiosk_config::Texts;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;

fn journey(c: &mut Criterion) {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kiosk-config/files");
    let config = kiosk_config::load(&files).unwrap();
    let texts = Texts::load().unwrap();
    let now = date(2026, 9, 10).at(9, 0, 0, 0);
    let (booked, hall) = (BTreeMap::new(), HallView::default());
    let world = World {
        config: &config,
        texts: &texts,
        now,
        camera: CameraView::Live,
        watching: None,
        booked: &booked,
        hall: &hall,
    };

    let facts = Facts { ended: Since::Day(date(2026, 8, 20)), reported: Some(true), ..Facts::default() };
    c.bench_function("eligibility of 11 reasons", |b| {
        b.iter(|| {
            let reasons = config.rules.reasons.values();
            reasons.map(|reason| reason.verdict(black_box(&facts), now.date())).collect::<Vec<_>>()
        });
    });

    let claim = Claim::from_events(&[
        Event::Preferred { language: "id".into(), text_size: 1, high_contrast: false },
        Event::ReasonChosen { reason: "resign".into() },
        Event::BalanceChosen { band: "above_50".into() },
        Event::Moved { step: "reason".into(), returning: false },
    ]);
    let rules = &config.rules;
    c.bench_function("the whole way", |b| b.iter(|| journey::way::way(black_box(&claim), rules, now.date())));

    let mut state = State {
        case: Some(Case { id: CaseId::from_random([7; 16]), claim, practice: false }),
        ..State::default()
    };
    state.view.preferences = true;
    let screen = journey::screen(&state, &world);
    let language = Action::Language { language: "jv".into() };
    c.bench_function("another language: touch and screen", |b| {
        b.iter(|| {
            let outcome = journey::act(&state, &screen, black_box(&language), &world).unwrap();
            let mut then = state.clone();
            let claim = &mut then.case.as_mut().unwrap().claim;
            outcome.events.iter().for_each(|event| claim.apply(event));
            then.view.preferences = false;
            journey::screen(&then, &world)
        });
    });
}

criterion_group!(benches, journey);
criterion_main!(benches);
