//! How alike two spellings are when one of them went through a camera.

/// Letters and digits only, upper case.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Characters that are taken for each other.
const CONFUSED: &[&str] =
    &["0OQDCU", "1ILTJ7", "2Z", "5S", "6G", "8BS3", "9GQ", "4A", "VYU", "MNH", "EF", "RKP", "CG", "WV", "71"];

/// What it costs to take one character for another: 0 (the same) to 1.
fn mistake(a: char, b: char) -> f32 {
    if a == b {
        0.0
    } else if CONFUSED.iter().any(|group| group.contains(a) && group.contains(b)) {
        0.4
    } else {
        1.0
    }
}

/// 1 for the same spelling, 0 for nothing in common. Both are [`plain`].
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 0.0;
    }
    let mut costs: Vec<f32> = (0..=b.len()).map(|skipped| skipped as f32).collect();
    for (i, from) in a.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] = (i + 1) as f32;
        for (j, to) in b.iter().enumerate() {
            let best = (diagonal + mistake(*from, *to)).min(costs[j] + 1.0).min(costs[j + 1] + 1.0);
            diagonal = costs[j + 1];
            costs[j + 1] = best;
        }
    }
    (1.0 - costs[b.len()] / longest as f32).max(0.0)
}

/// The digit that a character is, or is often taken for.
pub(super) fn digit(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        'O' | 'o' | 'Q' | 'D' | 'U' | 'C' => '0',
        'I' | 'l' | 'i' | '|' | '!' | 'L' | ']' | '[' | 'J' => '1',
        'Z' | 'z' => '2',
        'E' => '3',
        'A' | 'h' => '4',
        'S' | 's' => '5',
        'G' | 'b' => '6',
        'T' | '?' => '7',
        'B' => '8',
        'g' | 'q' => '9',
        _ => return None,
    })
}

/// The letter that a character is, or is often taken for; upper case.
pub(super) fn letter(c: char) -> char {
    match c {
        '0' => 'O',
        '1' | '|' | '!' | 'l' | '[' | ']' => 'I',
        '2' => 'Z',
        '4' => 'A',
        '5' | '$' => 'S',
        '6' => 'G',
        '8' => 'B',
        '’' | '‘' | '`' | '´' => '\'',
        _ => c.to_uppercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slips_of_the_eye_cost_less_than_other_words() {
        assert_eq!(likeness("NAMA", "NAMA"), 1.0);
        assert!(likeness("N1K", "NIK") > 0.8);
        assert!(likeness("JENISKELAMN", "JENISKELAMIN") > 0.9);
        assert!(likeness("ALAMAT", "NAMA") < 0.6);
        assert_eq!(likeness("", ""), 0.0);
        assert_eq!(plain("Tempat/Tgl. Lahir :"), "TEMPATTGLLAHIR");
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_and_between_nought_and_one(a in "[A-Z0-9]{0,12}", b in "[A-Z0-9]{0,12}") {
            let alike = likeness(&a, &b);
            prop_assert!((0.0..=1.0).contains(&alike));
            prop_assert!((alike - likeness(&b, &a)).abs() < 1e-5);
            prop_assert!(a.is_empty() || likeness(&a, &a) == 1.0);
        }
    }
}
