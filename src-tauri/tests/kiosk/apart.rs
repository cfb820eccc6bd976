//! What is no claim: practice, papers for everybody, satisfaction, news for staff.

use crate::lobby::*;
use anjungan_asik::{Start, satisfaction};
use anyhow::{Context, Result, ensure};
use journey::{Action, Body};
use std::fs;
use std::path::Path;
use store::{Key, Store};
use tempfile::TempDir;

fn store(data: &Path) -> Result<Store> {
    let file = data.join("journal.db");
    Ok(Store::open(&file, &Key::from_file(&data.join("journal.key"), &file)?)?)
}

#[test]
fn a_practice_leaves_nothing_in_the_store_and_no_ticket() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.act(Action::Practice)?;
    lobby.play_until("ticket")?;
    ensure!(lobby.screen().practice.is_some());
    let slips = data.path().join("slips");
    wait_for("the paper of the practice", || files(&slips).iter().any(|name| name.starts_with("practice-")))?;
    lobby.act(Action::Done)?;
    ensure!(lobby.screen().name == "welcome" && lobby.screen().practice.is_none());
    ensure!(store(data.path())?.live_cases()?.is_empty(), "a practice is no case");
    ensure!(files(&slips).iter().all(|name| name.starts_with("practice-")), "{:?}", files(&slips));
    ensure!(files(&data.path().join("packets")).is_empty());
    // The first real claim gets the first number.
    lobby.play_until("ticket")?;
    let Body::Ticket { number, .. } = lobby.screen().body else { anyhow::bail!("no ticket") };
    ensure!(number == "A-001", "{number}");
    Ok(())
}

#[test]
fn the_explanation_comes_out_for_anybody_and_opens_no_claim() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.act(Action::Documents)?;
    lobby.act(Action::Choose { id: "phk".into() })?;
    lobby.act(Action::PrintAgain)?;
    let slips = data.path().join("slips");
    wait_for("the explanation", || files(&slips).iter().any(|name| name.starts_with("guide-")))?;
    ensure!(store(data.path())?.live_cases()?.is_empty());
    Ok(())
}

#[test]
fn who_asks_to_be_served_first_gets_a_number_of_that_series() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.act(Action::CounterTicket)?;
    lobby.act(Action::Priority { first: true })?;
    let Body::Notice { number, .. } = lobby.screen().body else { anyhow::bail!("no number") };
    let number = number.context("no number")?.value;
    ensure!(number == "P-001", "{number}");
    Ok(())
}

#[test]
fn how_it_was_is_counted_without_anybody() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[])?;
    lobby.play_until("ticket")?;
    lobby.act(Action::Done)?;
    lobby.act(Action::Choose { id: "4".into() })?;
    lobby.act(Action::Next)?;
    for _ in 0..9 {
        lobby.act(Action::Choose { id: "3".into() })?;
    }
    lobby.act(Action::Back)?;
    ensure!(lobby.screen().name == "welcome");
    let start = Start { config: "".into(), data: data.path().to_owned(), set: vec![] };
    let [from, to] = [jiff::civil::date(2020, 1, 1), jiff::civil::date(2099, 12, 31)];
    let table = satisfaction(&start, from, to)?;
    ensure!(table.lines().nth(10).is_some_and(|line| line.ends_with(";1;75,00;C")), "{table}");
    ensure!(table.lines().nth(11).is_some_and(|line| line.ends_with(";1;100,00;A")), "{table}");
    Ok(())
}

#[test]
fn staff_are_told_once_what_changed() -> Result<()> {
    let (data, config) = (TempDir::new()?, TempDir::new()?);
    for name in files(&root().join("kiosk-config/files")) {
        fs::copy(root().join("kiosk-config/files").join(&name), config.path().join(&name))?;
    }
    let begin = || open_with(config.path(), data.path(), &[]);
    ensure!(begin()?.screen().overlay.is_none(), "nothing changed at the first start");
    let branch = config.path().join("cabang.toml");
    let text = fs::read_to_string(&branch)?.replace("closes = \"15:30\"", "closes = \"14:45\"");
    fs::write(&branch, text)?;
    let lobby = begin()?;
    let overlay = lobby.screen().overlay.context("nobody is told")?;
    ensure!(
        overlay.name == "news" && overlay.paragraphs.iter().any(|line| line.contains("14:45")),
        "{overlay:?}"
    );
    lobby.act(Action::Cancel)?;
    ensure!(lobby.screen().overlay.is_none());
    drop(lobby);
    ensure!(begin()?.screen().overlay.is_none(), "once read, it does not come back");
    // A bad file: the last good one stays in force, and staff are told.
    fs::write(&branch, "[branch\n")?;
    let lobby = begin()?;
    let overlay = lobby.screen().overlay.context("nobody is told")?;
    ensure!(overlay.paragraphs.iter().any(|line| line.contains("cabang.toml")), "{overlay:?}");
    lobby.act(Action::Cancel)?;
    lobby.play_until("consent")?;
    Ok(())
}
