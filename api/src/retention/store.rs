//! The SQL of what is over.

use chrono::TimeDelta;
use diesel::sql_types::{BigInt, Timestamptz};
use diesel_async::RunQueryDsl;

use super::Ending;
use crate::db::Tx;
use crate::error::Result;

/// Rows of one transaction: few enough that nobody waits for it.
pub const AT_ONCE: usize = 1000;

/// Removes some rows, and leaves those alone that another worker is removing.
pub async fn remove_some(tx: &mut Tx, ending: Ending, keep: TimeDelta) -> Result<usize> {
    let Ending { table, since, after, .. } = ending;
    let before = tx.now() - after.unwrap_or(keep);
    let sql = format!(
        "DELETE FROM {table} WHERE ctid = ANY (ARRAY( \
             SELECT ctid FROM {table} WHERE {since} < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))"
    );
    let at_once = i64::try_from(AT_ONCE).unwrap_or(i64::MAX);
    Ok(diesel::sql_query(sql)
        .bind::<Timestamptz, _>(before)
        .bind::<BigInt, _>(at_once)
        .execute(tx.conn().await?)
        .await?)
}
