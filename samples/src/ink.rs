//! What printers and pockets do to a document.

use crate::Dice;
use image::RgbaImage;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use std::fmt::Write;

/// How well the printer printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    Crisp,
    /// With little ink: what is left of it, 0 to 1.
    Faded(f32),
    /// With gaps: how many, 0 to 1.
    Patchy(f32),
    /// With too much ink, pixels wider on each side.
    Thick(i32),
    /// In dots, so many to the height of a capital letter.
    Dots(f32),
    /// Beside where it should be, in units, and turned, in degrees.
    Shifted {
        right: f32,
        down: f32,
        turn: f32,
    },
}

impl Ink {
    /// For cards, which good printers print.
    pub fn of_card(dice: &mut Dice) -> Self {
        match dice.whole(0, 9) {
            0..=3 => Self::Crisp,
            4 | 5 => Self::Faded(dice.between(0.45, 0.85)),
            6 => Self::Patchy(dice.between(0.05, 0.3)),
            7 => Self::Thick(1),
            _ => Self::Shifted { right: dice.around(5.0), down: dice.around(3.0), turn: dice.around(0.4) },
        }
    }

    /// For bank books, which old printers print.
    pub fn of_book(dice: &mut Dice) -> Self {
        match dice.whole(0, 9) {
            0..=3 => Self::Dots(dice.between(10.0, 16.0)),
            4 => Self::Faded(dice.between(0.4, 0.8)),
            5 => Self::Patchy(dice.between(0.05, 0.3)),
            6 => Self::Thick(1),
            7 => Self::Crisp,
            _ => Self::Shifted { right: dice.around(14.0), down: dice.around(7.0), turn: dice.around(0.9) },
        }
    }

    /// For letters.
    pub fn of_sheet(dice: &mut Dice) -> Self {
        match dice.whole(0, 5) {
            0 => Self::Faded(dice.between(0.5, 0.85)),
            1 => Self::Dots(dice.between(10.0, 14.0)),
            2 => Self::Thick(1),
            _ => Self::Crisp,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Crisp => "crisp",
            Self::Faded(_) => "faded",
            Self::Patchy(_) => "patchy",
            Self::Thick(_) => "thick",
            Self::Dots(_) => "dots",
            Self::Shifted { .. } => "shifted",
        }
    }
}

/// Changes the ink as the printer would; `tallest` is the height of the tallest field in pixels.
pub(crate) fn printed_by(ink: Ink, layer: &mut Pixmap, tallest: f32, dice: &mut Dice) {
    match ink {
        Ink::Crisp | Ink::Shifted { .. } => {}
        Ink::Faded(left) => {
            let bands = wave(dice, layer.height() as usize, 0.12);
            each(layer, |_, y, cover| cover * (left + bands[y]).clamp(0.2, 1.0));
        }
        Ink::Patchy(gaps) => {
            let (width, height) = (layer.width() as usize, layer.height() as usize);
            let spots = spots(dice, width, height, 2);
            each(layer, |x, y, cover| if spots[y * width + x] < gaps { cover * 0.25 } else { cover });
        }
        Ink::Thick(more) => thicken(layer, more),
        Ink::Dots(rows) => in_dots(layer, (tallest / rows).max(1.6), dice),
    }
}

/// Changes the cover of each pixel.
fn each(layer: &mut Pixmap, cover: impl Fn(usize, usize, f32) -> f32) {
    let width = layer.width() as usize;
    for (index, pixel) in layer.pixels_mut().iter_mut().enumerate() {
        if pixel.alpha() > 0 {
            *pixel =
                with_cover(*pixel, cover(index % width, index / width, f32::from(pixel.alpha()) / 255.0));
        }
    }
}

fn with_cover(pixel: PremultipliedColorU8, cover: f32) -> PremultipliedColorU8 {
    let plain = pixel.demultiply();
    resvg::tiny_skia::ColorU8::from_rgba(
        plain.red(),
        plain.green(),
        plain.blue(),
        (cover * 255.0).round().clamp(0.0, 255.0) as u8,
    )
    .premultiply()
}

/// A slow wave about 0, one value a row.
fn wave(dice: &mut Dice, rows: usize, height: f32) -> Vec<f32> {
    let (first, second) = (dice.between(0.002, 0.02), dice.between(0.03, 0.2));
    let start = dice.between(0.0, 6.0);
    (0..rows).map(|y| height * ((y as f32 * first + start).sin() + 0.5 * (y as f32 * second).sin())).collect()
}

/// Chance from 0 to 1 for each pixel, the same over squares of `size`.
fn spots(dice: &mut Dice, width: usize, height: usize, size: usize) -> Vec<f32> {
    let across = width / size + 1;
    let chances: Vec<f32> = (0..across * (height / size + 1)).map(|_| dice.unit()).collect();
    (0..width * height).map(|at| chances[at / width / size * across + at % width / size]).collect()
}

fn thicken(layer: &mut Pixmap, more: i32) {
    let (width, height) = (layer.width() as i32, layer.height() as i32);
    let before = layer.clone();
    let pixels = before.pixels();
    for (index, pixel) in layer.pixels_mut().iter_mut().enumerate() {
        let (x, y) = (index as i32 % width, index as i32 / width);
        for (dx, dy) in [(-more, 0), (more, 0), (0, -more), (0, more)] {
            let (x, y) = ((x + dx).clamp(0, width - 1), (y + dy).clamp(0, height - 1));
            let near = pixels[(y * width + x) as usize];
            if near.alpha() > pixel.alpha() {
                *pixel = near;
            }
        }
    }
}

/// Needles strike on a grid; every second row a little aside, each with its own force.
fn in_dots(layer: &mut Pixmap, pitch: f32, dice: &mut Dice) {
    let (width, height) = (layer.width() as i32, layer.height() as i32);
    let before = layer.clone();
    let force = dice.between(0.7, 1.0);
    let aside = dice.around(0.35);
    let radius = pitch * dice.between(0.52, 0.68);
    for pixel in layer.pixels_mut() {
        *pixel = PremultipliedColorU8::TRANSPARENT;
    }
    let columns = (width as f32 / (pitch * 0.75)) as i32;
    for row in 0..(height as f32 / pitch) as i32 {
        for column in 0..columns {
            let (x, y) = ((column as f32 + 0.5) * pitch * 0.75, (row as f32 + 0.5) * pitch);
            let source = before.pixels()[(y as i32 * width + x as i32) as usize];
            if source.alpha() < 110 {
                continue;
            }
            let x = x + if row % 2 == 0 { aside * pitch } else { 0.0 };
            let cover = force * dice.between(0.8, 1.0);
            let reach = radius.ceil() as i32;
            for dy in -reach..=reach {
                for dx in -reach..=reach {
                    let (px, py) = (x as i32 + dx, y as i32 + dy);
                    if px < 0 || py < 0 || px >= width || py >= height {
                        continue;
                    }
                    let distance = (px as f32 + 0.5 - x).hypot(py as f32 + 0.5 - y);
                    let own = cover * (radius + 0.5 - distance).clamp(0.0, 1.0);
                    let target = &mut layer.pixels_mut()[(py * width + px) as usize];
                    if own * 255.0 > f32::from(target.alpha()) {
                        *target = with_cover(source, own);
                    }
                }
            }
        }
    }
}

/// Scratches and specks as SVG; more of them on cards, which live in pockets.
pub(crate) fn wear(size: (f32, f32), card: bool, dice: &mut Dice) -> String {
    let (width, height) = size;
    let mut svg = String::new();
    let worn = if card { dice.unit() * dice.unit() } else { 0.3 * dice.unit() };
    for _ in 0..(worn * 24.0) as u32 {
        let (x, y) = (dice.unit() * width, dice.unit() * height);
        let _ = write!(
            svg,
            "<path d=\"M{x:.0} {y:.0} q{:.0} {:.0} {:.0} {:.0}\" stroke=\"#fff\" opacity=\"{:.2}\" fill=\"none\" \
             stroke-width=\"{:.2}\"/>",
            dice.around(60.0),
            dice.around(30.0),
            dice.around(150.0),
            dice.around(90.0),
            dice.between(0.08, 0.45),
            width * dice.between(0.0006, 0.0018)
        );
    }
    for _ in 0..(worn * 40.0) as u32 {
        let _ = write!(
            svg,
            "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"{:.1}\" fill=\"{}\" opacity=\"{:.2}\"/>",
            dice.unit() * width,
            dice.unit() * height,
            width * dice.between(0.0005, 0.003),
            dice.pick(&["#4a3b2a", "#222", "#fff", "#806040"]),
            dice.between(0.1, 0.5)
        );
    }
    if !card && dice.chance(0.25) {
        let _ = write!(
            svg,
            "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"{:.0}\" fill=\"none\" stroke=\"#8a6a3c\" stroke-width=\"{:.0}\" \
             opacity=\".18\"/>",
            dice.unit() * width,
            dice.unit() * height,
            width * 0.12,
            width * 0.012
        );
    }
    svg
}

/// Lays the traces of use over the picture, and lets its colours age.
pub(crate) fn used(picture: &mut RgbaImage, wear: &Pixmap, dice: &mut Dice) {
    let washed = dice.unit().powi(2) * 0.22;
    let tint: [f32; 3] = [dice.between(0.94, 1.03), dice.between(0.95, 1.02), dice.between(0.90, 1.03)];
    // The value of each byte is the same wherever it stands: a table for each colour.
    let table = tint.map(|tint| {
        std::array::from_fn::<u8, 256, _>(|value| {
            ((value as f32 * (1.0 - washed) + 225.0 * washed) * tint).round().clamp(0.0, 255.0) as u8
        })
    });
    for (pixel, trace) in picture.pixels_mut().zip(wear.pixels()) {
        let left = 255 - u32::from(trace.alpha());
        for (channel, over) in [trace.red(), trace.green(), trace.blue()].into_iter().enumerate() {
            let under = u32::from(table[channel][usize::from(pixel.0[channel])]);
            pixel.0[channel] = (u32::from(over) + under * left / 255).min(255) as u8;
        }
    }
}
