//! The shipped files, in a folder where they can be spoilt.

use kiosk_config::check;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The shipped files, in a folder of their own.
pub fn shipped() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in ["pusat.toml", "cabang.toml", "kiosk.toml"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("files").join(file);
        fs::copy(from, folder.path().join(file)).unwrap();
    }
    folder
}

/// What is said about a folder.
pub fn lines(folder: &TempDir) -> Vec<String> {
    check(folder.path()).iter().map(ToString::to_string).collect()
}
