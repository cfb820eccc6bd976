use rusqlite::ErrorCode;

/// Why the store did not do it. Whatever the variant: nothing of the write was kept, nothing before it was lost.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The file or its folder cannot be written to.
    #[error("the store cannot be written to")]
    ReadOnly,
    /// The file is not a store, or the key is another one.
    #[error("the store does not open with this key")]
    WrongKey,
    /// A newer version of the product wrote the file.
    #[error("the store was written by a newer version (format {found}, this one knows {known})")]
    Newer {
        /// Format of the file.
        found: i64,
        /// Format this version writes.
        known: i64,
    },
    /// There is no such case.
    #[error("there is no such case")]
    NoSuchCase,
    /// The slot was taken in the meantime.
    #[error("the slot is taken")]
    SlotTaken,
    /// The rules of the hall say no.
    #[error(transparent)]
    Refused(#[from] queue::Refused),
    /// A record does not open, or the chain is broken.
    #[error("the journal is damaged at record {0}")]
    Damaged(i64),
    /// The key file is missing, too short or readable by others.
    #[error("the key file: {0}")]
    Key(std::io::Error),
    /// The machine gave no random numbers.
    #[error("no random numbers")]
    Random,
    /// Anything else the database says.
    #[error("the database: {0}")]
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::ReadOnly
            }
            Some(ErrorCode::NotADatabase) => StoreError::WrongKey,
            // A full disk under the write-ahead log shows as a failed write.
            Some(ErrorCode::SystemIoFailure) if is_write(&error) => StoreError::Full,
            _ => StoreError::Database(error),
        }
    }
}

fn is_write(error: &rusqlite::Error) -> bool {
    let rusqlite::Error::SqliteFailure(failure, _) = error else { return false };
    const WRITES: [i32; 4] = [
        rusqlite::ffi::SQLITE_IOERR_WRITE,
        rusqlite::ffi::SQLITE_IOERR_FSYNC,
        rusqlite::ffi::SQLITE_IOERR_TRUNCATE,
        rusqlite::ffi::SQLITE_IOERR_SHMSIZE,
    ];
    WRITES.contains(&failure.extended_code)
}
