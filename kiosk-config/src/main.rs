//! `kiosk-config`: checks and shows the configuration of a kiosk.

use clap::{Args, Parser, Subcommand};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks and shows the configuration of a kiosk.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints every problem of the configuration in a folder; ends with 1 where there is one.
    Check(Layers),
    /// Prints the configuration with all layers merged, each value with the file that it comes from.
    Show(Layers),
    /// Prints the JSON Schema of the configuration, for editors.
    Schema,
}

#[derive(Args)]
struct Layers {
    /// Folder with pusat.toml and, where there are any, wilayah.toml, cabang.toml and kiosk.toml.
    folder: PathBuf,
    /// A single value on top of all files, such as camera.source="folder"; can be given more than once.
    #[arg(long, value_name = "KEY=VALUE", value_parser = key_and_value)]
    set: Vec<(String, String)>,
}

fn key_and_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("expected KEY=VALUE, such as session.idle_seconds=60")?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

fn main() -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match Cli::parse().command {
        Command::Check(Layers { folder, set }) => {
            let problems = kiosk_config::load_with(&folder, &set).err().unwrap_or_default();
            for problem in &problems {
                writeln!(out, "{problem}")?;
            }
            match problems.len() {
                0 => writeln!(out, "{}: no problems", folder.display())?,
                1 => writeln!(out, "1 problem")?,
                count => writeln!(out, "{count} problems")?,
            }
            Ok(ExitCode::from(u8::from(!problems.is_empty())))
        }
        Command::Show(Layers { folder, set }) => {
            let (shown, problems) = kiosk_config::show(&folder, &set);
            write!(out, "{shown}")?;
            for problem in &problems {
                writeln!(io::stderr(), "{problem}")?;
            }
            Ok(ExitCode::from(u8::from(!problems.is_empty())))
        }
        Command::Schema => {
            writeln!(out, "{:#}", kiosk_config::schema())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
