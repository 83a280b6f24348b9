//! Personal access tokens: made in a session (or at the command line), shown once, kept as a digest.

use anyhow::anyhow;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::dto::NewToken;
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::kernel::{Event, FieldCode, Invalid, Scope, TokenId, UserId};
use crate::schema::access_tokens;
use crate::secrets;

pub const PREFIX: &str = "cf_";
const LONGEST: TimeDelta = TimeDelta::days(366);
const MOST: i64 = 50;

pub fn digest(token: &str) -> [u8; 32] {
    secrets::sha256(token.as_bytes())
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = access_tokens)]
pub struct TokenRow {
    pub id: Uuid,
    pub name: String,
    pub scopes: Vec<String>,
    pub hint: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Makes a token for `user`, whose rights are given: a scope above them is refused.
pub async fn create(tx: &mut Tx, user: UserId, staff: bool, admin: bool, new: &NewToken) -> Result<(TokenRow, String)> {
    let now = tx.now();
    if new.expires_at <= now || new.expires_at > now + LONGEST {
        let detail = "A token expires in the future, and within a year.";
        return Err(Error::field("/expires_at", Invalid::new(FieldCode::OutOfRange, detail)));
    }
    let above = |scope| (scope == Scope::Staff && !staff) || (scope == Scope::Admin && !admin);
    if new.scopes.iter().any(above) {
        let detail = "A token has no scope above its owner's rights.";
        return Err(Error::field("/scopes", Invalid::new(FieldCode::NotAllowed, detail)));
    }
    // Two requests at once could pass the bound by one; it is there against heaps, not against one more.
    if i64::try_from(live(tx.conn(), user, now).await?.len()).map_err(|e| Error::internal(anyhow!(e)))? >= MOST {
        return Err(Error::new(Code::TooManyTokens).with("limit", MOST));
    }
    let token = format!("{PREFIX}{}", secrets::random_text());
    let scopes: Vec<&str> = new.scopes.iter().map(Scope::as_str).collect();
    let id = TokenId::new();
    let row = diesel::insert_into(access_tokens::table)
        .values((
            access_tokens::id.eq(id.as_uuid()),
            access_tokens::user_id.eq(user.as_uuid()),
            access_tokens::name.eq(new.name.as_str()),
            access_tokens::scopes.eq(scopes),
            access_tokens::hint.eq(&token[..7]),
            access_tokens::digest.eq(digest(&token).as_slice()),
            access_tokens::created_at.eq(now),
            access_tokens::expires_at.eq(new.expires_at),
        ))
        .returning(TokenRow::as_returning())
        .get_result(tx.conn())
        .await?;
    tx.record(Event::TokenCreated { user, token: id, scopes: new.scopes.clone() }).await?;
    Ok((row, token))
}

pub async fn revoke(tx: &mut Tx, user: UserId, token: TokenId) -> Result<()> {
    let now = tx.now();
    let revoked = diesel::update(access_tokens::table.find(token.as_uuid()))
        .filter(access_tokens::user_id.eq(user.as_uuid()).and(access_tokens::revoked_at.is_null()))
        .set(access_tokens::revoked_at.eq(now))
        .execute(tx.conn())
        .await?;
    if revoked == 0 {
        return Err(Error::new(Code::NotFound));
    }
    tx.record(Event::TokenRevoked { user, token }).await
}

pub async fn live(conn: &mut AsyncPgConnection, user: UserId, now: DateTime<Utc>) -> Result<Vec<TokenRow>> {
    Ok(access_tokens::table
        .filter(access_tokens::user_id.eq(user.as_uuid()))
        .filter(access_tokens::revoked_at.is_null().and(access_tokens::expires_at.gt(now)))
        .order(access_tokens::id.desc())
        .select(TokenRow::as_select())
        .load(conn)
        .await?)
}
