//! What is heard.

use crate::lobby::*;
use anyhow::{Context, Result, ensure};
use device::speaker::{Held, Speaker, State};
use journey::{Action, Screen};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

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
    lobby.act(Action::Begin)?;
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
fn advice_about_the_document_is_said_once() -> Result<()> {
    let data = TempDir::new()?;
    let (lobby, speaker) = heard(data.path(), false)?;
    lobby.play_until("ready")?;
    lobby.act(Action::Voice { on: true })?;
    ensure!(lobby.act(Action::Next)?.name == "capture-ktp");
    speaker.finish();
    let before = speaker.said().len();
    lobby.until("advice to be said", |_| {
        // Time passes while somebody moves the document about.
        lobby.kiosk.lock().clock().set_ahead(60);
        speaker.said().len() > before
    })?;
    let said = speaker.said().pop().context("nothing is said")?;
    ensure!(said.lines.len() == 1 && said.lines[0].text.contains("Sudah pas"), "one sentence");
    speaker.finish();
    lobby.kiosk.lock().clock().set_ahead(120);
    lobby.watch_on(5)?;
    ensure!(speaker.said().len() == before + 1, "and once only");
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
