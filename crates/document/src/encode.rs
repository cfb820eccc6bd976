//! Pictures become files of a limited size.

use image::{RgbImage, imageops};
use jpeg_encoder::{ColorType, Encoder, EncodingError};
use std::borrow::Cow;

/// Qualities that are tried at each size before the picture is made smaller.
const QUALITIES: [u8; 5] = [95, 90, 82, 74, 66];
/// How much smaller the next size is.
const SHRINK: f64 = 0.82;
/// Below this many pixels on the shorter side nothing can be read any more.
const SMALLEST: u32 = 120;
const PREVIEW_QUALITY: u8 = 75;

/// A page as it is kept and delivered. It carries no metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// The JPEG file.
    pub jpeg: Vec<u8>,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Page({} × {}, {} bytes)", self.width, self.height, self.jpeg.len())
    }
}

/// Why a picture did not become a page.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The picture has no pixels.
    #[error("the picture is empty")]
    Empty,
    /// The page would have to be so small that nothing could be read.
    #[error("no readable page fits into {0} bytes")]
    LimitTooSmall(u64),
    /// The encoder refused.
    #[error("the picture cannot be encoded")]
    Encoder(#[from] EncodingError),
}

/// The picture as JPEG of at most `limit_bytes`: at the best quality that fits, and smaller only where no quality
/// does.
pub fn encode_page(picture: &RgbImage, limit_bytes: u64) -> Result<Page, EncodeError> {
    if picture.width() == 0 || picture.height() == 0 {
        return Err(EncodeError::Empty);
    }
    let mut sized = Cow::Borrowed(picture);
    let mut scale = longest_side_fits(picture);
    loop {
        if scale < 1.0 {
            let shrunk = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
            let (width, height) = (shrunk(picture.width()), shrunk(picture.height()));
            if width.min(height) < SMALLEST.min(picture.width()).min(picture.height()) {
                return Err(EncodeError::LimitTooSmall(limit_bytes));
            }
            sized = Cow::Owned(imageops::resize(picture, width, height, imageops::FilterType::Triangle));
        }
        for quality in QUALITIES {
            let jpeg = jpeg(&sized, quality)?;
            if jpeg.len() as u64 <= limit_bytes {
                return Ok(Page { jpeg, width: sized.width(), height: sized.height() });
            }
        }
        scale *= SHRINK;
    }
}

/// A small JPEG for the live view and for thumbnails, at most `max_width` pixels wide. It is shrunk by a whole
/// factor, so it may be narrower; only a strip with fewer rows than that factor stays wider. An empty picture gives
/// no bytes.
pub fn preview(picture: &RgbImage, max_width: u32) -> Vec<u8> {
    let factor = picture.width().div_ceil(max_width.max(1)).min(picture.height()).max(1);
    let small =
        if factor == 1 { Cow::Borrowed(picture) } else { Cow::Owned(shrunk(picture, factor as usize)) };
    jpeg(&small, PREVIEW_QUALITY).unwrap_or_default()
}

/// Each block of `factor` × `factor` pixels becomes their mean. Of large blocks a grid of 4 × 4 is enough.
fn shrunk(picture: &RgbImage, factor: usize) -> RgbImage {
    let (width, height) = (picture.width() as usize / factor, picture.height() as usize / factor);
    let source = picture.as_raw();
    let row_bytes = picture.width() as usize * 3;
    let step = factor.div_ceil(4);
    let taken: Vec<usize> = (0..factor).step_by(step).collect();
    let count = (taken.len() * taken.len()) as u32;
    let mut small = RgbImage::new(width as u32, height as u32);
    let mut sums = vec![0_u32; width * 3];
    for (y, target) in small.chunks_exact_mut((width * 3).max(1)).enumerate() {
        sums.fill(0);
        for dy in &taken {
            let row = &source[(y * factor + dy) * row_bytes..][..width * factor * 3];
            for (sum, block) in sums.chunks_exact_mut(3).zip(row.chunks_exact(factor * 3)) {
                for pixel in block.chunks_exact(3).step_by(step) {
                    sum[0] += u32::from(pixel[0]);
                    sum[1] += u32::from(pixel[1]);
                    sum[2] += u32::from(pixel[2]);
                }
            }
        }
        for (byte, sum) in target.iter_mut().zip(&sums) {
            *byte = ((sum + count / 2) / count) as u8;
        }
    }
    small
}

/// 1, or what makes the longest side fit into a JPEG.
fn longest_side_fits(picture: &RgbImage) -> f64 {
    (f64::from(u16::MAX) / f64::from(picture.width().max(picture.height()))).min(1.0)
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::with_capacity(picture.as_raw().len() / 8);
    let encoder = Encoder::new(&mut bytes, quality);
    // Sides beyond 65 535 were shrunk before; the encoder refuses what does not fit its data.
    encoder.encode(picture, picture.width() as u16, picture.height() as u16, ColorType::Rgb)?;
    Ok(bytes)
}
