//! What came out, as Markdown.

use crate::cases::{Case, plain};
use crate::tables::{decimal, mean, percentile, share, table};
use crate::{Measured, Part};
use document::Quad;
use samples::{Condition, Kind, Label};
use std::collections::BTreeMap;

/// Below this variance of the Laplacian, retake: the threshold with the best F1 on these pictures.
pub fn blur_threshold(measured: &[Measured]) -> Option<f64> {
    let mut values: Vec<f64> =
        measured.iter().filter_map(|one| Some(one.opencv.as_ref()?.laplacian)).collect();
    values.sort_by(f64::total_cmp);
    let f1 = |threshold: f64| {
        let by = |one: &Measured| one.opencv.as_ref().is_some_and(|peer| peer.laplacian < threshold);
        Decisions::count(measured.iter(), by).f1()
    };
    values
        .into_iter()
        .map(|threshold| (f1(threshold), threshold))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|best| best.1)
}

/// The report.
pub fn written(measured: &[Measured], threshold: Option<f64>, parts: &[Part], tune: bool) -> String {
    let wants = |part| parts.contains(&part);
    let first = if tune { "Tuning" } else { "Report" };
    let mut text = format!(
        "# Accuracy\n\nWritten by `cargo xtask accuracy`; everything but the milliseconds is the same each time. {first} seeds: {} \
         pictures of made-up documents (`samples/README.md`), {} conditions, 1280×720 and 1920×1080. Nothing was tuned on \
         the report seeds. Both sides read the same files on the same machine in the same run. Finding and judging take one thread on both sides; our reader takes two, \
         Tesseract one. Real \
         photographs will differ from these.\n\n",
        measured.len(),
        Condition::ALL.len()
    );
    if wants(Part::Corners) {
        text += &corners(measured);
    }
    if wants(Part::Decisions) {
        text += &decisions(measured, threshold);
    }
    if wants(Part::Reading) {
        text += &reading(measured);
    }
    text + &speed(measured)
}

fn of(measured: &[Measured], condition: Condition) -> impl Iterator<Item = &Measured> {
    measured.iter().filter(move |one| one.case.condition == condition)
}

/// Whether finding the document makes sense: of hopeless pictures only where all that is wrong is its place.
fn can_be_found(case: &Case) -> bool {
    case.label != Label::Retake || matches!(case.condition, Condition::CutOff | Condition::TooFar)
}

fn iou(case: &Case, corners: Option<&Quad>) -> f64 {
    let frame = if case.large { Quad::whole(1920, 1080) } else { Quad::whole(1280, 720) };
    corners.map_or(0.0, |corners| f64::from(corners.iou_within(&case.quad, &frame)))
}

fn corners(measured: &[Measured]) -> String {
    let row = |name: String, ones: Vec<&Measured>| {
        let ours: Vec<f64> = ones.iter().map(|one| iou(&one.case, one.ours.corners.as_ref())).collect();
        let with_peer = ones.iter().filter_map(|one| Some((&one.case, one.opencv.as_ref()?)));
        let peer: Vec<f64> = with_peer.map(|(case, peer)| iou(case, peer.corners.as_ref())).collect();
        let mut cells = vec![name, ours.len().to_string()];
        for values in [ours, peer] {
            let found = values.iter().filter(|iou| **iou > 0.5).count();
            cells.extend([
                decimal(mean(&values), 3),
                decimal(percentile(&values, 0.05), 3),
                share(found, values.len()),
            ]);
        }
        cells
    };
    let found = |one: &&Measured| can_be_found(&one.case);
    let mut rows: Vec<_> = Condition::ALL
        .iter()
        .map(|condition| row(plain(*condition), of(measured, *condition).filter(found).collect()))
        .collect();
    for kind in Kind::ALL {
        let ones = measured.iter().filter(found).filter(|one| one.case.kind == kind).collect();
        rows.push(row(format!("*{}*", kind.name()), ones));
    }
    rows.push(row("**all**".into(), measured.iter().filter(found).collect()));
    let head = ["condition", "n", "IoU mean", "5th pct", "found", "OpenCV mean", "5th pct", "found"];
    format!(
        "## Corners\n\nIoU is the common area of the true and the found outline over their joint area, inside the picture; nothing found counts 0; found is \
         an IoU above 0.5. Pictures that nobody can read are left out, but for the cut off and the far ones. OpenCV: blur, \
         Canny, contours, approxPolyDP.\n\n{}\n",
        table(&head, &rows)
    )
}

/// Decisions to take a picture again, counted where the truth is clear.
struct Decisions {
    caught: usize,
    missed: usize,
    wrong: usize,
    kept: usize,
}

impl Decisions {
    fn count<'a>(ones: impl Iterator<Item = &'a Measured>, retake: impl Fn(&Measured) -> bool) -> Self {
        let mut counts = Self { caught: 0, missed: 0, wrong: 0, kept: 0 };
        for one in ones {
            match (one.case.label, retake(one)) {
                (Label::Retake, true) => counts.caught += 1,
                (Label::Retake, false) => counts.missed += 1,
                (Label::Good, true) => counts.wrong += 1,
                (Label::Good, false) => counts.kept += 1,
                (Label::Middling, _) => {}
            }
        }
        counts
    }

    fn precision(&self) -> Option<f64> {
        let all = self.caught + self.wrong;
        (all > 0).then(|| self.caught as f64 / all as f64)
    }

    fn recall(&self) -> Option<f64> {
        let all = self.caught + self.missed;
        (all > 0).then(|| self.caught as f64 / all as f64)
    }

    fn f1(&self) -> f64 {
        2.0 * self.caught as f64 / (2 * self.caught + self.missed + self.wrong).max(1) as f64
    }
}

fn decisions(measured: &[Measured], threshold: Option<f64>) -> String {
    let ours = |one: &Measured| !one.ours.problems.is_empty();
    let peer =
        |one: &Measured| one.opencv.as_ref().zip(threshold).is_some_and(|(peer, at)| peer.laplacian < at);
    let row = |name: String, ones: Vec<&Measured>| {
        let mut cells = vec![name];
        for counts in
            [Decisions::count(ones.iter().copied(), ours), Decisions::count(ones.iter().copied(), peer)]
        {
            cells.extend([
                share(counts.kept, counts.kept + counts.wrong),
                share(counts.caught, counts.caught + counts.missed),
                decimal(counts.precision(), 3),
                decimal(counts.recall(), 3),
            ]);
        }
        cells
    };
    let mut rows: Vec<_> = Condition::ALL
        .iter()
        .map(|condition| row(plain(*condition), of(measured, *condition).collect()))
        .collect();
    rows.push(row("**all**".into(), measured.iter().collect()));
    let head = [
        "condition",
        "good kept",
        "bad caught",
        "precision",
        "recall",
        "OpenCV: good kept",
        "bad caught",
        "precision",
        "recall",
    ];
    format!(
        "## Decisions: good, or take it again\n\nPrecision and recall of \"take it again\" at the operating point. What is neither clearly good nor \
         clearly bad is not counted ({} of {}). OpenCV: variance of the Laplacian below {}, which is best on the tuning \
         seeds.\n\n{}\n",
        measured.iter().filter(|one| one.case.label == Label::Middling).count(),
        measured.len(),
        decimal(threshold, 1),
        table(&head, &rows)
    )
}

/// A field, right or wrong, of a picture that was read.
struct Answer<'a> {
    one: &'a Measured,
    field: &'static str,
    ours: bool,
    tesseract: bool,
}

/// Fields that are counted: the others are only shown to be checked.
const FIELDS: [&str; 11] =
    ["nik", "name", "birth_place", "birth_date", "sex", "bank", "account", "holder", "kpj", "npwp", "letter"];

fn answers(measured: &[Measured]) -> Vec<Answer<'_>> {
    let mut answers = vec![];
    for one in measured {
        let (Some(ours), Some(peer)) = (&one.read, &one.tesseract) else { continue };
        for (field, truth) in &one.case.truth {
            let card_name = *field == "name" && one.case.kind != Kind::Ktp;
            if FIELDS.contains(field) && !card_name {
                let right = |read: Option<&String>| read.is_some_and(|text| text == truth);
                let (ours, tesseract) = (right(ours.fields.get(*field)), right(peer.fields.get(*field)));
                answers.push(Answer { one, field, ours, tesseract });
            }
        }
    }
    answers
}

fn reading(measured: &[Measured]) -> String {
    let answers = answers(measured);
    let exact = |wanted: &dyn Fn(&Answer) -> bool| {
        let some: Vec<&Answer> = answers.iter().filter(|answer| wanted(answer)).collect();
        let count = |right: fn(&Answer) -> bool| some.iter().filter(|answer| right(answer)).count();
        (share(count(|a| a.ours), some.len()), share(count(|a| a.tesseract), some.len()))
    };
    let good = |answer: &Answer| answer.one.case.label == Label::Good;
    let passes = |answer: &Answer| answer.one.ours.problems.is_empty();
    let mut rows = vec![];
    for field in FIELDS {
        let (gate, gate_peer) = exact(&|answer| answer.field == field && passes(answer));
        let (all, all_peer) = exact(&|answer| answer.field == field && good(answer));
        rows.push(vec![field.replace('_', " "), gate, gate_peer, all, all_peer]);
    }
    let fields = table(&["field", "passing the gate", "Tesseract", "all readable", "Tesseract"], &rows);
    let rows: Vec<_> = Condition::ALL
        .iter()
        .map(|condition| {
            let here = |answer: &Answer| answer.one.case.condition == *condition && good(answer);
            let (nik, nik_peer) = exact(&|answer| here(answer) && answer.field == "nik");
            let (all, all_peer) = exact(&|answer| here(answer));
            vec![plain(*condition), nik, nik_peer, all, all_peer]
        })
        .collect();
    let conditions = table(&["condition", "NIK", "Tesseract", "all fields", "Tesseract"], &rows);
    let middle = |times: Vec<f64>| decimal(percentile(&times, 0.5), 0);
    format!(
        "## Reading\n\nFields read exactly as they are printed, from the photograph as it is. Plain Tesseract 5 (`-l ind+eng`, plain \
         rules for its text) gets the page straightened by its true corners and upright. A letter counts where it is \
         told which one it is.\n\n{fields}\nBy condition, all readable pictures:\n\n{conditions}\nMilliseconds a page, p50, one side after \
         the other: {} (KTP alone {}), Tesseract {}.\n\n",
        middle(measured.iter().filter_map(|one| Some(one.read.as_ref()?.ms)).collect()),
        middle(
            measured
                .iter()
                .filter(|one| one.case.kind == Kind::Ktp)
                .filter_map(|one| Some(one.read.as_ref()?.ms))
                .collect()
        ),
        middle(measured.iter().filter_map(|one| Some(one.tesseract.as_ref()?.ms)).collect()),
    )
}

fn speed(measured: &[Measured]) -> String {
    let row = |large: bool, size: &str| {
        let some: Vec<&Measured> = measured.iter().filter(|one| one.case.large == large).collect();
        let middle = |time: &dyn Fn(&Measured) -> Option<f64>| {
            decimal(percentile(&some.iter().filter_map(|one| time(one)).collect::<Vec<_>>(), 0.5), 1)
        };
        vec![
            size.to_owned(),
            middle(&|one| Some(one.ours.find_ms)),
            middle(&|one| Some(one.opencv.as_ref()?.corners_ms)),
            middle(&|one| Some(one.ours.judge_ms)),
            middle(&|one| one.opencv.as_ref().map(|peer| peer.corners_ms + peer.blur_ms)),
        ]
    };
    let head = ["size", "find", "OpenCV corners", "judge (finds, too)", "OpenCV corners and blur"];
    let rows = [row(false, "1280×720"), row(true, "1920×1080")];
    format!("## Milliseconds a frame\n\np50 on one thread, decoding not counted.\n\n{}", table(&head, &rows))
}

/// The cases that went worst, to look at with `shots`.
pub fn worst(measured: &[Measured]) -> String {
    let mut lines = vec!["Worst cases:".to_owned()];
    let mut corners: Vec<(f64, &Measured)> = measured
        .iter()
        .filter(|one| can_be_found(&one.case))
        .map(|one| (iou(&one.case, one.ours.corners.as_ref()), one))
        .filter(|(iou, _)| *iou < 0.95)
        .collect();
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (iou, one) in corners.iter().take(40) {
        lines.push(format!("IoU {iou:.3}  {}  {}", one.case.name(), one.case.file.display()));
    }
    for one in measured {
        let said = one.ours.problems.join(", ");
        match one.case.label {
            Label::Good if !said.is_empty() => lines.push(format!("good, said {said}: {}", one.case.name())),
            Label::Retake if said.is_empty() => {
                lines.push(format!("missed ({}): {}", one.case.why, one.case.name()))
            }
            _ => {}
        }
    }
    let mut wrong: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for answer in
        answers(measured).iter().filter(|answer| !answer.ours && answer.one.case.label == Label::Good)
    {
        let read = answer.one.read.as_ref().and_then(|read| read.fields.get(answer.field));
        let truth = answer.one.case.truth.get(answer.field).map_or("", String::as_str);
        let line =
            format!("{truth:?} read as {:?}: {}", read.map_or("", String::as_str), answer.one.case.name());
        wrong.entry(answer.field).or_default().push(line);
    }
    for (field, some) in wrong {
        lines.extend(some.iter().map(|line| format!("{field}: {line}")));
    }
    lines.join("\n")
}
