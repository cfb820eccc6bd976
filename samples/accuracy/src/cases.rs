//! The pictures that everything is measured on.

use anyhow::{Context, Result};
use document::{Form, Point, Quad};
use samples::{Condition, Kind, Label, photograph, specimen};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What lies under the camera, and how large the picture is; in turn.
const TURNS: [(Kind, bool); 20] = [
    (Kind::Ktp, false),
    (Kind::Passbook, true),
    (Kind::Ktp, true),
    (Kind::Kpj, false),
    (Kind::Ktp, false),
    (Kind::Npwp, true),
    (Kind::Ktp, true),
    (Kind::Passbook, false),
    (Kind::Ktp, false),
    (Kind::Letter, true),
    (Kind::Ktp, true),
    (Kind::Passbook, true),
    (Kind::Ktp, false),
    (Kind::Kk, true),
    (Kind::Ktp, true),
    (Kind::Npwp, false),
    (Kind::Kpj, true),
    (Kind::Letter, true),
    (Kind::Passbook, false),
    (Kind::Ktp, false),
];
/// So many of them are read as well: reading takes long.
const READ: usize = 14;

/// A picture and its truth.
pub struct Case {
    pub condition: Condition,
    pub kind: Kind,
    pub seed: u64,
    pub large: bool,
    pub file: PathBuf,
    /// The document straightened by its true corners, for Tesseract; only where it is to be read.
    pub flat: Option<PathBuf>,
    pub quad: Quad,
    pub label: Label,
    pub why: String,
    pub truth: BTreeMap<&'static str, String>,
}

impl Case {
    pub fn form(&self) -> Form {
        match self.kind {
            Kind::Ktp | Kind::Kpj | Kind::Npwp => Form::Card,
            Kind::Passbook => Form::Book,
            Kind::Letter => Form::Sheet,
            Kind::Kk => Form::WideSheet,
        }
    }

    /// As the options of `shots` would have it.
    pub fn name(&self) -> String {
        let size = if self.large { "1920x1080" } else { "1280x720" };
        format!("{} {} seed {} {size}", self.kind.name(), plain(self.condition), self.seed)
    }
}

/// A condition as in tables.
pub fn plain(condition: Condition) -> String {
    let name = serde_json::to_value(condition).unwrap_or_default();
    name.as_str().unwrap_or_default().replace('_', " ")
}

/// Takes `each` pictures of every condition, with the seeds from `first` on, and writes them into the folder.
pub fn taken(folder: &Path, first: u64, each: usize, reads: bool) -> Result<Vec<Case>> {
    let wanted: Vec<(Condition, usize)> =
        Condition::ALL.iter().flat_map(|condition| (0..each).map(move |index| (*condition, index))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = vec![];
        while let Some((condition, index)) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(take(folder, *condition, first + *index as u64, *index, reads)?);
        }
        anyhow::Ok(done)
    };
    let (one, other) = thread::scope(|scope| {
        let other = scope.spawn(work);
        (work(), other.join())
    });
    let mut cases = one?;
    cases.extend(other.ok().context("a thread ended early")??);
    cases.sort_by_key(|case| (case.condition, case.seed));
    Ok(cases)
}

fn take(folder: &Path, condition: Condition, seed: u64, index: usize, reads: bool) -> Result<Case> {
    let (kind, large) = TURNS[index % TURNS.len()];
    let size = if large { (1920, 1080) } else { (1280, 720) };
    // A document of its own for each picture.
    let document = specimen(seed * 32 + condition as u64, kind)?;
    let shot = photograph(&document, condition, seed, size)?;
    let name = format!("{seed}-{condition:?}-{}", kind.name());
    let file = folder.join(format!("{name}.jpg"));
    fs::write(&file, &shot.jpeg).with_context(|| file.display().to_string())?;
    let mut flat = None;
    if reads && index < READ {
        let scale = 1900.0 / document.mm.0.max(document.mm.1).max(120.0);
        let (width, height) = ((document.mm.0 * scale) as u32, (document.mm.1 * scale) as u32);
        let page = shot.flattened(width, height);
        let mut bytes = format!("P6 {width} {height} 255\n").into_bytes();
        bytes.extend(page.as_raw());
        let path = folder.join(format!("{name}.ppm"));
        fs::write(&path, bytes)?;
        flat = Some(path);
    }
    let quad = Quad(shot.quad.map(|[x, y]| Point::new(x, y)));
    let (label, why, truth) = (shot.label, shot.why, document.truth);
    Ok(Case { condition, kind, seed, large, file, flat, quad, label, why, truth })
}
