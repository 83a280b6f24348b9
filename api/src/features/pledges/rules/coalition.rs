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
