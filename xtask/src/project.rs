//! Where things are.

use std::path::{Path, PathBuf};

/// Root of the checkout.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let xtask = PathBuf::from(xtask);
    xtask.parent().map_or_else(|| xtask.clone(), Path::to_path_buf)
}

/// Cargo's folder for what it builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(&folder).unwrap_or_else(|_| folder.into()),
        None => root().join("target"),
    }
}

/// The application, as built.
pub fn app(release: bool) -> PathBuf {
    target().join(if release { "release" } else { "debug" }).join("anjungan-asik")
}

/// What comes out of the commands, always inside the checkout.
pub fn out(name: &str) -> PathBuf {
    root().join("target").join(name)
}
