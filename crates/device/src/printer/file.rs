//! A printer that leaves every slip in a folder, for practice, demonstration and tests.

use super::{Job, PrintError, Printer, Status};
use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;

/// Writes `NAME.png`, then `NAME.escpos`; each appears whole, replacing a former one of that name.
#[derive(Clone, Debug)]
pub struct FilePrinter {
    /// Where to; created when missing.
    pub folder: PathBuf,
}

impl FilePrinter {
    fn create_folder(&self) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let part = self.folder.join(format!(".{name}.part"));
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(part, self.folder.join(name))
    }
}

impl Printer for FilePrinter {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !(1..=100).contains(&job.name.len()) || !job.name.chars().all(allowed) {
            return Err(PrintError::Name);
        }
        let written = self
            .create_folder()
            .and_then(|()| self.write(&format!("{}.png", job.name), &job.png))
            .and_then(|()| self.write(&format!("{}.escpos", job.name), &job.escpos));
        written.map_err(PrintError::Folder)
    }

    fn status(&self) -> Status {
        if self.create_folder().is_ok() { Status::Ready } else { Status::Offline }
    }
}
