//! Tries a USB printer: `printer FILE [DEVICE]` with a file of ESC/POS and a device as `printer.device` names it. For each
//! line of its input it prints the file (`print`) or tells how the printer is (anything else).
#![expect(clippy::print_stdout, reason = "this is what it is for")]

use device::printer::{Job, Printer, UsbChoice, UsbPrinter};
use std::io::{Error, ErrorKind, Result};
use std::time::Duration;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let wrong = |what: &str| Error::new(ErrorKind::InvalidInput, what);
    let file = arguments.next().ok_or_else(|| wrong("no file"))?;
    let job = Job { name: "try".into(), escpos: std::fs::read(file)?, png: vec![], pdf: None };
    let choice = arguments.next().map_or(Ok(UsbChoice::First), |device| device.parse());
    let choice = choice.map_err(|()| wrong("not a printer, such as 04b8:0e15"))?;
    let printer = UsbPrinter::new(choice, Duration::from_secs(10));
    for line in std::io::stdin().lines() {
        if line? == "print" {
            println!("{}", printer.print(&job).map_or_else(|error| error.to_string(), |()| "printed".into()));
        } else {
            println!("{:?}", printer.status());
        }
    }
    Ok(())
}
