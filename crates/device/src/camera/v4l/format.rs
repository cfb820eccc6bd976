//! Formats of cameras: which to ask for, and how to read their pictures.

use image::RgbImage;
use std::cmp::Reverse;

/// Enough for an A4 sheet; more only costs time.
const FULL: u64 = 1920 * 1080;
/// What is asked of cameras that take any size.
const USUAL: [(u32, u32); 5] = [(1920, 1080), (1600, 1200), (1280, 720), (1024, 768), (640, 480)];

/// How pictures are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// A JPEG file each.
    Mjpg,
    /// Two pixels in four bytes: luma, blue, luma, red.
    Yuyv,
}

impl Coding {
    pub(super) fn of(code: [u8; 4]) -> Option<Self> {
        match &code {
            b"MJPG" | b"JPEG" => Some(Self::Mjpg),
            b"YUYV" => Some(Self::Yuyv),
            _ => None,
        }
    }

    pub(super) fn code(self) -> [u8; 4] {
        match self {
            Self::Mjpg => *b"MJPG",
            Self::Yuyv => *b"YUYV",
        }
    }
}

/// A format that a camera offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) coding: Coding,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) per_second: u32,
}

impl Offer {
    /// The higher the better: a live picture first, then size up to full HD, fluent, no larger than needed, MJPG.
    pub(super) fn rank(&self) -> impl Ord + use<> {
        let area = u64::from(self.width) * u64::from(self.height);
        let mjpg = self.coding == Coding::Mjpg;
        (
            self.per_second >= 8,
            area.min(FULL),
            self.per_second >= 15,
            Reverse(area),
            mjpg,
            self.per_second.min(30),
        )
    }
}

/// The usual sizes that lie on a camera's grid of sizes, and its largest.
pub(super) fn sizes_between(least: (u32, u32), most: (u32, u32), step: (u32, u32)) -> Vec<(u32, u32)> {
    let on_grid = |side: u32, least: u32, most: u32, step: u32| {
        (least..=most).contains(&side) && (side - least).is_multiple_of(step.max(1))
    };
    let usual = USUAL.into_iter().filter(|(width, height)| {
        on_grid(*width, least.0, most.0, step.0) && on_grid(*height, least.1, most.1, step.1)
    });
    usual.chain([most]).collect()
}

/// Picture of an MJPG buffer. What follows the last end marker is left over from larger pictures.
pub(super) fn from_mjpg(buffer: &[u8]) -> Option<RgbImage> {
    let end = buffer.windows(2).rposition(|pair| pair == [0xff, 0xd9])?;
    document::decode(&buffer[..end + 2]).ok()
}

/// Picture of a YUYV buffer (BT.601, 16–235), `stride` bytes a row; 0 stands for rows without padding.
pub(super) fn from_yuyv(buffer: &[u8], width: u32, height: u32, stride: usize) -> Option<RgbImage> {
    let row_bytes = width as usize * 2;
    let stride = stride.max(row_bytes);
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height as usize {
        let row = buffer.get(y * stride..y * stride + row_bytes)?;
        for pair in row.chunks_exact(4) {
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
    }
    RgbImage::from_raw(width, height, pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    fn offer(coding: Coding, width: u32, height: u32, per_second: u32) -> Offer {
        Offer { coding, width, height, per_second }
    }

    fn best(offers: &[Offer]) -> Offer {
        *offers.iter().max_by_key(|offer| offer.rank()).unwrap()
    }

    #[test]
    fn full_hd_that_moves_is_asked_for() {
        use Coding::{Mjpg, Yuyv};
        let webcam = [
            offer(Yuyv, 640, 480, 30),
            offer(Yuyv, 1920, 1080, 5),
            offer(Mjpg, 1280, 720, 30),
            offer(Mjpg, 1920, 1080, 30),
            offer(Mjpg, 3840, 2160, 30),
        ];
        assert_eq!(best(&webcam), offer(Mjpg, 1920, 1080, 30));
        assert_eq!(best(&webcam[..3]), offer(Mjpg, 1280, 720, 30));
        assert_eq!(best(&webcam[..2]), offer(Yuyv, 640, 480, 30));
        assert_eq!(best(&[offer(Yuyv, 1280, 720, 30), offer(Mjpg, 1280, 720, 30)]).coding, Mjpg);
        // A document camera that has only large sizes, or only slow ones.
        assert_eq!(best(&[offer(Mjpg, 640, 480, 30), offer(Mjpg, 4160, 3120, 10)]).width, 4160);
        assert_eq!(best(&[offer(Yuyv, 320, 240, 5), offer(Yuyv, 1600, 1200, 5)]).width, 1600);
    }

    #[test]
    fn cameras_of_any_size_are_asked_for_a_usual_one() {
        assert_eq!(
            sizes_between((2, 1), (8192, 8192), (2, 1)),
            [(1920, 1080), (1600, 1200), (1280, 720), (1024, 768), (640, 480), (8192, 8192)]
        );
        assert_eq!(sizes_between((160, 120), (800, 600), (16, 16)), [(800, 600)]);
        assert_eq!(sizes_between((160, 120), (800, 600), (0, 0)), [(640, 480), (800, 600)]);
    }

    #[test]
    fn an_mjpg_buffer_is_cut_at_its_last_end_marker() {
        let picture = RgbImage::from_pixel(64, 48, Rgb([200, 40, 40]));
        let mut buffer = document::encode_page(&picture, 100_000).unwrap().jpeg;
        buffer.resize(20_000, 0);
        assert_eq!(from_mjpg(&buffer).unwrap().dimensions(), (64, 48));
        assert!(from_mjpg(&[0; 5000]).is_none());
        assert!(from_mjpg(&[0xff, 0xd8, 0xff, 0xd9]).is_none());
        assert!(from_mjpg(&[]).is_none());
    }

    #[test]
    fn yuyv_becomes_the_colours_it_stands_for() {
        // Rows of four pixels, with two bytes of padding: white and black, then red and blue (BT.601).
        let rows = [235, 128, 16, 128, 235, 128, 16, 128, 0, 0, 81, 90, 81, 240, 41, 240, 41, 110, 0, 0];
        let picture = from_yuyv(&rows, 4, 2, 10).unwrap();
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
        assert!(from_yuyv(&[16; 100], 64, 48, 0).is_none());
        assert!(from_yuyv(&[], 64, 48, 128).is_none());
    }
}
