//! Handlers of support.

use actix_web::{HttpRequest, HttpResponse, web};
use uuid::Uuid;

use super::actions;
use super::dto::{GiveSupport, Support, Supports};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::Answer;
use crate::http::body::{Body, nothing};
use crate::http::caller::{Caller, SignedIn};
use crate::http::list::Listing;
use crate::http::params::{PageParams, Params};
use crate::http::path::slug;
use crate::kernel::SupportId;

/// Who stands behind a project, and with what.
#[utoipa::path(get, path = "/projects/{slug}/supports", tag = "Taking part", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project"), PageParams),
    responses((status = 200, description = "A page of support, newest first", body = Supports)))]
pub async fn list_supports(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    params: Params<PageParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let listing = Listing::new("supports", &[("project", project.as_str())]);
    let page = listing.page(params.0.limit, params.0.cursor.as_deref())?;
    let now = app.db.now();
    let listed = actions::list(&mut *app.db.read().await?, caller.actor(), &project, &page, now).await?;
    let (items, counts, communities_served) = (listed.items, listed.counts, listed.communities_served);
    listing.show_with(&request, listed.next, |next_cursor| Supports { items, counts, communities_served, next_cursor })
}

/// Support a project for an organisation.
#[utoipa::path(post, path = "/projects/{slug}/supports", tag = "Taking part", request_body = GiveSupport, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 201, description = "Given", body = Support)))]
pub async fn give_support(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    body: Body<GiveSupport>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (new, digest) = body.parse(GiveSupport::parse)?;
    me.write(&app, "give_support", digest, async move |tx| Answer::created(&actions::give(tx, &project, &new).await?))
        .await
}

/// End a support. That it was given stays on record.
#[utoipa::path(delete, path = "/projects/{slug}/supports/{id}", tag = "Taking part", security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project"), ("id" = Uuid, Path, description = "A support that stands")),
    responses((status = 204, description = "Ended")))]
pub async fn end_support(app: State, me: SignedIn, path: web::Path<(String, Uuid)>) -> Result<HttpResponse> {
    let (project, id) = (slug(&path.0)?, SupportId::from(path.1));
    me.write(&app, "end_support", nothing(), async move |tx| {
        actions::end(tx, &project, id).await?;
        Ok(Answer::no_content())
    })
    .await
}
