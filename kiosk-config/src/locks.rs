//! Keys that a layer locks: the layers below must not set them. Of what it locks, a layer can leave a part open with a
//! `!` before the key: `["rules.documents", "!rules.documents.kk"]`. What other layers lock stays locked.

use crate::shape;
use crate::tree::{self, Entry, Step, dotted};
use crate::{Problem, problem::did_you_mean};

/// The key under which a layer names what it locks.
pub(crate) const LOCKED: &str = "locked";
/// Before a key that its layer leaves open.
const OPEN: char = '!';

/// Values of a lower layer under keys that the layers above lock.
pub(crate) fn broken(above: &Entry, layer: &Entry) -> Vec<Problem> {
    let mut problems = vec![];
    for lock in above.list(&[LOCKED]) {
        let Some(path) = lock.text().and_then(path) else { continue };
        let (locked, true) = layer.follow(&path) else { continue };
        let open: Vec<_> = opened(above, &lock.file).collect();
        values(locked, &mut path.clone(), &mut |path, entry| {
            if open.iter().any(|open| path.starts_with(open)) {
                return;
            }
            let what = format!(
                "locked by {} ({:?} in its `{LOCKED}`); take it out of this file",
                lock.file,
                lock.text().unwrap_or_default()
            );
            problems.push(Problem { place: entry.key_place, ..entry.problem(dotted(path), what) });
        });
    }
    problems.sort_by_key(|problem| problem.place);
    problems.dedup_by(|next, kept| next.key == kept.key);
    problems
}

/// What a layer leaves open of what it locks.
fn opened(above: &Entry, file: &str) -> impl Iterator<Item = Vec<Step>> {
    let of_file = above.list(&[LOCKED]).iter().filter(move |lock| *lock.file == *file);
    of_file.filter_map(|lock| path(lock.text()?.strip_prefix(OPEN)?))
}

/// Locks of a layer that lock nothing, because there is no such key.
pub(crate) fn unknown(layer: &Entry) -> Vec<Problem> {
    let wrong = |(index, lock): (usize, &Entry)| {
        let text = lock.text()?;
        let key = format!("{LOCKED}[{}]", index + 1);
        let Some(path) = path(text.strip_prefix(OPEN).unwrap_or(text)) else {
            return Some(lock.problem(key, format!("{text:?} is no key; write it as \"rules.limits\"")));
        };
        let (place, names) = shape::unknown_step(&path)?;
        let what = format!(
            "there is no key {:?}{}",
            dotted(&place),
            did_you_mean(last(&place), names.iter().map(String::as_str))
        );
        Some(lock.problem(key, what))
    };
    layer.list(&[LOCKED]).iter().enumerate().filter_map(wrong).collect()
}

fn last(path: &[Step]) -> &str {
    match path.last() {
        Some(Step::Key(key)) => key,
        _ => "",
    }
}

/// A dotted key as TOML writes it, as a path.
fn path(text: &str) -> Option<Vec<Step>> {
    if text.contains(['\n', '=', '#']) {
        return None;
    }
    let (mut here, problems) = tree::parse(LOCKED, &format!("{text} = 0"));
    let mut path = vec![];
    while let tree::Node::Table(table) = here.node {
        let (key, entry) = table.into_iter().next()?;
        path.push(Step::Key(key));
        here = entry;
    }
    (problems.is_empty() && !path.is_empty()).then_some(path)
}

/// Each value at or below an entry, with its path.
fn values(entry: &Entry, path: &mut Vec<Step>, found: &mut dyn FnMut(&[Step], &Entry)) {
    let Some(table) = entry.node.as_table() else { return found(path, entry) };
    for (key, entry) in table {
        path.push(Step::Key(key.clone()));
        values(entry, path, found);
        path.pop();
    }
}
