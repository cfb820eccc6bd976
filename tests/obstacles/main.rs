//! The obstacles that people met (the rows of the acceptance list), each played: what stopped them does not any more.
//! One file a row, named after it. Headless through the journey; some also in the real window.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

#[path = "../../crates/journey/tests/play/play.rs"]
mod play;
mod row_01_afraid_to_begin;
mod row_04_documents_unknown;
mod row_08_account_dormant;
mod row_09_jmo_limit;
mod row_12_mixed_backgrounds;
mod row_13_brochure_not_understood;
mod row_14_filling_in;
mod row_15_announced_online_only;
mod row_17_learn_first;
mod row_27_jht_only;
mod row_30_shared_screen;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a screen or a paper may take.
const ANSWER: Duration = Duration::from_secs(20);

/// The first file with such a name, as soon as it is there.
fn wait_for_file(folder: &Path, begins: &str) -> PathBuf {
    let end = Instant::now() + ANSWER;
    loop {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let fits =
            |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begins));
        match files.into_iter().find(fits) {
            Some(file) => return file,
            None if Instant::now() < end => std::thread::yield_now(),
            None => panic!("no {begins}* came to {}", folder.display()),
        }
    }
}
