//! Handlers of tables.

use actix_web::{HttpRequest, HttpResponse, web};

use super::actions;
use crate::app::State;
use crate::error::Result;
use crate::http::caller::{Caller, SignedIn};
use crate::http::download::csv;
use crate::http::path::slug;

/// All public projects as a table, with the amounts that the API shows; it is the same for everybody.
#[utoipa::path(get, path = "/exports/projects.csv", tag = "Impact", security((), ("bearer" = [])),
    responses((status = 200, description = "CSV (RFC 4180) with a header, the newest first", body = String, content_type = "text/csv")))]
pub async fn export_projects(app: State, _caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    csv(&request, "projects.csv", actions::projects(app.db.clone())).await
}

/// Your organisation's pledges as a table, ended ones too.
#[utoipa::path(get, path = "/organizations/{slug}/exports/pledges.csv", tag = "Pledges", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 200, description = "CSV (RFC 4180) with a header, the newest first", body = String, content_type = "text/csv")))]
pub async fn export_organization_pledges(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    actions::may_export(&mut *app.db.read().await?, me.actor(), &organization).await?;
    let name = format!("{organization}-pledges.csv");
    csv(&request, &name, actions::organization_pledges(app.db.clone(), me.actor().clone(), organization)).await
}
