//! `kiosk-config`: checks, shows, compares and signs the configuration of a kiosk.

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use kiosk_config::{Edition, Packs, Problem};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks, shows, compares and signs the configuration of a kiosk.
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
    /// Prints the configuration in force with all layers merged, each value with the file that it comes from.
    Show {
        #[command(flatten)]
        layers: Layers,
        /// The configuration in force: the only thing there is to show; may be left out.
        #[arg(long)]
        effective: bool,
        /// The day it is in force on, year-month-day [default: today].
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
    /// Prints what is different between the configurations of two folders, or between two editions in one.
    Diff {
        /// Folder, or a file such as pusat.toml in one.
        before: PathBuf,
        /// Folder, or a file such as pusat-2027.toml in one.
        after: PathBuf,
        /// For folders: the day on which their editions are in force, year-month-day [default: today].
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
    /// Signs head office's files in a folder that are not signed yet or have changed.
    Sign {
        /// Folder with pusat.toml and, where there are any, pusat-NAME.toml and wilayah.toml.
        folder: PathBuf,
        /// File with the secret key, as minisign writes it; a password is asked for on the terminal.
        #[arg(long)]
        key: PathBuf,
    },
    /// Prints the JSON Schema of the configuration, for editors.
    Schema,
}

#[derive(Args)]
struct Layers {
    /// Folder with pusat.toml and, where there are any, pusat-NAME.toml, wilayah.toml, cabang.toml and kiosk.toml.
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
        Command::Check(Layers { folder, set }) => check(&mut out, &folder, &set),
        Command::Show { layers: Layers { folder, set }, effective: _, on } => {
            let (shown, problems) = kiosk_config::show(&folder, &set, on.unwrap_or_else(today));
            write!(out, "{shown}")?;
            complain(&problems)
        }
        Command::Diff { before, after, on } => {
            let on = on.unwrap_or_else(today);
            match (edition(&before, on), edition(&after, on)) {
                (Ok(before), Ok(after)) => {
                    for change in kiosk_config::diff(before.config(), after.config()) {
                        writeln!(out, "{change}")?;
                    }
                    Ok(ExitCode::SUCCESS)
                }
                (before, after) => complain(
                    &[before, after].into_iter().filter_map(Result::err).flatten().collect::<Vec<_>>(),
                ),
            }
        }
        Command::Sign { folder, key } => match kiosk_config::sign(&folder, &key) {
            Ok(names) => {
                for name in &names {
                    writeln!(out, "{name}: signed")?;
                }
                if names.is_empty() {
                    writeln!(out, "{}: all signed already", folder.display())?;
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(error) => {
                writeln!(io::stderr(), "{error}")?;
                Ok(ExitCode::FAILURE)
            }
        },
        Command::Schema => {
            writeln!(out, "{:#}", kiosk_config::schema())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(out: &mut impl Write, folder: &Path, set: &[(String, String)]) -> io::Result<ExitCode> {
    let packs = Packs::read(folder, set);
    for edition in packs.iter().flat_map(Packs::all) {
        let rules = &edition.config().rules;
        writeln!(out, "{}: version {}, from {}", edition.file(), rules.version, rules.effective_from)?;
    }
    let mut problems = packs.err().unwrap_or_default();
    problems.extend(kiosk_config::check_signatures(folder));
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

/// The edition that a folder has in force on a day, or the one in a file.
fn edition(path: &Path, on: Date) -> Result<Edition, Vec<Problem>> {
    if !path.is_file() {
        return Ok(Packs::read(path, &[])?.in_force(on).clone());
    }
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let packs = Packs::read(folder, &[])?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    packs.all().find(|edition| edition.file() == name).cloned().ok_or_else(|| {
        let what = "no edition of the rules; expected pusat.toml or pusat-NAME.toml".into();
        vec![Problem { file: name.into(), place: None, key: None, what }]
    })
}

fn complain(problems: &[Problem]) -> io::Result<ExitCode> {
    for problem in problems {
        writeln!(io::stderr(), "{problem}")?;
    }
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}

/// Today in western Indonesia.
fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::fixed(offset(7))).date()
}
