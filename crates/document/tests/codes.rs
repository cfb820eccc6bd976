//! Codes as people hold them up: far away, crumpled, on a telephone, blurred, half in shadow. `--nocapture` prints how
//! many are read, beside what zbar reads of the same frames.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{decode, read_qr};
use image::{Rgb, RgbImage, imageops};
use qrcode::{Color, EcLevel, QrCode};
use std::process::Command;
use std::sync::LazyLock;
use std::{fs, path::Path};

const FRAMES: u32 = 6;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn from(&mut self, least: f32, most: f32) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        least + (most - least) * ((self.0 >> 40) as f32 / (1 << 24) as f32)
    }
}

/// How a code is held up, each figure as it is or drawn from a range. Lengths are in pixels of the frame.
#[derive(Clone, Copy)]
struct Held {
    module: (f32, f32),
    /// Largest turn in the picture, in degrees.
    turned: f32,
    /// Largest difference of size from one side to the other.
    aslant: f32,
    /// Height of folds in modules, and how much darker their far sides are.
    crumpled: (f32, f32),
    dark: u8,
    light: u8,
    inverted: bool,
    /// Strength of the grid of a screen.
    moire: f32,
    glare: bool,
    /// What is left of the light behind an edge across the code.
    shade: f32,
    blur: f32,
    /// Length of a movement.
    moved: usize,
    grain: f32,
}

const PLAIN: Held = Held {
    module: (4.0, 7.0),
    turned: 25.0,
    aslant: 0.12,
    crumpled: (0.0, 0.0),
    dark: 40,
    light: 215,
    inverted: false,
    moire: 0.0,
    glare: false,
    shade: 1.0,
    blur: 0.7,
    moved: 0,
    grain: 3.0,
};

static CONDITIONS: &[(&str, Held)] = &[
    ("near", PLAIN),
    ("arm's length", Held { module: (2.3, 2.8), blur: 0.6, ..PLAIN }),
    ("any way round", Held { turned: 180.0, aslant: 0.25, ..PLAIN }),
    ("crumpled", Held { crumpled: (0.35, 0.35), ..PLAIN }),
    ("faded print", Held { dark: 130, light: 190, ..PLAIN }),
    ("telephone", Held { dark: 12, light: 240, moire: 0.14, glare: true, ..PLAIN }),
    ("telephone, dark mode", Held { dark: 18, light: 225, inverted: true, moire: 0.10, ..PLAIN }),
    ("out of focus", Held { blur: 2.4, module: (4.0, 5.5), ..PLAIN }),
    ("moved", Held { moved: 6, module: (4.0, 5.5), ..PLAIN }),
    ("half in shadow", Held { shade: 0.4, ..PLAIN }),
    ("dim and grainy", Held { dark: 20, light: 75, grain: 9.0, ..PLAIN }),
];

static BACKGROUNDS: LazyLock<Vec<RgbImage>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos");
    let open = |name| decode(&fs::read(folder.join(name)).unwrap()).unwrap();
    let small = |photo: RgbImage| imageops::resize(&photo, 1280, 720, imageops::FilterType::Triangle);
    ["photo.jpg", "resignation_letter.jpg", "kk.jpg"].map(open).map(small).into()
});

fn frame(held: &Held, text: &str, seed: u32) -> RgbImage {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (u64::from(seed) + 1).wrapping_mul(0x2545_f491_4f6c_dd1d));
    for _ in 0..8 {
        dice.from(0.0, 1.0);
    }
    let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
    let (modules, colours) = (code.width() as f32, code.to_colors());
    let module = dice.from(held.module.0, held.module.1);
    let (sin, cos) = dice.from(-held.turned, held.turned).to_radians().sin_cos();
    let (slant_x, slant_y) = (dice.from(-held.aslant, held.aslant), dice.from(-held.aslant, held.aslant));
    let reach = module * modules;
    let middle = (dice.from(reach, 1280.0 - reach), dice.from(reach.min(350.0), (720.0 - reach).max(360.0)));
    let folds: [f32; 3] = [dice.from(0.0, 6.3), dice.from(0.0, 6.3), dice.from(2.0, 4.0)];
    let shadow = dice.from(-0.25, 0.25);
    let mut frame = BACKGROUNDS[seed as usize % BACKGROUNDS.len()].clone();

    let (left, top) = ((middle.0 - reach).max(0.0) as u32, (middle.1 - reach).max(0.0) as u32);
    let side = (reach * 2.0) as u32;
    let (width, height) = (side.min(1280 - left), side.min(720 - top));
    let mut part = imageops::crop_imm(&frame, left, top, width, height).to_image();
    for (x, y, pixel) in part.enumerate_pixels_mut() {
        let (x, y) = (x + left, y + top);
        let mut sum = 0.0;
        let mut covered = 0.0;
        for sub in 0..9 {
            let dx = x as f32 + (sub % 3) as f32 / 3.0 + 0.17 - middle.0;
            let dy = y as f32 + (sub / 3) as f32 / 3.0 + 0.17 - middle.1;
            let (across, down) = ((cos * dx + sin * dy) / reach, (cos * dy - sin * dx) / reach);
            let depth = 1.0 + slant_x * across + slant_y * down;
            let (u, v) = (across / depth, down / depth);
            let fold = (v * 6.3 * folds[2] + folds[0]).sin() * (u * 8.0 + folds[1]).sin();
            let bend = held.crumpled.0 * fold;
            let (column, row) = ((u + 0.5) * modules + bend, (v + 0.5) * modules - bend);
            let margin = 4.0;
            if !(-margin..modules + margin).contains(&column) || !(-margin..modules + margin).contains(&row) {
                continue;
            }
            let inside = (0.0..modules).contains(&column) && (0.0..modules).contains(&row);
            let dark = inside && colours[row as usize * modules as usize + column as usize] == Color::Dark;
            let mut value = f32::from(if dark != held.inverted { held.dark } else { held.light });
            value *= 1.0 - held.crumpled.1 * fold.max(0.0);
            value *= if u + 0.4 * v > shadow { held.shade } else { 1.0 };
            sum += value;
            covered += 1.0;
        }
        if covered > 0.0 {
            let (grid_x, grid_y) = (x as f32 * 2.02 + y as f32 * 0.07, y as f32 * 1.93 - x as f32 * 0.05);
            let mut value = sum / covered * (1.0 + held.moire * (grid_x.sin() + grid_y.sin()));
            if held.glare {
                let off =
                    (x as f32 - middle.0 - reach * 0.3).hypot(y as f32 - middle.1 + reach * 0.3) / reach;
                value += 120.0 * (-off * off * 12.0).exp();
            }
            let share = covered / 9.0;
            for (channel, byte) in pixel.0.iter_mut().enumerate() {
                let tint = [1.0, 0.99, 0.96][channel];
                *byte = (f32::from(*byte) * (1.0 - share) + value * tint * share).clamp(0.0, 255.0) as u8;
            }
        }
    }
    if held.moved > 0 {
        part = moved(&part, held.moved);
    }
    imageops::replace(&mut frame, &imageops::blur(&part, held.blur), left.into(), top.into());
    for byte in frame.iter_mut() {
        let noise: f32 = (0..3).map(|_| dice.from(-1.0, 1.0)).sum();
        *byte = (f32::from(*byte) + noise * held.grain).clamp(0.0, 255.0) as u8;
    }
    frame
}

fn moved(frame: &RgbImage, length: usize) -> RgbImage {
    RgbImage::from_fn(frame.width(), frame.height(), |x, y| {
        let mean = |channel: usize| {
            let sum: usize = (0..length)
                .map(|step| {
                    let from = (x + step as u32).min(frame.width() - 1);
                    usize::from(frame.get_pixel(from, y).0[channel])
                })
                .sum();
            (sum / length) as u8
        };
        Rgb([mean(0), mean(1), mean(2)])
    })
}

/// Which frames zbar reads; `None` where it is not installed.
fn read_by_zbar(frames: &[RgbImage], text: &str) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let mut read = 0;
    for (index, frame) in frames.iter().enumerate() {
        let path = folder.path().join(format!("{index}.png"));
        imageops::grayscale(frame).save(&path).unwrap();
        let found = Command::new("zbarimg").args(["-q", "--raw"]).arg(&path).output().ok()?;
        read += usize::from(String::from_utf8_lossy(&found.stdout).lines().any(|line| line == text));
    }
    Some(read)
}

#[test]
fn codes_are_read_as_people_hold_them_up() {
    let text = "ASIK:K7M29QX4T3HVBD8CWNPA2";
    let (mut ours, mut of_zbar, mut all) = (0, Some(0), 0);
    for (name, held) in CONDITIONS {
        let frames: Vec<RgbImage> = (0..FRAMES).map(|seed| frame(held, text, seed)).collect();
        let began = std::time::Instant::now();
        let found: Vec<Option<String>> = frames.iter().map(read_qr).collect();
        let milliseconds = began.elapsed().as_secs_f64() * 1000.0 / f64::from(FRAMES);
        assert!(found.iter().flatten().all(|found| found == text), "{name}: {found:?}");
        let read = found.iter().flatten().count();
        let zbar = read_by_zbar(&frames, text);
        eprintln!("{name:<22} {read:>2} of {FRAMES}, zbar {zbar:?}, {milliseconds:.1} ms");
        (ours, of_zbar, all) = (ours + read, of_zbar.zip(zbar).map(|(a, b)| a + b), all + FRAMES as usize);
    }
    eprintln!("{:<22} {ours} of {all}, zbar {of_zbar:?}", "all");
    assert!(ours * 100 >= all * 85, "{ours} of {all}");
    assert!(of_zbar.is_none_or(|zbar| ours > zbar), "{ours}, zbar {of_zbar:?}");
}

#[test]
fn a_frame_without_a_code_has_none() {
    for frame in BACKGROUNDS.iter() {
        let began = std::time::Instant::now();
        assert_eq!(read_qr(frame), None);
        eprintln!("none there: {:.1} ms", began.elapsed().as_secs_f64() * 1000.0);
    }
}
