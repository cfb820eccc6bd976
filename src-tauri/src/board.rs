//! The board of the hall without its window: it shows who is called, and says it.

use crate::counter::{begin_day, in_force, open_store};
use crate::{Clock, Start, devices};
use anyhow::Result;
use device::speaker::{Announcements, Espeak, Line, Speaker, Speech, State};
use jiff::civil::Date;
use kiosk_config::Started;
use log::{error, info};
use queue::{Entry, Floor, Hall, HallError, Happened, Outage, TicketId, TicketState};
use stations::board::{BoardScreen, World, call, language, screen};
use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Store;

/// What the window calls with each new screen.
type Tell = Box<dyn Fn(&BoardScreen) + Send>;

/// One board.
pub struct Board {
    store: Store,
    started: Started,
    clock: Clock,
    floor: Floor,
    /// What [`Hall::version`] said when it was looked last, and the last entry of the history that was taken over.
    version: i64,
    seen: i64,
    outage: Option<Outage>,
    day: Option<Date>,
    announcements: Announcements,
    /// What is to be said, by the place of the call in the history.
    calls: BTreeMap<u64, TicketId>,
    speaker: Arc<dyn Speaker>,
    shown: BoardScreen,
    tell: Tell,
}

/// A board that several threads use.
#[derive(Clone)]
pub struct SharedBoard(Arc<Mutex<Board>>);

impl SharedBoard {
    /// The board, once nobody else is using it.
    pub fn lock(&self) -> MutexGuard<'_, Board> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Speaks with another speaker from now on.
    pub fn speak_with(&self, speaker: Arc<dyn Speaker>) {
        let (changed, changes) = channel();
        let board = Arc::downgrade(&self.0);
        // On a thread of its own: a speaker must not wait for the board, which may be waiting for it.
        std::thread::spawn(move || {
            for () in changes {
                let Some(board) = board.upgrade() else { return };
                SharedBoard(board).lock().look();
            }
        });
        speaker.on_change(Box::new(move || {
            // Nobody listens any more when the board is closing.
            let _ = changed.send(());
        }));
        self.lock().speaker = speaker;
    }
}

impl Board {
    /// Opens the store that the stations of this machine share. Whoever is called and has not come yet is called again:
    /// the board may have been away.
    pub fn start(start: &Start, started: Started, tell: Tell) -> Result<SharedBoard> {
        let store = open_store(start)?;
        let clock = Clock::new(started.packs.newest().config().branch.time_zone);
        let (config, texts) = in_force(&started, &clock);
        let speaker: Arc<dyn Speaker> = Arc::new(Espeak::start(devices::voice(&config, &start.config)));
        let today = clock.local().date();
        let (floor, now) = (store.floor(today)?, clock.zoned());
        let running = clock.running();
        let world = World {
            config: &config,
            texts: &texts,
            now: &now,
            running,
            floor: &floor,
            saying: None,
            outage: None,
        };
        let shown = screen(&world);
        let history = store.history(today)?;
        let mut board = Self {
            store,
            started,
            clock,
            floor,
            version: -1,
            seen: history.last().map_or(0, |last| last.seq),
            outage: None,
            day: None,
            announcements: Announcements::default(),
            calls: BTreeMap::new(),
            speaker: Arc::clone(&speaker),
            shown,
            tell,
        };
        board.announce(&history);
        board.look();
        let board = SharedBoard(Arc::new(Mutex::new(board)));
        board.speak_with(speaker);
        Ok(board)
    }

    /// What the board shows now.
    pub fn screen(&self) -> &BoardScreen {
        &self.shown
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Takes over what counters did, and the time; a few times a second, and when the speaker changes.
    pub fn look(&mut self) {
        if let Err(why) = self.take_over() {
            error!(role = "board", disposition = "failure", why:% = why; "store_trouble");
        }
        self.announcements.go_on(&*self.speaker);
        // Without sound the newest call stands on the board, however many wait to be said.
        let speaks = matches!(self.speaker.state(), State::Speaking { .. });
        let first = self.announcements.waiting().next().filter(|_| speaks);
        let saying = first.and_then(|first| self.calls.get(&first)).copied();
        let (config, texts) = in_force(&self.started, &self.clock);
        let (now, running) = (self.clock.zoned(), self.clock.running());
        let shown = screen(&World {
            config: &config,
            texts: &texts,
            now: &now,
            running,
            floor: &self.floor,
            saying,
            outage: self.outage.as_ref(),
        });
        if shown != self.shown {
            self.shown = shown;
            (self.tell)(&self.shown);
        }
    }

    fn take_over(&mut self) -> Result<(), HallError> {
        let today = self.clock.local().date();
        if self.day != Some(today) {
            let (config, _) = in_force(&self.started, &self.clock);
            self.day = Some(today);
            begin_day(&mut self.store, &config, &self.clock)?;
        }
        let version = self.store.version()?;
        if version == self.version && self.floor.day == today {
            return Ok(());
        }
        self.outage = self.store.outage(self.clock.timestamp())?;
        let entries = self.store.entries_after(self.seen)?;
        self.floor = self.store.floor(today)?;
        self.seen = entries.last().map_or(self.seen, |last| last.seq);
        self.announce(&entries);
        self.version = version;
        Ok(())
    }

    /// Puts new calls at the end, and drops those that were answered or called once more: nobody waits for them.
    fn announce(&mut self, entries: &[Entry]) {
        let (config, texts) = in_force(&self.started, &self.clock);
        for entry in entries {
            let called = matches!(entry.event, Happened::Called { .. } | Happened::Recalled);
            let ticket =
                self.floor.find(entry.id).filter(|ticket| called && ticket.state == TicketState::Called);
            let Some(counter) = ticket.and_then(|ticket| ticket.counter) else { continue };
            let text = call(&config, &texts, entry.id.number, counter);
            let line = || Line { text: text.clone(), private: false };
            let lines = (0..config.board.times).map(|_| line()).collect();
            let speech = Speech { language: language(&config, &texts).into(), chime: true, lines };
            let id = entry.seq.unsigned_abs();
            self.calls.retain(|_, ticket| *ticket != entry.id);
            self.calls.insert(id, entry.id);
            self.announcements.add(id, speech);
            info!(role = "board", disposition = "success"; "call");
        }
        let floor = &self.floor;
        let waited_for =
            |ticket: &TicketId| floor.find(*ticket).is_some_and(|ticket| ticket.state == TicketState::Called);
        self.announcements.keep(|id| self.calls.get(&id).is_some_and(waited_for));
        let waiting: Vec<u64> = self.announcements.waiting().collect();
        self.calls.retain(|id, _| waiting.contains(id));
    }
}
