//! Cameras that hang, vanish and come back; photographs that are played; no sleeping, only waiting for changes.

#![cfg(any(feature = "dock", debug_assertions))]
#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use device::camera::{
    Camera, CameraError, Deadlines, Source, View,
    coded::{Decoded, Turn},
    folder::{Controls, Folder, SIZE, State},
    v4l,
};
use document::{Problem, judge};
use image::{DynamicImage, RgbImage};
use std::{
    collections::VecDeque,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    time::{Duration, Instant},
};

/// Long enough for a busy machine; nothing waits it out unless it fails.
const PATIENCE: Duration = Duration::from_secs(20);
const HASTY: Deadlines = Deadlines {
    first: Duration::from_millis(400),
    next: Duration::from_millis(300),
    still: Duration::from_secs(8),
    pause: Duration::from_millis(5),
    longest_pause: Duration::from_millis(20),
};

/// What a scripted camera does, call by call; then it sends pictures for ever.
enum Act {
    OpenFails(CameraError),
    OpenHangs(Receiver<()>),
    Picture,
    Fails(CameraError),
    Hangs(Receiver<()>),
    Panics,
}

#[derive(Default)]
struct Counts {
    made: AtomicUsize,
    opened: AtomicUsize,
    closed: AtomicUsize,
}

struct Scripted {
    script: VecDeque<Act>,
    counts: Arc<Counts>,
    closes: Sender<()>,
}

impl Source for Scripted {
    fn open(&mut self) -> Result<(), CameraError> {
        self.counts.opened.fetch_add(1, Ordering::SeqCst);
        match self.script.front() {
            Some(Act::OpenFails(error)) => Err(*error),
            Some(Act::OpenHangs(until)) => {
                let _ = until.recv();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn frame(&mut self) -> Result<RgbImage, CameraError> {
        match self.script.pop_front() {
            Some(Act::Fails(error)) => Err(error),
            Some(Act::Hangs(until)) => {
                let _ = until.recv();
                Ok(RgbImage::new(2, 2))
            }
            // Without the back-trace, which can take longer than the deadline.
            Some(Act::Panics) => std::panic::resume_unwind(Box::new("the driver panics")),
            _ => Ok(RgbImage::new(4, 3)),
        }
    }

    fn close(&mut self) {
        self.counts.closed.fetch_add(1, Ordering::SeqCst);
        let _ = self.closes.send(());
    }

    fn about(&self) -> String {
        "a script".into()
    }
}

/// A camera whose sources follow the scripts, one each, and then only send pictures.
struct Stage {
    camera: Camera,
    views: Receiver<View>,
    counts: Arc<Counts>,
    closes: Receiver<()>,
}

fn stage(scripts: Vec<Vec<Act>>) -> Stage {
    let scripts = Mutex::new(VecDeque::from(scripts));
    let counts = Arc::new(Counts::default());
    let (closes, closed) = mpsc::channel();
    let theirs = counts.clone();
    let camera = watched(move || {
        theirs.made.fetch_add(1, Ordering::SeqCst);
        let script = scripts.lock().unwrap().pop_front().unwrap_or_default().into();
        Box::new(Scripted { script, counts: theirs.clone(), closes: closes.clone() })
    });
    Stage { camera: camera.0, views: camera.1, counts, closes: closed }
}

fn watched(make: impl Fn() -> Box<dyn Source> + Send + Sync + 'static) -> (Camera, Receiver<View>) {
    watched_within(make, HASTY)
}

fn watched_within(
    make: impl Fn() -> Box<dyn Source> + Send + Sync + 'static,
    limits: Deadlines,
) -> (Camera, Receiver<View>) {
    let camera = Camera::start(make, limits);
    let (tell, views) = mpsc::channel();
    camera.on_change(move |view| {
        let _ = tell.send(view);
    });
    (camera, views)
}

fn wait_for(views: &Receiver<View>, wanted: View) {
    while views.recv_timeout(PATIENCE).unwrap() != wanted {}
}

#[test]
fn the_device_is_open_only_while_pictures_are_wanted() {
    let Stage { camera, views, counts, closes } = stage(vec![]);
    assert_eq!(camera.view(), View::Starting);
    assert!(camera.newest_after(0, Duration::from_millis(20)).is_none());
    assert_eq!(counts.made.load(Ordering::SeqCst), 0);

    camera.wanted(true);
    wait_for(&views, View::Live);
    let first = camera.newest_after(0, PATIENCE).unwrap();
    let second = camera.newest_after(first.seq, PATIENCE).unwrap();
    assert!(second.seq > first.seq);

    camera.wanted(false);
    assert_eq!(camera.view(), View::Starting);
    assert!(camera.newest_after(0, Duration::ZERO).is_none(), "a picture outlived its being wanted");
    closes.recv_timeout(PATIENCE).unwrap();

    camera.wanted(true);
    wait_for(&views, View::Live);
    assert!(camera.newest_after(0, PATIENCE).unwrap().seq > second.seq);
    drop(camera);
    closes.recv_timeout(PATIENCE).unwrap();
    assert_eq!(counts.opened.load(Ordering::SeqCst), counts.closed.load(Ordering::SeqCst));
}

#[test]
fn a_stuck_picture_is_abandoned_and_the_device_opened_afresh() {
    let (release, until) = mpsc::channel();
    let Stage { camera, views, counts, closes } = stage(vec![vec![Act::Picture, Act::Hangs(until)]]);
    camera.wanted(true);
    wait_for(&views, View::Live);
    wait_for(&views, View::Missing(CameraError::Stuck));
    wait_for(&views, View::Live);
    assert_eq!(counts.made.load(Ordering::SeqCst), 2);
    let newest = camera.newest_after(0, PATIENCE).unwrap();

    // The late picture of the abandoned thread is not shown, and it lets its device go.
    drop(release);
    closes.recv_timeout(PATIENCE).unwrap();
    let later = camera.newest_after(newest.seq, PATIENCE).unwrap();
    assert_eq!(later.picture.dimensions(), (4, 3));
    assert_eq!(camera.view(), View::Live);
}

#[test]
fn a_stuck_open_is_abandoned() {
    let (_release, until) = mpsc::channel();
    let Stage { camera, views, .. } = stage(vec![vec![Act::OpenHangs(until)]]);
    camera.wanted(true);
    wait_for(&views, View::Missing(CameraError::Stuck));
    wait_for(&views, View::Live);
}

#[test]
fn stuck_threads_do_not_pile_up() {
    let (releases, untils): (Vec<_>, Vec<_>) = (0..6).map(|_| mpsc::channel()).unzip();
    let scripts = untils.into_iter().map(|until| vec![Act::OpenHangs(until)]).collect();
    let Stage { camera, views, counts, .. } = stage(scripts);
    camera.wanted(true);
    wait_for(&views, View::Missing(CameraError::Stuck));
    let more_than_needed = HASTY.first * 8;
    assert!(camera.newest_after(0, more_than_needed).is_none());
    assert_eq!(counts.made.load(Ordering::SeqCst), 4);
    drop(releases);
    wait_for(&views, View::Live);
}

#[test]
fn each_failure_is_named_and_recovered_from() {
    use CameraError::{Busy, Failed, NotAllowed, NotFound, Unplugged};
    let Stage { camera, views, counts, .. } = stage(vec![
        vec![Act::OpenFails(NotFound)],
        vec![Act::OpenFails(Busy)],
        vec![Act::OpenFails(NotAllowed)],
        vec![Act::Picture, Act::Fails(Unplugged)],
        vec![Act::Picture, Act::Panics],
    ]);
    camera.wanted(true);
    let mut seen = vec![];
    while seen.last() != Some(&View::Missing(Failed)) {
        seen.push(views.recv_timeout(PATIENCE).unwrap());
    }
    wait_for(&views, View::Live);
    let missing: Vec<_> = seen.into_iter().filter(|view| matches!(view, View::Missing(_))).collect();
    assert_eq!(missing, [NotFound, Busy, NotAllowed, Unplugged, Failed].map(View::Missing));
    assert_eq!(counts.made.load(Ordering::SeqCst), 6);
}

#[test]
fn a_few_bad_pictures_are_passed_over_many_are_a_failure() {
    let bad = |count| (0..count).map(|_| Act::Fails(CameraError::BadFrame)).collect::<Vec<_>>();
    let Stage { camera, views, counts, .. } = stage(vec![bad(5)]);
    camera.wanted(true);
    assert_eq!(views.recv_timeout(PATIENCE).unwrap(), View::Live);
    assert_eq!(counts.made.load(Ordering::SeqCst), 1);

    let Stage { camera, views, .. } = stage(vec![bad(50)]);
    camera.wanted(true);
    wait_for(&views, View::Missing(CameraError::BadFrame));
    wait_for(&views, View::Live);
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/photos")
}

/// A camera that plays `folder` as fast as it can, with the deadlines of the product.
fn playing(folder: &Path) -> (Camera, Receiver<View>, Controls) {
    let source = Folder::new(folder).with_pace(Duration::from_millis(2));
    let controls = source.controls();
    let limits = Deadlines { pause: HASTY.pause, longest_pause: HASTY.longest_pause, ..Deadlines::default() };
    let (camera, views) = watched_within(move || Box::new(source.clone()), limits);
    camera.wanted(true);
    (camera, views, controls)
}

/// How far two pictures differ, in grey levels a pixel, seen from afar.
fn difference(a: &RgbImage, b: &RgbImage) -> u64 {
    let far = |picture: &RgbImage| DynamicImage::from(picture.clone()).thumbnail_exact(96, 54).into_rgb8();
    let (a, b) = (far(a), far(b));
    a.iter().zip(b.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum::<u64>() / a.len() as u64
}

fn sample(name: &str) -> RgbImage {
    document::decode(&fs::read(samples().join(format!("{name}.jpg"))).unwrap()).unwrap()
}

/// Waits for a picture that shows what is wanted.
fn until(camera: &Camera, shows: impl Fn(&RgbImage) -> bool) -> Arc<device::camera::Frame> {
    let end = Instant::now() + PATIENCE;
    let mut seq = 0;
    while Instant::now() < end {
        let frame = camera.newest_after(seq, PATIENCE).unwrap();
        if shows(&frame.picture) {
            return frame;
        }
        seq = frame.seq;
    }
    unreachable!("it was never shown");
}

#[test]
fn the_expected_document_is_played() {
    let (camera, _views, controls) = playing(&samples());
    assert_eq!(controls.photographs().len(), 8);
    for name in ["ktp", "kk", "photo"] {
        camera.expect(Some(name.into()));
        let frame = until(&camera, |picture| difference(picture, &sample(name)) < 4);
        assert_eq!(frame.picture.dimensions(), SIZE);
    }
    controls.photograph(Some("npwp".into()));
    until(&camera, |picture| difference(picture, &sample("npwp")) < 4);
    controls.photograph(None);
    until(&camera, |picture| difference(picture, &sample("photo")) < 4);
}

#[test]
fn several_photographs_take_turns() {
    let folder = tempfile::tempdir().unwrap();
    for (from, to) in [("ktp", "ktp"), ("kk", "ktp-2"), ("npwp", "other"), ("photo", "ktpx")] {
        fs::copy(samples().join(format!("{from}.jpg")), folder.path().join(format!("{to}.jpg"))).unwrap();
    }
    let mut source = Folder::new(folder.path()).with_pace(Duration::ZERO);
    source.expect(Some("ktp"));
    source.open().unwrap();
    let (ktp, kk) = (sample("ktp"), sample("kk"));
    let shown: Vec<_> = (0..300)
        .map(|_| source.frame().unwrap())
        .step_by(50)
        .map(|picture| (difference(&picture, &ktp) < 4, difference(&picture, &kk) < 4))
        .collect();
    assert_eq!(shown.iter().filter(|shown| **shown == (true, false)).count(), 4);
    assert_eq!(shown.iter().filter(|shown| **shown == (false, true)).count(), 2);
}

#[test]
fn a_played_photograph_is_judged_like_a_camera_picture() {
    let (camera, _views, controls) = playing(&samples());
    camera.expect(Some("ktp".into()));
    let first = until(&camera, |picture| judge(picture, None).problems.is_empty());
    let second = camera.newest_after(first.seq, PATIENCE).unwrap();
    assert!(first.picture != second.picture, "a camera never sends the same picture twice");

    controls.blurred(true);
    until(&camera, |picture| judge(picture, None).problems == [Problem::Blurred]);
    controls.blurred(false);
    controls.dark(true);
    until(&camera, |picture| judge(picture, None).problems.first() == Some(&Problem::TooDark));
    controls.dark(false);
    controls.moved(true);
    until(&camera, |picture| judge(picture, None).problems == [Problem::Moved]);
    controls.moved(false);
    until(&camera, |picture| judge(picture, None).problems.is_empty());
}

#[test]
fn a_pulled_plug_is_noticed_and_so_is_its_return() {
    let (camera, views, controls) = playing(&samples());
    wait_for(&views, View::Live);
    controls.state(State::Unplugged);
    wait_for(&views, View::Missing(CameraError::Unplugged));
    wait_for(&views, View::Missing(CameraError::NotFound));
    assert!(camera.newest_after(0, Duration::ZERO).is_none());
    controls.state(State::Ok);
    wait_for(&views, View::Live);
}

#[test]
fn a_frozen_camera_is_given_up_and_comes_back() {
    let (_camera, views, controls) = playing(&samples());
    wait_for(&views, View::Live);
    controls.state(State::Frozen);
    wait_for(&views, View::Missing(CameraError::Stuck));
    controls.state(State::Ok);
    wait_for(&views, View::Live);
}

#[test]
fn a_file_that_is_no_picture_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(samples().join("../photos-bad/corrupt.jpg"), folder.path().join("aaa.jpg")).unwrap();
    fs::write(folder.path().join("aab.png"), b"").unwrap();
    fs::copy(samples().join("kk.jpg"), folder.path().join("kk.jpg")).unwrap();
    let (camera, views, _) = playing(folder.path());
    assert_eq!(views.recv_timeout(PATIENCE).unwrap(), View::Live);
    until(&camera, |picture| difference(picture, &sample("kk")) < 4);
}

#[test]
fn a_folder_may_come_later_and_go_again() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("photographs");
    let (camera, views, _) = playing(&folder);
    wait_for(&views, View::Missing(CameraError::NotFound));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("notes.txt"), b"no picture").unwrap();
    assert_eq!(camera.view(), View::Missing(CameraError::NotFound));
    fs::copy(samples().join("kk.jpg"), parent.path().join("kk.jpg")).unwrap();
    fs::rename(parent.path().join("kk.jpg"), folder.join("kk.jpg")).unwrap();
    wait_for(&views, View::Live);
    fs::remove_dir_all(&folder).unwrap();
    wait_for(&views, View::Missing(CameraError::Unplugged));
}

#[test]
fn an_upright_photograph_is_shown_whole() {
    let folder = tempfile::tempdir().unwrap();
    let upright = RgbImage::from_pixel(300, 900, image::Rgb([250, 250, 250]));
    fs::write(folder.path().join("a.jpg"), document::encode_page(&upright, 1_000_000).unwrap().jpeg).unwrap();
    let mut source = Folder::new(folder.path()).with_pace(Duration::ZERO);
    source.open().unwrap();
    let picture = source.frame().unwrap();
    assert_eq!(picture.dimensions(), SIZE);
    assert!(picture.get_pixel(960, 540).0[0] > 230 && picture.get_pixel(960, 20).0[0] > 230);
    assert!(picture.get_pixel(500, 540).0[0] < 120);
}

#[test]
fn a_machine_without_the_camera_says_so_at_once() {
    let begun = Instant::now();
    let cameras = v4l::list();
    let device = v4l::V4l::new(Some("no camera is called this".into()));
    let mut source = Decoded::new(device, Turn::None);
    let opened = source.open();
    source.close();
    assert!(matches!(opened, Err(CameraError::NotFound)), "{opened:?}");
    assert!(cameras.iter().all(|camera| camera.path.starts_with("/dev")));
    assert!(begun.elapsed() < Duration::from_secs(3));
}
