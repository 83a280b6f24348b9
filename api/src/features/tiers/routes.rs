//! Handlers of tiers.

use actix_web::{HttpResponse, web};

use super::actions;
use super::dto::{CreateTier, EditTier, Tier};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::Body;
use crate::http::caller::{Caller, SignedIn};
use crate::http::etag::IfMatch;
use crate::http::list::List;
use crate::http::path::slug;

/// The tiers on offer.
#[utoipa::path(get, path = "/tiers", tag = "Organisations", security((), ("bearer" = [])),
    responses((status = 200, description = "Tiers, in the order staff gave them", body = List<Tier>)))]
pub async fn list_tiers(app: State, caller: Caller) -> Result<HttpResponse> {
    let tiers = actions::list(&mut *app.db.read().await?, caller.actor()).await?;
    show_unversioned(&List::whole(tiers))
}

/// All tiers, the archived ones too.
#[utoipa::path(get, path = "/admin/tiers", tag = "Administration", security(("bearer" = [])),
    responses((status = 200, description = "Tiers, in the order staff gave them", body = List<Tier>)))]
pub async fn list_all_tiers(app: State, me: SignedIn) -> Result<HttpResponse> {
    let tiers = actions::list_all(&mut *app.db.read().await?, me.actor()).await?;
    show_unversioned(&List::whole(tiers))
}

/// Offer a new tier.
#[utoipa::path(post, path = "/admin/tiers", tag = "Administration", request_body = CreateTier, security(("bearer" = [])),
    responses((status = 201, description = "Made", body = Tier)))]
pub async fn create_tier(app: State, me: SignedIn, body: Body<CreateTier>) -> Result<HttpResponse> {
    let (new, digest) = body.parse(CreateTier::parse)?;
    let currency = app.currency;
    me.write(&app, "create_tier", digest, async move |tx| {
        let view = actions::create(tx, &new, currency).await?;
        Answer::created_version(view.version, &view)
    })
    .await
}

/// Change a tier, archive it, or offer it again.
#[utoipa::path(patch, path = "/admin/tiers/{slug}", tag = "Administration", request_body = EditTier, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A tier")),
    responses((status = 200, description = "The tier, after the change", body = Tier)))]
pub async fn edit_tier(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    IfMatch(seen): IfMatch,
    body: Body<EditTier>,
) -> Result<HttpResponse> {
    let tier = slug(&path)?;
    let (change, digest) = body.parse(EditTier::parse)?;
    me.write(&app, "edit_tier", digest, async move |tx| {
        let view = actions::edit(tx, seen, &tier, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}
