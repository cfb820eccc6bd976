//! What the window may ask for: what it is for, the screen, an action, "somebody is there". Nothing else.

use crate::{Shared, SharedBoard, SharedCounter};
use journey::{Action, Screen};
use kiosk_config::Role;
use stations::board::BoardScreen;
use stations::counter::{CounterAction, CounterScreen};
use tauri::State;

/// What the window is for.
#[tauri::command(async)]
pub(crate) fn role(role: State<'_, Role>) -> Role {
    *role
}

/// The screen of a counter that shows now.
#[tauri::command(async)]
pub(crate) fn counter(counter: State<'_, SharedCounter>) -> CounterScreen {
    counter.lock().screen().clone()
}

/// Does what an officer asks for, on the visit that they saw.
#[tauri::command(async)]
pub(crate) fn counter_act(
    counter: State<'_, SharedCounter>,
    visit: u64,
    action: CounterAction,
) -> Result<CounterScreen, &'static str> {
    counter.lock().act(visit, &action).cloned().map_err(|journey::NotOffered| "not offered")
}

/// What the board shows now.
#[tauri::command(async)]
pub(crate) fn board(board: State<'_, SharedBoard>) -> BoardScreen {
    board.lock().screen().clone()
}

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
