//! The built files, as they lie in a folder.

use std::path::{Path, PathBuf};

use actix_files::NamedFile;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Responder as _};
use anyhow::Context as _;

use crate::error::{Code, Error, Result};

pub fn index(folder: &Path) -> anyhow::Result<String> {
    let index = folder.join("index.html");
    std::fs::read_to_string(&index).with_context(|| format!("COFUND_SPA_DIR: cannot read {}", index.display()))
}

pub fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let file = folder.join(name);
    file.is_file().then_some(file)
}

pub fn send(request: &HttpRequest, file: PathBuf, keep: &'static str) -> Result<HttpResponse> {
    let named = NamedFile::open(file).map_err(|_| Error::new(Code::NotFound))?;
    let mut response = named.prefer_utf8(true).respond_to(request).map_into_boxed_body();
    if response.status() != StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    Ok(response)
}
