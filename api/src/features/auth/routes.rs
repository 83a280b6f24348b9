//! Handlers of signing in, staying so, and signing out.

use actix_web::{HttpRequest, HttpResponse, ResponseError as _};

use super::actions::{self, SignedInSession};
use super::dto::{MagicLinkRequested, RedeemMagicLink, RequestMagicLink, Session, SessionStarted};
use super::{cookie, rules};
use crate::app::{App, State};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::{Body, nothing};
use crate::http::caller::{Caller, SignedIn, detached};
use crate::http::list::List;
use crate::kernel::{SessionId, UserId};

/// Ask for a mail with a link to sign in.
///
/// The answer is the same for every address. People who are not known yet come in by invitation.
#[utoipa::path(post, path = "/auth/magic-links", tag = "Sign-in", request_body = RequestMagicLink, security(()),
    responses((status = 202, description = "A mail is on its way if the address is somebody's", body = MagicLinkRequested)))]
pub async fn request_magic_link(app: State, caller: Caller, body: Body<RequestMagicLink>) -> Result<HttpResponse> {
    let ((email, return_to), digest) = body.parse(RequestMagicLink::parse)?;
    app.limits.take_mail(caller.address, &email)?;
    caller
        .write(&app, "request_magic_link", digest, async move |tx| {
            actions::request_magic_link(tx, &email, return_to.clone()).await?;
            Answer::accepted(&MagicLinkRequested { sent: true, expires_in: rules::LINK_LIFETIME.num_seconds() })
        })
        .await
}

/// Sign in with the token of a link. A link works once.
#[utoipa::path(post, path = "/auth/magic-links/redeem", tag = "Sign-in", request_body = RedeemMagicLink, security(()),
    responses((status = 200, description = "Signed in; the refresh cookie is set", body = SessionStarted)))]
pub async fn redeem_magic_link(app: State, caller: Caller, body: Body<RedeemMagicLink>) -> Result<HttpResponse> {
    let (wire, _) = body.into_parts();
    let in_app = app.clone();
    let session = detached(async move {
        let agent = caller.user_agent.as_deref();
        let redeem = async |tx: &mut Tx| actions::redeem_magic_link(tx, &in_app, &wire.token, agent).await;
        in_app.db.write(&caller.cause, redeem).await
    })
    .await?;
    signed_in(&app, session).await
}

/// Renew the session of the refresh cookie: a new access token, and the next refresh token.
#[utoipa::path(post, path = "/auth/refresh", tag = "Sign-in", security(("refresh_cookie" = [])),
    responses((status = 200, description = "Renewed; the refresh cookie is set anew", body = SessionStarted)))]
pub async fn refresh_session(app: State, caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    app.origins.require_own_page(request.headers())?;
    let ended = || Error::new(Code::SessionEnded);
    let token = cookie::read(&app, &request).ok_or_else(ended)?;
    let in_app = app.clone();
    let renewed = detached(async move {
        let refresh = async |tx: &mut Tx| actions::refresh(tx, &in_app, &token).await;
        in_app.db.write(&caller.cause, refresh).await
    })
    .await?;
    match renewed {
        Some(session) => signed_in(&app, session).await,
        None => {
            let mut response = ended().error_response();
            response.add_cookie(&cookie::clear(&app)).map_err(Error::internal)?;
            Ok(response)
        }
    }
}

/// End the session of the refresh cookie.
#[utoipa::path(post, path = "/auth/logout", tag = "Sign-in", security(("refresh_cookie" = [])),
    responses((status = 204, description = "Signed out, or nobody was signed in")))]
pub async fn log_out(app: State, caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    app.origins.require_own_page(request.headers())?;
    if let Some(token) = cookie::read(&app, &request) {
        let in_app = app.clone();
        detached(async move {
            let log_out = async |tx: &mut Tx| actions::log_out(tx, &in_app, &token).await;
            in_app.db.write(&caller.cause, log_out).await
        })
        .await?;
    }
    Ok(HttpResponse::NoContent().cookie(cookie::clear(&app)).finish())
}

/// The places you are signed in at.
#[utoipa::path(get, path = "/me/sessions", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "Sessions that stand, the last seen first", body = List<Session>)))]
pub async fn list_my_sessions(app: State, me: SignedIn) -> Result<HttpResponse> {
    let sessions = actions::list_my_sessions(&mut *app.db.read().await?, me.actor(), app.db.now()).await?;
    show_unversioned(&List::whole(sessions))
}

/// Sign out at one place. It is out at its next request.
#[utoipa::path(delete, path = "/me/sessions/{id}", tag = "Account", security(("bearer" = [])),
    params(("id" = uuid::Uuid, Path, description = "A session of yours")),
    responses((status = 204, description = "Ended")))]
pub async fn end_my_session(app: State, me: SignedIn, id: actix_web::web::Path<uuid::Uuid>) -> Result<HttpResponse> {
    let session = SessionId::from(*id);
    me.write(&app, "end_my_session", nothing(), async move |tx| {
        actions::end_my_session(tx, session).await?;
        Ok(Answer::no_content())
    })
    .await
}

/// What a browser gets when a session has begun or been renewed.
pub async fn signed_in(app: &App, started: SignedInSession) -> Result<HttpResponse> {
    let mut response = still_signed_in(app, started.user, started.session).await?;
    response.add_cookie(&cookie::set(app, started.refresh_token)).map_err(Error::internal)?;
    Ok(response)
}

/// The same for one whose cookie stays as it is.
pub async fn still_signed_in(app: &App, user: UserId, session: SessionId) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(actions::show_session(&mut *app.db.read().await?, app, user, session).await?))
}
