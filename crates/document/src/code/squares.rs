//! The squares in three corners of a QR code: dark, light and dark again, in widths of 1, 1, 3, 1 and 1 modules
//! whichever way a line crosses them.

use crate::luma::Luma;

/// How far a width may be from what it should be, in modules, besides a pixel.
const SLACK: f32 = 0.6;
/// Squares of one code are about the same size.
const ALIKE: f32 = 1.6;
/// No code is wider than this, in modules between its squares; larger ones are never printed.
const FARTHEST: f32 = 60.0;
/// Most squares of a frame that are looked at: print has things like them.
const MOST: usize = 24;

/// Where a code may be, in pixels.
pub(super) struct Squares {
    pub(super) left: usize,
    pub(super) top: usize,
    /// Beyond the last column.
    pub(super) right: usize,
    /// Beyond the last row.
    pub(super) bottom: usize,
    /// Width of a module.
    pub(super) module: f32,
}

#[derive(Clone, Copy)]
struct Square {
    x: f32,
    y: f32,
    module: f32,
    /// Rows that crossed it.
    rows: u32,
}

/// The part of a black and white picture where at least two squares of one code are; `inverted` looks for light ones
/// on dark.
pub(super) fn in_picture(plain: &Luma, inverted: bool) -> Option<Squares> {
    let dark = if inverted { 255 } else { 0 };
    let mut squares: Vec<Square> = vec![];
    for (y, row) in plain.pixels.chunks_exact(plain.width.max(1)).enumerate() {
        across(row, dark, |x, module| {
            let square =
                down(plain, dark, x, y).filter(|(_, down)| (module / ALIKE..module * ALIKE).contains(down));
            if let Some((middle, down)) = square {
                count(&mut squares, Square { x, y: middle, module: (module + down) / 2.0, rows: 1 });
            }
        });
    }
    squares.retain(|square| square.rows >= 2);
    squares.sort_by_key(|square| std::cmp::Reverse(square.rows));
    squares.truncate(MOST);
    of_one_code(plain, &squares)
}

/// Calls for each place in a row where the widths are right: its middle and the width of a module.
fn across(row: &[u8], dark: u8, mut found: impl FnMut(f32, f32)) {
    let mut widths = [0_usize; 5];
    let mut from = 0;
    for end in 1..=row.len() {
        if end < row.len() && row[end] == row[from] {
            continue;
        }
        widths.rotate_left(1);
        widths[4] = end - from;
        if row[from] == dark
            && let Some(module) = module(widths)
        {
            found((end - widths[4] - widths[3]) as f32 - widths[2] as f32 / 2.0, module);
        }
        from = end;
    }
}

/// Width of a module where the widths are 1, 1, 3, 1, 1 of it.
fn module(widths: [usize; 5]) -> Option<f32> {
    let module = widths.iter().sum::<usize>() as f32 / 7.0;
    let fits = widths.iter().zip([1.0, 1.0, 3.0, 1.0, 1.0]).all(|(width, modules)| {
        let slack = module * SLACK * if modules > 1.0 { 1.5 } else { 1.0 } + 0.6;
        *width > 0 && (*width as f32 - modules * module).abs() < slack
    });
    (fits && module >= 1.0).then_some(module)
}

/// The same down the column through a place: the middle of the square and the width of a module.
fn down(plain: &Luma, dark: u8, x: f32, y: usize) -> Option<(f32, f32)> {
    let column = (x as usize).min(plain.width - 1);
    let at = |y: usize| plain.pixels[y * plain.width + column] == dark;
    if !at(y) {
        return None;
    }
    let mut widths = [0_usize; 5];
    let mut top = y;
    for (width, wanted) in widths[..3].iter_mut().rev().zip([true, false, true]) {
        while top > 0 && at(top - 1) == wanted {
            top -= 1;
            *width += 1;
        }
    }
    let mut bottom = y;
    widths[2] += 1;
    for (width, wanted) in widths[2..].iter_mut().zip([true, false, true]) {
        while bottom + 1 < plain.height && at(bottom + 1) == wanted {
            bottom += 1;
            *width += 1;
        }
    }
    let middle = (top + widths[0] + widths[1]) as f32 + widths[2] as f32 / 2.0;
    module(widths).map(|module| (middle, module))
}

fn count(squares: &mut Vec<Square>, new: Square) {
    let same = |old: &&mut Square| {
        (old.x - new.x).abs() < 2.0 * new.module && (old.y - new.y).abs() < 2.0 * new.module
    };
    match squares.iter_mut().rev().find(same) {
        Some(old) => {
            let share = 1.0 / (old.rows + 1) as f32;
            old.x += (new.x - old.x) * share;
            old.y += (new.y - old.y) * share;
            old.module += (new.module - old.module) * share;
            old.rows += 1;
        }
        None => squares.push(new),
    }
}

/// The part of the picture with the most squares that may belong together.
fn of_one_code(plain: &Luma, squares: &[Square]) -> Option<Squares> {
    let belongs = |a: &Square, b: &Square| {
        let module = a.module.max(b.module);
        let apart = (a.x - b.x).hypot(a.y - b.y) / module;
        module / a.module.min(b.module) < ALIKE && (9.0..FARTHEST).contains(&apart)
    };
    let company = |square: &Square| -> Vec<Square> {
        let mut others: Vec<Square> =
            squares.iter().copied().filter(|other| belongs(square, other)).collect();
        others.sort_by(|a, b| {
            let far = |other: &Square| (other.x - square.x).hypot(other.y - square.y);
            far(a).total_cmp(&far(b))
        });
        others.truncate(2);
        others.push(*square);
        others
    };
    let rows = |group: &[Square]| group.iter().map(|square| square.rows).sum::<u32>();
    let groups = squares.iter().map(company).filter(|group| group.len() >= 2);
    let group = groups.max_by_key(|group| (group.len(), rows(group)))?;

    let module = group.iter().map(|square| square.module).sum::<f32>() / group.len() as f32;
    let span = |place: fn(&Square) -> f32| {
        let least = group.iter().map(place).fold(f32::INFINITY, f32::min);
        let most = group.iter().map(place).fold(f32::NEG_INFINITY, f32::max);
        (least, most)
    };
    let ((left, right), (top, bottom)) = (span(|square| square.x), span(|square| square.y));
    // Two squares do not tell on which side the third is.
    let margin = if group.len() > 2 { 9.0 * module } else { 9.0 * module + (right - left).max(bottom - top) };
    let low = |v: f32| (v - margin).max(0.0) as usize;
    let high = |v: f32, end: usize| ((v + margin) as usize + 1).min(end);
    Some(Squares {
        left: low(left),
        top: low(top),
        right: high(right, plain.width),
        bottom: high(bottom, plain.height),
        module,
    })
}
