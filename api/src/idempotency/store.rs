//! The SQL of idempotency keys.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel_async::RunQueryDsl;
use futures_util::{FutureExt as _, TryFutureExt as _};

use super::{Intent, StoredAnswer};
use crate::db::{Tx, fixed};
use crate::error::{Code, Error, Result};
use crate::schema::idempotency_keys as keys;
use crate::secrets::{Keys, Purpose};

pub enum Claim {
    /// Nobody did this yet: go on, then [`complete`].
    New,
    /// It was done; this was the answer.
    Done(StoredAnswer),
}

type Stored = (Vec<u8>, Option<i16>, Option<String>, Option<Vec<u8>>);

/// Claims the key for this transaction, or finds what it led to. Waits for a twin that is under way.
pub async fn claim(tx: &mut Tx, secrets: &Keys, intent: &Intent) -> Result<Claim> {
    let now = tx.now();
    let claim = diesel::insert_into(keys::table)
        .values((
            keys::user_id.eq(intent.user.as_uuid()),
            keys::operation.eq(intent.operation),
            keys::target.eq(&intent.target),
            keys::key.eq(intent.key.as_str()),
            keys::fingerprint.eq(intent.fingerprint.as_slice()),
            keys::created_at.eq(now),
        ))
        .on_conflict_do_nothing();
    let claimed = tx.ask(|mut conn| fixed(claim).execute(&mut conn).map(Ok).boxed_local()).await?;
    let claimed = claimed.map_err(twin_takes_too_long)?;
    if claimed == 1 {
        return Ok(Claim::New);
    }
    let (fingerprint, status, etag, sealed): Stored = keys::table
        .find((intent.user.as_uuid(), intent.operation, &intent.target, intent.key.as_str()))
        .select((keys::fingerprint, keys::status, keys::etag, keys::sealed_body))
        .first(tx.conn().await?)
        .await?;
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
    tx.later(|mut conn| fixed(sealed).execute(&mut conn).map_ok(drop).err_into().boxed_local());
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
