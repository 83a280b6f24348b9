//! Lists on the wire: `{"items": […], "next_cursor": …}`, with a `Link` to the next page.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use crate::error::{Code, Error, Result};
use crate::kernel::{Cursor, FieldCode, FieldError, Page};

/// A page of things.
#[derive(Serialize, utoipa::ToSchema)]
pub struct List<T> {
    pub items: Vec<T>,
    /// Send it as `cursor` to get what follows; `null` on the last page.
    pub next_cursor: Option<String>,
}

impl<T> List<T> {
    /// For what always fits one page.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next_cursor: None }
    }
}

/// A list with its filters and order, to which its cursors are bound.
pub struct Listing {
    name: String,
}

impl Listing {
    /// `filters` are all parameters but `limit` and `cursor`.
    pub fn new(name: &str, filters: &[(&str, &str)]) -> Self {
        let filters = form_urlencoded::Serializer::new(String::new()).extend_pairs(filters).finish();
        Self { name: format!("{name}?{filters}") }
    }

    pub fn page<K: Serialize + DeserializeOwned>(&self, limit: Option<i64>, cursor: Option<&str>) -> Result<Page<K>> {
        let limit = match limit {
            None => 20,
            Some(limit @ 1..=100) => usize::try_from(limit).unwrap_or(20),
            Some(_) => {
                return Err(Error::query(FieldError {
                    pointer: "?limit".to_owned(),
                    code: FieldCode::OutOfRange,
                    detail: "A page has 1 to 100 items.".to_owned(),
                }));
            }
        };
        let after = cursor
            .map(|cursor| Cursor::decode(&self.name, cursor).map_err(|_| Error::new(Code::CursorInvalid)))
            .transpose()?;
        Ok(Page { limit, after })
    }

    pub fn show<T: Serialize, K: Serialize + DeserializeOwned>(
        &self,
        request: &HttpRequest,
        items: Vec<T>,
        next: Option<K>,
    ) -> Result<HttpResponse> {
        self.show_with(request, next, |next_cursor| List { items, next_cursor })
    }

    /// The same for a page that carries more than its items.
    pub fn show_with<B: Serialize, K: Serialize + DeserializeOwned>(
        &self,
        request: &HttpRequest,
        next: Option<K>,
        body: impl FnOnce(Option<String>) -> B,
    ) -> Result<HttpResponse> {
        let next_cursor = next.map(|key| Cursor::encode(&self.name, key));
        let mut response = HttpResponse::Ok();
        if let Some(cursor) = &next_cursor {
            let others = form_urlencoded::parse(request.query_string().as_bytes()).filter(|(name, _)| name != "cursor");
            let query = form_urlencoded::Serializer::new(String::new())
                .extend_pairs(others)
                .append_pair("cursor", cursor)
                .finish();
            response.insert_header((header::LINK, format!("<{}?{query}>; rel=\"next\"", request.path())));
        }
        let body = serde_json::to_vec(&body(next_cursor)).map_err(Error::internal)?;
        Ok(response.content_type("application/json").body(body))
    }
}
