//! How likely a given text is on a line: CTC's forward sum over all the ways to write it.

use super::{BLANK, CLASSES, class};

/// How likely the whole line says `text`, 0..1.
pub(super) fn probability(columns: &[[f32; CLASSES]], text: &str) -> f64 {
    forward(columns, text, |column| f64::from(column[BLANK]))
}

/// The likeliest of `words` with something else around them allowed.
pub(super) fn best(columns: &[[f32; CLASSES]], words: &[&str]) -> Option<(usize, f32)> {
    let found: Vec<f64> = words.iter().map(|word| forward(columns, word, |_| 1.0)).collect();
    let (at, most) = found.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let all: f64 = found.iter().sum();
    (most > 0.0).then(|| (at, (most.min(1.0).sqrt() * most / all) as f32))
}

/// Sums all ways through the columns on which `text` is read; `around` is how likely a column before or after it
/// is passed over. Texts with a character that the network does not know are impossible.
fn forward(columns: &[[f32; CLASSES]], text: &str, around: impl Fn(&[f32; CLASSES]) -> f64) -> f64 {
    let Some(classes) = text.chars().map(class).collect::<Option<Vec<_>>>() else { return 0.0 };
    let count = classes.len();
    // blank[i]: i characters are read and the last column was none of them; on[i]: it was the i-th of them.
    let (mut blank, mut on) = (vec![0.0f64; count + 1], vec![0.0f64; count + 1]);
    blank[0] = 1.0;
    for column in columns {
        let (was_blank, was_on) = (blank.clone(), on.clone());
        for i in 0..=count {
            let pass = if i == 0 || i == count { around(column) } else { f64::from(column[BLANK]) };
            blank[i] = (was_blank[i] + was_on[i]) * pass;
            if i > 0 {
                // The same character twice needs a blank between.
                let doubled = i > 1 && classes[i - 1] == classes[i - 2];
                let from = was_on[i] + was_blank[i - 1] + if doubled { 0.0 } else { was_on[i - 1] };
                on[i] = from * f64::from(column[classes[i - 1]]);
            }
        }
    }
    blank[count] + on[count]
}

/// From how likely a text is to the share of right ones.
pub(super) fn confidence_of_text(probability: f64) -> f32 {
    super::share_of_right(probability, 0.95, 1.08)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns that say `text` for certain, with a blank after each character.
    fn columns(text: &str) -> Vec<[f32; CLASSES]> {
        let certain = |at: usize| {
            let mut column = [0.0; CLASSES];
            column[at] = 1.0;
            column
        };
        text.chars().flat_map(|c| [certain(class(c).unwrap()), certain(BLANK)]).collect()
    }

    #[test]
    fn a_text_is_as_likely_as_all_ways_to_write_it() {
        assert!((probability(&columns("PUTTI"), "PUTTI") - 1.0).abs() < 1e-9);
        assert!(probability(&columns("PUTTI"), "PUTI") < 1e-9);
        assert!(probability(&columns("PUTTI"), "PUTTI é") < 1e-9);
        let half = |class: usize| {
            let mut column = [0.0; CLASSES];
            (column[BLANK], column[class]) = (0.5, 0.5);
            column
        };
        // Three of the four ways through two columns say A, and only one says nothing.
        let a = class('A').unwrap();
        assert!((probability(&[half(a), half(a)], "A") - 0.75).abs() < 1e-9);
        assert!((probability(&[half(a), half(a)], "") - 0.25).abs() < 1e-9);
    }

    #[test]
    fn the_word_is_found_between_others() {
        let line = columns("Jenis Kelamin : PEREMPUAN Gol. Darah");
        let (at, sure) = best(&line, &["LAKI-LAKI", "PEREMPUAN"]).unwrap();
        assert!(at == 1 && sure > 0.99);
        assert!(best(&columns("WNI"), &["LAKI-LAKI", "PEREMPUAN"]).is_none());
    }
}
