//! Judges picture files: `cargo run -p document --example judge -- FILE…`. For calibrating under a real camera.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

fn main() {
    for path in std::env::args().skip(1) {
        match std::fs::read(&path).map(|bytes| document::decode(&bytes)) {
            Ok(Ok(picture)) => println!("{path}: {:?}", document::judge(&picture, None)),
            Ok(Err(error)) => println!("{path}: {error}"),
            Err(error) => println!("{path}: {error}"),
        }
    }
}
