//! Documents that are read, by the real reader, from the sample photographs.

use crate::lobby::*;
use anyhow::{Context, Result, ensure};
use journey::{Action, Answer, Body, Screen};
use std::fs;
use tempfile::TempDir;

const ON: [(&str, &str); 1] = [("reading.on", "true")];

/// Plays on to the questions after the picture of a document, waits until what stands on it was read, and goes to the
/// look at it, whichever came first.
fn look_at(lobby: &Lobby, document: &str) -> Result<Vec<Answer>> {
    lobby.play_until(&format!("picture-{document}"))?;
    lobby.act(Action::Keep)?;
    lobby.until("the document to be read", |screen| match &screen.body {
        Body::Field(field) => field.read.is_some(),
        Body::Choices { groups } => {
            groups.iter().flat_map(|group| &group.choices).any(|choice| choice.chosen)
        }
        body => matches!(body, Body::Reading { .. }),
    })?;
    if !matches!(lobby.screen().body, Body::Reading { .. }) {
        lobby.act(Action::Back)?;
    }
    let Body::Reading { rows, .. } = lobby.screen().body else { anyhow::bail!("at {}", lobby.screen().name) };
    Ok(rows)
}

fn values(rows: &[Answer]) -> Vec<&str> {
    rows.iter().map(|row| row.value.as_str()).collect()
}

#[test]
fn what_stands_on_the_documents_need_not_be_typed() -> Result<()> {
    let data = TempDir::new()?;
    let lobby = open(data.path(), &ON)?;
    let ktp = look_at(&lobby, "ktp")?;
    ensure!(values(&ktp) == ["SITI CONTOH WULANDARI", "3507 1552 0879 0001", "12 Agustus 1979"], "{ktp:?}");
    lobby.act(Action::Next)?;
    let card = look_at(&lobby, "kpj_card")?;
    ensure!(values(&card) == ["1901 2345 678"], "{card:?}");
    lobby.act(Action::Next)?;
    let book = look_at(&lobby, "bank_book")?;
    ensure!(values(&book) == ["Bank Rakyat Indonesia (BRI)", "0123 4567 8901 234"], "{book:?}");
    lobby.play_until("answers")?;
    Ok(())
}

#[test]
fn another_document_is_seen_while_it_is_still_in_the_hand() -> Result<()> {
    let (data, photos) = (TempDir::new()?, TempDir::new()?);
    fs::copy(root().join("samples/photos/bank_book.jpg"), photos.path().join("ktp.jpg"))?;
    let folder = format!("{:?}", photos.path());
    let lobby = open(data.path(), &[ON[0], ("camera.folder", &folder)])?;
    lobby.play_until("picture-ktp")?;
    let hinted = |screen: &Screen| matches!(&screen.body, Body::Picture { good: false, keep: Some(_), .. });
    let screen = lobby.until("the hint", hinted)?;
    let Body::Picture { verdict, .. } = screen.body else { anyhow::bail!("no picture") };
    ensure!(verdict.title.contains("Buku tabungan"), "{verdict:?}");
    // It may be kept; nothing is filled in from it, and an officer is told.
    ensure!(lobby.act(Action::Keep)?.name == "name");
    Ok(())
}

#[test]
fn what_was_being_read_when_the_kiosk_stopped_is_read_when_the_claim_goes_on() -> Result<()> {
    let data = TempDir::new()?;
    // Kept without being read, as where the process ends first.
    let lobby = open(data.path(), &[])?;
    lobby.play_until("picture-ktp")?;
    let code = lobby.act(Action::Keep)?.header.code.context("no code")?.value;
    drop(lobby);
    let lobby = open(data.path(), &ON)?;
    lobby.act(Action::Resume)?;
    lobby.act(Action::TypeCode)?;
    ensure!(lobby.act(Action::Answer { text: code })?.name == "name");
    let read = |screen: &Screen| matches!(&screen.body, Body::Field(field) if field.read.is_some());
    lobby.until("the card to be read", read)?;
    Ok(())
}
