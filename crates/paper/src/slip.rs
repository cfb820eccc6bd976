//! Receipts: ticket, what-to-bring slip, resume slip. A slip is a list of blocks, set one below the other.

use crate::typeface::{CAP_HEIGHT, Style, Typeface, bold, regular};
use crate::{Bitmap, PaperError};
use qrcode::{EcLevel, QrCode};

/// Width of receipt paper at 203 dpi.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 80 mm, of which 576 dots print.
    Mm80,
    /// 58 mm, of which 384 dots print.
    Mm58,
}

impl Width {
    /// Printable dots.
    pub fn dots(self) -> u32 {
        match self {
            Width::Mm80 => 576,
            Width::Mm58 => 384,
        }
    }
}

/// What stands on a receipt, from the top down.
#[derive(Clone)]
pub struct Slip {
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// One thing on a receipt. Empty texts take no room.
#[derive(Clone)]
pub enum Block {
    /// Whose paper this is.
    Brand {
        /// Name of the kiosk.
        product: String,
        /// Name of the branch.
        branch: String,
    },
    /// What the paper is.
    Title(String),
    /// The number that is called, as large as the paper allows.
    Number {
        /// What the number is.
        label: String,
        /// The number, such as `A-012`.
        value: String,
    },
    /// A fact, such as the day to come.
    Field {
        /// What it is.
        label: String,
        /// It.
        value: String,
    },
    /// A paragraph.
    Text(String),
    /// A list of points.
    Bullets {
        /// What they are.
        heading: String,
        /// The points.
        lines: Vec<String>,
    },
    /// A list with a box to tick before each line, such as what to bring.
    Checklist {
        /// What it is for.
        heading: String,
        /// The things.
        lines: Vec<String>,
    },
    /// A warning that stands out.
    Notice {
        /// White on black.
        title: String,
        /// Below it, in a frame.
        text: String,
    },
    /// A QR code of at least 25 mm.
    Qr {
        /// What the code says.
        data: String,
        /// What it is for.
        caption: String,
    },
    /// A code to type.
    Code {
        /// What it is.
        label: String,
        /// The code.
        value: String,
    },
    /// A line across.
    Rule,
    /// Fine print; still 3 mm high.
    Small(String),
}

/// Sizes in dots that differ with the paper.
struct Sizes {
    product: Style,
    title: Style,
    heading: Style,
    text: Style,
    strong: Style,
    label: Style,
    small: Style,
    code: f32,
    number: f32,
    /// Least width of a code without its quiet zone.
    qr: u32,
}

const WIDE: Sizes = Sizes {
    product: bold(40.0),
    title: bold(50.0),
    heading: bold(36.0),
    text: regular(35.0),
    strong: bold(42.0),
    label: regular(30.0),
    small: regular(27.0),
    code: 62.0,
    number: 230.0,
    qr: 224,
};

const NARROW: Sizes = Sizes {
    product: bold(34.0),
    title: bold(42.0),
    heading: bold(32.0),
    text: regular(31.0),
    strong: bold(36.0),
    label: regular(27.0),
    small: regular(25.0),
    code: 50.0,
    number: 190.0,
    qr: 208,
};

/// White modules around a code.
const QUIET: u32 = 4;
/// Least size of a module, in dots: 0.375 mm.
const LEAST_MODULE: u32 = 3;

impl Slip {
    /// Draws the slip.
    pub fn render(&self, width: Width) -> Result<Bitmap, PaperError> {
        let sizes = if width == Width::Mm80 { WIDE } else { NARROW };
        let mut sheet =
            Sheet { face: Typeface::load()?, sizes, paper: Bitmap::new(width.dots()), y: 0, open: false };
        for block in &self.blocks {
            sheet.block(block)?;
        }
        sheet.paper.grow(sheet.y);
        Ok(sheet.paper)
    }
}

/// The paper so far.
struct Sheet {
    face: Typeface,
    sizes: Sizes,
    paper: Bitmap,
    /// Where the next block begins.
    y: u32,
    /// Something stands above, so that room is left before the next block.
    open: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Centre,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Dot,
    Box,
}

impl Sheet {
    fn block(&mut self, block: &Block) -> Result<(), PaperError> {
        match block {
            Block::Brand { product, branch } => self.brand(product, branch),
            Block::Title(text) => self.paragraph(text, self.sizes.title, 26),
            Block::Number { label, value } => self.number(label, value),
            Block::Field { label, value } => self.field(label, value),
            Block::Text(text) => self.paragraph(text, self.sizes.text, 18),
            Block::Bullets { heading, lines } => self.list(heading, lines, Mark::Dot),
            Block::Checklist { heading, lines } => self.list(heading, lines, Mark::Box),
            Block::Notice { title, text } => self.notice(title, text),
            Block::Qr { data, caption } => self.qr(data, caption)?,
            Block::Code { label, value } => self.code(label, value),
            Block::Rule => self.rule(3),
            Block::Small(text) => self.paragraph(text, self.sizes.small, 14),
        }
        Ok(())
    }

    fn width(&self) -> u32 {
        self.paper.width()
    }

    /// Leaves room before a block, except at the top of the paper.
    fn gap(&mut self, dots: u32) {
        if self.open {
            self.y += dots;
        }
        self.open = true;
    }

    fn rule(&mut self, stroke: u32) {
        self.gap(20);
        self.paper.grow(self.y + stroke);
        self.paper.fill(0, self.y, self.width(), stroke, true);
        self.y += stroke;
    }

    /// Sets lines between `left` and `right`, below one another.
    fn set(&mut self, text: &str, style: Style, left: u32, right: u32, align: Align, black: bool) {
        // Glyphs stand on whole dots, which can make a line a dot wider than measured.
        let room = right.saturating_sub(left + 2) as f32;
        for line in self.face.wrap(text, style, room) {
            let indent = match align {
                Align::Left => 0.0,
                Align::Centre => ((room - self.face.width(&line, style)) / 2.0).max(0.0),
            };
            // Descenders of this typeface reach a fifth of an em below the baseline.
            let baseline = self.y + (style.em * 0.95).round() as u32;
            self.paper.grow(self.y + style.line_height());
            self.face.draw(&mut self.paper, left as f32 + indent, baseline, &line, style, black);
            self.y += style.line_height();
        }
    }

    fn paragraph(&mut self, text: &str, style: Style, gap: u32) {
        if !text.trim().is_empty() {
            self.gap(gap);
            self.set(text, style, 0, self.width(), Align::Left, true);
        }
    }

    fn brand(&mut self, product: &str, branch: &str) {
        self.gap(16);
        self.set(product, self.sizes.product, 0, self.width(), Align::Left, true);
        self.set(branch, self.sizes.label, 0, self.width(), Align::Left, true);
        self.y = self.y.saturating_sub(8);
        self.rule(6);
    }

    fn field(&mut self, label: &str, value: &str) {
        self.gap(18);
        self.set(label, self.sizes.label, 0, self.width(), Align::Left, true);
        self.set(value, self.sizes.strong, 0, self.width(), Align::Left, true);
    }

    /// As large as it fits on one line, centred, with nothing beside it.
    fn number(&mut self, label: &str, value: &str) {
        self.gap(30);
        self.set(label, self.sizes.heading, 0, self.width(), Align::Centre, true);
        let (em, baseline) = self.fitted(value, self.sizes.number, 10);
        self.y += (em * CAP_HEIGHT) as u32 + 20;
        self.paper.grow(self.y + (em * 0.2) as u32);
        self.face.draw(&mut self.paper, baseline, self.y, value, bold(em), true);
        self.y += 26;
    }

    /// The size at which a text fits on one line, and where it begins when centred.
    fn fitted(&self, text: &str, largest: f32, margin: u32) -> (f32, f32) {
        let room = (self.width() - 2 * margin) as f32;
        let natural = self.face.width(text, bold(100.0)).max(1.0);
        let em = (room / natural * 100.0).min(largest);
        (em, (self.width() as f32 - natural * em / 100.0) / 2.0)
    }

    fn code(&mut self, label: &str, value: &str) {
        self.gap(24);
        self.set(label, self.sizes.label, 0, self.width(), Align::Centre, true);
        let (em, left) = self.fitted(value, self.sizes.code, 24);
        let (top, height) = (self.y + 10, (em * CAP_HEIGHT) as u32 + 48);
        self.paper.grow(top + height);
        self.paper.frame(0, top, self.width(), height, 3);
        self.face.draw(&mut self.paper, left, top + height - 24, value, bold(em), true);
        self.y = top + height;
    }

    fn list(&mut self, heading: &str, lines: &[String], mark: Mark) {
        self.paragraph(heading, self.sizes.heading, 26);
        let style = self.sizes.text;
        let cap = (style.em * CAP_HEIGHT) as u32;
        let indent = if mark == Mark::Box { cap + 16 } else { cap + 2 };
        for line in lines.iter().filter(|line| !line.trim().is_empty()) {
            self.gap(12);
            let baseline = self.y + (style.em * 0.95).round() as u32;
            self.paper.grow(baseline + 8);
            match mark {
                Mark::Box => self.paper.frame(0, baseline - cap, cap, cap, 3),
                Mark::Dot => self.disc(5, baseline - cap / 3 - 1, 5),
            }
            self.set(line, style, indent, self.width(), Align::Left, true);
        }
    }

    fn disc(&mut self, x: u32, y: u32, radius: i64) {
        for dy in -radius..=radius {
            for dx in -radius..=radius {
                if dx * dx + dy * dy <= radius * radius {
                    self.paper.set(i64::from(x) + dx, i64::from(y) + dy, true);
                }
            }
        }
    }

    /// A frame with the title white on black at its top.
    fn notice(&mut self, title: &str, text: &str) {
        const PAD: u32 = 16;
        self.gap(26);
        let (top, right) = (self.y, self.width() - PAD);
        let lines = self.face.wrap(title, self.sizes.heading, (right - PAD - 2) as f32).len() as u32;
        if lines > 0 {
            let bar = lines * self.sizes.heading.line_height() + 16;
            self.paper.grow(top + bar);
            self.paper.fill(0, top, self.width(), bar, true);
            self.y += 8;
            self.set(title, self.sizes.heading, PAD, right, Align::Left, false);
            self.y += 8;
        }
        if !text.trim().is_empty() {
            self.y += 10;
            self.set(text, self.sizes.text, PAD, right, Align::Left, true);
            self.y += 14;
        }
        self.paper.grow(self.y);
        self.paper.frame(0, top, self.width(), self.y - top, 3);
    }

    /// The code, and its caption beside it on wide paper or below it on narrow paper.
    fn qr(&mut self, data: &str, caption: &str) -> Result<(), PaperError> {
        let too_long = || PaperError::CodeTooLong { bytes: data.len(), dots: self.width() };
        let code = QrCode::with_error_correction_level(data, EcLevel::M).map_err(|_| too_long())?;
        let modules = code.width() as u32;
        let most = self.width() / (modules + 2 * QUIET);
        if most < LEAST_MODULE {
            return Err(too_long());
        }
        let module = self.sizes.qr.div_ceil(modules).clamp(LEAST_MODULE, most);
        let size = module * (modules + 2 * QUIET);
        let beside = self.width() >= size + 200 && !caption.trim().is_empty();

        self.gap(12);
        let top = self.y;
        let left = if beside { 0 } else { (self.width() - size) / 2 };
        self.paper.grow(top + size);
        for (index, _) in code.to_colors().iter().enumerate().filter(|(_, c)| **c == qrcode::Color::Dark) {
            let (x, y) = (index as u32 % modules + QUIET, index as u32 / modules + QUIET);
            self.paper.fill(left + x * module, top + y * module, module, module, true);
        }
        if beside {
            let room = self.width() - size - 2;
            let lines = self.face.wrap(caption, self.sizes.text, room as f32).len() as u32;
            self.y += size.saturating_sub(lines * self.sizes.text.line_height()) / 2;
            self.set(caption, self.sizes.text, size, self.width(), Align::Left, true);
            self.y = self.y.max(top + size);
        } else {
            self.y += size;
            self.set(caption, self.sizes.label, 0, self.width(), Align::Centre, true);
        }
        Ok(())
    }
}
