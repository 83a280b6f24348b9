//! Use cases of personal access tokens.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{NewToken, Token, TokenCreated};
use super::store::{self, TokenRow};
use super::{access_token, rules};
use crate::db::{Tx, stored};
use crate::error::{Code, Error, Result};
use crate::features::people;
use crate::kernel::{Actor, Event, Scopes, TokenId, UserId};
use crate::policy::{self, AccountAction};

pub async fn list(conn: &mut AsyncPgConnection, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Token>> {
    policy::account(actor, AccountAction::See).require()?;
    store::live_tokens(conn, own_id(actor)?, now).await?.into_iter().map(view).collect()
}

pub fn may_create(actor: &Actor) -> Result<()> {
    policy::account(actor, AccountAction::Change).require()
}

pub async fn create(tx: &mut Tx, new: &NewToken) -> Result<TokenCreated> {
    policy::account(tx.actor(), AccountAction::Change).require()?;
    let user = own_id(tx.actor())?;
    create_for(tx, user, new).await
}

/// The same for somebody else: only the command line does this.
pub async fn create_for(tx: &mut Tx, user: UserId, new: &NewToken) -> Result<TokenCreated> {
    let now = tx.now();
    rules::check_token_expiry(new.expires_at, now).map_err(|invalid| Error::field("/expires_at", invalid))?;
    let (staff, admin) = people::store::rights(tx.conn().await?, user).await?;
    rules::check_token_scopes(&new.scopes, staff, admin).map_err(|invalid| Error::field("/scopes", invalid))?;
    // Two requests at once could pass the bound by one; it is there against heaps, not against one more.
    if store::live_tokens(tx.conn().await?, user, now).await?.len() >= rules::MOST_TOKENS {
        return Err(Error::new(Code::TooManyTokens).with("limit", rules::MOST_TOKENS));
    }
    let (id, token) = (TokenId::new(), access_token::make());
    let row = store::insert_token(tx, id, user, new, &token).await?;
    tx.record(Event::TokenCreated { user, token: id, scopes: new.scopes.clone() }).await?;
    Ok(TokenCreated { details: view(row)?, token })
}

pub async fn revoke(tx: &mut Tx, token: TokenId) -> Result<()> {
    policy::account(tx.actor(), AccountAction::Change).require()?;
    let user = own_id(tx.actor())?;
    if !store::revoke_token(tx, user, token).await? {
        return Err(Error::new(Code::NotFound));
    }
    tx.record(Event::TokenRevoked { user, token }).await
}

fn own_id(actor: &Actor) -> Result<UserId> {
    actor.person().map(|person| person.id).ok_or_else(|| Error::new(Code::Unauthenticated))
}

fn view(row: TokenRow) -> Result<Token> {
    Ok(Token {
        id: row.id,
        name: row.name,
        scopes: stored(Scopes::parse(&row.scopes))?.iter().collect(),
        hint: row.hint,
        created_at: row.created_at,
        expires_at: row.expires_at,
        last_used_at: row.last_used_at,
    })
}
