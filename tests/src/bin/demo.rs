//! Plays a whole claim in the real window with the sample documents and keeps what comes out: a picture of each
//! screen, the ticket, the packet, and `summary.json`. Fails where anything of it is missing or cannot be read.

use anyhow::{Context, Result};
use clap::Parser;
use product_tests::{Person, Player, View, Window, WindowOptions, check_outcome, collect_outcome};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
struct Options {
    /// The application
    #[arg(long)]
    app: PathBuf,
    /// Folder of its configuration
    #[arg(long)]
    config: PathBuf,
    /// Folder of the samples: `person.toml`, `photos/`
    #[arg(long)]
    samples: PathBuf,
    /// Folder for what comes out; emptied of an earlier demo first
    #[arg(long)]
    out: PathBuf,
    /// A panel that stands upright
    #[arg(long)]
    portrait: bool,
    /// Keep the data folder of the kiosk as `data/`
    #[arg(long)]
    keep: bool,
}

fn main() -> ExitCode {
    match play(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn play(options: Options) -> Result<()> {
    clear(&options.out)?;
    let person = Person::read(&options.samples.join("person.toml"))?;
    let data = options.out.join("data");
    fs::create_dir_all(&data)?;

    let mut how = WindowOptions::new(&data, options.portrait);
    how.app = options.app;
    how.config = options.config;
    how.settings.push("capture.automatic=true".to_owned());
    let mut window = Window::open(&how)?;
    let player = Player::new(&mut window, &person).keep_pictures(options.out.join("screens")).hold_still();
    let say = |_: &mut Window, view: &View| {
        eprintln!("      {}", view.screen);
        Ok(())
    };
    let played = player.on_each_screen(say).play_until("ticket")?;
    let (taps, keystrokes) = window.counts();
    let number = window.text("[data-ticket]").context("the ticket shows no number")?;

    collect_outcome(&data, &options.out)?;
    let documents = check_outcome(&options.out)?;
    window.kill()?;
    if !options.keep {
        fs::remove_dir_all(&data)?;
    }
    let summary = json!({
        "screens": played.screens,
        "taps": taps,
        "keystrokes": keystrokes,
        "seconds": (played.time.as_secs_f64() * 10.0).round() / 10.0,
        "ticket_number": number,
        "documents": documents,
    });
    fs::write(options.out.join("summary.json"), serde_json::to_string_pretty(&summary)?)?;
    let screens = played.screens.len();
    eprintln!(
        "      ticket {number}: {screens} screens, {taps} taps, {keystrokes} keys, {} documents",
        documents.len()
    );
    Ok(())
}

/// Takes away what an earlier demo left, and nothing else.
fn clear(out: &Path) -> Result<()> {
    for folder in ["screens", "upload", "data"] {
        if out.join(folder).exists() {
            fs::remove_dir_all(out.join(folder)).with_context(|| format!("{folder} cannot be removed"))?;
        }
    }
    for file in ["ticket.escpos", "ticket.png", "packet.pdf", "summary.json"] {
        let _ = fs::remove_file(out.join(file));
    }
    Ok(())
}
