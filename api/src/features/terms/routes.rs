//! Handlers of the terms.

use actix_web::{HttpResponse, web};

use super::actions;
use super::dto::{PublishTerms, Terms};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::Body;
use crate::http::caller::SignedIn;
use crate::http::list::List;
use crate::http::path::terms_version;
use crate::http::problem::Problem;

/// The terms that a pledge made now accepts.
#[utoipa::path(get, path = "/terms/current", tag = "Roadmap", security((), ("bearer" = [])),
    responses(
        (status = 200, description = "Those published last", body = Terms),
        (status = 404, description = "There are none", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn get_current_terms(app: State) -> Result<HttpResponse> {
    show_unversioned(&actions::get_current(&mut *app.db.read().await?).await?)
}

/// The terms of one version, as they were published.
#[utoipa::path(get, path = "/terms/{version}", tag = "Roadmap", security((), ("bearer" = [])),
    params(("version" = String, Path, description = "A version, such as `2026-11`")),
    responses((status = 200, description = "They never change", body = Terms)))]
pub async fn get_terms(app: State, path: web::Path<String>) -> Result<HttpResponse> {
    let version = terms_version(&path)?;
    show_unversioned(&actions::get(&mut *app.db.read().await?, &version).await?)
}

/// All terms there ever were.
#[utoipa::path(get, path = "/admin/terms", tag = "Administration", security(("bearer" = [])),
    responses((status = 200, description = "The newest first", body = List<Terms>)))]
pub async fn list_all_terms(app: State, me: SignedIn) -> Result<HttpResponse> {
    show_unversioned(&List::whole(actions::list_all(&mut *app.db.read().await?, me.actor()).await?))
}

/// Publish new terms, which are current at once; nobody can change them afterwards.
#[utoipa::path(post, path = "/admin/terms", tag = "Administration", request_body = PublishTerms, security(("bearer" = [])),
    responses((status = 201, description = "Published", body = Terms)))]
pub async fn publish_terms(app: State, me: SignedIn, body: Body<PublishTerms>) -> Result<HttpResponse> {
    let (new, digest) = body.parse(PublishTerms::parse)?;
    me.write(&app, "publish_terms", digest, async move |tx| Answer::created(&actions::publish(tx, &new).await?)).await
}
