//! Finding documents in drawn scenes of which the truth is known. `--nocapture` prints the figures.

#[path = "scene/draw.rs"]
mod draw;

use document::{Form, find};
use draw::{Ground, Scene};
use image::{Rgb, RgbImage};

const FORMS: [Form; 4] = [Form::Card, Form::Sheet, Form::WideSheet, Form::Book];
const GROUNDS: [Ground; 2] = [Ground::Plain, Ground::Wood];

/// Common area of what is found and of the truth, for each form on each ground, told and not told the form.
fn found(name: &str, change: impl Fn(&mut Scene)) -> Vec<f32> {
    let mut values = vec![];
    for (i, form) in FORMS.into_iter().enumerate() {
        let mut scene = Scene::new(form, GROUNDS[i % GROUNDS.len()], 1 + i as u64);
        change(&mut scene);
        let picture = scene.photograph();
        for told in [None, Some(form)] {
            let found = find(&picture, told);
            let value = found.map_or(0.0, |found| found.quad.iou(&scene.truth()));
            eprintln!("{name:<10} {form:?} on {:?}, told {}: {value:.3}", scene.ground, told.is_some());
            values.push(value);
        }
    }
    values
}

fn least(values: &[f32]) -> f32 {
    values.iter().copied().fold(1.0, f32::min)
}

#[test]
fn documents_are_found_on_any_ground() {
    assert!(least(&found("plain", |_| {})) > 0.95);
}

#[test]
fn white_on_white_is_found_or_at_least_its_printed_frame() {
    assert!(least(&found("white", |scene| scene.ground = Ground::White)) > 0.8);
}

#[test]
fn documents_are_found_at_any_angle() {
    assert!(least(&found("turned", |scene| (scene.turn, scene.fill) = (40.0, 0.6))) > 0.95);
}

#[test]
fn documents_are_found_in_little_light_and_grain() {
    let dark = |scene: &mut Scene| (scene.gain, scene.noise) = (0.3, 4.0);
    assert!(least(&found("dark", dark)) > 0.9);
}

#[test]
fn nothing_is_found_where_nothing_is() {
    for value in [0, 90, 255] {
        assert_eq!(find(&RgbImage::from_pixel(1280, 720, Rgb([value; 3])), None), None);
    }
    assert_eq!(find(&Scene::new(Form::Card, Ground::Plain, 3).photograph(), Some(Form::Face)), None);
}

#[test]
fn odd_sizes_are_no_trouble() {
    for (width, height) in [(0, 0), (1, 1), (3, 2000), (2000, 3), (47, 47), (64, 50), (700, 60)] {
        let picture =
            RgbImage::from_fn(width, height, |x, y| Rgb([(x * 31 + y * 17) as u8, x as u8, y as u8]));
        find(&picture, None);
        document::judge(&picture, Some(Form::Card));
    }
}
