//! Use cases of projects' content: make, edit, read.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::dto::ProjectDetail;
use super::due::{self, Decision, bring_up_to_date};
use super::fields::ProjectChange;
use super::store::{self, Project};
use super::view::{self, Viewer};
use super::{blank, content, ground, publish_actions};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::features::pledges::recount::recount;
use crate::kernel::{Actor, Currency, Funding, Mode, ProjectId, ProjectStep, Slug};
use crate::policy::{self, AdministrationAction, ProjectAction};
use crate::version::Seen;

pub async fn get(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    asked: Option<&Slug>,
    now: DateTime<Utc>,
) -> Result<ProjectDetail> {
    let viewer = Viewer::new(conn, actor, asked, now).await?;
    let project = store::find(conn, slug).await?;
    viewer.see(&project)?;
    view::detail(conn, &viewer, project).await
}

/// The answer to a change: the project as it is after it, for whoever made it.
pub async fn show(tx: &mut Tx, id: ProjectId) -> Result<ProjectDetail> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let viewer = Viewer::new(tx.conn().await?, &actor, None, now).await?;
    let project = store::find_by_id(tx.conn().await?, id).await?;
    view::detail(tx.conn().await?, &viewer, project).await
}

pub async fn create(tx: &mut Tx, change: &ProjectChange, currency: Currency) -> Result<ProjectDetail> {
    policy::administration(tx.actor(), AdministrationAction::CreateProject).require()?;
    let mut project = blank::project(tx, currency);
    let mut texts = blank::texts(&project);
    if let Some(title) = &change.title {
        let slug = Slug::from_name(title.as_str()).map_err(|invalid| Error::field("/slug", invalid));
        project.row.slug = match &change.slug {
            Some(slug) => slug.as_str().to_owned(),
            None => slug?.as_str().to_owned(),
        };
    }
    content::write(tx, &mut project, &mut texts, change).await?;
    store::insert(tx, &project, &texts).await?;
    content::write_narratives(tx, &project, change).await?;
    due::record(tx, &project, ProjectStep::Created, json!({}), None).await?;
    show(tx, project.id()).await
}

pub async fn edit(tx: &mut Tx, seen: Seen, slug: &Slug, change: &ProjectChange) -> Result<ProjectDetail> {
    let mut project = locked(tx, slug, ProjectAction::Edit, seen).await?;
    let before = project.clone();
    let mut texts = store::texts(tx.conn().await?, project.id()).await?;
    content::write(tx, &mut project, &mut texts, change).await?;
    content::write_narratives(tx, &project, change).await?;
    let is_open = project.noted_funding()? == Funding::Open;
    if is_open {
        ground::keep(&before, &project, tx.now())?;
    }
    store::update_texts(tx, &texts).await?;
    // Before the row: the database refuses an open project without a date, and does not say what is missing.
    publish_actions::stay_complete(tx, &project).await?;
    store::update(tx, &mut project).await?;
    if is_open {
        recount(tx, &mut project).await?;
    }
    store::update_money(tx, &project, None);
    let line =
        (is_open && ground::of(&before)? != ground::of(&project)?).then(|| ("edited", ground::as_data(&project)));
    due::record(tx, &project, ProjectStep::Edited, json!({}), line).await?;
    let reached = project.mode()? == Mode::Fixed && project.goal()? == Some(project.pledged()?);
    if is_open && reached {
        let decision = Decision::of_actor(tx);
        due::fund(tx, &mut project, decision).await?;
    }
    show(tx, project.id()).await
}

/// Who may see nothing of it, or do nothing, waits for no lock.
pub async fn may_run(tx: &mut Tx, slug: &Slug) -> Result<()> {
    let stage = store::find(tx.conn().await?, slug).await?.stage(tx.now())?;
    policy::project(tx.actor(), ProjectAction::See, &stage, false).require()?;
    policy::administration(tx.actor(), AdministrationAction::RunProjects).require()
}

/// Locks, notes what is due, and asks whether it may be.
pub async fn locked(tx: &mut Tx, slug: &Slug, action: ProjectAction, seen: Seen) -> Result<Project> {
    may_run(tx, slug).await?;
    let mut project = store::lock(tx, slug).await?;
    seen.check(project.row.version)?;
    policy::project(tx.actor(), action, &project.stage(tx.now())?, false).require()?;
    bring_up_to_date(tx, &mut project).await?;
    Ok(project)
}
