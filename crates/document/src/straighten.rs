//! From four corners in a photograph to a page seen from straight above.

use crate::quad::{Form, Quad};
use image::{Rgb, RgbImage};

/// No page gets a longer side than this; A4 has 200 dots an inch then.
const LONGEST: f64 = 2400.0;
/// Sides shorter than this in the picture make no page.
const SHORTEST: f64 = 4.0;
/// The focal length that cameras have, in longer sides of the picture: webcams 0.6 to 0.9, telephones 0.7 to 1.1; and
/// how far they are from it, as a factor.
const FOCAL_LENGTH: (f64, f64) = (0.8, 1.35);
/// How far the corners of a page may seem to be from right angles, as a cosine: corners are found to about a pixel.
const SKEW: f64 = 0.015;
/// Radius of the corners of a card by its width, ISO/IEC 7810: 3.18 mm of 85.6 mm.
const CARD_CORNER: f64 = 3.18 / 85.6;
/// In some colour a desk differs at least so much from a card that lies on it; what differs less needs no filling.
const DESK: f64 = 10.0;
/// What lies outside the photograph.
const OUTSIDE: [u8; 3] = [255; 3];

/// The page within the corners, seen from straight above, in its right proportions: those of `form` where the corners
/// allow them, else those which the perspective tells. It stays turned as it was in the picture, and has as many
/// pixels as its nearest parts have there, at most 2400 on the longer side. What lies outside the picture is white; where
/// the desk shows at the round corners of a card they are filled with its own colour. Corners that span no page give the picture itself.
pub fn straighten(picture: &RgbImage, quad: &Quad, form: Form) -> RgbImage {
    straightened(picture, quad, form, form == Form::Card)
}

/// The same with the form that is likely from the proportions alone. Nothing is filled: it may be no card.
pub fn straighten_likely(picture: &RgbImage, quad: &Quad) -> RgbImage {
    straightened(picture, quad, likely_form(picture.dimensions(), quad), false)
}

fn straightened(picture: &RgbImage, quad: &Quad, form: Form, filled: bool) -> RgbImage {
    let Some(plane) = Plane::through(quad).filter(|_| !picture.is_empty()) else { return picture.clone() };
    let (proportions, known) = proportions(picture.dimensions(), quad, form);
    let (width, height) = size(quad, proportions);
    let mut page = sampled(picture, &plane, width, height);
    if filled && known {
        fill_corners(&mut page, CARD_CORNER * f64::from(width.max(height)));
    }
    page
}

/// The form whose proportions the corners fit best; [`Form::Book`] where none fits.
pub fn likely_form(size: (u32, u32), quad: &Quad) -> Form {
    let measured = measured(size, quad, focal_length(size, quad)).proportions;
    let sheet = if measured >= 1.0 { Form::WideSheet } else { Form::Sheet };
    let off = |ratio: f64| (measured.max(1.0 / measured) / ratio).ln().abs();
    let (card, a4) = (off(ratios(Form::Card)[0]), off(ratios(sheet)[0]));
    if card.min(a4) > 0.1 {
        Form::Book
    } else if card < a4 {
        Form::Card
    } else {
        sheet
    }
}

/// Longer by shorter side. Beside A4 there is F4 (215 × 330 mm), which offices use as much.
fn ratios(form: Form) -> &'static [f64] {
    match form {
        Form::Card => &[85.60 / 53.98],
        Form::Sheet | Form::WideSheet => &[297.0 / 210.0, 330.0 / 215.0],
        Form::Book | Form::Face => &[],
    }
}

/// Width by height, and whether it is one of the form's.
fn proportions(size: (u32, u32), quad: &Quad, form: Form) -> (f64, bool) {
    let likely = focal_length(size, quad);
    let [short, middle, long] = [likely / FOCAL_LENGTH.1, likely, likely * FOCAL_LENGTH.1]
        .map(|focal_length| measured(size, quad, focal_length).proportions);
    let (least, most) = (short.min(middle).min(long), short.max(middle).max(long));
    // Seen aslant, formats that are so much alike cannot be told apart: then it is the first.
    let alike = if most / least < 1.03 { usize::MAX } else { 1 };
    let upright = ratios(form).iter().map(|ratio| if middle >= 1.0 { *ratio } else { 1.0 / ratio });
    let fitting = upright.take(alike).filter(|ratio| (least / 1.07..=most * 1.07).contains(ratio));
    let off = |ratio: &f64| (ratio / middle).ln().abs();
    match fitting.min_by(|a, b| off(a).total_cmp(&off(b))) {
        Some(ratio) => (ratio, true),
        None => (middle, false),
    }
}

/// The focal length in longer sides of the picture at which the corners are right angles, as far as they tell, and
/// cameras have.
fn focal_length(size: (u32, u32), quad: &Quad) -> f64 {
    let (usual, spread) = FOCAL_LENGTH;
    let strange = |focal_length: f64| {
        let skew = measured(size, quad, focal_length).skew / SKEW;
        let unusual = (focal_length / usual).ln() / spread.ln();
        skew * skew + unusual * unusual
    };
    let tried = (-8..=16).map(|step| usual * 1.07_f64.powi(step));
    tried.min_by(|a, b| strange(*a).total_cmp(&strange(*b))).unwrap_or(usual)
}

/// What the corners tell about a page that was seen through a certain lens.
struct Measured {
    /// Width by height.
    proportions: f64,
    /// Cosine of the angle between its sides.
    skew: f64,
}

/// The rectangle whose perspective picture the quad is, taken from the middle of the picture with a lens of
/// `focal_length` longer sides (Zhang and He, "Whiteboard scanning and image enhancement", 2007).
fn measured(size: (u32, u32), quad: &Quad, focal_length: f64) -> Measured {
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    let focal_length = focal_length * width.max(height).max(1.0);
    let [top_left, top_right, bottom_right, bottom_left] = quad.0.map(|point| {
        let (x, y) = (f64::from(point.x) - width / 2.0, f64::from(point.y) - height / 2.0);
        [x / focal_length, y / focal_length, 1.0]
    });
    let diagonal = cross(top_left, bottom_right);
    let side = |corner: [f64; 3], other: [f64; 3]| -> [f64; 3] {
        let depth = dot(diagonal, other) / dot(cross(corner, bottom_right), other);
        std::array::from_fn(|axis| depth * corner[axis] - top_left[axis])
    };
    let (across, down) = (side(top_right, bottom_left), side(bottom_left, top_right));
    let (width, height) = (dot(across, across).sqrt(), dot(down, down).sqrt());
    if !(width.is_normal() && height.is_normal()) {
        return Measured { proportions: 1.0, skew: 1.0 };
    }
    Measured { proportions: (width / height).clamp(0.1, 10.0), skew: dot(across, down) / width / height }
}

fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// Pixels of the page: no side of the quad gets fewer than it has.
fn size(quad: &Quad, proportions: f64) -> (u32, u32) {
    let [top, right, bottom, left] = quad.lengths().map(f64::from);
    let (width, height) = (top.max(bottom), right.max(left));
    let height = height.max(width / proportions);
    let (width, height) = (height * proportions, height);
    let scale = (LONGEST / width.max(height)).min(1.0);
    let pixels = |side: f64| (side * scale).round().max(1.0) as u32;
    (pixels(width), pixels(height))
}

/// The projective map from the unit square to the quad (Heckbert, "Fundamentals of texture mapping", 1989).
struct Plane {
    x: [f64; 3],
    y: [f64; 3],
    w: [f64; 3],
}

impl Plane {
    /// `None` unless the corners are those of a convex page.
    fn through(quad: &Quad) -> Option<Self> {
        let [a, b, c, d] = quad.0.map(|point| (f64::from(point.x), f64::from(point.y)));
        let turn = |a: (f64, f64), b: (f64, f64), c: (f64, f64)| {
            (b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0)
        };
        let turns = [turn(a, b, c), turn(b, c, d), turn(c, d, a), turn(d, a, b)];
        if !turns.iter().all(|turn| turn.is_finite() && *turn > SHORTEST * SHORTEST) {
            return None;
        }
        let (sum_x, sum_y) = (a.0 - b.0 + c.0 - d.0, a.1 - b.1 + c.1 - d.1);
        let (x1, x2, y1, y2) = (b.0 - c.0, d.0 - c.0, b.1 - c.1, d.1 - c.1);
        let determinant = x1 * y2 - x2 * y1;
        let g = (sum_x * y2 - x2 * sum_y) / determinant;
        let h = (x1 * sum_y - sum_x * y1) / determinant;
        Some(Self {
            x: [b.0 - a.0 + g * b.0, d.0 - a.0 + h * d.0, a.0],
            y: [b.1 - a.1 + g * b.1, d.1 - a.1 + h * d.1, a.1],
            w: [g, h, 1.0],
        })
    }

    fn at(&self, u: f64, v: f64) -> (f64, f64) {
        let value = |row: &[f64; 3]| row[0] * u + row[1] * v + row[2];
        let w = value(&self.w);
        (value(&self.x) / w, value(&self.y) / w)
    }

    /// How many source pixels the step from one pixel of the page to the next makes at most.
    fn widest_step(&self, width: f64, height: f64) -> f64 {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let step = |u: f64, v: f64, du: f64, dv: f64| {
            let (from, to) = (self.at(u - du, v - dv), self.at(u + du, v + dv));
            (from.0 - to.0).hypot(from.1 - to.1)
        };
        let steps =
            corners.iter().map(|(u, v)| step(*u, *v, 0.5 / width, 0.0).max(step(*u, *v, 0.0, 0.5 / height)));
        steps.fold(0.0, f64::max)
    }
}

/// Each pixel of the page from its place in the picture: bicubic where the picture is not denser than the page, else
/// the mean of several places.
fn sampled(picture: &RgbImage, plane: &Plane, width: u32, height: u32) -> RgbImage {
    let (across, down) = (f64::from(width), f64::from(height));
    let places = (plane.widest_step(across, down) - 0.25).ceil().clamp(1.0, 8.0) as u32;
    let source = Source::of(picture);
    let mut page = RgbImage::new(width, height);
    for (y, row) in page.chunks_exact_mut(width as usize * 3).enumerate() {
        for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
            let place = |sub_x: u32, sub_y: u32| {
                let part = |sub: u32| (f64::from(sub) + 0.5) / f64::from(places);
                plane.at((x as f64 + part(sub_x)) / across, (y as f64 + part(sub_y)) / down)
            };
            if places == 1 {
                pixel.copy_from_slice(&source.bicubic(place(0, 0)));
                continue;
            }
            let mut sum = [0_u32; 3];
            for (sub_x, sub_y) in (0..places * places).map(|sub| (sub % places, sub / places)) {
                for (sum, value) in sum.iter_mut().zip(source.bilinear(place(sub_x, sub_y))) {
                    *sum += value;
                }
            }
            let weight = 256 * places * places;
            for (byte, sum) in pixel.iter_mut().zip(sum) {
                *byte = ((sum + weight / 2) / weight) as u8;
            }
        }
    }
    page
}

/// Steps between two pixels that weights are kept for.
const PHASES: usize = 128;
/// Weights of four neighbours add up to this.
const UNIT: i32 = 1 << 10;

/// The picture, to be read between its pixels.
struct Source<'a> {
    bytes: &'a [u8],
    width: i64,
    height: i64,
    weights: [[i32; 4]; PHASES],
}

impl<'a> Source<'a> {
    fn of(picture: &'a RgbImage) -> Self {
        let weights = std::array::from_fn(|phase| catmull_rom(phase as f64 / PHASES as f64));
        let (width, height) = (i64::from(picture.width()), i64::from(picture.height()));
        Self { bytes: picture.as_raw(), width, height, weights }
    }

    fn bicubic(&self, (x, y): (f64, f64)) -> [u8; 3] {
        let Some((left, top, part_x, part_y)) = self.cell(x, y) else { return OUTSIDE };
        let (across, down) = (&self.weights[part_x], &self.weights[part_y]);
        let mut sum = [0_i32; 3];
        if left >= 1 && top >= 1 && left + 2 < self.width && top + 2 < self.height {
            for (dy, weight) in down.iter().enumerate() {
                let start = ((top - 1 + dy as i64) * self.width + left - 1) as usize * 3;
                let row = &self.bytes[start..start + 12];
                for (channel, sum) in sum.iter_mut().enumerate() {
                    let value = across[0] * i32::from(row[channel])
                        + across[1] * i32::from(row[channel + 3])
                        + across[2] * i32::from(row[channel + 6])
                        + across[3] * i32::from(row[channel + 9]);
                    *sum += weight * value;
                }
            }
        } else {
            for (dy, weight) in down.iter().enumerate() {
                for (dx, across) in across.iter().enumerate() {
                    let pixel = self.pixel(left - 1 + dx as i64, top - 1 + dy as i64);
                    for (sum, value) in sum.iter_mut().zip(pixel) {
                        *sum += weight * across * i32::from(*value);
                    }
                }
            }
        }
        sum.map(|sum| ((sum + UNIT * UNIT / 2) / (UNIT * UNIT)).clamp(0, 255) as u8)
    }

    /// 256 times the value.
    fn bilinear(&self, (x, y): (f64, f64)) -> [u32; 3] {
        let Some((left, top, part_x, part_y)) = self.cell(x, y) else {
            return OUTSIDE.map(|v| u32::from(v) * 256);
        };
        let (part_x, part_y) = (part_x as u32 * 16 / PHASES as u32, part_y as u32 * 16 / PHASES as u32);
        let rows = [0, 1].map(|dy| {
            let (a, b) = (self.pixel(left, top + dy), self.pixel(left + 1, top + dy));
            std::array::from_fn::<u32, 3, _>(|c| u32::from(a[c]) * (16 - part_x) + u32::from(b[c]) * part_x)
        });
        std::array::from_fn(|c| rows[0][c] * (16 - part_y) + rows[1][c] * part_y)
    }

    /// The pixel up and left of a place, and how far the place is from its middle in [`PHASES`]. `None` outside the
    /// picture.
    fn cell(&self, x: f64, y: f64) -> Option<(i64, i64, usize, usize)> {
        let within = |v: f64, side: i64| (-1.0..=side as f64 + 1.0).contains(&v);
        if !within(x, self.width) || !within(y, self.height) {
            return None;
        }
        // Shifted by two pixels, so that the steps are positive and cutting them off rounds them.
        let split = |v: f64| {
            let steps = ((v + 1.5) * PHASES as f64 + 0.5) as usize;
            ((steps / PHASES) as i64 - 2, steps % PHASES)
        };
        let ((left, part_x), (top, part_y)) = (split(x), split(y));
        Some((left, top, part_x, part_y))
    }

    fn pixel(&self, x: i64, y: i64) -> &[u8] {
        let (x, y) = (x.clamp(0, self.width - 1), y.clamp(0, self.height - 1));
        let start = (y * self.width + x) as usize * 3;
        &self.bytes[start..start + 3]
    }
}

fn catmull_rom(t: f64) -> [i32; 4] {
    let weights = [
        ((2.0 - t) * t - 1.0) * t / 2.0,
        ((3.0 * t - 5.0) * t * t + 2.0) / 2.0,
        ((4.0 - 3.0 * t) * t + 1.0) * t / 2.0,
        (t - 1.0) * t * t / 2.0,
    ];
    let mut weights = weights.map(|weight| (weight * f64::from(UNIT)).round() as i32);
    // Rounding must not make flat paper lighter or darker.
    weights[if t < 0.5 { 1 } else { 2 }] += UNIT - weights.iter().sum::<i32>();
    weights
}

/// Outside the round corners the colour of the card goes on as it is at their rim.
fn fill_corners(page: &mut RgbImage, radius: f64) {
    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    // The outermost dots of the rim are half desk.
    let rim = (radius - 2.0).max(1.0);
    let side = radius.ceil() as u32;
    if side * 2 >= page.width().min(page.height()) {
        return;
    }
    let middles = [
        (radius, radius),
        (width - radius, radius),
        (width - radius, height - radius),
        (radius, height - radius),
    ];
    for (middle_x, middle_y) in middles {
        let (left, top) = (
            if middle_x == radius { 0 } else { page.width() - side },
            if middle_y == radius { 0 } else { page.height() - side },
        );
        let away = |(x, y): (u32, u32)| {
            let (dx, dy) = (f64::from(x) + 0.5 - middle_x, f64::from(y) + 0.5 - middle_y);
            (dx, dy, dx.hypot(dy))
        };
        let corner = || (0..side * side).map(|at| (left + at % side, top + at / side));
        let mean = |from: f64, to: f64| {
            let there: Vec<_> = corner().filter(|place| (from..to).contains(&away(*place).2)).collect();
            let sum = |channel: usize| {
                there.iter().map(|(x, y)| f64::from(page.get_pixel(*x, *y)[channel])).sum::<f64>()
            };
            [0, 1, 2].map(|channel| sum(channel) / there.len().max(1) as f64)
        };
        let (outside, inside) = (mean(radius + 1.0, f64::MAX), mean(rim - radius / 4.0, rim));
        if outside.iter().zip(inside).all(|(a, b)| (a - b).abs() < DESK) {
            continue;
        }
        for (x, y) in corner() {
            let (dx, dy, distance) = away((x, y));
            if distance > rim {
                let (from_x, from_y) = (middle_x + dx / distance * rim, middle_y + dy / distance * rim);
                let colour: Rgb<u8> = *page.get_pixel(from_x as u32, from_y as u32);
                page.put_pixel(x, y, colour);
            }
        }
    }
}
