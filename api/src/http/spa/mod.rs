//! The built pages' files: read once when the program starts, from a folder or from the program itself, and given from
//! memory, compressed once.

mod file;
mod folder;
#[cfg(feature = "embed-spa")]
mod inside;

use std::collections::HashMap;
use std::path::Path;

use actix_web::http::Method;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use anyhow::Context as _;

use self::file::File;

/// What every page begins with. It is to be filled first, so nobody is given it as it is.
const INDEX: &str = "index.html";

pub struct Files {
    pub index: String,
    by_name: HashMap<String, File>,
}

impl Files {
    /// Those of the folder that was named, else those the program brings, if it brings any.
    pub fn open(folder: Option<&Path>) -> anyhow::Result<Option<Self>> {
        match folder {
            Some(folder) => Self::of(folder::read(folder)?).map(Some),
            #[cfg(feature = "embed-spa")]
            None => Self::of(inside::read()).map(Some),
            #[cfg(not(feature = "embed-spa"))]
            None => Ok(None),
        }
    }

    fn of(files: Vec<(String, Bytes)>) -> anyhow::Result<Self> {
        let (mut index, mut by_name) = (None, HashMap::new());
        for (name, bytes) in files {
            let is_hidden = name.split('/').any(|step| step.starts_with('.'));
            if name == INDEX {
                index = Some(String::from_utf8(bytes.into()).context("index.html is no text")?);
            } else if !is_hidden {
                by_name.insert(name.clone(), File::new(&name, bytes)?);
            }
        }
        Ok(Self { index: index.context("the built pages have no index.html")?, by_name })
    }

    #[cfg(test)]
    pub fn only_index(index: &str) -> Self {
        Self { index: index.to_owned(), by_name: HashMap::new() }
    }

    /// The file that an address names, if there is one.
    pub fn answer(&self, request: &HttpRequest) -> Option<HttpResponse> {
        let file = self.by_name.get(request.path().trim_start_matches('/'))?;
        is_look(request).then(|| file.answer(request))
    }
}

/// Whether an address that nobody else answers to can be one of a page: what programs ask for gets an answer for
/// programs.
pub fn may_be_page(request: &HttpRequest) -> bool {
    let for_programs =
        ["/api/", "/healthz/", "/.well-known/", "/assets/"].iter().any(|prefix| request.path().starts_with(prefix));
    !for_programs && is_look(request)
}

fn is_look(request: &HttpRequest) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}
