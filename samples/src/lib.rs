//! Made-up documents, and how a camera above a tray sees them: material to tune and to measure finding, judging and
//! reading. Everything comes from a seed; the same seed gives the same pixels.
//!
//! [`specimen`] draws a document with the data of a [`Person`] who does not exist and knows the truth about each
//! field; [`photograph`] takes a picture of it under a [`Condition`] and knows where it lies and whether it can be
//! read.

mod dice;
mod drawing;
mod flat;
mod ink;
mod person;
mod shot;
mod specimen;

pub use dice::Dice;
pub use drawing::DrawError;
pub use flat::flattened;
pub use person::{Area, Person};
pub use shot::{Condition, Label, Physics, Shot, photograph};
pub use specimen::{FieldPlace, Kind, Specimen, in_words, specimen};
