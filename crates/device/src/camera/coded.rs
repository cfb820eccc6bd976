//! Pictures out of the bytes that a device sends.
//!
//! [`Coded`] is a device as bytes, before anything is understood; [`Decoded`] makes a [`Source`] of it. Bytes that are
//! no picture, or none that a sensor can have seen, are [`CameraError::BadFrame`].

use super::{CameraError, Source};
use image::{DynamicImage, RgbImage};
use std::{borrow::Cow, cmp::Reverse, fmt};

/// Smallest and largest value of each channel up to which a lens that is covered, or looks into the sun, may send the
/// same colour everywhere.
const DARK: u8 = 24;
const BRIGHT: u8 = 231;
/// Pixels that are looked at in a picture.
const SAMPLES: usize = 4096;

/// A device that sends coded pictures. All calls may block.
pub trait Coded: Send {
    /// Takes hold of the device, begins to capture, and says in which format.
    fn open(&mut self) -> Result<Format, CameraError>;
    /// The next buffer, as it came.
    fn buffer(&mut self) -> Result<Cow<'_, [u8]>, CameraError>;
    /// Lets the device go.
    fn close(&mut self);
    /// Which device is open, for the log.
    fn name(&self) -> String;
}

/// Quarter turns clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// As it comes.
    #[default]
    None,
    /// 90° clockwise.
    Right,
    /// 180°.
    Around,
    /// 270° clockwise.
    Left,
}

/// Upright pictures of a device.
pub struct Decoded<C> {
    device: C,
    turn: Turn,
    format: Option<Format>,
}

impl<C: Coded> Decoded<C> {
    /// The pictures of `device`, turned.
    pub fn new(device: C, turn: Turn) -> Self {
        Self { device, turn, format: None }
    }
}

impl<C: Coded> Source for Decoded<C> {
    fn open(&mut self) -> Result<(), CameraError> {
        self.format = Some(self.device.open()?);
        Ok(())
    }

    fn frame(&mut self) -> Result<RgbImage, CameraError> {
        let format = self.format.ok_or(CameraError::Unplugged)?;
        let picture = format.picture(&self.device.buffer()?).ok_or(CameraError::BadFrame)?;
        Ok(match self.turn {
            Turn::None => picture,
            Turn::Right => DynamicImage::from(picture).rotate90().into_rgb8(),
            Turn::Around => DynamicImage::from(picture).rotate180().into_rgb8(),
            Turn::Left => DynamicImage::from(picture).rotate270().into_rgb8(),
        })
    }

    fn close(&mut self) {
        self.format = None;
        self.device.close();
    }

    fn about(&self) -> String {
        let format = self.format.map(|format| format.to_string()).unwrap_or_default();
        format!("{}, {format}", self.device.name())
    }
}

/// How pictures are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// A JPEG file each.
    Mjpg,
    /// Two pixels in four bytes: luma, blue, luma, red (BT.601, 16–235); rows are not padded.
    Yuyv,
}

impl Coding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mjpg, Self::Yuyv];

    /// As Video4Linux calls it.
    pub fn code(self) -> [u8; 4] {
        match self {
            Self::Mjpg => *b"MJPG",
            Self::Yuyv => *b"YUYV",
        }
    }
}

/// What a device sends, or offers to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// How its pictures are coded.
    pub coding: Coding,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Pictures a second.
    pub per_second: u32,
}

impl fmt::Display for Format {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { coding, width, height, per_second } = self;
        write!(to, "{width} × {height} {coding:?} at {per_second} a second")
    }
}

impl Format {
    /// The higher the better for documents: full HD or more that moves (15 a second), else 720 rows or more that move,
    /// else as large as comes at 8 a second at least; then size up to full HD, no larger than needed, MJPG, 30 a second.
    pub fn rank(&self) -> impl Ord + use<> {
        const FULL: u64 = 1920 * 1080;
        const FLUENT: u32 = 30;
        let area = u64::from(self.width) * u64::from(self.height);
        let moves = self.per_second >= 15;
        let class = match area {
            _ if self.per_second < 8 => 0,
            FULL.. if moves => 3,
            // As many pixels as 1280 × 720.
            921_600.. if moves => 2,
            _ => 1,
        };
        (
            class,
            area.min(FULL),
            moves,
            Reverse(area),
            self.coding == Coding::Mjpg,
            Reverse(self.per_second.abs_diff(FLUENT)),
        )
    }

    /// The picture in a buffer; `None` where there is none, or one of a single colour that no sensor sees.
    fn picture(&self, buffer: &[u8]) -> Option<RgbImage> {
        let picture = match self.coding {
            Coding::Mjpg => from_mjpg(buffer),
            Coding::Yuyv => from_yuyv(buffer, self.width, self.height),
        }?;
        let first = *picture.get_pixel_checked(0, 0)?;
        let possible =
            first.0.iter().all(|value| *value <= DARK) || first.0.iter().all(|value| *value >= BRIGHT);
        (possible || samples(&picture).any(|pixel| pixel != first.0)).then_some(picture)
    }
}

/// Some pixels of a picture, from all over it.
pub(super) fn samples(picture: &RgbImage) -> impl Iterator<Item = [u8; 3]> {
    // An odd step does not stay in one column.
    let step = (picture.as_raw().len() / 3 / SAMPLES) | 1;
    picture.as_raw().chunks_exact(3).step_by(step).map(|pixel| [pixel[0], pixel[1], pixel[2]])
}

/// Picture of an MJPG buffer. What follows the last end marker is left over from larger pictures.
fn from_mjpg(buffer: &[u8]) -> Option<RgbImage> {
    let end = buffer.windows(2).rposition(|pair| pair == [0xff, 0xd9])?;
    let jpeg = &buffer[..end + 2];
    let scan = jpeg.windows(2).position(|pair| pair == [0xff, 0xda])?;
    let tables = jpeg[..scan].windows(2).any(|pair| pair == [0xff, 0xc4]);
    let jpeg = if tables { Cow::Borrowed(jpeg) } else { Cow::Owned(with_usual_tables(jpeg)) };
    document::decode(&jpeg).ok()
}

/// Some cameras leave out the Huffman tables. A JPEG that is marked as a picture of a film has the usual ones.
fn with_usual_tables(jpeg: &[u8]) -> Vec<u8> {
    const MARK: &[u8; 18] = b"\xff\xe0\x00\x10AVI1\0\0\0\0\0\0\0\0\0\0";
    let (start, rest) = jpeg.split_at(jpeg.len().min(2));
    [start, MARK, rest].concat()
}

/// Picture of a YUYV buffer.
fn from_yuyv(buffer: &[u8], width: u32, height: u32) -> Option<RgbImage> {
    let count = width as usize * height as usize;
    let mut pixels = Vec::with_capacity(count * 3);
    for pair in buffer.get(..count * 2)?.chunks_exact(4) {
        let (blue, red) = (i32::from(pair[1]) - 128, i32::from(pair[3]) - 128);
        for luma in [pair[0], pair[2]] {
            let luma = 298 * (i32::from(luma) - 16) + 128;
            let value = |v: i32| (v >> 8).clamp(0, 255) as u8;
            pixels.extend([
                value(luma + 409 * red),
                value(luma - 100 * blue - 208 * red),
                value(luma + 516 * blue),
            ]);
        }
    }
    RgbImage::from_raw(width, height, pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Coding::{Mjpg, Yuyv};
    use image::Rgb;

    fn offer(coding: Coding, width: u32, height: u32, per_second: u32) -> Format {
        Format { coding, width, height, per_second }
    }

    #[test]
    fn the_best_format_for_documents_is_asked_for() {
        // What a camera offers, the one to ask for first.
        let table: &[&[Format]] = &[
            // A webcam: USB 2 has room for full HD only as MJPG.
            &[
                offer(Mjpg, 1920, 1080, 30),
                offer(Yuyv, 640, 480, 30),
                offer(Yuyv, 1920, 1080, 5),
                offer(Mjpg, 1280, 720, 30),
                offer(Mjpg, 3840, 2160, 30),
            ],
            &[offer(Mjpg, 1920, 1080, 15), offer(Mjpg, 1280, 720, 60)],
            // Full HD that does not move is worth less than 720 rows that do.
            &[offer(Mjpg, 1280, 720, 30), offer(Mjpg, 1920, 1080, 10), offer(Yuyv, 1920, 1080, 5)],
            &[offer(Mjpg, 1600, 1200, 15), offer(Mjpg, 1280, 720, 30)],
            &[offer(Yuyv, 640, 480, 30), offer(Yuyv, 1920, 1080, 5)],
            // Full HD at last where nothing between it and a small picture moves.
            &[offer(Yuyv, 1920, 1080, 10), offer(Yuyv, 640, 480, 30)],
            &[offer(Mjpg, 1280, 720, 30), offer(Yuyv, 1280, 720, 30)],
            // A document camera that has only large sizes, or only slow ones.
            &[offer(Mjpg, 4160, 3120, 10), offer(Mjpg, 640, 480, 30)],
            &[offer(Mjpg, 2592, 1944, 15), offer(Mjpg, 3264, 2448, 15), offer(Mjpg, 1280, 720, 30)],
            &[offer(Yuyv, 1600, 1200, 5), offer(Yuyv, 320, 240, 5)],
            // Fluent, and no more.
            &[30, 60, 5, 15, 30_000].map(|per_second| offer(Mjpg, 1920, 1080, per_second)),
            &[offer(Mjpg, 1920, 1080, 60), offer(Mjpg, 1920, 1080, 5)],
        ];
        for offers in table {
            let best = offers.iter().max_by_key(|offer| offer.rank()).unwrap();
            assert_eq!(*best, offers[0], "of {offers:?}");
        }
    }

    fn jpeg(picture: &RgbImage) -> Vec<u8> {
        document::encode_page(picture, 100_000).unwrap().jpeg
    }

    fn flag() -> RgbImage {
        RgbImage::from_fn(64, 48, |_, y| if y < 24 { Rgb([200, 40, 40]) } else { Rgb([250; 3]) })
    }

    #[test]
    fn an_mjpg_buffer_is_cut_at_its_last_end_marker() {
        let mut buffer = jpeg(&flag());
        buffer.resize(20_000, 0);
        assert_eq!(from_mjpg(&buffer).unwrap().dimensions(), (64, 48));
    }

    #[test]
    fn damaged_mjpg_is_no_picture() {
        let whole = jpeg(&flag());
        let scan = whole.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap();
        for bytes in
            [&[][..], &[0; 5000], &[0xff, 0xd8, 0xff, 0xd9], &whole[..whole.len() - 2], &whole[..scan]]
        {
            assert!(from_mjpg(bytes).is_none(), "{} bytes", bytes.len());
        }
    }

    #[test]
    fn the_usual_tables_may_be_left_out() {
        // The encoder of this project writes tables of its own; `image` writes the usual ones.
        let mut whole = vec![];
        flag().write_with_encoder(image::codecs::jpeg::JpegEncoder::new(&mut whole)).unwrap();
        let mut bare = whole.clone();
        while let Some(table) = bare.windows(2).position(|pair| pair == [0xff, 0xc4]) {
            let length = usize::from(u16::from_be_bytes([bare[table + 2], bare[table + 3]]));
            bare.drain(table..table + 2 + length);
        }
        assert!(bare.len() < whole.len());
        assert_eq!(from_mjpg(&bare).unwrap(), from_mjpg(&whole).unwrap());
    }

    #[test]
    fn yuyv_becomes_the_colours_it_stands_for() {
        // Rows of four pixels: white and black, then red and blue (BT.601); what follows belongs to no picture.
        let rows = [235, 128, 16, 128, 235, 128, 16, 128, 81, 90, 81, 240, 41, 240, 41, 110, 0, 0];
        let picture = from_yuyv(&rows, 4, 2).unwrap();
        let near = |x, y, colour: [u8; 3]| {
            let seen = picture.get_pixel(x, y).0;
            assert!(seen.iter().zip(colour).all(|(a, b)| a.abs_diff(b) <= 2), "{seen:?}, not {colour:?}");
        };
        near(0, 0, [255, 255, 255]);
        near(1, 0, [0, 0, 0]);
        near(0, 1, [255, 0, 0]);
        near(3, 1, [0, 0, 255]);
    }

    #[test]
    fn a_short_yuyv_buffer_is_no_picture() {
        assert!(from_yuyv(&[16; 100], 64, 48).is_none());
        assert!(from_yuyv(&[], 64, 48).is_none());
    }

    #[test]
    fn one_colour_is_a_picture_only_where_a_lens_may_see_it() {
        let sent = |colour: [u8; 3]| {
            let bytes = jpeg(&RgbImage::from_pixel(64, 48, Rgb(colour)));
            offer(Mjpg, 64, 48, 30).picture(&bytes)
        };
        assert!(sent([0; 3]).is_some() && sent([18, 16, 20]).is_some(), "a covered lens");
        assert!(sent([255; 3]).is_some(), "a lamp");
        assert!(sent([0, 135, 0]).is_none() && sent([128; 3]).is_none());
        assert!(offer(Yuyv, 64, 48, 30).picture(&[0; 64 * 48 * 2]).is_none(), "nothing was written into it");
    }
}
