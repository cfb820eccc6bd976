//! A kiosk, a counter and a board on one data folder, as they stand in a branch with one machine; obstacles 5 and 24.

use crate::lobby::*;
use anjungan_asik::{Board, Counter, SharedBoard, SharedCounter, Start};
use anyhow::{Context, Result, ensure};
use device::speaker::Held;
use jiff::ToSpan;
use journey::{Action, Body, Screen};
use stations::counter::{CounterAction, CounterScreen, Tone};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

const OFFICERS: [(&str, &str); 6] = [
    ("officers.rina.name", "\"Rina\""),
    ("officers.rina.pin", "\"2468\""),
    ("officers.rina.checks", "\"first\""),
    ("officers.wati.name", "\"Wati\""),
    ("officers.wati.pin", "\"1357\""),
    ("officers.wati.checks", "\"second\""),
];

fn start(data: &Path, settings: &[(&str, &str)]) -> Start {
    let set = OFFICERS.iter().chain(settings).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    Start { config: root().join("kiosk-config/files"), data: data.to_owned(), set: set.collect() }
}

struct Desk(SharedCounter);

impl Desk {
    fn open(data: &Path) -> Result<Self> {
        let start = start(data, &[("kiosk.role", "\"counter\""), ("kiosk.counter", "2")]);
        let started = start.configuration()?;
        Ok(Self(Counter::start(&start, started, Box::new(|_| ()))?))
    }

    /// As it is once the counter has looked at what others did.
    fn screen(&self) -> CounterScreen {
        let mut counter = self.0.lock();
        counter.look();
        counter.screen().clone()
    }

    /// Presses a key, by its name.
    fn press(&self, id: &str) -> Result<CounterScreen> {
        let shown = self.screen();
        let keys = shown.keys();
        let key = keys.iter().find(|key| key.id == id);
        let action = key.with_context(|| format!("{id} is not offered on {}", shown.name))?.action.clone();
        self.act(&action)
    }

    fn act(&self, action: &CounterAction) -> Result<CounterScreen> {
        let mut counter = self.0.lock();
        let visit = counter.screen().visit;
        counter.act(visit, action).cloned().map_err(|_| anyhow::anyhow!("{action:?} is not offered"))
    }

    fn sign_in(&self, name: &str, pin: &str) -> Result<CounterScreen> {
        self.press(name)?;
        self.act(&CounterAction::SignIn { pin: pin.into() })
    }

    /// The number at the counter.
    fn number(&self) -> Option<String> {
        self.screen().desk?.now.number
    }

    /// Puts the clock to four in the afternoon of a later day.
    fn go_to(&self, days: i64) -> Result<()> {
        let counter = self.0.lock();
        let clock = counter.clock();
        clock.set_ahead(0);
        let now = clock.zoned();
        let then = now.date().checked_add(days.days())?.at(16, 0, 0, 0).to_zoned(now.time_zone().clone())?;
        clock.set_ahead(then.timestamp().duration_since(now.timestamp()).as_secs());
        Ok(())
    }
}

/// The board with a speaker that says nothing until it is told to end.
fn board(data: &Path) -> Result<(SharedBoard, Arc<Held>)> {
    let start = start(data, &[("kiosk.role", "\"board\"")]);
    let started = start.configuration()?;
    let board = Board::start(&start, started, Box::new(|_| ()))?;
    let speaker = Arc::new(Held::new(false));
    board.speak_with(speaker.clone());
    Ok((board, speaker))
}

fn said(speaker: &Held) -> Vec<String> {
    let lines = |speech: &device::speaker::Speech| speech.lines.first().map(|line| line.text.clone());
    speaker.said().iter().filter_map(lines).collect()
}

/// A number for the counter, with or without a claim behind it.
fn take_number(lobby: &Lobby) -> Result<String> {
    lobby.act(Action::CounterTicket)?;
    lobby.act(Action::Confirm)?;
    let screen = lobby.screen();
    let Body::Notice { number: Some(number), .. } = screen.body else { anyhow::bail!("no number") };
    lobby.until("the paper", |screen| screen.header.leave.is_none() && offers_done(screen))?;
    Ok(number.value)
}

fn offers_done(screen: &Screen) -> bool {
    journey::offers(screen, &Action::Done)
}

fn resume(lobby: &Lobby, code: &str) -> Result<Screen> {
    if lobby.screen().name != "welcome" {
        lobby.act(Action::Back)?;
    }
    lobby.act(Action::Resume)?;
    lobby.act(Action::TypeCode)?;
    lobby.act(Action::Answer { text: code.into() })?;
    lobby.act(Action::Answer { text: "12081979".into() })
}

#[test]
fn a_number_is_called_seen_heard_and_served() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    let (board, speaker) = board(data.path())?;
    let desk = Desk::open(data.path())?;
    desk.sign_in("rina", "2468")?;
    ensure!(desk.press("call-next").is_err(), "nobody waits");
    let first = take_number(&lobby)?;
    lobby.act(Action::Done)?;
    lobby.act(Action::Back)?;
    let second = take_number(&lobby)?;
    ensure!((first.as_str(), second.as_str()) == ("B-001", "B-002"), "{first} {second}");

    desk.press("call-next")?;
    ensure!(desk.number().as_deref() == Some("B-001"));
    board.lock().look();
    let shown = board.lock().screen().now.clone().context("nothing is called")?;
    ensure!((shown.number.as_str(), shown.counter.as_str()) == ("B-001", "2"));
    ensure!(said(&speaker) == ["Nomor antrean B, nol nol satu, silakan ke loket dua."]);

    // Called again while the first call is still being said, then nobody comes; the next one waits for its turn.
    desk.press("recall")?;
    desk.press("no-show")?;
    desk.press("call-next")?;
    board.lock().look();
    ensure!(said(&speaker).len() == 1, "nobody is talked over");
    ensure!(board.lock().screen().now.as_ref().is_some_and(|call| call.number == "B-001"), "as it is heard");
    speaker.finish();
    board.lock().look();
    ensure!(said(&speaker).last().is_some_and(|call| call.contains("nol nol dua")), "{:?}", said(&speaker));
    ensure!(said(&speaker).len() == 2, "nobody is called who was given up: {:?}", said(&speaker));
    speaker.finish();
    desk.press("arrived")?;
    desk.press("served")?;
    ensure!(desk.screen().name == "free");

    // The person comes after all.
    desk.press("take-B-001")?;
    desk.press("arrived")?;
    desk.press("hold")?;
    desk.press("take-B-001")?;
    desk.press("arrived")?;
    desk.press("served")?;
    ensure!(desk.screen().desk.context("no desk")?.lists.is_empty());
    Ok(())
}

#[test]
fn who_is_called_while_the_sound_or_the_board_is_away_is_called_when_it_is_back() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    let (first_board, speaker) = board(data.path())?;
    let desk = Desk::open(data.path())?;
    take_number(&lobby)?;
    desk.sign_in("rina", "2468")?;
    speaker.unplug(true);
    desk.press("call-next")?;
    first_board.lock().look();
    ensure!(
        first_board.lock().screen().now.as_ref().is_some_and(|call| call.number == "B-001"),
        "it is seen"
    );
    ensure!(said(&speaker).is_empty());
    speaker.unplug(false);
    first_board.lock().look();
    ensure!(said(&speaker).len() == 1);
    drop(first_board);
    let (second_board, speaker) = board(data.path())?;
    second_board.lock().look();
    ensure!(said(&speaker).len() == 1, "the person has not come yet");
    Ok(())
}

#[test]
fn two_officers_verify_and_who_comes_back_sees_it() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    let ticket = lobby.play_until("ticket")?;
    let code = ticket.header.code.context("no code")?.value;
    lobby.until("the paper", offers_done)?;
    wait_for("the packet", || !files(&data.path().join("packets")).is_empty())?;
    lobby.act(Action::Done)?;

    let desk = Desk::open(data.path())?;
    desk.sign_in("rina", "2468")?;
    let day = (0..15)
        .find(|day| desk.go_to(*day).is_ok() && desk.screen().keys().iter().any(|key| key.id == "call-next"));
    let day = day.context("the day of the interview never comes")?;
    ensure!(day > 0, "an interview is not called before its day");
    desk.press("call-next")?;
    let shown = desk.press("arrived")?;
    let packet = shown.desk.context("no desk")?.packet.context("no packet")?;
    ensure!(
        packet.person == "SITI CONTOH WULANDARI" || packet.person == "Siti Contoh Wulandari",
        "{}",
        packet.person
    );
    ensure!(packet.documents.iter().any(|row| row.key.id == "look-ktp" && row.tone == Tone::Good));
    let looked = desk.press("look-ktp")?;
    let page = looked.desk.and_then(|desk| desk.packet?.page).context("no page")?;
    let number: u32 = page.image.context("no picture")?.rsplit('/').next().context("no number")?.parse()?;
    ensure!(desk.0.lock().page(number).is_some_and(|jpeg| jpeg.starts_with(&[0xff, 0xd8])));

    desk.press("verify-first")?;
    ensure!(desk.press("verify-second").is_err(), "not by the same person");
    desk.press("served")?;
    desk.press("sign-out")?;
    ensure!(desk.screen().desk.is_none(), "nothing of the packet stays on the screen");
    desk.sign_in("wati", "1357")?;
    desk.press("take-A-001")?;
    ensure!(resume(&lobby, &code)?.name == "ticket");
    let checks = |screen: Screen| match screen.body {
        Body::Ticket { checks, .. } => checks.into_iter().map(|row| row.value).collect::<Vec<_>>(),
        _ => vec![],
    };
    ensure!(checks(lobby.screen()) == ["Sudah selesai", "Menunggu petugas"]);
    desk.press("verify-second")?;
    // The participant stands before the kiosk meanwhile.
    lobby.kiosk.lock().tick();
    ensure!(checks(lobby.screen()) == ["Sudah selesai", "Sudah selesai"], "{:?}", checks(lobby.screen()));
    Ok(())
}

#[test]
fn a_document_that_is_asked_for_again_is_the_only_one_that_is_taken() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    let answers = lobby.play_until("answers")?;
    let code = answers.header.code.context("no code")?.value;
    take_number(&lobby)?;
    lobby.act(Action::Done)?;
    let desk = Desk::open(data.path())?;
    desk.sign_in("rina", "2468")?;
    desk.press("call-next")?;
    desk.press("arrived")?;
    desk.press("ask-again")?;
    desk.press("ask-bank_book")?;
    let shown = desk.press("unreadable")?;
    ensure!(shown.message.is_some_and(|message| message.text.contains("memindai")));
    desk.press("hold")?;

    ensure!(resume(&lobby, &code)?.name == "capture-bank_book");
    let banner = lobby.screen().banner.context("no reason")?.text;
    ensure!(banner.contains("belum terbaca"), "{banner}");
    let screen = lobby.screen();
    lobby.step(&screen)?;
    lobby.act(Action::Keep)?;
    ensure!(!lobby.screen().name.starts_with("capture"), "{}", lobby.screen().name);
    desk.press("take-B-001")?;
    desk.press("arrived")?;
    ensure!(desk.press("verify-first").is_ok(), "the new page is there");
    Ok(())
}
