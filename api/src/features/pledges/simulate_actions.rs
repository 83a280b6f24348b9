//! What would be: for a new pledge, a change, a withdrawal. By the same judgement and the same arithmetic as doing it;
//! no lock is taken and nothing is written.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::actions::{judge_new, no_such_organization, seen_by};
use super::change_actions::may_change;
use super::consequence::{Change, coalition, counted};
use super::dto::Simulation;
use super::judge::{Case, counted_or_amount, judge_change};
use super::rules::booking::{Ask, Room, book};
use super::rules::conditions::Conditions;
use super::rules::explain::Words;
use super::simulate_fields::{Question, WhatIf};
use super::store::{PledgeRow, of_pair};
use super::{recount, view};
use crate::error::{Code, Error, Result};
use crate::features::organizations::store as organizations;
use crate::features::projects::rules::calendar::Due;
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::{Actor, Amount, Funding, OrganizationId, PledgeId, PledgeStatus, Slug, Stage, Visibility};
use crate::policy::{self, PledgeAction, ProjectAction};

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
    let (change, requested) = answer(conn, actor, &project, stage, question, now).await?;
    let still_moves = recount::is_open_coalition(&project)? && !is_settled(&project, now)?;
    let mut simulation = if still_moves {
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

async fn answer(
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
            let earlier = of_pair(conn, &project.slug()?, &new.organization).await?;
            let judged = judge_new(conn, &case, &earlier, &new).await?;
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
            let organization = organizations::find_by_id(conn, row.organization()).await?;
            let case = Case { actor, now, project, stage, organization: &organization };
            may_change(conn, &case, &row, change).await?;
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
    let mut row = seen_by(conn, actor, id, now).await?;
    if row.project_id != project.row.id {
        return Err(Error::new(Code::NotFound));
    }
    if is_settled(project, now)? {
        settle(&mut row, project)?;
    }
    let organization = organizations::find_by_id(conn, row.organization()).await?;
    policy::pledge(actor, action, &view::standing(&row, &organization, now)?, &stage).require()?;
    Ok(row)
}

/// Whether its date has settled it, and nobody has noted that yet.
fn is_settled(project: &Project, now: DateTime<Utc>) -> Result<bool> {
    Ok(project.due(now)? == Some(Due::Settle))
}

/// What settling makes of a pledge: the share of who counts is final, who waits or asks is released.
fn settle(row: &mut PledgeRow, project: &Project) -> Result<()> {
    if row.active {
        row.share = Some(view::share_now(row, project)?.to_decimal());
    } else if row.status()?.is_live() {
        row.status = PledgeStatus::Released.as_str().to_owned();
    }
    Ok(())
}
