//! Changes of one thing that come at once share a transaction: one wait for the lock, one commit.
//!
//! While one transaction is under way for a thing, who comes next for it waits here instead of at the database, and all
//! who wait go together: one after the other, each behind a savepoint of its own, so that whoever is refused leaves the
//! others as they are. Nobody is answered before the commit. If it fails as a whole, each is done by itself, and the
//! idempotency key of each tells whether it was done. The thing is locked before any key is claimed: else a group that
//! holds the thing and wants a key could meet whoever holds the key and wants the thing.
//!
//! Whoever comes first for a thing works on it, on their own thread, until nobody waits.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, join_all};
use tokio::sync::oneshot;
use tracing::{Instrument as _, Span};

use super::caller::{Caller, Outcome};
use crate::app::State;
use crate::db::Tx;
use crate::error::Result;

/// How many go together at most. Each is another subtransaction, of which PostgreSQL keeps 64 at hand.
const MOST: usize = 32;

/// What is to be done, in two steps: it says what it locks and asks for, then goes on from the answer.
pub type Work = Arc<dyn Fn(&mut Tx) -> Rest + Send + Sync>;
pub type Rest = Box<dyn for<'t> FnOnce(&'t mut Tx) -> LocalBoxFuture<'t, Result<Outcome>>>;

/// Where changes meet.
pub struct Meet {
    /// What they change.
    pub thing: String,
    /// Locks are taken in this order, so that no two transactions wait for each other.
    pub order: String,
}

/// One who waits.
struct Member {
    caller: Caller,
    work: Work,
    order: String,
    span: Span,
    tell: oneshot::Sender<Result<Outcome>>,
}

/// Who waits for which thing; an entry is there as long as somebody works on it.
#[derive(Default)]
pub struct Together {
    waiting: Mutex<HashMap<String, Vec<Member>>>,
}

/// Does the work in a transaction with whatever else is to be done to the thing. It is done even if the caller hangs up.
pub async fn change(app: &State, meet: Meet, caller: Caller, work: Work) -> Result<Outcome> {
    let (tell, told) = oneshot::channel();
    let Meet { thing, order } = meet;
    let member = Member { caller: caller.clone(), work: Arc::clone(&work), order, span: Span::current(), tell };
    if app.together.is_first(&thing, member) {
        actix_web::rt::spawn(work_off(AtWork { app: app.clone(), thing, is_over: false }));
    }
    match told.await {
        Ok(outcome) => outcome,
        // Who worked on it ended in the middle, as their thread does when the program stops.
        Err(_) => alone(app, &caller, work).await,
    }
}

impl Together {
    /// Adds who waits. The first has to begin the work.
    fn is_first(&self, thing: &str, member: Member) -> bool {
        let mut waiting = self.waiting();
        if let Some(others) = waiting.get_mut(thing) {
            others.push(member);
            return false;
        }
        waiting.insert(thing.to_owned(), vec![member]);
        true
    }

    /// Who goes next. If nobody does the work is over, and the next who comes is the first again.
    fn next(&self, thing: &str) -> Option<Vec<Member>> {
        let mut waiting = self.waiting();
        let members = waiting.get_mut(thing)?;
        if members.is_empty() {
            waiting.remove(thing);
            return None;
        }
        let mut next: Vec<Member> = members.drain(..members.len().min(MOST)).collect();
        next.sort_by(|one, other| one.order.cmp(&other.order));
        Some(next)
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<String, Vec<Member>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// That somebody works on a thing. If that ends in the middle, who waits is let go, and the next who comes begins anew.
struct AtWork {
    app: State,
    thing: String,
    is_over: bool,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if !self.is_over {
            self.app.together.waiting().remove(&self.thing);
        }
    }
}

async fn work_off(mut work: AtWork) {
    while let Some(members) = work.app.together.next(&work.thing) {
        if members.len() > 1 {
            match AssertUnwindSafe(all(&work.app, &members)).catch_unwind().await {
                Ok(Ok(outcomes)) => {
                    for (member, outcome) in members.into_iter().zip(outcomes) {
                        // Nobody listens if the client hung up.
                        let _ = member.tell.send(outcome);
                    }
                    continue;
                }
                Ok(Err(error)) => tracing::debug!(%error, "changes that came together are made by themselves"),
                Err(_) => tracing::error!("one of the changes that came together panicked; each is made by itself"),
            }
        }
        let app = &work.app;
        join_all(members.into_iter().map(async |member| {
            let outcome = alone(app, &member.caller, member.work).instrument(member.span).await;
            let _ = member.tell.send(outcome);
        }))
        .await;
    }
    work.is_over = true;
}

async fn alone(app: &State, caller: &Caller, work: Work) -> Result<Outcome> {
    caller.change_after(app, move |tx| work(tx), async |tx: &mut Tx, rest: Rest| rest(tx).await).await
}

/// All of them in one transaction. An error says that none was done, or that nobody knows.
async fn all(app: &State, members: &[Member]) -> Result<Vec<Result<Outcome>>> {
    let [first, others @ ..] = members else { return Ok(Vec::new()) };
    let each = async |tx: &mut Tx, rest: Rest| {
        let mut outcomes = Vec::with_capacity(members.len());
        outcomes.push(finish(tx, first, rest).await?);
        for member in others {
            let rest = begin(tx, member);
            outcomes.push(finish(tx, member, rest).await?);
        }
        Ok(outcomes)
    };
    app.db.attempt(&first.caller.cause, |tx| begin(tx, first), each).await
}

fn begin(tx: &mut Tx, member: &Member) -> Rest {
    tx.begin_part(&member.caller.cause);
    (member.work)(tx)
}

/// Whoever is refused has changed nothing. An error is one of all.
async fn finish(tx: &mut Tx, member: &Member, rest: Rest) -> Result<Result<Outcome>> {
    let work = async {
        member.caller.be_who_they_are_now(tx, false).await?;
        rest(tx).await
    };
    let outcome = work.instrument(member.span.clone()).await;
    match &outcome {
        Ok(_) => tx.end_part(),
        Err(error) if error.is_failure() => return outcome.map(Ok),
        Err(_) => tx.undo_part().await?,
    }
    Ok(outcome)
}
