//! Handlers of the ledger.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use futures_util::Stream;

use super::actions;
use super::dto::{LedgerLine, LedgerParams};
use crate::app::State;
use crate::error::Result;
use crate::http::caller::Caller;
use crate::http::download;
use crate::http::etag::{etag, is_fresh};
use crate::http::list::{List, Listing};
use crate::http::params::Params;
use crate::http::path::slug;

/// A project's ledger, the oldest line first.
#[utoipa::path(get, path = "/projects/{slug}/ledger", tag = "The ledger", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project"), LedgerParams),
    responses((status = 200, description = "A page of lines", body = List<LedgerLine>)))]
pub async fn list_ledger_lines(
    app: State,
    _caller: Caller,
    path: web::Path<String>,
    params: Params<LedgerParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let (project, Params(params)) = (slug(&path)?, params);
    let listing = Listing::new("ledger", &[("project", project.as_str())]);
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let (items, next) = actions::list(&mut *app.db.read().await?, &project, &page).await?;
    listing.show(&request, items, next)
}

/// A project's whole ledger, to keep and to check: each line is a line's canonical JSON (RFC 8785).
#[utoipa::path(get, path = "/projects/{slug}/ledger.jsonl", tag = "The ledger", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "A project")),
    responses((status = 200, description = "All lines, the oldest first; the schema is that of each", body = LedgerLine, content_type = "application/x-ndjson")))]
pub async fn download_ledger(
    app: State,
    _caller: Caller,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let (project, head) = actions::find(&mut *app.db.read().await?, &slug(&path)?).await?;
    let etag = etag(head.seq, head.hash.as_bytes());
    if is_fresh(&request, &etag) {
        return Ok(HttpResponse::NotModified().insert_header((header::ETAG, etag)).finish());
    }
    let mut response = HttpResponse::Ok();
    response.insert_header((header::ETAG, etag));
    answer(&request, response, actions::download(app.db.clone(), project, &head)).await
}

/// The ledgers of all public projects, by project and line.
#[utoipa::path(get, path = "/exports/ledger.jsonl", tag = "The ledger", security((), ("bearer" = [])),
    responses((status = 200, description = "All lines of all public projects; the schema is that of each", body = LedgerLine, content_type = "application/x-ndjson")))]
pub async fn export_ledger(app: State, _caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    answer(&request, HttpResponse::Ok(), actions::export(app.db.clone())).await
}

/// Lines, as they are read.
async fn answer(
    request: &HttpRequest,
    mut response: HttpResponseBuilder,
    pieces: impl Stream<Item = Result<String>> + 'static,
) -> Result<HttpResponse> {
    response.content_type("application/x-ndjson");
    download::send(request, response, pieces).await
}
