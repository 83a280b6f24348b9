//! Where the time of day comes from.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

/// The database's clock, or one that somebody sets by hand (tests, and the making of demo data).
///
/// Writes compare the database's time, so that programs whose clocks differ agree; [`crate::db::Tx`] asks it.
#[derive(Clone, Debug)]
pub enum Clock {
    Database,
    Set(SetClock),
}

#[derive(Clone, Debug)]
pub struct SetClock(Arc<Mutex<DateTime<Utc>>>);

impl Clock {
    pub fn set_to(now: DateTime<Utc>) -> (Self, SetClock) {
        let clock = SetClock(Arc::new(Mutex::new(now)));
        (Self::Set(clock.clone()), clock)
    }
}

impl SetClock {
    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("nobody panics while holding the clock")
    }

    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().expect("nobody panics while holding the clock") += by;
    }

    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().expect("nobody panics while holding the clock") = now;
    }
}
