//! Anjungan Asik: the kiosk application.

use anjungan_asik::{Start, run, start_logging};
use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

/// The kiosk for JHT claims.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Folder of the configuration (pusat.toml, wilayah.toml, cabang.toml, kiosk.toml).
    #[arg(long, default_value = "/etc/anjungan-asik")]
    config: PathBuf,
    /// Folder of the journal, its key, slips and packets.
    #[arg(long, default_value = "/var/lib/anjungan-asik")]
    data: PathBuf,
    /// Sets one value of the configuration, such as `camera.source="folder"`; may be given several times.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = key_value)]
    set: Vec<(String, String)>,
    /// Allows the dock of simulated devices (F9); debug builds always do.
    #[cfg(any(debug_assertions, feature = "dock"))]
    #[arg(long)]
    dock: bool,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("write it as key=value")?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    start_logging();
    #[cfg(any(debug_assertions, feature = "dock"))]
    anjungan_asik::dock::allow(arguments.dock || cfg!(debug_assertions));
    let start = Start { config: arguments.config, data: arguments.data, set: arguments.set };
    match run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("anjungan-asik: {error:#}");
            ExitCode::FAILURE
        }
    }
}
