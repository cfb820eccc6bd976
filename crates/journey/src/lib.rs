//! Which screen now, and what each action does: the participant's way through a claim. Pure.

mod action;
mod screen;

pub use action::Action;
pub use screen::*;
