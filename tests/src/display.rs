//! A virtual display and what it shows.

use anyhow::{Context, Result, bail, ensure};
use image::{Rgb, RgbImage};
use std::collections::HashSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What a display shows, pixel by pixel.
pub type Picture = RgbImage;

/// Xvfb with a screen of its own, ended when dropped.
pub struct Display {
    server: Child,
    folder: TempDir,
    /// Such as `:1`; the value of `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts one of so many pixels. Fails where Xvfb is missing or does not come up.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        // setpriv ends the server with the thread that started it, even when that one is killed.
        // The server picks a free number, and keeps its picture in a file that can be read at any time.
        let mut command = Command::new("setpriv");
        command.args([
            "--pdeathsig",
            "KILL",
            "Xvfb",
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-noreset",
            "-fbdir",
        ]);
        command.arg(folder.path()).args(["-screen", "0", &format!("{width}x{height}x24")]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().context("Xvfb did not start: is the package xvfb installed?")?;
        let mut number = String::new();
        if let Some(out) = server.stdout.take() {
            BufReader::new(out).read_line(&mut number)?;
        }
        let display = Self { server, folder, name: format!(":{}", number.trim()) };
        ensure!(!number.trim().is_empty(), "Xvfb ended at once: is /tmp/.X11-unix there and writable?");
        Ok(display)
    }

    /// What it shows now.
    pub fn picture(&self) -> Result<Picture> {
        decode(&fs::read(self.file()).context("the display has no picture")?)
    }

    /// What it shows once two looks a moment apart are the same, or after a second.
    pub fn settled_picture(&self) -> Result<Picture> {
        let until = Instant::now() + Duration::from_secs(1);
        let mut before = self.picture()?;
        loop {
            std::thread::sleep(Duration::from_millis(60));
            let now = self.picture()?;
            if now == before || Instant::now() > until {
                return Ok(now);
            }
            before = now;
        }
    }

    /// Saves what it shows, settled, as PNG.
    pub fn save(&self, file: &Path) -> Result<()> {
        self.settled_picture()?.save(file).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// Whether something with text and colours has been painted: neither the bare display nor an empty window.
    pub fn painted(&self) -> Result<bool> {
        let picture = self.picture()?;
        let colours: HashSet<[u8; 3]> = picture.pixels().step_by(97).map(|pixel| pixel.0).collect();
        Ok(colours.len() >= 8)
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("Xvfb_screen0")
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The XWD file that Xvfb keeps: a header of big-endian words, a colour map, then rows of blue, green, red, nothing.
fn decode(file: &[u8]) -> Result<Picture> {
    let word = |index: usize| -> Result<u32> {
        let bytes = file.get(index * 4..index * 4 + 4).context("the picture of the display is cut off")?;
        Ok(bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte)))
    };
    let (header, width, height) = (word(0)?, word(4)?, word(5)?);
    let (bits, row, colours) = (word(11)?, word(12)?, word(19)?);
    if bits != 32 {
        bail!("a display of {bits} bits a pixel is not known here");
    }
    let start = (header + colours * 12) as usize;
    let rows =
        file.get(start..start + (row * height) as usize).context("the picture of the display is cut off")?;
    let at = |x: u32, y: u32| {
        let pixel = (y * row + x * 4) as usize;
        Rgb([rows[pixel + 2], rows[pixel + 1], rows[pixel]])
    };
    Ok(RgbImage::from_fn(width, height, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_after_header_and_colour_map_in_blue_green_red() {
        let mut file = vec![0_u8; 100];
        for (index, word) in [(0, 100_u32), (4, 2), (5, 1), (11, 32), (12, 8), (19, 1)] {
            file[index * 4..index * 4 + 4].copy_from_slice(&word.to_be_bytes());
        }
        file.extend([0; 12]);
        file.extend([1, 2, 3, 0, 4, 5, 6, 0]);
        let picture = decode(&file).unwrap();
        assert_eq!((picture.get_pixel(0, 0).0, picture.get_pixel(1, 0).0), ([3, 2, 1], [6, 5, 4]));
        assert!(decode(&file[..file.len() - 1]).is_err(), "a file that is cut off is refused");
    }

    #[test]
    fn a_bare_display_is_not_painted() {
        let display = Display::start(640, 480).unwrap();
        assert_eq!(display.settled_picture().unwrap().dimensions(), (640, 480));
        assert!(!display.painted().unwrap());
    }
}
