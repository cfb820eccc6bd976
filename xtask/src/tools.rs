//! Programs that do not come from Debian: Rust, Node, cargo-deny.

use crate::project;
use crate::steps::{exists, output, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const NODE: u32 = 20;
const CARGO_DENY: &str = "0.20.2";

/// Cargo, as it runs this command, in the root of the checkout.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(project::root());
    command
}

/// npm in `ui/`.
pub fn npm() -> Command {
    let mut command = Command::new("npm");
    command.current_dir(project::root().join("ui"));
    command
}

/// Refuses a Node that is missing or too old for the user interface to build.
pub fn check_node() -> Result<()> {
    let Some(version) = output("node", &["--version"]) else {
        bail!("Node is missing: install Node {NODE} or later with npm (https://nodejs.org) and start again");
    };
    if major(&version).is_none_or(|major| major < NODE) {
        bail!("Node {version} is too old: install Node {NODE} or later (https://nodejs.org) and start again");
    }
    if !exists("npm") {
        bail!("npm is missing: install the one that belongs to Node {version} and start again");
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// cargo-deny at the version the project is checked with; built once and kept.
pub fn cargo_deny() -> Result<PathBuf> {
    let folder = cache().join(format!("cargo-deny-{CARGO_DENY}"));
    let program = folder.join("bin/cargo-deny");
    if !program.is_file() {
        eprintln!("      building cargo-deny {CARGO_DENY} (once, a few minutes)…");
        let mut install = cargo();
        install.args(["install", "--quiet", "--locked", "cargo-deny", "--version", CARGO_DENY, "--root"]);
        install.arg(&folder).env("CARGO_TARGET_DIR", folder.join("build"));
        run(&mut install, "no network to the crate registry?")?;
        // Half a gigabyte that nobody needs again.
        let _ = std::fs::remove_dir_all(folder.join("build"));
    }
    Ok(program)
}

/// A Python with the packages of a requirements file, in a folder of its own; made once and kept.
pub fn python(name: &str, requirements: &Path) -> Result<PathBuf> {
    let folder = cache().join(name);
    let program = folder.join("bin/python");
    let done = folder.join("requirements.txt");
    let wanted = std::fs::read(requirements)?;
    if std::fs::read(&done).ok().as_ref() != Some(&wanted) {
        eprintln!("      making a Python environment in {} (once)…", folder.display());
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder), "is python3-venv installed?")?;
        let mut install = Command::new(&program);
        install
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(requirements);
        run(&mut install, "no network to the Python package registry?")?;
        std::fs::write(&done, wanted)?;
    }
    Ok(program)
}

/// Folder for programs that outlive `cargo clean`.
fn cache() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_else(|| "/tmp".into())).join(".cache");
    std::env::var_os("XDG_CACHE_HOME").map_or_else(home, PathBuf::from).join("anjungan-asik")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("nonsense"), None);
    }
}
