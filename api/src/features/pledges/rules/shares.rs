//! Who bears how much in mode `shared`: level shares, as water fills vessels of different height. Pure.
//!
//! Always holds, for every set of ceilings: no share passes its ceiling; the shares add up to the goal, or to the
//! ceilings where those are less; and no share rises because another organisation joins. (In proportion to the
//! ceilings the last would fail by a cent.)

use crate::kernel::Amount;

/// A pledge as the water sees it. `place` is its turn: leftover cents go to the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vessel {
    pub place: i32,
    pub ceiling: Amount,
}

/// What gives every share without a list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    pub level: Amount,
    /// Ceilings above the level bear a cent more up to this place.
    pub extra_to: Option<i32>,
}

/// The level at which the shares add up to the goal. `None` while the ceilings do not reach beyond it: then each
/// counts whole.
pub fn level(vessels: &[Vessel], goal: Amount) -> Option<Level> {
    let mut by_ceiling: Vec<Vessel> = vessels.to_vec();
    by_ceiling.sort_unstable_by_key(|vessel| vessel.ceiling);
    let mut left = goal.cents();
    for (full, vessel) in by_ceiling.iter().enumerate() {
        let remaining = i64::try_from(by_ceiling.len() - full).unwrap_or(i64::MAX);
        let level = left / remaining;
        if vessel.ceiling.cents() > level {
            return Some(Level { level: cents(level), extra_to: extra_to(&by_ceiling[full..], left % remaining) });
        }
        left -= vessel.ceiling.cents();
    }
    None
}

/// The place of the last pledge that bears one of the leftover cents.
fn extra_to(uncapped: &[Vessel], leftover: i64) -> Option<i32> {
    let last = usize::try_from(leftover).ok()?.checked_sub(1)?;
    let mut places: Vec<i32> = uncapped.iter().map(|vessel| vessel.place).collect();
    Some(*places.select_nth_unstable(last).1)
}

pub fn share(vessel: Vessel, level: Option<Level>) -> Amount {
    match level {
        Some(Level { level, extra_to }) if vessel.ceiling > level => {
            if extra_to.is_some_and(|place| vessel.place <= place) { level + Amount::CENT } else { level }
        }
        _ => vessel.ceiling,
    }
}

fn cents(cents: i64) -> Amount {
    Amount::from_cents(cents).expect("a level is not more than the goal")
}
