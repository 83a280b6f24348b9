//! Handlers of organisations.

use actix_web::{HttpRequest, HttpResponse, web};

use super::actions;
use super::dto::{CreateOrganization, EditOrganization, Organization, OrganizationParams};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show};
use crate::http::body::Body;
use crate::http::caller::{Caller, SignedIn};
use crate::http::etag::IfMatch;
use crate::http::list::{List, Listing};
use crate::http::params::Params;
use crate::http::path::slug;

/// Organisations, by name.
#[utoipa::path(get, path = "/organizations", tag = "Organisations", params(OrganizationParams), security((), ("bearer" = [])),
    responses((status = 200, description = "A page of organisations", body = List<Organization>)))]
pub async fn list_organizations(
    app: State,
    caller: Caller,
    params: Params<OrganizationParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let Params(params) = params;
    let q = params.q.as_deref().unwrap_or_default();
    let kind = params.kind.map(|kind| kind.as_str()).unwrap_or_default();
    let listing = Listing::new("organizations", &[("q", q), ("kind", kind)]);
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let q = Some(q).filter(|q| !q.trim().is_empty());
    let now = app.db.now();
    let (items, next) = actions::list(&mut *app.db.read().await?, caller.actor(), q, params.kind, &page, now).await?;
    listing.show(&request, items, next)
}

/// One organisation: its public profile, and for its own people and staff all of it.
#[utoipa::path(get, path = "/organizations/{slug}", tag = "Organisations", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 200, description = "The organisation", body = Organization)))]
pub async fn get_organization(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let now = app.db.now();
    let view = actions::get(&mut *app.db.read().await?, caller.actor(), &slug(&path)?, now).await?;
    show(&request, view.version, &view)
}

/// Admit an organisation.
#[utoipa::path(post, path = "/organizations", tag = "Organisations", request_body = CreateOrganization, security(("bearer" = [])),
    responses((status = 201, description = "Made", body = Organization)))]
pub async fn create_organization(app: State, me: SignedIn, body: Body<CreateOrganization>) -> Result<HttpResponse> {
    let (new, digest) = body.parse(CreateOrganization::parse)?;
    let currency = app.currency;
    me.write(&app, "create_organization", digest, async move |tx| {
        let view = actions::create(tx, &new, currency).await?;
        Answer::created_version(view.version, &view)
    })
    .await
}

/// Change an organisation: `can` says which parts you may.
#[utoipa::path(patch, path = "/organizations/{slug}", tag = "Organisations", request_body = EditOrganization, security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 200, description = "The organisation, after the change", body = Organization)))]
pub async fn edit_organization(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<EditOrganization>,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let (change, digest) = body.parse(EditOrganization::parse)?;
    me.write(&app, "edit_organization", digest, async move |tx| {
        let view = actions::edit(tx, seen, &organization, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}
