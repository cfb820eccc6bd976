//! The whole kiosk but its window: journey, store, camera, printer, voice and delivery together, and what happens when
//! one of them fails.

mod apart;
mod capture;
mod claims;
mod in_vm;
mod lobby;
mod numbers;
mod reading;
mod stations;
mod voice;
