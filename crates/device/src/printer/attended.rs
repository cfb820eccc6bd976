//! A printer that somebody attends to: a thread of its own, so that nobody waits for it beyond its deadline whatever its
//! driver does, and a look at it every few seconds, so that how it is can be read at any time.

use super::{Job, PrintError, Printer, Status};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Between two looks.
const LOOK: Duration = Duration::from_secs(5);
/// Before a change that was seen once is looked at again.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// Between two looks at a printer that does not tell: each look is a connection.
const SILENT: Duration = Duration::from_secs(60);
/// What a call may take beyond its deadline, or as long again where that is shorter, before the thread in it is given up.
const GRACE: Duration = Duration::from_secs(3);
/// Threads that may hang at a time; with more, nothing is printed until one comes back.
const MOST_THREADS: usize = 3;

/// Tells of each change that lasts.
type Changed = Arc<dyn Fn(Status) + Send + Sync>;

/// Any printer, with a thread.
pub struct Attended {
    printer: Arc<dyn Printer>,
    deadline: Duration,
    seen: Arc<Mutex<Steady>>,
    changed: Changed,
    /// One slip at a time; nothing where the last thread hangs.
    thread: Mutex<Option<Sender<Call>>>,
    threads: Arc<()>,
}

struct Call {
    job: Job,
    answer: Sender<Result<(), PrintError>>,
}

impl Attended {
    /// Looks at the printer at once, then again and again. `deadline` is the one of the printer; `changed` is called on
    /// the thread of the printer.
    pub fn start(
        printer: Box<dyn Printer>,
        deadline: Duration,
        changed: impl Fn(Status) + Send + Sync + 'static,
    ) -> Self {
        let attended = Self {
            printer: Arc::from(printer),
            deadline,
            seen: Arc::default(),
            changed: Arc::new(changed),
            thread: Mutex::default(),
            threads: Arc::default(),
        };
        *lock(&attended.thread) = attended.another_thread();
        attended
    }

    /// Nothing where too many hang.
    fn another_thread(&self) -> Option<Sender<Call>> {
        if Arc::strong_count(&self.threads) > MOST_THREADS {
            return None;
        }
        let (sender, calls) = channel();
        let (printer, seen, changed) = (self.printer.clone(), self.seen.clone(), self.changed.clone());
        let counted = self.threads.clone();
        let thread = std::thread::Builder::new().name("printer".into());
        let started = thread.spawn(move || {
            attend(&calls, &*printer, &seen, &*changed);
            drop(counted);
        });
        started.is_ok().then_some(sender)
    }
}

impl Printer for Attended {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        let mut thread = lock(&self.thread);
        let (answer, answered) = channel();
        let call = Call { job: job.clone(), answer };
        let sent = match thread.take().or_else(|| self.another_thread()) {
            Some(sender) => sender.send(call).is_ok().then_some(sender),
            None => None,
        };
        let Some(sender) = sent else { return Err(PrintError::TimedOut) };
        let printed = answered.recv_timeout(self.deadline + GRACE.min(self.deadline));
        // A thread that hangs ends when it comes back and finds nobody that could call.
        if printed.is_ok() {
            *thread = Some(sender);
        }
        printed.unwrap_or(Err(PrintError::TimedOut))
    }

    /// As last seen; does not block.
    fn status(&self) -> Status {
        lock(&self.seen).shown
    }
}

fn attend(
    calls: &Receiver<Call>,
    printer: &dyn Printer,
    seen: &Mutex<Steady>,
    changed: &(dyn Fn(Status) + Send + Sync),
) {
    let mut wait = Duration::ZERO;
    loop {
        match calls.recv_timeout(wait) {
            Ok(call) => {
                let printed = printer.print(&call.job);
                let told = lock(seen).told(&printed);
                drop(call.answer.send(printed));
                told.inspect(|status| changed(*status));
            }
            Err(RecvTimeoutError::Timeout) => {
                let status = printer.status();
                let told = lock(seen).see(status);
                told.inspect(|status| changed(*status));
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
        wait = lock(seen).next_look();
    }
}

/// What is shown of what was seen: a change only once it was seen twice in a row, so that nothing flickers.
#[derive(Debug)]
struct Steady {
    shown: Status,
    seen: Status,
}

impl Default for Steady {
    fn default() -> Self {
        Self { shown: Status::Unknown, seen: Status::Unknown }
    }
}

impl Steady {
    /// A look. Gives what is shown now, where that changes.
    fn see(&mut self, status: Status) -> Option<Status> {
        let lasts = std::mem::replace(&mut self.seen, status) == status;
        (lasts && self.shown != status).then(|| {
            self.shown = status;
            status
        })
    }

    /// What a slip told is certain: the participant hears of it at the same time.
    fn told(&mut self, printed: &Result<(), PrintError>) -> Option<Status> {
        let status = match printed {
            Ok(()) if self.shown.prints().is_ok() => return None,
            Ok(()) => Status::Ready,
            Err(PrintError::NoPaper) => Status::NoPaper,
            Err(PrintError::CoverOpen) => Status::CoverOpen,
            Err(PrintError::Offline | PrintError::Unreachable(_) | PrintError::Refused) => Status::Offline,
            Err(_) => return None,
        };
        self.seen = status;
        self.see(status)
    }

    fn next_look(&self) -> Duration {
        match (self.seen == self.shown, self.shown) {
            (false, _) => LOOK_AGAIN,
            (true, Status::Unknown) => SILENT,
            (true, _) => LOOK,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::{NoPaper, Offline, PaperLow, Ready, Unknown};

    fn shown(looks: &[Status]) -> Vec<Status> {
        let mut steady = Steady::default();
        looks
            .iter()
            .map(|look| {
                steady.see(*look);
                steady.shown
            })
            .collect()
    }

    #[test]
    fn what_does_not_last_is_not_shown() {
        assert_eq!(shown(&[Ready, Ready, PaperLow, Ready, PaperLow]), [Unknown, Ready, Ready, Ready, Ready]);
        assert_eq!(shown(&[Ready, Ready, NoPaper, Offline, NoPaper]), [Unknown, Ready, Ready, Ready, Ready]);
        assert_eq!(shown(&[Ready, Ready, NoPaper, NoPaper, Ready, Ready])[3..], [NoPaper, NoPaper, Ready]);
    }

    #[test]
    fn a_change_is_told_once_and_looked_at_again_soon() {
        let mut steady = Steady::default();
        assert_eq!((steady.see(Ready), steady.next_look()), (None, LOOK_AGAIN));
        assert_eq!((steady.see(Ready), steady.next_look()), (Some(Ready), LOOK));
        assert_eq!((steady.see(Ready), steady.see(NoPaper), steady.next_look()), (None, None, LOOK_AGAIN));
        assert_eq!((steady.see(Ready), steady.next_look()), (None, LOOK));
    }

    #[test]
    fn what_a_slip_told_is_shown_at_once() {
        let mut steady = Steady::default();
        steady.see(Ready);
        steady.see(Ready);
        assert_eq!(steady.told(&Err(PrintError::NoPaper)), Some(NoPaper));
        assert_eq!(steady.told(&Err(PrintError::NoPaper)), None);
        assert_eq!(steady.told(&Ok(())), Some(Ready));
        steady.see(PaperLow);
        steady.see(PaperLow);
        assert_eq!((steady.told(&Ok(())), steady.shown), (None, PaperLow));
        assert_eq!((steady.told(&Err(PrintError::TimedOut)), steady.shown), (None, PaperLow));
    }
}
