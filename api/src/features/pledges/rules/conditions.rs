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
