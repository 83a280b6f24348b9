//! Handlers of personal access tokens.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::dto::{CreateToken, Token, TokenCreated};
use super::token_actions as actions;
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::{Body, nothing};
use crate::http::caller::SignedIn;
use crate::http::list::List;
use crate::kernel::TokenId;

/// Your access tokens.
#[utoipa::path(get, path = "/me/tokens", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "Tokens that work, the newest first", body = List<Token>)))]
pub async fn list_my_tokens(app: State, me: SignedIn) -> Result<HttpResponse> {
    let tokens = actions::list(&mut *app.db.read().await?, me.actor(), app.db.now()).await?;
    show_unversioned(&List::whole(tokens))
}

/// Make an access token for a program. A token cannot make another.
#[utoipa::path(post, path = "/me/tokens", tag = "Account", request_body = CreateToken, security(("bearer" = [])),
    responses((status = 201, description = "Made; the token is shown this once", body = TokenCreated)))]
pub async fn create_token(app: State, me: SignedIn, body: Body<CreateToken>) -> Result<HttpResponse> {
    let (new, digest) = body.parse(CreateToken::parse)?;
    // Before anything: the answer that is kept for who asks again holds the token.
    actions::may_create(me.actor())?;
    me.write(&app, "create_token", digest, async move |tx| Answer::created(&actions::create(tx, &new).await?)).await
}

/// Revoke an access token. It stops working at its next request.
#[utoipa::path(delete, path = "/me/tokens/{id}", tag = "Account", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A token of yours")),
    responses((status = 204, description = "Revoked")))]
pub async fn revoke_token(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let token = TokenId::from(*id);
    me.write(&app, "revoke_token", nothing(), async move |tx| {
        actions::revoke(tx, token).await?;
        Ok(Answer::no_content())
    })
    .await
}
