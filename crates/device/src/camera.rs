//! Cameras that may hang, vanish and come back.
//!
//! A [`Source`] is one camera as its driver sees it: calls that block, sometimes for ever. [`Camera`] runs it on a
//! thread of its own under deadlines. A thread whose call is overdue is abandoned, never joined; the device is then
//! opened afresh, with growing pauses, until pictures come again. The device is open only while pictures are wanted.

pub mod coded;
pub mod folder;
pub mod v4l;

mod shared;
mod still;

use image::RgbImage;
use shared::{End, Shared};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

/// Bad frames in a row after which the device is opened afresh; a few are normal after opening.
const BAD_FRAMES: u32 = 20;
/// Threads that may hang in calls at the same time; beyond it, one has to come back first.
const STUCK_THREADS: usize = 4;

/// One camera, as its driver sees it. All calls may block; [`Camera`] bounds them.
pub trait Source: Send {
    /// Takes hold of the device and begins to capture.
    fn open(&mut self) -> Result<(), CameraError>;
    /// Waits for the next picture: upright, 8-bit sRGB.
    fn frame(&mut self) -> Result<RgbImage, CameraError>;
    /// Lets the device go. Called once after each `open`, also after a failed one.
    fn close(&mut self);
    /// What is open, for the log.
    fn about(&self) -> String;
    /// The document that is asked for next. Only sources that play photographs care.
    fn expect(&mut self, _document: Option<&str>) {}
}

/// What keeps pictures from coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CameraError {
    /// No such camera.
    #[error("no camera was found")]
    NotFound,
    /// Another program holds it.
    #[error("another program uses the camera")]
    Busy,
    /// This user may not open it.
    #[error("the camera may not be used by this user")]
    NotAllowed,
    /// It went away while it was used.
    #[error("the camera was unplugged")]
    Unplugged,
    /// It offers no format that is understood.
    #[error("the camera offers no format that is understood")]
    NoFormat,
    /// A picture came damaged.
    #[error("the camera sent a damaged picture")]
    BadFrame,
    /// It repeats one picture.
    #[error("the camera repeats the same picture")]
    Frozen,
    /// It does not answer.
    #[error("the camera does not answer")]
    Stuck,
    /// The driver failed in another way.
    #[error("the camera's driver failed")]
    Failed,
}

/// What the camera does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Being opened, or not wanted.
    Starting,
    /// Pictures come.
    Live,
    /// No pictures, for this reason; it is tried again and again while pictures are wanted.
    Missing(CameraError),
}

/// A picture and its number.
pub struct Frame {
    /// Larger than that of each earlier picture, of whichever [`Camera`].
    pub seq: u64,
    /// The picture.
    pub picture: RgbImage,
}

/// How long calls may take, and how long to pause before the next try.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// For opening, and for the first picture.
    pub first: Duration,
    /// For each later picture, and for closing.
    pub next: Duration,
    /// For how long the same picture may be repeated before the device is opened afresh.
    pub still: Duration,
    /// Pause after the first failure; it doubles …
    pub pause: Duration,
    /// … up to this one.
    pub longest_pause: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        let ms = Duration::from_millis;
        let (first, next, still) = (ms(3000), ms(1500), ms(8000));
        Self { first, next, still, pause: ms(500), longest_pause: ms(3000) }
    }
}

/// A camera that is supervised. Dropping it lets the device go.
pub struct Camera {
    shared: Arc<Shared>,
}

impl Camera {
    /// A camera that is not wanted yet. `make` makes a source for each try; it is called on the thread that will
    /// use the source.
    pub fn start(make: impl Fn() -> Box<dyn Source> + Send + Sync + 'static, limits: Deadlines) -> Self {
        let shared = Arc::new(Shared::default());
        let supervised = shared.clone();
        let started = thread::Builder::new()
            .name("camera".into())
            .spawn(move || supervise(&supervised, &(Arc::new(make) as Make), limits));
        if let Err(error) = started {
            log::error!("no thread for the camera: {error}");
            shared.missing(CameraError::Failed);
        }
        Self { shared }
    }

    /// Whether pictures are wanted. The device is open only while they are.
    pub fn wanted(&self, wanted: bool) {
        self.shared.want(wanted);
    }

    /// What the camera does now.
    pub fn view(&self) -> View {
        self.shared.view()
    }

    /// The newest picture, if it is newer than number `seq`; otherwise waits for one, at most `wait`.
    pub fn newest_after(&self, seq: u64, wait: Duration) -> Option<Arc<Frame>> {
        self.shared.newest_after(seq, wait)
    }

    /// Code of the document that is asked for next, such as `ktp`: a hint for sources that play photographs.
    pub fn expect(&self, document: Option<String>) {
        self.shared.expect(document);
    }

    /// Calls `tell` on the camera's thread whenever the view changes. It replaces an earlier one.
    pub fn on_change(&self, tell: impl Fn(View) + Send + Sync + 'static) {
        self.shared.on_change(Arc::new(tell));
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.shared.end();
    }
}

type Make = Arc<dyn Fn() -> Box<dyn Source> + Send + Sync>;

/// Keeps one worker going while pictures are wanted.
fn supervise(shared: &Arc<Shared>, make: &Make, limits: Deadlines) {
    let mut pause = limits.pause;
    let mut logged = None;
    while shared.wait_until_wanted(STUCK_THREADS) {
        let worker = shared.begin(limits.first);
        let (theirs, make) = (shared.clone(), make.clone());
        let started = thread::Builder::new()
            .name(format!("camera-{worker}"))
            .spawn(move || work(&theirs, worker, &make, limits));
        if let Err(error) = started {
            log::error!("no thread for the camera: {error}");
            shared.finish(worker, Some(CameraError::Failed));
        }
        match shared.watch(worker) {
            End::Unwanted => shared.wait_until_finished(worker, limits.next),
            End::Failed { error, was_live } => {
                if was_live {
                    (pause, logged) = (limits.pause, None);
                }
                // Once, not with each try of a night without a camera.
                if logged.replace(error) != Some(error) {
                    log::warn!("camera: {error}");
                }
                shared.pause(pause);
                pause = (pause * 2).min(limits.longest_pause);
            }
        }
    }
}

/// One try with the device, on a thread of its own.
fn work(shared: &Shared, worker: u64, make: &Make, limits: Deadlines) {
    // Drivers are foreign code: one that panics has failed, and its thread ends here.
    let error = catch_unwind(AssertUnwindSafe(|| {
        let mut source = make();
        let error = capture(shared, worker, source.as_mut(), limits);
        source.close();
        error
    }));
    shared.finish(worker, error.unwrap_or(Some(CameraError::Failed)));
}

/// Captures until something fails, or until the worker is not wanted any more.
fn capture(shared: &Shared, worker: u64, source: &mut dyn Source, limits: Deadlines) -> Option<CameraError> {
    let begun = Instant::now();
    if let Err(error) = source.open() {
        return Some(error);
    }
    shared.opened(worker, source.about());
    let mut bad = 0;
    let mut hint = None;
    let (mut last, mut limit) = (begun, limits.first);
    while let Some(expected) = shared.go_on(worker, limit) {
        if hint.as_ref() != Some(&expected) {
            source.expect(expected.as_deref());
            hint = Some(expected);
        }
        match source.frame() {
            Ok(picture) => {
                if shared.publish(worker, picture, limits.still) {
                    return Some(CameraError::Frozen);
                }
                (bad, last, limit) = (0, Instant::now(), limits.next);
            }
            // Damaged pictures are no answer, however many come.
            Err(CameraError::BadFrame) if bad < BAD_FRAMES && last.elapsed() < limit => bad += 1,
            Err(error) => return Some(error),
        }
    }
    shared.closing(worker, limits.next);
    None
}
