//! The two programs behind a voice. Each gets what it needs through memory and is killed when it takes too long.

use nix::sys::memfd::{MFdFlags, memfd_create};
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How often a program is asked whether it has ended.
const POLL: Duration = Duration::from_millis(10);
/// For what takes no time unless something is wrong.
pub(super) const SHORT: Duration = Duration::from_secs(3);
/// A device may take this much longer than the sound lasts.
const SLACK: Duration = Duration::from_secs(5);
/// Length of the part of a WAV file that says how it is to be played.
const HEADER: usize = 44;

/// Waits for that long; says whether the speech was stopped meanwhile.
pub(super) type Wait<'a> = &'a dyn Fn(Duration) -> bool;

/// How a program ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Well,
    Badly,
    Stopped,
}

/// A file that is nowhere but in memory, read from its beginning.
pub(super) fn in_memory(content: &[u8]) -> io::Result<File> {
    let mut file = File::from(memfd_create("speech", MFdFlags::MFD_CLOEXEC)?);
    file.write_all(content)?;
    file.rewind()?;
    Ok(file)
}

/// Runs a program to its end, until it is stopped, or up to the deadline.
fn run(command: &mut Command, deadline: Duration, wait: Wait<'_>) -> Ended {
    let Ok(mut child) = command.stderr(Stdio::null()).spawn() else { return Ended::Badly };
    let end = Instant::now() + deadline;
    loop {
        match child.try_wait().map(|ended| ended.as_ref().map(ExitStatus::success)) {
            Ok(Some(true)) => return Ended::Well,
            Ok(Some(false)) | Err(_) => return Ended::Badly,
            Ok(None) => {}
        }
        if wait(POLL) {
            kill(child);
            return Ended::Stopped;
        }
        if Instant::now() > end {
            kill(child);
            return Ended::Badly;
        }
    }
}

/// Kills it, and waits for it elsewhere: a process that hangs in a driver may outlive its signal.
fn kill(mut child: Child) {
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    std::thread::spawn(move || child.wait());
}

/// Whether the engine is installed.
pub(super) fn engine_is_there(wait: Wait<'_>) -> bool {
    let mut command = Command::new("espeak-ng");
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null());
    run(&mut command, SHORT, wait) == Ended::Well
}

/// The sound of a text, as WAV; none where the engine fails or was stopped.
pub(super) fn synthesise(
    text: &str,
    voice: &str,
    words_per_minute: u32,
    wait: Wait<'_>,
) -> Result<File, Ended> {
    let failed = |_| Ended::Badly;
    let mut sound = in_memory(&[]).map_err(failed)?;
    let mut command = Command::new("espeak-ng");
    command.args(["-v", voice, "-s", &words_per_minute.to_string(), "--stdin", "--stdout"]);
    command.stdin(in_memory(text.as_bytes()).map_err(failed)?);
    command.stdout(sound.try_clone().map_err(failed)?);
    match run(&mut command, SHORT, wait) {
        Ended::Well => {
            sound.rewind().map_err(failed)?;
            Ok(sound)
        }
        other => Err(other),
    }
}

/// Plays a WAV file from its beginning on a device of ALSA.
pub(super) fn play(mut sound: File, device: &str, wait: Wait<'_>) -> Ended {
    let Some(length) = length(&mut sound) else { return Ended::Badly };
    let mut command = Command::new("aplay");
    command.args(["-q", "-t", "wav", "-D", device]).stdin(sound).stdout(Stdio::null());
    run(&mut command, length + SLACK, wait)
}

/// Whether a device of ALSA can be opened: it plays a twentieth of a second of nothing.
pub(super) fn opens(device: &str, wait: Wait<'_>) -> bool {
    let Ok(silence) = in_memory(&[0; 4410]) else { return false };
    let mut command = Command::new("aplay");
    command.args(["-q", "-t", "raw", "-f", "S16_LE", "-r", "44100", "-c", "1", "-D", device]);
    command.stdin(silence).stdout(Stdio::null());
    run(&mut command, SHORT, wait) == Ended::Well
}

/// How long a WAV file plays; none where it is not one.
pub(super) fn length(sound: &mut File) -> Option<Duration> {
    let mut header = [0; HEADER];
    sound.read_exact(&mut header).ok()?;
    sound.rewind().ok()?;
    let a_second = u32::from_le_bytes(header.get(28..32)?.try_into().ok()?);
    let known = header.starts_with(b"RIFF") && header.get(8..12)? == b"WAVE" && a_second > 0;
    let bytes = sound.metadata().ok()?.len().saturating_sub(HEADER as u64);
    known.then(|| Duration::from_millis(bytes * 1000 / u64::from(a_second)))
}
