//! What `check` says about mistakes that people make, line by line.

#![expect(clippy::unwrap_used, reason = "a test that cannot read or write its files has failed")]

use folder::{lines, shipped};
use jiff::civil::date;
use kiosk_config::{check, load, load_with};
use std::fs;
use std::path::Path;

#[path = "folder/folder.rs"]
mod folder;

/// What is said after one change to a shipped file, without the place.
fn after(file: &str, from: &str, to: &str) -> Vec<String> {
    let folder = shipped();
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from:?} has to stand once in {file}");
    fs::write(path, text.replace(from, to)).unwrap();
    check(folder.path())
        .into_iter()
        .map(|problem| {
            assert!(problem.place.is_some_and(|place| place.line > 1), "no place: {problem}");
            format!("{} {}: {}", problem.file, problem.key.unwrap_or_default(), problem.what)
        })
        .collect()
}

/// One change brings exactly one problem, of which this is the end or the whole.
#[track_caller]
fn one(file: &str, from: &str, to: &str, expected: &str) {
    let found = after(file, from, to);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains(expected), "{}\nexpected: {expected}", found[0]);
}

#[test]
fn misspelt_key() {
    let folder = shipped();
    let path = folder.path().join("cabang.toml");
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().position(|line| line.starts_with("at_once")).unwrap() + 1;
    fs::write(path, text.replace("at_once = 3", "at_once = 3\ntims = [\"09:00\"]")).unwrap();
    let known = "Known here: at_once, days, first_after_days, roster, times";
    let expected =
        format!("cabang.toml:{}:1 interview.tims: unknown key; did you mean \"times\"? {known}", line + 1);
    assert_eq!(lines(&folder), [expected]);
}

#[test]
fn key_without_its_table() {
    let folder = shipped();
    let path = folder.path().join("kiosk.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text.replace("[capture]\n", "")).unwrap();
    let found = lines(&folder);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert_eq!(
        found[0],
        "kiosk.toml capture: missing; expected in kiosk.toml: a table with automatic, tries"
    );
    for (key, found) in ["tries", "automatic"].iter().zip(&found[1..]) {
        let expected =
            format!("session.{key}: unknown key; it belongs in [capture]. Known here: idle_seconds");
        assert!(found.contains(&expected), "{found}");
    }
}

#[test]
fn key_of_no_table_at_all() {
    one(
        "kiosk.toml",
        "tries = 3",
        "tries = 3\ncolour = 1",
        "capture.colour: unknown key. Known here: automatic, tries",
    );
}

#[test]
fn wrong_types() {
    one(
        "cabang.toml",
        "days = 5",
        "days = \"5\"",
        "interview.days: expected a whole number, 1 to 20, found \"5\"",
    );
    one("cabang.toml", "days = 5", "days = 5.5", "expected a whole number, 1 to 20, found 5.5");
    one("kiosk.toml", "full_screen = true", "full_screen = 1", "expected true or false, found 1");
    one("cabang.toml", "open_days = [", "open_days = [5, ", "5 is not known here; allowed: \"monday\"");
    one("kiosk.toml", "tries = 3", "tries = [3]", "whole number, 1 to 10, found a list");
    one("kiosk.toml", "folder = \"slips\"", "folder = {}", "expected text in quotes, found a table");
    one("pusat.toml", "bpu]\nonline = false", "bpu]\nonline = inf", "expected true or false, found inf");
}

#[test]
fn a_whole_number_may_have_a_decimal_point() {
    assert_eq!(after("cabang.toml", "days = 5", "days = 5.0"), [""; 0]);
}

#[test]
fn out_of_range() {
    one("cabang.toml", "days = 5", "days = 25", "25 is not allowed; expected a whole number, 1 to 20");
    one("kiosk.toml", "warning_seconds = 30", "warning_seconds = 5", "expected a whole number, 20 to 120");
    one(
        "pusat.toml",
        "wait_months = 1\nwork_ended = true\nany",
        "wait_months = -1\nwork_ended = true\nany",
        "expected a whole number, 0 or more",
    );
    one(
        "pusat.toml",
        "wait_months = 1\nwork_ended = true\nany",
        "wait_months = 5000000000\nwork_ended = true\nany",
        "5000000000 is not allowed",
    );
    one(
        "pusat.toml",
        "= 6_000_000",
        "= 99999999999999999999",
        "limits.upload_bytes: 99999999999999999999 is too",
    );
}

#[test]
fn wrong_values() {
    one("cabang.toml", "\"WIB\"", "\"WIP\"", "did you mean \"WIT\"? allowed: \"WIB\", \"WITA\", \"WIT\"");
    one(
        "kiosk.toml",
        "paper_mm = 80",
        "paper_mm = 76",
        "printer.paper_mm: 76 is not known here; allowed: 80, 58, 210",
    );
    one(
        "cabang.toml",
        "\"tuesday\"",
        "\"teusday\"",
        "branch.open_days[2]: \"teusday\" is not known here; did you",
    );
    one("cabang.toml", "kiosk_series = \"A\"", "kiosk_series = \"a\"", "expected one capital letter, A to Z");
    one(
        "kiosk.toml",
        "\"kiosk-1\"",
        "\"Kiosk 1\"",
        "expected 1 to 32 of the characters a-z, 0-9 and the dash",
    );
    one(
        "kiosk.toml",
        "\"en\"]",
        "\"su\"]",
        "kiosk.languages[3]: \"su\" is not known here; allowed: \"id\", \"jv\", \"en\"",
    );
    one("cabang.toml", "\"Kantor Cabang Contoh\"", "\"\"", "branch.name: empty; expected text in quotes");
    one(
        "kiosk.toml",
        "languages = [\"id\", \"jv\", \"en\"]",
        "languages = []",
        "languages: empty; expected a list [...], each",
    );
}

#[test]
fn dates_and_times() {
    let no_date = "no date; write year-month-day";
    one("cabang.toml", "\"2026-12-25\"", "\"25-12-2026\"", no_date);
    one("cabang.toml", "\"2026-12-25\"", "\"2026-02-30\"", no_date);
    one("cabang.toml", "\"2026-12-25\"", "2026-12-25T10:00:00", no_date);
    one(
        "cabang.toml",
        "\"15:30\"",
        "\"15.30\"",
        "branch.closes: \"15.30\" is no time of day; write hour:minute",
    );
    one("cabang.toml", "\"15:30\"", "\"24:30\"", "no time of day");
    one(
        "cabang.toml",
        "\"15:30\"",
        "1530",
        "expected a time of day, hour:minute, such as \"09:30\", found 1530",
    );
    assert_eq!(after("cabang.toml", "\"2026-12-25\"", "2026-12-25"), [""; 0]);
    assert_eq!(after("cabang.toml", "\"15:30\"", "15:30:00"), [""; 0]);
}

#[test]
fn documents_that_do_not_fit_their_reason() {
    let pkwt = |to: &str, expected: &str| one("pusat.toml", "documents = [\"contract_end\"]", to, expected);
    let and = |code: &str| format!("documents = [\"contract_end\", {code:?}]");
    pkwt(
        &and("contract_ent"),
        "documents[2]: there is no document \"contract_ent\"; did you mean \"contract_end\"?",
    );
    pkwt(&and("contract_end"), "rules.reasons.pkwt.documents[2]: this reason names \"contract_end\" twice");
    pkwt(&and("ktp"), "\"ktp\" is a common document (when = \"always\"); leave it out here");
    pkwt("documents = [\"contract_end\"]\nwithout = [\"passport\"]", "\"passport\" is no common document");
    pkwt("any_of = [\"contract_end\"]", "pkwt.any_of: one document leaves no choice; put it in `documents`");
    pkwt("", "rules.documents.contract_end: no reason asks for it");
}

#[test]
fn a_reason_with_the_code_of_the_way_to_other_programmes() {
    let expected = "rules.reasons.other: \"other\" is the way to other programmes; take another code";
    one("pusat.toml", "[rules.reasons.bpu]", "[rules.reasons.other]", expected);
}

#[test]
fn codes_without_words() {
    let expected = "rules.reasons.resing: there are no words for this code, texts.id.reason-resing, \
                    texts.id.reason-resing-note, texts.jv.reason-resing, texts.jv.reason-resing-note, \
                    texts.en.reason-resing, texts.en.reason-resing-note; did you mean \"resign\"?";
    one("pusat.toml", "[rules.reasons.resign]", "[rules.reasons.resing]", expected);
    let expected = "rules.balance_bands.up_to_20: there are no words for this code, texts.id.balance-up_to_20, \
                    texts.jv.balance-up_to_20, texts.en.balance-up_to_20";
    let found = after("pusat.toml", "up_to_15 = {", "up_to_20 = {");
    assert!(found.len() == 1 && found[0].contains(expected), "{found:#?}");
    let codes = found[0].split_once("Known: ").unwrap().1;
    assert_eq!(codes, "above_50, unknown, up_to_15, up_to_50");
}

#[test]
fn ranges_of_the_balance() {
    let found = after("pusat.toml", "up_to_50 = { up_to = 50_000_000 }", "up_to_50 = { up_to = 9 }");
    assert!(
        found.iter().any(|line| line.contains("ranges rise: 9 has to be more than 15000000")),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|line| line.contains("npwp_rupiah: 50000000 is the end of no range")),
        "{found:#?}"
    );
    one("pusat.toml", "above_50 = {}\n", "", "balance_bands: no highest range");
    one(
        "pusat.toml",
        "unknown = { unknown = true }",
        "unknown = {}",
        "\"above_50\" already is the highest range",
    );
    one("pusat.toml", "{ unknown = true }", "{ unknown = true, up_to = 5 }", "`unknown` and `up_to` exclude");
    one(
        "pusat.toml",
        "jmo_rupiah = 15_000_000",
        "jmo_rupiah = 20_000_000",
        "20000000 is the end of no range",
    );
}

#[test]
fn hours() {
    one(
        "cabang.toml",
        "\"08:00\"",
        "\"15:30\"",
        "branch.closes: has to be later than branch.opens, 15:30:00",
    );
    one("cabang.toml", "\"14:30\"]", "\"15:30\"]", "interview.times[10]: 15:30 is outside the opening hours");
    one("cabang.toml", "\"14:30\"]", "\"09:00:00\"]", "interview.times[10]: \"09:00:00\" is there twice");
    one(
        "cabang.toml",
        "\"2026-12-25\"",
        "\"2026-08-17\"",
        "branch.holidays[2]: \"2026-08-17\" is there twice",
    );
}

#[test]
fn values_that_need_each_other() {
    one(
        "cabang.toml",
        "counter_series = \"B\"",
        "counter_series = \"A\"",
        "\"A\" is the letter of queue.kiosk_series too",
    );
    one(
        "cabang.toml",
        "3 = [\"A\",",
        "3 = [\"X\",",
        "queue.counters.3[1]: no series has the letter \"X\"; there are A, B, P",
    );
    one(
        "cabang.toml",
        "3 = [\"A\",",
        "loket = [\"A\",",
        "queue.counters.loket: a counter has a number, 1 to 99",
    );
    one(
        "cabang.toml",
        "[queue.counters]",
        "[queue.quota.Q]\nmonday = 1\n[queue.counters]",
        "no series has the letter \"Q\"",
    );
    one(
        "kiosk.toml",
        "source = \"device\"",
        "source = \"folder\"",
        "\"folder\" needs camera.folder in the same table",
    );
    let folder = "turn = \"none\"\n[face_camera]\nturn = \"right\"\nsource = \"folder\"";
    one("kiosk.toml", "turn = \"none\"", folder, "\"folder\" needs face_camera.folder in the same table");
    // The turn that follows is the one of the face camera.
    let camera = "device = \"C920\"";
    let both = format!("{camera}\nturn = \"none\"\n[face_camera]\nsource = \"device\"\n{camera}");
    one("kiosk.toml", "# device = \"C920\"", &both, "the same as camera.device");
    one("kiosk.toml", "connection = \"file\"", "connection = \"tcp\"", "\"tcp\" needs printer.address");
    one("kiosk.toml", "folder = \"slips\"\n", "", "printer.connection: \"file\" needs printer.folder");
    one("kiosk.toml", "idle_seconds = 90", "idle_seconds = 20", "30 is longer than session.idle_seconds, 20");
    for wrong in [
        "printer",
        "printer:",
        ":9100",
        "printer:0",
        "printer:99999",
        "http://printer:9100",
        "p r:91",
        "p:+1",
    ] {
        let line = format!("folder = \"slips\"\naddress = \"{wrong}\"");
        one("kiosk.toml", "folder = \"slips\"", &line, "is not host:port, such as");
    }
    for right in ["printer:9100", "192.168.1.50:9100", "[::1]:9100", "printer.lan:1"] {
        let line = format!("folder = \"slips\"\naddress = \"{right}\"");
        assert_eq!(after("kiosk.toml", "folder = \"slips\"", &line), [""; 0], "{right}");
    }
    for (connection, key, wrong, what) in [
        ("usb", "device", "lp0", "is not vendor:product, such as"),
        ("usb", "device", "04b8:0e1x", "is not vendor:product, such as"),
        ("usb", "device", "04b8:0e15:", "is not vendor:product, such as"),
        ("serial", "device", "04b8:0e15", "is not a path, such as"),
        ("cups", "queue", "localhost/printers/a", "is not ipp://host/path, such as"),
        ("cups", "queue", "ipp:///printers/a", "is not ipp://host/path, such as"),
    ] {
        let line = format!("connection = \"{connection}\"\n{key} = \"{wrong}\"");
        one("kiosk.toml", "connection = \"file\"", &line, what);
    }
    for (connection, key, right) in [
        ("usb", "", ""),
        ("usb", "device", "04b8:0e15"),
        ("usb", "device", "04b8:0e15:X1"),
        ("usb", "device", "/dev/usb/lp0"),
        ("serial", "device", "/dev/serial/by-id/usb-Printer"),
        ("cups", "queue", "ipp://localhost:631/printers/slips"),
    ] {
        let mut line = format!("connection = \"{connection}\"\n");
        if !right.is_empty() {
            line += &format!("{key} = \"{right}\"");
        }
        assert_eq!(after("kiosk.toml", "connection = \"file\"", &line), [""; 0], "{right}");
    }
    one("kiosk.toml", "connection = \"file\"", "connection = \"serial\"", "\"serial\" needs printer.device");
    one("kiosk.toml", "connection = \"file\"", "connection = \"cups\"", "\"cups\" needs printer.queue");
    one("kiosk.toml", "paper_mm = 80", "paper_mm = 210", "sheets of A4 need the connection \"cups\"");
    one("pusat.toml", "002 = {", "02 = {", "rules.banks.02: the code of a bank has three digits");
}

#[test]
fn what_is_missing_says_where_it_is_expected() {
    one(
        "kiosk.toml",
        "seconds = 10\n",
        "",
        "printer.seconds: missing; expected in kiosk.toml under [printer]: a whole",
    );
    one(
        "pusat.toml",
        "photo = { shape = \"face\", ",
        "photo = { ",
        "rules.documents.photo.shape: missing; expected",
    );
    let folder = shipped();
    fs::remove_file(folder.path().join("cabang.toml")).unwrap();
    let found = lines(&folder);
    assert_eq!(found.len(), 3);
    assert!(
        found[0].starts_with("cabang.toml branch: missing; expected in cabang.toml: a table with address, ")
    );
}

#[test]
fn all_problems_of_all_layers_come_at_once_in_the_order_of_the_files() {
    let folder = shipped();
    let append = |file: &str, text: &str| {
        let path = folder.path().join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap_or_default() + text).unwrap();
    };
    append("kiosk.toml", "\n[sesion]\nx = 1\n");
    append(
        "wilayah.toml",
        "[rules.limits]\ndraft_days = 5\nnpwp_rupiah = 1\n[rules.documents.kk]\nshape = \"crad\"\n",
    );
    append("cabang.toml", "at_once = 2\n[branch]\n");
    let found = lines(&folder);
    let starts = [
        "wilayah.toml:2:14 rules.limits.draft_days: may be shortened here, never lengthened: at most 3, set in pusat",
        "wilayah.toml:3:1 rules.limits.npwp_rupiah: locked by pusat.toml (\"rules.limits.npwp_rupiah\" in its `locked`)",
        "wilayah.toml:5:9 rules.documents.kk.shape: \"crad\" is not known here; did you mean \"card\"?",
        "cabang.toml:",
        "cabang.toml:",
        "kiosk.toml:",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (line, start) in found.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}\nexpected: {start}");
    }
    assert!(found[5].contains("sesion: unknown key; did you mean \"session\"?"));
}

#[test]
fn a_wrong_value_is_found_in_its_layer_even_where_a_lower_one_replaces_it() {
    let folder = shipped();
    fs::write(folder.path().join("wilayah.toml"), "[session]\nidle_seconds = 1\n").unwrap();
    assert_eq!(
        lines(&folder),
        ["wilayah.toml:2:16 session.idle_seconds: 1 is not allowed; expected a whole number, 15 to 1800"]
    );
}

#[test]
fn every_syntax_error_is_reported_and_nothing_is_said_to_be_missing_because_of_it() {
    let folder = shipped();
    fs::write(folder.path().join("cabang.toml"), "[branch]\nname = \"x\n[interview]\ndays = 1 2\n[queue\n")
        .unwrap();
    assert_eq!(
        lines(&folder),
        [
            "cabang.toml:2:10: not valid TOML: invalid basic string, expected `\"`",
            "cabang.toml:4:8: not valid TOML: string values must be quoted, expected literal string",
            "cabang.toml:5:7: not valid TOML: unclosed table, expected `]`",
        ]
    );
}

#[test]
fn folders_and_files_that_cannot_be_read() {
    let folder = shipped();
    let nowhere = folder.path().join("nowhere");
    let found = check(&nowhere);
    assert_eq!(found.len(), 1);
    assert!(found[0].to_string().starts_with(&format!("{}: cannot be read", nowhere.display())));

    fs::write(folder.path().join("kiosk.toml"), b"[kiosk]\nid = \"k\xff\"\n").unwrap();
    assert_eq!(lines(&folder), ["kiosk.toml:2:8: not UTF-8 text; save the file with the encoding UTF-8"]);
    fs::remove_file(folder.path().join("kiosk.toml")).unwrap();
    fs::create_dir(folder.path().join("kiosk.toml")).unwrap();
    let found = lines(&folder);
    assert!(found.len() == 1 && found[0].starts_with("kiosk.toml: cannot be read"), "{found:#?}");

    let folder = shipped();
    fs::remove_file(folder.path().join("pusat.toml")).unwrap();
    assert_eq!(lines(&folder), ["pusat.toml: missing; this file of head office is needed"]);
}

#[test]
fn files_that_look_like_layers_are_pointed_out_and_others_are_left_alone() {
    let folder = shipped();
    for name in [
        "cabang.tml",
        "kiosk.toml.txt",
        "Kiosk2.toml",
        "notes.md",
        "cabang.toml~",
        ".kiosk.toml.swp",
        "logo.png",
    ] {
        fs::write(folder.path().join(name), "").unwrap();
    }
    let files =
        "Files of the configuration: pusat.toml, pusat-NAME.toml, wilayah.toml, cabang.toml, kiosk.toml";
    assert_eq!(
        lines(&folder),
        [
            format!("Kiosk2.toml: not read; did you mean \"kiosk.toml\"? {files}"),
            format!("cabang.tml: not read; did you mean \"cabang.toml\"? {files}"),
            format!("kiosk.toml.txt: not read; did you mean \"kiosk.toml\"? {files}"),
        ]
    );
}

#[test]
fn a_text_file_of_windows_is_as_good() {
    let folder = shipped();
    for file in ["pusat.toml", "cabang.toml", "kiosk.toml"] {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
        fs::write(path, format!("\u{feff}{text}")).unwrap();
    }
    assert_eq!(lines(&folder), [""; 0]);
}

#[test]
fn lower_layers_replace_lists_and_keep_the_rest_of_tables() {
    let folder = shipped();
    let pusat = folder.path().join("pusat.toml");
    fs::write(&pusat, fs::read_to_string(&pusat).unwrap().replace("    \"rules.reasons\",\n", "")).unwrap();
    let wilayah =
        "[rules.reasons.phk]\nany_of = [\"layoff_notice\", \"layoff_ruling\"]\n[branch]\nholidays = []\n";
    fs::write(folder.path().join("wilayah.toml"), wilayah).unwrap();
    let problems = lines(&folder);
    assert!(
        problems.len() == 3 && problems.iter().all(|line| line.contains("no reason asks for it")),
        "{problems:#?}"
    );

    let wilayah =
        "[rules.limits]\ndraft_days = 1\n[rules.banks]\n002.name = \"BRI\"\n110 = { name = \"BJB\" }\n";
    fs::write(folder.path().join("wilayah.toml"), wilayah).unwrap();
    let rules = load(folder.path()).unwrap().rules;
    assert_eq!((rules.limits.draft_days, rules.limits.youngest), (1, 15));
    assert_eq!((rules.banks["002"].name.as_str(), rules.banks["002"].digits), ("BRI", Some(15)));
    assert_eq!(rules.banks.keys().last().map(String::as_str), Some("110"));
}

#[test]
fn values_from_the_command_line_are_checked_too() {
    let folder = shipped();
    let set = |key: &str, value: &str| {
        let problems = load_with(folder.path(), &[(key.into(), value.into())]).unwrap_err();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let found = set("camera.source", "folder");
    assert_eq!(found, ["--set camera.source: \"folder\" needs camera.folder in the same table"]);
    let found = set("sesion.idle", "3");
    assert!(found.len() == 1 && found[0].contains("did you mean \"session\"?"), "{found:#?}");
    assert_eq!(set("a b", "3").len(), 1);
    let both = [("camera.source", "\"folder\""), ("camera.folder", "photographs")];
    let both = both.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let camera = load_with(folder.path(), &both).unwrap().camera;
    assert_eq!(camera.folder.as_deref(), Some(Path::new("photographs")));
}

#[test]
fn what_is_shown_is_the_same_configuration_in_one_file() {
    let folder = shipped();
    let (shown, problems) =
        kiosk_config::show(folder.path(), &[("branch.name".into(), "Cabang Lain".into())], date(2026, 9, 10));
    assert_eq!(problems, []);
    assert!(shown.contains("\nupload_bytes = 6000000  # pusat.toml\n"));
    assert!(shown.contains("\nname = \"Cabang Lain\"  # --set\n"));
    let single = tempfile::tempdir().unwrap();
    fs::write(single.path().join("pusat.toml"), shown).unwrap();
    let mut expected = load(folder.path()).unwrap();
    expected.branch.name = "Cabang Lain".into();
    assert_eq!(load(single.path()).unwrap(), expected);
}

#[test]
fn headphones_that_are_the_loudspeaker() {
    let from = "# headphones = \"plughw:CARD=Headset\"";
    one("kiosk.toml", from, "headphones = \"default\"", "what is personal would be heard by everybody");
}

#[test]
fn officers_have_a_pin_that_is_never_shown() {
    let officer = |pin: &str| format!("[officers.rina]\nname = \"Rina\"\npin = {pin}\nchecks = \"first\"\n");
    let with = |pin: &str| after("cabang.toml", "[interview]", &format!("{}\n[interview]", officer(pin)));
    assert_eq!(with("\"2468\""), Vec::<String>::new());
    for pin in ["\"246\"", "2468", "\"secret\""] {
        let found = with(pin);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("officers.rina.pin"), "{}", found[0]);
    }
    let folder = shipped();
    let path = folder.path().join("cabang.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\n{}", officer("\"2468\""))).unwrap();
    let (shown, _) = kiosk_config::show(folder.path(), &[], date(2026, 11, 23));
    assert!(shown.contains("[officers.rina]") && !shown.contains("2468"), "{shown}");
    assert!(!format!("{:?}", load(folder.path()).unwrap()).contains("2468"));
}
