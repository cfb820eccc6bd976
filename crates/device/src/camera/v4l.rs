//! A camera of this machine, through Video4Linux.
//!
//! The format is picked here, from the listed ones: what drivers choose by themselves is small or slow. Pictures
//! come as MJPG or YUYV. Waiting for a picture has a time limit of its own, so that a stalled device is let go and
//! opened afresh; the supervisor's deadline is for drivers that do not keep it.

mod format;

use super::{CameraError, Source};
use ::v4l::{
    Device, Format as V4lFormat, FourCC,
    buffer::{Flags as BufferFlags, Type},
    capability::Flags,
    frameinterval::FrameIntervalEnum,
    framesize::FrameSizeEnum,
    io::{mmap::Stream, traits::CaptureStream},
    video::{Capture, capture::Parameters},
};
use format::{Coding, Offer};
use image::{DynamicImage, RgbImage};
use std::{fs, io, path::PathBuf, time::Duration};

/// Buffers that the driver may fill while a picture is worked on.
const BUFFERS: u32 = 4;
/// Below the deadlines of [`super::Deadlines`], so that the driver is asked to stop before its thread is given up.
const FIRST_PICTURE: Duration = Duration::from_millis(2600);
const NEXT_PICTURE: Duration = Duration::from_millis(1200);

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
    open: Option<Open>,
}

struct Open {
    stream: Stream<'static>,
    offer: Offer,
    /// Bytes from one row to the next, for [`Coding::Yuyv`].
    stride: usize,
}

impl V4l {
    /// The camera whose name contains `device` or whose node it is; `None` takes the best one.
    pub fn new(device: Option<String>, turn: Turn) -> Self {
        Self { device, turn, open: None }
    }
}

/// Cameras of this machine that offer a format that is understood, in the order of their nodes.
pub fn list() -> Vec<Found> {
    let with_offers = |(path, device)| {
        let (name, offers) = described(&device)?;
        (!offers.is_empty()).then_some(Found { path, name })
    };
    nodes()
        .into_iter()
        .filter_map(|path| Device::with_path(&path).ok().map(|device| (path, device)))
        .filter_map(with_offers)
        .collect()
}

impl Source for V4l {
    fn open(&mut self) -> Result<(), CameraError> {
        let (device, offer) = self.best()?;
        let asked = V4lFormat::new(offer.width, offer.height, FourCC::new(&offer.coding.code()));
        let got = device.set_format(&asked).map_err(failed)?;
        let coding = Coding::of(got.fourcc.repr).ok_or(CameraError::NoFormat)?;
        // Many drivers know one rate only and refuse to be asked.
        if let Err(error) = device.set_params(&Parameters::with_fps(offer.per_second.clamp(1, 30))) {
            log::debug!("the camera keeps its rate: {error}");
        }
        let mut stream = Stream::with_buffers(&device, Type::VideoCapture, BUFFERS).map_err(failed)?;
        stream.set_timeout(FIRST_PICTURE);
        let offer = Offer { coding, width: got.width, height: got.height, ..offer };
        log::info!("camera opened: {} × {}, {coding:?}", offer.width, offer.height);
        self.open = Some(Open { stream, offer, stride: got.stride as usize });
        Ok(())
    }

    fn frame(&mut self) -> Result<RgbImage, CameraError> {
        let open = self.open.as_mut().ok_or(CameraError::Unplugged)?;
        let (buffer, about) = open.stream.next().map_err(failed)?;
        if about.flags.contains(BufferFlags::ERROR) {
            return Err(CameraError::BadFrame);
        }
        let used = match about.bytesused as usize {
            0 => buffer,
            used => buffer.get(..used).unwrap_or(buffer),
        };
        let Offer { coding, width, height, .. } = open.offer;
        let picture = match coding {
            Coding::Mjpg => format::from_mjpg(used),
            Coding::Yuyv => format::from_yuyv(used, width, height, open.stride),
        };
        open.stream.set_timeout(NEXT_PICTURE);
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
    /// The wanted device, or the one with the best offer, with that offer.
    fn best(&self) -> Result<(Device, Offer), CameraError> {
        let mut trouble = CameraError::NotFound;
        let mut best: Option<(Device, Offer)> = None;
        for path in nodes() {
            let by_node = self.device.as_ref().is_some_and(|wanted| path.as_os_str() == wanted.as_str());
            let device = match Device::with_path(&path) {
                Ok(device) => device,
                Err(error) => {
                    if by_node || self.device.is_none() {
                        trouble = failed(error);
                    }
                    continue;
                }
            };
            let Some((name, offers)) = described(&device) else { continue };
            if !by_node && self.device.as_ref().is_some_and(|wanted| !name.contains(wanted.as_str())) {
                continue;
            }
            match offers.into_iter().max_by_key(Offer::rank) {
                Some(offer) if best.as_ref().is_none_or(|(_, other)| other.rank() < offer.rank()) => {
                    best = Some((device, offer));
                }
                Some(_) => {}
                None if by_node => trouble = CameraError::NoFormat,
                None => {}
            }
        }
        best.ok_or(trouble)
    }
}

/// `/dev/video*`, by number.
fn nodes() -> Vec<PathBuf> {
    let number =
        |path: &PathBuf| -> Option<u32> { path.file_name()?.to_str()?.strip_prefix("video")?.parse().ok() };
    let entries = fs::read_dir("/dev").into_iter().flatten().flatten();
    let mut nodes: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| number(path).is_some()).collect();
    nodes.sort_by_key(number);
    nodes
}

/// Name and offers of a node; `None` where it captures nothing, as the metadata nodes of most cameras do.
fn described(device: &Device) -> Option<(String, Vec<Offer>)> {
    let about = device.query_caps().ok()?;
    if !about.capabilities.contains(Flags::VIDEO_CAPTURE) {
        return None;
    }
    let mut offers = vec![];
    for described in device.enum_formats().ok()? {
        let Some(coding) = Coding::of(described.fourcc.repr) else { continue };
        for size in device.enum_framesizes(described.fourcc).unwrap_or_default() {
            let sizes = match size.size {
                FrameSizeEnum::Discrete(one) => vec![(one.width, one.height)],
                FrameSizeEnum::Stepwise(any) => format::sizes_between(
                    (any.min_width, any.min_height),
                    (any.max_width, any.max_height),
                    (any.step_width, any.step_height),
                ),
            };
            offers.extend(sizes.into_iter().map(|(width, height)| {
                let per_second = rate(device, described.fourcc, width, height);
                Offer { coding, width, height, per_second }
            }));
        }
    }
    Some((about.card, offers))
}

/// Most pictures a second at this size; 30 where the driver does not say.
fn rate(device: &Device, fourcc: FourCC, width: u32, height: u32) -> u32 {
    let intervals = device.enum_frameintervals(fourcc, width, height).unwrap_or_default();
    let shortest = intervals.into_iter().map(|interval| match interval.interval {
        FrameIntervalEnum::Discrete(one) => one,
        FrameIntervalEnum::Stepwise(any) => any.min,
    });
    shortest.map(|time| time.denominator / time.numerator.max(1)).max().unwrap_or(30)
}

fn failed(error: io::Error) -> CameraError {
    const ENXIO: i32 = 6;
    const EBUSY: i32 = 16;
    const ENODEV: i32 = 19;
    match (error.kind(), error.raw_os_error()) {
        (io::ErrorKind::NotFound, _) | (_, Some(ENXIO)) => CameraError::NotFound,
        (io::ErrorKind::PermissionDenied, _) => CameraError::NotAllowed,
        (io::ErrorKind::TimedOut, _) => CameraError::Stuck,
        (_, Some(EBUSY)) => CameraError::Busy,
        (_, Some(ENODEV)) => CameraError::Unplugged,
        _ => {
            log::warn!("camera: {error}");
            CameraError::Failed
        }
    }
}
