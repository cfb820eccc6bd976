//! A time limit for calls that have none of their own.

use nix::sys::{
    pthread::{pthread_kill, pthread_self},
    signal::Signal,
};
use std::{
    io,
    sync::{Arc, LazyLock, atomic::AtomicBool, mpsc},
    thread,
    time::Duration,
};

/// Ignored by default, so that one too many does no harm. Nothing else in this process uses it.
const WAKE: Signal = Signal::SIGURG;
/// The first signal may come just before the call begins to wait.
const AGAIN: Duration = Duration::from_millis(50);

/// Calls `wait`. After `limit` a signal interrupts the system call that it waits in, which then fails with EINTR,
/// again and again until `wait` returns. Only waiting that gives up when interrupted is bounded by that.
pub(super) fn within<T>(limit: Duration, wait: impl FnOnce() -> T) -> T {
    // A signal interrupts only where it has a handler. Handlers stay for as long as the process lives.
    static HANDLED: LazyLock<io::Result<signal_hook::SigId>> =
        LazyLock::new(|| signal_hook::flag::register(WAKE as i32, Arc::new(AtomicBool::new(false))));
    if let Err(error) = &*HANDLED {
        log::warn!("calls of the camera are not interrupted: {error}");
        return wait();
    }
    let waiting = pthread_self();
    let (over, is_over) = mpsc::channel::<()>();
    // The scope keeps `waiting` alive for as long as it may be signalled.
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut limit = limit;
            while is_over.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout) {
                // Fails only for threads that have ended.
                _ = pthread_kill(waiting, WAKE);
                limit = AGAIN;
            }
        });
        let result = wait();
        drop(over);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use std::{io::Write, os::fd::AsFd, time::Instant};

    #[test]
    fn a_wait_without_end_is_ended() {
        let (nothing, _silent) = io::pipe().unwrap();
        let begun = Instant::now();
        let waited = within(Duration::from_millis(30), || {
            poll(&mut [PollFd::new(nothing.as_fd(), PollFlags::POLLIN)], PollTimeout::NONE)
        });
        assert_eq!(waited, Err(nix::Error::EINTR));
        assert!(begun.elapsed() >= Duration::from_millis(30));
    }

    #[test]
    fn a_wait_in_time_is_left_alone() {
        let (something, mut talking) = io::pipe().unwrap();
        talking.write_all(b"x").unwrap();
        let waited = within(Duration::from_secs(60), || {
            poll(&mut [PollFd::new(something.as_fd(), PollFlags::POLLIN)], PollTimeout::NONE)
        });
        assert_eq!(waited, Ok(1));
    }
}
