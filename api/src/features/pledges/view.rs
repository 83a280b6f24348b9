//! How a pledge is shown to its own people and to staff.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{Conditions, Instalment, LedgerHead, Pledge, PledgeCan, ProjectName};
use super::lines;
use super::rules::explain::{Explanation, Words};
use super::rules::shares::{Level, Vessel, share};
use super::rules::years::FiscalYear;
use super::store::{self, PledgeRow};
use super::year_store::{self, parts_of};
use crate::db::{Tx, amount_of, stored, stored_amount};
use crate::error::Result;
use crate::features::ledger::store as ledger;
use crate::features::organizations::dto::{OrganizationKind, OrganizationLink};
use crate::features::organizations::logo;
use crate::features::organizations::rules::membership_active;
use crate::features::organizations::store::{self as organizations, OrganizationRow};
use crate::features::people::store as people;
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::{Actor, Amount, Funding, Mode, PledgeId, PledgeStatus, Stage, Visibility};
use crate::policy::{self, PledgeAction};

/// The answer to a change: the pledge as it is after it.
pub async fn show(tx: &mut Tx, id: PledgeId) -> Result<Pledge> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let row = store::find(tx.conn(), id).await?;
    view(tx.conn(), &actor, row, now).await
}

pub async fn view(conn: &mut AsyncPgConnection, actor: &Actor, row: PledgeRow, now: DateTime<Utc>) -> Result<Pledge> {
    let project = projects::find_by_id(conn, row.project_id.into()).await?;
    let organization = organizations::find_by_id(conn, row.organization()).await?;
    let stage = project.stage(now)?;
    let standing = standing(&row, &organization, now)?;
    let can = |action| policy::pledge(actor, action, &standing, &stage).can();
    let conditions = row.conditions()?;
    let requires = match conditions.requires_org {
        Some(id) => Some(organizations::find_by_id(conn, id).await?),
        None => None,
    };
    let share = share_now(&row, &project)?;
    let explanation = explain(conn, &row, &project, &stage, share, requires.as_ref()).await?;
    let years = year_store::years(conn, row.id()).await?;
    let parts = parts_of(&years)?;
    let champion = match row.champion() {
        Some(id) => Some(people::find(conn, id).await?.name),
        None => None,
    };
    let head = ledger::head(conn, project.id()).await?;
    Ok(Pledge {
        id: row.id,
        status: row.status()?,
        amount: row.amount()?,
        fraction: row.fraction()?,
        active: row.active,
        share,
        visibility: row.visibility()?,
        conditions: Conditions {
            min_other_orgs: conditions.min_other_orgs,
            min_other_amount: conditions.min_other_amount,
            min_total: conditions.min_total,
            requires_org: requires.map(|organization| organization.slug),
        },
        instalments: years
            .iter()
            .zip(parts)
            .map(|((year, _, _, amount), part)| {
                let fiscal_year = FiscalYear::from_number(*year);
                Ok(Instalment { fiscal_year, part: part.part, amount: amount_of(*amount)? })
            })
            .collect::<Result<_>>()?,
        explanation,
        champion,
        handle: lines::handle(&row),
        ledger: LedgerHead { seq: head.seq, hash: head.hash },
        can: PledgeCan {
            approve: can(PledgeAction::Approve),
            decline: can(PledgeAction::Decline),
            edit: can(PledgeAction::Edit),
            annotate: can(PledgeAction::Annotate),
            withdraw: can(PledgeAction::Withdraw),
            release: can(PledgeAction::Release),
            sign: can(PledgeAction::Sign),
            default: can(PledgeAction::Default),
        },
        organization: link(&organization)?,
        project: ProjectName { slug: project.row.slug, title: project.row.title, mode: stage.mode },
        currency: row.currency,
        note: row.note,
        purchase_order: row.purchase_order,
        terms_version: row.terms_version,
        reason: row.reason,
        agreement_reference: row.agreement_reference,
        agreement_date: row.agreement_date,
        placed_at: row.placed_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// The pledge as policy looks at it.
pub fn standing(row: &PledgeRow, organization: &OrganizationRow, now: DateTime<Utc>) -> Result<policy::Standing> {
    let (starts, ends) = (organization.membership_starts, organization.membership_ends);
    Ok(policy::Standing {
        organization: row.organization(),
        status: row.status()?,
        champion: row.champion(),
        membership_active: membership_active(starts, ends, now.date_naive()),
    })
}

pub fn link(organization: &OrganizationRow) -> Result<OrganizationLink> {
    Ok(OrganizationLink {
        slug: organization.slug.clone(),
        name: organization.name.clone(),
        kind: stored(OrganizationKind::parse(&organization.kind))?,
        logo_url: logo::url(&organization.slug, organization.logo_digest.as_deref()),
    })
}

/// What it bears as things stand.
pub fn share_now(row: &PledgeRow, project: &Project) -> Result<Amount> {
    if !row.active {
        return Ok(Amount::ZERO);
    }
    if let Some(share) = row.share()? {
        return Ok(share);
    }
    let level = stored_amount(project.money.level)?;
    let level = level.map(|level| Level { level, extra_to: project.money.extra_to });
    Ok(share(Vessel { place: row.place, ceiling: row.amount()? }, level))
}

async fn explain(
    conn: &mut AsyncPgConnection,
    row: &PledgeRow,
    project: &Project,
    stage: &Stage,
    share: Amount,
    requires: Option<&OrganizationRow>,
) -> Result<Vec<Explanation>> {
    let words = Words(project.currency()?);
    let amount = row.amount()?;
    let mut said = Vec::new();
    match row.status()? {
        PledgeStatus::Requested => said.push(words.waits_for_approval(amount)),
        PledgeStatus::Pledged if !row.active => {
            let ceilings = amount_of(project.money.ceilings)?;
            said.extend(words.waits(amount, &row.conditions()?, project.money.backers, ceilings));
            if let Some(required) = requires
                && !store::counts_in_public(conn, project.id(), required.id()).await?
            {
                said.push(words.waits_for_organization(&required.slug));
            }
        }
        status if status.stands() && row.share()?.is_some() && stage.mode == Mode::Shared => {
            said.push(words.share_is_final(share));
        }
        status if status.stands() && share == amount => said.push(words.counts_whole(amount)),
        status if status.stands() => said.push(words.bears_share(amount, share)),
        _ => {}
    }
    let named_in_time = matches!(stage.funding, Funding::Funded | Funding::Closed);
    if row.visibility()? == Visibility::NameOnly && row.status()?.stands() && named_in_time && row.named_at.is_none() {
        said.push(words.name_waits());
    }
    Ok(said)
}
