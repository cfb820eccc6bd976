//! Slips as the printer and the eye get them, read back by independent readers.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "readers of what is printed fail the test that calls them"
)]

use paper::{Bitmap, Block, Fact, Item, PaperError, Slip, Width};
use std::process::Command;

const TICKET_CODE: &str = "https://anjungan.example/k/7QK3-M9XD-2T";

fn slip(blocks: Vec<Block>) -> Slip {
    let made = jiff::civil::date(2026, 9, 10).at(10, 12, 0, 0);
    Slip { language: "id".into(), title: "Tiket wawancara JHT".into(), made, blocks }
}

fn code(data: &str) -> Block {
    let none = String::new;
    Block::Code { data: data.into(), caption: none(), label: none(), value: none() }
}

fn fact(label: &str, value: &str, large: bool) -> Fact {
    Fact { label: label.into(), value: value.into(), large }
}

fn ticket() -> Slip {
    let bring = [
        "KTP",
        "Kartu BPJS Ketenagakerjaan",
        "Buku tabungan, halaman nama dan nomor rekening",
        "Surat pengunduran diri",
    ];
    slip(vec![
        Block::Brand { branch: "Kantor Cabang Kepanjen".into(), product: "Anjungan Asik".into() },
        Block::Title("Tiket wawancara JHT".into()),
        Block::Number { label: "Nomor Anda".into(), value: "A-012".into(), mark: "DIDAHULUKAN".into() },
        Block::Rule,
        Block::Facts(vec![
            fact("Hari wawancara", "Senin, 14 September 2026", false),
            fact("Jam", "09.30", true),
            fact("Tempat", "Kantor Cabang Kepanjen, Jalan Panji No. 117", false),
        ]),
        Block::Rule,
        Block::Checklist {
            heading: "Bawa yang asli".into(),
            lines: bring.iter().map(|text| Item { text: (*text).into(), done: *text == "KTP" }).collect(),
        },
        Block::Steps {
            heading: "Sesudah ini".into(),
            lines: vec![
                "Datang sebelum jam di atas.".into(),
                "Duduk dan tunggu nomor Anda dipanggil.".into(),
                "Uang masuk ke rekening paling lama 5 hari kerja setelah berkas lengkap.".into(),
            ],
        },
        Block::Rule,
        Block::Code {
            data: TICKET_CODE.into(),
            caption: "Tunjukkan ke kamera mesin ini".into(),
            label: "Kode lanjut".into(),
            value: "7QK3 M9XD".into(),
        },
        Block::Notice { title: "GRATIS. Hati-hati calo.".into(), text: "Jangan bayar siapa pun.".into() },
        Block::Text("Simpan kertas ini. Tanpa kertas ini pun nomor Anda tetap berlaku.".into()),
        Block::Small("Diambil Kamis, 10 September 2026, 10.12".into()),
    ])
}

/// What a strict reader of ESC/POS found.
#[derive(Default)]
struct Read {
    initialised: bool,
    width: usize,
    rows: Vec<Vec<u8>>,
    fed: u32,
    cut: bool,
}

/// Reads the bytes and refuses whatever it does not know.
fn read_escpos(mut bytes: &[u8]) -> Read {
    let mut read = Read::default();
    while !bytes.is_empty() {
        assert!(!read.cut, "bytes after the cut");
        let used = match bytes {
            [0x1b, b'@', ..] => {
                assert!(!read.initialised && read.rows.is_empty(), "initialised first and once");
                read.initialised = true;
                2
            }
            [0x1d, b'v', b'0', 0, xl, xh, yl, yh, rest @ ..] => {
                let stride = usize::from(*xl) + 256 * usize::from(*xh);
                let height = usize::from(*yl) + 256 * usize::from(*yh);
                assert!((1..=255).contains(&height), "a band of {height} rows");
                assert!(read.width == 0 || read.width == stride * 8, "bands of one width");
                read.width = stride * 8;
                read.rows.extend(rest[..stride * height].chunks(stride).map(<[u8]>::to_vec));
                8 + stride * height
            }
            [0x1b, b'd', lines, ..] => {
                read.fed += u32::from(*lines);
                3
            }
            [0x1d, b'V', 66, 0, ..] => {
                read.cut = true;
                4
            }
            other => panic!("unknown command {:02x?}", &other[..other.len().min(4)]),
        };
        bytes = &bytes[used..];
    }
    read
}

fn decode_png(png: &[u8]) -> image::GrayImage {
    image::load_from_memory_with_format(png, image::ImageFormat::Png).unwrap().to_luma8()
}

fn read_code(png: &[u8]) -> String {
    let picture = decode_png(png);
    let (width, height) = picture.dimensions();
    let luma = rxing::Luma8LuminanceSource::new(picture.into_raw(), width, height).unwrap();
    let mut bitmap = rxing::BinaryBitmap::new(rxing::common::HybridBinarizer::new(luma));
    rxing::Reader::decode(&mut rxing::qrcode::QRCodeReader::new(), &mut bitmap).unwrap().getText().to_owned()
}

fn black(bitmap: &Bitmap) -> usize {
    (0..bitmap.height()).map(|y| (0..bitmap.width()).filter(|x| bitmap.get(*x, y)).count()).sum()
}

#[test]
fn the_printer_gets_every_dot_and_a_cut() {
    for width in Width::ALL {
        let bitmap = ticket().render(width).unwrap();
        let read = read_escpos(&bitmap.escpos());
        assert!(read.initialised && read.cut && read.fed > 0);
        assert_eq!(read.width as u32, width.dots());
        assert_eq!(read.rows.len() as u32, bitmap.height());
        for (y, row) in read.rows.iter().enumerate() {
            for x in 0..bitmap.width() {
                let bit = row[x as usize / 8] >> (7 - x % 8) & 1 == 1;
                assert_eq!(bit, bitmap.get(x, y as u32), "{x}, {y}");
            }
        }
    }
}

#[test]
fn the_picture_shows_the_same_dots_inside_the_margins_of_the_paper() {
    for (width, paper) in [(Width::Mm80, 640), (Width::Mm58, 464), (Width::A4, 1680)] {
        let bitmap = ticket().render(width).unwrap();
        let picture = decode_png(&bitmap.png().unwrap());
        assert_eq!(picture.width(), paper);
        let side = (paper - width.dots()) / 2;
        let dark: Vec<(u32, u32)> =
            picture.enumerate_pixels().filter(|(_, _, p)| p.0[0] < 128).map(|(x, y, _)| (x, y)).collect();
        assert_eq!(dark.len(), black(&bitmap));
        assert!(dark.iter().all(|(x, y)| bitmap.get(x - side, y - 32)));
    }
}

#[test]
fn the_code_scans_from_both_papers() {
    for width in Width::ALL {
        let png = ticket().render(width).unwrap().png().unwrap();
        assert_eq!(read_code(&png), TICKET_CODE);
    }
}

#[test]
fn another_reader_scans_the_code_as_well() {
    let folder = tempfile::tempdir().unwrap();
    for width in Width::ALL {
        let file = folder.path().join("slip.png");
        std::fs::write(&file, ticket().render(width).unwrap().png().unwrap()).unwrap();
        let run = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output();
        let run = run.expect("zbarimg is needed: package zbar-tools");
        assert_eq!(String::from_utf8(run.stdout).unwrap().trim(), TICKET_CODE);
    }
}

#[test]
fn codes_of_any_length_are_25_mm_and_scan_or_are_refused() {
    for width in Width::ALL {
        for length in [1, 10, 60, 200, 300, 600, 3000] {
            let data = "7".repeat(length - 1) + "k";
            let slip = slip(vec![code(&data)]);
            match slip.render(width) {
                Ok(bitmap) => {
                    assert_eq!(read_code(&bitmap.png().unwrap()), data);
                    let columns: Vec<u32> = (0..bitmap.width())
                        .filter(|x| (0..bitmap.height()).any(|y| bitmap.get(*x, y)))
                        .collect();
                    let wide = columns.last().unwrap() - columns[0] + 1;
                    assert!(wide >= 200, "{wide} dots for {length} bytes");
                }
                Err(PaperError::CodeTooLong { bytes, .. }) => {
                    assert_eq!(bytes, length);
                    assert!(length >= 600, "{length} bytes must fit");
                }
                Err(other) => panic!("{other}"),
            }
        }
    }
}

#[test]
fn the_number_is_at_least_60_points_high() {
    // The em square; capitals and digits are two thirds of it.
    for (width, least) in [(Width::Mm80, 60.0), (Width::Mm58, 60.0), (Width::A4, 110.0)] {
        for value in ["A-012", "P-1234"] {
            let number = Block::Number { label: String::new(), value: value.into(), mark: String::new() };
            let bitmap = slip(vec![number]).render(width).unwrap();
            let rows: Vec<u32> =
                (0..bitmap.height()).filter(|y| (0..bitmap.width()).any(|x| bitmap.get(x, *y))).collect();
            let high = rows.last().unwrap() - rows[0] + 1;
            let points = f64::from(high) / 0.668 * 72.0 / 203.0;
            assert!(points >= least, "{value} on {width:?}: {points} points");
        }
    }
}

#[test]
fn nothing_runs_off_the_paper() {
    let long = "Pertanggungjawabankesejahteraanketenagakerjaan".repeat(3);
    let lines = vec![long.clone()];
    let slip = slip(vec![
        Block::Brand { product: long.clone(), branch: long.clone() },
        Block::Number { label: long.clone(), value: long.clone(), mark: String::new() },
        Block::Facts(vec![fact(&long, &long, true), fact(&long, &long, false)]),
        Block::Text(long.clone()),
        Block::Lead(long.clone()),
        Block::Steps { heading: long.clone(), lines },
        Block::Checklist { heading: long.clone(), lines: vec![Item { text: long.clone(), done: true }] },
        Block::Code { data: "1".into(), caption: long.clone(), label: long.clone(), value: long.clone() },
        Block::Small(long),
    ]);
    for width in Width::ALL {
        let bitmap = slip.render(width).unwrap();
        let last = bitmap.width() - 1;
        assert!((0..bitmap.height()).all(|y| !bitmap.get(last, y)), "{width:?}");
    }
}

#[test]
fn frames_and_bands_keep_their_words_inside() {
    let long = "Pertanggungjawabankesejahteraanketenagakerjaan".repeat(3);
    let blocks = [Block::Title(long.clone()), Block::Notice { title: long.clone(), text: long.clone() }];
    for (block, width) in blocks.into_iter().flat_map(|block| Width::ALL.map(|width| (block.clone(), width)))
    {
        let bitmap = slip(vec![block]).render(width).unwrap();
        // White letters in a band and black ones in a frame leave its edges as they are.
        let edge = |x: u32| (0..bitmap.height()).map(|y| bitmap.get(x, y)).collect::<Vec<_>>();
        assert!(edge(0) == edge(bitmap.width() - 1), "{width:?}");
        assert!(edge(0) == edge(2), "{width:?}");
    }
}

#[test]
fn empty_texts_take_no_room() {
    let blocks = vec![
        Block::Text(String::new()),
        Block::Small(" ".into()),
        Block::Title("\n".into()),
        Block::Facts(vec![fact("Jam", "", true)]),
        Block::Checklist { heading: String::new(), lines: vec![] },
    ];
    let bitmap = slip(blocks).render(Width::Mm80).unwrap();
    assert_eq!(bitmap.height(), 0);
    let read = read_escpos(&bitmap.escpos());
    assert!(read.cut);
}

#[test]
fn the_same_slip_gives_the_same_bytes() {
    let print = || ticket().render(Width::Mm80).unwrap();
    assert_eq!(print().escpos(), print().escpos());
    assert_eq!(print().png().unwrap(), print().png().unwrap());
}

/// Leaves the pictures where `SHOW` says, for a person to look at.
#[test]
fn pictures_for_the_eye() {
    let Some(folder) = std::env::var_os("SHOW").map(std::path::PathBuf::from) else { return };
    for (width, name) in Width::ALL.into_iter().zip(["ticket80", "ticket58", "ticketA4"]) {
        let slip = ticket();
        std::fs::write(folder.join(format!("{name}.png")), slip.render(width).unwrap().png().unwrap())
            .unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), slip.pdf(width).unwrap()).unwrap();
    }
}
