//! Handler of the audit log.

use actix_web::{HttpRequest, HttpResponse};

use super::actions;
use super::dto::{AuditEntry, AuditParams, Filter};
use crate::app::State;
use crate::error::Result;
use crate::http::caller::SignedIn;
use crate::http::list::{List, Listing};
use crate::http::params::Params;

/// Who changed what, the newest first. Entries are never changed or removed.
#[utoipa::path(get, path = "/admin/audit", tag = "Administration", params(AuditParams), security(("bearer" = [])),
    responses((status = 200, description = "A page of entries", body = List<AuditEntry>)))]
pub async fn list_audit_entries(
    app: State,
    me: SignedIn,
    params: Params<AuditParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let Params(params) = params;
    let text = |id: Option<uuid::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let (actor, subject) = (text(params.actor), text(params.subject));
    let filters = [
        ("action", params.action.as_deref().unwrap_or_default()),
        ("organization", params.organization.as_deref().unwrap_or_default()),
        ("actor", actor.as_str()),
        ("subject", subject.as_str()),
    ];
    let listing = Listing::new("audit", &filters);
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let filter = Filter {
        action: params.action.as_deref(),
        organization: params.organization.as_deref(),
        actor: params.actor,
        subject: params.subject,
    };
    let (items, next) = actions::list(&mut *app.db.read().await?, me.actor(), &filter, &page).await?;
    listing.show(&request, items, next)
}
