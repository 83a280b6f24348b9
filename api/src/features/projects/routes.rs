//! Handlers of projects: read, make, edit.

use actix_web::{HttpRequest, HttpResponse, web};

use super::dto::{Progress, Project, ProjectDetail, ProjectParams, ProjectsParams, PublishCheck};
use super::fields::ProjectFields;
use super::list_actions::{self, Wanted};
use super::{actions, publish_actions};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show, show_unversioned};
use crate::http::body::Body;
use crate::http::caller::{Caller, SignedIn};
use crate::http::etag::IfMatch;
use crate::http::list::{List, Listing};
use crate::http::params::Params;
use crate::http::path::slug;
use crate::http::ready::{self, About};

/// Projects: the roadmap.
#[utoipa::path(get, path = "/projects", tag = "Projects", params(ProjectsParams), security((), ("bearer" = [])),
    responses((status = 200, description = "A page of projects", body = List<Project>)))]
pub async fn list_projects(
    app: State,
    caller: Caller,
    params: Params<ProjectsParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let Params(params) = params;
    let wanted = Wanted::parse(&params)?;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let listing = Listing::new(
        "projects",
        &[
            ("funding", &text(&params.funding)),
            ("delivery", &text(&params.delivery)),
            ("theme", &text(&params.theme)),
            ("narrative", &text(&params.narrative)),
            ("q", &text(&params.q)),
            ("sort", wanted.sort.as_str()),
        ],
    );
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let now = app.db.now();
    let (items, next) = list_actions::list(&mut *app.db.read().await?, caller.actor(), wanted, &page, now).await?;
    listing.show(&request, items, next)
}

/// One project, with its texts.
#[utoipa::path(get, path = "/projects/{slug}", tag = "Projects", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project"), ProjectParams),
    responses((status = 200, description = "The project", body = ProjectDetail)))]
pub async fn get_project(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    params: Params<ProjectParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let asked = params.0.organization.as_deref().map(slug).transpose()?;
    let now = app.db.now();
    let conn = &mut *app.db.read().await?;
    let view = actions::get(conn, caller.actor(), &slug(&path)?, asked.as_ref(), now).await?;
    let is_about = About::project(view.project.id.into(), view.project.turns_at());
    Ok(ready::about(show(&request, view.project.version, &view)?, is_about))
}

/// How a project came to where it is, for a chart.
#[utoipa::path(get, path = "/projects/{slug}/progress", tag = "Projects", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The totals, day by day", body = Progress)))]
pub async fn get_project_progress(app: State, caller: Caller, path: web::Path<String>) -> Result<HttpResponse> {
    let now = app.db.now();
    let conn = &mut *app.db.read().await?;
    let (project, progress) = list_actions::progress(conn, caller.actor(), &slug(&path)?, now).await?;
    Ok(ready::about(show_unversioned(&progress)?, About::project(project, None)))
}

/// Make a draft.
#[utoipa::path(post, path = "/projects", tag = "Projects", request_body = ProjectFields, security(("bearer" = [])),
    responses((status = 201, description = "Made, as a draft", body = ProjectDetail)))]
pub async fn create_project(app: State, me: SignedIn, body: Body<ProjectFields>) -> Result<HttpResponse> {
    let (new, digest) = body.parse(ProjectFields::parse_new)?;
    let currency = app.currency;
    me.write(&app, "create_project", digest, async move |tx| {
        let view = actions::create(tx, &new, currency).await?;
        Answer::created_version(view.project.version, &view)
    })
    .await
}

/// Change a project. While pledges stand on it, what they stand on stays.
#[utoipa::path(patch, path = "/projects/{slug}", tag = "Projects", request_body = ProjectFields, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "The project, after the change", body = ProjectDetail)))]
pub async fn edit_project(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<ProjectFields>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (change, digest) = body.parse(ProjectFields::parse)?;
    me.write(&app, "edit_project", digest, async move |tx| {
        let view = actions::edit(tx, seen, &project, &change).await?;
        Answer::ok_version(view.project.version, &view)
    })
    .await
}

/// What is missing before it can be public.
#[utoipa::path(get, path = "/projects/{slug}/publish-check", tag = "Projects", security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "What is missing, and word counts", body = PublishCheck)))]
pub async fn check_project(app: State, me: SignedIn, path: web::Path<String>) -> Result<HttpResponse> {
    let now = app.db.now();
    let conn = &mut *app.db.read().await?;
    show_unversioned(&publish_actions::publish_check(conn, me.actor(), &slug(&path)?, now).await?)
}
