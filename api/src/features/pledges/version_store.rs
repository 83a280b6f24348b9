//! The history of a pledge: every step, who took it for whom, and what the pledge was after it. The SQL of it, too.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::{Value, json};
use uuid::Uuid;

use super::store::PledgeRow;
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::words;
use crate::kernel::{Actor, PledgeId, Via};
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

/// Writes down what a pledge is after a step, as it stands in its row.
pub async fn add(tx: &mut Tx, row: &PledgeRow, kind: VersionKind, reason: Option<&str>) -> Result<()> {
    add_all(tx, std::slice::from_ref(row), kind, reason).await
}

/// The same for many that take one step together.
pub async fn add_all(tx: &mut Tx, rows: &[PledgeRow], kind: VersionKind, reason: Option<&str>) -> Result<()> {
    use pledge_versions::dsl;
    let acting = tx.actor().clone();
    let (actor_kind, actor_id) = actor(&acting);
    let (now, request_id) = (tx.now(), tx.request_id().map(str::to_owned));
    let version = |row: &PledgeRow| {
        (
            dsl::pledge_id.eq(row.id),
            dsl::version.eq(row.version),
            dsl::at.eq(now),
            dsl::kind.eq(kind.as_str()),
            dsl::actor_kind.eq(actor_kind),
            dsl::actor_id.eq(actor_id),
            dsl::by_staff.eq(is_by_staff(&acting, row.organization_id)),
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

/// As the audit log names who acted; staff are told apart from the organisation's own people.
fn actor(actor: &Actor) -> (&'static str, Option<Uuid>) {
    match actor {
        Actor::Public => ("program", None),
        Actor::CommandLine => ("command_line", None),
        Actor::Person(person) => {
            let kind = match person.via {
                Via::Session(_) => "session",
                Via::Token(..) => "token",
            };
            (kind, Some(person.id.as_uuid()))
        }
    }
}

/// Whether somebody who does not act for the organisation by a role of its own did it.
fn is_by_staff(actor: &Actor, organization: Uuid) -> bool {
    actor.person().is_some_and(|person| person.role_in(organization.into()).is_none())
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
