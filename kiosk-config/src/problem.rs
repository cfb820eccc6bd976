use std::fmt;

/// Something wrong in the configuration, as one clear line for whoever wrote the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the file in the folder, the folder itself, or `--set` for the command line.
    pub file: String,
    /// Where in the file; absent for what is not there.
    pub place: Option<Place>,
    /// The key, dotted, such as `interview.times[2]`; absent where it concerns the whole file.
    pub key: Option<String>,
    /// What is wrong and what is allowed.
    pub what: String,
}

/// A place in a text file; both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Problem {
    pub(crate) fn in_file(file: impl Into<String>, what: impl Into<String>) -> Self {
        Self { file: file.into(), place: None, key: None, what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(Place { line, column }) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        if let Some(key) = &self.key {
            write!(f, " {key}")?;
        }
        write!(f, ": {}", self.what)
    }
}

impl std::error::Error for Problem {}

/// Finds places in a text quickly, however many are asked for: a file that is all errors must not take minutes.
pub(crate) struct Places<'a> {
    text: &'a str,
    /// The place of each [`Places::STRIDE`]th byte, or of the character that it is part of.
    marks: Vec<(usize, Place)>,
}

impl<'a> Places<'a> {
    const STRIDE: usize = 512;

    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![];
        let mut here = (0, Place { line: 1, column: 1 });
        for at in (0..=text.len()).step_by(Self::STRIDE) {
            here = walk(text, here, at);
            marks.push(here);
        }
        Self { text, marks }
    }

    /// The place of a byte offset; past the end is the end.
    pub fn at(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let mark = self.marks.get(offset / Self::STRIDE).copied();
        walk(self.text, mark.unwrap_or((0, Place { line: 1, column: 1 })), offset).1
    }
}

/// From one place of a text on to the character that a byte offset is part of.
fn walk(text: &str, (from, mut place): (usize, Place), to: usize) -> (usize, Place) {
    let to = text.floor_char_boundary(to);
    for c in text.get(from..to).unwrap_or_default().chars() {
        match c {
            '\n' => place = Place { line: place.line + 1, column: 1 },
            _ => place.column += 1,
        }
    }
    (to, place)
}

/// `; did you mean "times"?` where one of the names is near enough to what was written, else nothing.
pub(crate) fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(written, names).map(|name| format!("; did you mean {name:?}?")).unwrap_or_default()
}

/// The name nearest to what was written, where one is near enough to be meant.
pub(crate) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.6;
    let written = written.to_lowercase();
    let likeness = |name: &str| {
        let name = name.to_lowercase();
        let within = written.len() >= 3 && (name.contains(&written) || written.contains(&name));
        strsim::normalized_damerau_levenshtein(&written, &name).max(if within { NEAR } else { 0.0 })
    };
    let ranked = names.into_iter().map(|name| (likeness(name), name));
    ranked.filter(|(like, _)| *like >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_one_line() {
        let problem = Problem {
            file: "cabang.toml".into(),
            place: Some(Place { line: 14, column: 1 }),
            key: Some("interview.tims".into()),
            what: "unknown key".into(),
        };
        assert_eq!(problem.to_string(), "cabang.toml:14:1 interview.tims: unknown key");
        assert_eq!(Problem::in_file("pusat.toml", "missing").to_string(), "pusat.toml: missing");
    }

    #[test]
    fn columns_count_characters() {
        let text = "a = 1\né = \"ü\" x";
        let places = Places::new(text);
        assert_eq!(places.at(text.find('x').unwrap()), Place { line: 2, column: 9 });
        assert_eq!(places.at(999), Place { line: 2, column: 10 });
        assert_eq!(Places::new("").at(0), Place { line: 1, column: 1 });
    }

    #[test]
    fn places_in_a_long_text_are_those_that_counting_gives() {
        let text = "ab\nçd😀e\n\n".repeat(300);
        let places = Places::new(&text);
        for at in (0..text.len() + 9).step_by(7) {
            let before = text.get(..text.floor_char_boundary(at)).unwrap();
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            let expected = Place { line: before.matches('\n').count() + 1, column };
            assert_eq!(places.at(at), expected, "{at}");
        }
    }

    #[test]
    fn only_a_near_name_is_suggested() {
        let names = ["first_after_days", "days", "times", "at_once"];
        assert_eq!(nearest("tims", names), Some("times"));
        assert_eq!(nearest("Days", names), Some("days"));
        assert_eq!(nearest("colour", names), None);
    }
}
