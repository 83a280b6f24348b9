//! The database: connections, and the two ways to use one.
//!
//! - [`Db::read`] lends a connection to look with.
//! - [`Db::write`] runs a piece of work in a transaction: all of it happens, or nothing. A connection that is dropped
//!   while its transaction is open (a cancelled task, a panic) is closed, never handed to somebody else.

mod changes;
mod connect;
mod fixed;
mod lent;
mod listen;
mod migrate;
mod pools;
mod search;
mod stored;
mod tx;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use diesel_async::pooled_connection::PoolError;
use diesel_async::pooled_connection::deadpool::{Object, PoolError as DeadpoolError};
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, RunQueryDsl as _, TransactionManager as _};

pub use changes::{Changes, Mark};
pub use fixed::fixed;
pub use listen::{Heard, Listener};
pub use migrate::{check_schema, migrate};
pub use search::{contains, lower};
pub use stored::{amount_of, stored, stored_amount};
pub use tx::{Cause, Reader, Soon, Tx};

use self::lent::Lent;
use self::pools::Pools;
use self::tx::Ended;
use crate::config::DatabaseSettings;
use crate::error::{Error, Result};
use crate::kernel::{Clock, Touched};

pub type Connection = Object<AsyncPgConnection>;

/// What is said on this channel is what changed: `kernel::Touched` in words.
pub const CHANGES: &str = "cofund_changes";

/// How often and for how long other processes are told again. After that they have asked for everything anew.
const TELL_AGAIN: Duration = Duration::from_millis(100);
const TELL_FOR: Duration = Duration::from_secs(5);

/// How often a transaction that lost a deadlock or a serialization race is run again.
const ATTEMPTS: u32 = 4;

#[derive(Clone)]
pub struct Db {
    pools: Pools,
    settings: DatabaseSettings,
    clock: Clock,
    changes: Arc<Changes>,
}

impl Db {
    pub fn new(settings: &DatabaseSettings, clock: Clock) -> anyhow::Result<Self> {
        Self::for_threads(1, settings, clock)
    }

    /// For so many threads that ask often.
    pub fn for_threads(threads: usize, settings: &DatabaseSettings, clock: Clock) -> anyhow::Result<Self> {
        let pools = Pools::new(settings, threads)?;
        Ok(Self { pools, settings: settings.clone(), clock, changes: Arc::new(Changes::new()) })
    }

    /// A connection to look with. Nothing may be written through it.
    pub async fn read(&self) -> Result<Connection> {
        self.connection().await
    }

    /// Looks more than once at one moment of the database. Nothing can be written in it.
    pub async fn snapshot<T: Send>(&self, work: impl AsyncFnOnce(&mut AsyncPgConnection) -> Result<T>) -> Result<T> {
        let mut lent = Lent::new(self.connection().await?);
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        AnsiTransactionManager::begin_transaction_sql(lent.conn(), begin).await?;
        let outcome = work(lent.conn()).await;
        AnsiTransactionManager::rollback_transaction(lent.conn()).await?;
        lent.give_back();
        outcome
    }

    async fn connection(&self) -> Result<Connection> {
        self.pools.ours().get().await.map_err(|error| match error {
            // The pool's own words around it repeat what the innermost says.
            DeadpoolError::Backend(PoolError::ConnectionError(error)) => {
                Error::unavailable(anyhow::Error::new(error).context("cannot reach the database"))
            }
            error => Error::unavailable(error),
        })
    }

    /// Hears what is said on a channel from now on, on a connection beside the pool.
    pub async fn listen(&self, channel: &'static str) -> anyhow::Result<Listener> {
        Listener::connect(&self.settings, channel).await
    }

    /// What changed, as far as this process knows.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        diesel::sql_query("SELECT 1").execute(&mut self.read().await?).await?;
        Ok(())
    }

    /// The time, near enough to show. Decisions compare [`Tx::now`].
    pub fn now(&self) -> DateTime<Utc> {
        match &self.clock {
            #[expect(clippy::disallowed_methods, reason = "this is where it is wrapped")]
            Clock::Database => Utc::now(),
            Clock::Set(clock) => clock.now(),
        }
    }

    /// Runs `work` in one transaction, on behalf of `cause`, and commits it if it succeeds.
    pub async fn write<T>(&self, cause: &Cause, work: impl AsyncFn(&mut Tx) -> Result<T>) -> Result<T> {
        self.write_after(cause, |_| (), async |tx: &mut Tx, ()| work(tx).await).await
    }

    /// The same for work that knows at once what it locks and asks for: `first` says it with what begins the transaction.
    pub async fn write_after<F, T>(
        &self,
        cause: &Cause,
        first: impl Fn(&mut Tx) -> F,
        work: impl AsyncFn(&mut Tx, F) -> Result<T>,
    ) -> Result<T> {
        let mut attempt = 1;
        loop {
            match self.attempt(cause, &first, &work).await {
                Err(error) if error.is_worth_retrying() && attempt < ATTEMPTS => {
                    tracing::debug!(attempt, %error, "running a transaction again");
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }

    /// The connection was lost between the commit and what it would have told. Whoever needs no telling is no worse off.
    fn tell_again(&self, touched: Touched) {
        let db = self.clone();
        tokio::spawn(async move {
            let begun = Instant::now();
            while begun.elapsed() < TELL_FOR {
                let told = match db.connection().await {
                    Ok(conn) => tx::tell(&conn, &touched).await,
                    Err(error) => Err(error),
                };
                let Err(error) = told else { return };
                tracing::debug!(%error, "other processes are told of a change again");
                tokio::time::sleep(TELL_AGAIN).await;
            }
        });
    }

    /// The same, once: whoever loses a race is told so.
    pub async fn attempt<F, T>(
        &self,
        cause: &Cause,
        first: impl FnOnce(&mut Tx) -> F,
        work: impl AsyncFnOnce(&mut Tx, F) -> Result<T>,
    ) -> Result<T> {
        let mut tx = Tx::new(self.connection().await?, &self.clock, cause);
        let done = match tx.begin(first).await {
            Ok(first) => work(&mut tx, first).await,
            Err(error) => Err(error),
        };
        match done {
            Ok(done) => {
                let Ended { touched, committed, is_told } = tx.commit().await;
                // Whoever made the change reads it from now on, and so does everybody if nobody knows whether it was made.
                self.changes.note(&touched);
                if !is_told {
                    self.tell_again(touched);
                }
                committed.map(|()| done)
            }
            Err(error) => {
                tx.roll_back().await;
                Err(error)
            }
        }
    }
}
