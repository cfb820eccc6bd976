//! Specimens and shots are what they say they are.

use image::{RgbImage, imageops};
use samples::{Condition, Kind, Label, Person, photograph, specimen};

#[test]
fn a_nik_fits_birth_date_and_sex() {
    for seed in 0..3000 {
        let person = Person::of(seed);
        let digits: Vec<u32> = person.nik.chars().map(|c| c.to_digit(10).unwrap()).collect();
        let two = |at: usize| digits[at] * 10 + digits[at + 1];
        let (year, month, day) = person.born;
        assert_eq!(digits.len(), 16, "{person:?}");
        assert!(person.nik.starts_with(person.area.code), "{person:?}");
        assert!((1..=20).contains(&two(4)), "{person:?}");
        assert_eq!(two(6), day + if person.woman { 40 } else { 0 }, "{person:?}");
        assert_eq!((two(8), two(10)), (month, year % 100), "{person:?}");
        assert_ne!(&person.nik[12..], "0000", "{person:?}");
        assert!(!person.name.is_empty() && person.name.to_uppercase() == person.name, "{person:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_picture_and_another_one_another() {
    for kind in [Kind::Ktp, Kind::Passbook] {
        let shots = [5, 5, 6].map(|seed| {
            let document = specimen(seed, kind).unwrap();
            photograph(&document, Condition::Mixed, seed, (640, 360)).unwrap().jpeg
        });
        assert!(shots[0] == shots[1]);
        assert!(shots[0] != shots[2]);
    }
}

#[test]
fn every_document_says_what_it_should_where_it_should() {
    for (kind, fields) in [
        (Kind::Ktp, &["nik", "name", "birth_date", "sex"][..]),
        (Kind::Passbook, &["account", "holder"]),
        (Kind::Kpj, &["kpj", "name"]),
        (Kind::Npwp, &["npwp", "name"]),
        (Kind::Letter, &["title", "name"]),
        (Kind::Kk, &["kk"]),
    ] {
        for seed in 0..6 {
            let document = specimen(seed, kind).unwrap();
            let (width, height) = document.picture.dimensions();
            for field in fields {
                let place = document.places.iter().find(|place| place.name == *field).unwrap();
                let [left, top, right, bottom] = place.area;
                let what = format!("{} seed {seed}: {place:?} in {width} × {height}", kind.name());
                assert!(left > 0.0 && top > 0.0 && right < width as f32 && bottom < height as f32, "{what}");
                assert!(right - left > 2.0 * (bottom - top), "{what}");
                assert!(place.paper > 1.3 * place.ink, "{what}");
                assert!(!document.truth[field].is_empty(), "{what}");
            }
        }
    }
}

/// Correlation of the brightness of two pictures of the same size.
fn alike(one: &RgbImage, other: &RgbImage) -> f64 {
    let light = |picture: &RgbImage| -> Vec<f64> {
        picture.pixels().map(|pixel| pixel.0.iter().map(|c| f64::from(*c)).sum::<f64>()).collect()
    };
    let (one, other) = (light(one), light(other));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_one, mean_other) = (mean(&one), mean(&other));
    let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        one.iter().zip(&other).map(|(a, b)| of(a - mean_one, b - mean_other)).sum()
    };
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}

#[test]
fn the_true_corners_are_where_the_document_is() {
    let conditions = [
        Condition::Clean,
        Condition::Perspective,
        Condition::Rotated,
        Condition::UpsideDown,
        Condition::Busy,
    ];
    for (seed, kind) in (0..).zip([Kind::Ktp, Kind::Passbook]) {
        let document = specimen(seed, kind).unwrap();
        for condition in conditions {
            let shot = photograph(&document, condition, seed, (1280, 720)).unwrap();
            let high = (400.0 * document.mm.1 / document.mm.0) as u32;
            let seen = shot.flattened(400, high);
            let drawn = image::DynamicImage::from(document.picture.clone()).to_rgb8();
            let drawn = imageops::resize(&drawn, 400, high, imageops::FilterType::Triangle);
            // Rounded corners show the desk.
            let inner = |picture: &RgbImage| imageops::crop_imm(picture, 12, 12, 376, high - 24).to_image();
            let alike = alike(&inner(&seen), &inner(&drawn));
            assert!(alike > 0.8, "{} {condition:?} seed {seed}: {alike:.3}", kind.name());
        }
    }
}

#[test]
fn corners_run_clockwise_from_the_top_left_and_know_which_way_is_up() {
    for seed in 0..8 {
        let document = specimen(seed, Kind::Kpj).unwrap();
        let shot = |condition| photograph(&document, condition, seed, (640, 360)).unwrap();
        for condition in [Condition::Clean, Condition::Rotated] {
            let quad = shot(condition).quad;
            let area: f32 =
                (0..4).map(|n| quad[n][0] * quad[(n + 1) % 4][1] - quad[(n + 1) % 4][0] * quad[n][1]).sum();
            assert!(area > 0.0, "{condition:?} seed {seed}: {quad:?}");
            assert!(quad.iter().all(|corner| corner[0] + corner[1] >= quad[0][0] + quad[0][1]));
        }
        assert_eq!(shot(Condition::Clean).upright, 0);
        assert_eq!(shot(Condition::UpsideDown).upright, 2);
    }
}

#[test]
fn labels_follow_what_was_done_to_the_picture() {
    let labels = |condition: Condition| -> Vec<Label> {
        let label = |seed| {
            let document = specimen(seed, Kind::Ktp).unwrap();
            photograph(&document, condition, seed, (1280, 720)).unwrap().label
        };
        (0..8).map(label).collect()
    };
    assert!(labels(Condition::CutOff).iter().all(|label| *label != Label::Good));
    let clean = labels(Condition::Clean);
    assert!(
        !clean.contains(&Label::Retake) && clean.iter().filter(|label| **label == Label::Good).count() >= 6
    );
    for condition in [Condition::Defocus, Condition::TooFar] {
        let labels = labels(condition);
        assert!(
            labels.contains(&Label::Good) && labels.contains(&Label::Retake),
            "{condition:?}: {labels:?}"
        );
    }
}
