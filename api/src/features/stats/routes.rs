//! Handler of the statistics.

use actix_web::HttpResponse;

use super::actions;
use super::dto::Stats;
use crate::app::State;
use crate::error::Result;
use crate::http::answer::show_unversioned;
use crate::http::caller::Caller;

/// What came of it: totals, by theme and by year; the same for everybody.
#[utoipa::path(get, path = "/stats", tag = "Impact", security((), ("bearer" = [])),
    responses((status = 200, description = "The numbers, all of one moment", body = Stats)))]
pub async fn get_stats(app: State, _caller: Caller) -> Result<HttpResponse> {
    let (currency, now) = (app.currency, app.db.now());
    show_unversioned(&app.db.snapshot(async |conn| actions::get(conn, currency, now).await).await?)
}
