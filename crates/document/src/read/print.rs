//! Where print is on a page: what is darker than its neighbourhood, joined along the line.

use crate::luma;
use image::GrayImage;

/// A place with print on it, in pixels of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

impl Place {
    pub(super) fn width(&self) -> u32 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> u32 {
        self.bottom - self.top
    }

    fn area(&self) -> u32 {
        self.width() * self.height()
    }

    fn common(&self, other: &Self) -> u32 {
        let across = self.right.min(other.right).saturating_sub(self.left.max(other.left));
        across * self.bottom.min(other.bottom).saturating_sub(self.top.max(other.top))
    }

    /// Larger by these margins, within the page.
    pub(super) fn grown(&self, x: u32, y: u32, page: &GrayImage) -> Self {
        Self {
            left: self.left.saturating_sub(x),
            top: self.top.saturating_sub(y),
            right: (self.right + x).min(page.width()),
            bottom: (self.bottom + y).min(page.height()),
        }
    }
}

/// Half the side of the neighbourhood, in heights of small print.
const NEIGHBOURHOOD: f32 = 0.8;
/// This share of the darkness of clear print is print.
const DARK: f32 = 0.38;
/// Share of the pixels of a page that clear print covers at least.
const COVERED: f32 = 0.025;
/// Less contrast with its neighbourhood than this is none.
const FAINT: f32 = 0.05;
/// Gaps up to this many heights of small print are within a line.
const GAP: f32 = 0.75;
/// The mean of a neighbourhood with light print in it.
const DARK_GROUND: u32 = 150;
/// Light print has at least this contrast: dark grounds are seldom even.
const LIGHT: f32 = 0.2;
/// Heights of what is a line of print, in heights of small print.
const HEIGHTS: std::ops::RangeInclusive<f32> = 0.45..=3.2;

/// Which print is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Print {
    /// Dark on any ground.
    Dark,
    /// Light on a dark ground, as in the heads of cards.
    Light,
}

/// Lines and parts of lines, from top to bottom. `small` is about the height of the capitals of small print.
pub(super) fn places(page: &GrayImage, small: f32, print: Print) -> Vec<Place> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    if width < 8 || height < 8 {
        return vec![];
    }
    let dark = contrast(page, (small * NEIGHBOURHOOD).max(2.0) as usize, print);
    let clear = percentile(&dark, 1.0 - COVERED);
    let faint = if print == Print::Light { LIGHT } else { FAINT };
    let least = (DARK * clear).max(faint * 255.0) as u8;
    let gap = (small * GAP) as usize;
    let runs: Vec<Vec<(usize, usize)>> = dark.chunks(width).map(|row| runs(row, least, gap)).collect();
    let mut places = joined(&runs);
    let fits = |place: &Place| {
        let high = place.height() as f32 / small;
        HEIGHTS.contains(&high) && place.width() * 2 > place.height()
    };
    places.retain(fits);
    places.sort_by_key(|place| (place.top + place.bottom, place.left));
    places
}

/// Without the places that lie in larger ones for the most part: the ground between dark letters looks like light
/// print, and the other way round.
pub(super) fn without_doubles(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by_key(|place| std::cmp::Reverse(place.area()));
    let mut kept: Vec<Place> = vec![];
    for place in places {
        if kept.iter().all(|larger| larger.common(&place) * 2 < place.area()) {
            kept.push(place);
        }
    }
    kept
}

/// How much darker than the mean of its neighbourhood each pixel is, by that mean; 255 is black on any ground. Of
/// light print, how much lighter than a dark neighbourhood.
fn contrast(page: &GrayImage, radius: usize, print: Print) -> Vec<u8> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let mut columns = vec![0_u32; width];
    let mut dark = Vec::with_capacity(width * height);
    let row = |y: usize| &page.as_raw()[y * width..(y + 1) * width];
    for y in 0..height.min(radius) {
        add(&mut columns, row(y), u32::wrapping_add);
    }
    for y in 0..height {
        if y + radius < height {
            add(&mut columns, row(y + radius), u32::wrapping_add);
        }
        if let Some(gone) = y.checked_sub(radius + 1) {
            add(&mut columns, row(gone), u32::wrapping_sub);
        }
        let rows = (y + radius).min(height - 1) + 1 - y.saturating_sub(radius);
        let mut sum: u32 = columns[..width.min(radius)].iter().sum();
        for (x, value) in row(y).iter().enumerate() {
            sum += columns.get(x + radius).copied().unwrap_or(0);
            sum -= x.checked_sub(radius + 1).map_or(0, |gone| columns[gone]);
            let across = (x + radius).min(width - 1) + 1 - x.saturating_sub(radius);
            let mean = (sum / (rows * across) as u32).max(1);
            let value = u32::from(*value);
            dark.push(match print {
                Print::Dark => (mean.saturating_sub(value) * 255 / mean) as u8,
                Print::Light if mean < DARK_GROUND => value.saturating_sub(mean) as u8,
                Print::Light => 0,
            });
        }
    }
    dark
}

fn add(columns: &mut [u32], row: &[u8], how: fn(u32, u32) -> u32) {
    for (sum, value) in columns.iter_mut().zip(row) {
        *sum = how(*sum, u32::from(*value));
    }
}

fn percentile(values: &[u8], share: f32) -> f32 {
    let mut counts = [0_u32; 256];
    for value in values {
        counts[usize::from(*value)] += 1;
    }
    luma::percentile(&counts, share).unwrap_or(255) as f32
}

/// Where a row is dark, small gaps closed: first pixel and the one after the last.
fn runs(row: &[u8], least: u8, gap: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = vec![];
    for (x, dark) in row.iter().enumerate() {
        if *dark < least {
            continue;
        }
        match runs.last_mut() {
            Some((_, end)) if x - *end <= gap => *end = x + 1,
            _ => runs.push((x, x + 1)),
        }
    }
    runs
}

/// Runs that touch from row to row make one place.
fn joined(rows: &[Vec<(usize, usize)>]) -> Vec<Place> {
    let mut places: Vec<Place> = vec![];
    // For each place the one it went into.
    let mut into: Vec<usize> = vec![];
    let mut above: Vec<(usize, usize, usize)> = vec![];
    for (y, row) in rows.iter().enumerate() {
        let mut here = vec![];
        for (left, right) in row {
            let mut of: Option<usize> = None;
            for (_, _, place) in above.iter().filter(|(from, to, _)| from < right && left < to) {
                let root = root(&into, *place);
                match of {
                    None => of = Some(root),
                    Some(first) if first != root => {
                        into[root] = first;
                        let other = places[root];
                        merge(&mut places[first], &other);
                    }
                    Some(_) => {}
                }
            }
            let run = Place { left: *left as u32, top: y as u32, right: *right as u32, bottom: y as u32 + 1 };
            let place = of.unwrap_or_else(|| {
                places.push(run);
                into.push(into.len());
                places.len() - 1
            });
            merge(&mut places[place], &run);
            here.push((*left, *right, place));
        }
        above = here;
    }
    places
        .into_iter()
        .enumerate()
        .filter(|(place, _)| into[*place] == *place)
        .map(|(_, place)| place)
        .collect()
}

fn root(into: &[usize], mut place: usize) -> usize {
    while into[place] != place {
        place = into[place];
    }
    place
}

fn merge(place: &mut Place, other: &Place) {
    place.left = place.left.min(other.left);
    place.top = place.top.min(other.top);
    place.right = place.right.max(other.right);
    place.bottom = place.bottom.max(other.bottom);
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    #[test]
    fn print_is_found_on_dark_and_on_light_ground() {
        for (ground, print, which) in [(230, 30, Print::Dark), (90, 20, Print::Dark), (60, 220, Print::Light)]
        {
            let mut page = GrayImage::from_pixel(400, 200, Luma([ground]));
            for (left, top) in [(40, 50), (40, 120), (250, 120)] {
                for letter in 0..6 {
                    for x in 0..3 {
                        (0..20).for_each(|y| page.put_pixel(left + letter * 12 + x, top + y, Luma([print])));
                    }
                }
            }
            let found = places(&page, 20.0, which);
            let corners: Vec<_> =
                found.iter().map(|place| (place.left, place.top, place.right, place.bottom)).collect();
            assert_eq!(corners, [(40, 50, 103, 70), (40, 120, 103, 140), (250, 120, 313, 140)], "{ground}");
        }
        assert!(places(&GrayImage::new(5, 5), 20.0, Print::Dark).is_empty());
        assert!(places(&GrayImage::from_pixel(100, 100, Luma([200])), 20.0, Print::Dark).is_empty());
    }
}
