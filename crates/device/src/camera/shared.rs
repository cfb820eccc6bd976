//! What the supervisor, the workers and the users of a camera share: one lock, one condition variable.

use super::{
    CameraError, Frame, View,
    still::{self, Still},
};
use image::RgbImage;
use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// Number of the newest picture of all cameras: who changes to another camera goes on asking for newer ones.
static PICTURES: AtomicU64 = AtomicU64::new(0);

type Tell = Arc<dyn Fn(View) + Send + Sync>;

#[derive(Default)]
pub(super) struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

/// Why the supervisor no longer watches a worker.
pub(super) enum End {
    /// Nobody wants pictures now.
    Unwanted,
    /// It failed, or its call is overdue.
    Failed { error: CameraError, was_live: bool },
}

struct State {
    wanted: bool,
    ended: bool,
    view: View,
    /// The view that was told last.
    told: View,
    tell: Option<Tell>,
    hint: Option<String>,
    newest: Option<Arc<Frame>>,
    still: Still,
    /// What is open.
    about: String,
    /// What sent pictures when it was logged last; nothing after a failure.
    logged: Option<String>,
    /// Workers are numbered from 1. Only the current one may publish; others are abandoned or on their way out.
    current: u64,
    begun: u64,
    /// When the call that the current worker is in has to be over.
    due: Option<Instant>,
    /// Workers whose threads have not ended.
    alive: Vec<u64>,
    /// How the current worker ended: by an error, or on request.
    outcome: Option<Option<CameraError>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            wanted: false,
            ended: false,
            view: View::Starting,
            told: View::Starting,
            tell: None,
            hint: None,
            newest: None,
            still: Still::default(),
            about: String::new(),
            logged: None,
            current: 0,
            begun: 0,
            due: None,
            alive: vec![],
            outcome: None,
        }
    }
}

type Guard<'a> = MutexGuard<'a, State>;

/// For users of the camera.
impl Shared {
    pub(super) fn want(&self, wanted: bool) {
        let mut state = self.lock();
        state.wanted = wanted;
        if !wanted {
            state.forget();
        }
        self.changed.notify_all();
    }

    pub(super) fn end(&self) {
        let mut state = self.lock();
        (state.wanted, state.ended) = (false, true);
        state.forget();
        self.changed.notify_all();
    }

    pub(super) fn view(&self) -> View {
        self.lock().view
    }

    pub(super) fn expect(&self, document: Option<String>) {
        self.lock().hint = document;
    }

    pub(super) fn on_change(&self, tell: Tell) {
        self.lock().tell = Some(tell);
    }

    pub(super) fn newest_after(&self, seq: u64, wait: Duration) -> Option<Arc<Frame>> {
        let until = Instant::now() + wait;
        let mut state = self.lock();
        loop {
            if let Some(frame) = state.newest.as_ref().filter(|frame| frame.seq > seq) {
                return Some(frame.clone());
            }
            let left = until.checked_duration_since(Instant::now()).filter(|_| !state.ended)?;
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// For the worker.
impl Shared {
    /// The hint, while the worker is the current one. Its next call is due after `limit`.
    pub(super) fn go_on(&self, worker: u64, limit: Duration) -> Option<Option<String>> {
        let mut state = self.lock();
        let may = state.current == worker && state.wanted;
        may.then(|| {
            state.due = Some(Instant::now() + limit);
            self.changed.notify_all();
            state.hint.clone()
        })
    }

    pub(super) fn opened(&self, worker: u64, about: String) {
        let mut state = self.lock();
        if state.current == worker {
            state.about = about;
        }
    }

    /// Hands a picture out. True if the same one has come for longer than `still`.
    pub(super) fn publish(&self, worker: u64, picture: RgbImage, still: Duration) -> bool {
        let print = still::print(&picture);
        let mut state = self.lock();
        if state.current != worker || !state.wanted {
            return false;
        }
        if state.still.froze(print, Instant::now(), still) {
            return true;
        }
        // Once, not with each document.
        if state.logged.as_ref() != Some(&state.about) {
            log::info!("camera: {}", state.about);
            state.logged = Some(state.about.clone());
        }
        let seq = PICTURES.fetch_add(1, Ordering::Relaxed) + 1;
        state.newest = Some(Arc::new(Frame { seq, picture }));
        state.view = View::Live;
        self.changed.notify_all();
        false
    }

    pub(super) fn closing(&self, worker: u64, limit: Duration) {
        let mut state = self.lock();
        if state.current == worker {
            state.due = Some(Instant::now() + limit);
        }
    }

    /// The worker's thread ends.
    pub(super) fn finish(&self, worker: u64, error: Option<CameraError>) {
        let mut state = self.lock();
        state.alive.retain(|alive| *alive != worker);
        if state.current == worker {
            state.outcome = Some(error);
        }
        self.changed.notify_all();
    }
}

/// For the supervisor.
impl Shared {
    /// False when the camera is no longer needed at all. Waits also while `most` threads hang.
    pub(super) fn wait_until_wanted(&self, most: usize) -> bool {
        let mut state = self.lock();
        while !(state.ended || state.wanted && state.alive.len() < most) {
            state = self.wait(state, None);
        }
        !state.ended
    }

    /// Number of the next worker, whose opening is due after `limit`.
    pub(super) fn begin(&self, limit: Duration) -> u64 {
        let mut state = self.lock();
        state.begun += 1;
        state.current = state.begun;
        state.outcome = None;
        state.due = Some(Instant::now() + limit);
        let worker = state.current;
        state.alive.push(worker);
        worker
    }

    /// Waits until the worker fails, is overdue or no longer wanted; from then on it is not the current one.
    pub(super) fn watch(&self, worker: u64) -> End {
        let mut state = self.lock();
        let end = loop {
            if !state.wanted {
                break End::Unwanted;
            }
            let was_live = state.view == View::Live;
            match state.outcome {
                Some(Some(error)) => break End::Failed { error, was_live },
                Some(None) => break End::Unwanted,
                None => {}
            }
            if state.due.is_some_and(|due| due <= Instant::now()) {
                break End::Failed { error: CameraError::Stuck, was_live };
            }
            let due = state.due;
            state = self.wait(state, due);
        };
        debug_assert_eq!(state.current, worker);
        state.current = 0;
        if let End::Failed { error, .. } = end {
            state.forget();
            state.view = View::Missing(error);
            state.logged = None;
        }
        end
    }

    /// Gives the worker time to let the device go before it is opened again.
    pub(super) fn wait_until_finished(&self, worker: u64, limit: Duration) {
        let until = Instant::now() + limit;
        let mut state = self.lock();
        while state.alive.contains(&worker) && Instant::now() < until {
            state = self.wait(state, Some(until));
        }
    }

    /// Waits, but no longer than pictures are wanted.
    pub(super) fn pause(&self, pause: Duration) {
        let until = Instant::now() + pause;
        let mut state = self.lock();
        while state.wanted && Instant::now() < until {
            state = self.wait(state, Some(until));
        }
    }

    pub(super) fn missing(&self, error: CameraError) {
        self.lock().view = View::Missing(error);
    }

    /// Waits for any change, at most until `until`. Tells a changed view first, without holding the lock.
    fn wait<'a>(&'a self, mut state: Guard<'a>, until: Option<Instant>) -> Guard<'a> {
        if state.view != state.told {
            let view = state.view;
            state.told = view;
            let tell = state.tell.clone();
            drop(state);
            if let Some(tell) = tell {
                tell(view);
            }
            return self.lock();
        }
        match until {
            None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            Some(until) => {
                let left = until.saturating_duration_since(Instant::now());
                self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
            }
        }
    }

    fn lock(&self) -> Guard<'_> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// No picture outlives its being wanted.
    fn forget(&mut self) {
        self.newest = None;
        self.view = View::Starting;
    }
}
