//! The SQL of idempotency keys.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sql_types::{Nullable, Timestamptz};
use diesel_async::RunQueryDsl;
use futures_util::{FutureExt as _, TryFutureExt as _};

use super::{Intent, StoredAnswer};
use crate::db::{Soon, Tx, fixed};
use crate::error::{Code, Error, Result};
use crate::schema::idempotency_keys as keys;
use crate::secrets::{Keys, Purpose};

pub enum Claim {
    /// Nobody did this yet: go on, then [`complete`], or [`keep`].
    New,
    /// It was done; this was the answer.
    Done(StoredAnswer),
}

/// The answer to whether a key was claimed.
pub type Asked = Soon<bool>;

/// The answer to what a key led to.
pub type Looked = Soon<Option<Stored>>;

pub type Stored = (Vec<u8>, Option<i16>, Option<String>, Option<Vec<u8>>);

/// Claims the key for this transaction. Waits for a twin that is under way.
pub fn claim(tx: &mut Tx, intent: &Intent) -> Asked {
    let now = sql::<Timestamptz>("coalesce(").bind::<Nullable<Timestamptz>, _>(tx.set_time());
    let claim = diesel::insert_into(keys::table)
        .values((
            keys::user_id.eq(intent.user.as_uuid()),
            keys::operation.eq(intent.operation),
            keys::target.eq(intent.target.clone()),
            keys::key.eq(intent.key.as_str().to_owned()),
            keys::fingerprint.eq(intent.fingerprint),
            keys::created_at.eq(now.sql(", clock_timestamp())")),
        ))
        .on_conflict_do_nothing();
    tx.soon(|mut conn| {
        let claimed = fixed(claim).execute(&mut conn);
        claimed.map_ok(|rows| rows == 1).map_err(twin_takes_too_long).boxed_local()
    })
}

/// Whether it was claimed, or else what it led to.
pub async fn claimed(tx: &mut Tx, secrets: &Keys, intent: &Intent, asked: Asked) -> Result<Claim> {
    if tx.have(asked).await? {
        return Ok(Claim::New);
    }
    let stored = look(tx, intent);
    match looked(tx, secrets, intent, stored).await? {
        // It was forgotten in between.
        Claim::New => Err(Error::new(Code::Conflict)),
        done => Ok(done),
    }
}

/// Looks for what the key led to. For who holds a lock for which all twins wait: nothing need be claimed then, and the
/// answer is [kept](keep) at the end.
pub fn look(tx: &mut Tx, intent: &Intent) -> Looked {
    let (target, key) = (intent.target.clone(), intent.key.as_str().to_owned());
    let row = keys::table.find((intent.user.as_uuid(), intent.operation, target, key));
    let row = row.select((keys::fingerprint, keys::status, keys::etag, keys::sealed_body));
    tx.soon(|mut conn| async move { Ok(row.first(&mut conn).await.optional()?) }.boxed_local())
}

pub async fn looked(tx: &mut Tx, secrets: &Keys, intent: &Intent, looked: Looked) -> Result<Claim> {
    let Some((fingerprint, status, etag, sealed)) = tx.have(looked).await? else { return Ok(Claim::New) };
    if fingerprint != intent.fingerprint {
        return Err(Error::new(Code::IdempotencyKeyReused));
    }
    match (status, sealed) {
        (Some(status), Some(sealed)) => {
            let body = secrets.open(Purpose::StoredAnswer, &sealed)?;
            Ok(Claim::Done(StoredAnswer { status: status.unsigned_abs(), etag, body }))
        }
        _ => Err(Error::internal(anyhow::anyhow!("an idempotency row was committed without its answer"))),
    }
}

/// Keeps the answer beside what it is the answer to.
pub fn complete(tx: &mut Tx, secrets: &Keys, intent: &Intent, answer: &StoredAnswer) -> Result<()> {
    let (target, key) = (intent.target.clone(), intent.key.as_str().to_owned());
    let row = keys::table.find((intent.user.as_uuid(), intent.operation, target, key));
    let sealed = diesel::update(row).set((
        keys::status.eq(i16::try_from(answer.status).map_err(Error::internal)?),
        keys::etag.eq(answer.etag.clone()),
        keys::sealed_body.eq(secrets.seal(Purpose::StoredAnswer, &answer.body)),
    ));
    tx.write(sealed);
    Ok(())
}

/// Keeps the answer and its key, where nothing was claimed.
pub fn keep(tx: &mut Tx, secrets: &Keys, intent: &Intent, answer: &StoredAnswer) -> Result<()> {
    let kept = diesel::insert_into(keys::table).values((
        keys::user_id.eq(intent.user.as_uuid()),
        keys::operation.eq(intent.operation),
        keys::target.eq(intent.target.clone()),
        keys::key.eq(intent.key.as_str().to_owned()),
        keys::fingerprint.eq(intent.fingerprint),
        keys::created_at.eq(tx.now()),
        keys::status.eq(i16::try_from(answer.status).map_err(Error::internal)?),
        keys::etag.eq(answer.etag.clone()),
        keys::sealed_body.eq(secrets.seal(Purpose::StoredAnswer, &answer.body)),
    ));
    tx.write(kept);
    Ok(())
}

fn twin_takes_too_long(error: DieselError) -> Error {
    match &error {
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, info) if info.message().contains("lock timeout") => {
            Error::new(Code::IdempotencyInFlight)
        }
        _ => error.into(),
    }
}
