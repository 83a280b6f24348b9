//! The template of the address a request was for, such as `/api/v1/projects/{slug}`: found once for each request.

use std::sync::Arc;

use actix_web::{HttpMessage as _, HttpRequest};

#[derive(Clone)]
pub struct Route(pub Arc<str>);

impl Route {
    /// Known already, or looked for among all there are.
    pub fn of(request: &HttpRequest) -> Arc<str> {
        if let Some(route) = request.extensions().get::<Self>() {
            return Arc::clone(&route.0);
        }
        let route: Arc<str> = request.match_pattern().as_deref().unwrap_or("none").into();
        request.extensions_mut().insert(Self(Arc::clone(&route)));
        route
    }
}
