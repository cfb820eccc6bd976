use crate::StoreError;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Key of the file: 32 bytes.
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(***)")
    }
}

impl Key {
    /// From 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads the key file; makes it when there is neither a key nor a store yet. A store whose key is gone is an
    /// error: a new key would not open it.
    ///
    /// The file holds 32 bytes and must be readable by its owner alone.
    pub fn from_file(path: &Path, store: &Path) -> Result<Self, StoreError> {
        match fs::read(path) {
            Ok(bytes) => {
                let mode = fs::metadata(path).map_err(StoreError::Key)?.permissions().mode();
                if mode & 0o077 != 0 {
                    let others =
                        io::Error::new(io::ErrorKind::PermissionDenied, "others can read it (chmod 600)");
                    return Err(StoreError::Key(others));
                }
                let key = bytes.try_into().map_err(|_| {
                    StoreError::Key(io::Error::new(io::ErrorKind::InvalidData, "it does not hold 32 bytes"))
                })?;
                Ok(Self(key))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && !store.exists() => Self::create(path),
            Err(error) => Err(StoreError::Key(error)),
        }
    }

    /// Through a temporary file, so that a kill leaves either no key or a whole one.
    fn create(path: &Path) -> Result<Self, StoreError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|_| StoreError::Random)?;
        let beside = path.with_extension("new");
        let write = || -> io::Result<()> {
            let mut file =
                OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
            file.write_all(&key)?;
            file.sync_all()?;
            fs::rename(&beside, path)?;
            path.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
        };
        write().map_err(StoreError::Key)?;
        Ok(Self(key))
    }

    /// As SQLCipher wants a raw key.
    pub(crate) fn pragma(&self) -> String {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("x'{hex}'")
    }
}
