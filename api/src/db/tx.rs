//! One transaction: its connection, its time, and on whose behalf it is.
//!
//! Round trips are what a transaction is made of, so what is only written is sent [later](Tx::later): with the next
//! question, or with the commit, all in one go. A question whose answer can wait comes [soon](Tx::soon), in the same
//! way. The database does it all in the order in which it was said; whoever reads in this transaction reads it.

use std::cell::Cell;
use std::iter;
use std::rc::Rc;

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::pg::Pg;
use diesel::query_builder::QueryFragment;
use diesel::result::QueryResult;
use diesel::sql_types::{Array, Text, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl as _, SimpleAsyncConnection as _};
use futures_util::future::{LocalBoxFuture, join, join_all, join3};
use futures_util::{FutureExt as _, TryFutureExt as _};

use super::Connection;
use super::fixed::fixed;
use super::lent::Lent;
use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, Clock, Event, Touch, Touched};
use crate::reactions;

/// Who does it, and by which request; goes into the audit log.
#[derive(Clone, Debug)]
pub struct Cause {
    pub actor: Actor,
    pub request_id: Option<String>,
}

impl Cause {
    pub fn command_line() -> Self {
        Self { actor: Actor::CommandLine, request_id: None }
    }
}

/// Up to thirty that are joined are polled in their order, which is that in which they reach the database.
const SIDE_BY_SIDE: usize = 24;

/// As many statements as go with a question or the commit: as many rows of so many.
const AT_ONCE: usize = SIDE_BY_SIDE * SIDE_BY_SIDE;

/// Something that is to be written. Whether it may be is for the database to say: whoever finds fault with its answer may
/// find it committed.
type Write = Box<dyn for<'c> FnOnce(&'c AsyncPgConnection) -> LocalBoxFuture<'c, Result<()>>>;

pub struct Tx {
    lent: Lent,
    now: DateTime<Utc>,
    clock: Clock,
    cause: Cause,
    touched: Touched,
    unsent: Vec<Write>,
    part: Part,
}

/// Whom to ask: a transaction, which sends first what it has to say, or just a connection.
pub trait Reader {
    fn conn(&mut self) -> impl Future<Output = Result<&mut AsyncPgConnection>>;
}

impl Reader for Tx {
    async fn conn(&mut self) -> Result<&mut AsyncPgConnection> {
        Tx::conn(self).await
    }
}

impl Reader for AsyncPgConnection {
    async fn conn(&mut self) -> Result<&mut AsyncPgConnection> {
        Ok(self)
    }
}

/// The answer to a question, once that is sent.
pub struct Soon<T>(Rc<Cell<Option<T>>>);

/// A part of a transaction that may be undone by itself.
#[derive(Clone, Copy, Default)]
enum Part {
    #[default]
    None,
    /// Nothing of it is sent; it begins here in what is unsent. To undo it is to forget that.
    Unsent(usize),
    /// Behind a savepoint.
    Sent,
}

impl Tx {
    pub(super) fn new(connection: Connection, clock: &Clock, cause: &Cause) -> Self {
        Self {
            lent: Lent::new(connection),
            now: DateTime::UNIX_EPOCH,
            clock: clock.clone(),
            cause: cause.clone(),
            touched: Touched::default(),
            unsent: Vec::new(),
            part: Part::None,
        }
    }

    /// Begins it, and says with that what `first` says. The time is that of before: who waits for a lock came in time.
    pub(super) async fn begin<F>(&mut self, first: impl FnOnce(&mut Self) -> F) -> Result<F> {
        self.later(|conn| run("BEGIN", conn));
        let set = self.set_time();
        let clock = fixed(diesel::select(sql::<Timestamptz>("clock_timestamp()")));
        let asked = set
            .is_none()
            .then(|| self.soon(|mut conn| async move { Ok(clock.get_result(&mut conn).await?) }.boxed_local()));
        let first = first(self);
        self.conn().await?;
        if let Some(asked) = asked {
            self.now = self.have(asked).await?;
        }
        if let Some(set) = set {
            self.now = set;
        }
        Ok(first)
    }

    /// To read with, or to write what is worth waiting for. What is unsent is sent first.
    pub async fn conn(&mut self) -> Result<&mut AsyncPgConnection> {
        self.relieve().await?;
        let (unsent, before) = self.take_unsent();
        send(self.lent.conn(), unsent, before).await?;
        Ok(self.lent.conn())
    }

    /// Asks something together with what is unsent, which comes before it.
    pub async fn ask<T>(
        &mut self,
        question: impl for<'c> FnOnce(&'c AsyncPgConnection) -> LocalBoxFuture<'c, QueryResult<T>>,
    ) -> Result<T> {
        self.relieve().await?;
        let (unsent, before) = self.take_unsent();
        let conn: &AsyncPgConnection = self.lent.conn();
        let (sent, said) = join(send(conn, unsent, before), question(conn)).await;
        // What failed before it is why it failed.
        sent?;
        Ok(said?)
    }

    /// Writes this with whatever comes next.
    pub fn write<Q: QueryFragment<Pg> + Send + 'static>(&mut self, statement: Q) {
        self.later(|mut conn| fixed(statement).execute(&mut conn).map_ok(drop).err_into().boxed_local());
    }

    /// The same for who looks at what came of it.
    pub fn later(
        &mut self,
        write: impl for<'c> FnOnce(&'c AsyncPgConnection) -> LocalBoxFuture<'c, Result<()>> + 'static,
    ) {
        self.unsent.push(Box::new(write));
    }

    /// Asks this with whatever comes next; [`Tx::have`] gives the answer.
    pub fn soon<T: 'static>(
        &mut self,
        question: impl for<'c> FnOnce(&'c AsyncPgConnection) -> LocalBoxFuture<'c, Result<T>> + 'static,
    ) -> Soon<T> {
        let soon = Soon(Rc::new(Cell::new(None)));
        let answer = Rc::clone(&soon.0);
        self.later(move |conn| question(conn).map_ok(move |said| answer.set(Some(said))).boxed_local());
        soon
    }

    /// The answer to what was asked in this transaction.
    pub async fn have<T>(&mut self, soon: Soon<T>) -> Result<T> {
        if let Some(said) = soon.0.take() {
            return Ok(said);
        }
        self.conn().await?;
        soon.0.take().ok_or_else(|| Error::internal(anyhow::anyhow!("this was asked in another transaction")))
    }

    /// Sends what is more than goes at once, so that what comes with the rest cannot overtake it.
    async fn relieve(&mut self) -> Result<()> {
        if self.unsent.len() <= AT_ONCE {
            return Ok(());
        }
        let (mut unsent, mut before) = self.take_unsent();
        while unsent.len() > AT_ONCE {
            let rest = unsent.split_off(AT_ONCE);
            send(self.lent.conn(), std::mem::replace(&mut unsent, rest), before).await?;
            before = before.saturating_sub(AT_ONCE);
        }
        send(self.lent.conn(), unsent, before).await
    }

    /// What is to be sent, and how much of it was said before the part that is open. That is about to be more than
    /// words, so it gets a savepoint.
    fn take_unsent(&mut self) -> (Vec<Write>, usize) {
        let Part::Unsent(begins) = self.part else { return (std::mem::take(&mut self.unsent), 0) };
        self.part = Part::Sent;
        self.unsent.insert(begins, Box::new(|conn| run("SAVEPOINT part", conn)));
        (std::mem::take(&mut self.unsent), begins)
    }

    /// Begins a part that may be undone by itself, on behalf of `cause`. What was written before stays.
    pub fn begin_part(&mut self, cause: &Cause) {
        self.cause = cause.clone();
        self.part = Part::Unsent(self.unsent.len());
    }

    pub fn end_part(&mut self) {
        if let Part::Sent = std::mem::take(&mut self.part) {
            self.later(|conn| run("RELEASE part", conn));
        }
    }

    /// Leaves everything as it was before this part began.
    pub async fn undo_part(&mut self) -> Result<()> {
        match std::mem::take(&mut self.part) {
            Part::None => Ok(()),
            Part::Unsent(begins) => {
                self.unsent.truncate(begins);
                Ok(())
            }
            Part::Sent => {
                self.unsent.clear();
                Ok(self.lent.conn().batch_execute("ROLLBACK TO part; RELEASE part").await?)
            }
        }
    }

    /// The database's time at which this transaction began.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// That time where it is set by hand. For what is said first, before the database's is known, which it must find itself.
    pub fn set_time(&self) -> Option<DateTime<Utc>> {
        match &self.clock {
            Clock::Database => None,
            Clock::Set(clock) => Some(clock.now()),
        }
    }

    /// Goes on at another time, for a story that is told in one transaction. Only a clock that is set by hand moves.
    pub fn go_to(&mut self, now: DateTime<Utc>) -> Result<()> {
        let Clock::Set(clock) = &self.clock else {
            return Err(Error::internal(anyhow::anyhow!("nobody sets the database's clock")));
        };
        clock.set(now);
        self.now = now;
        Ok(())
    }

    pub fn actor(&self) -> &Actor {
        &self.cause.actor
    }

    pub fn request_id(&self) -> Option<&str> {
        self.cause.request_id.as_deref()
    }

    /// For those who become somebody within the transaction: by signing in.
    pub fn act_as(&mut self, actor: Actor) {
        self.cause.actor = actor;
    }

    /// Says what happened, to whatever reacts to it, in this transaction.
    pub async fn record(&mut self, event: Event) -> Result<()> {
        self.touch(event.touches());
        // A reaction may say that something happened, too.
        Box::pin(reactions::react(self, &event)).await
    }

    /// Says that something public looks different, where no event does.
    pub fn touch(&mut self, touch: Touch) {
        self.touched.add(touch);
    }

    /// Commits it and tells every process what it touched. That is sent right behind the commit and not in it, because
    /// commits that tell something wait for each other, each until the one before is on the disk.
    pub(super) async fn commit(mut self) -> Ended {
        let ended = self.send_commit_and_tell().await;
        if matches!(ended, (Ok(()), true)) {
            self.lent.give_back();
        }
        Ended { touched: self.touched, committed: ended.0, is_told: ended.1 }
    }

    async fn send_commit_and_tell(&mut self) -> (Result<()>, bool) {
        if let Err(error) = self.relieve().await {
            // The commit was not sent, so there is nothing to tell.
            return (Err(error), true);
        }
        let (unsent, before) = self.take_unsent();
        let conn: &AsyncPgConnection = self.lent.conn();
        // If anything before it fails, the database takes this for a rollback, and we learn of the failure.
        let (sent, committed, told) =
            join3(send(conn, unsent, before), run("COMMIT", conn), tell(conn, &self.touched)).await;
        (sent.and(committed), told.is_ok())
    }

    pub(super) async fn roll_back(mut self) {
        // If this fails the connection is of no use, and is closed.
        if self.lent.conn().batch_execute("ROLLBACK").await.is_ok() {
            self.lent.give_back();
        }
    }
}

/// What came of a transaction that was to be committed.
pub(super) struct Ended {
    /// However it ended: if it failed, nobody may know whether it was committed.
    pub touched: Touched,
    pub committed: Result<()>,
    /// Whether the other processes were told.
    pub is_told: bool,
}

/// Tells every process what was touched.
pub(super) async fn tell(mut conn: &AsyncPgConnection, touched: &Touched) -> Result<()> {
    if touched.is_nothing() {
        return Ok(());
    }
    let tell = diesel::sql_query("SELECT pg_notify($1, word) FROM unnest($2) word");
    let tell = tell.bind::<Text, _>(super::CHANGES).bind::<Array<Text>, _>(touched.words());
    Ok(fixed(tell).execute(&mut conn).await.map(drop)?)
}

/// What begins, parts and ends a transaction goes the way of all statements: one that is said at once (`batch_execute`)
/// would overtake those that are prepared first.
fn run<'c>(words: &'static str, mut conn: &'c AsyncPgConnection) -> LocalBoxFuture<'c, Result<()>> {
    fixed(diesel::sql_query(words)).execute(&mut conn).map_ok(drop).err_into().boxed_local()
}

async fn send(conn: &AsyncPgConnection, unsent: Vec<Write>, before: usize) -> Result<()> {
    let mut sent = unsent.into_iter().enumerate().map(|(index, write)| {
        // What fails before a part begins is nothing this part could be told.
        write(conn).map_err(move |error| if index < before { Error::new(Code::Conflict) } else { error })
    });
    let rows = iter::from_fn(|| {
        let row: Vec<_> = sent.by_ref().take(SIDE_BY_SIDE).collect();
        (!row.is_empty()).then(|| join_all(row))
    });
    // The first that failed is why the others did, whichever is heard of first.
    join_all(rows.collect::<Vec<_>>()).await.into_iter().flatten().collect()
}
