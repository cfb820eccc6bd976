//! `demo`: a whole claim in the real window.

use crate::steps::{Steps, run};
use crate::{DemoOptions, build, project, system};
use anyhow::Result;
use std::process::Command;

/// Builds, plays the claim and checks what comes out.
pub fn demo(options: &DemoOptions) -> Result<()> {
    let mut steps = Steps::new(5);
    let root = project::root();
    let out = options.out.clone().unwrap_or_else(|| project::out("demo"));
    steps.step("Looking for system packages", || {
        system::ensure(&[
            system::BUILD,
            system::VOICE,
            system::READER,
            system::VIRTUAL_DISPLAY,
            system::DRIVE,
        ])
    })?;
    steps.step("Building the user interface", || build::ui(true))?;
    steps.step("Fetching crates", build::crates)?;
    steps.step("Building the application (about 4 minutes the first time)", || build::app(false, false))?;
    steps.step("Playing a claim", || {
        let mut player = Command::new(project::target().join("debug/demo"));
        player.arg("--app").arg(project::app(false));
        player.arg("--config").arg(root.join("kiosk-config/files"));
        player.arg("--samples").arg(root.join("samples"));
        player.arg("--out").arg(&out);
        if options.portrait {
            player.arg("--portrait");
        }
        if options.keep {
            player.arg("--keep");
        }
        run(&mut player, "the lines above say at which screen")
    })?;
    eprintln!("Finished in {}. What came out: {}", steps.elapsed(), out.display());
    Ok(())
}
