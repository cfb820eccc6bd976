//! The application: one participant's session at one screen, wired to the store, the devices and the window; or the
//! counter of an officer, or the board of the hall.
//!
//! [`Kiosk`], [`Counter`] and [`Board`] are the whole of it without a window; `ipc` and `preview` connect them to one.

mod board;
mod clock;
mod counter;
mod devices;
#[cfg(any(debug_assertions, feature = "dock"))]
pub mod dock;
mod ipc;
mod kiosk;
mod logging;
mod packet;
mod preview;
mod reserve;
mod satisfaction;
mod slips;
mod window;

pub use board::{Board, SharedBoard};
pub use clock::Clock;
pub use counter::{Counter, SharedCounter};
pub use devices::Devices;
pub use kiosk::{Kiosk, Shared, Start};
pub use satisfaction::satisfaction;
pub use window::run;

pub use logging::start as start_logging;
