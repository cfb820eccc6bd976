//! What a claim leaves behind, checked with other people's programs.

use anyhow::{Context, Result, bail, ensure};
use image::ImageReader;
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Largest file that Lapak Asik takes, in bytes.
const UPLOAD_BYTES: u64 = 6_000_000;

/// A document as it is uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Code of the document, such as `ktp`.
    pub kind: String,
    /// Its file, relative to the folder of the outcome.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Copies ticket and packet of the one claim in a data folder to `out`, as soon as they are delivered: `ticket.escpos`,
/// `ticket.png`, `packet.pdf`, `upload/`.
pub fn collect(data: &Path, out: &Path) -> Result<()> {
    let packet = wait_for_file(&data.join("packets"), |name| !name.starts_with('.'))?;
    let until = Instant::now() + Duration::from_secs(10);
    while !packet.join("packet.pdf").is_file() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(50));
    }
    copy(&packet.join("packet.pdf"), &out.join("packet.pdf"))?;
    for file in sorted(&packet)?.iter().filter(|file| file.extension().is_some_and(|end| end == "jpg")) {
        copy(file, &out.join("upload").join(file.file_name().unwrap_or_default()))?;
    }
    for kind in ["escpos", "png"] {
        let ticket =
            wait_for_file(&data.join("slips"), |name| name.starts_with("ticket-") && name.ends_with(kind))?;
        copy(&ticket, &out.join("ticket").with_extension(kind))?;
    }
    Ok(())
}

/// The one entry of a folder that fits, waited for.
pub fn wait_for_file(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let there = sorted(folder).unwrap_or_default();
        let found: Vec<_> = there.iter().filter(|path| fits(&name(path))).collect();
        match found[..] {
            [one] => return Ok(one.clone()),
            [] if Instant::now() < until => std::thread::sleep(Duration::from_millis(50)),
            [] => bail!("nothing came to {}", folder.display()),
            _ => bail!("more than one came to {}: {found:?}", folder.display()),
        }
    }
}

/// Checks an outcome: each file there, readable, of the right kind and size. Returns the documents.
pub fn check(out: &Path) -> Result<Vec<Document>> {
    check_ticket(&out.join("ticket.escpos"))?;
    let (width, height) = decoded(&out.join("ticket.png"))?;
    ensure!((300..=700).contains(&width) && height > width, "ticket.png of {width} × {height} is no ticket");
    // Held under the camera, the ticket brings its claim back.
    read_by("zbarimg", &["--quiet", "--raw"], &out.join("ticket.png")).context("the code on the ticket")?;
    let packet = out.join("packet.pdf");
    read_by("qpdf", &["--check"], &packet)?;
    ensure!(
        !read_by("pdftotext", &[], &packet)?.trim().is_empty(),
        "packet.pdf has no text that can be searched"
    );
    let documents =
        sorted(&out.join("upload"))?.iter().map(|file| check_document(file)).collect::<Result<Vec<_>>>()?;
    ensure!(documents.iter().any(|document| document.kind == "ktp"), "no KTP among {documents:?}");
    Ok(documents)
}

/// Initialised, something to print, cut off.
fn check_ticket(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    ensure!(bytes.starts_with(b"\x1b@"), "the ticket does not begin with ESC @");
    ensure!(bytes.windows(2).any(|pair| pair == b"\x1dV"), "the ticket is not cut off (GS V)");
    ensure!(bytes.len() > 500, "a ticket of {} bytes has nothing on it", bytes.len());
    Ok(())
}

/// `02-kpj_card.jpg`, decodable, not larger than Lapak Asik takes.
fn check_document(file: &Path) -> Result<Document> {
    let name = name(file);
    let kind = name.strip_suffix(".jpg").and_then(|stem| stem.split_once('-'));
    let (_, kind) = kind.with_context(|| format!("{name} is not named NN-KIND.jpg"))?;
    let bytes = fs::metadata(file)?.len();
    ensure!(bytes <= UPLOAD_BYTES, "{name}: {bytes} bytes are more than Lapak Asik takes");
    let (width, height) = decoded(file)?;
    ensure!(width.min(height) >= 400, "{name}: {width} × {height} is too small to read");
    Ok(Document { kind: kind.to_owned(), file: format!("upload/{name}"), bytes, width, height })
}

/// Width and height of a picture, every pixel of it read.
fn decoded(file: &Path) -> Result<(u32, u32)> {
    let reader = ImageReader::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let picture = reader.decode().with_context(|| format!("{} is not a whole picture", file.display()))?;
    Ok((picture.width(), picture.height()))
}

/// What a program says about a file; fails where the program does not like it.
fn read_by(program: &str, options: &[&str], file: &Path) -> Result<String> {
    let done =
        Command::new(program).args(options).arg(file).args((program == "pdftotext").then_some("-")).output();
    let done = done.with_context(|| format!("{program} did not start: is its package installed?"))?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    ensure!(done.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&done.stderr));
    Ok(said)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
