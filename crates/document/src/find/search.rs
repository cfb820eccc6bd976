//! Which four lines make the document.

use super::edges::Edges;
use super::lines::Line;
use super::parting::{Strip, alike, parting};
use super::shrunk::Shrunk;
use crate::quad::{Form, Point, Quad};

/// Lines whose normals have a smaller product are not opposite sides.
const OPPOSITE: f32 = 0.82;
/// A document covers at least this share of the picture …
const LEAST_AREA: f32 = 0.012;
/// … and each side has at least so many pixels of the shrunk picture.
const LEAST_SIDE: f32 = 12.0;
/// How far corners may lie outside, as a share of the shorter side of the picture.
const OUTSIDE: f32 = 0.2;
/// Share of a side next to a corner that does not count: cards have rounded corners (3.18 of 53.98 mm).
const ROUNDED: f32 = 0.07;
/// Share of a side that must be inside the picture.
const VISIBLE: f32 = 0.5;
/// What each part of the score weighs: support of all sides, of the worst one, of the lines going on beyond the
/// corners, the share of the picture (each e-fold).
const ALL: f32 = 0.6;
const WORST: f32 = 0.4;
const BEYOND: f32 = 0.30;
const SIZE: f32 = 0.15;
/// What it costs that the rim of the picture is a side.
const CUT: f32 = 0.23;
/// What it weighs how well the sides part their surroundings, all of them and the worst one.
const PARTING: f32 = 0.3;
const PARTING_WORST: f32 = 0.2;
/// What it costs that all colours inside are outside as well.
const ALIKE: f32 = 0.6;
/// Candidates that are kept …
const MOST: usize = 16;
/// … and differ by more than so many pixels in a corner.
const APART: f32 = 6.0;

/// Four lines that may be the sides, with the corners between them in pixels of the shrunk picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) quad: Quad,
    /// Which sides of the quad are the rim of the picture: top, right, bottom, left.
    pub(super) rim: [bool; 4],
    /// How well the picture supports the sides, 0 to 1.
    pub(super) support: f32,
    /// What its shape costs.
    pub(super) unlikely: f32,
    /// Support and shape.
    pub(super) clear: f32,
    /// The same and the size, and later how well the sides part their surroundings.
    pub(super) score: f32,
    /// Share of the colours inside that are outside as well.
    pub(super) alike: f32,
    /// How well each side parts them.
    pub(super) parting: [Option<f32>; 4],
}

impl Candidate {
    /// Looks at the colours on both sides of each side.
    pub(super) fn part(&mut self, shrunk: &Shrunk) {
        self.parting = parting(&self.quad, shrunk);
        for side in 0..4 {
            if self.rim[side] {
                self.parting[side] = None;
            }
        }
        let known: Vec<f32> = self.parting.iter().flatten().copied().collect();
        if !known.is_empty() {
            let mean = known.iter().sum::<f32>() / known.len() as f32;
            self.score += PARTING * mean + PARTING_WORST * self.least_parting();
        }
        self.alike = alike(&self.quad, shrunk);
        self.score -= ALIKE * (self.alike - 0.5).max(0.0);
    }

    /// The worst side of them, at most 1.
    pub(super) fn least_parting(&self) -> f32 {
        self.parting.iter().flatten().fold(1.0, |least, value| least.min(*value))
    }
}

/// The best candidates, the best first: those with the best score, and those that are best whatever their size, for a
/// small document in a large tray.
pub(super) fn candidates(lines: &[Line], width: usize, height: usize, form: Option<Form>) -> Vec<Candidate> {
    let frame = [width as f32, height as f32];
    let pairs = opposite(lines);
    let crossings: Vec<Vec<Option<[f32; 2]>>> =
        lines.iter().map(|a| lines.iter().map(|b| a.crossing(b)).collect()).collect();
    let (mut best, mut clear): (Vec<Candidate>, Vec<Candidate>) = (vec![], vec![]);
    for (index, &(a, c)) in pairs.iter().enumerate() {
        for &(b, d) in &pairs[index + 1..] {
            let corners = (crossings[a][b], crossings[b][c], crossings[c][d], crossings[d][a]);
            let (Some(ab), Some(bc), Some(cd), Some(da)) = corners else { continue };
            let sides = [(a, da, ab), (b, ab, bc), (c, bc, cd), (d, cd, da)];
            if let Some(found) = candidate(lines, sides, frame, form) {
                keep(&mut best, found, |candidate| candidate.score);
                keep(&mut clear, found, |candidate| candidate.clear);
            }
        }
    }
    for found in clear {
        if best.iter().all(|other| other.quad.distance(&found.quad) >= APART) {
            best.push(found);
        }
    }
    best.sort_by(|a, b| b.score.total_cmp(&a.score));
    best
}

fn opposite(lines: &[Line]) -> Vec<(usize, usize)> {
    let mut pairs = vec![];
    for (a, one) in lines.iter().enumerate() {
        for (c, other) in lines.iter().enumerate().skip(a + 1) {
            let product = one.normal[0] * other.normal[0] + one.normal[1] * other.normal[1];
            let apart = (one.rho - other.rho * product.signum()).abs();
            if product.abs() > OPPOSITE && apart > LEAST_SIDE * 0.7 {
                pairs.push((a, c));
            }
        }
    }
    pairs
}

/// Puts a candidate in its place, unless a better one is nearly the same.
fn keep(best: &mut Vec<Candidate>, found: Candidate, worth: fn(&Candidate) -> f32) {
    if best.len() >= MOST && worth(&best[MOST - 1]) >= worth(&found) {
        return;
    }
    if best.iter().any(|other| worth(other) >= worth(&found) && other.quad.distance(&found.quad) < APART) {
        return;
    }
    best.retain(|other| worth(other) >= worth(&found) || other.quad.distance(&found.quad) >= APART);
    let place = best.iter().position(|other| worth(other) < worth(&found)).unwrap_or(best.len());
    best.insert(place, found);
    best.truncate(MOST);
}

/// A line and where its side begins and ends, from the middle of the picture.
type Side = (usize, [f32; 2], [f32; 2]);

fn candidate(lines: &[Line], sides: [Side; 4], frame: [f32; 2], form: Option<Form>) -> Option<Candidate> {
    let margin = OUTSIDE * frame[0].min(frame[1]);
    let corners = sides.map(|(_, from, _)| Point::new(from[0] + frame[0] / 2.0, from[1] + frame[1] / 2.0));
    let is_near =
        |p: &Point| p.x > -margin && p.y > -margin && p.x < frame[0] + margin && p.y < frame[1] + margin;
    let rims = sides.iter().filter(|(line, ..)| lines[*line].rim).count();
    let outline = Quad(corners);
    if rims > 2 || !corners.iter().all(is_near) || !outline.is_convex() {
        return None;
    }
    let lengths = outline.lengths();
    let share = outline.area() / (frame[0] * frame[1]);
    if share < LEAST_AREA || lengths.iter().any(|length| *length < LEAST_SIDE) {
        return None;
    }
    let unlikely = unlikely(&outline, form);
    let (mut all, mut worst, mut beyond, mut total) = (0.0, 1.0_f32, 0.0, 0.0);
    for ((line, from, to), length) in sides.iter().zip(lengths) {
        let line = &lines[*line];
        let (from, to) = (line.along(*from), line.along(*to));
        let trim = ROUNDED * (to - from);
        let (support, visible) = line.support(from + trim, to - trim);
        if visible < VISIBLE * length {
            return None;
        }
        let on = (0.15 * length).clamp(4.0, 18.0) * (to - from).signum();
        if !line.rim {
            let gap = 2.0 * on.signum();
            beyond += line.support(from - gap - on, from - gap).0 + line.support(to + gap, to + gap + on).0;
        }
        if !line.rim {
            all += support * visible;
            total += visible;
            worst = worst.min(support);
        }
    }
    let support = ALL * all / total + WORST * worst;
    let clear = support - BEYOND * beyond / 8.0 - unlikely - CUT * rims as f32;
    let score = clear + SIZE * (share.min(1.0) / LEAST_AREA).ln();
    let quad = Quad::around(corners);
    let rim = std::array::from_fn(|side| {
        let from = quad.0[side];
        let at = corners.iter().position(|corner| *corner == from).unwrap_or(0);
        let clockwise = corners[(at + 1) % 4] == quad.0[(side + 1) % 4];
        lines[sides[if clockwise { at } else { (at + 3) % 4 }].0].rim
    });
    Some(Candidate { quad, rim, support, unlikely, clear, score, alike: 0.0, parting: [None; 4] })
}

/// What the shape costs: angles far from right ones, opposite sides of different length, proportions that the
/// document does not have. Perspective explains a little of each.
fn unlikely(quad: &Quad, form: Option<Form>) -> f32 {
    let [top, right, bottom, left] = quad.lengths();
    let differ = (top / bottom).ln().abs() + (left / right).ln().abs();
    let mut bent = 0.0_f32;
    for i in 0..4 {
        let (before, here, after) = (quad.0[(i + 3) % 4], quad.0[i], quad.0[(i + 1) % 4]);
        let (ax, ay) = (before.x - here.x, before.y - here.y);
        let (bx, by) = (after.x - here.x, after.y - here.y);
        let cosine = (ax * bx + ay * by) / (ax.hypot(ay) * bx.hypot(by)).max(1e-6);
        bent = bent.max(cosine.abs());
    }
    let slender = quad.aspect().ln().abs();
    let proportions = match form.and_then(Form::aspect) {
        // It may lie on its side.
        // Where opposite sides are as long as each other nothing is seen from the side.
        Some(aspect) => {
            let strict = 0.9 + 0.9 * (1.0 - differ / 0.15).clamp(0.0, 1.0);
            (strict * ((slender - aspect.ln().abs()).abs() - 0.10).max(0.0)).min(0.4)
        }
        None if form == Some(Form::Book) => 0.6 * ((slender - 0.32).abs() - 0.25).clamp(0.0, 0.5),
        // Cards, sheets and books lie between 1.2 and 1.65.
        None => 0.6 * ((slender - 0.36).abs() - 0.24).clamp(0.0, 0.6),
    };
    let perspective = 0.35 * (differ - 0.25).max(0.0) + 0.8 * (bent - 0.25).max(0.0);
    perspective + proportions
}

/// Share of edges between two outlines below which there is nothing.
const EMPTY: f32 = 0.08;
/// Fewer pixels between two outlines (of every other row) tell nothing.
const LEAST_AROUND: usize = 60;
/// What is around has another colour by so many deviations.
const OTHER: f32 = 0.8;
/// The same where both share a side.
const OTHER_BESIDE: f32 = 1.0;
/// An edge of such strength is one.
const EDGE: f32 = 0.5;
/// The inner outline covers at most this share of the outer one, and at least that.
const WITHIN: (f32, f32) = (0.93, 0.2);
/// An outline that covers so much of the picture may hold a smaller one.
const WIDE: f32 = 0.65;

/// Whether there is nothing between an outline and another one inside it: then the outer one is a tray or a folder.
pub(super) fn is_empty_around(outer: &Quad, inner: &Quad, edges: &Edges, shrunk: &Shrunk) -> bool {
    let shorter = |quad: &Quad| quad.lengths().into_iter().fold(f32::MAX, f32::min).max(1.0);
    let share = inner.area() / outer.area().max(1.0);
    let is_wide = outer.area() > WIDE * (edges.width * edges.height) as f32;
    if share > WITHIN.0
        || share < WITHIN.1 && !is_wide
        || !inner.0.iter().all(|corner| outer.grown(1.0 + 4.0 / shorter(outer)).contains(*corner))
    {
        return false;
    }
    let is_nested = inner.0.iter().all(|corner| outer.grown(0.985).contains(*corner));
    let (outer, inner) = (outer.grown(1.0 - 7.0 / shorter(outer)), inner.grown(1.0 + 7.0 / shorter(inner)));
    let (mut count, mut found, mut around) = (0, 0, Strip::default());
    for y in (1..edges.height.saturating_sub(1)).step_by(2) {
        for x in 1..edges.width.saturating_sub(1) {
            let place = Point::new(x as f32 + 0.5, y as f32 + 0.5);
            if outer.contains(place) && !inner.contains(place) {
                count += 1;
                around.add(shrunk, place.x, place.y);
                found += usize::from(edges.strength[y * edges.width + x] > EDGE && edges.is_crest(x, y));
            }
        }
    }
    // The blank page of a book and the margin of a sheet are of the colour of what is inside.
    count > LEAST_AROUND
        && (found as f32) < EMPTY * count as f32
        && around.apart(&Strip::inside(&inner.grown(0.9), shrunk))
            > if is_nested { OTHER } else { OTHER_BESIDE }
}
