//! Printers behind IPP: a real CUPS with its PDF printer and a queue to a printer that does not read, and the IPP test
//! printer of CUPS. The test sets them up for itself (as root, with the packages of `cargo xtask test`) and says so
//! loudly where it cannot.

#![expect(clippy::unwrap_used, reason = "helpers fail the test that calls them")]

use device::printer::{IppPrinter, Job, Media, PrintError, Printer, Status};
use paper::{Block, Slip, Width};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const DEADLINE: Duration = Duration::from_secs(60);
const TOOLS: [&str; 6] = [
    "/usr/sbin/cupsd",
    "/usr/sbin/lpadmin",
    "/usr/sbin/ippeveprinter",
    "/usr/lib/cups/backend/cups-pdf",
    "/usr/sbin/avahi-daemon",
    "/usr/bin/zbarimg",
];

/// Whether printers can be set up here.
fn possible() -> bool {
    let missing: Vec<_> = TOOLS.into_iter().filter(|tool| !Path::new(tool).exists()).collect();
    let root = run("id", &["-u"]).stdout == b"0\n";
    if !missing.is_empty() || !root {
        eprintln!("SKIPPED: nothing was printed through CUPS: root {root}, missing {missing:?}");
    }
    missing.is_empty() && root
}

fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// A program that ends with the test.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Self {
        Self(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits for something outside to happen.
fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + DEADLINE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "no {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = fs::read_to_string(self.folder.path().join("ErrorLog")).unwrap_or_default();
            eprintln!("CUPS: {log}");
        }
    }
}

/// A CUPS of its own.
struct Cups {
    folder: TempDir,
    server: String,
    _running: Running,
}

impl Cups {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path();
        let server = format!("127.0.0.1:{}", free_port());
        let settings = format!(
            "Listen {server}\nBrowsing No\nWebInterface No\nDefaultAuthType None\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
        );
        fs::write(place.join("cupsd.conf"), settings).unwrap();
        let mut files = "SystemGroup root\n".to_owned();
        for (what, name) in [
            ("ServerRoot", "root"),
            ("CacheDir", "cache"),
            ("StateDir", "state"),
            ("RequestRoot", "spool"),
            ("TempDir", "tmp"),
        ] {
            fs::create_dir(place.join(name)).unwrap();
            files += &format!("{what} {}\n", place.join(name).display());
        }
        for log in ["AccessLog", "ErrorLog", "PageLog"] {
            files += &format!("{log} {}\n", place.join(log).display());
        }
        fs::write(place.join("cups-files.conf"), files).unwrap();
        // Its filters run as somebody else.
        run("chmod", &["-R", "a+rX", &place.display().to_string()]);
        run("chmod", &["1777", &place.join("tmp").display().to_string()]);
        let mut cupsd = Command::new("/usr/sbin/cupsd");
        cupsd.arg("-f").arg("-c").arg(place.join("cupsd.conf")).arg("-s").arg(place.join("cups-files.conf"));
        let running = Running::start(&mut cupsd);
        until("CUPS", || TcpStream::connect(&server).ok());
        Self { server, folder, _running: running }
    }

    fn add(&self, name: &str, device: &str, more: &[&str]) {
        let mut arguments = vec!["-h", &self.server, "-p", name, "-E", "-v", device];
        arguments.extend(more);
        let added = run("/usr/sbin/lpadmin", &arguments);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }

    fn printer(&self, queue: &str, deadline: Duration) -> IppPrinter {
        let address = format!("ipp://{}/printers/{queue}", self.server);
        IppPrinter::new(&address, Media::Roll(80), deadline).unwrap()
    }

    /// Jobs that would still come out.
    fn waiting(&self) -> String {
        let listed = run("lpstat", &["-h", &self.server, "-W", "not-completed", "-o"]);
        String::from_utf8(listed.stdout).unwrap()
    }
}

const QR: &str = "AA1-00FF00FF00FF00FF";

/// A slip as the kiosk draws it.
fn slip(name: &str) -> Job {
    let text = |text: &str| text.to_owned();
    let blocks = vec![
        Block::Title(text("Nomor antrean Anda")),
        Block::Number { label: text("Nomor"), value: text("A-012"), mark: text("") },
        Block::Code {
            data: text(QR),
            caption: text("Lanjutkan klaim"),
            label: text("Kode"),
            value: text("ABCD 2345"),
        },
    ];
    let made = jiff::civil::date(2026, 9, 10).at(9, 0, 0, 0);
    let slip = Slip { language: text("id"), title: text("Nomor antrean"), made, blocks };
    let picture = slip.render(Width::Mm80).unwrap();
    let pdf = Some(slip.pdf(Width::Mm80).unwrap());
    Job { name: name.into(), escpos: picture.escpos(), png: picture.png().unwrap(), pdf }
}

/// The QR on a page that was printed, read by somebody else's reader.
fn code_on(pdf: &Path) -> String {
    let picture = pdf.with_extension("page");
    let drawn = run(
        "pdftoppm",
        &["-r", "203", "-png", "-singlefile", &pdf.display().to_string(), &picture.display().to_string()],
    );
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    let read = run("zbarimg", &["-q", "--raw", &picture.with_extension("page.png").display().to_string()]);
    String::from_utf8(read.stdout).unwrap().trim().to_owned()
}

#[test]
fn cups_prints_on_its_pdf_printer_and_keeps_nothing_that_failed() {
    if !possible() {
        return;
    }
    let cups = Cups::start();
    cups.add("pdf", "cups-pdf:/", &["-P", "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"]);
    let printer = cups.printer("pdf", DEADLINE);
    assert_eq!(printer.status(), Status::Ready);
    let name = format!("test-{}", std::process::id());
    printer.print(&slip(&name)).unwrap();
    let folder = PathBuf::from("/var/spool/cups-pdf/ANONYMOUS");
    let printed = until("page", || {
        let files = fs::read_dir(&folder).ok()?.flatten().map(|entry| entry.path());
        files.into_iter().find(|path| path.display().to_string().contains(&name))
    });
    let ours = cups.folder.path().join("printed.pdf");
    fs::rename(&printed, &ours).or_else(|_| fs::copy(&printed, &ours).map(drop)).unwrap();
    let _ = fs::remove_file(&printed);
    assert_eq!(code_on(&ours), QR);

    // Switched off by staff: nothing is even queued.
    assert!(run("/usr/sbin/cupsdisable", &["-h", &cups.server, "pdf"]).status.success());
    assert_eq!(printer.status(), Status::Offline);
    assert!(matches!(printer.print(&slip("off")), Err(PrintError::Offline)));
    assert_eq!(cups.waiting(), "");
    assert!(run("/usr/sbin/cupsenable", &["-h", &cups.server, "pdf"]).status.success());
    assert_eq!(printer.status(), Status::Ready);

    // A printer that takes the connection and never reads.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    cups.add("stuck", &format!("socket://{}", listener.local_addr().unwrap()), &["-m", "raw"]);
    let stuck = cups.printer("stuck", Duration::from_secs(3));
    let failed = stuck.print(&slip("stuck"));
    assert!(matches!(failed, Err(PrintError::TimedOut | PrintError::Offline)), "{failed:?}");
    assert_eq!(cups.waiting(), "");

    let unknown = cups.printer("unknown", DEADLINE);
    assert!(matches!(unknown.print(&slip("unknown")), Err(PrintError::Refused)));
    drop(printer);
    let address = format!("ipp://{}/printers/pdf", cups.server);
    drop(cups);
    let gone = IppPrinter::new(&address, Media::A4, DEADLINE).unwrap();
    assert_eq!(gone.status(), Status::Offline);
    assert!(matches!(gone.print(&slip("gone")), Err(PrintError::Unreachable(_))));
}

/// The IPP test printer, with a message bus and an announcer of its own, without which it does not start.
struct TestPrinter {
    folder: TempDir,
    address: String,
    _running: [Running; 3],
}

impl TestPrinter {
    /// `command` is run with each job.
    fn start(command: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path();
        let at = |name: &str| place.join(name).display().to_string();
        let everybody = "<allow user=\"*\"/><allow own=\"*\"/><allow eavesdrop=\"true\"/>\
                         <allow send_destination=\"*\" eavesdrop=\"true\"/>";
        let bus = format!("unix:path={}", at("bus"));
        let settings = format!(
            "<busconfig><type>system</type><listen>{bus}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\">{everybody}</policy></busconfig>"
        );
        fs::write(at("bus.conf"), settings).unwrap();
        fs::write(at("command"), command).unwrap();
        fs::create_dir(at("printed")).unwrap();
        run("chmod", &["755", &at("command")]);
        let mut daemon = Command::new("dbus-daemon");
        let daemon =
            Running::start(daemon.args(["--nofork", "--nopidfile", "--config-file", &at("bus.conf")]));
        until("message bus", || place.join("bus").exists().then_some(()));
        let mut avahi = Command::new("/usr/sbin/avahi-daemon");
        avahi.args(["--no-rlimits", "--no-drop-root", "--no-chroot"]).env("DBUS_SYSTEM_BUS_ADDRESS", &bus);
        let avahi = Running::start(&mut avahi);
        let port = free_port();
        let mut printer = Command::new("/usr/sbin/ippeveprinter");
        printer.args(["-r", "off", "-f", "application/pdf,image/png", "-p", &port.to_string()]);
        printer.args(["-d", &at("printed"), "-k", "-c", &at("command"), "virtual"]);
        printer.env("DBUS_SYSTEM_BUS_ADDRESS", &bus);
        let mut running = [daemon, avahi, Running::start(&mut printer)];
        until("printer", || {
            if running[2].0.try_wait().unwrap().is_some() {
                // The announcer was not ready yet.
                running[2] = Running::start(&mut printer);
            }
            TcpStream::connect(("127.0.0.1", port)).ok()
        });
        Self { folder, address: format!("ipp://127.0.0.1:{port}/ipp/print"), _running: running }
    }

    fn printer(&self, deadline: Duration) -> IppPrinter {
        IppPrinter::new(&self.address, Media::A4, deadline).unwrap()
    }
}

#[test]
fn a_printer_with_ipp_says_what_it_lacks_and_forgets_the_slip() {
    if !possible() {
        return;
    }
    let good = TestPrinter::start("#!/bin/sh\nexit 0\n");
    let printer = good.printer(DEADLINE);
    assert_eq!(printer.status(), Status::Ready);
    let mut job = slip("ticket");
    printer.print(&job).unwrap();
    let pdf = job.pdf.take();
    printer.print(&job).unwrap();
    let printed = |ending: &str| {
        let files = fs::read_dir(good.folder.path().join("printed")).unwrap().flatten();
        let file = files.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|e| e == ending));
        fs::read(file.unwrap_or_else(|| unreachable!("no {ending}"))).unwrap()
    };
    assert_eq!(printed("png"), job.png);
    assert_eq!(Some(printed("pdf")), pdf, "text stays text where the printer takes PDF");
    drop(good);

    let empty = TestPrinter::start("#!/bin/sh\necho STATE: +media-empty-error >&2\nsleep 600\n");
    let printer = empty.printer(DEADLINE);
    let printed = printer.print(&slip("ticket"));
    assert!(matches!(printed, Err(PrintError::NoPaper)), "{printed:?}");
    assert_eq!(printer.status(), Status::NoPaper);
    let printed = printer.print(&slip("ticket"));
    assert!(matches!(printed, Err(PrintError::NoPaper)), "asked before: {printed:?}");
}
