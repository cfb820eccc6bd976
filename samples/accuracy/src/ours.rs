//! What the product makes of a picture.

use crate::cases::Case;
use anyhow::{Context, Result};
use document::read::{self, Reader};
use document::{Quad, decode, find, judge};
use samples::Kind;
use std::collections::BTreeMap;
use std::fs;
use std::time::Instant;

/// Finding and judging.
pub struct Watched {
    pub corners: Option<Quad>,
    pub find_ms: f64,
    pub problems: Vec<&'static str>,
    pub judge_ms: f64,
}

/// Reading.
pub struct Read {
    pub fields: BTreeMap<String, String>,
    pub ms: f64,
}

pub fn watched(case: &Case) -> Result<Watched> {
    let picture = decode(&fs::read(&case.file)?).with_context(|| case.name())?;
    let began = Instant::now();
    let found = find(&picture, Some(case.form()));
    let find_ms = milliseconds(began);
    let began = Instant::now();
    let judgement = judge(&picture, Some(case.form()));
    let judge_ms = milliseconds(began);
    let problems = judgement.problems.iter().map(|problem| problem.as_str()).collect();
    Ok(Watched { corners: found.map(|found| found.quad), find_ms, problems, judge_ms })
}

/// Reads the photograph; the reader finds and straightens the document itself.
pub fn read(reader: &Reader, case: &Case) -> Result<Read> {
    let picture = decode(&fs::read(&case.file)?).with_context(|| case.name())?;
    let began = Instant::now();
    let reading = reader.read(&picture, kind(case.kind));
    let ms = milliseconds(began);
    let mut fields = BTreeMap::new();
    for (field, value) in reading.fields {
        fields.insert(serde_json::to_value(field)?.as_str().unwrap_or_default().to_owned(), value.text);
    }
    if let Some(kind) = reading.looks_like {
        // A joint agreement belongs to the papers of a dismissal.
        let name = match kind {
            read::Kind::Layoff if case.truth.get("letter").is_some_and(|truth| truth == "agreement") => {
                "agreement"
            }
            read::Kind::Resignation => "resignation",
            read::Kind::Paklaring => "paklaring",
            read::Kind::ContractEnd => "contract_end",
            read::Kind::Layoff => "layoff",
            _ => "another",
        };
        fields.insert("letter".into(), name.into());
    }
    Ok(Read { fields, ms })
}

fn kind(kind: Kind) -> read::Kind {
    match kind {
        Kind::Ktp => read::Kind::Ktp,
        Kind::Passbook => read::Kind::Passbook,
        Kind::Kpj => read::Kind::Kpj,
        Kind::Npwp => read::Kind::Npwp,
        Kind::Letter => read::Kind::Letter,
        Kind::Kk => read::Kind::Kk,
    }
}

pub fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}
