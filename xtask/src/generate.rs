//! `generate`: the TypeScript types of the user interface, written from the Rust types, and the signatures of the shipped
//! rules.

use crate::project;
use crate::steps::run;
use crate::tools::cargo;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes them anew.
pub fn write() -> Result<()> {
    export(&generated())?;
    kiosk_config(&["sign", "kiosk-config/files", "--key", "kiosk-config/practice-key/practice.key"])
}

/// Fails where they are not what the Rust types say.
pub fn check() -> Result<()> {
    let fresh = project::target().join("generated");
    let _ = fs::remove_dir_all(&fresh);
    export(&fresh)?;
    let (there, wanted) = (contents(&generated())?, contents(&fresh)?);
    let stale: Vec<&String> =
        wanted.iter().filter(|(name, text)| there.get(*name) != Some(*text)).map(|(n, _)| n).collect();
    let gone: Vec<&String> = there.keys().filter(|name| !wanted.contains_key(*name)).collect();
    if wanted.is_empty() {
        bail!("nothing was generated");
    }
    if !stale.is_empty() || !gone.is_empty() {
        let names: Vec<&str> = stale.into_iter().chain(gone).map(String::as_str).collect();
        bail!("out of date in ui/src/generated: {}; `cargo xtask generate` mends it", names.join(", "));
    }
    kiosk_config(&["check", "kiosk-config/files"])
}

fn kiosk_config(arguments: &[&str]) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--locked", "--package", "kiosk-config", "--"]).args(arguments);
    run(&mut command, "the lines above say why; `cargo xtask generate` signs files that were changed")
}

fn generated() -> PathBuf {
    project::root().join("ui/src/generated")
}

fn export(folder: &Path) -> Result<()> {
    let mut test = cargo();
    let packages = ["--package", "journey", "--package", "stations"];
    test.args(["test", "--quiet", "--locked"]).args(packages).args(["--lib", "export_bindings"]);
    run(test.env("TS_RS_EXPORT_DIR", folder), "the lines above say why")
}

fn contents(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() {
            found.insert(name, fs::read_to_string(&path)?);
        }
    }
    Ok(found)
}
