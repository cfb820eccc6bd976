//! The claim packet: all that a customer-service officer needs of one claim, as one PDF file.

mod flow;

use crate::PaperError;
use crate::pdf::{self, About};
use flow::Flow;
use krilla::image::Image;

/// A claim on paper. Holds personal data, so it does not print itself.
#[derive(Clone)]
pub struct Packet {
    /// BCP 47 language of all the words, such as `id`.
    pub language: String,
    /// When it is made; the archive wants that in the file, to the second.
    pub made: jiff::Zoned,
    /// What it is.
    pub title: String,
    /// Whose kiosk made it, and when.
    pub subtitle: String,
    /// The number that is called, large at the top: label and value.
    pub number: (String, String),
    /// What to see first: label and value.
    pub facts: Vec<(String, String)>,
    /// What has to be looked at, on the cover.
    pub to_check: Vec<Section>,
    /// What the list of completeness is called.
    pub completeness_title: String,
    /// What is there and what is not.
    pub completeness: Vec<Line>,
    /// What the verifications are called.
    pub verification_title: String,
    /// Verifications, one beside the other, left to be ticked and signed on the cover.
    pub verifications: Vec<Verification>,
    /// The answers, on a page after the cover.
    pub sections: Vec<Section>,
    /// The documents, each on a page of its own.
    pub pages: Vec<PacketPage>,
    /// At the foot of every page, beside its number.
    pub footer: String,
}

/// One line of the list of completeness.
#[derive(Clone)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// How it stands, in words.
    pub state: String,
    /// Whether that is as it should be.
    pub ok: bool,
}

/// An officer's look at the whole claim, to be ticked and signed by hand.
#[derive(Clone)]
pub struct Verification {
    /// Who verifies.
    pub title: String,
    /// What there is to tick.
    pub choices: Vec<String>,
    /// What there is to write, each on a line of its own.
    pub lines: Vec<String>,
}

/// Answers about one subject.
#[derive(Clone)]
pub struct Section {
    /// The subject.
    pub title: String,
    /// Label and value.
    pub rows: Vec<(String, String)>,
}

/// A captured page of a document.
#[derive(Clone)]
pub struct PacketPage {
    /// Which document, and which page of it.
    pub title: String,
    /// What to know about it.
    pub note: Option<String>,
    /// The picture, upright; it goes into the file as it is. Wide pictures get a landscape page.
    pub jpeg: Vec<u8>,
}

impl Packet {
    /// As a PDF file: A4, the summary first, then the documents; tagged for screen readers (PDF/UA-1) and fit for the
    /// archive (PDF/A-2a). The same packet gives the same bytes. Characters that the typeface lacks become `?`.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let pictures = self
            .pages
            .iter()
            .enumerate()
            .map(|(index, page)| picture(index, &page.jpeg))
            .collect::<Result<Vec<_>, _>>()?;
        let mut flow = Flow::begin(&self.title)?;
        flow.cover(&self.title, &self.subtitle, &self.number, &self.facts);
        flow.completeness(&self.completeness_title, &self.completeness);
        for section in &self.to_check {
            flow.section(&section.title, &section.rows);
        }
        flow.verifications(&self.verification_title, &self.verifications);
        if !self.sections.is_empty() {
            flow.next_page();
        }
        for section in &self.sections {
            flow.section(&section.title, &section.rows);
        }
        for (index, (page, image)) in self.pages.iter().zip(&pictures).enumerate() {
            flow.document(index, &page.title, page.note.as_deref(), image.size());
        }
        let about = About { title: &self.title, language: &self.language, made: pdf::zoned(&self.made) };
        pdf::write(&flow.finish(&self.footer), 1.0, &about, pictures)
    }
}

/// Checks what the PDF reader will only find out much later: that the picture is there, to its end.
pub(crate) fn picture(index: usize, jpeg: &[u8]) -> Result<Image, PaperError> {
    let wrong = |reason: &str| PaperError::Picture { index, reason: reason.to_owned() };
    if !jpeg.starts_with(&[0xFF, 0xD8]) {
        return Err(wrong("it does not begin like one"));
    }
    if !jpeg.ends_with(&[0xFF, 0xD9]) {
        return Err(wrong("its end is missing"));
    }
    let image = Image::from_jpeg(jpeg.to_vec().into(), false).map_err(|reason| wrong(&reason))?;
    let (width, height) = image.size();
    if width == 0 || height == 0 {
        return Err(wrong("it is empty"));
    }
    Ok(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey JPEG of one block, 8 by 8 dots.
    fn smallest() -> Vec<u8> {
        let mut file = Vec::new();
        let grey = image::GrayImage::from_pixel(8, 8, image::Luma([128]));
        grey.write_with_encoder(image::codecs::jpeg::JpegEncoder::new(&mut file)).unwrap();
        file
    }

    fn check(jpeg: Vec<u8>) -> Result<Image, PaperError> {
        picture(3, &jpeg)
    }

    #[test]
    fn a_picture_that_stops_anywhere_is_named() {
        let whole = smallest();
        assert_eq!(check(whole.clone()).unwrap().size(), (8, 8));
        for end in 0..whole.len() {
            assert!(
                matches!(check(whole[..end].to_vec()), Err(PaperError::Picture { index: 3, .. })),
                "{end}"
            );
        }
    }

    #[test]
    fn damage_anywhere_is_an_error_or_a_picture() {
        let whole = smallest();
        for (at, flip) in (0..whole.len()).flat_map(|at| [(at, 0x01), (at, 0xA5), (at, 0xFF)]) {
            let mut damaged = whole.clone();
            damaged[at] ^= flip;
            assert!(matches!(check(damaged), Ok(_) | Err(PaperError::Picture { index: 3, .. })));
        }
    }
}
