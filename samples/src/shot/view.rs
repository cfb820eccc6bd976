//! Where a place of the document is in the picture, and back.

use crate::shot::setup::Pose;

/// A pinhole with a little barrel, above a tilted document that may be bent.
pub(crate) struct View {
    forward: [[f32; 3]; 3],
    back: [[f32; 3]; 3],
    mm: (f32, f32),
    middle: (f32, f32),
    radius: f32,
    barrel: f32,
    bow: (f32, f32),
    creases: Vec<Crease>,
}

/// A fold across the sheet.
#[derive(Clone, Copy)]
pub(crate) struct Crease {
    /// A place on it, in millimetres from the middle.
    pub at: (f32, f32),
    /// Its direction, radians.
    pub angle: f32,
    /// How wide it is, millimetres.
    pub width: f32,
    /// How far it moves the paper, millimetres.
    pub depth: f32,
}

impl Crease {
    /// Distance from the fold, in widths of it.
    fn distance(&self, u: f32, v: f32) -> f32 {
        let (sin, cos) = self.angle.sin_cos();
        ((v - self.at.1) * cos - (u - self.at.0) * sin) / self.width
    }
}

impl View {
    pub fn new(pose: &Pose, mm: (f32, f32), size: (u32, u32)) -> Self {
        let (width, height) = (size.0 as f32, size.1 as f32);
        let focal = pose.focal * width;
        let mut far = focal * mm.1 / (pose.fill * height);
        let mut view = Self {
            forward: [[0.0; 3]; 3],
            back: [[0.0; 3]; 3],
            mm,
            middle: (width / 2.0, height / 2.0),
            radius: width.hypot(height) / 2.0,
            barrel: pose.barrel,
            bow: pose.bow,
            creases: pose.creases.clone(),
        };
        // Nearer or further until it fills what it should.
        for _ in 0..6 {
            view.forward = projection(pose, focal, far, (width / 2.0, height / 2.0));
            let (low, high) = bounds(view.corners());
            far *= ((high[0] - low[0]) / width).max((high[1] - low[1]) / height) / pose.fill;
        }
        let (low, high) = bounds(view.corners());
        let free = ((width - high[0] + low[0]) / 2.0, (height - high[1] + low[1]) / 2.0);
        let centre = (
            width - (high[0] + low[0]) / 2.0 + pose.shift.0 * free.0,
            height - (high[1] + low[1]) / 2.0 + pose.shift.1 * free.1,
        );
        let centre =
            (centre.0 + pose.beyond.0 * (high[0] - low[0]), centre.1 + pose.beyond.1 * (high[1] - low[1]));
        view.forward = projection(pose, focal, far, centre);
        view.back = inverted(view.forward);
        view
    }

    /// The corners of the document in the picture, clockwise from its own top left one.
    pub fn corners(&self) -> [[f32; 2]; 4] {
        let (half_width, half_height) = (self.mm.0 / 2.0, self.mm.1 / 2.0);
        [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
            .map(|(x, y)| self.to_picture(x * half_width, y * half_height))
    }

    /// Millimetres from the middle of the document to pixels. The bend is left out: corners do not move.
    pub fn to_picture(&self, u: f32, v: f32) -> [f32; 2] {
        let [x, y, w] = self.forward.map(|row| row[0] * u + row[1] * v + row[2]);
        let straight = ((x / w - self.middle.0) / self.radius, (y / w - self.middle.1) / self.radius);
        let mut seen = straight;
        for _ in 0..4 {
            let stretch = 1.0 + self.barrel * (seen.0 * seen.0 + seen.1 * seen.1);
            seen = (straight.0 / stretch, straight.1 / stretch);
        }
        [seen.0 * self.radius + self.middle.0, seen.1 * self.radius + self.middle.1]
    }

    /// Pixels to millimetres from the middle of the document.
    pub fn to_document(&self, x: f32, y: f32) -> (f32, f32) {
        let (dx, dy) = ((x - self.middle.0) / self.radius, (y - self.middle.1) / self.radius);
        let stretch = (1.0 + self.barrel * (dx * dx + dy * dy)) * self.radius;
        let (x, y) = (dx * stretch + self.middle.0, dy * stretch + self.middle.1);
        let [u, v, w] = self.back.map(|row| row[0] * x + row[1] * y + row[2]);
        let (mut u, mut v) = (u / w, v / w);
        let (across, down) = (2.0 * u / self.mm.0, 2.0 * v / self.mm.1);
        u += self.bow.0 * self.mm.0 * (down * down - 1.0).min(0.6);
        v += self.bow.1 * self.mm.1 * (across * across - 1.0).min(0.6);
        for crease in &self.creases {
            let distance = crease.distance(u, v);
            let moved = crease.depth * (-distance * distance).exp();
            u += moved * -crease.angle.sin();
            v += moved * crease.angle.cos();
        }
        (u, v)
    }

    /// How much light a bent place sends to the camera, about 1.
    pub fn shading(&self, u: f32, v: f32) -> f32 {
        let bent = 1.0 + 3.0 * (self.bow.0 * v / self.mm.1 + self.bow.1 * u / self.mm.0);
        self.creases.iter().fold(bent, |shade, crease| {
            let distance = crease.distance(u, v);
            shade + 0.35 * crease.depth.abs().min(1.0) * distance * (-distance * distance).exp()
        })
    }

    /// Pixels a millimetre at a place of the document, along its rows and along its columns.
    pub fn scale(&self, u: f32, v: f32) -> (f32, f32) {
        let length = |a: [f32; 2], b: [f32; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
        (
            length(self.to_picture(u - 0.5, v), self.to_picture(u + 0.5, v)),
            length(self.to_picture(u, v - 0.5), self.to_picture(u, v + 0.5)),
        )
    }
}

fn bounds(corners: [[f32; 2]; 4]) -> ([f32; 2], [f32; 2]) {
    corners.iter().fold(([f32::MAX; 2], [f32::MIN; 2]), |(low, high), corner| {
        ([low[0].min(corner[0]), low[1].min(corner[1])], [high[0].max(corner[0]), high[1].max(corner[1])])
    })
}

fn projection(pose: &Pose, focal: f32, far: f32, centre: (f32, f32)) -> [[f32; 3]; 3] {
    let (st, ct) = pose.turn.to_radians().sin_cos();
    let (sa, ca) = pose.towards.to_radians().sin_cos();
    let (si, ci) = pose.tilt.to_radians().sin_cos();
    // Turned in its plane, then tilted about the axis that lies `towards`.
    let tilted = |x: f32, y: f32| {
        let (x, y) = (ct * x - st * y, st * x + ct * y);
        let (along, aside) = (ca * x + sa * y, -sa * x + ca * y);
        let (aside, deep) = (aside * ci, aside * si);
        (ca * along - sa * aside, sa * along + ca * aside, deep)
    };
    let (a, b) = (tilted(1.0, 0.0), tilted(0.0, 1.0));
    [
        [focal * a.0 + centre.0 * a.2, focal * b.0 + centre.0 * b.2, centre.0 * far],
        [focal * a.1 + centre.1 * a.2, focal * b.1 + centre.1 * b.2, centre.1 * far],
        [a.2, b.2, far],
    ]
}

fn inverted(m: [[f32; 3]; 3]) -> [[f32; 3]; 3] {
    let m = m.map(|row| row.map(f64::from));
    let minor = |r: usize, c: usize| {
        let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
        m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
    };
    let determinant: f64 = (0..3).map(|c| m[0][c] * minor(0, c)).sum();
    std::array::from_fn(|r| std::array::from_fn(|c| (minor(c, r) / determinant) as f32))
}
