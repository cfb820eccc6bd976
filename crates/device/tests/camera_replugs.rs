//! A loose plug, thousands of times: no thread and no picture is left behind. Alone in its program, whose threads and
//! memory it counts.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use device::camera::{Camera, CameraError, Deadlines, Source, View};
use image::{Rgb, RgbImage};
use std::{fs, sync::mpsc, time::Duration};

const PATIENCE: Duration = Duration::from_secs(60);
/// Bytes that one picture takes.
const PICTURE: usize = 1280 * 720 * 3;

/// Two pictures, then the plug is out.
#[derive(Default)]
struct Loose {
    sent: u32,
}

impl Source for Loose {
    fn open(&mut self) -> Result<(), CameraError> {
        Ok(())
    }

    fn frame(&mut self) -> Result<RgbImage, CameraError> {
        self.sent += 1;
        if self.sent > 2 {
            return Err(CameraError::Unplugged);
        }
        Ok(RgbImage::from_pixel(1280, 720, Rgb([self.sent as u8, 90, 160])))
    }

    fn close(&mut self) {}

    fn about(&self) -> String {
        "a loose plug".into()
    }
}

fn threads() -> usize {
    fs::read_dir("/proc/self/task").unwrap().count()
}

/// Bytes of memory in use.
fn memory() -> usize {
    let pages: usize =
        fs::read_to_string("/proc/self/statm").unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

#[test]
fn nothing_is_left_behind_by_thousands_of_replugs() {
    let limits = Deadlines { pause: Duration::ZERO, longest_pause: Duration::ZERO, ..Deadlines::default() };
    let camera = Camera::start(|| Box::new(Loose::default()), limits);
    let (tell, views) = mpsc::channel();
    camera.on_change(move |view| {
        let _ = tell.send(view);
    });
    camera.wanted(true);
    let replug = |times: usize| {
        for view in (0..times).map(|_| views.recv_timeout(PATIENCE).unwrap()) {
            assert!(
                matches!(view, View::Live | View::Starting | View::Missing(CameraError::Unplugged)),
                "{view:?}"
            );
        }
    };
    replug(200);
    let before = memory();
    replug(4000);
    // The test, the supervisor, the worker, one that is just ending, the harness.
    assert!(threads() <= 5, "{} threads", threads());
    let grown = memory().saturating_sub(before);
    assert!(grown < 8 * PICTURE, "{} KB more than before", grown / 1024);
}
