//! What the window may ask for: the screen, an action, "somebody is there". Nothing else.

use crate::Shared;
use journey::{Action, Screen};
use tauri::State;

/// The screen that shows now.
#[tauri::command(async)]
pub(crate) fn screen(kiosk: State<'_, Shared>) -> Screen {
    kiosk.lock().screen().clone()
}

/// Does what a person asks for, on the visit that they saw.
#[tauri::command(async)]
pub(crate) fn act(kiosk: State<'_, Shared>, visit: u64, action: Action) -> Result<Screen, &'static str> {
    kiosk.lock().act(visit, &action).cloned().map_err(|journey::NotOffered| "not offered")
}

/// Somebody is there.
#[tauri::command(async)]
pub(crate) fn touched(kiosk: State<'_, Shared>) {
    let mut kiosk = kiosk.lock();
    kiosk.touch();
    kiosk.tick();
}
