//! The SQL of what waits for staff: one statement, so that all of it is of one moment.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Numeric, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::features::projects::list_store::FUNDING;
use crate::features::projects::rules::calendar::GRACE;
use crate::kernel::PledgeStatus;

/// What follows from where projects stand, with their date taken into account. `$1` is now, `$2` the days of grace before
/// it, `$3` what a live pledge can be.
const WORK: &str = "work (kind, since, project, organization, pledge, amount, count, until) AS (
    SELECT 'missed_project', closes_at, id, NULL::uuid, NULL::uuid, greatest(goal - pledged, 0), NULL::bigint,
        closes_at + ($1 - $2)
    FROM stage WHERE funding = 'missed'
    UNION ALL
    -- Since the line of the ledger after the last that was below the goal.
    SELECT 'covered_coalition', coalesce((SELECT min(at) FROM ledger_lines WHERE project_id = id AND seq > coalesce((
            SELECT max(seq) FROM ledger_lines
            WHERE project_id = id AND (data -> 'totals' ->> 'ceilings')::numeric < goal), 0)), opened_at),
        id, NULL, NULL, ceilings - goal, NULL, closes_at
    FROM stage WHERE funding = 'open' AND mode = 'shared' AND covered
    UNION ALL
    SELECT 'gap', coalesce((SELECT min(at) FROM ledger_lines WHERE project_id = id AND seq > coalesce((
            SELECT max(seq) FROM ledger_lines
            WHERE project_id = id AND (data -> 'totals' ->> 'pledged')::numeric >= goal), 0)), funded_at),
        id, NULL, NULL, goal - pledged, NULL, NULL
    FROM stage WHERE funding = 'funded' AND pledged < goal
    UNION ALL
    SELECT 'unsigned_pledge', greatest(funded_at, placed_at), stage.id, organization_id, pledges.id,
        coalesce(share, amount), NULL, NULL
    FROM stage JOIN pledges ON pledges.project_id = stage.id
    WHERE funding = 'funded' AND status = 'pledged' AND active
    UNION ALL
    SELECT 'not_started', funded_at, id, NULL, NULL, pledged, NULL, NULL
    FROM stage WHERE funding = 'funded' AND delivery = 'not_started' AND queue_position IS NULL
    UNION ALL
    SELECT 'closing_soon', greatest(opened_at, closes_at - interval '7 days'), id, NULL, NULL, goal - pledged, NULL,
        closes_at
    FROM stage WHERE funding = 'open' AND closes_at <= $1 + interval '7 days' AND NOT covered
    UNION ALL
    SELECT 'dead_letters', min(dead_at), NULL, NULL, NULL, NULL, count(*), NULL
    FROM outbox WHERE dead_at IS NOT NULL AND done_at IS NULL HAVING count(*) > 0
    UNION ALL
    -- Its last day is a member's; of what is collected nothing is left to do.
    SELECT 'ended_membership', (membership_ends + 1)::timestamp AT TIME ZONE 'UTC', NULL, organizations.id, NULL,
        sum(amount), count(*), NULL
    FROM organizations JOIN pledges ON pledges.organization_id = organizations.id
    WHERE membership_ends < ($1 AT TIME ZONE 'UTC')::date
        AND status = ANY ($3) AND status <> 'collected'
    GROUP BY organizations.id
)";

#[derive(QueryableByName)]
pub struct Row {
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Timestamptz)]
    pub since: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Text>)]
    pub project_slug: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub project_title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub organization_slug: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub organization_name: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub pledge: Option<Uuid>,
    #[diesel(sql_type = Nullable<Numeric>)]
    pub amount: Option<Decimal>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub count: Option<i64>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub until: Option<DateTime<Utc>>,
    /// How many there are of its kind.
    #[diesel(sql_type = BigInt)]
    pub of_kind: i64,
    /// Where it stands among all, from 1.
    #[diesel(sql_type = BigInt)]
    pub rank: i64,
}

/// The oldest, and of every kind at least the oldest one, so that its count is known.
pub async fn list(conn: &mut AsyncPgConnection, limit: i64, now: DateTime<Utc>) -> Result<Vec<Row>> {
    let query = format!(
        "WITH stage AS (
            SELECT id, mode, delivery, queue_position, closes_at, opened_at, goal, pledged, ceilings,
                coalesce(funded_at, closes_at) AS funded_at, coalesce(ceilings >= goal, false) AS covered,
                {FUNDING} AS funding
            FROM projects JOIN project_money ON project_money.project_id = projects.id WHERE is_public
        ), {WORK}, ranked AS (
            SELECT *, count(*) OVER (PARTITION BY kind) AS of_kind,
                row_number() OVER (ORDER BY since, kind, project, organization, pledge) AS rank,
                row_number() OVER (PARTITION BY kind ORDER BY since) AS rank_in_kind
            FROM work
        )
        SELECT ranked.kind, since, projects.slug AS project_slug, title AS project_title,
            organizations.slug AS organization_slug, organizations.name AS organization_name,
            pledge, amount, ranked.count, until, of_kind, rank
        FROM ranked LEFT JOIN projects ON projects.id = project LEFT JOIN organizations ON organizations.id = organization
        WHERE rank <= $4 OR rank_in_kind = 1 ORDER BY rank"
    );
    diesel::sql_query(query)
        .bind::<Timestamptz, _>(now)
        .bind::<Timestamptz, _>(now - GRACE)
        .bind::<Array<Text>, _>(PledgeStatus::live())
        .bind::<BigInt, _>(limit)
        .load(conn)
        .await
        .map_err(Error::from)
}
