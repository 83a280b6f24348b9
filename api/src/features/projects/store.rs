//! The SQL of projects: one row for the card, one for the texts, one for the money.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use futures_util::FutureExt as _;
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;

use super::rules::calendar::{self, Due};
use crate::db::{Soon, Tx, amount_of, fixed, stored, stored_amount};
use crate::error::{Code, Error, Result, constraint_of};
use crate::features::ledger::rules::line::{Head, Line};
use crate::kernel::{Amount, Currency, Delivery, Dust, Funding, Mode, ProjectId, Slug, Stage, TimeZone, Touch};
use crate::schema::{project_money, project_narratives, project_texts, projects, topics};

#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = projects, treat_none_as_null = true)]
pub struct ProjectRow {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub theme_id: Option<Uuid>,
    pub visibility: String,
    pub goal_low: Option<Decimal>,
    pub goal_high: Option<Decimal>,
    pub capacity_hours: Option<i32>,
    pub mode: String,
    pub minimum_pledge: Decimal,
    pub pledge_by: Option<NaiveDate>,
    pub time_zone: String,
    pub closes_at: Option<DateTime<Utc>>,
    pub lapses_at: Option<DateTime<Utc>>,
    pub funding: String,
    pub delivery: String,
    pub queue_position: Option<i32>,
    pub terms_version: Option<String>,
    pub candidate_at: Option<DateTime<Utc>>,
    pub opened_at: Option<DateTime<Utc>>,
    pub funded_at: Option<DateTime<Utc>>,
    pub done_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub close_reason: Option<String>,
    pub close_note: Option<String>,
    pub currency: String,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = project_money, treat_none_as_null = true, primary_key(project_id))]
pub struct MoneyRow {
    pub project_id: Uuid,
    pub goal: Option<Decimal>,
    pub pledged: Decimal,
    pub ceilings: Decimal,
    pub waiting: Decimal,
    pub signed: Decimal,
    pub collected: Decimal,
    pub backers: i32,
    pub waiters: i32,
    pub requests: i32,
    pub dust: Decimal,
    pub level: Option<Decimal>,
    pub extra_to: Option<i32>,
    pub tipping_point: Option<Decimal>,
    pub wakes_at: Option<Decimal>,
    pub wakes_pledges: Option<i32>,
    pub wakes_ceilings: Option<Decimal>,
    pub next_place: i32,
}

#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = project_texts, primary_key(project_id))]
pub struct TextsRow {
    pub project_id: Uuid,
    pub problem: String,
    pub solution: String,
    pub implementation: String,
    pub fit: String,
    pub research: String,
    pub deliverables: Value,
    pub links: Value,
}

/// A project with what is pledged to it.
#[derive(Clone, Debug)]
pub struct Project {
    pub row: ProjectRow,
    pub money: MoneyRow,
}

impl Project {
    pub fn id(&self) -> ProjectId {
        self.row.id.into()
    }

    pub fn slug(&self) -> Result<Slug> {
        stored(Slug::parse(&self.row.slug))
    }

    pub fn goal(&self) -> Result<Option<Amount>> {
        stored_amount(self.money.goal)
    }

    /// Of one that takes or took pledges.
    pub fn firm_goal(&self) -> Result<Amount> {
        self.goal()?.ok_or_else(|| Error::internal(anyhow::anyhow!("an open project has a goal")))
    }

    pub fn minimum(&self) -> Result<Amount> {
        amount_of(self.row.minimum_pledge)
    }

    pub fn pledged(&self) -> Result<Amount> {
        amount_of(self.money.pledged)
    }

    pub fn dust(&self) -> Result<Dust> {
        let odd = || Error::internal(anyhow::anyhow!("{} is no dust", self.money.dust));
        Dust::from_decimal(self.money.dust).ok_or_else(odd)
    }

    pub fn mode(&self) -> Result<Mode> {
        stored(Mode::parse(&self.row.mode))
    }

    /// As it was last noted; [`Project::stage`] takes the date into account.
    pub fn noted_funding(&self) -> Result<Funding> {
        stored(Funding::parse(&self.row.funding))
    }

    pub fn currency(&self) -> Result<Currency> {
        stored(Currency::parse(&self.row.currency))
    }

    pub fn time_zone(&self) -> Result<TimeZone> {
        stored(TimeZone::parse(&self.row.time_zone))
    }

    pub fn covered(&self) -> Result<bool> {
        Ok(self.goal()?.is_some_and(|goal| self.money.ceilings >= goal.to_decimal()))
    }

    pub fn gap(&self, funding: Funding) -> Result<Amount> {
        match self.goal()? {
            Some(goal) if funding == Funding::Funded => Ok(goal.less(self.pledged()?)),
            _ => Ok(Amount::ZERO),
        }
    }

    pub fn stage(&self, now: DateTime<Utc>) -> Result<Stage> {
        let (mode, covered) = (self.mode()?, self.covered()?);
        let funding = calendar::derived(self.noted_funding()?, mode, covered, self.row.closes_at, now);
        Ok(Stage {
            public: self.is_public(),
            funding,
            delivery: stored(Delivery::parse(&self.row.delivery))?,
            mode,
            gap: !self.gap(funding)?.is_zero(),
            covered,
            live: self.money.backers + self.money.waiters + self.money.requests > 0,
            signed: !self.money.signed.is_zero(),
        })
    }

    pub fn due(&self, now: DateTime<Utc>) -> Result<Option<Due>> {
        Ok(calendar::due(self.noted_funding()?, self.mode()?, self.covered()?, self.row.closes_at, now))
    }
}

type Both = (ProjectRow, MoneyRow);

fn both((row, money): Both) -> Project {
    Project { row, money }
}

pub async fn find(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<Project> {
    let query = projects::table.inner_join(project_money::table).filter(projects::slug.eq(slug.as_str()));
    Ok(both(query.select((ProjectRow::as_select(), MoneyRow::as_select())).first::<Both>(conn).await?))
}

pub async fn find_by_id(conn: &mut AsyncPgConnection, id: ProjectId) -> Result<Project> {
    let query = projects::table.inner_join(project_money::table).filter(projects::id.eq(id.as_uuid()));
    Ok(both(query.select((ProjectRow::as_select(), MoneyRow::as_select())).first::<Both>(conn).await?))
}

pub async fn load(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<Project>> {
    let query = projects::table.inner_join(project_money::table).filter(projects::id.eq_any(ids));
    let rows: Vec<Both> = query.select((ProjectRow::as_select(), MoneyRow::as_select())).load(conn).await?;
    Ok(rows.into_iter().map(both).collect())
}

/// The first lock of every change of a project or of its pledges.
pub async fn lock(tx: &mut Tx, slug: &Slug) -> Result<Project> {
    Ok(locking(tx.conn().await?, slug).await?.0)
}

/// The same with whatever comes next, with where the project's ledger ends.
pub fn lock_soon(tx: &mut Tx, slug: &Slug) -> Soon<Option<(Project, Head)>> {
    let slug = slug.clone();
    tx.soon(|conn| async move { Ok(locking(conn, &slug).await.optional()?) }.boxed_local())
}

async fn locking(mut conn: &AsyncPgConnection, slug: &Slug) -> QueryResult<(Project, Head)> {
    let query = projects::table.inner_join(project_money::table).filter(projects::slug.eq(slug.as_str()));
    let (seq, hash) = (project_money::ledger_seq, project_money::ledger_hash);
    let query = query.select((ProjectRow::as_select(), MoneyRow::as_select(), seq, hash)).for_no_key_update();
    let (row, money, seq, hash) = query.first(&mut conn).await?;
    Ok((Project { row, money }, Head { seq, hash }))
}

pub async fn lock_by_id(tx: &mut Tx, id: ProjectId) -> Result<Project> {
    let query = projects::table.inner_join(project_money::table).filter(projects::id.eq(id.as_uuid()));
    let query = query.select((ProjectRow::as_select(), MoneyRow::as_select())).for_no_key_update();
    Ok(both(query.first::<Both>(tx.conn().await?).await?))
}

pub async fn texts(conn: &mut AsyncPgConnection, id: ProjectId) -> Result<TextsRow> {
    Ok(project_texts::table.find(id.as_uuid()).select(TextsRow::as_select()).first(conn).await?)
}

pub async fn insert(tx: &mut Tx, project: &Project, texts: &TextsRow) -> Result<()> {
    let inserted = diesel::insert_into(projects::table).values(&project.row).execute(tx.conn().await?).await;
    inserted.map_err(taken)?;
    diesel::insert_into(project_money::table).values(&project.money).execute(tx.conn().await?).await?;
    diesel::insert_into(project_texts::table).values(texts).execute(tx.conn().await?).await?;
    Ok(())
}

/// Writes the row back with the next version.
pub async fn update(tx: &mut Tx, project: &mut Project) -> Result<()> {
    project.row.version += 1;
    project.row.updated_at = tx.now();
    let updated =
        diesel::update(projects::table.find(project.row.id)).set(&project.row).execute(tx.conn().await?).await;
    updated.map_err(taken)?;
    Ok(())
}

/// Writes what the pledges come to; with the ledger's line about it, which has to be inserted, that it is the head now.
pub fn update_money(tx: &mut Tx, project: &Project, line: Option<&Line>) {
    use project_money::{ledger_hash, ledger_seq};
    let (money, row) = (project.money.clone(), project_money::table.find(project.row.id));
    match line {
        None => tx.write(diesel::update(row).set(money)),
        Some(line) => {
            let follows = ledger_seq.eq(line.seq - 1).and(ledger_hash.eq(line.prev_hash.clone()));
            let head = (ledger_seq.eq(line.seq), ledger_hash.eq(line.hash.clone()));
            tx.write(diesel::update(row.filter(follows)).set((money, head)));
        }
    }
}

pub async fn update_texts(tx: &mut Tx, texts: &TextsRow) -> Result<()> {
    diesel::update(project_texts::table.find(texts.project_id)).set(texts).execute(tx.conn().await?).await?;
    Ok(())
}

fn taken(error: diesel::result::Error) -> Error {
    match constraint_of(&error) {
        Some("projects_slug_key") => Error::new(Code::SlugTaken),
        _ => error.into(),
    }
}

pub async fn replace_narratives(tx: &mut Tx, id: ProjectId, narratives: &[Uuid]) -> Result<()> {
    use project_narratives::dsl;
    diesel::delete(dsl::project_narratives.filter(dsl::project_id.eq(id.as_uuid()))).execute(tx.conn().await?).await?;
    let rows: Vec<_> = narratives
        .iter()
        .map(|narrative| (dsl::project_id.eq(id.as_uuid()), dsl::narrative_id.eq(*narrative)))
        .collect();
    diesel::insert_into(dsl::project_narratives).values(rows).execute(tx.conn().await?).await?;
    Ok(())
}

/// A topic's slug and name.
pub type TopicName = (String, String);

/// The themes of these projects, and the narratives, each beside its project's id.
pub async fn topics_of(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<(Uuid, bool, TopicName)>> {
    let themes: Vec<(Uuid, TopicName)> = projects::table
        .inner_join(topics::table)
        .filter(projects::id.eq_any(ids))
        .select((projects::id, (topics::slug, topics::name)))
        .load(conn)
        .await?;
    let narratives: Vec<(Uuid, TopicName)> = project_narratives::table
        .inner_join(topics::table)
        .filter(project_narratives::project_id.eq_any(ids))
        .order((topics::position, topics::name))
        .select((project_narratives::project_id, (topics::slug, topics::name)))
        .load(conn)
        .await?;
    let themes = themes.into_iter().map(|(id, name)| (id, true, name));
    Ok(themes.chain(narratives.into_iter().map(|(id, name)| (id, false, name))).collect())
}

/// The one thing that is due by its date and has been for longest, if nobody else is at it, leaving these aside.
pub async fn next_due(tx: &mut Tx, aside: &[Uuid]) -> Result<Option<ProjectId>> {
    let now = tx.now();
    // The states stand in it as they do in the indexes.
    let due = sql::<Bool>("((funding = 'open' AND closes_at <= ").bind::<Timestamptz, _>(now);
    let due = due.sql(") OR (funding = 'missed' AND lapses_at <= ").bind::<Timestamptz, _>(now).sql("))");
    let next = projects::table
        .filter(due)
        .filter(projects::id.ne_all(aside))
        .order(projects::closes_at)
        .select(projects::id)
        .limit(1)
        .for_no_key_update()
        .skip_locked();
    let found: Option<Uuid> = fixed(next).get_result(tx.conn().await?).await.optional()?;
    Ok(found.map(ProjectId::from))
}

impl MoneyRow {
    /// Of a project nobody pledged to.
    pub fn nothing(project_id: Uuid) -> Self {
        Self {
            project_id,
            goal: None,
            pledged: Decimal::ZERO,
            ceilings: Decimal::ZERO,
            waiting: Decimal::ZERO,
            signed: Decimal::ZERO,
            collected: Decimal::ZERO,
            backers: 0,
            waiters: 0,
            requests: 0,
            dust: Decimal::ZERO,
            level: None,
            extra_to: None,
            tipping_point: None,
            wakes_at: None,
            wakes_pledges: None,
            wakes_ceilings: None,
            next_place: 1,
        }
    }
}

/// Who reorders the queue holds this until the transaction ends.
pub async fn lock_queue(tx: &mut Tx) -> Result<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('cofund queue'))").execute(tx.conn().await?).await?;
    Ok(())
}

/// What is funded and not started, in its turn.
pub async fn queue(tx: &mut Tx) -> Result<Vec<Uuid>> {
    let queued = projects::table.filter(projects::funding.eq("funded").and(projects::queue_position.is_not_null()));
    Ok(queued.order((projects::queue_position, projects::id)).select(projects::id).load(tx.conn().await?).await?)
}

/// Numbers the queue anew. A turn is nobody's own change: versions stay.
pub async fn number_queue(tx: &mut Tx, order: &[Uuid]) -> Result<()> {
    let moved: Vec<Moved> = diesel::sql_query(
        "UPDATE projects SET queue_position = turn.position FROM unnest($1) WITH ORDINALITY AS turn (id, position) \
         WHERE projects.id = turn.id AND projects.queue_position IS DISTINCT FROM turn.position RETURNING projects.id",
    )
    .bind::<diesel::sql_types::Array<diesel::sql_types::Uuid>, _>(order)
    .load(tx.conn().await?)
    .await?;
    for Moved { id } in moved {
        tx.touch(Touch::Project(id.into()));
    }
    Ok(())
}

/// Somebody's turn came nearer, or went.
#[derive(QueryableByName)]
struct Moved {
    #[diesel(sql_type = diesel::sql_types::Uuid)]
    id: Uuid,
}

/// Those whose shares still move.
pub async fn open_coalitions(conn: &mut AsyncPgConnection) -> Result<Vec<ProjectId>> {
    let open = projects::table.filter(projects::mode.eq("shared").and(projects::funding.eq_any(["open", "missed"])));
    let ids: Vec<Uuid> = open.select(projects::id).load(conn).await?;
    Ok(ids.into_iter().map(ProjectId::from).collect())
}
