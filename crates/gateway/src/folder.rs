//! Delivery into a folder, such as a mounted share of the branch: one subfolder a claim, all of it or nothing.

use rustix::fs::{CWD, RenameFlags};
use std::collections::HashSet;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Being written; nobody looks at it.
const INCOMING: &str = ".incoming-";
/// The former contents, on file systems that cannot exchange two folders in one step.
const REPLACED: &str = ".replaced-";
/// Held while a delivery runs, so that several stations can share a folder.
const LOCK: &str = ".deliveries.lock";

/// A packet to carry out.
#[derive(Clone)]
pub struct Delivery {
    /// Name of the subfolder: at most 100 of `A–Z a–z 0–9 - _ .`, not beginning with a dot.
    pub id: String,
    /// What it holds. Names as above, each once, whatever the case of its letters.
    pub files: Vec<Packed>,
}

/// One file of a delivery.
#[derive(Clone)]
pub struct Packed {
    /// Name in the subfolder.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// Why a delivery did not arrive. Nothing of it is visible then, and a former delivery stands as it was.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// The id or the name of a file has other characters than allowed, or a name comes twice.
    #[error("a name in the delivery is not allowed")]
    Name,
    /// The folder is not there: not created, or its share is not mounted. It is never created here.
    #[error("the delivery folder is not there")]
    Missing,
    /// The folder cannot be written to.
    #[error("the delivery folder cannot be written to")]
    ReadOnly,
    /// No room is left; worth another try once somebody has made some.
    #[error("the delivery folder is full")]
    Full,
    /// Something else stands where the folder, or the subfolder of this delivery, belongs.
    #[error("something that is not a folder stands in place of the delivery")]
    NotAFolder,
    /// Anything else that the system says; worth another try.
    #[error("the delivery failed")]
    Io(#[source] std::io::Error),
}

impl From<std::io::Error> for DeliveryError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::NotADirectory => Self::NotAFolder,
            _ => Self::Io(error),
        }
    }
}

/// Puts the files of `packet` into `folder/ID` and returns that path once they are safe on disk.
///
/// - Under the final name there is a complete delivery or nothing, also after a power cut.
/// - The same delivery again changes nothing. One with the same id and other contents (files changed, added or left
///   out) replaces the former in one step; the former is then deleted. Where the file system cannot exchange folders
///   (some network shares) the name is missing for a moment; should the machine stop in that moment, the next delivery
///   puts the former back.
/// - What killed runs left behind, for this or another id, is deleted first.
/// - Files have mode 0600, folders 0700.
pub fn deliver(folder: &Path, packet: &Delivery) -> Result<PathBuf, DeliveryError> {
    packet.check()?;
    let _lock = lock(folder)?;
    sweep(folder)?;
    let target = folder.join(&packet.id);
    if !holds(&target, packet)? {
        let incoming = folder.join(format!("{INCOMING}{}", packet.id));
        let placed = write(&incoming, packet).and_then(|()| place(folder, &incoming, &target, &packet.id));
        if let Err(error) = placed {
            // Half a delivery must not fill the disk; where it cannot go now, the next delivery sweeps it.
            drop(std::fs::remove_dir_all(&incoming));
            return Err(error);
        }
    }
    // Also where nothing changed: the run that wrote it may have been killed before this.
    sync_folder(folder)?;
    Ok(target)
}

impl Delivery {
    fn check(&self) -> Result<(), DeliveryError> {
        let mut seen = HashSet::new();
        let names_allowed = self.files.iter().all(|file| {
            // Shares of Windows machines take names that differ in case only for the same.
            allowed(&file.name) && seen.insert(file.name.to_ascii_lowercase())
        });
        if allowed(&self.id) && names_allowed { Ok(()) } else { Err(DeliveryError::Name) }
    }
}

fn allowed(name: &str) -> bool {
    let char_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=100).contains(&name.len()) && !name.starts_with('.') && name.chars().all(char_allowed)
}

/// Waits until no other delivery runs into this folder.
fn lock(folder: &Path) -> Result<File, DeliveryError> {
    if !std::fs::metadata(folder)?.is_dir() {
        return Err(DeliveryError::NotAFolder);
    }
    let file = OpenOptions::new().create(true).append(true).mode(0o600).open(folder.join(LOCK))?;
    match file.lock() {
        // A share without locks is used by one station.
        Err(error) if error.kind() != ErrorKind::Unsupported => Err(error.into()),
        _ => Ok(file),
    }
}

/// Deletes what killed runs left behind, and puts back what they had set aside.
fn sweep(folder: &Path) -> Result<(), DeliveryError> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if name.starts_with(INCOMING) {
            std::fs::remove_dir_all(entry.path())?;
        } else if let Some(id) = name.strip_prefix(REPLACED) {
            let target = folder.join(id);
            if target.try_exists()? {
                std::fs::remove_dir_all(entry.path())?;
            } else {
                std::fs::rename(entry.path(), target)?;
            }
        }
    }
    Ok(())
}

/// Whether exactly these files stand there already.
fn holds(target: &Path, packet: &Delivery) -> Result<bool, DeliveryError> {
    match std::fs::symlink_metadata(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
        Ok(found) if !found.is_dir() => return Err(DeliveryError::NotAFolder),
        Ok(_) => {}
    }
    if std::fs::read_dir(target)?.count() != packet.files.len() {
        return Ok(false);
    }
    Ok(packet.files.iter().all(|file| {
        let path = target.join(&file.name);
        // The length first: most revisions differ in it.
        std::fs::metadata(&path).is_ok_and(|found| found.len() == file.bytes.len() as u64)
            && std::fs::read(&path).is_ok_and(|bytes| bytes == file.bytes)
    }))
}

fn write(incoming: &Path, packet: &Delivery) -> Result<(), DeliveryError> {
    DirBuilder::new().mode(0o700).create(incoming)?;
    for file in &packet.files {
        let path = incoming.join(&file.name);
        let mut on_disk = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        on_disk.write_all(&file.bytes)?;
        on_disk.sync_all()?;
    }
    sync_folder(incoming)
}

/// Gives the finished folder its name.
fn place(folder: &Path, incoming: &Path, target: &Path, id: &str) -> Result<(), DeliveryError> {
    if !target.try_exists()? {
        return Ok(std::fs::rename(incoming, target)?);
    }
    let former = match rustix::fs::renameat_with(CWD, incoming, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => incoming.to_owned(),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {
            let aside = folder.join(format!("{REPLACED}{id}"));
            std::fs::rename(target, &aside)?;
            std::fs::rename(incoming, target)?;
            aside
        }
        Err(error) => return Err(std::io::Error::from(error).into()),
    };
    // The exchange must be on disk before the former contents go.
    sync_folder(folder)?;
    // The delivery has arrived; what cannot be deleted now is swept by the next one.
    drop(std::fs::remove_dir_all(former));
    Ok(())
}

/// Makes the names in a folder safe on disk, where its file system knows how.
fn sync_folder(folder: &Path) -> Result<(), DeliveryError> {
    match File::open(folder)?.sync_all() {
        Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Err(error.into())
        }
        _ => Ok(()),
    }
}
