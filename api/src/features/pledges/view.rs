//! How a pledge is shown to its own people and to staff.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::around_store::Around;
use super::dto::{Conditions, Instalment, LedgerHead, Pledge, PledgeCan, ProjectName};
use super::lines;
use super::rules::explain::{Explanation, Words};
use super::rules::shares::{Level, Vessel, share};
use super::rules::years::FiscalYear;
use super::store::{self, PledgeRow};
use super::year_store::{YearRow, parts_of};
use crate::db::{Tx, amount_of, stored, stored_amount};
use crate::error::Result;
use crate::features::ledger::rules::line::Head;
use crate::features::organizations::dto::{OrganizationKind, OrganizationLink};
use crate::features::organizations::logo;
use crate::features::organizations::rules::membership_active;
use crate::features::organizations::store::OrganizationRow;
use crate::features::projects::store::Project;
use crate::kernel::{Actor, Amount, Funding, Mode, PledgeId, PledgeStatus, Stage, Visibility};
use crate::policy::{self, PledgeAction};

/// The answer to a change: the pledge as it is after it.
pub async fn show(tx: &mut Tx, id: PledgeId) -> Result<Pledge> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let row = store::find(tx.conn().await?, id).await?;
    view(tx.conn().await?, &actor, row, now).await
}

/// The answer to a placing that nothing else followed from.
pub async fn placed(
    tx: &mut Tx,
    row: PledgeRow,
    project: Project,
    organization: OrganizationRow,
    years: Vec<YearRow>,
    head: Head,
) -> Result<Pledge> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let around = Around::placed(tx, &row, project, organization, years, head).await?;
    within(&around, &actor, row, now)
}

pub async fn view(conn: &mut AsyncPgConnection, actor: &Actor, row: PledgeRow, now: DateTime<Utc>) -> Result<Pledge> {
    let around = Around::load(conn, std::slice::from_ref(&row)).await?;
    within(&around, actor, row, now)
}

/// A page of them.
pub async fn views(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    rows: Vec<PledgeRow>,
    now: DateTime<Utc>,
) -> Result<Vec<Pledge>> {
    let around = Around::load(conn, &rows).await?;
    rows.into_iter().map(|row| within(&around, actor, row, now)).collect()
}

fn within(around: &Around, actor: &Actor, row: PledgeRow, now: DateTime<Utc>) -> Result<Pledge> {
    let (project, organization) = (around.project(&row)?, around.organization(&row)?);
    let stage = project.stage(now)?;
    let standing = standing(&row, organization, now)?;
    let can = |action| policy::pledge(actor, action, &standing, &stage).can();
    let conditions = row.conditions()?;
    let share = share_now(&row, project)?;
    let explanation = explain(around, &row, &stage, share)?;
    let years = around.years(&row)?;
    let parts = parts_of(years)?;
    let head = around.head(&row)?;
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
            requires_org: around.required(&row).map(|organization| organization.slug.clone()),
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
        champion: around.champion(&row).map(str::to_owned),
        handle: lines::handle(&row),
        ledger: LedgerHead { seq: head.seq, hash: head.hash.clone() },
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
        organization: link(organization)?,
        project: ProjectName { slug: project.row.slug.clone(), title: project.row.title.clone(), mode: stage.mode },
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

fn explain(around: &Around, row: &PledgeRow, stage: &Stage, share: Amount) -> Result<Vec<Explanation>> {
    let project = around.project(row)?;
    let words = Words(project.currency()?);
    let amount = row.amount()?;
    let mut said = Vec::new();
    match row.status()? {
        PledgeStatus::Requested => said.push(words.waits_for_approval(amount)),
        PledgeStatus::Pledged if !row.active => {
            let ceilings = amount_of(project.money.ceilings)?;
            said.extend(words.waits(amount, &row.conditions()?, project.money.backers, ceilings));
            if let Some(required) = around.required(row)
                && !around.required_counts(row)
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
