//! QR codes on tickets and slips, held under the camera.

use crate::luma::Luma;
use image::RgbImage;
use rxing::{BarcodeFormat, DecodeHints};

/// Wider frames are halved first; a code that is too small then is looked for at full size.
const WIDE: usize = 1400;

/// The text of a QR code somewhere in the picture.
pub fn read_qr(picture: &RgbImage) -> Option<String> {
    let luma = Luma::of(picture);
    let at_half = (luma.width > WIDE).then(|| read(&luma.halved())).flatten();
    at_half.or_else(|| read(&luma))
}

fn read(luma: &Luma) -> Option<String> {
    let (width, height) = (luma.width as u32, luma.height as u32);
    let mut hints = DecodeHints::default();
    let found = rxing::helpers::detect_in_luma_slice_with_hints(
        &luma.pixels,
        width,
        height,
        Some(BarcodeFormat::QR_CODE),
        &mut hints,
    );
    found.ok().map(|code| code.getText().to_owned())
}
