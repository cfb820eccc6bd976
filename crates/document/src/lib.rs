//! From a camera frame to an upload-ready page: whether it can be read, what it weighs, what code it shows.
//!
//! Everything here is pure: pictures and bytes in, values and bytes out. Pictures are 8-bit sRGB.

mod code;
mod encode;
mod judge;
mod luma;
mod open;

pub use code::read_qr;
pub use encode::{EncodeError, Page, encode_page, preview};
pub use judge::{Judgement, Problem, judge};
pub use open::{DecodeError, MAX_PIXELS, decode};
