//! ESC/POS over TCP, usually port 9100.
//!
//! That the bytes were taken does not mean that they are on paper: printers buffer. So the printer is asked before and
//! after, in real time (`DLE EOT`), and after the slip also in its turn (`GS r`), which is answered only once all before
//! it is printed. Many printers answer nothing at all; for those, bytes taken is all that can be known.

use super::{Job, PrintError, Printer, Status};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

/// How long an answer may take before the printer counts as silent.
const PATIENCE: Duration = Duration::from_millis(250);
/// A printer that answers in real time but not in its turn has printed, if it still says so after this.
const SETTLED: Duration = Duration::from_secs(3);
/// Bytes that may wait on this side; with more, a printer that has stopped reading would go unnoticed.
const SEND_BUFFER: usize = 8 * 1024;

/// A printer in the network.
#[derive(Clone, Debug)]
pub struct TcpPrinter {
    /// `host:port`.
    pub address: String,
    /// For a whole call, from looking up the name to the last answer.
    pub deadline: Duration,
}

impl Printer for TcpPrinter {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        let mut line = Line::open(&self.address, self.deadline)?;
        let before = line.ask()?;
        before.prints()?;
        line.send(&job.escpos)?;
        if before == Status::Unknown {
            line.ask()?.prints()?;
        } else {
            line.wait_for_paper()?;
        }
        line.close();
        Ok(())
    }

    fn status(&self) -> Status {
        let asked = Line::open(&self.address, self.deadline).and_then(|mut line| {
            let status = line.ask();
            line.close();
            status
        });
        asked.unwrap_or(Status::Offline)
    }
}

/// An open connection and what came back on it.
struct Line {
    stream: TcpStream,
    until: Instant,
    /// The last answer to `DLE EOT`, not yet looked at.
    real_time: Option<u8>,
    /// The answer to `GS r`.
    in_turn: Option<u8>,
}

impl Line {
    fn open(address: &str, deadline: Duration) -> Result<Self, PrintError> {
        let until = Instant::now() + deadline;
        let mut failed = PrintError::Unreachable(ErrorKind::AddrNotAvailable.into());
        for address in resolve(address, deadline)? {
            match TcpStream::connect_timeout(&address, left(until)?) {
                Ok(stream) => {
                    socket2::SockRef::from(&stream)
                        .set_send_buffer_size(SEND_BUFFER)
                        .and_then(|()| stream.set_nodelay(true))
                        .map_err(PrintError::Unreachable)?;
                    return Ok(Self { stream, until, real_time: None, in_turn: None });
                }
                Err(error) => failed = broken(error),
            }
        }
        Err(failed)
    }

    fn send(&mut self, mut bytes: &[u8]) -> Result<(), PrintError> {
        while !bytes.is_empty() {
            self.stream.set_write_timeout(Some(left(self.until)?)).map_err(PrintError::Unreachable)?;
            match self.stream.write(bytes) {
                Ok(0) => return Err(PrintError::Unreachable(ErrorKind::WriteZero.into())),
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(broken(error)),
            }
        }
        Ok(())
    }

    /// Reads what comes within `wait`, until `enough`. Nothing coming is no error; a closed connection is.
    fn listen(&mut self, wait: Duration, enough: impl Fn(&Self) -> bool) -> Result<(), PrintError> {
        let end = (Instant::now() + wait).min(self.until);
        let mut bytes = [0; 64];
        while !enough(self) {
            let Ok(wait) = left(end) else { break };
            self.stream.set_read_timeout(Some(wait)).map_err(PrintError::Unreachable)?;
            match self.stream.read(&mut bytes) {
                Ok(0) => return Err(PrintError::Unreachable(ErrorKind::UnexpectedEof.into())),
                Ok(count) => bytes[..count].iter().for_each(|byte| self.sort(*byte)),
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => break,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(broken(error)),
            }
        }
        Ok(())
    }

    /// The two kinds of answers differ in bits that never change.
    fn sort(&mut self, byte: u8) {
        if byte & 0b1001_0011 == 0b0001_0010 {
            self.real_time = Some(byte);
        } else if byte & 0b1001_0000 == 0 {
            self.in_turn = Some(byte);
        }
    }

    /// `DLE EOT n`: `None` where nothing is answered.
    fn query(&mut self, n: u8) -> Result<Option<u8>, PrintError> {
        self.real_time = None;
        self.send(&[0x10, 0x04, n])?;
        self.listen(PATIENCE, |line| line.real_time.is_some())?;
        Ok(self.real_time)
    }

    /// How the printer is now; `Unknown` where it does not tell.
    fn ask(&mut self) -> Result<Status, PrintError> {
        let Some(printer) = self.query(1)? else { return Ok(Status::Unknown) };
        let cause = self.query(2)?.unwrap_or_default();
        let paper = self.query(4)?.unwrap_or_default();
        Ok(if paper & 0x60 != 0 || cause & 0x20 != 0 {
            Status::NoPaper
        } else if cause & 0x04 != 0 {
            Status::CoverOpen
        } else if printer & 0x08 != 0 || cause & 0x40 != 0 {
            Status::Offline
        } else if paper & 0x0C != 0 {
            Status::PaperLow
        } else {
            Status::Ready
        })
    }

    /// Waits until a printer that answers has printed what it was sent.
    fn wait_for_paper(&mut self) -> Result<(), PrintError> {
        self.in_turn = None;
        self.send(&[0x1D, b'r', 1])?;
        let settled = Instant::now() + SETTLED;
        loop {
            self.listen(PATIENCE, |line| line.in_turn.is_some())?;
            if let Some(paper) = self.in_turn {
                return if paper & 0x0C == 0 { Ok(()) } else { Err(PrintError::NoPaper) };
            }
            let now = self.ask()?;
            now.prints()?;
            if now != Status::Unknown && Instant::now() >= settled {
                return Ok(());
            }
            left(self.until)?;
        }
    }

    /// Lets the printer read to the end: closing with answers unread would take back what is still on the way.
    fn close(mut self) {
        if self.stream.shutdown(Shutdown::Write).is_ok() {
            drop(self.listen(PATIENCE, |_| false));
        }
    }
}

/// The addresses behind `host:port`. Looking up a name knows no time limit, so it is left behind when it takes too long.
fn resolve(address: &str, within: Duration) -> Result<Vec<SocketAddr>, PrintError> {
    if let Ok(address) = address.parse() {
        return Ok(vec![address]);
    }
    let (send, receive) = std::sync::mpsc::channel();
    let address = address.to_owned();
    std::thread::spawn(move || send.send(address.to_socket_addrs().map(Iterator::collect)));
    receive.recv_timeout(within).map_err(|_| PrintError::TimedOut)?.map_err(PrintError::Unreachable)
}

/// What is left of the time; a socket takes no time-out of zero.
fn left(until: Instant) -> Result<Duration, PrintError> {
    let left = until.saturating_duration_since(Instant::now());
    if left < Duration::from_millis(1) { Err(PrintError::TimedOut) } else { Ok(left) }
}

fn broken(error: io::Error) -> PrintError {
    match error.kind() {
        ErrorKind::ConnectionRefused => PrintError::Refused,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => PrintError::TimedOut,
        _ => PrintError::Unreachable(error),
    }
}
