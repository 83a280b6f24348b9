//! Handler of a fiscal year's budget.

use actix_web::{HttpResponse, web};

use super::actions;
use super::dto::{Budget, BudgetParams};
use crate::app::State;
use crate::error::{Error, Result};
use crate::features::pledges::rules::years::FiscalYear;
use crate::http::answer::show_unversioned;
use crate::http::caller::SignedIn;
use crate::http::params::Params;
use crate::http::path::slug;
use crate::kernel::FieldError;

/// What your organisation has committed in a fiscal year, and what would still fit.
#[utoipa::path(get, path = "/organizations/{slug}/budget", tag = "Organisations", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), BudgetParams),
    responses((status = 200, description = "The year", body = Budget)))]
pub async fn get_budget(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    params: Params<BudgetParams>,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let year = params.0.fiscal_year.as_deref().map(FiscalYear::parse).transpose().map_err(|invalid| {
        Error::query(FieldError { pointer: "?fiscal_year".to_owned(), code: invalid.code, detail: invalid.detail })
    })?;
    let (actor, now) = (me.actor(), app.db.now());
    let budget = app.db.snapshot(async |conn| actions::get(conn, actor, &organization, year, now).await).await?;
    show_unversioned(&budget)
}
