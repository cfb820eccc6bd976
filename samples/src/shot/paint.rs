//! Light that falls on the sensor: desk, shadow, document, mirrored lamps, fingers, all added up linearly.

use crate::shot::setup::{Desk, Setup};
use crate::shot::things::Around;
use crate::shot::view::View;
use crate::specimen::{Specimen, linear};
use image::RgbaImage;
use std::sync::OnceLock;

/// Paper that is white in the drawing sends back this share of the light.
const WHITE: f32 = 0.9;

/// Linear light of each pixel, row by row.
pub(crate) fn painted(
    setup: &Setup,
    view: &View,
    around: &Around,
    specimen: &Specimen,
    size: (u32, u32),
) -> Vec<[f32; 3]> {
    let paper = Paper::new(specimen, view);
    let table = linear_table();
    let half = (specimen.mm.0 / 2.0, specimen.mm.1 / 2.0);
    // Held up, its shadow falls far away and soft.
    let (far, soft) = if setup.held { (14.0, 16.0) } else { (specimen.mm.0 * 0.008, specimen.mm.0 * 0.014) };
    let margin = far + 3.0 * soft;
    let mut scene = Vec::with_capacity((size.0 * size.1) as usize);
    for y in 0..size.1 {
        for x in 0..size.0 {
            let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
            let index = (y * size.0 + x) as usize;
            let light = setup.light_at(px, py, size);
            let under = around.below[index];
            let texture = texture(setup.desk, px, py);
            let mut colour: [f32; 3] = std::array::from_fn(|c| table[usize::from(under[c])] * texture);
            let (u, v) = view.to_document(px, py);
            if u.abs() < half.0 + margin && v.abs() < half.1 + margin {
                let outside = ((u - far).abs() - half.0).max((v - far).abs() - half.1);
                let dark = 0.6 * (0.5 - outside / soft / 2.0).clamp(0.0, 1.0);
                let (own, cover) = paper.at(u, v);
                let shading = view.shading(u, v);
                colour = std::array::from_fn(|c| own[c] * shading + colour[c] * (1.0 - dark) * (1.0 - cover));
                let glare = setup.glare_at(px, py) * (0.1 + 0.9 * cover);
                colour = colour.map(|c| c * light + glare);
            } else {
                colour = colour.map(|c| c * light);
            }
            if let Some(above) = &around.above {
                let over = above[index];
                let left = 1.0 - f32::from(over[3]) / 255.0;
                colour = std::array::from_fn(|c| {
                    table[usize::from(over[c])] * (1.0 - left) * light + colour[c] * left
                });
            }
            scene.push(std::array::from_fn(|c| colour[c] * setup.tint[c]));
        }
    }
    scene
}

fn linear_table() -> &'static [f32; 256] {
    static TABLE: OnceLock<[f32; 256]> = OnceLock::new();
    TABLE.get_or_init(|| std::array::from_fn(|value| linear(value as u8) * WHITE))
}

/// The document in linear light, multiplied by its cover, at about the scale at which it is seen.
struct Paper {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
    per_mm: f32,
    mm: (f32, f32),
}

impl Paper {
    fn new(specimen: &Specimen, view: &View) -> Self {
        let picture: &RgbaImage = &specimen.picture;
        let table = linear_table();
        let pixels = picture.pixels().map(|pixel| {
            let cover = f32::from(pixel.0[3]) / 255.0;
            let [r, g, b] = [0, 1, 2].map(|c| table[usize::from(pixel.0[c])] * cover);
            [r, g, b, cover]
        });
        let mut paper = Self {
            width: picture.width() as usize,
            height: picture.height() as usize,
            pixels: pixels.collect(),
            per_mm: picture.width() as f32 / specimen.mm.0,
            mm: specimen.mm,
        };
        let (across, down) = view.scale(0.0, 0.0);
        while paper.per_mm > 1.45 * across.max(down) {
            paper = paper.halved();
        }
        paper
    }

    fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let (upper, lower) =
                (&self.pixels[2 * y * self.width..], &self.pixels[(2 * y + 1) * self.width..]);
            for x in 0..width {
                let four = [upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]];
                pixels.push(std::array::from_fn(|c| four.iter().map(|pixel| pixel[c]).sum::<f32>() / 4.0));
            }
        }
        Self { width, height, pixels, per_mm: width as f32 / self.mm.0, mm: self.mm }
    }

    /// Colour and cover at a place in millimetres from the middle, between pixels.
    fn at(&self, u: f32, v: f32) -> ([f32; 3], f32) {
        let x = (u / self.mm.0 + 0.5) * self.width as f32 - 0.5;
        let y = (v / self.mm.1 + 0.5) * self.height as f32 - 0.5;
        let (left, top) = (x.floor(), y.floor());
        let (fx, fy) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let mut sum = [0.0; 4];
        for (dx, dy, weight) in [
            (0, 0, (1.0 - fx) * (1.0 - fy)),
            (1, 0, fx * (1.0 - fy)),
            (0, 1, (1.0 - fx) * fy),
            (1, 1, fx * fy),
        ] {
            let (x, y) = (left + dx, top + dy);
            if x >= 0 && y >= 0 && (x as usize) < self.width && (y as usize) < self.height {
                let pixel = self.pixels[y as usize * self.width + x as usize];
                for c in 0..4 {
                    sum[c] += pixel[c] * weight;
                }
            }
        }
        ([sum[0], sum[1], sum[2]], sum[3])
    }
}

const SIDE: usize = 256;

/// Soft noise from 0 to 1 that repeats itself.
fn noise_tile() -> &'static Vec<f32> {
    static TILE: OnceLock<Vec<f32>> = OnceLock::new();
    TILE.get_or_init(|| {
        let mut dice = crate::Dice::new(7, "texture");
        (0..SIDE * SIDE).map(|_| dice.unit()).collect()
    })
}

fn noise(x: f32, y: f32) -> f32 {
    let tile = noise_tile();
    let (left, top) = (x.floor(), y.floor());
    let (fx, fy) = (x - left, y - top);
    let (left, top) = (left as i32 as usize % SIDE, top as i32 as usize % SIDE);
    let (right, low) = ((left + 1) % SIDE, (top + 1) % SIDE);
    let upper = tile[top * SIDE + left] * (1.0 - fx) + tile[top * SIDE + right] * fx;
    let lower = tile[low * SIDE + left] * (1.0 - fx) + tile[low * SIDE + right] * fx;
    upper * (1.0 - fy) + lower * fy
}

/// How light a place of the desk is, about 1.
fn texture(desk: Desk, x: f32, y: f32) -> f32 {
    match desk {
        Desk::Wood => {
            let rings = 0.5 + 0.5 * ((y + 40.0 * noise(x / 400.0, y / 130.0)) / 15.0).sin();
            0.72 + 0.22 * rings + 0.3 * noise(x / 60.0, y / 2.5)
        }
        Desk::Plain | Desk::Tray | Desk::Same => 0.97 + 0.06 * noise(x / 2.0, y / 2.0),
        Desk::Cloth => 0.85 + 0.15 * noise(x / 1.5, y / 6.0) + 0.15 * noise(x / 6.0, y / 1.5),
        Desk::Stone => 0.6 + 0.45 * noise(x / 3.0, y / 3.0) + 0.3 * noise(x / 40.0, y / 40.0),
    }
}
