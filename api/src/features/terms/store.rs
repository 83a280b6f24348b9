//! The SQL of the terms.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::dto::NewTerms;
use crate::db::Tx;
use crate::error::{Code, ConstraintExt as _, Error, Result};
use crate::kernel::{TermsId, TermsVersion};
use crate::schema::terms;

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = terms)]
pub struct TermsRow {
    pub id: Uuid,
    pub version: String,
    pub title: String,
    pub body: String,
    pub published_at: DateTime<Utc>,
}

/// Those published last.
pub async fn current(conn: &mut AsyncPgConnection) -> Result<Option<TermsRow>> {
    let query = terms::table.select(TermsRow::as_select()).order((terms::published_at.desc(), terms::version.desc()));
    Ok(query.first(conn).await.optional()?)
}

pub async fn find(conn: &mut AsyncPgConnection, version: &TermsVersion) -> Result<TermsRow> {
    let query = terms::table.filter(terms::version.eq(version.as_str())).select(TermsRow::as_select());
    query.first(conn).await.map_err(Error::from)
}

/// The newest first.
pub async fn list(conn: &mut AsyncPgConnection) -> Result<Vec<TermsRow>> {
    let query = terms::table.select(TermsRow::as_select()).order((terms::published_at.desc(), terms::version.desc()));
    query.load(conn).await.map_err(Error::from)
}

pub async fn insert(tx: &mut Tx, id: TermsId, new: &NewTerms, published_at: DateTime<Utc>) -> Result<TermsRow> {
    let created_by = tx.actor().person().map(|person| person.id.as_uuid());
    diesel::insert_into(terms::table)
        .values((
            terms::id.eq(id.as_uuid()),
            terms::version.eq(new.version.as_str()),
            terms::title.eq(new.title.as_str()),
            terms::body.eq(new.body.as_str()),
            terms::published_at.eq(published_at),
            terms::created_by.eq(created_by),
        ))
        .returning(TermsRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .refuse_if("terms_version_key", Code::TermsVersionTaken)
}
