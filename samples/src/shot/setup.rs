//! Everything that is decided before a picture is taken.

use crate::shot::Condition;
use crate::shot::view::Crease;
use crate::{Dice, Kind, Specimen};

/// How the document lies under the lens.
#[derive(Clone)]
pub(crate) struct Pose {
    /// Degrees clockwise.
    pub turn: f32,
    /// Degrees out of the plane of the picture.
    pub tilt: f32,
    /// Direction of the axis it is tilted about, degrees.
    pub towards: f32,
    /// Share of the picture's width or height that it fills, whichever is more.
    pub fill: f32,
    /// Where in what is left, -1 to 1.
    pub shift: (f32, f32),
    /// How far beyond that, in its own size.
    pub beyond: (f32, f32),
    /// Focal length in widths of the picture.
    pub focal: f32,
    /// How much the lens bends straight lines.
    pub barrel: f32,
    /// How much the sheet is bent, in its own size.
    pub bow: (f32, f32),
    /// Folds.
    pub creases: Vec<Crease>,
}

/// What it lies on.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Desk {
    Wood,
    Plain,
    Cloth,
    Stone,
    Tray,
    /// Of the document's own colour.
    Same,
}

/// A mirrored lamp, in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Glare {
    pub at: (f32, f32),
    pub reach: (f32, f32),
    pub angle: f32,
    pub strength: f32,
    /// From soft (2) to hard (8).
    pub hard: i32,
}

/// A shadow: everything beyond a line, or a round thing.
#[derive(Clone, Copy)]
pub(crate) struct Shade {
    pub at: (f32, f32),
    pub angle: f32,
    /// `None` for a line.
    pub radius: Option<f32>,
    pub soft: f32,
    /// Share of light that it takes.
    pub depth: f32,
}

/// Everything that is decided before a picture is taken.
pub(crate) struct Setup {
    pub pose: Pose,
    pub desk: Desk,
    /// Sheets lying under the document, and things lying about.
    pub papers: u32,
    pub clutter: u32,
    /// Fingers over the edge, how far in millimetres, and whether they hold it up.
    pub fingers: u32,
    pub reach: f32,
    pub held: bool,
    /// 1 puts white paper a little below white.
    pub light: f32,
    /// How light falls off to the sides, and how warm it is.
    pub slope: (f32, f32),
    pub vignette: f32,
    pub tint: [f32; 3],
    pub shades: Vec<Shade>,
    pub glares: Vec<Glare>,
    /// Standard deviation of the blur in pixels.
    pub blur: f32,
    /// Pixels moved during the exposure.
    pub motion: (f32, f32),
    /// Standard deviation in grey levels, in the middle tones.
    pub grain: f32,
    pub contrast: f32,
    pub sharpen: f32,
    pub quality: u8,
}

impl Setup {
    pub fn of(specimen: &Specimen, condition: Condition, size: (u32, u32), dice: &mut Dice) -> Self {
        let mut setup = Self::easy(specimen, size, dice);
        setup.make(condition, specimen, size, dice);
        setup
    }

    /// A picture without a difficulty, none like the other.
    fn easy(specimen: &Specimen, size: (u32, u32), dice: &mut Dice) -> Self {
        let card = specimen.kind.is_card();
        let sideways = !card && specimen.mm.1 > specimen.mm.0 && dice.chance(0.3);
        let (least, most) = if card { (0.5, 0.92) } else { (0.82, 0.97) };
        let pose = Pose {
            turn: dice.around(7.0) + if sideways { dice.pick(&[90.0, 270.0]) } else { 0.0 },
            tilt: dice.unit() * dice.unit() * 14.0,
            towards: dice.between(0.0, 360.0),
            fill: dice.between(least, most),
            shift: (dice.around(0.8), dice.around(0.8)),
            beyond: (0.0, 0.0),
            focal: dice.between(0.75, 1.5),
            barrel: if dice.chance(0.3) { dice.between(-0.01, 0.03) } else { 0.0 },
            bow: if card { (0.0, 0.0) } else { (dice.around(0.004), dice.around(0.004)) },
            creases: vec![],
        };
        let desk = match dice.whole(0, 99) {
            0..=34 => Desk::Wood,
            35..=59 => Desk::Plain,
            60..=71 => Desk::Cloth,
            72..=81 => Desk::Stone,
            _ => Desk::Tray,
        };
        let warm = dice.around(0.10);
        let scale = size.1 as f32 / 1080.0;
        Self {
            pose,
            desk,
            papers: u32::from(dice.chance(0.08)),
            clutter: if dice.chance(0.2) { dice.whole(1, 3) } else { 0 },
            fingers: 0,
            reach: 0.0,
            held: false,
            light: dice.between(0.62, 0.98),
            slope: (dice.around(0.3), dice.around(0.3)),
            vignette: dice.between(0.0, 0.2),
            tint: [1.0 + warm, 1.0 + dice.around(0.03), 1.0 - warm],
            shades: vec![],
            glares: vec![],
            blur: dice.between(0.45, 0.9) * scale.max(0.75),
            motion: (0.0, 0.0),
            grain: dice.between(0.6, 2.2),
            contrast: dice.between(0.92, 1.15),
            sharpen: if dice.chance(0.5) { dice.between(0.2, 1.0) } else { 0.0 },
            quality: dice.whole(82, 95) as u8,
        }
    }

    /// Adds the difficulty.
    fn make(&mut self, condition: Condition, specimen: &Specimen, size: (u32, u32), dice: &mut Dice) {
        let scale = size.1 as f32 / 1080.0;
        let (width, height) = (size.0 as f32, size.1 as f32);
        let card = specimen.kind.is_card();
        match condition {
            Condition::Clean => {}
            Condition::Perspective => self.pose.tilt = dice.between(18.0, 50.0),
            Condition::Rotated => {
                self.pose.turn = dice.between(0.0, 360.0);
                self.pose.fill = self.pose.fill.max(0.75);
            }
            Condition::UpsideDown => self.pose.turn += 180.0,
            Condition::Defocus => self.blur = 10.0_f32.powf(dice.between(-0.05, 0.95)) * scale,
            Condition::Motion => {
                let length = 10.0_f32.powf(dice.between(0.5, 1.65)) * scale;
                let (sin, cos) = dice.between(0.0, 6.3).sin_cos();
                self.motion = (length * cos, length * sin);
            }
            Condition::Noise => self.grain = 10.0_f32.powf(dice.between(0.7, 1.55)),
            Condition::LowLight => {
                self.light = 10.0_f32.powf(dice.between(-2.3, -0.5));
                self.grain = dice.between(2.5, 8.0);
            }
            Condition::Overexposed => self.light = 10.0_f32.powf(dice.between(0.05, 1.25)),
            Condition::Glare => self.mirror(specimen, dice.whole(1, 2), size, dice),
            Condition::Shadow => {
                for _ in 0..dice.whole(1, 2) {
                    let round = dice.chance(0.4).then(|| height * dice.between(0.12, 0.35));
                    self.shades.push(Shade {
                        at: (width * dice.between(0.2, 0.8), height * dice.between(0.2, 0.8)),
                        angle: dice.between(0.0, 6.3),
                        radius: round,
                        soft: height * dice.between(0.005, 0.12),
                        depth: dice.between(0.3, 0.8),
                    });
                }
            }
            Condition::Busy => {
                self.papers = dice.whole(0, 4);
                self.clutter = dice.whole(2, 9);
                if self.papers == 0 || dice.chance(0.4) {
                    self.desk = Desk::Cloth;
                }
            }
            Condition::Fingers => {
                self.held = card && dice.chance(0.45);
                self.fingers = dice.whole(1, if self.held { 2 } else { 3 });
                let most = dice.pick(&[9.0, 24.0]);
                self.reach = dice.between(3.0, most);
                self.pose.tilt += if self.held { dice.between(0.0, 18.0) } else { 0.0 };
                self.pose.turn += dice.around(10.0);
                self.pose.fill = self.pose.fill.min(0.86);
            }
            Condition::Curved => {
                let most = if card { 0.014 } else { 0.035 };
                let bow = (dice.around(most), dice.around(most));
                self.pose.bow = if dice.chance(0.5) { (bow.0, 0.0) } else { (0.0, bow.1) };
                for _ in 0..if card { dice.whole(0, 1) } else { dice.whole(0, 6) } {
                    self.pose.creases.push(Crease {
                        at: (specimen.mm.0 * dice.around(0.4), specimen.mm.1 * dice.around(0.4)),
                        angle: dice.pick(&[0.0, 1.57, dice.clone().between(0.0, 3.1)]) + dice.around(0.1),
                        width: dice.between(1.5, 9.0),
                        depth: dice.around(1.2),
                    });
                }
            }
            Condition::CutOff => {
                let (share, aside) = (dice.between(0.03, 0.35), dice.around(0.25));
                let sign = dice.pick(&[-1.0, 1.0]);
                self.pose.shift = (sign, sign);
                if dice.chance(0.5) {
                    self.pose.shift.1 = aside;
                    self.pose.beyond.0 = sign * share;
                } else {
                    self.pose.shift.0 = aside;
                    self.pose.beyond.1 = sign * share;
                }
            }
            Condition::TooFar => self.pose.fill = dice.between(0.10, if card { 0.5 } else { 0.75 }),
            Condition::Jpeg => self.quality = dice.whole(6, 45) as u8,
            Condition::LowContrast => self.desk = Desk::Same,
            Condition::Mixed => self.mix(specimen, size, dice),
        }
    }

    /// Two to four difficulties, each of them small.
    fn mix(&mut self, specimen: &Specimen, size: (u32, u32), dice: &mut Dice) {
        let scale = size.1 as f32 / 1080.0;
        for _ in 0..dice.whole(2, 4) {
            match dice.whole(0, 7) {
                0 => self.pose.tilt = dice.between(10.0, 30.0),
                1 => self.pose.turn += dice.around(30.0),
                2 => self.blur = dice.between(0.8, 1.8) * scale,
                3 => self.grain = dice.between(3.0, 8.0),
                4 => {
                    self.light = dice.pick(&[dice.clone().between(0.08, 0.4), dice.clone().between(1.0, 1.5)])
                }
                5 => self.make(Condition::Shadow, specimen, size, dice),
                6 => self.make(Condition::Busy, specimen, size, dice),
                _ => self.quality = dice.whole(25, 60) as u8,
            }
        }
    }

    /// Lamps, windows and tubes mirrored in the document, more often than not where something is written.
    fn mirror(&mut self, specimen: &Specimen, count: u32, size: (u32, u32), dice: &mut Dice) {
        let view = crate::shot::view::View::new(&self.pose, specimen.mm, size);
        let per_mm = specimen.picture.width() as f32 / specimen.mm.0;
        let height = size.1 as f32;
        for _ in 0..count {
            let mut place = (specimen.mm.0 * dice.around(0.5), specimen.mm.1 * dice.around(0.5));
            if dice.chance(0.45) && specimen.kind != Kind::Kk {
                let [left, top, right, bottom] =
                    dice.pick(&specimen.places.iter().map(|p| p.area).collect::<Vec<_>>());
                let across = dice.between(left, right);
                place = (
                    across / per_mm - specimen.mm.0 / 2.0,
                    (top + bottom) / 2.0 / per_mm - specimen.mm.1 / 2.0,
                );
            }
            let [x, y] = view.to_picture(place.0, place.1);
            let reach = height * dice.between(0.03, 0.16);
            self.glares.push(Glare {
                at: (x, y),
                reach: (reach * dice.between(0.8, 4.0), reach),
                angle: dice.between(0.0, 3.1),
                strength: 10.0_f32.powf(dice.between(-0.8, 0.6)),
                hard: dice.pick(&[2, 4, 6]),
            });
        }
    }

    /// Light on a place of the picture, without mirrors.
    pub fn light_at(&self, x: f32, y: f32, size: (u32, u32)) -> f32 {
        let (dx, dy) = (x / size.0 as f32 - 0.5, y / size.1 as f32 - 0.5);
        let fall = 1.0 + self.slope.0 * dx + self.slope.1 * dy - self.vignette * (dx * dx + dy * dy);
        self.shades.iter().fold(self.light * fall, |light, shade| light * shade.left_at(x, y))
    }

    /// Mirrored light at a place of the picture.
    pub fn glare_at(&self, x: f32, y: f32) -> f32 {
        self.glares.iter().map(|glare| glare.at(x, y)).sum::<f32>() * self.light
    }
}

impl Shade {
    fn left_at(&self, x: f32, y: f32) -> f32 {
        let (dx, dy) = (x - self.at.0, y - self.at.1);
        let inside = match self.radius {
            Some(radius) => radius - dx.hypot(dy),
            None => dx * self.angle.cos() + dy * self.angle.sin(),
        };
        let share = (inside / self.soft + 0.5).clamp(0.0, 1.0);
        1.0 - self.depth * share * share * (3.0 - 2.0 * share)
    }
}

impl Glare {
    fn at(&self, x: f32, y: f32) -> f32 {
        let (dx, dy) = (x - self.at.0, y - self.at.1);
        let (sin, cos) = self.angle.sin_cos();
        let (along, aside) = ((dx * cos + dy * sin) / self.reach.0, (dy * cos - dx * sin) / self.reach.1);
        let squared = along * along + aside * aside;
        self.strength / (1.0 + squared.powi(self.hard / 2) * squared.min(1.0))
    }
}
