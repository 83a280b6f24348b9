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

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn vessels(ceilings: &[i64]) -> Vec<Vessel> {
        (1..).zip(ceilings).map(|(place, ceiling)| Vessel { place, ceiling: cents(*ceiling) }).collect()
    }

    fn shares(vessels: &[Vessel], goal: i64) -> Vec<i64> {
        let level = level(vessels, cents(goal));
        vessels.iter().map(|vessel| share(*vessel, level).cents()).collect()
    }

    /// Cent by cent: the earliest first, round after round, past those that are full.
    fn poured(vessels: &[Vessel], goal: i64) -> Vec<i64> {
        let mut turns: Vec<usize> = (0..vessels.len()).collect();
        turns.sort_by_key(|index| vessels[*index].place);
        let (mut poured, mut left) = (vec![0; vessels.len()], goal);
        loop {
            let before = left;
            for index in &turns {
                if left > 0 && poured[*index] < vessels[*index].ceiling.cents() {
                    poured[*index] += 1;
                    left -= 1;
                }
            }
            if left == before {
                return poured;
            }
        }
    }

    /// In any order, their places with gaps, as withdrawn pledges leave them.
    fn any_vessels(ceiling: impl Strategy<Value = i64>) -> impl Strategy<Value = Vec<Vessel>> {
        let standing = vec((1..4_i32, ceiling), 1..=9).prop_map(|steps| {
            let places = steps.iter().scan(0, |place, (step, _)| {
                *place += step;
                Some(*place)
            });
            places.zip(&steps).map(|(place, (_, ceiling))| Vessel { place, ceiling: cents(*ceiling) }).collect()
        });
        standing.prop_flat_map(|standing: Vec<Vessel>| Just(standing).prop_shuffle())
    }

    fn up_to(bounds: &[i64]) -> impl Strategy<Value = i64> + use<> {
        prop::sample::select(bounds.to_vec()).prop_flat_map(|most| 1..=most)
    }

    fn small() -> impl Strategy<Value = (Vec<Vessel>, i64)> {
        (any_vessels(up_to(&[4, 40])), up_to(&[10, 60, 300]))
    }

    fn large() -> impl Strategy<Value = (Vec<Vessel>, i64)> {
        let most = Amount::MAX.cents();
        (any_vessels(up_to(&[40, 5_000_000, most])), up_to(&[100, 10_000_000, most]))
    }

    fn without(vessels: &[Vessel], index: usize) -> Vec<Vessel> {
        vessels.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, vessel)| *vessel).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn shares_are_what_pouring_gives((vessels, goal) in small()) {
            prop_assert_eq!(shares(&vessels, goal), poured(&vessels, goal));
        }

        #[test]
        fn shares_add_up_below_their_ceilings((vessels, goal) in prop_oneof![small(), large()]) {
            let found = shares(&vessels, goal);
            let ceilings: i64 = vessels.iter().map(|vessel| vessel.ceiling.cents()).sum();
            prop_assert_eq!(found.iter().sum::<i64>(), goal.min(ceilings));
            prop_assert!(found.iter().zip(&vessels).all(|(share, vessel)| (0..=vessel.ceiling.cents()).contains(share)));
            let level = level(&vessels, cents(goal));
            prop_assert_eq!(level.is_none(), ceilings <= goal);
            if let Some(level) = level {
                let mut uncapped: Vec<&Vessel> = vessels.iter().filter(|vessel| vessel.ceiling > level.level).collect();
                uncapped.sort_by_key(|vessel| vessel.place);
                let extra = uncapped.iter().map(|vessel| share(**vessel, Some(level)).cents() - level.level.cents());
                let extra: Vec<i64> = extra.collect();
                prop_assert!(extra.is_sorted_by(|earlier, later| earlier >= later), "the earliest take what is left");
                prop_assert!(extra[0] <= 1 && extra[extra.len() - 1] == 0);
            }
        }

        /// Whatever the joining one's turn: one that waited may wake to an early place. Read backwards: when one
        /// leaves, nobody's share falls.
        #[test]
        fn no_share_rises_when_another_joins((vessels, goal) in prop_oneof![small(), large()], joins in 0..9_usize) {
            let joins = joins % vessels.len();
            let before = shares(&without(&vessels, joins), goal);
            let mut after = shares(&vessels, goal);
            after.remove(joins);
            prop_assert!(before.iter().zip(&after).all(|(before, after)| after <= before), "{:?} {:?}", before, after);
        }

        #[test]
        fn a_raised_ceiling_raises_only_its_own_share(
            (vessels, goal) in prop_oneof![small(), large()], raised in 0..9_usize, by in up_to(&[3, 50, 5_000_000]),
        ) {
            let raised = raised % vessels.len();
            let (before, mut higher) = (shares(&vessels, goal), vessels);
            higher[raised].ceiling = higher[raised].ceiling + cents(by);
            for (index, (before, after)) in before.into_iter().zip(shares(&higher, goal)).enumerate() {
                let fair = if index == raised { after >= before } else { after <= before };
                prop_assert!(fair, "{} to {}", before, after);
            }
        }
    }

    #[test]
    fn shares_are_level() {
        let four = [3_000_000, 2_500_000, 1_000_000, 500_000];
        assert_eq!(shares(&vessels(&four), 5_000_000), [1_750_000, 1_750_000, 1_000_000, 500_000]);
        let joined = [3_000_000, 2_500_000, 1_000_000, 500_000, 1_500_000];
        assert_eq!(shares(&vessels(&joined), 5_000_000), [1_166_667, 1_166_667, 1_000_000, 500_000, 1_166_666]);
    }

    #[test]
    fn nobody_bears_what_nobody_pledged() {
        assert_eq!(shares(&[], 100), [0; 0]);
        assert_eq!(shares(&vessels(&[30, 70]), 100), [30, 70]);
        assert_eq!(shares(&vessels(&[30, 70]), 101), [30, 70]);
        assert_eq!(shares(&vessels(&[500]), 100), [100]);
        assert_eq!(shares(&vessels(&[5, 5, 5]), 2), [1, 1, 0]);
    }
}
