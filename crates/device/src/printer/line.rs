//! ESC/POS over a line of bytes, whatever carries it.
//!
//! That the bytes were taken does not mean that they are on paper: printers buffer. So the printer is asked before and
//! after, in real time (`DLE EOT`), and after the slip also in its turn (`GS r`), which is answered only once all before
//! it is printed. Many printers answer nothing at all; for those, bytes taken is all that can be known.
//!
//! A slip that failed must not come out later, when paper is put in: what the system still holds is thrown away, and the
//! printer is told to forget what it holds.

use super::{PrintError, Status};
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long an answer may take before the printer counts as silent.
pub(super) const PATIENCE: Duration = Duration::from_millis(250);
/// For asking alone, so that a print never waits long for a question to a printer that is gone.
const ASKING: Duration = Duration::from_secs(2);
/// A printer that answers in real time but not in its turn has printed, if it still says so after this.
const SETTLED: Duration = Duration::from_secs(3);
/// `DLE ENQ 2` and `DLE DC4 8`: give up an error, forget what was received. Read at once, also without paper.
const FORGET: &[u8] = &[0x10, 0x05, 2, 0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];
/// How often a printer that usually answers is asked before it counts as stuck.
const TRIES: usize = 4;
/// As much white as the rest of a picture can be that a printer may still wait for: 255 rows of 576 dots. Elsewhere NUL
/// does nothing.
static WHITE: [u8; 255 * 72] = [0; 255 * 72];

/// What carries the bytes. No call takes longer than the time it is given; then it fails with `TimedOut`.
pub(super) trait Wire {
    /// Writes some of the bytes.
    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize>;

    /// Reads what came; 0 is the end of the line.
    fn read(&mut self, bytes: &mut [u8], wait: Duration) -> io::Result<usize>;

    /// What is known of the printer without asking over the line.
    fn beside(&mut self) -> Status {
        Status::Unknown
    }

    /// Lets all that was written reach the printer, then closes.
    fn finish(&mut self, wait: Duration) -> io::Result<()>;

    /// Throws away what was written and has not reached the printer; where it can, also what has.
    fn discard(&mut self);
}

/// What is remembered of a printer from one line to the next.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// It left the last question unanswered.
    silent: AtomicBool,
    /// It has answered since it was last out of reach: where it is silent now, something is wrong.
    talks: AtomicBool,
    /// A slip was broken off: it may wait for the rest of a picture.
    torn: AtomicBool,
}

/// An ESC/POS printer, between two lines to it.
#[derive(Debug)]
pub(super) struct Talk {
    /// For a whole call.
    pub deadline: Duration,
    /// Whether it is asked at all; there are printers that print the questions.
    pub asks: bool,
    pub memory: Memory,
}

impl Talk {
    pub fn new(deadline: Duration) -> Self {
        Self { deadline, asks: true, memory: Memory::default() }
    }

    /// Prints a slip over the line that `open` gives.
    pub fn print<W: Wire>(
        &self,
        slip: &[u8],
        open: impl FnOnce(Instant) -> Result<W, PrintError>,
    ) -> Result<(), PrintError> {
        let until = Instant::now() + self.deadline;
        let wire = open(until).inspect_err(|_| self.out_of_reach())?;
        let mut line = Line::new(self, wire, until);
        let before = line.ask_before()?;
        let printed = line.put_on_paper(slip, before);
        // A printer that stops reading may still tell why.
        let printed = match printed {
            Err(PrintError::TimedOut) => line.wire.beside().prints().and(Err(PrintError::TimedOut)),
            printed => printed,
        };
        if printed.is_err() {
            line.forget();
        }
        printed
    }

    /// How the printer is, asked over the line that `open` gives.
    pub fn status<W: Wire>(&self, open: impl FnOnce(Instant) -> Result<W, PrintError>) -> Status {
        let until = Instant::now() + self.deadline.min(ASKING);
        let asked = open(until).and_then(|wire| {
            let mut line = Line::new(self, wire, until);
            let status = line.ask();
            // Nothing was sent that would be missed.
            drop(line.wire.finish(PATIENCE));
            status
        });
        asked.inspect_err(|_| self.out_of_reach()).unwrap_or(Status::Offline)
    }

    /// Another printer may be there next.
    fn out_of_reach(&self) {
        self.memory.talks.store(false, Ordering::SeqCst);
    }
}

/// An open line and what came back on it.
struct Line<'a, W> {
    talk: &'a Talk,
    wire: W,
    until: Instant,
    /// The last answer to `DLE EOT`, not yet looked at.
    real_time: Option<u8>,
    /// The answer to `GS r`.
    in_turn: Option<u8>,
}

impl<'a, W: Wire> Line<'a, W> {
    fn new(talk: &'a Talk, wire: W, until: Instant) -> Self {
        Self { talk, wire, until, real_time: None, in_turn: None }
    }

    /// How the printer is before it gets anything. A known silent one is not waited for; one that has fallen silent gets
    /// nothing, for it would print it when it comes to itself.
    fn ask_before(&mut self) -> Result<Status, PrintError> {
        let is = |what: &AtomicBool| what.load(Ordering::SeqCst);
        let memory = &self.talk.memory;
        if is(&memory.silent) && !is(&memory.talks) {
            let now = self.wire.beside();
            return now.prints().map(|()| now);
        }
        for _ in 0..TRIES {
            let now = self.ask()?;
            if now != Status::Unknown || !is(&memory.talks) {
                return now.prints().map(|()| now);
            }
        }
        Err(PrintError::TimedOut)
    }

    fn put_on_paper(&mut self, slip: &[u8], before: Status) -> Result<(), PrintError> {
        if self.talk.memory.torn.swap(true, Ordering::SeqCst) {
            self.send(&WHITE)?;
        }
        self.send(slip)?;
        if before == Status::Unknown {
            self.ask()?.prints()?;
        } else {
            self.wait_for_paper()?;
        }
        self.wire.finish(left(self.until)?).map_err(broken)?;
        self.talk.memory.torn.store(false, Ordering::SeqCst);
        Ok(())
    }

    fn send(&mut self, mut bytes: &[u8]) -> Result<(), PrintError> {
        while !bytes.is_empty() {
            match self.wire.write(bytes, left(self.until)?) {
                Ok(0) => return Err(PrintError::Unreachable(ErrorKind::WriteZero.into())),
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(broken(error)),
            }
        }
        Ok(())
    }

    /// Reads what comes within `wait`, until `enough`. Nothing coming is no error; a closed line is.
    fn listen(&mut self, wait: Duration, enough: impl Fn(&Self) -> bool) -> Result<(), PrintError> {
        let end = (Instant::now() + wait).min(self.until);
        let mut bytes = [0; 64];
        while !enough(self) {
            let Ok(wait) = left(end) else { break };
            match self.wire.read(&mut bytes, wait) {
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

    /// `DLE EOT n`: `None` where nothing is answered, or the question not even taken.
    fn query(&mut self, n: u8) -> Result<Option<u8>, PrintError> {
        self.real_time = None;
        match self.wire.write(&[0x10, 0x04, n], PATIENCE.min(left(self.until)?)) {
            Ok(_) => {}
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Ok(None);
            }
            Err(error) => return Err(broken(error)),
        }
        self.listen(PATIENCE, |line| line.real_time.is_some())?;
        Ok(self.real_time)
    }

    /// How the printer is now; `Unknown` where it does not tell.
    fn ask(&mut self) -> Result<Status, PrintError> {
        if !self.talk.asks {
            return Ok(self.wire.beside());
        }
        let answer = self.query(1)?;
        self.talk.memory.silent.store(answer.is_none(), Ordering::SeqCst);
        let Some(printer) = answer else { return Ok(self.wire.beside()) };
        self.talk.memory.talks.store(true, Ordering::SeqCst);
        let cause = self.query(2)?.unwrap_or_default();
        let paper = self.query(4)?.unwrap_or_default();
        Ok(if cause & 0x04 != 0 {
            Status::CoverOpen
        } else if paper & 0x60 != 0 || cause & 0x20 != 0 {
            Status::NoPaper
        } else if printer & 0x08 != 0 || cause & 0x40 != 0 {
            Status::Offline
        } else if paper & 0x0C != 0 {
            Status::PaperLow
        } else {
            Status::Ready
        })
    }

    /// Waits until a printer that tells how it is has printed what it was sent.
    fn wait_for_paper(&mut self) -> Result<(), PrintError> {
        self.in_turn = None;
        if self.talk.asks {
            self.send(&[0x1D, b'r', 1])?;
        }
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

    /// Sees to it that what failed does not come out later. A printer that answers afterwards has read that it shall
    /// forget; of any other, the line is torn.
    fn forget(&mut self) {
        self.until = Instant::now() + 2 * PATIENCE;
        let forgets = self.talk.asks && self.send(FORGET).is_ok() && matches!(self.query(1), Ok(Some(_)));
        if !forgets || self.wire.finish(PATIENCE).is_err() {
            self.wire.discard();
        }
    }
}

/// What is left of the time; a socket takes no time-out of zero.
pub(super) fn left(until: Instant) -> Result<Duration, PrintError> {
    let left = until.saturating_duration_since(Instant::now());
    if left < Duration::from_millis(1) { Err(PrintError::TimedOut) } else { Ok(left) }
}

pub(super) fn broken(error: io::Error) -> PrintError {
    match error.kind() {
        ErrorKind::ConnectionRefused => PrintError::Refused,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => PrintError::TimedOut,
        _ => PrintError::Unreachable(error),
    }
}
