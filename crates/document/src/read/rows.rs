//! Words become rows, and labels tell what a row says.

use super::spelling::{likeness, plain};
use super::tesseract::Word;
use std::ops::Range;

/// A label has to be this much like itself.
const LABEL: f32 = 0.72;
/// Short ones more: a slip in three letters makes another word.
const SHORT_LABEL: f32 = 0.8;
/// One of three letters may be taken for one that looks alike; of two none.
const THREE_LETTERS: f32 = 0.86;
/// A gap of more heights than this ends a value.
const GAP: f32 = 3.0;

/// Words beside each other, from left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) words: Vec<Word>,
}

impl Word {
    pub(super) fn right(&self) -> u32 {
        self.left + self.width
    }

    pub(super) fn bottom(&self) -> u32 {
        self.top + self.height
    }

    fn middle(&self) -> f32 {
        self.top as f32 + self.height as f32 / 2.0
    }
}

impl Row {
    pub(super) fn text(&self) -> String {
        text(&self.words)
    }

    pub(super) fn top(&self) -> u32 {
        self.words.iter().map(|word| word.top).min().unwrap_or(0)
    }

    pub(super) fn bottom(&self) -> u32 {
        self.words.iter().map(Word::bottom).max().unwrap_or(0)
    }
}

/// The words with a blank between each two.
pub(super) fn text(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// How sure of all words, weighted by their length.
pub(super) fn confidence(words: &[Word]) -> f32 {
    let count = |word: &Word| word.text.chars().count() as f32;
    let all: f32 = words.iter().map(count).sum();
    words.iter().map(|word| word.confidence * count(word)).sum::<f32>() / all.max(1.0)
}

/// Rows from top to bottom. A word belongs to the row whose nearest word it stands beside; rows may slope a little.
pub(super) fn rows(words: Vec<Word>) -> Vec<Row> {
    let mut words: Vec<Word> = words.into_iter().flat_map(apart).collect();
    words.sort_by_key(|word| word.left);
    let mut rows: Vec<Row> = vec![];
    for word in words {
        let beside = |row: &Row| {
            let last = row.words.last()?;
            let off = (last.middle() - word.middle()).abs() / (last.height.min(word.height) as f32);
            (off < 0.6).then_some(off)
        };
        let nearest = rows.iter_mut().filter_map(|row| Some((beside(row)?, row)));
        match nearest.min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((_, row)) => row.words.push(word),
            None => rows.push(Row { words: vec![word] }),
        }
    }
    rows.sort_by_key(|row| row.top() + row.bottom());
    rows
}

/// `Nama:SITI` is two words, and a colon alone is none.
fn apart(word: Word) -> Vec<Word> {
    let count = word.text.chars().count().max(1) as u32;
    let mut parts = vec![];
    let mut from = 0;
    for part in word.text.split(':') {
        let length = part.chars().count() as u32;
        if length > 0 {
            parts.push(Word {
                text: part.to_owned(),
                left: word.left + share(word.width, from, count),
                width: share(word.width, length, count).max(1),
                ..word.clone()
            });
        }
        from += length + 1;
    }
    parts
}

fn share(width: u32, of: u32, all: u32) -> u32 {
    (u64::from(width) * u64::from(of) / u64::from(all)) as u32
}

/// Words as far as they lie on a page; no word of a document is longer than this many characters.
pub(super) fn on_page(words: Vec<Word>, (width, height): (u32, u32)) -> Vec<Word> {
    let here = words.into_iter().filter(|word| word.left < width && word.top < height);
    let inside = here.map(|word| Word {
        text: word.text.chars().take(LONGEST_WORD).collect(),
        width: word.width.min(width - word.left).max(1),
        height: word.height.min(height - word.top).max(1),
        ..word
    });
    inside.collect()
}

const LONGEST_WORD: usize = 120;

/// Where a label stands.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) row: usize,
    pub(super) words: Range<usize>,
    pub(super) likeness: f32,
}

/// The best place of any of the spellings; the first spelling wins a tie.
pub(super) fn label(rows: &[Row], spellings: &[&str]) -> Option<Label> {
    labels(rows, spellings)
        .into_iter()
        .reduce(|best, next| if next.likeness > best.likeness { next } else { best })
}

/// All places of any of the spellings, at most one a row, from top to bottom.
pub(super) fn labels(rows: &[Row], spellings: &[&str]) -> Vec<Label> {
    let spellings: Vec<String> = spellings.iter().map(|spelling| plain(spelling)).collect();
    let all = rows.iter().enumerate();
    all.filter_map(|(row, words)| {
        best_in(words, &spellings).map(|(words, likeness)| Label { row, words, likeness })
    })
    .collect()
}

/// Of several spellings in a row the longest that is like: `Nama Pemilik` more than `Nama`.
fn best_in(row: &Row, spellings: &[String]) -> Option<(Range<usize>, f32)> {
    let mut best: Option<(Range<usize>, f32)> = None;
    let mut most = 0.0;
    let parts: Vec<String> = row.words.iter().map(|word| plain(&word.text)).collect();
    for from in 0..parts.len() {
        let mut joined = String::new();
        for to in from..parts.len().min(from + 6) {
            joined.push_str(&parts[to]);
            if parts[from].is_empty() || parts[to].is_empty() {
                continue;
            }
            for spelling in spellings {
                let alike = likeness(&joined, spelling);
                let needed = match spelling.len() {
                    0..=2 => 1.0,
                    3 => THREE_LETTERS,
                    4 => SHORT_LABEL,
                    _ => LABEL,
                };
                let weight = (alike - 0.6) * spelling.len() as f32;
                if alike >= needed && weight > most {
                    most = weight;
                    best = Some((from..to + 1, alike));
                }
            }
        }
    }
    best
}

/// The words right of a label, up to a wide gap.
pub(super) fn right_of<'a>(rows: &'a [Row], label: &Label) -> &'a [Word] {
    let words = &rows[label.row].words[label.words.end..];
    let says = |word: &Word| word.text.chars().any(char::is_alphanumeric);
    let first = words.iter().position(says).unwrap_or(words.len());
    together(&words[first..])
}

/// The words up to the first wide gap.
pub(super) fn together(words: &[Word]) -> &[Word] {
    let wide = |pair: &[Word]| {
        let gap = pair[1].left.saturating_sub(pair[0].right()) as f32;
        gap > GAP * pair[0].height.min(pair[1].height) as f32
    };
    let end = words.windows(2).position(wide).map_or(words.len(), |last| last + 1);
    &words[..end]
}

/// The words of the next rows that begin under the label, as long as no row is skipped.
pub(super) fn below<'a>(rows: &'a [Row], label: &Label) -> &'a [Word] {
    let over = &rows[label.row].words[label.words.clone()];
    let (Some(first), Some(last)) = (over.first(), over.last()) else { return &[] };
    let (height, bottom) = (first.height, first.bottom().max(last.bottom()));
    for row in &rows[label.row + 1..] {
        if row.top() > bottom + height * 4 {
            break;
        }
        let reach = first.left.saturating_sub(height * 2)..=last.right() + height;
        let under = |word: &Word| reach.contains(&word.left) && word.top + word.height / 2 > bottom;
        if let Some(from) = row.words.iter().position(under) {
            return together(&row.words[from..]);
        }
    }
    &[]
}

#[cfg(test)]
pub(super) fn word(text: &str, left: u32, top: u32) -> Word {
    let width = 12 * text.chars().count() as u32;
    Word { text: text.to_owned(), confidence: 0.9, left, top, width, height: 20 }
}

#[cfg(test)]
pub(super) fn page(lines: &[&str]) -> Vec<Row> {
    let words = lines.iter().zip(0_u32..).flat_map(|(line, row)| {
        let mut left = 10;
        // Two blanks are a wide gap.
        line.split(' ').filter_map(move |text| {
            let word = word(text, left, 40 * row);
            left = word.right() + if text.is_empty() { 100 } else { 10 };
            (!text.is_empty()).then_some(word)
        })
    });
    rows(words.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Vec<Row> {
        rows(vec![
            word("SITI", 200, 52),
            word("Nama", 10, 50),
            word("CONTOH", 260, 54),
            word("DKI", 600, 56),
            word("NIK:3507", 10, 10),
            word(":", 180, 50),
            word("Jenis", 10, 90),
            word("Ke1amin", 80, 90),
            word("LAKI-LAKI", 200, 92),
        ])
    }

    #[test]
    fn words_that_are_nowhere_on_the_page_are_none() {
        let far = |left, width| Word { width, ..word("NIK:35:07", left, 10) };
        let words =
            on_page(vec![far(1 << 20, 9), far(90, 1 << 20), word(&"9".repeat(500), 0, 10)], (100, 50));
        let seen: Vec<_> = words.iter().map(|word| (word.left, word.right(), word.text.len())).collect();
        assert_eq!(seen, [(90, 100, 9), (0, 100, 120)]);
        // A width times a length beyond 32 bits.
        let wide = Word { width: 1 << 20, ..word(&format!("{}:9", "A".repeat(5000)), 0, 10) };
        assert_eq!(rows(vec![wide])[0].words.len(), 2);
    }

    #[test]
    fn words_beside_each_other_make_a_row_even_where_it_slopes() {
        let texts: Vec<String> = card().iter().map(Row::text).collect();
        assert_eq!(texts, ["NIK 3507", "Nama SITI CONTOH DKI", "Jenis Ke1amin LAKI-LAKI"]);
    }

    #[test]
    fn a_label_is_found_in_spite_of_a_slip_and_its_value_ends_at_a_gap() {
        let rows = card();
        let found = label(&rows, &["Jenis Kelamin"]).unwrap();
        assert_eq!((found.row, found.words.clone()), (2, 0..2));
        assert_eq!(text(right_of(&rows, &found)), "LAKI-LAKI");
        assert_eq!(text(right_of(&rows, &label(&rows, &["Nama"]).unwrap())), "SITI CONTOH");
        assert!(label(&rows, &["Alamat"]).is_none());
        assert_eq!(label(&rows, &["Jenis", "Jenis Kelamin"]).unwrap().words, 0..2);
        assert_eq!(text(below(&rows, &label(&rows, &["NIK"]).unwrap())), "Nama");
    }
}
