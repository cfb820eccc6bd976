//! A camera of this machine, through nokhwa and Video4Linux.
//!
//! The format is picked here, from the listed ones: what drivers choose by themselves is small or slow. Pictures
//! come raw, as MJPG or YUYV. Waiting for a picture has a time limit of its own, so that a stalled device is let go
//! and opened afresh; the supervisor's deadline is for calls that cannot be interrupted. A thread that is stuck in one
//! holds the device, which is then busy for the next try, until it answers or is unplugged.

mod format;
mod within;

use super::{CameraError, Source};
use ::v4l::{
    Device, FourCC,
    video::{Capture, capture::Parameters},
};
use format::{Coding, Offer};
use image::{DynamicImage, RgbImage};
use nokhwa::{
    Camera, NokhwaError,
    utils::{ApiBackend, CameraIndex, RequestedFormat, RequestedFormatType},
};
use std::{cmp::Reverse, io, path::PathBuf, time::Duration};
use within::within;

/// Below the deadlines of [`super::Deadlines`], so that the driver is asked to stop before its thread is given up.
const FIRST_PICTURE: Duration = Duration::from_millis(2600);
const NEXT_PICTURE: Duration = Duration::from_millis(1200);
/// Listed formats that are tried; some drivers list what they refuse.
const TRIES: usize = 8;

/// A camera that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its node, such as `/dev/video0`.
    pub path: PathBuf,
    /// What it calls itself.
    pub name: String,
}

/// Quarter turns clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// As it comes.
    #[default]
    None,
    /// 90° clockwise.
    Right,
    /// 180°.
    Around,
    /// 270° clockwise.
    Left,
}

/// A camera of this machine.
pub struct V4l {
    device: Option<String>,
    turn: Turn,
    open: Option<(Camera, Offer)>,
    limit: Duration,
}

impl V4l {
    /// The camera whose name contains `device` or whose node it is; `None` takes the best one.
    pub fn new(device: Option<String>, turn: Turn) -> Self {
        Self { device, turn, open: None, limit: FIRST_PICTURE }
    }
}

/// Cameras of this machine that offer a format that is understood, in the order of their nodes, with those that
/// another program uses.
pub fn list() -> Vec<Found> {
    let is_camera = |index: &u32| matches!(look(*index), Ok(_) | Err(CameraError::Busy));
    nodes().into_iter().filter(|(index, _)| is_camera(index)).map(|(_, found)| found).collect()
}

impl Source for V4l {
    fn open(&mut self) -> Result<(), CameraError> {
        let (mut camera, offers) = self.best()?;
        let offer = choose(&mut camera, &offers)?;
        camera.open_stream().map_err(failed)?;
        log::info!("camera opened: {} × {}, {:?}", offer.width, offer.height, offer.coding);
        (self.open, self.limit) = (Some((camera, offer)), FIRST_PICTURE);
        Ok(())
    }

    fn frame(&mut self) -> Result<RgbImage, CameraError> {
        let (camera, offer) = self.open.as_mut().ok_or(CameraError::Unplugged)?;
        let buffer = within(self.limit, || camera.frame_raw()).map_err(failed)?;
        self.limit = NEXT_PICTURE;
        let picture = match offer.coding {
            Coding::Mjpg => format::from_mjpg(&buffer),
            Coding::Yuyv => format::from_yuyv(&buffer, offer.width, offer.height),
        };
        let picture = picture.ok_or(CameraError::BadFrame)?;
        Ok(match self.turn {
            Turn::None => picture,
            Turn::Right => DynamicImage::from(picture).rotate90().into_rgb8(),
            Turn::Around => DynamicImage::from(picture).rotate180().into_rgb8(),
            Turn::Left => DynamicImage::from(picture).rotate270().into_rgb8(),
        })
    }

    fn close(&mut self) {
        self.open = None;
    }
}

impl V4l {
    /// The wanted device, or the one with the best offer, with its offers, the best first.
    fn best(&self) -> Result<(Camera, Vec<Offer>), CameraError> {
        let mut trouble = CameraError::NotFound;
        let mut best: Option<(Camera, Vec<Offer>)> = None;
        for (index, found) in nodes() {
            let by_node =
                self.device.as_ref().is_some_and(|wanted| found.path.as_os_str() == wanted.as_str());
            if !by_node && self.device.as_ref().is_some_and(|wanted| !found.name.contains(wanted.as_str())) {
                continue;
            }
            match look(index) {
                Ok((camera, offers)) => {
                    if best.as_ref().is_none_or(|(_, others)| others[0].rank() < offers[0].rank()) {
                        best = Some((camera, offers));
                    }
                }
                // Most cameras have nodes besides the one that captures.
                Err(CameraError::NoFormat) if !by_node => {}
                Err(error) => trouble = error,
            }
        }
        best.ok_or(trouble)
    }
}

/// Video nodes and their numbers, in that order, also those that capture nothing.
fn nodes() -> Vec<(u32, Found)> {
    let queried = nokhwa::query(ApiBackend::Video4Linux).unwrap_or_default();
    let found = |index| PathBuf::from(format!("/dev/video{index}"));
    let mut nodes: Vec<_> = queried
        .into_iter()
        .filter_map(|about| {
            let index = about.index().as_index().ok()?;
            Some((index, Found { path: found(index), name: about.human_name() }))
        })
        .collect();
    nodes.sort_by_key(|(index, _)| *index);
    nodes.dedup_by_key(|(index, _)| *index);
    nodes
}

/// Opens a camera in any format. Its offers are at least one, the best first.
fn look(index: u32) -> Result<(Camera, Vec<Offer>), CameraError> {
    let formats = Coding::ALL.map(Coding::format);
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
        for (size, rates) in camera.compatible_list_by_resolution(coding.format()).unwrap_or_default() {
            let (width, height) = (size.width(), size.height());
            offers.extend(rates.into_iter().map(|per_second| Offer { coding, width, height, per_second }));
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
fn choose(camera: &mut Camera, offers: &[Offer]) -> Result<Offer, CameraError> {
    for offer in offers.iter().take(TRIES) {
        let formats = [offer.coding.format()];
        let exact = RequestedFormat::with_formats(RequestedFormatType::Exact(offer.format()), &formats);
        match camera.set_camera_requset(exact).map_err(failed) {
            Ok(_) => return Ok(*offer),
            Err(CameraError::NoFormat) => log::debug!("the camera refuses what it lists: {offer:?}"),
            Err(error) => return Err(error),
        }
    }
    Err(CameraError::NoFormat)
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
}
