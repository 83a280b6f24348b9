//! The pledges of one project in mode `shared`, together: who counts, for how much, and what would change it. Pure.

use super::conditions::{Greatest, Members, Standing};
use super::shares::{Level, Vessel, level, share};
use crate::kernel::Amount;

/// What a set of pledges comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// In the order of the standings.
    pub active: Vec<bool>,
    pub backers: i32,
    pub waiters: i32,
    /// Of those that count.
    pub ceilings: Amount,
    /// Of those that do not.
    pub waiting: Amount,
    pub pledged: Amount,
    pub covered: bool,
    pub level: Option<Level>,
    /// The smallest pledge by anyone that would cover the goal. `None` once it is covered, or if none would do.
    pub tipping_point: Option<Amount>,
    /// The smallest pledge by anyone that would make a waiting one count.
    pub waking: Option<Waking>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waking {
    pub amount: Amount,
    /// How many wake, and with how much.
    pub pledges: i32,
    pub ceilings: Amount,
}

impl Outcome {
    pub fn share(&self, standings: &[Standing], index: usize) -> Amount {
        if self.active[index] { share(vessel(&standings[index]), self.level) } else { Amount::ZERO }
    }
}

pub fn outcome(standings: &[Standing], goal: Amount, minimum: Amount) -> Outcome {
    let members = Members::of(standings);
    let now = members.greatest(None);
    let counted: Vec<Vessel> =
        standings.iter().zip(&now.active).filter(|(_, active)| **active).map(|(one, _)| vessel(one)).collect();
    let waiting: Amount =
        standings.iter().zip(&now.active).filter(|(_, active)| !**active).map(|(one, _)| one.ceiling).sum();
    let ceilings = cents(now.total);
    let backers = number(counted.len());
    let covered = ceilings >= goal;
    let least = minimum.max(Amount::CENT);
    let reaches = |then: &Greatest| then.total >= goal.cents();
    let tipping_point = if covered { None } else { smallest(&members, least, goal, reaches) };
    let waking = (counted.len() < standings.len()).then(|| waking(standings, &members, &now, least, goal)).flatten();
    Outcome {
        backers,
        waiters: number(standings.len()) - backers,
        pledged: ceilings.min(goal),
        level: level(&counted, goal),
        active: now.active,
        ceilings,
        waiting,
        covered,
        tipping_point,
        waking,
    }
}

/// The smallest pledge by a newcomer for which `enough` holds. More never breaks what less has reached, so halving the
/// range finds it.
fn smallest(members: &Members<'_>, least: Amount, most: Amount, enough: impl Fn(&Greatest) -> bool) -> Option<Amount> {
    let (mut low, mut high) = (least.cents(), most.cents());
    let enough_at = |amount: i64| enough(&members.greatest(Some(cents(amount))));
    if low > high || !enough_at(high) {
        return None;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if enough_at(middle) { high = middle } else { low = middle + 1 }
    }
    Some(cents(low))
}

fn waking(
    standings: &[Standing],
    members: &Members<'_>,
    now: &Greatest,
    least: Amount,
    goal: Amount,
) -> Option<Waking> {
    // The newcomer is one more that counts, whoever wakes.
    let amount = smallest(members, least, goal, |then| then.count > now.count + 1)?;
    let then = members.greatest(Some(amount));
    let woken = now.active.iter().zip(&then.active).zip(standings).filter(|((was, is), _)| !**was && **is);
    let ceilings: Vec<Amount> = woken.map(|(_, standing)| standing.ceiling).collect();
    Some(Waking { amount, pledges: number(ceilings.len()), ceilings: ceilings.into_iter().sum() })
}

fn vessel(standing: &Standing) -> Vessel {
    Vessel { place: standing.place, ceiling: standing.ceiling }
}

fn cents(cents: i64) -> Amount {
    Amount::from_cents(cents).expect("sums stay far below the largest")
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::conditions::tests::{any_standings, by_trying, standing};
    use super::*;

    /// The same with one more, real pledge that nobody names.
    fn joined(standings: &[Standing], amount: i64) -> Vec<Standing> {
        [standings, &[standing(99, amount)]].concat()
    }

    fn total(standings: &[Standing], active: &[bool]) -> i64 {
        standings.iter().zip(active).filter(|(_, active)| **active).map(|(one, _)| one.ceiling.cents()).sum()
    }

    /// Who wakes beside a newcomer.
    fn woken(standings: &[Standing], now: &[bool], amount: i64) -> Vec<bool> {
        let then = by_trying(&joined(standings, amount));
        now.iter().zip(then).map(|(was, is)| is && !was).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        #[test]
        fn the_sums_are_of_who_counts(standings in any_standings(8), goal in 1..=60_i64) {
            let outcome = outcome(&standings, cents(goal), Amount::ZERO);
            let now = by_trying(&standings);
            let ceilings = total(&standings, &now);
            let all: i64 = standings.iter().map(|one| one.ceiling.cents()).sum();
            prop_assert_eq!(&outcome.active, &now);
            prop_assert_eq!(outcome.backers, number(now.iter().filter(|active| **active).count()));
            prop_assert_eq!(outcome.waiters, number(now.iter().filter(|active| !**active).count()));
            prop_assert_eq!(outcome.ceilings, cents(ceilings));
            prop_assert_eq!(outcome.waiting, cents(all - ceilings));
            prop_assert_eq!(outcome.pledged, cents(ceilings.min(goal)));
            prop_assert_eq!(outcome.covered, ceilings >= goal);
            let shares: Vec<Amount> = (0..standings.len()).map(|index| outcome.share(&standings, index)).collect();
            prop_assert_eq!(shares.iter().copied().sum::<Amount>(), outcome.pledged);
            prop_assert!(shares.iter().zip(now).all(|(share, active)| active != share.is_zero() || active && goal < 9));
        }

        #[test]
        fn the_tipping_point_is_the_first_cent_that_covers(
            standings in any_standings(4), goal in 1..=60_i64, minimum in prop_oneof![Just(0), 0..=70_i64],
        ) {
            let found = outcome(&standings, cents(goal), cents(minimum));
            let covers = |amount: &i64| {
                let then = joined(&standings, *amount);
                total(&then, &by_trying(&then)) >= goal
            };
            let first = if found.covered { None } else { (minimum.max(1)..=goal).find(covers) };
            prop_assert_eq!(found.tipping_point, first.map(cents));
        }

        #[test]
        fn waking_is_the_first_cent_that_wakes(
            standings in any_standings(4), goal in 1..=60_i64, minimum in prop_oneof![Just(0), 0..=70_i64],
        ) {
            let found = outcome(&standings, cents(goal), cents(minimum));
            let now = by_trying(&standings);
            let first = (minimum.max(1)..=goal).find(|amount| woken(&standings, &now, *amount).contains(&true));
            let expected = first.map(|amount| {
                let woken = woken(&standings, &now, amount);
                let pledges = number(woken.iter().filter(|woken| **woken).count());
                Waking { amount: cents(amount), pledges, ceilings: cents(total(&standings, &woken)) }
            });
            prop_assert_eq!(found.waking, expected);
        }

        /// With real sums, where trying every cent would take too long.
        #[test]
        fn a_cent_less_would_not_do(
            standings in any_standings(8), unit in 1..=1_000_000_i64, goal in 1..=60_i64, minimum in 0..=20_i64,
        ) {
            let times = |amount: Amount| cents(amount.cents() * unit + 1);
            let mut standings = standings;
            for one in &mut standings {
                one.ceiling = times(one.ceiling);
                one.conditions.min_other_amount = one.conditions.min_other_amount.map(times);
                one.conditions.min_total = one.conditions.min_total.map(times);
            }
            let (goal, minimum) = (cents(goal * unit), cents(minimum * unit));
            let now = outcome(&standings, goal, minimum);
            let then = |amount: i64| outcome(&joined(&standings, amount), goal, minimum);
            if let Some(amount) = now.tipping_point {
                prop_assert!(minimum <= amount && amount <= goal && then(amount.cents()).covered);
                prop_assert!(amount <= minimum.max(Amount::CENT) || !then(amount.cents() - 1).covered);
            } else {
                prop_assert!(now.covered || minimum > goal || !then(goal.cents()).covered);
            }
            if let Some(Waking { amount, .. }) = now.waking {
                prop_assert!(minimum <= amount && amount <= goal && then(amount.cents()).waiters < now.waiters);
                prop_assert!(amount <= minimum.max(Amount::CENT) || then(amount.cents() - 1).waiters == now.waiters);
            } else {
                prop_assert!(minimum > goal || then(goal.cents()).waiters == now.waiters);
            }
        }
    }

    /// "A pledge of $5,000 by anyone wakes …": one more community, of any size, is all that is missing.
    #[test]
    fn one_small_pledge_tips_a_coalition() {
        let mut all: Vec<Standing> = (0..).zip([1_000_000, 1_500_000, 750_000]).map(|(n, c)| standing(n, c)).collect();
        all[1].conditions.min_other_orgs = Some(3);
        all[2].conditions.min_other_amount = Some(cents(3_000_000));
        let outcome = outcome(&all, cents(3_750_000), cents(100_000));
        assert_eq!((outcome.backers, outcome.waiters), (1, 2));
        assert_eq!((outcome.ceilings, outcome.waiting), (cents(1_000_000), cents(2_250_000)));
        let waking = Waking { amount: cents(500_000), pledges: 2, ceilings: cents(2_250_000) };
        assert_eq!((outcome.tipping_point, outcome.waking), (Some(cents(500_000)), Some(waking)));
    }
}
