//! People who do not exist.

use crate::Dice;

/// A made-up person; nobody has these numbers. Words are upper-case, as cards print them.
#[derive(Clone, Debug)]
pub struct Person {
    /// As the identity card prints it, with titles and abbreviations where there are some.
    pub name: String,
    /// True for a woman.
    pub woman: bool,
    /// Year, month, day.
    pub born: (u32, u32, u32),
    /// Where that was.
    pub birth_place: String,
    /// 16 digits: area, birth date (day + 40 for women), serial number.
    pub nik: String,
    /// Where the card was issued.
    pub area: Area,
    /// Street and number.
    pub street: String,
    /// Village and district.
    pub village: String,
    /// See `village`.
    pub district: String,
    /// RT/RW.
    pub ward: String,
    /// What the person does, as identity cards call it.
    pub work: &'static str,
    /// Where.
    pub employer: String,
}

/// A regency or city: the first four digits of a NIK, its province, and its name.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// Kemendagri code.
    pub code: &'static str,
    /// Upper-case.
    pub province: &'static str,
    /// With `KABUPATEN` or `KOTA`.
    pub name: &'static str,
}

const fn area(code: &'static str, province: &'static str, name: &'static str) -> Area {
    Area { code, province, name }
}

const AREAS: &[Area] = &[
    area("1101", "ACEH", "KABUPATEN ACEH SELATAN"),
    area("1207", "SUMATERA UTARA", "KABUPATEN DELI SERDANG"),
    area("1271", "SUMATERA UTARA", "KOTA MEDAN"),
    area("1371", "SUMATERA BARAT", "KOTA PADANG"),
    area("1471", "RIAU", "KOTA PEKANBARU"),
    area("1671", "SUMATERA SELATAN", "KOTA PALEMBANG"),
    area("1871", "LAMPUNG", "KOTA BANDAR LAMPUNG"),
    area("2171", "KEPULAUAN RIAU", "KOTA BATAM"),
    area("3171", "DKI JAKARTA", "JAKARTA PUSAT"),
    area("3172", "DKI JAKARTA", "JAKARTA UTARA"),
    area("3174", "DKI JAKARTA", "JAKARTA SELATAN"),
    area("3175", "DKI JAKARTA", "JAKARTA TIMUR"),
    area("3201", "JAWA BARAT", "KABUPATEN BOGOR"),
    area("3204", "JAWA BARAT", "KABUPATEN BANDUNG"),
    area("3216", "JAWA BARAT", "KABUPATEN BEKASI"),
    area("3273", "JAWA BARAT", "KOTA BANDUNG"),
    area("3276", "JAWA BARAT", "KOTA DEPOK"),
    area("3302", "JAWA TENGAH", "KABUPATEN BANYUMAS"),
    area("3372", "JAWA TENGAH", "KOTA SURAKARTA"),
    area("3374", "JAWA TENGAH", "KOTA SEMARANG"),
    area("3402", "DAERAH ISTIMEWA YOGYAKARTA", "KABUPATEN BANTUL"),
    area("3404", "DAERAH ISTIMEWA YOGYAKARTA", "KABUPATEN SLEMAN"),
    area("3507", "JAWA TIMUR", "KABUPATEN MALANG"),
    area("3509", "JAWA TIMUR", "KABUPATEN JEMBER"),
    area("3515", "JAWA TIMUR", "KABUPATEN SIDOARJO"),
    area("3525", "JAWA TIMUR", "KABUPATEN GRESIK"),
    area("3573", "JAWA TIMUR", "KOTA MALANG"),
    area("3578", "JAWA TIMUR", "KOTA SURABAYA"),
    area("3603", "BANTEN", "KABUPATEN TANGERANG"),
    area("3674", "BANTEN", "KOTA TANGERANG SELATAN"),
    area("5103", "BALI", "KABUPATEN BADUNG"),
    area("5171", "BALI", "KOTA DENPASAR"),
    area("5271", "NUSA TENGGARA BARAT", "KOTA MATARAM"),
    area("5371", "NUSA TENGGARA TIMUR", "KOTA KUPANG"),
    area("6171", "KALIMANTAN BARAT", "KOTA PONTIANAK"),
    area("6371", "KALIMANTAN SELATAN", "KOTA BANJARMASIN"),
    area("6472", "KALIMANTAN TIMUR", "KOTA SAMARINDA"),
    area("7171", "SULAWESI UTARA", "KOTA MANADO"),
    area("7371", "SULAWESI SELATAN", "KOTA MAKASSAR"),
    area("8171", "MALUKU", "KOTA AMBON"),
    area("9171", "PAPUA", "KOTA JAYAPURA"),
];

const WOMEN: &[&str] = &[
    "SITI",
    "SRI",
    "DEWI",
    "NUR",
    "RINA",
    "YULI",
    "FITRI",
    "INDAH",
    "LESTARI",
    "WAHYUNI",
    "AYU",
    "KADEK",
    "NI PUTU",
    "ROHMAH",
    "ZULAIKHA",
    "MARIA",
    "VERONIKA",
    "QOMARIYAH",
    "JUMIATI",
    "EKA",
];
const MEN: &[&str] = &[
    "BUDI", "AGUS", "EKO", "JOKO", "MUHAMMAD", "AHMAD", "SLAMET", "WAYAN", "I MADE", "YOHANES", "RIZKY",
    "FAJAR", "HENDRA", "ZAINAL", "QODIR", "VICTOR", "BAMBANG", "DEDI", "GATOT", "UJANG",
];
const SHORT_MEN: &[&str] = &["M.", "MOH.", "MUH.", "ABD.", "MOCH."];
const SYLLABLES: &[&str] = &[
    "WU", "LAN", "DA", "RI", "SU", "PRI", "YAN", "TO", "HAR", "JO", "KUS", "MA", "WA", "TI", "NING", "RUM",
    "SE", "TYA", "PU", "TRA", "GU", "NA", "WAN", "HI", "DA", "YAT", "BA", "ZU", "FI", "KRI", "AR", "DHI",
    "SYA", "LA", "KO", "BU", "DI", "RO", "XA", "VI", "QO", "CA", "HYA", "ME", "GA", "NU", "LI",
];
const TITLES: &[&str] = &[", S.PD", ", S.E.", ", ST", ", A.MD", ", S.KOM", ", SH"];
const WORK: &[&str] = &[
    "KARYAWAN SWASTA",
    "BURUH HARIAN LEPAS",
    "WIRASWASTA",
    "MENGURUS RUMAH TANGGA",
    "BELUM/TIDAK BEKERJA",
    "PEDAGANG",
    "SOPIR",
    "GURU",
];
const STREETS: &[&str] =
    &["JL. CONTOH", "JL. MELATI", "DSN. KRAJAN", "GG. MAWAR", "PERUM GRIYA ASRI BLOK", "JL. RAYA"];

impl Person {
    /// The person of a seed.
    pub fn of(seed: u64) -> Self {
        let dice = &mut Dice::new(seed, "person");
        let woman = dice.chance(0.5);
        let area = dice.pick(AREAS);
        let born = (dice.whole(1950, 2006), dice.whole(1, 12), dice.whole(1, 28));
        let name = name(dice, woman);
        let near = dice.pick(AREAS);
        let birth = if dice.chance(0.7) { area } else { near };
        Self {
            name,
            woman,
            born,
            birth_place: birth.name.trim_start_matches("KABUPATEN ").trim_start_matches("KOTA ").to_owned(),
            nik: nik(dice, area, born, woman),
            area,
            street: format!("{} NO. {}", dice.pick(STREETS), dice.whole(1, 180)),
            village: word(dice, 2, 3) + "REJO",
            district: word(dice, 2, 4),
            ward: format!("{:03}/{:03}", dice.whole(1, 19), dice.whole(1, 15)),
            work: dice.pick(WORK),
            employer: format!(
                "PT {} {}",
                word(dice, 2, 3),
                dice.pick(&["CONTOH", "SEJAHTERA", "MAKMUR", "ABADI JAYA"])
            ),
        }
    }

    /// `12-08-1979`, as cards print it.
    pub fn birth_date(&self) -> String {
        let (year, month, day) = self.born;
        format!("{day:02}-{month:02}-{year}")
    }

    /// `1979-08-12`.
    pub fn birth_date_iso(&self) -> String {
        let (year, month, day) = self.born;
        format!("{year}-{month:02}-{day:02}")
    }

    /// `PEREMPUAN` or `LAKI-LAKI`.
    pub fn sex(&self) -> &'static str {
        if self.woman { "PEREMPUAN" } else { "LAKI-LAKI" }
    }
}

fn nik(dice: &mut Dice, area: Area, born: (u32, u32, u32), woman: bool) -> String {
    let (year, month, day) = born;
    let day = if woman { day + 40 } else { day };
    let serial = if dice.chance(0.6) { dice.whole(1, 20) } else { dice.whole(1, 9999) };
    format!("{}{:02}{day:02}{month:02}{:02}{serial:04}", area.code, dice.whole(1, 20), year % 100)
}

fn name(dice: &mut Dice, woman: bool) -> String {
    let mut name = match dice.whole(0, 9) {
        0 => word(dice, 3, 4),
        1 if !woman => format!("{} {}", dice.pick(SHORT_MEN), word(dice, 2, 4)),
        _ => dice.pick(if woman { WOMEN } else { MEN }).to_owned(),
    };
    for _ in 0..dice.whole(if name.contains(' ') { 0 } else { 1 }, 2) {
        name = format!("{name} {}", word(dice, 2, 4));
    }
    if dice.chance(0.05) {
        name = format!("{} {name}", if woman { "HJ." } else { "H." });
    }
    if dice.chance(0.08) {
        name += dice.pick(TITLES);
    }
    name
}

fn word(dice: &mut Dice, least: u32, most: u32) -> String {
    (0..dice.whole(least, most)).map(|_| dice.pick(SYLLABLES)).collect()
}
