//! The dock: simulated devices that can be made to misbehave, by hand and by tests through the same handler. Not
//! there in release builds.

use crate::{Clock, Shared};
use device::camera::folder::{Controls as CameraControls, State as CameraState};
use device::printer::{Condition, Controls as PrinterControls};
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Handles of the simulated devices, and what was set with them.
#[derive(Clone)]
pub struct Handles {
    /// The folder camera; absent where a real one is configured.
    pub(crate) camera: Option<CameraControls>,
    /// The printer.
    pub(crate) printer: PrinterControls,
    /// Whether the printer is reached over the network.
    networked: bool,
    set: Arc<Mutex<DockState>>,
}

/// What can be set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "set", rename_all = "snake_case")]
pub enum Command {
    /// Which photograph the camera sees; none: the one that fits.
    Photograph {
        /// File name.
        name: Option<String>,
    },
    /// The document is moved about.
    Moved {
        /// On or off.
        on: bool,
    },
    /// Out of focus.
    Blurred {
        /// On or off.
        on: bool,
    },
    /// The light is off.
    Dark {
        /// On or off.
        on: bool,
    },
    /// The camera.
    Camera {
        /// Its state.
        state: CameraFault,
    },
    /// The printer.
    Printer {
        /// Its state.
        state: PrinterFault,
    },
    /// The network.
    Network {
        /// Up or down.
        up: bool,
    },
    /// The clock.
    ClockOffsetMinutes {
        /// Minutes ahead of the real time.
        minutes: f64,
    },
}

/// States of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameraFault {
    /// Works.
    Ok,
    /// Pulled out.
    Unplugged,
    /// Gives no more pictures.
    Frozen,
}

/// States of the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrinterFault {
    /// Works.
    Ok,
    /// The roll is used up.
    NoPaper,
    /// Switched off.
    Offline,
    /// Takes its time.
    Slow,
}

/// What is set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DockState {
    /// Photographs of the folder.
    pub photographs: Vec<String>,
    /// The one that was chosen.
    pub photograph: Option<String>,
    /// Moved about.
    pub moved: bool,
    /// Out of focus.
    pub blurred: bool,
    /// Light off.
    pub dark: bool,
    /// Camera.
    pub camera: CameraFault,
    /// Printer.
    pub printer: PrinterFault,
    /// Network.
    pub network: bool,
    /// Minutes ahead of the real time.
    pub clock_offset_minutes: f64,
}

impl Default for DockState {
    fn default() -> Self {
        Self {
            photographs: vec![],
            photograph: None,
            moved: false,
            blurred: false,
            dark: false,
            camera: CameraFault::Ok,
            printer: PrinterFault::Ok,
            network: true,
            clock_offset_minutes: 0.0,
        }
    }
}

impl Handles {
    /// Handles of a camera that plays photographs, where there is one, and of a printer.
    pub(crate) fn new(camera: Option<CameraControls>, printer: PrinterControls, networked: bool) -> Self {
        Self { camera, printer, networked, set: Arc::default() }
    }

    /// Whether the simulated network is up.
    pub(crate) fn network_is_up(&self) -> bool {
        self.state().network
    }

    /// Does as told.
    pub fn set(&self, command: &Command, clock: &Clock) {
        let mut set = self.set.lock().unwrap_or_else(PoisonError::into_inner);
        match command {
            Command::Photograph { name } => set.photograph.clone_from(name),
            Command::Moved { on } => set.moved = *on,
            Command::Blurred { on } => set.blurred = *on,
            Command::Dark { on } => set.dark = *on,
            Command::Camera { state } => set.camera = *state,
            Command::Printer { state } => set.printer = *state,
            Command::Network { up } => set.network = *up,
            Command::ClockOffsetMinutes { minutes } => set.clock_offset_minutes = *minutes,
        }
        self.apply(&set, clock);
    }

    fn apply(&self, set: &DockState, clock: &Clock) {
        if let Some(camera) = &self.camera {
            camera.photograph(set.photograph.clone());
            camera.moved(set.moved);
            camera.blurred(set.blurred);
            camera.dark(set.dark);
            camera.state(match set.camera {
                CameraFault::Ok => CameraState::Ok,
                CameraFault::Unplugged => CameraState::Unplugged,
                CameraFault::Frozen => CameraState::Frozen,
            });
        }
        self.printer.set(match set.printer {
            _ if self.networked && !set.network => Condition::Offline,
            PrinterFault::Ok => Condition::Ok,
            PrinterFault::NoPaper => Condition::NoPaper,
            PrinterFault::Offline => Condition::Offline,
            PrinterFault::Slow => Condition::Slow,
        });
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of seconds")]
        clock.set_ahead((set.clock_offset_minutes * 60.0) as i64);
    }

    /// What is set.
    pub fn state(&self) -> DockState {
        let set = self.set.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let photographs = self.camera.as_ref().map(CameraControls::photographs).unwrap_or_default();
        DockState { photographs, ..set }
    }
}

static ALLOWED: AtomicBool = AtomicBool::new(false);

/// Whether the window may use the dock of this process.
pub fn allow(allowed: bool) {
    ALLOWED.store(allowed, Ordering::Relaxed);
}

/// What the drawer in the window may ask for.
pub(crate) mod ipc {
    use super::{ALLOWED, Command, DockState, Ordering, Shared};
    use tauri::State;

    #[tauri::command(async)]
    pub(crate) fn dock(kiosk: State<'_, Shared>, command: Command) -> Result<DockState, &'static str> {
        if !ALLOWED.load(Ordering::Relaxed) {
            return Err("start with --dock");
        }
        let mut kiosk = kiosk.lock();
        let dock = kiosk.devices().dock.clone();
        dock.set(&command, kiosk.clock());
        kiosk.tick();
        Ok(dock.state())
    }

    #[tauri::command(async)]
    pub(crate) fn dock_state(kiosk: State<'_, Shared>) -> DockState {
        kiosk.lock().devices().dock.state()
    }
}
