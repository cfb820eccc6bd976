//! Where a document is in a picture.

use serde::{Deserialize, Serialize};

/// A place in pixels of the source picture; (0, 0) is the outer corner of the top left pixel, so that the middle of
/// that pixel is (0.5, 0.5). Serialised as `[x, y]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f32; 2]", into = "[f32; 2]")]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl Point {
    /// A place.
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// Pixels to another place.
    pub fn distance(self, other: Point) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// A share of the way to another place: 0 is here, 1 is there.
    pub fn towards(self, other: Point, share: f32) -> Point {
        Point::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

impl From<[f32; 2]> for Point {
    fn from([x, y]: [f32; 2]) -> Self {
        Self { x, y }
    }
}

impl From<Point> for [f32; 2] {
    fn from(point: Point) -> Self {
        [point.x, point.y]
    }
}

/// Four corners, clockwise from the one that is top left in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [Point; 4]);

impl Quad {
    /// The corners in any order around the outline, put in order: clockwise, the one nearest to the top left first.
    pub fn around(corners: [Point; 4]) -> Self {
        let mut corners = corners;
        if signed_area(&corners) < 0.0 {
            corners.reverse();
        }
        let first = (0..4).min_by(|a, b| {
            let sum = |i: &usize| corners[*i].x + corners[*i].y;
            sum(a).total_cmp(&sum(b))
        });
        corners.rotate_left(first.unwrap_or(0));
        Self(corners)
    }

    /// The whole of a picture.
    pub fn whole(width: u32, height: u32) -> Self {
        let (width, height) = (width as f32, height as f32);
        Self([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)].map(|(x, y)| Point::new(x, y)))
    }

    /// The same place in a picture that is `factor` times as wide and high.
    pub fn scaled(&self, factor: f32) -> Self {
        Self(self.0.map(|p| Point::new(p.x * factor, p.y * factor)))
    }

    /// The four sides from corner to corner: top, right, bottom, left.
    pub fn sides(&self) -> [(Point, Point); 4] {
        std::array::from_fn(|i| (self.0[i], self.0[(i + 1) % 4]))
    }

    /// Lengths of the sides in pixels: top, right, bottom, left.
    pub fn lengths(&self) -> [f32; 4] {
        self.sides().map(|(from, to)| from.distance(to))
    }

    /// Mean of the top and the bottom side over mean of the left and the right side; about 1.59 for an upright card.
    /// Perspective is not taken out.
    pub fn aspect(&self) -> f32 {
        let [top, right, bottom, left] = self.lengths();
        (top + bottom) / (left + right).max(f32::MIN_POSITIVE)
    }

    /// Square pixels inside.
    pub fn area(&self) -> f32 {
        signed_area(&self.0).abs()
    }

    /// Mean of the corners.
    pub fn middle(&self) -> Point {
        let sum = self.0.iter().fold((0.0, 0.0), |sum, p| (sum.0 + p.x, sum.1 + p.y));
        Point::new(sum.0 / 4.0, sum.1 / 4.0)
    }

    /// Whether all corners turn the same way and none lies on the line of its neighbours.
    pub fn is_convex(&self) -> bool {
        let turns: [f32; 4] =
            std::array::from_fn(|i| turn(self.0[i], self.0[(i + 1) % 4], self.0[(i + 2) % 4]));
        turns.iter().all(|turn| *turn > 0.0) || turns.iter().all(|turn| *turn < 0.0)
    }

    /// Whether a place lies inside or on the outline of a convex quad.
    pub fn contains(&self, place: Point) -> bool {
        let turns = self.sides().map(|(from, to)| turn(from, to, place));
        turns.iter().all(|turn| *turn >= 0.0) || turns.iter().all(|turn| *turn <= 0.0)
    }

    /// A place inside: `u` from the left side (0) to the right one (1), `v` from the top to the bottom, without
    /// perspective.
    pub fn at(&self, u: f32, v: f32) -> Point {
        let [top_left, top_right, bottom_right, bottom_left] = self.0;
        top_left.towards(top_right, u).towards(bottom_left.towards(bottom_right, u), v)
    }

    /// The quad pulled towards its middle (a factor below 1) or away from it.
    pub fn grown(&self, factor: f32) -> Self {
        let middle = self.middle();
        Self(self.0.map(|corner| middle.towards(corner, factor)))
    }

    /// The largest distance of a corner to the same corner of another quad, in pixels.
    pub fn distance(&self, other: &Quad) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a.distance(*b)).fold(0.0, f32::max)
    }

    /// Common area over joint area (the Jaccard index) of two convex quads, 0 to 1.
    pub fn iou(&self, other: &Quad) -> f32 {
        let common = polygon_area(&clipped(&self.0, other));
        jaccard(common, self.area(), other.area())
    }

    /// The same for the parts of both that lie inside a frame: where the rim of a picture cuts a document off, nobody
    /// can tell how far it goes on.
    pub fn iou_within(&self, other: &Quad, frame: &Quad) -> f32 {
        let (own, its) = (clipped(&self.0, frame), clipped(&other.0, frame));
        let common = polygon_area(&clipped(&own, other));
        jaccard(common, polygon_area(&own), polygon_area(&its))
    }
}

fn jaccard(common: f32, one: f32, other: f32) -> f32 {
    let joint = one + other - common;
    if joint > 0.0 { (common / joint).clamp(0.0, 1.0) } else { 0.0 }
}

/// The part of a convex polygon that lies inside a convex quad (Sutherland and Hodgman).
fn clipped(polygon: &[Point], quad: &Quad) -> Vec<Point> {
    let mut corners = quad.0;
    if signed_area(&corners) < 0.0 {
        corners.reverse();
    }
    let mut polygon = polygon.to_vec();
    for (from, to) in Quad(corners).sides() {
        let before = std::mem::take(&mut polygon);
        for (index, here) in before.iter().enumerate() {
            let last = before[(index + before.len() - 1) % before.len()];
            let (inside, was_inside) = (turn(from, to, *here), turn(from, to, last));
            if (inside >= 0.0) != (was_inside >= 0.0) {
                polygon.push(last.towards(*here, was_inside / (was_inside - inside)));
            }
            if inside >= 0.0 {
                polygon.push(*here);
            }
        }
    }
    polygon
}

/// Twice the area of the triangle; positive where the way turns clockwise (y points down).
fn turn(a: Point, b: Point, c: Point) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn signed_area(corners: &[Point]) -> f32 {
    let pairs = corners.iter().zip(corners.iter().cycle().skip(1));
    pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0
}

fn polygon_area(corners: &[Point]) -> f32 {
    signed_area(corners).abs()
}

/// What the document should look like: a prior for its proportions, never a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// ISO/IEC 7810 ID-1, 85.60 mm × 53.98 mm, corners rounded with a radius of 3.18 mm.
    Card,
    /// A4, upright.
    Sheet,
    /// A4, lying.
    WideSheet,
    /// An open bank book: two pages side by side or one above the other.
    Book,
    /// No document: a face.
    Face,
}

impl Form {
    /// Width over height of the upright document; `None` for a face and for books, which differ.
    pub fn aspect(self) -> Option<f32> {
        match self {
            Form::Card => Some(85.60 / 53.98),
            Form::Sheet => Some(210.0 / 297.0),
            Form::WideSheet => Some(297.0 / 210.0),
            Form::Book | Form::Face => None,
        }
    }
}
