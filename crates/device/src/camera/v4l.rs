//! A camera of this machine, through nokhwa and Video4Linux.
//!
//! The format is picked here, from the listed ones: what drivers choose by themselves is small or slow. Pictures
//! come raw, as MJPG or YUYV. Waiting for a picture has a time limit of its own, so that a stalled device is let go
//! and opened afresh; the supervisor's deadline is for calls that cannot be interrupted. A thread that is stuck in one
//! holds the device, which is then busy for the next try, until it answers or is unplugged.

mod within;

use super::{
    CameraError,
    coded::{Coded, Coding, Format},
};
use ::v4l::{
    Device, FourCC,
    video::{Capture, capture::Parameters},
};
use nokhwa::{
    Camera, NokhwaError,
    utils::{
        ApiBackend, CameraFormat, CameraIndex, FrameFormat, RequestedFormat, RequestedFormatType, Resolution,
    },
};
use std::{
    borrow::Cow,
    cmp::Reverse,
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};
use within::within;

/// Below the deadlines of [`super::Deadlines`], so that the driver is asked to stop before its thread is given up.
const FIRST_PICTURE: Duration = Duration::from_millis(2600);
const NEXT_PICTURE: Duration = Duration::from_millis(1200);
/// Listed formats that are tried; some drivers list what they refuse.
const TRIES: usize = 8;

/// Where udev keeps names of cameras that stay: by maker, model and serial number, and by socket.
const STABLE: [&str; 2] = ["/dev/v4l/by-id", "/dev/v4l/by-path"];

/// A camera that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its node, such as `/dev/video0`; it may be another one after the next start.
    pub path: PathBuf,
    /// What it calls itself.
    pub name: String,
    /// Names that stay: `usb-046d_HD_Pro_Webcam_C920_4C1B5E6F-video-index0` follows the camera to another socket,
    /// `pci-0000:00:14.0-usb-0:3:1.0-video-index0` stays with the socket.
    pub ids: Vec<String>,
}

impl Found {
    /// Whether it is meant: by its node or a link to it where `wanted` is a path, else by a part of its name or of one of
    /// its ids, in capital letters or not.
    fn is(&self, wanted: &str) -> bool {
        if wanted.starts_with('/') {
            return fs::canonicalize(wanted).is_ok_and(|path| path == self.path);
        }
        let wanted = wanted.to_lowercase();
        std::iter::once(&self.name).chain(&self.ids).any(|name| name.to_lowercase().contains(&wanted))
    }
}

/// A camera of this machine.
pub struct V4l {
    wanted: Option<String>,
    not: Option<String>,
    open: Option<Open>,
}

struct Open {
    camera: Camera,
    found: Found,
    limit: Duration,
}

impl V4l {
    /// The camera that is meant by its node, a link to it, or part of its name or of a stable id (`/dev/v4l/by-id`,
    /// `by-path`); `None` takes the best one. Where several are meant, it is the best of them.
    pub fn new(wanted: Option<String>) -> Self {
        Self { wanted, not: None, open: None }
    }

    /// Leaves this one alone, since it is there for something else.
    #[must_use]
    pub fn but_not(self, not: Option<String>) -> Self {
        Self { not, ..self }
    }
}

/// Cameras of this machine that offer a format that is understood, in the order of their nodes, with those that
/// another program uses.
pub fn list() -> Vec<Found> {
    let is_camera = |index: &u32| matches!(look(*index), Ok(_) | Err(CameraError::Busy));
    nodes().into_iter().filter(|(index, _)| is_camera(index)).map(|(_, found)| found).collect()
}

impl Coded for V4l {
    fn open(&mut self) -> Result<Format, CameraError> {
        let (mut camera, offers, found) = self.best()?;
        let format = choose(&mut camera, &offers)?;
        camera.open_stream().map_err(failed)?;
        self.open = Some(Open { camera, found, limit: FIRST_PICTURE });
        Ok(format)
    }

    fn buffer(&mut self) -> Result<Cow<'_, [u8]>, CameraError> {
        let open = self.open.as_mut().ok_or(CameraError::Unplugged)?;
        let limit = std::mem::replace(&mut open.limit, NEXT_PICTURE);
        within(limit, || open.camera.frame_raw()).map_err(failed)
    }

    fn close(&mut self) {
        self.open = None;
    }

    fn name(&self) -> String {
        let Some(Open { found, .. }) = &self.open else { return String::new() };
        let id = found.ids.first().map_or(String::new(), |id| format!(", {id}"));
        format!("{} ({}{id})", found.name, found.path.display())
    }
}

impl V4l {
    /// The wanted device, or the one with the best offer, with its offers, the best first.
    fn best(&self) -> Result<(Camera, Vec<Format>, Found), CameraError> {
        let mut trouble = CameraError::NotFound;
        let mut best: Option<(Camera, Vec<Format>, Found)> = None;
        for (index, found) in nodes() {
            let meant = match (&self.wanted, &self.not) {
                (Some(wanted), _) => found.is(wanted),
                (None, Some(not)) => !found.is(not),
                (None, None) => true,
            };
            if !meant {
                continue;
            }
            match look(index) {
                Ok((camera, offers)) => {
                    if best.as_ref().is_none_or(|(_, others, _)| others[0].rank() < offers[0].rank()) {
                        best = Some((camera, offers, found));
                    }
                }
                // Most cameras have nodes besides the one that captures.
                Err(CameraError::NoFormat)
                    if !self.wanted.as_ref().is_some_and(|wanted| wanted.starts_with('/')) => {}
                Err(error) => trouble = error,
            }
        }
        best.ok_or(trouble)
    }
}

/// Video nodes and their numbers, in that order, also those that capture nothing.
fn nodes() -> Vec<(u32, Found)> {
    let queried = nokhwa::query(ApiBackend::Video4Linux).unwrap_or_default();
    let links: Vec<_> = STABLE.iter().flat_map(|folder| links(Path::new(folder))).collect();
    let mut nodes: Vec<_> = queried
        .into_iter()
        .filter_map(|about| {
            let index = about.index().as_index().ok()?;
            let path = PathBuf::from(format!("/dev/video{index}"));
            let ids = links.iter().filter(|(_, node)| *node == path).map(|(name, _)| name.clone()).collect();
            Some((index, Found { path, name: about.human_name(), ids }))
        })
        .collect();
    nodes.sort_by_key(|(index, _)| *index);
    nodes.dedup_by_key(|(index, _)| *index);
    nodes
}

/// Names of the links in a folder, and what they lead to.
fn links(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut links: Vec<_> = entries
        .filter_map(|link| Some((link.file_name().into_string().ok()?, fs::canonicalize(link.path()).ok()?)))
        .collect();
    links.sort();
    links
}

/// Opens a camera in any format. Its offers are at least one, the best first.
fn look(index: u32) -> Result<(Camera, Vec<Format>), CameraError> {
    let formats = Coding::ALL.map(called);
    let any = RequestedFormat::with_formats(RequestedFormatType::None, &formats);
    let open =
        || Camera::with_backend(CameraIndex::Index(index), any, ApiBackend::Video4Linux).map_err(failed);
    let mut camera = match open() {
        Err(CameraError::NoFormat) => {
            settle(index)?;
            open()?
        }
        camera => camera?,
    };
    let mut offers = vec![];
    for coding in Coding::ALL {
        // What it does not offer cannot be listed.
        for (size, rates) in camera.compatible_list_by_resolution(called(coding)).unwrap_or_default() {
            let (width, height) = (size.width(), size.height());
            offers.extend(rates.into_iter().map(|per_second| Format { coding, width, height, per_second }));
        }
    }
    offers.sort_by_key(|offer| Reverse(offer.rank()));
    if offers.is_empty() { Err(CameraError::NoFormat) } else { Ok((camera, offers)) }
}

/// Lets a camera stand at a coding that is understood and at a whole number of pictures a second.
///
/// nokhwa opens no device that stands at anything else, where another program may have left it, and changes nothing
/// of a device that it has not opened. So this asks Video4Linux.
fn settle(index: u32) -> Result<(), CameraError> {
    let device = Device::new(index as usize).map_err(unopened)?;
    let codings = Coding::ALL.map(|coding| FourCC::new(&coding.code()));
    let listed = device.enum_formats().map_err(unopened)?;
    let mut format = device.format().map_err(unopened)?;
    if !codings.contains(&format.fourcc) {
        let understood = listed.iter().find(|listed| codings.contains(&listed.fourcc));
        format.fourcc = understood.ok_or(CameraError::NoFormat)?.fourcc;
        device.set_format(&format).map_err(unopened)?;
    }
    device.set_params(&Parameters::with_fps(30)).map_err(unopened)?;
    Ok(())
}

/// Sets the best offer that the camera keeps to.
fn choose(camera: &mut Camera, offers: &[Format]) -> Result<Format, CameraError> {
    for offer in offers.iter().take(TRIES) {
        let formats = [called(offer.coding)];
        let size = Resolution::new(offer.width, offer.height);
        let format = CameraFormat::new(size, formats[0], offer.per_second);
        let exact = RequestedFormat::with_formats(RequestedFormatType::Exact(format), &formats);
        match camera.set_camera_requset(exact).map_err(failed) {
            Ok(_) => return Ok(*offer),
            Err(CameraError::NoFormat) => log::debug!("the camera refuses what it lists: {offer:?}"),
            Err(error) => return Err(error),
        }
    }
    Err(CameraError::NoFormat)
}

/// As nokhwa calls it.
fn called(coding: Coding) -> FrameFormat {
    match coding {
        Coding::Mjpg => FrameFormat::MJPEG,
        Coding::Yuyv => FrameFormat::YUYV,
    }
}

fn unopened(error: io::Error) -> CameraError {
    from_code(error.raw_os_error()).unwrap_or(CameraError::Failed)
}

/// nokhwa tells the system's error only in words, and its own refusals without a number.
fn failed(error: NokhwaError) -> CameraError {
    let words = error.to_string();
    let code = words.rsplit_once("(os error ").and_then(|(_, rest)| rest.split(')').next()?.parse().ok());
    match (from_code(code), &error) {
        (Some(known), _) => known,
        (None, NokhwaError::GetPropertyError { .. } | NokhwaError::SetPropertyError { .. })
            if code.is_none() =>
        {
            CameraError::NoFormat
        }
        _ => {
            log::warn!("camera: {words}");
            CameraError::Failed
        }
    }
}

fn from_code(code: Option<i32>) -> Option<CameraError> {
    use nix::errno::Errno;
    Some(match Errno::from_raw(code?) {
        Errno::ENOENT | Errno::ENXIO => CameraError::NotFound,
        Errno::EACCES | Errno::EPERM => CameraError::NotAllowed,
        Errno::EINTR => CameraError::Stuck,
        Errno::EBUSY => CameraError::Busy,
        Errno::ENODEV => CameraError::Unplugged,
        // A node that does not capture.
        Errno::EINVAL | Errno::ENOTTY => CameraError::NoFormat,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_errors_are_read_from_words() {
        let open = |code| {
            let error = io::Error::from_raw_os_error(code);
            failed(NokhwaError::OpenDeviceError("0".into(), format!("V4L2 Error: {error}")))
        };
        assert_eq!(open(2), CameraError::NotFound);
        assert_eq!(open(13), CameraError::NotAllowed);
        assert_eq!(open(16), CameraError::Busy);
        assert_eq!(open(5), CameraError::Failed);
        let frame =
            |code| failed(NokhwaError::ReadFrameError(io::Error::from_raw_os_error(code).to_string()));
        assert_eq!(frame(4), CameraError::Stuck);
        assert_eq!(frame(19), CameraError::Unplugged);
    }

    #[test]
    fn a_refusal_of_the_library_is_no_format() {
        let refused =
            |error: &str| failed(NokhwaError::GetPropertyError { property: "x".into(), error: error.into() });
        assert_eq!(refused("Framerate not whole number: 30000 / 1001"), CameraError::NoFormat);
        assert_eq!(refused("Device or resource busy (os error 16)"), CameraError::Busy);
        assert_eq!(failed(NokhwaError::GeneralError("Failed to lock device".into())), CameraError::Failed);
    }

    #[test]
    fn a_camera_is_meant_by_name_node_link_or_id() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for node in ["video0", "video1"] {
            fs::write(at(node), b"").unwrap();
        }
        let id = "usb-046d_HD_Pro_Webcam_C920_4C1B5E6F-video-index0";
        std::os::unix::fs::symlink("video0", at(id)).unwrap();
        std::os::unix::fs::symlink("gone", at("usb-gone-video-index0")).unwrap();
        let ids =
            links(folder.path()).into_iter().filter(|(name, path)| name != "video0" && *path == at("video0"));
        let path = fs::canonicalize(at("video0")).unwrap();
        let camera =
            Found { path, name: "HD Pro Webcam C920".into(), ids: ids.map(|(name, _)| name).collect() };
        assert_eq!(camera.ids, [id]);
        for wanted in ["C920", "c920", "4C1B5E6F", id] {
            assert!(camera.is(wanted), "{wanted}");
        }
        assert!(camera.is(&at("video0").to_string_lossy()) && camera.is(&at(id).to_string_lossy()));
        for other in ["video1", "usb-gone-video-index0", "no-such-link"] {
            assert!(!camera.is(&at(other).to_string_lossy()), "{other}");
        }
        assert!(!camera.is("C930") && !camera.is("video1"));

        // Plugged in again, it got another number, and its link leads there.
        fs::remove_file(at(id)).unwrap();
        std::os::unix::fs::symlink("video1", at(id)).unwrap();
        assert!(!camera.is(&at(id).to_string_lossy()));
    }
}
