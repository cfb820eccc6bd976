//! Simple scenes of which the truth is known: a drawn document in perspective, on a desk, seen by a camera.

use document::{Form, Point, Quad};
use image::{Rgb, RgbImage, imageops};

/// Numbers that look random and are always the same.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1);
        chance.unit();
        chance
    }

    /// 0 to 1.
    pub fn unit(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1 << 24) as f32
    }

    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// About normal, deviation 1.
    pub fn bell(&mut self) -> f32 {
        (0..4).map(|_| self.unit()).sum::<f32>() * 1.73 - 3.46
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ground {
    Plain,
    Wood,
    Busy,
    White,
    Folder,
}

/// What a scene shows.
#[derive(Clone, Debug)]
pub struct Scene {
    pub form: Form,
    pub ground: Ground,
    /// Share of the picture's height (or width, where that is tighter) that the document fills.
    pub fill: f32,
    /// Degrees.
    pub turn: f32,
    /// Degrees about both axes.
    pub tilt: (f32, f32),
    /// Pixels from the middle.
    pub middle: (f32, f32),
    /// Sigma of defocus in pixels.
    pub blur: f32,
    pub gain: f32,
    pub noise: f32,
    pub shadow: bool,
    pub fingers: u32,
    pub seed: u64,
    pub size: (u32, u32),
}

impl Scene {
    pub fn new(form: Form, ground: Ground, seed: u64) -> Self {
        let mut chance = Chance::new(seed.wrapping_add(77));
        Self {
            form,
            ground,
            fill: chance.between(0.6, 0.85),
            turn: chance.between(-12.0, 12.0),
            tilt: (chance.between(-15.0, 15.0), chance.between(-15.0, 15.0)),
            middle: (chance.between(-60.0, 60.0), chance.between(-20.0, 20.0)),
            blur: chance.between(0.5, 0.9),
            gain: 1.0,
            noise: chance.between(1.0, 3.0),
            shadow: chance.unit() < 0.3,
            fingers: 0,
            seed,
            size: (1280, 720),
        }
    }

    /// Width and height of the document in units of its longer side.
    fn paper(&self) -> (f32, f32) {
        let aspect = self.form.aspect().unwrap_or(1.42);
        if aspect > 1.0 { (1.0, 1.0 / aspect) } else { (aspect, 1.0) }
    }

    /// The corners of the document in the picture.
    pub fn truth(&self) -> Quad {
        let (w, h) = self.paper();
        let corner = |u: f32, v: f32| {
            let [x, y] = self.project(u * w / 2.0, v * h / 2.0);
            Point::new(x, y)
        };
        Quad::around([corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)])
    }

    fn pose(&self) -> ([[f32; 3]; 2], f32) {
        let (st, ct) = self.turn.to_radians().sin_cos();
        let (sx, cx) = self.tilt.0.to_radians().sin_cos();
        let (sy, cy) = self.tilt.1.to_radians().sin_cos();
        let tilted = |x: f32, y: f32| {
            let (x, y) = (ct * x - st * y, st * x + ct * y);
            let (y, z) = (cx * y, sx * y);
            [cy * x + sy * z, y, -sy * x + cy * z]
        };
        let (w, h) = self.paper();
        let scale = (self.fill * self.size.1 as f32 / h).min(self.fill * self.size.0 as f32 / w);
        ([tilted(1.0, 0.0), tilted(0.0, 1.0)], scale)
    }

    fn project(&self, x: f32, y: f32) -> [f32; 2] {
        let ([a, b], scale) = self.pose();
        let p: [f32; 3] = std::array::from_fn(|i| (a[i] * x + b[i] * y) * scale);
        let far = self.size.0 as f32 * 1.3;
        let depth = far / (far + p[2]);
        [
            p[0] * depth + self.middle.0 + self.size.0 as f32 / 2.0,
            p[1] * depth + self.middle.1 + self.size.1 as f32 / 2.0,
        ]
    }

    /// From the picture to the plane of the document.
    fn back(&self) -> impl Fn(f32, f32) -> (f32, f32) + use<> {
        let ([a, b], scale) = self.pose();
        let far = self.size.0 as f32 * 1.3;
        let (mx, my) = (self.middle.0 + self.size.0 as f32 / 2.0, self.middle.1 + self.size.1 as f32 / 2.0);
        move |px, py| {
            // (x·a + y·b)·scale = (far + z)·(px, py)/far, solved for x and y.
            let (qx, qy) = ((px - mx) / far, (py - my) / far);
            let (m11, m12) = (a[0] - qx * a[2], b[0] - qx * b[2]);
            let (m21, m22) = (a[1] - qy * a[2], b[1] - qy * b[2]);
            let (r1, r2) = (qx * far / scale, qy * far / scale);
            let determinant = m11 * m22 - m12 * m21;
            ((r1 * m22 - m12 * r2) / determinant, (m11 * r2 - r1 * m21) / determinant)
        }
    }

    /// The photograph.
    pub fn photograph(&self) -> RgbImage {
        let mut chance = Chance::new(self.seed);
        let paper = page(self.form, self.ground, &mut chance);
        let ground = ground(self.ground, self.size, &mut chance);
        let back = self.back();
        let (w, h) = self.paper();
        let unit = paper.width() as f32 / w;
        let radius = if self.form == Form::Card { 3.18 / 85.6 } else { 0.0 };
        let cover = |u: f32, v: f32, grow: f32| {
            let (x, y) = (u.abs() - w / 2.0 - grow + radius, v.abs() - h / 2.0 - grow + radius);
            x.max(0.0).hypot(y.max(0.0)) + x.max(y).min(0.0) - radius
        };
        let folder = [chance.between(60.0, 150.0), chance.between(60.0, 120.0), chance.between(90.0, 190.0)];
        let fingers: Vec<_> = (0..self.fingers).map(|_| self.finger(&mut chance)).collect();
        let mut photo = RgbImage::from_fn(self.size.0, self.size.1, |px, py| {
            let mut sum = [0.0_f32; 3];
            for sub in 0..4 {
                let (x, y) =
                    (px as f32 + 0.25 + 0.5 * (sub % 2) as f32, py as f32 + 0.25 + 0.5 * (sub / 2) as f32);
                let (u, v) = back(x, y);
                let mut colour = ground.get_pixel(px, py).0.map(f32::from);
                if self.ground == Ground::Folder && cover(u + 0.03, v - 0.02, 0.09) < 0.0 {
                    colour = folder;
                }
                let shade = if self.shadow {
                    (1.0 - cover(u - 0.012, v - 0.016, 0.0) / 0.02).clamp(0.0, 1.0) * 0.4
                } else {
                    0.0
                };
                colour = colour.map(|c| c * (1.0 - shade));
                if cover(u, v, 0.0) < 0.0 {
                    let at = |c: f32, most: u32| ((c * unit) as u32).min(most - 1);
                    let pixel =
                        paper.get_pixel(at(u + w / 2.0, paper.width()), at(v + h / 2.0, paper.height()));
                    colour = pixel.0.map(f32::from);
                }
                for (cx, cy, dx, dy, r) in &fingers {
                    let (ex, ey) = (x - cx, y - cy);
                    let along = (ex * dx + ey * dy).clamp(0.0, 2000.0);
                    let off = (ex - along * dx).hypot(ey - along * dy);
                    if off < *r {
                        let light = 0.75 + 0.25 * (1.0 - (off / r).powi(2)).sqrt();
                        colour = [205.0, 150.0, 120.0].map(|c: f32| c * light);
                    }
                }
                for c in 0..3 {
                    sum[c] += colour[c] / 4.0;
                }
            }
            let lamp = 1.05
                - 0.3 * ((px as f32 / self.size.0 as f32 - 0.3).hypot(py as f32 / self.size.1 as f32 - 0.2));
            Rgb(sum.map(|c| (c * lamp * self.gain).clamp(0.0, 255.0) as u8))
        });
        if self.blur > 0.0 {
            photo = imageops::blur(&photo, self.blur);
        }
        for byte in photo.iter_mut() {
            *byte = (f32::from(*byte) + self.noise * chance.bell()).clamp(0.0, 255.0) as u8;
        }
        photo
    }

    /// A finger from outside over a side: tip, direction away from the document, radius.
    fn finger(&self, chance: &mut Chance) -> (f32, f32, f32, f32, f32) {
        let quad = self.truth();
        let side = (chance.unit() * 4.0) as usize % 4;
        let (from, to) = quad.sides()[side];
        let at = from.towards(to, chance.between(0.25, 0.75));
        let middle = quad.middle();
        let (dx, dy) = (at.x - middle.x, at.y - middle.y);
        let length = dx.hypot(dy);
        let (dx, dy) = (dx / length, dy / length);
        let r = chance.between(24.0, 38.0);
        (at.x - dx * r * 0.8, at.y - dy * r * 0.8, dx, dy, r)
    }
}

fn fill(picture: &mut RgbImage, (x, y): (f32, f32), (w, h): (f32, f32), colour: [u8; 3]) {
    let (width, height) = picture.dimensions();
    let (pw, ph) = (width as f32, height as f32);
    for py in (y * ph) as u32..(((y + h) * ph) as u32).min(height) {
        for px in (x * pw) as u32..(((x + w) * pw) as u32).min(width) {
            picture.put_pixel(px, py, Rgb(colour));
        }
    }
}

/// A document at 1200 pixels of its longer side: paper, a headline, rows of "letters", a frame or a photograph.
fn page(form: Form, ground: Ground, chance: &mut Chance) -> RgbImage {
    let aspect = form.aspect().unwrap_or(1.42);
    let (width, height) =
        if aspect > 1.0 { (1200, (1200.0 / aspect) as u32) } else { ((1200.0 * aspect) as u32, 1200) };
    let white = [[236, 235, 230], [226, 228, 232], [244, 243, 240]][(chance.unit() * 3.0) as usize % 3];
    let tints = [[168, 205, 226], [230, 214, 160], [200, 222, 200], [60, 120, 80], white];
    let paper = match form {
        Form::Card if ground != Ground::White => tints[(chance.unit() * 5.0) as usize % 5],
        _ => white,
    };
    let mut page = RgbImage::from_pixel(width, height, Rgb(paper));
    let ink = if paper[0] < 100 { [235, 235, 230] } else { [35, 38, 52] };
    if chance.unit() < 0.4 {
        let (m, t) = (chance.between(0.015, 0.05), 0.005);
        for (x, y, w, h) in [
            (m, m, 1.0 - 2.0 * m, t),
            (m, 1.0 - m - t, 1.0 - 2.0 * m, t),
            (m, m, t, 1.0 - 2.0 * m),
            (1.0 - m - t, m, t, 1.0 - 2.0 * m),
        ] {
            fill(&mut page, (x, y), (w, h), [40, 80, 150]);
        }
    }
    if form == Form::Book {
        let page_colour = [40, 80, 150];
        for (x, y, w, h) in [
            (0.0, 0.0, 1.0, 0.012),
            (0.0, 0.988, 1.0, 0.012),
            (0.0, 0.0, 0.008, 1.0),
            (0.992, 0.0, 0.008, 1.0),
            (0.498, 0.0, 0.004, 1.0),
        ] {
            fill(&mut page, (x, y), (w, h), page_colour);
        }
    }
    let rows = if form == Form::Card { 11 } else { 26 };
    let right = if form == Form::Card { 0.62 } else { 0.9 };
    for row in 0..rows {
        let step = 0.84 / rows as f32;
        let y = 0.08 + row as f32 * step;
        let mut x = 0.08;
        let end = chance.between(0.3, right);
        while x < end {
            let letter = chance.between(0.004, 0.012);
            if chance.unit() < 0.85 {
                fill(&mut page, (x, y), (letter * 0.5, step * 0.55), ink);
                fill(&mut page, (x, y + step * 0.25), (letter, step * 0.12), ink);
            }
            x += letter * 1.5;
        }
    }
    if form == Form::Card {
        fill(&mut page, (0.7, 0.25), (0.22, 0.5), [170, 40, 50]);
        fill(&mut page, (0.75, 0.35), (0.12, 0.4), [90, 70, 60]);
    }
    page
}

fn ground(kind: Ground, (width, height): (u32, u32), chance: &mut Chance) -> RgbImage {
    let base = [chance.between(30.0, 140.0), chance.between(30.0, 130.0), chance.between(30.0, 120.0)];
    let mut ground = match kind {
        Ground::White => {
            let grey = chance.between(205.0, 222.0) as u8;
            RgbImage::from_pixel(width, height, Rgb([grey, grey, grey - 4]))
        }
        Ground::Wood | Ground::Folder => {
            let phases: Vec<f32> = (0..height / 3 + 2).map(|_| chance.unit()).collect();
            RgbImage::from_fn(width, height, |x, y| {
                let bent = y as f32 + 12.0 * (x as f32 / 300.0).sin();
                let streak = phases[(bent.max(0.0) as usize / 3).min(phases.len() - 1)];
                let ring = 0.5 + 0.5 * (bent / 9.0).sin();
                Rgb([
                    (120.0 + 40.0 * streak + 20.0 * ring) as u8,
                    (85.0 + 30.0 * streak + 14.0 * ring) as u8,
                    (50.0 + 20.0 * streak + 8.0 * ring) as u8,
                ])
            })
        }
        Ground::Plain | Ground::Busy => RgbImage::from_pixel(width, height, Rgb(base.map(|c| c as u8))),
    };
    if kind == Ground::Busy {
        for _ in 0..60 {
            let colour = [chance.unit(), chance.unit(), chance.unit()].map(|c| (c * 200.0) as u8);
            let (cx, cy) = (chance.unit() * width as f32, chance.unit() * height as f32);
            let (w, h) = (chance.between(10.0, 220.0), chance.between(6.0, 60.0));
            let (sin, cos) = chance.between(0.0, 3.1).sin_cos();
            let reach = w.hypot(h) as i32;
            for dy in -reach..reach {
                for dx in -reach..reach {
                    let (u, v) = (dx as f32 * cos + dy as f32 * sin, dy as f32 * cos - dx as f32 * sin);
                    let (x, y) = (cx as i32 + dx, cy as i32 + dy);
                    if u.abs() < w
                        && v.abs() < h
                        && x >= 0
                        && y >= 0
                        && (x as u32) < width
                        && (y as u32) < height
                    {
                        ground.put_pixel(x as u32, y as u32, Rgb(colour));
                    }
                }
            }
        }
    }
    ground
}
