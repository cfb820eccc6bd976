//! The devices that the configuration names.

use anyhow::{Context, Result};
use device::camera::folder::Folder;
use device::camera::v4l::{self, V4l};
use device::camera::{Camera, Deadlines};
use device::printer::{FilePrinter, Printer, TcpPrinter};
use device::speaker::{Espeak, Setup, Speaker};
use kiosk_config::{CameraSource, Config, PrinterConnection, Turn};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Camera, printer and speaker of this kiosk.
pub struct Devices {
    /// The camera.
    pub camera: Arc<Camera>,
    /// The printer.
    pub printer: Arc<dyn Printer>,
    /// The speaker.
    pub speaker: Arc<dyn Speaker>,
    /// Handles of the simulated ones.
    #[cfg(any(debug_assertions, feature = "dock"))]
    pub dock: crate::dock::Handles,
}

impl Devices {
    /// Opens nothing yet: the camera is opened when a screen wants it, the printer with each slip. Relative folders of
    /// the camera and the voice are below the configuration, those of the printer below the data.
    pub(crate) fn open(config: &Config, files: &Path, data: &Path) -> Result<Self> {
        let (camera, controls) = match config.camera.source {
            CameraSource::Device => (device_camera(config), None),
            CameraSource::Folder => {
                let folder = config.camera.folder.as_ref().context("the camera has no folder")?;
                let source = Folder::new(files.join(folder));
                let controls = controls(&source);
                (Camera::start(move || Box::new(source.clone()), Deadlines::default()), Some(controls))
            }
        };
        let deadline = Duration::from_secs(config.printer.seconds.into());
        let printer: Box<dyn Printer> = match config.printer.connection {
            PrinterConnection::Tcp => {
                let address = config.printer.address.clone().context("the printer has no address")?;
                Box::new(TcpPrinter { address, deadline })
            }
            PrinterConnection::File => {
                let folder = config.printer.folder.as_ref().context("the printer has no folder")?;
                Box::new(FilePrinter { folder: data.join(folder) })
            }
        };
        let networked = config.printer.connection == PrinterConnection::Tcp;
        let speaker = Arc::new(Espeak::start(voice(config, files)));
        Ok(Self::with((camera, printer, speaker), deadline, controls, networked))
    }

    #[cfg(any(debug_assertions, feature = "dock"))]
    fn with(
        (camera, printer, speaker): (Camera, Box<dyn Printer>, Arc<dyn Speaker>),
        deadline: Duration,
        controls: Option<Controls>,
        networked: bool,
    ) -> Self {
        let docked = device::printer::Docked::new(printer, deadline, std::thread::sleep);
        let dock = crate::dock::Handles::new(controls, docked.controls(), networked);
        Self { camera: Arc::new(camera), printer: Arc::new(docked), speaker, dock }
    }

    #[cfg(not(any(debug_assertions, feature = "dock")))]
    fn with(
        (camera, printer, speaker): (Camera, Box<dyn Printer>, Arc<dyn Speaker>),
        _: Duration,
        _: Option<Controls>,
        _: bool,
    ) -> Self {
        Self { camera: Arc::new(camera), printer: Arc::from(printer), speaker }
    }

    /// Whether packets can be carried out; only the dock says no by itself, otherwise the delivery finds out.
    pub(crate) fn network_is_up(&self) -> bool {
        #[cfg(any(debug_assertions, feature = "dock"))]
        return self.dock.network_is_up();
        #[cfg(not(any(debug_assertions, feature = "dock")))]
        true
    }
}

#[cfg(any(debug_assertions, feature = "dock"))]
type Controls = device::camera::folder::Controls;
#[cfg(not(any(debug_assertions, feature = "dock")))]
type Controls = ();

#[cfg(any(debug_assertions, feature = "dock"))]
fn controls(source: &Folder) -> Controls {
    source.controls()
}
#[cfg(not(any(debug_assertions, feature = "dock")))]
fn controls(_: &Folder) -> Controls {}

fn device_camera(config: &Config) -> Camera {
    let name = config.camera.device.clone();
    let turn = match config.camera.turn {
        Turn::None => v4l::Turn::None,
        Turn::Right => v4l::Turn::Right,
        Turn::Around => v4l::Turn::Around,
        Turn::Left => v4l::Turn::Left,
    };
    Camera::start(move || Box::new(V4l::new(name.clone(), turn)), Deadlines::default())
}

fn voice(config: &Config, files: &Path) -> Setup {
    let voice = &config.voice;
    Setup {
        device: voice.device.clone(),
        headphones: voice.headphones.clone(),
        words_per_minute: voice.words_per_minute,
        clips: voice.clips.as_ref().map(|clips| files.join(clips)),
    }
}
