//! A virtual display for machines without one, and pictures of it.

use crate::project;
use crate::steps::run;
use crate::system;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// Whether the machine has a display of its own.
pub fn there() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Xvfb; stopped when dropped.
pub struct VirtualDisplay {
    server: Child,
    /// Such as `:1`.
    pub name: String,
}

impl VirtualDisplay {
    pub fn start(width: u32, height: u32) -> Result<Self> {
        // setpriv ends the server even when this command is killed. The server picks a free number itself.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-noreset"]);
        command.args(["-screen", "0", &format!("{width}x{height}x24")]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().context("Xvfb did not start")?;
        let mut number = String::new();
        if let Some(out) = server.stdout.take() {
            BufReader::new(out).read_line(&mut number).context("Xvfb said nothing")?;
        }
        let display = Self { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() {
            bail!("Xvfb ended at once: is the folder /tmp/.X11-unix there and writable?");
        }
        fs::create_dir_all(project::out(""))?;
        fs::write(note(), &display.name)?;
        Ok(display)
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_file(note());
    }
}

/// Where the name of the running virtual display stands.
fn note() -> PathBuf {
    project::out("display")
}

/// Saves a picture of the virtual display that `run` started.
pub fn look(out: Option<PathBuf>) -> Result<()> {
    let Ok(display) = fs::read_to_string(note()) else {
        bail!(
            "no virtual display is running: start one with `cargo xtask run` where there is no other display"
        );
    };
    system::ensure(&[system::VIRTUAL_DISPLAY])?;
    let out = out.unwrap_or_else(|| project::out("look.png"));
    run(
        Command::new("import").args(["-display", &display, "-window", "root"]).arg(&out),
        "the display has gone; start `cargo xtask run` again",
    )?;
    eprintln!("{}", out.display());
    Ok(())
}
