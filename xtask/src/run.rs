//! `run`: from a fresh checkout to the kiosk on the screen.

use crate::display::{self, VirtualDisplay};
use crate::steps::Steps;
use crate::{Role, RunOptions, build, project, system};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Panel of the virtual display: width and height in pixels, width in millimetres (a 24-inch panel).
const LANDSCAPE: (u32, u32, u32) = (1920, 1080, 527);
const PORTRAIT: (u32, u32, u32) = (1080, 1920, 296);

/// Installs, builds, starts; ends when the window is closed.
pub fn run(options: &RunOptions) -> Result<()> {
    let mut steps = Steps::new(5);
    let without_display = !display::there();
    steps.step("Looking for system packages", || {
        let display: &[_] = if without_display { system::VIRTUAL_DISPLAY } else { &[] };
        system::ensure(&[system::BUILD, system::VOICE, system::READER, display])
    })?;
    steps.step("Building the user interface", || build::ui(!options.release || options.dock))?;
    steps.step("Fetching crates", build::crates)?;
    steps.step("Building the application (about 4 minutes the first time)", || {
        build::app(options.release, options.dock)
    })?;
    steps.step("Opening the kiosk", || open(options, without_display))
}

fn open(options: &RunOptions, without_display: bool) -> Result<()> {
    let panel = if options.portrait { PORTRAIT } else { LANDSCAPE };
    let root = project::root();
    let config = options.config.clone().unwrap_or_else(|| root.join("kiosk-config/files"));
    let data = options.data.clone().unwrap_or_else(|| project::out("kiosk-data"));
    fs::create_dir_all(&data).with_context(|| format!("{} cannot be made", data.display()))?;

    let mut app = Command::new(project::app(options.release));
    app.arg("--config").arg(&config).arg("--data").arg(&data);
    if options.dock {
        app.arg("--dock");
    }
    for setting in role(options.role).into_iter().chain(camera(options, &root)).chain(panel_settings(
        options,
        without_display,
        panel,
    )) {
        app.args(["--set", &setting]);
    }
    for setting in &options.set {
        app.args(["--set", setting]);
    }
    // Without a graphics card the other renderer costs 80 MB and draws slower.
    if !has_graphics() {
        app.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    let mut display = None;
    if without_display {
        let started = VirtualDisplay::start(panel.0, panel.1)?;
        app.env("DISPLAY", &started.name);
        eprintln!("      no display here: the kiosk is on the virtual display {}", started.name);
        eprintln!("      a picture of it: cargo xtask look");
        eprintln!("      to touch it: x11vnc -display {} -localhost, then a VNC viewer", started.name);
        display = Some(started);
    }
    eprintln!("      claims and slips go to {}", data.display());
    eprintln!("      Ctrl-C ends it; what was typed and captured is kept");
    let status = app.status().context("the kiosk did not start")?;
    drop(display);
    if !status.success() {
        bail!("the kiosk ended with {status}; the lines above say why");
    }
    Ok(())
}

/// What the window is for. A counter gets two officers to try it with: one for each verification.
fn role(role: Role) -> Vec<String> {
    let mut settings = match role {
        Role::Kiosk => return Vec::new(),
        Role::Counter => vec!["kiosk.role=counter".to_owned()],
        Role::Board => return vec!["kiosk.role=board".to_owned()],
    };
    for (name, pin, checks) in [("rina", "2468", "first"), ("wati", "1357", "second")] {
        settings.push(format!("officers.{name}.name={name}"));
        settings.push(format!("officers.{name}.pin=\"{pin}\""));
        settings.push(format!("officers.{name}.checks={checks}"));
        eprintln!("      officer for the {checks} verification: {name}, PIN {pin}");
    }
    settings
}

/// The camera that was asked for, else one of this machine, else the sample photographs.
fn camera(options: &RunOptions, root: &Path) -> Vec<String> {
    if let Some(camera) = &options.camera {
        return vec!["camera.source=device".into(), format!("camera.device={camera}")];
    }
    if starts_with(Path::new("/dev"), "video") {
        return Vec::new();
    }
    eprintln!("      no camera found: the sample photographs are played instead; --camera DEVICE to insist");
    let photos = root.join("samples/photos");
    vec!["camera.source=folder".into(), format!("camera.folder={}", photos.display())]
}

fn panel_settings(options: &RunOptions, without_display: bool, panel: (u32, u32, u32)) -> Vec<String> {
    if !without_display && !options.portrait {
        return Vec::new();
    }
    let (width, height, mm) = panel;
    vec![
        format!("kiosk.panel.width_px={width}"),
        format!("kiosk.panel.height_px={height}"),
        format!("kiosk.panel.width_mm={mm}"),
    ]
}

fn has_graphics() -> bool {
    starts_with(Path::new("/dev/dri"), "renderD")
}

fn starts_with(folder: &Path, start: &str) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with(start))
}
