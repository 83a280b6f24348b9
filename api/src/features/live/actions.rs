//! Reading for streams: whether somebody may watch a project, and what those who watch are shown.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::card::Card;
use super::store;
use crate::error::Result;
use crate::features::projects::store::Project;
use crate::features::projects::view::{self, Viewer, find_seen};
use crate::kernel::{Actor, ProjectId, Slug};

/// The project, if they may know of it.
pub async fn find(conn: &mut AsyncPgConnection, actor: &Actor, slug: &Slug, now: DateTime<Utc>) -> Result<ProjectId> {
    let project = find_seen(conn, actor, slug, now).await?;
    Ok(project.id())
}

/// As somebody without an account sees them.
pub async fn cards(conn: &mut AsyncPgConnection, ids: &[ProjectId], now: DateTime<Utc>) -> Result<Vec<Card>> {
    let projects = store::load(conn, ids).await?;
    let viewer = Viewer::new(conn, &Actor::Public, None, now).await?;
    let public: Vec<bool> = projects.iter().map(Project::is_public).collect();
    let views = view::cards(conn, &viewer, projects).await?;
    views.iter().zip(public).map(|(view, is_public)| Card::new(view, is_public)).collect()
}
