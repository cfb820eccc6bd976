//! The time at the branch. The dock can put it forward.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use kiosk_config::TimeZone as Zone;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// The time at the branch; clones share what the dock sets.
#[derive(Clone)]
pub struct Clock {
    started: Instant,
    ahead_seconds: Arc<AtomicI64>,
    zone: Zone,
}

impl Clock {
    /// A clock in a time zone of Indonesia.
    pub fn new(zone: Zone) -> Self {
        Self { started: Instant::now(), ahead_seconds: Arc::default(), zone }
    }

    fn ahead(&self) -> i64 {
        self.ahead_seconds.load(Ordering::Relaxed)
    }

    /// The moment.
    pub fn timestamp(&self) -> Timestamp {
        Timestamp::now() + SignedDuration::from_secs(self.ahead())
    }

    /// The moment, at the branch. Indonesia has no summer time, so the offset is all there is to it.
    pub fn zoned(&self) -> Zoned {
        self.zoned_at(self.timestamp())
    }

    /// Date and time on the wall at a moment.
    pub fn local_at(&self, moment: Timestamp) -> DateTime {
        self.zoned_at(moment).datetime()
    }

    fn zoned_at(&self, moment: Timestamp) -> Zoned {
        moment.to_zoned(TimeZone::fixed(self.offset()))
    }

    /// The moment at which it is so late on the wall; none at the end of time.
    pub fn moment(&self, local: DateTime) -> Option<Timestamp> {
        self.offset().to_timestamp(local).ok()
    }

    fn offset(&self) -> Offset {
        Offset::constant(match self.zone {
            Zone::WIB => 7,
            Zone::WITA => 8,
            Zone::WIT => 9,
        })
    }

    /// Date and time on the wall.
    pub fn local(&self) -> DateTime {
        self.zoned().datetime()
    }

    /// Time since the start; it goes on evenly when the clock on the wall is set.
    pub fn running(&self) -> Duration {
        let ahead = Duration::from_secs(self.ahead().unsigned_abs());
        self.started.elapsed() + if self.ahead() > 0 { ahead } else { Duration::ZERO }
    }

    /// Puts the clock forward or, below zero, back.
    #[cfg(any(debug_assertions, feature = "dock"))]
    pub fn set_ahead(&self, seconds: i64) {
        self.ahead_seconds.store(seconds, Ordering::Relaxed);
    }

    /// How far the dock put it forward, in seconds.
    #[cfg(any(debug_assertions, feature = "dock"))]
    pub fn seconds_ahead(&self) -> i64 {
        self.ahead()
    }
}
