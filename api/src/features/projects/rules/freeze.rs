//! What may still be changed about a project's money while pledges stand on it. Pure.

use chrono::NaiveDate;

use crate::kernel::{Amount, Mode, TimeZone};

/// What pledges are placed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    pub mode: Mode,
    pub minimum: Amount,
    pub goal: Option<Amount>,
    pub pledge_by: Option<NaiveDate>,
    pub time_zone: TimeZone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frozen {
    /// These do not move while a pledge is live.
    Fields(Vec<&'static str>),
    BelowPledged {
        pledged: Amount,
    },
}

/// Whether an open project may go from `before` to `after`. `booked` is what counts in mode `fixed`.
pub fn check(before: &Ground, after: &Ground, live: bool, booked: Amount) -> Result<(), Frozen> {
    if !live {
        return Ok(());
    }
    let mut frozen = Vec::new();
    if before.mode != after.mode {
        frozen.push("mode");
    }
    if before.minimum != after.minimum {
        frozen.push("minimum_pledge");
    }
    if before.pledge_by != after.pledge_by {
        frozen.push("pledge_by");
    }
    if before.time_zone != after.time_zone {
        frozen.push("time_zone");
    }
    if after.goal > before.goal || after.goal.is_none() {
        frozen.push("goal");
    }
    if !frozen.is_empty() {
        return Err(Frozen::Fields(frozen));
    }
    match after.goal {
        Some(goal) if before.mode == Mode::Fixed && goal < booked => Err(Frozen::BelowPledged { pledged: booked }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_goal_falls_to_what_is_booked_and_nothing_else_moves() {
        let amount = |text: &str| Amount::parse(text).unwrap();
        let before = Ground {
            mode: Mode::Fixed,
            minimum: amount("100.00"),
            goal: Some(amount("1000.00")),
            pledge_by: "2027-03-31".parse().ok(),
            time_zone: TimeZone::parse("UTC").unwrap(),
        };
        let goal = |text| Ground { goal: Some(amount(text)), ..before };
        let booked = amount("400.00");
        assert_eq!(check(&before, &goal("400.00"), true, booked), Ok(()));
        assert_eq!(check(&before, &goal("399.99"), true, booked), Err(Frozen::BelowPledged { pledged: booked }));
        assert_eq!(check(&before, &goal("1000.01"), true, booked), Err(Frozen::Fields(vec!["goal"])));
        let all = Ground {
            mode: Mode::Shared,
            minimum: amount("1.00"),
            goal: None,
            pledge_by: "2027-04-30".parse().ok(),
            time_zone: TimeZone::parse("Asia/Tokyo").unwrap(),
        };
        let everything = vec!["mode", "minimum_pledge", "pledge_by", "time_zone", "goal"];
        assert_eq!(check(&before, &all, true, booked), Err(Frozen::Fields(everything)));
        assert_eq!(check(&before, &all, false, Amount::ZERO), Ok(()));
        let shared = Ground { mode: Mode::Shared, ..before };
        let low = Ground { goal: Some(amount("1.00")), ..shared };
        assert_eq!(check(&shared, &low, true, booked), Ok(()));
    }
}
