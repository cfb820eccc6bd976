//! Building the user interface and the application; what has not changed is not built again.

use crate::project;
use crate::steps::{output, run};
use crate::tools::{cargo, check_node, npm};
use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Packages of the user interface, as `package-lock.json` names them.
pub fn ui_packages() -> Result<()> {
    check_node()?;
    let ui = project::root().join("ui");
    let stamp = ui.join("node_modules/.stamp");
    let wanted = digest(&[ui.join("package-lock.json")])?;
    if !is(&stamp, &wanted) {
        eprintln!("      npm ci (about half a minute)…");
        run(
            npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
            "no network to the npm registry?",
        )?;
        fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))?;
    }
    Ok(())
}

/// The user interface in `ui/dist`, with or without the dock of simulated devices.
pub fn ui(dock: bool) -> Result<()> {
    ui_packages()?;
    let ui = project::root().join("ui");
    let stamp = ui.join("node_modules/.stamp-dist");
    let wanted = format!("dock={dock} {}", digest(&files(&ui)?)?);
    if is(&stamp, &wanted) && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    let mut build = npm();
    build.args(["run", "--silent", "build", "--", "--logLevel=warn"]);
    if dock {
        build.env("ANJUNGAN_DOCK", "1");
    } else {
        build.env_remove("ANJUNGAN_DOCK");
    }
    run(&mut build, "the lines above say what is wrong with the user interface")?;
    fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))
}

/// The crates, as `Cargo.lock` names them, so that a missing network is told apart from code that does not compile.
pub fn crates() -> Result<()> {
    let host = output("rustc", &["-vV"]).unwrap_or_default();
    let host =
        host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or("x86_64-unknown-linux-gnu");
    run(
        cargo().args(["fetch", "--quiet", "--locked", "--target", host]),
        "no network to the crate registry, or Cargo.lock is out of date (`cargo update --workspace` mends that)",
    )
}

/// The application. While developing, everything is built with it: cargo then chooses the same features for `run`,
/// `demo` and `test`, and builds no crate twice.
///
/// Debug builds have the dock of simulated devices, released ones only when asked for.
pub fn app(release: bool, dock: bool) -> Result<()> {
    let mut build = cargo();
    build.args(["build", "--locked"]);
    if release {
        let features = if dock { "custom-protocol,dock" } else { "custom-protocol" };
        build.args(["--release", "--package", "anjungan-asik", "--features", features]);
    } else {
        build.args(["--workspace", "--exclude", "xtask"]);
    }
    run(&mut build, "the lines above say what does not compile")
}

fn is(stamp: &Path, wanted: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|there| there == wanted)
}

/// Everything the user interface is built from, in a stable order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Changes when a file or its name does.
fn digest(files: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_or_renamed_file_changes_the_digest() {
        let folder = std::env::temp_dir().join(format!("xtask-digest-{}", std::process::id()));
        fs::create_dir_all(folder.join("node_modules")).unwrap();
        fs::write(folder.join("a"), "1").unwrap();
        fs::write(folder.join("node_modules/x"), "1").unwrap();
        assert_eq!(files(&folder).unwrap(), [folder.join("a")]);
        let before = digest(&files(&folder).unwrap()).unwrap();
        fs::write(folder.join("a"), "2").unwrap();
        let changed = digest(&files(&folder).unwrap()).unwrap();
        fs::rename(folder.join("a"), folder.join("b")).unwrap();
        let renamed = digest(&files(&folder).unwrap()).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(before != changed && changed != renamed);
    }
}
