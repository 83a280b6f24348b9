//! Handler of the letter.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::letter_actions;
use crate::app::State;
use crate::error::Result;
use crate::http::caller::SignedIn;
use crate::http::print::{self, STYLE};

/// A pledge as a letter to print and sign. It has no script and loads nothing.
#[utoipa::path(get, path = "/pledges/{id}/letter", tag = "Pledges", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A pledge")),
    responses((status = 200, description = "A page", body = String, content_type = "text/html")))]
pub async fn get_pledge_letter(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let (actor, id, now) = (me.actor(), id.into_inner().into(), app.db.now());
    let letter = app
        .db
        .snapshot(async |conn| letter_actions::letter(conn, actor, id, &app.public_url, STYLE, now).await)
        .await?;
    Ok(print::page(letter))
}
