//! How long a ticket and a packet take.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run says so by ending")]

use criterion::{Criterion, criterion_group, criterion_main};
use paper::{Block, Fact, Item, Line, Packet, PacketPage, Section, Slip, Width};

fn ticket() -> Slip {
    let fact = |label: &str, value: &str, large| Fact { label: label.into(), value: value.into(), large };
    let bring = ["KTP", "Kartu BPJS Ketenagakerjaan", "Buku tabungan", "Surat pengunduran diri"];
    let steps =
        ["Datang sebelum jam ini.", "Duduk dan tunggu nomor Anda dipanggil.", "Tunjukkan dokumen asli."];
    Slip {
        language: "id".into(),
        title: "Tiket wawancara JHT".into(),
        made: jiff::civil::date(2026, 9, 10).at(10, 12, 0, 0),
        blocks: vec![
            Block::Brand { branch: "Kantor Cabang Kepanjen".into(), product: "Anjungan Asik".into() },
            Block::Title("Tiket wawancara JHT".into()),
            Block::Number { label: "Nomor Anda".into(), value: "A-012".into(), mark: String::new() },
            Block::Facts(vec![
                fact("Hari wawancara", "Senin, 14 September 2026", false),
                fact("Jam", "09.30", true),
                fact("Tempat", "Kantor Cabang Kepanjen, Jalan Panji No. 117", false),
            ]),
            Block::Checklist {
                heading: "Bawa yang asli".into(),
                lines: bring.map(|text| Item { text: text.into(), done: false }).into(),
            },
            Block::Steps { heading: "Sesudah ini".into(), lines: steps.map(str::to_owned).into() },
            Block::Code {
                data: "AA1-00112233445566778899AABBCCDDEEFF".into(),
                caption: "Tunjukkan ke kamera mesin ini".into(),
                label: "Kode lanjut".into(),
                value: "7QK3 M9XD".into(),
            },
            Block::Notice { title: "GRATIS. Hati-hati calo.".into(), text: "Jangan bayar siapa pun.".into() },
            Block::Small("Diambil Kamis, 10 September 2026, 10.12".into()),
        ],
    }
}

/// 1169 × 1654 dots of noise on paper, about as large as a captured page; another one for every `number`.
fn jpeg(number: u8) -> Vec<u8> {
    let page = image::RgbImage::from_fn(1169, 1654, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(97) >> 28;
        image::Rgb([215 + number + grain as u8, 222 + grain as u8, 215 + grain as u8])
    });
    let mut file = Vec::new();
    page.write_with_encoder(image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 88)).unwrap();
    file
}

fn packet() -> Packet {
    let row = |n: usize| (format!("Pertanyaan {n}"), format!("Jawaban nomor {n}"));
    let wib = jiff::tz::TimeZone::fixed(jiff::tz::offset(7));
    Packet {
        language: "id".into(),
        made: jiff::civil::date(2025, 11, 21).at(10, 12, 0, 0).to_zoned(wib).unwrap(),
        title: "Berkas klaim JHT".into(),
        subtitle: "Kantor Cabang Kepanjen".into(),
        number: row(1),
        facts: (0..4).map(row).collect(),
        completeness_title: "Kelengkapan".into(),
        completeness: vec![Line { label: "KTP".into(), state: "Lengkap".into(), ok: true }],
        to_check: vec![],
        verification_title: String::new(),
        verifications: vec![],
        sections: vec![Section { title: "Data diri".into(), rows: (0..20).map(row).collect() }],
        pages: (0..7).map(|n| PacketPage { title: "Halaman".into(), note: None, jpeg: jpeg(n) }).collect(),
        footer: "Rahasia".into(),
    }
}

fn benches(c: &mut Criterion) {
    let ticket = ticket();
    c.bench_function("ticket, 80 mm, drawn", |b| b.iter(|| ticket.render(Width::Mm80).unwrap()));
    c.bench_function("ticket, 80 mm, drawn as ESC/POS and PNG", |b| {
        b.iter(|| {
            let bitmap = ticket.render(Width::Mm80).unwrap();
            (bitmap.escpos(), bitmap.png().unwrap())
        });
    });
    c.bench_function("ticket, 80 mm, PDF", |b| b.iter(|| ticket.pdf(Width::Mm80).unwrap()));
    let packet = packet();
    c.bench_function("packet, 7 pages, PDF", |b| b.iter(|| packet.pdf().unwrap()));
}

criterion_group!(paper, benches);
criterion_main!(paper);
