//! Writes shots and what is true about them:
//! `cargo run --release -p samples --bin shots -- --kind ktp --condition glare --seeds 0..20 --size 1280x720 OUT`

use anyhow::{Context, Result};
use clap::Parser;
use samples::{Condition, Kind, photograph, specimen};
use serde_json::json;
use std::path::PathBuf;
use std::{fs, ops::Range};

/// Photographs of made-up documents, and what is true about them.
#[derive(Parser)]
struct Options {
    /// Kinds of document [default: all]
    #[arg(long, value_delimiter = ',')]
    kind: Vec<Kind>,
    /// What is difficult [default: everything]
    #[arg(long, value_delimiter = ',')]
    condition: Vec<Condition>,
    /// Seeds, as in `0..20`
    #[arg(long, default_value = "0..4", value_parser = seeds)]
    seeds: Range<u64>,
    /// Width and height in pixels
    #[arg(long, default_value = "1280x720", value_parser = size)]
    size: (u32, u32),
    /// Write the document as it is, too, as PNG
    #[arg(long)]
    flat: bool,
    /// Folder to write to: `KIND-CONDITION-SEED.jpg` and `truth.json`, a list with one entry a file
    out: PathBuf,
}

fn seeds(text: &str) -> Result<Range<u64>> {
    let (first, after) = text.split_once("..").context("seeds are written 0..20")?;
    Ok(first.parse()?..after.parse()?)
}

fn size(text: &str) -> Result<(u32, u32)> {
    let (width, height) = text.split_once('x').context("a size is written 1280x720")?;
    Ok((width.parse()?, height.parse()?))
}

fn main() -> Result<()> {
    let options = Options::parse();
    let or_all = |some: &[Kind]| if some.is_empty() { Kind::ALL.to_vec() } else { some.to_vec() };
    let conditions =
        if options.condition.is_empty() { Condition::ALL.to_vec() } else { options.condition.clone() };
    fs::create_dir_all(&options.out)?;
    let mut truth = vec![];
    for kind in or_all(&options.kind) {
        for seed in options.seeds.clone() {
            let document = specimen(seed, kind)?;
            if options.flat {
                document.picture.save(options.out.join(format!("{}-{seed}.png", kind.name())))?;
            }
            for condition in &conditions {
                let shot = photograph(&document, *condition, seed, options.size)?;
                let name = format!(
                    "{}-{}-{seed}.jpg",
                    kind.name(),
                    serde_json::to_value(condition)?.as_str().unwrap_or("")
                );
                fs::write(options.out.join(&name), &shot.jpeg)?;
                truth.push(json!({
                    "file": name, "kind": kind, "condition": condition, "seed": seed, "print": document.print,
                    "quad": shot.quad, "upright": shot.upright, "label": shot.label, "why": shot.why,
                    "fields": document.truth,
                }));
            }
        }
    }
    fs::write(options.out.join("truth.json"), serde_json::to_string_pretty(&truth)?)?;
    Ok(())
}
