//! The SQL of lists of pledges.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::PledgeRow;
use crate::error::Result;
use crate::features::organizations::store::OrganizationRow;
use crate::kernel::{OrganizationId, Page, PledgeStatus, ProjectId};
use crate::schema::{organizations, pledges, projects};

/// Where a page of a project's pledges ended: among the public ones by their place; among the hidden ones by what they
/// give, for neither place nor id may tell when one came.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    Place(i32),
    Amount(Decimal, Uuid),
}

pub type WithOrganization = (PledgeRow, OrganizationRow);

pub async fn of_project(
    conn: &mut AsyncPgConnection,
    project: ProjectId,
    page: &Page<Key>,
) -> Result<Vec<WithOrganization>> {
    let standing = || {
        pledges::table
            .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
            .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(PledgeStatus::standing())))
            .select((PledgeRow::as_select(), OrganizationRow::as_select()))
    };
    let mut rows: Vec<WithOrganization> = Vec::new();
    if !matches!(page.after, Some(Key::Amount(..))) {
        let after = if let Some(Key::Place(place)) = page.after { place } else { 0 };
        let public = standing().filter(pledges::visibility.eq("public").and(pledges::place.gt(after)));
        rows = public.order(pledges::place).limit(page.fetch()).load(conn).await?;
    }
    let left = page.fetch() - i64::try_from(rows.len()).unwrap_or(0);
    if left > 0 {
        let mut hidden = standing()
            .filter(pledges::visibility.ne("public"))
            .order((pledges::amount.desc(), pledges::shuffle))
            .limit(left)
            .into_boxed();
        if let Some(Key::Amount(amount, shuffle)) = page.after {
            hidden = hidden
                .filter(pledges::amount.lt(amount).or(pledges::amount.eq(amount).and(pledges::shuffle.gt(shuffle))));
        }
        rows.extend(hidden.load::<WithOrganization>(conn).await?);
    }
    Ok(rows)
}

/// For staff: whoever has a live pledge, requests too, in the order of their places.
pub async fn all_of_project(
    conn: &mut AsyncPgConnection,
    project: ProjectId,
    page: &Page<Key>,
) -> Result<Vec<WithOrganization>> {
    let after = if let Some(Key::Place(place)) = page.after { place } else { 0 };
    let query = pledges::table
        .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
        .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::place.gt(after)))
        .filter(pledges::status.eq_any(PledgeStatus::live()))
        .select((PledgeRow::as_select(), OrganizationRow::as_select()))
        .order(pledges::place)
        .limit(page.fetch());
    Ok(query.load(conn).await?)
}

/// The names that are listed without amounts.
pub async fn names(conn: &mut AsyncPgConnection, project: ProjectId) -> Result<Vec<OrganizationRow>> {
    let query = pledges::table
        .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
        .filter(pledges::project_id.eq(project.as_uuid()))
        .filter(pledges::named_at.is_not_null().and(pledges::visibility.eq("name_only")))
        .select(OrganizationRow::as_select())
        .order((organizations::name, organizations::id));
    let mut rows: Vec<OrganizationRow> = query.load(conn).await?;
    rows.dedup_by_key(|row| row.id);
    Ok(rows)
}

/// An organisation's pledges, newest first.
pub async fn of_organization(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    status: Option<&str>,
    page: &Page<Uuid>,
) -> Result<Vec<PledgeRow>> {
    let mut query = pledges::table
        .filter(pledges::organization_id.eq(organization.as_uuid()))
        .select(PledgeRow::as_select())
        .order(pledges::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(status) = status {
        query = query.filter(pledges::status.eq(status.to_owned()));
    }
    if let Some(after) = page.after {
        query = query.filter(pledges::id.lt(after));
    }
    Ok(query.load(conn).await?)
}

/// What everybody may see an organisation stand for, newest first.
pub async fn shown_of_organization(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    page: &Page<Uuid>,
) -> Result<Vec<PledgeRow>> {
    let mut query = pledges::table
        .filter(pledges::organization_id.eq(organization.as_uuid()))
        .filter(pledges::visibility.eq("public").and(pledges::status.eq_any(PledgeStatus::standing())))
        .select(PledgeRow::as_select())
        .order(pledges::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(after) = page.after {
        query = query.filter(pledges::id.lt(after));
    }
    Ok(query.load(conn).await?)
}

/// The projects it is named for without an amount, by title.
pub async fn named_for(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
) -> Result<Vec<(String, String, String)>> {
    let query = pledges::table
        .inner_join(projects::table)
        .filter(pledges::organization_id.eq(organization.as_uuid()))
        .filter(pledges::named_at.is_not_null().and(pledges::visibility.eq("name_only")))
        .select((projects::slug, projects::title, projects::mode))
        .distinct()
        .order(projects::title);
    Ok(query.load(conn).await?)
}
