//! Slips as PDF files, read by qpdf and poppler.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "readers of the file fail the test that calls them"
)]

use paper::{Block, Fact, Item, Slip, Width};
use readers::{ask, tags, text};

#[path = "readers/pdf.rs"]
mod readers;

fn slip(documents: usize) -> Slip {
    let fact = |label: &str, value: &str| Fact { label: label.into(), value: value.into(), large: true };
    let item = |number| Item { text: format!("Dokumen {number}"), done: number == 0 };
    Slip {
        language: "jv".into(),
        title: "Tiket wawancara JHT".into(),
        made: jiff::civil::date(2026, 9, 10).at(10, 12, 0, 0),
        blocks: vec![
            Block::Brand { branch: "Kantor Cabang Kepanjen".into(), product: "Anjungan Asik".into() },
            Block::Title("Tiket wawancara JHT".into()),
            Block::Number { label: "Nomor".into(), value: "A-012".into(), mark: "DIDAHULUKAN".into() },
            Block::Facts(vec![fact("Hari", "Senin, 14\u{a0}September\u{a0}2026"), fact("Jam", "09.30")]),
            Block::Checklist { heading: "Bawa".into(), lines: (0..documents).map(item).collect() },
            Block::Steps { heading: "Sesudah ini".into(), lines: vec!["Duduk.".into(), "Tunggu.".into()] },
            Block::Code {
                data: "AA1-00FF".into(),
                caption: "Tunjukkan ke kamera".into(),
                label: "Kode".into(),
                value: "K7PM 4QXT".into(),
            },
            Block::Notice { title: "GRATIS".into(), text: "Jangan bayar siapa pun.".into() },
            Block::Small("Diambil 10 September 2026".into()),
        ],
    }
}

#[test]
fn each_width_is_sound_and_has_its_fonts_and_its_title() {
    for width in Width::ALL {
        let pdf = slip(4).pdf(width).unwrap();
        let said = ask("qpdf", &["--check"], &pdf);
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
        let info = ask("pdfinfo", &[], &pdf);
        assert!(info.contains("Tagged:          yes") && info.contains("Tiket wawancara JHT"), "{info}");
        assert!(pdf.windows(9).any(|part| part == b"/Lang(jv)" || part == b"/Lang (jv"));
        for font in ask("pdffonts", &[], &pdf).lines().skip(2) {
            let flags: Vec<&str> = font.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, with Unicode: {font}");
        }
        assert_eq!(pdf, slip(4).pdf(width).unwrap(), "the same bytes again");
    }
}

#[test]
fn each_word_is_text_and_in_order() {
    for width in Width::ALL {
        let read = ask("pdftotext", &["-raw"], &slip(4).pdf(width).unwrap());
        let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut rest = read.as_str();
        for words in ["Kepanjen", "Tiket wawancara JHT", "A-012", "DIDAHULUKAN", "14 September 2026", "09.30"]
        {
            let found = rest.split_once(words);
            assert!(found.is_some(), "{words} on {width:?}: {read}");
            rest = found.map_or("", |(_, rest)| rest);
        }
        for words in ["Dokumen 3", "Tunggu.", "K7PM 4QXT", "Jangan bayar siapa pun."] {
            assert!(read.contains(words), "{words} on {width:?}: {read}");
        }
    }
}

#[test]
fn lists_tables_and_the_code_are_tagged() {
    let pdf = slip(4).pdf(Width::Mm58).unwrap();
    let tags = tags(&pdf);
    let count = |tag: &str| tags.iter().filter(|there| *there == tag).count();
    assert_eq!(["H1", "H2", "L", "LI", "Lbl", "Table", "TR", "Figure"].map(count), [1, 2, 2, 6, 2, 1, 2, 1]);
    let objects = ask("qpdf", &["--json=2"], &pdf);
    assert!(
        objects.contains(r#""/Alt": "u:Tunjukkan ke kamera Kode K7PM 4QXT""#),
        "what the code is, in words"
    );
}

#[test]
fn a_receipt_is_one_page_of_the_width_of_its_paper() {
    for (width, millimetres) in [(Width::Mm80, 80.0), (Width::Mm58, 58.0)] {
        let info = ask("pdfinfo", &[], &slip(40).pdf(width).unwrap());
        assert!(info.contains("Pages:           1"), "{info}");
        let size = info.lines().find(|line| line.starts_with("Page size:")).unwrap();
        let points: f64 = size.split_whitespace().nth(2).unwrap().parse().unwrap();
        assert!((points / 72.0 * 25.4 - millimetres).abs() < 0.3, "{size}");
    }
}

#[test]
fn a_long_slip_goes_on_on_a_second_sheet_and_loses_nothing() {
    let pdf = slip(60).pdf(Width::A4).unwrap();
    assert!(ask("pdfinfo", &[], &pdf).contains("Pages:           3"));
    let clipped = ["-x", "40", "-y", "20", "-W", "515", "-H", "800"];
    let read = ask("pdftotext", &clipped, &pdf);
    for number in 0..60 {
        assert!(read.lines().any(|line| line.trim() == format!("Dokumen {number}")), "{number}");
    }
    assert!(text(&slip(4).pdf(Width::A4).unwrap()).contains("K7PM 4QXT"));
}
