//! The stations of officers and of the hall: the counter, at which numbers are called and claims verified, and the board,
//! on which the hall sees who is called. Pure: tickets, claim and time are passed in, screens and wishes come out.
//!
//! A crate of its own beside `journey`: that is the participant's way through one claim, these see the tickets of a day.

pub mod board;
pub mod counter;
mod words;
