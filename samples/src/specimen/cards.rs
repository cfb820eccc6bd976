//! The card of the employment insurance and the tax card.

use super::{Kind, Specimen};
use crate::drawing::{DrawError, Drawing, Pen, marks};
use crate::ink::Ink;
use crate::{Dice, Person};

const SIZE: (f32, f32) = (856.0, 540.0);
const MM: (f32, f32) = (85.6, 54.0);

pub(super) fn kpj(person: &Person, dice: &mut Dice) -> Result<Specimen, DrawError> {
    let mut card = Drawing::new(Kind::Kpj, SIZE, MM, 32.0);
    let number = format!("{:02}{:02}{}", dice.whole(5, 24), dice.whole(1, 12), dice.digits(7));
    let font = dice.pick(&["Liberation Sans", "Nimbus Sans", "DejaVu Sans Condensed"]);
    let labels = Pen::new(font, dice.between(20.0, 24.0)).colour("#4c5a52");
    let values = Pen::new(font, dice.between(28.0, 34.0)).bold().colour("#14251c");
    let shift = dice.around(8.0);
    if dice.chance(0.5) {
        // White with green waves; label above value.
        card.form(&format!(
            "<rect width=\"856\" height=\"540\" fill=\"{}\"/><path d=\"M420 540 C560 470 640 330 856 300 V540 Z\" \
             fill=\"#cfe9cd\"/><path d=\"M660 540 C730 510 790 460 856 450 V540 Z\" fill=\"#f0c93a\"/>\
             <rect width=\"856\" height=\"{}\" fill=\"#0d7a4d\"/>",
            dice.pick(&["#fdfefb", "#eef6ec", "#f7f7f2"]),
            dice.between(100.0, 124.0)
        ));
        card.form(&marks(SIZE, (660.0, 130.0), dice));
        let white = Pen::new(font, 35.0).bold().colour("#ffffff");
        card.label(44.0, 52.0, &white, "KARTU PESERTA");
        card.label(44.0, 88.0, &white.sized(25.0), "JAMINAN SOSIAL KETENAGAKERJAAN");
        card.label(44.0 + shift, 176.0, &labels, "Nomor KPJ");
        let large = values.sized(dice.between(46.0, 58.0)).spaced(dice.between(0.0, 4.0));
        card.field("kpj", &number, (44.0 + shift, 236.0, 640.0), &large, &number);
        card.label(44.0 + shift, 296.0, &labels, "Nama");
        card.field("name", &person.name, (44.0 + shift, 334.0, 740.0), &values, &person.name);
        card.label(44.0 + shift, 388.0, &labels, "NIK");
        card.print(44.0 + shift, 424.0, 600.0, &values, &person.nik);
        card.label(44.0 + shift, 476.0, &labels, "Tanggal Lahir");
        card.print(44.0 + shift, 510.0, 300.0, &values, &person.birth_date());
    } else {
        // Blue and green; label and value on one line, in the lower half.
        card.form(&format!(
            "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"{}\"/><stop offset=\"1\" stop-color=\"{}\"/>\
             </linearGradient></defs><rect width=\"856\" height=\"540\" fill=\"url(#g)\"/><circle cx=\"720\" cy=\"120\" r=\"190\" \
             fill=\"#fff\" opacity=\".25\"/><rect y=\"{}\" width=\"856\" height=\"12\" fill=\"#f0c93a\"/>",
            dice.pick(&["#bfe0d0", "#cfe8f4", "#dff0d8"]),
            dice.pick(&["#9fd0b8", "#a9d4ec", "#c3e2c4"]),
            dice.between(150.0, 180.0)
        ));
        card.form(&marks(SIZE, (640.0, 440.0), dice));
        let head = Pen::new(font, 38.0).bold().colour("#0b5a3a");
        card.label(48.0, 78.0, &head, "BPJS KETENAGAKERJAAN");
        card.label(48.0, 124.0, &head.sized(24.0), "Kartu Peserta - contoh");
        let labels = labels.sized(27.0);
        let number_pen = dice.pick(&["OCRA", "OCR B", font]);
        let number_pen = Pen::new(number_pen, dice.between(36.0, 44.0)).colour("#14251c");
        let x = dice.between(196.0, 220.0);
        for (y, label) in [(270.0, "No. KPJ"), (334.0, "Nama"), (392.0, "Tgl. Lahir"), (450.0, "NIK")] {
            card.label(48.0, y, &labels, label);
            card.label(x - 20.0, y, &labels, ":");
        }
        card.field("kpj", &number, (x, 270.0, 560.0), &number_pen, &number);
        card.field("name", &person.name, (x, 334.0, 600.0), &values, &person.name);
        card.print(x, 392.0, 400.0, &values, &person.birth_date());
        card.print(x, 450.0, 430.0, &values, &person.nik);
    }
    let ink = Ink::of_card(dice);
    card.finished(ink, dice)
}

pub(super) fn npwp(person: &Person, dice: &mut Dice) -> Result<Specimen, DrawError> {
    let mut card = Drawing::new(Kind::Npwp, SIZE, MM, 32.0);
    let font = dice.pick(&["Liberation Sans", "Nimbus Sans", "DejaVu Sans Condensed"]);
    let values = Pen::new(font, dice.between(25.0, 30.0)).colour("#202735");
    let bold = values.clone().bold();
    let (pale, deep, band) = dice.pick(&[
        ("#fff6cf", "#f7dc83", "#23407d"),
        ("#f8f3dc", "#efe0a0", "#1d3a6b"),
        ("#fbf8ea", "#ffe27a", "#2b2f66"),
    ]);
    card.form(&format!(
        "<defs><linearGradient id=\"g\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"{pale}\"/>\
         <stop offset=\"1\" stop-color=\"{deep}\"/></linearGradient><pattern id=\"l\" width=\"9\" height=\"9\" \
         patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({})\"><path d=\"M0 0 V9\" stroke=\"#d8b23f\" opacity=\".35\"/>\
         </pattern></defs><rect width=\"856\" height=\"540\" fill=\"url(#g)\"/><rect width=\"856\" height=\"540\" fill=\"url(#l)\"/>\
         <rect width=\"856\" height=\"118\" fill=\"{band}\"/>",
        dice.around(60.0)
    ));
    card.form(&marks(SIZE, (640.0, 460.0), dice));
    let white = Pen::new(font, 24.0).colour("#ffffff");
    card.label(50.0, 48.0, &white, "KEMENTERIAN KEUANGAN - CONTOH");
    card.label(50.0, 94.0, &white.sized(34.0).bold(), "DIREKTORAT JENDERAL PAJAK");
    let new = dice.chance(0.5);
    let digits =
        if new { person.nik.clone() } else { format!("{:02}{}", dice.whole(1, 99), dice.digits(13)) };
    let shown = match (new, dice.chance(0.7)) {
        (true, true) => [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]].join(" "),
        (true, false) => digits.clone(),
        (false, _) => format!(
            "{}.{}.{}.{}-{}.{}",
            &digits[..2],
            &digits[2..5],
            &digits[5..8],
            &digits[8..9],
            &digits[9..12],
            &digits[12..]
        ),
    };
    let number = dice.pick(&["OCRA", "OCR B", font, font]);
    let number = Pen::new(number, dice.between(34.0, 42.0)).colour("#202735");
    let number = if dice.chance(0.5) { number.bold() } else { number };
    let y = dice.between(196.0, 222.0);
    card.label(48.0, y, &bold, "NPWP");
    card.label(150.0, y, &bold, ":");
    card.field("npwp", &digits, (172.0, y, 640.0), &number, &shown);
    card.field("name", &person.name, (48.0, y + 64.0, 760.0), &bold.sized(values.size * 1.2), &person.name);
    if new || dice.chance(0.4) {
        card.label(48.0, y + 116.0, &values, "NIK");
        card.print(172.0, y + 116.0, 600.0, &values, &person.nik);
    }
    card.print(48.0, y + 160.0, 760.0, &values, &format!("{} RT/RW {}", person.street, person.ward));
    card.print(
        48.0,
        y + 196.0,
        760.0,
        &values,
        &format!("{}, {}, {}", person.village, person.district, person.area.name),
    );
    let registered =
        format!("Terdaftar : {:02}-{:02}-{}", dice.whole(1, 28), dice.whole(1, 12), dice.whole(2006, 2024));
    card.print(48.0, y + 250.0, 560.0, &values, &registered);
    let ink = Ink::of_card(dice);
    card.finished(ink, dice)
}
