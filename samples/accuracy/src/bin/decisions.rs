//! Judges tuning pictures within their true corners and prints what was measured, one JSON object a line; for
//! `samples/train/decisions.py`.

use anyhow::{Result, ensure};
use clap::Parser;
use document::{Form, Point, Quad, judge_within};
use samples::{Condition, Kind, photograph, specimen};
use serde_json::json;

/// In turn: cards as often as all the others.
const KINDS: [(Kind, Form); 10] = [
    (Kind::Ktp, Form::Card),
    (Kind::Passbook, Form::Book),
    (Kind::Kpj, Form::Card),
    (Kind::Letter, Form::Sheet),
    (Kind::Npwp, Form::Card),
    (Kind::Passbook, Form::Book),
    (Kind::Ktp, Form::Card),
    (Kind::Letter, Form::Sheet),
    (Kind::Kpj, Form::Card),
    (Kind::Kk, Form::WideSheet),
];
/// The seeds of the report begin here.
const REPORT: u64 = 1_000_000;

/// Judges tuning pictures within their true corners.
#[derive(Parser)]
struct Options {
    /// First seed
    #[arg(long, default_value_t = 1000)]
    first: u64,
    /// Pictures of each condition
    #[arg(long, default_value_t = 40)]
    each: u64,
}

#[expect(clippy::print_stdout, reason = "it is what the command is for")]
fn main() -> Result<()> {
    let Options { first, each } = Options::parse();
    ensure!(first + each <= REPORT, "nothing is tuned on the seeds of the report");
    for seed in first..first + each {
        for condition in Condition::ALL {
            let (kind, form) = KINDS[(seed % 10) as usize];
            let large = (seed / 10 + condition as u64).is_multiple_of(2);
            let size = if large { (1920, 1080) } else { (1280, 720) };
            let shot = photograph(&specimen(seed * 32 + condition as u64, kind)?, condition, seed, size)?;
            let quad = Quad(shot.quad.map(|[x, y]| Point::new(x, y)));
            let (judgement, measures) = judge_within(&shot.picture, &quad, Some(form));
            let (unasked, _) = judge_within(&shot.picture, &quad, None);
            let line = json!({
                "kind": kind, "condition": condition, "seed": seed, "label": shot.label, "why": shot.why,
                "physics": shot.physics, "measures": measures, "problems": judgement.problems,
                "without_form": unasked.problems,
            });
            println!("{line}");
        }
    }
    Ok(())
}
