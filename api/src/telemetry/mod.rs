//! Log lines: structured, one for each request, with its id. Never a token, an address of a person, or a body.

mod lines;

use std::time::Instant;

use actix_web::HttpMessage as _;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use tracing::Span;
use tracing_actix_web::RootSpanBuilder;
use tracing_subscriber::EnvFilter;

pub use self::lines::Flush;
use self::lines::Lines;
use crate::config::LogFormat;
use crate::http::request_id::RequestId;
use crate::http::route::Route;

/// `RUST_LOG` chooses what is said; without it what operators want to see.
pub fn start_logging(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(Lines::start());
    match format {
        LogFormat::Json => builder.json().flatten_event(true).with_span_list(false).init(),
        LogFormat::Pretty => builder.compact().init(),
    }
}

/// The span around a request, and the line at its end.
pub struct RootSpan;

struct Started(Instant);

impl RootSpanBuilder for RootSpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let id = RequestId::choose(request);
        let span = tracing::info_span!("request", request_id = %id, trace_id = trace_id(request));
        request.extensions_mut().insert(id);
        request.extensions_mut().insert(Started(Instant::now()));
        span
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, actix_web::Error>) {
        let Ok(response) = outcome else { return };
        let request = response.request();
        let elapsed = request.extensions().get::<Started>().map(|started| started.0.elapsed());
        let route = Route::of(request);
        span.in_scope(|| {
            tracing::info!(
                method = request.method().as_str(),
                // The template: a path may hold what should not be kept.
                route = &*route,
                status = response.status().as_u16(),
                micros = elapsed.and_then(|elapsed| u64::try_from(elapsed.as_micros()).ok()),
                "answered"
            );
        });
    }
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
