//! The voice with the real programs, into devices of ALSA that need no sound card: a file, nothing, and one that
//! hangs.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use device::speaker::{Announcements, Espeak, Held, Line, Setup, Speaker, Speech, State};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(15);

/// A device of ALSA that writes what is played into a WAV file.
fn recorder(file: &Path) -> Option<String> {
    Some(format!("file:'{}',wav", file.display()))
}

struct Heard {
    speaker: Espeak,
    changes: Receiver<()>,
}

fn start(setup: Setup) -> Heard {
    let speaker = Espeak::start(Setup { words_per_minute: 140, ..setup });
    let (changed, changes) = channel();
    speaker.on_change(Box::new(move || {
        let _ = changed.send(());
    }));
    Heard { speaker, changes }
}

impl Heard {
    fn until(&self, what: &str, wished: impl Fn(State) -> bool) -> State {
        let end = Instant::now() + PATIENCE;
        while !wished(self.speaker.state()) {
            assert!(Instant::now() < end, "{what} never came: {:?}", self.speaker.state());
            // A change may have come before anybody listened.
            let _ = self.changes.recv_timeout(Duration::from_millis(50));
        }
        self.speaker.state()
    }

    fn ready(&self) -> State {
        self.until("ready", |state| matches!(state, State::Ready { .. }))
    }

    fn say(&self, lines: &[(&str, bool)]) {
        let line = |(text, private): &(&str, bool)| Line { text: (*text).into(), private: *private };
        self.speaker.say(Speech {
            language: "id".into(),
            lines: lines.iter().map(line).collect(),
            ..Speech::default()
        });
    }
}

/// Seconds of a WAV file of 16 bits, and how loud it is at its loudest.
fn sound(file: &Path) -> (f64, u16) {
    let bytes = fs::read(file).unwrap();
    assert!(bytes.starts_with(b"RIFF"));
    let a_second = u32::from_le_bytes(bytes[28..32].try_into().unwrap());
    let samples = bytes[44..].as_chunks::<2>().0.iter().map(|pair| i16::from_le_bytes(*pair).unsigned_abs());
    ((bytes.len() - 44) as f64 / f64::from(a_second), samples.max().unwrap_or_default())
}

/// A tone of one second, quieter than any voice.
fn tone(file: &Path) {
    let samples: Vec<u8> = (0..8000_i16).flat_map(|at| (at % 40 * 10).to_le_bytes()).collect();
    let mut wav = b"RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00".to_vec();
    wav.extend(8000_u32.to_le_bytes());
    wav.extend(16000_u32.to_le_bytes());
    wav.extend(b"\x02\x00\x10\x00data");
    wav.extend(u32::try_from(samples.len()).unwrap().to_le_bytes());
    wav.extend(samples);
    let length = u32::try_from(wav.len() - 8).unwrap();
    wav[4..8].copy_from_slice(&length.to_le_bytes());
    fs::write(file, wav).unwrap();
}

#[test]
fn a_sentence_is_heard_and_takes_as_long_as_a_slow_reader() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("out.wav");
    let heard = start(Setup { device: recorder(&file), ..Setup::default() });
    assert_eq!(heard.ready(), State::Ready { headphones: false });
    heard.say(&[("Klaim Jaminan Hari Tua di sini, dipandu langkah demi langkah", false)]);
    heard.ready();
    let (seconds, loudest) = sound(&file);
    // Ten words at 140 a minute are 4.3 s.
    assert!((3.0..8.0).contains(&seconds), "{seconds} s");
    assert!(loudest > 3000, "{loudest}");
}

#[test]
fn what_is_private_is_heard_in_headphones_alone() {
    let folder = TempDir::new().unwrap();
    let (aloud, phones) = (folder.path().join("aloud.wav"), folder.path().join("phones.wav"));
    let setup = Setup { device: recorder(&aloud), headphones: recorder(&phones), ..Setup::default() };
    let heard = start(setup.clone());
    assert_eq!(heard.ready(), State::Ready { headphones: true });
    let silence = (sound(&aloud), sound(&phones));
    heard.say(&[("Siti Aminah Wulandari", true)]);
    heard.ready();
    assert_eq!(sound(&aloud), silence.0);
    assert!(sound(&phones).1 > 3000);

    let heard = start(Setup { headphones: None, ..setup });
    heard.ready();
    let before = fs::metadata(&aloud).unwrap().len();
    heard.say(&[("Siti Aminah Wulandari", true)]);
    heard.ready();
    assert_eq!(fs::metadata(&aloud).unwrap().len(), before, "nothing is said aloud without headphones");
}

#[test]
fn no_sound_device_is_an_ordinary_state() {
    let heard = start(Setup { device: Some("no-such-device".into()), ..Setup::default() });
    heard.say(&[("Halo", false)]);
    heard.speaker.stop();
    assert_eq!(heard.speaker.state(), State::Silent);
    assert!(heard.changes.recv_timeout(Duration::from_millis(600)).is_err(), "it never claims to be there");
}

#[test]
fn a_recorded_clip_is_played_instead() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("out.wav");
    fs::create_dir(folder.path().join("id")).unwrap();
    let index = "\"Nomor Anda.\" = \"a.wav\"\n\"nol\" = \"a.wav\"\n\"Kertas.\" = \"missing.wav\"\n";
    fs::write(folder.path().join("id/index.toml"), index).unwrap();
    tone(&folder.path().join("id/a.wav"));
    let clips = Some(folder.path().to_owned());
    let heard = start(Setup { device: recorder(&file), clips, ..Setup::default() });
    heard.ready();
    for (text, recorded) in [("Nomor Anda.", true), ("nol, nol.", true), ("Kertas.", false)] {
        heard.say(&[(text, false)]);
        heard.ready();
        let (_, loudest) = sound(&file);
        assert_eq!(loudest <= 400, recorded, "{text}: {loudest}");
    }
}

/// A device that takes a second and a half of sound and then hangs, as one that is pulled out may.
fn hanging(folder: &Path) -> (String, fs::File) {
    let pipe = folder.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Open for reading and writing: whoever writes does not wait for a reader, and nobody reads.
    let open = fs::File::options().read(true).write(true).open(&pipe).unwrap();
    (format!("file:'{}',raw", pipe.display()), open)
}

/// Processes that play on this device.
fn players(device: &str) -> usize {
    let lines = fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| {
        let line = fs::read(entry.path().join("cmdline")).ok()?;
        Some(String::from_utf8_lossy(&line).replace('\0', " "))
    });
    lines.filter(|line| line.contains(device)).count()
}

#[test]
fn even_on_a_device_that_hangs_speech_stops_within_a_tenth_of_a_second() {
    let folder = TempDir::new().unwrap();
    let (device, _open) = hanging(folder.path());
    let heard = start(Setup { device: Some(device.clone()), ..Setup::default() });
    heard.ready();
    let long = "Petugas akan memeriksa dokumen asli Anda pada hari itu ".repeat(12);
    heard.say(&[(&long, false)]);
    let end = Instant::now() + PATIENCE;
    while players(&device) == 0 {
        assert!(Instant::now() < end, "nothing plays");
    }
    assert!(matches!(heard.speaker.state(), State::Speaking { .. }));
    let asked = Instant::now();
    heard.speaker.stop();
    assert!(asked.elapsed() < Duration::from_millis(20), "asking does not wait");
    while players(&device) > 0 {
        assert!(asked.elapsed() < Duration::from_millis(100), "still playing");
    }
    assert_eq!(heard.speaker.state(), State::Ready { headphones: false });
}

#[test]
fn the_latest_wins_and_there_is_never_a_second_voice() {
    let folder = TempDir::new().unwrap();
    let (device, _open) = hanging(folder.path());
    let heard = start(Setup { device: Some(device.clone()), ..Setup::default() });
    heard.ready();
    let long = "Siapkan dokumen asli Anda ".repeat(20);
    let end = Instant::now() + Duration::from_millis(700);
    let mut most = 0;
    while Instant::now() < end {
        heard.say(&[(&long, false)]);
        most = most.max(players(&device));
    }
    assert!(most <= 1, "{most} at once");
    heard.say(&[("", false)]);
    heard.ready();
}

#[test]
fn what_is_said_stands_in_no_list_of_processes() {
    let folder = TempDir::new().unwrap();
    let (device, _open) = hanging(folder.path());
    let heard = start(Setup { headphones: Some(device.clone()), ..Setup::default() });
    heard.ready();
    heard.say(&[(&"Wulandari Rahasia ".repeat(20), true)]);
    let end = Instant::now() + PATIENCE;
    while players(&device) == 0 {
        assert!(Instant::now() < end, "nothing plays");
        assert_eq!(players("Wulandari"), 0);
    }
    heard.speaker.stop();
}

#[test]
fn a_speech_prints_without_its_words() {
    let line = Line { text: "Siti".into(), private: true };
    let speech = Speech { language: "id".into(), lines: vec![line], chime: false };
    assert!(!format!("{speech:?}").contains("Siti"));
}

#[test]
fn a_call_is_two_tones_and_then_the_words() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("out.wav");
    fs::create_dir(folder.path().join("id")).unwrap();
    let index = "\"Nomor antrean A\" = \"a.wav\"\n\"nol\" = \"a.wav\"\n\"dua\" = \"a.wav\"\n\"silakan ke loket\" = \"a.wav\"\n";
    fs::write(folder.path().join("id/index.toml"), index).unwrap();
    tone(&folder.path().join("id/a.wav"));
    let clips = Some(folder.path().to_owned());
    let heard = start(Setup { device: recorder(&file), clips, ..Setup::default() });
    heard.ready();
    let call = |chime, text: &str| {
        let lines = vec![Line { text: text.into(), private: false }];
        heard.speaker.say(Speech { language: "id".into(), lines, chime });
        heard.ready();
        sound(&file)
    };
    // Each clip is played for itself, and the recorder keeps the last one.
    assert!(call(true, "").1 > 5000, "the tones");
    assert!(
        call(false, "Nomor antrean A, nol nol dua, silakan ke loket dua.").1 <= 400,
        "recorded word by word"
    );
    assert!(
        call(false, "Nomor antrean A, nol nol satu, silakan ke loket dua.").1 > 3000,
        "one word is not recorded"
    );
    assert_eq!(heard.speaker.heard(), 3);
}

/// Whoever is called while the sound is away is called when it is back; nobody is talked over.
#[test]
fn calls_wait_for_each_other_and_for_a_sound_device_that_went_away() {
    let speaker = Held::new(false);
    let mut calls = Announcements::default();
    let speech = |text: &str| Speech {
        language: "id".into(),
        lines: vec![Line { text: text.into(), private: false }],
        chime: true,
    };
    let said = || speaker.said().iter().map(|speech| speech.lines[0].text.clone()).collect::<Vec<_>>();
    calls.add(1, speech("one"));
    calls.add(2, speech("two"));
    calls.go_on(&speaker);
    calls.go_on(&speaker);
    assert_eq!(said(), ["one"], "the second waits for the first");
    speaker.unplug(true);
    calls.go_on(&speaker);
    calls.add(3, speech("three"));
    calls.go_on(&speaker);
    assert_eq!(calls.waiting().collect::<Vec<_>>(), [1, 2, 3]);
    speaker.unplug(false);
    calls.go_on(&speaker);
    assert_eq!(said(), ["one", "one"], "what was cut off is said again");
    speaker.finish();
    calls.keep(|id| id != 3);
    calls.go_on(&speaker);
    speaker.finish();
    calls.go_on(&speaker);
    assert_eq!((said().last().map(String::as_str), calls.waiting().count()), (Some("two"), 0));
}

#[test]
fn a_call_that_cannot_be_said_keeps_nobody_waiting_for_ever() {
    let speaker = Held::new(false);
    let mut calls = Announcements::default();
    calls.add(1, Speech::default());
    calls.add(2, Speech { chime: true, ..Speech::default() });
    for _ in 0..3 {
        calls.go_on(&speaker);
        speaker.stop();
    }
    calls.go_on(&speaker);
    assert_eq!(calls.waiting().collect::<Vec<_>>(), [2]);
    assert!(speaker.said().last().unwrap().chime);
}

/// The device of the hall hangs in the middle of a call, as one that is pulled out may, and works again later.
#[test]
fn a_call_into_a_device_that_vanishes_is_heard_when_it_is_back() {
    let folder = TempDir::new().unwrap();
    let (device, open) = hanging(folder.path());
    let heard = start(Setup { device: Some(device), ..Setup::default() });
    heard.ready();
    let mut calls = Announcements::default();
    let line = Line { text: "Nomor antrean A, nol satu dua, silakan ke loket dua.".into(), private: false };
    calls.add(7, Speech { language: "id".into(), lines: vec![line], chime: true });
    calls.go_on(&heard.speaker);
    heard.until("silent", |state| state == State::Silent);
    calls.go_on(&heard.speaker);
    assert_eq!((calls.waiting().count(), heard.speaker.heard()), (1, 0));
    // Somebody takes the sound away again; the thread ends with the test.
    std::thread::spawn(move || std::io::copy(&mut &open, &mut std::io::sink()));
    heard.ready();
    calls.go_on(&heard.speaker);
    heard.ready();
    calls.go_on(&heard.speaker);
    assert_eq!((calls.waiting().count(), heard.speaker.heard()), (0, 1));
}
