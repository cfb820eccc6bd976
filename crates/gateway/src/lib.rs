//! Carrying finished claims out of the kiosk.

pub mod folder;
