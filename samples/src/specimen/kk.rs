//! The family card: a table on A4 across.

use super::{Kind, Specimen};
use crate::drawing::{DrawError, Drawing, Pen, marks, signature};
use crate::ink::Ink;
use crate::{Dice, Person};
use std::fmt::Write;

pub(super) fn draw(person: &Person, dice: &mut Dice) -> Result<Specimen, DrawError> {
    let size = (2970.0, 2100.0);
    let mut sheet = Drawing::new(Kind::Kk, size, (297.0, 210.0), 0.0);
    let paper = dice.pick(&["#fbfaf4", "#eef4f8", "#f4f7ea"]);
    sheet.form(&format!("<rect width=\"2970\" height=\"2100\" fill=\"{paper}\"/>"));
    sheet.form(&marks(size, (2340.0, 90.0), dice));
    let font = dice.pick(&["Liberation Sans", "Nimbus Sans", "DejaVu Sans Condensed"]);
    let text = Pen::new(font, dice.between(32.0, 37.0)).colour("#1b1d22");
    let head = text.sized(92.0).bold().anchored("middle");
    sheet.label(1485.0, 170.0, &head, "KARTU KELUARGA");
    let number = format!("{}{}", &person.nik[..12], dice.digits(4));
    sheet.field("kk", &number, (1485.0, 250.0, 1200.0), &head.sized(60.0), &format!("No. {number}"));
    let head_lines = [
        ("Nama Kepala Keluarga", person.name.as_str()),
        ("Alamat", person.street.as_str()),
        ("RT/RW", person.ward.as_str()),
        ("Desa/Kelurahan", person.village.as_str()),
        ("Kecamatan", person.district.as_str()),
        ("Kabupaten/Kota", person.area.name),
    ];
    for (row, (label, value)) in head_lines.into_iter().enumerate() {
        let y = 350.0 + 52.0 * row as f32;
        sheet.label(120.0, y, &text, label);
        sheet.print(560.0, y, 900.0, &text, &format!(": {value}"));
    }
    let columns = [120.0, 190.0, 900.0, 1420.0, 1660.0, 2000.0, 2250.0, 2850.0];
    let titles = ["No", "Nama Lengkap", "NIK", "Jenis Kelamin", "Tempat Lahir", "Tgl Lahir", "Pekerjaan"];
    for (table, rows) in [(700.0, 7_u32), (1300.0, 5)] {
        let mut grid = format!(
            "<rect x=\"120\" y=\"{table}\" width=\"2730\" height=\"60\" fill=\"#ccd6dd\"/><path d=\""
        );
        for row in 0..=rows {
            let _ = write!(grid, "M120 {} h2730 ", table + 60.0 * row as f32);
        }
        for x in columns {
            let _ = write!(grid, "M{x} {table} v{} ", 60 * rows);
        }
        sheet.form(&(grid + "\" stroke=\"#333\" stroke-width=\"3\" fill=\"none\"/>"));
        for (x, title) in columns.iter().zip(titles) {
            sheet.label(x + 10.0, table + 42.0, &text.sized(28.0), title);
        }
        for row in 1..dice.whole(2, rows) {
            let other = Person::of(dice.throw());
            let y = table + 60.0 * row as f32 + 44.0;
            let cells = [
                row.to_string(),
                other.name.clone(),
                other.nik.clone(),
                other.sex().to_owned(),
                other.birth_place.clone(),
                other.birth_date(),
                other.work.to_owned(),
            ];
            for (column, cell) in cells.iter().enumerate() {
                let room = columns[column + 1] - columns[column] - 20.0;
                sheet.print(columns[column] + 10.0, y, room, &text, cell);
            }
        }
    }
    sheet.label(2200.0, 1760.0, &text, "Kepala Dinas (contoh)");
    sheet.form(&signature(2200.0, 1860.0, 420.0, dice));
    let ink = Ink::of_sheet(dice);
    sheet.finished(ink, dice)
}
