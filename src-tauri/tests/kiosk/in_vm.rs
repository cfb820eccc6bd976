//! A claim before cameras of a real kernel, inside the test VM (`cargo xtask vm`): each camera is pulled, stalled and put
//! back in the middle of the preview; then a KTP is photographed through the last one and looked for in the journal.
//! Without the window, for which an emulated processor is too slow.

use crate::lobby::*;
use anyhow::{Context, Result, bail, ensure};
use claim::Event;
use image::{DynamicImage, RgbImage};
use journey::{Action, Body, CameraView};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use store::{Key, Store};
use tempfile::TempDir;

const VIVID: &str = "/sys/bus/platform/drivers/vivid";
/// Grey levels a pixel by which a picture may differ from the photograph, seen from afar.
const LIKE: u64 = 5;

#[test]
#[ignore = "changes the machine it runs on: `cargo xtask vm` runs it in one of its own"]
fn a_claim_goes_on_while_cameras_of_the_kernel_come_and_go() -> Result<()> {
    let began = Instant::now();
    let ok = |what: &str| eprintln!("ok: {what} ({} s)", began.elapsed().as_secs());
    module(&["vivid"])?;
    let data = TempDir::new()?;
    let lobby = open(data.path(), &[("camera.source", "\"device\""), ("capture.automatic", "false")])?;
    let camera_is = |wanted| {
        lobby.until(
            "the camera",
            |screen| matches!(screen.body, Body::Capture { camera, .. } if camera == wanted),
        )
    };
    lobby.play_until("capture-ktp")?;
    camera_is(CameraView::Live)?;
    ok("the kiosk sees through a camera of the kernel");

    fs::write(Path::new(VIVID).join("unbind"), "vivid.0").context("pulling the camera")?;
    let missing = camera_is(CameraView::Missing)?;
    let goes_on = matches!(&missing.body, Body::Capture { shoot: None, others, .. }
        if others.iter().any(|button| button.action == Action::BringLater));
    ensure!(goes_on, "the claim can go on without a camera");
    fs::write(Path::new(VIVID).join("bind"), "vivid.0").context("plugging it in")?;
    camera_is(CameraView::Live)?;
    ok("pulled in the middle of the preview, it was missed; plugged in again, it came back by itself");

    fs::write(Path::new(VIVID).join("unbind"), "vivid.0").context("pulling the camera")?;
    camera_is(CameraView::Missing)?;
    module(&["v4l2loopback", "exclusive_caps=1", "card_label=documents"])?;
    let feeder = Feeder::start()?;
    camera_is(CameraView::Live)?;
    ok("another camera in its place was taken, and shows a KTP");

    feeder.signal("STOP")?;
    camera_is(CameraView::Missing)?;
    feeder.signal("CONT")?;
    camera_is(CameraView::Live)?;
    ok("it sent nothing and was missed; it went on and came back by itself");

    lobby.act(Action::Shoot)?;
    lobby.until("the picture", |screen| {
        matches!(&screen.body, Body::Picture { keep: Some(_), .. }) && screen.name == "picture-ktp"
    })?;
    let code = lobby.kiosk.lock().screen().header.code.clone().context("the claim has no code")?;
    let next = lobby.act(Action::Keep)?;
    ensure!(!next.name.ends_with("-ktp"), "the claim goes on, not to {}", next.name);
    drop(lobby);
    ok(&format!("it was photographed, and the claim went on to `{}`", next.name));

    stored(data.path(), &code.value)?;
    ok("the journal holds the page and what the camera saw");
    Ok(())
}

/// Loads a module, from where the VM has them.
fn module(arguments: &[&str]) -> Result<()> {
    let place = std::env::var("MODULES").context("this is not the test VM")?;
    let status = Command::new("modprobe").args(place.split_whitespace()).args(arguments).status()?;
    ensure!(status.success(), "modprobe {arguments:?}: {status}");
    Ok(())
}

/// Plays frames of a photographed KTP into the loopback camera; ended when dropped.
struct Feeder(Child);

impl Feeder {
    fn start() -> Result<Self> {
        let clip = std::env::var("VM_CLIP").context("there is nothing to play")?;
        let mut feeder = Command::new("ffmpeg");
        feeder.args([
            "-v",
            "error",
            "-re",
            "-stream_loop",
            "-1",
            "-f",
            "mjpeg",
            "-framerate",
            "8",
            "-i",
            &clip,
        ]);
        feeder.args(["-c:v", "copy", "-f", "v4l2"]).arg(loopback()?).stdin(Stdio::null());
        Ok(Self(feeder.spawn().context("ffmpeg did not start")?))
    }

    fn signal(&self, name: &str) -> Result<()> {
        let status = Command::new("kill").args([&format!("-{name}"), &self.0.id().to_string()]).status()?;
        ensure!(status.success(), "kill -{name}: {status}");
        Ok(())
    }
}

impl Drop for Feeder {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Node of the loopback camera.
fn loopback() -> Result<PathBuf> {
    for entry in fs::read_dir("/sys/class/video4linux")? {
        let entry = entry?;
        if fs::read_to_string(entry.path().join("name"))?.trim() == "documents" {
            return Ok(Path::new("/dev").join(entry.file_name()));
        }
    }
    bail!("the loopback camera has no node")
}

/// Reads the journal as the next start would: the page of the KTP was kept, and the untouched picture is the photograph.
fn stored(data: &Path, code: &str) -> Result<()> {
    let journal = data.join("journal.db");
    let store = Store::open(&journal, &Key::from_file(&data.join("journal.key"), &journal)?)?;
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let case = store.case_by_code(&code)?.context("the claim is not in the journal")?;
    let events = store.events(&case)?;
    let taken = events.iter().find_map(|recorded| match &recorded.event {
        Event::PageTaken { document, page, width, height, original, problems, .. } if document == "ktp" => {
            Some((*page, (*width, *height), *original, problems))
        }
        _ => None,
    });
    let (page, size, original, problems) = taken.context("no picture was journalled")?;
    ensure!(problems.is_empty(), "the picture has problems: {problems:?}");
    ensure!(
        events.iter().any(|recorded| matches!(recorded.event, Event::PageKept { .. })),
        "it was not kept"
    );
    let read = |page| -> Result<RgbImage> {
        let jpeg = store.page(&case, page)?.context("the vault has no such page")?;
        Ok(image::load_from_memory(&jpeg)?.into_rgb8())
    };
    ensure!(read(page)?.dimensions() == size, "the page has another size than the journal says");
    let seen = read(original.context("the untouched picture was not kept")?)?;
    let photograph = image::open(root().join("samples/photos/ktp.jpg"))?.into_rgb8();
    ensure!(seen.dimensions() == photograph.dimensions(), "the camera saw {:?}", seen.dimensions());
    let difference = difference(&seen, &photograph);
    ensure!(difference < LIKE, "the stored picture is another one: {difference} grey levels a pixel");
    Ok(())
}

fn difference(a: &RgbImage, b: &RgbImage) -> u64 {
    let far = |picture: &RgbImage| DynamicImage::from(picture.clone()).thumbnail_exact(96, 54).into_rgb8();
    let (a, b) = (far(a), far(b));
    a.iter().zip(b.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum::<u64>() / a.len() as u64
}
