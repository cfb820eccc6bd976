//! What lens, sensor and encoder make of the light.

use crate::Dice;
use crate::drawing::DrawError;
use crate::shot::setup::Setup;
use image::RgbImage;
use std::sync::OnceLock;

type Light = [f32; 3];

/// The picture as the camera delivers it, and the file it came in.
pub(crate) fn taken(
    light: Vec<Light>,
    setup: &Setup,
    size: (u32, u32),
    dice: &mut Dice,
) -> Result<(RgbImage, Vec<u8>), DrawError> {
    let (width, height) = (size.0 as usize, size.1 as usize);
    let mut light = moved(light, setup.motion, width, height);
    blur(&mut light, setup.blur, width, height);
    let mut bytes = developed(&light, setup, width, dice);
    if setup.sharpen > 0.0 {
        bytes = sharpened(&bytes, width, height, setup.sharpen);
    }
    let failed = |what: &str, why: String| DrawError::new(what, why);
    let mut jpeg = vec![];
    jpeg_encoder::Encoder::new(&mut jpeg, setup.quality)
        .encode(&bytes, size.0 as u16, size.1 as u16, jpeg_encoder::ColorType::Rgb)
        .map_err(|error| failed("JPEG", error.to_string()))?;
    let picture = image::load_from_memory_with_format(&jpeg, image::ImageFormat::Jpeg)
        .map_err(|error| failed("JPEG", error.to_string()))?;
    Ok((picture.into_rgb8(), jpeg))
}

/// Averages along the way of the movement.
fn moved(light: Vec<Light>, (dx, dy): (f32, f32), width: usize, height: usize) -> Vec<Light> {
    let steps = dx.hypot(dy).ceil() as i32;
    if steps < 2 {
        return light;
    }
    let mut sum = vec![[0.0; 3]; light.len()];
    for step in 0..steps {
        let along = (step as f32 + 0.5) / steps as f32 - 0.5;
        let (right, down) = ((dx * along).round() as isize, (dy * along).round() as isize);
        for y in 0..height {
            let from = (y as isize + down).clamp(0, height as isize - 1) as usize * width;
            let row = &mut sum[y * width..(y + 1) * width];
            for (x, target) in row.iter_mut().enumerate() {
                let source = light[from + (x as isize + right).clamp(0, width as isize - 1) as usize];
                for c in 0..3 {
                    target[c] += source[c];
                }
            }
        }
    }
    let share = 1.0 / steps as f32;
    sum.iter().map(|colour| colour.map(|c| c * share)).collect()
}

/// Two passes of a tent each way, about a bell of this deviation.
fn blur(light: &mut [Light], deviation: f32, width: usize, height: usize) {
    let reach = (2.45 * deviation).ceil().max(1.0) as isize;
    let kernel: Vec<f32> = (-reach..=reach).map(|d| (-0.5 * (d as f32 / deviation).powi(2)).exp()).collect();
    let total: f32 = kernel.iter().sum();
    let mut across = vec![[0.0; 3]; light.len()];
    for y in 0..height {
        let row = &light[y * width..(y + 1) * width];
        for (x, target) in across[y * width..(y + 1) * width].iter_mut().enumerate() {
            for (weight, d) in kernel.iter().zip(-reach..) {
                let source = row[(x as isize + d).clamp(0, width as isize - 1) as usize];
                for c in 0..3 {
                    target[c] += source[c] * weight / total;
                }
            }
        }
    }
    for (y, row) in light.chunks_exact_mut(width).enumerate() {
        row.fill([0.0; 3]);
        for (weight, d) in kernel.iter().zip(-reach..) {
            let from = (y as isize + d).clamp(0, height as isize - 1) as usize * width;
            let share = weight / total;
            for (target, source) in row.iter_mut().zip(&across[from..from + width]) {
                for c in 0..3 {
                    target[c] += source[c] * share;
                }
            }
        }
    }
}

const STEPS: usize = 4096;

/// Exposed, with grain, in sRGB.
fn developed(light: &[Light], setup: &Setup, width: usize, dice: &mut Dice) -> Vec<u8> {
    let table: Vec<f32> = (0..=STEPS)
        .map(|step| {
            let value = encoded(step as f32 / STEPS as f32);
            255.0 * ((value - 0.5) * setup.contrast + 0.5)
        })
        .collect();
    let bells = bells();
    let mut bytes = Vec::with_capacity(light.len() * 3);
    let mut starts = [0; 4];
    for (index, colour) in light.iter().enumerate() {
        if index % width == 0 {
            starts = [0; 4].map(|_: usize| dice.throw() as usize);
        }
        let along = index % width;
        let bell = |channel: usize| bells[(starts[channel] + along) % bells.len()];
        let common = bell(3);
        for c in 0..3 {
            let value = table[(colour[c] * STEPS as f32).clamp(0.0, STEPS as f32) as usize];
            // Dark places have more grain, blown-out ones none.
            let share = 1.3 - 0.6 * value / 255.0;
            let grain = setup.grain * share * (0.8 * common + 0.6 * bell(c));
            let grain = if colour[c] > 1.3 { 0.0 } else { grain };
            bytes.push((value + grain).round().clamp(0.0, 255.0) as u8);
        }
    }
    bytes
}

fn bells() -> &'static Vec<f32> {
    static BELLS: OnceLock<Vec<f32>> = OnceLock::new();
    BELLS.get_or_init(|| {
        let mut dice = Dice::new(3, "grain");
        (0..65_521).map(|_| dice.bell()).collect()
    })
}

/// What cameras do so that pictures look crisp.
fn sharpened(bytes: &[u8], width: usize, height: usize, amount: f32) -> Vec<u8> {
    let mut sharp = bytes.to_vec();
    let row = width * 3;
    for y in 1..height - 1 {
        for at in y * row + 3..(y + 1) * row - 3 {
            let value = f32::from(bytes[at]);
            let near = u32::from(bytes[at - 3])
                + u32::from(bytes[at + 3])
                + u32::from(bytes[at - row])
                + u32::from(bytes[at + row]);
            sharp[at] = (value + amount * (value - near as f32 / 4.0)).round().clamp(0.0, 255.0) as u8;
        }
    }
    sharp
}

/// Linear light to sRGB, 0 to 1.
pub(crate) fn encoded(light: f32) -> f32 {
    let light = light.clamp(0.0, 1.0);
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}
