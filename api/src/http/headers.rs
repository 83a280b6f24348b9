//! Headers of every answer: what browsers may do with it, and who may keep it.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web;

use crate::app::App;

/// Pages load only what this server serves. Styles set by script count as the script's, so no exception is needed; the
/// one style that is named is that of pages to print (`super::print`), which take over the policy of who opens them.
pub const PAGE_POLICY: &str = "default-src 'self'; style-src 'self' 'sha256-pkAuITxLVRr5Ltj14ptcHhntdCymHujIrPRhjvKOm4c='; \
    img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// Middleware: sets what a handler has not set itself.
pub async fn set<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let https = request.app_data::<web::Data<App>>().is_some_and(|app| app.is_https());
    let personal = request.headers().contains_key(header::AUTHORIZATION);
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let api = request.path().starts_with("/api/");
    let mut response = next.call(request).await?;
    let status = response.status();
    let headers = response.headers_mut();
    // Said to keep the answer from being compressed; it is no coding a client needs to hear of.
    if headers.get(header::CONTENT_ENCODING).is_some_and(|coding| coding == "identity") {
        headers.remove(header::CONTENT_ENCODING);
    }
    default(headers, header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    default(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(headers, header::X_FRAME_OPTIONS, "DENY");
    default(headers, header::REFERRER_POLICY, "same-origin");
    default(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(headers, HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    if https {
        default(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if api {
        let shared = reading && !personal && (status.is_success() || status == StatusCode::NOT_MODIFIED);
        let keep = if personal {
            "private, no-store"
        } else if shared {
            "public, max-age=0, s-maxage=1"
        } else {
            "no-store"
        };
        default(headers, header::CACHE_CONTROL, keep);
        headers.insert(header::VARY, HeaderValue::from_static("Authorization, Accept, Accept-Encoding, Origin"));
    }
    Ok(response)
}

fn default(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
