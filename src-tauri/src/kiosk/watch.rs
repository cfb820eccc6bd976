//! Watches the document under the camera while a picture is being aimed at: draws its outline, says what to change,
//! and takes the picture when it is good and steady.

use super::capture::form;
use super::{Kiosk, Shared};
use claim::Actor;
use device::camera::{Camera, Frame};
use document::{Form, Quad, Seen, Watch};
use image::RgbImage;
use journey::{Action, Body, CameraView, step::Step};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

/// How long a look waits for a picture, and how long it rests while nothing is aimed at.
const LOOK: Duration = Duration::from_millis(200);
/// Frames in a row that must show something else before a picture is taken by itself again.
const CHANGED: u32 = 3;

/// Where the document lies in a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Sighting {
    /// Number of the frame.
    pub seq: u64,
    /// Corners as shares of width and height, clockwise.
    pub corners: Option<[[f32; 2]; 4]>,
    /// Whether it can be read as it lies there.
    pub good: bool,
}

/// What was sighted last, for the live picture.
#[derive(Default)]
pub(crate) struct Sightings {
    newest: Mutex<Option<Sighting>>,
    changed: Condvar,
}

impl Sightings {
    fn set(&self, sighting: Option<Sighting>) {
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) = sighting;
        self.changed.notify_all();
    }

    /// What was sighted in frame number `seq`, waited for at most `wait`; otherwise what was sighted last. Nothing
    /// while nobody watches.
    pub(crate) fn of(&self, seq: u64, wait: Duration) -> Option<Sighting> {
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let earlier = |newest: &mut Option<Sighting>| newest.is_some_and(|sighting| sighting.seq < seq);
        let waited = self.changed.wait_timeout_while(newest, wait, earlier);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// What a picture shows, coarsely: enough to tell whether something else lies there.
#[derive(Clone, Copy)]
pub(super) struct Scene([[u8; Scene::COLUMNS]; Scene::ROWS]);

impl Scene {
    const COLUMNS: usize = 32;
    const ROWS: usize = 18;
    /// Mean difference of the cells, in grey levels, from which on it is another scene: noise and a breathing hand
    /// make 1 or 2, a card moved by a tenth of the picture 6 and more.
    const OTHER: f32 = 5.0;

    pub(super) fn of(picture: &RgbImage) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let mut cells = [[0; Self::COLUMNS]; Self::ROWS];
        if width < Self::COLUMNS || height < Self::ROWS {
            return Self(cells);
        }
        let raw = picture.as_raw();
        let green = |x: usize, y: usize| u32::from(raw[(y * width + x) * 3 + 1]);
        for (row, line) in cells.iter_mut().enumerate() {
            for (column, cell) in line.iter_mut().enumerate() {
                let (left, top) = (column * width / Self::COLUMNS, row * height / Self::ROWS);
                let (wide, high) = (width / Self::COLUMNS, height / Self::ROWS);
                // A grid of 8 × 8 says enough of a cell.
                let places = (0..64).map(|at| green(left + at % 8 * wide / 8, top + at / 8 * high / 8));
                *cell = (places.sum::<u32>() / 64) as u8;
            }
        }
        Self(cells)
    }

    pub(super) fn is_other(&self, now: &Scene) -> bool {
        let pairs = self.0.iter().flatten().zip(now.0.iter().flatten());
        let difference: u32 = pairs.map(|(before, now)| u32::from(before.abs_diff(*now))).sum();
        difference as f32 > Self::OTHER * (Self::COLUMNS * Self::ROWS) as f32
    }
}

/// What is aimed at.
#[derive(Clone, Copy)]
pub(super) struct Aim {
    visit: u64,
    form: Form,
    /// What was photographed last and must be gone before a picture is taken by itself; none where it may be.
    taken: Option<Scene>,
    automatic: bool,
}

/// Goes on until the kiosk is closed.
pub(super) fn run(kiosk: &Weak<Mutex<Kiosk>>, camera: &Arc<Camera>, sightings: &Sightings) {
    let began = Instant::now();
    let (mut seen, mut watching) = (0, None);
    loop {
        let Some(shared) = kiosk.upgrade().map(Shared) else { return };
        let aim = shared.lock().aim();
        // Not held while waiting: the kiosk must be able to close.
        drop(shared);
        let Some(aim) = aim else {
            if watching.take().is_some() {
                sightings.set(None);
            }
            std::thread::sleep(LOOK / 4);
            continue;
        };
        let current = watching.take().filter(|current: &Watching| current.visit == aim.visit);
        let Some(frame) = camera.newest_after(seen, LOOK) else {
            watching = current;
            continue;
        };
        seen = frame.seq;
        // A picture of whatever is held up: looking at it may fail, and so may what follows; the watching goes on.
        let watched = catch_unwind(AssertUnwindSafe(|| {
            let mut current = current.unwrap_or_else(|| Watching::begin(&aim));
            let looked = current.look(&aim, &frame, began.elapsed());
            sightings.set(Some(looked.sighting));
            if let Some(shared) = kiosk.upgrade().map(Shared) {
                shared.lock().watched(&aim, looked, frame);
            }
            current
        }));
        watching = watched.ok();
    }
}

/// The watch over one visit of a screen.
struct Watching {
    visit: u64,
    watch: Watch,
    advice: Option<&'static str>,
    /// Frames in a row that show something else than what was photographed.
    other: u32,
}

/// What a frame leads to.
pub(super) struct Looked {
    sighting: Sighting,
    advice: Option<&'static str>,
    changed: bool,
    ready: bool,
}

impl Watching {
    fn begin(aim: &Aim) -> Self {
        Self { visit: aim.visit, watch: Watch::new(aim.form), advice: None, other: 0 }
    }

    fn look(&mut self, aim: &Aim, frame: &Frame, at: Duration) -> Looked {
        let Seen { judgement, outline, advice, ready } = self.watch.see(&frame.picture, at);
        let good = outline.is_some() && judgement.problems.is_empty();
        let by_itself = aim.automatic && aim.taken.is_none();
        self.advice = match advice {
            Some(advice) => Some(advice.as_str()),
            None if good && by_itself => Some("good"),
            None if good => Some("good-shoot"),
            // It has just become worse; what to say of it is not clear yet.
            None => self.advice,
        };
        let other = aim.taken.is_some_and(|taken| taken.is_other(&Scene::of(&frame.picture)));
        self.other = if other { self.other + 1 } else { 0 };
        let corners = outline.map(|Quad(corners)| {
            let (width, height) = (frame.picture.width() as f32, frame.picture.height() as f32);
            corners.map(|corner| [corner.x / width, corner.y / height])
        });
        let sighting = Sighting { seq: frame.seq, corners, good };
        Looked { sighting, advice: self.advice, changed: self.other >= CHANGED, ready: ready && by_itself }
    }
}

impl Kiosk {
    /// What to watch for now; nothing while no document is aimed at.
    fn aim(&self) -> Option<Aim> {
        let screen = &self.shown;
        let live = matches!(screen.body, Body::Capture { camera: CameraView::Live, frozen: false, .. });
        let (true, None, Some(Step::Capture(document))) = (live, &screen.overlay, self.state.step()) else {
            return None;
        };
        let form = form(self.config.rules.documents.get(&document)?.shape);
        let automatic = self.config.capture.automatic;
        (form != Form::Face).then_some(Aim { visit: screen.visit, form, taken: self.taken, automatic })
    }

    /// A frame was watched.
    fn watched(&mut self, aim: &Aim, looked: Looked, frame: Arc<Frame>) {
        // A touch may have come first.
        if self.aim().is_none_or(|now| now.visit != aim.visit) {
            return;
        }
        if looked.changed {
            self.taken = None;
        }
        let advice = looked.advice.map(|advice| (aim.visit, advice));
        if advice != self.watching {
            self.watching = advice;
            self.redraw_and_tell();
        }
        self.say_advice();
        if looked.ready {
            self.take_by_itself(frame);
        }
    }

    /// Takes the picture as a touch would.
    fn take_by_itself(&mut self, frame: Arc<Frame>) {
        let shown = self.shown.clone();
        let outcome = self.with_world(|state, world| journey::act(state, &shown, &Action::Shoot, world));
        if let Ok(outcome) = outcome {
            // Whoever laid it there is there.
            self.stay();
            self.found_good = Some(frame);
            self.follow(outcome, Actor::Kiosk);
            self.found_good = None;
            self.redraw_and_tell();
        }
    }
}
