//! Handler of what waits for staff.

use actix_web::HttpResponse;

use super::actions;
use super::dto::Work;
use crate::app::State;
use crate::error::Result;
use crate::http::answer::show_unversioned;
use crate::http::caller::SignedIn;

/// What waits for staff, with its age.
#[utoipa::path(get, path = "/admin/work", tag = "Administration", security(("bearer" = [])),
    responses((status = 200, description = "The oldest first", body = Work)))]
pub async fn list_work(app: State, me: SignedIn) -> Result<HttpResponse> {
    let now = app.db.now();
    show_unversioned(&actions::list(&mut *app.db.read().await?, me.actor(), now).await?)
}
