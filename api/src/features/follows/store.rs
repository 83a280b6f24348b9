//! The SQL of following.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::db::Tx;
use crate::error::Result;
use crate::features::projects::store::{MoneyRow, Project, ProjectRow};
use crate::kernel::{ProjectId, UserId};
use crate::schema::{follows, project_money, projects};

pub async fn add(tx: &mut Tx, project: ProjectId, user: UserId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(follows::table)
        .values((
            follows::project_id.eq(project.as_uuid()),
            follows::user_id.eq(user.as_uuid()),
            follows::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, project: ProjectId, user: UserId) -> Result<()> {
    diesel::delete(follows::table.find((project.as_uuid(), user.as_uuid()))).execute(tx.conn().await?).await?;
    Ok(())
}

pub async fn is_there(conn: &mut AsyncPgConnection, project: ProjectId, user: UserId) -> Result<bool> {
    Ok(diesel::select(exists(follows::table.find((project.as_uuid(), user.as_uuid())))).get_result(conn).await?)
}

/// What somebody follows, the newest choice first.
pub async fn list(conn: &mut AsyncPgConnection, user: UserId) -> Result<Vec<(Project, DateTime<Utc>)>> {
    let rows: Vec<(ProjectRow, MoneyRow, DateTime<Utc>)> = follows::table
        .inner_join(projects::table.inner_join(project_money::table))
        .filter(follows::user_id.eq(user.as_uuid()))
        .order((follows::created_at.desc(), follows::project_id.desc()))
        .select((ProjectRow::as_select(), MoneyRow::as_select(), follows::created_at))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|(row, money, at)| (Project { row, money }, at)).collect())
}

/// Which of these projects somebody follows.
pub async fn followed(conn: &mut AsyncPgConnection, user: UserId, projects: &[Uuid]) -> Result<Vec<Uuid>> {
    let these = follows::table.filter(follows::user_id.eq(user.as_uuid()).and(follows::project_id.eq_any(projects)));
    Ok(these.select(follows::project_id).load(conn).await?)
}
