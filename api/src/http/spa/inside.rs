//! The built files, as they were put into the program itself (`--features embed-spa`).

use std::borrow::Cow;

use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use anyhow::Context as _;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::http::etag::is_fresh;
use crate::kernel::hex;

/// Built before the program: `npm run build` in `frontend/`.
#[derive(RustEmbed)]
#[folder = "../frontend/dist"]
#[exclude = ".vite/*"]
struct Built;

pub fn index() -> anyhow::Result<String> {
    let file = Built::get("index.html").context("no pages were built before the program")?;
    String::from_utf8(file.data.into_owned()).context("index.html is no text")
}

pub fn find(name: &str) -> Option<EmbeddedFile> {
    Built::get(name)
}

fn type_of(file: &EmbeddedFile) -> String {
    let kind = file.metadata.mimetype();
    let is_text = kind.starts_with("text/") || kind == "application/javascript";
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

pub fn send(request: &HttpRequest, file: EmbeddedFile, keep: &'static str) -> HttpResponse {
    let etag = format!("\"{}\"", hex(&file.metadata.sha256_hash()));
    if is_fresh(request, &etag) {
        return HttpResponse::NotModified().insert_header((ETAG, etag)).finish();
    }
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, keep))
        .insert_header((ETAG, etag))
        .content_type(type_of(&file))
        .body(match file.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => bytes.into(),
        })
}
