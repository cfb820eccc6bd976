//! Room on the disk that is kept for the claims under way: when the disk is full, it is given up, and those can be
//! finished.

use log::{error, warn};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use store::StoreError;

/// Room for about ten claims.
const BYTES: u64 = 48 * 1024 * 1024;

pub(crate) struct Reserve {
    file: PathBuf,
}

impl Reserve {
    /// Keeps room in a folder, where there is some.
    pub fn keep(folder: &Path) -> Self {
        let file = folder.join("reserve");
        let there = fs::metadata(&file).is_ok_and(|file| file.len() == BYTES);
        if !there && let Err(error) = fill(&file) {
            warn!(role = "kiosk", disposition = "failure", why:% = error; "disk_reserve");
            // A part of it is no use and room for nobody.
            let _ = fs::remove_file(&file);
        }
        Self { file }
    }

    /// Writes; where the disk is full, gives the room up and writes again.
    pub fn write<T>(&self, mut write: impl FnMut() -> Result<T, StoreError>) -> Result<T, StoreError> {
        match write() {
            Err(StoreError::Full) if self.release() => write(),
            result => result,
        }
    }

    /// Gives the room up. `false` when there was none left to give.
    fn release(&self) -> bool {
        error!(role = "kiosk", disposition = "failure"; "disk_full");
        fs::remove_file(&self.file).is_ok()
    }
}

fn fill(file: &Path) -> io::Result<()> {
    let file = File::create(file)?;
    rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), 0, BYTES)?;
    file.sync_data()
}
