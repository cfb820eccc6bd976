//! Files as they come: a clear refusal or the right picture, in bounded memory.

#![expect(clippy::unwrap_used, reason = "a test may stop on the first surprise")]

use document::{DecodeError, decode, encode_page, enhance, find, judge, read_qr};
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use std::fs;
use std::process::Command;

const WIDTH: u32 = 96;
const HEIGHT: u32 = 64;
/// Left, right: what each half of the pictures here shows.
const HALVES: [[u8; 3]; 2] = [[200, 40, 40], [240, 240, 240]];

fn half(x: u32) -> [u8; 3] {
    HALVES[usize::from(x >= WIDTH / 2)]
}

fn picture() -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, _| Rgb(half(x)))
}

/// Each pixel by its column.
fn each<const N: usize>(value: impl Fn(u32) -> [u8; N]) -> Vec<u8> {
    (0..HEIGHT).flat_map(|_| 0..WIDTH).flat_map(value).collect()
}

fn png(bytes: &[u8], colour: ExtendedColorType) -> Vec<u8> {
    let mut file = vec![];
    PngEncoder::new(&mut file).write_image(bytes, WIDTH, HEIGHT, colour).unwrap();
    file
}

fn jpeg(bytes: &[u8], colour: ColorType, progressive: bool) -> Vec<u8> {
    let mut file = vec![];
    let mut encoder = Encoder::new(&mut file, 95);
    encoder.set_progressive(progressive);
    encoder.encode(bytes, WIDTH as u16, HEIGHT as u16, colour).unwrap();
    file
}

fn plain_jpeg() -> Vec<u8> {
    jpeg(&picture(), ColorType::Rgb, false)
}

/// The file shows the two halves, the left one in `left`.
fn shows(file: &[u8], left: [u8; 3], right: [u8; 3]) {
    let opened = decode(file).unwrap();
    assert_eq!(opened.dimensions(), (WIDTH, HEIGHT));
    for (x, expected) in [(10, left), (80, right)] {
        let Rgb(found) = *opened.get_pixel(x, 30);
        let off = found.iter().zip(expected).map(|(a, b)| a.abs_diff(b)).max().unwrap();
        assert!(off <= 6, "{found:?} for {expected:?}");
    }
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&kind[..], data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &named, &crc32(&named).to_be_bytes()].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

/// The PNG file with a chunk right behind its header.
fn with_chunk(png: &[u8], kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&png[..33], &chunk(kind, data), &png[33..]].concat()
}

/// A PNG header that says how large it is and in which colours.
fn png_header(side: u32, bits: u8, colours: u8) -> Vec<u8> {
    let size = [side.to_be_bytes(), side.to_be_bytes()].concat();
    let header = [&size[..], &[bits, colours, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header)].concat()
}

/// `rows` × 4096 zeros and more, compressed as PNG files have them.
fn compressed_zeros(rows: u32) -> Vec<u8> {
    let mut file = vec![];
    let zeros = vec![0; 4096 * rows as usize];
    PngEncoder::new(&mut file).write_image(&zeros, 4096, rows, ExtendedColorType::L8).unwrap();
    let chunks = file.windows(4).enumerate().filter(|(_, name)| *name == b"IDAT").map(|(at, _)| at);
    let data = |at: usize| {
        let length = u32::from_be_bytes(file[at - 4..at].try_into().unwrap()) as usize;
        file[at + 4..at + 4 + length].to_vec()
    };
    chunks.flat_map(data).collect()
}

#[test]
fn every_kind_of_colour_becomes_the_right_picture() {
    let [left, right] = HALVES;
    shows(&plain_jpeg(), left, right);
    shows(&jpeg(&picture(), ColorType::Rgb, true), left, right);
    shows(&png(&picture(), ExtendedColorType::Rgb8), left, right);
    let deep: Vec<u8> = picture().iter().flat_map(|value| (u16::from(*value) * 257).to_ne_bytes()).collect();
    shows(&png(&deep, ExtendedColorType::Rgb16), left, right);
    let grey = each(|x| [half(x)[1]]);
    shows(&png(&grey, ExtendedColorType::L8), [left[1]; 3], [right[1]; 3]);
    shows(&jpeg(&grey, ColorType::Luma, false), [left[1]; 3], [right[1]; 3]);
    let deep_grey: Vec<u8> = grey.iter().flat_map(|value| (u16::from(*value) * 257).to_ne_bytes()).collect();
    shows(&png(&deep_grey, ExtendedColorType::L16), [left[1]; 3], [right[1]; 3]);
}

#[test]
fn what_is_transparent_lies_on_white_paper() {
    let clear = each(|x| if x < WIDTH / 2 { [0, 0, 0, 0] } else { [10, 20, 30, 255] });
    shows(&png(&clear, ExtendedColorType::Rgba8), [255; 3], [10, 20, 30]);
    let half_clear = each(|x| [0, if x < WIDTH / 2 { 128 } else { 255 }]);
    shows(&png(&half_clear, ExtendedColorType::La8), [127; 3], [0; 3]);
}

#[test]
fn colours_of_a_printing_press_are_those_of_the_screen() {
    // What is red on the screen is magenta and yellow in print.
    let ink = |x: u32| if x < WIDTH / 2 { [0, 255, 255, 0] } else { [0, 0, 0, 128] };
    for colour in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        shows(&jpeg(&each(ink), colour, false), [255, 0, 0], [127; 3]);
    }
}

#[test]
fn one_pixel_is_a_picture_without_a_document() {
    let pixel = RgbImage::from_pixel(1, 1, Rgb([9, 90, 200]));
    let mut file = vec![];
    PngEncoder::new(&mut file).write_image(&pixel, 1, 1, ExtendedColorType::Rgb8).unwrap();
    for opened in [decode(&file).unwrap(), decode(&encode_page(&pixel, 10_000).unwrap().jpeg).unwrap()] {
        assert_eq!(opened.dimensions(), (1, 1));
        assert!(!judge(&opened, None).problems.is_empty());
        assert!(find(&opened, None).is_none() && read_qr(&opened).is_none());
        assert_eq!(enhance(&opened).dimensions(), (1, 1));
    }
}

#[test]
fn black_and_white_frames_have_no_document() {
    for value in [0, 255] {
        let frame = RgbImage::from_pixel(1280, 720, Rgb([value; 3]));
        let judgement = judge(&decode(&encode_page(&frame, 1_000_000).unwrap().jpeg).unwrap(), None);
        assert!(!judgement.problems.is_empty() && judgement.corners.is_none(), "{value}: {judgement:?}");
        assert_eq!(read_qr(&frame), None);
    }
}

#[test]
fn other_files_are_refused_by_name() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x01\x2cmeta";
    let webp = b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\x30\x01\0\x9d\x01\x2a\x01\0\x01\0";
    for bytes in [
        &b""[..],
        b"\xff",
        b"Dear Sir or Madam,",
        b"GIF89a\x01\0\x01\0\x80\0\0",
        heic,
        webp,
        b"%PDF-1.7",
        b"BM",
    ] {
        assert!(matches!(decode(bytes), Err(DecodeError::UnknownFormat)), "{bytes:?}");
    }
}

#[test]
fn of_an_animation_it_is_the_first_picture() {
    let still = png(&picture(), ExtendedColorType::Rgb8);
    let animated = with_chunk(&still, b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    shows(&animated, HALVES[0], HALVES[1]);
}

#[test]
fn files_that_claim_to_be_huge_are_refused_by_their_header() {
    for side in [20_000_u32, 60_000, i32::MAX as u32] {
        let header = [png_header(side, 8, 2), chunk(b"IDAT", &[]), chunk(b"IEND", &[])].concat();
        assert!(decode(&header).is_err());
    }
    let huge = [png_header(20_000, 8, 2), chunk(b"IDAT", &[]), chunk(b"IEND", &[])].concat();
    assert!(matches!(decode(&huge), Err(DecodeError::TooLarge { width: 20_000, height: 20_000 })));
    // Few enough pixels, but eight bytes each.
    let deep = [png_header(7_000, 16, 6), chunk(b"IDAT", &[]), chunk(b"IEND", &[])].concat();
    assert!(matches!(decode(&deep), Err(DecodeError::TooLarge { .. })));
    let mut jpeg = plain_jpeg();
    let size = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap() + 5;
    jpeg[size..size + 4].copy_from_slice(&[0x4e, 0x20, 0x4e, 0x20]);
    assert!(matches!(decode(&jpeg), Err(DecodeError::TooLarge { width: 20_000, height: 20_000 })));
}

#[test]
fn a_jpeg_is_whole_when_the_picture_itself_ends() {
    let whole = plain_jpeg();
    for length in [20, whole.len() / 3, whole.len() / 2, whole.len() - 2, whole.len() - 1] {
        assert!(matches!(decode(&whole[..length]), Err(DecodeError::Damaged(_))), "{length}");
    }
    // A telephone hides a film behind the picture, with bytes that look like markers.
    let with_film = [&whole[..], b"\0\0\0\x18ftypmp42\xff\xda\xff\xc4\x00\x02film"].concat();
    shows(&with_film, HALVES[0], HALVES[1]);
    // A small whole picture inside does not make a whole one of what is cut.
    let preview = [&[0xff, 0xe2][..], &(whole.len() as u16 + 2).to_be_bytes(), &whole].concat();
    let with_preview = [&whole[..2], &preview, &whole[2..]].concat();
    shows(&with_preview, HALVES[0], HALVES[1]);
    assert!(decode(&with_preview[..with_preview.len() - 40]).is_err());
}

#[test]
fn exif_that_is_garbage_turns_nothing() {
    for exif in
        [&b"Exif\0\0"[..], b"Exif\0\0MM\0\x2a\xff\xff\xff\xff", b"Exif\0\0II\x2a\0\x08\0\0\0\xff\xff", b"XX"]
    {
        let segment = [&[0xff, 0xe1][..], &(exif.len() as u16 + 2).to_be_bytes(), exif].concat();
        let whole = plain_jpeg();
        shows(&[&whole[..2], &segment, &whole[2..]].concat(), HALVES[0], HALVES[1]);
    }
}

/// Bombs are opened by the command in a process that may take 600 MB and no more.
#[test]
fn bombs_take_bounded_memory() {
    let zeros = compressed_zeros(40_000);
    assert!(zeros.len() < 1_000_000);
    let still = png(&picture(), ExtendedColorType::Rgb8);
    let text = [b"Comment\0\0".to_vec(), zeros.clone()].concat();
    let profile = [b"profile\0\0".to_vec(), zeros.clone()].concat();
    let more_than_it_says = [png_header(64, 8, 0), chunk(b"IDAT", &zeros), chunk(b"IEND", &[])].concat();
    let files = [
        more_than_it_says,
        with_chunk(&still, b"zTXt", &text),
        with_chunk(&still, b"iCCP", &profile),
        [png_header(20_000, 8, 2), chunk(b"IDAT", &zeros), chunk(b"IEND", &[])].concat(),
        [png_header(7_000, 8, 0), chunk(b"IDAT", &zeros[..zeros.len() / 2]), chunk(b"IEND", &[])].concat(),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (index, file) in files.iter().enumerate() {
        fs::write(folder.path().join(format!("{index}.png")), file).unwrap();
    }
    let command = "ulimit -v 600000; exec \"$0\" judge [0-9].png";
    let ran = Command::new("sh")
        .args(["-c", command, env!("CARGO_BIN_EXE_document")])
        .current_dir(&folder)
        .output()
        .unwrap();
    let lines = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(lines.lines().count(), files.len(), "{lines}\n{}", String::from_utf8_lossy(&ran.stderr));
    assert!(lines.lines().all(|line| line.contains("\"error\"") || line.contains("\"verdict\"")), "{lines}");
    assert!(lines.lines().nth(3).unwrap().contains("20000 × 20000"), "{lines}");
}
