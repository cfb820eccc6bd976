//! Numbers, the order in which they are called, waiting times and interview slots. Pure: dates, times and bookings are
//! passed in; tickets are read and written through [`Hall`].

mod calendar;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
mod floor;
mod hall;
mod number;
mod offer;
mod order;
mod rules;
mod slots;
mod ticket;
mod turn;

pub use calendar::{Calendar, Shift, working_days_after};
pub use floor::{Call, Floor};
pub use hall::{Changes, Entry, Hall, HallError, Outage, Refused, Wish};
pub use number::{NotATicketNumber, TicketNumber};
pub use offer::{Offer, offer};
pub use rules::{HallRules, Ratio};
pub use slots::{DaySlots, Slot, slots};
pub use ticket::{By, Happened, Ticket, TicketId, TicketState};
pub use turn::Turn;
