//! Printers: on USB, on a serial line, in the network, behind CUPS, and into a folder; and a dock that makes any of them
//! misbehave.

mod attended;
#[cfg(any(feature = "dock", debug_assertions))]
mod docked;
mod file;
mod ipp;
mod line;
mod port;
mod serial;
mod tcp;
mod usb;

pub use attended::Attended;

#[cfg(any(feature = "dock", debug_assertions))]
pub use docked::{Condition, Controls, Docked};
pub use file::FilePrinter;
pub use ipp::{IppPrinter, Media};
pub use serial::{Flow, SerialPrinter};
pub use tcp::TcpPrinter;
pub use usb::{UsbChoice, UsbPrinter};

/// A printer. Both calls may block: up to the deadline of the printer, never longer.
pub trait Printer: Send + Sync {
    /// Prints one slip. `Ok` means that nothing spoke against its being on paper; after an error it may still come out.
    fn print(&self, job: &Job) -> Result<(), PrintError>;

    /// How the printer is, asked now.
    fn status(&self) -> Status;
}

impl<P: Printer + ?Sized> Printer for Box<P> {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        (**self).print(job)
    }

    fn status(&self) -> Status {
        (**self).status()
    }
}

/// One slip.
#[derive(Clone)]
pub struct Job {
    /// Names the files of [`FilePrinter`]: letters, digits, `-` and `_`; nothing about a person.
    pub name: String,
    /// What the printer gets.
    pub escpos: Vec<u8>,
    /// The same for the eye.
    pub png: Vec<u8>,
    /// The same as a page, for a printer behind CUPS; without it such a printer gets the picture.
    pub pdf: Option<Vec<u8>>,
}

/// How a printer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It prints.
    Ready,
    /// It prints, and wants a new roll soon.
    PaperLow,
    /// The roll is used up.
    NoPaper,
    /// The cover is open.
    CoverOpen,
    /// It cannot be reached, or says that it does not print.
    Offline,
    /// It can be reached and does not tell; many printers never do.
    Unknown,
}

/// Why a slip was not printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// No way to the printer, or it went away while printing: cable, power, address.
    #[error("the printer cannot be reached")]
    Unreachable(#[source] std::io::Error),
    /// There is a machine at the address, and nothing that prints: wrong port, or the printer is starting.
    #[error("nothing prints at this address")]
    Refused,
    /// The printer took too long. Some of the slip may be on paper.
    #[error("the printer took too long")]
    TimedOut,
    /// The roll is used up.
    #[error("the printer is out of paper")]
    NoPaper,
    /// The cover is open.
    #[error("the cover of the printer is open")]
    CoverOpen,
    /// The printer says that it does not print.
    #[error("the printer is offline")]
    Offline,
    /// The folder of a [`FilePrinter`] cannot be written to.
    #[error("the folder for slips cannot be written to")]
    Folder(#[source] std::io::Error),
    /// The name of the job is not one for a file.
    #[error("the name of the slip is not allowed")]
    Name,
}

impl Status {
    /// Whether a slip would come out, as far as is known.
    pub fn prints(self) -> Result<(), PrintError> {
        match self {
            Status::Ready | Status::PaperLow | Status::Unknown => Ok(()),
            Status::NoPaper => Err(PrintError::NoPaper),
            Status::CoverOpen => Err(PrintError::CoverOpen),
            Status::Offline => Err(PrintError::Offline),
        }
    }
}
