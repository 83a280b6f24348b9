//! Handlers of a project's life.

use actix_web::{HttpResponse, web};

use super::dto::ProjectDetail;
use super::life_actions::{self, CloseProject, DeliverProject, ExtendProject, MoveProject};
use super::publish_actions::{self, PublishProject};
use crate::app::State;
use crate::db::Tx;
use crate::error::Result;
use crate::http::answer::Answer;
use crate::http::body::{Body, nothing};
use crate::http::caller::SignedIn;
use crate::http::etag::IfMatch;
use crate::http::path::slug;
use crate::kernel::Slug;
use crate::version::Seen;

/// Publish a draft or a candidate.
#[utoipa::path(post, path = "/projects/{slug}/publish", tag = "Projects", request_body = PublishProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn publish_project(on: OnProject, body: Body<PublishProject>) -> Result<HttpResponse> {
    step("publish_project", on, body.parse(PublishProject::parse)?, publish_actions::publish).await
}

/// Move the date, later; pledges stand, and who placed them is told.
#[utoipa::path(post, path = "/projects/{slug}/extend", tag = "Projects", request_body = ExtendProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn extend_project(on: OnProject, body: Body<ExtendProject>) -> Result<HttpResponse> {
    step_once("extend_project", on, body.parse(ExtendProject::parse)?, life_actions::extend).await
}

/// Close it, with a reason and a public sentence; unsigned pledges are released.
#[utoipa::path(post, path = "/projects/{slug}/close", tag = "Projects", request_body = CloseProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn close_project(on: OnProject, body: Body<CloseProject>) -> Result<HttpResponse> {
    step_once("close_project", on, body.parse(CloseProject::parse)?, life_actions::close).await
}

/// Say where the work stands.
#[utoipa::path(post, path = "/projects/{slug}/delivery", tag = "Projects", request_body = DeliverProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn deliver_project(on: OnProject, body: Body<DeliverProject>) -> Result<HttpResponse> {
    step("deliver_project", on, body.parse(DeliverProject::parse)?, life_actions::deliver).await
}

/// Give a funded project its turn.
#[utoipa::path(post, path = "/projects/{slug}/queue", tag = "Projects", request_body = MoveProject, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after it", body = ProjectDetail)))]
pub async fn move_project(on: OnProject, body: Body<MoveProject>) -> Result<HttpResponse> {
    step("move_project", on, body.parse(MoveProject::parse)?, life_actions::move_in_queue).await
}

/// Freeze the shares of a covered coalition: it is funded.
#[utoipa::path(post, path = "/projects/{slug}/settle", tag = "Projects", security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, funded", body = ProjectDetail)))]
pub async fn settle_project(on: OnProject) -> Result<HttpResponse> {
    step_once("settle_project", on, ((), nothing()), life_actions::settle).await
}

/// What every step of a project's life comes with.
type OnProject = (State, SignedIn, web::Path<String>, IfMatch);

/// A step that nobody should take twice by accident.
async fn step_once<Input: 'static>(
    operation: &'static str,
    on: OnProject,
    input: (Input, [u8; 32]),
    act: impl AsyncFn(&mut Tx, Seen, &Slug, &Input) -> Result<ProjectDetail> + 'static,
) -> Result<HttpResponse> {
    on.1.require_key()?;
    step(operation, on, input, act).await
}

/// One step of a project's life; the answer is the project after it.
async fn step<Input: 'static>(
    operation: &'static str,
    (app, me, path, IfMatch(seen)): OnProject,
    (input, digest): (Input, [u8; 32]),
    act: impl AsyncFn(&mut Tx, Seen, &Slug, &Input) -> Result<ProjectDetail> + 'static,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    me.write(&app, operation, digest, async move |tx| {
        let view = act(tx, seen, &project, &input).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}
