//! What a change would do to those who stand: totals, shares, who wakes and who sleeps, in numbers and in words. By the
//! arithmetic that counts them; nothing is written.

use std::collections::HashMap;

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{SimulatedParty, SimulatedShare, SimulatedState, Simulation};
use super::rules::booking::Booked;
use super::rules::coalition::{Outcome, outcome};
use super::rules::conditions::{Conditions, Standing};
use super::rules::explain::{Explanation, Words};
use super::{store, view};
use crate::error::Result;
use crate::features::organizations::dto::OrganizationLink;
use crate::features::organizations::store as organizations;
use crate::features::projects::store::Project;
use crate::kernel::{Amount, Funding, OrganizationId, PledgeId, Stage};

/// How many parties an answer lists.
const LISTED: usize = 100;

/// What the answer to a question does to those who stand.
pub enum Change {
    Joins {
        organization: OrganizationId,
        public: bool,
        conditions: Conditions,
        booked: Booked,
    },
    Becomes {
        pledge: PledgeId,
        public: bool,
        conditions: Conditions,
        was: Amount,
        booked: Booked,
    },
    Leaves {
        pledge: PledgeId,
        was: Amount,
    },
    /// A request: nobody's share moves.
    Nothing,
}

/// A coalition that is open: everything is derived anew.
pub async fn coalition(
    conn: &mut AsyncPgConnection,
    project: &Project,
    stage: Stage,
    change: &Change,
) -> Result<Simulation> {
    let (ids, standings) = store::standings(conn, project.id()).await?;
    let (goal, minimum) = (project.firm_goal()?, project.minimum()?);
    let before = outcome(&standings, goal, minimum);
    let mut parties: Vec<Party> = ids
        .iter()
        .enumerate()
        .map(|(index, id)| Party {
            id: Some(*id),
            standing: standings[index],
            was_active: before.active[index],
            before: before.share(&standings, index),
            own: false,
        })
        .collect();
    alter(&mut parties, change, project.money.next_place);
    let left = match change {
        Change::Leaves { pledge, .. } => take(&mut parties, *pledge),
        _ => None,
    };
    let with: Vec<Standing> = parties.iter().map(|party| party.standing).collect();
    let after = outcome(&with, goal, minimum);
    let mut moved: Vec<Moved> = parties
        .into_iter()
        .enumerate()
        .map(|(index, party)| Moved { after: after.share(&with, index), is_active: after.active[index], party })
        .collect();
    moved.extend(left.map(|party| Moved { party, after: Amount::ZERO, is_active: false }));
    let states = (coalition_state(&before, stage.funding, goal), coalition_state(&after, stage.funding, goal));
    let mut said = Vec::new();
    let words = Words(project.currency()?);
    if after.covered {
        said.push(words.covered(after.ceilings.less(goal)));
    }
    if let Some(amount) = after.tipping_point {
        said.push(words.tipping_point(amount));
    }
    if let Some(waking) = &after.waking {
        said.push(words.waking(waking));
    }
    if let Some(own) = moved.iter().find(|moved| moved.party.own && !matches!(change, Change::Leaves { .. })) {
        let standing = &own.party.standing;
        if own.is_active {
            said.push(words.bears_share(standing.ceiling, own.after));
        } else {
            said.extend(words.waits(standing.ceiling, &standing.conditions, after.backers, after.ceilings));
        }
    }
    answer(conn, states, moved, after.tipping_point, said, words).await
}

/// In mode `fixed`, and in a gap, nobody's share depends on another's.
pub async fn counted(
    conn: &mut AsyncPgConnection,
    project: &Project,
    stage: Stage,
    change: &Change,
) -> Result<Simulation> {
    let (goal, pledged) = (project.firm_goal()?, project.pledged()?);
    let state = |pledged: Amount, backers: i32| SimulatedState {
        funding: if pledged == goal { Funding::Funded } else { stage.funding },
        pledged,
        ceilings: pledged,
        waiting: Amount::ZERO,
        remaining: goal.less(pledged),
        backers,
        covered: pledged >= goal,
    };
    let now = project.money.backers;
    let (after, backers, was, is) = match change {
        Change::Joins { booked, .. } => (pledged + booked.amount, now + 1, Amount::ZERO, booked.amount),
        Change::Becomes { was, booked, .. } => (pledged.less(*was) + booked.amount, now, *was, booked.amount),
        Change::Leaves { was, .. } => (pledged.less(*was), now - 1, *was, Amount::ZERO),
        Change::Nothing => (pledged, now, Amount::ZERO, Amount::ZERO),
    };
    let organization = match change {
        Change::Joins { organization, .. } => Some(*organization),
        Change::Becomes { pledge, .. } | Change::Leaves { pledge, .. } => {
            Some(store::find(conn, *pledge).await?.organization())
        }
        Change::Nothing => None,
    };
    let own = organization.map(|organization| {
        let conditions = Conditions::default();
        let standing = Standing { organization, place: 0, ceiling: is, public: false, conditions, active: true };
        let party = Party { id: None, standing, was_active: !was.is_zero(), before: was, own: true };
        Moved { party, after: is, is_active: !is.is_zero() }
    });
    let mut before = state(pledged, now);
    before.funding = stage.funding;
    let after = state(after, backers);
    let words = Words(project.currency()?);
    let mut said = Vec::new();
    let takes = after.funding != Funding::Funded || !after.remaining.is_zero();
    let least = if stage.funding == Funding::Funded { Amount::CENT } else { project.minimum()?.max(Amount::CENT) };
    let tipping_point = Some(after.remaining).filter(|remaining| takes && *remaining >= least);
    if after.covered {
        said.push(words.funds());
    } else if stage.funding == Funding::Funded {
        said.push(words.gap(after.remaining));
    } else if let Some(amount) = tipping_point {
        said.push(words.tipping_point(amount));
    }
    answer(conn, (before, after), own.into_iter().collect(), tipping_point, said, words).await
}

struct Party {
    id: Option<PledgeId>,
    standing: Standing,
    was_active: bool,
    before: Amount,
    own: bool,
}

struct Moved {
    party: Party,
    after: Amount,
    is_active: bool,
}

fn alter(parties: &mut Vec<Party>, change: &Change, next_place: i32) {
    match change {
        Change::Joins { organization, public, conditions, booked } => parties.push(Party {
            id: None,
            standing: Standing {
                organization: *organization,
                place: next_place,
                ceiling: booked.amount,
                public: *public,
                conditions: *conditions,
                active: false,
            },
            was_active: false,
            before: Amount::ZERO,
            own: true,
        }),
        Change::Becomes { pledge, public, conditions, booked, .. } => {
            for party in parties.iter_mut().filter(|party| party.id == Some(*pledge)) {
                let place = party.standing.place;
                let organization = party.standing.organization;
                let (ceiling, public, conditions) = (booked.amount, *public, *conditions);
                party.standing =
                    Standing { organization, place, ceiling, public, conditions, active: party.was_active };
                party.own = true;
            }
        }
        Change::Leaves { .. } | Change::Nothing => {}
    }
}

fn take(parties: &mut Vec<Party>, pledge: PledgeId) -> Option<Party> {
    let index = parties.iter().position(|party| party.id == Some(pledge))?;
    let mut party = parties.remove(index);
    party.own = true;
    Some(party)
}

fn coalition_state(outcome: &Outcome, funding: Funding, goal: Amount) -> SimulatedState {
    SimulatedState {
        funding,
        pledged: outcome.pledged,
        ceilings: outcome.ceilings,
        waiting: outcome.waiting,
        remaining: goal.less(outcome.pledged),
        backers: outcome.backers,
        covered: outcome.covered,
    }
}

async fn answer(
    conn: &mut AsyncPgConnection,
    (before, after): (SimulatedState, SimulatedState),
    mut moved: Vec<Moved>,
    tipping_point: Option<Amount>,
    mut explanation: Vec<Explanation>,
    words: Words,
) -> Result<Simulation> {
    moved.retain(|moved| {
        moved.party.own || moved.party.before != moved.after || moved.party.was_active != moved.is_active
    });
    // By what they bear: the order they came in would tell about those who hide.
    moved
        .sort_by_key(|moved| (!moved.party.own, std::cmp::Reverse(moved.after), std::cmp::Reverse(moved.party.before)));
    let woken = || moved.iter().filter(|moved| !moved.party.own && !moved.party.was_active && moved.is_active);
    let slept = || moved.iter().filter(|moved| !moved.party.own && moved.party.was_active && !moved.is_active);
    let ceilings = |of: &mut dyn Iterator<Item = &Moved>| of.map(|moved| moved.party.standing.ceiling).sum::<Amount>();
    if woken().count() > 0 {
        explanation.push(words.wakes(woken().count(), ceilings(&mut woken())));
    }
    if slept().count() > 0 {
        explanation.push(words.sleeps(slept().count(), ceilings(&mut slept())));
    }
    let names = names(conn, &moved).await?;
    let name = |moved: &Moved| names.get(&moved.party.standing.organization.as_uuid()).map(view::link).transpose();
    let party = |moved: &Moved| -> Result<SimulatedParty> {
        Ok(SimulatedParty { organization: name(moved)?, own: moved.party.own, amount: moved.party.standing.ceiling })
    };
    let changes = || moved.iter().filter(|moved| moved.party.own || moved.party.before != moved.after);
    let shares = changes().take(LISTED).map(|moved| {
        let organization: Option<OrganizationLink> = name(moved)?;
        let (before, after) = (moved.party.before, moved.after);
        Ok(SimulatedShare { organization, own: moved.party.own, before, after })
    });
    Ok(Simulation {
        shares: shares.collect::<Result<_>>()?,
        more: i64::try_from(changes().count().saturating_sub(LISTED)).unwrap_or(i64::MAX),
        wakes: woken().take(LISTED).map(party).collect::<Result<_>>()?,
        sleeps: slept().take(LISTED).map(party).collect::<Result<_>>()?,
        before,
        after,
        tipping_point,
        requested: false,
        explanation,
    })
}

/// Those who may be named: who is public, and the caller's own.
async fn names(conn: &mut AsyncPgConnection, moved: &[Moved]) -> Result<HashMap<Uuid, organizations::OrganizationRow>> {
    let shown = moved.iter().filter(|moved| moved.party.standing.public || moved.party.own);
    let ids: Vec<Uuid> = shown.map(|moved| moved.party.standing.organization.as_uuid()).take(3 * LISTED).collect();
    let rows = organizations::load(conn, &ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
