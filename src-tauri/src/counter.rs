//! A counter without its window: an officer's key goes in, is kept, and the next screen comes out. Tickets are called
//! through [`queue::Hall`] alone; the claim is read from the journal that the kiosks write.

use crate::{Clock, Start};
use anyhow::{Context, Result};
use claim::{Actor, CaseId, Claim, Event, PageId};
use jiff::civil::Date;
use journey::{NotOffered, Said};
use kiosk_config::{Config, Started, Texts};
use log::{error, info, warn};
use queue::{By, Floor, Hall, HallError, Outage, Refused, Ticket, TicketId};
use stations::counter::{
    Counter as State, CounterAction, CounterScreen, Packet, Step, Then, Tone, World, act, screen,
};
use std::fs;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Key, Store, StoreError, Write};

/// What the window calls with each new screen that it did not ask for.
type Tell = Box<dyn Fn(&CounterScreen) + Send>;

/// One counter.
pub struct Counter {
    store: Store,
    started: Started,
    clock: Clock,
    state: State,
    floor: Floor,
    second: Vec<Ticket>,
    outage: Option<Outage>,
    packet: Option<Loaded>,
    /// What [`Store::written_elsewhere`] said when it was looked last.
    seen: i64,
    /// The day for which the tickets left over from earlier ones were looked after.
    day: Option<Date>,
    shown: CounterScreen,
    tell: Tell,
}

/// The packet of the open ticket.
struct Loaded {
    case: CaseId,
    /// None where the person was erased.
    claim: Option<Claim>,
    /// Documents of which all pages are still kept.
    kept: Vec<String>,
}

/// A counter that several threads use.
#[derive(Clone)]
pub struct SharedCounter(Arc<Mutex<Counter>>);

impl SharedCounter {
    /// The counter, once nobody else is using it.
    pub fn lock(&self) -> MutexGuard<'_, Counter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
enum NotDone {
    #[error(transparent)]
    Hall(#[from] HallError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the claim has changed in the meantime")]
    Changed,
}

impl Counter {
    /// Opens the store that the stations of this machine share.
    pub fn start(start: &Start, started: Started, tell: Tell) -> Result<SharedCounter> {
        let store = open_store(start)?;
        let clock = Clock::new(started.packs.newest().config().branch.time_zone);
        let (config, texts) = in_force(&started, &clock);
        let (state, floor, now) = (State::default(), Floor::empty(clock.local().date()), clock.zoned());
        let world = World {
            config: &config,
            texts: &texts,
            now: &now,
            floor: &floor,
            packet: Packet::None,
            second: &[],
            outage: None,
        };
        let shown = screen(&state, &world);
        let mut counter = Self {
            store,
            started,
            clock,
            state,
            floor,
            second: vec![],
            outage: None,
            packet: None,
            seen: -1,
            day: None,
            shown,
            tell,
        };
        counter.look();
        Ok(SharedCounter(Arc::new(Mutex::new(counter))))
    }

    /// The screen that shows now.
    pub fn screen(&self) -> &CounterScreen {
        &self.shown
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Does what the officer asks for, on the visit that they saw.
    pub fn act(&mut self, visit: u64, action: &CounterAction) -> Result<&CounterScreen, NotOffered> {
        if visit != self.shown.visit {
            return Err(NotOffered);
        }
        let (next, then) = self.with_world(|state, world| act(state, &self.shown, action, world))?;
        let (before, by) = (std::mem::replace(&mut self.state, next), self.by());
        if let Some(then) = then
            && let Err(why) = self.carry_out(then, &by)
        {
            warn!(role = "officer", disposition = "failure", why:% = why; "not_done");
            let said = match why {
                NotDone::Changed | NotDone::Hall(HallError::Refused(_)) => "desk-refused",
                NotDone::Hall(HallError::Store(_)) | NotDone::Store(_) => "desk-store",
            };
            self.state.message = Some((Tone::Care, Said::new(said)));
            self.state.checking = before.checking;
        }
        self.read();
        self.draw();
        Ok(&self.shown)
    }

    /// Takes over what other stations did, and the time; a few times a second.
    pub fn look(&mut self) {
        let today = self.clock.local().date();
        if self.day != Some(today) {
            self.begin_day(today);
        }
        let seen = self.store.written_elsewhere().unwrap_or(self.seen);
        if seen != self.seen || self.floor.day != today {
            self.seen = seen;
            self.read();
        }
        if self.draw() {
            (self.tell)(&self.shown);
        }
    }

    /// A page of the open packet, as JPEG.
    pub fn page(&self, page: PageId) -> Option<Vec<u8>> {
        let case = &self.packet.as_ref().filter(|packet| packet.claim.is_some())?.case;
        self.store.page(case, page).ok().flatten()
    }

    fn begin_day(&mut self, today: Date) {
        let (config, _) = in_force(&self.started, &self.clock);
        self.day = Some(today);
        if let Err(why) = begin_day(&mut self.store, &config, &self.clock) {
            error!(role = "counter", disposition = "failure", why:% = why; "store_trouble");
        }
    }

    /// The journal names the officer; before one is signed in, nothing can be done.
    fn by(&self) -> By {
        let (config, _) = in_force(&self.started, &self.clock);
        By::officer(self.state.officer.as_deref().unwrap_or_default(), config.kiosk.counter)
    }

    fn carry_out(&mut self, then: Then, by: &By) -> Result<(), NotDone> {
        let (now, counter) = (self.clock.zoned(), by.counter.unwrap_or_default());
        let rules = in_force(&self.started, &self.clock).0.hall();
        match then {
            Then::CallNext => {
                self.store.call_next(&rules, counter, by, &now)?;
            }
            Then::Call(ticket) => {
                self.store.call(ticket, counter, by, &now)?;
            }
            Then::Ticket(ticket, step) => self.step(ticket, step, by)?,
            Then::Outage(expected) => self.store.announce_outage(expected, by, now.timestamp())?,
            Then::OutageOver => self.store.end_outage(by, now.timestamp())?,
            Then::Keep(event) => self.keep(&event)?,
        }
        Ok(())
    }

    fn step(&mut self, ticket: TicketId, step: Step, by: &By) -> Result<(), HallError> {
        let at = self.clock.timestamp();
        let rules = in_force(&self.started, &self.clock).0.hall();
        let store = &mut self.store;
        match step {
            Step::Recall => store.recall(ticket, by, at),
            Step::Arrived => store.arrived(ticket, by, at),
            Step::Served => store.served(ticket, by, at),
            Step::Hold => store.hold(ticket, by, at),
            Step::Skip => store.skip(&rules, ticket, by, at),
            Step::NoShow => store.no_show(ticket, by, at),
            Step::Transfer { series, only } => store.transfer(ticket, series, only, by, at),
        }?;
        info!(role = "officer", disposition = "success", step:? = step; "ticket");
        Ok(())
    }

    /// Keeps what an officer did to the open claim, as it is in the journal now: a colleague may have been quicker.
    fn keep(&mut self, event: &Event) -> Result<(), NotDone> {
        let case = self.packet.as_ref().map(|packet| packet.case.clone()).ok_or(NotDone::Changed)?;
        if let Event::Verified { stage, by } = event {
            claim(&self.store, &case)?.may_verify(*stage, by).map_err(|_| NotDone::Changed)?;
        }
        let events = std::slice::from_ref(event);
        let at = self.clock.timestamp();
        let write =
            Write { case: &case, at, actor: Actor::Officer, events, pages: &[], booking: None, ticket: None };
        self.store.append(write)?;
        info!(role = "officer", disposition = "success"; "{}", event.name());
        Ok(())
    }

    /// Reads the tickets, and the packet of the open one.
    fn read(&mut self) {
        if let Err(why) = self.try_to_read() {
            error!(role = "counter", disposition = "failure", why:% = why; "store_trouble");
            self.state.message = Some((Tone::Care, Said::new("desk-store")));
        }
    }

    fn try_to_read(&mut self) -> Result<(), NotDone> {
        let (config, _) = in_force(&self.started, &self.clock);
        self.floor = self.store.floor(self.clock.local().date())?;
        self.outage = self.store.outage(self.clock.timestamp())?;
        self.second = match self.state.is_second(&config) {
            true => wait_for_second(&self.store)?,
            false => vec![],
        };
        let open = self.state.open(&self.floor, &self.second, config.kiosk.counter);
        let case = open.and_then(|ticket| ticket.case.clone());
        self.packet = case.map(|case| load(&self.store, case)).transpose()?;
        Ok(())
    }

    /// Draws; says whether the screen is another one.
    fn draw(&mut self) -> bool {
        let mut state = self.state.clone();
        let shown = self.with_world(|_, world| {
            state.tidy(world);
            screen(&state, world)
        });
        self.state = state;
        let other = shown != self.shown;
        self.shown = shown;
        other
    }

    fn with_world<T>(&self, use_it: impl FnOnce(&State, &World<'_>) -> T) -> T {
        let (config, texts) = in_force(&self.started, &self.clock);
        let packet = match &self.packet {
            None => Packet::None,
            Some(Loaded { claim: None, .. }) => Packet::Erased,
            Some(Loaded { claim: Some(claim), kept, .. }) => Packet::Claim { claim, kept },
        };
        let world = World {
            config: &config,
            texts: &texts,
            now: &self.clock.zoned(),
            floor: &self.floor,
            packet,
            second: &self.second,
            outage: self.outage.as_ref(),
        };
        use_it(&self.state, &world)
    }
}

/// The store that the stations of a machine share.
pub(crate) fn open_store(start: &Start) -> Result<Store> {
    fs::create_dir_all(&start.data)
        .with_context(|| format!("the data folder {} cannot be made", start.data.display()))?;
    let file = start.data.join("journal.db");
    let key = Key::from_file(&start.data.join("journal.key"), &file)?;
    Store::open(&file, &key).context("the journal does not open")
}

/// Configuration and texts of the day.
pub(crate) fn in_force(started: &Started, clock: &Clock) -> (Arc<Config>, Arc<Texts>) {
    let edition = started.packs.in_force(clock.local().date());
    (edition.config().clone(), edition.texts().clone())
}

/// Looks after the tickets that were left on earlier days.
pub(crate) fn begin_day(store: &mut Store, config: &Config, clock: &Clock) -> Result<(), HallError> {
    let now = clock.zoned();
    if config.calendar().works_on(now.date()) {
        store.new_day(&By::machine(&config.kiosk.id), &now)?;
    }
    Ok(())
}

fn claim(store: &Store, case: &CaseId) -> Result<Claim, StoreError> {
    let events = store.events(case)?;
    Ok(Claim::from_events(events.iter().map(|recorded| &recorded.event)))
}

fn load(store: &Store, case: CaseId) -> Result<Loaded, StoreError> {
    let claim = match claim(store, &case) {
        Ok(claim) => claim,
        Err(StoreError::NoSuchCase) => return Ok(Loaded { case, claim: None, kept: vec![] }),
        Err(error) => return Err(error),
    };
    let pages = store.pages(&case)?;
    let whole = |document: &&String| claim.all_kept(document).all(|page| pages.contains(&page.page));
    let kept = claim.pages.keys().filter(whole).cloned().collect();
    Ok(Loaded { case, claim: Some(claim), kept })
}

/// The newest tickets of the claims that one officer has verified and another has to.
fn wait_for_second(store: &Store) -> Result<Vec<Ticket>, StoreError> {
    let mut tickets = vec![];
    for case in store.cases_with("verified")? {
        let claim = claim(store, &case)?;
        let waits = claim.verified.contains_key(&claim::Stage::First)
            && !claim.verified.contains_key(&claim::Stage::Second);
        if waits {
            tickets.extend(store.tickets_of(&case)?.pop());
        }
    }
    Ok(tickets)
}

impl From<Refused> for NotDone {
    fn from(refused: Refused) -> Self {
        NotDone::Hall(HallError::Refused(refused))
    }
}
