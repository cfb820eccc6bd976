//! Measures the window: from its start to the first painted screen, and the memory of all its processes.

use anyhow::{Result, bail};
use clap::Parser;
use product_tests::{Display, Group, WindowOptions, memory_pss};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

#[derive(Parser)]
struct Options {
    /// The application, as it is shipped
    #[arg(long)]
    app: PathBuf,
    /// Folder of its configuration
    #[arg(long)]
    config: PathBuf,
    /// How often it is started
    #[arg(long, default_value_t = 5)]
    times: u32,
}

fn main() -> ExitCode {
    match measure_all(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure_all(options: &Options) -> Result<()> {
    let mut starts = Vec::new();
    let mut memory = Vec::new();
    for _ in 0..options.times {
        let (start, bytes) = measure(options)?;
        starts.push(start.as_millis());
        memory.push(bytes / 1_000_000);
    }
    starts.sort_unstable();
    memory.sort_unstable();
    let middle = starts.len() / 2;
    eprintln!("start to first painted screen: {} ms (median of {starts:?})", starts[middle]);
    eprintln!("memory of all processes (PSS): {} MB (median of {memory:?})", memory[middle]);
    Ok(())
}

fn measure(options: &Options) -> Result<(Duration, u64)> {
    let data = tempfile::tempdir()?;
    let home = tempfile::tempdir()?;
    let how = WindowOptions::new(data.path(), false);
    let display = Display::start(how.size.0, how.size.1)?;
    let mut app = Command::new(&options.app);
    app.arg("--config").arg(&options.config).arg("--data").arg(data.path());
    for setting in &how.settings {
        app.args(["--set", setting]);
    }
    app.env("HOME", home.path())
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env("GDK_BACKEND", "x11");
    app.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").env("NO_AT_BRIDGE", "1");
    app.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    let mut app = Group::start(&mut app)?;
    while !display.painted()? {
        if !app.runs() || began.elapsed() > Duration::from_secs(60) {
            bail!("nothing was painted");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let painted = began.elapsed();
    // What the first seconds leave behind belongs to it; a lobby sees it for the rest of the day.
    std::thread::sleep(Duration::from_secs(3));
    let bytes = memory_pss(app.id())?;
    app.kill()?;
    Ok((painted, bytes))
}
