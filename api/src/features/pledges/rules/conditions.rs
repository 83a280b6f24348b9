//! Which pledges of a coalition count: "we commit this if others …". Pure.
//!
//! Every condition is monotone: more and larger pledges never break one. So there is one greatest set in which all
//! conditions of all members hold, and it does not depend on who came first.

use std::collections::{HashMap, HashSet};

use crate::kernel::{Amount, OrganizationId};

/// What must hold over the others that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    pub min_other_orgs: Option<i32>,
    /// Of the others' ceilings, never their shares: a share falls when somebody joins.
    pub min_other_amount: Option<Amount>,
    pub min_total: Option<Amount>,
    /// Met only by a public pledge, so that it is no way to ask who hides.
    pub requires_org: Option<OrganizationId>,
}

impl Conditions {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A pledge as conditions see it. One organisation has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub organization: OrganizationId,
    pub place: i32,
    pub ceiling: Amount,
    pub public: bool,
    pub conditions: Conditions,
    /// Whether it counts as things stand.
    pub active: bool,
}

/// Standings made ready to be asked, more than once, who counts.
///
/// Members stand in order of what they need, so a drop looks only at those it breaks: an answer costs a step for each
/// member that drops, not for each pair.
pub struct Members<'a> {
    standings: &'a [Standing],
    by_count: Vec<(i64, usize)>,
    by_total: Vec<(i64, usize)>,
    needers: HashMap<OrganizationId, Vec<usize>>,
    /// Who needs an organisation that is not there at all.
    hopeless: Vec<usize>,
    total: i64,
}

/// The greatest set in which everybody's conditions hold.
pub struct Greatest {
    /// In the order of the standings.
    pub active: Vec<bool>,
    /// A newcomer counts in both.
    pub count: i64,
    pub total: i64,
}

impl<'a> Members<'a> {
    pub fn of(standings: &'a [Standing]) -> Self {
        let public: HashSet<_> = standings.iter().filter(|one| one.public).map(|one| one.organization).collect();
        let mut needers: HashMap<OrganizationId, Vec<usize>> = HashMap::new();
        let mut hopeless = Vec::new();
        for (index, standing) in standings.iter().enumerate() {
            match standing.conditions.requires_org {
                Some(required) if public.contains(&required) => needers.entry(required).or_default().push(index),
                Some(_) => hopeless.push(index),
                None => {}
            }
        }
        Self {
            standings,
            by_count: sorted(standings, |standing| standing.conditions.min_other_orgs.map(i64::from)),
            by_total: sorted(standings, needed_total),
            needers,
            hopeless,
            total: standings.iter().map(|standing| standing.ceiling.cents()).sum(),
        }
    }

    /// Starts with all and drops whoever fails until nobody does. The newcomer, if there is one, is an organisation
    /// that nobody names, with a pledge of that much and no conditions.
    pub fn greatest(&self, newcomer: Option<Amount>) -> Greatest {
        let mut active = vec![true; self.standings.len()];
        let mut count = i64::try_from(active.len()).unwrap_or(i64::MAX) + i64::from(newcomer.is_some());
        let mut total = self.total + newcomer.map_or(0, Amount::cents);
        let (mut by_count, mut by_total) = (self.by_count.as_slice(), self.by_total.as_slice());
        let mut failing = self.hopeless.clone();
        loop {
            while let Some((&(needed, index), easier)) = by_count.split_last()
                && needed > count - 1
            {
                failing.push(index);
                by_count = easier;
            }
            while let Some((&(needed, index), easier)) = by_total.split_last()
                && needed > total
            {
                failing.push(index);
                by_total = easier;
            }
            let Some(index) = failing.pop() else { break };
            if std::mem::replace(&mut active[index], false) {
                let standing = &self.standings[index];
                count -= 1;
                total -= standing.ceiling.cents();
                if standing.public {
                    failing.extend(self.needers.get(&standing.organization).into_iter().flatten());
                }
            }
        }
        Greatest { active, count, total }
    }
}

/// What the whole set must come to for this member: its own ceiling is never "others".
fn needed_total(standing: &Standing) -> Option<i64> {
    let others = standing.conditions.min_other_amount.map(|others| others.cents() + standing.ceiling.cents());
    others.max(standing.conditions.min_total.map(Amount::cents))
}

/// Those who need something, the most demanding last.
fn sorted(standings: &[Standing], need: impl Fn(&Standing) -> Option<i64>) -> Vec<(i64, usize)> {
    let needs = standings.iter().enumerate().filter_map(|(index, standing)| Some((need(standing)?, index)));
    let mut needs: Vec<(i64, usize)> = needs.collect();
    needs.sort_unstable();
    needs
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    pub fn cents(cents: i64) -> Amount {
        Amount::from_cents(cents).unwrap()
    }

    pub fn organization(number: usize) -> OrganizationId {
        Uuid::from_u128(number as u128).into()
    }

    /// Hidden, the organisation of that number, without conditions.
    pub fn standing(number: usize, ceiling: i64) -> Standing {
        Standing {
            organization: organization(number),
            place: i32::try_from(number).unwrap(),
            ceiling: cents(ceiling),
            public: false,
            conditions: Conditions::default(),
            active: false,
        }
    }

    /// Up to so many with all kinds of conditions, public and hidden. Who is required may be missing, hidden or oneself.
    pub fn any_standings(most: usize) -> impl Strategy<Value = Vec<Standing>> {
        let conditions = (
            option::weighted(0.4, 0..=4_i32),
            option::weighted(0.3, (0..=30_i64).prop_map(cents)),
            option::weighted(0.3, (0..=40_i64).prop_map(cents)),
            option::weighted(0.3, (0..=most).prop_map(organization)),
        );
        let conditions = conditions.prop_map(|(min_other_orgs, min_other_amount, min_total, requires_org)| {
            Conditions { min_other_orgs, min_other_amount, min_total, requires_org }
        });
        vec((1..=12_i64, any::<bool>(), any::<bool>(), conditions), 1..=most).prop_map(|pledges| {
            let pledges = pledges.into_iter().enumerate();
            let standing = pledges.map(|(number, (ceiling, public, conditional, conditions))| Standing {
                public: public || number == 0,
                conditions: if conditional { conditions } else { Conditions::default() },
                ..standing(number, ceiling)
            });
            standing.collect()
        })
    }

    /// Whether all that one asks for holds over those in the set, which it is in itself.
    fn satisfied(one: &Standing, set: &[&Standing]) -> bool {
        let Conditions { min_other_orgs, min_other_amount, min_total, requires_org } = one.conditions;
        let others = || set.iter().filter(|other| other.organization != one.organization);
        let public = |required| set.iter().any(|other| other.public && other.organization == required);
        min_other_orgs.is_none_or(|least| others().count() >= usize::try_from(least).unwrap())
            && min_other_amount.is_none_or(|least| others().map(|other| other.ceiling).sum::<Amount>() >= least)
            && min_total.is_none_or(|least| set.iter().map(|other| other.ceiling).sum::<Amount>() >= least)
            && requires_org.is_none_or(public)
    }

    fn valid(standings: &[Standing], subset: u32) -> bool {
        let inside = standings.iter().enumerate().filter(|(index, _)| subset & (1 << index) != 0);
        let inside: Vec<&Standing> = inside.map(|(_, one)| one).collect();
        inside.iter().all(|one| satisfied(one, &inside))
    }

    /// All valid subsets together, by trying each.
    pub fn by_trying(standings: &[Standing]) -> Vec<bool> {
        let valid_subsets = (0..1_u32 << standings.len()).filter(|subset| valid(standings, *subset));
        let union = valid_subsets.fold(0, |union, subset| union | subset);
        assert!(valid(standings, union), "a greatest one exists");
        (0..standings.len()).map(|index| union & (1 << index) != 0).collect()
    }

    fn active(standings: &[Standing]) -> Vec<bool> {
        Members::of(standings).greatest(None).active
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

        #[test]
        fn it_is_the_union_of_all_valid_sets(standings in any_standings(8)) {
            let greatest = Members::of(&standings).greatest(None);
            prop_assert_eq!(&greatest.active, &by_trying(&standings));
            let counted = || standings.iter().zip(&greatest.active).filter(|(_, active)| **active);
            prop_assert_eq!(greatest.count, i64::try_from(counted().count()).unwrap());
            prop_assert_eq!(greatest.total, counted().map(|(one, _)| one.ceiling.cents()).sum::<i64>());
        }

        #[test]
        fn who_came_first_does_not_matter(
            (standings, shuffled) in any_standings(8).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        ) {
            let counts: HashMap<_, _> = standings.iter().map(|one| one.organization).zip(active(&standings)).collect();
            for (one, active) in shuffled.iter().zip(active(&shuffled)) {
                prop_assert_eq!(active, counts[&one.organization]);
            }
        }

        #[test]
        fn more_puts_nobody_to_sleep(standings in any_standings(8), who in 0..8_usize, by in 1..=20_i64) {
            let who = who % standings.len();
            let now = active(&standings);
            let mut without = standings.clone();
            without.remove(who);
            let mut others = now.clone();
            others.remove(who);
            prop_assert!(active(&without).iter().zip(&others).all(|(before, after)| before <= after), "another joins");

            let mut more = standings;
            more[who].ceiling = more[who].ceiling + cents(by);
            prop_assert!(now.iter().zip(active(&more)).all(|(before, after)| *before <= after), "a ceiling rises");
            let raised = active(&more);
            more[who].public = true;
            prop_assert!(raised.iter().zip(active(&more)).all(|(before, after)| *before <= after), "one comes out");
        }

        #[test]
        fn a_newcomer_is_a_hidden_pledge_without_conditions(standings in any_standings(8), amount in 1..=40_i64) {
            let guess = Members::of(&standings).greatest(Some(cents(amount)));
            let mut joined = standings;
            joined.push(standing(99, amount));
            let mut real = Members::of(&joined).greatest(None);
            prop_assert_eq!(real.active.pop(), Some(true));
            prop_assert_eq!((guess.active, guess.count, guess.total), (real.active, real.count, real.total));
        }
    }

    #[test]
    fn a_coalition_stands_or_falls_together() {
        let mut all: Vec<Standing> =
            (0..).zip([1_000_000, 1_500_000, 500_000, 2_000_000]).map(|(n, ceiling)| standing(n, ceiling)).collect();
        all[1].conditions.min_other_orgs = Some(3);
        all[2].conditions.min_other_amount = Some(cents(1_500_000));
        all[3].conditions.min_total = Some(cents(5_000_000));
        let greatest = Members::of(&all).greatest(None);
        assert_eq!((greatest.active, greatest.total), (vec![true; 4], 5_000_000));
        let greatest = Members::of(&all[..3]).greatest(None);
        assert_eq!((greatest.active, greatest.total), (vec![true, false, false], 1_000_000));
    }

    #[test]
    fn two_that_require_each_other_count() {
        let mut both = [standing(0, 100), standing(1, 100)];
        for (one, other) in [(0, 1), (1, 0)] {
            both[one].public = true;
            both[one].conditions.requires_org = Some(organization(other));
        }
        assert_eq!(active(&both), [true, true]);
        assert_eq!(active(&both[..1]), [false], "A without B: none");
        both[1].public = false;
        assert_eq!(active(&both), [false, false], "nobody can ask who hides");
    }

    #[test]
    fn the_own_pledge_is_never_another() {
        let mut alone = [standing(0, 100)];
        alone[0].conditions.min_other_orgs = Some(1);
        assert_eq!(active(&alone), [false]);
        alone[0].conditions = Conditions { min_other_amount: Some(Amount::CENT), ..Conditions::default() };
        assert_eq!(active(&alone), [false]);
        alone[0].conditions = Conditions { min_total: Some(cents(100)), ..Conditions::default() };
        assert_eq!(active(&alone), [true]);
    }
}
