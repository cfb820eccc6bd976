//! The same demands on every printer, then what each does when its paper, cover, cable or folder is not in order.

#![cfg(debug_assertions)]
#![expect(clippy::unwrap_used, reason = "helpers fail the test that calls them")]

use device::printer::{
    Attended, Condition, Docked, FilePrinter, Flow, Job, PrintError, Printer, SerialPrinter, Status,
    TcpPrinter,
};
use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(5);

fn job(name: &str, rows: usize) -> Job {
    let mut escpos = b"\x1b@\x1dv0\0\x48\0".to_vec();
    escpos.extend((rows as u16).to_le_bytes());
    escpos.extend((0..rows * 72).map(|n| (n % 251) as u8 | 0x80));
    escpos.extend(b"\x1bd\x03\x1dV\x42\0");
    Job { name: name.into(), escpos, png: b"\x89PNG of the same".to_vec(), pdf: None }
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
    /// Answers the three questions of one look, then reads and never answers.
    FallsSilent,
}

const HEALTHY: Peer = Peer::Talks { offline: 0x12, cause: 0x12, paper: 0x12 };

/// A printer at the other end of a real socket, which serves one connection after the other, or of a real serial line.
struct Serving {
    at: At,
    /// What came on each connection.
    received: Arc<Mutex<Vec<Vec<u8>>>>,
    _thread: JoinHandle<()>,
}

enum At {
    Network(String),
    /// The path of the line, and its end on the printer's side of the cable: without it the line would be cut between
    /// two slips.
    Line(std::path::PathBuf, #[expect(dead_code, reason = "held open")] OwnedFd),
}

fn serve(peer: Peer) -> Serving {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = At::Network(listener.local_addr().unwrap().to_string());
    let received = Arc::new(Mutex::new(Vec::new()));
    let into = received.clone();
    let thread = std::thread::spawn(move || {
        // Kept open: a printer that stalls does not hang up.
        let mut stalled = Vec::new();
        while let Ok((stream, _)) = listener.accept() {
            stalled.extend(play(peer, stream, &into));
        }
    });
    Serving { at, received, _thread: thread }
}

fn serve_on_a_line(peer: Peer) -> Serving {
    let ends = nix::pty::openpty(None, None).unwrap();
    let path = nix::unistd::ttyname(&ends.slave).unwrap();
    let received = Arc::new(Mutex::new(Vec::new()));
    let into = received.clone();
    let thread = std::thread::spawn(move || {
        let stalled = play(peer, File::from(ends.master), &into);
        if stalled.is_some() {
            std::thread::park();
        }
    });
    Serving { at: At::Line(path, ends.slave), received, _thread: thread }
}

/// Reads and answers like a printer; gives the connection back where it is to stay open.
fn play<S: Read + Write>(peer: Peer, mut stream: S, received: &Mutex<Vec<Vec<u8>>>) -> Option<S> {
    let slot = {
        let mut received = received.lock().unwrap();
        received.push(Vec::new());
        received.len() - 1
    };
    let mut bytes = [0; 4096];
    loop {
        let count = stream.read(&mut bytes).unwrap_or(0);
        if count == 0 {
            return None;
        }
        let mut received = received.lock().unwrap();
        received[slot].extend(&bytes[..count]);
        let all = &received[slot];
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
            _ if peer == Peer::FallsSilent && (slot > 0 || all.len() > 9) => None,
            [0x10, 4, 1] => Some(offline),
            [0x10, 4, 2] => Some(cause),
            [0x10, 4, 4] => Some(paper),
            [0x1D, b'r', 1] if peer == HEALTHY => Some(0),
            _ => None,
        };
        drop(received);
        if let Some(answer) = answer {
            drop(stream.write_all(&[answer]));
        }
    }
}

impl Serving {
    fn printer(&self) -> Box<dyn Printer> {
        self.printer_within(DEADLINE)
    }

    fn printer_within(&self, deadline: Duration) -> Box<dyn Printer> {
        match &self.at {
            At::Network(address) => Box::new(TcpPrinter::new(address.clone(), deadline)),
            At::Line(path, _) => {
                Box::new(SerialPrinter::new(path.clone(), 115_200, Flow::None, deadline).unwrap())
            }
        }
    }

    fn got(&self, job: &Job) -> bool {
        self.got_bytes(&job.escpos)
    }

    fn got_bytes(&self, bytes: &[u8]) -> bool {
        let received = self.received.lock().unwrap();
        received.iter().any(|all| all.windows(bytes.len()).any(|part| part == bytes))
    }
}

/// The same printer in the network and on a serial line.
fn both(peer: Peer) -> [(&'static str, Serving); 2] {
    [("network", serve(peer)), ("line", serve_on_a_line(peer))]
}

fn folder_printer(folder: &std::path::Path) -> FilePrinter {
    FilePrinter { folder: folder.join("slips/today") }
}

#[test]
fn every_printer_prints_all_of_every_slip_and_says_how_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (talking, silent) = (serve(HEALTHY), serve(Peer::Silent));
    let (line, silent_line) = (serve_on_a_line(HEALTHY), serve_on_a_line(Peer::Silent));
    let attended = serve(HEALTHY);
    let docked_folder = tempfile::tempdir().unwrap();
    let file_got = |folder: &std::path::Path, job: &Job| {
        let at = |end: &str| std::fs::read(folder.join(format!("slips/today/{}.{end}", job.name))).unwrap();
        at("escpos") == job.escpos && at("png") == job.png
    };
    type Got<'a> = Box<dyn Fn(&Job) -> bool + 'a>;
    let printers: [(&str, Box<dyn Printer>, Got); 7] = [
        ("file", Box::new(folder_printer(folder.path())), Box::new(|job| file_got(folder.path(), job))),
        (
            "docked",
            Box::new(Docked::new(folder_printer(docked_folder.path()), DEADLINE, |_| ())),
            Box::new(|job| file_got(docked_folder.path(), job)),
        ),
        ("tcp", talking.printer(), Box::new(|job| talking.got(job))),
        ("silent tcp", silent.printer(), Box::new(|job| silent.got(job))),
        ("line", line.printer(), Box::new(|job| line.got(job))),
        ("silent line", silent_line.printer(), Box::new(|job| silent_line.got(job))),
        (
            "attended",
            Box::new(Attended::start(attended.printer(), DEADLINE, |_| ())),
            Box::new(|job| attended.got(job)),
        ),
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
        for (on, serving) in both(peer) {
            assert_eq!(serving.printer().status(), status, "{on}");
            if status.prints().is_err() {
                let job = job("A-012", 30);
                let failed = serving.printer().print(&job).unwrap_err();
                assert_eq!(format!("{failed}"), format!("{}", status.prints().unwrap_err()), "{on}");
                assert!(!serving.got(&job), "{on}: a slip must not come out later, when paper is put in");
            }
        }
    }
}

#[test]
fn paper_that_ends_under_the_slip_is_an_error_and_the_printer_is_told_to_forget_the_rest() {
    // DLE DC4 8: "clear buffer".
    const FORGET: [u8; 10] = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];
    for (on, serving) in both(Peer::RunsOutOfPaper) {
        let printed = serving.printer().print(&job("A-012", 300));
        assert!(matches!(printed, Err(PrintError::NoPaper)), "{on}");
        assert!(serving.got_bytes(&FORGET), "{on}");
    }
    for (on, serving) in both(HEALTHY) {
        serving.printer().print(&job("A-012", 300)).unwrap();
        assert!(!serving.got_bytes(&FORGET), "{on}");
    }
}

#[test]
fn a_printer_that_fell_silent_gets_nothing_that_it_could_print_later() {
    for (on, serving) in both(Peer::FallsSilent) {
        let printer = serving.printer();
        assert_eq!(printer.status(), Status::Ready, "{on}");
        let job = job("A-012", 30);
        assert!(matches!(printer.print(&job), Err(PrintError::TimedOut)), "{on}");
        assert!(!serving.got(&job), "{on}");
    }
}

#[test]
fn what_a_printer_did_not_read_in_time_does_not_come_out_when_it_reads_again() {
    let deadline = Duration::from_millis(700);
    let slip = job("A-012", 3000);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let printer = TcpPrinter::new(listener.local_addr().unwrap().to_string(), deadline);
    assert!(matches!(printer.print(&slip), Err(PrintError::TimedOut)));
    let mut came = Vec::new();
    let broken_off = listener.accept().and_then(|(mut stream, _)| stream.read_to_end(&mut came));
    assert!(broken_off.is_err(), "{} bytes came, and a proper end", came.len());

    let ends = nix::pty::openpty(None, None).unwrap();
    let path = nix::unistd::ttyname(&ends.slave).unwrap();
    let printer = SerialPrinter::new(path, 115_200, Flow::None, deadline).unwrap();
    assert!(matches!(printer.print(&slip), Err(PrintError::TimedOut)));
    drop(ends.slave);
    came.clear();
    let _ = File::from(ends.master).read_to_end(&mut came);
    // No more than the printer's side of the line had taken, of 216,000.
    assert!(came.len() < 5000, "{} bytes came", came.len());
}

#[test]
fn after_a_slip_that_was_broken_off_the_printer_gets_the_white_that_it_may_wait_for() {
    let deadline = Duration::from_millis(900);
    for (on, serving) in both(Peer::RunsOutOfPaper) {
        let printer = serving.printer_within(deadline);
        let white_before_the_slip = [[0; 255 * 72].as_slice(), b"\x1b@"].concat();
        assert!(printer.print(&job("A-012", 10)).is_err(), "{on}");
        assert!(!serving.got_bytes(&white_before_the_slip), "{on}");
        // On the line it still says that it has no paper; each connection in the network begins anew.
        let again = printer.print(&job("A-013", 10));
        assert!(again.is_err() && (on == "line" || serving.got_bytes(&white_before_the_slip)), "{on}");
    }
}

#[test]
fn a_printer_that_answers_in_real_time_alone_prints() {
    for (on, serving) in both(Peer::AnswersInRealTimeAlone) {
        let job = job("A-012", 300);
        serving.printer().print(&job).unwrap();
        assert!(serving.got(&job), "{on}");
    }
}

#[test]
fn nobody_at_the_address_is_refused_and_offline() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let printer = TcpPrinter::new(address, DEADLINE);
    assert!(matches!(printer.print(&job("A-012", 30)), Err(PrintError::Refused)));
    assert_eq!(printer.status(), Status::Offline);
}

#[test]
fn a_name_nobody_knows_is_unreachable() {
    let printer = TcpPrinter::new("printer.invalid:9100".into(), DEADLINE);
    assert!(matches!(
        printer.print(&job("A-012", 30)),
        Err(PrintError::Unreachable(_) | PrintError::TimedOut)
    ));
    assert_eq!(printer.status(), Status::Offline);
    let printer = TcpPrinter::new("no port".into(), DEADLINE);
    assert!(matches!(printer.print(&job("A-012", 30)), Err(PrintError::Unreachable(_))));
}

#[test]
fn a_printer_that_never_reads_holds_nobody_beyond_the_deadline() {
    // Never accepted: the system takes the connection and some bytes, and nobody reads them.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let deadline = Duration::from_millis(900);
    let printer = TcpPrinter::new(listener.local_addr().unwrap().to_string(), deadline);
    assert!(matches!(printer.print(&job("A-012", 60_000)), Err(PrintError::TimedOut)));
}

#[test]
fn a_printer_that_stalls_under_a_short_slip_is_noticed_where_it_used_to_answer() {
    for (on, serving) in both(Peer::StallsAtTheSlip) {
        let printer = serving.printer_within(Duration::from_millis(900));
        assert!(matches!(printer.print(&job("A-012", 10)), Err(PrintError::TimedOut)), "{on}");
    }
}

#[test]
fn a_printer_that_loses_its_power_under_the_slip_is_unreachable() {
    for (on, serving) in both(Peer::HangsUpAtTheSlip) {
        let printed = serving.printer().print(&job("A-012", 3000));
        assert!(matches!(printed, Err(PrintError::Unreachable(_))), "{on}: {printed:?}");
        let after = serving.printer().status();
        assert!(on == "network" || after == Status::Offline, "{on}: {after:?}");
    }
}

#[test]
fn a_line_that_is_not_there_is_offline_until_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("by-id");
    let printer = SerialPrinter::new(path.clone(), 115_200, Flow::Hardware, DEADLINE).unwrap();
    assert_eq!(printer.status(), Status::Offline);
    assert!(matches!(printer.print(&job("A-012", 30)), Err(PrintError::Unreachable(_))));
    let serving = serve_on_a_line(HEALTHY);
    let At::Line(line, _) = &serving.at else { unreachable!() };
    std::os::unix::fs::symlink(line, &path).unwrap();
    printer.print(&job("A-012", 30)).unwrap();
    assert_eq!(printer.status(), Status::Ready);
    assert!(SerialPrinter::new(path, 115_201, Flow::None, DEADLINE).is_none());
}

/// Hangs with each call until it is let go.
struct Hanging {
    hang: Mutex<Receiver<()>>,
    called: Sender<()>,
}

impl Printer for Hanging {
    fn print(&self, _: &Job) -> Result<(), PrintError> {
        self.called.send(()).unwrap();
        self.hang.lock().unwrap().recv().map_err(|_| PrintError::Offline)
    }

    fn status(&self) -> Status {
        Status::Ready
    }
}

#[test]
fn a_driver_that_hangs_holds_nobody_and_is_not_called_without_end() {
    let (release, hang) = channel();
    let (called, calls) = channel();
    let hanging = Hanging { hang: Mutex::new(hang), called };
    let printer = Attended::start(Box::new(hanging), Duration::from_millis(50), |_| ());
    for _ in 0..5 {
        assert!(matches!(printer.print(&job("A-012", 1)), Err(PrintError::TimedOut)));
    }
    assert_eq!(calls.try_iter().count(), 3, "no more threads hang than three");
    drop(release);
    while !matches!(printer.print(&job("A-013", 1)), Err(PrintError::Offline)) {
        std::thread::yield_now();
    }
}

#[test]
fn how_an_attended_printer_is_can_be_read_without_asking_it() {
    let serving = serve(Peer::Talks { offline: 0x1A, cause: 0x32, paper: 0x72 });
    let (told, changes) = channel();
    let printer = Attended::start(serving.printer(), DEADLINE, move |status| told.send(status).unwrap());
    assert_eq!(changes.recv(), Ok(Status::NoPaper));
    assert_eq!(printer.status(), Status::NoPaper);
    drop(printer);
    assert!(changes.recv().is_err(), "its thread ends with it");
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
