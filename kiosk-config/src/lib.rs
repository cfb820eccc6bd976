//! What can be configured: schema, layers, checks, texts, and the `kiosk-config` command.

mod schema;

pub use schema::*;
