//! The SQL of topics.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::dto::{NewTopic, TopicKind};
use crate::db::Tx;
use crate::error::{Code, ConstraintExt as _, Error, Result};
use crate::kernel::{Slug, TopicId};
use crate::schema::topics;

#[derive(Clone, Debug, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = topics, treat_none_as_null = true)]
pub struct TopicRow {
    pub id: Uuid,
    pub kind: String,
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub position: i32,
    pub archived_at: Option<DateTime<Utc>>,
    pub version: i32,
}

pub async fn list(conn: &mut AsyncPgConnection, kind: TopicKind, archived_too: bool) -> Result<Vec<TopicRow>> {
    let mut query = topics::table
        .filter(topics::kind.eq(kind.as_str()))
        .select(TopicRow::as_select())
        .order((topics::position, topics::name))
        .into_boxed();
    if !archived_too {
        query = query.filter(topics::archived_at.is_null());
    }
    Ok(query.load(conn).await?)
}

/// Those with one of these slugs. The archived ones too: whether one may still be used is for the caller to decide.
pub async fn find_all(conn: &mut AsyncPgConnection, kind: TopicKind, slugs: &[Slug]) -> Result<Vec<TopicRow>> {
    let query = topics::table
        .filter(topics::kind.eq(kind.as_str()))
        .filter(topics::slug.eq_any(slugs.iter().map(Slug::as_str)))
        .select(TopicRow::as_select());
    query.load(conn).await.map_err(Error::from)
}

/// Those of either kind that have these ids, in the order staff gave them.
pub async fn load(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<TopicRow>> {
    let query = topics::table
        .filter(topics::id.eq_any(ids))
        .select(TopicRow::as_select())
        .order((topics::position, topics::name));
    query.load(conn).await.map_err(Error::from)
}

pub async fn lock(tx: &mut Tx, kind: TopicKind, slug: &Slug) -> Result<TopicRow> {
    let query = topics::table
        .filter(topics::kind.eq(kind.as_str()))
        .filter(topics::slug.eq(slug.as_str()))
        .select(TopicRow::as_select())
        .for_no_key_update();
    query.first(tx.conn().await?).await.map_err(Error::from)
}

pub async fn insert(tx: &mut Tx, id: TopicId, kind: TopicKind, new: &NewTopic) -> Result<TopicRow> {
    let now = tx.now();
    diesel::insert_into(topics::table)
        .values((
            topics::id.eq(id.as_uuid()),
            topics::kind.eq(kind.as_str()),
            topics::slug.eq(new.slug.as_str()),
            topics::name.eq(new.name.as_str()),
            topics::summary.eq(new.summary.as_str()),
            topics::position.eq(new.position),
            topics::created_at.eq(now),
            topics::updated_at.eq(now),
        ))
        .returning(TopicRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .refuse_if("topics_slug_key", Code::SlugTaken)
}

/// Writes the row back with the next version.
pub async fn update(tx: &mut Tx, row: &TopicRow) -> Result<TopicRow> {
    let now = tx.now();
    let row = TopicRow { version: row.version + 1, ..row.clone() };
    diesel::update(topics::table.find(row.id))
        .set((&row, topics::updated_at.eq(now)))
        .returning(TopicRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .refuse_if("topics_slug_key", Code::SlugTaken)
}
