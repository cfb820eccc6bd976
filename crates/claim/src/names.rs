//! Whether two spellings of a name belong to one person: the KTP writes it out, a bank book cuts it short, adds
//! titles, abbreviates or turns it round, and a camera mistakes a letter now and then.
//!
//! Nothing is refused for it: the answer chooses between saying nothing and asking kindly.

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Somebody else, as far as one can see.
    Different,
    /// One is short for the other, or a letter differs that is not easily mistaken.
    Probably,
    /// The same name, written another way.
    Same,
}

/// Before a name; `H.` and `Hj.` for who was in Mecca, `R.` for Raden.
const BEFORE: &[&str] = &[
    "H", "HJ", "HAJI", "HAJJAH", "DR", "DRA", "DRS", "DRG", "IR", "PROF", "KH", "TGH", "UST", "USTADZ", "R",
    "RR", "RADEN", "BPK", "BAPAK", "IBU", "SDR", "SDRI", "TN", "TUAN", "NY", "NYONYA", "NN", "NONA", "MR",
    "MRS", "MS",
];
/// Behind a name.
const BEHIND: &[&str] = &[
    "SE", "SH", "ST", "MM", "MSI", "SPD", "SKOM", "SAG", "SSOS", "AMD", "AMDKEP", "AMDKEB", "SKEP", "NERS",
    "NS", "MPD", "MBA", "MT", "MH", "MHUM", "SHUM", "PHD", "SP", "SPT", "SPI", "SKM", "MKES", "SIP", "SS",
    "SSI", "BSC", "BE", "BA", "LC", "MA", "MAG", "MSC", "MKOM", "SPSI", "STP", "SFARM", "APT", "SKED", "SHI",
    "SEI", "SPDI", "SSTP", "MAP", "AK", "CA", "SST", "STKEB", "AMK", "MKN", "SIKOM", "SSN", "SPDSD",
];
/// Short forms and spellings of the same word, the usual one first.
const VARIANTS: &[&[&str]] = &[
    &[
        "MUHAMMAD",
        "M",
        "MUH",
        "MOH",
        "MOCH",
        "MUCH",
        "MHD",
        "MUHD",
        "MOHD",
        "MD",
        "MUHAMAD",
        "MOHAMAD",
        "MOHAMMAD",
        "MOCHAMAD",
        "MOCHAMMAD",
        "MUCHAMAD",
        "MUCHAMMAD",
        "MUHAMMED",
        "MOHAMED",
        "MOKHAMAD",
        "MOKHAMMAD",
        "MUKHAMAD",
    ],
    &["AHMAD", "ACHMAD", "AKHMAD", "AHMED", "ACH", "AKH", "AHM"],
    &["ABDUL", "ABD", "ABDL", "ABDOEL"],
    &["SITI", "ST", "STI", "SITTI", "SITY"],
    &["NUR", "NOOR", "NOER", "NR"],
    &["CHRISTIAN", "KRISTIAN", "CHR"],
    &["YUSUF", "YUSUP", "JUSUF", "YOSEF", "YUSOF"],
    &["YOHANES", "YOHANNES", "JOHANES", "JOHANNES", "YOH"],
    &["BINTI", "BT", "BTE"],
];
/// Shared by so many people that they tell nobody apart.
const COMMON: &[&str] = &["MUHAMMAD", "SITI", "AHMAD", "ABDUL", "NUR", "SRI", "NI", "I", "BINTI", "BIN"];
/// Letters that a camera takes for each other.
const MISTAKEN: &[&str] = &["OQDCU", "ILTJ", "BRP", "EF", "GC", "MNH", "UV", "VY", "SZ", "KX"];
/// Bank books print so many characters of a name at least.
const COLUMN: usize = 12;

/// Whether two names belong to one person; the order of the two makes no difference.
pub fn same_person(one: &str, other: &str) -> Likeness {
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    let (a, b) = (words(one), words(other));
    if a.is_empty() || b.is_empty() {
        return Likeness::Different;
    }
    if a.concat() == b.concat() {
        return Likeness::Same;
    }
    by_words(&a, &b).max(cut_short(&a, &b)).max(run_together(&a, &b))
}

/// The words of a name without titles, upper case, letters only.
fn words(name: &str) -> Vec<String> {
    let upper = name.to_uppercase();
    let mut parts = upper.splitn(2, ',');
    let mut words: Vec<String> = parts.next().map(letters).unwrap_or_default();
    // Behind a comma are titles, or the rest of the name where it was turned round.
    let rest = parts.next().map(letters).unwrap_or_default();
    words.extend(rest.into_iter().filter(|word| !BEHIND.contains(&word.as_str())));
    let title = |list: &[&str], word: Option<&String>| word.is_some_and(|word| list.contains(&word.as_str()));
    while words.len() > 1 && title(BEFORE, words.first()) {
        words.remove(0);
    }
    while words.len() > 1 && title(BEHIND, words.last()) {
        words.pop();
    }
    words
}

/// `S.E.` is one word, `M.RIZKY` are two.
fn letters(text: &str) -> Vec<String> {
    let mut words = vec![];
    for token in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '-')) {
        let parts: Vec<String> = token
            .split('.')
            .map(|part| part.chars().filter(|c| c.is_alphabetic()).collect::<String>())
            .filter(|part| !part.is_empty())
            .collect();
        let glued = parts.concat();
        if BEHIND.contains(&glued.as_str()) && parts.len() > 1 {
            words.push(glued);
        } else {
            words.extend(parts);
        }
    }
    words
}

/// How well two words match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    None,
    /// One is the first letter of the other.
    Initial,
    /// One letter differs.
    Slip,
    /// One letter differs that is easily mistaken.
    Mistaken,
    /// Short for the other, or another spelling.
    Variant,
    Equal,
}

fn by_words(a: &[String], b: &[String]) -> Likeness {
    let mut pairs: Vec<(Match, usize, usize)> = vec![];
    for (i, word) in a.iter().enumerate() {
        pairs.extend(b.iter().enumerate().map(|(j, other)| (compare(word, other), i, j)));
    }
    // The best pairs first, and of equal ones those at like places.
    pairs.sort_by_key(|(how, i, j)| (std::cmp::Reverse(*how), i.abs_diff(*j), i + j));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut found = vec![];
    for (how, i, j) in pairs {
        if how > Match::None && !used_a[i] && !used_b[j] {
            (used_a[i], used_b[j]) = (true, true);
            found.push((how, i));
        }
    }
    let telling = |(how, i): &(Match, usize)| {
        *how >= Match::Mistaken && a[*i].chars().count() >= 3 && !COMMON.contains(&usual(&a[*i]))
    };
    let telling = found.iter().any(telling);
    let all_of_both = found.len() == a.len() && found.len() == b.len();
    let all_of_one = found.len() == a.len().min(b.len());
    match found.iter().map(|(how, _)| *how).min() {
        Some(worst) if all_of_both && worst >= Match::Mistaken => Likeness::Same,
        Some(_) if all_of_both && (telling || a.len() == 1) => Likeness::Probably,
        Some(worst) if all_of_one && telling && worst >= Match::Initial => Likeness::Probably,
        _ => Likeness::Different,
    }
}

fn compare(a: &str, b: &str) -> Match {
    let (length_a, length_b) = (a.chars().count(), b.chars().count());
    if a == b {
        Match::Equal
    } else if usual(a) == usual(b) || spelled_today(a) == spelled_today(b) {
        Match::Variant
    } else if length_a.min(length_b) == 1 && a.chars().next() == b.chars().next() {
        Match::Initial
    } else if length_a.min(length_b) >= 3 {
        slip(a, b)
    } else {
        Match::None
    }
}

fn usual(word: &str) -> &str {
    VARIANTS
        .iter()
        .find(|forms| forms.contains(&word))
        .and_then(|forms| forms.first())
        .copied()
        .unwrap_or(word)
}

/// The spelling of before 1972 and doubled letters made alike: `SOEHARTO`, `DJOKO`, `TJAHYA`, `FACHRUDDIN`.
fn spelled_today(word: &str) -> String {
    let today = [
        ("OE", "U"),
        ("DJ", "J"),
        ("TJ", "C"),
        ("SJ", "SY"),
        ("CH", "H"),
        ("KH", "H"),
        ("PH", "F"),
        ("TH", "T"),
    ];
    let mut word = today.iter().fold(word.to_owned(), |word, (old, new)| word.replace(old, new));
    word = word.replace("IE", "I").replace('V', "F").replace('Z', "S");
    let mut single = String::new();
    for c in word.chars() {
        if !single.ends_with(c) {
            single.push(c);
        }
    }
    single
}

/// One letter more, less or other; in words of three letters only one that is easily mistaken.
fn slip(a: &str, b: &str) -> Match {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let most = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(x, y)| x == y).count();
    let (left_a, left_b) = (a.len() - head - tail, b.len() - head - tail);
    let long = a.len().min(b.len()) >= 4;
    match (left_a, left_b) {
        (1, 1) if MISTAKEN.iter().any(|group| group.contains(a[head]) && group.contains(b[head])) => {
            Match::Mistaken
        }
        (1, 1) | (0, 1) | (1, 0) if long => Match::Slip,
        _ => Match::None,
    }
}

/// One stops where the column of a bank book ends.
fn cut_short(a: &[String], b: &[String]) -> Likeness {
    let (a, b) = (a.join(" "), b.join(" "));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let two_words = short.contains(' ');
    if short.chars().count() < COLUMN || !two_words || !long.starts_with(&short) {
        return Likeness::Different;
    }
    // In the middle of a word the column ended for sure; between two words the name may be another one.
    if long[short.len()..].starts_with(' ') { Likeness::Probably } else { Likeness::Same }
}

/// A blank too much or too little, beside a letter at most: `NUR HAYATI`, `NURHAYATI`.
fn run_together(a: &[String], b: &[String]) -> Likeness {
    let (a, b) = (a.concat(), b.concat());
    if a.chars().count().min(b.chars().count()) < 8 {
        return Likeness::Different;
    }
    match slip(&a, &b) {
        Match::None => Likeness::Different,
        Match::Mistaken => Likeness::Same,
        _ => Likeness::Probably,
    }
}

#[cfg(test)]
mod tests {
    use super::Likeness::{Different, Probably, Same};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_as_they_stand_on_cards_and_in_bank_books() {
        let cases = [
            ("SITI CONTOH WULANDARI", "Siti Contoh Wulandari", Same),
            ("SITI CONTOH WULANDARI", "HJ. SITI CONTOH WULANDARI, S.E.", Same),
            ("SITI CONTOH WULANDARI", "HJ SITI CONTOH WULANDARI SE MM", Same),
            ("BUDI SANTOSO", "DR. IR. H. BUDI SANTOSO, S.T., M.M.", Same),
            ("BUDI SANTOSO", "SANTOSO BUDI", Same),
            ("BUDI SANTOSO", "SANTOSO, BUDI", Same),
            ("MUHAMMAD RIZKY PRATAMA", "M. RIZKY PRATAMA", Same),
            ("MUHAMMAD RIZKY PRATAMA", "M.RIZKY PRATAMA", Same),
            ("MOCHAMAD RIZKY", "MOH. RIZKY", Same),
            ("MUHAMAD FAJAR", "MUHAMMAD FAJAR", Same),
            ("ABDUL RAHMAN HAKIM", "ABD. RAHMAN HAKIM", Same),
            ("ST. AMINAH", "SITI AMINAH", Same),
            ("ACHMAD DJUNAEDI", "AHMAD JUNAEDI", Same),
            ("SOEHARTO", "SUHARTO", Same),
            ("NUR HAYATI", "NURHAYATI", Same),
            ("WAHYU NUGROHO", "WAHYU NU6ROHO", Probably),
            ("WAHYU NUGROHO", "WAHYU NUCROHO", Same),
            ("SITI AMINAH", "SITI AMLNAH", Same),
            ("MUHAMMAD RIZKY ADITYA PRATAMA", "MUHAMMAD RIZKY ADITYA PRA", Same),
            ("MUHAMMAD RIZKY ADITYA PRATAMA", "MUHAMMAD RIZKY ADITYA", Probably),
            ("BUDI CONTOH SANTOSO", "BUDI SANTOSO", Probably),
            ("BUDI CONTOH SANTOSO", "BUDI C SANTOSO", Probably),
            ("BAMBANG SUSILO", "B SUSILO", Probably),
            ("SUPARMAN", "SUPARMAN HADI", Probably),
            ("DEWI LESTARI", "DEWA LESTARI", Probably),
            ("SUPARMAN", "SUPARMIN", Probably),
            ("I MADE WIRAWAN", "MADE WIRAWAN", Probably),
            ("SITI", "SITI AMINAH", Different),
            ("MUHAMMAD", "MUHAMMAD RIZKY", Different),
            ("BUDI SANTOSO", "BUDI SUSANTO", Different),
            ("BUDI SANTOSO", "AGUS SANTOSO", Different),
            ("SITI AMINAH WATI", "SITI AMINAH DEWI", Different),
            ("SITI AMINAH", "SITI ROHANI", Different),
            ("ANI", "ANA", Different),
            ("AGUS", "BUDI", Different),
            ("BUDI", "", Different),
            ("", "", Different),
        ];
        for (a, b, wanted) in cases {
            assert_eq!(same_person(a, b), wanted, "{a} / {b}");
        }
    }

    #[test]
    fn a_title_alone_is_a_name() {
        assert_eq!(same_person("H.", "H."), Same);
        assert_eq!(same_person("ST", "ST"), Same);
    }

    proptest! {
        #[test]
        fn the_order_of_the_two_makes_no_difference(a in "[A-Z.,' ]{0,30}", b in "[A-Z.,' ]{0,30}") {
            prop_assert_eq!(same_person(&a, &b), same_person(&b, &a));
        }

        #[test]
        fn everybody_is_oneself_with_titles_too(name in "[A-Z]{3,9}( [A-Z]{3,9}){1,3}") {
            prop_assert_eq!(same_person(&name, &name), Same);
            prop_assert_eq!(same_person(&name, &format!("H. {name}, S.E.")), Same);
            prop_assert_eq!(same_person(&name, &name.to_lowercase()), Same);
        }

        #[test]
        fn words_may_stand_in_any_order(words in prop::collection::vec("[A-Z]{5,9}", 2..4)) {
            let turned: Vec<&str> = words.iter().rev().map(String::as_str).collect();
            prop_assert_eq!(same_person(&words.join(" "), &turned.join(" ")), Same);
        }

        #[test]
        fn any_text_is_compared(a in "\\PC{0,40}", b in "\\PC{0,40}") {
            same_person(&a, &b);
        }
    }
}
