//! Judges, straightens and reads photographs of documents: one JSON object a line, for people and scripts.

mod look;
mod work;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use document::Form;
use document::read::{Kind, Reader};
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serializer};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use work::{Said, Work};

const AFTER: &str = "\
Each image gives one line with a JSON object:
  file        the image
  ms          milliseconds of work, without opening the file
  verdict     ok, or retake
  reasons     what to change: not_found, too_dark, overexposed, cut_off, covered, too_far, tilted, glare, moved,
              blurred; the most important first, empty when it is ok
  sharpness   steepness of the edges, 0 to about 1
  glare       share of the document that is blown out, 0 to 1
  exposure    brightness of the light parts, 0 to 1
  corners     [[x,y] x4] clockwise from the top left in pixels of the source, or null. Where a file says how it is
              turned (EXIF), these are pixels of the upright picture
rectify adds  out, width, height: the page. Without corners it is the whole picture.
read adds     fields {nik, name, birth_date, ...} with what was found, confidence (0 to 1), confidences (of each field)
              and looks_like. birth_date is YYYY-MM-DD, sex male or female, bank the three-digit code.
An image that cannot be opened gives a line with file and error.

Exit status: 0, or 1 when an image could not be opened or a page not be written, or 2 for wrong arguments.
Images are JPEG and PNG files of at most 50 million pixels. Letters and
the family card are read with the program tesseract; without it each of them gives an error. Cards and bank books are
read without it, too, but less surely.";

/// Judges, straightens and reads photographs of documents.
#[derive(Parser)]
#[command(name = "document", after_help = AFTER)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Says whether a document can be read in the picture, and where it is.
    Judge {
        /// What the document should look like; without it, anything rectangular is taken.
        #[arg(long, value_parser = form())]
        form: Option<Form>,
        /// JPEG or PNG files.
        #[arg(required = true, value_name = "IMG")]
        images: Vec<PathBuf>,
    },
    /// Writes the page alone: seen from straight above, evenly lit, in the right proportions.
    Rectify {
        /// What the document should look like; without it, its proportions tell.
        #[arg(long, value_parser = form())]
        form: Option<Form>,
        /// A JPEG or PNG file, or a folder.
        #[arg(short, long, value_name = "OUT")]
        out: PathBuf,
        /// The most bytes that a JPEG may have.
        #[arg(long, value_name = "BYTES", default_value_t = 6_000_000)]
        limit: u64,
        /// Turns the page as its text stands; takes about a second.
        #[arg(long)]
        upright: bool,
        /// Light and colours stay as they are in the picture.
        #[arg(long)]
        plain: bool,
        /// JPEG or PNG files.
        #[arg(required = true, value_name = "IMG")]
        images: Vec<PathBuf>,
    },
    /// Reads what stands on the document.
    Read {
        /// Which document it is.
        #[arg(long, value_parser = kind())]
        kind: Kind,
        /// JPEG or PNG files.
        #[arg(required = true, value_name = "IMG")]
        images: Vec<PathBuf>,
    },
}

fn form() -> impl TypedValueParser<Value = Form> {
    PossibleValuesParser::new(["card", "sheet", "wide_sheet", "book", "face"]).try_map(|name| named(&name))
}

fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new([
        "ktp",
        "passbook",
        "kpj",
        "npwp",
        "kk",
        "resignation",
        "paklaring",
        "contract_end",
        "layoff",
        "letter",
    ])
    .try_map(|name| named(&name))
}

fn named<'de, T: Deserialize<'de>>(name: &'de str) -> Result<T, Error> {
    T::deserialize(StrDeserializer::new(name))
}

fn main() -> ExitCode {
    let task = Arguments::parse().task;
    let (images, work) = match task {
        Task::Judge { form, images } => (images, Ok(Work::Judge { form })),
        Task::Read { kind, images } => (images, Ok(Work::read(kind))),
        Task::Rectify { form, out, limit, upright, plain, images } => {
            let pages = work::Pages::new(&out, images.len() > 1, limit);
            let upright = upright.then(Reader::default);
            (images, pages.map(|pages| Work::Rectify { form, pages, upright, plain }))
        }
    };
    match work.and_then(|work| all(&images, work)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Who reads the lines has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

/// A line for each image; whether all went well.
fn all(images: &[PathBuf], mut work: Work) -> io::Result<bool> {
    let mut all_well = true;
    for image in images {
        // A picture nobody has thought of must not cost the others their lines.
        let done = catch_unwind(AssertUnwindSafe(|| work.on(image)));
        let done = done.unwrap_or_else(|_| Err("the picture cannot be worked on".to_owned()));
        all_well &= done.is_ok();
        print(image, done)?;
    }
    Ok(all_well)
}

fn print(image: &Path, done: Result<Said, String>) -> io::Result<()> {
    let mut line = vec![("file", image.to_string_lossy().into())];
    line.extend(done.unwrap_or_else(|error| vec![("error", error.into())]));
    let mut out = io::stdout().lock();
    writeln!(out, "{}", in_order(&line)?)?;
    out.flush()
}

/// As a JSON object, its keys in this order.
fn in_order(line: &Said) -> io::Result<String> {
    let mut json = vec![];
    serde_json::Serializer::new(&mut json).collect_map(line.iter().map(|(key, value)| (key, value)))?;
    Ok(String::from_utf8_lossy(&json).into_owned())
}
