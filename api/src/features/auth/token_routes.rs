//! Handlers of personal access tokens.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::dto::{CreateToken, Token, TokenCreated};
use super::tokens::{self, TokenRow};
use crate::app::State;
use crate::db::stored;
use crate::error::Result;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::{Body, nothing};
use crate::http::caller::SignedIn;
use crate::http::list::List;
use crate::kernel::{Scopes, TokenId};
use crate::policy::{self, AccountAction};

/// Your access tokens.
#[utoipa::path(get, path = "/me/tokens", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "Tokens that work, the newest first", body = List<Token>)))]
pub async fn list_my_tokens(app: State, me: SignedIn) -> Result<HttpResponse> {
    policy::account(me.actor(), AccountAction::See).require()?;
    let rows = tokens::live(&mut *app.db.read().await?, me.person.id, app.db.now()).await?;
    let items = rows.into_iter().map(view).collect::<Result<_>>()?;
    show_unversioned(&List::whole(items))
}

/// Make an access token for a program. A token cannot make another.
#[utoipa::path(post, path = "/me/tokens", tag = "Account", request_body = CreateToken, security(("bearer" = [])),
    responses((status = 201, description = "Made; the token is shown this once", body = TokenCreated)))]
pub async fn create_token(app: State, me: SignedIn, body: Body<CreateToken>) -> Result<HttpResponse> {
    policy::account(me.actor(), AccountAction::Change).require()?;
    let (new, digest) = body.parse(CreateToken::parse)?;
    let person = me.person.clone();
    me.write(&app, "create_token", digest, async move |tx| {
        let (row, token) = tokens::create(tx, person.id, person.staff, person.admin, &new).await?;
        Answer::created(&TokenCreated { details: view(row)?, token })
    })
    .await
}

/// Revoke an access token. It stops working at its next request.
#[utoipa::path(delete, path = "/me/tokens/{id}", tag = "Account", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A token of yours")),
    responses((status = 204, description = "Revoked")))]
pub async fn revoke_token(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    policy::account(me.actor(), AccountAction::Change).require()?;
    let (user, token) = (me.person.id, TokenId::from(*id));
    me.write(&app, "revoke_token", nothing(), async move |tx| {
        tokens::revoke(tx, user, token).await?;
        Ok(Answer::no_content())
    })
    .await
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
