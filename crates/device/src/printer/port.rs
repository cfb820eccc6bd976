//! Device files of printers: opened without blocking, so that a printer that does not read holds nobody.

use nix::fcntl::OFlag;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Opens a device for reading and writing.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let flags = OFlag::O_NONBLOCK | OFlag::O_NOCTTY;
    OpenOptions::new().read(true).write(true).custom_flags(flags.bits()).open(path)
}

/// As [`super::line::Wire::write`].
pub(super) fn write(mut file: &File, bytes: &[u8], wait: Duration) -> io::Result<usize> {
    patiently(file, PollFlags::POLLOUT, wait, || file.write(bytes))
}

/// As [`super::line::Wire::read`].
pub(super) fn read(mut file: &File, bytes: &mut [u8], wait: Duration) -> io::Result<usize> {
    patiently(file, PollFlags::POLLIN, wait, || file.read(bytes))
}

/// Waits until all that was written was taken, but for what the kernel takes for nothing.
pub(super) fn drained(file: &File, wait: Duration) -> io::Result<()> {
    wait_for(file, PollFlags::POLLOUT, wait)
}

fn patiently(
    file: &File,
    ready: PollFlags,
    wait: Duration,
    mut call: impl FnMut() -> io::Result<usize>,
) -> io::Result<usize> {
    let until = Instant::now() + wait;
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                wait_for(file, ready, until.saturating_duration_since(Instant::now()))?;
            }
            done => return done,
        }
    }
}

fn wait_for(file: &File, ready: PollFlags, wait: Duration) -> io::Result<()> {
    let milliseconds = u16::try_from(wait.as_millis()).unwrap_or(u16::MAX);
    let mut watched = [PollFd::new(file.as_fd(), ready)];
    if poll(&mut watched, PollTimeout::from(milliseconds))? == 0 {
        return Err(ErrorKind::TimedOut.into());
    }
    match watched[0].revents() {
        Some(seen) if seen.intersects(ready) => Ok(()),
        _ => Err(ErrorKind::BrokenPipe.into()),
    }
}
