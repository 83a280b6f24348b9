//! The built files, as they lie in their folder.

use std::path::{Path, PathBuf};

use actix_files::NamedFile;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, Responder as _};

use crate::error::{Code, Error, Result};

/// Whether an address that nobody else answers to can be one of a page: what programs ask for gets an answer for
/// programs.
pub fn may_be_page(request: &HttpRequest) -> bool {
    let for_programs =
        ["/api/", "/healthz/", "/.well-known/", "/assets/"].iter().any(|prefix| request.path().starts_with(prefix));
    !for_programs && matches!(*request.method(), Method::GET | Method::HEAD)
}

/// The file that an address names, if there is one.
pub fn file(request: &HttpRequest, folder: &Path) -> Result<Option<HttpResponse>> {
    let path = request.path();
    let Some(file) = file_of(folder, path).filter(|_| matches!(*request.method(), Method::GET | Method::HEAD)) else {
        return Ok(None);
    };
    // Built files carry a digest in their names.
    let keep = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    send(request, file, keep).map(Some)
}

/// The file an address names, if there is one below the folder.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let inside = path.trim_start_matches('/');
    let plain =
        inside.split('/').all(|step| !step.is_empty() && !step.starts_with('.') && !step.contains(['\\', '%', '\0']));
    let file = folder.join(inside);
    // What is to be filled first is nobody's file.
    (plain && inside != "index.html" && file.is_file()).then_some(file)
}

fn send(request: &HttpRequest, file: PathBuf, keep: &'static str) -> Result<HttpResponse> {
    let named = NamedFile::open(file).map_err(|_| Error::new(Code::NotFound))?;
    let mut response = named.prefer_utf8(true).respond_to(request).map_into_boxed_body();
    if response.status() != StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    Ok(response)
}
