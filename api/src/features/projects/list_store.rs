//! The SQL of lists of projects: filters, words and orders, by keyset.

use chrono::{DateTime, Datelike as _, Utc};
use diesel::dsl::sql;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable, Numeric, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::calendar::GRACE;
use super::rules::sort::ProjectSort;
use super::store::{MoneyRow, Project, ProjectRow};
use crate::error::Result;
use crate::kernel::{Delivery, Funding, Page};
use crate::schema::{project_money, project_narratives, projects};

#[derive(Debug)]
pub struct Filter {
    /// Empty for all the caller may see.
    pub funding: Vec<Funding>,
    /// Those that are not public, too.
    pub drafts: bool,
    pub delivery: Option<Delivery>,
    pub theme: Option<Uuid>,
    pub narrative: Option<Uuid>,
    /// A query for `to_tsquery`.
    pub words: Option<String>,
}

/// Where the last page ended: what it was sorted by, and the id.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Key {
    #[serde(deserialize_with = "in_reach")]
    at: Option<DateTime<Utc>>,
    number: Option<Decimal>,
    position: Option<i32>,
    id: Uuid,
}

impl Key {
    pub fn of(project: &Project, sort: ProjectSort) -> Self {
        let none = Self { at: None, number: None, position: None, id: project.row.id };
        match sort {
            ProjectSort::Newest => none,
            ProjectSort::ClosingSoon => Self { at: project.row.closes_at, ..none },
            ProjectSort::MostFunded => Self { number: Some(project.money.pledged), ..none },
            ProjectSort::AlmostThere => {
                Self { number: project.money.goal.map(|goal| goal - project.money.pledged), ..none }
            }
            ProjectSort::Queue => Self { position: project.row.queue_position, ..none },
        }
    }
}

/// A cursor that nobody was given may name a year PostgreSQL does not know.
fn in_reach<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    let at = Option::<DateTime<Utc>>::deserialize(deserializer)?;
    match at {
        Some(at) if !(1..=9999).contains(&at.year()) => Err(serde::de::Error::custom("out of reach")),
        _ => Ok(at),
    }
}

type Query<'a> = diesel::helper_types::IntoBoxed<
    'a,
    diesel::helper_types::Select<
        diesel::helper_types::InnerJoin<projects::table, project_money::table>,
        (diesel::helper_types::AsSelect<ProjectRow, Pg>, diesel::helper_types::AsSelect<MoneyRow, Pg>),
    >,
    Pg,
>;

pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    sort: ProjectSort,
    page: &Page<Key>,
    now: DateTime<Utc>,
) -> Result<Vec<Project>> {
    let query: Query<'_> = projects::table
        .inner_join(project_money::table)
        .select((ProjectRow::as_select(), MoneyRow::as_select()))
        .into_boxed();
    let query = order(filtered(query, filter, now), sort, page.after.clone(), now).limit(page.fetch());
    let rows: Vec<(ProjectRow, MoneyRow)> = query.load(conn).await?;
    Ok(rows.into_iter().map(|(row, money)| Project { row, money }).collect())
}

fn filtered<'a>(mut query: Query<'a>, filter: &Filter, now: DateTime<Utc>) -> Query<'a> {
    if !filter.drafts {
        query = query.filter(projects::is_public);
    }
    if !filter.funding.is_empty() {
        let mut any: Box<dyn BoxableExpression<_, Pg, SqlType = Nullable<Bool>>> =
            Box::new(sql::<Nullable<Bool>>("false"));
        for funding in &filter.funding {
            any = Box::new(any.or(is_now(*funding, now)));
        }
        query = query.filter(any);
    }
    if let Some(delivery) = filter.delivery {
        let in_this_state = projects::delivery.eq(delivery.as_str()).nullable();
        query = query.filter(is_now(Funding::Funded, now).and(in_this_state));
    }
    if let Some(theme) = filter.theme {
        query = query.filter(projects::theme_id.eq(theme));
    }
    if let Some(narrative) = filter.narrative {
        let named = project_narratives::table.filter(project_narratives::narrative_id.eq(narrative));
        query = query.filter(projects::id.eq_any(named.select(project_narratives::project_id)));
    }
    if let Some(words) = filter.words.clone() {
        // The expression of the index.
        let found = sql::<Bool>("to_tsvector('simple', title || ' ' || summary) @@ to_tsquery('simple', ");
        query = query.filter(found.bind::<Text, _>(words).sql(")"));
    }
    query
}

type Condition = Box<
    dyn BoxableExpression<
            diesel::helper_types::InnerJoinQuerySource<projects::table, project_money::table>,
            Pg,
            SqlType = Nullable<Bool>,
        >,
>;

/// The state a date has led to, whether or not it was noted (`rules::calendar::derived`), for statements in words: `$1`
/// is now, `$2` the days of grace before it.
pub const FUNDING: &str = "CASE \
     WHEN funding = 'open' AND closes_at <= $1 AND mode = 'shared' AND ceilings >= goal THEN 'funded' \
     WHEN funding IN ('open', 'missed') AND closes_at <= $2 THEN 'closed' \
     WHEN funding = 'open' AND closes_at <= $1 THEN 'missed' \
     ELSE funding END";

/// The same as a condition that finds its index.
fn is_now(funding: Funding, now: DateTime<Utc>) -> Condition {
    let noted = |funding: Funding| projects::funding.eq(funding.as_str()).nullable();
    let passed = projects::funding.eq("open").and(projects::closes_at.le(now));
    let settles = projects::mode.eq("shared").and(project_money::ceilings.nullable().ge(project_money::goal));
    let lapsed = projects::closes_at.le(now - GRACE);
    let misses = diesel::dsl::not(settles);
    match funding {
        Funding::Open => Box::new(noted(funding).and(projects::closes_at.gt(now))),
        Funding::Funded => Box::new(noted(funding).or(passed.and(settles))),
        Funding::Missed => Box::new(noted(funding).or(passed.and(misses)).and(diesel::dsl::not(lapsed))),
        Funding::Closed => Box::new(noted(funding).or(noted(Funding::Missed).or(passed.and(misses)).and(lapsed))),
        Funding::Draft | Funding::Candidate => Box::new(noted(funding)),
    }
}

fn order<'a>(query: Query<'a>, sort: ProjectSort, after: Option<Key>, now: DateTime<Utc>) -> Query<'a> {
    match sort {
        ProjectSort::Newest => {
            let query = query.order(projects::id.desc());
            match after {
                Some(key) => query.filter(projects::id.lt(key.id)),
                None => query,
            }
        }
        ProjectSort::ClosingSoon => {
            let query = query.filter(is_now(Funding::Open, now)).order((projects::closes_at, projects::id));
            match after {
                Some(key) => query.filter(
                    projects::closes_at
                        .gt(key.at)
                        .or(projects::closes_at.eq(key.at).and(projects::id.nullable().gt(key.id))),
                ),
                None => query,
            }
        }
        ProjectSort::MostFunded => {
            let query = query.order((project_money::pledged.desc(), projects::id.desc()));
            match after.and_then(|key| Some((key.number?, key.id))) {
                Some((pledged, id)) => query.filter(
                    project_money::pledged.lt(pledged).or(project_money::pledged.eq(pledged).and(projects::id.lt(id))),
                ),
                None => query,
            }
        }
        ProjectSort::AlmostThere => {
            let left = || sql::<Numeric>("(goal - pledged)");
            let query = query.filter(is_now(Funding::Open, now)).order((left(), projects::id));
            match after.and_then(|key| Some((key.number?, key.id))) {
                Some((number, id)) => query.filter(left().gt(number).or(left().eq(number).and(projects::id.gt(id)))),
                None => query,
            }
        }
        ProjectSort::Queue => {
            let place = || sql::<diesel::sql_types::Integer>("coalesce(queue_position, 2147483647)");
            let query = query.filter(is_now(Funding::Funded, now)).order((place(), projects::id));
            match after {
                Some(key) => {
                    let position = key.position.unwrap_or(i32::MAX);
                    query.filter(place().gt(position).or(place().eq(position).and(projects::id.gt(key.id))))
                }
                None => query,
            }
        }
    }
}
