//! Handlers of lists of pledges.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::dto::{OrganizationFunding, Pledge, PledgeVersion, PublicPledges};
use super::list_actions;
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::answer::show_unversioned;
use crate::http::caller::{Caller, SignedIn};
use crate::http::list::{List, Listing};
use crate::http::params::{PageParams, Params};
use crate::http::path::slug;
use crate::http::ready::{self, About};
use crate::kernel::{FieldError, PledgeStatus};

/// Who is in, and with how much. Hidden ones are "an institution"; staff see all.
#[utoipa::path(get, path = "/projects/{slug}/pledges", tag = "Pledges", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project"), PageParams),
    responses((status = 200, description = "A page of pledges", body = PublicPledges)))]
pub async fn list_project_pledges(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    params: Params<PageParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let project = slug(&path)?;
    let listing = Listing::new("project_pledges", &[("project", project.as_str())]);
    let page = listing.page(params.0.limit, params.0.cursor.as_deref())?;
    let now = app.db.now();
    let listed = list_actions::of_project(&mut *app.db.read().await?, caller.actor(), &project, &page, now).await?;
    let (items, names) = (listed.items, listed.names);
    let page = |next_cursor| PublicPledges { items, names, next_cursor };
    Ok(ready::about(listing.show_with(&request, listed.next, page)?, About::project(listed.project, None)))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OwnPledgesParams {
    /// Only this status.
    #[param(value_type = Option<PledgeStatus>)]
    pub status: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// Your organisation's pledges, newest first.
#[utoipa::path(get, path = "/organizations/{slug}/pledges", tag = "Pledges", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), OwnPledgesParams),
    responses((status = 200, description = "A page of pledges", body = List<Pledge>)))]
pub async fn list_organization_pledges(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    params: Params<OwnPledgesParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let Params(params) = params;
    let status = params.status.as_deref().map(PledgeStatus::parse).transpose().map_err(|invalid| {
        Error::query(FieldError { pointer: "?status".to_owned(), code: invalid.code, detail: invalid.detail })
    })?;
    let text = status.map(PledgeStatus::as_str).unwrap_or_default();
    let listing = Listing::new("organization_pledges", &[("of", organization.as_str()), ("status", text)]);
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let now = app.db.now();
    let conn = &mut *app.db.read().await?;
    let (items, next) = list_actions::of_organization(conn, me.actor(), &organization, status, &page, now).await?;
    listing.show(&request, items, next)
}

/// What an organisation stands for: its public pledges, newest first, and what it is named for without an amount.
#[utoipa::path(get, path = "/organizations/{slug}/funding", tag = "Pledges", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), PageParams),
    responses((status = 200, description = "A page of public pledges", body = OrganizationFunding)))]
pub async fn list_organization_funding(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    params: Params<PageParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let listing = Listing::new("organization_funding", &[("of", organization.as_str())]);
    let page = listing.page(params.0.limit, params.0.cursor.as_deref())?;
    let now = app.db.now();
    let conn = &mut *app.db.read().await?;
    let (items, named, next) = list_actions::funding(conn, caller.actor(), &organization, &page, now).await?;
    listing.show_with(&request, next, |next_cursor| OrganizationFunding { items, named, next_cursor })
}

/// Every step of a pledge's life.
#[utoipa::path(get, path = "/pledges/{id}/history", tag = "Pledges", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "Its versions, oldest first", body = List<PledgeVersion>)))]
pub async fn get_pledge_history(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let now = app.db.now();
    let steps = list_actions::history(&mut *app.db.read().await?, me.actor(), id.into_inner().into(), now).await?;
    show_unversioned(&List::whole(steps))
}
