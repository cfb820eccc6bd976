//! The commands of the project: run, demo, test, bench.
fn main() {}
