//! What can be configured: schema, layers, checks, texts, and the `kiosk-config` command.

mod across;
mod calendar;
mod load;
mod problem;
mod schema;
mod shape;
mod show;
mod terms;
mod texts;
mod tree;

pub use load::{LAYERS, check, load, load_with};
pub use problem::{Place, Problem};
pub use schema::*;
pub use shape::schema;
pub use show::show;
pub use terms::{Term, abbreviations, terms};
pub use texts::{Arg, Texts, TextsError, check_texts};
