//! One kept answer: its bytes, and for how long it is right.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use crate::db::{Changes, Db, Mark};
use crate::http::codings::{self, Codings};
use crate::http::etag;
use crate::http::route::Route;
use crate::kernel::{ProjectId, Touch};

/// How long an answer may be given after it was last known to be right. Others may have changed what it shows, and a
/// reader is never more than a second behind them.
pub const AGE: Duration = Duration::from_millis(900);

/// How long an answer may be given at all: so that what was changed in the database by hand, and told to nobody, is seen
/// before long.
const LIFE: Duration = Duration::from_secs(5);

/// What an answer is about, said by the handler in the extensions of its response. One that says nothing may be about
/// everything, and is kept for [`AGE`].
#[derive(Clone, Copy, Debug)]
pub struct About {
    touch: Touch,
    /// When a date will change it.
    until: DateTime<Utc>,
}

impl About {
    /// Only what touches the project changes it, or the date, if it has one.
    pub fn project(project: ProjectId, until: Option<DateTime<Utc>>) -> Self {
        Self { touch: Touch::Project(project), until: until.unwrap_or(DateTime::<Utc>::MAX_UTC) }
    }

    /// What dates are in it nobody says: it is read again soon.
    fn everything(now: DateTime<Utc>) -> Self {
        Self { touch: Touch::Everything, until: now + AGE }
    }
}

/// When something began to be read.
pub struct Look {
    mark: Mark,
    at: Instant,
    now: DateTime<Utc>,
}

impl Look {
    pub fn begin(db: &Db) -> Self {
        Self { mark: db.changes().mark(), at: Instant::now(), now: db.now() }
    }
}

pub struct Kept {
    pub route: Arc<str>,
    look: Look,
    about: About,
    etag: HeaderValue,
    headers: Vec<(HeaderName, HeaderValue)>,
    codings: Codings,
}

impl Kept {
    /// Takes the body out of an answer that may be kept; gives back any other as it was.
    pub fn new<B: MessageBody>(
        look: Look,
        response: ServiceResponse<B>,
    ) -> Result<(Self, HttpRequest), ServiceResponse<B>> {
        if response.status() != StatusCode::OK {
            return Err(response);
        }
        let (request, response) = response.into_parts();
        let (head, body) = response.into_parts();
        let body = match body.try_into_bytes() {
            Ok(body) => body,
            // It comes piece by piece.
            Err(body) => return Err(ServiceResponse::new(request, head.set_body(body))),
        };
        let about = head.extensions().get::<About>().copied().unwrap_or_else(|| About::everything(look.now));
        let etag = head.headers().get(header::ETAG).cloned();
        let etag = etag.or_else(|| HeaderValue::from_str(&etag::of_bytes(&body)).ok());
        let headers = head.headers().iter().filter(|(name, _)| *name != header::ETAG);
        let kept = Self {
            route: Route::of(&request),
            look,
            about,
            etag: etag.unwrap_or_else(|| HeaderValue::from_static("\"\"")),
            headers: headers.map(|(name, value)| (name.clone(), value.clone())).collect(),
            codings: Codings::new(body),
        };
        Ok((kept, request))
    }

    /// Whether it is right, as far as can be known: no date has passed, nothing it is about has changed since it was
    /// read, and that was known not long ago.
    pub fn holds(&self, db: &Db) -> bool {
        let (clock, now, changes) = (db.now(), Instant::now(), db.changes());
        self.look.now <= clock
            && clock < self.about.until
            && now.duration_since(self.look.at) < LIFE
            && now.duration_since(self.known_at(changes)) < AGE
            && changes.unchanged(self.about.touch, self.look.mark)
    }

    fn known_at(&self, changes: &Changes) -> Instant {
        changes.known_until().map_or(self.look.at, |known| known.max(self.look.at))
    }

    pub fn was_read_after(&self, asked: Instant) -> bool {
        self.look.at >= asked
    }

    pub fn answer(&self, request: &HttpRequest) -> HttpResponse<BoxBody> {
        if self.etag.to_str().is_ok_and(|etag| etag::is_fresh(request, etag)) {
            let mut response = HttpResponse::NotModified();
            response.insert_header((header::ETAG, self.etag.clone()));
            // Whoever keeps the answer keeps to what is said now.
            for (name, value) in self.headers.iter().filter(|(name, _)| *name == header::CACHE_CONTROL) {
                response.insert_header((name.clone(), value.clone()));
            }
            return response.insert_header((header::VARY, codings::VARY_BY_CODING)).finish();
        }
        let mut response = self.codings.answer(request);
        let headers = response.headers_mut();
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        headers.insert(header::ETAG, self.etag.clone());
        response
    }

    /// What it takes of the shelf.
    pub fn weight(&self) -> usize {
        self.codings.weight() + 1024
    }
}
