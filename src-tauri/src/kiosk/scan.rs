//! Looks for the code of a slip while the screen asks for one.

use super::{Kiosk, Shared};
use device::camera::Camera;
use journey::Body;
use std::panic::catch_unwind;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

/// How long a look waits for a picture, and how long it rests while no code is asked for.
const LOOK: Duration = Duration::from_millis(300);

/// Goes on until the kiosk is closed.
pub(super) fn run(kiosk: &Weak<Mutex<Kiosk>>, camera: &Arc<Camera>) {
    let mut seen = 0;
    loop {
        let Some(shared) = kiosk.upgrade().map(Shared) else { return };
        let asked = matches!(shared.lock().screen().body, Body::Scan { .. });
        // Not held while waiting: the kiosk must be able to close.
        drop(shared);
        if !asked {
            std::thread::sleep(LOOK);
            continue;
        }
        let Some(frame) = camera.newest_after(seen, LOOK) else { continue };
        seen = frame.seq;
        // Somebody else's code on whatever is held up: it may fail, the looking goes on.
        let code = catch_unwind(|| document::read_qr(&frame.picture)).ok().flatten();
        if let (Some(code), Some(shared)) = (code, kiosk.upgrade().map(Shared)) {
            shared.lock().scanned(&code);
        }
    }
}
