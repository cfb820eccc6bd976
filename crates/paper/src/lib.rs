//! What gets printed: ticket, slips and claim packet, as receipt bytes, pictures and PDF.
//!
//! Pure: every word comes in resolved, and the same input always gives the same bytes.

mod bitmap;
mod document;
mod laid;
mod packet;
mod pdf;
mod slip;
mod typeface;

pub use bitmap::{Bitmap, Cut};
pub use document::{document_pdf, page_limit};
pub use packet::{Line, Packet, PacketPage, Section, Verification};
pub use slip::{Block, Fact, Item, Slip, Width};

/// Why something could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The typeface that is part of this program cannot be read.
    #[error("the built-in typeface cannot be read")]
    Typeface,
    /// Too much data for a code that can still be scanned from this paper.
    #[error("{bytes} bytes are too many for a code on paper {dots} dots wide")]
    CodeTooLong {
        /// Length of the data.
        bytes: usize,
        /// Printable width of the paper.
        dots: u32,
    },
    /// A page of the packet is not a whole JPEG picture.
    #[error("page {index} of the packet is not a whole JPEG picture: {reason}")]
    Picture {
        /// Index in [`Packet::pages`], from 0.
        index: usize,
        /// What is wrong with it; never what it shows.
        reason: String,
    },
    /// The PDF file or PNG picture could not be put together.
    #[error("the file could not be put together: {0}")]
    File(String),
}
