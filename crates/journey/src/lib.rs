//! Which screen now, and what each action does: the participant's way through a claim. Pure.

mod act;
mod action;
mod answer;
mod differences;
mod draw;
mod offered;
pub mod reading;
mod screen;
mod spoken;
pub mod state;
pub mod step;
pub mod way;
mod words;

pub use act::{LONGEST, NotOffered, act, found, idle_over, offers, spaced};
pub use action::Action;
pub use answer::keys as answer_keys;
pub use differences::{Difference, differences};
pub use draw::{STORY, bring, changes, conditions, first_day, in_groups, screen};
pub use offered::{actions, buttons};
pub use screen::*;
pub use spoken::{Part, Utterance, parts, spoken};
pub use state::{
    Case, Effect, HallView, Opening, Outcome, Over, PaperKind, Place, Said, State, View, Voice, World,
};
pub use words::Words;
