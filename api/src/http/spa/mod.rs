//! The built pages' files: in a folder, or in the program itself.

mod folder;
#[cfg(feature = "embed-spa")]
mod inside;

use std::path::{Path, PathBuf};

use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse};

use crate::error::Result;

/// Where they are.
pub enum Files {
    Folder(PathBuf),
    #[cfg(feature = "embed-spa")]
    Inside,
}

impl Files {
    /// Those of the folder that was named, else those the program brings, if it brings any.
    pub fn choose(folder: Option<&Path>) -> Option<Self> {
        match folder {
            Some(folder) => Some(Self::Folder(folder.to_owned())),
            #[cfg(feature = "embed-spa")]
            None => Some(Self::Inside),
            #[cfg(not(feature = "embed-spa"))]
            None => None,
        }
    }

    /// What every page begins with.
    pub fn index(&self) -> anyhow::Result<String> {
        match self {
            Self::Folder(folder) => folder::index(folder),
            #[cfg(feature = "embed-spa")]
            Self::Inside => inside::index(),
        }
    }

    /// The file that an address names, if there is one.
    pub fn file(&self, request: &HttpRequest) -> Result<Option<HttpResponse>> {
        let path = request.path();
        let Some(name) = name_in(path).filter(|_| matches!(*request.method(), Method::GET | Method::HEAD)) else {
            return Ok(None);
        };
        // Built files carry a digest in their names.
        let keep = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        match self {
            Self::Folder(folder) => {
                folder::find(folder, name).map(|file| folder::send(request, file, keep)).transpose()
            }
            #[cfg(feature = "embed-spa")]
            Self::Inside => Ok(inside::find(name).map(|file| inside::send(request, file, keep))),
        }
    }
}

/// Whether an address that nobody else answers to can be one of a page: what programs ask for gets an answer for
/// programs.
pub fn may_be_page(request: &HttpRequest) -> bool {
    let for_programs =
        ["/api/", "/healthz/", "/.well-known/", "/assets/"].iter().any(|prefix| request.path().starts_with(prefix));
    !for_programs && matches!(*request.method(), Method::GET | Method::HEAD)
}

/// What an address may name: nothing hidden, and nothing outside.
fn name_in(path: &str) -> Option<&str> {
    let inside = path.trim_start_matches('/');
    let plain =
        inside.split('/').all(|step| !step.is_empty() && !step.starts_with('.') && !step.contains(['\\', '%', '\0']));
    // What is to be filled first is nobody's file.
    (plain && inside != "index.html").then_some(inside)
}
