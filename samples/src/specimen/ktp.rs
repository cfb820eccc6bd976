//! The identity card.

use super::{Kind, Specimen};
use crate::drawing::{DrawError, Drawing, Pen, marks, portrait, signature};
use crate::ink::Ink;
use crate::{Dice, Person};

pub(super) fn draw(person: &Person, dice: &mut Dice) -> Result<Specimen, DrawError> {
    let mut card = Drawing::new(Kind::Ktp, (856.0, 540.0), (85.6, 54.0), 32.0);
    card.form(&ground(dice));
    card.form(&marks((856.0, 540.0), (480.0, 470.0), dice));

    let font = dice.pick(&["Liberation Sans", "Liberation Sans", "Nimbus Sans", "DejaVu Sans Condensed"]);
    let size = 22.5 * dice.between(0.92, 1.08);
    let labels = Pen::new(font, size).colour("#1c2731");
    let value_pen = if dice.chance(0.6) { labels.clone().bold() } else { labels.clone() };
    let (left, colon) = (dice.between(22.0, 34.0), dice.between(218.0, 232.0));
    let values = colon + dice.between(12.0, 18.0);
    let step = dice.between(28.5, 30.5);

    let heading = Pen::new(font, dice.between(26.0, 30.0)).bold().anchored("middle");
    let mut y = dice.between(42.0, 50.0);
    card.print(428.0, y, 620.0, &heading, &format!("PROVINSI {}", person.area.province));
    y += heading.size * 1.14;
    card.print(428.0, y, 620.0, &heading, person.area.name);
    y += dice.between(44.0, 50.0);

    let nik = match dice.whole(0, 9) {
        0..=6 => Pen::new("OCRA", dice.between(35.0, 40.0)),
        7 => Pen::new("OCR B", dice.between(33.0, 37.0)),
        _ => Pen::new(font, dice.between(31.0, 35.0)).bold().spaced(dice.between(0.0, 4.0)),
    };
    let big = Pen::new(font, dice.between(31.0, 36.0)).bold();
    card.label(left, y, &big, "NIK");
    card.label(left + 98.0, y, &big, ":");
    let start = left + dice.between(112.0, 128.0);
    card.field("nik", &person.nik, (start, y, 640.0), &nik, &person.nik);

    y += dice.between(36.0, 42.0);
    let room = 616.0 - values;
    let mut line = |card: &mut Drawing, label: &str, indent: bool, text: &str| {
        card.label(left + if indent { 30.0 } else { 0.0 }, y, &labels, label);
        card.label(colon, y, &labels, ":");
        if !text.is_empty() {
            card.print(values, y, room, &value_pen, text);
        }
        y += step;
        y - step
    };
    let at = line(&mut card, "Nama", false, "");
    card.field("name", &person.name, (values, at, room), &value_pen, &person.name);
    let at = line(&mut card, "Tempat/Tgl Lahir", false, "");
    let birth = format!("{}, {}", person.birth_place, person.birth_date());
    card.field("birth_date", &person.birth_date_iso(), (values, at, room), &value_pen, &birth);
    card.tell("birth_place", &person.birth_place);
    let at = line(&mut card, "Jenis Kelamin", false, "");
    let sex = if person.woman { "female" } else { "male" };
    card.field("sex", sex, (values, at, 190.0), &value_pen, person.sex());
    card.label(
        values + 200.0,
        at,
        &labels,
        &format!("Gol. Darah : {}", dice.pick(&["O", "A", "B", "AB", "-"])),
    );
    line(&mut card, "Alamat", false, &person.street);
    line(&mut card, "RT/RW", true, &person.ward);
    line(&mut card, "Kel/Desa", true, &person.village);
    line(&mut card, "Kecamatan", true, &person.district);
    line(
        &mut card,
        "Agama",
        false,
        dice.pick(&["ISLAM", "KRISTEN", "KATHOLIK", "HINDU", "BUDHA", "KHONGHUCU"]),
    );
    line(
        &mut card,
        "Status Perkawinan",
        false,
        dice.pick(&["KAWIN", "BELUM KAWIN", "CERAI HIDUP", "CERAI MATI"]),
    );
    line(&mut card, "Pekerjaan", false, person.work);
    line(&mut card, "Kewarganegaraan", false, "WNI");
    let valid = line(&mut card, "Berlaku Hingga", false, "");

    let (x, top) = (dice.between(628.0, 644.0), dice.between(132.0, 156.0));
    card.form(&portrait(x, top, 178.0, 228.0, person.woman, dice));
    let below = labels.sized(18.5).anchored("middle");
    let city = person.area.name.trim_start_matches("KABUPATEN ").trim_start_matches("KOTA ");
    card.print(x + 89.0, top + 252.0, 200.0, &below, city);
    let issued = format!("{:02}-{:02}-{}", dice.whole(1, 28), dice.whole(1, 12), dice.whole(2012, 2024));
    card.print(x + 89.0, top + 274.0, 200.0, &below, &issued);
    card.form(&signature(x + 20.0, top + 318.0, 140.0, dice));
    let ink = Ink::of_card(dice);
    // Older cards were valid for five years, to a birthday.
    let until = match dice.chance(0.33) {
        true => format!("{}{}", &person.birth_date()[..6], dice.whole(2012, 2018)),
        false => "SEUMUR HIDUP".to_owned(),
    };
    card.print(values, valid, room, &value_pen, &until);
    card.tell("valid", &until);
    card.finished(ink, dice)
}

/// Bluish card, with the pattern of one of several printing works.
fn ground(dice: &mut Dice) -> String {
    let (pale, deep, line) = dice.pick(&[
        ("#c4e3f0", "#a9d3e8", "#7fb9d6"),
        ("#b5d9ee", "#8fc0de", "#6aa5cb"),
        ("#cfe6e4", "#aed6d8", "#86bfc0"),
        ("#d3def0", "#b3c8e6", "#8fabd6"),
        ("#d8eef2", "#c0e2ea", "#9bcbd6"),
    ]);
    let (wide, high) = (dice.between(30.0, 90.0), dice.between(12.0, 30.0));
    let strength = dice.between(0.2, 0.7);
    let (cx, cy) = (dice.between(330.0, 470.0), dice.between(270.0, 350.0));
    let rings: String =
        (1..6).map(|ring| format!("<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{}\"/>", ring * 32)).collect();
    format!(
        "<defs><linearGradient id=\"card\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"><stop offset=\"0\" stop-color=\"{pale}\"/>\
         <stop offset=\".5\" stop-color=\"{deep}\"/><stop offset=\"1\" stop-color=\"{pale}\"/></linearGradient>\
         <pattern id=\"waves\" width=\"{wide}\" height=\"{high}\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate({})\"><path d=\"M0 {m} Q{q} {} {h} {m} T{wide} {m}\" fill=\"none\" stroke=\"{line}\" \
         stroke-width=\"{:.1}\" opacity=\"{strength}\"/></pattern></defs>\
         <rect width=\"856\" height=\"540\" fill=\"url(#card)\"/><rect width=\"856\" height=\"540\" fill=\"url(#waves)\"/>\
         <g fill=\"none\" stroke=\"{line}\" opacity=\"{strength}\" stroke-width=\"{:.1}\">{rings}</g>",
        dice.around(30.0),
        high * -0.3,
        dice.between(0.7, 2.0),
        dice.between(1.0, 3.0),
        m = high / 2.0,
        q = wide / 4.0,
        h = wide / 2.0,
    )
}
