//! Handlers of pledges: place, change, approve, leave.

use actix_web::{HttpRequest, HttpResponse, web};
use uuid::Uuid;

use super::actions::{Backer, Ground};
use super::dto::{Pledge, Simulation};
use super::exit_actions::SignPledge;
use super::fields::{Because, EditPledge, NewPledge, PlacePledge};
use super::request_actions::ApprovePledge;
use super::simulate_fields::SimulatePledge;
use super::{actions, change_actions, exit_actions, request_actions, simulate_actions};
use crate::app::State;
use crate::db::{Soon, Tx};
use crate::error::{Code, Error, Result};
use crate::http::answer::{Answer, show, show_unversioned};
use crate::http::body::Body;
use crate::http::caller::{Caller, SignedIn};
use crate::http::etag::IfMatch;
use crate::http::path::slug;
use crate::http::together::{Change, Left};
use crate::kernel::{PledgeId, Slug};
use crate::version::Seen;

/// Pledge. A champion's pledge above the own limit becomes a request.
#[utoipa::path(post, path = "/projects/{slug}/pledges", tag = "Pledges", request_body = PlacePledge, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 201, description = "Pledged, or requested: see `status`", body = Pledge)))]
pub async fn place_pledge(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    body: Body<PlacePledge>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (new, digest) = body.parse(PlacePledge::parse)?;
    me.write_together(&app, &app.placings, "place_pledge", digest, Placing { project, new }).await
}

/// One that is placed: those that come for a project at once go together.
pub struct Placing {
    project: Slug,
    new: NewPledge,
}

impl Change for Placing {
    type Thing = Ground;
    type Asked = Backer;

    fn thing(&self) -> &str {
        self.project.as_str()
    }

    fn order(&self) -> &str {
        self.new.organization.as_str()
    }

    fn lock(&self, tx: &mut Tx) -> Soon<Ground> {
        actions::lock_ground(tx, &self.project)
    }

    fn ask(&self, tx: &mut Tx) -> Soon<Backer> {
        actions::lock_backer(tx, &self.project, &self.new)
    }

    async fn make(&self, tx: &mut Tx, ground: &Ground, backer: Backer) -> Result<(Answer, Left<Ground>)> {
        let (view, project) = actions::place(tx, ground, backer, &self.new).await?;
        let left = project.map_or(Left::Unknown, |project| Left::Now(Some(project)));
        Ok((Answer::created_version(view.version, &view)?, left))
    }
}

/// What would be if somebody pledged, changed or withdrew: nothing is written.
#[utoipa::path(post, path = "/projects/{slug}/simulate", tag = "Pledges", request_body = SimulatePledge,
    params(("slug" = String, Path, description = "A project")), security((), ("bearer" = [])),
    responses((status = 200, description = "Before and after", body = Simulation)))]
pub async fn simulate_pledge(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    body: Body<SimulatePledge>,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let (question, _) = body.parse(SimulatePledge::parse)?;
    if caller.actor().person().is_none() {
        if !question.is_public {
            return Err(Error::new(Code::Unauthenticated));
        }
        app.limits.take_question(caller.address)?;
    }
    let now = app.db.now();
    let answer = app.db.snapshot(async |conn| {
        let actor = caller.actor_now(conn, now).await?;
        simulate_actions::simulate(conn, &actor, &project, &question, now).await
    });
    show_unversioned(&answer.await?)
}

/// A pledge of your organisation.
#[utoipa::path(get, path = "/pledges/{id}", tag = "Pledges", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge", body = Pledge)))]
pub async fn get_pledge(app: State, me: SignedIn, id: web::Path<Uuid>, request: HttpRequest) -> Result<HttpResponse> {
    let now = app.db.now();
    let view = actions::get(&mut *app.db.read().await?, me.actor(), id.into_inner().into(), now).await?;
    show(&request, view.version, &view)
}

/// Change a pledge: it keeps its place.
#[utoipa::path(patch, path = "/pledges/{id}", tag = "Pledges", request_body = EditPledge, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after the change", body = Pledge)))]
pub async fn edit_pledge(
    app: State,
    me: SignedIn,
    id: web::Path<Uuid>,
    IfMatch(seen): IfMatch,
    body: Body<EditPledge>,
) -> Result<HttpResponse> {
    let pledge = id.into_inner().into();
    let (change, digest) = body.parse(EditPledge::parse)?;
    me.write(&app, "edit_pledge", digest, async move |tx| {
        let view = change_actions::edit(tx, seen, pledge, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}

/// Approve what a champion requested, for as much or less.
#[utoipa::path(post, path = "/pledges/{id}/approve", tag = "Pledges", request_body = ApprovePledge, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after it", body = Pledge)))]
pub async fn approve_pledge(on: OnPledge, body: Body<ApprovePledge>) -> Result<HttpResponse> {
    step("approve_pledge", on, body.parse(ApprovePledge::parse)?, request_actions::approve).await
}

/// Decline what a champion requested.
#[utoipa::path(post, path = "/pledges/{id}/decline", tag = "Pledges", request_body = Because, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after it", body = Pledge)))]
pub async fn decline_pledge(on: OnPledge, body: Body<Because>) -> Result<HttpResponse> {
    step("decline_pledge", on, body.parse(Because::parse)?, request_actions::decline).await
}

/// Withdraw an unsigned pledge.
#[utoipa::path(post, path = "/pledges/{id}/withdraw", tag = "Pledges", request_body = Because, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after it", body = Pledge)))]
pub async fn withdraw_pledge(on: OnPledge, body: Body<Because>) -> Result<HttpResponse> {
    step("withdraw_pledge", on, body.parse(Because::parse)?, exit_actions::withdraw).await
}

/// Release an organisation from an unsigned pledge.
#[utoipa::path(post, path = "/pledges/{id}/release", tag = "Pledges", request_body = Because, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after it", body = Pledge)))]
pub async fn release_pledge(on: OnPledge, body: Body<Because>) -> Result<HttpResponse> {
    step("release_pledge", on, body.parse(Because::parse)?, exit_actions::release).await
}

/// Note that the agreement is signed.
#[utoipa::path(post, path = "/pledges/{id}/sign", tag = "Pledges", request_body = SignPledge, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after it", body = Pledge)))]
pub async fn sign_pledge(on: OnPledge, body: Body<SignPledge>) -> Result<HttpResponse> {
    step("sign_pledge", on, body.parse(SignPledge::parse)?, exit_actions::sign).await
}

/// Note that a signed pledge will not be kept.
#[utoipa::path(post, path = "/pledges/{id}/default", tag = "Pledges", request_body = Because, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "The pledge, after it", body = Pledge)))]
pub async fn default_pledge(on: OnPledge, body: Body<Because>) -> Result<HttpResponse> {
    step("default_pledge", on, body.parse(Because::parse)?, exit_actions::default).await
}

/// What every step of a pledge's life comes with.
type OnPledge = (State, SignedIn, web::Path<Uuid>, IfMatch);

/// One step of a pledge's life, taken once; the answer is the pledge after it.
async fn step<Input: 'static>(
    operation: &'static str,
    (app, me, id, IfMatch(seen)): OnPledge,
    (input, digest): (Input, [u8; 32]),
    act: impl AsyncFn(&mut Tx, Seen, PledgeId, &Input) -> Result<Pledge> + 'static,
) -> Result<HttpResponse> {
    let pledge = id.into_inner().into();
    me.write_once(&app, operation, digest, async move |tx| {
        let view = act(tx, seen, pledge, &input).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}
