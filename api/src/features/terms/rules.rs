//! When terms count as published.

use chrono::{DateTime, TimeDelta, Utc};

/// Now; but always after those that were current, or they would stay so: clocks are set back, and a text that came with
/// the program has a date of its own.
pub fn published_at(now: DateTime<Utc>, current: Option<DateTime<Utc>>) -> DateTime<Utc> {
    current.map_or(now, |current| now.max(current + TimeDelta::microseconds(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_terms_come_after_all_others() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(1000);
        let hour = TimeDelta::hours(1);
        assert_eq!(published_at(now, None), now);
        assert_eq!(published_at(now, Some(now - hour)), now);
        for current in [now, now + hour] {
            assert!(published_at(now, Some(current)) > current);
        }
    }
}
