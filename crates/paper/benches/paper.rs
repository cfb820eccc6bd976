//! How long a ticket and a packet take.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run says so by ending")]

use criterion::{Criterion, criterion_group, criterion_main};
use paper::{Block, Line, Packet, PacketPage, Section, Slip, Width};

fn ticket() -> Slip {
    Slip {
        blocks: vec![
            Block::Brand { product: "Anjungan Asik".into(), branch: "Kantor Cabang Kepanjen".into() },
            Block::Title("Tiket wawancara".into()),
            Block::Number { label: "Nomor Anda".into(), value: "A-012".into() },
            Block::Field { label: "Hari".into(), value: "Senin, 24 November 2025".into() },
            Block::Field { label: "Jam".into(), value: "09.30 WIB".into() },
            Block::Checklist {
                heading: "Bawa yang asli".into(),
                lines: vec!["KTP elektronik".into(), "Buku tabungan halaman nama dan nomor rekening".into()],
            },
            Block::Qr {
                data: "https://anjungan.example/k/7QK3-M9XD-2T".into(),
                caption: "Pindai di anjungan.".into(),
            },
            Block::Notice {
                title: "GRATIS. Hati-hati calo.".into(),
                text: "Jangan berikan NIK, kode OTP, atau uang kepada siapa pun.".into(),
            },
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
        facts: (0..4).map(row).collect(),
        completeness_title: "Kelengkapan".into(),
        completeness: vec![Line { label: "KTP".into(), state: "Lengkap".into(), ok: true }],
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
    let packet = packet();
    c.bench_function("packet, 7 pages, PDF", |b| b.iter(|| packet.pdf().unwrap()));
}

criterion_group!(paper, benches);
criterion_main!(paper);
