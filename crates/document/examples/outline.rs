//! Draws the outline that is found into copies of pictures:
//! `cargo run -p document --example outline -- FOLDER [card|sheet|wide_sheet|book|any] FILE…`.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

use document::{Form, Point, decode, find};
use image::{Rgb, RgbImage, imageops};
use std::{path::Path, time::Instant};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(form)) = (arguments.next(), arguments.next()) else { return };
    let form = match form.as_str() {
        "card" => Some(Form::Card),
        "sheet" => Some(Form::Sheet),
        "wide_sheet" => Some(Form::WideSheet),
        "book" => Some(Form::Book),
        _ => None,
    };
    for path in arguments {
        let Ok(Ok(picture)) = std::fs::read(&path).map(|bytes| decode(&bytes)) else {
            println!("{path}: not a picture");
            continue;
        };
        let start = Instant::now();
        let found = find(&picture, form);
        println!("{path}: {:.1} ms {found:?}", start.elapsed().as_secs_f32() * 1000.0);
        let mut drawn = picture;
        if let Some(found) = found {
            for (from, to) in found.quad.sides() {
                draw(&mut drawn, from, to);
            }
        }
        let small = imageops::thumbnail(&drawn, 960, 960 * drawn.height() / drawn.width().max(1));
        let name = Path::new(&path).with_extension("png");
        if let Some(name) = name.file_name()
            && let Err(error) = small.save(Path::new(&folder).join(name))
        {
            println!("{path}: {error}");
        }
    }
}

fn draw(picture: &mut RgbImage, from: Point, to: Point) {
    let steps = from.distance(to) as u32 + 1;
    let width = (picture.width() / 500) as i32;
    for step in 0..=steps {
        let place = from.towards(to, step as f32 / steps as f32);
        for dx in -width..=width {
            for dy in -width..=width {
                let (x, y) = (place.x as i32 + dx, place.y as i32 + dy);
                if x >= 0 && y >= 0 && x < picture.width() as i32 && y < picture.height() as i32 {
                    picture.put_pixel(x as u32, y as u32, Rgb([255, 0, 160]));
                }
            }
        }
    }
}
