//! A drawing becomes a photograph: laid on a desk, seen slightly from the side, lit from one corner, taken by a
//! sensor with noise. All light is added up linearly, as a camera does.

use image::{Rgb, RgbImage};
use resvg::tiny_skia::Pixmap;

const WIDTH: u32 = 1920;
const HEIGHT: u32 = 1080;
/// Distance of the lens in pixels; a larger one flattens the perspective.
const DISTANCE: f32 = 3200.0;
/// Samples a pixel in each direction.
const GRID: u32 = 3;

/// How a document lies under the camera.
pub struct Pose {
    /// What it lies on.
    pub desk: Desk,
    /// Its height in pixels of the photograph.
    pub height: f32,
    /// Degrees clockwise.
    pub turn: f32,
    /// Degrees by which it is tilted about the horizontal and the vertical axis.
    pub tilt: (f32, f32),
    /// Where its middle is, in pixels from the middle of the photograph.
    pub middle: (f32, f32),
}

/// What the document lies on.
#[derive(Clone, Copy)]
pub enum Desk {
    Oak,
    Walnut,
}

/// What is wrong with the photograph.
#[derive(Clone, Copy)]
pub enum Fault {
    None,
    Blurred,
    Dark,
    Overexposed,
}

type Light = [f32; 3];

/// A document photographed on a desk.
pub fn on_desk(drawing: &Pixmap, pose: &Pose, fault: Fault, seed: u32) -> RgbImage {
    let paper = Drawing::new(drawing);
    let view = View::new(pose, drawing.width() as f32, drawing.height() as f32);
    let scene = Scene::filled(|x, y| {
        let light = lamp(x, y);
        let shadow = 0.62 * view.shade(&paper, x - 9.0, y - 14.0);
        let desk = pose.desk.colour(x, y).map(|c| c * (1.0 - shadow));
        let mut sum = [0.0; 3];
        for sub in 0..GRID * GRID {
            let offset = |n: u32| (n as f32 + 0.5) / GRID as f32 - 0.5;
            let (u, v) = view.to_drawing(x + offset(sub % GRID), y + offset(sub / GRID));
            let (colour, cover) = paper.at(u, v);
            for c in 0..3 {
                sum[c] += colour[c] + desk[c] * (1.0 - cover);
            }
        }
        sum.map(|c| c * light / (GRID * GRID) as f32)
    });
    scene.taken(fault, seed)
}

/// A drawing that is the whole scene.
pub fn in_room(drawing: &Pixmap, fault: Fault, seed: u32) -> RgbImage {
    let room = Drawing::new(drawing);
    Scene::filled(|x, y| room.at(x, y).0.map(|c| c * lamp(x, y))).taken(fault, seed)
}

/// The drawing in linear light, multiplied by its cover.
struct Drawing {
    width: i32,
    height: i32,
    pixels: Vec<[f32; 4]>,
}

impl Drawing {
    fn new(pixmap: &Pixmap) -> Self {
        let pixels = pixmap.pixels().iter().map(|pixel| {
            let plain = pixel.demultiply();
            let cover = f32::from(plain.alpha()) / 255.0;
            let [r, g, b] = [plain.red(), plain.green(), plain.blue()].map(|c| linear(c) * cover * 0.9);
            [r, g, b, cover]
        });
        Self { width: pixmap.width() as i32, height: pixmap.height() as i32, pixels: pixels.collect() }
    }

    /// Colour and cover at a place, between pixels.
    fn at(&self, u: f32, v: f32) -> (Light, f32) {
        let (left, top) = ((u - 0.5).floor(), (v - 0.5).floor());
        let (fx, fy) = (u - 0.5 - left, v - 0.5 - top);
        let mut sum = [0.0; 4];
        for (dx, dy, weight) in [
            (0, 0, (1.0 - fx) * (1.0 - fy)),
            (1, 0, fx * (1.0 - fy)),
            (0, 1, (1.0 - fx) * fy),
            (1, 1, fx * fy),
        ] {
            let (x, y) = (left as i32 + dx, top as i32 + dy);
            if (0..self.width).contains(&x) && (0..self.height).contains(&y) {
                let pixel = self.pixels[(y * self.width + x) as usize];
                for c in 0..4 {
                    sum[c] += pixel[c] * weight;
                }
            }
        }
        ([sum[0], sum[1], sum[2]], sum[3])
    }
}

/// From the photograph back to the drawing.
struct View {
    /// The inverse of the projection, row by row.
    inverse: [[f32; 3]; 3],
    /// Pixels of the drawing for one of the photograph.
    scale: f32,
    /// Middle of the drawing.
    centre: (f32, f32),
    /// Where it is in the photograph.
    middle: (f32, f32),
}

impl View {
    fn new(pose: &Pose, drawing_width: f32, drawing_height: f32) -> Self {
        let (turn, (about_x, about_y)) =
            (pose.turn.to_radians(), (pose.tilt.0.to_radians(), pose.tilt.1.to_radians()));
        let (st, ct) = turn.sin_cos();
        let (sx, cx) = about_x.sin_cos();
        let (sy, cy) = about_y.sin_cos();
        // Turned in its plane, then tilted about x, then about y: the two axes of the sheet in space.
        let tilted = |x: f32, y: f32| {
            let (x, y, z) = (ct * x - st * y, st * x + ct * y, 0.0);
            let (y, z) = (cx * y - sx * z, sx * y + cx * z);
            (cy * x + sy * z, y, -sy * x + cy * z)
        };
        let (a, b) = (tilted(1.0, 0.0), tilted(0.0, 1.0));
        let projection = [
            [DISTANCE * a.0, DISTANCE * b.0, 0.0],
            [DISTANCE * a.1, DISTANCE * b.1, 0.0],
            [a.2, b.2, DISTANCE],
        ];
        let scale = drawing_height / pose.height;
        let middle = (WIDTH as f32 / 2.0 + pose.middle.0, HEIGHT as f32 / 2.0 + pose.middle.1);
        Self {
            inverse: inverted(projection),
            scale,
            centre: (drawing_width / 2.0, drawing_height / 2.0),
            middle,
        }
    }

    fn to_drawing(&self, x: f32, y: f32) -> (f32, f32) {
        let p = [x - self.middle.0, y - self.middle.1, 1.0];
        let [u, v, w] = self.inverse.map(|row| row[0] * p[0] + row[1] * p[1] + row[2] * p[2]);
        (u / w * self.scale + self.centre.0, v / w * self.scale + self.centre.1)
    }

    /// How much of the lamp the sheet keeps from a place beside it, 0 to 1.
    fn shade(&self, paper: &Drawing, x: f32, y: f32) -> f32 {
        let (u, v) = self.to_drawing(x, y);
        let (half_width, half_height) = (paper.width as f32 / 2.0, paper.height as f32 / 2.0);
        let (over_x, over_y) = ((u - half_width).abs() - half_width, (v - half_height).abs() - half_height);
        let outside = over_x.max(0.0).hypot(over_y.max(0.0)) + over_x.max(over_y).min(0.0);
        let softness = 17.0 * self.scale;
        1.0 / (1.0 + (2.6 * outside / softness).exp())
    }
}

fn inverted(m: [[f32; 3]; 3]) -> [[f32; 3]; 3] {
    let minor = |r: usize, c: usize| {
        let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
        m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
    };
    let determinant: f32 = (0..3).map(|c| m[0][c] * minor(0, c)).sum();
    std::array::from_fn(|r| std::array::from_fn(|c| minor(c, r) / determinant))
}

impl Desk {
    /// Colour of the wood at a place: streaks along the width, with pores.
    fn colour(self, x: f32, y: f32) -> Light {
        let (pale, deep) = match self {
            Desk::Oak => ([0.40, 0.27, 0.16], [0.27, 0.165, 0.085]),
            Desk::Walnut => ([0.19, 0.115, 0.068], [0.105, 0.058, 0.032]),
        };
        let bend = 26.0 * noise(x / 520.0, y / 160.0, 1);
        let rings = 0.5 + 0.5 * ((y + bend) / 17.0 + 5.0 * noise(x / 800.0, y / 130.0, 2)).sin();
        let streaks = noise(x / 120.0, y / 3.2, 3);
        let pores = noise(x / 22.0, y / 1.8, 4).max(0.72) - 0.72;
        let mix = (0.45 * rings + 0.55 * streaks).clamp(0.0, 1.0);
        std::array::from_fn(|c| (pale[c] + (deep[c] - pale[c]) * mix) * (1.0 - 1.2 * pores))
    }
}

/// Brightness of the lamp at a place: it stands beyond the upper left corner.
fn lamp(x: f32, y: f32) -> f32 {
    let (dx, dy) = (x / WIDTH as f32 - 0.30, y / HEIGHT as f32 - 0.22);
    1.06 - 0.36 * (dx * dx + dy * dy).sqrt()
}

/// Linear light, before the sensor.
struct Scene {
    pixels: Vec<Light>,
}

impl Scene {
    fn filled(at: impl Fn(f32, f32) -> Light) -> Self {
        let places = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x as f32 + 0.5, y as f32 + 0.5)));
        Self { pixels: places.map(|(x, y)| at(x, y)).collect() }
    }

    /// What the sensor makes of it.
    fn taken(mut self, fault: Fault, seed: u32) -> RgbImage {
        let (blur, gain, grain) = match fault {
            Fault::None => (0.5, 1.0, 1.3),
            Fault::Blurred => (4.5, 1.0, 1.3),
            Fault::Dark => (0.6, 0.035, 3.2),
            Fault::Overexposed => (0.6, 3.6, 1.3),
        };
        self.blur(blur);
        let mut photo = RgbImage::new(WIDTH, HEIGHT);
        for (index, (pixel, light)) in photo.pixels_mut().zip(&self.pixels).enumerate() {
            let common = grain * bell(index as u32, seed);
            *pixel = Rgb(std::array::from_fn(|c| {
                let own = 0.5 * grain * bell(index as u32, seed.wrapping_add(101 + c as u32));
                (255.0 * encoded(light[c] * gain) + common + own).round().clamp(0.0, 255.0) as u8
            }));
        }
        photo
    }

    fn blur(&mut self, sigma: f32) {
        let reach = (3.0 * sigma).ceil() as i32;
        let kernel: Vec<f32> = (-reach..=reach).map(|d| (-0.5 * (d as f32 / sigma).powi(2)).exp()).collect();
        let total: f32 = kernel.iter().sum();
        for (step_x, step_y) in [(1, 0), (0, 1)] {
            let before = self.pixels.clone();
            for (index, pixel) in self.pixels.iter_mut().enumerate() {
                let (x, y) = ((index as u32 % WIDTH) as i32, (index as u32 / WIDTH) as i32);
                *pixel = [0.0; 3];
                for (weight, d) in kernel.iter().zip(-reach..) {
                    let from_x = (x + d * step_x).clamp(0, WIDTH as i32 - 1);
                    let from_y = (y + d * step_y).clamp(0, HEIGHT as i32 - 1);
                    let from = before[(from_y * WIDTH as i32 + from_x) as usize];
                    for c in 0..3 {
                        pixel[c] += from[c] * weight / total;
                    }
                }
            }
        }
    }
}

/// sRGB to linear light.
fn linear(value: u8) -> f32 {
    let value = f32::from(value) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// Linear light to sRGB, 0 to 1.
fn encoded(light: f32) -> f32 {
    let light = light.clamp(0.0, 1.0);
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

/// A number from 0 to 1 that looks random and is always the same.
fn chance(n: u32, seed: u32) -> f32 {
    let mut h = n.wrapping_mul(0x9e37_79b1) ^ seed.wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    (h ^ (h >> 15)) as f32 / u32::MAX as f32
}

/// About normal, deviation 1.
fn bell(n: u32, seed: u32) -> f32 {
    let sum: f32 = (0..4).map(|k| chance(n, seed.wrapping_mul(7).wrapping_add(k))).sum();
    (sum - 2.0) * 3.0_f32.sqrt()
}

/// Smooth noise, 0 to 1.
fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let smooth = |t: f32| t * t * (3.0 - 2.0 * t);
    let (fx, fy) = (smooth(x - left), smooth(y - top));
    let corner = |dx: i32, dy: i32| {
        let (x, y) = (left as i32 + dx, top as i32 + dy);
        chance((x as u32).wrapping_mul(0x1f1f_1f1f) ^ (y as u32), seed)
    };
    let (a, b) = (
        corner(0, 0) + (corner(1, 0) - corner(0, 0)) * fx,
        corner(0, 1) + (corner(1, 1) - corner(0, 1)) * fx,
    );
    a + (b - a) * fy
}
