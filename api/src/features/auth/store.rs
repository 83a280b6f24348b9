//! The SQL of sessions, mail links and access tokens.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::access_token;
use super::dto::NewToken;
use super::rules::{self, Family};
use crate::db::{Tx, stored, stored_amount};
use crate::error::Result;
use crate::kernel::{Member, OutboxId, Person, Role, Scope, Scopes, SessionId, TokenId, UserId, Via};
use crate::schema::{access_tokens, magic_links, memberships, sessions, users};

type Rights = (bool, bool, Option<(Uuid, String, Option<Decimal>)>);

/// The person of a session that stands.
pub async fn person_of_session(
    mut conn: &AsyncPgConnection,
    user: UserId,
    session: SessionId,
    now: DateTime<Utc>,
) -> Result<Option<Person>> {
    let rows: Vec<Rights> = sessions::table
        .inner_join(users::table.left_join(memberships::table))
        .filter(sessions::id.eq(session.as_uuid()).and(sessions::user_id.eq(user.as_uuid())))
        .filter(sessions::ended_at.is_null().and(sessions::expires_at.gt(now)).and(users::disabled_at.is_null()))
        .select((
            users::staff,
            users::admin,
            (memberships::organization_id, memberships::role, memberships::pledge_limit).nullable(),
        ))
        .load(&mut conn)
        .await?;
    person(user, Via::Session(session), rows)
}

type TokenRights = (Uuid, Uuid, Vec<String>, Option<DateTime<Utc>>, Rights);

/// The person behind an access token that stands. Notes its use, at most once a minute.
pub async fn person_of_token(
    mut conn: &AsyncPgConnection,
    digest: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Person>> {
    let rows: Vec<TokenRights> = access_tokens::table
        .inner_join(users::table.left_join(memberships::table))
        .filter(access_tokens::digest.eq(digest))
        .filter(access_tokens::revoked_at.is_null().and(access_tokens::expires_at.gt(now)))
        .filter(users::disabled_at.is_null())
        .select((
            access_tokens::id,
            users::id,
            access_tokens::scopes,
            access_tokens::last_used_at,
            (
                users::staff,
                users::admin,
                (memberships::organization_id, memberships::role, memberships::pledge_limit).nullable(),
            ),
        ))
        .load(&mut conn)
        .await?;
    let Some((token, user, scopes, last_used_at, _)) = rows.as_slice().first() else {
        return Ok(None);
    };
    let (token, user) = (TokenId::from(*token), UserId::from(*user));
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let via = Via::Token(token, stored(Scopes::parse(&scopes))?);
    if last_used_at.is_none_or(|at| now - at > chrono::TimeDelta::minutes(1)) {
        diesel::update(access_tokens::table.find(token.as_uuid()))
            .set(access_tokens::last_used_at.eq(now))
            .execute(&mut conn)
            .await?;
    }
    person(user, via, rows.into_iter().map(|row| row.4).collect())
}

fn person(id: UserId, via: Via, rows: Vec<Rights>) -> Result<Option<Person>> {
    let Some(&(staff, admin, _)) = rows.as_slice().first() else {
        return Ok(None);
    };
    let memberships = rows
        .into_iter()
        .filter_map(|(_, _, membership)| membership)
        .map(|(organization, role, limit)| {
            Ok(Member {
                organization: organization.into(),
                role: stored(Role::parse(&role))?,
                limit: stored_amount(limit)?,
            })
        })
        .collect::<Result<_>>()?;
    Ok(Some(Person { id, via, staff, admin, memberships }))
}

/// Makes, or makes valid again, the link that an outbox row sends.
pub async fn put_magic_link(tx: &mut Tx, id: OutboxId, user: UserId) -> Result<()> {
    let expires_at = tx.now() + rules::LINK_LIFETIME;
    diesel::insert_into(magic_links::table)
        .values((
            magic_links::id.eq(id.as_uuid()),
            magic_links::user_id.eq(user.as_uuid()),
            magic_links::expires_at.eq(expires_at),
        ))
        .on_conflict(magic_links::id)
        .do_update()
        // The address may have become somebody else's since the row was tried last.
        .set((magic_links::user_id.eq(user.as_uuid()), magic_links::expires_at.eq(expires_at)))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Uses a link up: its person, if it was unused and still holds.
pub async fn use_magic_link(tx: &mut Tx, id: Uuid) -> Result<Option<UserId>> {
    let now = tx.now();
    let user: Option<Uuid> = diesel::update(magic_links::table.find(id))
        .filter(magic_links::used_at.is_null().and(magic_links::expires_at.gt(now)))
        .set(magic_links::used_at.eq(now))
        .returning(magic_links::user_id)
        .get_result(tx.conn().await?)
        .await
        .optional()?;
    Ok(user.map(UserId::from))
}

pub async fn insert_session(tx: &mut Tx, id: SessionId, user: UserId, method: &str, agent: Option<&str>) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(id.as_uuid()),
            sessions::user_id.eq(user.as_uuid()),
            sessions::method.eq(method),
            sessions::rotated_at.eq(now),
            sessions::user_agent.eq(agent),
            sessions::created_at.eq(now),
            sessions::last_seen_at.eq(now),
            sessions::expires_at.eq(rules::expiry(now, now)),
        ))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

type FamilyRow = (Uuid, i32, DateTime<Utc>, DateTime<Utc>, DateTime<Utc>, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// The family, and whose it is, locked against other renewals.
pub async fn lock_family(tx: &mut Tx, id: SessionId) -> Result<Option<(UserId, Family)>> {
    let row: Option<FamilyRow> = sessions::table
        .inner_join(users::table)
        .filter(sessions::id.eq(id.as_uuid()))
        .select((
            sessions::user_id,
            sessions::generation,
            sessions::rotated_at,
            sessions::created_at,
            sessions::expires_at,
            sessions::ended_at,
            users::disabled_at,
        ))
        .for_update()
        .first(tx.conn().await?)
        .await
        .optional()?;
    Ok(row.map(|(user, newest, rotated_at, created_at, expires_at, ended_at, disabled_at)| {
        let ended = ended_at.is_some() || disabled_at.is_some();
        (user.into(), Family { newest, rotated_at, created_at, expires_at, ended })
    }))
}

pub async fn rotate(tx: &mut Tx, id: SessionId, number: i32, expires_at: DateTime<Utc>) -> Result<()> {
    let now = tx.now();
    diesel::update(sessions::table.find(id.as_uuid()))
        .set((
            sessions::generation.eq(number),
            sessions::rotated_at.eq(now),
            sessions::last_seen_at.eq(now),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Ends a person's session; whether there was one to end.
pub async fn end_session(tx: &mut Tx, user: UserId, id: SessionId, reason: &str) -> Result<bool> {
    let now = tx.now();
    let ended = diesel::update(sessions::table.find(id.as_uuid()))
        .filter(sessions::user_id.eq(user.as_uuid()).and(sessions::ended_at.is_null()))
        .set((sessions::ended_at.eq(now), sessions::end_reason.eq(reason)))
        .execute(tx.conn().await?)
        .await?;
    Ok(ended == 1)
}

/// Ends all of a person's sessions, and their links on the way; how many sessions there were.
pub async fn end_all_sessions(tx: &mut Tx, user: UserId, reason: &str) -> Result<usize> {
    let now = tx.now();
    let ended = diesel::update(sessions::table)
        .filter(sessions::user_id.eq(user.as_uuid()).and(sessions::ended_at.is_null()))
        .set((sessions::ended_at.eq(now), sessions::end_reason.eq(reason)))
        .execute(tx.conn().await?)
        .await?;
    expire_links(tx, user).await?;
    Ok(ended)
}

/// Links on the way stop working: whoever reads the mailbox they went to may not be the person any more.
pub async fn expire_links(tx: &mut Tx, user: UserId) -> Result<()> {
    let now = tx.now();
    diesel::update(magic_links::table)
        .filter(magic_links::user_id.eq(user.as_uuid()).and(magic_links::used_at.is_null()))
        .set(magic_links::expires_at.eq(now))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct SessionRow {
    pub id: Uuid,
    pub method: String,
    pub user_agent: Option<String>,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

pub async fn live_sessions(conn: &mut AsyncPgConnection, user: UserId, now: DateTime<Utc>) -> Result<Vec<SessionRow>> {
    Ok(sessions::table
        .filter(sessions::user_id.eq(user.as_uuid()))
        .filter(sessions::ended_at.is_null().and(sessions::expires_at.gt(now)))
        .order(sessions::last_seen_at.desc())
        .limit(100)
        .select(SessionRow::as_select())
        .load(conn)
        .await?)
}

#[derive(Queryable, Selectable)]
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

/// The newest first.
pub async fn live_tokens(conn: &mut AsyncPgConnection, user: UserId, now: DateTime<Utc>) -> Result<Vec<TokenRow>> {
    Ok(access_tokens::table
        .filter(access_tokens::user_id.eq(user.as_uuid()))
        .filter(access_tokens::revoked_at.is_null().and(access_tokens::expires_at.gt(now)))
        .order(access_tokens::id.desc())
        .select(TokenRow::as_select())
        .load(conn)
        .await?)
}

/// Keeps what is needed to know the token again, and not the token.
pub async fn insert_token(tx: &mut Tx, id: TokenId, user: UserId, new: &NewToken, token: &str) -> Result<TokenRow> {
    let now = tx.now();
    let scopes: Vec<&str> = new.scopes.iter().map(Scope::as_str).collect();
    Ok(diesel::insert_into(access_tokens::table)
        .values((
            access_tokens::id.eq(id.as_uuid()),
            access_tokens::user_id.eq(user.as_uuid()),
            access_tokens::name.eq(new.name.as_str()),
            access_tokens::scopes.eq(scopes),
            access_tokens::hint.eq(access_token::hint(token)),
            access_tokens::digest.eq(access_token::digest(token).as_slice()),
            access_tokens::created_at.eq(now),
            access_tokens::expires_at.eq(new.expires_at),
        ))
        .returning(TokenRow::as_returning())
        .get_result(tx.conn().await?)
        .await?)
}

/// Revokes a person's token; whether there was one to revoke.
pub async fn revoke_token(tx: &mut Tx, user: UserId, id: TokenId) -> Result<bool> {
    let now = tx.now();
    let revoked = diesel::update(access_tokens::table.find(id.as_uuid()))
        .filter(access_tokens::user_id.eq(user.as_uuid()).and(access_tokens::revoked_at.is_null()))
        .set(access_tokens::revoked_at.eq(now))
        .execute(tx.conn().await?)
        .await?;
    Ok(revoked == 1)
}
