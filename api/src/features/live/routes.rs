//! Handlers of live streams (server-sent events).

use actix_web::http::{Method, header};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::{Stream, StreamExt as _};
use std::convert::Infallible;
use std::time::Duration;

use super::card::Piece;
use super::slots::{Owner, Slot};
use super::{actions, streams};
use crate::app::State;
use crate::error::Result;
use crate::features::projects::dto::Project;
use crate::http::caller::Caller;
use crate::http::path::slug;
use crate::http::problem::rate_limited;

/// When there may be room again.
const ROOM: Duration = Duration::from_secs(29);

/// A project as it changes: its card as somebody without an account sees it, first as it is now, then whenever it
/// changes, at most once a second. Events are called `project`; `id` names the state, and who sends it as
/// `Last-Event-ID` is not told that state again. A comment comes every 15 seconds in which nothing happens.
#[utoipa::path(get, path = "/projects/{slug}/live", tag = "Live", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project"),
        ("Last-Event-ID" = Option<String>, Header, description = "The `id` of the last event you have")),
    responses((status = 200, description = "Events without an end; the schema is that of the data of each", body = Project, content_type = "text/event-stream")))]
pub async fn watch_project(
    app: State,
    caller: Caller,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let now = app.db.now();
    let id = actions::find(&mut *app.db.read().await?, caller.actor(), &slug(&path)?, now).await?;
    if request.method() == Method::HEAD {
        return Ok(answer().finish());
    }
    let seen = request.headers().get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    Ok(send(streams::project(&app.live, id, seen, room(&app, &caller)?)))
}

/// All public projects as they change: the card of each one that does, and nothing at first. Events are called
/// `project`; no project comes more than once a second. Read the list of projects whenever the stream opens: what
/// happened before is not told.
#[utoipa::path(get, path = "/live", tag = "Live", security((), ("bearer" = [])),
    responses((status = 200, description = "Events without an end; the schema is that of the data of each", body = Project, content_type = "text/event-stream")))]
pub async fn watch_projects(app: State, caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    if request.method() == Method::HEAD {
        return Ok(answer().finish());
    }
    Ok(send(streams::board(&app.live, room(&app, &caller)?).await?))
}

fn room(app: &State, caller: &Caller) -> Result<Slot> {
    let owner = match caller.actor().person() {
        Some(person) => Owner::Person(person.id),
        None => Owner::Address(caller.address),
    };
    app.live.slots.take(owner).ok_or_else(|| rate_limited(ROOM))
}

fn answer() -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        // Proxies pass on what comes, when it comes, and nobody compresses it: pieces would wait for each other.
        .insert_header(("x-accel-buffering", "no"))
        .insert_header((header::CONTENT_ENCODING, "identity"))
        // Nothing else will come through this connection.
        .force_close();
    response
}

fn send(pieces: impl Stream<Item = Piece> + 'static) -> HttpResponse {
    answer().streaming(pieces.map(|piece| Ok::<_, Infallible>(Bytes::from_owner(piece))))
}
