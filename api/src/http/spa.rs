//! The built pages, served beside the API: files as they are, and `index.html` for every address of a page.

use std::path::{Path, PathBuf};

use actix_files::NamedFile;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, Responder as _, web};

use crate::error::{Code, Error, Result};

/// Registered last: it answers for whatever nobody else does.
pub fn pages(folder: Option<PathBuf>) -> impl Fn(&mut web::ServiceConfig) {
    move |config| {
        let folder = folder.clone();
        config.default_service(web::to(move |request: HttpRequest| {
            let folder = folder.clone();
            async move { serve(&request, folder.as_deref()) }
        }));
    }
}

fn serve(request: &HttpRequest, folder: Option<&Path>) -> Result<HttpResponse> {
    let path = request.path();
    let missing = || Error::new(Code::NotFound);
    let folder = folder.ok_or_else(missing)?;
    // What programs ask for gets an answer for programs.
    let for_programs = ["/api/", "/healthz/", "/.well-known/"].iter().any(|prefix| path.starts_with(prefix));
    if for_programs || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(missing());
    }
    if let Some(file) = file_of(folder, path) {
        // Built files carry a digest in their names.
        let keep = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        return send(request, file, keep);
    }
    if path.starts_with("/assets/") {
        return Err(missing());
    }
    send(request, folder.join("index.html"), "no-cache")
}

/// The file an address names, if there is one below the folder.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let inside = path.trim_start_matches('/');
    let plain =
        inside.split('/').all(|step| !step.is_empty() && !step.starts_with('.') && !step.contains(['\\', '%', '\0']));
    let file = folder.join(inside);
    (plain && file.is_file()).then_some(file)
}

fn send(request: &HttpRequest, file: PathBuf, keep: &'static str) -> Result<HttpResponse> {
    let named = NamedFile::open(file).map_err(|_| Error::new(Code::NotFound))?;
    let mut response = named.prefer_utf8(true).respond_to(request).map_into_boxed_body();
    if response.status() != StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    Ok(response)
}
