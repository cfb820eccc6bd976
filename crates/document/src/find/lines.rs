//! Straight lines of the shrunk picture, by an oriented Hough transform: an edge votes only for lines that run along
//! it. Each line knows where on its way the picture supports it.

use super::edges::Edges;
use super::shrunk::Shrunk;

/// Directions: one degree each.
const DIRECTIONS: usize = 180;
/// An edge votes for directions up to so many degrees from its own.
const SPREAD: isize = 3;
/// Weaker edges do not vote.
const WEAK: f32 = 0.16;
/// Fewer votes make no line.
const FEWEST: f32 = 2.5;
/// The most lines that are kept of a picture.
const MOST: usize = 32;
/// The most that are added from the smoothed picture.
const MORE: usize = 18;
/// Lines nearer than this are one: cosine of the angle, and pixels.
const SAME: (f32, f32) = (0.9976, 2.5);
/// Half the side of the square of bins in which a line must be the best: degrees, and pixels.
const ALONE: (isize, isize) = (4, 3);
/// Lines within so many degrees of each other are a family, of which no more are kept.
const FAMILY: (usize, usize) = (2, 9);
/// Where the colours at both sides of a line are compared, in pixels from it.
const BESIDE: [f32; 2] = [3.0, 6.0];
/// What remains of the support of an edge that has the same colour at both sides: print, not a border.
const PRINT: f32 = 0.3;
/// Lines whose angle has a smaller sine do not make a corner.
const STEEP: f32 = 0.7;
/// Support of the rim of the picture, where a document may be cut off.
const RIM: f32 = 0.25;

/// A line x·nx + y·ny = rho, measured from the middle of the picture.
pub(super) struct Line {
    /// Across the line, a unit vector.
    pub(super) normal: [f32; 2],
    pub(super) rho: f32,
    /// Whether it is the rim of the picture.
    pub(super) rim: bool,
    /// Sums of support up to each pixel of the line.
    support: Vec<f32>,
    /// Counts of pixels inside the picture up to each pixel of the line.
    inside: Vec<f32>,
    half: f32,
}

impl Line {
    /// Where it crosses another, from the middle of the picture; `None` where they are nearly parallel.
    pub(super) fn crossing(&self, other: &Line) -> Option<[f32; 2]> {
        let ([a, b], [c, d]) = (self.normal, other.normal);
        let determinant = a * d - b * c;
        if determinant.abs() < STEEP {
            return None;
        }
        let x = (self.rho * d - other.rho * b) / determinant;
        let y = (a * other.rho - c * self.rho) / determinant;
        Some([x, y])
    }

    /// How far along the line a place is, from the foot of the middle.
    pub(super) fn along(&self, place: [f32; 2]) -> f32 {
        self.normal[0] * place[1] - self.normal[1] * place[0]
    }

    /// Mean support between two places along the line and how many of its pixels are inside the picture.
    pub(super) fn support(&self, from: f32, to: f32) -> (f32, f32) {
        let index = |along: f32| ((along + self.half).max(0.0) as usize).min(self.support.len() - 1);
        let (from, to) = (index(from.min(to)), index(from.max(to)));
        let inside = self.inside[to] - self.inside[from];
        if inside < 1.0 {
            return (0.0, 0.0);
        }
        ((self.support[to] - self.support[from]) / inside, inside)
    }

    fn new(normal: [f32; 2], rho: f32, shrunk: &Shrunk, edges: [&Edges; 2], rim: bool) -> Self {
        let (width, height) = (shrunk.width as f32, shrunk.height as f32);
        let half = width.hypot(height) / 2.0 + 1.0;
        let [nx, ny] = normal;
        let foot = [width / 2.0 + rho * nx, height / 2.0 + rho * ny];
        let steps = (2.0 * half) as usize;
        let (mut support, mut inside) = (vec![0.0; steps + 1], vec![0.0; steps + 1]);
        for step in 0..steps {
            let along = step as f32 - half + 0.5;
            let (x, y) = (foot[0] - along * ny, foot[1] + along * nx);
            // The rim itself lies half outside.
            let is_in = x > -1.0 && y > -1.0 && x < width + 1.0 && y < height + 1.0;
            let value = match (is_in, rim) {
                (false, _) => 0.0,
                (true, true) => RIM,
                (true, false) => {
                    let best =
                        edges.map(|edges| edge_along(edges, x, y, normal)).into_iter().fold(0.0, f32::max);
                    best * border(shrunk, edges[0], x, y, normal)
                }
            };
            support[step + 1] = support[step] + value;
            inside[step + 1] = inside[step] + f32::from(u8::from(is_in));
        }
        Self { normal, rho, rim, support, inside, half }
    }
}

/// The best edge within a pixel of a place that runs along a line.
fn edge_along(edges: &Edges, x: f32, y: f32, [nx, ny]: [f32; 2]) -> f32 {
    let mut best = 0.0_f32;
    for offset in [-1.0, 0.0, 1.0] {
        let (x, y) = (x + offset * nx, y + offset * ny);
        if x < 0.0 || y < 0.0 || x >= edges.width as f32 || y >= edges.height as f32 {
            continue;
        }
        let index = y as usize * edges.width + x as usize;
        let [ex, ey] = edges.across[index];
        let aligned = (((ex * nx + ey * ny).abs() - 0.8) * 6.0).clamp(0.0, 1.0);
        best = best.max(edges.strength[index] * aligned);
    }
    // Half certain is as good as found; what counts is how much of the side is there.
    (best * 1.7).min(1.0)
}

/// How much a place on a line parts two colours, rather than being a thin line itself.
fn border(shrunk: &Shrunk, edges: &Edges, x: f32, y: f32, [nx, ny]: [f32; 2]) -> f32 {
    let mut step = [0.0; 3];
    for distance in BESIDE {
        let one = shrunk.near(x + distance * nx, y + distance * ny);
        let other = shrunk.near(x - distance * nx, y - distance * ny);
        for c in 0..3 {
            step[c] += (one[c] - other[c]) / BESIDE.len() as f32;
        }
    }
    let step = step.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
    // Where one colour ends and another begins they differ by twice what the edge is steep, and more where it is
    // blurred; at both sides of a line they are alike however steep it is.
    let steep = [-1.0, 0.0, 1.0].map(|offset| {
        let (x, y) = (x + offset * nx, y + offset * ny);
        let is_in = x >= 0.0 && y >= 0.0 && x < edges.width as f32 && y < edges.height as f32;
        if is_in { edges.steep[y as usize * edges.width + x as usize] } else { 0.0 }
    });
    let enough = (4.0 + 2.0 * edges.noise).max(1.5 * steep.into_iter().fold(0.0, f32::max));
    PRINT + (1.0 - PRINT) * (step / enough).min(1.0)
}

/// The lines of a picture, the strongest first, those of the smoothed picture, and the rim.
pub(super) fn lines(shrunk: &Shrunk, edges: &Edges, smooth: &Edges) -> Vec<Line> {
    let mut places = voted(edges, MOST);
    for (normal, rho) in voted(smooth, MORE) {
        let known = places.iter().any(|(other, other_rho)| {
            let product = normal[0] * other[0] + normal[1] * other[1];
            product.abs() > SAME.0 && (rho - other_rho * product.signum()).abs() < SAME.1
        });
        if !known {
            places.push((normal, rho));
        }
    }
    let mut lines: Vec<Line> = places
        .into_iter()
        .map(|(normal, rho)| Line::new(normal, rho, shrunk, [edges, smooth], false))
        .collect();
    let (right, bottom) = (edges.width as f32 / 2.0, edges.height as f32 / 2.0);
    for (normal, rho) in
        [([1.0, 0.0], -right), ([1.0, 0.0], right), ([0.0, 1.0], -bottom), ([0.0, 1.0], bottom)]
    {
        lines.push(Line::new(normal, rho, shrunk, [edges, smooth], true));
    }
    lines
}

/// Normals and distances from the middle of the lines that most edges vote for.
fn voted(edges: &Edges, most: usize) -> Vec<([f32; 2], f32)> {
    let (width, height) = (edges.width, edges.height);
    let directions: Vec<[f32; 2]> =
        (0..DIRECTIONS).map(|d| (d as f32).to_radians().sin_cos()).map(|(sin, cos)| [cos, sin]).collect();
    let half = ((width as f32).hypot(height as f32) / 2.0 + 2.0).ceil();
    let bins = 2 * half as usize + 2;
    let mut votes = vec![0.0_f32; DIRECTIONS * bins];
    for y in 1..height.saturating_sub(1) {
        for x in 1..width.saturating_sub(1) {
            let index = y * width + x;
            let strength = edges.strength[index];
            if strength < WEAK || !edges.is_crest(x, y) {
                continue;
            }
            let [ex, ey] = edges.across[index];
            let own = ey.atan2(ex).to_degrees().round() as isize;
            let (px, py) = (x as f32 + 0.5 - width as f32 / 2.0, y as f32 + 0.5 - height as f32 / 2.0);
            for turn in -SPREAD..=SPREAD {
                let direction = (own + turn).rem_euclid(DIRECTIONS as isize) as usize;
                let [nx, ny] = directions[direction];
                let rho = px * nx + py * ny + half;
                let (bin, share) = (rho as usize, rho.fract());
                let vote = strength * (1.0 - turn.unsigned_abs() as f32 / (2 * SPREAD) as f32);
                votes[direction * bins + bin] += vote * (1.0 - share);
                votes[direction * bins + bin + 1] += vote * share;
            }
        }
    }
    let peaks = peaks(&votes, bins, FEWEST, most);
    peaks.into_iter().map(|(direction, bin)| (directions[direction], bin - half)).collect()
}

/// Bins that are the best around them, the best first, with the place between bins.
fn peaks(votes: &[f32], bins: usize, least: f32, most: usize) -> Vec<(usize, f32)> {
    let mut found = vec![];
    for direction in 0..DIRECTIONS {
        for bin in 1..bins - 1 {
            let here = votes[direction * bins + bin];
            if here < least
                || here < votes[direction * bins + bin - 1]
                || here < votes[direction * bins + bin + 1]
            {
                continue;
            }
            if is_best(votes, bins, direction, bin) {
                let (before, after) = (votes[direction * bins + bin - 1], votes[direction * bins + bin + 1]);
                let place = bin as f32 + (after - before) / (before + here + after).max(1e-6);
                found.push((here, direction, place));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    without_families(found, most).into_iter().map(|(_, direction, place)| (direction, place)).collect()
}

/// The best of them, without more than a few of each direction: the stripes of a cloth would leave no place for the
/// sides of what lies on it.
fn without_families(found: Vec<(f32, usize, f32)>, most: usize) -> Vec<(f32, usize, f32)> {
    let mut kept: Vec<(f32, usize, f32)> = vec![];
    for line in found {
        if kept.len() == most {
            break;
        }
        let turned = |other: &&(f32, usize, f32)| {
            let turn = line.1.abs_diff(other.1);
            turn.min(DIRECTIONS - turn) <= FAMILY.0
        };
        if kept.iter().filter(turned).count() < FAMILY.1 {
            kept.push(line);
        }
    }
    kept
}

fn is_best(votes: &[f32], bins: usize, direction: usize, bin: usize) -> bool {
    let here = votes[direction * bins + bin];
    for turn in -ALONE.0..=ALONE.0 {
        let turned = direction as isize + turn;
        let wrapped = turned.rem_euclid(DIRECTIONS as isize);
        // Half a turn on, the same line has its normal the other way round.
        let middle = if wrapped == turned { bin as isize } else { bins as isize - 2 - bin as isize };
        for other in middle - ALONE.1..=middle + ALONE.1 {
            if other < 0 || other >= bins as isize || (turn == 0 && other == middle) {
                continue;
            }
            let value = votes[wrapped as usize * bins + other as usize];
            let earlier = (turn, other - middle) < (0, 0);
            if value > here || earlier && value == here {
                return false;
            }
        }
    }
    true
}
