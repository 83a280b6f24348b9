//! The SQL of what happens to all pledges of a project at once.

use diesel::prelude::*;
use diesel::sql_types::{Array, Nullable, Numeric, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::store::{PledgeRow, STANDING};
use super::version_store;
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{Amount, ProjectId};
use crate::schema::{organizations, pledges};

/// Gives each of these its share, for good, with a version that says so. The years bear the share from now on.
pub async fn freeze(tx: &mut Tx, project: ProjectId, shares: &[(Uuid, Amount)]) -> Result<()> {
    let (ids, amounts): (Vec<Uuid>, Vec<Decimal>) = shares.iter().map(|(id, share)| (*id, share.to_decimal())).unzip();
    let now = tx.now();
    diesel::sql_query(
        "UPDATE pledges SET share = frozen.share, version = version + 1, updated_at = $3 \
         FROM unnest($1, $2) AS frozen (id, share) WHERE pledges.id = frozen.id",
    )
    .bind::<Array<SqlUuid>, _>(&ids)
    .bind::<Array<Numeric>, _>(&amounts)
    .bind::<Timestamptz, _>(now)
    .execute(tx.conn())
    .await?;
    // Cents that rounding leaves go to the last year, as when it was placed.
    diesel::sql_query(
        "UPDATE pledge_years SET amount = part.amount FROM ( \
             SELECT y.pledge_id, y.fiscal_year, \
                 CASE WHEN row_number() OVER by_year_down = 1 \
                      THEN p.share - coalesce(sum(trunc(p.share * y.numerator / y.denominator, 2)) OVER others, 0) \
                      ELSE trunc(p.share * y.numerator / y.denominator, 2) END AS amount \
             FROM pledge_years y JOIN pledges p ON p.id = y.pledge_id \
             WHERE p.project_id = $1 AND p.share IS NOT NULL \
             WINDOW by_year_down AS (PARTITION BY y.pledge_id ORDER BY y.fiscal_year DESC), \
                 others AS (PARTITION BY y.pledge_id ORDER BY y.fiscal_year DESC \
                            ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) \
         ) AS part WHERE pledge_years.pledge_id = part.pledge_id AND pledge_years.fiscal_year = part.fiscal_year",
    )
    .bind::<SqlUuid, _>(project.as_uuid())
    .execute(tx.conn())
    .await?;
    add_versions(tx, &ids, "settled", None).await
}

/// Ends all of these, with why.
pub async fn release(tx: &mut Tx, ids: &[Uuid], reason: &str) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    diesel::update(pledges::table.filter(pledges::id.eq_any(ids)))
        .set((
            pledges::status.eq("released"),
            pledges::active.eq(false),
            pledges::reason.eq(reason),
            pledges::version.eq(pledges::version + 1),
            pledges::updated_at.eq(now),
        ))
        .execute(tx.conn())
        .await?;
    add_versions(tx, ids, "released", Some(reason)).await
}

/// The same as `version_store::add` writes for one.
async fn add_versions(tx: &mut Tx, ids: &[Uuid], kind: &str, reason: Option<&str>) -> Result<()> {
    let (actor_kind, actor_id) = version_store::actor(tx.actor());
    let (now, request_id) = (tx.now(), tx.request_id().map(str::to_owned));
    diesel::sql_query(
        "INSERT INTO pledge_versions (pledge_id, version, at, kind, actor_kind, actor_id, by_staff, organization_id, \
             request_id, reason, state) \
         SELECT id, version, $2, $3, $4, $5, $5 IS NOT NULL, organization_id, $6, $7, jsonb_build_object( \
             'status', status, 'amount', amount::text, 'fraction', fraction, 'share', share::text, \
             'visibility', visibility, 'note', note, 'purchase_order', purchase_order, 'terms_version', terms_version, \
             'min_other_orgs', min_other_orgs, 'min_other_amount', min_other_amount::text, \
             'min_total', min_total::text, 'requires_org', requires_org, \
             'agreement_reference', agreement_reference, 'agreement_date', agreement_date) \
         FROM pledges WHERE id = ANY($1)",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Timestamptz, _>(now)
    .bind::<Text, _>(kind)
    .bind::<Text, _>(actor_kind)
    .bind::<Nullable<SqlUuid>, _>(actor_id)
    .bind::<Nullable<Text>, _>(request_id)
    .bind::<Nullable<Text>, _>(reason)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub async fn requests(tx: &mut Tx, project: ProjectId) -> Result<Vec<Uuid>> {
    ids(tx, project, &["requested"]).await
}

pub async fn unsigned(tx: &mut Tx, project: ProjectId) -> Result<Vec<Uuid>> {
    ids(tx, project, &["requested", "pledged"]).await
}

async fn ids(tx: &mut Tx, project: ProjectId, statuses: &[&str]) -> Result<Vec<Uuid>> {
    let these = pledges::table.filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(statuses)));
    Ok(these.select(pledges::id).load(tx.conn()).await?)
}

/// The pledges of a settled project with their organisations' slugs, in the order of their handles' places.
pub async fn settled(tx: &mut Tx, project: ProjectId) -> Result<Vec<(PledgeRow, String)>> {
    let query = pledges::table
        .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
        .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(STANDING)))
        .order(pledges::shuffle)
        .select((PledgeRow::as_select(), organizations::slug));
    Ok(query.load(tx.conn()).await?)
}

/// Lists the names that asked for it, if subtraction does not tell then what they gave: all at once, and never one by
/// one as pledges come and go.
pub async fn name(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let hidden = || {
        pledges::table
            .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(STANDING)))
            .filter(pledges::visibility.ne("public"))
    };
    let count: i64 = hidden().count().get_result(tx.conn()).await?;
    if count < 2 {
        return Ok(());
    }
    let now = tx.now();
    let unnamed = hidden().filter(pledges::visibility.eq("name_only").and(pledges::named_at.is_null()));
    let ids: Vec<Uuid> = unnamed.select(pledges::id).load(tx.conn()).await?;
    let of_project = pledges::table.filter(pledges::project_id.eq(project.as_uuid()));
    let named: i64 = of_project.filter(pledges::named_at.is_not_null()).count().get_result(tx.conn()).await?;
    // A single name that joins the list would be that of the amount that joined it.
    if named > 0 && ids.len() < 2 {
        return Ok(());
    }
    diesel::update(pledges::table.filter(pledges::id.eq_any(&ids)))
        .set(pledges::named_at.eq(now))
        .execute(tx.conn())
        .await?;
    Ok(())
}
