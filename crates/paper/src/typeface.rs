//! Atkinson Hyperlegible Next: measuring, wrapping and drawing lines of text, in dots.

use crate::{Bitmap, PaperError};
use ab_glyph::{Font, FontRef, GlyphId, Point, PxScale, ScaleFont, point};

/// The regular weight, as a TrueType file.
pub(crate) const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// The bold weight, as a TrueType file.
pub(crate) const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Height of capitals and digits, in em.
pub(crate) const CAP_HEIGHT: f32 = 0.668;

/// A blank at which no line ends.
const TIED: char = '\u{a0}';

/// Coverage from which a dot is black. Thermal paper blooms, so strokes are kept as they are, not fattened.
const BLACK: f32 = 0.5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A weight at a size; the size is the em square in dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub weight: Weight,
    pub em: f32,
    /// Width of the letters as a part of their own width: 1, or less where a number has to be high on narrow paper.
    pub narrow: f32,
}

impl Style {
    /// From baseline to baseline, in dots.
    pub fn line_height(self) -> u32 {
        (self.em * 1.26).round() as u32
    }
}

pub(crate) const fn regular(em: f32) -> Style {
    Style { weight: Weight::Regular, em, narrow: 1.0 }
}

pub(crate) const fn bold(em: f32) -> Style {
    Style { weight: Weight::Bold, em, narrow: 1.0 }
}

/// Both weights, ready to draw.
pub(crate) struct Typeface {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

impl Typeface {
    pub fn load() -> Result<Self, PaperError> {
        let read = |bytes| FontRef::try_from_slice(bytes).map_err(|_| PaperError::Typeface);
        Ok(Self { regular: read(REGULAR)?, bold: read(BOLD)? })
    }

    fn font(&self, weight: Weight) -> &FontRef<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Width of one line, in dots.
    pub fn width(&self, text: &str, style: Style) -> f32 {
        let font = self.font(style.weight).as_scaled(self.scale(style));
        let mut last: Option<GlyphId> = None;
        text.chars().fold(0.0, |width, char| {
            let id = font.glyph_id(char);
            let kern = last.replace(id).map_or(0.0, |last| font.kern(last, id));
            width + kern + font.h_advance(id)
        })
    }

    /// Draws one line with its baseline at `y`. Glyphs stand on whole dots, so that equal letters look equal.
    pub fn draw(&self, on: &mut Bitmap, x: f32, y: u32, text: &str, style: Style, black: bool) {
        let scale = self.scale(style);
        let font = self.font(style.weight);
        let scaled = font.as_scaled(scale);
        let mut pen = x;
        let mut last: Option<GlyphId> = None;
        for char in text.chars() {
            let id = scaled.glyph_id(char);
            pen += last.replace(id).map_or(0.0, |last| scaled.kern(last, id));
            let origin: Point = point(pen.round(), y as f32);
            if let Some(outline) = font.outline_glyph(id.with_scale_and_position(scale, origin)) {
                let corner = outline.px_bounds().min;
                outline.draw(|dx, dy, coverage| {
                    if coverage >= BLACK {
                        on.set(corner.x as i64 + i64::from(dx), corner.y as i64 + i64::from(dy), black);
                    }
                });
            }
            pen += scaled.h_advance(id);
        }
    }

    fn known(&self, text: &str, weight: Weight) -> String {
        let font = self.font(weight);
        let known = |c: char| match c {
            '\n' | TIED => c,
            c if c.is_whitespace() => ' ',
            c if font.glyph_id(c).0 == 0 => '?',
            c => c,
        };
        text.chars().map(known).collect()
    }

    /// Breaks text into lines no wider than `width`; a word that is wider by itself is broken where it must be.
    /// What the typeface lacks becomes `?`.
    pub fn wrap(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let mut lines = wrap(&self.known(text, style.weight), width, |line| self.width(line, style));
        lines.iter_mut().for_each(|line| *line = line.replace(TIED, " "));
        lines
    }

    /// As many lines as [`Typeface::wrap`] gives, of about the same width.
    pub fn balance(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let greedy = self.wrap(text, style, width);
        if greedy.len() < 2 || text.contains(TIED) {
            return greedy;
        }
        let narrower = (10..20).map(|part| self.wrap(text, style, width * part as f32 / 20.0));
        // Where a word had to be broken, the words are others.
        let same = |lines: &Vec<String>| lines.len() == greedy.len() && lines.join(" ") == greedy.join(" ");
        narrower.into_iter().find(same).unwrap_or_else(|| greedy.clone())
    }

    fn scale(&self, style: Style) -> PxScale {
        let font = self.font(style.weight);
        let units = font.units_per_em().unwrap_or(1000.0);
        let y = style.em * font.height_unscaled() / units;
        PxScale { x: y * style.narrow, y }
    }
}

/// Breaks text into lines for which `measure` gives no more than `width`. Line breaks in the text are kept.
pub(crate) fn wrap(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines = Vec::new();
    let parts = |c: char| c.is_whitespace() && c != TIED;
    for paragraph in text.lines() {
        let mut line = String::new();
        // What is tied is parted all the same before a word is broken.
        let words = paragraph.split(parts).flat_map(|word| {
            let tie = if measure(word) > width { TIED } else { '\n' };
            word.split(tie)
        });
        for word in words.filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if measure(&longer) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = break_word(word, width, &measure, &mut lines);
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// Pushes the full lines of a word and returns what is left of it.
fn break_word(word: &str, width: f32, measure: &impl Fn(&str) -> f32, lines: &mut Vec<String>) -> String {
    let mut piece = String::new();
    for char in word.chars() {
        piece.push(char);
        if piece.chars().count() > 1 && measure(&piece) > width {
            piece.pop();
            lines.push(std::mem::replace(&mut piece, char.to_string()));
        }
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_paper_and_no_letter_is_lost() {
        let face = Typeface::load().unwrap();
        let text = "Datang kembali Senin pukul 09.00 pertanggungjawabankesejahteraanketenagakerjaan\nselesai";
        for width in [60.0, 200.0, 368.0, 576.0] {
            let lines = face.wrap(text, regular(34.0), width);
            assert!(lines.iter().all(|line| face.width(line, regular(34.0)) <= width), "{lines:?}");
            let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text));
        }
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        let lines = wrap("satu dua tiga", 8.0, |line| line.chars().count() as f32);
        assert_eq!(lines, ["satu dua", "tiga"]);
    }

    #[test]
    fn what_is_tied_is_parted_only_where_it_does_not_fit() {
        let lines = |width| wrap("Senin, 14\u{a0}Mei", width, |line| line.chars().count() as f32);
        assert_eq!(lines(10.0), ["Senin,", "14\u{a0}Mei"]);
        assert_eq!(lines(5.0), ["Senin", ", 14", "Mei"]);
    }

    #[test]
    fn a_letter_wider_than_the_paper_still_ends() {
        assert_eq!(wrap("abc", 0.5, |line| line.chars().count() as f32), ["a", "b", "c"]);
    }

    #[test]
    fn lines_of_one_length_break_no_word() {
        let face = Typeface::load().unwrap();
        let (text, style) = ("GRATIS. Ngatos-atos calo.", bold(32.0));
        let widest = |lines: &[String]| lines.iter().map(|line| face.width(line, style)).fold(0.0, f32::max);
        let (greedy, even) = (face.wrap(text, style, 340.0), face.balance(text, style, 340.0));
        assert!(even.len() == greedy.len() && widest(&even) < widest(&greedy), "{even:?}");
        assert_eq!(face.balance("Senin, 14\u{a0}September\u{a0}2026", bold(84.0), 574.0)[0], "Senin, 14");
    }

    #[test]
    fn pairs_are_kerned() {
        let face = Typeface::load().unwrap();
        let style = bold(100.0);
        assert!(face.width("AV", style) < face.width("A", style) + face.width("V", style));
    }

    #[test]
    fn capitals_are_as_high_as_stated() {
        let face = Typeface::load().unwrap();
        let mut bitmap = Bitmap::new(128);
        bitmap.grow(128);
        face.draw(&mut bitmap, 0.0, 110, "H", bold(100.0), true);
        let inked: Vec<u32> = (0..128).filter(|y| (0..128).any(|x| bitmap.get(x, *y))).collect();
        assert!((inked.len() as f32 - 100.0 * CAP_HEIGHT).abs() <= 1.0, "{}", inked.len());
    }
}
