//! A named time zone, such as `America/Los_Angeles`.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone as _, Utc};

use super::Invalid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeZone(chrono_tz::Tz);

impl TimeZone {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        text.parse().map(Self).map_err(|_| Invalid::malformed("Name a time zone such as America/Los_Angeles."))
    }

    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The first instant at which clocks there show `local`, or none if they skip it.
    pub fn earliest(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.0.from_local_datetime(&local).earliest().map(|instant| instant.with_timezone(&Utc))
    }

    /// The day it is there.
    pub fn day_at(self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.0).date_naive()
    }
}
