//! Any small picture, and any filling of a code that can be found: a text or none, never a panic.
#![no_main]

use document::read_qr;
use image::{Rgb, RgbImage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let [how, size, dark, light, rest @ ..] = bytes else { return };
    if rest.is_empty() {
        return;
    }
    let picture = match how % 4 {
        0 => {
            let width = u32::from(*size).clamp(1, 96);
            RgbImage::from_fn(width, 72, |x, y| Rgb([rest[(y * width + x) as usize % rest.len()]; 3]))
        }
        way => code(1 + u32::from(size % 6), u32::from(way) * 2, [*dark, *light], rest),
    };
    let _ = read_qr(&picture);
});

/// A code whose three squares are right and whose other modules are the bits that were given.
fn code(version: u32, module: u32, colours: [u8; 2], bits: &[u8]) -> RgbImage {
    let side = 17 + 4 * version;
    RgbImage::from_fn((side + 8) * module, (side + 8) * module, |x, y| {
        let (column, row) = ((x / module).wrapping_sub(4), (y / module).wrapping_sub(4));
        let dark = column < side && row < side && is_dark(column, row, side, bits);
        Rgb([colours[usize::from(!dark)]; 3])
    })
}

fn is_dark(column: u32, row: u32, side: u32, bits: &[u8]) -> bool {
    for (left, top) in [(0, 0), (side - 7, 0), (0, side - 7)] {
        let (x, y) = (column.wrapping_sub(left).wrapping_add(1), row.wrapping_sub(top).wrapping_add(1));
        if x < 9 && y < 9 {
            let ring = x.abs_diff(4).max(y.abs_diff(4));
            return ring != 2 && ring != 4;
        }
    }
    if column == 6 || row == 6 {
        return (column + row) % 2 == 0;
    }
    let at = (row * side + column) as usize;
    bits[at / 8 % bits.len()] >> (at % 8) & 1 == 1
}
