//! The kiosk on a morning on which its camera is live and no interview is booked.

use crate::shipped::{CONFIG, NOW, TEXTS};
use jiff::civil::{Date, Time};
use journey::{CameraView, HallView, Screen, State, World};
use std::collections::BTreeMap;

static BOOKED: BTreeMap<(Date, Time), u32> = BTreeMap::new();

static HALL: HallView = HallView { offer: None, outage: None, counter: None, interview: None, turn: None };

pub fn world() -> World<'static> {
    World {
        config: &CONFIG,
        texts: &TEXTS,
        now: NOW,
        camera: CameraView::Live,
        watching: None,
        booked: &BOOKED,
        hall: &HALL,
    }
}

pub fn draw(state: &State) -> Screen {
    journey::screen(state, &world())
}
