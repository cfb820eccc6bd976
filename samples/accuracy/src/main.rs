//! Measures how well documents are found, judged and read, next to plain OpenCV and plain Tesseract on the same
//! pictures on the same machine. `cargo xtask accuracy` runs it.

mod cases;
mod ours;
mod peers;
mod report;
mod tables;

use anyhow::Result;
use cases::Case;
use clap::{Parser, ValueEnum};
use std::fs;
use std::path::PathBuf;

/// The seeds of the report; what is below is for tuning.
const REPORT: u64 = 1_000_000;

#[derive(Parser)]
struct Options {
    /// Print the figures of the tuning seeds and write no report
    #[arg(long)]
    tune: bool,
    /// A third of the pictures
    #[arg(long)]
    quick: bool,
    /// Some parts of it [default: all]
    #[arg(long)]
    only: Vec<Part>,
    /// Folder for pictures
    #[arg(long)]
    cache: PathBuf,
    /// Python with OpenCV, and the script for it; without it OpenCV is left out
    #[arg(long, num_args = 2)]
    opencv: Vec<PathBuf>,
    /// The report to write [default: none, it is only printed]
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Part {
    /// Where the document is
    Corners,
    /// Whether it can be read
    Decisions,
    /// What it says
    Reading,
}

/// A case with all that was measured on it.
struct Measured {
    case: Case,
    ours: ours::Watched,
    opencv: Option<peers::OpenCv>,
    read: Option<ours::Read>,
    tesseract: Option<peers::Read>,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let each = if options.quick { 7 } else { 20 };
    let parts = if options.only.is_empty() { Part::value_variants().to_vec() } else { options.only.clone() };
    let wants = |part| parts.contains(&part);
    fs::create_dir_all(&options.cache)?;

    let first = if options.tune { 0 } else { REPORT };
    let reads = wants(Part::Reading);
    eprintln!("taking pictures …");
    let mut measured = watched(cases::taken(&options.cache, first, each, reads)?, &options)?;
    if reads {
        eprintln!("reading …");
        read(&mut measured)?;
    }
    // What blurs is learned on other pictures than those of the report.
    let tuned = if options.tune || !wants(Part::Decisions) || options.opencv.is_empty() {
        None
    } else {
        eprintln!("tuning OpenCV …");
        Some(watched(cases::taken(&options.cache, 0, if options.quick { 4 } else { 8 }, false)?, &options)?)
    };
    let threshold = report::blur_threshold(tuned.as_ref().unwrap_or(&measured));

    let text = report::written(&measured, threshold, &parts, options.tune);
    print(&text);
    print(&report::worst(&measured));
    if let Some(out) = &options.out {
        fs::write(out, text)?;
        eprintln!("written: {}", out.display());
    }
    Ok(())
}

/// Finds and judges, and has OpenCV do the same, one after the other on one thread each.
fn watched(cases: Vec<Case>, options: &Options) -> Result<Vec<Measured>> {
    let mut opencv = match &options.opencv[..] {
        [python, script] => peers::opencv(python, script, &cases)?,
        _ => vec![],
    };
    opencv.resize_with(cases.len(), || None);
    let measure = |(case, opencv): (Case, Option<peers::OpenCv>)| {
        let ours = ours::watched(&case)?;
        Ok(Measured { case, ours, opencv, read: None, tesseract: None })
    };
    cases.into_iter().zip(opencv).map(measure).collect()
}

/// Reads what can be read or passes the gate: first we, then Tesseract, so that neither takes the other's time.
fn read(measured: &mut [Measured]) -> Result<()> {
    let reader = document::read::Reader::default();
    for one in measured.iter_mut().filter(|one| one.is_read()) {
        one.read = Some(ours::read(&reader, &one.case)?);
    }
    for one in measured.iter_mut().filter(|one| one.is_read()) {
        one.tesseract = Some(peers::tesseract(&one.case)?);
    }
    Ok(())
}

impl Measured {
    fn is_read(&self) -> bool {
        self.case.flat.is_some() && (self.case.label == samples::Label::Good || self.ours.problems.is_empty())
    }
}

#[expect(clippy::print_stdout, reason = "it is what the command is for")]
fn print(text: &str) {
    println!("{text}");
}
