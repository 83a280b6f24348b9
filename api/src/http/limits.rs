//! How much one caller may ask for: by person if it is known who it is, else by address.
//!
//! Kept in memory, so each process counts for itself: N processes allow up to N times as much.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{ResponseError as _, web};
use governor::clock::{Clock as _, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use super::problem::rate_limited;
use crate::app::App;
use crate::config::LimitSettings;
use crate::error::Result;
use crate::features::auth;
use crate::kernel::{Email, UserId};

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STATE: HeaderName = HeaderName::from_static("ratelimit");

/// A number of uses in a time, for each key on its own.
struct Limit<K: Hash + Eq + Clone> {
    name: &'static str,
    /// What callers are told it is.
    policy: HeaderValue,
    uses: u32,
    window: Duration,
    limiter: RateLimiter<K, DefaultKeyedStateStore<K>, DefaultClock, StateInformationMiddleware>,
}

/// What a caller is told about its limit.
struct Standing {
    policy: HeaderValue,
    state: String,
}

impl<K: Hash + Eq + Clone> Limit<K> {
    fn new(name: &'static str, uses: u32, window: Duration) -> Self {
        let uses = uses.max(1);
        let burst = NonZeroU32::new(uses).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(window / uses).unwrap_or_else(|| Quota::per_second(burst)).allow_burst(burst);
        let limiter = RateLimiter::keyed(quota).with_middleware();
        let policy = format!("\"{name}\";q={uses};w={}", window.as_secs());
        let policy = HeaderValue::try_from(policy).unwrap_or_else(|_| HeaderValue::from_static(name));
        Self { name, policy, uses, window, limiter }
    }

    /// How the key stands after this use; for how long it must wait if this was one too many.
    fn take(&self, key: &K) -> (Standing, Option<Duration>) {
        match self.limiter.check_key(key) {
            Ok(snapshot) => (self.standing(snapshot.remaining_burst_capacity()), None),
            Err(not_until) => (self.standing(0), Some(not_until.wait_time_from(DefaultClock::default().now()))),
        }
    }

    fn require(&self, key: &K) -> Result<()> {
        self.take(key).1.map_or(Ok(()), |wait| Err(rate_limited(wait)))
    }

    fn standing(&self, remaining: u32) -> Standing {
        let used = u64::from(self.uses.saturating_sub(remaining));
        let reset = (self.window.as_secs() * used).div_ceil(u64::from(self.uses));
        Standing { policy: self.policy.clone(), state: format!("\"{}\";r={remaining};t={reset}", self.name) }
    }

    fn forget_idle(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

pub struct Limits {
    person: Limit<UserId>,
    address: Limit<IpAddr>,
    mail_sender: Limit<IpAddr>,
    mailbox: Limit<String>,
    questions: Limit<IpAddr>,
}

impl Limits {
    pub fn new(settings: &LimitSettings) -> Self {
        const MINUTE: Duration = Duration::from_secs(60);
        const HOUR: Duration = Duration::from_secs(3600);
        Self {
            person: Limit::new("person", settings.limit_person, MINUTE),
            address: Limit::new("address", settings.limit_address, MINUTE),
            mail_sender: Limit::new("mail_sender", settings.limit_mail_sender, HOUR),
            mailbox: Limit::new("mailbox", settings.limit_mailbox, HOUR),
            questions: Limit::new("questions", settings.limit_questions, MINUTE),
        }
    }

    /// One mail asked for from `address` to `mailbox`, whether or not there is anybody behind it.
    pub fn take_mail(&self, address: IpAddr, mailbox: &Email) -> Result<()> {
        self.mail_sender.require(&address)?;
        self.mailbox.require(&mailbox.as_str().to_owned())
    }

    /// One question of somebody who is not signed in. Answers take arithmetic over all pledges of a project.
    pub fn take_question(&self, address: IpAddr) -> Result<()> {
        self.questions.require(&address)
    }

    /// One look by somebody who is not signed in, outside the API: it counts like a request there.
    pub fn take_look(&self, address: IpAddr) -> Result<()> {
        self.address.require(&address)
    }

    /// Callers who have their whole limit again need not be remembered.
    pub fn forget_idle(&self) {
        self.person.forget_idle();
        self.address.forget_idle();
        self.mail_sender.forget_idle();
        self.mailbox.forget_idle();
        self.questions.forget_idle();
    }
}

/// Middleware: counts the request, for its person if its access token was made by us, else for its address. An access
/// token's signature is enough here; whether its session still stands is looked up by those who let it in.
pub async fn count<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let app = request.app_data::<web::Data<App>>().cloned().expect("the app is registered");
    let (standing, wait) = match auth::signed_by_us(&app, request.request()) {
        Some(user) => app.limits.person.take(&user),
        None => app.limits.address.take(&app.origins.client(request.request())),
    };
    let mut response = match wait {
        None => next.call(request).await?.map_into_left_body(),
        Some(wait) => {
            let (request, _) = request.into_parts();
            ServiceResponse::new(request, rate_limited(wait).error_response().map_into_right_body())
        }
    };
    let headers = response.headers_mut();
    headers.insert(POLICY, standing.policy);
    if let Ok(state) = HeaderValue::try_from(standing.state) {
        headers.insert(STATE, state);
    }
    Ok(response)
}
