//! `bench`: how fast, how large.

use crate::steps::{Steps, run};
use crate::tools::cargo;
use crate::{build, project, system};
use anyhow::Result;
use std::process::Command;

/// Benchmarks of the crates that have some, then the window as it is shipped.
pub fn bench() -> Result<()> {
    let mut steps = Steps::new(5);
    steps.step("Looking for system packages", || {
        system::ensure(&[
            system::BUILD,
            system::VOICE,
            system::READER,
            system::VIRTUAL_DISPLAY,
            system::DRIVE,
        ])
    })?;
    steps.step("Building the user interface", || build::ui(false))?;
    steps.step("Fetching crates", build::crates)?;
    steps.step("Building the application as it is shipped (about 6 minutes the first time)", || {
        build::app(true, false)?;
        let measure = ["build", "--locked", "--package", "product-tests", "--bin", "measure"];
        run(cargo().args(measure), "the lines above say what does not compile")
    })?;
    let crates = with_benches();
    steps.step(&format!("Measuring: {}, window", crates.join(", ")), || {
        for name in &crates {
            let mut bench = cargo();
            bench.args(["bench", "--locked", "--package", name, "--benches"]);
            if name == "anjungan-asik" {
                // Cargo builds the application again with its benchmarks; the window is measured as it is shipped.
                bench.args(["--features", "custom-protocol"]);
            }
            run(&mut bench, "the lines above say why")?;
        }
        let mut measure = Command::new(project::target().join("debug/measure"));
        measure.arg("--app").arg(project::app(true));
        measure.arg("--config").arg(project::root().join("kiosk-config/files"));
        run(&mut measure, "the lines above say why")
    })?;
    eprintln!("Measured in {}.", steps.elapsed());
    Ok(())
}

/// Names of the packages that have a folder `benches`.
fn with_benches() -> Vec<String> {
    let root = project::root();
    let crates = std::fs::read_dir(root.join("crates")).into_iter().flatten().flatten();
    let crates = crates.filter(|entry| entry.path().join("benches").is_dir());
    let mut names: Vec<String> =
        crates.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    if root.join("kiosk-config/benches").is_dir() {
        names.push("kiosk-config".to_owned());
    }
    if root.join("src-tauri/benches").is_dir() {
        names.push("anjungan-asik".to_owned());
    }
    names
}
