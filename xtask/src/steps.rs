//! Progress that a person can follow, and commands whose failure is one clear line.

use anyhow::{Context, Result, anyhow};
use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Numbered steps with the time each one took.
pub struct Steps {
    total: usize,
    now: usize,
    began: Instant,
}

impl Steps {
    pub fn new(total: usize) -> Self {
        Self { total, now: 0, began: Instant::now() }
    }

    /// Announces a step, does it, and says how long it took where that was noticeable.
    pub fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.now += 1;
        eprintln!("[{}/{}] {what}…", self.now, self.total);
        let began = Instant::now();
        let done = work()?;
        let took = began.elapsed();
        if took > Duration::from_secs(2) {
            eprintln!("      done in {}", human(took));
        }
        Ok(done)
    }

    /// Time since the first step began.
    pub fn elapsed(&self) -> String {
        human(self.began.elapsed())
    }
}

/// `3 s`, `4 min 12 s`.
pub fn human(time: Duration) -> String {
    let seconds = time.as_secs_f64().round() as u64;
    match (seconds / 60, seconds % 60) {
        (0, 0) => format!("{:.1} s", time.as_secs_f64()),
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// Runs a command with its output on the screen; a failure ends with `advice`.
pub fn run(command: &mut Command, advice: &str) -> Result<()> {
    let shown = shown(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("`{shown}` did not start"))?;
    if status.success() { Ok(()) } else { Err(anyhow!("`{shown}` failed ({status}): {advice}")) }
}

/// Runs a command and returns what it printed, or nothing where it is missing or fails.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program stands in the PATH.
pub fn exists(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).take(6).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(human(Duration::from_millis(300)), "0.3 s");
        assert_eq!(human(Duration::from_secs(59)), "59 s");
        assert_eq!(human(Duration::from_secs(252)), "4 min 12 s");
    }

    #[test]
    fn a_failure_names_the_command_and_what_to_do() {
        let error = run(&mut Command::new("false"), "read the lines above").unwrap_err().to_string();
        assert!(error.contains("`false`") && error.ends_with("read the lines above"), "{error}");
        let error = format!("{:#}", run(&mut Command::new("no-such-program"), "").unwrap_err());
        assert!(error.contains("did not start"), "{error}");
    }
}
