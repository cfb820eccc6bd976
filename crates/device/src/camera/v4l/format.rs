//! Formats of cameras: which to ask for, and how to read their pictures.

use image::RgbImage;
use nokhwa::utils::{CameraFormat, FrameFormat, Resolution};
use std::cmp::Reverse;

/// Enough for an A4 sheet; more only costs time.
const FULL: u64 = 1920 * 1080;
/// Enough to look fluent; more only costs time.
const FLUENT: u32 = 30;

/// How pictures are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// A JPEG file each.
    Mjpg,
    /// Two pixels in four bytes: luma, blue, luma, red.
    Yuyv,
}

impl Coding {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Mjpg, Self::Yuyv];

    /// As the camera library calls it.
    pub(super) fn format(self) -> FrameFormat {
        match self {
            Self::Mjpg => FrameFormat::MJPEG,
            Self::Yuyv => FrameFormat::YUYV,
        }
    }

    /// As Video4Linux calls it.
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
            Reverse(self.per_second.abs_diff(FLUENT)),
        )
    }

    /// As the camera library calls it.
    pub(super) fn format(&self) -> CameraFormat {
        CameraFormat::new(Resolution::new(self.width, self.height), self.coding.format(), self.per_second)
    }
}

/// Picture of an MJPG buffer. What follows the last end marker is left over from larger pictures.
pub(super) fn from_mjpg(buffer: &[u8]) -> Option<RgbImage> {
    let end = buffer.windows(2).rposition(|pair| pair == [0xff, 0xd9])?;
    document::decode(&buffer[..end + 2]).ok()
}

/// Picture of a YUYV buffer (BT.601, 16–235), whose rows are not padded.
pub(super) fn from_yuyv(buffer: &[u8], width: u32, height: u32) -> Option<RgbImage> {
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
    fn a_fluent_rate_is_asked_for_and_no_more() {
        let rates = [60, 5, 30, 15, 30_000].map(|per_second| offer(Coding::Mjpg, 1920, 1080, per_second));
        assert_eq!(best(&rates).per_second, 30);
        assert_eq!(best(&rates[..2]).per_second, 60);
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
}
