//! `vm`: tests on devices of a real kernel, in a virtual machine: see `tests/vm`.

use crate::steps::{Steps, output, run};
use crate::tools::cargo;
use crate::{project, system};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Builds what is tried and tries it. Fails where there can be no virtual machine.
pub fn vm() -> Result<()> {
    let mut steps = Steps::new(3);
    steps.step("Looking for system packages", || system::ensure(&[system::BUILD]))?;
    steps.step("Building what is tried", || {
        let examples = ["build", "--locked", "--workspace", "--example", "camera", "--example", "printer"];
        run(cargo().args(examples), "the lines above say what does not compile")?;
        kiosk_tests().map(drop)
    })?;
    steps.step("Trying it in a virtual machine", || {
        prepare()?;
        try_all()
    })?;
    eprintln!("All tests in the virtual machine passed in {}.", steps.elapsed());
    Ok(())
}

/// Tries what was built, where there can be a virtual machine; says so loudly where not.
pub fn where_possible() -> Result<()> {
    match prepare() {
        Ok(()) => try_all(),
        Err(why) => {
            eprintln!(
                "SKIPPED: nothing was tried on devices of a real kernel, in a virtual machine: {why:#}"
            );
            Ok(())
        }
    }
}

/// What the machine needs, installed and made once. Fails where it cannot be: without root, Debian or its mirrors.
fn prepare() -> Result<()> {
    if output("id", &["-u"]).as_deref() != Some("0") {
        bail!("only root may let it read the whole disk");
    }
    if output("dpkg", &["--print-architecture"]).as_deref() != Some("amd64") {
        bail!("it needs Debian on amd64");
    }
    system::ensure(&[system::VM])?;
    let mut boot = script("boot.sh");
    let booted = boot.arg("true").env("VM_SECONDS", "120").stdout(Stdio::null()).status()?;
    if booted.success() { Ok(()) } else { bail!("it does not start, the lines above say why") }
}

/// One after the other: the machine has few processors.
fn try_all() -> Result<()> {
    let tests = kiosk_tests()?;
    for (script, what) in [
        (&mut script("camera.sh"), "the camera driver on cameras of the kernel"),
        (&mut script("printer.sh"), "the USB printer driver on a printer of the kernel"),
        (script("claim.sh").arg(tests), "a claim before cameras of the kernel"),
    ] {
        let began = Instant::now();
        run(script, "the lines above say what failed").context(what)?;
        eprintln!("      {what}: passed in {} s", began.elapsed().as_secs());
    }
    Ok(())
}

/// The program of the kiosk's tests, built where it is not there yet.
fn kiosk_tests() -> Result<PathBuf> {
    let mut build = cargo();
    build.args([
        "test",
        "--locked",
        "--workspace",
        "--test",
        "kiosk",
        "--no-run",
        "--message-format=json-render-diagnostics",
    ]);
    let built = build.stderr(Stdio::inherit()).output().context("cargo did not start")?;
    if !built.status.success() {
        bail!("the lines above say what does not compile");
    }
    // One JSON object a line, also for programs that the tests need.
    let lines = String::from_utf8_lossy(&built.stdout);
    let test =
        lines.lines().find(|line| line.contains(r#""kind":["test"]"#) && line.contains(r#""executable":""#));
    let after = test.and_then(|line| line.split(r#""executable":""#).nth(1)?.split('"').next());
    after.map(PathBuf::from).context("cargo names no test program")
}

fn script(name: &str) -> Command {
    let mut command = Command::new(project::root().join("tests/vm").join(name));
    command.current_dir(project::root()).env("CARGO_TARGET_DIR", project::target()).stdin(Stdio::null());
    command
}
