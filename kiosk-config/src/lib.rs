//! What can be configured: schema, layers, checks, texts, and the `kiosk-config` command.

mod across;
mod calendar;
mod changes;
mod editions;
mod files;
mod load;
mod locks;
mod pack_texts;
mod problem;
mod schema;
mod shape;
mod show;
mod signature;
mod start;
mod terms;
mod texts;
mod tree;

pub use changes::{Change, Label, Values, diff};
pub use editions::{Edition, Packs};
pub use files::Files;
pub use load::{LAYERS, check, load, load_with};
pub use problem::{Place, Problem};
pub use schema::*;
pub use shape::schema;
pub use show::show;
pub use signature::{SignError, check_signatures, sign};
pub use start::{Started, start};
pub use terms::{Term, abbreviations, terms};
pub use texts::{Arg, Texts, TextsError, check_texts};
