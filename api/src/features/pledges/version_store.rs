//! The history of a pledge: every step, who took it for whom, and what the pledge was after it. The SQL of it, too.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::{Value, json};
use uuid::Uuid;

use super::author::Author;
use super::store::PledgeRow;
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{PledgeId, words};
use crate::schema::{pledge_versions, users};

/// A statement takes 65,535 parameters; a row of this table eleven.
const AT_ONCE: usize = 5000;

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

/// Writes down what a pledge is after a step of its own, as it stands in its row.
pub async fn add(tx: &mut Tx, row: &PledgeRow, kind: VersionKind, reason: Option<&str>) -> Result<()> {
    let author = Author::of_own_step(tx.actor(), row, kind);
    add_all(tx, author, std::slice::from_ref(row), kind, reason).await
}

/// The same for many that take one step together.
pub async fn add_all(
    tx: &mut Tx,
    author: Author,
    rows: &[PledgeRow],
    kind: VersionKind,
    reason: Option<&str>,
) -> Result<()> {
    use pledge_versions::dsl;
    let (now, request_id) = (tx.now(), tx.request_id().map(str::to_owned));
    let version = |row: &PledgeRow| {
        (
            dsl::pledge_id.eq(row.id),
            dsl::version.eq(row.version),
            dsl::at.eq(now),
            dsl::kind.eq(kind.as_str()),
            dsl::actor_kind.eq(author.kind),
            dsl::actor_id.eq(author.id),
            dsl::by_staff.eq(author.by_staff),
            dsl::organization_id.eq(row.organization_id),
            dsl::request_id.eq(request_id.clone()),
            dsl::reason.eq(reason),
            dsl::state.eq(state(row)),
        )
    };
    for some in rows.chunks(AT_ONCE) {
        let versions: Vec<_> = some.iter().map(version).collect();
        diesel::insert_into(dsl::pledge_versions).values(versions).execute(tx.conn()).await?;
    }
    Ok(())
}

fn state(row: &PledgeRow) -> Value {
    json!({
        "status": row.status,
        "amount": row.amount.to_string(),
        "fraction": row.fraction,
        "share": row.share.map(|share| share.to_string()),
        "visibility": row.visibility,
        "note": row.note,
        "purchase_order": row.purchase_order,
        "terms_version": row.terms_version,
        "min_other_orgs": row.min_other_orgs,
        "min_other_amount": row.min_other_amount.map(|amount| amount.to_string()),
        "min_total": row.min_total.map(|amount| amount.to_string()),
        "requires_org": row.requires_org,
        "agreement_reference": row.agreement_reference,
        "agreement_date": row.agreement_date,
    })
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
