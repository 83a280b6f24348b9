//! A named time zone, such as `America/Los_Angeles`.

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
}
