//! Straightening and enhancing: what was seen aslant comes back as it was, and nothing is added to it.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{Form, Point, Quad, decode, encode_page, enhance, likely_form, straighten, straighten_likely};
use image::{Rgb, RgbImage, imageops};
use std::{fs, path::Path};

const CARD: (f64, f64) = (85.60, 53.98);
const A4: (f64, f64) = (210.0, 297.0);

/// A page in space before a camera, and where its corners fall in the picture.
struct Scene {
    size: (u32, u32),
    /// In longer sides of the picture.
    focal_length: f64,
    /// Of the page, in any unit.
    page: (f64, f64),
    /// Around the across axis, the down axis and the line of sight, in degrees.
    turned: [f64; 3],
    /// Distance in longer sides of the page.
    distance: f64,
}

impl Scene {
    fn new(page: (f64, f64), turned: [f64; 3], distance: f64) -> Self {
        Self { size: (1920, 1080), focal_length: 0.8, page, turned, distance }
    }

    /// Where a place on the page falls in the picture; both are 0 to 1 on the page.
    fn project(&self, u: f64, v: f64) -> (f64, f64) {
        let longer = self.page.0.max(self.page.1);
        let (x, y) = ((u - 0.5) * self.page.0 / longer, (v - 0.5) * self.page.1 / longer);
        let [a, b, c] = self.turned.map(f64::to_radians);
        let (x, y) = (x * c.cos() - y * c.sin(), x * c.sin() + y * c.cos());
        let (y, z) = (y * a.cos(), y * a.sin());
        let (x, z) = (x * b.cos() + z * b.sin(), z * b.cos() - x * b.sin());
        let focal_length = self.focal_length * f64::from(self.size.0.max(self.size.1));
        let depth = z + self.distance;
        (
            x / depth * focal_length + f64::from(self.size.0) / 2.0,
            y / depth * focal_length + f64::from(self.size.1) / 2.0,
        )
    }

    fn quad(&self) -> Quad {
        Quad::around([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(u, v)| {
            let (x, y) = self.project(u, v);
            Point::new(x as f32, y as f32)
        }))
    }

    /// A photograph of a page whose colour at each place is given, on a dark desk, every dot the mean of 16 places.
    fn photograph(&self, colour: impl Fn(f64, f64) -> [f64; 3]) -> RgbImage {
        let homography = inverse(self.corners());
        RgbImage::from_fn(self.size.0, self.size.1, |x, y| {
            let mut sum = [0.0; 3];
            for sub in 0..16 {
                let (dx, dy) = ((f64::from(sub % 4) + 0.5) / 4.0, (f64::from(sub / 4) + 0.5) / 4.0);
                let (u, v) = homography(f64::from(x) + dx, f64::from(y) + dy);
                let on_page = (0.0..1.0).contains(&u) && (0.0..1.0).contains(&v);
                let here = if on_page { colour(u, v) } else { [40.0, 36.0, 30.0] };
                sum.iter_mut().zip(here).for_each(|(sum, value)| *sum += value / 16.0);
            }
            Rgb(sum.map(|value: f64| value.round() as u8))
        })
    }

    fn corners(&self) -> [(f64, f64); 4] {
        [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(u, v)| self.project(u, v))
    }
}

/// From the picture back to the page: the projective map is solved for by eight linear equations.
fn inverse(corners: [(f64, f64); 4]) -> impl Fn(f64, f64) -> (f64, f64) {
    let mut rows: Vec<[f64; 9]> = vec![];
    for ((x, y), (u, v)) in corners.into_iter().zip([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]) {
        rows.push([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u]);
        rows.push([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v]);
    }
    for at in 0..8 {
        let pivot = (at..8).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs())).unwrap();
        rows.swap(at, pivot);
        let row = rows[at];
        for other in (0..8).filter(|other| *other != at) {
            let factor = rows[other][at] / row[at];
            (0..9).for_each(|column| rows[other][column] -= factor * row[column]);
        }
    }
    let h: Vec<f64> = (0..8).map(|at| rows[at][8] / rows[at][at]).collect();
    move |x, y| {
        let w = h[6] * x + h[7] * y + 1.0;
        ((h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w)
    }
}

fn pattern(u: f64, v: f64) -> [f64; 3] {
    let wave = |at: f64| 0.5 + 0.5 * (at * std::f64::consts::TAU * 9.0).sin();
    [60.0 + 150.0 * wave(u), 60.0 + 150.0 * wave(v), 60.0 + 150.0 * wave(u * 0.5 + v)]
}

fn ratio(page: &RgbImage) -> f64 {
    f64::from(page.width()) / f64::from(page.height())
}

fn photograph(name: &str) -> RgbImage {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos").join(name);
    decode(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_page_seen_aslant_comes_back_as_it_was() {
    for turned in [[0.0; 3], [25.0, 0.0, 0.0], [0.0, -30.0, 4.0], [18.0, 22.0, -8.0], [-35.0, 15.0, 3.0]] {
        let scene = Scene::new(CARD, turned, 1.3);
        let page = straighten(&scene.photograph(pattern), &scene.quad(), Form::Card);
        assert!((ratio(&page) / (CARD.0 / CARD.1) - 1.0).abs() < 0.003, "{turned:?}: {}", ratio(&page));
        let (width, height) = (f64::from(page.width()), f64::from(page.height()));
        // The corners are filled and the rim is half desk: they are looked at below.
        let (mut sum, mut count, mut worst) = (0.0, 0.0, 0.0_f64);
        for (x, y, pixel) in page.enumerate_pixels() {
            let (u, v) = ((f64::from(x) + 0.5) / width, (f64::from(y) + 0.5) / height);
            if (0.05..0.95).contains(&u) && (0.05..0.95).contains(&v) {
                for (value, expected) in pixel.0.iter().zip(pattern(u, v)) {
                    let off = (f64::from(*value) - expected).abs();
                    (sum, count, worst) = (sum + off, count + 1.0, worst.max(off));
                }
            }
        }
        assert!(sum / count < 1.0 && worst < 8.0, "{turned:?}: mean {:.2}, worst {worst:.1}", sum / count);
    }
}

#[test]
fn no_side_loses_pixels_and_none_gets_too_many() {
    let scene = Scene::new(A4, [40.0, 0.0, 0.0], 1.6);
    let quad = scene.quad();
    let page = straighten(&RgbImage::new(1920, 1080), &quad, Form::Sheet);
    let [top, right, bottom, left] = quad.lengths();
    assert!(
        page.width() as f32 >= top.max(bottom).floor() && page.height() as f32 >= left.max(right).floor()
    );
    let telephone = straighten(&RgbImage::new(4000, 3000), &Quad::whole(4000, 3000), Form::WideSheet);
    assert_eq!(telephone.width().max(telephone.height()), 2400);
}

#[test]
fn proportions_are_those_of_the_form_where_the_corners_allow_them() {
    for (page, form) in [(CARD, Form::Card), (A4, Form::Sheet), ((297.0, 210.0), Form::WideSheet)] {
        for focal_length in [0.7, 0.9, 1.2] {
            for turned in [[0.0; 3], [30.0, 0.0, 0.0], [0.0, 35.0, 5.0], [-20.0, 25.0, -10.0]] {
                let scene = Scene { focal_length, ..Scene::new(page, turned, 1.8) };
                let blank = RgbImage::new(1920, 1080);
                let found = ratio(&straighten(&blank, &scene.quad(), form));
                let expected = page.0 / page.1;
                assert!(
                    (found / expected - 1.0).abs() < 0.004,
                    "{form:?} {focal_length} {turned:?}: {found}"
                );
                // Seen far aslant through a long lens a sheet looks like a card.
                if focal_length < 1.0 {
                    assert_eq!(likely_form((1920, 1080), &scene.quad()), form, "{focal_length} {turned:?}");
                }
            }
        }
    }
}

#[test]
fn proportions_that_no_form_has_are_those_of_the_thing() {
    for (page, form) in [((140.0, 180.0), Form::Book), ((100.0, 100.0), Form::Card)] {
        for turned in [[0.0; 3], [25.0, 0.0, 0.0], [0.0, 30.0, 5.0]] {
            let found =
                ratio(&straighten(&RgbImage::new(1920, 1080), &Scene::new(page, turned, 1.8).quad(), form));
            assert!((found / (page.0 / page.1) - 1.0).abs() < 0.06, "{page:?} {turned:?}: {found}");
        }
    }
    for turned in [[0.0; 3], [6.0, 0.0, 20.0]] {
        let folio = Scene::new((215.0, 330.0), turned, 1.8);
        let found = ratio(&straighten(&RgbImage::new(1920, 1080), &folio.quad(), Form::Sheet));
        assert!((found / (215.0 / 330.0) - 1.0).abs() < 0.004, "{turned:?}: {found}");
    }
}

#[test]
fn a_turned_card_stays_turned() {
    let scene = Scene::new(CARD, [0.0, 0.0, 90.0], 2.0);
    let page = straighten(&RgbImage::new(1920, 1080), &scene.quad(), Form::Card);
    assert!((ratio(&page) * CARD.0 / CARD.1 - 1.0).abs() < 0.004, "{}", ratio(&page));
}

#[test]
fn the_corners_of_a_card_are_filled_with_its_colour() {
    let scene = Scene::new(CARD, [20.0, 10.0, 2.0], 1.3);
    let radius = 3.18;
    let card = |u: f64, v: f64| {
        let (x, y) = (u * CARD.0, v * CARD.1);
        let (dx, dy) = ((radius - x.min(CARD.0 - x)).max(0.0), (radius - y.min(CARD.1 - y)).max(0.0));
        if dx.hypot(dy) > radius { [40.0, 36.0, 30.0] } else { [120.0, 160.0, 210.0] }
    };
    let page = straighten(&scene.photograph(card), &scene.quad(), Form::Card);
    let (right, bottom) = (page.width() - 1, page.height() - 1);
    for (x, y) in [(0, 0), (right, 0), (0, bottom), (right, bottom), (4, 4), (right - 4, bottom - 4)] {
        let Rgb([r, g, b]) = *page.get_pixel(x, y);
        assert!(
            r.abs_diff(120) < 12 && g.abs_diff(160) < 12 && b.abs_diff(210) < 12,
            "{x}, {y}: {r} {g} {b}"
        );
    }
}

/// A letter cut to the proportions of a card has print in its corners.
#[test]
fn what_only_looks_like_a_card_keeps_its_corners() {
    let scene = Scene::new(CARD, [20.0, 10.0, 2.0], 1.3);
    let printed = |u: f64, v: f64| {
        let corner = u.min(1.0 - u) < 0.012 && v.min(1.0 - v) < 0.02;
        if corner { [40.0, 36.0, 30.0] } else { [220.0; 3] }
    };
    let page = straighten_likely(&scene.photograph(printed), &scene.quad());
    for (x, y) in [(4, 4), (page.width() - 5, 4), (4, page.height() - 5)] {
        assert!(page.get_pixel(x, y).0[0] < 90, "{x}, {y}: {:?}", page.get_pixel(x, y));
    }
}

#[test]
fn what_lies_outside_the_picture_is_white() {
    let grey = RgbImage::from_pixel(400, 300, Rgb([90; 3]));
    let quad =
        Quad([(-100.0, 20.0), (380.0, 20.0), (380.0, 280.0), (-100.0, 280.0)].map(|(x, y)| Point::new(x, y)));
    let page = straighten(&grey, &quad, Form::Book);
    assert_eq!(page.get_pixel(10, page.height() / 2).0, [255; 3]);
    assert_eq!(page.get_pixel(page.width() - 10, page.height() / 2).0, [90; 3]);
}

#[test]
fn corners_that_span_no_page_give_the_picture() {
    let picture = RgbImage::from_pixel(64, 48, Rgb([7, 8, 9]));
    let quads = [
        [(0.0, 0.0); 4],
        [(0.0, 0.0), (60.0, 0.0), (30.0, 0.0), (10.0, 0.0)],
        [(0.0, 0.0), (60.0, 40.0), (60.0, 0.0), (0.0, 40.0)],
        [(0.0, 0.0), (60.0, 0.0), (20.0, 10.0), (0.0, 40.0)],
        [(f32::NAN, 0.0), (60.0, 0.0), (60.0, 40.0), (0.0, 40.0)],
        [(0.0, 0.0), (f32::INFINITY, 0.0), (60.0, 40.0), (0.0, 40.0)],
    ];
    for corners in quads {
        let quad = Quad(corners.map(|(x, y)| Point::new(x, y)));
        assert_eq!(straighten(&picture, &quad, Form::Card), picture, "{corners:?}");
    }
    assert_eq!(straighten(&RgbImage::new(0, 0), &Quad::whole(0, 0), Form::Card).dimensions(), (0, 0));
    assert_eq!(straighten(&RgbImage::new(0, 36), &Quad::whole(64, 48), Form::Card).dimensions(), (0, 36));
    // Far outside, or with a side at the horizon, there is still a page, and never a huge one.
    for corners in [
        [(1e6, 1e6), (1e7, 1e6), (1e7, 1e7), (1e6, 1e7)],
        [(0.0, 0.0), (10.0, 0.0), (1e6, 40.0), (-1e6, 40.0)],
    ] {
        let quad = Quad(corners.map(|(x, y)| Point::new(x, y)));
        let page = straighten(&picture, &quad, Form::Sheet);
        assert!(page.width().max(page.height()) <= 2400);
    }
}

/// A sheet of grey lines of print with a red stamp and a photograph, lit from one side.
fn sheet(light: impl Fn(f64, f64) -> f64) -> RgbImage {
    let (width, height) = (900, 1270);
    RgbImage::from_fn(width, height, |x, y| {
        let (u, v) = (f64::from(x) / f64::from(width), f64::from(y) / f64::from(height));
        let stamp = (u - 0.7).hypot((v - 0.8) * 1.41) < 0.09;
        let photo = (0.1..0.24).contains(&u) && (0.1..0.22).contains(&v);
        let print = (0.3..0.6).contains(&v) && (0.1..0.9).contains(&u) && y % 24 < 3 && x % 11 < 7;
        let colour = match (photo, stamp, print) {
            (true, ..) => [150.0, 60.0, 50.0],
            (_, true, _) => [190.0, 90.0, 120.0],
            (.., true) => [70.0, 70.0, 74.0],
            _ => [226.0, 224.0, 216.0],
        };
        Rgb(colour.map(|value| (value * light(u, v)) as u8))
    })
}

fn mean(picture: &RgbImage, (left, top): (u32, u32), side: u32) -> [f64; 3] {
    let part = imageops::crop_imm(picture, left, top, side, side).to_image();
    let mut sum = [0.0; 3];
    for pixel in part.pixels() {
        sum.iter_mut().zip(pixel.0).for_each(|(sum, value)| *sum += f64::from(value));
    }
    sum.map(|sum| sum / f64::from(side * side))
}

#[test]
fn uneven_light_becomes_even_and_paper_white() {
    let shaded = sheet(|u, v| 0.9 - 0.35 * u - 0.1 * v);
    let better = enhance(&shaded);
    for place in [(20, 20), (850, 20), (20, 1200), (850, 1200), (450, 900), (450, 100)] {
        let paper = mean(&better, place, 30);
        assert!(paper.iter().all(|value| (215.0..=250.0).contains(value)), "{place:?}: {paper:?}");
        assert!((paper[0] - paper[2]).abs() < 6.0, "{place:?}: {paper:?}");
    }
}

#[test]
fn the_shadow_of_a_hand_gets_lighter() {
    let shadow = |u: f64, v: f64| if (u - 0.8).hypot(v - 0.15) < 0.3 { 0.55 } else { 0.9 };
    let before = sheet(shadow);
    let after = enhance(&before);
    let contrast = |picture: &RgbImage| mean(picture, (760, 150), 40)[1] / mean(picture, (100, 700), 40)[1];
    assert!(contrast(&before) < 0.65 && contrast(&after) > 0.8, "{} {}", contrast(&before), contrast(&after));
}

#[test]
fn stamps_and_photographs_keep_their_colour() {
    let hue = |[r, g, b]: [f64; 3]| {
        let mean = (r + g + b) / 3.0;
        (3.0_f64.sqrt() * (g - b)).atan2(2.0 * (r - mean) - (g - mean) - (b - mean)).to_degrees()
    };
    for light in [1.0, 0.6] {
        let before = sheet(|_, _| light);
        let after = enhance(&before);
        for place in [(630, 1010), (130, 180)] {
            let (was, is) = (mean(&before, place, 20), mean(&after, place, 20));
            assert!((hue(was) - hue(is)).abs() < 8.0, "{place:?}: {was:?} → {is:?}");
            assert!(is[0] - is[1] > 0.8 * (was[0] - was[1]), "{place:?}: {was:?} → {is:?}");
        }
        // The photograph is no shadow.
        assert!(mean(&after, (130, 180), 20)[0] < 205.0);
    }
}

#[test]
fn nothing_appears_on_empty_paper_and_what_is_darker_stays_darker() {
    let blank = enhance(&RgbImage::from_pixel(600, 400, Rgb([180, 178, 170])));
    let first = *blank.get_pixel(300, 200);
    assert!(blank.pixels().all(|pixel| *pixel == first), "{first:?}");

    // A row of small patches on paper, each a little lighter than the one before.
    let patches = RgbImage::from_fn(1200, 800, |x, y| {
        let in_row = (380..420).contains(&y) && (120..1080).contains(&x) && x % 60 < 40;
        Rgb([if in_row { 40 + (x / 60 * 9) as u8 } else { 220 }; 3])
    });
    let better = enhance(&patches);
    let levels: Vec<f64> = (2..18).map(|step| mean(&better, (step * 60 + 12, 392), 16)[0]).collect();
    assert!(levels.windows(2).all(|pair| pair[0] + 4.0 < pair[1]), "{levels:?}");
}

/// Corners that were found wrongly, or a reflection: the print on what is lightest must not fade.
#[test]
fn a_light_card_on_a_dark_page_keeps_its_print() {
    let picture = RgbImage::from_fn(1200, 800, |x, y| {
        let on_card = (100..500).contains(&x) && (350..650).contains(&y);
        let print = on_card && y % 40 < 8 && x % 30 < 20;
        Rgb([if print {
            175
        } else if on_card {
            235
        } else {
            95
        }; 3])
    });
    let after = enhance(&picture);
    let contrast = i32::from(after.get_pixel(306, 420).0[0]) - i32::from(after.get_pixel(306, 404).0[0]);
    assert!(contrast > 45, "{contrast}");
}

#[test]
fn cards_stay_natural() {
    for name in ["ktp.jpg", "npwp.jpg", "kpj_card.jpg", "photo.jpg"] {
        let before = photograph(name);
        let after = enhance(&before);
        let mean = |picture: &RgbImage| {
            picture.iter().map(|value| f64::from(*value)).sum::<f64>() / picture.len() as f64
        };
        let clipped = |picture: &RgbImage| {
            picture.iter().filter(|value| **value == 255).count() as f64 / picture.len() as f64
        };
        assert!(clipped(&after) < clipped(&before) + 0.04, "{name}: {}", clipped(&after));
        assert!(
            (0.8..1.45).contains(&(mean(&after) / mean(&before))),
            "{name}: {}",
            mean(&after) / mean(&before)
        );
    }
}

#[test]
fn odd_pictures_are_enhanced_without_trouble() {
    for (width, height) in [(0, 0), (1, 1), (2, 9), (3, 3), (16, 16), (5, 400), (2000, 4)] {
        for value in [0, 128, 255] {
            let picture = RgbImage::from_pixel(width, height, Rgb([value; 3]));
            assert_eq!(enhance(&picture).dimensions(), (width, height));
        }
    }
    let black = enhance(&RgbImage::from_pixel(300, 300, Rgb([0; 3])));
    assert!(black.iter().all(|value| *value < 10));
}

#[test]
fn a_page_is_straightened_enhanced_and_encoded_under_its_limit() {
    let picture = photograph("ktp.jpg");
    let quad = Quad(
        [(303.0, 161.0), (1577.0, 119.0), (1594.0, 906.0), (339.0, 961.0)].map(|(x, y)| Point::new(x, y)),
    );
    let page = encode_page(&enhance(&straighten(&picture, &quad, Form::Card)), 300_000).unwrap();
    assert!(page.jpeg.len() <= 300_000 && page.width > 1000);
}
