//! Changes of one thing that come at once share a transaction: one wait for the lock, one commit.
//!
//! While one transaction is under way for a thing, who comes next for it waits here instead of at the database, and all
//! who wait go together: one after the other, each behind a savepoint of its own, so that whoever is refused leaves the
//! others as they are. Nobody is answered before the commit. If it fails as a whole, each is done by itself, and the
//! idempotency key of each tells whether it was done. The thing is locked before any key is claimed: else a group that
//! holds the thing and wants a key could meet whoever holds the key and wants the thing.
//!
//! Each thread has a room of its own, so there are as many transactions for a thing at a time as threads, at most.

use std::cell::RefCell;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::web;
use anyhow::anyhow;
use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, join_all};
use tokio::sync::oneshot;
use tracing::{Instrument as _, Span};

use super::caller::{Caller, Outcome};
use crate::app::State;
use crate::db::Tx;
use crate::error::{Error, Result};

/// How many go together at most. Each is another subtransaction, of which PostgreSQL keeps 64 at hand.
const MOST: usize = 32;

pub type Work = Rc<dyn for<'t> Fn(&'t mut Tx) -> LocalBoxFuture<'t, Result<Outcome>>>;

/// One who waits.
struct Member {
    caller: Caller,
    work: Work,
    /// Locks are taken in this order, so that no two transactions wait for each other.
    order: String,
    span: Span,
    tell: oneshot::Sender<Result<Outcome>>,
}

/// Who waits for which thing; an entry is there as long as somebody works on it.
#[derive(Default)]
pub struct Together {
    waiting: RefCell<HashMap<String, Vec<Member>>>,
}

/// How handlers ask for it.
pub type Room = web::Data<Together>;

/// Does the work in a transaction with whatever else is to be done to the thing. It is done even if the caller hangs up.
pub async fn change(
    app: &State,
    room: &Room,
    thing: &str,
    order: String,
    caller: Caller,
    work: Work,
) -> Result<Outcome> {
    let (tell, told) = oneshot::channel();
    room.clone().into_inner().wait(thing, Member { caller, work, order, span: Span::current(), tell }, app);
    told.await.unwrap_or_else(|_| Err(Error::internal(anyhow!("a change did not come to its end"))))
}

impl Together {
    fn wait(self: &Arc<Self>, thing: &str, member: Member, app: &State) {
        let mut waiting = self.waiting.borrow_mut();
        if let Some(others) = waiting.get_mut(thing) {
            others.push(member);
            return;
        }
        waiting.insert(thing.to_owned(), vec![member]);
        let work = AtWork { room: Arc::clone(self), thing: thing.to_owned() };
        actix_web::rt::spawn(work_off(work, app.clone()));
    }

    /// Who goes next; nobody if the work is over.
    fn next(&self, thing: &str) -> Vec<Member> {
        let mut waiting = self.waiting.borrow_mut();
        let Some(members) = waiting.get_mut(thing) else { return Vec::new() };
        let mut next: Vec<Member> = members.drain(..members.len().min(MOST)).collect();
        next.sort_by(|one, other| one.order.cmp(&other.order));
        next
    }
}

/// That somebody works on a thing. However that ends, the next who comes begins anew, and nobody waits for nobody.
struct AtWork {
    room: Arc<Together>,
    thing: String,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.room.waiting.borrow_mut().remove(&self.thing);
    }
}

async fn work_off(work: AtWork, app: State) {
    loop {
        let members = work.room.next(&work.thing);
        match members.len() {
            0 => return,
            1 => {}
            _ => match AssertUnwindSafe(all(&app, &members)).catch_unwind().await {
                Ok(Ok(outcomes)) => {
                    for (member, outcome) in members.into_iter().zip(outcomes) {
                        // Nobody listens if the client hung up.
                        let _ = member.tell.send(outcome);
                    }
                    continue;
                }
                Ok(Err(error)) => tracing::debug!(%error, "changes that came together are made by themselves"),
                Err(_) => tracing::error!("one of the changes that came together panicked; each is made by itself"),
            },
        }
        join_all(members.into_iter().map(|member| alone(&app, member))).await;
    }
}

async fn alone(app: &State, member: Member) {
    let work = member.work;
    let change = async move |tx: &mut Tx| work(tx).await;
    let outcome = member.caller.change(app, change).instrument(member.span).await;
    let _ = member.tell.send(outcome);
}

/// All of them in one transaction. An error says that none was done, or that nobody knows.
async fn all(app: &State, members: &[Member]) -> Result<Vec<Result<Outcome>>> {
    let Some(first) = members.first() else { return Ok(Vec::new()) };
    app.db
        .attempt(&first.caller.cause, async |tx| {
            let mut outcomes = Vec::with_capacity(members.len());
            for member in members {
                tx.begin_part(&member.caller.cause);
                let outcome = one(tx, member).instrument(member.span.clone()).await;
                match &outcome {
                    Ok(_) => tx.end_part(),
                    Err(error) if error.is_failure() => return outcome.map(|_| Vec::new()),
                    Err(_) => tx.undo_part().await?,
                }
                outcomes.push(outcome);
            }
            Ok(outcomes)
        })
        .await
}

async fn one(tx: &mut Tx, member: &Member) -> Result<Outcome> {
    member.caller.be_who_they_are_now(tx, false).await?;
    (member.work)(tx).await
}
