//! The devices that the configuration names.

use anyhow::{Context, Result, anyhow};
use device::camera::coded::{Decoded, Turn as Turned};
use device::camera::folder::Folder;
use device::camera::v4l::V4l;
use device::camera::{Camera, Deadlines};
use device::printer::{
    Attended, FilePrinter, Flow, IppPrinter, Media, Printer, SerialPrinter, Status, TcpPrinter, UsbChoice,
    UsbPrinter,
};
use device::speaker::{Espeak, Setup, Speaker};
use kiosk_config::{CameraSource, Config, PaperWidth, PrinterConnection, PrinterFlow, Turn};
use log::info;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Camera, printer and speaker of this kiosk.
pub struct Devices {
    /// The camera for documents.
    pub camera: Arc<Camera>,
    /// The camera for faces, where they have one of their own.
    pub face_camera: Option<Arc<Camera>>,
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
        let face = config.face_camera.as_ref();
        let not = face.and_then(|face| face.device.clone());
        let (camera, controls) = self::camera(&config.camera, files, not)?;
        let face_camera = face.map(|face| self::camera(face, files, None)).transpose()?;
        let cameras = (camera, face_camera.map(|(camera, _)| camera));
        let deadline = Duration::from_secs(config.printer.seconds.into());
        let printer = printer(config, deadline, data)?;
        let networked = config.printer.connection == PrinterConnection::Tcp;
        let speaker = Arc::new(Espeak::start(voice(config, files)));
        Ok(Self::with(cameras, (printer, speaker), deadline, controls, networked))
    }

    #[cfg(any(debug_assertions, feature = "dock"))]
    fn with(
        (camera, face_camera): (Arc<Camera>, Option<Arc<Camera>>),
        (printer, speaker): (Box<dyn Printer>, Arc<dyn Speaker>),
        deadline: Duration,
        controls: Option<Controls>,
        networked: bool,
    ) -> Self {
        let docked = device::printer::Docked::new(printer, deadline, std::thread::sleep);
        let dock = crate::dock::Handles::new(controls, docked.controls(), networked);
        let printer = Arc::new(Attended::start(Box::new(docked), deadline, printer_changed));
        Self { camera, face_camera, printer, speaker, dock }
    }

    #[cfg(not(any(debug_assertions, feature = "dock")))]
    fn with(
        (camera, face_camera): (Arc<Camera>, Option<Arc<Camera>>),
        (printer, speaker): (Box<dyn Printer>, Arc<dyn Speaker>),
        deadline: Duration,
        _: Option<Controls>,
        _: bool,
    ) -> Self {
        let printer = Arc::new(Attended::start(printer, deadline, printer_changed));
        Self { camera, face_camera, printer, speaker }
    }

    /// The cameras: for documents, and for faces where they have one of their own.
    pub(crate) fn cameras(&self) -> impl Iterator<Item = &Arc<Camera>> {
        std::iter::once(&self.camera).chain(&self.face_camera)
    }

    /// The camera for documents, or for faces.
    pub(crate) fn camera_for(&self, face: bool) -> &Arc<Camera> {
        self.face_camera.as_ref().filter(|_| face).unwrap_or(&self.camera)
    }

    /// Whether packets can be carried out; only the dock says no by itself, otherwise the delivery finds out.
    pub(crate) fn network_is_up(&self) -> bool {
        #[cfg(any(debug_assertions, feature = "dock"))]
        return self.dock.network_is_up();
        #[cfg(not(any(debug_assertions, feature = "dock")))]
        true
    }
}

/// The printer that is configured. Opened with each slip, and to see how it is.
fn printer(config: &Config, deadline: Duration, data: &Path) -> Result<Box<dyn Printer>> {
    let settings = &config.printer;
    let device = settings.device.as_deref();
    Ok(match settings.connection {
        PrinterConnection::Usb => {
            let choice = device.map_or(Ok(UsbChoice::First), str::parse);
            let choice = choice.map_err(|()| anyhow!("printer.device names no USB printer"))?;
            Box::new(UsbPrinter::new(choice, deadline).asked(settings.asked))
        }
        PrinterConnection::Serial => {
            let path = device.context("the printer has no device")?.into();
            let flow = match settings.flow {
                None | Some(PrinterFlow::None) => Flow::None,
                Some(PrinterFlow::Hardware) => Flow::Hardware,
                Some(PrinterFlow::Software) => Flow::Software,
            };
            let printer = SerialPrinter::new(path, settings.baud.unwrap_or(115_200), flow, deadline);
            Box::new(printer.context("printer.baud is no speed of a serial line")?.asked(settings.asked))
        }
        PrinterConnection::Tcp => {
            let address = settings.address.clone().context("the printer has no address")?;
            Box::new(TcpPrinter::new(address, deadline).asked(settings.asked))
        }
        PrinterConnection::Cups => {
            let queue = settings.queue.as_deref().context("the printer has no queue")?;
            let media = match settings.paper_mm {
                PaperWidth::A4 => Media::A4,
                width => Media::Roll(width.into()),
            };
            Box::new(IppPrinter::new(queue, media, deadline).context("printer.queue is no address of IPP")?)
        }
        PrinterConnection::File => {
            let folder = settings.folder.as_ref().context("the printer has no folder")?;
            Box::new(FilePrinter { folder: data.join(folder) })
        }
    })
}

fn printer_changed(status: Status) {
    let disposition = if status.prints().is_ok() { "success" } else { "failure" };
    info!(role = "kiosk", disposition, is:? = status; "printer");
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

/// A camera that is configured, and handles of a simulated one. `not` is there for something else.
fn camera(
    camera: &kiosk_config::Camera,
    files: &Path,
    not: Option<String>,
) -> Result<(Arc<Camera>, Option<Controls>)> {
    let turn = match camera.turn {
        Turn::None => Turned::None,
        Turn::Right => Turned::Right,
        Turn::Around => Turned::Around,
        Turn::Left => Turned::Left,
    };
    let limits = Deadlines::default();
    Ok(match camera.source {
        CameraSource::Device => {
            let device = camera.device.clone();
            let source = move || Decoded::new(V4l::new(device.clone()).but_not(not.clone()), turn);
            (Arc::new(Camera::start(move || Box::new(source()), limits)), None)
        }
        CameraSource::Folder => {
            let folder = camera.folder.as_ref().context("the camera has no folder")?;
            let source = Folder::new(files.join(folder));
            let controls = controls(&source);
            (Arc::new(Camera::start(move || Box::new(source.clone()), limits)), Some(controls))
        }
    })
}

/// What this machine speaks with.
pub(crate) fn voice(config: &Config, files: &Path) -> Setup {
    let voice = &config.voice;
    Setup {
        device: voice.device.clone(),
        headphones: voice.headphones.clone(),
        words_per_minute: voice.words_per_minute,
        clips: voice.clips.as_ref().map(|clips| files.join(clips)),
    }
}
