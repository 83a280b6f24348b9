//! Use cases of updates: post one, read them.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{AUTHOR, NewUpdate, Update};
use super::store::{self, UpdateRow};
use crate::db::{Tx, stored};
use crate::error::Result;
use crate::features::projects::view::find_seen;
use crate::kernel::{Actor, Event, Page, Slug, UpdateKind, markdown};
use crate::policy::{self, ProjectAction};

pub async fn post(tx: &mut Tx, slug: &Slug, new: &NewUpdate) -> Result<Update> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let project = find_seen(tx.conn().await?, &actor, slug, now).await?;
    // Who came this far sees it, by whatever right.
    policy::project(&actor, ProjectAction::PostUpdate, &project.stage(now)?, true).require()?;
    let row = store::insert(tx, project.id(), new, actor.person().map(|person| person.id)).await?;
    tx.record(Event::UpdatePosted { update: row.id.into(), project: project.id(), kind: new.kind }).await?;
    show(row)
}

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    page: &Page<Uuid>,
    now: DateTime<Utc>,
) -> Result<(Vec<Update>, Option<Uuid>)> {
    let project = find_seen(conn, actor, slug, now).await?;
    let rows = store::list(conn, project.id(), page).await?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(show).collect::<Result<_>>()?, next))
}

fn show(row: UpdateRow) -> Result<Update> {
    Ok(Update {
        id: row.id,
        kind: stored(UpdateKind::parse(&row.kind))?,
        title: row.title,
        body_html: markdown::to_html(&row.body),
        body: row.body,
        author: AUTHOR,
        created_at: row.created_at,
    })
}
