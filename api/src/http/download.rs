//! Files to take along, sent as they are read: no more of one is in memory than a piece.

use actix_web::http::{Method, header};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};

use crate::error::Result;

/// Sends pieces as they come. The first comes before the status, so that a database that is away is refused properly;
/// later an answer can only be broken off, which clients notice.
pub async fn send<P>(
    request: &HttpRequest,
    mut response: HttpResponseBuilder,
    pieces: impl Stream<Item = Result<P>> + 'static,
) -> Result<HttpResponse>
where
    P: Into<Bytes> + 'static,
{
    if request.method() == Method::HEAD {
        return Ok(response.finish());
    }
    let mut pieces = Box::pin(pieces);
    let first = pieces.try_next().await?;
    let all = stream::iter(first.map(Ok)).chain(pieces);
    Ok(response.streaming(
        all.map_ok(|piece| -> Bytes { piece.into() })
            .inspect_err(|error| tracing::error!(%error, "a download broke off")),
    ))
}

/// A table (RFC 4180) that browsers save under this name. The name is of plain letters, digits, hyphens and a point.
pub async fn csv<P>(
    request: &HttpRequest,
    name: &str,
    pieces: impl Stream<Item = Result<P>> + 'static,
) -> Result<HttpResponse>
where
    P: Into<Bytes> + 'static,
{
    let mut response = HttpResponse::Ok();
    response.content_type("text/csv; charset=utf-8; header=present");
    response.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    send(request, response, pieces).await
}
