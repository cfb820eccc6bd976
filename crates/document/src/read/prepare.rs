//! What a page needs before it is read.

use super::{CLEARLY, Check, Field, Kind, ReadValue, Reading, SURE};
use crate::find::all;
use crate::{Form, Found, enhance, find, straighten};
use image::{GrayImage, ImageBuffer, Pixel, RgbImage, imageops};
use std::borrow::Cow;
use std::time::Instant;

/// More than this much larger or smaller, and the page is brought to its width.
const NEAR: f32 = 1.2;

/// Width at which print is large enough to be read, by what is printed on it.
fn width(kind: Kind) -> u32 {
    match kind.form() {
        Form::Card => 1280,
        Form::Book => 1900,
        Form::WideSheet => 2200,
        _ => 1500,
    }
}

/// Whether it is a card with all it says on one side.
pub(super) fn is_card(kind: Kind) -> bool {
    kind.form() == Form::Card
}

/// About the height of the capitals of the small print of a kind.
pub(super) fn small_print(kind: Kind, page: &GrayImage) -> f32 {
    page.width() as f32 * if is_card(kind) { 0.0195 } else { 0.011 }
}

/// How its rows are read, one way after the other: `true` is by the line reader; running text is Tesseract's.
pub(super) fn ways(kind: Kind) -> &'static [bool] {
    if is_card(kind) || kind == Kind::Passbook { &[true, false] } else { &[false] }
}

/// Quarter turns in which a page may lie, the likeliest first: cards are wider than high, sheets higher than wide.
pub(super) fn turns(page: &GrayImage, kind: Kind) -> &'static [u32] {
    match (kind.form(), page.width() > page.height()) {
        (Form::Card | Form::WideSheet | Form::Book, true) => &[0, 2],
        (Form::Card | Form::WideSheet, false) => &[1, 3],
        // Some bank books open upwards.
        (Form::Book, false) => &[0, 2, 1, 3],
        (_, true) => &[0, 1, 3, 2],
        (_, false) => &[0, 2],
    }
}

/// Whether another try is not worth its time.
pub(super) fn enough(reading: &Reading, kind: Kind, legible: f32) -> bool {
    let another = reading.looks_like.is_some_and(|looks| looks != kind);
    let letter = !ways(kind)[0] && legible > CLEARLY;
    let usual =
        |account: &ReadValue| account.confidence > SURE && account.checks.contains(&Check::UsualLength);
    let sure = |field| reading.get(field).is_some_and(|value| value.confidence > SURE);
    let number = reading.get(Field::Account).is_some_and(usual) && reading.get(Field::Holder).is_some();
    // Of a bank that is not known no number is of the usual length.
    let account = number || legible > CLEARLY && sure(Field::Account) && sure(Field::Holder);
    let agreed = reading
        .get(Field::Nik)
        .is_some_and(|nik| nik.confidence > SURE && nik.checks.contains(&Check::NikMatchesBirthDate));
    reading.confidence > SURE || another || letter || account || agreed && reading.get(Field::Name).is_some()
}

/// Whether what matters most was found, however sure.
pub(super) fn says_it(reading: &Reading, kind: Kind) -> bool {
    let wanted: &[Field] = match kind {
        Kind::Ktp => &[Field::Nik, Field::Name, Field::BirthDate],
        Kind::Passbook => &[Field::Account, Field::Holder],
        Kind::Kpj => &[Field::Kpj],
        Kind::Npwp => &[Field::Npwp],
        _ => return false,
    };
    wanted.iter().all(|field| reading.get(*field).is_some())
}

/// Less of a photograph than this is a page that was straightened already, or fills it.
const WHOLE: f32 = 0.92;
/// So many places in a photograph are tried.
const TRIED: usize = 4;
/// How much of a photograph a document fills that was not found in it.
const FILLED: f32 = 0.75;

/// More pixels on the longer side than this say nothing more to a reader.
const LARGEST: u32 = 4000;

/// The picture itself, or a smaller one of a very large photograph.
pub(super) fn bounded(picture: &RgbImage) -> Cow<'_, RgbImage> {
    let longer = picture.width().max(picture.height());
    if longer <= LARGEST {
        return Cow::Borrowed(picture);
    }
    let side = |side: u32| (u64::from(side) * u64::from(LARGEST) / u64::from(longer)).max(1) as u32;
    Cow::Owned(imageops::thumbnail(picture, side(picture.width()), side(picture.height())))
}

/// Pages to read, grey and at their size, the likeliest first: what might be the document in a photograph, and the
/// photograph as it is; or the other way round for a page. Each is made when it is asked for.
pub(super) fn pages<'a>(
    picture: &'a RgbImage,
    kind: Kind,
    source: Source,
    until: Instant,
) -> Box<dyn Iterator<Item = GrayImage> + 'a> {
    let in_time = move || Instant::now() < until;
    let form = kind.form();
    let photograph = is_photograph(picture);
    let made = source == Source::Page && !photograph;
    let whole = move |filled| {
        let page = if made { Cow::Borrowed(picture) } else { Cow::Owned(enhance(picture)) };
        sized(&imageops::grayscale(page.as_ref()), kind, filled)
    };
    let straight = move |found: Found| {
        sized(&imageops::grayscale(&enhance(&straighten(picture, &found.quad, form))), kind, 1.0)
    };
    if !photograph {
        let parts = std::iter::once_with(move || places(picture, part_of(picture, form))).flatten();
        let parts = parts.take_while(move |_| in_time()).map(straight);
        Box::new(std::iter::once_with(move || whole(1.0)).chain(parts))
    } else {
        let first = part_of(picture, form);
        let filled = if first.is_some() { FILLED } else { 1.0 };
        let parts = places(picture, first).take_while(move |_| in_time()).map(straight);
        Box::new(parts.chain(std::iter::once_with(move || whole(filled))))
    }
}

/// Where a document is that does not fill the picture.
fn part_of(picture: &RgbImage, form: Form) -> Option<Found> {
    find(picture, Some(form)).filter(|found| is_part(found, picture))
}

fn is_part(found: &Found, picture: &RgbImage) -> bool {
    found.quad.area() < WHOLE * picture.width() as f32 * picture.height() as f32
}

/// Where it may be as well, after the first.
fn places(picture: &RgbImage, first: Option<Found>) -> impl Iterator<Item = Found> {
    let others = std::iter::once_with(move || {
        let new = move |other: &Found| first.is_none_or(|first| first.quad.iou(&other.quad) < SAME);
        all(picture).into_iter().filter(|found| is_part(found, picture)).filter(new).take(TRIED)
    });
    first.into_iter().chain(others.flatten())
}

/// What is given to be read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Source {
    /// A photograph, or a page that somebody else made.
    Any,
    /// What the kiosk keeps: a page that was found, straightened and made legible, or, in the proportions of a camera,
    /// the photograph in which none was found.
    Page,
}

/// Proportions of cameras' pictures.
const CAMERAS: [f32; 5] = [16.0 / 9.0, 16.0 / 10.0, 3.0 / 2.0, 4.0 / 3.0, 1.0];

/// Whether it has the proportions of a camera's picture; a page that was straightened hardly ever has.
fn is_photograph(picture: &RgbImage) -> bool {
    let (width, height) = (picture.width().max(1) as f32, picture.height().max(1) as f32);
    let longer = (width / height).max(height / width);
    CAMERAS.iter().any(|ratio| (longer / ratio - 1.0).abs() < 0.004)
}

/// Documents that overlap so much are the same.
const SAME: f32 = 0.9;

/// At the size at which it is read, where the document fills this share of the width.
fn sized(page: &GrayImage, kind: Kind, filled: f32) -> GrayImage {
    // Cards lie across, and if not, they are as high as they should be wide.
    let across = if is_card(kind) { page.width().max(page.height()) } else { page.width() };
    let scale = width(kind) as f32 / (filled * across.max(1) as f32);
    if (1.0 / NEAR..NEAR).contains(&scale) { page.clone() } else { scaled(page, scale) }
}

/// Longer side of a page of which is asked only which way it lies.
const SMALL: f32 = 1280.0;
/// Height of the capitals on it, between those of a card and of a letter.
pub(super) const SMALL_PRINT: f32 = 18.0;

/// A page of which is asked only which way it lies.
pub(super) fn small(page: &RgbImage) -> GrayImage {
    let page = imageops::grayscale(page);
    let scale = SMALL / page.width().max(page.height()).max(1) as f32;
    if (1.0 / NEAR..NEAR).contains(&scale) { page } else { scaled(&page, scale) }
}

pub(super) fn scaled(page: &GrayImage, scale: f32) -> GrayImage {
    let side = |side: u32| ((side as f32 * scale).round() as u32).clamp(1, 4000);
    imageops::resize(page, side(page.width()), side(page.height()), imageops::FilterType::CatmullRom)
}

/// Turned by quarters, clockwise.
pub(super) fn turned<P: Pixel + 'static>(
    page: &ImageBuffer<P, Vec<P::Subpixel>>,
    turns: u32,
) -> ImageBuffer<P, Vec<P::Subpixel>> {
    match turns % 4 {
        1 => imageops::rotate90(page),
        2 => imageops::rotate180(page),
        3 => imageops::rotate270(page),
        _ => page.clone(),
    }
}
