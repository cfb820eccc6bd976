//! From a camera frame to an upload-ready page: where the document is, whether it can be read, the page itself, what
//! it weighs, what code it shows.
//!
//! Everything here is pure: pictures and bytes in, values and bytes out. Pictures are 8-bit sRGB.

mod code;
mod encode;
mod enhance;
mod find;
mod judge;
mod luma;
mod open;
mod quad;
pub mod read;
mod straighten;
mod watch;

pub use code::read_qr;
pub use encode::{EncodeError, Page, encode_page, preview};
pub use enhance::enhance;
pub use find::{Found, find};
pub use judge::{Judgement, Problem, judge, judge_within};
pub use open::{DecodeError, MAX_PIXELS, decode};
pub use quad::{Form, Point, Quad};
pub use straighten::{likely_form, straighten, straighten_likely};
pub use watch::{Advice, Seen, Watch};
