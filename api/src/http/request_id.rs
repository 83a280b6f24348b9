//! One id for each request, the caller's own if it sent a usable one: in the answer, the log and the audit log.

use std::fmt;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpRequest};
use uuid::Uuid;

pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    /// Taken from the header, or made. Only characters that are harmless in a log and a header are taken.
    pub fn choose(request: &ServiceRequest) -> Self {
        let plain = |text: &&str| {
            (8..=128).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
        };
        let sent = request.headers().get(HEADER).and_then(|value| value.to_str().ok()).filter(plain);
        Self(sent.map_or_else(|| Uuid::now_v7().to_string(), str::to_owned))
    }

    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_else(|| Self("unknown".to_owned()))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Middleware: puts the id into the answer. It is chosen before (`super::requests`).
pub async fn echo<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let id = RequestId::of(request.request());
    let mut response = next.call(request).await?;
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(HEADER, value);
    }
    Ok(response)
}
