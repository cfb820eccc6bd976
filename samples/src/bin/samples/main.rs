//! Renders photographs of made-up documents lying on a desk, for the demo and for tests: templates and
//! `person.toml` in, `photos/` and `photos-bad/` out. Run from anywhere: `cargo run --release -p samples`.

mod desk;

use anyhow::{Context, Result, bail, ensure};
use desk::{Desk, Fault, Pose};
use image::RgbImage;
use resvg::{tiny_skia, usvg};
use serde::Deserialize;
use std::{fs, path::Path, sync::Arc};

/// The made-up person, as in `person.toml`; dates are `year-month-day`.
#[derive(Deserialize)]
struct Person {
    name: String,
    nik: String,
    birth_place: String,
    birth_date: String,
    address: String,
    kpj: String,
    npwp: String,
    kk: String,
    bank: String,
    account: String,
    employer: String,
    position: String,
    joined: String,
    resigned: String,
    issued: String,
}

/// A document: its template and how it lies under the camera.
struct Sample {
    name: &'static str,
    template: &'static str,
    pose: Option<Pose>,
}

const CARD: Desk = Desk::Oak;
const SHEET: Desk = Desk::Walnut;

fn samples() -> Vec<Sample> {
    let lying = |name, template, desk, height, turn, tilt| Sample {
        name,
        template,
        pose: Some(Pose { desk, height, turn, tilt, middle: (0.0, 0.0) }),
    };
    vec![
        lying("ktp", include_str!("../../../templates/ktp.svg"), CARD, 800.0, -2.2, (4.0, -3.0)),
        lying("kpj_card", include_str!("../../../templates/kpj_card.svg"), CARD, 785.0, 1.8, (3.0, 4.0)),
        lying("npwp", include_str!("../../../templates/npwp.svg"), CARD, 790.0, -1.2, (5.0, 2.0)),
        lying("bank_book", include_str!("../../../templates/bank_book.svg"), SHEET, 890.0, 1.3, (4.0, -2.0)),
        lying("kk", include_str!("../../../templates/kk.svg"), SHEET, 905.0, -1.0, (3.0, 2.0)),
        lying(
            "resignation_letter",
            include_str!("../../../templates/resignation_letter.svg"),
            SHEET,
            960.0,
            1.4,
            (3.0, 2.0),
        ),
        lying("paklaring", include_str!("../../../templates/paklaring.svg"), SHEET, 960.0, -1.6, (3.0, -2.0)),
        Sample { name: "photo", template: include_str!("../../../templates/photo.svg"), pose: None },
    ]
}

fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let person: Person = toml::from_str(&fs::read_to_string(folder.join("person.toml"))?)?;
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    let options = usvg::Options { fontdb: Arc::new(fonts), ..Default::default() };

    let good = folder.join("photos");
    let bad = folder.join("photos-bad");
    for (seed, sample) in (1..).zip(samples()) {
        let svg = fill(sample.template, &person)?;
        let photo = |fault| -> Result<RgbImage> {
            Ok(match &sample.pose {
                Some(pose) => desk::on_desk(&drawn(&svg, &options, 1.6 * pose.height)?, pose, fault, seed),
                None => desk::in_room(&drawn(&svg, &options, 1080.0)?, fault, seed),
            })
        };
        save(&photo(Fault::None)?, &good.join(format!("{}.jpg", sample.name)))?;
        if sample.name == "ktp" {
            save(&photo(Fault::Blurred)?, &bad.join("ktp-blurred.jpg"))?;
            save(&photo(Fault::Dark)?, &bad.join("ktp-dark.jpg"))?;
            save(&photo(Fault::Overexposed)?, &bad.join("ktp-overexposed.jpg"))?;
            fs::write(bad.join("corrupt.jpg"), corrupted(&fs::read(good.join("ktp.jpg"))?))?;
        }
    }
    Ok(())
}

/// The template with the person's data in the place of `{{name}}` and the like.
fn fill(template: &str, person: &Person) -> Result<String> {
    let mut npwp = person.npwp.clone();
    for place in [12, 8, 4] {
        npwp.insert(place, ' ');
    }
    let mut svg = template.replace("{{portrait}}", include_str!("../../../templates/portrait.svg"));
    for (key, value) in [
        ("name", person.name.clone()),
        ("nik", person.nik.clone()),
        ("birth_place", person.birth_place.clone()),
        ("birth_date", date(&person.birth_date)?),
        ("address", person.address.clone()),
        ("kpj", person.kpj.clone()),
        ("npwp_spaced", npwp),
        ("kk", person.kk.clone()),
        ("bank", person.bank.to_uppercase()),
        ("account", person.account.clone()),
        ("employer", person.employer.clone()),
        ("position", person.position.clone()),
        ("joined_words", date_in_words(&person.joined)?),
        ("resigned_words", date_in_words(&person.resigned)?),
        ("issued_words", date_in_words(&person.issued)?),
    ] {
        svg = svg.replace(&format!("{{{{{key}}}}}"), &value);
    }
    if let Some(at) = svg.find("{{") {
        bail!("nothing to put in the place of {:?}", svg[at..].chars().take(24).collect::<String>());
    }
    Ok(svg)
}

/// Year, month and day of `2026-08-31`.
fn parts(date: &str) -> Result<(u32, u32, u32)> {
    let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { bail!("{date}: not a date") };
    Ok((year.parse()?, month.parse()?, day.parse()?))
}

/// `31-08-2026`, as on cards.
fn date(date: &str) -> Result<String> {
    let (year, month, day) = parts(date)?;
    Ok(format!("{day:02}-{month:02}-{year}"))
}

/// `31 Agustus 2026`, as in letters.
fn date_in_words(date: &str) -> Result<String> {
    let (year, month, day) = parts(date)?;
    ensure!((1..=12).contains(&month), "no such month");
    Ok(samples::in_words((year, month, day)))
}

/// The drawing, `height` pixels high.
fn drawn(svg: &str, options: &usvg::Options, height: f32) -> Result<tiny_skia::Pixmap> {
    let tree = usvg::Tree::from_str(svg, options)?;
    let scale = height / tree.size().height();
    let width = (tree.size().width() * scale).round();
    let mut pixmap = tiny_skia::Pixmap::new(width as u32, height as u32).context("an empty drawing")?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

fn save(photo: &RgbImage, path: &Path) -> Result<()> {
    let mut jpeg = vec![];
    let (width, height) = (u16::try_from(photo.width())?, u16::try_from(photo.height())?);
    jpeg_encoder::Encoder::new(&mut jpeg, 88).encode(photo, width, height, jpeg_encoder::ColorType::Rgb)?;
    fs::write(path, &jpeg).with_context(|| path.display().to_string())
}

/// A file that begins like a photograph and is not one: cut short, and its tables damaged.
fn corrupted(jpeg: &[u8]) -> Vec<u8> {
    let mut bytes = jpeg[..jpeg.len() / 3].to_vec();
    for byte in bytes.iter_mut().skip(160).take(400) {
        *byte ^= 0x5a;
    }
    bytes
}
