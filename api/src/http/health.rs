//! Whether this process lives, and whether it can answer: for whoever starts and watches it.

use std::time::Duration;

use actix_web::HttpResponse;
use serde_json::json;

use crate::app::State;
use crate::error::{Error, Result};

/// It runs. Says nothing of the database: a restart would not bring that back.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(json!({ "status": "live" }))
}

/// It can answer: the database does.
pub async fn ready(app: State) -> Result<HttpResponse> {
    tokio::time::timeout(Duration::from_secs(2), app.db.ping()).await.map_err(Error::unavailable)??;
    Ok(HttpResponse::Ok().json(json!({ "status": "ready" })))
}
