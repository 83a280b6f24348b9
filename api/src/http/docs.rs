//! Words for those who build on the API: the contract, a page to try it, and a page for each problem.

use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use utoipa_swagger_ui::Config;

use super::problem;
use crate::error::{Code, Error, Result};
use crate::openapi;

static CONTRACT: LazyLock<String> = LazyLock::new(openapi::render);
static SWAGGER: LazyLock<std::sync::Arc<Config<'static>>> =
    LazyLock::new(|| std::sync::Arc::new(Config::new(["/api/v1/openapi.json"]).try_it_out_enabled(true)));

/// Swagger UI writes styles into its page and draws with data addresses; its scripts come from here like all others.
const DOCS_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

pub async fn contract() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .content_type("application/json")
        .body(CONTRACT.as_str())
}

pub async fn index() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/docs/")).finish()
}

pub async fn file(path: web::Path<String>) -> Result<HttpResponse> {
    let served = utoipa_swagger_ui::serve(&path, std::sync::Arc::clone(&SWAGGER))
        .map_err(|error| Error::internal(anyhow::anyhow!("{error}")))?
        .ok_or_else(|| Error::new(Code::NotFound))?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_SECURITY_POLICY, DOCS_POLICY))
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .content_type(served.content_type)
        .body(served.bytes.to_vec()))
}

/// Where the `type` of every problem leads.
pub async fn problem(path: web::Path<String>) -> Result<HttpResponse> {
    let code =
        Code::ALL.iter().find(|code| code.as_str() == path.as_str()).ok_or_else(|| Error::new(Code::NotFound))?;
    let body = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title} · Cofund API</title><main><h1>{title}</h1><p>{advice}</p>\
         <dl><dt>Code</dt><dd><code>{name}</code></dd><dt>Status</dt><dd>{status}</dd></dl>\
         <p><a href=\"/docs/\">All operations</a></p></main></html>",
        title = code.title(),
        advice = html_of(code.advice()),
        name = code.as_str(),
        status = code.kind().status(),
    );
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .content_type("text/html; charset=utf-8")
        .body(body))
}

fn html_of(advice: &str) -> String {
    crate::kernel::markdown::to_html(advice).trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}

/// `docs/ERRORS.md`.
pub fn errors_page() -> String {
    let mut page = format!(
        "# Errors\n\nWritten by `cargo xtask errors` from `api/src/error/catalogue.rs`.\n\n\
         Every answer that is no success is `{}` (RFC 9457) with one of these codes.\n\n\
         | code | status | what happened | what to do |\n|---|---|---|---|\n",
        problem::MEDIA_TYPE
    );
    for code in Code::ALL {
        page.push_str(&format!(
            "| `{}` | {} | {} | {} |\n",
            code.as_str(),
            code.kind().status().as_u16(),
            code.title(),
            code.advice()
        ));
    }
    page
}
