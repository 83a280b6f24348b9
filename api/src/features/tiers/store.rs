//! The SQL of tiers.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::dto::NewTier;
use crate::db::Tx;
use crate::error::{Code, ConstraintExt as _, Error, Result};
use crate::kernel::{Amount, Currency, Slug, TierId};
use crate::schema::tiers;

#[derive(Clone, Debug, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = tiers, treat_none_as_null = true)]
pub struct TierRow {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub price: Option<Decimal>,
    pub currency: String,
    pub summary: String,
    pub offers: Vec<String>,
    pub early_look: bool,
    pub quarterly_report: bool,
    pub position: i32,
    pub archived_at: Option<DateTime<Utc>>,
    pub version: i32,
}

pub async fn list(conn: &mut AsyncPgConnection, archived_too: bool) -> Result<Vec<TierRow>> {
    let mut query = tiers::table.select(TierRow::as_select()).order((tiers::position, tiers::name)).into_boxed();
    if !archived_too {
        query = query.filter(tiers::archived_at.is_null());
    }
    Ok(query.load(conn).await?)
}

pub async fn find(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<Option<TierRow>> {
    let query = tiers::table.filter(tiers::slug.eq(slug.as_str())).select(TierRow::as_select());
    Ok(query.first(conn).await.optional()?)
}

pub async fn lock(tx: &mut Tx, slug: &Slug) -> Result<TierRow> {
    let query = tiers::table.filter(tiers::slug.eq(slug.as_str())).select(TierRow::as_select()).for_no_key_update();
    query.first(tx.conn().await?).await.map_err(Error::from)
}

pub async fn insert(tx: &mut Tx, id: TierId, new: &NewTier, currency: Currency) -> Result<TierRow> {
    let now = tx.now();
    let offers: Vec<&str> = new.offers.iter().map(|offer| offer.as_str()).collect();
    diesel::insert_into(tiers::table)
        .values((
            tiers::id.eq(id.as_uuid()),
            tiers::slug.eq(new.slug.as_str()),
            tiers::name.eq(new.name.as_str()),
            tiers::price.eq(new.price.map(Amount::to_decimal)),
            tiers::currency.eq(currency.code()),
            tiers::summary.eq(new.summary.as_str()),
            tiers::offers.eq(offers),
            tiers::early_look.eq(new.early_look),
            tiers::quarterly_report.eq(new.quarterly_report),
            tiers::position.eq(new.position),
            tiers::created_at.eq(now),
            tiers::updated_at.eq(now),
        ))
        .returning(TierRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .refuse_if("tiers_slug_key", Code::SlugTaken)
}

/// Writes the row back with the next version.
pub async fn update(tx: &mut Tx, row: &TierRow) -> Result<TierRow> {
    let now = tx.now();
    let row = TierRow { version: row.version + 1, ..row.clone() };
    diesel::update(tiers::table.find(row.id))
        .set((&row, tiers::updated_at.eq(now)))
        .returning(TierRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .map_err(Error::from)
}
