//! A new pledge: its row, the years that bear it and the first step of its history, which are one statement. The SQL of it.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment};
use diesel::sql_types::{Array, Bool, Integer, Nullable, Numeric, SmallInt, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use futures_util::FutureExt as _;
use rust_decimal::Decimal;

use super::author::Author;
use super::store::PledgeRow;
use super::version_store::{STATE, VersionKind};
use super::year_store::YearRow;
use crate::db::{Tx, fixed};
use crate::error::{Code, ConstraintExt as _};
use crate::schema::pledges;

pub fn insert(tx: &mut Tx, row: &PledgeRow, years: &[YearRow], kind: VersionKind) {
    let statement = New {
        pledge: diesel::insert_into(pledges::table).values(row.clone()),
        years: Years::of(years),
        step: Step {
            at: tx.now(),
            kind: kind.as_str(),
            author: Author::of_own_step(tx.actor(), row, kind),
            request_id: tx.request_id().map(str::to_owned),
        },
    };
    let refuse = |outcome: QueryResult<usize>| outcome.refuse_if("pledges_one_live", Code::AlreadyPledged).map(drop);
    tx.later(move |mut conn| fixed(statement).execute(&mut conn).map(refuse).boxed_local());
}

struct New<Pledge> {
    pledge: Pledge,
    years: Years,
    step: Step,
}

/// A column of each.
struct Years {
    year: Vec<i16>,
    numerator: Vec<i32>,
    denominator: Vec<i32>,
    amount: Vec<Decimal>,
}

struct Step {
    at: DateTime<Utc>,
    kind: &'static str,
    author: Author,
    request_id: Option<String>,
}

impl Years {
    fn of(rows: &[YearRow]) -> Self {
        Self {
            year: rows.iter().map(|row| row.0).collect(),
            numerator: rows.iter().map(|row| row.1).collect(),
            denominator: rows.iter().map(|row| row.2).collect(),
            amount: rows.iter().map(|row| row.3).collect(),
        }
    }
}

impl<Pledge: QueryFragment<Pg>> QueryFragment<Pg> for New<Pledge> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { pledge, years, step } = self;
        pass.push_sql("WITH new AS (");
        pledge.walk_ast(pass.reborrow())?;
        pass.push_sql(
            " RETURNING *), years AS (INSERT INTO pledge_years (pledge_id, organization_id, fiscal_year, numerator, \
             denominator, amount) SELECT new.id, new.organization_id, part.* FROM new, unnest(",
        );
        pass.push_bind_param::<Array<SmallInt>, _>(&years.year)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Array<Integer>, _>(&years.numerator)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Array<Integer>, _>(&years.denominator)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Array<Numeric>, _>(&years.amount)?;
        pass.push_sql(
            ") AS part) INSERT INTO pledge_versions (pledge_id, version, state, at, kind, actor_kind, actor_id, \
             by_staff, request_id) SELECT id, version, ",
        );
        pass.push_sql(STATE);
        pass.push_sql(", ");
        pass.push_bind_param::<Timestamptz, _>(&step.at)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Text, _>(step.kind)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Text, _>(step.author.kind)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Nullable<SqlUuid>, _>(&step.author.id)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Bool, _>(&step.author.by_staff)?;
        pass.push_sql(", ");
        pass.push_bind_param::<Nullable<Text>, _>(&step.request_id)?;
        pass.push_sql(" FROM new");
        Ok(())
    }
}
