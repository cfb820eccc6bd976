//! Which bank a bank book is of: the one that it names in its head, not those that its bookings name.

use super::passbook::{HOLDER_LABELS, NUMBER_LABELS};
use super::rows::{Row, below, labels, right_of, together};
use super::spelling::{likeness, plain};
use super::tesseract::Word;
use std::ops::Range;

/// A bank: its code, how many digits its numbers usually have, and what stands on its books.
pub(super) struct Bank {
    pub(super) code: &'static str,
    pub(super) digits: &'static [usize],
    names: &'static [&'static str],
}

const fn bank(code: &'static str, digits: &'static [usize], names: &'static [&'static str]) -> Bank {
    Bank { code, digits, names }
}

/// Codes as in the national list of banks. The numbers of digits are common usage, unconfirmed: they only rank.
const BANKS: &[Bank] = &[
    bank("002", &[15], &["Bank Rakyat Indonesia", "BRI", "Simpedes", "BritAma"]),
    bank("008", &[13], &["Bank Mandiri", "Mandiri Tabungan", "Tabungan Mandiri", "Mandiri"]),
    bank("009", &[10], &["Bank Negara Indonesia", "BNI", "Taplus"]),
    bank("014", &[10], &["Bank Central Asia", "BCA", "Tahapan", "Tahapan Xpresi"]),
    bank("200", &[16], &["Bank Tabungan Negara", "BTN", "Tabungan Batara"]),
    bank("451", &[10], &["Bank Syariah Indonesia", "BSI", "Bank Syariah Mandiri"]),
    bank("022", &[13, 12], &["CIMB Niaga", "CIMB"]),
    bank("011", &[10], &["Danamon"]),
    bank("028", &[12], &["OCBC NISP", "OCBC"]),
    bank("013", &[10], &["Permata Bank", "Bank Permata"]),
    bank("016", &[10], &["Maybank Indonesia", "Maybank"]),
    bank("019", &[10], &["Panin Bank", "Bank Panin"]),
    bank("147", &[10], &["Bank Muamalat", "Bank Muamalat Indonesia", "Muamalat"]),
    bank("153", &[10], &["Bank Sinarmas"]),
    bank("426", &[15], &["Bank Mega", "Mega Dana"]),
    bank("441", &[10], &["KB Bank", "KB Bukopin", "Bank Bukopin", "Bank KB Bukopin"]),
    bank("536", &[10], &["BCA Syariah"]),
];

/// Banks of which no code is told: that one of them is named says that it is none of the others.
const OTHER_BANKS: &[&str] = &[
    "BRI Syariah",
    "BNI Syariah",
    "BTN Syariah",
    "Syariah Mandiri",
    "CIMB Niaga Syariah",
    "Mandiri Taspen",
    "BTPN",
    "BTPN Syariah",
    "Jenius",
    "SMBC Indonesia",
    "Bank Jago",
    "SeaBank",
    "Allo Bank",
    "BRI Agro",
    "Bank Raya",
    "Bank Neo Commerce",
    "BPR",
    "BPRS",
    "Bank Perkreditan Rakyat",
    "Bank Perekonomian Rakyat",
    "Bank DKI",
    "Bank Jakarta",
    "BJB",
    "Bank BJB Syariah",
    "Bank Jabar",
    "Bank Jabar Banten",
    "Bank Banten",
    "Bank Jateng",
    "Bank Jatim",
    "Bank Pembangunan Daerah",
    "BPD",
    "Bank BPD DIY",
    "Bank BPD Bali",
    "Bank NTB",
    "Bank NTB Syariah",
    "Bank NTT",
    "Bank Sumut",
    "Bank Nagari",
    "Bank Riau Kepri",
    "BRK Syariah",
    "Bank Jambi",
    "Bank Sumsel Babel",
    "Bank Bengkulu",
    "Bank Lampung",
    "Bank Aceh",
    "Bank Aceh Syariah",
    "Bank Kalsel",
    "Bank Kalbar",
    "Bank Kalteng",
    "Bank Kaltim",
    "Bank Kaltimtara",
    "Bankaltimtara",
    "Bank Sulselbar",
    "Bank Sulteng",
    "Bank Sultra",
    "Bank SulutGo",
    "Bank Maluku",
    "Bank Maluku Malut",
    "Bank Papua",
    "Bank Mayapada",
    "Bank Mestika",
    "Bank Artha Graha",
    "Bank Victoria",
    "Bank UOB",
    "UOB",
    "HSBC",
    "Bank DBS",
    "DBS",
    "Commonwealth Bank",
    "Bank Ganesha",
    "Bank Woori Saudara",
    "Bank Shinhan",
    "Bank Nobu",
    "Bank Capital",
    "Bank Sampoerna",
    "Bank Maspion",
    "Bank INA",
    "Bank BCA Digital",
    "Bank Mandiri Taspen",
];

/// The bank that is named, and how sure of it. None where it is one without a code here.
pub(super) fn named(rows: &[Row]) -> Option<(&'static Bank, f32)> {
    let head = head(rows);
    let values = values(rows);
    let mut found: Vec<(Found, bool)> = vec![];
    for (index, row) in rows.iter().enumerate() {
        for part in parts(&row.words) {
            let common = |words: &Range<usize>| words.start < part.end && part.start < words.end;
            let here = values.iter().any(|(row, words)| *row == index && common(words));
            if !here && !is_booking(&row.words, &part) && !is_address(&row.words[part.clone()]) {
                let names = names_in(&row.words[part]);
                found.extend(names.into_iter().map(|name| (name, index <= head)));
            }
        }
    }
    let weight = |(found, in_head): &(Found, bool)| (*in_head, found.weight);
    let (best, in_head) = found
        .iter()
        .max_by(|a, b| weight(a).0.cmp(&weight(b).0).then(weight(a).1.total_cmp(&weight(b).1)))?;
    let code = |found: &Found| found.bank.map(|bank| bank.code);
    let several = found.iter().any(|(other, _)| code(other) != code(best));
    let factor = if *in_head { 1.0 } else { 0.5 } * if several { 0.5 } else { 1.0 };
    Some((best.bank?, best.sure * factor))
}

/// The last row of the head: the first one with the label of a number, or a number as long as one.
fn head(rows: &[Row]) -> usize {
    let labelled = labels(rows, NUMBER_LABELS).first().map(|label| label.row);
    let digits = |row: &Row| row.text().chars().filter(char::is_ascii_digit).count();
    labelled.or_else(|| rows.iter().position(|row| digits(row) >= 8)).unwrap_or(rows.len())
}

/// Where holder and address stand: row and words.
fn values(rows: &[Row]) -> Vec<(usize, Range<usize>)> {
    let spellings: Vec<&str> = HOLDER_LABELS.iter().chain(&["Alamat", "Address"]).copied().collect();
    let mut values = vec![];
    for label in labels(rows, &spellings) {
        let beside = right_of(rows, &label);
        let value = if beside.is_empty() { below(rows, &label) } else { beside };
        let Some(first) = value.first() else { continue };
        let place = |row: &Row| row.words.iter().position(|word| word == first);
        let found = rows.iter().enumerate().find_map(|(index, row)| Some((index, place(row)?)));
        values.extend(found.map(|(row, from)| (row, from..from + value.len())));
    }
    values
}

/// What stands together on a row.
fn parts(words: &[Word]) -> Vec<Range<usize>> {
    let (mut parts, mut from) = (vec![], 0);
    while from < words.len() {
        let end = from + together(&words[from..]).len().max(1);
        parts.push(from..end);
        from = end;
    }
    parts
}

/// Words of bookings, which name other banks.
const TRANSFERS: &[&str] = &[
    "TRANSFER",
    "TRSF",
    "TRF",
    "TRFR",
    "DARI",
    "KE",
    "KLIRING",
    "RTGS",
    "SKN",
    "BIFAST",
    "SETOR",
    "SETORAN",
    "TARIK",
    "TARIKAN",
    "ATM",
    "EDC",
    "DEBIT",
    "DEBET",
    "KREDIT",
    "BAYAR",
    "QRIS",
    "SWITCHING",
    "PRIMA",
    "LINK",
    "BERSAMA",
    "VA",
];

/// Whether it is part of a booking: a date stands before it, an amount or a word of bookings in it.
fn is_booking(words: &[Word], part: &Range<usize>) -> bool {
    let here = &words[part.clone()];
    words[..part.end].iter().any(|word| is_short_date(&word.text))
        || here.iter().any(|word| is_amount(&word.text) || TRANSFERS.contains(&plain(&word.text).as_str()))
}

/// `12/03/26`, `12-03`.
fn is_short_date(text: &str) -> bool {
    let groups: Vec<&str> = text.split(['/', '-', '.']).collect();
    let digits = |group: &&str| group.chars().all(|c| c.is_ascii_digit());
    let short = |group: &&str| (1..=2).contains(&group.len());
    (2..=3).contains(&groups.len())
        && groups.iter().all(digits)
        && groups[..2].iter().all(short)
        && groups.get(2).is_none_or(|year| matches!(year.len(), 2 | 4))
}

/// `1.250.000,00`.
fn is_amount(text: &str) -> bool {
    let groups: Vec<&str> = text.trim_end_matches(['D', 'K', 'C', 'R']).split(['.', ',']).collect();
    let digits = |group: &&str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    groups.len() >= 2 && groups.iter().all(digits) && groups[1].len() == 3 && groups[0].len() <= 3
}

fn is_address(words: &[Word]) -> bool {
    const STREETS: &[&str] = &[
        "JL", "JLN", "JALAN", "GG", "GANG", "RT", "RW", "DUSUN", "DSN", "DESA", "KEL", "KEC", "PERUM", "BLOK",
    ];
    words.iter().any(|word| {
        let first: String = word.text.chars().take_while(|c| c.is_alphabetic()).collect();
        STREETS.contains(&first.to_uppercase().as_str())
    })
}

/// A name of a bank.
struct Found {
    /// None of a bank without a code.
    bank: Option<&'static Bank>,
    words: Range<usize>,
    weight: f32,
    sure: f32,
}

/// The names in words that stand together, without those that are part of longer ones.
fn names_in(words: &[Word]) -> Vec<Found> {
    let known = BANKS.iter().flat_map(|bank| bank.names.iter().map(move |name| (Some(bank), *name)));
    let known: Vec<_> = known.chain(OTHER_BANKS.iter().map(|name| (None, *name))).collect();
    let mut found: Vec<Found> = vec![];
    for from in 0..words.len() {
        let mut joined = String::new();
        for (to, word) in words.iter().enumerate().skip(from).take(5) {
            joined.push_str(&plain(&word.text));
            for (bank, name) in &known {
                let Some(alike) = alike(&joined, &plain(name)) else { continue };
                let bare = !plain(name).contains("BANK") && !name.contains(' ');
                // One word may be part of another name, and of much else.
                let sure = match words.len() {
                    _ if !bare => 0.98 * alike,
                    1..=3 => 0.85 * alike,
                    _ => 0.6 * alike,
                };
                let weight = alike * joined.len() as f32;
                found.push(Found { bank: *bank, words: from..to + 1, weight, sure });
            }
        }
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut kept: Vec<Found> = vec![];
    for name in found {
        let apart =
            |other: &Found| name.words.end <= other.words.start || other.words.end <= name.words.start;
        if kept.iter().all(apart) {
            kept.push(name);
        }
    }
    // A word like `BPR` says that what stands beside it is its name.
    if kept.iter().any(|name| name.bank.is_none()) {
        kept.retain(|name| name.bank.is_none());
    }
    kept
}

/// How alike a name is, where it is that name: what tells it from others must be right, to the letter where it is short.
fn alike(read: &str, name: &str) -> Option<f32> {
    let (read_bank, read) = without_bank(read);
    let (name_bank, name) = without_bank(name);
    let alike = likeness(read, name);
    let right = alike == 1.0 || name.len() > 4 && alike >= 0.9;
    (read_bank == name_bank && right).then_some(alike)
}

fn without_bank(name: &str) -> (bool, &str) {
    let bare = name.strip_prefix("BANK").or_else(|| name.strip_suffix("BANK")).filter(|bare| bare.len() > 1);
    (bare.is_some(), bare.unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::super::rows::page;
    use super::*;

    fn code(lines: &[&str]) -> Option<(&'static str, f32)> {
        named(&page(lines)).map(|(bank, sure)| (bank.code, sure))
    }

    #[test]
    fn banks_without_a_code_are_not_taken_for_others() {
        for name in [
            "BANK BTPN",
            "BANK DKI",
            "BANK BJB",
            "bank bjb",
            "BANK BPR",
            "BRI SYARIAH",
            "BANK JATIM",
            "BTPN Syariah",
            "BANK KALSEL",
            "BNI SYARIAH",
            "BPR MANDIRI",
            "BANK BRl SYARIAH",
            "PANEN RAYA",
        ] {
            assert_eq!(code(&[name, "No. Rekening 1234567890"]), None, "{name}");
        }
    }

    #[test]
    fn banks_are_known_by_their_names() {
        for (name, of) in [
            ("BANK RAKYAT INDONESIA", "002"),
            ("BANK BRI", "002"),
            ("BRI SIMPEDES", "002"),
            ("BANK MANDlRI", "008"),
            ("Tabungan BNI Taplus", "009"),
            ("BANK TABUNGAN NEGARA", "200"),
            ("BANK SYARIAH INDONESIA", "451"),
            ("BCA SYARIAH", "536"),
            ("PermataBank", "013"),
            ("PT BANK PANIN TBK", "019"),
        ] {
            assert_eq!(code(&[name, "No. Rekening 1234567890"]).map(|found| found.0), Some(of), "{name}");
        }
    }

    #[test]
    fn a_booking_an_address_or_a_holder_does_not_name_the_bank() {
        let book = |more: &[&str]| code(&[&["BRI", "No. Rekening 123456789012345"], more].concat());
        let alone = book(&[]);
        assert_eq!(alone.map(|found| found.0), Some("002"));
        for line in [
            "12/03/26 TRANSFER DARI BANK MANDIRI 100.000",
            "12/03/26  BANK MANDIRI  100.000",
            "TRSF BANK CENTRAL ASIA",
            "JL. BANK MANDIRI 12",
            "Alamat : BANK MANDIRI",
            "Nama : BANK MANDIRI",
        ] {
            assert_eq!(book(&[line]), alone, "{line}");
        }
        assert_eq!(code(&["No. Rekening 1234567890", "TRANSFER DARI BANK MANDIRI"]), None);
    }

    #[test]
    fn two_banks_on_a_page_are_half_as_sure() {
        let one = code(&["BANK MANDIRI", "No. Rekening 1234567890"]);
        let two = code(&["BANK MANDIRI", "No. Rekening 1234567890", "BANK CENTRAL ASIA"]);
        assert_eq!(one.map(|found| (found.0, found.1 / 2.0)), two);
        let below = code(&["Tabungan", "No. Rekening 1234567890", "BANK MANDIRI"]);
        assert!(below.is_some_and(|found| found.1 < 0.5));
    }
}
