//! `test`: everything that can be tested on this machine.

use crate::steps::{Steps, run};
use crate::tools::cargo;
use crate::{build, project, system, vm};
use anyhow::Result;

/// Builds the kiosk and runs all tests, those in the real window included.
pub fn test(filter: Option<&str>) -> Result<()> {
    let mut steps = Steps::new(if filter.is_some() { 5 } else { 6 });
    steps.step("Looking for system packages", || {
        system::ensure(&[
            system::BUILD,
            system::VOICE,
            system::READER,
            system::VIRTUAL_DISPLAY,
            system::DRIVE,
            system::PRINT,
        ])
    })?;
    steps.step("Building the user interface", || build::ui(true))?;
    steps.step("Fetching crates", build::crates)?;
    steps.step("Building the application (about 4 minutes the first time)", || build::app(false, false))?;
    steps.step("Running the tests", || {
        let mut test = cargo();
        test.args(["test", "--locked", "--workspace", "--no-fail-fast"]).args(filter);
        test.env("ANJUNGAN_APP", project::app(false));
        // The tests that write the TypeScript types must not change the checkout.
        test.env("TS_RS_EXPORT_DIR", project::target().join("generated"));
        run(&mut test, "the lines above say which test failed and why")
    })?;
    // A name picks tests of cargo.
    if filter.is_none() {
        steps.step(
            "Trying devices of a real kernel, in a virtual machine (about 2 minutes)",
            vm::where_possible,
        )?;
    }
    eprintln!("All tests passed in {}.", steps.elapsed());
    Ok(())
}
