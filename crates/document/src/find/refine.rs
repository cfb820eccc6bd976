//! The sides of a document at full resolution: for each, the straight line through the places where the colour steps.

use crate::quad::{Point, Quad};
use image::RgbImage;

/// Places along a side that are looked at, at most.
const PLACES: usize = 56;
/// Share of a side next to a corner that is left out: cards have rounded corners.
const ROUNDED: f32 = 0.09;
/// Steps of one place that are remembered.
const STEPS: usize = 3;
/// Steps smaller than this (grey levels) are noise …
const LEAST_STEP: f32 = 3.5;
/// … and larger ones than this count no more: the border of a faint sheet is worth as much as a printed bar.
const ENOUGH: f32 = 30.0;
/// A place supports a line from which its step is less far than this, in pixels and in widths of the window.
const NEAR: (f32, f32) = (0.8, 0.25);
/// What remains of a step into the shadow that the document throws.
const SHADOW: f32 = 0.35;
/// How much more a step counts at the outer end of the range than at the inner one.
const OUTER: f32 = 0.12;
/// How much less a line counts whose middle is as far away as is looked at all.
const AWAY: f32 = 0.3;
/// A side that fewer of its places support stays where it was.
const SUPPORTED: f32 = 0.3;

/// A side as it was fitted.
#[derive(Clone, Copy)]
struct Fit {
    from: Point,
    to: Point,
    /// Share of the places that support it.
    support: f32,
}

/// The quad with its sides fitted, and the mean share of the places along them that support it. Sides on the rim of the
/// picture stay as they are. `reach` is how far from its place a side may be, in pixels.
pub(super) fn refined(picture: &RgbImage, quad: &Quad, rim: [bool; 4], reach: f32) -> (Quad, f32) {
    let coarse = fitted(picture, quad, rim, reach, (reach * 0.7).clamp(2.0, 7.0));
    fitted(picture, &coarse.0, rim, (reach * 0.45).max(2.5), (reach * 0.35).clamp(2.0, 4.0))
}

fn fitted(picture: &RgbImage, quad: &Quad, rim: [bool; 4], reach: f32, window: f32) -> (Quad, f32) {
    let middle = quad.middle();
    let sides: [Fit; 4] = std::array::from_fn(|i| {
        let (from, to) = quad.sides()[i];
        let kept = Fit { from, to, support: 0.0 };
        if rim[i] {
            kept
        } else {
            fit(picture, (from, to), middle, (reach, window))
                .filter(|fit| fit.support >= SUPPORTED)
                .unwrap_or(kept)
        }
    });
    let corners: [Point; 4] = std::array::from_fn(|i| {
        let crossing = crossing(&sides[(i + 3) % 4], &sides[i]);
        crossing.filter(|corner| corner.distance(quad.0[i]) < 4.0 * reach).unwrap_or(quad.0[i])
    });
    let fitted = rim.iter().filter(|rim| !**rim).count().max(1);
    (Quad(corners), sides.iter().map(|side| side.support).sum::<f32>() / fitted as f32)
}

fn crossing(a: &Fit, b: &Fit) -> Option<Point> {
    let (ax, ay) = (a.to.x - a.from.x, a.to.y - a.from.y);
    let (bx, by) = (b.to.x - b.from.x, b.to.y - b.from.y);
    let determinant = ax * by - ay * bx;
    if determinant.abs() < 0.3 * ax.hypot(ay) * bx.hypot(by) {
        return None;
    }
    let share = ((b.from.x - a.from.x) * by - (b.from.y - a.from.y) * bx) / determinant;
    Some(a.from.towards(a.to, share))
}

/// A step of colour: how far from the side (outwards positive), and how large.
#[derive(Clone, Copy, Default)]
struct Step {
    offset: f32,
    size: f32,
}

fn fit(
    picture: &RgbImage,
    (from, to): (Point, Point),
    middle: Point,
    (reach, window): (f32, f32),
) -> Option<Fit> {
    let length = from.distance(to);
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
    // Outwards.
    let sign = if (from.x - middle.x) * dy - (from.y - middle.y) * dx >= 0.0 { 1.0 } else { -1.0 };
    let across = (dy * sign, -dx * sign);
    let count = PLACES.min((length / 4.0) as usize);
    if count < 6 {
        return None;
    }
    let share = |i: usize| ROUNDED + (1.0 - 2.0 * ROUNDED) * (i as f32 + 0.5) / count as f32;
    let places: Vec<[Step; STEPS]> =
        (0..count).map(|i| steps(picture, from.towards(to, share(i)), across, (reach, window))).collect();
    let near = NEAR.0.max(NEAR.1 * window);
    let value = |step: &Step, distance: f32| {
        let close = (1.0 - (distance / near).powi(2) * 0.7).max(0.0);
        close * step.size.min(ENOUGH) * (1.0 + OUTER * step.offset / reach)
    };
    // Lines through a step of one place and a step of another are tried; the one that most places support is taken.
    let mut best = (0.0, 0.0, 0.0);
    let (third, half) = (count / 3, count / 2);
    for i in (0..count - third).step_by(2) {
        for j in [i + third, i + half].into_iter().filter(|j| *j < count) {
            for (a, b) in places[i][..2].iter().flat_map(|a| places[j][..2].iter().map(move |b| (a, b))) {
                if a.size == 0.0 || b.size == 0.0 {
                    continue;
                }
                let slope = (b.offset - a.offset) / (share(j) - share(i));
                let start = a.offset - slope * share(i);
                if start.abs() > 1.6 * reach || (start + slope).abs() > 1.6 * reach {
                    continue;
                }
                let mut total = 0.0;
                for (k, steps) in places.iter().enumerate() {
                    let line = start + slope * share(k);
                    let close = steps.iter().filter(|step| (step.offset - line).abs() < near);
                    total += close.map(|step| value(step, step.offset - line)).fold(0.0, f32::max);
                }
                total *= 1.0 - AWAY * ((start + 0.5 * slope) / reach).powi(2).min(1.0);
                if total > best.0 {
                    best = (total, start, slope);
                }
            }
        }
    }
    let (total, mut start, mut slope) = best;
    if total <= 0.0 {
        return None;
    }
    let mut support = 0.0;
    for _ in 0..2 {
        let supporters = places.iter().enumerate().filter_map(|(k, steps)| {
            let line = start + slope * share(k);
            let distance = |s: &Step| (s.offset - line).abs();
            let own = steps.iter().filter(|s| s.size > 0.0 && distance(s) < near);
            let nearest = own.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
            Some((share(k), nearest.offset, nearest.size.min(ENOUGH)))
        });
        let supporters: Vec<_> = supporters.collect();
        support = supporters.len() as f32 / count as f32;
        (start, slope) = least_squares(&supporters).unwrap_or((start, slope));
    }
    let moved = |point: Point, by: f32| Point::new(point.x + across.0 * by, point.y + across.1 * by);
    Some(Fit { from: moved(from, start), to: moved(to, start + slope), support })
}

/// The line `start + slope · x` through weighted points `(x, y, weight)`.
fn least_squares(points: &[(f32, f32, f32)]) -> Option<(f32, f32)> {
    let total: f32 = points.iter().map(|p| p.2).sum();
    if points.len() < 3 {
        return None;
    }
    let mean_x = points.iter().map(|p| p.0 * p.2).sum::<f32>() / total;
    let mean_y = points.iter().map(|p| p.1 * p.2).sum::<f32>() / total;
    let spread: f32 = points.iter().map(|p| p.2 * (p.0 - mean_x).powi(2)).sum();
    let common: f32 = points.iter().map(|p| p.2 * (p.0 - mean_x) * (p.1 - mean_y)).sum();
    let slope = if spread > 1e-6 { common / spread } else { return None };
    Some((mean_y - slope * mean_x, slope))
}

/// Whether the inner colour is the outer one with less light: the same hue, darker.
fn is_shadow(inner: [f32; 3], outer: [f32; 3]) -> bool {
    let ratios: [f32; 3] = std::array::from_fn(|c| (inner[c] + 4.0) / (outer[c] + 4.0));
    let mean = ratios.iter().sum::<f32>() / 3.0;
    (0.3..0.95).contains(&mean) && ratios.iter().all(|ratio| (ratio / mean - 1.0).abs() < 0.08)
}

/// The largest steps of colour across a side at one place: means over a window at both sides are compared.
fn steps(picture: &RgbImage, place: Point, across: (f32, f32), (reach, window): (f32, f32)) -> [Step; STEPS] {
    let window = window.round().max(2.0) as usize;
    let reach = reach.ceil() as usize;
    let taps = 2 * (reach + window);
    let first = -((reach + window) as f32) + 0.5;
    let (width, height) = (picture.width() as i32, picture.height() as i32);
    let raw = picture.as_raw();
    let mut sums = vec![[0.0_f32; 3]; taps + 1];
    for tap in 0..taps {
        let offset = first + tap as f32;
        let x = ((place.x + across.0 * offset).floor() as i32).clamp(0, width - 1);
        let y = ((place.y + across.1 * offset).floor() as i32).clamp(0, height - 1);
        let index = (y * width + x) as usize * 3;
        for c in 0..3 {
            sums[tap + 1][c] = sums[tap][c] + f32::from(raw[index + c]);
        }
    }
    // The step between tap k-1 and k lies at offset `first + k - 0.5`.
    let sizes: Vec<f32> = (window..=taps - window)
        .map(|k| {
            let mean = |from: usize, c: usize| (sums[from + window][c] - sums[from][c]) / window as f32;
            let inner: [f32; 3] = std::array::from_fn(|c| mean(k - window, c));
            let outer: [f32; 3] = std::array::from_fn(|c| mean(k, c));
            let step = (0..3).map(|c| (outer[c] - inner[c]).abs()).fold(0.0, f32::max);
            if is_shadow(inner, outer) { step * SHADOW } else { step }
        })
        .collect();
    let mut found = [Step::default(); STEPS];
    for k in 0..sizes.len() {
        let here = sizes[k];
        let before = if k > 0 { sizes[k - 1] } else { 0.0 };
        let after = sizes.get(k + 1).copied().unwrap_or(0.0);
        if here < LEAST_STEP || here < before || here <= after {
            continue;
        }
        let curve = 2.0 * here - before - after;
        let between = if curve > 1e-6 { (0.5 * (after - before) / curve).clamp(-0.5, 0.5) } else { 0.0 };
        let offset = first + (k + window) as f32 - 0.5 + between;
        let place = found.iter().position(|step| step.size < here);
        if let Some(place) = place {
            found[place..].rotate_right(1);
            found[place] = Step { offset, size: here };
        }
    }
    found
}
