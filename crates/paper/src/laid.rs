//! What has been laid out: marks on pages for the eye, parts in reading order for the ear.

use crate::typeface::Style;
use qrcode::QrCode;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// On receipts: all the black there is.
    Black,
    Text,
    Quiet,
    Accent,
    Warning,
    Hairline,
    Tint,
    Paper,
}

/// Something to draw. What has a leaf is content, the rest is decoration.
pub(crate) enum Mark {
    Text {
        x: f32,
        baseline: f32,
        text: String,
        style: Style,
        ink: Ink,
        leaf: Option<Leaf>,
    },
    Box {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        ink: Ink,
    },
    Disc {
        x: f32,
        y: f32,
        radius: f32,
        ink: Ink,
    },
    /// A tick, in a square of so many units.
    Tick {
        x: f32,
        y: f32,
        size: f32,
        ink: Ink,
    },
    /// A tick or an exclamation mark in a disc; the words beside it say the same.
    Sign {
        x: f32,
        y: f32,
        ok: bool,
    },
    /// A QR code without its quiet zone; each module is so many units wide.
    Code {
        x: f32,
        y: f32,
        module: f32,
        code: QrCode,
        leaf: Leaf,
    },
    Picture {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        index: usize,
        leaf: Leaf,
    },
}

impl Mark {
    /// How far down it stands.
    pub fn y(&self) -> f32 {
        match self {
            Mark::Text { baseline, .. } => *baseline,
            Mark::Box { y, .. }
            | Mark::Disc { y, .. }
            | Mark::Tick { y, .. }
            | Mark::Sign { y, .. }
            | Mark::Code { y, .. }
            | Mark::Picture { y, .. } => *y,
        }
    }

    /// Moves it to the right and down.
    pub fn shift(&mut self, right: f32, down: f32) {
        let (x, y) = match self {
            Mark::Text { x, baseline, .. } => (x, baseline),
            Mark::Box { x, y, .. }
            | Mark::Disc { x, y, .. }
            | Mark::Tick { x, y, .. }
            | Mark::Sign { x, y, .. }
            | Mark::Code { x, y, .. }
            | Mark::Picture { x, y, .. } => (x, y),
        };
        *x += right;
        *y += down;
    }
}

/// The outline of a rectangle, drawn inwards.
pub(crate) fn frame(x: f32, y: f32, width: f32, height: f32, stroke: f32, ink: Ink) -> [Mark; 4] {
    let side = |x, y, width, height| Mark::Box { x, y, width, height, ink };
    [
        side(x, y, width, stroke),
        side(x, y + height - stroke, width, stroke),
        side(x, y, stroke, height),
        side(x + width - stroke, y, stroke, height),
    ]
}

/// The dark modules of a code, row by row, as column and row.
pub(crate) fn dark(code: &QrCode) -> impl Iterator<Item = (usize, usize)> {
    let width = code.width();
    let modules = code.to_colors().into_iter().enumerate();
    modules
        .filter(|(_, color)| *color == qrcode::Color::Dark)
        .map(move |(index, _)| (index % width, index / width))
}

/// Number of a piece of content, in reading order.
pub(crate) type Leaf = usize;

/// What a piece of content is.
pub(crate) enum Part {
    Heading {
        level: u16,
        text: String,
        leaf: Leaf,
        page: usize,
        y: f32,
    },
    Paragraph(Vec<Leaf>),
    /// Rows of label and value.
    Table(Vec<(Leaf, Leaf)>),
    /// Points, each with its number where they are numbered.
    List(Vec<(Option<Leaf>, Leaf)>),
    Picture {
        alt: String,
        leaf: Leaf,
    },
}

pub(crate) struct Page {
    pub width: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
}

/// A whole document.
pub(crate) struct Laid {
    pub pages: Vec<Page>,
    pub parts: Vec<Part>,
    pub leaves: usize,
}
