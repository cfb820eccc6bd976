//! `check`: what is checked beside the tests.

use crate::steps::{Steps, run};
use crate::tools::{cargo, cargo_deny, npm};
use crate::{build, generate, project, system, texts};
use anyhow::Result;
use std::net::{TcpStream, ToSocketAddrs};
use std::process::Command;
use std::time::Duration;

/// Format, lints, types, generated files, texts, licences.
pub fn check() -> Result<()> {
    let mut steps = Steps::new(7);
    steps.step("Looking for system packages", || system::ensure(&[system::BUILD]))?;
    steps.step("Format", || run(cargo().args(["fmt", "--all", "--check"]), "`cargo fmt --all` mends it"))?;
    steps.step("User interface: build and types", || {
        build::ui(true)?;
        run(npm().args(["run", "--silent", "check"]), "the lines above say where")
    })?;
    steps.step("Lints", || {
        let lints = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
        run(cargo().args(lints), "the lines above say where")
    })?;
    steps.step("Generated files", generate::check)?;
    steps.step("Texts", texts::texts)?;
    steps.step("Licences and sources of crates", deny)?;
    eprintln!("All checks passed in {}.", steps.elapsed());
    Ok(())
}

/// The list of known weaknesses lives on GitHub; without it the other checks still count.
fn deny() -> Result<()> {
    let program = cargo_deny()?;
    let mut deny = Command::new(program);
    deny.current_dir(project::root()).args([
        "--log-level",
        "error",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ]);
    if reachable("github.com:443") {
        deny.arg("advisories");
    } else {
        eprintln!("      no network to the list of known weaknesses: advisories are not checked this time");
    }
    run(&mut deny, "the lines above say which crate")
}

fn reachable(host: &str) -> bool {
    let addresses = host.to_socket_addrs().into_iter().flatten();
    addresses.into_iter().any(|address| TcpStream::connect_timeout(&address, Duration::from_secs(3)).is_ok())
}
