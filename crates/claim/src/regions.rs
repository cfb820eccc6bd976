//! Names of regencies and towns in a NIK: a comfort for who compares digits, never a check. People keep the digits
//! of their first registration, so the table holds old and new ones (`data/regions.LICENSE` says where from).

use std::cmp::Ordering;

const TABLE: &str = include_str!("../data/regions.csv");

/// Regency or town of the first four digits, such as `Kabupaten Malang`.
pub fn name(digits: &str) -> Option<&'static str> {
    let wanted = digits.get(..4)?;
    let rows: &[u8] = TABLE.as_bytes();
    let (mut from, mut to) = (0, rows.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let start = rows[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let end =
            rows[middle..].iter().position(|byte| *byte == b'\n').map_or(rows.len(), |end| middle + end);
        let (code, name) = TABLE.get(start..end)?.split_once(',')?;
        match code.cmp(wanted) {
            Ordering::Equal => return Some(name),
            Ordering::Less => from = end + 1,
            Ordering::Greater => to = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_region_of_the_table_is_found_and_nothing_else() {
        let mut count = 0;
        for (code, called) in TABLE.lines().filter_map(|line| line.split_once(',')) {
            assert_eq!(name(&format!("{code}000000")), Some(called));
            count += 1;
        }
        assert_eq!(count, 540);
        assert_eq!(name("3507155208790001"), Some("Kabupaten Malang"));
        for other in ["", "350", "0000", "9999", "abcd", "350é", "3500"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
