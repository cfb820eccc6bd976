//! The obstacles that people met (the rows of the acceptance list), each played: what stopped them does not any more.
//! One file a row, named after it. Headless through the journey; some also in the real window.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

mod hall;
#[path = "../../crates/journey/tests/play/play.rs"]
mod play;
mod row_01_afraid_to_begin;
mod row_02_upload_fails;
mod row_04_documents_unknown;
mod row_05_missed_the_call;
mod row_06_blurred_found_late;
mod row_08_account_dormant;
mod row_09_jmo_limit;
mod row_10_central_systems_down;
mod row_12_mixed_backgrounds;
mod row_13_brochure_not_understood;
mod row_14_filling_in;
mod row_15_announced_online_only;
mod row_16_sent_home;
mod row_17_learn_first;
mod row_18_older_people_prefer_the_counter;
mod row_19_large_files;
mod row_23_officers_work_on_a_roster;
mod row_24_two_layer_verification;
mod row_26_surges;
mod row_27_jht_only;
mod row_28_queueing_from_early_morning;
mod row_29_photocopies;
mod row_30_shared_screen;
mod row_31_employers;

use std::time::Duration;

/// How long a screen may take.
const ANSWER: Duration = Duration::from_secs(20);
