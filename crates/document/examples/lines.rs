//! Reads pictures of lines: `lines LIST`, where each row of LIST is a kind, a tab and a path. One JSON object a line:
//! `file, text, confidence, number, number_confidence, ms`; `number` for the kinds that are numbers.

#![expect(clippy::print_stdout, reason = "the results go to standard output")]

use document::read::line::{LineReader, Pattern};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let list = std::fs::read_to_string(std::env::args().nth(1).ok_or("lines LIST")?)?;
    let reader = LineReader::new()?;
    for (kind, path) in list.lines().filter_map(|row| row.split_once('\t')) {
        let picture = image::open(path)?.into_luma8();
        let began = Instant::now();
        let line = reader.read_line(&picture)?;
        let ms = began.elapsed().as_secs_f64() * 1000.0;
        let text = line.text();
        let number = match kind {
            "nik" => line.digits(&Pattern::nik(), is_nik),
            "account" => line.digits(&Pattern::of(8..=16), |_| true),
            "kpj" => line.digits(&Pattern::of(11..=11), |_| true),
            "npwp" => line.digits(&Pattern::of(15..=16), |_| true),
            "date" => line.digits(&Pattern::date(), |_| true),
            _ => None,
        };
        let sex = (kind == "sex").then(|| line.one_of(&["LAKI-LAKI", "PEREMPUAN"])).flatten();
        println!(
            "{}",
            serde_json::json!({
                "file": path, "text": text.text, "confidence": text.confidence,
                "number": number.as_ref().map(|n| &n.text), "number_confidence": number.as_ref().map(|n| n.confidence),
                "sex": sex, "ms": ms,
            })
        );
    }
    Ok(())
}

/// Whether the day and the month exist.
fn is_nik(text: &str) -> bool {
    let pair = |from: usize| text.get(from..from + 2).and_then(|t| t.parse::<u8>().ok()).unwrap_or_default();
    let (day, month) = (pair(6), pair(8));
    (1..=31).contains(&(if day > 40 { day - 40 } else { day }))
        && (1..=12).contains(&month)
        && !text.ends_with("0000")
}
