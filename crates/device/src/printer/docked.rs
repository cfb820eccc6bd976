//! A printer that can be made to misbehave, to see what the kiosk does then.

use super::{Job, PrintError, Printer, Status};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// How a docked printer behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Condition {
    /// As the printer inside.
    Ok,
    /// The roll is used up.
    NoPaper,
    /// Switched off.
    Offline,
    /// Prints, just before the deadline.
    Slow,
    /// Takes the slip and never prints it.
    Stalled,
}

const CONDITIONS: [Condition; 5] =
    [Condition::Ok, Condition::NoPaper, Condition::Offline, Condition::Slow, Condition::Stalled];

/// Handle to a [`Docked`] printer; clones steer the same one.
#[derive(Clone, Debug, Default)]
pub struct Controls(Arc<AtomicU8>);

impl Controls {
    /// From now on, also for a slip that has not begun to print.
    pub fn set(&self, condition: Condition) {
        self.0.store(condition as u8, Ordering::SeqCst);
    }

    /// As last set.
    pub fn get(&self) -> Condition {
        CONDITIONS[usize::from(self.0.load(Ordering::SeqCst)) % CONDITIONS.len()]
    }
}

/// A printer in the dock.
pub struct Docked<P> {
    inner: P,
    deadline: Duration,
    controls: Controls,
    wait: Box<dyn Fn(Duration) + Send + Sync>,
}

impl<P: Printer> Docked<P> {
    /// `wait` is how time passes: [`std::thread::sleep`] in the application, anything in a test.
    pub fn new(inner: P, deadline: Duration, wait: impl Fn(Duration) + Send + Sync + 'static) -> Self {
        Self { inner, deadline, controls: Controls::default(), wait: Box::new(wait) }
    }

    /// The handle.
    pub fn controls(&self) -> Controls {
        self.controls.clone()
    }
}

impl<P: Printer> Printer for Docked<P> {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        match self.controls.get() {
            Condition::Ok => {}
            Condition::NoPaper => return Err(PrintError::NoPaper),
            Condition::Offline => return Err(PrintError::Offline),
            Condition::Slow => (self.wait)(self.deadline * 9 / 10),
            Condition::Stalled => {
                (self.wait)(self.deadline);
                return Err(PrintError::TimedOut);
            }
        }
        self.inner.print(job)
    }

    fn status(&self) -> Status {
        match self.controls.get() {
            Condition::Ok | Condition::Slow => self.inner.status(),
            Condition::NoPaper => Status::NoPaper,
            Condition::Offline => Status::Offline,
            Condition::Stalled => Status::Unknown,
        }
    }
}
