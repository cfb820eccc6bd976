//! A surge day and the day after it, on the real store: `cargo xtask simulate`. Fails where a number is lost or doubled, or
//! the order is not kept.

mod day;

use day::{Plan, Report};
use std::process::ExitCode;

fn main() -> ExitCode {
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => return failed(&error.to_string()),
    };
    match day::run(&Plan { seed, ..Plan::surge() }, &folder.path().join("journal.db")) {
        Ok(report) => {
            print(&report);
            ExitCode::SUCCESS
        }
        Err(wrong) => failed(&wrong),
    }
}

fn failed(wrong: &str) -> ExitCode {
    #[expect(clippy::print_stderr, reason = "a command says why it failed")]
    {
        eprintln!("the simulation found something wrong: {wrong}");
    }
    ExitCode::FAILURE
}

#[expect(clippy::print_stdout, reason = "this is what the command is for")]
fn print(report: &Report) {
    let [normal, priority] = report.longest_minutes;
    let [early, late] = report.estimate_within_90_percent;
    println!("arrivals                        {:6}", report.arrivals);
    println!("numbers given                   {:6}   none twice, none lost", report.given);
    println!(
        "paper that did not come         {:6}   number on the screen, called all the same",
        report.print_failed
    );
    println!(
        "number with nobody at the screen{:6}   a kiosk was killed between number and paper",
        report.orphans
    );
    println!("called on the first day         {:6}", report.first_day);
    println!("carried over to the second day  {:6}   first, in the same order", report.carried);
    println!("called and did not come         {:6}", report.no_shows);
    println!(
        "longest wait within a day       {normal:6.0} min; who goes first {priority:.0} min (outage of {} min)",
        report.outage_minutes
    );
    println!(
        "estimate, no outage in between  {:6.1} min off in the median; 90 % from {early:.0} to {late:+.0} min",
        report.estimate_median_off
    );
    println!(
        "next call                       {:6.2} ms in the median, {:.2} ms at most",
        report.call_ms[0], report.call_ms[1]
    );
}
