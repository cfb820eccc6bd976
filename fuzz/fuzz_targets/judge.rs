//! Any small picture and any corners: judged, searched, straightened and enhanced, with figures that are numbers.
#![no_main]

use document::{Form, Point, Quad, enhance, find, judge, likely_form, straighten};
use image::{Rgb, RgbImage};
use libfuzzer_sys::fuzz_target;

const FORMS: [Form; 5] = [Form::Card, Form::Sheet, Form::WideSheet, Form::Book, Form::Face];

fuzz_target!(|bytes: &[u8]| {
    let Some((head, rest)) = bytes.split_at_checked(19) else { return };
    let (width, height) = (u32::from(head[0] % 161), u32::from(head[1] % 121));
    let block = 1 + u32::from(head[2] >> 4);
    let byte = |at: u32| rest.get(at as usize % rest.len().max(1)).copied().unwrap_or(128);
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let at = (y / block * width.div_ceil(block) + x / block) * 3;
        Rgb([byte(at), byte(at + 1), byte(at + 2)])
    });

    let form = FORMS.get(usize::from(head[2] & 7)).copied();
    let judgement = judge(&picture, form);
    for figure in [judgement.sharpness, judgement.glare, judgement.exposure] {
        assert!(figure.is_finite() && figure >= 0.0, "{judgement:?}");
    }
    if let Some(found) = find(&picture, form) {
        assert!((0.0..=1.0).contains(&found.confidence), "{found:?}");
        assert!(found.quad.0.iter().all(|p| p.x.is_finite() && p.y.is_finite()), "{found:?}");
        straightened(&picture, &found.quad, form);
    }
    // Corners from anywhere, also from outside and in any order; some as floats of any bits.
    let corner = |at: usize| f32::from(i16::from_le_bytes([head[3 + at * 2], head[4 + at * 2]])) / 64.0;
    let mut corners: [Point; 4] = std::array::from_fn(|at| Point::new(corner(at * 2), corner(at * 2 + 1)));
    if head[2] & 8 != 0 {
        corners[0].x = f32::from_le_bytes([head[3], head[4], head[5], head[6]]);
    }
    straightened(&picture, &Quad(corners), form);
});

fn straightened(picture: &RgbImage, quad: &Quad, form: Option<Form>) {
    let form = form.unwrap_or_else(|| likely_form(picture.dimensions(), quad));
    let page = straighten(picture, quad, form);
    assert!(page.width().max(page.height()) <= 2400);
    // Large pages of nothing would only take time.
    if page.width() * page.height() < 100_000 {
        assert_eq!(enhance(&page).dimensions(), page.dimensions());
    }
}
