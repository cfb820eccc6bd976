//! A document as a drawing in two layers: the form, as it came from the printing works, and the ink, which a poor
//! printer put on it; and where each field came to lie.

use crate::ink::{self, Ink};
use crate::{Dice, FieldPlace, Kind, Specimen};
use image::{Rgba, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, OnceLock};

/// A drawing could not be made; only a mistake in a template leads here.
#[derive(Debug, thiserror::Error)]
#[error("the drawing of a {what} failed: {why}")]
pub struct DrawError {
    what: String,
    why: String,
}

impl DrawError {
    pub(crate) fn new(what: &str, why: String) -> Self {
        Self { what: what.to_owned(), why }
    }
}

/// How text looks.
#[derive(Clone)]
pub(crate) struct Pen {
    pub font: &'static str,
    pub size: f32,
    pub bold: bool,
    pub colour: &'static str,
    pub spacing: f32,
    pub anchor: &'static str,
}

impl Pen {
    pub fn new(font: &'static str, size: f32) -> Self {
        Self { font, size, bold: false, colour: "#16202a", spacing: 0.0, anchor: "start" }
    }

    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    pub fn colour(mut self, colour: &'static str) -> Self {
        self.colour = colour;
        self
    }

    pub fn sized(&self, size: f32) -> Self {
        Self { size, ..self.clone() }
    }

    pub fn spaced(mut self, spacing: f32) -> Self {
        self.spacing = spacing;
        self
    }

    pub fn anchored(mut self, anchor: &'static str) -> Self {
        self.anchor = anchor;
        self
    }

    /// Smaller where the text would be wider than there is room; by the usual width of capitals.
    fn fitting(&self, text: &str, room: f32) -> Self {
        let narrow = if self.font.contains("Narrow") || self.font.contains("Condensed") { 0.82 } else { 1.0 };
        let wide =
            if self.bold || self.font.contains("Mono") || self.font.contains("DejaVu") { 0.72 } else { 0.66 };
        let width = text.chars().count() as f32 * (self.size * wide * narrow + self.spacing);
        self.sized(self.size * (room / width).min(1.0))
    }

    fn element(&self, x: f32, y: f32, text: &str, more: &str) -> String {
        let weight = if self.bold { "bold" } else { "normal" };
        let (font, stretch) = match self.font.strip_suffix(" Condensed") {
            Some(family) => (family, "condensed"),
            None => (self.font, "normal"),
        };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-family=\"{font}\" font-stretch=\"{stretch}\" font-size=\"{:.2}\" font-weight=\"{weight}\" \
             fill=\"{}\" letter-spacing=\"{:.2}\" text-anchor=\"{}\" xml:space=\"preserve\" {more}>{text}</text>",
            self.size, self.colour, self.spacing, self.anchor
        )
    }
}

/// A document being drawn, in units of its own.
pub(crate) struct Drawing {
    kind: Kind,
    size: (f32, f32),
    mm: (f32, f32),
    corner: f32,
    form: String,
    ink: String,
    truth: BTreeMap<&'static str, String>,
}

impl Drawing {
    /// `size` in units, `mm` in millimetres, corners rounded by `corner` units.
    pub fn new(kind: Kind, size: (f32, f32), mm: (f32, f32), corner: f32) -> Self {
        Self { kind, size, mm, corner, form: String::new(), ink: String::new(), truth: BTreeMap::new() }
    }

    /// SVG of the form.
    pub fn form(&mut self, svg: &str) {
        self.form += svg;
    }

    /// Text of the form.
    pub fn label(&mut self, x: f32, y: f32, pen: &Pen, text: &str) {
        self.form += &pen.element(x, y, text, "");
    }

    /// Text of the printer, no wider than `room`.
    pub fn print(&mut self, x: f32, y: f32, room: f32, pen: &Pen, text: &str) {
        self.ink += &pen.fitting(text, room).element(x, y, text, "");
    }

    /// A field that can be read: printed as `text`, and in truth `truth`.
    pub fn field(&mut self, name: &'static str, truth: &str, at: (f32, f32, f32), pen: &Pen, text: &str) {
        let (x, y, room) = at;
        self.ink += &pen.fitting(text, room).element(x, y, text, &format!("id=\"{name}\""));
        self.truth.insert(name, truth.to_owned());
    }

    /// Says what is true of the document beyond its fields.
    pub fn tell(&mut self, name: &'static str, truth: &str) {
        self.truth.insert(name, truth.to_owned());
    }

    /// The picture: form, ink as the printer left it, traces of use.
    pub fn finished(self, ink: Ink, dice: &mut Dice) -> Result<Specimen, DrawError> {
        let scale = PIXELS_PER_MM.min(2400.0 / self.mm.1.max(self.mm.0)) * self.mm.0 / self.size.0;
        let (width, height) = self.size;
        let clip = format!(
            "<defs><clipPath id=\"edge\"><rect width=\"{width}\" height=\"{height}\" rx=\"{}\"/></clipPath></defs>",
            self.corner
        );
        let form =
            rendered(&self.wrapped(&format!("{clip}<g clip-path=\"url(#edge)\">{}</g>", self.form)), scale)?;
        let register = match ink {
            Ink::Shifted { right, down, turn } => format!("translate({right} {down}) rotate({turn})"),
            _ => String::new(),
        };
        let tree = parsed(&self.wrapped(&format!("<g transform=\"{register}\">{}</g>", self.ink)))?;
        let mut printed = pixmap(&tree, scale)?;
        let places = self.places(&tree, scale);
        let tallest = places.iter().map(|place| place.area[3] - place.area[1]).fold(8.0_f32, f32::max);
        ink::printed_by(ink, &mut printed, tallest, dice);

        let mut picture = laid_over(&form, &printed);
        let wear = rendered(&self.wrapped(&ink::wear(self.size, self.corner > 0.0, dice)), scale)?;
        ink::used(&mut picture, &wear, dice);
        let mut specimen =
            Specimen { kind: self.kind, picture, mm: self.mm, truth: self.truth, places, print: ink.name() };
        specimen.measure();
        Ok(specimen)
    }

    fn wrapped(&self, content: &str) -> String {
        let (width, height) = self.size;
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">{content}</svg>")
    }

    fn places(&self, tree: &usvg::Tree, scale: f32) -> Vec<FieldPlace> {
        let place = |name: &&'static str| {
            // Of the ink itself: the box of the text is as high as its font.
            let usvg::Node::Text(text) = tree.node_by_id(name)? else { return None };
            let found = text.flattened().abs_bounding_box();
            let area = [found.left(), found.top(), found.right(), found.bottom()].map(|c| c * scale);
            Some(FieldPlace { name, area, ink: 0.0, paper: 1.0 })
        };
        self.truth.keys().filter_map(place).collect()
    }
}

/// Cards are drawn at about 380 dpi, sheets at as much as a camera can make use of.
const PIXELS_PER_MM: f32 = 15.0;

fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = fontdb::Database::new();
            fonts.load_system_fonts();
            Arc::new(fonts)
        })
        .clone()
}

fn parsed(svg: &str) -> Result<usvg::Tree, DrawError> {
    let options = usvg::Options { fontdb: fonts(), ..Default::default() };
    let failed = |why: usvg::Error| DrawError { what: svg.chars().take(90).collect(), why: why.to_string() };
    usvg::Tree::from_str(svg, &options).map_err(failed)
}

fn pixmap(tree: &usvg::Tree, scale: f32) -> Result<Pixmap, DrawError> {
    let size = tree.size();
    let (width, height) = ((size.width() * scale).round(), (size.height() * scale).round());
    let empty = || DrawError { what: format!("{width} × {height} picture"), why: "it is empty".into() };
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or_else(empty)?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// An SVG as pixels, `scale` of them a unit.
pub(crate) fn rendered(svg: &str, scale: f32) -> Result<Pixmap, DrawError> {
    pixmap(&parsed(svg)?, scale)
}

fn laid_over(form: &Pixmap, ink: &Pixmap) -> RgbaImage {
    let pairs = form.pixels().iter().zip(ink.pixels());
    let mut bytes = Vec::with_capacity(form.data().len());
    for (under, over) in pairs {
        let left = 255 - u32::from(over.alpha());
        let mix = |under: u8, over: u8| u32::from(over) + (u32::from(under) * left + 127) / 255;
        // What is printed beside the paper stays nowhere.
        let cover = u32::from(under.alpha());
        let plain = |under: u8, over: u8| {
            if cover == 0 { 0 } else { (mix(under, over) * 255 / cover.max(1)).min(255) as u8 }
        };
        bytes.extend([
            plain(under.red(), over.red()),
            plain(under.green(), over.green()),
            plain(under.blue(), over.blue()),
            under.alpha(),
        ]);
    }
    RgbaImage::from_raw(form.width(), form.height(), bytes)
        .unwrap_or_else(|| RgbaImage::from_pixel(1, 1, Rgba([255; 4])))
}

/// A face nobody has.
pub(crate) fn portrait(x: f32, y: f32, width: f32, height: f32, woman: bool, dice: &mut Dice) -> String {
    let ground = dice.pick(&["#b3282d", "#2a55a8", "#a82029", "#3565b5"]);
    let skin = dice.pick(&["#e0a983", "#c98d65", "#b97c54", "#eec19e"]);
    let cloth = dice.pick(&["#2c7579", "#5a3f7a", "#9a7b4f", "#303846", "#c9c3b8", "#7a2f45"]);
    let shirt = dice.pick(&["#f3efe6", "#4c6a8f", "#7b8a6a", "#e0d7c8", "#343a44"]);
    let (cx, face) = (x + width * dice.between(0.46, 0.54), width * dice.between(0.20, 0.24));
    let cy = y + height * dice.between(0.40, 0.46);
    let mut svg = format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\">\
         <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\
         <ellipse cx=\"{cx}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"{shirt}\"/>",
        y + height * 1.05,
        width * 0.48,
        height * 0.32
    );
    let veil = woman && dice.chance(0.7);
    if veil {
        let _ = write!(
            svg,
            "<path d=\"M{} {} C{} {} {} {} {} {} L{} {} C{} {} {} {} {} {} Z\" fill=\"{cloth}\"/>",
            cx - face * 1.5,
            y + height * 0.98,
            cx - face * 1.9,
            cy - face * 2.6,
            cx + face * 1.9,
            cy - face * 2.6,
            cx + face * 1.5,
            y + height * 0.98,
            cx + face * 1.5,
            y + height * 0.98,
            cx + face,
            y + height,
            cx - face,
            y + height,
            cx - face * 1.5,
            y + height * 0.98
        );
    } else {
        let hair = if woman { 1.9 } else { 1.35 };
        let _ = write!(
            svg,
            "<ellipse cx=\"{cx}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"#1d1a1a\"/>\
             <rect x=\"{}\" y=\"{cy}\" width=\"{}\" height=\"{}\" fill=\"{skin}\"/>",
            cy - face * 0.25,
            face * 1.16,
            face * hair,
            cx - face * 0.42,
            face * 0.84,
            face * 2.0
        );
    }
    let _ =
        write!(svg, "<ellipse cx=\"{cx}\" cy=\"{cy}\" rx=\"{face}\" ry=\"{}\" fill=\"{skin}\"/>", face * 1.3);
    for side in [-1.0, 1.0] {
        let eye = cx + side * face * 0.42;
        let _ = write!(
            svg,
            "<ellipse cx=\"{eye}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"#2b1d16\"/>\
             <path d=\"M{} {} h{}\" stroke=\"#2b1d16\" stroke-width=\"{}\"/>",
            cy - face * 0.15,
            face * 0.15,
            face * 0.09,
            eye - face * 0.22,
            cy - face * 0.42,
            face * 0.44,
            face * 0.08
        );
    }
    let _ = write!(
        svg,
        "<path d=\"M{} {} q{} {} {} 0\" stroke=\"#a35f4d\" stroke-width=\"{}\" fill=\"none\"/></svg>",
        cx - face * 0.35,
        cy + face * 0.62,
        face * 0.35,
        face * 0.2,
        face * 0.7,
        face * 0.12
    );
    svg
}

/// Somebody's signature.
pub(crate) fn signature(x: f32, y: f32, width: f32, dice: &mut Dice) -> String {
    let colour = dice.pick(&["#1d2430", "#22397c", "#2b2b2b"]);
    let mut path = format!("M{x:.0} {y:.0}");
    let steps = dice.whole(4, 8);
    for step in 1..=steps {
        let at = x + width * step as f32 / steps as f32;
        let _ = write!(
            path,
            " Q{:.0} {:.0} {at:.0} {:.0}",
            at - width * dice.between(0.05, 0.25),
            y + width * dice.around(0.4),
            y + width * dice.around(0.12)
        );
    }
    format!(
        "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{:.1}\" stroke-linecap=\"round\"/>",
        width * 0.018
    )
}

/// The marks that no specimen is without: a pale word across, and a red stamp.
pub(crate) fn marks(size: (f32, f32), stamp: (f32, f32), dice: &mut Dice) -> String {
    let (width, height) = size;
    let large = width * dice.between(0.11, 0.15);
    let small = width.min(height) * 0.055;
    format!(
        "<text transform=\"translate({} {}) rotate({})\" font-family=\"Liberation Sans\" font-weight=\"bold\" \
         font-size=\"{large}\" fill=\"#51789a\" opacity=\"{}\" letter-spacing=\"8\">SPECIMEN</text>\
         <g transform=\"translate({} {}) rotate({})\"><rect width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#c0262d\" \
         stroke-width=\"{}\"/><text x=\"{}\" y=\"{}\" font-family=\"Liberation Sans\" font-weight=\"bold\" \
         font-size=\"{small}\" fill=\"#c0262d\" text-anchor=\"middle\">CONTOH</text></g>",
        width * dice.between(0.05, 0.15),
        height * dice.between(0.8, 0.95),
        -(height / width).atan().to_degrees() * 0.8,
        dice.between(0.08, 0.22),
        stamp.0,
        stamp.1,
        dice.around(9.0),
        small * 4.8,
        small * 1.5,
        small * 0.12,
        small * 2.4,
        small * 1.12
    )
}
