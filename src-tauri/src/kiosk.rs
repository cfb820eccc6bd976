//! One kiosk without its window: a touch goes in, is kept, and the next screen comes out.
//!
//! Invariant: the events of an action are on the disk before the screen that follows from them is shown.

mod capture;
mod edition;
mod hall;
mod idle;
mod read;
mod retention;
mod scan;
mod voice;
mod watch;
mod work;

use crate::reserve::Reserve;
use crate::{Clock, Devices, slips};
use anyhow::{Context, Result};
use claim::{Actor, CaseId, Claim, Event, TicketKind};
use device::camera::{Camera, View as CameraState};
use jiff::civil::{Date, Time};
use journey::state::{Over, Said, Secret};
use journey::{
    Action, Body, CameraView, Case, Effect, NotOffered, Opening, Outcome, Place, Screen, State, World,
};
use kiosk_config::{Config, Started, Texts};
use log::{error, info};
use queue::Offer;
use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::{BookingWish, Key, Store, StoreError, Write, Written};
pub(crate) use watch::{Sighting, Sightings};
use work::Work;

/// Letter of the numbers of a practice ("latihan"): nobody waits for one to be called.
const PRACTICE_SERIES: &str = "L";

/// Where to find everything.
pub struct Start {
    /// Folder of the configuration.
    pub config: PathBuf,
    /// Folder of the journal and its key.
    pub data: PathBuf,
    /// Values set on the command line.
    pub set: Vec<(String, String)>,
}

/// What the window calls with each new screen that it did not ask for.
type Tell = Box<dyn Fn(&Screen) + Send>;

/// One kiosk.
pub struct Kiosk {
    store: Store,
    /// Where a practice is kept, in memory, while there is one.
    practice: Option<Store>,
    state: State,
    shown: Screen,
    started: Started,
    /// Those of the edition in force: of the open case, or of the day.
    config: Arc<Config>,
    texts: Arc<Texts>,
    clock: Clock,
    devices: Devices,
    data: PathBuf,
    reserve: Reserve,
    /// What [`Store::written_elsewhere`] said when it was looked last: officers write, too.
    written: i64,
    /// When packets that were not carried out are tried again, on [`Clock::running`].
    deliver_again: Option<Duration>,
    /// When it is looked again for what has to be erased, on [`Clock::running`].
    erase_again: Duration,
    /// When the screen was touched last, on [`Clock::running`].
    touched: Duration,
    /// What is known of the hall.
    hall: hall::Known,
    /// What the camera sees of the document under it, on a visit.
    watching: Option<(u64, &'static str)>,
    /// Where it sees it.
    sightings: Arc<Sightings>,
    /// What was photographed last, while it still lies there untouched.
    taken: Option<watch::Scene>,
    /// The frame that was found good, while it is being taken.
    found_good: Option<Arc<device::camera::Frame>>,
    /// The picture that stands still on the screen, and the page made of it where the store did not take it yet.
    frozen: Option<capture::Shot>,
    made: Option<capture::Made>,
    /// Pictures taken since the start.
    shots: u64,
    /// Advice that was said.
    advised: voice::Advised,
    /// What was read aloud last, or is being read.
    read: Option<voice::Read>,
    tell: Tell,
    printing: Sender<Work>,
    delivering: Sender<Work>,
    picturing: Sender<Work>,
    reading: Sender<read::ToRead>,
}

/// A kiosk that several threads use.
#[derive(Clone)]
pub struct Shared(Arc<Mutex<Kiosk>>);

impl Shared {
    /// The kiosk, once nobody else is using it. A thread that died with it left no half-made change: changes are
    /// on the disk or did not happen.
    pub fn lock(&self) -> MutexGuard<'_, Kiosk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    /// What a device calls when it changes. The kiosk draws itself anew on a thread of its own: no device may wait for
    /// the kiosk, which may be waiting for it.
    fn redrawing(&self) -> impl Fn() + Send + 'static {
        let (changed, changes) = channel();
        let kiosk = Arc::downgrade(&self.0);
        std::thread::spawn(move || {
            for () in changes {
                let Some(kiosk) = kiosk.upgrade() else { return };
                Shared(kiosk).lock().redraw_and_tell();
            }
        });
        move || {
            // Nobody listens any more when the kiosk is closing.
            let _ = changed.send(());
        }
    }

    fn redraw_when_the_camera_changes(&self) {
        for camera in self.lock().devices.cameras() {
            let redraw = self.redrawing();
            camera.on_change(move |_| redraw());
        }
    }
}

impl Kiosk {
    /// Opens the store and the devices.
    pub fn start(start: &Start, started: Started, tell: Tell) -> Result<Shared> {
        fs::create_dir_all(&start.data)
            .with_context(|| format!("the data folder {} cannot be made", start.data.display()))?;
        let file = start.data.join("journal.db");
        let key = Key::from_file(&start.data.join("journal.key"), &file)?;
        let store = Store::open(&file, &key).context("the journal does not open")?;
        let zone = started.packs.newest().config().branch.time_zone;
        let clock = Clock::new(zone);
        let edition = started.packs.in_force(clock.local().date());
        let (config, texts) = (edition.config().clone(), edition.texts().clone());
        let devices = Devices::open(&config, &start.config, &start.data)?;
        let kiosk = Arc::new_cyclic(|weak: &Weak<Mutex<Kiosk>>| {
            // Apart from each other: a share that hangs must not keep anybody waiting for paper.
            let [printing, delivering, picturing] = std::array::from_fn(|_| work::start(weak));
            let state = State::default();
            let world = World {
                config: &config,
                texts: &texts,
                now: clock.local(),
                camera: CameraView::Starting,
                watching: None,
                booked: &Default::default(),
                hall: &Default::default(),
            };
            let shown = journey::screen(&state, &world);
            let touched = clock.running();
            let (data, reserve) = (start.data.clone(), Reserve::keep(&start.data));
            Mutex::new(Self {
                store,
                practice: None,
                state,
                shown,
                started,
                config,
                texts,
                clock,
                devices,
                data,
                reserve,
                written: 0,
                deliver_again: None,
                erase_again: Duration::ZERO,
                touched,
                hall: hall::Known::default(),
                watching: None,
                sightings: Arc::default(),
                taken: None,
                found_good: None,
                frozen: None,
                made: None,
                shots: 0,
                advised: voice::Advised::default(),
                read: None,
                tell,
                printing,
                delivering,
                picturing,
                reading: read::start(weak),
            })
        });
        let shared = Shared(kiosk);
        shared.redraw_when_the_camera_changes();
        shared.redraw_when_the_voice_changes();
        let (weak, camera) = (Arc::downgrade(&shared.0), shared.lock().devices.camera.clone());
        let (watcher, watched, sightings) = (weak.clone(), camera.clone(), shared.lock().sightings.clone());
        std::thread::spawn(move || scan::run(&weak, &camera));
        std::thread::spawn(move || watch::run(&watcher, &watched, &sightings));
        let mut kiosk = shared.lock();
        kiosk.tell_news();
        kiosk.settle_numbers();
        kiosk.deliver_what_is_left();
        drop(kiosk);
        Ok(shared)
    }

    /// The screen that shows now.
    pub fn screen(&self) -> &Screen {
        &self.shown
    }

    /// The configuration in force.
    pub fn config(&self) -> &Arc<Config> {
        &self.config
    }

    /// Number of the picture of the camera that was watched last; none while nobody watches.
    pub fn watched_frame(&self) -> Option<u64> {
        self.sightings.of(0, Duration::ZERO).map(|sighting| sighting.seq)
    }

    /// Where the document under the camera was seen.
    pub(crate) fn sightings(&self) -> &Arc<Sightings> {
        &self.sightings
    }

    /// The devices.
    pub fn devices(&self) -> &Devices {
        &self.devices
    }

    /// The camera for what is asked for: a face may have one of its own.
    pub(crate) fn camera(&self) -> &Arc<Camera> {
        let face = match self.state.step() {
            Some(journey::step::Step::Capture(document)) => {
                let rule = self.config.rules.documents.get(&document);
                rule.is_some_and(|rule| rule.shape == claim::rules::Shape::Face)
            }
            _ => false,
        };
        self.devices.camera_for(face)
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Somebody touches the screen: what is being read aloud stops.
    pub fn touch(&mut self) {
        self.stay();
        if matches!(self.shown.body, Body::Capture { frozen: false, .. }) {
            // They are at it again: what lies there may be taken once more.
            self.taken = None;
        }
        self.devices.speaker.stop();
    }

    /// Somebody is there.
    fn stay(&mut self) {
        self.touched = self.clock.running();
    }

    /// Does what a person asks for, on the visit that they saw. An action of an earlier visit is none of this
    /// screen's.
    pub fn act(&mut self, visit: u64, action: &Action) -> Result<&Screen, NotOffered> {
        match action {
            // It is kept a while after the touch, which may have asked to hear the screen.
            Action::Typed { .. } => self.stay(),
            _ => self.touch(),
        }
        if visit != self.shown.visit {
            return Err(NotOffered);
        }
        let (shown, news) = (self.shown.clone(), self.state.view.news.clone());
        let outcome = self.with_world(|state, world| journey::act(state, &shown, action, world))?;
        let kept = self.follow(outcome, Actor::Participant);
        // Who goes on without a picture is rid of it, even where the store does not take that note either.
        self.state.view.taking &= *action != Action::BringLater;
        self.keep_page();
        if !news.is_empty() {
            self.news_were_read(&news);
        }
        if let (false, Action::Typed { text } | Action::Answer { text }) = (kept, action) {
            self.state.view.unsaved = Some(text.chars().take(journey::LONGEST).collect());
        }
        if matches!(action, Action::Voice { on: true }) {
            self.read = None;
        }
        self.redraw();
        Ok(&self.shown)
    }

    /// The camera came or went.
    pub fn redraw_and_tell(&mut self) {
        let before = self.shown.clone();
        self.redraw();
        if before != self.shown {
            (self.tell)(&self.shown);
        }
    }

    /// Takes over what an officer did to the open claim.
    fn take_over(&mut self) {
        let written = self.store.written_elsewhere().unwrap_or(self.written);
        if written == std::mem::replace(&mut self.written, written) || self.state.practises() {
            return;
        }
        let Some(open) = self.state.case.as_ref().map(|case| case.id.clone()) else { return };
        match self.load(Some(open)) {
            Ok(Some(case)) => {
                self.state.case = Some(case);
                self.redraw_and_tell();
            }
            Ok(None) => {}
            Err(error) => error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble"),
        }
    }

    /// A code was seen by the camera.
    pub fn scanned(&mut self, text: &str) {
        let Some(token) = slips::token(text).filter(|_| self.state.view.place == Place::Scan) else { return };
        match self.store.case_by_token(&token).and_then(|case| self.load(case)) {
            Ok(Some(case)) => {
                self.stay();
                let outcome = self.found(Some(case), true);
                self.follow(outcome, Actor::Participant);
            }
            Ok(None) => self.state.view.problem = Some(Said::new("problem-code-unknown")),
            Err(error) => self.trouble(&error),
        }
        self.redraw_and_tell();
    }

    /// A page of the open case, as JPEG.
    pub fn page(&self, page: claim::PageId) -> Option<Vec<u8>> {
        let case = self.state.case.as_ref()?;
        let store = self.practice.as_ref().filter(|_| case.practice).unwrap_or(&self.store);
        store.page(&case.id, page).ok().flatten()
    }

    fn with_world<T>(&self, use_it: impl FnOnce(&State, &World<'_>) -> T) -> T {
        let choosing =
            matches!(self.state.step(), Some(journey::step::Step::Day | journey::step::Step::Time));
        let now = self.clock.local();
        let booked = match choosing {
            true => self.store.bookings(now.date()).unwrap_or_default(),
            false => Default::default(),
        };
        let camera = match self.camera().view() {
            CameraState::Live => CameraView::Live,
            CameraState::Missing(_) => CameraView::Missing,
            _ => CameraView::Starting,
        };
        let watching =
            self.watching.filter(|(visit, _)| *visit == self.shown.visit).map(|(_, advice)| advice);
        let world = World {
            config: &self.config,
            texts: &self.texts,
            now,
            camera,
            watching,
            booked: &booked,
            hall: &self.hall.view,
        };
        use_it(&self.state, &world)
    }

    /// Keeps what happened, then lets it take effect. Says whether it was kept; if not, the screen stays.
    fn follow(&mut self, outcome: Outcome, actor: Actor) -> bool {
        match self.keep(&outcome, actor) {
            Ok(()) => {}
            Err(StoreError::Refused(_)) => {
                self.state.view.over = None;
                self.state.view.problem = Some(Said::new("problem-numbers-gone"));
                return false;
            }
            Err(StoreError::SlotTaken) => {
                self.state.view.problem = Some(Said::new("problem-slot-taken"));
                return false;
            }
            // A screen is wiped whatever the store says: the next visitor must not find this claim. All of it is kept
            // already but for the note that it was closed.
            Err(error) if outcome.wipe => {
                error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
            }
            Err(error) => {
                self.trouble(&error);
                return false;
            }
        }
        self.state.view = outcome.view;
        if !outcome.events.is_empty() {
            self.state.view.unsaved = None;
        }
        if outcome.resume.is_some() {
            self.read_what_is_left();
        }
        for effect in outcome.effects {
            self.start_effect(effect, actor);
        }
        if outcome.wipe {
            self.state = State { view: std::mem::take(&mut self.state.view), ..State::default() };
            self.practice = None;
            (self.taken, self.watching, self.frozen, self.made) = (None, None, None, None);
        }
        true
    }

    fn keep(&mut self, outcome: &Outcome, actor: Actor) -> Result<(), StoreError> {
        let mut case = outcome.resume.clone().or_else(|| self.state.case.clone());
        if let Some(opening) = outcome.open {
            case = Some(self.open_case(opening)?);
            info!(role = actor.as_str(), disposition = "success"; "opened");
        }
        let Some(mut case) = case else { return Ok(()) };
        if !outcome.events.is_empty() || outcome.booking.is_some() || outcome.ticket.is_some() {
            let booking = outcome.booking.map(|(date, time)| {
                let at_once = self.config.calendar().capacity(date, time);
                BookingWish { date, time, at_once }
            });
            let first = case.claim.priority || outcome.events.contains(&Event::Prioritised { first: true });
            let slot = outcome.booking.or(case.claim.slot.map(|slot| (slot.date, slot.time)));
            let ticket = outcome.ticket.map(|kind| self.ticket_wish(kind, slot, case.practice, first));
            let ticket = ticket.as_ref();
            let (at, events) = (self.clock.timestamp(), outcome.events.as_slice());
            let write = Write { case: &case.id, at, actor, events, pages: &[], booking, ticket };
            for event in self.append(write, case.practice)?.events {
                note(actor, &event);
                case.claim.apply(&event);
            }
        }
        self.state.case = Some(case);
        Ok(())
    }

    fn open_case(&mut self, opening: Opening) -> Result<Case, StoreError> {
        self.take_up_edition();
        let practice = opening == Opening::Practice;
        let store = match practice {
            true => self.practice.insert(Store::in_memory()?),
            false => &mut self.store,
        };
        let (rules, kiosk, at) = (&self.config.rules.version, &self.config.kiosk.id, self.clock.timestamp());
        let opened = self.reserve.write(|| store.open_case(rules, kiosk, at))?;
        Ok(Case { id: opened.case, claim: Claim::from_events([&opened.event]), practice })
    }

    /// Keeps what happened to a case where it belongs.
    fn append(&mut self, write: Write<'_>, practice: bool) -> Result<Written, StoreError> {
        let store = self.practice.as_mut().filter(|_| practice).unwrap_or(&mut self.store);
        self.reserve.write(|| store.append(write))
    }

    /// A number for the interview is one of its day; one for the counter is of today.
    fn ticket_wish(
        &self,
        kind: TicketKind,
        slot: Option<(Date, Time)>,
        practice: bool,
        first: bool,
    ) -> queue::Wish {
        let queue = &self.config.queue;
        let series = match kind {
            _ if practice => PRACTICE_SERIES,
            TicketKind::Counter if first => &queue.priority_series,
            TicketKind::Interview => &queue.kiosk_series,
            TicketKind::Counter => &queue.counter_series,
        };
        let series = series.chars().next().unwrap_or('A');
        let slot = slot.filter(|_| kind == TicketKind::Interview);
        let appointment = slot.and_then(|(date, time)| self.clock.moment(date.to_datetime(time)));
        let day = match (slot, self.offer(series)) {
            (Some((date, _)), _) => date,
            (None, Offer::Number { day, .. }) if !practice => day,
            _ => self.clock.local().date(),
        };
        // The interviews of a day are limited by its roster.
        let quota = self.config.hall().quota(series, day).filter(|_| slot.is_none() && !practice);
        queue::Wish { kind, series, day, appointment, priority: first, quota }
    }

    /// The store does not take anything: the screen stays and says so.
    fn trouble(&mut self, error: &StoreError) {
        error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
        self.state.view.over = Some(Over::Trouble);
    }

    fn start_effect(&mut self, effect: Effect, actor: Actor) {
        match effect {
            Effect::Shoot { document } => self.shoot(&document, actor),
            Effect::FindCode(code) => self.find(&code),
            Effect::Print(paper) => {
                let (case, claim) = match &self.state.case {
                    Some(case) => (Some(case.id.clone()), case.claim.clone()),
                    // A paper for everybody, in the language on the screen.
                    None => (None, self.nobodys_claim()),
                };
                self.send(Work::Print { case, claim: Box::new(claim), paper });
            }
            Effect::Rate { element, score } => {
                let date = self.clock.local().date();
                if let Err(error) = self.reserve.write(|| self.store.rate(date, element, score)) {
                    error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
                }
            }
            Effect::Deliver => {
                if let Some(case) = &self.state.case {
                    self.send(Work::Deliver { case: case.id.clone() });
                }
            }
        }
    }

    fn nobodys_claim(&self) -> Claim {
        let language = self.state.language(&self.config).tag().to_owned();
        let reason = self.state.view.reason.clone();
        Claim { language: Some(language), reason, ..Claim::default() }
    }

    fn send(&self, work: Work) {
        let to = match work {
            Work::Print { .. } => &self.printing,
            Work::Deliver { .. } => &self.delivering,
            Work::Page(_) => &self.picturing,
        };
        if to.send(work).is_err() {
            error!(role = "kiosk", disposition = "failure"; "worker_gone");
        }
    }

    fn find(&mut self, code: &Secret) {
        match self.store.case_by_code(&code.0).and_then(|case| self.load(case)) {
            Ok(case) => {
                let outcome = self.found(case, false);
                self.follow(outcome, Actor::Participant);
                self.state.view.visit += 1;
            }
            Err(error) => self.trouble(&error),
        }
    }

    /// A claim that was found goes on under the rules that it began with.
    fn found(&self, case: Option<Case>, by_token: bool) -> Outcome {
        let config = case.as_ref().map_or(&self.config, |case| self.edition_of(&case.claim).config()).clone();
        let hall = self.view_of_hall(case.as_ref());
        self.with_world(|state, world| {
            journey::found(state, case, by_token, &World { config: &config, hall: &hall, ..*world })
        })
    }

    fn load(&self, case: Option<CaseId>) -> Result<Option<Case>, StoreError> {
        let Some(id) = case else { return Ok(None) };
        let events = self.store.events(&id)?;
        let claim = Claim::from_events(events.iter().map(|recorded| &recorded.event));
        Ok(Some(Case { id, claim, practice: false }))
    }

    /// Draws the screen that follows from the state, and sets the camera to what it needs.
    fn redraw(&mut self) {
        self.take_up_edition();
        self.look_at_the_hall();
        self.notice_voice();
        if !self.state.view.taking {
            (self.frozen, self.made) = (None, None);
        }
        let mut screen = self.with_world(journey::screen);
        if self.state.moved(&self.shown, &screen) {
            screen.visit = self.state.view.visit;
        }
        if self.read_aloud(&screen) {
            self.notice_voice();
            screen.header = self.with_world(journey::screen).header;
        }
        let camera = self.camera();
        // It stays open while a picture is looked at: a retake should not wait for it.
        let wanted = matches!(screen.body, Body::Capture { .. } | Body::Picture { .. } | Body::Scan { .. });
        for each in self.devices.cameras() {
            each.wanted(wanted && Arc::ptr_eq(each, camera));
        }
        camera.expect(match self.state.step() {
            Some(journey::step::Step::Capture(document)) => Some(document),
            None if self.state.view.place == Place::Scan => Some("slip".to_owned()),
            _ => None,
        });
        self.shown = screen;
    }

    /// Adds an event of the kiosk's own to a case.
    fn record(&mut self, case: &CaseId, event: Event) {
        let at = self.clock.timestamp();
        let events = std::slice::from_ref(&event);
        let write = Write { case, at, actor: Actor::Kiosk, events, pages: &[], booking: None, ticket: None };
        let practice = self.state.case.as_ref().is_some_and(|open| open.practice && open.id == *case);
        match self.append(write, practice) {
            Ok(_) => {
                note(Actor::Kiosk, &event);
                if let Some(open) = self.state.case.as_mut().filter(|open| open.id == *case) {
                    open.claim.apply(&event);
                }
            }
            Err(error) => error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble"),
        }
    }
}

/// One line a kept event: its kind, never its content, and whether an answer was read and did not have to be typed.
fn note(actor: Actor, event: &Event) {
    let role = actor.as_str();
    match event {
        Event::Typed { .. } => {}
        Event::Answered { read: true, .. } => {
            info!(role, disposition = "success", read = true; "{}", event.name());
        }
        _ => info!(role, disposition = "success"; "{}", event.name()),
    }
}
