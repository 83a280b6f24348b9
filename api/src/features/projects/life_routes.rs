//! Handlers of a project's life.

use actix_web::{HttpResponse, web};

use super::dto::ProjectDetail;
use super::life_actions::{self, CloseProject, DeliverProject, ExtendProject, MoveProject, PublishProject};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::Answer;
use crate::http::body::{Body, nothing};
use crate::http::caller::SignedIn;
use crate::http::etag::IfMatch;
use crate::http::path::slug;

/// Publish a draft or a candidate.
#[utoipa::path(post, path = "/projects/{slug}/publish", tag = "Projects", request_body = PublishProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn publish_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<PublishProject>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (publish_as, digest) = body.parse(PublishProject::parse)?;
    me.write(&app, "publish_project", digest, async move |tx| {
        let view = life_actions::publish(tx, seen, &project, publish_as).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}

/// Move the date, later; pledges stand, and who placed them is told.
#[utoipa::path(post, path = "/projects/{slug}/extend", tag = "Projects", request_body = ExtendProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn extend_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<ExtendProject>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (extension, digest) = body.parse(ExtendProject::parse)?;
    me.write_once(&app, "extend_project", digest, async move |tx| {
        let view = life_actions::extend(tx, seen, &project, &extension).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}

/// Close it, with a reason and a public sentence; unsigned pledges are released.
#[utoipa::path(post, path = "/projects/{slug}/close", tag = "Projects", request_body = CloseProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn close_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<CloseProject>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (closing, digest) = body.parse(CloseProject::parse)?;
    me.write_once(&app, "close_project", digest, async move |tx| {
        let view = life_actions::close(tx, seen, &project, &closing).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}

/// Say where the work stands.
#[utoipa::path(post, path = "/projects/{slug}/delivery", tag = "Projects", request_body = DeliverProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn deliver_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<DeliverProject>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (change, digest) = body.parse(DeliverProject::parse)?;
    me.write(&app, "deliver_project", digest, async move |tx| {
        let view = life_actions::deliver(tx, seen, &project, &change).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}

/// Give a funded project its turn.
#[utoipa::path(post, path = "/projects/{slug}/queue", tag = "Projects", request_body = MoveProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn move_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<MoveProject>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (position, digest) = body.parse(MoveProject::parse)?;
    me.write(&app, "move_project", digest, async move |tx| {
        let view = life_actions::move_in_queue(tx, seen, &project, position).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}

/// Freeze the shares of a covered coalition: it is funded.
#[utoipa::path(post, path = "/projects/{slug}/settle", tag = "Projects", security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, funded", body = ProjectDetail)))]
pub async fn settle_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    me.write_once(&app, "settle_project", nothing(), async move |tx| {
        let view = life_actions::settle(tx, seen, &project).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}
