//! Handlers of following.

use actix_web::{HttpResponse, web};

use super::actions;
use super::dto::FollowedProject;
use crate::app::State;
use crate::db::Tx;
use crate::error::Result;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::nothing;
use crate::http::caller::{Caller, SignedIn, detached};
use crate::http::list::List;
use crate::http::path::slug;

/// Be told by mail what becomes of a project.
#[utoipa::path(put, path = "/projects/{slug}/follow", tag = "Taking part", security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 204, description = "You follow it")))]
pub async fn follow_project(app: State, me: SignedIn, path: web::Path<String>) -> Result<HttpResponse> {
    let project = slug(&path)?;
    me.write(&app, "follow_project", nothing(), async move |tx| {
        actions::follow(tx, &project).await?;
        Ok(Answer::no_content())
    })
    .await
}

/// Be told no more.
#[utoipa::path(delete, path = "/projects/{slug}/follow", tag = "Taking part", security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 204, description = "You do not follow it")))]
pub async fn unfollow_project(app: State, me: SignedIn, path: web::Path<String>) -> Result<HttpResponse> {
    let project = slug(&path)?;
    me.write(&app, "unfollow_project", nothing(), async move |tx| {
        actions::unfollow(tx, &project).await?;
        Ok(Answer::no_content())
    })
    .await
}

/// The projects you follow.
#[utoipa::path(get, path = "/me/follows", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "All of them, the newest choice first", body = List<FollowedProject>)))]
pub async fn list_my_follows(app: State, me: SignedIn) -> Result<HttpResponse> {
    let now = app.db.now();
    let followed = actions::list(&mut *app.db.read().await?, me.actor(), now).await?;
    show_unversioned(&List::whole(followed))
}

/// End the mails of one project, with the link that each of them carries. Mail programs post a form of their own to
/// it (RFC 8058); whatever the body says, it is not read.
#[utoipa::path(post, path = "/unsubscribe/{token}", tag = "Taking part", security(()),
    params(("token" = String, Path, description = "What the link carries")),
    responses((status = 204, description = "No more mails about the project")))]
pub async fn unsubscribe(app: State, caller: Caller, token: web::Path<String>) -> Result<HttpResponse> {
    let (token, in_app) = (token.into_inner(), app.clone());
    // Without the key of a retry, which is kept with the address: the token in it belongs in no table.
    detached(async move {
        let leave = async |tx: &mut Tx| actions::unsubscribe(tx, &in_app.keys, &token).await;
        in_app.db.write(&caller.cause, leave).await
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
