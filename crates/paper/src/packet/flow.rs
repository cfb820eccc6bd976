//! Where everything of a packet goes: text and pictures onto pages, in points, from the top left corner.

use super::{Line, Verification};
use crate::PaperError;
use crate::laid::{Ink, Laid, Leaf, Mark, Page, Part, frame};
use crate::typeface::{Style, Typeface, bold, regular};

/// A4, upright.
const A4: (f32, f32) = (595.28, 841.89);
/// Left and right margin; above and below it is the same with the foot.
const MARGIN: f32 = 51.0;
const FOOT: f32 = 66.0;
/// Part of the line that labels take.
const LABELS: f32 = 0.36;
/// A picture gets at least this height, else a fresh page.
const LEAST_PICTURE: f32 = 260.0;

const TITLE: Style = bold(25.0);
const SUBTITLE: Style = regular(11.5);
const HEADING: Style = bold(14.0);
const LABEL: Style = regular(10.5);
const VALUE: Style = bold(10.5);
const FACT_LABEL: Style = regular(9.5);
const FACT: Style = bold(14.0);
const FINE: Style = regular(9.0);
const NUMBER: Style = bold(54.0);

/// The packet so far.
pub(super) struct Flow {
    face: Typeface,
    laid: Laid,
    /// At the head of pages that continue another.
    running: String,
    y: f32,
    /// What the lines leave free on their right.
    inset: f32,
}

impl Flow {
    pub fn begin(running: &str) -> Result<Self, PaperError> {
        let mut flow = Self {
            face: Typeface::load()?,
            laid: Laid { pages: Vec::new(), parts: Vec::new(), leaves: 0 },
            running: running.to_owned(),
            y: 0.0,
            inset: 0.0,
        };
        flow.turn(A4);
        Ok(flow)
    }

    /// Title on the left, the number that is called on the right.
    pub fn cover(
        &mut self,
        title: &str,
        subtitle: &str,
        (label, number): &(String, String),
        facts: &[(String, String)],
    ) {
        self.mark(Mark::Box { x: MARGIN, y: self.y, width: 44.0, height: 5.0, ink: Ink::Accent });
        self.y += 18.0;
        let top = self.y;
        let wide = self.face.width(number, NUMBER).ceil();
        if !number.trim().is_empty() && wide < self.line_width() / 2.0 {
            self.inset = wide + 24.0;
        }
        self.heading(1, title, TITLE, Ink::Text);
        self.y += 2.0;
        self.paragraph(subtitle, SUBTITLE, Ink::Quiet);
        let under = self.y;
        if std::mem::take(&mut self.inset) > 0.0 {
            self.y = top - 16.0;
            let x = MARGIN + self.line_width() - wide;
            let label = self.lines(x, std::slice::from_ref(label), FACT_LABEL, Ink::Quiet);
            self.y -= 10.0;
            let number = self.lines(x, std::slice::from_ref(number), NUMBER, Ink::Text);
            self.laid.parts.push(Part::Paragraph(vec![label, number]));
            self.y = under.max(self.y - 8.0);
        }
        self.facts(facts);
    }

    /// Two facts a line, large, on a tinted ground.
    fn facts(&mut self, facts: &[(String, String)]) {
        const PAD: f32 = 14.0;
        if facts.is_empty() {
            return;
        }
        self.y += 16.0;
        let column = (self.line_width() - 3.0 * PAD) / 2.0;
        let mut rows = Vec::new();
        let ground =
            |y, height| Mark::Box { x: MARGIN, y, width: A4.0 - 2.0 * MARGIN, height, ink: Ink::Tint };
        for pair in facts.chunks(2) {
            let lines: Vec<(Vec<String>, Vec<String>)> = pair
                .iter()
                .map(|(label, value)| (self.wrap(label, FACT_LABEL, column), self.wrap(value, FACT, column)))
                .collect();
            let high = |(label, value): &(Vec<String>, Vec<String>)| {
                height(label.len(), FACT_LABEL) + height(value.len(), FACT)
            };
            let tall = lines.iter().map(high).fold(0.0, f32::max) + PAD;
            self.keep(tall + PAD);
            let top = self.y;
            self.mark(ground(top, tall + PAD / 2.0));
            for (x, (label, value)) in [MARGIN + PAD, MARGIN + 2.0 * PAD + column].into_iter().zip(lines) {
                self.y = top + PAD * 0.75;
                let label = self.lines(x, &label, FACT_LABEL, Ink::Quiet);
                rows.push((label, self.lines(x, &value, FACT, Ink::Text)));
            }
            self.y = top + tall;
        }
        self.laid.parts.push(Part::Table(rows));
        self.y += PAD / 2.0;
    }

    pub fn completeness(&mut self, title: &str, lines: &[Line]) {
        if lines.is_empty() {
            return;
        }
        self.section_heading(title);
        let rows = lines.iter().map(|line| self.row(Some(line.ok), &line.label, &line.state)).collect();
        self.laid.parts.push(Part::Table(rows));
    }

    pub fn section(&mut self, title: &str, rows: &[(String, String)]) {
        self.section_heading(title);
        let rows: Vec<_> = rows.iter().map(|(label, value)| self.row(None, label, value)).collect();
        if !rows.is_empty() {
            self.laid.parts.push(Part::Table(rows));
        }
    }

    /// Boxes to tick and lines to sign on, one officer beside the other.
    pub fn verifications(&mut self, title: &str, verifications: &[Verification]) {
        const PAD: f32 = 12.0;
        const BOX: f32 = 11.0;
        const SPACE: f32 = 27.0;
        let Ok(count) = u16::try_from(verifications.len()) else { return };
        if count == 0 {
            return;
        }
        let column = (self.line_width() - PAD * f32::from(count - 1)) / f32::from(count);
        let tall = |of: &Verification| {
            let choices = of.choices.len() as f32 * (leading(LABEL) + 5.0);
            2.0 * PAD + leading(VALUE) + 6.0 + choices + of.lines.len() as f32 * SPACE
        };
        let tall = verifications.iter().map(tall).fold(0.0, f32::max);
        self.y += 22.0;
        self.keep(tall + 30.0);
        self.heading(2, title, HEADING, Ink::Accent);
        self.y += 6.0;
        let top = self.y;
        for (place, of) in verifications.iter().enumerate() {
            let left = MARGIN + place as f32 * (column + PAD);
            for side in frame(left, top, column, tall, 0.75, Ink::Quiet) {
                self.mark(side);
            }
            self.y = top + PAD;
            let x = left + PAD;
            let title = self.lines(x, std::slice::from_ref(&of.title), VALUE, Ink::Text);
            self.laid.parts.push(Part::Paragraph(vec![title]));
            self.y += 6.0;
            let mut points = Vec::new();
            for choice in &of.choices {
                for side in frame(x, self.y + 2.0, BOX, BOX, 0.9, Ink::Text) {
                    self.mark(side);
                }
                let text = self.lines(x + BOX + 7.0, std::slice::from_ref(choice), LABEL, Ink::Text);
                points.push((None, text));
                self.y += 5.0;
            }
            self.laid.parts.push(Part::List(points));
            for line in &of.lines {
                self.y += SPACE - leading(FINE);
                let label = self.lines(x, std::slice::from_ref(line), FINE, Ink::Quiet);
                self.laid.parts.push(Part::Paragraph(vec![label]));
                let (width, aside) = (column - 2.0 * PAD, self.face.width(line, FINE) + 6.0);
                let (x, y) = (x + aside, self.y - 3.0);
                self.mark(Mark::Box { x, y, width: width - aside, height: 0.6, ink: Ink::Quiet });
            }
        }
        self.y = top + tall;
    }

    /// Goes on with a fresh page.
    pub fn next_page(&mut self) {
        let left = self.bottom();
        self.keep(left);
    }

    /// A captured page, on a sheet that lies the way the picture does.
    pub fn document(&mut self, index: usize, title: &str, note: Option<&str>, (wide, high): (u32, u32)) {
        let sheet = if wide > high { (A4.1, A4.0) } else { A4 };
        self.turn(sheet);
        self.heading(2, title, HEADING, Ink::Accent);
        if let Some(note) = note {
            self.paragraph(note, LABEL, Ink::Quiet);
        }
        self.y += 10.0;
        if self.bottom() - self.y < LEAST_PICTURE {
            self.turn(sheet);
        }
        let room = (self.line_width(), self.bottom() - self.y);
        let scale = (room.0 / wide as f32).min(room.1 / high as f32);
        let (width, height) = (wide as f32 * scale, high as f32 * scale);
        let x = MARGIN + (room.0 - width) / 2.0;
        let frame = (x - 0.75, self.y - 0.75, width + 1.5, height + 1.5);
        self.mark(Mark::Box { x: frame.0, y: frame.1, width: frame.2, height: frame.3, ink: Ink::Hairline });
        let leaf = self.leaf();
        self.mark(Mark::Picture { x, y: self.y, width, height, index, leaf });
        let alt = note.map_or(title.to_owned(), |note| format!("{title}. {note}"));
        self.laid.parts.push(Part::Picture { alt, leaf });
    }

    /// The foot of every page, once it is known how many there are.
    pub fn finish(mut self, words: &str) -> Laid {
        let count = self.laid.pages.len();
        for (index, page) in self.laid.pages.iter_mut().enumerate() {
            let number = format!("{} / {count}", index + 1);
            let aside = self.face.width(&number, FINE);
            let width = page.width - 2.0 * MARGIN;
            let top = page.height - FOOT + 18.0;
            let rule = Mark::Box { x: MARGIN, y: top, width, height: 0.75, ink: Ink::Hairline };
            let mut put = |x, line: usize, text| {
                let baseline = top + 15.0 + line as f32 * leading(FINE);
                page.marks.push(Mark::Text { x, baseline, text, style: FINE, ink: Ink::Quiet, leaf: None });
            };
            put(MARGIN + width - aside, 0, number);
            for (line, text) in
                self.face.wrap(words, FINE, width - aside - 24.0).into_iter().take(3).enumerate()
            {
                put(MARGIN, line, text);
            }
            page.marks.push(rule);
        }
        self.laid
    }

    fn section_heading(&mut self, title: &str) {
        self.y += 22.0;
        self.keep(70.0);
        self.heading(2, title, HEADING, Ink::Accent);
        self.y += 4.0;
    }

    fn heading(&mut self, level: u16, text: &str, style: Style, ink: Ink) {
        let lines = self.wrap(text, style, self.line_width());
        self.keep(height(lines.len(), style));
        let (page, y) = (self.laid.pages.len() - 1, self.y);
        let leaf = self.lines(MARGIN, &lines, style, ink);
        self.laid.parts.push(Part::Heading { level, text: text.to_owned(), leaf, page, y });
    }

    fn paragraph(&mut self, text: &str, style: Style, ink: Ink) {
        let lines = self.wrap(text, style, self.line_width());
        if !lines.is_empty() {
            let leaf = self.lines(MARGIN, &lines, style, ink);
            self.laid.parts.push(Part::Paragraph(vec![leaf]));
        }
    }

    /// Label and value beside one another, kept on one page unless they are longer than a page.
    /// With a sign before them, where it is about completeness; labels are long there and states short.
    fn row(&mut self, sign: Option<bool>, label: &str, value: &str) -> (Leaf, Leaf) {
        const PAD: f32 = 5.0;
        let (indent, part) = if sign.is_some() { (24.0, 0.6) } else { (0.0, LABELS) };
        let left = MARGIN + indent;
        let split = MARGIN + self.line_width() * part;
        let labels = self.wrap(label, LABEL, split - left - 14.0);
        let values = self.wrap(value, VALUE, MARGIN + self.line_width() - split);
        let count = labels.len().max(values.len()).max(1);
        self.keep((height(count, VALUE) + 2.0 * PAD).min(A4.1 / 2.0));
        if let Some(ok) = sign {
            self.mark(Mark::Sign { x: MARGIN, y: self.y + 4.0, ok });
        }
        self.y += PAD;
        let (label_leaf, value_leaf) = (self.leaf(), self.leaf());
        for line in 0..count {
            self.keep(leading(VALUE));
            for (x, texts, style, leaf, ink) in [
                (left, &labels, LABEL, label_leaf, Ink::Quiet),
                (split, &values, VALUE, value_leaf, Ink::Text),
            ] {
                if let Some(text) = texts.get(line) {
                    self.put(x, text, line + 1 == texts.len(), style, ink, leaf);
                }
            }
            self.y += leading(VALUE);
        }
        self.y += PAD;
        self.mark(Mark::Box {
            x: left,
            y: self.y,
            width: MARGIN + self.line_width() - left,
            height: 0.5,
            ink: Ink::Hairline,
        });
        (label_leaf, value_leaf)
    }

    /// Sets lines one below the other, on further pages where they do not fit.
    fn lines(&mut self, x: f32, lines: &[String], style: Style, ink: Ink) -> Leaf {
        let leaf = self.leaf();
        for (index, line) in lines.iter().enumerate() {
            self.keep(leading(style));
            self.put(x, line, index + 1 == lines.len(), style, ink, leaf);
            self.y += leading(style);
        }
        leaf
    }

    fn put(&mut self, x: f32, line: &str, last: bool, style: Style, ink: Ink, leaf: Leaf) {
        // The space that the line break stands for, so that reading aloud and copying do not join words.
        let text = if last { line.to_owned() } else { format!("{line} ") };
        let baseline = self.y + style.em * 0.98;
        self.mark(Mark::Text { x, baseline, text, style, ink, leaf: Some(leaf) });
    }

    fn wrap(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        self.face.wrap(text, style, width)
    }

    fn leaf(&mut self) -> Leaf {
        self.laid.leaves += 1;
        self.laid.leaves - 1
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    fn size(&self) -> (f32, f32) {
        self.laid.pages.last().map_or(A4, |page| (page.width, page.height))
    }

    fn line_width(&self) -> f32 {
        self.size().0 - 2.0 * MARGIN - self.inset
    }

    fn bottom(&self) -> f32 {
        self.size().1 - FOOT
    }

    /// Begins a page like this one where less than `height` is left.
    fn keep(&mut self, height: f32) {
        if self.y + height <= self.bottom() {
            return;
        }
        self.turn(self.size());
        if let Some(text) = self.wrap(&self.running, FINE, self.line_width()).into_iter().next() {
            let baseline = MARGIN - 14.0;
            self.mark(Mark::Text { x: MARGIN, baseline, text, style: FINE, ink: Ink::Quiet, leaf: None });
        }
    }

    fn turn(&mut self, (width, height): (f32, f32)) {
        self.laid.pages.push(Page { width, height, marks: Vec::new() });
        self.y = MARGIN;
    }
}

fn leading(style: Style) -> f32 {
    style.em * 1.32
}

fn height(lines: usize, style: Style) -> f32 {
    lines as f32 * leading(style)
}
