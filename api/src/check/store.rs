//! The SQL that counts contradictions.

use diesel::sql_types::BigInt;
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl as _};

use crate::error::Result;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

pub async fn count(conn: &mut AsyncPgConnection, query: &str) -> Result<i64> {
    let counted: Counted = sql_query(query).get_result(conn).await?;
    Ok(counted.count)
}
