//! What has been laid out, as a PDF file: tagged (PDF/UA-1), fit for the archive (PDF/A-2a), fonts embedded.

use crate::PaperError;
use crate::laid::{Ink, Laid, Leaf, Mark, Page, Part, dark};
use crate::typeface::{BOLD, REGULAR, Weight};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagTree,
};
use krilla::text::{Font, TextDirection};
use krilla::{Document, SerializeSettings};
use std::num::{NonZeroU16, NonZeroU64};

fn color(ink: Ink) -> rgb::Color {
    let (red, green, blue) = match ink {
        Ink::Black => (0, 0, 0),
        Ink::Text => (26, 30, 34),
        Ink::Quiet => (84, 92, 100),
        Ink::Accent => (13, 92, 70),
        Ink::Warning => (176, 74, 6),
        Ink::Hairline => (208, 214, 218),
        Ink::Tint => (238, 245, 242),
        Ink::Paper => (255, 255, 255),
    };
    rgb::Color::new(red, green, blue)
}

/// What is said about a file.
pub(crate) struct About<'a> {
    pub title: &'a str,
    /// BCP 47.
    pub language: &'a str,
    pub made: DateTime,
}

/// The marks of `laid` are `unit` points large.
pub(crate) fn write(
    laid: &Laid,
    unit: f32,
    about: &About<'_>,
    pictures: Vec<Image>,
) -> Result<Vec<u8>, PaperError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PaperError::File(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pen = Pen {
        document: Document::new_with(settings),
        regular: Font::new(REGULAR.into(), 0).ok_or(PaperError::Typeface)?,
        bold: Font::new(BOLD.into(), 0).ok_or(PaperError::Typeface)?,
        unit,
        pictures,
        pieces: vec![Vec::new(); laid.leaves],
    };
    for page in &laid.pages {
        pen.page(page)?;
    }
    pen.document.set_outline(outline(&laid.parts, unit));
    let tags = tags(&laid.parts, pen.pieces, about.language);
    pen.document.set_tag_tree(tags);
    let metadata = Metadata::new()
        .title(about.title.to_owned())
        .language(about.language.to_owned())
        .creation_date(about.made);
    pen.document.set_metadata(metadata);
    pen.document.finish().map_err(|error| match error {
        KrillaError::Image(_, Some(index), reason) => {
            PaperError::Picture { index: index.get() as usize - 1, reason }
        }
        // Not with its details: they can quote the text.
        KrillaError::Validation(errors) => {
            PaperError::File(format!("{} rules of PDF are not kept", errors.len()))
        }
        error => PaperError::File(error.to_string()),
    })
}

/// A time of day at an unknown place. Fields of a calendar date are never negative.
pub(crate) fn moment(made: jiff::civil::DateTime) -> DateTime {
    DateTime::new(made.year().unsigned_abs())
        .month(made.month().unsigned_abs())
        .day(made.day().unsigned_abs())
        .hour(made.hour().unsigned_abs())
        .minute(made.minute().unsigned_abs())
        .second(made.second().unsigned_abs())
}

/// The same with its distance from UTC.
pub(crate) fn zoned(made: &jiff::Zoned) -> DateTime {
    let offset = made.offset().seconds() / 60;
    moment(made.datetime())
        .utc_offset_hour((offset / 60) as i8)
        .utc_offset_minute((offset % 60).unsigned_abs() as u8)
}

struct Pen {
    document: Document,
    regular: Font,
    bold: Font,
    /// Points to a unit of the layout.
    unit: f32,
    pictures: Vec<Image>,
    /// For each leaf, where it stands in the file.
    pieces: Vec<Vec<Identifier>>,
}

impl Pen {
    fn page(&mut self, page: &Page) -> Result<(), PaperError> {
        let size = PageSettings::from_wh(page.width * self.unit, page.height * self.unit);
        let size = size.ok_or_else(|| PaperError::File("a page without size".to_owned()))?;
        let mut sheet = self.document.start_page_with(size);
        let mut surface = sheet.surface();
        surface.push_transform(&Transform::from_scale(self.unit, self.unit));
        for mark in &page.marks {
            match mark {
                Mark::Text { x, baseline, text, style, ink, leaf } => {
                    let font = if style.weight == Weight::Bold { &self.bold } else { &self.regular };
                    fill(&mut surface, color(*ink));
                    let piece = surface.start_tagged(match leaf {
                        Some(_) => ContentTag::Span(SpanTag::empty()),
                        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
                    });
                    let start = Point::from_xy(*x, *baseline);
                    let narrowed = style.narrow < 1.0;
                    if narrowed {
                        surface.push_transform(&Transform::from_translate(*x, 0.0));
                        surface.push_transform(&Transform::from_scale(style.narrow, 1.0));
                        surface.push_transform(&Transform::from_translate(-*x, 0.0));
                    }
                    surface.draw_text(start, font.clone(), style.em, text, false, TextDirection::LeftToRight);
                    (0..if narrowed { 3 } else { 0 }).for_each(|_| surface.pop());
                    surface.end_tagged();
                    note(&mut self.pieces, *leaf, piece);
                }
                Mark::Box { x, y, width, height, ink } => {
                    fill(&mut surface, color(*ink));
                    decoration(&mut surface, rectangle(*x, *y, *width, *height));
                }
                Mark::Disc { x, y, radius, ink } => {
                    fill(&mut surface, color(*ink));
                    decoration(&mut surface, disc(*x, *y, *radius));
                }
                Mark::Tick { x, y, size, ink } => tick(&mut surface, *x, *y, *size, *ink),
                Mark::Sign { x, y, ok } => sign(&mut surface, *x, *y, *ok),
                Mark::Code { x, y, module, code, leaf } => {
                    let mut path = PathBuilder::new();
                    for (column, row) in dark(code) {
                        let (x, y) = (x + column as f32 * module, y + row as f32 * module);
                        Rect::from_xywh(x, y, *module, *module)
                            .into_iter()
                            .for_each(|dot| path.push_rect(dot));
                    }
                    let Some(path) = path.finish() else { continue };
                    fill(&mut surface, color(Ink::Black));
                    let piece = surface.start_tagged(ContentTag::Other);
                    surface.draw_path(&path);
                    surface.end_tagged();
                    note(&mut self.pieces, Some(*leaf), piece);
                }
                Mark::Picture { x, y, width, height, index, leaf } => {
                    let (Some(image), Some(size)) =
                        (self.pictures.get(*index), Size::from_wh(*width, *height))
                    else {
                        continue;
                    };
                    let piece = surface.start_tagged(ContentTag::Other);
                    surface.set_location(NonZeroU64::MIN.saturating_add(*index as u64));
                    surface.push_transform(&Transform::from_translate(*x, *y));
                    surface.draw_image(image.clone(), size);
                    surface.pop();
                    surface.reset_location();
                    surface.end_tagged();
                    note(&mut self.pieces, Some(*leaf), piece);
                }
            }
        }
        surface.pop();
        surface.finish();
        sheet.finish();
        Ok(())
    }
}

fn note(pieces: &mut [Vec<Identifier>], leaf: Option<Leaf>, piece: Identifier) {
    if let Some(pieces) = leaf.and_then(|leaf| pieces.get_mut(leaf)) {
        pieces.push(piece);
    }
}

fn fill(surface: &mut Surface, color: rgb::Color) {
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: color.into(), ..Fill::default() }));
}

fn decoration(surface: &mut Surface, path: Option<Path>) {
    if let Some(path) = path {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.draw_path(&path);
        surface.end_tagged();
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

fn disc(cx: f32, cy: f32, radius: f32) -> Option<Path> {
    // How far the handles of a quarter circle reach.
    let handle = radius * 0.552_285;
    let mut disc = PathBuilder::new();
    disc.move_to(cx + radius, cy);
    let mut from = (radius, 0.0);
    for to in [(0.0, radius), (-radius, 0.0), (0.0, -radius), (radius, 0.0)] {
        let near = |p: (f32, f32), q: (f32, f32)| {
            (cx + p.0 + q.0 / radius * handle, cy + p.1 + q.1 / radius * handle)
        };
        let (a, b) = (near(from, to), near(to, from));
        disc.cubic_to(a.0, a.1, b.0, b.1, cx + to.0, cy + to.1);
        from = to;
    }
    disc.close();
    disc.finish()
}

/// 13 points wide.
fn sign(surface: &mut Surface, x: f32, y: f32, ok: bool) {
    fill(surface, color(if ok { Ink::Accent } else { Ink::Warning }));
    decoration(surface, disc(x + 6.5, y + 6.5, 6.5));
    if ok {
        return tick(surface, x + 2.6, y + 2.6, 7.8, Ink::Paper);
    }
    let (cx, cy) = (x + 6.5, y + 6.5);
    let mut line = PathBuilder::new();
    line.move_to(cx, cy - 3.4);
    line.line_to(cx, cy + 0.8);
    line.move_to(cx, cy + 3.2);
    line.line_to(cx, cy + 3.3);
    stroke(surface, line, 1.6, Ink::Paper);
}

fn tick(surface: &mut Surface, x: f32, y: f32, size: f32, ink: Ink) {
    let mut line = PathBuilder::new();
    line.move_to(x + size * 0.10, y + size * 0.54);
    line.line_to(x + size * 0.38, y + size * 0.82);
    line.line_to(x + size * 0.90, y + size * 0.22);
    stroke(surface, line, size * 0.2, ink);
}

fn stroke(surface: &mut Surface, line: PathBuilder, width: f32, ink: Ink) {
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: color(ink).into(),
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        opacity: NormalizedF32::ONE,
        ..Stroke::default()
    }));
    decoration(surface, line.finish());
}

/// Bookmarks: the title, the sections, the documents.
fn outline(parts: &[Part], unit: f32) -> Outline {
    let mut outline = Outline::new();
    for part in parts {
        if let Part::Heading { text, page, y, .. } = part {
            let place = XyzDestination::new(*page, Point::from_xy(0.0, *y * unit));
            outline.push_child(OutlineNode::new(text.clone(), place));
        }
    }
    outline
}

/// What a screen reader goes by.
fn tags(parts: &[Part], mut pieces: Vec<Vec<Identifier>>, language: &str) -> TagTree {
    let mut filled = |mut group: TagGroup, leaf: Leaf| {
        for piece in pieces.get_mut(leaf).map(std::mem::take).unwrap_or_default() {
            group.push(piece);
        }
        group
    };
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for part in parts {
        tree.push(match part {
            Part::Heading { level, text, leaf, .. } => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                filled(TagGroup::new(Tag::Hn(level, Some(text.clone()))), *leaf)
            }
            Part::Paragraph(leaves) => {
                leaves.iter().fold(TagGroup::new(Tag::P), |group, leaf| filled(group, *leaf))
            }
            Part::List(points) => {
                let numbered = points.iter().any(|(number, _)| number.is_some());
                let numbering = if numbered { ListNumbering::Decimal } else { ListNumbering::None };
                let points = points.iter().map(|(number, point)| {
                    let number = number.map(|number| filled(TagGroup::new(Tag::Lbl), number).into());
                    let point = filled(TagGroup::new(Tag::LBody), *point).into();
                    TagGroup::with_children(Tag::LI, number.into_iter().chain([point]).collect()).into()
                });
                TagGroup::with_children(Tag::L(numbering), points.collect())
            }
            Part::Picture { alt, leaf } => filled(TagGroup::new(Tag::Figure(Some(alt.clone()))), *leaf),
            Part::Table(rows) => {
                let rows = rows.iter().map(|(label, value)| {
                    let label = filled(TagGroup::new(Tag::TH(TableHeaderScope::Row)), *label);
                    let value = filled(TagGroup::new(Tag::TD), *value);
                    TagGroup::with_children(Tag::TR, vec![label.into(), value.into()]).into()
                });
                TagGroup::with_children(Tag::Table, rows.collect())
            }
        });
    }
    tree
}
