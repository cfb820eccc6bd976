//! The application: one participant's session at one screen, wired to the store, the devices and the window.
//!
//! [`Kiosk`] is the whole of it without a window; `ipc` and `preview` connect it to one.

mod clock;
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

pub use clock::Clock;
pub use devices::Devices;
pub use kiosk::{Kiosk, Shared, Start};
pub use satisfaction::satisfaction;
pub use window::run;

pub use logging::start as start_logging;
