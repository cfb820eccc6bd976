//! Files are too large for the portal: every page is made small enough for the limit that is configured, and can
//! still be read.

use claim::rules::Shape;
use document::{Form, Problem, decode, encode_page, judge};
use image::{RgbImage, imageops};
use std::path::Path;

fn sample(name: &str) -> RgbImage {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/photos").join(name);
    decode(&std::fs::read(file).unwrap()).unwrap()
}

/// As a camera of 20 megapixels in bad light gives it: large, and with so much noise that it hardly compresses.
fn huge_and_noisy(name: &str) -> RgbImage {
    let mut picture = imageops::resize(&sample(name), 5760, 3240, imageops::FilterType::Triangle);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for byte in picture.iter_mut() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        *byte = byte.saturating_add_signed((random % 49) as i8 - 24);
    }
    picture
}

#[test]
fn a_huge_noisy_page_of_each_document_fits_its_limit_and_can_be_read() {
    let config =
        kiosk_config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../kiosk-config/files")).unwrap();
    let rules = &config.rules;
    let picture = huge_and_noisy("ktp.jpg");
    assert!(encode_page(&picture, u64::MAX).unwrap().jpeg.len() as u64 > rules.limits.upload_bytes);
    let mut limits: Vec<(u32, u64)> = rules
        .documents
        .values()
        .filter(|document| document.shape != Shape::Face)
        .map(|document| (document.pages, paper::page_limit(rules.limits.upload_bytes, document.pages)))
        .collect();
    limits.sort_unstable();
    limits.dedup();
    assert!(limits.len() > 1, "documents of several pages share one file");
    for (pages, limit) in limits {
        let page = encode_page(&picture, limit).unwrap();
        assert!(page.jpeg.len() as u64 <= limit, "{} bytes of {limit}", page.jpeg.len());
        // Together, each as large as it may be, they are one file.
        let full = |number: u32| {
            let mut jpeg = page.jpeg.clone();
            jpeg.resize(limit as usize - 2, number as u8);
            // The mark at the end.
            jpeg.extend([0xff, 0xd9]);
            jpeg
        };
        let file = paper::document_pdf(&(0..pages).map(full).collect::<Vec<_>>()).unwrap();
        assert!(file.len() as u64 > limit * u64::from(pages), "each page is in it");
        assert!(file.len() as u64 <= rules.limits.upload_bytes, "{pages} pages: {} bytes", file.len());
        let problems = judge(&decode(&page.jpeg).unwrap(), Some(Form::Card)).problems;
        assert!(
            !problems.contains(&Problem::Blurred),
            "{limit}: {problems:?} at {} × {}",
            page.width,
            page.height
        );
    }
}
