//! Changes of one thing that come at once share a transaction: one wait for the lock, one commit.
//!
//! While one transaction is under way for a thing, who comes next for it waits here instead of at the database, and all
//! who wait go together. The thing is locked once, and all that they ask is asked at once; then they are made one after
//! the other on the thing as the one before left it, and what they wrote goes to the database with the commit. Whoever
//! is refused leaves nothing: what they said is forgotten, or undone if they had to ask in between. Nobody is answered
//! before the commit. If it fails as a whole, each is made by itself.
//!
//! Whoever asks twice with one idempotency key waits for the thing's lock, too. So under it the key is looked for, and
//! kept with the answer; nothing else has to be claimed, for which a group that holds the thing could have to wait.
//!
//! Whoever comes first for a thing works on it, on their own thread, until nobody waits.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt as _;
use futures_util::{StreamExt as _, stream};
use tokio::sync::oneshot;
use tracing::{Instrument as _, Span};

use super::answer::Answer;
use super::caller::{Caller, Outcome};
use crate::app::State;
use crate::db::{Soon, Tx};
use crate::error::Result;
use crate::idempotency::{self, Claim, Intent, Looked};

/// How many go together at most. Each may be another subtransaction, of which PostgreSQL keeps 64 at hand.
const MOST: usize = 32;

/// How many are made by themselves at a time.
const FEW: usize = 3;

/// What can be made together with others of the same thing.
pub trait Change: Send + Sync + 'static {
    /// The thing, locked.
    type Thing: 'static;
    /// What else has to be known.
    type Asked: 'static;

    /// Which thing it changes.
    fn thing(&self) -> &str;

    /// Locks are taken in this order, so that no two transactions wait for each other. No two of a group are alike. They are
    /// made in the order they came in.
    fn order(&self) -> &str;

    fn lock(&self, tx: &mut Tx) -> Soon<Self::Thing>;

    fn ask(&self, tx: &mut Tx) -> Soon<Self::Asked>;

    /// Makes it, and says how it left the thing.
    fn make(
        &self,
        tx: &mut Tx,
        thing: &Self::Thing,
        asked: Self::Asked,
    ) -> impl Future<Output = Result<(Answer, Left<Self::Thing>)>>;
}

/// A thing after a change.
pub enum Left<T> {
    Same,
    Now(T),
    /// To be asked for.
    Unknown,
}

/// One who waits.
struct Member<C> {
    wish: Wish<C>,
    span: Span,
    tell: oneshot::Sender<Result<Outcome>>,
}

/// Who wants what.
struct Wish<C> {
    caller: Caller,
    intent: Arc<Intent>,
    change: Arc<C>,
}

/// Who waits for which thing; an entry is there as long as somebody works on it.
pub struct Together<C> {
    waiting: Mutex<HashMap<String, Vec<Member<C>>>>,
}

impl<C> Default for Together<C> {
    fn default() -> Self {
        Self { waiting: Mutex::default() }
    }
}

impl<C> Clone for Wish<C> {
    fn clone(&self) -> Self {
        Self { caller: self.caller.clone(), intent: Arc::clone(&self.intent), change: Arc::clone(&self.change) }
    }
}

impl<C: Change> Together<C> {
    /// Makes the change in a transaction with whatever else is to be done to the thing, even if the caller hangs up.
    pub async fn make(self: &Arc<Self>, app: &State, caller: &Caller, intent: Intent, change: C) -> Result<Outcome> {
        let wish = Wish { caller: caller.clone(), intent: Arc::new(intent), change: Arc::new(change) };
        let (tell, told) = oneshot::channel();
        let thing = wish.change.thing().to_owned();
        if self.is_first(&thing, Member { wish: wish.clone(), span: Span::current(), tell }) {
            let together = Arc::clone(self);
            actix_web::rt::spawn(work_off(AtWork { together, thing, is_over: false }, app.clone()));
        }
        match told.await {
            Ok(outcome) => outcome,
            // Who worked on it ended in the middle, as their thread does when the program stops.
            Err(_) => alone(app, wish).await,
        }
    }

    /// Adds who waits. The first has to begin the work.
    fn is_first(&self, thing: &str, member: Member<C>) -> bool {
        let mut waiting = self.waiting();
        if let Some(others) = waiting.get_mut(thing) {
            others.push(member);
            return false;
        }
        waiting.insert(thing.to_owned(), vec![member]);
        true
    }

    /// Who goes next. If nobody does the work is over, and the next who comes is the first again.
    fn next(&self, thing: &str) -> Option<Vec<Member<C>>> {
        let mut waiting = self.waiting();
        let members = waiting.get_mut(thing)?;
        if members.is_empty() {
            waiting.remove(thing);
            return None;
        }
        let mut next: Vec<Member<C>> = Vec::new();
        for member in std::mem::take(members) {
            // What was asked for all at once would not know what one of them did to the other.
            let meets_itself = next.iter().any(|other| other.wish.is_like(&member.wish));
            if next.len() < MOST && !meets_itself { next.push(member) } else { members.push(member) }
        }
        Some(next)
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<String, Vec<Member<C>>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<C: Change> Wish<C> {
    fn is_like(&self, other: &Self) -> bool {
        self.change.order() == other.change.order() || self.intent.is_twin_of(&other.intent)
    }

    /// Asks what has to be known of it alone.
    fn ask(&self, tx: &mut Tx) -> (Looked, Soon<C::Asked>) {
        (idempotency::look(tx, &self.intent), self.change.ask(tx))
    }

    async fn make(
        &self,
        app: &State,
        tx: &mut Tx,
        thing: &C::Thing,
        (looked, asked): (Looked, Soon<C::Asked>),
    ) -> Result<(Outcome, Left<C::Thing>)> {
        if let Claim::Done(stored) = idempotency::looked(tx, &app.keys, &self.intent, looked).await? {
            return Ok((Outcome::Replay(stored), Left::Same));
        }
        let asked = tx.have(asked).await?;
        let (answer, left) = self.change.make(tx, thing, asked).await?;
        idempotency::keep(tx, &app.keys, &self.intent, answer.stored())?;
        Ok((Outcome::Fresh(answer), left))
    }
}

/// That somebody works on a thing. If that ends in the middle, who waits is let go, and the next who comes begins anew.
struct AtWork<C: Change> {
    together: Arc<Together<C>>,
    thing: String,
    is_over: bool,
}

impl<C: Change> Drop for AtWork<C> {
    fn drop(&mut self) {
        if !self.is_over {
            self.together.waiting().remove(&self.thing);
        }
    }
}

async fn work_off<C: Change>(mut work: AtWork<C>, app: State) {
    while let Some(members) = work.together.next(&work.thing) {
        if members.len() > 1 {
            match AssertUnwindSafe(all(&app, &members)).catch_unwind().await {
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
        let alone = async |member: Member<C>| {
            let outcome = alone(&app, member.wish).instrument(member.span).await;
            let _ = member.tell.send(outcome);
        };
        // Not all at once: they wait for each other, and others need connections, too.
        stream::iter(members).for_each_concurrent(FEW, alone).await;
    }
    work.is_over = true;
}

async fn alone<C: Change>(app: &State, wish: Wish<C>) -> Result<Outcome> {
    let (caller, in_app, first) = (wish.caller.clone(), app.clone(), wish.clone());
    let make = async move |tx: &mut Tx, (thing, asked): (Soon<C::Thing>, _)| {
        let thing = tx.have(thing).await?;
        Ok(wish.make(&in_app, tx, &thing, asked).await?.0)
    };
    caller.change_after(app, move |tx| (first.change.lock(tx), first.ask(tx)), make).await
}

/// All of them in one transaction. An error says that none was done, or that nobody knows.
async fn all<C: Change>(app: &State, members: &[Member<C>]) -> Result<Vec<Result<Outcome>>> {
    let [one, ..] = members else { return Ok(Vec::new()) };
    let now = app.db.now();
    let ask = |tx: &mut Tx| {
        let thing = one.wish.change.lock(tx);
        let mut in_order: Vec<usize> = (0..members.len()).collect();
        in_order.sort_by_key(|index| members[*index].wish.change.order());
        let mut asked: Vec<_> = members.iter().map(|_| None).collect();
        for index in in_order {
            asked[index] = Some(members[index].wish.ask(tx));
        }
        // Who they are once everything is locked: until then somebody may have been shut out.
        let again = members.iter().map(|member| member.wish.caller.look_again_soon(tx, now)).collect::<Vec<_>>();
        (thing, again.into_iter().zip(asked.into_iter().flatten()).collect::<Vec<_>>())
    };
    let make = async |tx: &mut Tx, (thing, asked): (Soon<C::Thing>, Vec<_>)| {
        let mut thing = tx.have(thing).await?;
        let mut outcomes = Vec::with_capacity(members.len());
        let mut is_known = true;
        for (member, (again, asked)) in members.iter().zip(asked) {
            if !is_known {
                let again = member.wish.change.lock(tx);
                thing = tx.have(again).await?;
            }
            tx.begin_part(&member.wish.caller.cause);
            let work = async {
                Caller::be_who_was_found(tx, again).await?;
                member.wish.make(app, tx, &thing, asked).await
            };
            let (outcome, left) = match work.instrument(member.span.clone()).await {
                Ok((outcome, left)) => {
                    tx.end_part();
                    (Ok(outcome), left)
                }
                Err(error) if error.is_failure() => return Err(error),
                Err(error) => {
                    tx.undo_part().await?;
                    (Err(error), Left::Same)
                }
            };
            outcomes.push(outcome);
            is_known = !matches!(left, Left::Unknown);
            if let Left::Now(left) = left {
                thing = left;
            }
        }
        Ok(outcomes)
    };
    app.db.attempt(&one.wish.caller.cause, ask, make).await
}
