//! Who sends this request: looked up once, before anything else is read of it.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpRequest, ResponseError as _, web};

use super::{access_token, store};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, UserId};

/// What [`authenticate`] found, for [`crate::http::caller`].
pub struct CurrentActor(pub Actor);

/// Whose access JWT came with the request, by its signature alone.
pub fn signed_by_us(app: &App, request: &HttpRequest) -> Option<UserId> {
    app.jwts.read(bearer(request)?, app.db.now()).map(|(user, _)| user)
}

/// Middleware: finds the actor. A credential that does not hold is refused even where none is needed, so that nobody
/// takes the public's view for their own.
pub async fn authenticate<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let app = request.app_data::<web::Data<App>>().cloned().expect("the app is registered");
    match find(&app, request.request()).await {
        Ok(actor) => {
            request.extensions_mut().insert(CurrentActor(actor));
            Ok(next.call(request).await?.map_into_left_body())
        }
        Err(error) => {
            let (request, _) = request.into_parts();
            Ok(ServiceResponse::new(request, error.error_response().map_into_right_body()))
        }
    }
}

async fn find(app: &App, request: &HttpRequest) -> Result<Actor> {
    if !request.headers().contains_key(header::AUTHORIZATION) {
        return Ok(Actor::Public);
    }
    let refused = || Error::new(Code::TokenInvalid);
    let credential = bearer(request).ok_or_else(refused)?;
    let now = app.db.now();
    let person = if access_token::is_one(credential) {
        store::person_of_token(&mut *app.db.read().await?, &access_token::digest(credential), now).await?
    } else {
        let (user, session) = app.jwts.read(credential, now).ok_or_else(refused)?;
        store::person_of_session(&mut *app.db.read().await?, user, session, now).await?
    };
    person.map(Actor::Person).ok_or_else(refused)
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, credential) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| credential.trim())
}
