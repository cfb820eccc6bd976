//! Sizes of letters, in dots of 203 dpi: 2.82 dots are a point. Text is read at arm's length, key facts from the knee,
//! the number from across the hall.

use super::Width;
use crate::typeface::{Style, bold, regular};

pub(super) struct Sizes {
    pub branch: Style,
    pub title: Style,
    pub heading: Style,
    pub text: Style,
    pub lead: Style,
    pub strong: Style,
    pub large: Style,
    pub label: Style,
    pub small: Style,
    pub code: f32,
    /// Most and least height of the number that is called; the least is 60 points.
    pub number: (f32, f32),
    /// Least width of a QR code without its quiet zone: 25 mm.
    pub qr: u32,
    /// Room between blocks.
    pub gap: f32,
}

pub(super) fn sizes(width: Width) -> Sizes {
    match width {
        Width::Mm80 => Sizes {
            branch: bold(31.0),
            title: bold(44.0),
            heading: bold(35.0),
            text: regular(33.0),
            lead: regular(38.0),
            strong: bold(43.0),
            large: bold(84.0),
            label: regular(28.0),
            small: regular(26.0),
            code: 60.0,
            number: (230.0, 170.0),
            qr: 200,
            gap: 22.0,
        },
        Width::Mm58 => Sizes {
            branch: bold(29.0),
            title: bold(38.0),
            heading: bold(32.0),
            text: regular(31.0),
            lead: regular(34.0),
            strong: bold(40.0),
            large: bold(66.0),
            label: regular(27.0),
            small: regular(26.0),
            code: 54.0,
            number: (190.0, 170.0),
            qr: 200,
            gap: 20.0,
        },
        Width::A4 => Sizes {
            branch: bold(36.0),
            title: bold(58.0),
            heading: bold(40.0),
            text: regular(36.0),
            lead: regular(44.0),
            strong: bold(50.0),
            large: bold(96.0),
            label: regular(31.0),
            small: regular(28.0),
            code: 76.0,
            number: (330.0, 170.0),
            qr: 240,
            gap: 28.0,
        },
    }
}
