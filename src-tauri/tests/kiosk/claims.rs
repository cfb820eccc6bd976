//! Claims, from the first touch to the packet, and devices that fail on the way.

use crate::lobby::*;
use anyhow::{Context, Result, bail, ensure};
use device::camera::View;
use journey::{Action, Body, Paper, Screen};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

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
fn a_face_has_a_camera_of_its_own() -> Result<()> {
    let data = TempDir::new()?;
    let photos = format!("{:?}", root().join("samples/photos"));
    let face = [("source", "\"folder\""), ("folder", photos.as_str()), ("turn", "\"none\"")];
    let face = face.map(|(key, value)| (format!("face_camera.{key}"), value));
    let lobby = open(data.path(), &face.each_ref().map(|(key, value)| (key.as_str(), *value)))?;
    let views = || {
        let kiosk = lobby.kiosk.lock();
        let devices = kiosk.devices();
        (devices.camera.view(), devices.face_camera.as_ref().map(|camera| camera.view()))
    };
    for (screen, expected) in [
        ("capture-ktp", (View::Live, Some(View::Starting))),
        ("capture-photo", (View::Starting, Some(View::Live))),
    ] {
        lobby.play_until(screen)?;
        lobby.until("its camera alone", |screen| {
            matches!(screen.body, Body::Capture { camera: journey::CameraView::Live, .. })
                && views() == expected
        })?;
    }
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
    let mount =
        format!("mount -t tmpfs -o size={bytes} none \"$SMALL_DISK\" && exec \"$0\" claims::{test} --exact");
    let ran = std::process::Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &mount])
        .arg(std::env::current_exe()?)
        .env("SMALL_DISK", folder.path())
        .output()?;
    let told = String::from_utf8_lossy(&ran.stdout);
    ensure!(
        told.contains("1 passed"),
        "{test} failed on a small disk (it needs user namespaces, or root): {told}"
    );
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
fn a_picture_that_the_disk_does_not_take_keeps_nobody_from_going_on() -> Result<()> {
    let name = "a_picture_that_the_disk_does_not_take_keeps_nobody_from_going_on";
    let Some(data) = on_a_small_disk(name, "60m")? else { return Ok(()) };
    let lobby = open(&data, &[])?;
    lobby.play_until("capture-ktp")?;
    fs::remove_file(data.join("reserve"))?;
    let mut filler = fs::File::create(data.join("filler"))?;
    while std::io::Write::write_all(&mut filler, &[1; 4096]).is_ok() {}
    // Room for answers, and for no picture.
    filler.set_len(filler.metadata()?.len() - 160 * 1024)?;
    let in_trouble = |screen: &Screen| screen.overlay.as_ref().is_some_and(|over| over.name == "trouble");
    lobby.until("a picture", |screen| matches!(screen.body, Body::Capture { shoot: Some(_), .. }))?;
    lobby.act(Action::Shoot)?;
    lobby.until("the disk to be full", in_trouble)?;
    ensure!(in_trouble(&lobby.act(Action::Cancel)?), "it was kept after all");
    let screen = lobby.act(Action::BringLater)?;
    ensure!(screen.name == "name" && screen.overlay.is_none(), "at {}", screen.name);
    ensure!(lobby.act(Action::Answer { text: "Siti Contoh".into() })?.name == "nik");
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
