//! The commands of the project. `cargo xtask run` on a fresh machine installs what is missing, builds, and opens
//! the kiosk; the others test it, show it, measure it and keep it tidy.

mod accuracy;
mod bench;
mod build;
mod check;
mod demo;
mod display;
mod generate;
mod project;
mod run;
mod steps;
mod system;
mod test;
mod texts;
mod tools;
mod vm;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// The commands of Anjungan Asik.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the kiosk and open it, on a virtual display where there is no other
    Run(RunOptions),
    /// Save a picture of what the virtual display shows
    Look {
        /// File to write [default: target/look.png]
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Build the kiosk and run all tests
    Test {
        /// Only tests whose name contains this
        filter: Option<String>,
    },
    /// Play a whole claim in the real window with the sample documents and keep what comes out
    Demo(DemoOptions),
    /// Measure: benchmarks, start of the window, memory
    Bench,
    /// Measure how well documents are found, judged and read, next to plain OpenCV and plain Tesseract
    Accuracy(AccuracyOptions),
    /// Play a surge day with an outage on the real store: no number lost or doubled, the order kept; waits and estimates
    Simulate {
        /// Another day
        #[arg(default_value_t = 1)]
        seed: u64,
    },
    /// What is checked beside the tests: format, lints, types, generated files, texts, licences
    Check,
    /// Check the words that people see: none missing, none unexplained, none too hard to read
    Texts,
    /// Try the camera, and a claim before it, on devices of a real kernel, in a virtual machine
    Vm,
    /// Write the TypeScript types anew
    Generate {
        /// Only say whether they are up to date
        #[arg(long)]
        check: bool,
    },
}

#[derive(Args)]
struct RunOptions {
    /// Build as it is shipped, without the dock of simulated devices
    #[arg(long)]
    release: bool,
    /// Have the dock of simulated devices (F9) in a build as it is shipped, too
    #[arg(long)]
    dock: bool,
    /// A panel that stands upright
    #[arg(long)]
    portrait: bool,
    /// What it is for; a counter and a board work with the kiosk on the same data folder
    #[arg(long, value_enum, default_value_t = Role::Kiosk)]
    role: Role,
    /// Use this camera (`/dev/video0` or part of its name) and no photographs in its place
    #[arg(long)]
    camera: Option<String>,
    /// Folder of the configuration [default: kiosk-config/files]
    #[arg(long)]
    config: Option<PathBuf>,
    /// Folder for claims and slips [default: target/kiosk-data]
    #[arg(long)]
    data: Option<PathBuf>,
    /// A setting for this run, such as `session.idle_seconds=30`
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Role {
    Kiosk,
    Counter,
    Board,
}

#[derive(Args)]
struct DemoOptions {
    /// Folder for what comes out [default: target/demo]
    #[arg(long)]
    out: Option<PathBuf>,
    /// A panel that stands upright
    #[arg(long)]
    portrait: bool,
    /// Keep the data folder of the kiosk beside the output
    #[arg(long)]
    keep: bool,
}

#[derive(Args)]
struct AccuracyOptions {
    /// Print the figures of the tuning seeds and leave docs/accuracy.md as it is
    #[arg(long)]
    tune: bool,
    /// A third of the pictures; prints only
    #[arg(long)]
    quick: bool,
    /// Some parts, printed only: corners, decisions, reading
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

fn simulate(seed: u64) -> anyhow::Result<()> {
    let mut day = tools::cargo();
    day.args(["run", "--locked", "--package", "store", "--example", "simulate", "--"]);
    steps::run(day.arg(seed.to_string()), "the lines above say what was broken")
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Look { out } => display::look(out),
        Command::Test { filter } => test::test(filter.as_deref()),
        Command::Demo(options) => demo::demo(&options),
        Command::Bench => bench::bench(),
        Command::Accuracy(options) => accuracy::accuracy(&options),
        Command::Simulate { seed } => simulate(seed),
        Command::Check => check::check(),
        Command::Texts => texts::texts(),
        Command::Vm => vm::vm(),
        Command::Generate { check: true } => generate::check(),
        Command::Generate { check: false } => generate::write(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
