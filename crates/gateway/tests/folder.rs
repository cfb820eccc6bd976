//! Deliveries into folders that are healthy, absent, full, read-only, shared, or left behind by killed runs.

#![expect(clippy::unwrap_used, reason = "helpers fail the test that calls them")]

use gateway::folder::{Delivery, DeliveryError, Packed, deliver};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

const ID: &str = "2025-11-21-7QK3";

fn packet(revision: u8) -> Delivery {
    let packed = |name: &str, bytes| Packed { name: name.into(), bytes };
    Delivery {
        id: ID.into(),
        files: vec![
            packed("packet.pdf", vec![revision; 40_000]),
            packed("claim.json", format!("{{\"revision\":{revision}}}").into_bytes()),
            packed("ktp.jpg", vec![revision; 9_000]),
        ],
    }
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap())).collect()
}

fn expected(packet: &Delivery) -> BTreeMap<String, Vec<u8>> {
    packet.files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect()
}

/// Names in the folder, without the lock.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| name != ".deliveries.lock").collect();
    names.sort();
    names
}

#[test]
fn the_files_arrive_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = deliver(folder.path(), &packet(1)).unwrap();
    assert_eq!(path, folder.path().join(ID));
    assert_eq!(contents(&path), expected(&packet(1)));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o700);
    assert!(fs::read_dir(&path).unwrap().all(|file| mode(&file.unwrap().path()) == 0o600));
    assert_eq!(names(folder.path()), [ID]);
}

#[test]
fn the_same_delivery_again_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = deliver(folder.path(), &packet(1)).unwrap();
    let before = fs::metadata(path.join("ktp.jpg")).unwrap();
    deliver(folder.path(), &packet(1)).unwrap();
    let after = fs::metadata(path.join("ktp.jpg")).unwrap();
    use std::os::unix::fs::MetadataExt;
    assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
}

#[test]
fn other_contents_replace_the_former_whole() {
    let folder = tempfile::tempdir().unwrap();
    deliver(folder.path(), &packet(1)).unwrap();
    let mut second = packet(2);
    second.files.pop();
    let path = deliver(folder.path(), &second).unwrap();
    assert_eq!(contents(&path), expected(&second), "a page that was left out is gone");
    assert_eq!(names(folder.path()), [ID]);
}

#[test]
fn a_folder_that_is_not_mounted_is_not_created() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("share");
    assert!(matches!(deliver(&absent, &packet(1)), Err(DeliveryError::Missing)));
    assert!(!absent.exists());
}

#[test]
fn a_file_in_place_of_a_folder_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(ID);
    fs::write(&file, "mine").unwrap();
    assert!(matches!(deliver(&file, &packet(1)), Err(DeliveryError::NotAFolder)));
    assert!(matches!(deliver(folder.path(), &packet(1)), Err(DeliveryError::NotAFolder)));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let long = "a".repeat(101);
    for bad in [
        "", ".", "..", "../x", "a/b", "a\\b", "/etc", ".hidden", "a b", "a\0b", "k\u{e9}", "a\nb", "c:",
        &long,
    ] {
        let named = Delivery { id: bad.into(), files: vec![] };
        assert!(matches!(deliver(folder.path(), &named), Err(DeliveryError::Name)), "id {bad:?}");
        let file = Packed { name: bad.into(), bytes: vec![] };
        let holding = Delivery { id: ID.into(), files: vec![file] };
        assert!(matches!(deliver(folder.path(), &holding), Err(DeliveryError::Name)), "file {bad:?}");
    }
    let twice = |name: &str| Packed { name: name.into(), bytes: vec![] };
    let double = Delivery { id: ID.into(), files: vec![twice("ktp.jpg"), twice("KTP.jpg")] };
    assert!(matches!(deliver(folder.path(), &double), Err(DeliveryError::Name)));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_killed_runs_left_is_swept_by_the_next_delivery() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in [".incoming-other", &format!(".incoming-{ID}"), ".replaced-kept", ".replaced-lost"] {
        fs::create_dir(at(name)).unwrap();
        fs::write(at(name).join("ktp.jpg"), name).unwrap();
    }
    fs::create_dir(at("kept")).unwrap();
    deliver(folder.path(), &packet(1)).unwrap();
    assert_eq!(names(folder.path()), [ID, "kept", "lost"]);
    assert_eq!(fs::read_dir(at("kept")).unwrap().count(), 0, "the newer one stays");
    assert_eq!(fs::read(at("lost/ktp.jpg")).unwrap(), b".replaced-lost", "the only one comes back");
}

#[test]
fn stations_that_share_a_folder_do_not_sweep_each_other() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for station in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                for number in 0..10 {
                    let claim = Delivery { id: format!("claim-{station}-{number}"), ..packet(station) };
                    deliver(folder, &claim).unwrap();
                }
            });
        }
    });
    assert_eq!(names(folder.path()).len(), 40);
}

/// Runs this test program again as another process that plays `part` in `folder`.
fn player(mut command: Command, part: &str, folder: &Path) -> Command {
    command.arg(std::env::current_exe().unwrap()).args(["--exact", "plays_a_part", "--nocapture"]);
    command.env("PART", part).env("FOLDER", folder);
    command
}

/// Not a test by itself: what the other process does.
#[test]
fn plays_a_part() {
    let Ok(part) = std::env::var("PART") else { return };
    let folder = std::env::var_os("FOLDER").unwrap();
    let folder = Path::new(&folder);
    match part.as_str() {
        "deliver for ever" => {
            for revision in (1..=250).cycle() {
                deliver(folder, &packet(revision)).unwrap();
                println!("delivered {revision}");
            }
        }
        "full" => {
            deliver(folder, &Delivery { id: "small".into(), files: vec![] }).unwrap();
            assert!(matches!(deliver(folder, &packet(1)), Err(DeliveryError::Full)));
            assert_eq!(names(folder), ["small"], "half a delivery does not stay on a full disk");
        }
        "read-only" => assert!(matches!(deliver(folder, &packet(1)), Err(DeliveryError::ReadOnly))),
        other => panic!("no part {other}"),
    }
}

#[test]
fn whoever_is_killed_leaves_a_whole_delivery() {
    for round in 0..25 {
        let folder = tempfile::tempdir().unwrap();
        let mut child = player(Command::new("env"), "deliver for ever", folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut delivered =
            lines.filter_map(|line| line.strip_prefix("delivered ").map(|n| n.parse::<u8>().unwrap()));
        let seen = delivered.nth(round).unwrap();
        // Not at the moment of the line, but somewhere in a later delivery.
        for _ in 0..round * 2_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let seen = delivered.last().unwrap_or(seen);
        let found = contents(&folder.path().join(ID));
        let whole = [seen, seen % 250 + 1].iter().any(|revision| found == expected(&packet(*revision)));
        assert!(whole, "round {round}: neither the delivery that was acknowledged nor the next one");
        deliver(folder.path(), &packet(251)).unwrap();
        assert_eq!(names(folder.path()), [ID]);
    }
}

/// In a file system of its own: 64 kB on a memory disk, optionally made read-only.
fn on_a_small_disk(part: &str, then: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut unshare = Command::new("unshare");
    unshare.args(["--map-root-user", "--mount", "sh", "-c"]);
    unshare
        .arg(format!("mount -t tmpfs -o size=32k none \"$FOLDER\" || exit 77; {then} exec \"$@\""))
        .arg("sh");
    let run = player(unshare, part, folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    if run.status.code() == Some(77) || said.contains("unshare failed") {
        eprintln!("this machine lets nobody mount a disk; not tested: {said}");
        return;
    }
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stdout));
}

#[test]
fn a_full_disk_is_told_apart() {
    on_a_small_disk("full", "");
}

#[test]
fn a_read_only_disk_is_told_apart() {
    on_a_small_disk("read-only", "mount -o remount,ro \"$FOLDER\";");
}
