//! Pictures of documents: taken by a touch or by themselves, frozen at once, kept with the untouched original.

use crate::lobby::{Lobby, open};
use anyhow::{Context, Result, ensure};
use journey::{Action, Body, Screen};
use tempfile::TempDir;

fn live(screen: &Screen) -> bool {
    matches!(screen.body, Body::Capture { shoot: Some(_), .. })
}

fn pictured(screen: &Screen) -> bool {
    matches!(screen.body, Body::Picture { .. })
}

fn aiming(data: &TempDir, automatic: &str) -> Result<Lobby> {
    let lobby = open(data.path(), &[("capture.automatic", automatic)])?;
    lobby.play_until("capture-ktp")?;
    Ok(lobby)
}

#[test]
fn a_touch_freezes_the_picture_at_once_and_the_page_follows() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = aiming(&data, "false")?;
    lobby.until("a picture", live)?;
    let screen = lobby.act(Action::Shoot)?;
    ensure!(matches!(screen.body, Body::Capture { frozen: true, shoot: None, .. }), "it stands still");
    let screen = lobby.until("the page", pictured)?;
    ensure!(screen.name == "picture-ktp");
    let kiosk = lobby.kiosk.lock();
    let [page, original] = [0, 1].map(|page| kiosk.page(page));
    let (page, original) = (page.context("no page")?, original.context("no original")?);
    let original = document::decode(&original)?;
    ensure!(original.dimensions() == (1920, 1080), "the whole frame");
    ensure!(document::decode(&page)?.width() <= 1920);
    Ok(())
}

#[test]
fn a_page_that_comes_after_the_participant_went_on_is_dropped() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = aiming(&data, "false")?;
    lobby.until("a picture", live)?;
    lobby.act(Action::Shoot)?;
    let screen = lobby.act(Action::BringLater)?;
    ensure!(screen.name == "name");
    lobby.act(Action::Back)?;
    let screen = lobby.until("a picture", live)?;
    ensure!(screen.name == "capture-ktp");
    one_page(&lobby)
}

/// Takes a picture, and sees that it is the only one: pages are made one after the other, so that none is to come.
fn one_page(lobby: &Lobby) -> Result<()> {
    lobby.act(Action::Shoot)?;
    lobby.until("the page", pictured)?;
    let kiosk = lobby.kiosk.lock();
    ensure!(kiosk.page(0).is_some() && kiosk.page(1).is_some(), "the page and the whole frame");
    ensure!(kiosk.page(2).is_none(), "another picture was kept");
    Ok(())
}

#[test]
fn a_picture_that_stands_still_goes_with_its_session() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = aiming(&data, "false")?;
    lobby.until("a picture", live)?;
    lobby.act(Action::Shoot)?;
    {
        let mut kiosk = lobby.kiosk.lock();
        kiosk.clock().set_ahead(3600);
        kiosk.tick();
        ensure!(kiosk.screen().name == "welcome");
    }
    lobby.play_until("capture-ktp")?;
    lobby.until("a picture", live)?;
    one_page(&lobby)
}

#[test]
fn a_good_and_steady_picture_is_taken_by_itself_and_the_same_one_not_twice() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = aiming(&data, "true")?;
    let screen = lobby.until("the picture that is taken by itself", pictured)?;
    ensure!(matches!(screen.body, Body::Picture { good: true, .. }));
    lobby.act(Action::Retake)?;
    let again = |screen: &Screen| match &screen.body {
        Body::Capture { advice, .. } => advice.contains("Sentuh"),
        _ => pictured(screen),
    };
    let screen = lobby.until("the same scene to be seen as good", again)?;
    ensure!(screen.name == "capture-ktp", "it waits for a touch, or for something else");
    // The next document lies there: the photograph of the folder changes with the step.
    lobby.act(Action::Shoot)?;
    lobby.until("the page", pictured)?;
    lobby.play_until("capture-kpj_card")?;
    lobby.until("the next one, taken by itself", |screen| screen.name == "picture-kpj_card")?;
    Ok(())
}
