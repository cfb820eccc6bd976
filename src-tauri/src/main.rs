//! Anjungan Asik: the kiosk application.

use anjungan_asik::{Start, run, satisfaction, start_logging};
use clap::{Parser, Subcommand};
use jiff::civil::Date;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// The kiosk for JHT claims.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Folder of the configuration (pusat.toml, wilayah.toml, cabang.toml, kiosk.toml).
    #[arg(long, global = true, default_value = "/etc/anjungan-asik")]
    config: PathBuf,
    /// Folder of the journal, its key, slips and packets.
    #[arg(long, global = true, default_value = "/var/lib/anjungan-asik")]
    data: PathBuf,
    /// Sets one value of the configuration, such as `camera.source="folder"`; may be given several times.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = key_value)]
    set: Vec<(String, String)>,
    /// Allows the dock of simulated devices (F9); debug builds always do.
    #[cfg(any(debug_assertions, feature = "dock"))]
    #[arg(long)]
    dock: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Prints how content the participants were between two days (year-month-day, both included), for a spreadsheet.
    Satisfaction {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
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
    let done = match arguments.command {
        None => run(start),
        Some(Command::Satisfaction { from, to }) => satisfaction(&start, from, to)
            .and_then(|table| Ok(std::io::stdout().write_all(table.as_bytes())?)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("anjungan-asik: {error:#}");
            ExitCode::FAILURE
        }
    }
}
