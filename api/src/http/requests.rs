//! Requests in the log: a span around those that are worked on, and a line for each that is answered.

use std::sync::Arc;
use std::time::Instant;

use actix_web::HttpMessage as _;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use tracing::Instrument as _;

use super::request_id::RequestId;
use super::route::Route;

/// Middleware, the outermost: gives a request its id, and says how it was answered.
pub async fn log<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let (id, trace, started) = (RequestId::choose(&request), trace_id(&request), Instant::now());
    request.extensions_mut().insert(id.clone());
    let response = next.call(request).await?;
    let request = response.request();
    // A line of its own: within the span it would take longer than many an answer.
    tracing::info!(
        parent: None,
        request_id = %id,
        trace_id = trace,
        method = request.method().as_str(),
        // The template: a path may hold what should not be kept.
        route = &*Route::of(request),
        status = response.status().as_u16(),
        micros = u64::try_from(started.elapsed().as_micros()).ok(),
        "answered"
    );
    Ok(response)
}

/// Middleware around whatever is more than giving what is ready: what is said in there says for which request.
pub async fn work<B: MessageBody>(
    route: Option<Arc<str>>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if let Some(route) = route {
        request.extensions_mut().insert(Route(route));
    }
    let id = RequestId::of(request.request());
    let span = tracing::info_span!("request", request_id = %id, trace_id = trace_id(&request));
    next.call(request).instrument(span).await
}

/// The trace this request is part of, by the W3C's header.
fn trace_id(request: &ServiceRequest) -> Option<String> {
    let header = request.headers().get("traceparent")?.to_str().ok()?;
    let mut parts = header.split('-');
    let (version, trace) = (parts.next()?, parts.next()?);
    let hex =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (hex(version, 2) && hex(trace, 32) && trace.bytes().any(|byte| byte != b'0')).then(|| trace.to_owned())
}
