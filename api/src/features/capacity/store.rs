//! The SQL of capacity.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::rules::Quarter;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::features::projects::list_store::FUNDING;
use crate::features::projects::rules::calendar::GRACE;
use crate::schema::capacities;

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = capacities)]
pub struct CapacityRow {
    pub quarter: String,
    pub hours: i32,
    pub version: i32,
    pub updated_at: DateTime<Utc>,
}

/// The latest first.
pub async fn list(conn: &mut AsyncPgConnection) -> Result<Vec<CapacityRow>> {
    Ok(capacities::table.select(CapacityRow::as_select()).order(capacities::quarter.desc()).load(conn).await?)
}

pub async fn find(conn: &mut AsyncPgConnection, quarter: Quarter) -> Result<Option<CapacityRow>> {
    let query = capacities::table.find(quarter.to_string()).select(CapacityRow::as_select());
    Ok(query.first(conn).await.optional()?)
}

/// Writes the quarter's hours, as its first version or its next.
pub async fn put(tx: &mut Tx, quarter: Quarter, hours: i32) -> Result<CapacityRow> {
    let now = tx.now();
    let values = (
        capacities::quarter.eq(quarter.to_string()),
        capacities::hours.eq(hours),
        capacities::version.eq(1),
        capacities::updated_at.eq(now),
    );
    diesel::insert_into(capacities::table)
        .values(values)
        .on_conflict(capacities::quarter)
        .do_update()
        .set((
            capacities::hours.eq(hours),
            capacities::version.eq(capacities::version + 1),
            capacities::updated_at.eq(now),
        ))
        .returning(CapacityRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .map_err(Error::from)
}

#[derive(QueryableByName)]
pub struct Load {
    #[diesel(sql_type = BigInt)]
    pub funded: i64,
    #[diesel(sql_type = BigInt)]
    pub in_flight: i64,
}

/// The hours of what is funded and not done. A covered coalition whose date has passed is funded, noted or not.
pub async fn load(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<Load> {
    diesel::sql_query(format!(
        "SELECT coalesce(sum(capacity_hours), 0)::bigint AS funded, \
         coalesce(sum(capacity_hours) FILTER (WHERE delivery = 'in_flight'), 0)::bigint AS in_flight \
         FROM projects JOIN project_money ON project_money.project_id = projects.id \
         WHERE delivery <> 'done' AND {FUNDING} = 'funded'"
    ))
    .bind::<Timestamptz, _>(now)
    .bind::<Timestamptz, _>(now - GRACE)
    .get_result(conn)
    .await
    .map_err(Error::from)
}
