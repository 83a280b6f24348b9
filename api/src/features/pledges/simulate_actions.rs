//! What would be: for a new pledge, a change, a withdrawal. By the same judgement and the same arithmetic as doing it;
//! no lock is taken and nothing is written.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::actions::{judge_new, no_such_organization, seen_by};
use super::dto::{SimulatedParty, SimulatedShare, SimulatedState, Simulation};
use super::judge::{Case, counted_or_amount, judge_change};
use super::rules::booking::{Ask, Booked, Room, book};
use super::rules::coalition::{Outcome, outcome};
use super::rules::conditions::{Conditions, Standing};
use super::rules::explain::Words;
use super::simulate_fields::{Question, WhatIf};
use super::store::{self, PledgeRow};
use super::{recount, view};
use crate::error::{Code, Error, Result};
use crate::features::organizations::dto::OrganizationLink;
use crate::features::organizations::store as organizations;
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::{Actor, Amount, Funding, OrganizationId, PledgeId, PledgeStatus, Slug, Stage, Visibility};
use crate::policy::{self, PledgeAction, ProjectAction};

/// How many parties an answer lists.
const LISTED: usize = 100;

/// What the answer to a question does to those who stand.
enum Change {
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

pub async fn simulate(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    question: &Question,
    now: DateTime<Utc>,
) -> Result<Simulation> {
    let project = projects::find(conn, slug).await?;
    let stage = project.stage(now)?;
    policy::project(actor, ProjectAction::See, &stage, false).require()?;
    let (change, requested) = consequence(conn, actor, &project, stage, question, now).await?;
    let mut simulation = if recount::is_open_coalition(&project)? {
        coalition(conn, &project, stage, &change).await?
    } else {
        counted(conn, &project, stage, &change).await?
    };
    if requested && let Change::Nothing = change {
        let amount = question.amount().unwrap_or(Amount::ZERO);
        simulation.explanation.push(Words(project.currency()?).waits_for_approval(amount));
    }
    simulation.requested = requested;
    Ok(simulation)
}

async fn consequence(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    project: &Project,
    stage: Stage,
    question: &Question,
    now: DateTime<Utc>,
) -> Result<(Change, bool)> {
    match &question.what {
        WhatIf::Anyone(amount) => {
            if !stage.takes_pledges() {
                return Err(Error::new(Code::ProjectNotOpen));
            }
            let room = Room {
                mode: stage.mode,
                gap: stage.funding == Funding::Funded,
                goal: project.firm_goal()?,
                minimum: project.minimum()?,
                counted: project.pledged()?,
                dust: project.dust()?,
            };
            let booked = book(Ask::Amount(*amount), &room).map_err(super::judge::refuse)?;
            let conditions = Conditions::default();
            // An id nobody has, and so nobody waits for.
            let organization = OrganizationId::new();
            Ok((Change::Joins { organization, public: false, conditions, booked }, false))
        }
        WhatIf::Place(new) => {
            let organization = organizations::find(conn, &new.organization).await.map_err(no_such_organization)?;
            let case = Case { actor, now, project, stage, organization: &organization };
            let mut new = new.clone();
            if !question.names_terms {
                new.terms_version = project.row.terms_version.clone().unwrap_or_default();
            }
            let judged = judge_new(conn, &case, &new).await?;
            if judged.above_limit.is_some() {
                return Ok((Change::Nothing, true));
            }
            let public = new.visibility == Visibility::Public;
            let (booked, conditions) = (judged.booked, judged.conditions);
            Ok((Change::Joins { organization: organization.id(), public, conditions, booked }, false))
        }
        WhatIf::Edit(id, change) => {
            let action = if change.touches_money() { PledgeAction::Edit } else { PledgeAction::Annotate };
            let row = own(conn, actor, project, *id, action, stage, now).await?;
            let narrower =
                change.visibility.is_some_and(|visibility| row.visibility().is_ok_and(|now| visibility < now));
            if narrower && row.status()? != PledgeStatus::Requested {
                return Err(Error::new(Code::VisibilityOnlyWider));
            }
            let organization = organizations::find_by_id(conn, row.organization()).await?;
            let case = Case { actor, now, project, stage, organization: &organization };
            let judged = judge_change(conn, &case, &row, change).await?;
            if row.status()? == PledgeStatus::Requested {
                return Ok((Change::Nothing, true));
            }
            if let Some(left) = judged.above_limit {
                return Err(Error::new(Code::AboveLimit).with("left", left.to_string()));
            }
            let public = change.visibility.unwrap_or(row.visibility()?) == Visibility::Public;
            let was = counted_or_amount(&row)?;
            let (booked, conditions) = (judged.booked, judged.conditions);
            Ok((Change::Becomes { pledge: row.id(), public, conditions, was, booked }, false))
        }
        WhatIf::Withdraw(id) => {
            let row = own(conn, actor, project, *id, PledgeAction::Withdraw, stage, now).await?;
            if row.status()? == PledgeStatus::Requested {
                return Ok((Change::Nothing, false));
            }
            Ok((Change::Leaves { pledge: row.id(), was: counted_or_amount(&row)? }, false))
        }
    }
}

/// The pledge asked about: of this project, and the caller's to change.
async fn own(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    project: &Project,
    id: PledgeId,
    action: PledgeAction,
    stage: Stage,
    now: DateTime<Utc>,
) -> Result<PledgeRow> {
    let row = seen_by(conn, actor, id, now).await?;
    if row.project_id != project.row.id {
        return Err(Error::new(Code::NotFound));
    }
    let organization = organizations::find_by_id(conn, row.organization()).await?;
    policy::pledge(actor, action, &view::standing(&row, &organization, now)?, &stage).require()?;
    Ok(row)
}

/// A coalition that is open: everything is derived anew.
async fn coalition(
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
async fn counted(conn: &mut AsyncPgConnection, project: &Project, stage: Stage, change: &Change) -> Result<Simulation> {
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
    mut explanation: Vec<super::rules::explain::Explanation>,
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
