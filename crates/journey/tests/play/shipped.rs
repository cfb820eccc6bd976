//! The shipped rules and words, and a morning.

use jiff::civil::{DateTime, date};
use kiosk_config::{Config, Texts};
use std::path::Path;
use std::sync::LazyLock;

pub static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    let folders =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("kiosk-config/files"));
    kiosk_config::load(&folders.into_iter().find(|folder| folder.is_dir()).unwrap()).unwrap()
});
pub static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::load().unwrap());
pub const NOW: DateTime = date(2026, 9, 10).at(9, 0, 0, 0);
