//! Tesseract as a child process: a picture goes in, words with places come out, nothing touches the disk.

use image::GrayImage;
use std::ffi::OsString;
use std::fmt;
use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// A word on a page, with its place in pixels of the page that was read. Personal: it prints as `***`.
#[derive(Clone, PartialEq)]
pub struct Word {
    /// As it was read.
    pub text: String,
    /// How sure the engine is, 0 to 1.
    pub confidence: f32,
    /// Left edge.
    pub left: u32,
    /// Upper edge.
    pub top: u32,
    /// Width; more than 0.
    pub width: u32,
    /// Height; more than 0.
    pub height: u32,
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Word(*** at {} {} {} {})", self.left, self.top, self.width, self.height)
    }
}

/// Places beyond this are no places on a page.
const FARTHEST: u32 = 1 << 20;

/// The words in a table as Tesseract writes it (`level page block paragraph line word left top width height
/// confidence text`, separated by tabs). Rows that are no words, or make no sense, are left out.
pub fn parse_tsv(table: &str) -> Vec<Word> {
    table.lines().filter_map(word).collect()
}

fn word(line: &str) -> Option<Word> {
    let mut cells = line.split('\t');
    if cells.next()? != "5" {
        return None;
    }
    let mut numbers = cells.by_ref().skip(5);
    let mut place = || numbers.next()?.parse::<u32>().ok().filter(|place| *place <= FARTHEST);
    let (left, top, width, height) = (place()?, place()?, place()?, place()?);
    let confidence: f32 = numbers.next()?.parse().ok()?;
    let text: Vec<&str> = numbers.collect();
    let text = text.join(" ").trim().to_owned();
    let fits = width > 0 && height > 0 && !text.is_empty() && confidence >= 0.0;
    let confidence = (confidence / 100.0).min(1.0);
    fits.then_some(Word { text, confidence, left, top, width, height })
}

/// What the engine is to expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expect {
    /// A page with text here and there.
    Page,
    /// One line of digits.
    Digits,
}

/// The program `tesseract`, as Debian installs it with its Indonesian data.
#[derive(Clone, Debug)]
pub struct Tesseract {
    program: OsString,
}

impl Default for Tesseract {
    fn default() -> Self {
        Self { program: "tesseract".into() }
    }
}

impl Tesseract {
    /// Another program than the one on the path.
    pub fn at(program: impl Into<OsString>) -> Self {
        Self { program: program.into() }
    }

    /// Whether the program can be run at all.
    pub(super) fn is_there(&self) -> bool {
        let mut command = Command::new(&self.program);
        let quiet = command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok()
    }

    /// The words of a picture. None where the program is missing, fails, or is not done at `until` and killed.
    pub(super) fn words(&self, picture: &GrayImage, expect: Expect, until: Instant) -> Option<Vec<Word>> {
        if Instant::now() >= until {
            return None;
        }
        let mut child = Command::new(&self.program)
            .args(arguments(expect))
            // One thread a process: the second one waits more than it helps on small pictures.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let (mut stdin, mut stdout) = (child.stdin.take()?, child.stdout.take()?);
        let picture = portable_grey_map(picture);
        // Both ends on threads of their own: a child that hangs takes neither this one nor its deadline.
        std::thread::spawn(move || stdin.write_all(&picture));
        let (done, table) = mpsc::channel();
        std::thread::spawn(move || {
            let mut table = vec![];
            let read = stdout.by_ref().take(LARGEST_TABLE).read_to_end(&mut table);
            let _ = done.send(read.map(|_| table));
        });
        let table = table.recv_timeout(until.saturating_duration_since(Instant::now()));
        let ended = ended(&mut child, until)?;
        let table = table.ok()?.ok().filter(|_| ended.success())?;
        Some(parse_tsv(&String::from_utf8_lossy(&table)))
    }
}

/// How a child ended; none where it is not done at `until`, and killed. One that gives no more output may still go on.
fn ended(child: &mut Child, until: Instant) -> Option<ExitStatus> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => std::thread::sleep(POLL),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

/// A child whose output ended is gone within about this time.
const POLL: Duration = Duration::from_millis(2);
/// More than any page gives.
const LARGEST_TABLE: u64 = 16 << 20;

fn arguments(expect: Expect) -> Vec<&'static str> {
    let mut arguments = vec!["-", "-", "-c", "tessedit_create_tsv=1", "--dpi", "300"];
    arguments.extend(match expect {
        Expect::Page => ["-l", "ind", "--psm", "11"],
        Expect::Digits => ["-l", "eng", "--psm", "7"],
    });
    if expect != Expect::Page {
        // Names and numbers are in no dictionary, and what is cut out is dark on light.
        arguments.extend([
            "-c",
            "load_system_dawg=0",
            "-c",
            "load_freq_dawg=0",
            "-c",
            "tessedit_do_invert=0",
        ]);
    }
    if expect == Expect::Digits {
        arguments.extend(["-c", "tessedit_char_whitelist=0123456789"]);
    }
    arguments
}

fn portable_grey_map(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = format!("P5 {} {} 255\n", picture.width(), picture.height()).into_bytes();
    bytes.extend_from_slice(picture.as_raw());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn words_are_taken_from_the_table_and_nonsense_is_left_out() {
        let table = "level\tpage_num\n\
            4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n\
            5\t1\t1\t1\t1\t1\t28\t36\t90\t40\t89.5\tNIK\n\
            5\t1\t1\t1\t1\t2\t28\t36\t90\t40\t-1\t\n\
            5\t1\t1\t1\t1\t2\t28\t36\t0\t40\t12\tflat\n\
            5\t1\t1\t1\t1\t2\t28\t-36\t4\t40\t12\tabove\n\
            5\t1\t1\t1\t1\t2\t28\t36\t4\t99999999999\t12\thuge\n\
            5\t1\t1\t1\t1\t3\t1\t2\t3\t4\t900\ta\tb";
        let words = parse_tsv(table);
        let seen: Vec<_> =
            words.iter().map(|word| (word.text.as_str(), word.left, word.confidence)).collect();
        assert_eq!(seen, [("NIK", 28, 0.895), ("a b", 1, 1.0)]);
        assert!(!format!("{words:?}").contains("NIK"));
    }

    #[test]
    fn a_missing_a_failing_and_a_hanging_program_read_nothing() {
        let picture = GrayImage::new(8, 8);
        let within = |program: &str, millis| {
            let until = Instant::now() + Duration::from_millis(millis);
            Tesseract::at(program).words(&picture, Expect::Digits, until)
        };
        assert_eq!(within("no-such-program", 5000), None);
        assert_eq!(within("false", 5000), None);
        // No time is left to start anything.
        assert_eq!(within("yes", 0), None);
    }

    /// One that says nothing, and one that says nothing more and goes on.
    #[cfg(unix)]
    #[test]
    fn a_program_that_does_not_end_is_killed() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        for (name, script) in [("silent", "exec sleep 60"), ("closed", "exec sleep 60 >&-")] {
            let path = folder.path().join(name);
            std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
            let began = Instant::now();
            let until = began + Duration::from_millis(200);
            assert_eq!(Tesseract::at(path).words(&GrayImage::new(8, 8), Expect::Digits, until), None);
            assert!(began.elapsed() < Duration::from_secs(30), "{name} was waited for");
        }
    }
}
