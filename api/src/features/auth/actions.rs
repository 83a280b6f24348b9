//! Use cases of signing in.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::access_jwt::LIFETIME_SECONDS;
use super::dto::{Session, SessionStarted};
use super::rules::{self, Renewal};
use super::store;
use crate::app::App;
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::people;
use crate::kernel::{Actor, Email, Event, OutboxId, Person, SessionId, UserId, Via};
use crate::outbox::{self, Job};
use crate::policy::{self, AccountAction};
use crate::secrets::{Keys, Purpose};

/// What a signed-in browser holds.
pub struct SignedInSession {
    pub user: UserId,
    pub session: SessionId,
    /// For the cookie.
    pub refresh_token: String,
}

/// Writes down that somebody asked. Who, and whether to send anything, the worker finds out: here known and unknown
/// addresses are the same.
pub async fn request_magic_link(tx: &mut Tx, email: &Email, return_to: Option<String>) -> Result<()> {
    outbox::put(tx, &Job::magic_link(email, return_to)).await?;
    Ok(())
}

/// The token of a link, which goes into the mail and nowhere else.
pub fn magic_link_token(keys: &Keys, link: OutboxId) -> String {
    keys.sign(Purpose::MagicLink, link.as_uuid().as_bytes())
}

pub async fn redeem_magic_link(tx: &mut Tx, app: &App, token: &str, agent: Option<&str>) -> Result<SignedInSession> {
    let refused = || Error::new(Code::LinkInvalid);
    let payload = app.keys.verify(Purpose::MagicLink, token).ok_or_else(refused)?;
    let link = uuid::Uuid::from_slice(&payload).map_err(|_| refused())?;
    let user = store::use_magic_link(tx, link).await?.ok_or_else(refused)?;
    if !people::store::may_sign_in(tx.conn().await?, user).await? {
        return Err(refused());
    }
    start_session(tx, app, user, "mail_link", agent).await
}

/// Begins a session for somebody who has proved who they are, by whatever method.
pub async fn start_session(
    tx: &mut Tx,
    app: &App,
    user: UserId,
    method: &'static str,
    agent: Option<&str>,
) -> Result<SignedInSession> {
    let session = SessionId::new();
    store::insert_session(tx, session, user, method, agent).await?;
    let (staff, admin) = people::store::rights(tx.conn().await?, user).await?;
    tx.act_as(Actor::Person(Person { id: user, via: Via::Session(session), staff, admin, memberships: Vec::new() }));
    tx.record(Event::SessionStarted { user, session, method }).await?;
    Ok(SignedInSession { user, session, refresh_token: refresh_token(&app.keys, session, 0) })
}

/// Renews a session. `None`: it is over. That is no error inside the transaction, because ending a family whose token
/// was copied must be committed.
pub async fn refresh(tx: &mut Tx, app: &App, token: &str) -> Result<Option<SignedInSession>> {
    let Some((session, presented)) = read_refresh_token(&app.keys, token) else {
        return Ok(None);
    };
    let Some((user, family)) = store::lock_family(tx, session).await? else {
        return Ok(None);
    };
    let number = match rules::renew(&family, presented, tx.now()) {
        Renewal::Next { number, expires_at } => {
            store::rotate(tx, session, number, expires_at).await?;
            number
        }
        Renewal::Again { number } => number,
        Renewal::Reused => {
            tracing::warn!(%session, "a refresh token was used again; its session is ended");
            store::end_session(tx, user, session, "refresh_reused").await?;
            act_as_session(tx, user, session);
            tx.record(Event::SessionEnded { user, session, reason: "refresh_reused" }).await?;
            return Ok(None);
        }
        Renewal::Over => return Ok(None),
    };
    Ok(Some(SignedInSession { user, session, refresh_token: refresh_token(&app.keys, session, number) }))
}

/// Ends the session of a refresh token, whichever of its tokens it is.
pub async fn log_out(tx: &mut Tx, app: &App, token: &str) -> Result<()> {
    let Some((session, _)) = read_refresh_token(&app.keys, token) else {
        return Ok(());
    };
    let Some((user, _)) = store::lock_family(tx, session).await? else {
        return Ok(());
    };
    if store::end_session(tx, user, session, "signed_out").await? {
        act_as_session(tx, user, session);
        tx.record(Event::SessionEnded { user, session, reason: "signed_out" }).await?;
    }
    Ok(())
}

/// What a browser is told of its session, with a new access token.
pub async fn show_session(
    conn: &mut AsyncPgConnection,
    app: &App,
    user: UserId,
    session: SessionId,
) -> Result<SessionStarted> {
    let now = app.db.now();
    let person = store::person_of_session(conn, user, session, now).await?;
    let person = person.ok_or_else(|| Error::new(Code::SessionEnded))?;
    let me = people::actions::get_me(conn, &Actor::Person(person)).await?;
    let access_token = app.jwts.make(user, session, now)?;
    Ok(SessionStarted { access_token, token_type: "Bearer", expires_in: LIFETIME_SECONDS, user: me })
}

pub async fn list_my_sessions(conn: &mut AsyncPgConnection, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Session>> {
    policy::account(actor, AccountAction::See).require()?;
    let person = actor.person().ok_or_else(|| Error::new(Code::Unauthenticated))?;
    let current = person.in_session();
    let rows = store::live_sessions(conn, person.id, now).await?;
    let sessions = rows.into_iter().map(|row| Session {
        id: row.id,
        method: row.method,
        user_agent: row.user_agent,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        expires_at: row.expires_at,
        current: current == Some(row.id.into()),
    });
    Ok(sessions.collect())
}

pub async fn end_my_session(tx: &mut Tx, session: SessionId) -> Result<()> {
    policy::account(tx.actor(), AccountAction::Change).require()?;
    let user = tx.actor().person().ok_or_else(|| Error::new(Code::Unauthenticated))?.id;
    if !store::end_session(tx, user, session, "ended_by_person").await? {
        return Err(Error::new(Code::NotFound));
    }
    tx.record(Event::SessionEnded { user, session, reason: "ended_by_person" }).await
}

/// The holder of a session's own token is its person, for the audit log.
fn act_as_session(tx: &mut Tx, user: UserId, session: SessionId) {
    let via = Via::Session(session);
    tx.act_as(Actor::Person(Person { id: user, via, staff: false, admin: false, memberships: Vec::new() }));
}

fn refresh_token(keys: &Keys, session: SessionId, number: i32) -> String {
    let payload = [session.as_uuid().as_bytes().as_slice(), &number.to_be_bytes()].concat();
    keys.sign(Purpose::Refresh, &payload)
}

fn read_refresh_token(keys: &Keys, token: &str) -> Option<(SessionId, i32)> {
    let payload = keys.verify(Purpose::Refresh, token)?;
    let (session, number) = payload.split_at_checked(16)?;
    Some((uuid::Uuid::from_slice(session).ok()?.into(), i32::from_be_bytes(number.try_into().ok()?)))
}
