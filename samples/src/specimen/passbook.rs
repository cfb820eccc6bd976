//! Bank books, opened: five banks, books that open to the side and upwards.

use super::{Kind, Specimen};
use crate::drawing::{DrawError, Drawing, Pen, marks, signature};
use crate::ink::Ink;
use crate::{Dice, Person};
use std::fmt::Write;

/// Banks that the reader has no code of.
const OTHER_BANKS: &[&str] =
    &["BANK JATIM", "BANK DKI", "BANK BJB", "BANK BTPN", "BPR CONTOH SEJAHTERA", "BANK KALSEL"];

/// A made-up look for a bank.
struct Bank {
    code: &'static str,
    name: &'static str,
    short: &'static str,
    product: &'static str,
    /// Groups of digits, and what stands between them.
    groups: &'static [usize],
    between: &'static str,
    colours: (&'static str, &'static str),
    /// Pages one above the other.
    upright: bool,
    account_label: &'static str,
    holder_label: &'static str,
    /// Label and value on one line.
    inline: bool,
}

const BANKS: &[Bank] = &[
    Bank {
        code: "002",
        name: "BANK RAKYAT INDONESIA",
        short: "BRI",
        product: "SIMPANAN RAKYAT",
        groups: &[4, 2, 6, 2, 1],
        between: "-",
        colours: ("#1c4f94", "#eaf1f8"),
        upright: false,
        account_label: "No. Rekening",
        holder_label: "Nama",
        inline: true,
    },
    Bank {
        code: "009",
        name: "BANK NEGARA INDONESIA",
        short: "BNI",
        product: "TABUNGAN BNI",
        groups: &[10],
        between: "",
        colours: ("#d8631e", "#fdf3ea"),
        upright: false,
        account_label: "NOMOR REKENING",
        holder_label: "NAMA NASABAH",
        inline: false,
    },
    Bank {
        code: "008",
        name: "BANK MANDIRI",
        short: "mandiri",
        product: "TABUNGAN RUPIAH",
        groups: &[3, 2, 7, 1],
        between: "-",
        colours: ("#123a66", "#f6f4e6"),
        upright: true,
        account_label: "Nomor Rekening",
        holder_label: "Nama Pemilik Rekening",
        inline: false,
    },
    Bank {
        code: "014",
        name: "BANK CENTRAL ASIA",
        short: "BCA",
        product: "TAHAPAN",
        groups: &[3, 3, 4],
        between: " ",
        colours: ("#0f4c9c", "#e8f1fb"),
        upright: true,
        account_label: "NO. REKENING",
        holder_label: "NAMA",
        inline: true,
    },
    Bank {
        code: "200",
        name: "BANK TABUNGAN NEGARA",
        short: "BTN",
        product: "TABUNGAN BATARA",
        groups: &[5, 2, 2, 6, 1],
        between: "-",
        colours: ("#20538f", "#f4f4f0"),
        upright: false,
        account_label: "Nomor Rekening",
        holder_label: "Nama Penabung",
        inline: true,
    },
    Bank {
        code: "451",
        name: "BANK SYARIAH INDONESIA",
        short: "BSI",
        product: "TABUNGAN EASY WADIAH",
        groups: &[10],
        between: "",
        colours: ("#00857c", "#e9f6f3"),
        upright: true,
        account_label: "No. Rekening",
        holder_label: "Nama Nasabah",
        inline: false,
    },
];

pub(super) fn draw(person: &Person, dice: &mut Dice) -> Result<Specimen, DrawError> {
    let bank = &BANKS[dice.whole(0, BANKS.len() as u32 - 1) as usize];
    // One page, in tenths of a millimetre.
    let page = if bank.upright {
        (dice.between(1380.0, 1480.0), dice.between(880.0, 960.0))
    } else {
        (dice.between(860.0, 920.0), dice.between(1180.0, 1260.0))
    };
    let size = if bank.upright { (page.0, page.1 * 2.0) } else { (page.0 * 2.0, page.1) };
    let mut book =
        Drawing::new(Kind::Passbook, size, (size.0 / 10.0, size.1 / 10.0), dice.between(6.0, 30.0));
    book.form(&pages(bank, page, size, dice));
    book.form(&marks(size, (page.0 - 370.0, page.1 * 0.7), dice));

    let font =
        dice.pick(&["Liberation Sans", "Nimbus Sans", "DejaVu Sans Condensed", "Liberation Sans Narrow"]);
    let head = Pen::new(font, dice.between(44.0, 54.0)).bold().colour("#ffffff");
    let at = (70.0, 158.0, page.0 - 420.0);
    match dice.whole(0, 9) {
        // Other banks have books, too, and their names are no code.
        0 => {
            book.label(70.0, 104.0, &head, "TABUNGAN");
            book.print(at.0, at.1, at.2, &head.sized(34.0), dice.pick(OTHER_BANKS));
        }
        1 | 2 => book.field("bank", bank.code, at, &head, bank.short),
        _ => {
            book.label(70.0, 104.0, &head, bank.product);
            book.field("bank", bank.code, at, &head.sized(34.0), bank.name);
        }
    }

    let labels = Pen::new(font, dice.between(27.0, 32.0)).colour("#3f5062");
    let printer =
        dice.pick(&["Liberation Mono", "Nimbus Mono PS", "DejaVu Sans Mono", "OCR B", "Liberation Sans"]);
    let printer_pen =
        Pen::new(printer, dice.between(33.0, 40.0)).colour(dice.pick(&["#1b2430", "#25304a", "#2c2c34"]));
    let printer_pen = if dice.chance(0.4) { printer_pen.bold() } else { printer_pen };
    let account: String = (0..bank.groups.iter().sum()).map(|_| dice.digits(1)).collect();
    let grouped = grouped(&account, bank.groups, if dice.chance(0.75) { bank.between } else { "" });

    let mut y = dice.between(250.0, 290.0);
    let column = 70.0 + labels.size * 11.5;
    let mut line =
        |book: &mut Drawing, label: &str, field: Option<(&'static str, &str)>, pen: &Pen, text: &str| {
            if !label.is_empty() {
                book.label(70.0, y, &labels, label);
            }
            let (x, at) = if bank.inline { (column, y) } else { (70.0, y + pen.size * 1.25) };
            if bank.inline && !label.is_empty() {
                book.label(column - 22.0, y, &labels, ":");
            }
            let room = page.0 - x - 50.0;
            match field {
                Some((name, truth)) => book.field(name, truth, (x, at, room), pen, text),
                None => book.print(x, at, room, pen, text),
            }
            y = at + pen.size * 1.5 + if bank.inline { 12.0 } else { 26.0 };
        };
    let large = printer_pen.sized(printer_pen.size * dice.between(1.0, 1.35));
    // Some books have other labels, and some none at all.
    let (number_label, holder_label) = match dice.whole(0, 9) {
        0 => ("Acc. No", "Nama/Name"),
        1 => ("No. Rek", "a.n."),
        2 => ("", ""),
        _ => (bank.account_label, bank.holder_label),
    };
    let number = (number_label, Some(("account", account.as_str())), &large, grouped.as_str());
    let holder = (holder_label, Some(("holder", person.name.as_str())), &printer_pen, person.name.as_str());
    let mut lines = [number, holder];
    if dice.chance(0.35) {
        lines.swap(0, 1);
    }
    for (label, field, pen, text) in lines {
        line(&mut book, label, field, pen, text);
    }
    line(&mut book, "Alamat", None, &printer_pen, &person.street);
    let office = format!("{:04} KCP {}", dice.whole(1, 9999), person.district);
    line(&mut book, dice.pick(&["Unit Kerja", "Kantor Cabang", "Cabang"]), None, &printer_pen, &office);
    if !bank.upright {
        let opened = format!("{:02}/{:02}/{}", dice.whole(1, 28), dice.whole(1, 12), dice.whole(2008, 2025));
        line(&mut book, "Tanggal Buka", None, &printer_pen, &opened);
    }
    let small = labels.sized(22.0);
    book.label(70.0, page.1 - 40.0, &small, "Buku contoh, tidak berlaku untuk transaksi");
    book.form(&signature(page.0 * 0.58, page.1 - 130.0, 260.0, dice));
    let ink = Ink::of_book(dice);
    book.finished(ink, dice)
}

fn grouped(digits: &str, groups: &[usize], between: &str) -> String {
    let mut rest = digits;
    let mut parts = vec![];
    for length in groups {
        let (part, after) = rest.split_at((*length).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.join(between)
}

/// Cover showing at the edge, two pages, the head of the first, and on the other what was booked, or nothing.
fn pages(bank: &Bank, page: (f32, f32), size: (f32, f32), dice: &mut Dice) -> String {
    let (deep, pale) = bank.colours;
    let edge = dice.between(0.0, 14.0);
    let ((width, height), upright) = (page, bank.upright);
    let (x2, y2) = if upright { (0.0, height) } else { (width, 0.0) };
    let (fold_x, fold_y) = if upright { ("0", "1") } else { ("1", "0") };
    let mut svg = format!(
        "<defs><linearGradient id=\"fold\" x1=\"0\" y1=\"0\" x2=\"{fold_x}\" y2=\"{fold_y}\">\
         <stop offset=\".40\" stop-color=\"#445\" stop-opacity=\"0\"/><stop offset=\".495\" stop-color=\"#445\" stop-opacity=\".38\"/>\
         <stop offset=\".505\" stop-color=\"#445\" stop-opacity=\".30\"/><stop offset=\".58\" stop-color=\"#445\" stop-opacity=\"0\"/>\
         </linearGradient><pattern id=\"net\" width=\"{}\" height=\"30\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 15 C12 0 24 0 \
         24 15 S36 30 48 15\" fill=\"none\" stroke=\"{deep}\" stroke-width=\"1.2\" opacity=\"{}\"/></pattern></defs>\
         <rect width=\"{}\" height=\"{}\" fill=\"{deep}\"/>\
         <rect x=\"{edge}\" y=\"{edge}\" width=\"{}\" height=\"{}\" rx=\"{edge}\" fill=\"{pale}\"/>\
         <rect x=\"{edge}\" y=\"{edge}\" width=\"{}\" height=\"{}\" fill=\"url(#net)\"/>",
        dice.between(40.0, 60.0),
        dice.between(0.05, 0.3),
        size.0,
        size.1,
        size.0 - 2.0 * edge,
        size.1 - 2.0 * edge,
        size.0 - 2.0 * edge,
        size.1 - 2.0 * edge,
    );
    let _ = write!(
        svg,
        "<rect x=\"44\" y=\"44\" width=\"{}\" height=\"136\" rx=\"12\" fill=\"{deep}\"/>",
        width - 88.0
    );
    if dice.chance(0.7) {
        svg += &bookings(deep, (x2 + 40.0, y2 + 50.0), (width - 80.0, height - 100.0), dice);
    }
    let _ = write!(svg, "<rect width=\"{}\" height=\"{}\" fill=\"url(#fold)\"/>", size.0, size.1);
    svg
}

fn bookings(deep: &str, at: (f32, f32), size: (f32, f32), dice: &mut Dice) -> String {
    let ((x, y), (width, height)) = (at, size);
    let rows = (height / 60.0) as u32;
    let mut svg = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"54\" fill=\"{deep}\"/>");
    for (share, title) in [(0.01, "TANGGAL"), (0.22, "SANDI"), (0.40, "MUTASI"), (0.72, "SALDO")] {
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-family=\"Liberation Sans\" font-weight=\"bold\" font-size=\"26\" fill=\"#fff\">{title}</text>",
            x + share * width,
            y + 38.0
        );
    }
    let filled = dice.whole(0, rows.saturating_sub(2));
    for row in 0..rows.saturating_sub(1) {
        let line = y + 54.0 + 60.0 * row as f32;
        let _ = write!(
            svg,
            "<path d=\"M{x} {line} h{width}\" stroke=\"{deep}\" stroke-width=\"1.5\" opacity=\".4\"/>"
        );
        if row < filled {
            let _ = write!(
                svg,
                "<text x=\"{}\" y=\"{}\" font-family=\"Liberation Mono\" font-size=\"26\" fill=\"#16233a\" \
                 xml:space=\"preserve\">{:02}/{:02}/26   {}   {:>9}    {:>10}</text>",
                x + 8.0,
                line + 42.0,
                dice.whole(1, 28),
                dice.whole(1, 12),
                dice.pick(&[
                    "0101",
                    "GAJI",
                    "ATM ",
                    "2210",
                    "TRSF",
                    "DARI BCA",
                    "KE BRI",
                    "TRF MANDIRI",
                    "TRF SARIAH"
                ]),
                dice.whole(10_000, 4_000_000),
                dice.whole(10_000, 9_000_000)
            );
        }
    }
    svg
}
