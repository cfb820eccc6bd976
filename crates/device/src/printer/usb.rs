//! ESC/POS over USB, through the kernel's printer driver: `/dev/usb/lp*`.

use super::line::{Talk, Wire, broken};
use super::{Job, PrintError, Printer, Status, port};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// Which USB printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsbChoice {
    /// The first one there is.
    First,
    /// The one with this device file. The number goes to whichever printer is plugged in first.
    File(PathBuf),
    /// The one of this model, wherever it is plugged in: vendor and product as four hexadecimal digits each, as `lsusb`
    /// shows them, and for several of the same model the serial number.
    Model {
        /// Vendor.
        vendor: u16,
        /// Product.
        product: u16,
        /// Serial number.
        serial: Option<String>,
    },
}

impl FromStr for UsbChoice {
    type Err = ();

    /// `/dev/usb/lp0`, `04b8:0e15` or `04b8:0e15:SERIAL`.
    fn from_str(text: &str) -> Result<Self, ()> {
        if text.starts_with('/') {
            return Ok(Self::File(text.into()));
        }
        let number = |digits: Option<&str>| {
            let digits = digits.filter(|digits| digits.len() == 4).ok_or(())?;
            u16::from_str_radix(digits, 16).map_err(drop)
        };
        let mut parts = text.splitn(3, ':');
        let (vendor, product) = (number(parts.next())?, number(parts.next())?);
        let serial = parts.next().map(str::to_owned);
        if serial.as_deref() == Some("") { Err(()) } else { Ok(Self::Model { vendor, product, serial }) }
    }
}

/// A printer on USB.
#[derive(Debug)]
pub struct UsbPrinter {
    choice: UsbChoice,
    talk: Talk,
}

impl UsbPrinter {
    /// It is looked for anew with each call, so that it may be unplugged and plugged in elsewhere; `deadline` is for a
    /// whole call.
    pub fn new(choice: UsbChoice, deadline: Duration) -> Self {
        Self { choice, talk: Talk::new(deadline) }
    }

    /// Whether the printer is asked how it is: for one that prints the questions, or answers anything, it is not.
    pub fn asked(mut self, asks: bool) -> Self {
        self.talk.asks = asks;
        self
    }

    fn open(&self) -> Result<UsbLine, PrintError> {
        let node = node(Path::new("/sys/class/usbmisc"), &self.choice)
            .ok_or_else(|| PrintError::Unreachable(ErrorKind::NotFound.into()))?;
        Ok(UsbLine { file: port::open(&node).map_err(broken)?, tells: self.talk.asks })
    }
}

impl Printer for UsbPrinter {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        self.talk.print(&job.escpos, |_| self.open())
    }

    fn status(&self) -> Status {
        self.talk.status(|_| self.open())
    }
}

/// The device file; what the kernel knows of each printer stands two folders above its entry in `class`.
fn node(class: &Path, choice: &UsbChoice) -> Option<PathBuf> {
    if let UsbChoice::File(path) = choice {
        return Some(path.clone());
    }
    let entries = fs::read_dir(class).ok()?.flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut numbers: Vec<u32> = names.filter_map(|name| name.strip_prefix("lp")?.parse().ok()).collect();
    numbers.sort_unstable();
    let fits = |number: &u32| {
        let UsbChoice::Model { vendor, product, serial } = choice else { return true };
        let device = class.join(format!("lp{number}/device/.."));
        let says = |what: &str| fs::read_to_string(device.join(what)).unwrap_or_default().trim().to_owned();
        says("idVendor") == format!("{vendor:04x}")
            && says("idProduct") == format!("{product:04x}")
            && serial.as_ref().is_none_or(|serial| says("serial") == *serial)
    };
    numbers.into_iter().find(fits).map(|number| PathBuf::from(format!("/dev/usb/lp{number}")))
}

struct UsbLine {
    file: File,
    /// Whether it is asked what the printer class knows.
    tells: bool,
}

impl Wire for UsbLine {
    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize> {
        port::write(&self.file, bytes, wait)
    }

    /// Some printers send packets without a byte for ever: that is no end of the line, and no answer.
    fn read(&mut self, bytes: &mut [u8], wait: Duration) -> io::Result<usize> {
        match port::read(&self.file, bytes, wait)? {
            0 => Err(ErrorKind::WouldBlock.into()),
            count => Ok(count),
        }
    }

    /// GET_PORT_STATUS of the USB printer class (1.1, 4.2.2): bit 3 no error, 4 selected, 5 paper empty. Cheap printers
    /// answer nothing or zero.
    fn beside(&mut self) -> Status {
        let told = if self.tells { control::port_status(self.file.as_raw_fd()) } else { Ok(0) };
        match told {
            Ok(0) | Err(nix::Error::ENOTTY | nix::Error::EINVAL | nix::Error::EIO) => Status::Unknown,
            Err(_) => Status::Offline,
            Ok(bits) if bits & 0x20 != 0 => Status::NoPaper,
            Ok(bits) if bits & 0x18 == 0x18 => Status::Ready,
            Ok(_) => Status::Offline,
        }
    }

    fn finish(&mut self, wait: Duration) -> io::Result<()> {
        port::drained(&self.file, wait)
    }

    /// SOFT_RESET empties the printer's buffers; closing takes back what it has not taken.
    fn discard(&mut self) {
        let _ = control::soft_reset(self.file.as_raw_fd());
    }
}

/// What the printer driver offers beside reading and writing. There is no other way to it than `ioctl`.
mod control {
    #![expect(unsafe_code, reason = "the only calls to the kernel for which there is no safe wrapper")]
    use std::os::fd::RawFd;

    nix::ioctl_read_bad!(lpgetstatus, 0x060b, nix::libc::c_int);
    nix::ioctl_none_bad!(lp_soft_reset, nix::request_code_none!(b'P', 7));

    pub(super) fn port_status(fd: RawFd) -> nix::Result<i32> {
        let mut status = 0;
        // SAFETY: LPGETSTATUS writes one int to where it is pointed.
        unsafe { lpgetstatus(fd, &raw mut status) }?;
        Ok(status)
    }

    pub(super) fn soft_reset(fd: RawFd) -> nix::Result<()> {
        // SAFETY: it takes nothing.
        unsafe { lp_soft_reset(fd) }.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printer_is_found_by_model_and_serial_number_wherever_it_is_plugged_in() {
        let folder = tempfile::tempdir().unwrap();
        let class = folder.path();
        for (number, vendor, product, serial) in
            [(10, "04b8", "0e15", Some("A1")), (2, "04b8", "0e15", Some("B2")), (0, "0416", "5011", None)]
        {
            let device = class.join(format!("lp{number}"));
            fs::create_dir_all(device.join("device")).unwrap();
            fs::write(device.join("idVendor"), format!("{vendor}\n")).unwrap();
            fs::write(device.join("idProduct"), format!("{product}\n")).unwrap();
            fs::write(device.join("serial"), serial.unwrap_or_default()).unwrap();
        }
        fs::write(class.join("hiddev0"), "").unwrap();
        let found = |choice: &str| node(class, &choice.parse().unwrap());
        let lp = |number: u32| Some(PathBuf::from(format!("/dev/usb/lp{number}")));
        assert_eq!(found("04b8:0e15"), lp(2), "the one with the lower number");
        assert_eq!(found("04B8:0E15:A1"), lp(10));
        assert_eq!(found("0416:5011"), lp(0));
        assert_eq!(found("0416:5011:A1"), None);
        assert_eq!(found("04b8:0e16"), None);
        assert_eq!(found("/dev/usb/lp7"), lp(7));
        assert_eq!(node(class, &UsbChoice::First), lp(0));
        assert_eq!(node(&class.join("none"), &UsbChoice::First), None);
    }

    #[test]
    fn other_words_choose_no_printer() {
        for text in ["", "lp0", "04b8", "04b8:", "4b8:0e15", "04b8:0e15:", "04b8-0e15", "04b8:0e1g"] {
            assert_eq!(text.parse::<UsbChoice>(), Err(()), "{text}");
        }
    }
}
