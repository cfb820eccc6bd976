//! Pictures for the window: the live camera, and pages of the open case. Pulled, so that a slow window is never
//! flooded.

use crate::kiosk::Sighting;
use crate::{Shared, SharedCounter};
use std::time::Duration;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager};

/// Width of the live picture in pixels: enough to see whether a card is in the frame.
const LIVE_WIDTH: u32 = 800;
/// Width of a small page in pixels.
const SMALL_WIDTH: u32 = 320;
/// How long a request for the next picture waits.
const WAIT: Duration = Duration::from_millis(900);

/// How long a picture waits for its outline: at 25 pictures a second there is time for it.
const SIGHTED: Duration = Duration::from_millis(20);

/// Answers a request. Blocks up to [`WAIT`].
pub(crate) fn answer(app: &AppHandle, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let uri = request.uri();
    let query = uri.query().unwrap_or_default();
    let (kiosk, counter) = (app.try_state::<Shared>(), app.try_state::<SharedCounter>());
    let answer = match (uri.path().trim_start_matches('/').split_once('/'), kiosk, counter) {
        (None, Some(kiosk), _) if uri.path() == "/live" => live(&kiosk, query),
        (Some(("page", number)), Some(kiosk), _) => page(&kiosk, number, query == "small"),
        (Some(("page", number)), _, Some(counter)) => packet_page(&counter, number),
        _ => None,
    };
    let status = if answer.is_some() { StatusCode::OK } else { StatusCode::NO_CONTENT };
    let Picture { sequence, jpeg, sighting } = answer.unwrap_or_default();
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "image/jpeg")
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "tauri://localhost")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "x-seq, x-outline")
        .header("x-seq", sequence)
        .header("x-outline", outline(sighting))
        .body(jpeg)
        .unwrap_or_default()
}

/// A picture for the window.
#[derive(Default)]
struct Picture {
    /// Number of the frame; 0 for a page.
    sequence: u64,
    jpeg: Vec<u8>,
    sighting: Option<Sighting>,
}

/// The next picture of the camera after the one that the window has, with the outline of the document on it. While one
/// stands still, that one.
fn live(kiosk: &Shared, query: &str) -> Option<Picture> {
    let after = query.strip_prefix("after=").and_then(|number| number.parse().ok()).unwrap_or_default();
    // The kiosk is not held while waiting for the camera.
    let (camera, sightings, frozen) = {
        let kiosk = kiosk.lock();
        (kiosk.camera().clone(), kiosk.sightings().clone(), kiosk.frozen())
    };
    let frame = match frozen {
        Some(frozen) if frozen.seq > after => frozen,
        Some(_) => return None,
        None => camera.newest_after(after, WAIT)?,
    };
    let jpeg = document::preview(&frame.picture, LIVE_WIDTH);
    let sighting = sightings.of(frame.seq, SIGHTED);
    Some(Picture { sequence: frame.seq, jpeg, sighting })
}

/// `good` or `adjust` and the corners from the top left one on, clockwise, as shares of width and height; `none` where
/// nothing is seen.
fn outline(sighting: Option<Sighting>) -> String {
    let Some((sighting, corners)) = sighting.and_then(|sighting| Some((sighting, sighting.corners?))) else {
        return "none".to_owned();
    };
    let state = if sighting.good { "good" } else { "adjust" };
    let places = corners.as_flattened().iter().map(|share| format!(" {share:.4}"));
    std::iter::once(state.to_owned()).chain(places).collect()
}

/// A page of the packet that an officer looks at.
fn packet_page(counter: &SharedCounter, number: &str) -> Option<Picture> {
    let jpeg = counter.lock().page(number.parse().ok()?)?;
    Some(Picture { jpeg, ..Picture::default() })
}

fn page(kiosk: &Shared, number: &str, small: bool) -> Option<Picture> {
    let jpeg = kiosk.lock().page(number.parse().ok()?)?;
    if !small {
        return Some(Picture { jpeg, ..Picture::default() });
    }
    let picture = document::decode(&jpeg).ok()?;
    Some(Picture { jpeg: document::preview(&picture, SMALL_WIDTH), ..Picture::default() })
}
