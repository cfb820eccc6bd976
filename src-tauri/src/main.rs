//! Anjungan Asik: the kiosk application.
fn main() {}
