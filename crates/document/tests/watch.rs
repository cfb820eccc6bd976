//! Watching a live view: advice that does not flicker, and the moment to take the picture.

#[path = "scene/draw.rs"]
mod draw;

use document::{Form, Watch};
use draw::{Ground, Scene};
use image::{Rgb, RgbImage, imageops};
use proptest::prelude::*;
use std::time::Duration;

const FRAME: Duration = Duration::from_millis(50);

fn card(ground: Ground) -> RgbImage {
    let mut scene = Scene::new(Form::Card, ground, 5);
    scene.fill = 0.8;
    scene.photograph()
}

#[test]
fn a_good_and_steady_document_is_ready_after_a_moment() {
    let (card, mut watch) = (card(Ground::Plain), Watch::new(Form::Card));
    let ready: Vec<bool> = (0..20).map(|n| watch.see(&card, FRAME * n).ready).collect();
    assert!(!ready[..12].contains(&true), "{ready:?}");
    assert!(ready[14], "{ready:?}");
}

#[test]
fn a_document_that_moves_is_not_ready() {
    let card = card(Ground::Wood);
    let mut watch = Watch::new(Form::Card);
    for n in 0..20_u32 {
        let mut frame = RgbImage::from_pixel(1280, 720, Rgb([90, 60, 40]));
        let by = if n % 2 == 0 { 0 } else { 40 };
        imageops::replace(&mut frame, &card, by, 0);
        assert!(!watch.see(&frame, FRAME * n).ready, "frame {n}");
    }
}

#[test]
fn one_bad_frame_gives_no_advice_and_lasting_trouble_does() {
    let (card, dark) = (card(Ground::Wood), RgbImage::from_pixel(1280, 720, Rgb([4; 3])));
    let mut watch = Watch::new(Form::Card);
    for n in 0..12 {
        let frame = if n == 6 { &dark } else { &card };
        assert_eq!(watch.see(frame, FRAME * n).advice, None, "frame {n}");
    }
    let advice: Vec<_> = (12..40).map(|n| watch.see(&dark, FRAME * n).advice).collect();
    assert_eq!(advice.iter().position(Option::is_some), Some(8), "{advice:?}");
    assert!(advice[8..].iter().all(|one| *one == advice[8]), "{advice:?}");
    let after: Vec<_> = (40..80).map(|n| watch.see(&card, FRAME * n).advice).collect();
    assert_eq!(after[39], None, "{after:?}");
}

#[test]
fn watching_keeps_nothing_that_could_grow() {
    // What owns memory beyond its own size has to give it back.
    assert!(!std::mem::needs_drop::<Watch>());
    assert!(size_of::<Watch>() < 256);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_frames_never_panic_and_ready_means_good(
        frames in prop::collection::vec((0..200_u32, 0..200_u32, any::<u8>(), any::<u32>()), 1..12),
    ) {
        let mut watch = Watch::new(Form::Card);
        for (n, (width, height, value, mix)) in frames.into_iter().enumerate() {
            let colour = |x: u32, y: u32| value ^ (x.wrapping_mul(mix).wrapping_add(y * 7) >> 9) as u8;
            let frame = RgbImage::from_fn(width, height, |x, y| Rgb([colour(x, y), value, colour(y, x)]));
            let seen = watch.see(&frame, Duration::from_millis(300 * n as u64));
            prop_assert!(!seen.ready || seen.judgement.problems.is_empty());
        }
    }
}
