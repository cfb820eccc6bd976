//! Slips as the printer and the eye get them, read back by independent readers.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "readers of what is printed fail the test that calls them"
)]

use paper::{Bitmap, Block, PaperError, Slip, Width};
use std::process::Command;

const WIDTHS: [Width; 2] = [Width::Mm80, Width::Mm58];
const TICKET_CODE: &str = "https://anjungan.example/k/7QK3-M9XD-2T";

fn ticket() -> Slip {
    Slip {
        blocks: vec![
            Block::Brand { product: "Anjungan Asik".into(), branch: "Kantor Cabang Kepanjen".into() },
            Block::Title("Tiket wawancara".into()),
            Block::Number { label: "Nomor Anda".into(), value: "A-012".into() },
            Block::Field { label: "Hari".into(), value: "Senin, 24 November 2025".into() },
            Block::Field { label: "Jam".into(), value: "09.30 WIB".into() },
            Block::Field { label: "Tempat".into(), value: "Loket 2, lantai dasar".into() },
            Block::Rule,
            Block::Checklist {
                heading: "Bawa yang asli".into(),
                lines: vec![
                    "KTP elektronik".into(),
                    "Kartu BPJS Ketenagakerjaan".into(),
                    "Buku tabungan halaman nama dan nomor rekening".into(),
                    "Surat keterangan berhenti bekerja".into(),
                ],
            },
            Block::Qr {
                data: TICKET_CODE.into(),
                caption: "Pindai di anjungan bila Anda ingin mengganti jadwal.".into(),
            },
            Block::Code { label: "Kode untuk melanjutkan".into(), value: "7QK3-M9XD".into() },
            Block::Notice {
                title: "GRATIS. Hati-hati calo.".into(),
                text: "Jangan berikan NIK, kode OTP, atau uang kepada siapa pun.".into(),
            },
            Block::Bullets {
                heading: "Sesudah ini".into(),
                lines: vec![
                    "Duduk dan tunggu nomor Anda dipanggil.".into(),
                    "Uang masuk ke rekening paling lambat 5 hari kerja setelah berkas lengkap.".into(),
                ],
            },
            Block::Text("Simpan kertas ini. Tanpa kertas ini pun nomor Anda tetap berlaku.".into()),
            Block::Small("Dicetak Jumat, 21 November 2025 pukul 10.12 · anjungan-1 · Layanan 175".into()),
        ],
    }
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
    for width in WIDTHS {
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
    for (width, paper) in [(Width::Mm80, 640), (Width::Mm58, 464)] {
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
    for width in WIDTHS {
        let png = ticket().render(width).unwrap().png().unwrap();
        assert_eq!(read_code(&png), TICKET_CODE);
    }
}

#[test]
fn another_reader_scans_the_code_as_well() {
    let folder = tempfile::tempdir().unwrap();
    for width in WIDTHS {
        let file = folder.path().join("slip.png");
        std::fs::write(&file, ticket().render(width).unwrap().png().unwrap()).unwrap();
        let run = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output();
        let run = run.expect("zbarimg is needed: package zbar-tools");
        assert_eq!(String::from_utf8(run.stdout).unwrap().trim(), TICKET_CODE);
    }
}

#[test]
fn codes_of_any_length_are_25_mm_and_scan_or_are_refused() {
    for width in WIDTHS {
        for length in [1, 10, 60, 200, 300, 600, 3000] {
            let data = "7".repeat(length - 1) + "k";
            let slip = Slip { blocks: vec![Block::Qr { data: data.clone(), caption: String::new() }] };
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
fn the_number_is_at_least_14_mm_high_on_wide_paper() {
    for (width, least) in [(Width::Mm80, 112), (Width::Mm58, 72)] {
        let slip = Slip { blocks: vec![Block::Number { label: String::new(), value: "A-012".into() }] };
        let bitmap = slip.render(width).unwrap();
        let rows = (0..bitmap.height()).filter(|y| (0..bitmap.width()).any(|x| bitmap.get(x, *y)));
        let high = rows.count();
        assert!(high >= least, "{high} dots");
    }
}

#[test]
fn nothing_runs_off_the_paper() {
    let long = "Pertanggungjawabankesejahteraanketenagakerjaan".repeat(3);
    let slip = Slip {
        blocks: vec![
            Block::Brand { product: long.clone(), branch: long.clone() },
            Block::Title(long.clone()),
            Block::Number { label: long.clone(), value: long.clone() },
            Block::Field { label: long.clone(), value: long.clone() },
            Block::Text(long.clone()),
            Block::Bullets { heading: long.clone(), lines: vec![long.clone()] },
            Block::Checklist { heading: long.clone(), lines: vec![long.clone()] },
            Block::Code { label: long.clone(), value: long.clone() },
            Block::Qr { data: "1".into(), caption: long.clone() },
            Block::Small(long),
        ],
    };
    // Only rules and frames, which begin at the left edge, reach the right one.
    for width in WIDTHS {
        let bitmap = slip.render(width).unwrap();
        let edge = |x: u32| (0..bitmap.height()).filter(|y| bitmap.get(x, *y)).collect::<Vec<_>>();
        let left = edge(0);
        assert!(edge(bitmap.width() - 1).iter().all(|y| left.contains(y)));
    }
}

#[test]
fn empty_texts_take_no_room() {
    let slip = Slip {
        blocks: vec![Block::Text(String::new()), Block::Small(" ".into()), Block::Title("\n".into())],
    };
    let bitmap = slip.render(Width::Mm80).unwrap();
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
    for (width, name) in [(Width::Mm80, "ticket80.png"), (Width::Mm58, "ticket58.png")] {
        std::fs::write(folder.join(name), ticket().render(width).unwrap().png().unwrap()).unwrap();
    }
}
