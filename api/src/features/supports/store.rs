//! The SQL of support.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::{AsSelect, count_star};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::dto::NewSupport;
use crate::db::Tx;
use crate::error::{Code, ConstraintExt as _, Error, Result};
use crate::features::organizations::store::OrganizationRow;
use crate::kernel::{OrganizationId, Page, ProjectId, SupportId, UserId};
use crate::schema::{organizations, supports};

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = supports)]
pub struct SupportRow {
    pub id: Uuid,
    pub project_id: Uuid,
    pub organization_id: Uuid,
    pub kind: String,
    pub sentence: Option<String>,
    pub quote_consent: bool,
    pub would_use: bool,
    pub created_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

pub type WithOrganization = (SupportRow, OrganizationRow);
type Columns = (AsSelect<SupportRow, Pg>, AsSelect<OrganizationRow, Pg>);

fn columns() -> Columns {
    (SupportRow::as_select(), OrganizationRow::as_select())
}

pub async fn insert(
    tx: &mut Tx,
    id: SupportId,
    project: ProjectId,
    organization: OrganizationId,
    new: &NewSupport,
    by: Option<UserId>,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(supports::table)
        .values((
            supports::id.eq(id.as_uuid()),
            supports::project_id.eq(project.as_uuid()),
            supports::organization_id.eq(organization.as_uuid()),
            supports::kind.eq(new.kind.as_str()),
            supports::sentence.eq(new.sentence.as_ref().map(|text| text.as_str())),
            supports::quote_consent.eq(new.quote_consent),
            supports::would_use.eq(new.would_use),
            supports::given_by.eq(by.map(UserId::as_uuid)),
            supports::created_at.eq(now),
        ))
        .execute(tx.conn().await?)
        .await
        .refuse_if("supports_one_live", Code::AlreadySupported)?;
    Ok(())
}

pub async fn find(conn: &mut AsyncPgConnection, id: SupportId) -> Result<WithOrganization> {
    let query = supports::table.inner_join(organizations::table).filter(supports::id.eq(id.as_uuid()));
    query.select(columns()).first(conn).await.map_err(Error::from)
}

/// A live one of this project; who would end it waits for whoever does so already.
pub async fn lock_live(tx: &mut Tx, project: ProjectId, id: SupportId) -> Result<SupportRow> {
    let query = supports::table
        .find(id.as_uuid())
        .filter(supports::project_id.eq(project.as_uuid()).and(supports::ended_at.is_null()))
        .select(SupportRow::as_select())
        .for_no_key_update();
    query.first(tx.conn().await?).await.map_err(Error::from)
}

pub async fn end(tx: &mut Tx, id: SupportId) -> Result<()> {
    let now = tx.now();
    diesel::update(supports::table.find(id.as_uuid()))
        .set(supports::ended_at.eq(now))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The live ones, newest first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    project: ProjectId,
    page: &Page<Uuid>,
) -> Result<Vec<WithOrganization>> {
    let mut query = supports::table
        .inner_join(organizations::table)
        .filter(supports::project_id.eq(project.as_uuid()).and(supports::ended_at.is_null()))
        .select(columns())
        .order(supports::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(after) = page.after {
        query = query.filter(supports::id.lt(after));
    }
    Ok(query.load(conn).await?)
}

pub async fn counts(conn: &mut AsyncPgConnection, project: ProjectId) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = supports::table
        .filter(supports::project_id.eq(project.as_uuid()).and(supports::ended_at.is_null()))
        .group_by(supports::kind)
        .select((supports::kind, count_star()))
        .load(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What taking part in a project comes to.
#[derive(Clone, Copy, Debug, Default, QueryableByName)]
pub struct Totals {
    #[diesel(sql_type = SqlUuid)]
    pub project_id: Uuid,
    #[diesel(sql_type = BigInt)]
    pub supports: i64,
    #[diesel(sql_type = BigInt)]
    pub communities_served: i64,
    #[diesel(sql_type = BigInt)]
    pub followers: i64,
    #[diesel(sql_type = BigInt)]
    pub updates: i64,
}

/// Of these projects, in one go.
pub async fn totals(conn: &mut AsyncPgConnection, projects: &[Uuid]) -> Result<HashMap<Uuid, Totals>> {
    let rows: Vec<Totals> = diesel::sql_query(
        "SELECT p.id AS project_id, COALESCE(s.supports, 0) AS supports, \
             COALESCE(s.communities, 0) AS communities_served, COALESCE(f.followers, 0) AS followers, \
             COALESCE(u.updates, 0) AS updates \
         FROM unnest($1) AS p (id) \
         LEFT JOIN (SELECT project_id, count(*) AS supports, \
                 count(DISTINCT organization_id) FILTER (WHERE would_use) AS communities \
             FROM supports WHERE project_id = ANY($1) AND ended_at IS NULL GROUP BY project_id) s \
             ON s.project_id = p.id \
         LEFT JOIN (SELECT project_id, count(*) AS followers \
             FROM follows WHERE project_id = ANY($1) GROUP BY project_id) f ON f.project_id = p.id \
         LEFT JOIN (SELECT project_id, count(*) AS updates \
             FROM project_updates WHERE project_id = ANY($1) GROUP BY project_id) u ON u.project_id = p.id",
    )
    .bind::<Array<SqlUuid>, _>(projects)
    .load(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.project_id, row)).collect())
}
