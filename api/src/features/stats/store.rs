//! The SQL of the statistics: narrow rows, since the numbers of all projects are read at once.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Numeric, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::kernel::PledgeStatus;
use crate::schema::{project_money, projects, topics};

#[derive(Queryable)]
pub struct Row {
    pub funding: String,
    pub mode: String,
    pub closes_at: Option<DateTime<Utc>>,
    pub opened_at: Option<DateTime<Utc>>,
    pub funded_at: Option<DateTime<Utc>>,
    pub goal: Option<Decimal>,
    pub pledged: Decimal,
    pub ceilings: Decimal,
    pub signed: Decimal,
    pub collected: Decimal,
    /// Its slug and name.
    pub theme: Option<(String, String)>,
}

/// All public projects, by theme in the order of themes.
pub async fn projects(conn: &mut AsyncPgConnection) -> Result<Vec<Row>> {
    let query = projects::table
        .inner_join(project_money::table)
        .left_join(topics::table)
        .filter(projects::is_public)
        .order((topics::position.asc().nulls_last(), topics::name, topics::slug))
        .select((
            projects::funding,
            projects::mode,
            projects::closes_at,
            projects::opened_at,
            projects::funded_at,
            project_money::goal,
            project_money::pledged,
            project_money::ceilings,
            project_money::signed,
            project_money::collected,
            (topics::slug, topics::name).nullable(),
        ));
    Ok(query.load(conn).await?)
}

#[derive(QueryableByName)]
pub struct Sides {
    #[diesel(sql_type = BigInt)]
    pub backers: i64,
    #[diesel(sql_type = BigInt)]
    pub communities: i64,
    #[diesel(sql_type = Numeric)]
    pub defaulted: Decimal,
}

/// What no project's row says: who backs, how many are members on that day, and what came to nothing after it was
/// signed. A hidden pledge is one more that backs, whoever it is: an organisation that no longer shows itself would
/// tell, if the number stayed, that it hides.
pub async fn sides(conn: &mut AsyncPgConnection, today: NaiveDate) -> Result<Sides> {
    diesel::sql_query(
        "SELECT (SELECT count(DISTINCT organization_id) FILTER (WHERE visibility = 'public') \
                     + count(*) FILTER (WHERE visibility <> 'public') \
                 FROM pledges WHERE status = ANY ($2)) AS backers, \
                (SELECT count(*) FROM organizations WHERE kind = 'member' AND membership_starts <= $1 \
                 AND (membership_ends IS NULL OR membership_ends >= $1)) AS communities, \
                (SELECT coalesce(sum(share), 0) FROM pledges WHERE status = 'defaulted') AS defaulted",
    )
    .bind::<Date, _>(today)
    .bind::<Array<Text>, _>(PledgeStatus::standing())
    .get_result(conn)
    .await
    .map_err(Error::from)
}
