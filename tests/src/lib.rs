//! The real window, driven as a participant touches it: opened on a display of its own, tapped, photographed,
//! killed. Window tests, the demonstration and the measurements share it.

mod claim;
mod display;
mod driver;
mod outcome;
mod person;
mod player;
mod processes;
mod window;

pub use claim::Kiosk;
pub use display::{Display, Picture};
pub use outcome::{Document, check as check_outcome, collect as collect_outcome, wait_for_file};
pub use person::Person;
pub use player::{Played, Player};
pub use processes::{Group, memory_pss};
pub use window::{Control, View, Window, WindowOptions};
