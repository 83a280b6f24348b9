//! The SQL of updates.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::dto::NewUpdate;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::kernel::{Page, ProjectId, UpdateId, UserId};
use crate::schema::project_updates;

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = project_updates)]
pub struct UpdateRow {
    pub id: Uuid,
    pub project_id: Uuid,
    pub kind: String,
    pub title: String,
    pub body: String,
    pub created_at: DateTime<Utc>,
}

pub async fn insert(tx: &mut Tx, project: ProjectId, new: &NewUpdate, by: Option<UserId>) -> Result<UpdateRow> {
    let now = tx.now();
    diesel::insert_into(project_updates::table)
        .values((
            project_updates::id.eq(UpdateId::new().as_uuid()),
            project_updates::project_id.eq(project.as_uuid()),
            project_updates::kind.eq(new.kind.as_str()),
            project_updates::title.eq(new.title.as_str()),
            project_updates::body.eq(new.body.as_str()),
            project_updates::posted_by.eq(by.map(UserId::as_uuid)),
            project_updates::created_at.eq(now),
        ))
        .returning(UpdateRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .map_err(Error::from)
}

pub async fn find(conn: &mut AsyncPgConnection, id: UpdateId) -> Result<UpdateRow> {
    project_updates::table.find(id.as_uuid()).select(UpdateRow::as_select()).first(conn).await.map_err(Error::from)
}

/// Newest first.
pub async fn list(conn: &mut AsyncPgConnection, project: ProjectId, page: &Page<Uuid>) -> Result<Vec<UpdateRow>> {
    let mut query = project_updates::table
        .filter(project_updates::project_id.eq(project.as_uuid()))
        .select(UpdateRow::as_select())
        .order(project_updates::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(after) = page.after {
        query = query.filter(project_updates::id.lt(after));
    }
    Ok(query.load(conn).await?)
}
