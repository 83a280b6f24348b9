//! Ready answers: what everybody may read is read once and kept as bytes, until it changes.
//!
//! Two middlewares around one [`Shelf`]. [`serve`] stands before the routes of the API and gives what is ready. [`fill`]
//! stands around each resource whose answers may be kept (`router`: `.kept()`) and around pages, gives what is ready,
//! else has the handler make one for all who wait for the same, and keeps it.
//!
//! Always holds: only what somebody without an account is told is kept, and only to such callers is it given. A kept
//! answer is older than no change that this process made or heard of, and is given only while it is known that all
//! changes have been heard of (`kept::AGE`); none is given for longer than `kept::LIFE`.

mod kept;
mod shelf;

use std::sync::Arc;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpResponse, web};

pub use kept::About;
pub use shelf::Shelf;

use self::kept::{Kept, Look};
use self::shelf::Turn;
use super::route::Route;
use crate::app::App;

/// On a request: what its answer is kept under, where that is not its address.
pub struct KeptAs(pub String);

/// Middleware: gives what is ready.
pub async fn serve<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    if is_public_look(&request) {
        let app = app(&request);
        let kept = app.ready.get(key(&request), &app.db);
        if let Some(kept) = kept {
            return Ok(give(&kept, request).map_into_right_body());
        }
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// Middleware: makes what was not ready, and keeps it.
pub async fn fill<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    if !is_public_look(&request) {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    let named = request.extensions().get::<KeptAs>().map(|kept_as| kept_as.0.clone());
    let (app, key) = (app(&request).clone(), named.unwrap_or_else(|| key(&request).to_owned()));
    let duty = match app.ready.turn(&key, &app.db).await {
        Turn::Ready(kept) => return Ok(give(&kept, request).map_into_right_body()),
        Turn::Make(duty) => duty,
        Turn::GoAlone => return Ok(next.call(request).await?.map_into_left_body()),
    };
    // The whole answer is made, whatever this caller has of it already.
    let seen: Vec<HeaderValue> = request.headers_mut().remove(header::IF_NONE_MATCH).collect();
    metrics::counter!("ready_answers_made_total").increment(1);
    let look = Look::begin(&app.db);
    let response = next.call(request).await?;
    Ok(match Kept::new(look, response) {
        Ok((kept, request)) => {
            let mut request = ServiceRequest::from_request(request);
            for etag in seen {
                request.headers_mut().append(header::IF_NONE_MATCH, etag);
            }
            let kept = Arc::new(kept);
            // A change of the shelf's room would refuse it; this caller gets it all the same.
            let _ = duty.insert(Arc::clone(&kept));
            give(&kept, request).map_into_right_body()
        }
        Err(response) => response.map_into_left_body(),
    })
}

/// Says what a handler's answer is about.
pub fn about(mut response: HttpResponse, about: About) -> HttpResponse {
    response.extensions_mut().insert(about);
    response
}

/// Whether anybody would be told the same.
fn is_public_look(request: &ServiceRequest) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD) && !request.headers().contains_key(header::AUTHORIZATION)
}

fn key(request: &ServiceRequest) -> &str {
    request.uri().path_and_query().map_or("", |address| address.as_str())
}

fn app(request: &ServiceRequest) -> &web::Data<App> {
    request.app_data::<web::Data<App>>().expect("the app is registered")
}

fn give(kept: &Kept, request: ServiceRequest) -> ServiceResponse<BoxBody> {
    metrics::counter!("ready_answers_total").increment(1);
    request.extensions_mut().insert(Route(Arc::clone(&kept.route)));
    let response = kept.answer(request.request());
    request.into_response(response)
}
