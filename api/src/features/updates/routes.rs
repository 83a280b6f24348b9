//! Handlers of updates.

use actix_web::{HttpRequest, HttpResponse, web};

use super::actions;
use super::dto::{PostUpdate, Update};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::Answer;
use crate::http::body::Body;
use crate::http::caller::{Caller, SignedIn};
use crate::http::list::{List, Listing};
use crate::http::params::{PageParams, Params};
use crate::http::path::slug;

/// What staff told of a project.
#[utoipa::path(get, path = "/projects/{slug}/updates", tag = "Taking part", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project"), PageParams),
    responses((status = 200, description = "A page of updates, newest first", body = List<Update>)))]
pub async fn list_updates(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    params: Params<PageParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let listing = Listing::new("updates", &[("project", project.as_str())]);
    let page = listing.page(params.0.limit, params.0.cursor.as_deref())?;
    let now = app.db.now();
    let (items, next) = actions::list(&mut *app.db.read().await?, caller.actor(), &project, &page, now).await?;
    listing.show(&request, items, next)
}

/// Tell how a project goes. Its followers get a mail.
#[utoipa::path(post, path = "/projects/{slug}/updates", tag = "Taking part", request_body = PostUpdate, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 201, description = "Posted", body = Update)))]
pub async fn post_update(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    body: Body<PostUpdate>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (new, digest) = body.parse(PostUpdate::parse)?;
    me.write(&app, "post_update", digest, async move |tx| Answer::created(&actions::post(tx, &project, &new).await?))
        .await
}
