//! Slips: ticket, what-to-bring slip, resume slip and the others. A slip is a list of blocks, set one below the other:
//! as dots for a receipt printer, or as a PDF file for any other.

mod sheet;
mod sizes;

use crate::laid::{Laid, Page};
use crate::pdf::{self, About};
use crate::{Bitmap, PaperError};
use sheet::Sheet;

/// The paper that a slip is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Receipt paper of 80 mm, of which 576 dots of 203 dpi print.
    Mm80,
    /// Receipt paper of 58 mm, of which 384 dots of 203 dpi print.
    Mm58,
    /// A sheet of an office printer.
    A4,
}

/// Dots of a receipt printer to the inch.
const DPI: f32 = 203.0;
/// Points to a dot.
const UNIT: f32 = 72.0 / DPI;
/// An A4 sheet in dots, and what is left white above and below.
const A4: (f32, f32) = (1678.4, 2373.7);
const A4_MARGIN: f32 = 130.0;
/// A slip that is a little too long for a sheet is made this much smaller, at most.
const LEAST_A4: f32 = 0.8;

impl Width {
    /// Every width there is.
    pub const ALL: [Width; 3] = [Width::Mm80, Width::Mm58, Width::A4];

    /// Printed dots from left to right, at 203 dpi.
    pub fn dots(self) -> u32 {
        match self {
            Width::Mm80 => 576,
            Width::Mm58 => 384,
            Width::A4 => 1280,
        }
    }
}

/// What stands on a slip, from the top down.
#[derive(Clone)]
pub struct Slip {
    /// BCP 47 language of the words, such as `jv`.
    pub language: String,
    /// What the paper is, for whoever has the file read aloud.
    pub title: String,
    /// When it is made, by the clock on the wall.
    pub made: jiff::civil::DateTime,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// One thing on a slip. Empty texts take no room.
#[derive(Clone)]
pub enum Block {
    /// Whose paper this is.
    Brand {
        /// Name of the branch.
        branch: String,
        /// Name of the kiosk.
        product: String,
    },
    /// What the paper is: white on black, the one band of a slip.
    Title(String),
    /// The number that is called, as large as the paper allows.
    Number {
        /// What the number is.
        label: String,
        /// The number, such as `A-012`.
        value: String,
        /// Below it, in a frame: that its holder is served first.
        mark: String,
    },
    /// Facts, such as the day to come.
    Facts(Vec<Fact>),
    /// A paragraph.
    Text(String),
    /// A paragraph that matters most on its paper.
    Lead(String),
    /// What happens, in order.
    Steps {
        /// What they are for.
        heading: String,
        /// One after the other; their numbers are put before them.
        lines: Vec<String>,
    },
    /// Things with a box before each: to bring, or to do.
    Checklist {
        /// What it is for.
        heading: String,
        /// The things.
        lines: Vec<Item>,
    },
    /// A warning in a frame.
    Notice {
        /// In bold.
        title: String,
        /// Below it.
        text: String,
    },
    /// A QR code of at least 25 mm, and a code to type in its place.
    Code {
        /// What the QR says.
        data: String,
        /// What it is for.
        caption: String,
        /// What the code to type is.
        label: String,
        /// The code to type.
        value: String,
    },
    /// A hairline across.
    Rule,
    /// Fine print; still 9 points.
    Small(String),
}

/// Something to know.
#[derive(Clone)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// It.
    pub value: String,
    /// Whether it is read from afar, such as the time to come back.
    pub large: bool,
}

/// Something to bring or to do.
#[derive(Clone)]
pub struct Item {
    /// It.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
}

impl Slip {
    /// Draws the slip in dots.
    pub fn render(&self, width: Width) -> Result<Bitmap, PaperError> {
        let sheet = Sheet::lay(&self.blocks, width)?;
        let mut paper = Bitmap::new(width.dots());
        paper.grow(sheet.height as u32);
        paper.paint(&sheet.face, &sheet.marks);
        Ok(paper)
    }

    /// As a PDF file: real text, tagged for screen readers (PDF/UA-1), fit for the archive (PDF/A-2a). A receipt is one
    /// page as long as it needs, with the margins of its paper; on A4 it goes on where a sheet ends. The same slip gives
    /// the same bytes.
    pub fn pdf(&self, width: Width) -> Result<Vec<u8>, PaperError> {
        let sheet = Sheet::lay(&self.blocks, width)?;
        let (laid, unit) = match width {
            Width::Mm80 => (on_receipt(sheet, 640.0), UNIT),
            Width::Mm58 => (on_receipt(sheet, 464.0), UNIT),
            Width::A4 => {
                let fits = (A4.1 - 2.0 * A4_MARGIN) / sheet.height.max(1.0);
                let smaller = if fits < LEAST_A4 { 1.0 } else { fits.min(1.0) };
                (on_sheets(sheet, smaller), UNIT * smaller)
            }
        };
        let about = About { title: &self.title, language: &self.language, made: pdf::moment(self.made) };
        pdf::write(&laid, unit, &about, Vec::new())
    }
}

/// `whole` is the width of the paper in dots.
fn on_receipt(sheet: Sheet, whole: f32) -> Laid {
    let (side, above) = ((whole - sheet.width) / 2.0, 32.0);
    let height = sheet.height + 2.0 * above;
    let mut page = Page { width: whole, height, marks: sheet.marks };
    page.marks.iter_mut().for_each(|mark| mark.shift(side, above));
    Laid { pages: vec![page], parts: sheet.parts, leaves: sheet.leaves }
}

/// On sheets that hold more dots the smaller those are; goes on with another one between two blocks.
fn on_sheets(mut sheet: Sheet, smaller: f32) -> Laid {
    let [wide, high, margin] = [A4.0, A4.1, A4_MARGIN].map(|dots| dots / smaller);
    let mut tops = vec![0.0];
    let mut last = 0.0;
    for at in sheet.breaks.iter().copied().chain([sheet.height]) {
        let top = tops.last().copied().unwrap_or_default();
        if at - top > high - 2.0 * margin + 1.0 && last > top {
            tops.push(last);
        }
        last = at;
    }
    let page_of = |y: f32| tops.partition_point(|top| *top <= y).saturating_sub(1);
    let empty = || Page { width: wide, height: high, marks: Vec::new() };
    let mut pages: Vec<Page> = tops.iter().map(|_| empty()).collect();
    for mut mark in sheet.marks {
        let page = page_of(mark.y());
        mark.shift((wide - sheet.width) / 2.0, margin - tops[page]);
        pages[page].marks.push(mark);
    }
    for part in &mut sheet.parts {
        if let crate::laid::Part::Heading { page, y, .. } = part {
            *page = page_of(*y);
            *y += margin - tops[*page];
        }
    }
    Laid { pages, parts: sheet.parts, leaves: sheet.leaves }
}
