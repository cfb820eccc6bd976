//! Pictures for the window: the live camera, and pages of the open case. Pulled, so that a slow window is never
//! flooded.

use crate::Shared;
use std::time::Duration;
use tauri::http::{Request, Response, StatusCode, header};

/// Width of the live picture in pixels: enough to see whether a card is in the frame.
const LIVE_WIDTH: u32 = 800;
/// Width of a small page in pixels.
const SMALL_WIDTH: u32 = 320;
/// How long a request for the next picture waits.
const WAIT: Duration = Duration::from_millis(900);

/// Answers a request. Blocks up to [`WAIT`].
pub(crate) fn answer(kiosk: &Shared, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let uri = request.uri();
    let query = uri.query().unwrap_or_default();
    let answer = match uri.path().trim_start_matches('/').split_once('/') {
        None if uri.path() == "/live" => live(kiosk, query),
        Some(("page", number)) => page(kiosk, number, query == "small"),
        _ => None,
    };
    let (status, sequence, jpeg) = match answer {
        Some((sequence, jpeg)) => (StatusCode::OK, sequence, jpeg),
        None => (StatusCode::NO_CONTENT, 0, vec![]),
    };
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "image/jpeg")
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "tauri://localhost")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "x-seq")
        .header("x-seq", sequence)
        .body(jpeg)
        .unwrap_or_default()
}

/// The next picture of the camera after the one that the window has.
fn live(kiosk: &Shared, query: &str) -> Option<(u64, Vec<u8>)> {
    let after = query.strip_prefix("after=").and_then(|number| number.parse().ok()).unwrap_or_default();
    // The kiosk is not held while waiting for the camera.
    let camera = kiosk.lock().devices().camera.clone();
    let frame = camera.newest_after(after, WAIT)?;
    Some((frame.seq, document::preview(&frame.picture, LIVE_WIDTH)))
}

fn page(kiosk: &Shared, number: &str, small: bool) -> Option<(u64, Vec<u8>)> {
    let jpeg = kiosk.lock().page(number.parse().ok()?)?;
    if !small {
        return Some((0, jpeg));
    }
    let picture = document::decode(&jpeg).ok()?;
    Some((0, document::preview(&picture, SMALL_WIDTH)))
}
