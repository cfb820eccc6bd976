//! Numbers and interview slots. Pure: dates, times and bookings are passed in.

mod calendar;
mod number;
mod slots;

pub use calendar::{Calendar, working_days_after};
pub use number::{NotATicketNumber, TicketNumber, next};
pub use slots::{DaySlots, Slot, slots};
