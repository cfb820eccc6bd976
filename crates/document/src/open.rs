//! Files that come from elsewhere become pictures, or an error.

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage};
use std::io::Cursor;

/// Largest picture that is opened, in pixels: a small file can claim to be a huge one.
pub const MAX_PIXELS: u64 = 50_000_000;
/// Most memory that a picture may take as its file has it: 16-bit colours with transparency take eight bytes a pixel.
const MAX_BYTES: u64 = 4 * MAX_PIXELS;

/// Why bytes are not a picture.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Neither JPEG nor PNG.
    #[error("neither a JPEG nor a PNG file")]
    UnknownFormat,
    /// More than [`MAX_PIXELS`].
    #[error("{width} × {height} pixels are too many")]
    TooLarge {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// Damaged or cut short.
    #[error("the picture is damaged")]
    Damaged(#[source] Option<image::ImageError>),
}

/// The picture in a JPEG or PNG file, turned as its EXIF orientation says. What is transparent lies on white paper; of
/// an animation it is the first picture. A file that is cut short is damaged, even where some of it could be shown.
pub fn decode(bytes: &[u8]) -> Result<RgbImage, DecodeError> {
    let damaged = |error| DecodeError::Damaged(Some(error));
    let format = match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png)) => format,
        _ => return Err(DecodeError::UnknownFormat),
    };
    if format == ImageFormat::Jpeg && !ends(bytes) {
        return Err(DecodeError::Damaged(None));
    }
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_BYTES {
        return Err(DecodeError::TooLarge { width, height });
    }
    // A picture that does not tell how it is turned is upright.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(orientation);
    Ok(on_paper(picture))
}

fn on_paper(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut paper = RgbImage::new(picture.width(), picture.height());
    for (paper, pixel) in paper.pixels_mut().zip(picture.pixels()) {
        let [r, g, b, alpha] = pixel.0.map(u32::from);
        *paper = Rgb([r, g, b].map(|value| ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8));
    }
    paper
}

/// Whether a JPEG goes on to its end marker; decoders fill up what is missing with grey. Segments are stepped over, so
/// that a small picture inside does not count, and telephones may put what they like behind the end.
fn ends(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let Some(at) = rest.iter().position(|byte| *byte == 0xff) {
        rest = &rest[at..];
        let length = match rest {
            [_, 0xd9, ..] => return true,
            // Padding; a byte of data; markers without a segment.
            [_, 0xff, ..] => 1,
            [_, 0x00 | 0x01 | 0xd0..=0xd8, ..] => 2,
            [_, _, high, low, ..] => 2 + usize::from(u16::from_be_bytes([*high, *low])),
            _ => return false,
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    false
}
