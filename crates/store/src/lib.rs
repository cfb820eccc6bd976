//! The journal, the page vault and the numbers, in one encrypted SQLite file.
//!
//! Invariant: what [`Store::append`] returned is on the disk. Nothing updates a case in place; a case is the fold
//! of its events. Personal values are sealed under the key of their case, and the hash chain covers the sealed
//! bytes.

mod error;
mod hall;
mod key;
mod ratings;
mod seal;
mod store;
mod verify;

pub use error::StoreError;
pub use key::Key;
pub use store::{BookingWish, Opened, Recorded, Store, Write, Written};
pub use verify::Verified;
