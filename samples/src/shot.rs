//! A specimen in front of a camera.

mod label;
mod paint;
mod sensor;
mod setup;
mod things;
mod view;

use crate::drawing::DrawError;
use crate::{Dice, Specimen};
use image::RgbImage;
use serde::Serialize;

pub use label::{Label, Physics};

/// What is difficult about a picture. Each has its share of easy and of hopeless ones; all vary a little in light,
/// desk, pose and sensor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Nothing.
    Clean,
    /// The camera looks from the side, up to 50°.
    Perspective,
    /// Turned by any angle.
    Rotated,
    /// Upside down.
    UpsideDown,
    /// Out of focus, a little or much.
    Defocus,
    /// Moved while it was taken.
    Motion,
    /// Grain.
    Noise,
    /// Little light, and the grain that comes with it.
    LowLight,
    /// Too much light.
    Overexposed,
    /// A lamp or a window mirrored in laminate.
    Glare,
    /// Shadow of a hand, a head, a phone.
    Shadow,
    /// Other papers, pens, patterned cloth.
    Busy,
    /// Fingers on the edge, or the document held in a hand.
    Fingers,
    /// A curved or creased sheet.
    Curved,
    /// Partly outside the picture.
    CutOff,
    /// Far away.
    TooFar,
    /// Squeezed by a cheap camera.
    Jpeg,
    /// On a ground of its own colour.
    LowContrast,
    /// Several of these at once, none of them much.
    Mixed,
}

impl Condition {
    /// All of them.
    pub const ALL: [Condition; 19] = [
        Condition::Clean,
        Condition::Perspective,
        Condition::Rotated,
        Condition::UpsideDown,
        Condition::Defocus,
        Condition::Motion,
        Condition::Noise,
        Condition::LowLight,
        Condition::Overexposed,
        Condition::Glare,
        Condition::Shadow,
        Condition::Busy,
        Condition::Fingers,
        Condition::Curved,
        Condition::CutOff,
        Condition::TooFar,
        Condition::Jpeg,
        Condition::LowContrast,
        Condition::Mixed,
    ];
}

/// A picture, and what is true about it.
#[derive(Clone)]
pub struct Shot {
    /// As a camera delivers it: encoded and decoded.
    pub picture: RgbImage,
    /// The same as a JPEG file.
    pub jpeg: Vec<u8>,
    /// Corners in pixels ((0, 0) is the outer corner of the top left pixel), clockwise from the one that is top left
    /// in the picture (the least x + y). For rounded cards, where the straight sides would meet. May lie outside.
    pub quad: [[f32; 2]; 4],
    /// Which corner of `quad` is the top left one of the document itself: 0 is upright, 2 upside down, 1 turned a
    /// quarter clockwise, 3 counter-clockwise.
    pub upright: u8,
    /// Whether it can be read.
    pub label: Label,
    /// What decided that, for people.
    pub why: String,
    /// How it was made where it is worst.
    pub physics: Physics,
}

impl Shot {
    /// The document alone, upright, straightened by its true corners to so many pixels.
    pub fn flattened(&self, width: u32, height: u32) -> RgbImage {
        // `quad[upright]` is the document's own top left corner.
        let first = usize::from(self.upright);
        crate::flattened(
            &self.picture,
            std::array::from_fn(|index| self.quad[(first + index) % 4]),
            width,
            height,
        )
    }
}

/// Takes a picture of `size` pixels.
///
/// # Errors
/// Where a drawing cannot be parsed or a picture cannot be encoded, which is a mistake in this crate.
pub fn photograph(
    specimen: &Specimen,
    condition: Condition,
    seed: u64,
    size: (u32, u32),
) -> Result<Shot, DrawError> {
    let dice = &mut Dice::new(seed, &format!("{condition:?} {}", specimen.kind.name()));
    let setup = setup::Setup::of(specimen, condition, size, dice);
    let view = view::View::new(&setup.pose, specimen.mm, size);
    let around = things::draw(&setup, &view, specimen, size, dice)?;
    let light = paint::painted(&setup, &view, &around, specimen, size);
    let (picture, jpeg) = sensor::taken(light, &setup, size, dice)?;
    let physics = label::of(specimen, &setup, &view, &around, size);
    let (label, why) = physics.label();
    let (quad, upright) = from_top_left(view.corners());
    Ok(Shot { picture, jpeg, quad, upright, label, why, physics })
}

/// Turns the list so that it begins with the corner at the top left of the picture.
fn from_top_left(corners: [[f32; 2]; 4]) -> ([[f32; 2]; 4], u8) {
    let mut first = 0;
    for index in 1..4 {
        if corners[index][0] + corners[index][1] < corners[first][0] + corners[first][1] {
            first = index;
        }
    }
    (std::array::from_fn(|index| corners[(first + index) % 4]), ((4 - first) % 4) as u8)
}
