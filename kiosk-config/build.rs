//! The texts are embedded: a new file among them has to be noticed.

fn main() {
    println!("cargo:rerun-if-changed=locales");
}
