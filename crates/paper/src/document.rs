//! A document of several pages as one file, as portals take it.

use crate::PaperError;
use crate::packet::picture;
use krilla::Document;
use krilla::geom::{Size, Transform};
use krilla::page::PageSettings;

/// A4 in points.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;

/// What a file takes around each picture, in bytes; it is about 1000.
const AROUND: u64 = 4096;

/// Largest picture, in bytes, with which a document of so many pages is a file of at most `file` bytes.
pub fn page_limit(file: u64, pages: u32) -> u64 {
    (file / u64::from(pages.max(1))).saturating_sub(AROUND)
}

/// The pages of one document, JPEG files, as a PDF file: A4, each picture as large as it fits, as it is. The same
/// pages give the same bytes.
pub fn document_pdf(pages: &[Vec<u8>]) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::new();
    for (index, jpeg) in pages.iter().enumerate() {
        let image = picture(index, jpeg)?;
        let (width, height) = (image.size().0 as f32, image.size().1 as f32);
        let (wide, high) = if width > height { (LONG, SHORT) } else { (SHORT, LONG) };
        let scale = (wide / width).min(high / height);
        let (width, height) = (width * scale, height * scale);
        let wrong = || PaperError::File("a page without size".to_owned());
        let settings = PageSettings::from_wh(wide, high).ok_or_else(wrong)?;
        let size = Size::from_wh(width, height).ok_or_else(wrong)?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        surface.push_transform(&Transform::from_translate((wide - width) / 2.0, (high - height) / 2.0));
        surface.draw_image(image, size);
        surface.pop();
        surface.finish();
        sheet.finish();
    }
    document.finish().map_err(|error| PaperError::File(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_there_and_a_damaged_one_is_named() {
        let mut jpeg = vec![];
        let grey = image::GrayImage::from_pixel(16, 24, image::Luma([128]));
        grey.write_with_encoder(image::codecs::jpeg::JpegEncoder::new(&mut jpeg)).unwrap();
        let pdf = document_pdf(&[jpeg.clone(), jpeg.clone(), jpeg.clone()]).unwrap();
        let text = String::from_utf8_lossy(&pdf);
        assert!(pdf.starts_with(b"%PDF") && text.contains("/Count 3"));
        let cut = jpeg[..jpeg.len() / 2].to_vec();
        assert!(matches!(document_pdf(&[jpeg, cut]), Err(PaperError::Picture { index: 1, .. })));
    }
}
