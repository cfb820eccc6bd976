//! Where everything of a slip goes, in dots, from the top left corner.

use super::sizes::{Sizes, sizes};
use super::{Block, Fact, Item, Width};
use crate::PaperError;
use crate::laid::{Ink, Leaf, Mark, Part, frame};
use crate::typeface::{CAP_HEIGHT, Style, Typeface, Weight, bold};
use qrcode::{EcLevel, QrCode};

/// White modules around a code.
const QUIET: u32 = 4;
/// Least size of a module, in dots: 0.375 mm.
const LEAST_MODULE: u32 = 3;
/// Thickness of hairlines, of frames and of boxes to tick.
const HAIR: f32 = 2.0;
const FRAME: f32 = 3.0;

/// A slip that has been laid out.
pub(super) struct Sheet {
    pub face: Typeface,
    pub width: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
    pub parts: Vec<Part>,
    pub leaves: usize,
    /// Where another sheet may begin.
    pub breaks: Vec<f32>,
    sizes: Sizes,
    /// What comes next belongs to what stands above.
    joined: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Centre,
}

/// Lines of text between two edges.
#[derive(Clone, Copy)]
struct Column {
    left: f32,
    right: f32,
    align: Align,
    ink: Ink,
}

impl Sheet {
    pub fn lay(blocks: &[Block], width: Width) -> Result<Self, PaperError> {
        let mut sheet = Self {
            face: Typeface::load()?,
            width: width.dots() as f32,
            height: 0.0,
            marks: Vec::new(),
            parts: Vec::new(),
            leaves: 0,
            breaks: Vec::new(),
            sizes: sizes(width),
            joined: false,
        };
        for block in blocks {
            sheet.block(block)?;
        }
        sheet.height = sheet.height.ceil();
        Ok(sheet)
    }

    fn block(&mut self, block: &Block) -> Result<(), PaperError> {
        match block {
            Block::Brand { branch, product } => self.brand(branch, product),
            Block::Title(text) => self.title(text),
            Block::Number { label, value, mark } => self.number(label, value, mark),
            Block::Facts(facts) => self.facts(facts),
            Block::Text(text) => self.paragraph(text, self.sizes.text),
            Block::Lead(text) => self.paragraph(text, self.sizes.lead),
            Block::Steps { heading, lines } => self.steps(heading, lines),
            Block::Checklist { heading, lines } => self.checklist(heading, lines),
            Block::Notice { title, text } => self.notice(title, text),
            Block::Code { data, caption, label, value } => self.code(data, caption, label, value)?,
            Block::Rule => self.rule(),
            Block::Small(text) => self.paragraph(text, self.sizes.small),
        }
        Ok(())
    }

    /// Leaves room before what follows, except at the top of the paper.
    fn gap(&mut self, dots: f32) {
        if self.height > 0.0 {
            self.height += dots.round();
        }
        if !std::mem::take(&mut self.joined) {
            self.breaks.push(self.height);
        }
    }

    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.marks.push(Mark::Box { x, y, width, height, ink: Ink::Black });
    }

    fn frame(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.marks.extend(frame(x, y, width, height, FRAME, Ink::Black));
    }

    fn leaf(&mut self) -> Leaf {
        self.leaves += 1;
        self.leaves - 1
    }

    fn whole(&self, align: Align) -> Column {
        Column { left: 0.0, right: self.width, align, ink: Ink::Black }
    }

    /// Lines of a text in a column. Glyphs stand on whole dots, which can make a line a dot wider than measured.
    fn wrap(&self, text: &str, style: Style, column: Column) -> Vec<String> {
        let room = column.right - column.left - 2.0;
        // Nobody reads on from a heading: its lines are better of one length.
        match column.align == Align::Centre || style.weight == Weight::Bold {
            true => self.face.balance(text, style, room),
            false => self.face.wrap(text, style, room),
        }
    }

    /// Sets lines below one another.
    fn set(&mut self, text: &str, style: Style, column: Column) -> Leaf {
        let leaf = self.leaf();
        let lines = self.wrap(text, style, column);
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            let spare = column.right - column.left - 2.0 - self.face.width(&line, style);
            let indent = if column.align == Align::Centre { (spare / 2.0).max(0.0).round() } else { 0.0 };
            // Descenders of this typeface reach a fifth of an em below the baseline.
            let baseline = self.height + (style.em * 0.95).round();
            // The space that the line break stands for, so that reading aloud and copying do not join words.
            let text = if index == last { line } else { format!("{line} ") };
            let (x, ink) = (column.left + indent, column.ink);
            self.marks.push(Mark::Text { x, baseline, text, style, ink, leaf: Some(leaf) });
            self.height += style.line_height() as f32;
        }
        leaf
    }

    fn paragraph(&mut self, text: &str, style: Style) {
        if !text.trim().is_empty() {
            self.gap(self.sizes.gap * 0.8);
            let leaf = self.set(text, style, self.whole(Align::Left));
            self.parts.push(Part::Paragraph(vec![leaf]));
        }
    }

    fn heading(&mut self, level: u16, text: &str, style: Style, column: Column) {
        let y = self.height;
        let leaf = self.set(text, style, column);
        self.parts.push(Part::Heading { level, text: text.to_owned(), leaf, page: 0, y });
        self.joined = true;
    }

    fn rule(&mut self) {
        self.gap(self.sizes.gap);
        self.fill(0.0, self.height, self.width, HAIR);
        self.height += HAIR;
    }

    fn brand(&mut self, branch: &str, product: &str) {
        self.gap(self.sizes.gap);
        let column = self.whole(Align::Left);
        let branch = self.set(branch, self.sizes.branch, column);
        let product = self.set(product, self.sizes.small, column);
        self.parts.push(Part::Paragraph(vec![branch, product]));
        self.height += 6.0;
    }

    fn title(&mut self, text: &str) {
        let (style, pad) = (self.sizes.title, (self.sizes.title.em * 0.36).round());
        let column = Column { left: pad, right: self.width - pad, align: Align::Centre, ink: Ink::Paper };
        let lines = self.wrap(text, style, column).len() as f32;
        if lines == 0.0 {
            return;
        }
        self.gap(self.sizes.gap * 0.5);
        let height = lines * style.line_height() as f32 + pad;
        self.fill(0.0, self.height, self.width, height);
        let bottom = self.height + height;
        self.height += (pad / 2.0).round();
        self.heading(1, text, style, column);
        self.height = bottom;
    }

    /// As large as it fits on one line, centred, with nothing beside it.
    fn number(&mut self, label: &str, value: &str, mark: &str) {
        self.gap(self.sizes.gap * 1.2);
        let centre = self.whole(Align::Centre);
        let label = self.set(label, self.sizes.heading, centre);
        let (style, x) = self.fitted(value, self.sizes.number, 4.0);
        let baseline = self.height + (style.em * (CAP_HEIGHT + 0.12)).round();
        let leaf = self.leaf();
        self.marks.push(Mark::Text {
            x,
            baseline,
            text: value.to_owned(),
            style,
            ink: Ink::Black,
            leaf: Some(leaf),
        });
        self.height = baseline + (style.em * 0.14).round();
        let mut leaves = vec![label, leaf];
        if !mark.trim().is_empty() {
            leaves.push(self.framed(mark));
        }
        self.parts.push(Part::Paragraph(leaves));
    }

    /// A few words in a frame that is as wide as they are.
    fn framed(&mut self, text: &str) -> Leaf {
        let (style, pad) = (self.sizes.strong, (self.sizes.strong.em * 0.5).round());
        let column = Column { left: pad, right: self.width - pad, ..self.whole(Align::Centre) };
        let lines = self.wrap(text, style, column);
        let wide = lines.iter().map(|line| self.face.width(line, style)).fold(0.0, f32::max).ceil();
        let (top, left) = (self.height + 4.0, ((self.width - wide) / 2.0 - pad).round().max(0.0));
        self.height = top + 8.0;
        let leaf = self.set(text, style, column);
        self.height += 8.0;
        self.frame(left, top, (wide + 2.0 * pad).min(self.width), self.height - top);
        leaf
    }

    /// The size at which a text fits on one line, and where it begins when centred. Where it would be less than `least`
    /// high, its letters are made narrower.
    fn fitted(&self, text: &str, (most, least): (f32, f32), margin: f32) -> (Style, f32) {
        let room = self.width - 2.0 * margin;
        let natural = self.face.width(text, bold(100.0)).max(1.0) / 100.0;
        let em = (room / natural).clamp(least, most.max(least));
        let narrow = (room / (natural * em)).min(1.0);
        let style = Style { narrow, ..bold(em) };
        (style, ((self.width - natural * em * narrow) / 2.0).floor())
    }

    /// Label above value; two that are short stand beside one another.
    fn facts(&mut self, facts: &[Fact]) {
        let mut shown = facts.iter().filter(|fact| !fact.value.trim().is_empty()).peekable();
        let mut rows = Vec::new();
        while let Some(fact) = shown.next() {
            self.gap(self.sizes.gap * 0.7);
            let (top, half) = (self.height, (self.width / 2.0).round());
            rows.push(self.fact(fact, self.whole(Align::Left)));
            if let Some(beside) = shown.next_if(|next| self.fits(fact, half) && self.fits(next, half)) {
                let bottom = std::mem::replace(&mut self.height, top);
                rows.push(self.fact(beside, Column { left: half, ..self.whole(Align::Left) }));
                self.height = self.height.max(bottom);
            }
        }
        if !rows.is_empty() {
            self.parts.push(Part::Table(rows));
        }
    }

    fn fact_style(&self, fact: &Fact) -> Style {
        if fact.large { self.sizes.large } else { self.sizes.strong }
    }

    /// Whether a fact fits into so much room, with some to spare.
    fn fits(&self, fact: &Fact, room: f32) -> bool {
        let wide = self.face.width(&fact.value, self.fact_style(fact));
        wide.max(self.face.width(&fact.label, self.sizes.label)) + self.sizes.gap < room
    }

    fn fact(&mut self, fact: &Fact, column: Column) -> (Leaf, Leaf) {
        let label = self.set(&fact.label, self.sizes.label, column);
        let style = self.fact_style(fact);
        self.height -= if fact.large { (style.em * 0.1).round() } else { 2.0 };
        (label, self.set(&fact.value, style, column))
    }

    fn list_heading(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.gap(self.sizes.gap);
            self.heading(2, text, self.sizes.heading, self.whole(Align::Left));
        }
    }

    /// Numbers white in black discs.
    fn steps(&mut self, heading: &str, lines: &[String]) {
        self.list_heading(heading);
        let style = self.sizes.text;
        let radius = (style.em * 0.58).round();
        let small = bold((style.em * 0.84).round());
        let mut points = Vec::new();
        for (index, line) in lines.iter().filter(|line| !line.trim().is_empty()).enumerate() {
            self.gap(self.sizes.gap * 0.55);
            let number = (index + 1).to_string();
            let baseline = self.height + (style.em * 0.95).round();
            let middle = baseline - (style.em * CAP_HEIGHT / 2.0).round();
            self.marks.push(Mark::Disc { x: radius, y: middle, radius, ink: Ink::Black });
            let leaf = self.leaf();
            self.marks.push(Mark::Text {
                x: (radius - self.face.width(&number, small) / 2.0).round(),
                baseline: middle + (small.em * CAP_HEIGHT / 2.0).round(),
                text: number,
                style: small,
                ink: Ink::Paper,
                leaf: Some(leaf),
            });
            let column = Column { left: 2.0 * radius + 14.0, ..self.whole(Align::Left) };
            points.push((Some(leaf), self.set(line, style, column)));
        }
        if !points.is_empty() {
            self.parts.push(Part::List(points));
        }
    }

    fn checklist(&mut self, heading: &str, lines: &[Item]) {
        self.list_heading(heading);
        let style = self.sizes.text;
        let size = (style.em * 0.86).round();
        let mut points = Vec::new();
        for item in lines.iter().filter(|item| !item.text.trim().is_empty()) {
            self.gap(self.sizes.gap * 0.55);
            let baseline = self.height + (style.em * 0.95).round();
            let top = (baseline - (style.em * CAP_HEIGHT + size) / 2.0).round();
            if item.done {
                self.fill(0.0, top, size, size);
                self.marks.push(Mark::Tick { x: 0.0, y: top, size, ink: Ink::Paper });
            } else {
                self.frame(0.0, top, size, size);
            }
            let column = Column { left: size + 16.0, ..self.whole(Align::Left) };
            points.push((None, self.set(&item.text, style, column)));
        }
        if !points.is_empty() {
            self.parts.push(Part::List(points));
        }
    }

    fn notice(&mut self, title: &str, text: &str) {
        let pad = (self.sizes.text.em * 0.5).round();
        self.gap(self.sizes.gap);
        let top = self.height;
        let column = Column { left: pad, right: self.width - pad, ..self.whole(Align::Left) };
        self.height += (pad * 0.6).round();
        let leaves =
            vec![self.set(title, self.sizes.heading, column), self.set(text, self.sizes.text, column)];
        self.parts.push(Part::Paragraph(leaves));
        self.height += (pad * 0.8).round();
        self.frame(0.0, top, self.width, self.height - top);
    }

    /// The QR code; what it is for beside it on wide paper or below it on narrow paper.
    fn code(&mut self, data: &str, caption: &str, label: &str, value: &str) -> Result<(), PaperError> {
        let too_long = || PaperError::CodeTooLong { bytes: data.len(), dots: self.width as u32 };
        let code = QrCode::with_error_correction_level(data, EcLevel::M).map_err(|_| too_long())?;
        let modules = code.width() as u32;
        let most = self.width as u32 / (modules + 2 * QUIET);
        if most < LEAST_MODULE {
            return Err(too_long());
        }
        let module = self.sizes.qr.div_ceil(modules).clamp(LEAST_MODULE, most);
        let quiet = (module * QUIET) as f32;
        let size = (module * modules) as f32;
        // On the left edge of wide paper the paper itself is the quiet zone.
        let beside = self.width >= size + quiet + 240.0;
        let x = if beside { 0.0 } else { ((self.width - size) / 2.0).floor() };

        self.gap(self.sizes.gap.max(quiet));
        let top = self.height;
        let leaf = self.leaf();
        let alt = [caption, label, value].join(" ").trim().to_owned();
        self.marks.push(Mark::Code { x, y: top, module: module as f32, code, leaf });
        self.parts.push(Part::Picture { alt, leaf });

        let column = match beside {
            true => Column { left: size + quiet, ..self.whole(Align::Left) },
            false => self.whole(Align::Centre),
        };
        let bottom = top + size + quiet / 2.0;
        self.height = if beside { top - 4.0 } else { top + size + quiet };
        let mut leaves = vec![self.set(caption, self.sizes.text, column)];
        if !value.trim().is_empty() {
            self.height += self.sizes.gap * 0.4;
            leaves.push(self.set(label, self.sizes.label, column));
            let room = column.right - column.left - 2.0;
            let em = room / (self.face.width(value, bold(100.0)).max(1.0) / 100.0);
            leaves.push(self.set(value, bold(em.min(self.sizes.code).floor()), column));
        }
        self.parts.push(Part::Paragraph(leaves));
        self.height = self.height.max(bottom).round();
        Ok(())
    }
}
