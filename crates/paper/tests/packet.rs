//! The packet as other people's programs read it: qpdf and poppler.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "readers of the file fail the test that calls them"
)]

use paper::{Line, Packet, PacketPage, PaperError, Section, Verification};
use readers::{ask, tags, text};
use std::sync::LazyLock;

#[path = "readers/pdf.rs"]
mod readers;

/// A picture of a page: light, with dark lines where text would be.
fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let margin = width / 12;
        let in_text = x > margin && x < width - margin && y > margin && y < height - margin;
        if in_text && y / 14 % 3 == 0 && (x / 40 + y / 14) % 7 != 0 {
            image::Rgb([60, 62, 70])
        } else {
            image::Rgb([238, 236 - (y * 12 / height) as u8, 228])
        }
    });
    let mut file = Vec::new();
    picture.write_with_encoder(image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 85)).unwrap();
    file
}

fn pair(label: &str, value: &str) -> (String, String) {
    (label.into(), value.into())
}

fn line(label: &str, state: &str, ok: bool) -> Line {
    Line { label: label.into(), state: state.into(), ok }
}

fn verification(title: &str) -> Verification {
    let choices = vec!["Lengkap dan cocok".into(), "Perlu dilengkapi".into()];
    Verification { title: title.into(), choices, lines: vec!["Nama".into(), "Tanggal, paraf".into()] }
}

fn page(title: &str, note: Option<&str>, jpeg: Vec<u8>) -> PacketPage {
    PacketPage { title: title.into(), note: note.map(Into::into), jpeg }
}

fn made() -> jiff::Zoned {
    let wib = jiff::tz::TimeZone::fixed(jiff::tz::offset(7));
    jiff::civil::date(2025, 11, 21).at(10, 12, 0, 0).to_zoned(wib).unwrap()
}

fn packet() -> Packet {
    static PACKET: LazyLock<Packet> = LazyLock::new(drawn);
    PACKET.clone()
}

fn drawn() -> Packet {
    Packet {
        language: "id".into(),
        made: made(),
        title: "Berkas klaim JHT".into(),
        subtitle: "Disiapkan di anjungan-1, Kantor Cabang Kepanjen, Jumat 21 November 2025 pukul 10.12 WIB"
            .into(),
        number: pair("Nomor wawancara", "A-012"),
        facts: vec![
            pair("Jadwal", "Senin, 24 November 2025, 09.30 WIB"),
            pair("Alasan klaim", "Mengundurkan diri"),
            pair("Kode berkas", "7QK3-M9XD"),
        ],
        completeness_title: "Kelengkapan".into(),
        completeness: vec![
            line("KTP elektronik", "Lengkap, 1 halaman", true),
            line("Kartu BPJS Ketenagakerjaan", "Lengkap, 1 halaman", true),
            line("Buku tabungan, halaman nama dan nomor rekening", "Lengkap, 1 halaman", true),
            line("Surat keterangan berhenti bekerja", "Lengkap, 2 halaman", true),
            line("NPWP", "Dibawa saat wawancara", false),
        ],
        to_check: vec![Section {
            title: "Perlu diperiksa petugas".into(),
            rows: vec![pair("Nama pemilik rekening berbeda dari KTP", "Siti C. Rahayu")],
        }],
        verification_title: "Dua kali verifikasi, oleh dua orang".into(),
        verifications: vec![verification("1. Petugas layanan (CS)"), verification("2. Penata madya")],
        sections: vec![
            Section {
                title: "Data diri".into(),
                rows: vec![
                    pair("Nama lengkap", "Siti Contoh Rahayu"),
                    pair("NIK", "3507 1255 0585 0001"),
                    pair("Nomor KPJ", "12345678901"),
                    pair("Tempat, tanggal lahir", "Malang, 15 Mei 1985"),
                    pair(
                        "Alamat",
                        "Jalan Panji Nomor 117, RT 004 RW 002, Kelurahan Kepanjen, Kecamatan Kepanjen, Kabupaten Malang, Jawa Timur 65163",
                    ),
                    pair("Nomor telepon", "+62 812 3456 7890"),
                ],
            },
            Section {
                title: "Rekening".into(),
                rows: vec![
                    pair("Bank", "Bank Contoh Indonesia"),
                    pair("Nomor rekening", "0123 4567 8901 234"),
                    pair("Atas nama", "Siti Contoh Rahayu"),
                    pair("Terakhir dipakai", "Kurang dari 3 bulan lalu"),
                ],
            },
        ],
        pages: vec![
            page("KTP elektronik", Some("Difoto dari aslinya di anjungan."), jpeg(856, 540)),
            page("Kartu BPJS Ketenagakerjaan", None, jpeg(856, 540)),
            page("Buku tabungan", None, jpeg(842, 595)),
            page("Surat keterangan berhenti bekerja, halaman 1 dari 2", None, jpeg(595, 842)),
            page("Surat keterangan berhenti bekerja, halaman 2 dari 2", None, jpeg(595, 842)),
            page("Kartu keluarga", None, jpeg(842, 596)),
            page("Foto wajah", None, jpeg(450, 600)),
        ],
        footer: "Rahasia. Hanya untuk petugas klaim. Layanan ini gratis.".into(),
    }
}

#[test]
fn the_file_is_sound() {
    let said = ask("qpdf", &["--check"], &packet().pdf().unwrap());
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
}

#[test]
fn title_language_and_tags_are_there() {
    let pdf = packet().pdf().unwrap();
    let info = ask("pdfinfo", &[], &pdf);
    let field = |name: &str| {
        let line = info.lines().find(|line| line.starts_with(name)).expect(name);
        line[name.len()..].trim().to_owned()
    };
    assert_eq!(field("Title:"), "Berkas klaim JHT");
    assert_eq!(field("Tagged:"), "yes");
    assert_eq!(field("Pages:"), "9");
    let date = ask("pdfinfo", &["-isodates"], &pdf);
    assert!(date.contains("2025-11-21T10:12:00+07"), "{date}");
    assert!(pdf.windows(9).any(|part| part == b"/Lang(id)" || part == b"/Lang (id"));
    let tags = tags(&pdf);
    for tag in ["H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI", "LBody", "Figure"] {
        assert!(tags.iter().any(|there| there == tag), "{tag}");
    }
    assert_eq!(tags.iter().filter(|tag| *tag == "Figure").count(), 7);
}

#[test]
fn both_verifications_are_left_to_tick_on_the_cover() {
    let cover = ask("pdftotext", &["-l", "1"], &packet().pdf().unwrap());
    for words in ["1. Petugas layanan (CS)", "2. Penata madya"] {
        assert_eq!(cover.matches(words).count(), 1, "{words}");
    }
    for words in ["Lengkap dan cocok", "Perlu dilengkapi", "Tanggal, paraf"] {
        assert_eq!(cover.matches(words).count(), 2, "{words}: once for each officer");
    }
}

#[test]
fn every_word_can_be_read_and_the_summary_comes_first() {
    let packet = packet();
    let pdf = packet.pdf().unwrap();
    let words = |text: &str| {
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ").replace(" / ", "/")
    };
    let first = words(&ask("pdftotext", &["-l", "1"], &pdf));
    for text in [
        "Berkas klaim JHT",
        "A-012",
        "Kelengkapan",
        "Dibawa saat wawancara",
        "Perlu diperiksa petugas",
        "1/9",
    ] {
        assert!(first.contains(text), "{text} is not on the first page");
    }
    assert!(!first.contains("Siti Contoh Rahayu"), "the cover can lie on a desk");
    let second = words(&ask("pdftotext", &["-f", "2", "-l", "2"], &pdf));
    assert!(second.contains("Siti Contoh Rahayu") && second.contains("2/9"), "{second}");
    for (index, page) in packet.pages.iter().enumerate() {
        let number = (index + 3).to_string();
        let here = words(&ask("pdftotext", &["-f", &number, "-l", &number], &pdf));
        assert!(here.contains(&page.title), "{here}");
        assert!(here.contains(&packet.footer), "{here}");
        assert!(here.contains(&format!("{number}/9")), "{here}");
    }
}

#[test]
fn both_weights_are_embedded() {
    let fonts = ask("pdffonts", &[], &packet().pdf().unwrap());
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 2, "{fonts:?}");
    for font in fonts {
        assert!(font.contains("AtkinsonHyperlegibleNext"), "{font}");
        let flags: Vec<&str> = font.split_whitespace().rev().skip(2).take(3).collect();
        assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, with Unicode: {font}");
    }
}

#[test]
fn pictures_go_through_unchanged_on_sheets_that_lie_as_they_do() {
    let packet = packet();
    let pdf = packet.pdf().unwrap();
    for page in &packet.pages {
        let found = pdf.windows(page.jpeg.len()).any(|part| part == page.jpeg);
        assert!(found, "{} was encoded again", page.title);
    }
    let sizes = ask("pdfinfo", &["-f", "1", "-l", "9"], &pdf);
    let sizes: Vec<&str> =
        sizes.lines().filter(|line| line.contains(" size:") && line.starts_with("Page ")).collect();
    let lies: Vec<bool> = sizes.iter().map(|line| line.contains("841.89 x 595.28")).collect();
    assert_eq!(lies, [false, false, true, true, true, false, false, true, false], "{sizes:?}");
}

#[test]
fn the_same_packet_gives_the_same_bytes() {
    assert_eq!(packet().pdf().unwrap(), packet().pdf().unwrap());
}

#[test]
fn many_rows_and_long_values_go_on_on_further_pages_and_nothing_is_lost() {
    let mut packet = packet();
    packet.pages.clear();
    let long = (0..900).map(|n| format!("kata{n}")).collect::<Vec<_>>().join(" ");
    packet.sections = vec![Section {
        title: "Keterangan".into(),
        rows: (0..120)
            .map(|n| pair(&format!("Pertanyaan {n}"), &format!("jawaban{n}")))
            .chain([pair("Panjang", &long), pair("Tanpa spasi", &"x".repeat(400)), pair("Akhir", "tamat")])
            .collect(),
    }];
    let pdf = packet.pdf().unwrap();
    let text = ask("pdftotext", &["-raw"], &pdf);
    for n in 0..120 {
        assert!(text.contains(&format!("jawaban{n}")), "row {n}");
    }
    for n in 0..900 {
        assert!(text.split_whitespace().any(|word| word == format!("kata{n}")), "word {n}");
    }
    assert_eq!(text.matches('x').count(), 400);
    assert!(text.contains("tamat"));
    assert!(text.matches("Rahasia. Hanya untuk petugas klaim.").count() >= 5, "a foot on every page");
    // Nothing beyond the edges: poppler clips what is outside the page.
    let clipped =
        ask("pdftotext", &["-raw", "-nopgbrk", "-x", "40", "-y", "30", "-W", "515", "-H", "790"], &pdf);
    assert_eq!(clipped.matches('x').count(), 400);
}

#[test]
fn letters_the_typeface_lacks_do_not_stop_a_claim() {
    let mut packet = packet();
    packet.pages.truncate(1);
    packet.sections[0].rows[0].1 = "Zoë Łukasz \u{738b}\u{5c0f}\u{660e} \u{1f600}\ttab\nbaris dua".into();
    packet.footer = "\u{738b}".into();
    let text = text(&packet.pdf().unwrap());
    assert!(text.contains("Zoë Łukasz ??? ? tab"), "{text}");
    assert!(text.contains("baris dua"));
}

#[test]
fn empty_parts_are_left_out() {
    let nothing = Packet {
        language: "id".into(),
        made: made(),
        title: "Berkas".into(),
        subtitle: String::new(),
        number: Default::default(),
        facts: vec![],
        completeness_title: "Kelengkapan".into(),
        completeness: vec![],
        to_check: vec![],
        verification_title: "Verifikasi".into(),
        verifications: vec![],
        sections: vec![Section { title: "Kosong".into(), rows: vec![] }],
        pages: vec![],
        footer: String::new(),
    };
    let pdf = nothing.pdf().unwrap();
    assert!(!text(&pdf).contains("Kelengkapan"));
    ask("qpdf", &["--check"], &pdf);
}

#[test]
fn a_broken_picture_is_named() {
    let whole = jpeg(320, 200);
    let cut = whole[..whole.len() / 2].to_vec();
    for broken in [vec![], b"not a picture".to_vec(), vec![0xFF, 0xD8, 0xFF, 0xD9], cut] {
        let pages = vec![page("baik", None, whole.clone()), page("rusak", None, broken)];
        let result = Packet { pages, ..packet() }.pdf();
        assert!(matches!(result, Err(PaperError::Picture { index: 1, .. })));
    }
}

/// Leaves the file where `SHOW` says, for a person to look at.
#[test]
fn a_file_for_the_eye() {
    let Some(folder) = std::env::var_os("SHOW").map(std::path::PathBuf::from) else { return };
    std::fs::write(folder.join("packet.pdf"), packet().pdf().unwrap()).unwrap();
}
