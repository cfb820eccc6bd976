//! QR codes on tickets, slips and telephones, held under the camera.
//!
//! A code that lies well is read at once. For the others the frame is looked over for the three squares in a code's
//! corners, light on dark too; only around those is more tried, so that a frame without a code costs little.

mod squares;

use crate::luma::Luma;
use image::RgbImage;
use rxing::{BarcodeFormat, DecodeHints};
use squares::Squares;

/// Wider frames are halved first; a code that is too small then is looked for at full size.
const WIDE: usize = 1400;
/// Around a pixel so far in both directions the mean tells dark from light, in parts of the frame's height.
const NEIGHBOURHOOD: usize = 30;
/// The same around the squares of a code, in modules.
const NEIGHBOURHOODS: [f32; 3] = [3.5, 2.2, 7.0];
/// And, where the edge of a shadow lies on the code, shares of the mean of all around it.
const LEVELS: [f32; 3] = [0.6, 0.42, 0.85];
/// A module gets at least so many pixels.
const MODULE: f32 = 6.0;
/// Longest side of what is looked at more closely, in pixels; bounds the time.
const LONGEST: usize = 800;

/// The text of a QR code somewhere in the picture.
pub fn read_qr(picture: &RgbImage) -> Option<String> {
    let luma = Luma::of(picture);
    let half = (luma.width > WIDE).then(|| luma.halved());
    let at_once = half.as_ref().and_then(read).or_else(|| read(&luma));
    at_once.or_else(|| read_closely(&luma)).or_else(|| half.as_ref().and_then(read_closely))
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

/// Looks for squares of a code and reads around them, with the light evened out.
fn read_closely(luma: &Luma) -> Option<String> {
    let smooth = mean(luma, 1);
    let plain = black_and_white(&smooth, (luma.height / NEIGHBOURHOOD).max(4));
    [false, true].into_iter().find_map(|inverted| {
        let squares = squares::in_picture(&plain, inverted)?;
        let part = part(luma, &squares, inverted);
        let (calm, sharp) = (mean(&part.luma, (part.module / 5.0) as usize), sharpened(&part));
        let by_neighbours = NEIGHBOURHOODS.into_iter().find_map(|modules| {
            let reach = ((part.module * modules).round() as usize).max(3);
            [&calm, &sharp].into_iter().find_map(|luma| read(&black_and_white(luma, reach)))
        });
        by_neighbours.or_else(|| LEVELS.into_iter().find_map(|level| read(&darker(&calm, level))))
    })
}

/// Black where a pixel is darker than this share of the mean: what helps where the edge of a shadow lies on the code.
fn darker(luma: &Luma, share: f32) -> Luma {
    let sum: u64 = luma.pixels.iter().map(|value| u64::from(*value)).sum();
    let level = (sum as f32 / luma.pixels.len().max(1) as f32 * share) as u8;
    let pixels = luma.pixels.iter().map(|value| if *value < level { 0 } else { 255 }).collect();
    Luma { pixels, ..*luma }
}

/// What lies around the squares, dark on light, large enough to be read.
struct Part {
    luma: Luma,
    /// Pixels a module.
    module: f32,
}

fn part(luma: &Luma, squares: &Squares, inverted: bool) -> Part {
    let (left, top) = (squares.left.min(luma.width - 1), squares.top.min(luma.height - 1));
    let (width, height) = (squares.right.min(luma.width) - left, squares.bottom.min(luma.height) - top);
    let room = LONGEST as f32 / width.max(height).max(1) as f32;
    let scale = (MODULE / squares.module).clamp(1.0, 3.0).min(room);
    let (wide, high) = ((width as f32 * scale) as usize, (height as f32 * scale) as usize);
    let mut pixels = Vec::with_capacity(wide * high);
    for y in 0..high {
        let (upper, lower, part_y) = between(y as f32 / scale, top, height);
        for x in 0..wide {
            let (near, far, part_x) = between(x as f32 / scale, left, width);
            let along = |row: usize| {
                let at = |column: usize| f32::from(luma.pixels[row * luma.width + column]);
                at(near) + (at(far) - at(near)) * part_x
            };
            let value = (along(upper) + (along(lower) - along(upper)) * part_y) as u8;
            pixels.push(if inverted { 255 - value } else { value });
        }
    }
    Part { luma: Luma { width: wide, height: high, pixels }, module: squares.module * scale }
}

/// The two pixels around a place, and how far it is from the first to the second.
fn between(place: f32, first: usize, count: usize) -> (usize, usize, f32) {
    let whole = (place as usize).min(count - 1);
    (first + whole, first + (whole + 1).min(count - 1), place - whole as f32)
}

/// Edges made steep again that lost their steepness over half a module.
fn sharpened(part: &Part) -> Luma {
    let wide = mean(&mean(&part.luma, (part.module * 0.4) as usize), (part.module * 0.4) as usize);
    let fine = mean(&part.luma, (part.module / 8.0) as usize);
    let pixels = fine.pixels.iter().zip(&wide.pixels);
    let pixels = pixels.map(|(fine, wide)| {
        (i32::from(*fine) + 4 * (i32::from(*fine) - i32::from(*wide))).clamp(0, 255) as u8
    });
    Luma { pixels: pixels.collect(), ..part.luma }
}

/// Each pixel becomes the mean of those up to `reach` away across and down.
fn mean(luma: &Luma, reach: usize) -> Luma {
    if reach == 0 || luma.pixels.is_empty() {
        return Luma { width: luma.width, height: luma.height, pixels: luma.pixels.clone() };
    }
    let sums = Sums::of(luma);
    sums.each(reach, |_, sum, count| ((sum + count / 2) / count) as u8)
}

/// Black where a pixel is darker than its neighbourhood, white where it is lighter or all is alike.
fn black_and_white(luma: &Luma, reach: usize) -> Luma {
    let sums = Sums::of(luma);
    // A little darker than the mean, so that grain on plain paper stays white.
    sums.each(reach, |at, sum, count| {
        if u64::from(luma.pixels[at]) * u64::from(count) * 100 < u64::from(sum) * 97 { 0 } else { 255 }
    })
}

/// Sums of all pixels above and left of each place.
struct Sums {
    width: usize,
    height: usize,
    sums: Vec<u32>,
}

impl Sums {
    fn of(luma: &Luma) -> Self {
        let stride = luma.width + 1;
        let mut sums = vec![0_u32; stride * (luma.height + 1)];
        for (y, row) in luma.pixels.chunks_exact(luma.width.max(1)).enumerate() {
            let (above, here) = sums.split_at_mut((y + 1) * stride);
            let above = &above[y * stride..];
            let mut sum = 0_u32;
            for ((value, above), here) in row.iter().zip(&above[1..]).zip(&mut here[1..]) {
                sum += u32::from(*value);
                *here = above.wrapping_add(sum);
            }
        }
        Self { width: luma.width, height: luma.height, sums }
    }

    /// A picture of what the function makes of each place: its index, the sum around it, and of how many pixels.
    fn each(&self, reach: usize, value: impl Fn(usize, u32, u32) -> u8) -> Luma {
        let stride = self.width + 1;
        let mut pixels = Vec::with_capacity(self.width * self.height);
        for y in 0..self.height {
            let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(self.height));
            let (upper, lower) =
                (&self.sums[top * stride..][..stride], &self.sums[bottom * stride..][..stride]);
            for x in 0..self.width {
                let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(self.width));
                let sum = lower[right]
                    .wrapping_sub(lower[left])
                    .wrapping_sub(upper[right])
                    .wrapping_add(upper[left]);
                pixels.push(value(y * self.width + x, sum, ((bottom - top) * (right - left)) as u32));
            }
        }
        Luma { width: self.width, height: self.height, pixels }
    }
}
