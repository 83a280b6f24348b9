//! Handlers of one's own data, and of somebody's who asked staff.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::actions;
use super::dto::{Erase, PersonalData};
use crate::app::State;
use crate::error::{Error, Result};
use crate::features::auth::cookie;
use crate::http::answer::Answer;
use crate::http::body::Body;
use crate::http::caller::SignedIn;
use crate::kernel::UserId;

/// Everything that is known of you, as a file.
#[utoipa::path(get, path = "/me/data", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "All of it", body = PersonalData)))]
pub async fn download_my_data(app: State, me: SignedIn) -> Result<HttpResponse> {
    let data = actions::download_own(&mut *app.db.read().await?, me.actor(), app.db.now()).await?;
    Ok(file(&data))
}

/// Be forgotten: account, ways in and mails go; what you did with pledges stays, without your name.
#[utoipa::path(post, path = "/me/erasure", tag = "Account", request_body = Erase, security(("bearer" = [])),
    responses((status = 204, description = "Done; you are signed out everywhere")))]
pub async fn erase_me(app: State, me: SignedIn, body: Body<Erase>) -> Result<HttpResponse> {
    actions::own(me.actor())?;
    let (email, digest) = body.parse(Erase::parse)?;
    let answered = me.write(&app, "erase_me", digest, async move |tx| {
        actions::erase_own(tx, &email).await?;
        Ok(Answer::no_content())
    });
    let mut response = answered.await?;
    response.add_cookie(&cookie::clear(&app)).map_err(Error::internal)?;
    Ok(response)
}

/// Everything that is known of a person, as a file, for somebody who asked for it.
#[utoipa::path(get, path = "/admin/users/{id}/data", tag = "Administration", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A person")),
    responses((status = 200, description = "All of it", body = PersonalData)))]
pub async fn download_user_data(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let (conn, user) = (&mut *app.db.read().await?, UserId::from(*id));
    Ok(file(&actions::download_of(conn, me.actor(), user, app.db.now()).await?))
}

/// Forget a person who asked for it. What they did with pledges stays, without their name.
#[utoipa::path(post, path = "/admin/users/{id}/erasure", tag = "Administration", request_body = Erase,
    security(("bearer" = [])), params(("id" = Uuid, Path, description = "A person")),
    responses((status = 204, description = "Done; they are signed out everywhere")))]
pub async fn erase_user(app: State, me: SignedIn, id: web::Path<Uuid>, body: Body<Erase>) -> Result<HttpResponse> {
    let (email, digest) = body.parse(Erase::parse)?;
    let user = UserId::from(*id);
    me.write(&app, "erase_user", digest, async move |tx| {
        actions::erase_other(tx, user, &email).await?;
        Ok(Answer::no_content())
    })
    .await
}

fn file(data: &PersonalData) -> HttpResponse {
    let name = "attachment; filename=\"cofund-personal-data.json\"";
    HttpResponse::Ok().insert_header((CONTENT_DISPOSITION, name)).json(data)
}
