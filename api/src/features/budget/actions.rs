//! Use case: look at a fiscal year.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{Budget, BudgetFit, BudgetPledge};
use super::rules::{Entry, left, sums};
use super::store;
use crate::db::{amount_of, stored, stored_amount};
use crate::error::{Error, Result};
use crate::features::organizations::store as organizations;
use crate::features::pledges::dto::ProjectName;
use crate::features::pledges::rules::years::{FiscalYear, split};
use crate::features::pledges::store::PledgeRow;
use crate::features::pledges::view::share_now;
use crate::features::pledges::year_store::{self, YearRow, parts_of};
use crate::features::projects::store::Project;
use crate::kernel::{Actor, Mode, Slug};
use crate::policy::{self, OrganizationAction};

/// The budget of this year, or of the current one. Call it in a snapshot: its numbers belong together.
pub async fn get(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    year: Option<FiscalYear>,
    now: DateTime<Utc>,
) -> Result<Budget> {
    let organization = organizations::find(conn, slug).await?;
    policy::organization(actor, OrganizationAction::SeeOwn, Some(organization.id())).require()?;
    let start_month = organization.fiscal_year_start_month;
    let year = year.unwrap_or_else(|| FiscalYear::of(now.date_naive(), start_month));
    let rows = store::pledges(conn, organization.id(), year).await?;
    let ids: Vec<Uuid> = rows.iter().map(|(pledge, _)| pledge.id).collect();
    let mut years = year_store::of_pledges(conn, &ids).await?;
    let mut pledges = Vec::with_capacity(rows.len());
    for (pledge, project) in rows {
        let years = years.remove(&pledge.id).unwrap_or_default();
        pledges.push(view(&pledge, project, &years, year)?);
    }
    let entry = |pledge: &BudgetPledge| Entry {
        status: pledge.status,
        active: pledge.active,
        amount: pledge.amount,
        share: pledge.share,
    };
    let sums = sums(&pledges.iter().map(entry).collect::<Vec<_>>());
    let ceiling = stored_amount(organization.yearly_ceiling)?;
    let left = left(ceiling, sums.committed);
    let fits = store::fits(conn, organization.id(), left, now).await?.into_iter().map(|fit| {
        Ok(BudgetFit {
            slug: fit.slug,
            title: fit.title,
            mode: stored(Mode::parse(&fit.mode))?,
            remaining: amount_of(fit.remaining)?,
            closes_at: fit.closes_at,
        })
    });
    let (starts, ends) = year.days(start_month);
    Ok(Budget {
        fiscal_year: year,
        starts,
        ends,
        currency: organization.currency,
        ceiling,
        committed: sums.committed,
        waiting: sums.waiting,
        requested: sums.requested,
        signed: sums.signed,
        share: sums.share,
        left,
        pledges,
        fits: fits.collect::<Result<_>>()?,
    })
}

/// What of the pledge falls into the year.
fn view(pledge: &PledgeRow, project: Project, years: &[YearRow], year: FiscalYear) -> Result<BudgetPledge> {
    let missing = || Error::internal(anyhow::anyhow!("pledge {} has no part in {year}", pledge.id));
    let parts = parts_of(years)?;
    let part = parts.iter().find(|part| part.year == year).ok_or_else(missing)?.part;
    let amount = years.iter().find(|row| row.0 == year.number()).ok_or_else(missing)?.3;
    let shares = split(share_now(pledge, &project)?, &parts);
    let share = shares.into_iter().find(|(of, _)| *of == year).ok_or_else(missing)?.1;
    Ok(BudgetPledge {
        id: pledge.id,
        status: pledge.status()?,
        active: pledge.active,
        amount: amount_of(amount)?,
        share,
        part,
        project: ProjectName { mode: project.mode()?, slug: project.row.slug, title: project.row.title },
    })
}
