//! SQL of the list of pages.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::error::Result;
use crate::schema::{organizations, projects};

/// Public projects, the newest first, and when each was changed.
pub async fn projects(conn: &mut AsyncPgConnection, most: i64) -> Result<Vec<(String, DateTime<Utc>)>> {
    let query = projects::table.filter(projects::is_public).order(projects::id.desc()).limit(most);
    Ok(query.select((projects::slug, projects::updated_at)).load(conn).await?)
}

/// Organisations, the newest first. When they were changed would tell of changes that are nobody's business.
pub async fn organizations(conn: &mut AsyncPgConnection, most: i64) -> Result<Vec<String>> {
    let query = organizations::table.order(organizations::id.desc()).limit(most);
    Ok(query.select(organizations::slug).load(conn).await?)
}
