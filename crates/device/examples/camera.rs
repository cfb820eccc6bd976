//! Lists the cameras of this machine, then tells what one of them sends: `camera [NAME, ID OR NODE [PICTURES]]`.
//!
//! Prints a line for each picture and each change of view, until so many pictures came (10 if not told). It supervises
//! the camera as the kiosk does, so a cable may be pulled meanwhile.
#![expect(clippy::print_stdout, reason = "this is what it is for")]

use device::camera::{
    Camera, Deadlines,
    coded::{Decoded, Turn},
    v4l::{self, V4l},
};
use std::{
    env,
    time::{Duration, Instant},
};

fn main() {
    for camera in v4l::list() {
        println!("found {} {}", camera.path.display(), camera.name);
        camera.ids.iter().for_each(|id| println!("      {id}"));
    }
    let (name, pictures) = (env::args().nth(1), env::args().nth(2));
    let pictures = pictures.and_then(|count| count.parse().ok()).unwrap_or(10);
    let begun = Instant::now();
    let source = move || Decoded::new(V4l::new(name.clone()), Turn::None);
    let camera = Camera::start(move || Box::new(source()), Deadlines::default());
    camera.on_change(move |view| println!("{:6} ms {view:?}", begun.elapsed().as_millis()));
    camera.wanted(true);
    let mut seq = 0;
    while seq < pictures {
        let Some(frame) = camera.newest_after(seq, Duration::from_secs(1)) else { continue };
        seq = frame.seq;
        let (width, height) = frame.picture.dimensions();
        let bytes = frame.picture.as_raw();
        let mean = bytes.iter().map(|byte| u64::from(*byte)).sum::<u64>() / (bytes.len() as u64).max(1);
        println!("{:6} ms picture {seq}: {width} × {height}, mean {mean}", begun.elapsed().as_millis());
    }
}
