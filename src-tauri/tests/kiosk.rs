//! The whole kiosk but its window: journey, store, camera, printer and delivery together, and what happens when one of
//! them fails.

use anjungan_asik::{Kiosk, Shared, Start};
use anyhow::{Context, Result, bail, ensure};
use device::speaker::{Held, Speaker, State};
use journey::{Action, Body, Paper, Screen};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(20);

struct Lobby {
    kiosk: Shared,
    changes: Receiver<()>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A kiosk on a data folder, with the sample photographs under its camera.
fn open(data: &Path, settings: &[(&str, &str)]) -> Result<Lobby> {
    let photos = format!("{:?}", root().join("samples/photos"));
    let given = [("camera.source", "\"folder\""), ("camera.folder", photos.as_str())];
    let set =
        given.iter().chain(settings).map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let start = Start { config: root().join("kiosk-config/files"), data: data.to_owned(), set };
    let started = start.configuration()?;
    let (changed, changes) = channel();
    let tell = move |_: &Screen| {
        // The test may be over.
        let _ = changed.send(());
    };
    Ok(Lobby { kiosk: Kiosk::start(&start, started, Box::new(tell))?, changes })
}

impl Lobby {
    fn screen(&self) -> Screen {
        self.kiosk.lock().screen().clone()
    }

    fn act(&self, action: Action) -> Result<Screen> {
        let mut kiosk = self.kiosk.lock();
        let (visit, name) = (kiosk.screen().visit, kiosk.screen().name.clone());
        kiosk.act(visit, &action).cloned().map_err(|_| anyhow::anyhow!("{action:?} is not offered on {name}"))
    }

    /// Waits until the screen is as wished: devices work beside it.
    fn until(&self, what: &str, wished: impl Fn(&Screen) -> bool) -> Result<Screen> {
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

    /// Does the sensible thing on each screen until one comes up.
    fn play_until(&self, last: &str) -> Result<Screen> {
        for _ in 0..80 {
            let screen = self.screen();
            if screen.name == last {
                return Ok(screen);
            }
            self.step(&screen).with_context(|| format!("on {}", screen.name))?;
        }
        bail!("{last} never comes, at {} now", self.screen().name)
    }

    fn step(&self, screen: &Screen) -> Result<()> {
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
        self.act(action)?;
        Ok(())
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| {
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
        })
        .unwrap_or_default();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

fn wait_for(what: &str, wished: impl Fn() -> bool) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while !wished() {
        ensure!(Instant::now() < end, "{what} never came");
        std::thread::yield_now();
    }
    Ok(())
}

#[test]
fn a_claim_ends_with_a_ticket_and_a_packet() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.play_until("ticket")?;
    lobby.until("the paper", |screen| matches!(screen.body, Body::Ticket { paper: Paper::Printed, .. }))?;
    let packets = data.path().join("packets");
    wait_for("the packet", || !files(&packets).is_empty())?;
    let packet = packets.join(&files(&packets)[0]);
    let held = files(&packet);
    ensure!(held.contains(&"packet.pdf".to_owned()) && held.contains(&"01-ktp.jpg".to_owned()), "{held:?}");
    ensure!(fs::read(packet.join("packet.pdf"))?.starts_with(b"%PDF"));
    lobby.act(Action::Done)?;
    ensure!(lobby.screen().name == "rating" && lobby.screen().header.code.is_none());
    Ok(())
}

#[test]
fn a_power_cut_on_any_screen_loses_nothing() -> Result<()> {
    let data = TempDir::new()?;
    let names = [
        "reason",
        "checklist",
        "picture-ktp",
        "nik",
        "account",
        "picture-photo",
        "answers",
        "slot",
        "ticket",
    ];
    let mut code = None;
    for name in names {
        let lobby = open(data.path(), &[])?;
        if let Some(code) = &code {
            lobby.act(Action::Resume)?;
            lobby.act(Action::TypeCode)?;
            let next = lobby.act(Action::Answer { text: String::clone(code) })?;
            if next.name == "resume-birth-date" {
                lobby.act(Action::Answer { text: "12081979".into() })?;
            }
        }
        let before = lobby.play_until(name)?;
        code = before.header.code.map(|code| code.value);
        let typed = matches!(before.body, Body::Field(_));
        if typed {
            lobby.act(Action::Typed { text: "35".into() })?;
        }
        // The process ends here without a word: nothing is closed or flushed.
        std::mem::forget(lobby);

        let again = open(data.path(), &[])?;
        again.act(Action::Resume)?;
        again.act(Action::TypeCode)?;
        let next = again.act(Action::Answer { text: code.clone().context("no code")? })?;
        let after = match next.name.as_str() {
            "resume-birth-date" => again.act(Action::Answer { text: "12081979".into() })?,
            _ => next,
        };
        ensure!(after.name == name, "{} instead of {name}", after.name);
        if let (true, Body::Field(field)) = (typed, after.body) {
            ensure!(field.typed == "35", "what was typed is gone");
        }
    }
    Ok(())
}

/// A slip as it is held under the camera: its picture in the middle of a dark table.
fn hold_up(slip: &Path, photo: &Path) -> Result<()> {
    let slip = image::open(slip)?.to_rgb8();
    let mut table = image::RgbImage::from_pixel(1920, 1080, image::Rgb([70, 62, 54]));
    let shown =
        image::imageops::resize(&slip, slip.width() * 1000 / slip.height(), 1000, image::imageops::Triangle);
    image::imageops::overlay(&mut table, &shown, 600, 40);
    table.save(photo)?;
    Ok(())
}

#[test]
fn a_claim_goes_on_when_its_slip_is_held_up_to_the_camera() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.play_until("nik")?;
    let slips = data.path().join("slips");
    wait_for("the slip", || files(&slips).iter().any(|name| name.ends_with("png")))?;
    let name = files(&slips).into_iter().find(|name| name.ends_with("png")).context("no slip")?;
    lobby.act(Action::Leave)?;
    lobby.act(Action::Confirm)?;
    drop(lobby);

    let photos = TempDir::new()?;
    hold_up(&slips.join(name), &photos.path().join("slip.png"))?;
    let again = open(data.path(), &[("camera.folder", &format!("{:?}", photos.path()))])?;
    ensure!(again.act(Action::Resume)?.name == "resume-scan");
    again.until("the code to be read", |screen| screen.name == "nik")?;
    Ok(())
}

#[test]
fn a_printer_that_refuses_leaves_the_number_on_the_screen() -> Result<()> {
    let data = TempDir::new()?;
    let settings =
        [("printer.connection", "\"tcp\""), ("printer.address", "\"127.0.0.1:9\""), ("printer.seconds", "1")];
    let lobby = open(data.path(), &settings)?;
    lobby.play_until("ticket")?;
    let failed = |screen: &Screen| matches!(screen.body, Body::Ticket { paper: Paper::Failed, .. });
    let screen = lobby.until("the failed print", failed)?;
    let Body::Ticket { number, print_again, .. } = screen.body else { bail!("no ticket") };
    ensure!(number == "A-001" && print_again.is_some());
    lobby.act(Action::PrintAgain)?;
    lobby.until("the second failure", failed)?;
    wait_for("the packet", || !files(&data.path().join("packets")).is_empty())
}

#[test]
fn a_missing_folder_of_photographs_does_not_stop_the_claim() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[("camera.folder", "\"/nowhere/at/all\"")])?;
    lobby.play_until("capture-ktp")?;
    lobby.until("the camera to be missing", |screen| {
        matches!(screen.body, Body::Capture { camera: journey::CameraView::Missing, .. })
    })?;
    ensure!(lobby.act(Action::BringLater)?.name == "name");
    Ok(())
}

#[test]
fn only_corrupt_photographs_are_a_missing_camera() -> Result<()> {
    let data = TempDir::new()?;
    let photos = TempDir::new()?;
    fs::write(photos.path().join("ktp.jpg"), b"\xff\xd8\xff\xe0 not a picture")?;
    let lobby = open(data.path(), &[("camera.folder", &format!("{:?}", photos.path()))])?;
    lobby.play_until("capture-ktp")?;
    ensure!(lobby.act(Action::BringLater)?.name == "name");
    Ok(())
}

#[test]
fn a_missing_delivery_folder_is_tried_again_at_the_next_start() -> Result<()> {
    let data = TempDir::new()?;
    let share = data.path().join("share/packets");
    let setting = format!("{share:?}");
    let lobby = open(data.path(), &[("delivery.folder", &setting)])?;
    lobby.play_until("ticket")?;
    lobby.until("the paper", |screen| matches!(screen.body, Body::Ticket { paper: Paper::Printed, .. }))?;
    drop(lobby);
    ensure!(!share.exists(), "a share that is not mounted is not created");
    fs::create_dir_all(&share)?;
    let _again = open(data.path(), &[("delivery.folder", &setting)])?;
    wait_for("the packet", || !files(&share).is_empty())
}

#[test]
fn a_tap_meant_for_an_earlier_screen_does_nothing() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    let before = lobby.play_until("consent")?;
    let mut kiosk = lobby.kiosk.lock();
    ensure!(kiosk.act(before.visit, &Action::Next).is_ok());
    ensure!(kiosk.act(before.visit, &Action::Next).is_err(), "the second of two quick taps");
    ensure!(kiosk.screen().name == "reason");
    Ok(())
}

#[test]
fn nobody_at_the_screen_means_a_warning_then_a_wiped_screen() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.play_until("name")?;
    let mut kiosk = lobby.kiosk.lock();
    let idle = i64::from(kiosk.config().session.idle_seconds);
    let warning = i64::from(kiosk.config().session.warning_seconds);
    kiosk.clock().set_ahead(idle + 1);
    kiosk.tick();
    let left = kiosk.screen().overlay.as_ref().and_then(|overlay| overlay.seconds_left);
    ensure!(left.is_some_and(|left| i64::from(left) <= warning), "{left:?}");
    let visit = kiosk.screen().visit;
    ensure!(kiosk.act(visit, &Action::Cancel).is_ok_and(|screen| screen.overlay.is_none()));
    kiosk.clock().set_ahead(2 * (idle + warning) + 10);
    kiosk.tick();
    ensure!(kiosk.screen().name == "welcome" && kiosk.screen().header.code.is_none());
    Ok(())
}

#[test]
fn logs_slips_and_file_names_carry_nothing_personal() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.play_until("ticket")?;
    wait_for("the packet", || !files(&data.path().join("packets")).is_empty())?;
    let mut checked = 0;
    for folder in [data.path().to_owned(), data.path().join("slips")] {
        for name in files(&folder) {
            let path = folder.join(&name);
            let bytes = if path.is_file() { fs::read(&path)? } else { vec![] };
            for personal in ["3507155208790001", "SITI CONTOH", "012345678901234", "6281234567890"] {
                ensure!(!name.contains(personal), "{name}");
                let found = bytes.windows(personal.len()).any(|window| window == personal.as_bytes());
                ensure!(!found, "{name} holds {personal}");
                checked += 1;
            }
        }
    }
    ensure!(checked > 12);
    Ok(())
}

/// Runs a test of this file once more with a small file system of its own, its path in `SMALL_DISK`.
fn on_a_small_disk(test: &str, bytes: &str) -> Result<Option<PathBuf>> {
    if let Some(folder) = std::env::var_os("SMALL_DISK") {
        return Ok(Some(folder.into()));
    }
    let folder = TempDir::new()?;
    let mount = format!("mount -t tmpfs -o size={bytes} none \"$SMALL_DISK\" && exec \"$0\" {test} --exact");
    let status = std::process::Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &mount])
        .arg(std::env::current_exe()?)
        .env("SMALL_DISK", folder.path())
        .status()?;
    ensure!(status.success(), "{test} failed on a small disk (it needs user namespaces, or root)");
    Ok(None)
}

#[test]
fn a_full_disk_gives_up_its_reserve_then_says_so_and_loses_nothing() -> Result<()> {
    let name = "a_full_disk_gives_up_its_reserve_then_says_so_and_loses_nothing";
    let Some(data) = on_a_small_disk(name, "60m")? else { return Ok(()) };
    let lobby = open(&data, &[])?;
    lobby.play_until("nik")?;
    let fill = |name: &str| -> Result<()> {
        let mut file = fs::File::create(data.join(name))?;
        let block = vec![1; 64 * 1024];
        while std::io::Write::write_all(&mut file, &block).is_ok() {}
        Ok(())
    };
    fill("filler")?;
    // The write-ahead log may still have room of its own: go on until the reserve is needed.
    for _ in 0..400 {
        lobby.act(Action::Back)?;
        lobby.act(Action::Answer { text: "Siti Contoh Wulandari".into() })?;
        if !data.join("reserve").exists() {
            break;
        }
    }
    ensure!(!data.join("reserve").exists(), "the reserve was never needed");
    ensure!(lobby.screen().name == "nik" && lobby.screen().overlay.is_none(), "the claim goes on");

    fill("second")?;
    let stopped = (0..400).find_map(|_| {
        let screen = lobby.act(Action::Typed { text: "35".into() }).ok()?;
        let screen = if screen.overlay.is_some() {
            screen
        } else {
            lobby.act(Action::Typed { text: "350".into() }).ok()?
        };
        screen.overlay.is_some().then_some(screen)
    });
    let screen = stopped.context("a full disk goes unnoticed")?;
    ensure!(screen.overlay.is_some_and(|overlay| overlay.name == "trouble") && screen.name == "nik");
    let Body::Field(field) = screen.body else { bail!("no field") };
    ensure!(field.typed.starts_with("35"), "what was typed is gone");

    fs::remove_file(data.join("second"))?;
    lobby.act(Action::Cancel)?;
    ensure!(lobby.act(Action::Answer { text: "3507155208790001".into() })?.name == "birth-date");
    Ok(())
}

#[test]
fn a_screen_is_wiped_even_when_the_disk_takes_nothing() -> Result<()> {
    let name = "a_screen_is_wiped_even_when_the_disk_takes_nothing";
    let Some(data) = on_a_small_disk(name, "60m")? else { return Ok(()) };
    let lobby = open(&data, &[])?;
    lobby.play_until("nik")?;
    fs::remove_file(data.join("reserve"))?;
    let mut filler = fs::File::create(data.join("filler"))?;
    while std::io::Write::write_all(&mut filler, &[1; 4096]).is_ok() {}
    let full = (0..800).any(|number| {
        let typed = Action::Typed { text: format!("{number}") };
        lobby.act(typed).is_ok_and(|screen| screen.overlay.is_some())
    });
    ensure!(full, "the disk is not full");
    let mut kiosk = lobby.kiosk.lock();
    kiosk.clock().set_ahead(3600);
    kiosk.tick();
    ensure!(kiosk.screen().name == "welcome" && kiosk.screen().header.code.is_none());
    Ok(())
}

/// A kiosk that is ready to be heard, with the speaker that notes what it is given to say.
fn heard(data: &Path, headphones: bool) -> Result<(Lobby, std::sync::Arc<Held>)> {
    let lobby = open(data, &[])?;
    let speaker = std::sync::Arc::new(Held::new(headphones));
    lobby.kiosk.speak_with(speaker.clone());
    Ok((lobby, speaker))
}

fn voice_says(screen: &Screen) -> String {
    screen.header.voice.as_ref().map(|button| button.label.clone()).unwrap_or_default()
}

#[test]
fn a_touch_stops_the_voice_and_the_next_screen_is_read_again() -> Result<()> {
    let data = TempDir::new()?;
    let (lobby, speaker) = heard(data.path(), false)?;
    ensure!(voice_says(&lobby.screen()) == "Dengarkan" && speaker.said().is_empty(), "nobody asked");
    let screen = lobby.act(Action::Voice { on: true })?;
    ensure!(voice_says(&screen) == "Berhenti");
    let first = speaker.said().pop().context("nothing is said")?;
    ensure!(first.lines.first().is_some_and(|line| line.text == screen.title) && first.language == "id");

    lobby.kiosk.lock().touch();
    lobby.kiosk.lock().tick();
    ensure!(speaker.state() == State::Ready { headphones: false }, "a touch stops");
    ensure!(voice_says(&lobby.screen()) == "Dengarkan" && speaker.said().len() == 1);
    lobby.act(Action::Voice { on: true })?;
    ensure!(speaker.said().len() == 2, "touched again, it is repeated");

    let next = lobby.act(Action::Begin)?;
    let said = speaker.said();
    ensure!(said.len() == 3 && said[2].lines[0].text == next.title, "the next screen is read by itself");
    ensure!(voice_says(&next) == "Berhenti");
    speaker.finish();
    lobby.until("the end of the speech", |screen| voice_says(screen) == "Dengarkan")?;

    lobby.act(Action::Voice { on: false })?;
    lobby.act(Action::Next)?;
    ensure!(speaker.said().len() == 3, "switched off");
    Ok(())
}

#[test]
fn the_voice_ends_with_the_session_and_goes_with_its_device() -> Result<()> {
    let data = TempDir::new()?;
    let (lobby, speaker) = heard(data.path(), true)?;
    lobby.play_until("nik")?;
    lobby.act(Action::Voice { on: true })?;
    lobby.act(Action::Typed { text: "35".into() })?;
    ensure!(speaker.state() == State::Speaking { headphones: true }, "what is kept late is no touch");
    speaker.unplug(true);
    lobby.until("the button to go", |screen| screen.header.voice.is_none())?;
    lobby.act(Action::Back)?;
    speaker.unplug(false);
    lobby.until("the button to come back", |screen| screen.header.voice.is_some())?;
    let asked = lobby.act(Action::Leave)?;
    let title = asked.overlay.context("no question")?.title;
    ensure!(speaker.said().last().is_some_and(|said| said.lines[0].text == title), "questions are read");
    lobby.act(Action::Confirm)?;
    ensure!(speaker.state() == State::Ready { headphones: true }, "nothing of the claim is heard any more");
    let before = speaker.said().len();
    lobby.act(Action::Begin)?;
    ensure!(speaker.said().len() == before, "the next visitor asked for nothing");
    Ok(())
}

#[test]
fn who_listens_is_not_warned_and_the_warning_is_read_to_who_fell_silent() -> Result<()> {
    let data = TempDir::new()?;
    let (lobby, speaker) = heard(data.path(), false)?;
    lobby.act(Action::Voice { on: true })?;
    let idle = i64::from(lobby.kiosk.lock().config().session.idle_seconds);
    let after = |seconds: i64| {
        let mut kiosk = lobby.kiosk.lock();
        kiosk.clock().set_ahead(seconds);
        kiosk.tick();
        kiosk.screen().clone()
    };
    ensure!(after(idle + 1).overlay.is_none(), "it is still being read");
    speaker.finish();
    let warned = after(2 * idle + 2).overlay.context("no warning")?;
    let said = speaker.said().pop().context("nothing is said")?;
    ensure!(warned.name == "idle" && said.lines[0].text == warned.title);
    ensure!(after(4 * idle).overlay.is_none(), "the session is over, although its warning was being read");
    ensure!(speaker.state() == State::Ready { headphones: false });
    Ok(())
}

#[test]
fn a_screen_is_heard_through_the_configured_device() -> Result<()> {
    let data = TempDir::new()?;
    let sound = data.path().join("sound.wav");
    let device = format!("\"file:'{}',wav\"", sound.display());
    let lobby = open(data.path(), &[("voice.device", &device)])?;
    lobby.until("the voice", |screen| voice_says(screen) == "Dengarkan")?;
    ensure!(voice_says(&lobby.act(Action::Voice { on: true })?) == "Berhenti");
    lobby.until("the end of the screen", |screen| voice_says(screen) == "Dengarkan")?;
    let samples = fs::read(&sound)?;
    ensure!(samples.len() > 60_000, "more than a second of the last sentence: {}", samples.len());
    ensure!(samples.iter().skip(44).any(|byte| *byte > 20 && *byte < 230), "and not silence");
    Ok(())
}
