//! The SQL of the ledger. Lines are only ever inserted; the database refuses anything else.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::{max, sql};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Date, Integer, Jsonb, Nullable, Numeric, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use futures_util::FutureExt as _;
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;

use super::rules::line::{Head, Line};
use super::rules::totals::Totals;
use crate::db::{Tx, fixed, stored_amount};
use crate::error::{Code, Error, OrMissing as _, Result};
use crate::kernel::{Amount, ProjectId, Slug};
use crate::schema::{ledger_lines, project_money, projects};

/// Moves the head. The caller has locked the project; if not, it stays, and the line of whoever comes second is refused.
pub fn move_head(tx: &mut Tx, line: &Line) {
    let from = project_money::ledger_seq.eq(line.seq - 1).and(project_money::ledger_hash.eq(line.prev_hash.clone()));
    let to = (project_money::ledger_seq.eq(line.seq), project_money::ledger_hash.eq(line.hash.clone()));
    let update = diesel::update(project_money::table.find(line.project.as_uuid()).filter(from)).set(to);
    tx.write(update);
}

/// Adds the line at the head. One that is not there, or that says of the money what is not so, conflicts.
pub fn insert(tx: &mut Tx, line: Line, totals: &Totals) {
    let insert = sql_query(
        "INSERT INTO ledger_lines (project_id, seq, at, kind, data, prev_hash, hash) \
         SELECT (SELECT project_id FROM project_money \
                 WHERE project_id = $1 AND ledger_seq = $2 AND ledger_hash = $7 \
                     AND (pledged, ceilings, waiting, signed, backers) = ($8, $9, $10, $11, $12) \
                     AND goal IS NOT DISTINCT FROM $13), $2, $3, $4, $5, $6, $7",
    )
    .bind::<SqlUuid, _>(line.project.as_uuid())
    .bind::<Integer, _>(line.seq)
    .bind::<Timestamptz, _>(line.at)
    .bind::<Text, _>(line.kind)
    .bind::<Jsonb, _>(line.data)
    .bind::<Text, _>(line.prev_hash)
    .bind::<Text, _>(line.hash)
    .bind::<Numeric, _>(totals.pledged.to_decimal())
    .bind::<Numeric, _>(totals.ceilings.to_decimal())
    .bind::<Numeric, _>(totals.waiting.to_decimal())
    .bind::<Numeric, _>(totals.signed.to_decimal())
    .bind::<BigInt, _>(totals.backers)
    .bind::<Nullable<Numeric>, _>(totals.goal.map(Amount::to_decimal));
    // The database refuses a line of no project, whoever reads its answer.
    let inserted = |outcome: QueryResult<usize>| match outcome {
        Err(DieselError::DatabaseError(DatabaseErrorKind::NotNullViolation, _)) => Err(Error::new(Code::Conflict)),
        outcome => outcome.map(drop).map_err(Error::from),
    };
    tx.later(move |mut conn| fixed(insert).execute(&mut conn).map(inserted).boxed_local());
}

/// The heads of these projects' ledgers.
pub async fn heads(conn: &mut AsyncPgConnection, projects: &[Uuid]) -> Result<Vec<(Uuid, Head)>> {
    use project_money::{ledger_hash, ledger_seq, project_id};
    let query = project_money::table.filter(project_id.eq_any(projects)).select((project_id, ledger_seq, ledger_hash));
    let rows: Vec<(Uuid, i32, String)> = query.load(conn).await?;
    Ok(rows.into_iter().map(|(project, seq, hash)| (project, Head { seq, hash })).collect())
}

/// The head, and what the next line is to say the money comes to.
pub async fn state(tx: &mut Tx, project: ProjectId) -> Result<(Head, Totals)> {
    let query = project_money::table.find(project.as_uuid());
    let sums = (
        project_money::goal,
        project_money::pledged,
        project_money::ceilings,
        project_money::waiting,
        project_money::signed,
        project_money::backers,
    );
    let head = (project_money::ledger_seq, project_money::ledger_hash);
    let query = query.select((head, sums));
    let ((seq, hash), sums): ((i32, String), Sums) =
        tx.ask(|mut conn| async move { query.first(&mut conn).await }.boxed_local()).await?;
    Ok((Head { seq, hash }, totals(sums)?))
}

/// The totals at the end of a day on which they changed.
pub struct Day {
    pub day: NaiveDate,
    pub totals: Totals,
}

/// Goes from each day's last line to that of the day before, so it costs as many steps as there are days, however many
/// lines there are.
pub async fn days(conn: &mut AsyncPgConnection, project: ProjectId) -> Result<Vec<Day>> {
    let rows: Vec<DayRow> = fixed(
        sql_query(
            "WITH RECURSIVE last (day, seq) AS ( \
                 (SELECT (at AT TIME ZONE 'UTC')::date, seq FROM ledger_lines WHERE project_id = $1 \
                  ORDER BY (at AT TIME ZONE 'UTC')::date DESC, seq DESC LIMIT 1) \
                 UNION ALL \
                 SELECT earlier.* FROM last, LATERAL ( \
                     SELECT (at AT TIME ZONE 'UTC')::date, seq FROM ledger_lines \
                     WHERE project_id = $1 AND (at AT TIME ZONE 'UTC')::date < last.day \
                     ORDER BY (at AT TIME ZONE 'UTC')::date DESC, seq DESC LIMIT 1) earlier) \
             SELECT last.day, line.data FROM last JOIN ledger_lines line ON line.project_id = $1 AND line.seq = last.seq \
             ORDER BY last.day",
        )
        .bind::<SqlUuid, _>(project.as_uuid()),
    )
    .load(conn)
    .await?;
    let read = |row: DayRow| {
        let totals = Totals::read(&row.data).map_err(|fault| Error::internal(anyhow::anyhow!(fault)))?;
        Ok(Day { day: row.day, totals })
    };
    rows.into_iter().map(read).collect()
}

#[derive(QueryableByName)]
struct DayRow {
    #[diesel(sql_type = Date)]
    day: NaiveDate,
    #[diesel(sql_type = Jsonb)]
    data: Value,
}

/// The project of this slug, if everybody may see it, and its head.
pub async fn find_public(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<(ProjectId, Head)> {
    let found: Option<(Uuid, i32, String)> = projects::table
        .inner_join(project_money::table)
        .filter(projects::slug.eq(slug.as_str()).and(projects::is_public))
        .select((projects::id, project_money::ledger_seq, project_money::ledger_hash))
        .first(conn)
        .await
        .optional()?;
    let (id, seq, hash) = found.or_missing()?;
    Ok((id.into(), Head { seq, hash }))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = ledger_lines)]
struct LineRow {
    project_id: Uuid,
    seq: i32,
    at: DateTime<Utc>,
    kind: String,
    data: Value,
    prev_hash: String,
    hash: String,
}

impl From<LineRow> for Line {
    fn from(row: LineRow) -> Self {
        let LineRow { project_id, seq, at, kind, data, prev_hash, hash } = row;
        Self { project: project_id.into(), seq, at, kind, data, prev_hash, hash }
    }
}

/// Lines of a project after this number.
pub async fn lines(conn: &mut AsyncPgConnection, project: ProjectId, after: i32, limit: i64) -> Result<Vec<Line>> {
    let rows: Vec<LineRow> = ledger_lines::table
        .filter(ledger_lines::project_id.eq(project.as_uuid()).and(ledger_lines::seq.gt(after)))
        .order(ledger_lines::seq)
        .limit(limit)
        .select(LineRow::as_select())
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(Line::from).collect())
}

/// Lines of all public projects after this one, by project and number.
pub async fn all_lines(conn: &mut AsyncPgConnection, after: Option<(Uuid, i32)>, limit: i64) -> Result<Vec<Line>> {
    let (project, seq) = after.unwrap_or((Uuid::nil(), 0));
    // As one comparison of rows the index finds where to go on, also in the middle of a long ledger.
    let follows = sql::<Bool>("(ledger_lines.project_id, ledger_lines.seq) > (")
        .bind::<SqlUuid, _>(project)
        .sql(", ")
        .bind::<Integer, _>(seq)
        .sql(")");
    let rows: Vec<LineRow> = ledger_lines::table
        .inner_join(projects::table)
        .filter(follows)
        // The planner does not conclude this, and would read the projects from the first on for each piece.
        .filter(projects::id.ge(project).and(projects::is_public))
        .order((ledger_lines::project_id, ledger_lines::seq))
        .limit(limit)
        .select(LineRow::as_select())
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(Line::from).collect())
}

/// What the tables say of a project's money, all at one moment.
pub struct Books {
    pub project: ProjectId,
    pub slug: String,
    pub head: Head,
    /// The number of the last line there is.
    pub last: i32,
    pub totals: Totals,
}

type Sums = (Option<Decimal>, Decimal, Decimal, Decimal, Decimal, i32);

/// The books of projects in the order of their ids, or of one project.
pub async fn books(
    conn: &mut AsyncPgConnection,
    slug: Option<&Slug>,
    after: ProjectId,
    limit: i64,
) -> Result<Vec<Books>> {
    let last = ledger_lines::table
        .filter(ledger_lines::project_id.eq(projects::id))
        .select(max(ledger_lines::seq))
        .single_value();
    let sums = (
        project_money::goal,
        project_money::pledged,
        project_money::ceilings,
        project_money::waiting,
        project_money::signed,
        project_money::backers,
    );
    let mut query = projects::table
        .inner_join(project_money::table)
        .filter(projects::id.gt(after.as_uuid()))
        .order(projects::id)
        .limit(limit)
        .select((projects::id, projects::slug, project_money::ledger_seq, project_money::ledger_hash, last, sums))
        .into_boxed();
    if let Some(slug) = slug {
        query = query.filter(projects::slug.eq(slug.as_str()));
    }
    let rows: Vec<(Uuid, String, i32, String, Option<i32>, Sums)> = query.load(conn).await?;
    rows.into_iter()
        .map(|(id, slug, seq, hash, last, sums)| {
            let (project, head) = (id.into(), Head { seq, hash });
            Ok(Books { project, slug, head, last: last.unwrap_or(0), totals: totals(sums)? })
        })
        .collect()
}

fn totals((goal, pledged, ceilings, waiting, signed, backers): Sums) -> Result<Totals> {
    let amount = |value| Ok::<Amount, Error>(stored_amount(Some(value))?.unwrap_or(Amount::ZERO));
    Ok(Totals {
        goal: stored_amount(goal)?,
        pledged: amount(pledged)?,
        ceilings: amount(ceilings)?,
        waiting: amount(waiting)?,
        signed: amount(signed)?,
        backers: i64::from(backers),
    })
}
