//! One transaction: its connection, its time, and on whose behalf it is.

use chrono::{DateTime, Utc};
use diesel_async::{AsyncPgConnection, RunQueryDsl as _, TransactionManager as _};

use super::Connection;
use super::lent::Lent;
use crate::error::{Error, Result};
use crate::kernel::{Actor, Clock, Event};
use crate::reactions;

type Transactions = <AsyncPgConnection as diesel_async::AsyncConnection>::TransactionManager;

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

pub struct Tx {
    lent: Lent,
    now: DateTime<Utc>,
    clock: Clock,
    cause: Cause,
}

impl Tx {
    pub(super) async fn begin(connection: Connection, clock: &Clock, cause: &Cause) -> Result<Self> {
        let mut lent = Lent::new(connection);
        Transactions::begin_transaction(lent.conn()).await?;
        let now = DateTime::UNIX_EPOCH;
        let mut tx = Self { lent, now, clock: clock.clone(), cause: cause.clone() };
        tx.now = match clock {
            Clock::Database => {
                let now = diesel::dsl::sql::<diesel::sql_types::Timestamptz>("clock_timestamp()");
                diesel::select(now).get_result(tx.conn()).await?
            }
            Clock::Set(clock) => clock.now(),
        };
        Ok(tx)
    }

    pub fn conn(&mut self) -> &mut AsyncPgConnection {
        self.lent.conn()
    }

    /// The database's time at which this transaction began.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
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
        // A reaction may say that something happened, too.
        Box::pin(reactions::react(self, &event)).await
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        let outcome = Transactions::commit_transaction(self.conn()).await;
        if outcome.is_ok() {
            self.lent.give_back();
        }
        outcome.map_err(Error::from)
    }

    pub(super) async fn roll_back(mut self) {
        // If this fails the connection is of no use, and is closed.
        if Transactions::rollback_transaction(self.conn()).await.is_ok() {
            self.lent.give_back();
        }
    }
}
