//! Handlers of one's own account.

use actix_web::{HttpRequest, HttpResponse};

use super::actions;
use super::dto::{EditMe, Me};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show};
use crate::http::body::Body;
use crate::http::caller::SignedIn;
use crate::http::etag::IfMatch;

/// Who you are, what you belong to, and what you may do.
#[utoipa::path(get, path = "/me", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "You", body = Me)))]
pub async fn get_me(app: State, me: SignedIn, request: HttpRequest) -> Result<HttpResponse> {
    let view = actions::get_me(&mut *app.db.read().await?, me.actor()).await?;
    show(&request, view.version, &view)
}

/// Change your name, language or time zone.
#[utoipa::path(patch, path = "/me", tag = "Account", request_body = EditMe, security(("bearer" = [])),
    responses((status = 200, description = "You, after the change", body = Me)))]
pub async fn edit_me(app: State, me: SignedIn, IfMatch(seen): IfMatch, body: Body<EditMe>) -> Result<HttpResponse> {
    let (change, digest) = body.parse(EditMe::parse)?;
    me.write(&app, "edit_me", digest, async move |tx| {
        let view = actions::edit_me(tx, seen, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}
