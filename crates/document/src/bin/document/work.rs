//! What is done with one image, and what is said about it.

use crate::look::judged;
use document::read::{Kind, Reader, Reading};
use document::{Form, Judgement, Quad, decode, encode_page, enhance, straighten, straighten_likely};
use image::RgbImage;
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A larger file is no photograph.
const MAX_BYTES: u64 = 200 << 20;

/// The task.
pub(crate) enum Work {
    Judge { form: Option<Form> },
    Rectify { form: Option<Form>, pages: Pages, upright: Option<Reader>, plain: bool },
    Read { kind: Kind, reader: Reader },
}

/// Keys and values, in the order of the line.
pub(crate) type Said = Vec<(&'static str, Value)>;

impl Work {
    pub(crate) fn read(kind: Kind) -> Self {
        Self::Read { kind, reader: Reader::default() }
    }

    /// Does it with one image.
    pub(crate) fn on(&mut self, image: &Path) -> Result<Said, String> {
        let picture = open(image)?;
        let began = Instant::now();
        let mut said = vec![];
        let judgement = match self {
            Self::Judge { form } => judged(&picture, *form),
            Self::Rectify { form, pages, upright, plain } => {
                let judgement = judged(&picture, *form);
                let mut page = page(&picture, judgement.corners.as_ref(), *form);
                if !*plain {
                    page = enhance(&page);
                }
                if let Some(reader) = upright {
                    page = reader.upright(page);
                }
                let out = pages.write(image, &page)?;
                said.push(("out", out.to_string_lossy().into()));
                said.push(("width", page.width().into()));
                said.push(("height", page.height().into()));
                judgement
            }
            Self::Read { kind, reader } => {
                if let Some(hindrance) = reader.hindered(*kind) {
                    return Err(hindrance.to_owned());
                }
                let judgement = judged(&picture, Some(kind.form()));
                let reading = reader.read(&picture, *kind);
                said.extend(about_reading(&reading));
                judgement
            }
        };
        let milliseconds = began.elapsed().as_secs_f64() * 1000.0;
        let mut line = vec![("ms", json!((milliseconds * 10.0).round() / 10.0))];
        line.extend(about(&judgement));
        line.extend(said);
        Ok(line)
    }
}

fn open(image: &Path) -> Result<RgbImage, String> {
    let wrong = |error: io::Error| error.to_string();
    let mut bytes = vec![];
    File::open(image).map_err(wrong)?.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(wrong)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err("the file is too large for a photograph".to_owned());
    }
    decode(&bytes).map_err(|error| error.to_string())
}

fn about(judgement: &Judgement) -> [(&'static str, Value); 6] {
    let thousandths = |value: f32| json!((f64::from(value) * 1000.0).round() / 1000.0);
    let hundredths = |value: f32| (f64::from(value) * 100.0).round() / 100.0;
    let corners = judgement.corners.map(|quad| quad.0.map(|p| [hundredths(p.x), hundredths(p.y)]));
    [
        ("verdict", json!(if judgement.problems.is_empty() { "ok" } else { "retake" })),
        ("reasons", json!(judgement.problems)),
        ("sharpness", thousandths(judgement.sharpness)),
        ("glare", thousandths(judgement.glare)),
        ("exposure", thousandths(judgement.exposure)),
        ("corners", json!(corners)),
    ]
}

fn page(picture: &RgbImage, corners: Option<&Quad>, form: Option<Form>) -> RgbImage {
    match corners {
        Some(quad) => match form {
            Some(form) => straighten(picture, quad, form),
            None => straighten_likely(picture, quad),
        },
        None => picture.clone(),
    }
}

fn about_reading(reading: &Reading) -> [(&'static str, Value); 4] {
    let hundredths = |value: f32| json!((f64::from(value) * 100.0).round() / 100.0);
    let (mut fields, mut confidences) = (Map::new(), Map::new());
    for (field, value) in &reading.fields {
        if let Value::String(name) = json!(field) {
            confidences.insert(name.clone(), hundredths(value.confidence));
            fields.insert(name, value.text.clone().into());
        }
    }
    [
        ("looks_like", json!(reading.looks_like)),
        ("fields", fields.into()),
        ("confidences", confidences.into()),
        ("confidence", hundredths(reading.confidence)),
    ]
}

/// Where pages are written to.
pub(crate) struct Pages {
    out: PathBuf,
    into_folder: bool,
    limit: u64,
    taken: HashSet<PathBuf>,
}

impl Pages {
    /// A file, whose ending says what it becomes, or a folder: for several images, or where it is one already.
    pub(crate) fn new(out: &Path, several: bool, limit: u64) -> io::Result<Self> {
        let named_as_folder = out.to_string_lossy().ends_with(std::path::is_separator);
        let into_folder = several || named_as_folder || out.is_dir();
        if into_folder {
            fs::create_dir_all(out)?;
        } else if Ending::of(out).is_none() {
            return Err(io::Error::other("OUT ends in .jpg, .jpeg or .png, or is a folder"));
        }
        Ok(Self { out: out.to_owned(), into_folder, limit, taken: HashSet::new() })
    }

    fn write(&mut self, image: &Path, page: &RgbImage) -> Result<PathBuf, String> {
        let out = if self.into_folder { self.free(image) } else { self.out.clone() };
        if let (Ok(from), Ok(to)) = (image.canonicalize(), out.canonicalize())
            && from == to
        {
            return Err("the page would replace its picture".to_owned());
        }
        if Ending::of(&out) == Some(Ending::Png) {
            page.save(&out).map_err(|error| error.to_string())?;
        } else {
            let page = encode_page(page, self.limit).map_err(|error| error.to_string())?;
            fs::write(&out, page.jpeg).map_err(|error| error.to_string())?;
        }
        Ok(out)
    }

    /// A name in the folder that no other image of this run has.
    fn free(&mut self, image: &Path) -> PathBuf {
        let stem = image.file_stem().unwrap_or_default().to_string_lossy();
        let ending = if Ending::of(image) == Some(Ending::Png) { "png" } else { "jpg" };
        let names = (1..).map(|number| match number {
            1 => format!("{stem}.{ending}"),
            _ => format!("{stem}-{number}.{ending}"),
        });
        let free = names.map(|name| self.out.join(name)).find(|path| !self.taken.contains(path));
        let free = free.unwrap_or_else(|| self.out.clone());
        self.taken.insert(free.clone());
        free
    }
}

#[derive(PartialEq)]
enum Ending {
    Jpeg,
    Png,
}

impl Ending {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_string_lossy().to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }
}
