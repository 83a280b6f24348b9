//! The SQL of live streams: reading what is watched.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::error::Result;
use crate::features::projects::store::{MoneyRow, Project, ProjectRow};
use crate::kernel::ProjectId;
use crate::schema::{project_money, projects};

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
