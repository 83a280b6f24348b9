//! The fiscal years that bear a pledge: the SQL of them, and how a row becomes a part and back.

use std::collections::HashMap;

use diesel::dsl::sum;
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Numeric, SmallInt, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::rules::years::{FiscalYear, Part, split};
use super::store::{LIVE, PledgeRow, STANDING};
use crate::db::{Tx, stored};
use crate::error::Result;
use crate::kernel::{Amount, Fraction, OrganizationId, PledgeId, UserId};
use crate::schema::{pledge_years, pledges};

/// A year, its part as numerator and denominator, and what that comes to.
pub type YearRow = (i16, i32, i32, Decimal);

pub fn year_rows(amount: Amount, parts: &[Part]) -> Vec<YearRow> {
    let part_of = |year: FiscalYear| parts.iter().find(|part| part.year == year).map(|part| part.part);
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let row = |(year, amount): (FiscalYear, Amount)| {
        let part = part_of(year)?;
        Some((year.number(), number(part.numerator()), number(part.denominator()), amount.to_decimal()))
    };
    split(amount, parts).into_iter().filter_map(row).collect()
}

pub fn parts_of(rows: &[YearRow]) -> Result<Vec<Part>> {
    let part = |(year, numerator, denominator, _): &YearRow| {
        let part = stored(Fraction::from_parts(*numerator, *denominator))?;
        Ok(Part { year: FiscalYear::from_number(*year), part })
    };
    rows.iter().map(part).collect()
}

pub async fn years(conn: &mut AsyncPgConnection, pledge: PledgeId) -> Result<Vec<YearRow>> {
    use pledge_years::dsl::{amount, denominator, fiscal_year, numerator, pledge_id};
    let query = pledge_years::table.filter(pledge_id.eq(pledge.as_uuid())).order(fiscal_year);
    Ok(query.select((fiscal_year, numerator, denominator, amount)).load(conn).await?)
}

/// The years of each of these, in order.
pub async fn of_pledges(conn: &mut AsyncPgConnection, pledges: &[Uuid]) -> Result<HashMap<Uuid, Vec<YearRow>>> {
    use pledge_years::dsl::{amount, denominator, fiscal_year, numerator, pledge_id};
    let query = pledge_years::table.filter(pledge_id.eq_any(pledges)).order(fiscal_year);
    let rows: Vec<(Uuid, YearRow)> =
        query.select((pledge_id, (fiscal_year, numerator, denominator, amount))).load(conn).await?;
    let mut years: HashMap<Uuid, Vec<YearRow>> = HashMap::new();
    for (id, year) in rows {
        years.entry(id).or_default().push(year);
    }
    Ok(years)
}

pub async fn replace_years(tx: &mut Tx, row: &PledgeRow, years: &[YearRow]) -> Result<()> {
    use pledge_years::dsl;
    diesel::delete(dsl::pledge_years.filter(dsl::pledge_id.eq(row.id))).execute(tx.conn().await?).await?;
    insert_years(tx, row, years);
    Ok(())
}

fn insert_years(tx: &mut Tx, row: &PledgeRow, years: &[YearRow]) {
    let column = |number: fn(&YearRow) -> i32| years.iter().map(number).collect::<Vec<_>>();
    let insert = diesel::sql_query(
        "INSERT INTO pledge_years (pledge_id, organization_id, fiscal_year, numerator, denominator, amount) \
         SELECT $1, $2, * FROM unnest($3, $4, $5, $6)",
    )
    .bind::<SqlUuid, _>(row.id)
    .bind::<SqlUuid, _>(row.organization_id)
    .bind::<Array<SmallInt>, _>(years.iter().map(|(year, ..)| *year).collect::<Vec<_>>())
    .bind::<Array<Integer>, _>(column(|(_, numerator, ..)| *numerator))
    .bind::<Array<Integer>, _>(column(|(_, _, denominator, _)| *denominator))
    .bind::<Array<Numeric>, _>(years.iter().map(|(.., amount)| *amount).collect::<Vec<_>>());
    tx.write(insert);
}

/// Whose sum of a fiscal year is asked for.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    Organization,
    /// What one champion committed for it.
    Champion(UserId),
}

/// What an organisation's fiscal years bear already, one pledge aside.
pub async fn committed(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    whose: Whose,
    years: &[i16],
    aside: Option<PledgeId>,
) -> Result<HashMap<i16, Decimal>> {
    let mut query = pledge_years::table
        .inner_join(pledges::table)
        .filter(pledge_years::organization_id.eq(organization.as_uuid()))
        .filter(pledge_years::fiscal_year.eq_any(years))
        .filter(pledges::status.eq_any(STANDING))
        .group_by(pledge_years::fiscal_year)
        .select((pledge_years::fiscal_year, sum(pledge_years::amount)))
        .into_boxed();
    if let Whose::Champion(champion) = whose {
        query = query.filter(pledges::champion_id.eq(champion.as_uuid()));
    }
    if let Some(aside) = aside {
        query = query.filter(pledges::id.ne(aside.as_uuid()));
    }
    let sums: Vec<(i16, Option<Decimal>)> = query.load(conn).await?;
    Ok(sums.into_iter().map(|(year, sum)| (year, sum.unwrap_or_default())).collect())
}

/// Whether a live pledge, or a request, is to be borne in this fiscal year of an organisation or in a later one.
pub async fn are_borne_from(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    year: FiscalYear,
) -> Result<bool> {
    let borne = pledge_years::table
        .inner_join(pledges::table)
        .filter(pledge_years::organization_id.eq(organization.as_uuid()))
        .filter(pledge_years::fiscal_year.ge(year.number()).and(pledges::status.eq_any(LIVE)));
    Ok(borne.count().get_result::<i64>(conn).await? > 0)
}
