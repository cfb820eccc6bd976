//! Judging on the shipped photographs, as they are and spoilt in known ways. `--nocapture` prints the figures.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{Form, Judgement, Problem, decode, judge};
use image::{Rgb, RgbImage, imageops};
use std::{fs, path::Path};

fn photograph(path: &str) -> RgbImage {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(path);
    decode(&fs::read(path).unwrap()).unwrap()
}

fn photographs() -> Vec<(&'static str, RgbImage)> {
    ["ktp", "kpj_card", "npwp", "bank_book", "kk", "resignation_letter", "paklaring", "photo"]
        .map(|name| (name, photograph(&format!("photos/{name}.jpg"))))
        .into()
}

fn form(name: &str) -> Form {
    match name {
        "ktp" | "kpj_card" | "npwp" => Form::Card,
        "bank_book" => Form::Book,
        "kk" => Form::WideSheet,
        "photo" => Form::Face,
        _ => Form::Sheet,
    }
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
        for (how, picture) in [
            ("as it is", picture.clone()),
            ("720 rows", small),
            ("grain 3", grainy(&picture, 3.0)),
            ("half the light", lit(&picture, 0.5)),
            ("half as much light again", lit(&picture, 1.5)),
            ("soft lens, sigma 0.6", imageops::blur(&picture, 0.6)),
        ] {
            let judgement = judge(&picture, Some(form(name)));
            print(name, how, &judgement);
            assert_eq!(judgement.problems, [], "{name}, {how}");
        }
    }
}

#[test]
fn a_picture_out_of_focus_or_shaken_is_blurred() {
    for (name, picture) in photographs() {
        let picture = imageops::resize(&picture, 1280, 720, imageops::FilterType::Triangle);
        for (how, picture) in [
            ("sigma 7", imageops::fast_blur(&picture, 7.0)),
            ("sigma 7, grain 3", grainy(&imageops::fast_blur(&picture, 7.0), 3.0)),
            ("moved 28 across", moved(&picture, 28, (1, 0))),
            ("moved 28 down", moved(&picture, 28, (0, 1))),
            ("moved 28 aslant", moved(&picture, 28, (1, -1))),
        ] {
            let judgement = judge(&picture, Some(form(name)));
            print(name, how, &judgement);
            let is_blurred = |problem: &Problem| matches!(problem, Problem::Blurred | Problem::Moved);
            assert!(judgement.problems.iter().any(is_blurred), "{name}, {how}: {:?}", judgement.problems);
        }
    }
}

#[test]
fn too_little_light_is_too_dark() {
    for (name, picture) in photographs() {
        for gain in [0.02, 0.01] {
            let judgement = judge(&grainy(&lit(&picture, gain), 2.0), Some(form(name)));
            print(name, &format!("light × {gain}"), &judgement);
            assert!(judgement.problems.contains(&Problem::TooDark), "{name}, light × {gain}");
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
        let picture = photograph(&format!("photos-bad/{name}.jpg"));
        assert_eq!(judge(&picture, Some(Form::Card)).problems, [problem], "{name}");
    }
}

#[test]
fn a_frame_without_anything_is_told_by_its_light() {
    let plain = |value| RgbImage::from_pixel(1280, 720, Rgb([value; 3]));
    let problems = |picture: &RgbImage| judge(picture, None).problems;
    assert_eq!(problems(&grainy(&plain(12), 3.0)), [Problem::TooDark]);
    assert_eq!(problems(&plain(255)), [Problem::Overexposed]);
    assert_eq!(problems(&grainy(&plain(180), 2.0)), [Problem::NotFound]);
}

#[test]
fn a_small_document_is_too_far() {
    let card = photograph("photos/ktp.jpg");
    let small = imageops::resize(&card, 320, 180, imageops::FilterType::Triangle);
    let mut desk = RgbImage::from_pixel(1280, 720, *card.get_pixel(20, 20));
    imageops::replace(&mut desk, &small, 480, 270);
    assert!(!judge(&desk, Some(Form::Card)).problems.is_empty());
}

#[test]
fn print_that_the_light_has_eaten_is_overexposed_and_a_scan_in_black_and_white_is_not() {
    let card = photograph("photos/ktp.jpg");
    let bleached = judge(&lit(&card, 5.0), Some(Form::Card));
    print("ktp", "light × 5", &bleached);
    assert!(bleached.problems.contains(&Problem::Overexposed), "{:?}", bleached.problems);
    let letter = photograph("photos/resignation_letter.jpg");
    let quad = judge(&letter, Some(Form::Sheet)).corners.unwrap();
    let page = document::straighten(&letter, &quad, Form::Sheet);
    let scan = each_pixel(&page, |v| if v < 128.0 { 0.0 } else { 255.0 });
    for form in [Some(Form::Sheet), None] {
        let judgement = judge(&scan, form);
        print("resignation_letter", "black and white", &judgement);
        assert_eq!(judgement.problems, [], "{form:?}");
    }
}

/// Paints an ellipse with a soft rim of `soft` of its size, in shares of a document.
fn spot(
    picture: &RgbImage,
    form: Form,
    (u, v): (f32, f32),
    (a, b): (f32, f32),
    soft: f32,
    colour: [f32; 3],
) -> RgbImage {
    let quad = judge(picture, Some(form)).corners.unwrap();
    let (middle, [width, height, ..]) = (quad.at(u, v), quad.lengths());
    let mut picture = picture.clone();
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (dx, dy) = ((x as f32 - middle.x) / (a * width), (y as f32 - middle.y) / (b * height));
        let over = ((1.0 - dx.hypot(dy)) / soft).clamp(0.0, 1.0);
        for (value, colour) in pixel.0.iter_mut().zip(colour) {
            *value = (f32::from(*value) * (1.0 - over) + colour * over) as u8;
        }
    }
    picture
}

#[test]
fn a_mirrored_lamp_is_glare() {
    let card = photograph("photos/ktp.jpg");
    let glare = |size| {
        let picture = spot(&card, Form::Card, (0.4, 0.5), (size, size), 0.3, [255.0; 3]);
        judge(&picture, Some(Form::Card))
    };
    assert_eq!(glare(0.22).problems, [Problem::Glare]);
    assert!(glare(0.22).glare > 0.05);
    assert_eq!(glare(0.02).problems, []);
}

#[test]
fn a_mirrored_lamp_is_glare_on_white_paper_where_it_hides_print() {
    let letter = photograph("photos/resignation_letter.jpg");
    let glare = |(u, v), size| {
        let picture = spot(&letter, Form::Sheet, (u, v), (size, size), 0.3, [255.0; 3]);
        judge(&picture, Some(Form::Sheet))
    };
    let hidden = glare((0.5, 0.35), 0.22);
    print("resignation_letter", "lamp", &hidden);
    assert_eq!(hidden.problems, [Problem::Glare]);
    assert_eq!(glare((0.5, 0.35), 0.04).problems, []);
}

#[test]
fn a_finger_over_the_print_covers_it() {
    let card = photograph("photos/ktp.jpg");
    let finger = |reach: f32| {
        let picture = spot(&card, Form::Card, (0.5, 1.2), (0.1, 0.2 + reach), 0.05, [205.0, 150.0, 120.0]);
        judge(&picture, Some(Form::Card)).problems
    };
    assert_eq!(finger(0.5), [Problem::Covered]);
    assert_eq!(finger(0.03), []);
}

#[test]
fn a_card_that_is_half_outside_is_cut_off() {
    let card = photograph("photos/ktp.jpg");
    let quad = judge(&card, Some(Form::Card)).corners.unwrap();
    let middle = quad.middle();
    let (x, y) = (middle.x as u32, middle.y as u32);
    for (part, picture) in [
        ("left half", imageops::crop_imm(&card, 0, 0, x + 200, card.height()).to_image()),
        (
            "lower half",
            imageops::crop_imm(&card, 0, y - 100, card.width(), card.height() + 100 - y).to_image(),
        ),
    ] {
        let judgement = judge(&picture, Some(Form::Card));
        print("ktp", part, &judgement);
        assert!(judgement.problems.contains(&Problem::CutOff), "{part}: {:?}", judgement.problems);
    }
}

#[test]
fn a_card_seen_from_its_side_is_tilted() {
    let card = photograph("photos/ktp.jpg");
    let flat = imageops::resize(&card, 1920, 410, imageops::FilterType::Triangle);
    let mut desk = RgbImage::from_pixel(1920, 1080, *card.get_pixel(20, 20));
    imageops::replace(&mut desk, &flat, 0, 330);
    let problems = judge(&desk, Some(Form::Card)).problems;
    assert!(problems.contains(&Problem::Tilted), "{problems:?}");
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
    let judgement = judge(&nearly_blank, Some(Form::Sheet));
    print("resignation_letter", "nearly blank", &judgement);
    assert_eq!(judgement.problems, []);
}

#[test]
fn small_and_odd_pictures_are_judged_without_trouble() {
    for (width, height) in [(0, 0), (1, 1), (16, 16), (17, 3), (5, 400), (640, 17)] {
        let judgement = judge(&RgbImage::from_pixel(width, height, Rgb([128; 3])), None);
        assert!(!judgement.problems.is_empty(), "{width} × {height}");
    }
}

#[test]
fn problems_have_plain_names() {
    for problem in [Problem::NotFound, Problem::TooDark, Problem::CutOff, Problem::Moved] {
        assert_eq!(serde_json::to_value(problem).unwrap(), problem.as_str());
    }
}
