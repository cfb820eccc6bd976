//! A camera that sends bytes, good and bad: what the supervisor, the decoder and the people before the screen make of
//! them. No sleeping, only waiting for changes.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use device::camera::{
    Camera, CameraError, Deadlines, Frame, View,
    coded::{Coded, Coding, Decoded, Format, Turn},
};
use image::{Rgb, RgbImage};
use std::{
    borrow::Cow,
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver},
    },
    time::Duration,
};

/// Long enough for a busy machine; nothing waits it out unless it fails.
const PATIENCE: Duration = Duration::from_secs(20);
const SECOND: Duration = Duration::from_secs(1);
const LIMITS: Deadlines = Deadlines {
    first: Duration::from_secs(5),
    next: Duration::from_secs(5),
    still: Duration::from_secs(30),
    pause: Duration::from_millis(1),
    longest_pause: Duration::from_millis(4),
};
const SMALL: Format = Format { coding: Coding::Mjpg, width: 64, height: 48, per_second: 30 };

type Bytes = Result<Vec<u8>, CameraError>;

/// What is plugged in one after the other: how it opens, and its buffers, of which the last is repeated.
struct Plugged {
    opens: Result<Format, CameraError>,
    buffers: Vec<Bytes>,
}

/// The bytes of one try after the other; whatever is plugged in last stays.
#[derive(Clone)]
struct Wire {
    plugged: Arc<Mutex<VecDeque<Arc<Plugged>>>>,
    now: Option<Arc<Plugged>>,
    sent: usize,
}

impl Coded for Wire {
    fn open(&mut self) -> Result<Format, CameraError> {
        let mut plugged = self.plugged.lock().unwrap();
        let now = if plugged.len() > 1 { plugged.pop_front() } else { plugged.front().cloned() }.unwrap();
        (self.now, self.sent) = (Some(now.clone()), 0);
        now.opens
    }

    fn buffer(&mut self) -> Result<Cow<'_, [u8]>, CameraError> {
        let buffers = &self.now.as_ref().unwrap().buffers;
        let buffer = &buffers[self.sent.min(buffers.len() - 1)];
        self.sent += 1;
        buffer.as_ref().map(|bytes| Cow::Borrowed(bytes.as_slice())).map_err(|error| *error)
    }

    fn close(&mut self) {
        self.now = None;
    }

    fn name(&self) -> String {
        "a wire".into()
    }
}

fn wired(plugged: Vec<Plugged>, limits: Deadlines) -> (Camera, Receiver<View>) {
    let plugged = Arc::new(Mutex::new(plugged.into_iter().map(Arc::new).collect()));
    let wire = Wire { plugged, now: None, sent: 0 };
    let camera = Camera::start(move || Box::new(Decoded::new(wire.clone(), Turn::None)), limits);
    let (tell, views) = mpsc::channel();
    camera.on_change(move |view| {
        let _ = tell.send(view);
    });
    camera.wanted(true);
    (camera, views)
}

fn sending(buffers: Vec<Bytes>) -> Plugged {
    Plugged { opens: Ok(SMALL), buffers }
}

fn failing(error: CameraError) -> Plugged {
    Plugged { opens: Err(error), buffers: vec![Err(error)] }
}

fn wait_for(views: &Receiver<View>, wanted: View) {
    while views.recv_timeout(PATIENCE).unwrap() != wanted {}
}

fn picture(top: [u8; 3]) -> RgbImage {
    RgbImage::from_fn(64, 48, |_, y| Rgb(if y < 24 { top } else { [250; 3] }))
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    document::encode_page(picture, 100_000).unwrap().jpeg
}

/// Everything that a cable, a hub or a firmware makes of a picture.
fn garbage() -> Vec<(&'static str, Vec<u8>)> {
    let whole = jpeg(&picture([200, 40, 40]));
    let scan = whole.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap();
    let mut no_header = whole.clone();
    no_header[..scan].fill(0);
    vec![
        ("nothing", vec![]),
        ("zeroes", vec![0; whole.len()]),
        ("cut off", whole[..whole.len() / 2].to_vec()),
        ("only its header", whole[..scan].to_vec()),
        ("zeroes for a header", no_header),
        ("markers alone", vec![0xff, 0xd8, 0xff, 0xda, 0xff, 0xd9]),
        ("all green", jpeg(&RgbImage::from_pixel(64, 48, Rgb([0, 135, 0])))),
        ("all grey", jpeg(&RgbImage::from_pixel(64, 48, Rgb([128; 3])))),
        ("text", b"HTTP/1.1 404 Not Found".repeat(40)),
    ]
}

#[test]
fn no_garbage_is_shown_and_a_little_of_it_is_passed_over() {
    let good = jpeg(&picture([200, 40, 40]));
    for (what, bytes) in garbage() {
        let buffers = [vec![Ok(bytes); 5], vec![Ok(good.clone())]].concat();
        let (camera, views) = wired(vec![sending(buffers)], LIMITS);
        assert_eq!(views.recv_timeout(PATIENCE).unwrap(), View::Live, "{what}");
        let shown = camera.newest_after(0, PATIENCE).unwrap();
        assert_eq!(shown.picture, document::decode(&good).unwrap(), "{what}");
    }
}

#[test]
fn nothing_but_garbage_is_a_failure_until_the_camera_recovers() {
    for (what, bytes) in garbage() {
        let good = jpeg(&picture([40, 40, 200]));
        let (_camera, views) = wired(vec![sending(vec![Ok(bytes)]), sending(vec![Ok(good)])], LIMITS);
        let first = views.recv_timeout(PATIENCE).unwrap();
        assert_eq!(first, View::Missing(CameraError::BadFrame), "{what}");
        wait_for(&views, View::Live);
    }
}

#[test]
fn a_buffer_that_nobody_wrote_into_is_no_green_picture() {
    let yuyv = Format { coding: Coding::Yuyv, ..SMALL };
    let zeroes = vec![0; 64 * 48 * 2];
    let short = vec![90; 64 * 48];
    for bytes in [zeroes, short] {
        let plugged = Plugged { opens: Ok(yuyv), buffers: vec![Ok(bytes)] };
        let (_camera, views) = wired(vec![plugged], LIMITS);
        assert_eq!(views.recv_timeout(PATIENCE).unwrap(), View::Missing(CameraError::BadFrame));
    }
}

#[test]
fn another_camera_in_its_place_is_taken_as_it_is() {
    let other = Format { coding: Coding::Yuyv, width: 32, height: 16, per_second: 10 };
    let bytes: Vec<u8> = (0..32 * 16 * 2).map(|byte| (byte % 200) as u8 + 16).collect();
    let (camera, views) = wired(
        vec![
            sending(vec![Ok(jpeg(&picture([200, 40, 40]))), Err(CameraError::Unplugged)]),
            failing(CameraError::NotFound),
            failing(CameraError::Busy),
            Plugged { opens: Ok(other), buffers: vec![Ok(bytes)] },
        ],
        LIMITS,
    );
    let mut missing = vec![];
    while missing.len() < 3 {
        match views.recv_timeout(PATIENCE).unwrap() {
            View::Missing(error) => missing.push(error),
            _ => assert!(missing.is_empty(), "it came back too early"),
        }
    }
    assert_eq!(missing, [CameraError::Unplugged, CameraError::NotFound, CameraError::Busy]);
    wait_for(&views, View::Live);
    assert_eq!(camera.newest_after(0, PATIENCE).unwrap().picture.dimensions(), (32, 16));
}

#[test]
fn a_camera_that_repeats_its_last_picture_is_opened_afresh() {
    let hasty = Deadlines { still: Duration::from_millis(50), ..LIMITS };
    let moving = |_| Ok(jpeg(&picture([200, NEXT.fetch_add(1, Ordering::Relaxed) as u8, 40])));
    let frozen = sending((0..10).map(moving).collect());
    let lively = sending((0..250).map(moving).chain([Err(CameraError::Unplugged)]).collect());
    let (_camera, views) = wired(vec![frozen, lively, failing(CameraError::NotFound)], hasty);
    wait_for(&views, View::Live);
    assert_eq!(views.recv_timeout(PATIENCE).unwrap(), View::Missing(CameraError::Frozen));
    wait_for(&views, View::Live);
    // It is not taken for frozen any more: what comes next is the end of its script.
    wait_for(&views, View::Missing(CameraError::Unplugged));
}

static NEXT: AtomicU64 = AtomicU64::new(0);

#[test]
fn a_covered_lens_is_no_frozen_camera() {
    let hasty = Deadlines { still: Duration::ZERO, ..LIMITS };
    let covered = vec![Ok(jpeg(&RgbImage::new(64, 48))); 300];
    let script = [covered, vec![Err(CameraError::Unplugged)]].concat();
    let (_camera, views) = wired(vec![sending(script), failing(CameraError::NotFound)], hasty);
    let seen: Vec<View> = (0..2).map(|_| views.recv_timeout(PATIENCE).unwrap()).collect();
    assert_eq!(seen, [View::Live, View::Missing(CameraError::Unplugged)]);
}

#[test]
fn pictures_are_turned_upright() {
    let upright = |turn| {
        let buffers = vec![Ok(jpeg(&picture([10, 10, 10])))];
        let plugged = Arc::new(Mutex::new(VecDeque::from([Arc::new(sending(buffers))])));
        let wire = Wire { plugged, now: None, sent: 0 };
        let camera = Camera::start(move || Box::new(Decoded::new(wire.clone(), turn)), LIMITS);
        camera.wanted(true);
        camera.newest_after(0, PATIENCE).unwrap()
    };
    let dark = |frame: &Frame, x, y| frame.picture.get_pixel(x, y).0[0] < 100;
    let (none, right) = (upright(Turn::None), upright(Turn::Right));
    let (around, left) = (upright(Turn::Around), upright(Turn::Left));
    assert_eq!((right.picture.dimensions(), left.picture.dimensions()), ((48, 64), (48, 64)));
    assert!(dark(&none, 32, 5) && dark(&around, 32, 43) && dark(&right, 43, 32) && dark(&left, 5, 32));
}

#[test]
fn pictures_of_all_cameras_are_numbered_together() {
    let one = wired(vec![sending(vec![Ok(jpeg(&picture([9, 9, 200])))])], LIMITS).0;
    let last = one.newest_after(0, PATIENCE).unwrap().seq;
    drop(one);
    // A window that asks for newer pictures than it has goes on when another camera is before it.
    let other = wired(vec![sending(vec![Ok(jpeg(&picture([9, 200, 9])))])], LIMITS).0;
    assert!(other.newest_after(last, PATIENCE).unwrap().seq > last);
    assert!(other.newest_after(u64::MAX, Duration::ZERO).is_none());
    assert!(other.newest_after(last, SECOND).is_some());
}
