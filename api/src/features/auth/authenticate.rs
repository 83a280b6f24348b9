//! Who sends this request: looked up once, before anything else is read of it.

use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpRequest, ResponseError as _, web};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use futures_util::FutureExt as _;

use super::{access_token, store};
use crate::app::App;
use crate::db::{Soon, Tx};
use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, Person, SessionId, UserId};

/// What [`authenticate`] found, for [`crate::http::caller`].
pub struct CurrentActor {
    pub actor: Actor,
    /// Nothing for the public.
    pub presence: Option<Presence>,
}

/// By what somebody is here, and since when that is known.
#[derive(Clone)]
pub struct Presence {
    proof: Proof,
    since: Instant,
}

#[derive(Clone)]
enum Proof {
    Session(UserId, SessionId),
    Token(Vec<u8>),
}

/// Whoever takes this long over the rest of a request may have been shut out meanwhile.
const AT_ONCE: Duration = Duration::from_millis(100);

impl Presence {
    /// Whether who somebody is was looked up so long ago that it may not be so any more.
    pub fn is_old(&self) -> bool {
        self.since.elapsed() > AT_ONCE
    }

    /// Who they are now.
    pub async fn look_again(&self, conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<Actor> {
        person_of(conn, &self.proof, now).await.map(Actor::Person)
    }

    /// The same with whatever is asked next.
    pub fn look_again_soon(&self, tx: &mut Tx, now: DateTime<Utc>) -> Soon<Option<Actor>> {
        let proof = self.proof.clone();
        tx.soon(move |conn| {
            let look = async move { person_of(conn, &proof, now).await };
            look.map(|found| match found {
                Ok(person) => Ok(Some(Actor::Person(person))),
                Err(error) if error.code == Code::TokenInvalid => Ok(None),
                Err(error) => Err(error),
            })
            .boxed_local()
        })
    }
}

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
        Ok(current) => {
            request.extensions_mut().insert(current);
            Ok(next.call(request).await?.map_into_left_body())
        }
        Err(error) => {
            let (request, _) = request.into_parts();
            Ok(ServiceResponse::new(request, error.error_response().map_into_right_body()))
        }
    }
}

async fn find(app: &App, request: &HttpRequest) -> Result<CurrentActor> {
    if !request.headers().contains_key(header::AUTHORIZATION) {
        return Ok(CurrentActor { actor: Actor::Public, presence: None });
    }
    let refused = || Error::new(Code::TokenInvalid);
    let credential = bearer(request).ok_or_else(refused)?;
    let now = app.db.now();
    let proof = if access_token::is_one(credential) {
        Proof::Token(access_token::digest(credential).to_vec())
    } else {
        let (user, session) = app.jwts.read(credential, now).ok_or_else(refused)?;
        Proof::Session(user, session)
    };
    let since = Instant::now();
    let person = person_of(&*app.db.read().await?, &proof, now).await?;
    Ok(CurrentActor { actor: Actor::Person(person), presence: Some(Presence { proof, since }) })
}

async fn person_of(conn: &AsyncPgConnection, proof: &Proof, now: DateTime<Utc>) -> Result<Person> {
    let person = match proof {
        Proof::Session(user, session) => store::person_of_session(conn, *user, *session, now).await?,
        Proof::Token(digest) => store::person_of_token(conn, digest, now).await?,
    };
    person.ok_or_else(|| Error::new(Code::TokenInvalid))
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, credential) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| credential.trim())
}
