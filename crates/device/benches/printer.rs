//! What a participant waits for: from the tap until the first byte of the slip is at the printer, drawing included.
//! Wanted: less than 150 ms.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot start says so by stopping"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use device::printer::{Attended, Flow, Job, Printer, SerialPrinter, TcpPrinter};
use paper::{Block, Fact, Item, Slip, Width};
use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(10);

/// Reads, answers as a good printer, and tells when a slip begins.
fn play(mut stream: impl Read + Write, begins: &Sender<Instant>) {
    let mut bytes = [0; 4096];
    let mut last = Vec::new();
    while let Ok(count @ 1..) = stream.read(&mut bytes) {
        last.extend(&bytes[..count]);
        if last.windows(2).any(|two| two == b"\x1b@") {
            begins.send(Instant::now()).expect("somebody listens");
        }
        let answer = match last[last.len().saturating_sub(3)..] {
            [0x10, 4, _] => Some(0x12),
            [0x1D, b'r', 1] => Some(0),
            _ => None,
        };
        if let Some(answer) = answer {
            stream.write_all(&[answer]).expect("an open line");
        }
        last.drain(..last.len().saturating_sub(2));
    }
}

fn in_the_network(begins: Sender<Instant>) -> Box<dyn Printer> {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            play(stream, &begins);
        }
    });
    Box::new(TcpPrinter::new(address, DEADLINE))
}

fn on_a_line(begins: Sender<Instant>) -> Box<dyn Printer> {
    let ends = nix::pty::openpty(None, None).expect("a line");
    let path = nix::unistd::ttyname(&ends.slave).expect("its name");
    std::thread::spawn(move || {
        // Held, so that the line stays up between two slips.
        let _ours = ends.slave;
        play(File::from(ends.master), &begins);
    });
    Box::new(SerialPrinter::new(path, 115_200, Flow::None, DEADLINE).expect("a speed of serial lines"))
}

/// A ticket as the kiosk draws it.
fn ticket() -> Job {
    let text = |text: &str| text.to_owned();
    let fact = |label: &str, value: &str| Fact { label: text(label), value: text(value), large: true };
    let thing = |what: &str| Item { text: text(what), done: false };
    let slip = Slip {
        language: text("id"),
        title: text("Nomor antrean"),
        made: jiff::civil::date(2026, 9, 10).at(9, 0, 0, 0),
        blocks: vec![
            Block::Brand { branch: text("Kantor Cabang Contoh"), product: text("Anjungan Asik") },
            Block::Title(text("Nomor antrean Anda")),
            Block::Number { label: text("Nomor"), value: text("A-012"), mark: text("") },
            Block::Facts(vec![fact("Hari", "Kamis, 10 September 2026"), fact("Pukul", "10.30")]),
            Block::Checklist {
                heading: text("Bawa yang asli"),
                lines: ["KTP elektronik", "Kartu Keluarga", "Buku tabungan", "Surat keterangan kerja"]
                    .map(thing)
                    .into(),
            },
            Block::Code {
                data: text("AA1-00FF00FF00FF00FF"),
                caption: text("Pindai di anjungan untuk melanjutkan"),
                label: text("Kode"),
                value: text("ABCD 2345"),
            },
            Block::Small(text("Layanan ini gratis.")),
        ],
    };
    let picture = slip.render(Width::Mm80).expect("a slip");
    Job { name: text("ticket"), escpos: picture.escpos(), png: picture.png().expect("a picture"), pdf: None }
}

fn tap_to_first_byte(criterion: &mut Criterion) {
    type Connect = fn(Sender<Instant>) -> Box<dyn Printer>;
    let ways: [(&str, Connect); 2] = [("network", in_the_network), ("serial line", on_a_line)];
    for (name, connect) in ways {
        let (begins, begun): (Sender<Instant>, Receiver<Instant>) = channel();
        let printer = Attended::start(connect(begins), DEADLINE, |_| ());
        let one = || {
            begun.try_iter().for_each(drop);
            let tap = Instant::now();
            printer.print(&ticket()).unwrap();
            begun.recv().expect("a slip").duration_since(tap)
        };
        criterion.bench_function(&format!("tap to first byte, {name}"), |bench| {
            bench.iter_custom(|count| (0..count).map(|_| one()).sum());
        });
        let mut times: Vec<Duration> = (0..50).map(|_| one()).collect();
        times.sort();
        println!("tap to first byte, {name}: p50 {:.2?}, worst {:.2?} of 50", times[25], times[49]);
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(3));
    targets = tap_to_first_byte
}
criterion_main!(benches);
