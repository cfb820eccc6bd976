//! Letters on A4: what the participant and the employer wrote.

use super::{Kind, Specimen, in_words};
use crate::drawing::{DrawError, Drawing, Pen, marks, signature};
use crate::ink::Ink;
use crate::{Dice, Person};

/// A letter: its name in the truth, its title (each of several ways to put it), and its words.
struct Letter {
    name: &'static str,
    titles: &'static [&'static str],
    body: &'static str,
    from_employer: bool,
}

const LETTERS: &[Letter] = &[
    Letter {
        name: "resignation",
        titles: &["SURAT PENGUNDURAN DIRI", "PERMOHONAN PENGUNDURAN DIRI", "Surat Pengunduran Diri"],
        body: "dengan ini mengajukan pengunduran diri dari pekerjaan saya di {employer} terhitung sejak tanggal {date}. \
               Saya berterima kasih atas kesempatan dan pengalaman selama bekerja, dan mohon maaf atas segala kekurangan. \
               Semoga perusahaan semakin maju. Demikian surat ini saya buat dengan sebenarnya, tanpa paksaan dari pihak mana pun.",
        from_employer: false,
    },
    Letter {
        name: "paklaring",
        titles: &["SURAT KETERANGAN KERJA", "SURAT KETERANGAN PENGALAMAN KERJA", "PAKLARING"],
        body: "adalah benar pernah bekerja pada {employer} sejak {start} sampai dengan {date} dengan jabatan terakhir sebagai \
               {work}. Selama bekerja yang bersangkutan telah menunjukkan dedikasi dan tanggung jawab yang baik. Demikian surat \
               keterangan kerja ini dibuat untuk dipergunakan sebagaimana mestinya.",
        from_employer: true,
    },
    Letter {
        name: "contract_end",
        titles: &[
            "SURAT KETERANGAN HABIS KONTRAK",
            "PEMBERITAHUAN BERAKHIRNYA PERJANJIAN KERJA WAKTU TERTENTU",
        ],
        body: "bahwa perjanjian kerja waktu tertentu (PKWT) antara {employer} dan yang bersangkutan berakhir pada tanggal {date} dan \
               tidak diperpanjang. Hak-hak yang bersangkutan telah diselesaikan sesuai peraturan yang berlaku. Terima kasih atas \
               kerja sama yang telah terjalin.",
        from_employer: true,
    },
    Letter {
        name: "layoff",
        titles: &["SURAT PEMUTUSAN HUBUNGAN KERJA", "PEMBERITAHUAN PEMUTUSAN HUBUNGAN KERJA (PHK)"],
        body: "dengan ini diberitahukan bahwa {employer} melakukan pemutusan hubungan kerja (PHK) terhadap yang bersangkutan terhitung \
               tanggal {date} karena efisiensi perusahaan. Uang pesangon dan penghargaan masa kerja dibayarkan sesuai ketentuan. \
               Demikian pemberitahuan ini kami sampaikan.",
        from_employer: true,
    },
    Letter {
        name: "agreement",
        titles: &["PERJANJIAN BERSAMA", "PERJANJIAN BERSAMA (PB)"],
        body: "Pihak Pertama dan Pihak Kedua sepakat mengakhiri hubungan kerja terhitung tanggal {date}. Pihak Pertama membayarkan hak \
               Pihak Kedua secara tunai. Perjanjian bersama ini dibuat di hadapan mediator hubungan industrial tanpa paksaan, dan \
               didaftarkan pada Pengadilan Hubungan Industrial.",
        from_employer: true,
    },
];

pub(super) fn draw(person: &Person, dice: &mut Dice) -> Result<Specimen, DrawError> {
    let letter = &LETTERS[dice.whole(0, LETTERS.len() as u32 - 1) as usize];
    let size = (2100.0, 2970.0);
    let mut sheet = Drawing::new(Kind::Letter, size, (210.0, 297.0), 0.0);
    let paper = dice.pick(&["#fcfbf7", "#ffffff", "#f7f3e8", "#f3f5f7"]);
    sheet.form(&format!("<rect width=\"2100\" height=\"2970\" fill=\"{paper}\"/>"));
    sheet.form(&marks(size, (1500.0, 2760.0), dice));
    let font = dice.pick(&[
        "Liberation Serif",
        "Liberation Serif",
        "Nimbus Roman",
        "Liberation Sans",
        "DejaVu Serif",
    ]);
    let text = Pen::new(font, dice.between(48.0, 60.0)).colour("#1b1d22");
    let left = dice.between(190.0, 260.0);
    let room = 2100.0 - 2.0 * left;
    let date = in_words((dice.whole(2022, 2026), dice.whole(1, 12), dice.whole(1, 28)));
    let start = in_words((dice.whole(2008, 2020), dice.whole(1, 12), dice.whole(1, 28)));
    let mut y = dice.between(200.0, 320.0);
    if letter.from_employer {
        let head = text.sized(78.0).bold().anchored("middle");
        sheet.print(1050.0, y, room, &head, &person.employer);
        sheet.print(
            1050.0,
            y + 70.0,
            room,
            &text.sized(44.0).anchored("middle"),
            &format!("{} - {}", person.street, person.district),
        );
        sheet.form(&format!(
            "<path d=\"M{left} {0} H{1} M{left} {2} H{1}\" stroke=\"#222\" stroke-width=\"5\"/>",
            y + 100.0,
            2100.0 - left,
            y + 112.0
        ));
        y += 240.0;
    } else {
        sheet.print(
            2100.0 - left,
            y,
            room,
            &text.clone().anchored("end"),
            &format!("{}, {date}", person.birth_place),
        );
        y += 160.0;
    }
    let title = dice.pick(letter.titles);
    let title_pen = text.sized(text.size * 1.25).bold().anchored("middle");
    sheet.field("title", title, (1050.0, y, room), &title_pen, title);
    sheet.tell("letter", letter.name);
    y += 90.0;
    if letter.from_employer {
        let number = format!("Nomor: {}/HRD/{}/2026", dice.digits(3), dice.pick(&["III", "VII", "X"]));
        sheet.print(1050.0, y, room, &text.clone().anchored("middle"), &number);
    }
    y += 150.0;
    let step = text.size * dice.between(1.35, 1.6);
    let opening = if letter.from_employer {
        "Yang bertanda tangan di bawah ini menerangkan:"
    } else {
        "Saya yang bertanda tangan di bawah ini:"
    };
    sheet.print(left, y, room, &text, opening);
    y += step * 1.2;
    let birth = format!("{}, {}", person.birth_place, person.birth_date());
    for (label, field, value) in [
        ("Nama", true, person.name.as_str()),
        ("Tempat, tgl lahir", false, birth.as_str()),
        ("NIK", false, person.nik.as_str()),
        ("Alamat", false, person.street.as_str()),
    ] {
        sheet.print(left + 60.0, y, 500.0, &text, label);
        sheet.print(left + 520.0, y, 40.0, &text, ":");
        if field {
            sheet.field("name", value, (left + 560.0, y, room - 560.0), &text, value);
        } else {
            sheet.print(left + 560.0, y, room - 560.0, &text, value);
        }
        y += step;
    }
    y += step * 0.4;
    let body = letter.body.replace("{employer}", &person.employer).replace("{date}", &date);
    let body = body.replace("{start}", &start).replace("{work}", &person.work.to_lowercase());
    for line in wrapped(&body, (room / (text.size * 0.5)) as usize) {
        sheet.print(left, y, room * 1.02, &Pen { size: text.size, ..text.clone() }, &line);
        y += step;
    }
    y += step * 2.0;
    sheet.print(
        1230.0,
        y,
        700.0,
        &text,
        if letter.from_employer { "Pimpinan perusahaan," } else { "Hormat saya," },
    );
    sheet.form(&signature(1240.0, y + 210.0, 460.0, dice));
    if letter.from_employer && dice.chance(0.6) {
        sheet.form(&format!(
            "<g opacity=\".6\" fill=\"none\" stroke=\"#3b3f9c\" stroke-width=\"8\"><circle cx=\"1250\" cy=\"{0}\" r=\"150\"/><circle cx=\"1250\" cy=\"{0}\" r=\"110\"/></g>",
            y + 200.0
        ));
    }
    y += 380.0;
    let signed = Person::of(dice.throw()).name;
    sheet.print(
        1230.0,
        y,
        800.0,
        &text.clone().bold(),
        if letter.from_employer { &signed } else { &person.name },
    );
    let ink = Ink::of_sheet(dice);
    sheet.finished(ink, dice)
}

/// Lines of so many characters at most, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
