//! When a date closes, and what its passing decides. Pure.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::kernel::{Funding, Mode, TimeZone};

/// How long staff may still extend a missed project.
pub const GRACE: TimeDelta = TimeDelta::days(14);
/// What is said of one that nobody extended.
pub const LAPSED: &str = "The goal was not reached by its date, and the date was not extended.";
/// How many days before it closes people are reminded.
pub const REMINDERS: [i16; 3] = [14, 3, 1];

/// The first instant of the day after `day`. Where clocks skip that midnight, the day begins when they have.
pub fn closing_instant(day: NaiveDate, zone: TimeZone) -> DateTime<Utc> {
    let midnight = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    // No zone ever skipped more than a day.
    (0..=26 * 60)
        .find_map(|minutes| zone.earliest(midnight + TimeDelta::minutes(minutes)))
        .unwrap_or_else(|| midnight.and_utc())
}

/// What the passing of a date decided, and nobody has noted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A covered coalition is settled by its date.
    Settle,
    Miss,
    /// Nobody extended it in time.
    Lapse,
}

impl Due {
    /// When it came about, whoever notes it and when.
    pub fn at(self, closes_at: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Settle | Self::Miss => closes_at,
            Self::Lapse => closes_at + GRACE,
        }
    }
}

pub fn due(
    funding: Funding,
    mode: Mode,
    covered: bool,
    closes_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Option<Due> {
    let closes_at = closes_at?;
    match funding {
        Funding::Open if closes_at > now => None,
        Funding::Open if mode == Mode::Shared && covered => Some(Due::Settle),
        Funding::Open => Some(Due::Miss),
        Funding::Missed if closes_at + GRACE <= now => Some(Due::Lapse),
        _ => None,
    }
}

/// What everybody sees, whether or not it was noted.
pub fn derived(
    funding: Funding,
    mode: Mode,
    covered: bool,
    closes_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Funding {
    match due(funding, mode, covered, closes_at, now) {
        None => funding,
        Some(Due::Settle) => Funding::Funded,
        Some(Due::Lapse) => Funding::Closed,
        Some(Due::Miss) => derived(Funding::Missed, mode, covered, closes_at, now),
    }
}

/// Until when what missed its date may be given more time.
pub fn lapses_at(funding: Funding, closes_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    closes_at.filter(|_| funding == Funding::Missed).map(|closed| closed + GRACE)
}

/// When what stands at `funding` was funded: as noted, or by its date.
pub fn funded_at(
    noted: Option<DateTime<Utc>>,
    funding: Funding,
    closes_at: Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    noted.or(closes_at.filter(|_| funding == Funding::Funded))
}

/// The reminder that is due now, if one is: the nearest threshold that has passed, so that a worker that slept sends
/// one and not three.
pub fn reminder(closes_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<i16> {
    if closes_at <= now {
        return None;
    }
    REMINDERS.into_iter().rev().find(|days| closes_at - TimeDelta::days(i64::from(*days)) <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(day: &str, zone: &str) -> String {
        closing_instant(day.parse().unwrap(), TimeZone::parse(zone).unwrap()).to_rfc3339()
    }

    #[test]
    fn closes_with_the_day_where_it_is_closing() {
        assert_eq!(instant("2027-03-31", "UTC"), "2027-04-01T00:00:00+00:00");
        assert_eq!(instant("2027-03-31", "America/Los_Angeles"), "2027-04-01T07:00:00+00:00");
        assert_eq!(instant("2028-02-28", "Asia/Kolkata"), "2028-02-28T18:30:00+00:00");
        assert_eq!(instant("2028-02-29", "UTC"), "2028-03-01T00:00:00+00:00");
    }

    #[test]
    fn a_midnight_that_is_skipped_or_comes_twice_has_one_first_instant() {
        // Clocks in Santiago go from 23:59 to 01:00, and back at midnight; Apia slept through a whole day.
        assert_eq!(instant("2027-09-04", "America/Santiago"), "2027-09-05T04:00:00+00:00");
        assert_eq!(instant("2026-10-31", "America/Havana"), "2026-11-01T04:00:00+00:00");
        assert_eq!(instant("2011-12-29", "Pacific/Apia"), "2011-12-30T10:00:00+00:00");
    }

    #[test]
    fn what_slept_is_decided_in_one_look() {
        let closes: DateTime<Utc> = "2027-04-01T00:00:00Z".parse().unwrap();
        let at = |funding, mode, covered, days| {
            derived(funding, mode, covered, Some(closes), closes + TimeDelta::days(days))
        };
        assert_eq!(at(Funding::Open, Mode::Fixed, false, -1), Funding::Open);
        assert_eq!(at(Funding::Open, Mode::Fixed, false, 0), Funding::Missed);
        assert_eq!(at(Funding::Open, Mode::Fixed, false, 13), Funding::Missed);
        assert_eq!(at(Funding::Open, Mode::Fixed, false, 14), Funding::Closed);
        assert_eq!(at(Funding::Open, Mode::Shared, true, 0), Funding::Funded);
        assert_eq!(at(Funding::Open, Mode::Shared, false, 0), Funding::Missed);
        assert_eq!(at(Funding::Candidate, Mode::Shared, false, 99), Funding::Candidate);
    }

    #[test]
    fn what_was_decided_came_about_when_it_was() {
        let closes: DateTime<Utc> = "2027-04-01T00:00:00Z".parse().unwrap();
        assert_eq!((Due::Settle.at(closes), Due::Miss.at(closes)), (closes, closes));
        assert_eq!(Due::Lapse.at(closes), closes + TimeDelta::days(14));
        assert_eq!(funded_at(None, Funding::Funded, Some(closes)), Some(closes));
        assert_eq!(funded_at(None, Funding::Missed, Some(closes)), None);
        let sooner = Some(closes - TimeDelta::days(9));
        assert_eq!(funded_at(sooner, Funding::Funded, Some(closes)), sooner);
    }

    #[test]
    fn one_reminder_at_a_time() {
        let closes: DateTime<Utc> = "2027-04-01T00:00:00Z".parse().unwrap();
        let before = |hours| reminder(closes, closes - TimeDelta::hours(hours));
        assert_eq!(before(14 * 24 + 1), None);
        assert_eq!(before(14 * 24), Some(14));
        assert_eq!(before(4 * 24), Some(14));
        assert_eq!(before(3 * 24), Some(3));
        assert_eq!(before(24), Some(1));
        assert_eq!(before(0), None);
    }
}
