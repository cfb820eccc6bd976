//! Opening, encoding, previews and codes.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{DecodeError, decode, encode_page, preview, read_qr};
use image::{ImageEncoder, Rgb, RgbImage, imageops};
use proptest::prelude::*;
use std::{fs, path::Path, sync::LazyLock};

static KTP: LazyLock<Vec<u8>> = LazyLock::new(|| {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos/ktp.jpg")).unwrap()
});

fn small() -> RgbImage {
    imageops::thumbnail(&decode(&KTP).unwrap(), 160, 90)
}

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = vec![];
    image::codecs::png::PngEncoder::new(&mut bytes)
        .write_image(picture, picture.width(), picture.height(), image::ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

/// A JPEG whose EXIF block says how it is turned.
fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = (exif.len() + 2) as u16;
    [&jpeg[..2], &[0xff, 0xe1], &length.to_be_bytes(), &exif, &jpeg[2..]].concat()
}

#[test]
fn pages_stay_under_their_limit_and_keep_their_shape() {
    let picture = decode(&KTP).unwrap();
    for limit in [6_000_000, 400_000, 150_000, 60_000, 20_000] {
        let page = encode_page(&picture, limit).unwrap();
        assert!(page.jpeg.len() as u64 <= limit, "{} bytes for {limit}", page.jpeg.len());
        let back = decode(&page.jpeg).unwrap();
        assert_eq!(back.dimensions(), (page.width, page.height));
        let shape = f64::from(page.width) / f64::from(page.height);
        assert!((shape - 16.0 / 9.0).abs() < 0.01, "{shape}");
    }
}

#[test]
fn a_page_is_not_made_smaller_without_need() {
    let page = encode_page(&decode(&KTP).unwrap(), 6_000_000).unwrap();
    assert_eq!((page.width, page.height), (1920, 1080));
}

#[test]
fn a_limit_that_leaves_nothing_to_read_is_an_error() {
    assert!(encode_page(&decode(&KTP).unwrap(), 500).is_err());
    assert!(encode_page(&RgbImage::new(0, 5), 100_000).is_err());
}

#[test]
fn a_page_says_nothing_about_its_content() {
    let page = encode_page(&small(), 100_000).unwrap();
    assert!(format!("{page:?}").starts_with("Page(160 × 90, "));
}

#[test]
fn previews_are_small() {
    let picture = decode(&KTP).unwrap();
    for (max_width, expected) in
        [(960, (960, 540)), (700, (640, 360)), (320, (320, 180)), (5000, (1920, 1080))]
    {
        let jpeg = preview(&picture, max_width);
        assert_eq!(decode(&jpeg).unwrap().dimensions(), expected);
    }
    assert!(preview(&picture, 960).len() < 120_000);
    assert!(preview(&RgbImage::new(0, 0), 960).is_empty());
    assert_eq!(decode(&preview(&RgbImage::new(1000, 2), 100)).unwrap().height(), 1);
}

#[test]
fn a_preview_shows_what_the_picture_shows() {
    let picture = decode(&KTP).unwrap();
    let seen = decode(&preview(&picture, 480)).unwrap();
    let expected = imageops::resize(&picture, 480, 270, imageops::FilterType::Triangle);
    let difference: u64 = seen.iter().zip(expected.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    assert!(difference / (seen.len() as u64) < 6, "{difference}");
}

#[test]
fn jpeg_and_png_are_opened() {
    assert_eq!(decode(&KTP).unwrap().dimensions(), (1920, 1080));
    assert_eq!(decode(&png(&small())).unwrap(), small());
}

#[test]
fn the_exif_orientation_is_respected() {
    let mut picture = RgbImage::from_pixel(64, 32, Rgb([255; 3]));
    imageops::replace(&mut picture, &RgbImage::from_pixel(16, 16, Rgb([0; 3])), 0, 0);
    let jpeg = encode_page(&picture, 100_000).unwrap().jpeg;
    for (orientation, size, dark) in
        [(1, (64, 32), (4, 4)), (3, (64, 32), (60, 28)), (6, (32, 64), (28, 4)), (8, (32, 64), (4, 60))]
    {
        let opened = decode(&turned(&jpeg, orientation)).unwrap();
        assert_eq!(opened.dimensions(), size, "orientation {orientation}");
        assert!(opened.get_pixel(dark.0, dark.1).0[0] < 60, "orientation {orientation}");
    }
}

#[test]
fn what_is_not_a_picture_is_an_error() {
    assert!(matches!(decode(b""), Err(DecodeError::UnknownFormat)));
    assert!(matches!(decode(b"GIF89a\x01\0\x01\0"), Err(DecodeError::UnknownFormat)));
    assert!(matches!(decode(&KTP[..KTP.len() / 2]), Err(DecodeError::Damaged(_))));
    let corrupt = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos-bad/corrupt.jpg");
    assert!(matches!(decode(&fs::read(corrupt).unwrap()), Err(DecodeError::Damaged(_))));
}

#[test]
fn a_small_file_that_claims_to_be_huge_is_refused() {
    let mut bomb = png(&small());
    bomb[16..20].copy_from_slice(&30_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&30_000_u32.to_be_bytes());
    // The checksum of the header has to fit, or it is merely damaged.
    let checksum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert!(matches!(decode(&bomb), Err(DecodeError::TooLarge { width: 30_000, height: 30_000 })));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_jpeg_cut_short_is_an_error(share in 0.0..1.0_f64) {
        let jpeg = encode_page(&small(), 100_000).unwrap().jpeg;
        let length = (share * (jpeg.len() - 2) as f64) as usize;
        prop_assert!(decode(&jpeg[..length]).is_err());
    }

    #[test]
    fn garbled_bytes_never_panic(
        as_png: bool,
        changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..24),
    ) {
        let mut bytes = if as_png { png(&small()) } else { encode_page(&small(), 100_000).unwrap().jpeg };
        for (place, value) in changes {
            let at = (place * (bytes.len() - 1) as f64) as usize;
            bytes[at] = value;
        }
        if let Ok(picture) = decode(&bytes) {
            prop_assert!(u64::from(picture.width()) * u64::from(picture.height()) <= document::MAX_PIXELS);
        }
    }

    #[test]
    fn any_bytes_never_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..400), jpeg: bool) {
        if jpeg {
            bytes.splice(0..0, [0xff, 0xd8, 0xff]);
        }
        let _ = decode(&bytes);
    }
}

/// A code drawn into a photograph: `side` pixels wide, turned by `degrees`.
fn with_code(photo: &RgbImage, text: &str, side: f32, degrees: f32) -> RgbImage {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).unwrap();
    let modules = code.width() as f32;
    let colours = code.to_colors();
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut photo = photo.clone();
    let middle = (photo.width() as f32 / 2.0, photo.height() as f32 / 2.0);
    for (x, y, pixel) in photo.enumerate_pixels_mut() {
        let (x, y) = (x as f32 - middle.0, y as f32 - middle.1);
        let module = |v: f32| ((v / side + 0.5) * modules).floor();
        let (u, v) = (module(cos * x + sin * y), module(cos * y - sin * x));
        let inside = |m: f32| (0.0..modules).contains(&m);
        let quiet = |m: f32| (-4.0..modules + 4.0).contains(&m);
        if inside(u) && inside(v) {
            let dark = colours[v as usize * modules as usize + u as usize] == qrcode::Color::Dark;
            *pixel = Rgb(if dark { [38, 36, 40] } else { [216, 214, 208] });
        } else if quiet(u) && quiet(v) {
            *pixel = Rgb([216, 214, 208]);
        }
    }
    imageops::blur(&photo, 0.7)
}

#[test]
fn codes_are_read_at_any_size_and_angle() {
    let full = decode(&KTP).unwrap();
    let smaller = imageops::resize(&full, 1280, 720, imageops::FilterType::Triangle);
    for photo in [full, smaller] {
        for (side, degrees) in [(120.0, 0.0), (160.0, 12.0), (220.0, 45.0), (300.0, 90.0), (420.0, 201.0)] {
            let text = "AA-K7M2-9QX4";
            let found = read_qr(&with_code(&photo, text, side, degrees));
            assert_eq!(found.as_deref(), Some(text), "{side} px at {degrees}° in {} px", photo.width());
        }
    }
}

#[test]
fn a_picture_without_a_code_has_none() {
    assert_eq!(read_qr(&decode(&KTP).unwrap()), None);
    assert_eq!(read_qr(&RgbImage::new(0, 0)), None);
    assert_eq!(read_qr(&RgbImage::new(3, 2)), None);
}
