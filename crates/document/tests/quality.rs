//! Judging on the shipped photographs, as they are and spoilt in known ways. `--nocapture` prints the figures.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{Judgement, Problem, decode};
use image::{Rgb, RgbImage, imageops};
use std::{fs, path::Path};

/// How far a figure has to stay from its threshold, as a factor.
const MARGIN: f32 = 1.1;
const SHARP_ENOUGH: f32 = 0.20;

fn photograph(path: &str) -> RgbImage {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(path);
    decode(&fs::read(path).unwrap()).unwrap()
}

fn photographs() -> Vec<(&'static str, RgbImage)> {
    ["ktp", "kpj_card", "npwp", "bank_book", "kk", "resignation_letter", "paklaring", "photo"]
        .map(|name| (name, photograph(&format!("photos/{name}.jpg"))))
        .into()
}

fn judge(picture: &RgbImage) -> Judgement {
    document::judge(picture, None)
}

fn print(name: &str, how: &str, judgement: &Judgement) {
    let Judgement { sharpness, exposure, glare, problems, .. } = judgement;
    eprintln!("{name:>20} {how:<22} {sharpness:.3} {exposure:.3} {glare:.3} {problems:?}");
}

fn each_pixel(picture: &RgbImage, value: impl Fn(f32) -> f32) -> RgbImage {
    let table: Vec<u8> = (0..=255).map(|v| value(v as f32).round().clamp(0.0, 255.0) as u8).collect();
    let mut picture = picture.clone();
    for byte in picture.iter_mut() {
        *byte = table[usize::from(*byte)];
    }
    picture
}

/// As if `gain` times as much light had come in.
fn lit(picture: &RgbImage, gain: f32) -> RgbImage {
    each_pixel(picture, |v| 255.0 * ((v / 255.0).powf(2.2) * gain).powf(1.0 / 2.2))
}

/// As if the hand had moved by `length` pixels in the direction `(x, y)` while the picture was taken.
fn moved(picture: &RgbImage, length: i32, (x, y): (i32, i32)) -> RgbImage {
    let (width, height) = (picture.width() as i32, picture.height() as i32);
    RgbImage::from_fn(picture.width(), picture.height(), |at_x, at_y| {
        let mut sum = [0; 3];
        for step in 0..length {
            let from_x = (at_x as i32 + x * step).clamp(0, width - 1) as u32;
            let from_y = (at_y as i32 + y * step).clamp(0, height - 1) as u32;
            for (sum, value) in sum.iter_mut().zip(picture.get_pixel(from_x, from_y).0) {
                *sum += i32::from(value);
            }
        }
        Rgb(sum.map(|value| (value / length) as u8))
    })
}

fn grainy(picture: &RgbImage, amount: f32) -> RgbImage {
    let mut picture = picture.clone();
    let mut state = 1_u32;
    for byte in picture.iter_mut() {
        let mut sum = 0.0;
        for _ in 0..4 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            sum += (state >> 8) as f32 / (1 << 24) as f32;
        }
        *byte = (f32::from(*byte) + amount * (sum - 2.0) * 1.73).round().clamp(0.0, 255.0) as u8;
    }
    picture
}

#[test]
fn the_photographs_are_good_and_stay_good_in_a_plain_camera() {
    for (name, picture) in photographs() {
        let small = imageops::resize(&picture, 1280, 720, imageops::FilterType::Triangle);
        for (how, picture, margin) in [
            ("as it is", picture.clone(), 1.5),
            ("720 rows", small, 1.5),
            ("grain 3", grainy(&picture, 3.0), 1.5),
            ("half the light", lit(&picture, 0.5), 1.5),
            ("half as much light again", lit(&picture, 1.5), 1.5),
            ("soft lens, sigma 0.6", imageops::blur(&picture, 0.6), 1.5),
            ("readable, sigma 1.5", imageops::blur(&picture, 1.5), MARGIN),
        ] {
            let judgement = judge(&picture);
            print(name, how, &judgement);
            assert_eq!(judgement.problems, [], "{name}, {how}");
            assert!(judgement.sharpness > SHARP_ENOUGH * margin, "{name}, {how}: {}", judgement.sharpness);
        }
    }
}

#[test]
fn a_picture_out_of_focus_or_shaken_is_blurred() {
    for (name, picture) in photographs() {
        for (how, picture) in [
            ("sigma 2.5", imageops::blur(&picture, 2.5)),
            ("sigma 4", imageops::blur(&picture, 4.0)),
            ("sigma 4, grain 3", grainy(&imageops::blur(&picture, 4.0), 3.0)),
            ("sigma 12", imageops::blur(&picture, 12.0)),
            ("moved 10 across", moved(&picture, 10, (1, 0))),
            ("moved 10 down", moved(&picture, 10, (0, 1))),
            ("moved 12 aslant", moved(&picture, 12, (1, 1))),
            ("moved 12 aslant back", moved(&picture, 12, (1, -1))),
        ] {
            let judgement = judge(&picture);
            print(name, how, &judgement);
            assert_eq!(judgement.problems, [Problem::Blurred], "{name}, {how}");
            assert!(judgement.sharpness * MARGIN < SHARP_ENOUGH, "{name}, {how}: {}", judgement.sharpness);
        }
    }
}

#[test]
fn too_little_light_is_dark_before_it_is_blurred() {
    for (name, picture) in photographs() {
        for gain in [0.08, 0.04, 0.01] {
            let judgement = judge(&grainy(&lit(&picture, gain), 2.0));
            print(name, &format!("light × {gain}"), &judgement);
            assert_eq!(judgement.problems.first(), Some(&Problem::TooDark), "{name}, light × {gain}");
            assert!(judgement.exposure * MARGIN < 0.38, "{name}, light × {gain}");
        }
    }
}

#[test]
fn too_much_light_is_overexposed() {
    for (name, picture) in photographs() {
        for gain in [8.0, 12.0] {
            let judgement = judge(&lit(&picture, gain));
            print(name, &format!("light × {gain}"), &judgement);
            assert_eq!(judgement.problems.first(), Some(&Problem::Overexposed), "{name}, light × {gain}");
        }
    }
}

#[test]
fn the_bad_photographs_are_bad_for_their_reason() {
    for (name, problem) in [
        ("ktp-blurred", Problem::Blurred),
        ("ktp-dark", Problem::TooDark),
        ("ktp-overexposed", Problem::Overexposed),
    ] {
        assert_eq!(judge(&photograph(&format!("photos-bad/{name}.jpg"))).problems, [problem], "{name}");
    }
}

#[test]
fn a_frame_without_anything_is_told_by_its_light() {
    let plain = |value| RgbImage::from_pixel(1280, 720, Rgb([value; 3]));
    assert_eq!(judge(&grainy(&plain(12), 3.0)).problems, [Problem::TooDark]);
    assert_eq!(judge(&plain(255)).problems, [Problem::Overexposed]);
    assert_eq!(judge(&grainy(&plain(180), 2.0)).problems, [Problem::Blurred]);
}

#[test]
fn one_line_on_a_sheet_is_as_sharp_as_a_full_page() {
    let letter = photograph("photos/resignation_letter.jpg");
    let mut nearly_blank = letter.clone();
    let paper = *letter.get_pixel(960, 980);
    for y in 150..940 {
        for x in 720..1200 {
            nearly_blank.put_pixel(x, y, paper);
        }
    }
    let nearly_blank = grainy(&nearly_blank, 1.3);
    let judgement = judge(&nearly_blank);
    print("resignation_letter", "nearly blank", &judgement);
    assert_eq!(judgement.problems, []);
    assert_eq!(judge(&imageops::blur(&nearly_blank, 2.5)).problems, [Problem::Blurred]);
}

#[test]
fn small_and_odd_pictures_are_judged_without_trouble() {
    for (width, height) in [(0, 0), (1, 1), (16, 16), (17, 3), (5, 400), (640, 17)] {
        let judgement = judge(&RgbImage::from_pixel(width, height, Rgb([128; 3])));
        assert!(!judgement.problems.is_empty(), "{width} × {height}");
    }
}

#[test]
fn problems_have_plain_names() {
    let names = serde_json::to_string(&[Problem::Blurred, Problem::TooDark, Problem::Overexposed]).unwrap();
    assert_eq!(names, r#"["blurred","too_dark","overexposed"]"#);
}
