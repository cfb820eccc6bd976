//! What plain OpenCV and plain Tesseract make of it.

use crate::cases::Case;
use crate::ours::milliseconds;
use anyhow::{Context, Result, bail};
use document::{Point, Quad};
use samples::Kind;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Corners and blur.
pub struct OpenCv {
    pub corners: Option<Quad>,
    pub corners_ms: f64,
    pub laplacian: f64,
    pub blur_ms: f64,
}

/// Fields that a few plain rules take from the text.
pub struct Read {
    pub fields: BTreeMap<&'static str, String>,
    pub ms: f64,
}

#[derive(Deserialize)]
struct Line {
    corners: Option<[[f32; 2]; 4]>,
    corners_ms: f64,
    laplacian: f64,
    blur_ms: f64,
}

/// One process for all pictures; it measures its own time.
pub fn opencv(python: &Path, script: &Path, cases: &[Case]) -> Result<Vec<Option<OpenCv>>> {
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} did not start", python.display()))?;
    let mut stdin = child.stdin.take().context("no way to write to Python")?;
    let names: String = cases.iter().map(|case| format!("{}\n", case.file.display())).collect();
    let writing = std::thread::spawn(move || stdin.write_all(names.as_bytes()));
    let output = child.wait_with_output()?;
    let _ = writing.join();
    if !output.status.success() {
        bail!("{} failed: {}", script.display(), output.status);
    }
    let lines = std::str::from_utf8(&output.stdout)?.lines();
    let parsed = lines.map(|line| {
        let line: Line = serde_json::from_str(line)?;
        let corners = line.corners.map(|corners| Quad::around(corners.map(|[x, y]| Point::new(x, y))));
        let Line { corners_ms, laplacian, blur_ms, .. } = line;
        Ok(Some(OpenCv { corners, corners_ms, laplacian, blur_ms }))
    });
    parsed.collect()
}

/// Reads the page that was straightened by its true corners, upright: more than it would get in real use.
pub fn tesseract(case: &Case) -> Result<Read> {
    let flat = case.flat.as_ref().context("nothing to read")?;
    let began = Instant::now();
    let output = Command::new("tesseract")
        .arg(flat)
        .args(["stdout", "-l", "ind+eng"])
        .env("OMP_THREAD_LIMIT", "1")
        .stderr(Stdio::null())
        .output()
        .context("tesseract did not start")?;
    let ms = milliseconds(began);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(Read { fields: fields(case, &text), ms })
}

fn fields(case: &Case, text: &str) -> BTreeMap<&'static str, String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut fields = BTreeMap::new();
    let mut put = |name, value: Option<String>| {
        if let Some(value) = value {
            fields.insert(name, value);
        }
    };
    match case.kind {
        Kind::Ktp => {
            put("nik", number(&lines, "NIK", &[16]));
            put("name", after(&lines, "nama"));
            put("birth_date", date(&lines));
            let sex = if text.contains("PEREMPUAN") { "female" } else { "male" };
            put("sex", (sex == "female" || text.contains("LAKI")).then(|| sex.to_owned()));
            let place = after(&lines, "lahir").and_then(|birth| birth.split(',').next().map(str::to_owned));
            put("birth_place", place);
        }
        Kind::Passbook => {
            put("account", number(&lines, "rek", &[10, 13, 15, 16]));
            put("holder", after(&lines, "nama"));
            let banks = [
                ("RAKYAT INDONESIA", "002"),
                ("NEGARA INDONESIA", "009"),
                ("MANDIRI", "008"),
                ("CENTRAL ASIA", "014"),
                ("TABUNGAN NEGARA", "200"),
                ("SYARIAH INDONESIA", "451"),
            ];
            put(
                "bank",
                banks.iter().find(|(name, _)| text.contains(name)).map(|(_, code)| (*code).to_owned()),
            );
        }
        Kind::Kpj => {
            put("kpj", number(&lines, "kpj", &[11]));
            put("name", after(&lines, "nama"));
        }
        Kind::Npwp => {
            put("npwp", number(&lines, "npwp", &[15, 16]));
            let at = lines.iter().position(|line| line.to_lowercase().contains("npwp"));
            put("name", at.and_then(|at| lines.get(at + 1)).map(|line| (*line).to_owned()));
        }
        Kind::Letter => {
            let found =
                case.truth.get("title").filter(|title| text.to_uppercase().contains(&title.to_uppercase()));
            put("letter", found.and(case.truth.get("letter")).cloned());
            put("name", after(&lines, "nama"));
        }
        Kind::Kk => {}
    }
    fields
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A number of one of these lengths on a line with the label, on the one below it, or on any.
fn number(lines: &[&str], label: &str, lengths: &[usize]) -> Option<String> {
    let labelled = lines.iter().position(|line| line.to_lowercase().contains(&label.to_lowercase()));
    let near = labelled.into_iter().flat_map(|at| lines[at..lines.len().min(at + 2)].iter());
    near.chain(lines).map(|line| digits(line)).find(|number| lengths.contains(&number.len()))
}

/// What follows the label and a colon; or the line below.
fn after(lines: &[&str], label: &str) -> Option<String> {
    let at = lines.iter().position(|line| line.to_lowercase().contains(label))?;
    let line = lines[at];
    let rest = match line.split_once(':') {
        Some((_, rest)) => rest,
        None => &line[(line.to_lowercase().find(label)? + label.len()).min(line.len())..],
    };
    let rest = rest.trim();
    let value =
        if rest.chars().filter(|c| c.is_uppercase()).count() >= 3 { rest } else { lines.get(at + 1)? };
    Some(value.trim().to_owned())
}

/// The first `12-08-1979`, as `1979-08-12`.
fn date(lines: &[&str]) -> Option<String> {
    let words = lines.iter().flat_map(|line| line.split([' ', ',', ':']));
    words.into_iter().find_map(|word| {
        let [day, month, year] = word.split('-').collect::<Vec<_>>()[..] else { return None };
        let fits = [day, month, year].iter().all(|part| part.chars().all(|c| c.is_ascii_digit()));
        (fits && day.len() == 2 && month.len() == 2 && year.len() == 4)
            .then(|| format!("{year}-{month}-{day}"))
    })
}
