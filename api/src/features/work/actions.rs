//! Use case: see what waits for staff.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{Work, WorkCount, WorkItem, WorkKind, WorkOrganization, WorkProject};
use super::store::{self, Row};
use crate::db::{stored, stored_amount};
use crate::error::Result;
use crate::kernel::Actor;
use crate::policy::{self, AdministrationAction};

/// More than this nobody reads: the oldest are done first, and the others move up.
const LIMIT: i64 = 200;

pub async fn list(conn: &mut AsyncPgConnection, actor: &Actor, now: DateTime<Utc>) -> Result<Work> {
    policy::administration(actor, AdministrationAction::SeeStaffPages).require()?;
    let rows = store::list(conn, LIMIT, now).await?;
    let count = |kind: WorkKind| rows.iter().find(|row| row.kind == kind.as_str()).map_or(0, |row| row.of_kind);
    let counts: Vec<WorkCount> =
        WorkKind::ALL.iter().map(|kind| WorkCount { kind: *kind, count: count(*kind) }).collect();
    let total = counts.iter().map(|counted| counted.count).sum();
    let items = rows.into_iter().filter(|row| row.rank <= LIMIT).map(|row| item(row, now)).collect::<Result<_>>()?;
    Ok(Work { items, counts, total })
}

fn item(row: Row, now: DateTime<Utc>) -> Result<WorkItem> {
    let project = row.project_slug.zip(row.project_title);
    let organization = row.organization_slug.zip(row.organization_name);
    Ok(WorkItem {
        kind: stored(WorkKind::parse(&row.kind))?,
        since: row.since,
        age_days: (now - row.since).num_days().max(0),
        project: project.map(|(slug, title)| WorkProject { slug, title }),
        organization: organization.map(|(slug, name)| WorkOrganization { slug, name }),
        pledge: row.pledge,
        amount: stored_amount(row.amount)?,
        count: row.count,
        until: row.until,
    })
}
