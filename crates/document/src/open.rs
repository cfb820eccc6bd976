//! Files that come from elsewhere become pictures, or an error.

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};
use std::io::Cursor;

/// Largest picture that is opened, in pixels: a small file can claim to be a huge one.
pub const MAX_PIXELS: u64 = 50_000_000;

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

/// The picture in a JPEG or PNG file, turned as its EXIF orientation says. A file that is cut short is damaged,
/// even where some of it could be shown.
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
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(DecodeError::TooLarge { width, height });
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture.into_rgb8())
}

/// Whether a JPEG has its end marker after its last scan began; decoders fill up what is missing with grey.
fn ends(jpeg: &[u8]) -> bool {
    let last = |marker: u8| jpeg.windows(2).rposition(|pair| pair == [0xff, marker]);
    match (last(0xda), last(0xd9)) {
        (Some(scan), Some(end)) => scan < end,
        _ => false,
    }
}
