//! What is around the document: the desk and what lies on it, and the hand that holds it.

use crate::drawing::{DrawError, rendered};
use crate::shot::setup::{Desk, Setup};
use crate::shot::view::View;
use crate::{Dice, Specimen};
use resvg::tiny_skia::Pixmap;
use std::fmt::Write;

/// What is below and above the document, in pixels of the picture (red, green, blue; and cover).
pub(crate) struct Around {
    pub below: Vec<[u8; 3]>,
    pub above: Option<Vec<[u8; 4]>>,
}

pub(crate) fn draw(
    setup: &Setup,
    view: &View,
    specimen: &Specimen,
    size: (u32, u32),
    dice: &mut Dice,
) -> Result<Around, DrawError> {
    let mut svg = desk(setup.desk, specimen, size, dice);
    let (width, height) = (size.0 as f32, size.1 as f32);
    for _ in 0..setup.papers {
        svg += &paper(width, height, dice);
    }
    for _ in 0..setup.clutter {
        svg += &thing(width, height, dice);
    }
    let mut hand = String::new();
    if setup.fingers > 0 {
        let (palm, fingers) = hand_at(setup, view, specimen, dice);
        svg += &palm;
        hand = fingers;
    }
    let wrap = |content: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">{content}</svg>")
    };
    let below = rendered(&wrap(&svg), 1.0)?;
    let above = if hand.is_empty() { None } else { Some(plain(&rendered(&wrap(&hand), 1.0)?)) };
    Ok(Around { below: plain(&below).iter().map(|[r, g, b, _]| [*r, *g, *b]).collect(), above })
}

fn plain(pixmap: &Pixmap) -> Vec<[u8; 4]> {
    let bytes = pixmap.pixels().iter().map(|pixel| {
        if pixel.alpha() == 255 || pixel.alpha() == 0 {
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        } else {
            let colour = pixel.demultiply();
            [colour.red(), colour.green(), colour.blue(), colour.alpha()]
        }
    });
    bytes.collect()
}

fn desk(desk: Desk, specimen: &Specimen, size: (u32, u32), dice: &mut Dice) -> String {
    let (width, height) = (size.0 as f32, size.1 as f32);
    let fill = |colour: &str| format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>");
    match desk {
        Desk::Wood => {
            let wood =
                dice.pick(&["#b98a5a", "#8a5a34", "#5a3822", "#d8b98a", "#a9744a", "#c9a16e", "#e6d3b3"]);
            let mut svg = fill(wood);
            if dice.chance(0.4) {
                let step = height * dice.between(0.15, 0.5);
                let mut y = dice.unit() * step;
                while y < height {
                    let _ = write!(
                        svg,
                        "<path d=\"M0 {y} H{width}\" stroke=\"#2a1a0e\" stroke-width=\"3\" opacity=\".6\"/>"
                    );
                    y += step;
                }
            }
            svg
        }
        Desk::Plain => fill(dice.pick(&[
            "#2c2f33", "#e9e9e6", "#7d8287", "#3d4f63", "#c7bfae", "#151618", "#9aa7a0", "#6b3f2f",
            "#f4f4f2", "#4a6f55",
        ])),
        Desk::Cloth => cloth(width, height, dice),
        Desk::Stone => fill(dice.pick(&["#b9b4ab", "#8f8a84", "#4c4a48", "#d9d5cc"])),
        Desk::Tray => tray(width, height, dice),
        Desk::Same => {
            let [r, g, b] = edge_colour(specimen);
            let nearly = |c: f32, by: f32| (c + by).clamp(0.0, 255.0) as u8;
            let by = dice.pick(&[-1.0, 1.0]) * dice.between(5.0, 26.0);
            fill(&format!(
                "#{:02x}{:02x}{:02x}",
                nearly(r, by),
                nearly(g, by),
                nearly(b, by + dice.around(5.0))
            ))
        }
    }
}

/// Mean colour along the edge of the document.
fn edge_colour(specimen: &Specimen) -> [f32; 3] {
    let (width, height) = specimen.picture.dimensions();
    let places = (0..64).flat_map(|step| {
        let (x, y) = ((width - 1) * step / 63, (height - 1) * step / 63);
        [(x, 8), (x, height - 9), (8, y), (width - 9, y)]
    });
    let mut sum = [0.0; 4];
    for (x, y) in places {
        let pixel = specimen.picture.get_pixel(x, y).0;
        if pixel[3] == 255 {
            for (sum, value) in sum.iter_mut().zip([pixel[0], pixel[1], pixel[2], 1]) {
                *sum += f32::from(value);
            }
        }
    }
    [0, 1, 2].map(|c| sum[c] / sum[3].max(1.0))
}

fn cloth(width: f32, height: f32, dice: &mut Dice) -> String {
    let (ground, figure, other) = dice.pick(&[
        ("#a33b3b", "#f0e6da", "#5d1f1f"),
        ("#f2efe6", "#3d5f9c", "#b9c6df"),
        ("#4b2e1a", "#c99a4f", "#e9d3a1"),
        ("#21452f", "#d8c97a", "#8fae7a"),
        ("#e7e2d6", "#8a7c66", "#c9bda6"),
        ("#253050", "#8fa3c9", "#e8e2d0"),
    ]);
    let side = height * dice.between(0.03, 0.14);
    let half = side / 2.0;
    let figure = match dice.whole(0, 3) {
        0 => format!(
            "<rect width=\"{half}\" height=\"{side}\" fill=\"{figure}\" opacity=\".6\"/><rect width=\"{side}\" height=\"{half}\" fill=\"{other}\" opacity=\".6\"/>"
        ),
        1 => format!(
            "<circle cx=\"{half}\" cy=\"{half}\" r=\"{}\" fill=\"{figure}\"/><circle r=\"{}\" fill=\"{other}\"/>",
            side * 0.28,
            side * 0.2
        ),
        2 => format!("<rect width=\"{}\" height=\"{side}\" fill=\"{figure}\"/>", side * 0.4),
        _ => format!(
            "<path d=\"M{half} 0 Q{side} {half} {half} {side} Q0 {half} {half} 0 Z\" fill=\"{figure}\"/><circle cx=\"{half}\" cy=\"{half}\" r=\"{}\" fill=\"{ground}\"/><path d=\"M0 0 L{side} {side} M{side} 0 L0 {side}\" stroke=\"{other}\" stroke-width=\"2\"/>",
            side * 0.15
        ),
    };
    format!(
        "<defs><pattern id=\"cloth\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({})\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"{ground}\"/>{figure}</pattern></defs>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"url(#cloth)\"/>",
        dice.pick(&[0.0, 45.0, dice.clone().between(0.0, 90.0)])
    )
}

/// A plastic tray: a floor, and rims that look like the edges of a sheet.
fn tray(width: f32, height: f32, dice: &mut Dice) -> String {
    let (floor, rim) = dice.pick(&[
        ("#33363a", "#4b4f55"),
        ("#c9ccd0", "#e3e5e8"),
        ("#5b6066", "#3f4349"),
        ("#1e2022", "#3a3d40"),
    ]);
    let (left, top) = (width * dice.between(0.0, 0.06), height * dice.between(0.0, 0.05));
    format!(
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{rim}\"/><rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" \
         rx=\"{}\" fill=\"{floor}\" stroke=\"#00000055\" stroke-width=\"5\"/>",
        width - 2.0 * left,
        height - 2.0 * top,
        dice.between(0.0, 30.0)
    )
}

/// Another sheet, with something printed on it.
fn paper(width: f32, height: f32, dice: &mut Dice) -> String {
    let (x, y, turn) = (width * dice.unit(), height * dice.unit(), dice.between(0.0, 360.0));
    let (w, h) = (height * dice.between(0.4, 1.1), height * dice.between(0.4, 1.3));
    let colour = dice.pick(&["#f6f5f0", "#ffffff", "#eee7d3", "#dfe9f2", "#f3d9d9", "#dcdcda"]);
    let mut svg = format!(
        "<g transform=\"translate({x} {y}) rotate({turn}) translate({} {})\"><rect x=\"8\" y=\"10\" width=\"{w}\" height=\"{h}\" \
         fill=\"#000\" opacity=\".3\"/><rect width=\"{w}\" height=\"{h}\" fill=\"{colour}\"/>",
        -w / 2.0,
        -h / 2.0
    );
    let size = height * dice.between(0.012, 0.03);
    let mut line = h * 0.08;
    while line < h * 0.92 {
        if dice.chance(0.85) {
            let words: String = (0..(w / size * 1.3) as u32)
                .map(|_| dice.pick(&['e', 'a', 'n', 'u', ' ', 'k', 'g', 'i', ' ', 't']))
                .collect();
            let _ = write!(
                svg,
                "<text x=\"{}\" y=\"{line}\" font-family=\"Liberation Serif\" font-size=\"{size}\" fill=\"#333\">{words}</text>",
                w * 0.08
            );
        }
        line += size * 1.5;
    }
    if dice.chance(0.4) {
        let _ = write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#333\" stroke-width=\"3\"/>",
            w * 0.1,
            h * 0.2,
            w * 0.8,
            h * 0.4
        );
    }
    svg + "</g>"
}

/// A pen, a cup, a phone, a sticker, a ruler, keys.
fn thing(width: f32, height: f32, dice: &mut Dice) -> String {
    let (x, y, turn) = (width * dice.unit(), height * dice.unit(), dice.between(0.0, 360.0));
    let unit = height * dice.between(0.7, 1.3);
    let colour =
        dice.pick(&["#1a1a1d", "#c0392b", "#2563a8", "#e2b93b", "#f0f0f0", "#2f7d4f", "#7a4b8a", "#b08d57"]);
    let shape = match dice.whole(0, 5) {
        0 => format!(
            "<rect width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{colour}\"/><rect width=\"{}\" height=\"{}\" fill=\"#ccc\"/>",
            unit * 0.42,
            unit * 0.026,
            unit * 0.012,
            unit * 0.06,
            unit * 0.026
        ),
        1 => format!(
            "<circle r=\"{}\" fill=\"{colour}\"/><circle r=\"{}\" fill=\"#3b2412\"/>",
            unit * 0.12,
            unit * 0.10
        ),
        2 => format!(
            "<rect width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"#101114\" stroke=\"{colour}\" stroke-width=\"6\"/>",
            unit * 0.2,
            unit * 0.42,
            unit * 0.03
        ),
        3 => format!("<rect width=\"{}\" height=\"{}\" fill=\"{colour}\"/>", unit * 0.16, unit * 0.16),
        4 => {
            let mut ruler = format!(
                "<rect width=\"{}\" height=\"{}\" fill=\"#e9e2b8\"/><path stroke=\"#333\" stroke-width=\"2\" d=\"",
                unit * 0.8,
                unit * 0.07
            );
            for mark in 0..40 {
                let _ = write!(ruler, "M{} 0 v{} ", unit * 0.02 * mark as f32, unit * 0.02);
            }
            ruler + "\"/>"
        }
        _ => format!(
            "<circle r=\"{0}\" fill=\"none\" stroke=\"#b9b9b9\" stroke-width=\"6\"/><rect x=\"{0}\" width=\"{1}\" height=\"{2}\" fill=\"#c9b26a\"/>",
            unit * 0.035,
            unit * 0.09,
            unit * 0.02
        ),
    };
    format!(
        "<g transform=\"translate({} {}) rotate({turn})\"><g transform=\"translate(6 9)\" opacity=\".25\">{shape}</g></g><g transform=\"translate({x} {y}) rotate({turn})\">{shape}</g>",
        x + 4.0,
        y + 6.0
    )
}

/// The palm behind the document, and the fingers over one of its edges.
fn hand_at(setup: &Setup, view: &View, specimen: &Specimen, dice: &mut Dice) -> (String, String) {
    let skin = dice.pick(&[
        ["#6d4630", "#8f6145", "#a97a5c", "#b98a6b"],
        ["#9a6a4c", "#bd8a68", "#d3a07c", "#deb08d"],
        ["#4a2f20", "#664433", "#7f5844", "#8e6650"],
    ]);
    let (half_width, half_height) = (specimen.mm.0 / 2.0, specimen.mm.1 / 2.0);
    let side = dice.whole(0, 3);
    let first = dice.around(0.55);
    let mut fingers = String::new();
    let mut palm = String::new();
    for finger in 0..setup.fingers {
        let along = (first + 0.03 * dice.around(1.0))
            * if side.is_multiple_of(2) { half_width } else { half_height }
            + 19.0 * finger as f32;
        let reach = setup.reach * dice.between(0.75, 1.0);
        // A place `depth` millimetres inside the edge.
        let place = |depth: f32, aside: f32| match side {
            0 => view.to_picture(along + aside, -half_height + depth),
            1 => view.to_picture(half_width - depth, along + aside),
            2 => view.to_picture(along + aside, half_height - depth),
            _ => view.to_picture(-half_width + depth, along + aside),
        };
        let lean = dice.around(14.0);
        let (tip, root) = (place(reach - 8.0, 0.0), place(-85.0, lean));
        let (across, down) = view.scale(0.0, 0.0);
        let thick = across.max(down) * dice.between(14.0, 18.0);
        let path = format!("M{:.1} {:.1} L{:.1} {:.1}", tip[0], tip[1], root[0], root[1]);
        for (shade, share) in skin.iter().zip([1.0, 0.86, 0.62, 0.34]) {
            let _ = write!(
                fingers,
                "<path d=\"{path}\" stroke=\"{shade}\" stroke-width=\"{:.1}\" stroke-linecap=\"round\" fill=\"none\"/>",
                thick * share
            );
        }
        if dice.chance(0.7) {
            let nail = place(reach - 5.0, 0.0);
            let turn = (root[1] - tip[1]).atan2(root[0] - tip[0]).to_degrees();
            let _ = write!(
                fingers,
                "<ellipse transform=\"translate({:.1} {:.1}) rotate({turn:.1})\" rx=\"{:.1}\" ry=\"{:.1}\" fill=\"#e9c3b0\" \
                 stroke=\"{}\" stroke-width=\"2\"/>",
                nail[0],
                nail[1],
                thick * 0.36,
                thick * 0.27,
                skin[0]
            );
        }
        if setup.held && finger == 0 {
            let (near, far) = (place(-60.0, 0.0), place(25.0, 0.0));
            for (shade, share) in skin.iter().zip([1.0, 0.93, 0.8, 0.6]) {
                let _ = write!(
                    palm,
                    "<path d=\"M{:.1} {:.1} L{:.1} {:.1}\" stroke=\"{shade}\" stroke-width=\"{:.1}\" stroke-linecap=\"round\"/>",
                    near[0],
                    near[1],
                    far[0],
                    far[1],
                    thick * 4.2 * share
                );
            }
        }
    }
    (palm, fingers)
}
