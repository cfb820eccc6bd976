//! Printers behind CUPS, and printers that speak IPP themselves (RFC 8011).
//!
//! A job is followed until the printer says that it is done. One that is not done in time, or that waits for paper, is
//! cancelled, so that it does not come out later; should the kiosk itself end meanwhile, the queue cancels it.

use super::{Job, PrintError, Printer, Status};
use ::ipp::prelude::{
    DelimiterTag, IppAttribute, IppError, IppOperationBuilder, IppPayload, IppRequestResponse, IppValue,
};
use std::io::{Cursor, Error, ErrorKind};
use std::time::{Duration, Instant};

/// Between two looks at a job.
const LOOK: Duration = Duration::from_millis(200);
/// For asking alone, and for cancelling.
const ASKING: Duration = Duration::from_secs(2);
/// Whose jobs they are: who gives a job may cancel it.
const USER: &str = "anjungan";
const PDF: &str = "application/pdf";
const PNG: &str = "image/png";

/// What lies in the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Sheets of A4.
    A4,
    /// A roll, by its width in millimetres; each slip is as long as it is.
    Roll(u32),
}

/// A printer behind IPP.
#[derive(Debug)]
pub struct IppPrinter {
    address: http::Uri,
    media: Media,
    deadline: Duration,
}

impl IppPrinter {
    /// `address` is `ipp://HOST/printers/QUEUE` for CUPS, `ipp://HOST/ipp/print` for most printers; `None` where it is
    /// none. `deadline` is for a whole call.
    pub fn new(address: &str, media: Media, deadline: Duration) -> Option<Self> {
        let address: http::Uri = address.parse().ok()?;
        let known = matches!(address.scheme_str(), Some("ipp" | "http")) && address.host().is_some();
        known.then_some(Self { address, media, deadline })
    }

    fn ask(&self, request: IppRequestResponse, until: Instant) -> Result<IppRequestResponse, PrintError> {
        let left = super::line::left(until)?;
        let client =
            ::ipp::client::blocking::IppClient::builder(self.address.clone()).request_timeout(left).build();
        let answer = client.send(request).map_err(|error| match error {
            _ if Instant::now() + Duration::from_millis(5) >= until => PrintError::TimedOut,
            IppError::ParseError(_) | IppError::RequestError(_) => PrintError::Refused,
            error => PrintError::Unreachable(Error::new(ErrorKind::NotConnected, error)),
        })?;
        if answer.header().status_code().is_success() { Ok(answer) } else { Err(PrintError::Refused) }
    }

    fn look(&self, until: Instant) -> Result<Look, PrintError> {
        let wanted = [
            "printer-state",
            "printer-state-reasons",
            "printer-is-accepting-jobs",
            "document-format-supported",
        ];
        let request =
            IppOperationBuilder::get_printer_attributes(self.address.clone()).attributes(wanted).build();
        let answer = self.ask(request.map_err(|_| PrintError::Refused)?.into(), until)?;
        let values = |name| values(&answer, DelimiterTag::PrinterAttributes, name);
        let reasons = values("printer-state-reasons").iter().map(ToString::to_string).collect::<Vec<_>>();
        let stopped = values("printer-state").first() == Some(&IppValue::Enum(5));
        let refuses = values("printer-is-accepting-jobs").first() == Some(&IppValue::Boolean(false));
        let formats = values("document-format-supported").iter().map(ToString::to_string).collect();
        Ok(Look { status: status(&reasons, stopped || refuses), formats })
    }

    /// The number of the job, which the printer knows before it gets anything to print.
    fn create_job(&self, job: &Job, until: Instant) -> Result<i32, PrintError> {
        let attribute = |name: &str, value: IppValue| IppAttribute::with_name(name, value);
        let keyword = |text: &str| text.try_into().map(IppValue::Keyword);
        let patience = i32::try_from(self.deadline.as_secs()).unwrap_or(i32::MAX).max(1);
        let build = || {
            let mut attributes = vec![attribute("job-cancel-after", IppValue::Integer(patience))?];
            let media = match self.media {
                Media::A4 => Some("iso_a4_210x297mm".to_owned()),
                Media::Roll(mm) => length_mm(&job.png).map(|length| format!("custom_slip_{mm}x{length}mm")),
            };
            if let Some(media) = media {
                attributes.push(attribute("media", keyword(&media)?)?);
            }
            if self.media != Media::A4 {
                attributes.push(attribute("print-scaling", keyword("none")?)?);
            }
            let request = IppOperationBuilder::create_job(self.address.clone())
                .job_name(&job.name)
                .attributes(attributes)
                .build()?;
            let mut request: IppRequestResponse = request.into();
            let user = IppValue::new_name_without_language(USER)?;
            let user = attribute("requesting-user-name", user)?;
            request.attributes_mut().add(DelimiterTag::OperationAttributes, user);
            Ok::<_, ::ipp::parser::IppParseError>(request)
        };
        let answer = self.ask(build().map_err(|_| PrintError::Name)?, until)?;
        match values(&answer, DelimiterTag::JobAttributes, "job-id").first() {
            Some(IppValue::Integer(number)) => Ok(*number),
            _ => Err(PrintError::Refused),
        }
    }

    fn put_on_paper(&self, job: &Job, number: i32, format: &str, until: Instant) -> Result<(), PrintError> {
        let document = match &job.pdf {
            Some(pdf) if format == PDF => pdf.clone(),
            _ => job.png.clone(),
        };
        let payload = IppPayload::new(Cursor::new(document));
        let send = IppOperationBuilder::send_document(self.address.clone(), number, payload)
            .user_name(USER)
            .document_format(format)
            .last(true)
            .build();
        self.ask(send.map_err(|_| PrintError::Refused)?.into(), until)?;
        loop {
            let asked =
                IppOperationBuilder::get_job_attributes(self.address.clone(), number).user_name(USER).build();
            let answer = self.ask(asked.map_err(|_| PrintError::Refused)?.into(), until)?;
            let state = values(&answer, DelimiterTag::JobAttributes, "job-state");
            match state.first() {
                // Completed.
                Some(IppValue::Enum(9)) => return Ok(()),
                // Held, stopped, cancelled, aborted.
                Some(IppValue::Enum(4 | 6 | 7 | 8)) => {
                    self.look(until)?.status.prints()?;
                    return Err(PrintError::Offline);
                }
                _ => self.look(until)?.status.prints()?,
            }
            std::thread::sleep(LOOK.min(super::line::left(until)?));
        }
    }

    fn cancel(&self, number: i32) {
        let cancel = IppOperationBuilder::cancel_job(self.address.clone(), number).user_name(USER).build();
        if let Ok(cancel) = cancel
            && let Err(error) = self.ask(cancel.into(), Instant::now() + ASKING)
        {
            log::warn!(role = "kiosk", disposition = "failure", why:% = error; "print_cancelled");
        }
    }
}

impl Printer for IppPrinter {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        let until = Instant::now() + self.deadline;
        let before = self.look(until)?;
        before.status.prints()?;
        let format = before.format(job).ok_or(PrintError::Refused)?;
        let number = self.create_job(job, until)?;
        let printed = self.put_on_paper(job, number, format, until);
        if printed.is_err() {
            self.cancel(number);
        }
        printed
    }

    fn status(&self) -> Status {
        self.look(Instant::now() + self.deadline.min(ASKING)).map_or(Status::Offline, |look| look.status)
    }
}

/// What a printer tells of itself.
struct Look {
    status: Status,
    formats: Vec<String>,
}

impl Look {
    /// What it can be given; text stays text where it takes PDF.
    fn format(&self, job: &Job) -> Option<&'static str> {
        let takes = |format: &str| self.formats.iter().any(|known| known == format);
        match job.pdf {
            Some(_) if takes(PDF) || !takes(PNG) => Some(PDF),
            _ => takes(PNG).then_some(PNG),
        }
    }
}

fn values(answer: &IppRequestResponse, group: DelimiterTag, name: &str) -> Vec<IppValue> {
    let group = answer.attributes().first_of(group);
    match group.and_then(|group| group.get(name)).map(IppAttribute::value) {
        Some(IppValue::Array(values)) => values.clone(),
        Some(value) => vec![value.clone()],
        None => vec![],
    }
}

/// From `printer-state-reasons` (RFC 8011, 5.4.12), whose words end with how bad it is.
fn status(reasons: &[String], stopped: bool) -> Status {
    let any = |words: &[&str]| reasons.iter().any(|reason| words.iter().any(|word| reason.starts_with(word)));
    let error = reasons.iter().any(|reason| reason.ends_with("-error"));
    if any(&["cover-open", "door-open", "interlock-open"]) {
        Status::CoverOpen
    } else if any(&["media-empty", "media-needed", "input-tray-missing"]) {
        Status::NoPaper
    } else if stopped || error || any(&["offline", "paused", "shutdown", "timed-out", "media-jam"]) {
        Status::Offline
    } else if any(&["media-low"]) {
        Status::PaperLow
    } else {
        Status::Ready
    }
}

/// How long the picture is on paper at 203 dpi, rounded up; its size stands in the first chunk of the file.
fn length_mm(png: &[u8]) -> Option<u32> {
    let rows = u32::from_be_bytes(png.get(20..24)?.try_into().ok()?);
    Some((f64::from(rows) * 25.4 / 203.0).ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_of_a_printer_are_told_by_what_somebody_has_to_do() {
        let told = |reasons: &[&str], stopped| {
            status(&reasons.iter().map(|reason| (*reason).to_owned()).collect::<Vec<_>>(), stopped)
        };
        assert_eq!(told(&["none"], false), Status::Ready);
        assert_eq!(told(&["none"], true), Status::Offline);
        assert_eq!(told(&["media-low-warning"], false), Status::PaperLow);
        assert_eq!(told(&["media-low-warning", "media-empty-error"], true), Status::NoPaper);
        assert_eq!(told(&["media-empty-error", "cover-open-error"], true), Status::CoverOpen);
        assert_eq!(told(&["offline-report"], false), Status::Offline);
        assert_eq!(told(&["toner-low-warning", "connecting-to-device"], false), Status::Ready);
        assert_eq!(told(&["marker-supply-empty-error"], false), Status::Offline);
    }

    #[test]
    fn only_addresses_of_ipp_are_taken() {
        let is = |address: &str| IppPrinter::new(address, Media::A4, ASKING).is_some();
        assert!(is("ipp://localhost/printers/A4") && is("http://192.168.1.9:631/ipp/print"));
        assert!(!is("lpd://host/q") && !is("localhost:631") && !is("A4") && !is("") && !is("ipps://host/q"));
    }
}
