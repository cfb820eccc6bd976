//! ESC/POS over a serial line: RS-232, or a USB printer that shows itself as one.

use super::line::{Talk, Wire, broken};
use super::{Job, PrintError, Printer, Status, port};
use nix::sys::termios::{self, BaudRate, ControlFlags, FlushArg, InputFlags, SetArg};
use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// How a printer says that it can take no more for now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// It does not; right for USB.
    #[default]
    None,
    /// By a wire (RTS/CTS).
    Hardware,
    /// By a byte (XON/XOFF).
    Software,
}

/// A printer on a serial line: 8 bits, no parity, one stop bit.
#[derive(Debug)]
pub struct SerialPrinter {
    path: PathBuf,
    baud: BaudRate,
    flow: Flow,
    talk: Talk,
}

impl SerialPrinter {
    /// `path` best one of `/dev/serial/by-id`, which stays with the printer. Gives `None` for a rate that serial lines
    /// do not know; `deadline` is for a whole call.
    pub fn new(path: PathBuf, bits_a_second: u32, flow: Flow, deadline: Duration) -> Option<Self> {
        let baud = match bits_a_second {
            9_600 => BaudRate::B9600,
            19_200 => BaudRate::B19200,
            38_400 => BaudRate::B38400,
            57_600 => BaudRate::B57600,
            115_200 => BaudRate::B115200,
            230_400 => BaudRate::B230400,
            _ => return None,
        };
        Some(Self { path, baud, flow, talk: Talk::new(deadline) })
    }

    /// Whether the printer is asked how it is: for one that prints the questions, or answers anything, it is not.
    pub fn asked(mut self, asks: bool) -> Self {
        self.talk.asks = asks;
        self
    }

    fn open(&self) -> Result<SerialLine, PrintError> {
        let file = port::open(&self.path).map_err(broken)?;
        self.set_up(&file).map_err(|error| broken(error.into()))?;
        Ok(SerialLine(file))
    }

    fn set_up(&self, file: &File) -> nix::Result<()> {
        let mut settings = termios::tcgetattr(file)?;
        termios::cfmakeraw(&mut settings);
        termios::cfsetspeed(&mut settings, self.baud)?;
        settings.control_flags |= ControlFlags::CLOCAL | ControlFlags::CREAD;
        settings.control_flags.set(ControlFlags::CRTSCTS, self.flow == Flow::Hardware);
        // A printer never sends these two bytes as part of an answer.
        settings.input_flags.set(InputFlags::IXON, self.flow == Flow::Software);
        termios::tcsetattr(file, SetArg::TCSANOW, &settings)?;
        // Answers to somebody else's questions.
        termios::tcflush(file, FlushArg::TCIFLUSH)
    }
}

impl Printer for SerialPrinter {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        self.talk.print(&job.escpos, |_| self.open())
    }

    fn status(&self) -> Status {
        self.talk.status(|_| self.open())
    }
}

struct SerialLine(File);

impl Wire for SerialLine {
    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize> {
        port::write(&self.0, bytes, wait)
    }

    fn read(&mut self, bytes: &mut [u8], wait: Duration) -> io::Result<usize> {
        port::read(&self.0, bytes, wait)
    }

    fn finish(&mut self, wait: Duration) -> io::Result<()> {
        port::drained(&self.0, wait)
    }

    fn discard(&mut self) {
        let _ = termios::tcflush(&self.0, FlushArg::TCIOFLUSH);
    }
}
