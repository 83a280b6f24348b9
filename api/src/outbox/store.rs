//! The SQL of the outbox.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Deserialize as _;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{CHANNEL, Job, LEASE};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::kernel::{OutboxId, Page, UserId};
use crate::schema::outbox;

/// A row somebody has leased.
#[derive(Debug)]
pub struct Entry {
    pub id: OutboxId,
    written: Value,
    /// This attempt included.
    pub attempts: u32,
}

impl Entry {
    /// Errs for a job that only a newer program beside this one knows: that one will do it, or staff will see it.
    pub fn job(&self) -> Result<Job> {
        Job::deserialize(&self.written).map_err(Error::internal)
    }
}

/// Writes a job down and wakes the workers once this transaction has committed.
pub async fn put(tx: &mut Tx, job: &Job) -> Result<OutboxId> {
    let id = OutboxId::new();
    let now = tx.now();
    let written = serde_json::to_value(job).map_err(Error::internal)?;
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id.as_uuid()),
            outbox::kind.eq(written["kind"].as_str().unwrap_or_default()),
            outbox::payload.eq(&written["payload"]),
            outbox::created_at.eq(now),
            outbox::next_attempt_at.eq(now),
        ))
        .execute(tx.conn().await?)
        .await?;
    wake_workers(tx).await?;
    Ok(id)
}

/// The same for many at once: a project may have more followers than anybody would insert one by one.
pub async fn put_all(tx: &mut Tx, jobs: &[Job]) -> Result<()> {
    if jobs.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    for some in jobs.chunks(5000) {
        let mut ids = Vec::with_capacity(some.len());
        let (mut kinds, mut payloads) = (Vec::with_capacity(some.len()), Vec::with_capacity(some.len()));
        for job in some {
            let mut written = serde_json::to_value(job).map_err(Error::internal)?;
            ids.push(OutboxId::new().as_uuid());
            kinds.push(written["kind"].as_str().unwrap_or_default().to_owned());
            payloads.push(written["payload"].take());
        }
        diesel::sql_query(
            "INSERT INTO outbox (id, kind, payload, created_at, next_attempt_at) \
             SELECT id, kind, payload, $4, $4 FROM unnest($1, $2, $3) AS job (id, kind, payload)",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<Text>, _>(kinds)
        .bind::<Array<Jsonb>, _>(payloads)
        .bind::<Timestamptz, _>(now)
        .execute(tx.conn().await?)
        .await?;
    }
    wake_workers(tx).await
}

/// They hear of it when this transaction has committed.
async fn wake_workers(tx: &mut Tx) -> Result<()> {
    diesel::sql_query("SELECT pg_notify($1, '')").bind::<Text, _>(CHANNEL).execute(tx.conn().await?).await?;
    Ok(())
}

/// Takes the job that has been due for longest, for [`LEASE`]: moving the next attempt past it is the lease, so a
/// worker that dies needs no cleaning up after.
pub async fn lease(tx: &mut Tx) -> Result<Option<Entry>> {
    let now = tx.now();
    let due: Option<Uuid> = outbox::table
        .filter(outbox::done_at.is_null().and(outbox::dead_at.is_null()).and(outbox::next_attempt_at.le(now)))
        .order(outbox::next_attempt_at)
        .select(outbox::id)
        .for_update()
        .skip_locked()
        .first(tx.conn().await?)
        .await
        .optional()?;
    let Some(id) = due else { return Ok(None) };
    let (kind, payload, attempts): (String, Value, i32) = diesel::update(outbox::table.find(id))
        .set((outbox::attempts.eq(outbox::attempts + 1), outbox::next_attempt_at.eq(now + LEASE)))
        .returning((outbox::kind, outbox::payload, outbox::attempts))
        .get_result(tx.conn().await?)
        .await?;
    let written = json!({ "kind": kind, "payload": payload });
    Ok(Some(Entry { id: id.into(), written, attempts: attempts.unsigned_abs() }))
}

/// Done, for good; what it was about is forgotten.
pub async fn finish(tx: &mut Tx, id: OutboxId) -> Result<()> {
    let now = tx.now();
    diesel::update(outbox::table.find(id.as_uuid()))
        .set((outbox::done_at.eq(now), outbox::payload.eq(json!({})), outbox::last_error.eq(None::<String>)))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

pub async fn postpone(tx: &mut Tx, id: OutboxId, until: DateTime<Utc>, error: &str) -> Result<()> {
    diesel::update(outbox::table.find(id.as_uuid()))
        .set((outbox::next_attempt_at.eq(until), outbox::last_error.eq(error)))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

pub async fn bury(tx: &mut Tx, id: OutboxId, error: &str) -> Result<()> {
    let now = tx.now();
    diesel::update(outbox::table.find(id.as_uuid()))
        .set((outbox::dead_at.eq(now), outbox::last_error.eq(error)))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Gives a job a new life from now.
pub async fn revive(tx: &mut Tx, id: OutboxId) -> Result<()> {
    let now = tx.now();
    diesel::update(outbox::table.find(id.as_uuid()))
        .set((outbox::dead_at.eq(None::<DateTime<Utc>>), outbox::attempts.eq(0), outbox::next_attempt_at.eq(now)))
        .execute(tx.conn().await?)
        .await?;
    wake_workers(tx).await
}

/// A job as staff see it: what and since when, not to whom.
#[derive(Clone, Debug, Queryable, QueryableByName, Selectable)]
#[diesel(table_name = outbox)]
pub struct QueueRow {
    pub id: Uuid,
    pub kind: String,
    pub created_at: DateTime<Utc>,
    pub next_attempt_at: DateTime<Utc>,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub dead_at: Option<DateTime<Utc>>,
}

/// What is not done, newest first.
pub async fn list(conn: &mut AsyncPgConnection, page: &Page<Uuid>) -> Result<Vec<QueueRow>> {
    let mut query = outbox::table
        .filter(outbox::done_at.is_null())
        .select(QueueRow::as_select())
        .order(outbox::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(after) = page.after {
        query = query.filter(outbox::id.lt(after));
    }
    Ok(query.load(conn).await?)
}

pub async fn find_for_update(conn: &mut AsyncPgConnection, id: OutboxId) -> Result<Option<QueueRow>> {
    Ok(outbox::table
        .find(id.as_uuid())
        .filter(outbox::done_at.is_null())
        .select(QueueRow::as_select())
        .for_update()
        .first(conn)
        .await
        .optional()?)
}

#[derive(QueryableByName)]
pub struct Summary {
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
    #[diesel(sql_type = BigInt)]
    pub dead: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub oldest_waiting_at: Option<DateTime<Utc>>,
}

pub async fn summary(conn: &mut AsyncPgConnection) -> Result<Summary> {
    diesel::sql_query(
        "SELECT count(*) FILTER (WHERE dead_at IS NULL) AS waiting, count(dead_at) AS dead, \
         min(created_at) FILTER (WHERE dead_at IS NULL) AS oldest_waiting_at FROM outbox WHERE done_at IS NULL",
    )
    .get_result(conn)
    .await
    .map_err(Error::from)
}

/// What is on its way to one person: by id, by address, or by an invitation to the address.
const FOR_ONE: &str = "done_at IS NULL AND (payload ->> 'user' = $1::text OR payload ->> 'email' = $2 \
    OR payload ->> 'invitation' IN (SELECT id::text FROM invitations WHERE email = $2))";

pub async fn waiting_for(conn: &mut AsyncPgConnection, user: UserId, email: &str) -> Result<Vec<QueueRow>> {
    let sql = format!(
        "SELECT id, kind, created_at, next_attempt_at, attempts, last_error, dead_at FROM outbox WHERE {FOR_ONE} ORDER BY id"
    );
    let query = diesel::sql_query(sql).bind::<SqlUuid, _>(user.as_uuid()).bind::<Text, _>(email);
    query.load(conn).await.map_err(Error::from)
}

/// Nothing goes to this person any more, nor stays here because it could not.
pub async fn forget(tx: &mut Tx, user: UserId, email: &str) -> Result<()> {
    let query = diesel::sql_query(format!("DELETE FROM outbox WHERE {FOR_ONE}"));
    query.bind::<SqlUuid, _>(user.as_uuid()).bind::<Text, _>(email).execute(tx.conn().await?).await?;
    Ok(())
}

/// Forgets what waits, unsent: for made-up data whose people have no mailboxes.
pub async fn discard_waiting(tx: &mut Tx) -> Result<()> {
    diesel::delete(outbox::table.filter(outbox::done_at.is_null())).execute(tx.conn().await?).await?;
    Ok(())
}
