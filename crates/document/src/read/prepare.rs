//! What a page needs before it is read.

use super::Kind;
use image::{GrayImage, RgbImage, imageops};

/// Width at which print is large enough to be read, by what is printed on it.
fn width(kind: Kind) -> u32 {
    match kind {
        Kind::Ktp | Kind::Kpj | Kind::Npwp => 1280,
        Kind::Passbook => 1900,
        Kind::Kk => 2200,
        _ => 1500,
    }
}

/// More than this much larger or smaller, and the page is brought to its width.
const NEAR: f32 = 1.2;

/// The page itself; of a photograph, the document in it.
pub(super) fn page(picture: &RgbImage, kind: Kind) -> GrayImage {
    let _ = kind;
    imageops::grayscale(picture)
}

/// At the size at which it is read.
pub(super) fn sized(page: &GrayImage, kind: Kind) -> GrayImage {
    let scale = width(kind) as f32 / page.width().max(1) as f32;
    if (1.0 / NEAR..NEAR).contains(&scale) { page.clone() } else { scaled(page, scale) }
}

/// Small, to look only which way it lies.
pub(super) fn small(page: &RgbImage) -> GrayImage {
    let page = imageops::grayscale(page);
    let scale = 1000.0 / page.width().max(page.height()).max(1) as f32;
    if scale < 1.0 { scaled(&page, scale) } else { page }
}

pub(super) fn scaled(page: &GrayImage, scale: f32) -> GrayImage {
    let side = |side: u32| ((side as f32 * scale).round() as u32).clamp(1, 4000);
    imageops::resize(page, side(page.width()), side(page.height()), imageops::FilterType::CatmullRom)
}

/// Turned by quarters, clockwise.
pub(super) fn turned(page: &GrayImage, turns: u32) -> GrayImage {
    match turns % 4 {
        1 => imageops::rotate90(page),
        2 => imageops::rotate180(page),
        3 => imageops::rotate270(page),
        _ => page.clone(),
    }
}
