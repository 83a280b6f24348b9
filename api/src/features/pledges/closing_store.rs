//! The SQL of what happens to all pledges of a project at once.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, Nullable, Numeric, SmallInt, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::author::Author;
use super::store::{PledgeRow, STANDING};
use super::version_store::{self, VersionKind};
use super::year_store::{YearRow, parts_of, year_rows};
use crate::db::{Tx, amount_of};
use crate::error::Result;
use crate::kernel::{PledgeStatus, ProjectId};
use crate::schema::{organizations, pledge_years, pledges};

/// The pledges that stand, with their organisations' slugs, in an order that tells nothing.
pub async fn standing(tx: &mut Tx, project: ProjectId) -> Result<Vec<(PledgeRow, String)>> {
    let query = pledges::table
        .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
        .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(STANDING)))
        .order(pledges::shuffle)
        .select((PledgeRow::as_select(), organizations::slug));
    Ok(query.load(tx.conn().await?).await?)
}

pub async fn requests(tx: &mut Tx, project: ProjectId) -> Result<Vec<PledgeRow>> {
    with_status(tx, project, &["requested"]).await
}

pub async fn unsigned(tx: &mut Tx, project: ProjectId) -> Result<Vec<PledgeRow>> {
    with_status(tx, project, &["requested", "pledged"]).await
}

async fn with_status(tx: &mut Tx, project: ProjectId, statuses: &[&str]) -> Result<Vec<PledgeRow>> {
    let these = pledges::table.filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(statuses)));
    Ok(these.select(PledgeRow::as_select()).load(tx.conn().await?).await?)
}

/// Writes each one's share, for good, with a version that says so. The years bear the share from now on.
pub async fn freeze(tx: &mut Tx, author: Author, project: ProjectId, rows: &mut [PledgeRow]) -> Result<()> {
    for row in &mut *rows {
        step(tx, row);
    }
    let (ids, shares): (Vec<Uuid>, Vec<Option<Decimal>>) = rows.iter().map(|row| (row.id, row.share)).unzip();
    diesel::sql_query(
        "UPDATE pledges SET share = frozen.share, version = version + 1, updated_at = $3 \
         FROM unnest($1, $2) AS frozen (id, share) WHERE pledges.id = frozen.id",
    )
    .bind::<Array<SqlUuid>, _>(&ids)
    .bind::<Array<Nullable<Numeric>>, _>(&shares)
    .bind::<Timestamptz, _>(tx.now())
    .execute(tx.conn().await?)
    .await?;
    write_years(tx, project, rows).await?;
    version_store::add_all(tx, author, rows, VersionKind::Settled, None);
    Ok(())
}

/// Splits each share as its pledge said. Most are borne by one year, which is the database's to write.
async fn write_years(tx: &mut Tx, project: ProjectId, rows: &[PledgeRow]) -> Result<()> {
    let whole = diesel::sql_query(
        "UPDATE pledge_years SET amount = frozen.share FROM unnest($1, $2) AS frozen (id, share) \
         WHERE pledge_id = frozen.id AND numerator = denominator AND amount <> frozen.share",
    );
    let (ids, shares): (Vec<Uuid>, Vec<Option<Decimal>>) = rows.iter().map(|row| (row.id, row.share)).unzip();
    tx.write(whole.bind::<Array<SqlUuid>, _>(ids).bind::<Array<Nullable<Numeric>>, _>(shares));
    let query = pledge_years::table
        .inner_join(pledges::table)
        .filter(pledges::project_id.eq(project.as_uuid()))
        .filter(pledge_years::numerator.ne(pledge_years::denominator))
        .order((pledge_years::pledge_id, pledge_years::fiscal_year))
        .select((
            pledge_years::pledge_id,
            (pledge_years::fiscal_year, pledge_years::numerator, pledge_years::denominator, pledge_years::amount),
        ));
    let all: Vec<(Uuid, YearRow)> = query.load(tx.conn().await?).await?;
    let shares: HashMap<Uuid, Option<Decimal>> = rows.iter().map(|row| (row.id, row.share)).collect();
    let (mut ids, mut years, mut amounts) = (Vec::new(), Vec::new(), Vec::new());
    for of_one in all.chunk_by(|left, right| left.0 == right.0) {
        let Some(share) = shares.get(&of_one[0].0).copied().flatten() else { continue };
        let parts = parts_of(&of_one.iter().map(|(_, year)| *year).collect::<Vec<_>>())?;
        for (year, _, _, amount) in year_rows(amount_of(share)?, &parts) {
            ids.push(of_one[0].0);
            years.push(year);
            amounts.push(amount);
        }
    }
    diesel::sql_query(
        "UPDATE pledge_years SET amount = part.amount FROM unnest($1, $2, $3) AS part (id, year, amount) \
         WHERE pledge_years.pledge_id = part.id AND pledge_years.fiscal_year = part.year \
             AND pledge_years.amount <> part.amount",
    )
    .bind::<Array<SqlUuid>, _>(&ids)
    .bind::<Array<SmallInt>, _>(&years)
    .bind::<Array<Numeric>, _>(&amounts)
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

/// Ends all of these, with why.
pub async fn release(tx: &mut Tx, author: Author, mut rows: Vec<PledgeRow>, reason: &str) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    for row in &mut rows {
        step(tx, row);
        row.status = PledgeStatus::Released.as_str().to_owned();
        row.active = false;
        row.reason = Some(reason.to_owned());
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    diesel::update(pledges::table.filter(pledges::id.eq_any(ids)))
        .set((
            pledges::status.eq(PledgeStatus::Released.as_str()),
            pledges::active.eq(false),
            pledges::reason.eq(reason),
            pledges::version.eq(pledges::version + 1),
            pledges::updated_at.eq(tx.now()),
        ))
        .execute(tx.conn().await?)
        .await?;
    version_store::add_all(tx, author, &rows, VersionKind::Released, Some(reason));
    Ok(())
}

fn step(tx: &Tx, row: &mut PledgeRow) {
    row.version += 1;
    row.updated_at = tx.now();
}

/// Lists the names that asked for it, if subtraction does not tell then what they gave: all at once, and never one by
/// one as pledges come and go.
pub async fn name(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let hidden = || {
        pledges::table
            .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(STANDING)))
            .filter(pledges::visibility.ne("public"))
    };
    let count: i64 = hidden().count().get_result(tx.conn().await?).await?;
    if count < 2 {
        return Ok(());
    }
    let now = tx.now();
    let unnamed = hidden().filter(pledges::visibility.eq("name_only").and(pledges::named_at.is_null()));
    let ids: Vec<Uuid> = unnamed.select(pledges::id).load(tx.conn().await?).await?;
    let of_project = pledges::table.filter(pledges::project_id.eq(project.as_uuid()));
    let named: i64 = of_project.filter(pledges::named_at.is_not_null()).count().get_result(tx.conn().await?).await?;
    // A single name that joins the list would be that of the amount that joined it.
    if named > 0 && ids.len() < 2 {
        return Ok(());
    }
    diesel::update(pledges::table.filter(pledges::id.eq_any(&ids)))
        .set(pledges::named_at.eq(now))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
