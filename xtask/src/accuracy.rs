//! `accuracy`: how well documents are found, judged and read, written to `docs/accuracy.md`.

use crate::steps::{Steps, run};
use crate::tools::{self, cargo};
use crate::{AccuracyOptions, project, system};
use anyhow::Result;
use std::process::Command;

/// Draws and photographs made-up documents, has the product and its peers work on them, and writes the report.
pub fn accuracy(options: &AccuracyOptions) -> Result<()> {
    let root = project::root();
    let peers = root.join("samples/peers");
    let mut steps = Steps::new(4);
    steps.step("Looking for system packages", || system::ensure(&[system::READER, system::SPECIMENS]))?;
    let python =
        steps.step("Looking for OpenCV", || tools::python("opencv", &peers.join("requirements.txt")))?;
    steps.step("Building (about 4 minutes the first time)", || {
        let build = ["build", "--release", "--locked", "--package", "accuracy"];
        run(cargo().args(build), "the lines above say what does not compile")
    })?;
    steps.step("Measuring (about 8 minutes)", || {
        let mut measure = Command::new(project::target().join("release/accuracy"));
        measure.arg("--cache").arg(project::out("accuracy"));
        if !options.tune && !options.quick && options.only.is_empty() {
            measure.arg("--out").arg(root.join("docs/accuracy.md"));
        }
        measure.arg("--opencv").arg(&python).arg(peers.join("opencv.py"));
        if options.tune {
            measure.arg("--tune");
        }
        if options.quick {
            measure.arg("--quick");
        }
        for part in &options.only {
            measure.args(["--only", part]);
        }
        run(&mut measure, "the lines above say why")
    })
}
