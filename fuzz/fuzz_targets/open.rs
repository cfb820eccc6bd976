//! Any bytes as a picture file: a picture of bounded size that everything can be done with, or an error in one line.
#![no_main]

use document::{MAX_PIXELS, decode, encode_page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match decode(bytes) {
        Ok(picture) => {
            let (width, height) = picture.dimensions();
            assert!(u64::from(width) * u64::from(height) <= MAX_PIXELS);
            assert_eq!(picture.as_raw().len(), width as usize * height as usize * 3);
            if width.max(height) <= 256 {
                let page = encode_page(&picture, 1_000_000).expect("a small picture fits");
                let back = decode(&page.jpeg).expect("what was encoded can be opened");
                assert_eq!(back.dimensions(), (page.width, page.height));
            }
        }
        Err(error) => assert!(!error.to_string().contains('\n'), "{error}"),
    }
});
