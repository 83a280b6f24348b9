//! Successes on the wire.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::etag;
use crate::error::{Error, Result};
use crate::idempotency::StoredAnswer;

const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// What a change answers; it can be stored and given again.
pub struct Answer {
    stored: StoredAnswer,
}

impl Answer {
    pub fn ok(body: &impl Serialize) -> Result<Self> {
        Self::new(StatusCode::OK, None, body)
    }

    pub fn accepted(body: &impl Serialize) -> Result<Self> {
        Self::new(StatusCode::ACCEPTED, None, body)
    }

    pub fn created(body: &impl Serialize) -> Result<Self> {
        Self::new(StatusCode::CREATED, None, body)
    }

    /// One thing with a version, as it is after the change.
    pub fn ok_version(version: i32, body: &impl Serialize) -> Result<Self> {
        Self::new(StatusCode::OK, Some(version), body)
    }

    pub fn created_version(version: i32, body: &impl Serialize) -> Result<Self> {
        Self::new(StatusCode::CREATED, Some(version), body)
    }

    pub fn no_content() -> Self {
        Self { stored: StoredAnswer { status: StatusCode::NO_CONTENT.as_u16(), etag: None, body: Vec::new() } }
    }

    fn new(status: StatusCode, version: Option<i32>, body: &impl Serialize) -> Result<Self> {
        let body = serde_json::to_vec(body).map_err(Error::internal)?;
        let etag = version.map(|version| etag::etag(version, &body));
        Ok(Self { stored: StoredAnswer { status: status.as_u16(), etag, body } })
    }

    pub fn stored(&self) -> &StoredAnswer {
        &self.stored
    }

    pub fn into_response(self) -> HttpResponse {
        respond(self.stored)
    }

    /// The same answer as the first time, and it says so.
    pub fn replay(stored: StoredAnswer) -> HttpResponse {
        let mut response = respond(stored);
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        response
    }
}

fn respond(stored: StoredAnswer) -> HttpResponse {
    let status = StatusCode::from_u16(stored.status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::build(status);
    if let Some(etag) = stored.etag {
        response.insert_header((header::ETAG, etag));
    }
    if stored.body.is_empty() { response.finish() } else { response.content_type(mime()).body(stored.body) }
}

/// The answer to a look at one thing with a version: its body, or 304 if the caller has it.
pub fn show(request: &HttpRequest, version: i32, body: &impl Serialize) -> Result<HttpResponse> {
    let body = serde_json::to_vec(body).map_err(Error::internal)?;
    let etag = etag::etag(version, &body);
    if etag::is_fresh(request, &etag) {
        return Ok(HttpResponse::NotModified().insert_header((header::ETAG, etag)).finish());
    }
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag)).content_type(mime()).body(body))
}

/// The answer to a look at anything else.
pub fn show_unversioned(body: &impl Serialize) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().content_type(mime()).body(serde_json::to_vec(body).map_err(Error::internal)?))
}

fn mime() -> &'static str {
    "application/json"
}
