//! Use cases of topics, the same for both kinds.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{NewTopic, Topic, TopicCan, TopicChange, TopicKind};
use super::store::{self, TopicRow};
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{Actor, Event, Slug, TopicId};
use crate::policy::{self, AdministrationAction};
use crate::version::Seen;

/// Those in use, for everybody.
pub async fn list(conn: &mut AsyncPgConnection, actor: &Actor, kind: TopicKind) -> Result<Vec<Topic>> {
    Ok(store::list(conn, kind, false).await?.into_iter().map(|row| view(actor, row)).collect())
}

/// All there ever were, for staff.
pub async fn list_all(conn: &mut AsyncPgConnection, actor: &Actor, kind: TopicKind) -> Result<Vec<Topic>> {
    policy::administration(actor, AdministrationAction::EditTopics).require()?;
    Ok(store::list(conn, kind, true).await?.into_iter().map(|row| view(actor, row)).collect())
}

pub async fn create(tx: &mut Tx, kind: TopicKind, new: &NewTopic) -> Result<Topic> {
    policy::administration(tx.actor(), AdministrationAction::EditTopics).require()?;
    let topic = TopicId::new();
    let row = store::insert(tx, topic, kind, new).await?;
    tx.record(Event::TopicCreated { topic, kind: kind.as_str() }).await?;
    Ok(view(tx.actor(), row))
}

pub async fn edit(tx: &mut Tx, kind: TopicKind, seen: Seen, slug: &Slug, change: &TopicChange) -> Result<Topic> {
    policy::administration(tx.actor(), AdministrationAction::EditTopics).require()?;
    let mut row = store::lock(tx, kind, slug).await?;
    seen.check(row.version)?;
    let fields = apply(&mut row, change, tx.now());
    if !fields.is_empty() {
        row = store::update(tx, &row).await?;
        tx.record(Event::TopicEdited { topic: row.id.into(), kind: kind.as_str(), fields }).await?;
    }
    Ok(view(tx.actor(), row))
}

/// Changes the row; says which fields the change named.
fn apply(row: &mut TopicRow, change: &TopicChange, now: DateTime<Utc>) -> Vec<&'static str> {
    let mut fields = Vec::new();
    if let Some(name) = &change.name {
        row.name = name.as_str().to_owned();
        fields.push("name");
    }
    if let Some(slug) = &change.slug {
        row.slug = slug.as_str().to_owned();
        fields.push("slug");
    }
    if let Some(summary) = &change.summary {
        row.summary = summary.as_str().to_owned();
        fields.push("summary");
    }
    if let Some(position) = change.position {
        row.position = position;
        fields.push("position");
    }
    if let Some(archived) = change.archived {
        row.archived_at = archived.then(|| row.archived_at.unwrap_or(now));
        fields.push("archived");
    }
    fields
}

fn view(actor: &Actor, row: TopicRow) -> Topic {
    Topic {
        slug: row.slug,
        name: row.name,
        summary: row.summary,
        position: row.position,
        archived: row.archived_at.is_some(),
        version: row.version,
        can: TopicCan { edit: policy::administration(actor, AdministrationAction::EditTopics).can() },
    }
}
