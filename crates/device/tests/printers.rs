//! The same demands on every printer, then what each does when its paper, cover, cable or folder is not in order.

#![cfg(debug_assertions)]
#![expect(clippy::unwrap_used, reason = "helpers fail the test that calls them")]

use device::printer::{Condition, Docked, FilePrinter, Job, PrintError, Printer, Status, TcpPrinter};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(5);

fn job(name: &str, rows: usize) -> Job {
    let mut escpos = b"\x1b@\x1dv0\0\x48\0".to_vec();
    escpos.extend((rows as u16).to_le_bytes());
    escpos.extend((0..rows * 72).map(|n| (n % 251) as u8 | 0x80));
    escpos.extend(b"\x1bd\x03\x1dV\x42\0");
    Job { name: name.into(), escpos, png: b"\x89PNG of the same".to_vec() }
}

/// How a peer behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Peer {
    /// Answers everything.
    Talks { offline: u8, cause: u8, paper: u8 },
    /// Answers in real time alone.
    AnswersInRealTimeAlone,
    /// Answers, and its roll ends while it prints: real-time answers change, `GS r` is never answered.
    RunsOutOfPaper,
    /// Reads and never answers.
    Silent,
    /// Answers until the slip comes, then neither reads nor answers.
    StallsAtTheSlip,
    /// Answers until the slip comes, then hangs up.
    HangsUpAtTheSlip,
}

const HEALTHY: Peer = Peer::Talks { offline: 0x12, cause: 0x12, paper: 0x12 };

/// A printer at the other end of a real socket; it serves one connection after the other.
struct Serving {
    address: String,
    /// What came on each connection.
    received: Arc<Mutex<Vec<Vec<u8>>>>,
    _thread: JoinHandle<()>,
}

fn serve(peer: Peer) -> Serving {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let received = Arc::new(Mutex::new(Vec::new()));
    let into = received.clone();
    let thread = std::thread::spawn(move || {
        // Kept open: a printer that stalls does not hang up.
        let mut stalled = Vec::new();
        while let Ok((stream, _)) = listener.accept() {
            let slot = {
                let mut all = into.lock().unwrap();
                all.push(Vec::new());
                all.len() - 1
            };
            if let Some(stream) = play(peer, stream, |bytes| into.lock().unwrap()[slot].extend(bytes)) {
                stalled.push(stream);
            }
        }
    });
    Serving { address, received, _thread: thread }
}

/// Reads and answers like a printer; gives the connection back where it is to stay open.
fn play(peer: Peer, mut stream: TcpStream, mut keep: impl FnMut(&[u8])) -> Option<TcpStream> {
    let mut all: Vec<u8> = Vec::new();
    let mut bytes = [0; 4096];
    loop {
        let count = stream.read(&mut bytes).unwrap_or(0);
        if count == 0 {
            return None;
        }
        keep(&bytes[..count]);
        all.extend(&bytes[..count]);
        let slip_came = all.windows(2).any(|two| two == b"\x1b@");
        match peer {
            Peer::StallsAtTheSlip if slip_came => return Some(stream),
            Peer::HangsUpAtTheSlip if slip_came => return None,
            _ => {}
        }
        let (offline, cause, paper) = match peer {
            Peer::Talks { offline, cause, paper } => (offline, cause, paper),
            Peer::RunsOutOfPaper if slip_came => (0x1A, 0x32, 0x72),
            _ => (0x12, 0x12, 0x12),
        };
        let answer = match all[all.len().saturating_sub(3)..] {
            _ if peer == Peer::Silent => None,
            [0x10, 4, 1] => Some(offline),
            [0x10, 4, 2] => Some(cause),
            [0x10, 4, 4] => Some(paper),
            [0x1D, b'r', 1] if peer == HEALTHY => Some(0),
            _ => None,
        };
        if let Some(answer) = answer {
            drop(stream.write_all(&[answer]));
        }
    }
}

impl Serving {
    fn printer(&self) -> TcpPrinter {
        TcpPrinter { address: self.address.clone(), deadline: DEADLINE }
    }

    fn got(&self, job: &Job) -> bool {
        let received = self.received.lock().unwrap();
        received.iter().any(|all| all.windows(job.escpos.len()).any(|part| part == job.escpos))
    }
}

fn folder_printer(folder: &std::path::Path) -> FilePrinter {
    FilePrinter { folder: folder.join("slips/today") }
}

#[test]
fn every_printer_prints_all_of_every_slip_and_says_how_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (talking, silent) = (serve(HEALTHY), serve(Peer::Silent));
    let docked_folder = tempfile::tempdir().unwrap();
    let file_got = |folder: &std::path::Path, job: &Job| {
        let at = |end: &str| std::fs::read(folder.join(format!("slips/today/{}.{end}", job.name))).unwrap();
        at("escpos") == job.escpos && at("png") == job.png
    };
    type Got<'a> = Box<dyn Fn(&Job) -> bool + 'a>;
    let printers: [(&str, Box<dyn Printer>, Got); 4] = [
        ("file", Box::new(folder_printer(folder.path())), Box::new(|job| file_got(folder.path(), job))),
        (
            "docked",
            Box::new(Docked::new(folder_printer(docked_folder.path()), DEADLINE, |_| ())),
            Box::new(|job| file_got(docked_folder.path(), job)),
        ),
        ("tcp", Box::new(talking.printer()), Box::new(|job| talking.got(job))),
        ("silent tcp", Box::new(silent.printer()), Box::new(|job| silent.got(job))),
    ];
    for (name, printer, got) in printers {
        assert!(matches!(printer.status(), Status::Ready | Status::Unknown), "{name}");
        for job in [job("A-012", 1), job("A-013", 2400), job("A-013", 30)] {
            let begun = Instant::now();
            printer.print(&job).unwrap_or_else(|error| unreachable!("{name}: {error}"));
            assert!(begun.elapsed() < DEADLINE, "{name}");
            assert!(got(&job), "{name} did not get all of {}", job.name);
        }
        assert!(matches!(printer.status(), Status::Ready | Status::Unknown), "{name}");
    }
}

#[test]
fn what_the_printer_says_is_told_before_anything_is_sent() {
    let told = [
        (Peer::Talks { offline: 0x12, cause: 0x12, paper: 0x1E }, Status::PaperLow),
        (Peer::Talks { offline: 0x1A, cause: 0x32, paper: 0x72 }, Status::NoPaper),
        (Peer::Talks { offline: 0x1A, cause: 0x16, paper: 0x12 }, Status::CoverOpen),
        (Peer::Talks { offline: 0x1A, cause: 0x12, paper: 0x12 }, Status::Offline),
        (Peer::Talks { offline: 0x1A, cause: 0x52, paper: 0x12 }, Status::Offline),
        (HEALTHY, Status::Ready),
        (Peer::Silent, Status::Unknown),
    ];
    for (peer, status) in told {
        let serving = serve(peer);
        assert_eq!(serving.printer().status(), status);
        if status.prints().is_err() {
            let job = job("A-012", 30);
            let failed = serving.printer().print(&job).unwrap_err();
            assert_eq!(format!("{failed}"), format!("{}", status.prints().unwrap_err()));
            assert!(!serving.got(&job), "a slip must not come out later, when paper is put in");
        }
    }
}

#[test]
fn paper_that_ends_under_the_slip_is_an_error() {
    let serving = serve(Peer::RunsOutOfPaper);
    assert!(matches!(serving.printer().print(&job("A-012", 300)), Err(PrintError::NoPaper)));
}

#[test]
fn a_printer_that_answers_in_real_time_alone_prints() {
    let serving = serve(Peer::AnswersInRealTimeAlone);
    let job = job("A-012", 300);
    serving.printer().print(&job).unwrap();
    assert!(serving.got(&job));
}

#[test]
fn nobody_at_the_address_is_refused_and_offline() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let printer = TcpPrinter { address, deadline: DEADLINE };
    assert!(matches!(printer.print(&job("A-012", 30)), Err(PrintError::Refused)));
    assert_eq!(printer.status(), Status::Offline);
}

#[test]
fn a_name_nobody_knows_is_unreachable() {
    let printer = TcpPrinter { address: "printer.invalid:9100".into(), deadline: DEADLINE };
    assert!(matches!(
        printer.print(&job("A-012", 30)),
        Err(PrintError::Unreachable(_) | PrintError::TimedOut)
    ));
    assert_eq!(printer.status(), Status::Offline);
    let printer = TcpPrinter { address: "no port".into(), deadline: DEADLINE };
    assert!(matches!(printer.print(&job("A-012", 30)), Err(PrintError::Unreachable(_))));
}

#[test]
fn a_printer_that_never_reads_holds_nobody_beyond_the_deadline() {
    // Never accepted: the system takes the connection and some bytes, and nobody reads them.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let deadline = Duration::from_millis(900);
    let printer = TcpPrinter { address: listener.local_addr().unwrap().to_string(), deadline };
    let begun = Instant::now();
    assert!(matches!(printer.print(&job("A-012", 60_000)), Err(PrintError::TimedOut)));
    assert!(begun.elapsed() < deadline + Duration::from_millis(400), "{:?}", begun.elapsed());
}

#[test]
fn a_printer_that_stalls_under_a_short_slip_is_noticed_where_it_used_to_answer() {
    let serving = serve(Peer::StallsAtTheSlip);
    let deadline = Duration::from_millis(900);
    let printer = TcpPrinter { deadline, ..serving.printer() };
    let begun = Instant::now();
    assert!(matches!(printer.print(&job("A-012", 10)), Err(PrintError::TimedOut)));
    assert!(begun.elapsed() < deadline + Duration::from_millis(400), "{:?}", begun.elapsed());
}

#[test]
fn a_printer_that_loses_its_power_under_the_slip_is_unreachable() {
    let serving = serve(Peer::HangsUpAtTheSlip);
    assert!(matches!(serving.printer().print(&job("A-012", 3000)), Err(PrintError::Unreachable(_))));
}

#[test]
fn a_folder_that_cannot_be_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("slips"), "a file in its place").unwrap();
    let printer = folder_printer(folder.path());
    assert_eq!(printer.status(), Status::Offline);
    assert!(matches!(printer.print(&job("A-012", 30)), Err(PrintError::Folder(_))));
}

#[test]
fn slips_stay_in_their_folder() {
    let folder = tempfile::tempdir().unwrap();
    let printer = folder_printer(folder.path());
    for name in ["", "..", "../A-012", "a/b", "/tmp/x", "a.b", "a b", "a\0"] {
        assert!(matches!(printer.print(&job(name, 1)), Err(PrintError::Name)), "{name:?}");
    }
    printer.print(&job("A-012", 1)).unwrap();
    assert_eq!(std::fs::read_dir(&printer.folder).unwrap().count(), 2, "nothing half-written stays");
}

#[test]
fn a_docked_printer_does_as_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let waited = Arc::new(Mutex::new(Duration::ZERO));
    let clock = waited.clone();
    let printer =
        Docked::new(folder_printer(folder.path()), DEADLINE, move |time| *clock.lock().unwrap() += time);
    let controls = printer.controls();
    let job = job("A-012", 30);

    controls.set(Condition::NoPaper);
    assert_eq!(printer.status(), Status::NoPaper);
    assert!(matches!(printer.print(&job), Err(PrintError::NoPaper)));
    controls.set(Condition::Offline);
    assert_eq!(printer.status(), Status::Offline);
    assert!(matches!(printer.print(&job), Err(PrintError::Offline)));
    controls.set(Condition::Stalled);
    assert!(matches!(printer.print(&job), Err(PrintError::TimedOut)));
    assert_eq!(std::mem::take(&mut *waited.lock().unwrap()), DEADLINE);
    assert!(!folder.path().join("slips").exists(), "nothing was printed so far");
    controls.clone().set(Condition::Slow);
    printer.print(&job).unwrap();
    assert!((DEADLINE / 2..DEADLINE).contains(&*waited.lock().unwrap()));
    assert!(folder.path().join("slips/today/A-012.escpos").exists());
    controls.set(Condition::Ok);
    assert_eq!((controls.get(), printer.status()), (Condition::Ok, Status::Ready));
}
