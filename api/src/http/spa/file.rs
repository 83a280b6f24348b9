//! One built file, as it is given.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderValue, InvalidHeaderValue, VARY};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};

use crate::http::codings::{Codings, VARY_BY_CODING};
use crate::http::etag;

pub struct File {
    codings: Codings,
    content_type: HeaderValue,
    etag: HeaderValue,
    keep: HeaderValue,
}

impl File {
    pub fn new(name: &str, bytes: Bytes) -> Result<Self, InvalidHeaderValue> {
        let kind = mime_guess::from_path(name).first_or_octet_stream();
        let is_text = kind.type_() == "text" || kind.subtype() == "javascript";
        // Built files carry a digest in their names.
        let keep = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        Ok(Self {
            content_type: HeaderValue::from_str(&if is_text {
                format!("{kind}; charset=utf-8")
            } else {
                kind.to_string()
            })?,
            etag: HeaderValue::from_str(&etag::of_bytes(&bytes))?,
            keep: HeaderValue::from_static(keep),
            codings: Codings::new(bytes),
        })
    }

    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let mut response = match self.etag.to_str() {
            Ok(etag) if etag::is_fresh(request, etag) => HttpResponse::NotModified().finish(),
            _ => self.codings.answer(request),
        };
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, self.keep.clone());
        headers.insert(CONTENT_TYPE, self.content_type.clone());
        headers.insert(ETAG, self.etag.clone());
        headers.insert(VARY, VARY_BY_CODING);
        response
    }
}
