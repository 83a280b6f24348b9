//! The history of a pledge: every step, who took it for whom, and what the pledge was after it. The SQL of it, too.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use super::author::Author;
use super::store::PledgeRow;
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{PledgeId, words};
use crate::schema::{pledge_versions, users};

words! {
    VersionKind, "A step", {
        Requested = "requested",
        Placed = "placed",
        Approved = "approved",
        Declined = "declined",
        Edited = "edited",
        Withdrawn = "withdrawn",
        Released = "released",
        Settled = "settled",
        Signed = "signed",
        Defaulted = "defaulted",
    }
}

/// What a pledge is, in its own columns.
pub const STATE: &str = "jsonb_build_object( \
    'status', status, 'amount', amount::text, 'fraction', fraction, 'share', share::text, 'visibility', visibility, \
    'note', note, 'purchase_order', purchase_order, 'terms_version', terms_version, 'min_other_orgs', min_other_orgs, \
    'min_other_amount', min_other_amount::text, 'min_total', min_total::text, 'requires_org', requires_org, \
    'agreement_reference', agreement_reference, 'agreement_date', agreement_date)";

/// Writes down what a pledge is after a step of its own, as its stored row says.
pub fn add(tx: &mut Tx, row: &PledgeRow, kind: VersionKind, reason: Option<&str>) {
    let author = Author::of_own_step(tx.actor(), row, kind);
    add_all(tx, author, std::slice::from_ref(row), kind, reason);
}

/// The same for many that take one step together.
pub fn add_all(tx: &mut Tx, author: Author, rows: &[PledgeRow], kind: VersionKind, reason: Option<&str>) {
    let (now, request_id) = (tx.now(), tx.request_id().map(str::to_owned));
    // One is asked for by itself: for a list the database would think anew each time how long it is.
    let these = if rows.len() == 1 { "= $1[1]" } else { "= ANY($1)" };
    let versions = diesel::sql_query(format!(
        "INSERT INTO pledge_versions (pledge_id, version, at, kind, actor_kind, actor_id, by_staff, request_id, reason, \
             state) \
         SELECT id, version, $2, $3, $4, $5, $6, $7, $8, {STATE} FROM pledges WHERE id {these}"
    ))
    .bind::<Array<SqlUuid>, _>(rows.iter().map(|row| row.id).collect::<Vec<_>>())
    .bind::<Timestamptz, _>(now)
    .bind::<Text, _>(kind.as_str())
    .bind::<Text, _>(author.kind)
    .bind::<Nullable<SqlUuid>, _>(author.id)
    .bind::<Bool, _>(author.by_staff)
    .bind::<Nullable<Text>, _>(request_id)
    .bind::<Nullable<Text>, _>(reason.map(str::to_owned));
    tx.write(versions);
}

#[derive(Queryable)]
pub struct VersionRow {
    pub version: i32,
    pub at: DateTime<Utc>,
    pub kind: String,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub by_staff: bool,
    pub reason: Option<String>,
    pub state: Value,
}

pub async fn list(conn: &mut AsyncPgConnection, pledge: PledgeId) -> Result<Vec<VersionRow>> {
    use pledge_versions::dsl;
    let query = dsl::pledge_versions
        .left_join(users::table)
        .filter(dsl::pledge_id.eq(pledge.as_uuid()))
        .order(dsl::version)
        .select((
            dsl::version,
            dsl::at,
            dsl::kind,
            dsl::actor_kind,
            dsl::actor_id,
            users::name.nullable(),
            dsl::by_staff,
            dsl::reason,
            dsl::state,
        ));
    Ok(query.load(conn).await?)
}
