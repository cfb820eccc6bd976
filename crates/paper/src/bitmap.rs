//! Black dots on receipt paper, and the two ways out: ESC/POS for the printer, PNG for the eye.

use crate::PaperError;
use crate::laid::{Ink, Mark, dark};
use crate::typeface::Typeface;

/// Dots a millimetre of the usual receipt printer (203 dpi).
const DOTS_PER_METRE: u32 = 7992;
/// Rows of a raster band: small buffers of cheap printers take no more at once.
const BAND: usize = 255;

/// How a printer cuts a slip off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// All but a corner.
    Corner,
    /// Through.
    Full,
    /// Not: it has no blade.
    None,
}

/// A picture of black and white dots, as wide as the print head.
#[derive(Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: u32,
    /// Rows of `width / 8` bytes, the leftmost dot in the highest bit, 1 is black.
    rows: Vec<u8>,
}

impl Bitmap {
    /// Without any row; `width` in dots is a multiple of 8.
    pub(crate) fn new(width: u32) -> Self {
        Self { width: width / 8 * 8, rows: Vec::new() }
    }

    /// Width in dots.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in dots.
    pub fn height(&self) -> u32 {
        (self.rows.len() / self.stride()) as u32
    }

    /// Whether the dot is black; white outside.
    pub fn get(&self, x: u32, y: u32) -> bool {
        x < self.width && y < self.height() && self.rows[self.byte(x, y)] & (0x80 >> (x % 8)) != 0
    }

    fn stride(&self) -> usize {
        self.width.max(8) as usize / 8
    }

    fn byte(&self, x: u32, y: u32) -> usize {
        y as usize * self.stride() + x as usize / 8
    }

    /// Makes the paper at least this long.
    pub(crate) fn grow(&mut self, height: u32) {
        let bytes = height as usize * self.stride();
        if self.rows.len() < bytes {
            self.rows.resize(bytes, 0);
        }
    }

    /// Colours a dot; nothing outside.
    pub(crate) fn set(&mut self, x: i64, y: i64, black: bool) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= self.width || y >= self.height() {
            return;
        }
        let byte = self.byte(x, y);
        let bit = 0x80 >> (x % 8);
        if black {
            self.rows[byte] |= bit;
        } else {
            self.rows[byte] &= !bit;
        }
    }

    /// Colours a rectangle.
    pub(crate) fn fill(&mut self, x: u32, y: u32, width: u32, height: u32, black: bool) {
        for y in y..y + height {
            for x in x..x + width {
                self.set(i64::from(x), i64::from(y), black);
            }
        }
    }

    /// Draws what has been laid out in dots. Slips have no pictures and no coloured signs.
    pub(crate) fn paint(&mut self, face: &Typeface, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Text { x, baseline, text, style, ink, .. } => {
                    face.draw(self, *x, *baseline as u32, text, *style, is_black(*ink));
                }
                Mark::Box { x, y, width, height, ink } => {
                    let [x, y, width, height] = [x, y, width, height].map(|dots| *dots as u32);
                    self.fill(x, y, width, height, is_black(*ink));
                }
                Mark::Disc { x, y, radius, ink } => self.disc((*x, *y), *radius, is_black(*ink)),
                Mark::Tick { x, y, size, ink } => {
                    let at = |right: f32, down: f32| (x + size * right, y + size * down);
                    let (begin, turn, end) = (at(0.16, 0.52), at(0.40, 0.76), at(0.84, 0.26));
                    self.stroke(begin, turn, size * 0.09, is_black(*ink));
                    self.stroke(turn, end, size * 0.09, is_black(*ink));
                }
                Mark::Code { x, y, module, code, .. } => {
                    let module = *module as u32;
                    for (column, row) in dark(code) {
                        let (left, top) =
                            (*x as u32 + column as u32 * module, *y as u32 + row as u32 * module);
                        self.fill(left, top, module, module, true);
                    }
                }
                Mark::Sign { .. } | Mark::Picture { .. } => {}
            }
        }
    }

    fn disc(&mut self, (x, y): (f32, f32), radius: f32, black: bool) {
        let reach = radius.ceil() as i64;
        let (cx, cy) = (x.round() as i64, y.round() as i64);
        for dy in -reach..=reach {
            for dx in -reach..=reach {
                if (dx * dx + dy * dy) as f32 <= radius * radius {
                    self.set(cx + dx, cy + dy, black);
                }
            }
        }
    }

    /// A line with round ends, drawn with a pen of that radius.
    fn stroke(&mut self, from: (f32, f32), to: (f32, f32), radius: f32, black: bool) {
        let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0);
        for step in 0..=steps as u32 {
            let part = step as f32 / steps;
            self.disc((from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part), radius, black);
        }
    }

    /// As a PNG picture at 203 dpi, with the margins that the paper has beside the print head.
    pub fn png(&self) -> Result<Vec<u8>, PaperError> {
        // 576 dots stand on 640 of 80 mm, 384 on 464 of 58 mm, 1280 on 1680 of A4.
        let side = match self.width {
            ..=400 => 40,
            401..=600 => 32,
            _ => 200,
        };
        let (top, bottom) = (32, 40);
        let stride = self.stride() + side / 4;
        let height = self.height() as usize + top + bottom;
        let mut data = vec![0xFF; stride * height];
        for (y, row) in self.rows.chunks_exact(self.stride()).enumerate() {
            let start = (y + top) * stride + side / 8;
            for (to, from) in data[start..].iter_mut().zip(row) {
                *to = !from;
            }
        }
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, stride as u32 * 8, height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder.set_compression(png::Compression::Fast);
        let dots =
            png::PixelDimensions { xppu: DOTS_PER_METRE, yppu: DOTS_PER_METRE, unit: png::Unit::Meter };
        encoder.set_pixel_dims(Some(dots));
        let wrong = |error: png::EncodingError| PaperError::File(error.to_string());
        let mut writer = encoder.write_header().map_err(wrong)?;
        writer.write_image_data(&data).map_err(wrong)?;
        writer.finish().map_err(wrong)?;
        Ok(file)
    }

    /// As [`Bitmap::escpos_cut`] for most printers.
    pub fn escpos(&self) -> Vec<u8> {
        self.escpos_cut(3, Cut::Corner)
    }

    /// As ESC/POS: initialise, raster bands, feed past the blade by so many lines, cut.
    pub fn escpos_cut(&self, feed_lines: u8, cut: Cut) -> Vec<u8> {
        let mut bytes = b"\x1b@".to_vec();
        for band in self.rows.chunks(BAND * self.stride()) {
            bytes.extend(b"\x1dv0\0");
            bytes.extend((self.stride() as u16).to_le_bytes());
            bytes.extend(((band.len() / self.stride()) as u16).to_le_bytes());
            bytes.extend(band);
        }
        bytes.extend([0x1B, b'd', feed_lines]);
        match cut {
            Cut::Corner => bytes.extend(b"\x1dV\x42\0"),
            Cut::Full => bytes.extend(b"\x1dV\x41\0"),
            Cut::None => {}
        }
        bytes
    }
}

fn is_black(ink: Ink) -> bool {
    ink != Ink::Paper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leftmost_dot_is_the_highest_bit() {
        let mut bitmap = Bitmap::new(16);
        bitmap.grow(1);
        bitmap.set(0, 0, true);
        bitmap.set(9, 0, true);
        assert_eq!(bitmap.rows, [0x80, 0x40]);
        bitmap.set(0, 0, false);
        assert_eq!(bitmap.rows, [0x00, 0x40]);
    }

    #[test]
    fn dots_outside_the_paper_are_ignored() {
        let mut bitmap = Bitmap::new(16);
        bitmap.grow(2);
        for (x, y) in [(-1, 0), (16, 0), (0, -1), (0, 2)] {
            bitmap.set(x, y, true);
        }
        assert!(bitmap.rows.iter().all(|byte| *byte == 0));
    }
}
