//! Who asks, and how what they ask for is carried out.
//!
//! A handler that takes [`Caller`] answers to everybody, one that takes [`SignedIn`] only to people who are signed in:
//! the signature says it. Both are ready before a body is read, so nobody learns about the body's form without being
//! let in.

use std::cell::Cell;
use std::future::{Ready, ready};
use std::net::IpAddr;
use std::sync::Arc;

use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse, dev::Payload, web};
use anyhow::anyhow;
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use tracing::Instrument as _;

use super::answer::Answer;
use super::request_id::RequestId;
use super::together::{Change, Together};
use crate::app::{App, State};
use crate::db::{Cause, Soon, Tx};
use crate::error::{Code, Error, Result};
use crate::features::auth::{CurrentActor, Presence};
use crate::idempotency::{self, Asked, Claim, Intent, Key, StoredAnswer};
use crate::kernel::{Actor, Person};

#[derive(Clone)]
pub struct Caller {
    pub cause: Cause,
    /// The address that limits count.
    pub address: IpAddr,
    pub user_agent: Option<String>,
    target: String,
    key: Option<Key>,
    presence: Option<Presence>,
}

impl Caller {
    pub fn actor(&self) -> &Actor {
        &self.cause.actor
    }

    /// The same for a change that nobody should make twice by accident: it needs a key.
    pub async fn write_once(
        &self,
        app: &State,
        operation: &'static str,
        digest: [u8; 32],
        work: impl AsyncFn(&mut Tx) -> Result<Answer> + 'static,
    ) -> Result<HttpResponse> {
        self.require_key()?;
        self.write(app, operation, digest, work).await
    }

    pub fn require_key(&self) -> Result<()> {
        self.key.as_ref().map(drop).ok_or_else(|| Error::new(Code::IdempotencyKeyRequired))
    }

    /// Runs a change in a transaction of its own, once for each idempotency key.
    ///
    /// It runs to its end even if the client hangs up: whoever asked again with the same key would else not know.
    pub async fn write(
        &self,
        app: &State,
        operation: &'static str,
        digest: [u8; 32],
        work: impl AsyncFn(&mut Tx) -> Result<Answer> + 'static,
    ) -> Result<HttpResponse> {
        let (in_app, intent) = (app.clone(), Arc::new(self.intent(operation, digest)));
        let intended = Arc::clone(&intent);
        let first = move |tx: &mut Tx| claim(tx, &intended);
        let change = async move |tx: &mut Tx, asked| once(&in_app, tx, &intent, asked, &work).await;
        Ok(self.change_after(app, first, change).await?.into_response())
    }

    /// The same as [`Caller::write_once`], in one transaction with others who change the same thing just now.
    pub async fn write_together<C: Change>(
        &self,
        app: &State,
        together: &Arc<Together<C>>,
        operation: &'static str,
        digest: [u8; 32],
        change: C,
    ) -> Result<HttpResponse> {
        self.require_key()?;
        let intent = self.intent(operation, digest).ok_or_else(|| Error::new(Code::Unauthenticated))?;
        Ok(together.make(app, self, intent, change).await?.into_response())
    }

    fn intent(&self, operation: &'static str, digest: [u8; 32]) -> Option<Intent> {
        let (person, key) = self.actor().person().zip(self.key.clone())?;
        Some(Intent { user: person.id, operation, target: self.target.clone(), key, fingerprint: digest })
    }

    /// Runs a change in a transaction of its own, as whoever the caller is by then: a body may be long on its way, and
    /// who was shut out meanwhile is out. So it is when the transaction has to run again.
    pub async fn change<T: 'static>(
        &self,
        app: &State,
        work: impl AsyncFn(&mut Tx) -> Result<T> + 'static,
    ) -> Result<T> {
        self.change_after(app, |_| (), async move |tx: &mut Tx, ()| work(tx).await).await
    }

    /// The same for work that knows at once what it locks and asks for: see [`Db::write_after`](crate::db::Db::write_after).
    pub(super) async fn change_after<F: 'static, T: 'static>(
        &self,
        app: &State,
        first: impl Fn(&mut Tx) -> F + 'static,
        work: impl AsyncFn(&mut Tx, F) -> Result<T> + 'static,
    ) -> Result<T> {
        let (app, caller) = (app.clone(), self.clone());
        detached(async move {
            let again = Cell::new(false);
            let change = async |tx: &mut Tx, first: F| {
                caller.be_who_they_are_now(tx, again.replace(true)).await?;
                work(tx, first).await
            };
            app.db.write_after(&caller.cause, &first, change).await
        })
        .await
    }

    /// Looks again who acts, if that was long ago or the transaction runs again.
    async fn be_who_they_are_now(&self, tx: &mut Tx, again: bool) -> Result<()> {
        if let Some(presence) = self.presence.as_ref().filter(|presence| again || presence.is_old()) {
            let now = tx.now();
            let actor = presence.look_again(tx.conn().await?, now).await?;
            tx.act_as(actor);
        }
        Ok(())
    }

    /// The same for many who go together, always, since they wait for each other: asks with whatever comes next, and
    /// [`Caller::be_who_was_found`] has the answer.
    pub(super) fn look_again_soon(&self, tx: &mut Tx, now: DateTime<Utc>) -> Option<Soon<Option<Actor>>> {
        Some(self.presence.as_ref()?.look_again_soon(tx, now))
    }

    pub(super) async fn be_who_was_found(tx: &mut Tx, again: Option<Soon<Option<Actor>>>) -> Result<()> {
        if let Some(again) = again {
            let actor = tx.have(again).await?.ok_or_else(|| Error::new(Code::TokenInvalid))?;
            tx.act_as(actor);
        }
        Ok(())
    }

    /// The same for what is only read after a body came.
    pub async fn actor_now(&self, conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<Actor> {
        match self.presence.as_ref().filter(|presence| presence.is_old()) {
            Some(presence) => presence.look_again(conn, now).await,
            None => Ok(self.actor().clone()),
        }
    }
}

/// What a change led to, now or the first time it was asked for.
pub enum Outcome {
    Fresh(Answer),
    Replay(StoredAnswer),
}

impl Outcome {
    fn into_response(self) -> HttpResponse {
        match self {
            Self::Fresh(answer) => answer.into_response(),
            Self::Replay(stored) => Answer::replay(stored),
        }
    }
}

/// Claims the key, if there is one, with what is sent next.
fn claim(tx: &mut Tx, intent: &Option<Intent>) -> Option<Asked> {
    intent.as_ref().map(|intent| idempotency::claim(tx, intent))
}

/// Does it, unless the key was claimed before.
async fn once(
    app: &App,
    tx: &mut Tx,
    intent: &Option<Intent>,
    asked: Option<Asked>,
    work: impl AsyncFnOnce(&mut Tx) -> Result<Answer>,
) -> Result<Outcome> {
    let keyed = intent.as_ref().zip(asked);
    if let Some((intent, asked)) = keyed
        && let Claim::Done(stored) = idempotency::claimed(tx, &app.keys, intent, asked).await?
    {
        return Ok(Outcome::Replay(stored));
    }
    let answer = work(tx).await?;
    if let Some(intent) = intent {
        idempotency::complete(tx, &app.keys, intent, answer.stored())?;
    }
    Ok(Outcome::Fresh(answer))
}

/// Goes on when the client hangs up, which drops a handler in the middle.
pub async fn detached<T: 'static>(work: impl Future<Output = Result<T>> + 'static) -> Result<T> {
    actix_web::rt::spawn(work.in_current_span())
        .await
        .unwrap_or_else(|error| Err(Error::internal(anyhow!("a change did not come to its end: {error}"))))
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn actor(request: &HttpRequest) -> Actor {
    request.extensions().get::<CurrentActor>().map_or(Actor::Public, |current| current.actor.clone())
}

fn read(request: &HttpRequest) -> Result<Caller> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal(anyhow!("no app")))?;
    let key = match request.headers().get("idempotency-key") {
        None => None,
        Some(value) => {
            let key = value.to_str().ok().and_then(Key::parse);
            Some(key.ok_or_else(|| Error::new(Code::IdempotencyKeyInvalid))?)
        }
    };
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    Ok(Caller {
        cause: Cause { actor: actor(request), request_id: Some(RequestId::of(request).to_string()) },
        address: app.origins.client(request),
        user_agent: user_agent.map(|text| text.chars().take(200).collect()),
        target: request.path().to_owned(),
        key,
        presence: request.extensions().get::<CurrentActor>().and_then(|current| current.presence.clone()),
    })
}

/// A caller who is a person; others are asked to sign in.
pub struct SignedIn {
    pub caller: Caller,
    pub person: Person,
}

impl std::ops::Deref for SignedIn {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // Who it is comes before what is wrong with what they sent.
        ready(match actor(request).person().cloned() {
            Some(person) => read(request).map(|caller| Self { caller, person }),
            None => Err(Error::new(Code::Unauthenticated)),
        })
    }
}
