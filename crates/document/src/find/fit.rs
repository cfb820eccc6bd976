//! Four straight sides around the cells that belong to the document.

use super::network::Map;
use crate::quad::{Point, Quad};

/// Smaller parts of the picture are no document.
const LEAST_SHARE: f32 = 0.004;
/// How much less it costs to leave out a side that is the rim of the picture.
const RIM_COST: f32 = 0.3;
/// A place of the outline belongs to a side that is nearer than this, in cells …
const NEAR: f32 = 3.0;
/// … and to none next to a corner, where cards are round: share of the side.
const ROUNDED: f32 = 0.1;
/// How often sides are fitted again.
const ROUNDS: usize = 4;
/// Places nearer than this to the rim of the picture are made by it.
const ON_RIM: f32 = 0.6;

/// A place of the outline in cells.
#[derive(Clone, Copy)]
struct Place {
    at: Point,
    /// Whether the rim of the picture made it.
    rim: bool,
}

/// The quads around the parts of the map above a level (a logit), the largest part first; in cells.
pub(super) fn quads(map: &Map, level: f32) -> Vec<Quad> {
    let mut parts = parts(map, level);
    parts.sort_by_key(|part| std::cmp::Reverse(part.iter().filter(|inside| **inside).count()));
    parts.iter().filter_map(|part| around(map, part, level)).collect()
}

/// How well a quad agrees with the map: what both have in common over what either has, 0 to 1.
pub(super) fn agreement(map: &Map, quad: &Quad) -> f32 {
    let (mut common, mut joint) = (0.0, 0.0);
    for y in 0..map.height {
        for x in 0..map.width {
            let share = map.share(y * map.width + x);
            let is_inside = quad.contains(Point::new(x as f32 + 0.5, y as f32 + 0.5));
            common += if is_inside { share } else { 0.0 };
            joint += if is_inside { 1.0 } else { share };
        }
    }
    if joint > 0.0 { common / joint } else { 0.0 }
}

/// Connected cells above a level.
fn parts(map: &Map, level: f32) -> Vec<Vec<bool>> {
    let count = map.logits.len();
    let (mut seen, mut parts) = (vec![false; count], vec![]);
    for start in 0..count {
        if seen[start] || map.logits[start] <= level {
            continue;
        }
        let (mut part, mut open, mut cells) = (vec![false; count], vec![start], 0);
        seen[start] = true;
        while let Some(cell) = open.pop() {
            part[cell] = true;
            cells += 1;
            for next in neighbours(map, cell).into_iter().flatten() {
                if !seen[next] && map.logits[next] > level {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        if cells as f32 > LEAST_SHARE * count as f32 {
            parts.push(part);
        }
    }
    parts
}

/// Left, right, above, below; `None` outside the picture.
fn neighbours(map: &Map, cell: usize) -> [Option<usize>; 4] {
    let (x, y) = (cell % map.width, cell / map.width);
    [
        (x > 0).then(|| cell - 1),
        (x + 1 < map.width).then(|| cell + 1),
        (y > 0).then(|| cell - map.width),
        (y + 1 < map.height).then(|| cell + map.width),
    ]
}

fn around(map: &Map, part: &[bool], level: f32) -> Option<Quad> {
    let places = outline(map, part, level);
    let mut sides = four_sides(&places, map)?;
    for _ in 0..ROUNDS {
        sides = fitted(&places, &sides);
    }
    Some(Quad::around(sides)).filter(Quad::is_convex)
}

/// Where the map crosses the level around a part.
fn outline(map: &Map, part: &[bool], level: f32) -> Vec<Place> {
    let mut places = vec![];
    for cell in (0..part.len()).filter(|cell| part[*cell]) {
        let middle = Point::new((cell % map.width) as f32 + 0.5, (cell / map.width) as f32 + 0.5);
        let ways = [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)];
        for (next, (dx, dy)) in neighbours(map, cell).into_iter().zip(ways) {
            let (share, rim) = match next {
                Some(next) if part[next] => continue,
                Some(next) => {
                    let (here, there) = (map.logits[cell] - level, map.logits[next] - level);
                    (here / (here - there).max(1e-3), false)
                }
                None => (0.5, true),
            };
            places.push(Place { at: Point::new(middle.x + dx * share, middle.y + dy * share), rim });
        }
    }
    places
}

/// The convex hull without all but four of its sides: each time the one goes without which the least area is added.
fn four_sides(places: &[Place], map: &Map) -> Option<[Point; 4]> {
    let mut hull = hull(places.iter().map(|place| place.at).collect());
    while hull.len() > 4 {
        let count = hull.len();
        let without = |i: usize| {
            let [a, b, c, d] = [count - 1, 0, 1, 2].map(|k| hull[(i + k) % count]);
            let meeting = meeting((a, b), (c, d))?;
            let added = turn(b, meeting, c).abs();
            let cost = if on_rim(b, c, map) { RIM_COST * added } else { added };
            // Beyond the side, not behind it.
            (turn(b, c, meeting) < 0.0).then_some((cost, i, meeting))
        };
        let (_, i, meeting) = (0..count).filter_map(without).min_by(|a, b| a.0.total_cmp(&b.0))?;
        hull[i] = meeting;
        hull.remove((i + 1) % count);
    }
    hull.try_into().ok()
}

/// Whether the rim of the picture is the way between two places.
fn on_rim(a: Point, b: Point, map: &Map) -> bool {
    let (width, height) = (map.width as f32, map.height as f32);
    let beyond = |p: Point| [-p.x, p.x - width, -p.y, p.y - height];
    beyond(a).into_iter().zip(beyond(b)).any(|(a, b)| a.min(b) > -ON_RIM)
}

/// The sides of a quad that are the rim of a picture of so many cells: top, right, bottom, left.
pub(super) fn rims(quad: &Quad, map: &Map) -> [bool; 4] {
    quad.sides().map(|(from, to)| on_rim(from, to, map))
}

/// Each side through the places near it.
fn fitted(places: &[Place], corners: &[Point; 4]) -> [Point; 4] {
    let lines: [(Point, Point); 4] = std::array::from_fn(|i| {
        let (from, to) = (corners[i], corners[(i + 1) % 4]);
        line(places, from, to).unwrap_or((from, to))
    });
    std::array::from_fn(|i| {
        let corner = meeting(lines[(i + 3) % 4], lines[i]);
        corner.filter(|corner| corner.distance(corners[i]) < 4.0 * NEAR).unwrap_or(corners[i])
    })
}

/// The line through the places near a side, nearer ones counting more; `None` where there are few.
fn line(places: &[Place], from: Point, to: Point) -> Option<(Point, Point)> {
    let length = from.distance(to);
    let (ux, uy) = ((to.x - from.x) / length, (to.y - from.y) / length);
    let mut sums = [0.0_f32; 5];
    let mut rims = 0.0;
    for place in places {
        let (dx, dy) = (place.at.x - from.x, place.at.y - from.y);
        let (along, aside) = ((dx * ux + dy * uy) / length, dy * ux - dx * uy);
        if !(ROUNDED..1.0 - ROUNDED).contains(&along) || aside.abs() > NEAR {
            continue;
        }
        let weight = (1.0 - (aside / NEAR).powi(2)).powi(2);
        if place.rim {
            rims += weight;
            continue;
        }
        for (sum, value) in sums.iter_mut().zip([1.0, along, aside, along * along, along * aside]) {
            *sum += weight * value;
        }
    }
    let [count, x, y, xx, xy] = sums;
    let spread = count * xx - x * x;
    if count < 2.0 || spread < 1e-3 * count * count || rims > count {
        return None;
    }
    let slope = (count * xy - x * y) / spread;
    let start = (y - slope * x) / count;
    let moved = |p: Point, by: f32| Point::new(p.x - uy * by, p.y + ux * by);
    Some((moved(from, start), moved(to, start + slope)))
}

/// Where two lines meet; `None` where they are nearly parallel.
fn meeting((a, b): (Point, Point), (c, d): (Point, Point)) -> Option<Point> {
    let (ax, ay, cx, cy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y);
    let determinant = ax * cy - ay * cx;
    if determinant.abs() < 0.02 * ax.hypot(ay) * cx.hypot(cy) {
        return None;
    }
    Some(a.towards(b, ((c.x - a.x) * cy - (c.y - a.y) * cx) / determinant))
}

/// Twice the area of the triangle; positive where the way turns clockwise (y points down).
fn turn(a: Point, b: Point, c: Point) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// The convex hull, clockwise (Andrew's monotone chain).
fn hull(mut places: Vec<Point>) -> Vec<Point> {
    places.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let chain = |places: &mut dyn Iterator<Item = &Point>| {
        let mut out: Vec<Point> = vec![];
        for place in places {
            while out.len() > 1 && turn(out[out.len() - 2], out[out.len() - 1], *place) <= 0.0 {
                out.pop();
            }
            out.push(*place);
        }
        out.pop();
        out
    };
    let mut hull = chain(&mut places.iter());
    hull.extend(chain(&mut places.iter().rev()));
    hull
}
