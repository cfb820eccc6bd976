//! A camera that hangs may repeat its last picture for ever. No sensor sends the same picture twice.

use super::coded::samples;
use image::RgbImage;
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    time::{Duration, Instant},
};

/// How often the time that is allowed doubles while not even opening the device afresh changes the picture: whatever
/// sends that is no sensor, or beyond help, and must not keep anybody from going on.
const DOUBLINGS: u32 = 4;

/// Some pixels of a picture in short; `None` for one that is black or white all over, as a covered lens may send again
/// and again.
pub(super) fn print(picture: &RgbImage) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    let (mut black, mut white) = (true, true);
    for pixel in samples(picture) {
        pixel.hash(&mut hasher);
        black &= pixel == [0; 3];
        white &= pixel == [255; 3];
    }
    (!black && !white).then(|| hasher.finish())
}

/// For how long the same picture has come.
#[derive(Default)]
pub(super) struct Still {
    last: Option<(u64, Instant)>,
    times: u32,
}

impl Still {
    /// Whether the device has to be opened afresh, now that this picture came at `now`; it may repeat one for `limit`.
    pub(super) fn froze(&mut self, print: Option<u64>, now: Instant, limit: Duration) -> bool {
        let same = |(last, _): &(u64, Instant)| print == Some(*last);
        let Some((_, since)) = self.last.as_mut().filter(|last| same(last)) else {
            (self.last, self.times) = (print.map(|print| (print, now)), 0);
            return false;
        };
        let froze = now.duration_since(*since) >= limit * 2_u32.pow(self.times);
        if froze {
            *since = now;
            self.times = (self.times + 1).min(DOUBLINGS);
        }
        froze
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    const LIMIT: Duration = Duration::from_secs(8);

    /// Seconds, of `0..seconds`, at which it froze, with a print for each second.
    fn frozen(seconds: u64, print: impl Fn(u64) -> Option<u64>) -> Vec<u64> {
        let (mut still, begun) = (Still::default(), Instant::now());
        let at = |second| begun + Duration::from_secs(second);
        (0..seconds).filter(|second| still.froze(print(*second), at(*second), LIMIT)).collect()
    }

    #[test]
    fn a_picture_that_stays_is_noticed_less_and_less_often() {
        assert_eq!(frozen(300, |_| Some(1)), [8, 24, 56, 120, 248]);
        assert_eq!(frozen(30, |second| Some(second.min(10))), [18], "it froze at 10");
        assert_eq!(frozen(40, |second| Some(second / 20)), [8, 28], "counted anew after each change");
    }

    #[test]
    fn a_picture_that_changes_or_says_nothing_is_no_frozen_one() {
        assert!(frozen(100, Some).is_empty());
        assert!(frozen(100, |second| Some(second / 8)).is_empty());
        assert!(frozen(100, |_| None).is_empty());
    }

    #[test]
    fn a_print_changes_with_the_picture() {
        let one = RgbImage::from_fn(640, 480, |x, y| Rgb([x as u8, y as u8, 9]));
        let mut other = one.clone();
        other.iter_mut().step_by(1001).for_each(|value| *value ^= 1);
        assert_eq!(print(&one), print(&one.clone()));
        assert_ne!(print(&one), print(&other), "noise is enough");
        assert_eq!(print(&RgbImage::new(640, 480)), None);
        assert_eq!(print(&RgbImage::from_pixel(640, 480, Rgb([255; 3]))), None);
    }
}
