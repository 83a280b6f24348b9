//! The SQL of a fiscal year's budget.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Nullable, Numeric, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::features::pledges::rules::years::FiscalYear;
use crate::features::pledges::store::PledgeRow;
use crate::features::projects::store::{MoneyRow, Project, ProjectRow};
use crate::kernel::{Amount, OrganizationId, PledgeStatus};
use crate::schema::{pledge_years, pledges, project_money, projects};

/// The live pledges of which this year bears a part, each with its project, in the order of placing.
pub async fn pledges(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    year: FiscalYear,
) -> Result<Vec<(PledgeRow, Project)>> {
    let in_year = pledge_years::table
        .filter(pledge_years::organization_id.eq(organization.as_uuid()))
        .filter(pledge_years::fiscal_year.eq(year.number()))
        .select(pledge_years::pledge_id);
    let query = pledges::table
        .inner_join(projects::table.inner_join(project_money::table))
        .filter(pledges::organization_id.eq(organization.as_uuid()).and(pledges::status.eq_any(PledgeStatus::live())))
        .filter(pledges::id.eq_any(in_year))
        .order((pledges::placed_at, pledges::id))
        .select((PledgeRow::as_select(), ProjectRow::as_select(), MoneyRow::as_select()));
    let rows: Vec<(PledgeRow, ProjectRow, MoneyRow)> = query.load(conn).await?;
    Ok(rows.into_iter().map(|(pledge, row, money)| (pledge, Project { row, money })).collect())
}

#[derive(QueryableByName)]
pub struct FitRow {
    #[diesel(sql_type = Text)]
    pub slug: String,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Text)]
    pub mode: String,
    #[diesel(sql_type = Numeric)]
    pub remaining: Decimal,
    #[diesel(sql_type = Timestamptz)]
    pub closes_at: DateTime<Utc>,
}

/// Open projects without a pledge of the organisation that one pledge of at most this would fund or cover.
pub async fn fits(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    within: Option<Amount>,
    now: DateTime<Utc>,
) -> Result<Vec<FitRow>> {
    diesel::sql_query(
        "SELECT slug, title, mode, remaining, closes_at FROM projects \
         JOIN project_money ON project_money.project_id = projects.id \
         CROSS JOIN LATERAL (SELECT CASE WHEN mode = 'fixed' THEN goal - pledged \
             WHEN ceilings >= goal THEN NULL \
             WHEN backers + waiters > 0 THEN tipping_point ELSE goal END AS remaining) AS lacks \
         WHERE funding = 'open' AND closes_at > $1 AND remaining > 0 AND ($2 IS NULL OR remaining <= $2) \
         AND NOT EXISTS (SELECT FROM pledges WHERE pledges.project_id = projects.id AND organization_id = $3 \
             AND status = ANY ($4)) \
         ORDER BY closes_at, projects.id LIMIT 10",
    )
    .bind::<Timestamptz, _>(now)
    .bind::<Nullable<Numeric>, _>(within.map(Amount::to_decimal))
    .bind::<SqlUuid, _>(organization.as_uuid())
    .bind::<Array<Text>, _>(PledgeStatus::live())
    .load(conn)
    .await
    .map_err(Error::from)
}
