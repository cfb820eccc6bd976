//! What a played camera is told to do, shared by it and by whoever tells it.

#[cfg(any(feature = "dock", debug_assertions))]
use std::{path::PathBuf, sync::Arc};
use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// What is wished at a moment.
#[derive(Clone, Default)]
pub(super) struct Wish {
    pub(super) photograph: Option<String>,
    pub(super) effects: Effects,
    pub(super) unplugged: bool,
    pub(super) frozen: bool,
    /// Another photograph was chosen since the last picture.
    pub(super) changed: bool,
}

/// What is wrong with the pictures.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Effects {
    pub(super) moved: bool,
    pub(super) blurred: bool,
    pub(super) dark: bool,
}

#[derive(Default)]
pub(super) struct Shared {
    wish: Mutex<Wish>,
    told: Condvar,
}

impl Shared {
    pub(super) fn now(&self) -> Wish {
        self.lock().clone()
    }

    /// The wish once `pace` has passed, or at once when something is told; not while frozen.
    pub(super) fn after(&self, pace: Duration) -> Wish {
        let until = Instant::now() + pace;
        let mut wish = self.lock();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if wish.frozen {
                wish = self.told.wait(wish).unwrap_or_else(PoisonError::into_inner);
            } else if left.is_zero() || wish.changed || wish.unplugged {
                let now = wish.clone();
                wish.changed = false;
                return now;
            } else {
                wish = self.told.wait_timeout(wish, left).unwrap_or_else(PoisonError::into_inner).0;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Wish> {
        self.wish.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells a played camera what to show and how to misbehave. The same handle serves people and tests.
#[cfg(any(feature = "dock", debug_assertions))]
#[derive(Clone)]
pub struct Controls {
    folder: PathBuf,
    shared: Arc<Shared>,
}

/// How a played camera stands.
#[cfg(any(feature = "dock", debug_assertions))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It works.
    Ok,
    /// Its plug is pulled.
    Unplugged,
    /// Its calls do not come back.
    Frozen,
}

#[cfg(any(feature = "dock", debug_assertions))]
impl Controls {
    pub(super) fn new(folder: PathBuf, shared: Arc<Shared>) -> Self {
        Self { folder, shared }
    }

    /// Shows the photograph of this name, whatever document is expected; `None` goes back to what is expected.
    pub fn photograph(&self, name: Option<String>) {
        self.tell(|wish| (wish.photograph, wish.changed) = (name, true));
    }

    /// Names of the photographs there are, without their endings.
    pub fn photographs(&self) -> Vec<String> {
        let paths = super::photographs(&self.folder).unwrap_or_default();
        paths.iter().map(|path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned()).collect()
    }

    /// Whether the hand moves a lot.
    pub fn moved(&self, moved: bool) {
        self.tell(|wish| wish.effects.moved = moved);
    }

    /// Whether it is out of focus.
    pub fn blurred(&self, blurred: bool) {
        self.tell(|wish| wish.effects.blurred = blurred);
    }

    /// Whether there is too little light.
    pub fn dark(&self, dark: bool) {
        self.tell(|wish| wish.effects.dark = dark);
    }

    /// How the camera stands.
    pub fn state(&self, state: State) {
        self.tell(|wish| (wish.unplugged, wish.frozen) = (state == State::Unplugged, state == State::Frozen));
    }

    fn tell(&self, change: impl FnOnce(&mut Wish)) {
        change(&mut self.shared.lock());
        self.shared.told.notify_all();
    }
}
