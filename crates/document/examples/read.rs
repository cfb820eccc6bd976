//! Reads documents: `cargo run -p document --example read -- KIND FILE…`. It shows what it read, for calibrating.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let kind = arguments.next().and_then(|kind| serde_json::from_value(kind.into()).ok());
    let Some(kind) = kind else { return println!("which kind? ktp, passbook, kpj, npwp, …") };
    let reader = document::read::Reader::default();
    for path in arguments {
        match std::fs::read(&path).map(|bytes| document::decode(&bytes)) {
            Ok(Ok(picture)) => {
                let began = Instant::now();
                let reading = reader.read(&picture, kind);
                println!(
                    "{path} {} ms, looks like {:?}, {:.2}",
                    began.elapsed().as_millis(),
                    reading.looks_like,
                    reading.confidence
                );
                for (field, value) in reading.fields {
                    println!("  {field:?} {} {:.2} {:?}", value.text, value.confidence, value.checks);
                }
            }
            Ok(Err(error)) => println!("{path}: {error}"),
            Err(error) => println!("{path}: {error}"),
        }
    }
}
