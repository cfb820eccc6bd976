//! What a kiosk starts with: the files in its configuration folder where they are good, and else the last ones that
//! were.
//!
//! In the data folder: `pusat.pub`, head office's key that was trusted at the first start with it (never the practice
//! key, whose secret everybody has), and `packs/`, the last two good sets of files, each in a folder with a number.
//! `packs/current` names the one in force; it is replaced in one step, so that a power cut leaves the one or the other.

use crate::editions::contents;
use crate::files::{Files, KEY};
use crate::tree::Entry;
use crate::{Change, Packs, Problem, diff, signature};
use jiff::civil::Date;
use minisign_verify::PublicKey;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What a kiosk starts with.
pub struct Started {
    /// All editions of the rules.
    pub packs: Packs,
    /// Why the files in the configuration folder are not in force and the last good ones are, or why these could not
    /// be kept; empty where all is well. For staff.
    pub problems: Vec<Problem>,
    /// Whether the files in the configuration folder are in force, and not the last good ones.
    pub as_configured: bool,
    /// Whether head office's files are signed with the practice key, whose secret everybody has.
    pub practice_key: bool,
    /// What is different from the edition in force before; where there is none, from the files in force before.
    pub changes: Vec<Change>,
}

/// Reads, checks and verifies the files in the configuration folder, and keeps them in the data folder. Where there
/// is a problem with them, the last good ones are taken from there. Without those: all problems.
///
/// An edition of a kept set stays as it was for the claims that began under it: under its version nothing else is taken,
/// and [`Packs::edition`] still has it when its file was replaced. This holds for the last two sets only.
pub fn start(
    config: &Path,
    data: &Path,
    overrides: &[(String, String)],
    today: Date,
) -> Result<Started, Vec<Problem>> {
    let kept = Kept { data };
    let files = Files::read(config);
    let key = trusted(&files, kept.pinned());
    let good = sound(&files, key, overrides).and_then(|good| {
        let changed = kept.changed(&files);
        if changed.is_empty() { Ok(good) } else { Err(changed) }
    });
    let (files, mut packs, key, problems, as_configured) = match good {
        Ok((packs, key)) => {
            let problem = |error: io::Error| {
                let what = format!(
                    "the configuration cannot be kept here, so that nothing steps in for a bad one: {error}"
                );
                Problem::in_file(data.display().to_string(), what)
            };
            let problems = kept.keep(&files, &key).map_err(problem).err().into_iter().collect();
            (files, packs, key, problems, true)
        }
        Err(problems) => {
            let last = kept.current().map(|number| kept.read(number));
            // It was verified with its key when it was kept.
            let last = last.and_then(|files| {
                let (packs, key) = sound(&files, kept.key(&files), overrides).ok()?;
                Some((files, packs, key))
            });
            let Some((files, packs, key)) = last else { return Err(problems) };
            (files, packs, key, problems, false)
        }
    };
    for set in kept.sets() {
        add_replaced(&mut packs, &set, &files, overrides);
    }
    let earlier = match packs.before(today) {
        Some(edition) => Some(edition.config().clone()),
        None => kept
            .previous()
            .and_then(|number| Packs::of(&kept.read(number), overrides).ok())
            .map(|packs| packs.in_force(today).config().clone()),
    };
    let changes = earlier.map(|earlier| diff(&earlier, packs.in_force(today).config())).unwrap_or_default();
    Ok(Started { packs, problems, as_configured, practice_key: signature::is_practice(&key), changes })
}

/// The editions in files without any problem, and the key that they are signed with.
fn sound(
    files: &Files,
    key: Result<PublicKey, Problem>,
    overrides: &[(String, String)],
) -> Result<(Packs, PublicKey), Vec<Problem>> {
    let unsigned = match &key {
        Ok(key) => signature::verify(files, key),
        Err(problem) => vec![problem.clone()],
    };
    match (Packs::of(files, overrides), key) {
        (Ok(packs), Ok(key)) if unsigned.is_empty() => Ok((packs, key)),
        (packs, _) => Err(packs.err().into_iter().flatten().chain(unsigned).collect()),
    }
}

/// Adds what was replaced of a kept set: as if it still stood beside the files in force, or, where the layers among
/// these do not fit it, with those it was kept with.
fn add_replaced(packs: &mut Packs, set: &Files, in_force: &Files, overrides: &[(String, String)]) {
    let mut versions = contents(set).into_iter().map(|(version, _)| version);
    if versions.all(|version| version.text().is_some_and(|version| packs.edition(version).is_some())) {
        return;
    }
    let replaced = Packs::of(&in_force.with_editions_of(set), overrides);
    if let Ok(replaced) = replaced.or_else(|_| Packs::of(set, overrides)) {
        packs.add_replaced(&replaced);
    }
}

/// The key to verify with: the pinned one, which the files must not contradict; without one that of the files.
fn trusted(files: &Files, pinned: Option<Result<PublicKey, Problem>>) -> Result<PublicKey, Problem> {
    let Some(pinned) = pinned else { return signature::key(files) };
    let pinned = pinned?;
    if files.bytes(KEY).is_some() && signature::key(files)? != pinned {
        let what = format!(
            "another key than the one trusted here; if head office has a new key, \
             a person removes {KEY} from the data folder"
        );
        return Err(Problem::in_file(KEY, what));
    }
    Ok(pinned)
}

/// What is kept in the data folder.
struct Kept<'a> {
    data: &'a Path,
}

impl Kept<'_> {
    fn packs(&self) -> PathBuf {
        self.data.join("packs")
    }

    /// The key trusted since the first start with it. The practice key is none: whoever has it in the data folder was
    /// only practising.
    fn pinned(&self) -> Option<Result<PublicKey, Problem>> {
        let file = self.data.join(KEY);
        let unusable = |what: String| Problem::in_file(file.display().to_string(), what);
        match fs::read(&file) {
            Ok(bytes) => {
                let key = signature::key(&Files::of([(KEY.to_owned(), bytes)]));
                let real = !key.as_ref().is_ok_and(signature::is_practice);
                real.then(|| key.map_err(|problem| unusable(problem.what)))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => Some(Err(unusable(format!("cannot be read: {error}")))),
        }
    }

    /// The number of the set in force.
    fn current(&self) -> Option<u64> {
        fs::read_to_string(self.packs().join("current")).ok()?.trim().parse().ok()
    }

    /// The number of the set before it.
    fn previous(&self) -> Option<u64> {
        let current = self.current()?;
        self.numbers().into_iter().filter(|number| *number < current).max()
    }

    fn numbers(&self) -> Vec<u64> {
        let entries = fs::read_dir(self.packs()).into_iter().flatten();
        entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect()
    }

    fn read(&self, number: u64) -> Files {
        Files::read(&self.packs().join(number.to_string()))
    }

    /// The key that a set was verified with when it was kept.
    fn key(&self, set: &Files) -> Result<PublicKey, Problem> {
        signature::key(set).or_else(|problem| self.pinned().unwrap_or(Err(problem)))
    }

    /// The set in force and the one before, where nobody altered them since they were kept.
    fn sets(&self) -> Vec<Files> {
        let sets = self.current().into_iter().chain(self.previous()).map(|number| self.read(number));
        let unaltered = |set: &Files| self.key(set).is_ok_and(|key| signature::verify(set, &key).is_empty());
        sets.filter(unaltered).collect()
    }

    /// Editions with the version of a kept one that say something else: open claims would change unnoticed.
    fn changed(&self, files: &Files) -> Vec<Problem> {
        let kept: Vec<(Entry, String)> = self.sets().iter().flat_map(contents).collect();
        let problem = |(version, said): (Entry, String)| {
            // The newest comes first.
            let (_, before) = kept.iter().find(|(other, _)| other.text() == version.text())?;
            let what = format!(
                "{:?} is known here with other contents, and claims may have begun under it; give it a new version",
                version.text()?
            );
            (*before != said).then(|| version.problem("rules.version", what))
        };
        contents(files).into_iter().filter_map(problem).collect()
    }

    /// Keeps good files, and pins their key unless it is the practice key.
    fn keep(&self, files: &Files, key: &PublicKey) -> io::Result<()> {
        let current = self.current();
        if current.is_none_or(|number| self.read(number).all() != files.all()) {
            let number = self.numbers().into_iter().max().unwrap_or(0) + 1;
            let folder = self.packs().join(number.to_string());
            fs::create_dir_all(&folder)?;
            for (name, bytes) in files.all() {
                write(&folder.join(name), bytes)?;
            }
            File::open(&folder)?.sync_all()?;
            replace(&self.packs().join("current"), format!("{number}\n").as_bytes())?;
            for other in
                self.numbers().into_iter().filter(|other| *other != number && Some(*other) != current)
            {
                fs::remove_dir_all(self.packs().join(other.to_string()))?;
            }
        }
        match files.bytes(KEY) {
            Some(bytes) if self.pinned().is_none() && !signature::is_practice(key) => {
                replace(&self.data.join(KEY), bytes)
            }
            _ => Ok(()),
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts a file in the place of another in one step.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    write(&new, bytes)?;
    fs::rename(&new, path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
