//! What a kiosk starts with: signed files that are good, or the last that were.

#![expect(clippy::unwrap_used, reason = "a test that cannot read or write its files has failed")]

use jiff::civil::{Date, date};
use kiosk_config::{Problem, Started, check_signatures, sign, start};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const TODAY: Date = date(2026, 9, 10);

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn practice_key() -> PathBuf {
    here().join("practice-key/practice.key")
}

struct Kiosk {
    config: TempDir,
    data: TempDir,
}

impl Kiosk {
    /// The shipped files as they are shipped, and an empty data folder.
    fn new() -> Self {
        let kiosk = Self { config: tempfile::tempdir().unwrap(), data: tempfile::tempdir().unwrap() };
        for entry in fs::read_dir(here().join("files")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, kiosk.config.path().join(path.file_name().unwrap())).unwrap();
        }
        kiosk
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.config.path().join(file)).unwrap()
    }

    fn put(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.config.path().join(file), text).unwrap();
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{from:?} is not in {file}");
        self.put(file, text.replace(from, to));
    }

    fn sign(&self) -> Vec<String> {
        sign(self.config.path(), &practice_key()).unwrap()
    }

    fn start(&self) -> Result<Started, Vec<Problem>> {
        self.start_on(TODAY)
    }

    fn start_on(&self, today: Date) -> Result<Started, Vec<Problem>> {
        start(self.config.path(), self.data.path(), &[], today)
    }

    /// The key that is trusted from now on.
    fn pin(&self) -> PathBuf {
        self.data.path().join("pusat.pub")
    }

    /// Signs with another key in place of the one before.
    fn sign_with(&self, (secret, public): &(PathBuf, String)) {
        self.put("pusat.pub", public);
        assert_eq!(sign(self.config.path(), secret).unwrap(), ["pusat.toml"]);
    }

    /// A new version of head office's file in the place of the one before, under the same name.
    fn replace_edition(&self, before: &str, after: &str) {
        self.change("pusat.toml", &format!("{before:?}"), &format!("{after:?}"));
    }

    /// Sets that are kept.
    fn kept(&self) -> Vec<String> {
        let entries = fs::read_dir(self.data.path().join("packs")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Another key, and the text of its public half.
fn other_key(folder: &Path) -> (PathBuf, String) {
    let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let file = folder.join("other.key");
    fs::write(&file, pair.sk.to_box(None).unwrap().into_string()).unwrap();
    (file, pair.pk.to_box().unwrap().into_string())
}

#[test]
fn the_shipped_files_start_a_kiosk_and_are_kept() {
    let kiosk = Kiosk::new();
    let started = kiosk.start().unwrap();
    assert_eq!(started.problems, []);
    assert!(started.as_configured && started.practice_key && started.changes.is_empty());
    assert_eq!(kiosk.kept(), ["1", "current"]);
    for file in ["pusat.toml", "pusat.toml.minisig", "cabang.toml", "kiosk.toml", "pusat.pub"] {
        let kept = fs::read(kiosk.data.path().join("packs/1").join(file)).unwrap();
        assert_eq!(kept, fs::read(kiosk.config.path().join(file)).unwrap(), "{file}");
    }
    assert!(
        !kiosk.pin().exists(),
        "everybody has the secret of the practice key: it is trusted no longer than it is there"
    );
    kiosk.start().unwrap();
    assert_eq!(kiosk.kept(), ["1", "current"], "the same files are not kept twice");
}

#[test]
fn an_altered_file_is_refused_and_the_last_good_one_stays_in_force() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    kiosk.change("pusat.toml", "draft_days = 3", "draft_days = 9");
    let started = kiosk.start().unwrap();
    let expected = "pusat.toml: changed after it was signed: it does not fit pusat.toml.minisig";
    assert_eq!(lines(&started.problems), [expected]);
    assert!(!started.as_configured);
    assert_eq!(started.packs.in_force(TODAY).config().rules.limits.draft_days, 3);
    // Signed, but under the version that open claims began under.
    assert_eq!(kiosk.sign(), ["pusat.toml"]);
    let started = kiosk.start().unwrap();
    let found = lines(&started.problems);
    let expected = "rules.version: \"2026.1\" is known here with other contents, and claims may have begun under it; give it a new version";
    assert!(
        found.len() == 1 && found[0].starts_with("pusat.toml:") && found[0].ends_with(expected),
        "{found:#?}"
    );
    assert!(!started.as_configured);
    assert_eq!(started.packs.in_force(TODAY).config().rules.limits.draft_days, 3);
    kiosk.replace_edition("2026.1", "2026.2");
    assert_eq!(kiosk.sign(), ["pusat.toml"]);
    let started = kiosk.start().unwrap();
    assert_eq!((lines(&started.problems), started.as_configured), (vec![], true));
    assert_eq!(started.packs.in_force(TODAY).config().rules.limits.draft_days, 9);
    assert_eq!(lines_of(&started), ["rules.version: 2026.1 → 2026.2", "rules.limits.draft_days: 3 → 9"]);
}

#[test]
fn a_claim_keeps_its_edition_when_the_file_is_replaced() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    kiosk.change("pusat.toml", "draft_days = 3", "draft_days = 9");
    kiosk.replace_edition("2026.1", "2026.2");
    kiosk.change("cabang.toml", "\ndays = 5", "\ndays = 4");
    kiosk.sign();
    for _ in 0..2 {
        let packs = kiosk.start().unwrap().packs;
        let before = packs.edition("2026.1").unwrap().config();
        assert_eq!(before.rules.limits.draft_days, 3);
        assert_eq!(before.interview.days, 4, "the branch is as it is today");
        assert_eq!(packs.edition("2026.2").unwrap().config().rules.limits.draft_days, 9);
        assert_eq!(packs.all().map(|edition| edition.version()).collect::<Vec<_>>(), ["2026.2"]);
        for day in [date(2020, 1, 1), TODAY, date(2030, 1, 1)] {
            assert_eq!(packs.in_force(day).version(), "2026.2");
        }
        assert!(packs.before(TODAY).is_none());
    }
    // Also while new files are refused.
    kiosk.change("cabang.toml", "\ndays = 4", "\ndays = 50");
    let started = kiosk.start().unwrap();
    assert!(!started.as_configured && started.packs.edition("2026.1").is_some());
    // Two sets are kept, and no more.
    kiosk.change("cabang.toml", "\ndays = 50", "\ndays = 6");
    let packs = kiosk.start().unwrap().packs;
    assert!(packs.edition("2026.1").is_none() && packs.edition("2026.2").is_some());
}

#[test]
fn an_edition_that_the_files_below_do_not_fit_comes_with_its_own() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    kiosk.replace_edition("2026.1", "2026.2");
    kiosk.change("pusat.toml", "draft_days = 3", "draft_days = 9");
    kiosk.put("cabang.toml", kiosk.read("cabang.toml") + "\n[rules.limits]\ndraft_days = 7\n");
    kiosk.sign();
    let packs = kiosk.start().unwrap().packs;
    let days = |version: &str| packs.edition(version).unwrap().config().rules.limits.draft_days;
    assert_eq!((days("2026.1"), days("2026.2")), (3, 7));
}

#[test]
fn an_altered_set_gives_no_edition_and_stands_in_nobodys_way() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    kiosk.replace_edition("2026.1", "2026.2");
    kiosk.sign();
    assert!(kiosk.start().unwrap().packs.edition("2026.1").is_some());
    let kept = kiosk.data.path().join("packs/1/pusat.toml");
    fs::write(&kept, fs::read_to_string(&kept).unwrap().replace("draft_days = 3", "draft_days = 9")).unwrap();
    assert!(kiosk.start().unwrap().packs.edition("2026.1").is_none());
    kiosk.put("pusat.toml", fs::read(here().join("files/pusat.toml")).unwrap());
    kiosk.sign();
    assert!(kiosk.start().unwrap().as_configured, "as it was before it was altered");
}

#[test]
fn under_the_same_version_comments_and_locks_and_other_files_may_change() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    kiosk.change("pusat.toml", "locked = [", "# More than before.\nlocked = [\n    \"voice.headphones\",");
    kiosk.change("cabang.toml", "\ndays = 5", "\ndays = 4");
    kiosk.put("wilayah.toml", "[rules.limits]\ndraft_days = 2\n");
    assert_eq!(kiosk.sign(), ["pusat.toml", "wilayah.toml"]);
    let started = kiosk.start().unwrap();
    assert_eq!((lines(&started.problems), started.as_configured), (vec![], true));
    // Nor does the name of the file matter.
    kiosk.put(
        "pusat-2026.toml",
        kiosk.read("pusat.toml").replace("jmo_rupiah = 15_000_000", "jmo_rupiah = 50_000_000"),
    );
    for file in ["pusat.toml", "pusat.toml.minisig"] {
        fs::remove_file(kiosk.config.path().join(file)).unwrap();
    }
    kiosk.sign();
    let found = lines(&kiosk.start().unwrap().problems);
    assert!(found.len() == 1 && found[0].starts_with("pusat-2026.toml:"), "{found:#?}");
    assert!(found[0].ends_with("give it a new version"), "{found:#?}");
}

fn lines_of(started: &Started) -> Vec<String> {
    started.changes.iter().map(ToString::to_string).collect()
}

#[test]
fn an_unsigned_file_is_refused() {
    let kiosk = Kiosk::new();
    fs::remove_file(kiosk.config.path().join("pusat.toml.minisig")).unwrap();
    kiosk.put("wilayah.toml", "[rules.limits]\ndraft_days = 1\n");
    let problems = kiosk.start().err().unwrap();
    let expected = ["pusat.toml", "wilayah.toml"]
        .map(|file| format!("{file}: not signed: {file}.minisig is missing; ask head office for it"));
    assert_eq!(lines(&problems), expected);
    kiosk.put("pusat.toml.minisig", "nonsense\n");
    let problems = kiosk.start().err().unwrap();
    assert_eq!(lines(&problems)[0], "pusat.toml.minisig: no signature; expected the four lines of minisign");
    assert_eq!(kiosk.sign(), ["pusat.toml", "wilayah.toml"]);
    assert_eq!(kiosk.start().unwrap().packs.newest().config().rules.limits.draft_days, 1);
    assert_eq!(kiosk.sign(), [""; 0], "what is signed is left as it is");
}

#[test]
fn each_byte_of_a_signed_file_counts() {
    let kiosk = Kiosk::new();
    let (text, signature) = (kiosk.read("pusat.toml"), kiosk.read("pusat.toml.minisig"));
    kiosk.put("pusat.toml", format!("{text} "));
    assert_eq!(check_signatures(kiosk.config.path()).len(), 1);
    kiosk.put("pusat.toml", &text);
    assert_eq!(check_signatures(kiosk.config.path()), []);
    kiosk.put("pusat.toml.minisig", signature.replace("file:pusat.toml", "file:pusat.tomI"));
    assert_eq!(check_signatures(kiosk.config.path()).len(), 1, "the trusted comment is signed, too");
}

#[test]
fn the_real_key_takes_the_place_of_the_practice_key_and_is_pinned() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    // A kiosk set up by an earlier program has the practice key there.
    fs::write(kiosk.pin(), kiosk.read("pusat.pub")).unwrap();
    assert!(kiosk.start().unwrap().practice_key);
    let practice = kiosk.read("pusat.pub");
    let elsewhere = tempfile::tempdir().unwrap();
    let real = other_key(elsewhere.path());
    kiosk.sign_with(&real);
    for _ in 0..2 {
        let started = kiosk.start().unwrap();
        assert_eq!((lines(&started.problems), started.as_configured), (vec![], true));
        assert!(!started.practice_key);
        assert_eq!(fs::read_to_string(kiosk.pin()).unwrap(), real.1);
    }
    kiosk.sign_with(&(practice_key(), practice));
    let started = kiosk.start().unwrap();
    assert!(!started.as_configured && !started.practice_key);
    let found = lines(&started.problems);
    assert!(
        found.len() == 1 && found[0].starts_with("pusat.pub: another key than the one trusted"),
        "{found:#?}"
    );
    assert_eq!(fs::read_to_string(kiosk.pin()).unwrap(), real.1);
}

#[test]
fn a_real_key_is_pinned_only_with_good_files() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    kiosk.sign_with(&other_key(elsewhere.path()));
    kiosk.change("cabang.toml", "days = 5", "days = 50");
    let started = kiosk.start().unwrap();
    assert!(!started.as_configured && started.practice_key);
    assert!(!kiosk.pin().exists());
}

#[test]
fn another_key_is_refused_until_a_person_removes_the_pin() {
    let kiosk = Kiosk::new();
    let elsewhere = tempfile::tempdir().unwrap();
    kiosk.sign_with(&other_key(elsewhere.path()));
    kiosk.start().unwrap();
    let (secret, public) = other_key(elsewhere.path());
    assert!(sign(kiosk.config.path(), &secret).unwrap_err().to_string().contains("another key"));
    kiosk.change("pusat.toml", "draft_days = 3", "draft_days = 9");
    kiosk.replace_edition("2026.1", "2026.2");
    kiosk.sign_with(&(secret, public.clone()));

    let started = kiosk.start().unwrap();
    assert!(!started.as_configured);
    assert_eq!(started.packs.newest().config().rules.limits.draft_days, 3);
    let found = lines(&started.problems);
    assert!(
        found.len() == 1 && found[0].starts_with("pusat.pub: another key than the one trusted"),
        "{found:#?}"
    );
    // Without a key of its own the folder is still measured by the pinned one.
    fs::remove_file(kiosk.config.path().join("pusat.pub")).unwrap();
    let found = lines(&kiosk.start().unwrap().problems);
    assert_eq!(found, ["pusat.toml: signed with another key than the one in pusat.pub"]);

    kiosk.put("pusat.pub", &public);
    fs::remove_file(kiosk.pin()).unwrap();
    let started = kiosk.start().unwrap();
    assert!(started.as_configured && !started.practice_key);
    assert_eq!(started.packs.newest().config().rules.limits.draft_days, 9);
    assert_eq!(fs::read_to_string(kiosk.pin()).unwrap(), public);
}

#[test]
fn at_the_first_start_there_is_nothing_to_fall_back_to() {
    let kiosk = Kiosk::new();
    kiosk.put("cabang.toml", "[branch\n");
    fs::remove_file(kiosk.config.path().join("pusat.pub")).unwrap();
    let problems = kiosk.start().err().unwrap();
    let found = lines(&problems);
    assert!(found[0].starts_with("cabang.toml:1:8: not valid TOML"), "{found:#?}");
    assert_eq!(found[1], "pusat.pub: missing; the public key that head office signs with is needed");
    assert!(!kiosk.data.path().join("pusat.pub").exists(), "nothing is trusted that was not good");
}

#[test]
fn a_mistake_of_the_branch_leaves_the_last_good_files_in_force() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    kiosk.change("cabang.toml", "days = 5", "days = 50");
    for _ in 0..3 {
        let started = kiosk.start().unwrap();
        assert_eq!(started.problems.len(), 1);
        assert!(started.problems[0].to_string().contains("interview.days: 50 is not allowed"));
        assert_eq!(started.packs.newest().config().interview.days, 5);
    }
    fs::remove_dir_all(kiosk.config.path()).unwrap();
    let started = kiosk.start().unwrap();
    assert!(lines(&started.problems)[0].contains("cannot be read"));
    assert_eq!(started.packs.newest().config().interview.days, 5);
    fs::create_dir(kiosk.config.path()).unwrap();
}

#[test]
fn what_is_kept_is_verified_again() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    let kept = kiosk.data.path().join("packs/1/pusat.toml");
    fs::write(&kept, fs::read_to_string(&kept).unwrap().replace("draft_days = 3", "draft_days = 9")).unwrap();
    kiosk.put("cabang.toml", "");
    let problems = kiosk.start().err().unwrap();
    assert!(lines(&problems).iter().all(|line| line.starts_with("cabang.toml ")), "{problems:#?}");
}

#[test]
fn a_set_half_written_when_the_power_went_is_not_in_force() {
    let kiosk = Kiosk::new();
    kiosk.start().unwrap();
    let half = kiosk.data.path().join("packs/2");
    fs::create_dir(&half).unwrap();
    fs::write(half.join("pusat.toml"), "locked = [").unwrap();
    fs::write(kiosk.data.path().join("packs/current.new"), "2").unwrap();
    kiosk.put("cabang.toml", "");
    assert_eq!(kiosk.start().unwrap().packs.newest().config().interview.days, 5);
    kiosk.put("cabang.toml", fs::read(here().join("files/cabang.toml")).unwrap());
    kiosk.change("cabang.toml", "days = 5", "days = 4");
    assert_eq!(kiosk.start().unwrap().packs.newest().config().interview.days, 4);
    kiosk.put("cabang.toml", "");
    assert_eq!(kiosk.start().unwrap().packs.newest().config().interview.days, 4);
}

#[test]
fn only_the_set_in_force_and_the_one_before_are_kept() {
    let kiosk = Kiosk::new();
    for days in ["5", "6", "7", "8"] {
        let text = fs::read_to_string(here().join("files/cabang.toml")).unwrap();
        kiosk.put("cabang.toml", text.replace("\ndays = 5", &format!("\ndays = {days}")));
        kiosk.start().unwrap();
    }
    assert_eq!(kiosk.kept(), ["3", "4", "current"]);
    assert_eq!(lines_of(&kiosk.start().unwrap()), ["interview.days: 7 → 8"]);
}

#[test]
fn what_changed_is_told_against_the_edition_in_force_before() {
    let kiosk = Kiosk::new();
    let next = kiosk
        .read("pusat.toml")
        .replace("\"2026.1\"", "\"2027.1\"")
        .replace("\"2026-01-01\"", "\"2027-01-01\"");
    kiosk.put("pusat-2027.toml", next.replace("draft_days = 3", "draft_days = 5"));
    assert_eq!(kiosk.sign(), ["pusat-2027.toml"]);
    assert_eq!(lines_of(&kiosk.start_on(date(2026, 12, 31)).unwrap()), [""; 0]);
    let expected = [
        "rules.version: 2026.1 → 2027.1",
        "rules.effective_from: 2026-01-01 → 2027-01-01",
        "rules.limits.draft_days: 3 → 5",
    ];
    assert_eq!(lines_of(&kiosk.start_on(date(2027, 1, 1)).unwrap()), expected);
}

#[test]
fn a_data_folder_that_takes_nothing_does_not_stop_the_kiosk() {
    let kiosk = Kiosk::new();
    fs::write(kiosk.data.path().join("packs"), "in the way").unwrap();
    let started = kiosk.start().unwrap();
    assert!(started.as_configured);
    assert!(lines(&started.problems)[0].contains("cannot be kept here"), "{:?}", started.problems);
}

#[test]
fn the_secret_of_the_shipped_key_is_the_practice_key() {
    let [shipped, practice] =
        ["files/pusat.pub", "practice-key/practice.pub"].map(|file| fs::read(here().join(file)).unwrap());
    assert_eq!(shipped, practice);
    assert_eq!(check_signatures(&here().join("files")), []);
}
