//! The command: one JSON object a line, whatever the files are.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{Point, Quad, decode, encode_page};
use image::{RgbImage, imageops};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

fn photograph(name: &str) -> PathBuf {
    samples().join("photos").join(name)
}

/// The lines and the exit status.
fn run(arguments: &[&str], images: &[PathBuf]) -> (Vec<Value>, i32) {
    let command = Command::new(env!("CARGO_BIN_EXE_document")).args(arguments).args(images).output().unwrap();
    let lines = String::from_utf8(command.stdout).unwrap();
    let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, command.status.code().unwrap())
}

fn corners(line: &Value) -> Quad {
    let corners: [Point; 4] = serde_json::from_value(line["corners"].clone()).unwrap();
    Quad(corners)
}

/// Where the card lies in the photograph of the KTP.
fn card() -> Quad {
    Quad([(301.0, 158.5), (1578.5, 117.5), (1595.0, 908.0), (340.5, 963.5)].map(|(x, y)| Point::new(x, y)))
}

#[test]
fn each_image_has_a_line_and_broken_ones_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let (text, empty) = (folder.path().join("text.jpg"), folder.path().join("empty.png"));
    fs::write(&text, "no picture at all").unwrap();
    fs::write(&empty, []).unwrap();
    let images = [
        photograph("ktp.jpg"),
        text,
        empty,
        samples().join("photos-bad/corrupt.jpg"),
        folder.path().join("missing.jpg"),
        folder.path().to_owned(),
        samples().join("photos-bad/ktp-dark.jpg"),
    ];
    let (lines, status) = run(&["judge"], &images);
    assert_eq!((lines.len(), status), (7, 1));
    for (line, image) in lines.iter().zip(&images) {
        assert_eq!(line["file"], image.to_str().unwrap());
    }
    assert!(lines[1..6].iter().all(|line| line["error"].is_string() && line["verdict"].is_null()));
    assert_eq!((&lines[0]["verdict"], lines[0]["reasons"].as_array().unwrap().len()), (&"ok".into(), 0));
    assert_eq!(lines[6]["verdict"], "retake");
    assert_eq!(lines[6]["reasons"][0], "too_dark");
    for number in ["ms", "sharpness", "glare", "exposure"] {
        assert!(lines[0][number].is_number(), "{number}");
    }
    assert!(corners(&lines[0]).iou(&card()) > 0.97);
}

#[test]
fn good_images_alone_are_a_success() {
    let (lines, status) = run(&["judge", "--form", "card"], &[photograph("ktp.jpg"), photograph("npwp.jpg")]);
    assert_eq!((lines.len(), status), (2, 0));
}

#[test]
fn wrong_arguments_are_told_apart() {
    for arguments in [
        &["judge"][..],
        &["judge", "--form", "scroll", "a.jpg"],
        &["read", "a.jpg"],
        &["read", "--kind", "visa", "a.jpg"],
        &["rectify", "a.jpg"],
        &["rectify", "a.jpg", "-o", "a.gif"],
    ] {
        assert_eq!(run(arguments, &[]).1, 2, "{arguments:?}");
    }
}

/// A telephone's photograph is judged as a camera frame is, and its corners are in its own pixels.
#[test]
fn large_photographs_have_corners_in_their_own_pixels() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.jpg");
    let picture = decode(&fs::read(photograph("ktp.jpg")).unwrap()).unwrap();
    let picture = imageops::resize(&picture, 3840, 2160, imageops::FilterType::CatmullRom);
    fs::write(&large, encode_page(&picture, 20_000_000).unwrap().jpeg).unwrap();
    let (lines, status) = run(&["judge"], &[large]);
    assert_eq!((status, &lines[0]["verdict"]), (0, &"ok".into()));
    assert!(corners(&lines[0]).iou(&card().scaled(2.0)) > 0.97, "{}", lines[0]);
}

#[test]
fn pages_are_written_as_their_ending_says() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["page.png", "page.jpg", "page.JPEG"] {
        let out = folder.path().join(name);
        let (lines, status) = run(&["rectify", "-o", out.to_str().unwrap()], &[photograph("ktp.jpg")]);
        assert_eq!(status, 0, "{lines:?}");
        let bytes = fs::read(&out).unwrap();
        assert_eq!(bytes.starts_with(b"\x89PNG"), name == "page.png");
        let page = decode(&bytes).unwrap();
        let ratio = f64::from(page.width()) / f64::from(page.height());
        assert!((ratio - 85.60 / 53.98).abs() < 0.02, "{ratio}");
        assert_eq!(lines[0]["width"], page.width());
    }
}

#[test]
fn several_pages_go_into_a_folder_and_none_replaces_another() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("pages");
    let again = folder.path().join("ktp.jpg");
    fs::copy(photograph("npwp.jpg"), &again).unwrap();
    let images = [photograph("ktp.jpg"), again, photograph("photo.jpg")];
    let (lines, status) = run(&["rectify", "-o", out.to_str().unwrap()], &images);
    assert_eq!((lines.len(), status), (3, 0), "{lines:?}");
    let mut names: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["ktp-2.jpg", "ktp.jpg", "photo.jpg"]);
}

#[test]
fn a_page_never_replaces_its_picture() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("a.jpg");
    fs::copy(photograph("ktp.jpg"), &picture).unwrap();
    for out in [&picture, &folder.path().to_owned()] {
        let (lines, status) = run(&["rectify", "-o", out.to_str().unwrap()], std::slice::from_ref(&picture));
        assert!(lines[0]["error"].is_string() && status == 1);
    }
    assert_eq!(fs::read(&picture).unwrap(), fs::read(photograph("ktp.jpg")).unwrap());
}

#[test]
fn a_limit_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("page.jpg");
    let arguments = ["rectify", "--limit", "60000", "-o", out.to_str().unwrap()];
    assert_eq!(run(&arguments, &[photograph("ktp.jpg")]).1, 0);
    assert!(fs::metadata(&out).unwrap().len() <= 60_000);
}

#[test]
fn a_picture_without_a_document_is_a_retake_and_a_whole_page() {
    let folder = tempfile::tempdir().unwrap();
    let (blank, out) = (folder.path().join("blank.png"), folder.path().join("page.png"));
    RgbImage::from_pixel(640, 480, image::Rgb([120; 3])).save(&blank).unwrap();
    let (lines, status) = run(&["rectify", "-o", out.to_str().unwrap()], &[blank]);
    assert_eq!((status, &lines[0]["verdict"]), (0, &"retake".into()));
    assert!(lines[0]["corners"].is_null());
    assert_eq!(decode(&fs::read(&out).unwrap()).unwrap().dimensions(), (640, 480));
}

#[test]
fn each_kind_gives_the_same_keys_and_what_its_document_says() {
    let keys = [
        "confidence",
        "confidences",
        "corners",
        "exposure",
        "fields",
        "file",
        "glare",
        "looks_like",
        "ms",
        "reasons",
        "sharpness",
        "verdict",
    ];
    let all = fs::read_to_string(samples().join("person.toml")).unwrap();
    let person = |key: &str| {
        let line = all.lines().find_map(|line| line.strip_prefix(&format!("{key} = "))).unwrap();
        line.trim_matches('"').to_owned()
    };
    for (kind, photo, fields) in [
        ("ktp", "ktp.jpg", &[("nik", "nik"), ("name", "name"), ("birth_place", "birth_place")][..]),
        ("passbook", "bank_book.jpg", &[("account", "account"), ("holder", "name")]),
        ("kpj", "kpj_card.jpg", &[("kpj", "kpj")]),
        ("npwp", "npwp.jpg", &[("npwp", "npwp")]),
    ] {
        let (lines, status) = run(&["read", "--kind", kind], &[photograph(photo)]);
        let mut said: Vec<&String> = lines[0].as_object().unwrap().keys().collect();
        said.sort();
        assert_eq!(
            (status, said),
            (0, keys.iter().map(|key| key.to_string()).collect::<Vec<_>>().iter().collect())
        );
        for (field, key) in fields {
            assert_eq!(lines[0]["fields"][field], person(key), "{kind} {field}");
        }
        let of = |key: &str| lines[0][key].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(of("fields"), of("confidences"), "{kind}");
    }
}

#[test]
fn a_broken_and_a_very_large_photograph_keep_no_other_from_being_read() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.jpg");
    let picture = decode(&fs::read(photograph("ktp.jpg")).unwrap()).unwrap();
    let picture = imageops::resize(&picture, 4800, 2700, imageops::FilterType::Triangle);
    fs::write(&large, encode_page(&picture, 20_000_000).unwrap().jpeg).unwrap();
    let images = [samples().join("photos-bad/corrupt.jpg"), large, photograph("ktp.jpg")];
    let (lines, status) = run(&["read", "--kind", "ktp"], &images);
    assert_eq!((lines.len(), status), (3, 1));
    assert!(lines[0]["error"].is_string() && lines[0]["fields"].is_null());
    for line in &lines[1..] {
        assert_eq!(line["fields"]["birth_date"], "1979-08-12", "{line}");
    }
}

/// Needs Tesseract, which `cargo xtask test` installs.
#[test]
fn a_card_is_read() {
    let (lines, status) = run(&["read", "--kind", "ktp"], &[photograph("ktp.jpg")]);
    assert_eq!(status, 0);
    let fields = &lines[0]["fields"];
    assert_eq!(fields["name"], "SITI CONTOH WULANDARI", "{lines:?}");
    assert_eq!(fields["birth_date"], "1979-08-12");
    assert_eq!(lines[0]["looks_like"], "ktp");
    assert!(lines[0]["confidence"].as_f64().unwrap() > 0.5);
}
