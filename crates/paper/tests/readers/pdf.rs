//! A PDF file as other people's programs read it: qpdf and poppler.

use std::process::Command;

/// Leaves the file in a folder that lives as long as the result.
fn on_disk(pdf: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    (folder, file)
}

/// What a program says about a file; fails where the program does not like it.
pub fn ask(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let (_folder, file) = on_disk(pdf);
    let mut command = Command::new(program);
    command.args(arguments).arg(&file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let run = command.output().expect("qpdf and poppler-utils are needed");
    assert!(run.status.success(), "{program}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// All its words.
pub fn text(pdf: &[u8]) -> String {
    ask("pdftotext", &["-layout"], pdf)
}

/// The tags of its structure, in reading order.
pub fn tags(pdf: &[u8]) -> Vec<String> {
    let structure = ask("pdfinfo", &["-struct"], pdf);
    let first = |line: &str| Some(line.split_whitespace().next()?.trim_end_matches(':').to_owned());
    structure.lines().filter_map(first).collect()
}
