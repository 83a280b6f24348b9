//! The SQL of live streams: saying that something changed, and reading what is watched.

use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::CHANNEL;
use crate::db::Tx;
use crate::error::Result;
use crate::features::projects::store::{MoneyRow, Project, ProjectRow};
use crate::kernel::ProjectId;
use crate::schema::{project_money, projects};

/// Says that it changed. The database passes it on when the transaction commits, and once if it was said twice.
pub async fn tell(tx: &mut Tx, project: ProjectId) -> Result<()> {
    diesel::sql_query("SELECT pg_notify($1, $2)")
        .bind::<Text, _>(CHANNEL)
        .bind::<Text, _>(project.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The same of all that wait for their turn.
pub async fn tell_queue(tx: &mut Tx) -> Result<()> {
    diesel::sql_query("SELECT pg_notify($1, id::text) FROM projects WHERE queue_position IS NOT NULL")
        .bind::<Text, _>(CHANNEL)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub async fn load(conn: &mut AsyncPgConnection, ids: &[ProjectId]) -> Result<Vec<Project>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.as_uuid()).collect();
    let rows: Vec<(ProjectRow, MoneyRow)> = projects::table
        .inner_join(project_money::table)
        .filter(projects::id.eq_any(ids))
        .select((ProjectRow::as_select(), MoneyRow::as_select()))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|(row, money)| Project { row, money }).collect())
}
