//! Handlers of the queue.

use actix_web::{HttpRequest, HttpResponse, web};
use uuid::Uuid;

use super::actions;
use super::dto::{Delivery, Queue, QueueParams};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::Answer;
use crate::http::body::nothing;
use crate::http::caller::SignedIn;
use crate::http::list::Listing;
use crate::http::params::Params;
use crate::kernel::OutboxId;

/// What waits to be delivered, and what was given up.
#[utoipa::path(get, path = "/admin/queues", tag = "Administration", params(QueueParams), security(("bearer" = [])),
    responses((status = 200, description = "The queue, the newest first", body = Queue)))]
pub async fn list_queues(
    app: State,
    me: SignedIn,
    params: Params<QueueParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let Params(params) = params;
    let listing = Listing::new("queues", &[]);
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let (summary, items, next) = actions::list(&mut *app.db.read().await?, me.actor(), &page).await?;
    listing.show_with(&request, next, |next_cursor| Queue {
        waiting: summary.waiting,
        oldest_waiting_at: summary.oldest_waiting_at,
        dead: summary.dead,
        items,
        next_cursor,
    })
}

/// Try a delivery again now.
#[utoipa::path(post, path = "/admin/queues/{id}/retry", tag = "Administration", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A delivery that is not done")),
    responses((status = 200, description = "It is tried now", body = Delivery)))]
pub async fn retry_delivery(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let id = OutboxId::from(*id);
    me.write(&app, "retry_delivery", nothing(), async move |tx| Answer::ok(&actions::retry(tx, id).await?)).await
}
