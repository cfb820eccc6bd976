//! A folder of photographs, played as if each were held under a camera.

mod control;

#[cfg(any(feature = "dock", debug_assertions))]
pub use control::{Controls, State};

use super::{CameraError, Source};
use control::{Effects, Wish};
use image::{DynamicImage, Rgb, RgbImage, imageops::FilterType};
use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// Size of its pictures, as of a common document camera.
pub const SIZE: (u32, u32) = (1920, 1080);
/// Between two pictures.
const PACE: Duration = Duration::from_millis(40);
/// Pictures of one photograph before the next one, where several are played: 4 s.
const TURN: u64 = 100;
/// Pictures between two looks into the folder.
const LOOK: u64 = 25;

/// Plays the photographs (JPEG, PNG) of a folder. With a document expected, those whose names are its code, or its
/// code with `-` and anything: `ktp.jpg`, `ktp-2.jpg`; all of them where there is none. Clones share their controls.
#[derive(Clone)]
pub struct Folder {
    folder: PathBuf,
    pace: Duration,
    wish: Arc<control::Shared>,
    expected: Option<String>,
    /// Pictures since it was opened: the only clock.
    count: u64,
    playlist: Vec<PathBuf>,
    /// Reported once each.
    corrupt: HashSet<PathBuf>,
    shown: Option<Shown>,
}

/// A photograph as it is shown, ready but for the movement of the hand.
#[derive(Clone)]
struct Shown {
    path: PathBuf,
    effects: Effects,
    picture: Arc<RgbImage>,
}

impl Folder {
    /// Plays `folder`; it need not exist yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            pace: PACE,
            wish: Arc::default(),
            expected: None,
            count: 0,
            playlist: vec![],
            corrupt: HashSet::new(),
            shown: None,
        }
    }

    /// Waits so long between two pictures instead of 40 ms.
    pub fn with_pace(self, pace: Duration) -> Self {
        Self { pace, ..self }
    }

    /// A handle to play other photographs and to make it misbehave, for people and for tests.
    #[cfg(any(feature = "dock", debug_assertions))]
    pub fn controls(&self) -> Controls {
        Controls::new(self.folder.clone(), self.wish.clone())
    }

    /// The photographs to play now.
    fn look(&mut self, wish: &Wish) -> Result<(), CameraError> {
        let all = photographs(&self.folder).map_err(|_| CameraError::NotFound)?;
        let document = wish.photograph.as_ref().or(self.expected.as_ref());
        let of_document: Vec<_> =
            all.iter().filter(|path| document.is_some_and(|code| shows(path, code))).cloned().collect();
        self.playlist = if of_document.is_empty() { all } else { of_document };
        self.playlist.retain(|path| !self.corrupt.contains(path));
        if self.playlist.is_empty() { Err(CameraError::NotFound) } else { Ok(()) }
    }

    /// The photograph whose turn it is; corrupt ones are left out.
    fn photograph(&mut self, wish: &Wish) -> Result<Arc<RgbImage>, CameraError> {
        loop {
            let turn = (self.count / TURN) as usize;
            let path =
                self.playlist.get(turn % self.playlist.len().max(1)).ok_or(CameraError::NotFound)?.clone();
            let fresh = |shown: &&Shown| shown.path == path && shown.effects == wish.effects;
            if let Some(shown) = self.shown.as_ref().filter(fresh) {
                return Ok(shown.picture.clone());
            }
            match prepared(&path, wish) {
                Some(picture) => {
                    let picture = Arc::new(picture);
                    self.shown = Some(Shown { path, effects: wish.effects, picture: picture.clone() });
                    return Ok(picture);
                }
                None => {
                    log::warn!("{}: not a picture", path.file_name().unwrap_or_default().display());
                    self.playlist.retain(|other| *other != path);
                    self.corrupt.insert(path);
                }
            }
        }
    }
}

impl Source for Folder {
    fn open(&mut self) -> Result<(), CameraError> {
        let wish = self.wish.now();
        if wish.unplugged {
            return Err(CameraError::NotFound);
        }
        self.count = 0;
        self.look(&wish)
    }

    fn frame(&mut self) -> Result<RgbImage, CameraError> {
        let wish = self.wish.after(self.pace);
        if wish.unplugged {
            return Err(CameraError::Unplugged);
        }
        if self.count.is_multiple_of(LOOK) || wish.changed {
            self.look(&wish).map_err(|_| CameraError::Unplugged)?;
        }
        let photograph = self.photograph(&wish)?;
        self.count += 1;
        Ok(held(&photograph, self.count, wish.effects.moved))
    }

    fn close(&mut self) {
        self.shown = None;
    }

    fn about(&self) -> String {
        format!("photographs in {}", self.folder.display())
    }

    fn expect(&mut self, document: Option<&str>) {
        self.expected = document.map(str::to_owned);
        self.count = 0;
    }
}

/// Photographs in a folder, by name.
fn photographs(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_picture = |path: &PathBuf| {
        let end = path.extension().unwrap_or_default().to_ascii_lowercase();
        path.is_file() && ["jpg", "jpeg", "png"].iter().any(|known| end == *known)
    };
    let mut paths = vec![];
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(is_picture);
    paths.sort_by(|a, b| (a.file_stem(), a).cmp(&(b.file_stem(), b)));
    Ok(paths)
}

fn shows(path: &Path, code: &str) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.strip_prefix(code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// The photograph at the size of the camera, with what is wished; `None` where it is no picture.
fn prepared(path: &Path, wish: &Wish) -> Option<RgbImage> {
    let photograph = document::decode(&fs::read(path).ok()?).ok()?;
    let effects = wish.effects;
    let mut picture = fitted(photograph);
    if effects.moved {
        picture = smeared(&picture, 24);
    }
    if effects.blurred {
        picture = DynamicImage::from(picture).fast_blur(5.0).into_rgb8();
    }
    if effects.dark {
        picture.iter_mut().for_each(|value| *value /= 5);
    }
    Some(picture)
}

/// As large as fits into the frame, on grey.
fn fitted(photograph: RgbImage) -> RgbImage {
    if photograph.dimensions() == SIZE {
        return photograph;
    }
    let (width, height) = photograph.dimensions();
    let scale = (f64::from(SIZE.0) / f64::from(width)).min(f64::from(SIZE.1) / f64::from(height));
    let side = |side: u32, most: u32| ((f64::from(side) * scale).round() as u32).clamp(1, most);
    let (width, height) = (side(width, SIZE.0), side(height, SIZE.1));
    let fitting =
        DynamicImage::from(photograph).resize_exact(width, height, FilterType::Triangle).into_rgb8();
    let mut frame = RgbImage::from_pixel(SIZE.0, SIZE.1, Rgb([96; 3]));
    place(&fitting, &mut frame, i64::from((SIZE.0 - width) / 2), i64::from((SIZE.1 - height) / 2));
    frame
}

/// Each row drawn out over `length` pixels, as by a quick movement.
fn smeared(picture: &RgbImage, length: usize) -> RgbImage {
    let mut smeared = picture.clone();
    let row_bytes = picture.width() as usize * 3;
    for (to, from) in smeared.chunks_exact_mut(row_bytes).zip(picture.chunks_exact(row_bytes)) {
        for channel in 0..3 {
            let mut sum = 0_usize;
            for x in 0..picture.width() as usize {
                sum += usize::from(from[x * 3 + channel]);
                if x >= length {
                    sum -= usize::from(from[(x - length) * 3 + channel]);
                }
                to[x * 3 + channel] = (sum / (x + 1).min(length)) as u8;
            }
        }
    }
    smeared
}

/// The photograph in a hand that is never quite still, on a sensor that is never quite quiet. Whole pixels only:
/// anything finer would soften it.
fn held(photograph: &RgbImage, count: u64, moved: bool) -> RgbImage {
    let reach = if moved { 70.0 } else { 1.6 };
    let phase = count as f64 / if moved { 2.5 } else { 9.0 };
    let (dx, dy) = ((reach * phase.sin()).round() as i64, (reach * (0.7 * phase).cos()).round() as i64);
    let mut frame = photograph.clone();
    place(photograph, &mut frame, dx, dy);
    let mut random = count.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for byte in frame.iter_mut().step_by(7) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        *byte = byte.saturating_add_signed((random % 7) as i8 - 3);
    }
    frame
}

/// Lays `part` over `whole` with its corner at `(left, top)`, as far as it reaches.
fn place(part: &RgbImage, whole: &mut RgbImage, left: i64, top: i64) {
    let (from, to) = (|at: i64| (-at).max(0) as usize, |at: i64| at.max(0) as usize);
    let pixels = (part.width() as usize - from(left)).min(whole.width() as usize - to(left));
    let (part_row, whole_row) = (part.width() as usize * 3, whole.width() as usize * 3);
    let rows = part.chunks_exact(part_row).skip(from(top));
    for (target, row) in whole.chunks_exact_mut(whole_row).skip(to(top)).zip(rows) {
        target[to(left) * 3..][..pixels * 3].copy_from_slice(&row[from(left) * 3..][..pixels * 3]);
    }
}
