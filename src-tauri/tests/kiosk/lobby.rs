//! A kiosk and somebody before it.

use anjungan_asik::{Kiosk, Shared, Start};
use anyhow::{Context, Result, bail, ensure};
use journey::{Action, Body, Screen};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

pub const PATIENCE: Duration = Duration::from_secs(60);

const EVERY_DAY: &str = r#"["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]"#;

pub struct Lobby {
    pub kiosk: Shared,
    pub changes: Receiver<()>,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A kiosk on a data folder, with the sample photographs under its camera. What stands on them is typed. The branch is
/// open whatever time it is.
pub fn open(data: &Path, settings: &[(&str, &str)]) -> Result<Lobby> {
    let always_open =
        [("branch.opens", "\"00:00\""), ("branch.closes", "\"23:59\""), ("branch.open_days", EVERY_DAY)];
    open_with(&root().join("kiosk-config/files"), data, &[&always_open, settings].concat())
}

/// As [`open`], with another configuration.
pub fn open_with(config: &Path, data: &Path, settings: &[(&str, &str)]) -> Result<Lobby> {
    let photos = format!("{:?}", root().join("samples/photos"));
    // Pictures by touch, so that each test knows when; those that try it otherwise turn it on.
    let given = [
        ("camera.source", "\"folder\""),
        ("camera.folder", photos.as_str()),
        ("reading.on", "false"),
        ("capture.automatic", "false"),
    ];
    let set =
        given.iter().chain(settings).map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let start = Start { config: config.to_owned(), data: data.to_owned(), set };
    let started = start.configuration()?;
    let (changed, changes) = channel();
    let tell = move |_: &Screen| {
        // The test may be over.
        let _ = changed.send(());
    };
    Ok(Lobby { kiosk: Kiosk::start(&start, started, Box::new(tell))?, changes })
}

impl Lobby {
    pub fn screen(&self) -> Screen {
        self.kiosk.lock().screen().clone()
    }

    pub fn act(&self, action: Action) -> Result<Screen> {
        let mut kiosk = self.kiosk.lock();
        let (visit, name) = (kiosk.screen().visit, kiosk.screen().name.clone());
        kiosk.act(visit, &action).cloned().map_err(|_| anyhow::anyhow!("{action:?} is not offered on {name}"))
    }

    /// Waits until the screen is as wished: devices work beside it.
    pub fn until(&self, what: &str, wished: impl Fn(&Screen) -> bool) -> Result<Screen> {
        let end = Instant::now() + PATIENCE;
        loop {
            self.kiosk.lock().redraw_and_tell();
            let screen = self.screen();
            if wished(&screen) {
                return Ok(screen);
            }
            ensure!(Instant::now() < end, "still waiting for {what} on {}", screen.name);
            // Wakes at each change; the time-out is for the camera, which changes without telling.
            let _ = self.changes.recv_timeout(Duration::from_millis(50));
        }
    }

    /// Waits until so many more pictures were watched.
    pub fn watch_on(&self, frames: u64) -> Result<()> {
        let watched = || self.kiosk.lock().watched_frame();
        let first = watched().context("nothing is watched")?;
        self.until("more pictures to be watched", |_| watched().is_some_and(|now| now >= first + frames))?;
        Ok(())
    }

    /// Does the sensible thing on each screen until one comes up.
    pub fn play_until(&self, last: &str) -> Result<Screen> {
        for _ in 0..80 {
            let screen = self.screen();
            if screen.name == last {
                return Ok(screen);
            }
            self.step(&screen).with_context(|| format!("on {}", screen.name))?;
        }
        bail!("{last} never comes, at {} now", self.screen().name)
    }

    pub fn step(&self, screen: &Screen) -> Result<()> {
        let typed = |text: &str| Action::Answer { text: text.into() };
        let chosen = |id: &str| Action::Choose { id: id.into() };
        let action = match (screen.name.as_str(), &screen.body) {
            ("welcome", _) => Action::Begin,
            ("reason", _) => chosen("resign"),
            ("balance", _) => chosen("up_to_50"),
            ("bank", _) => chosen("002"),
            ("checklist", Body::Checklist { items }) => match items.iter().find(|item| item.have.is_none()) {
                Some(item) => Action::Have { document: item.id.clone(), have: item.id != "kk" },
                None => Action::Next,
            },
            ("name", _) => typed("Siti Contoh Wulandari"),
            ("nik", _) => typed("3507155208790001"),
            ("birth-date" | "resume-birth-date", _) => typed("12081979"),
            ("kpj", _) => typed("19012345678"),
            ("phone", _) => typed("081234567890"),
            ("account", _) => typed("012345678901234"),
            ("slot", _) if screen.next.is_some() => Action::Next,
            (_, Body::Choices { groups }) => {
                let free = groups.iter().flat_map(|group| &group.choices).find(|choice| choice.enabled);
                free.context("nothing can be chosen")?.button.action.clone()
            }
            (_, Body::Capture { .. }) => {
                self.until("a picture", |screen| {
                    matches!(&screen.body, Body::Capture { shoot: Some(_), .. })
                })?;
                Action::Shoot
            }
            (_, Body::Picture { .. }) => Action::Keep,
            _ => Action::Next,
        };
        let shoots = action == Action::Shoot;
        self.act(action)?;
        if shoots {
            self.until("the page", |screen| matches!(screen.body, Body::Picture { .. }))?;
        }
        Ok(())
    }
}

pub fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| {
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
        })
        .unwrap_or_default();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

pub fn wait_for(what: &str, wished: impl Fn() -> bool) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while !wished() {
        ensure!(Instant::now() < end, "{what} never came");
        std::thread::yield_now();
    }
    Ok(())
}
