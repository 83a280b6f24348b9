//! What is done after the commit, and when a date comes. Any number of workers may run, beside the API or on their own.
//!
//! Always holds: a worker has leased only the row it is at, so a slow mail server lets no other lease run out, and a
//! stop waits for one delivery; a row whose worker died is taken over when its lease ends.

mod dates;
mod listen;
mod purge;

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::{Notify, watch};
use url::Url;

use crate::db::{Cause, Db, Tx};
use crate::error::Result;
use crate::kernel::Actor;
use crate::mail::{Mailer, compose};
use crate::outbox::{self, Entry};
use crate::retention;
use crate::secrets::Keys;

/// How long a row may wait that nobody was told of: one whose time to try again has come.
const POLL: Duration = Duration::from_secs(2);

pub struct Worker {
    pub db: Db,
    pub keys: Keys,
    pub public_url: Url,
    pub mailer: Mailer,
    /// How long traces of people are kept once nobody needs them.
    pub keep: TimeDelta,
}

impl Worker {
    /// Works until `stop` says so.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        // Side by side: a slow mail server must not hold up a date.
        tokio::join!(
            self.deliver_all(stop.clone()),
            dates::watch(&self.db, stop.clone()),
            purge::watch(&self.db, self.keep, stop)
        );
    }

    /// Makes due what dates have decided until now; for how many projects.
    pub async fn note_dates(&self) -> Result<usize> {
        dates::note_all(&self.db).await
    }

    /// Removes what nobody needs any more; how many rows.
    pub async fn purge(&self) -> usize {
        retention::purge(&self.db, self.keep).await
    }

    async fn deliver_all(&self, mut stop: watch::Receiver<bool>) {
        let woken = Arc::new(Notify::new());
        let listener = tokio::spawn(listen::listen(self.db.clone(), Arc::clone(&woken), stop.clone()));
        while !*stop.borrow() {
            match self.work_once().await {
                // More may be due.
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "the worker could not look for work"),
            }
            tokio::select! {
                () = woken.notified() => {}
                () = tokio::time::sleep(POLL) => {}
                _ = stop.changed() => {}
            }
        }
        listener.abort();
    }

    /// Does the one thing that has been due for longest; whether there was any.
    pub async fn work_once(&self) -> Result<bool> {
        let cause = Cause { actor: Actor::Public, request_id: None };
        let Some(entry) = self.db.write(&cause, async |tx: &mut Tx| outbox::lease(tx).await).await? else {
            return Ok(false);
        };
        // One that fails here keeps its lease and is tried again when that ends.
        if let Err(error) = self.deliver(&cause, &entry).await {
            tracing::error!(%error, id = %entry.id, "a delivery could not be noted");
        }
        Ok(true)
    }

    async fn deliver(&self, cause: &Cause, entry: &Entry) -> Result<()> {
        let composed = self
            .db
            .write(cause, async |tx: &mut Tx| compose(tx, &self.keys, &self.public_url, entry.id, &entry.job()?).await)
            .await;
        let (permanent, message) = match composed {
            Ok(None) => return self.db.write(cause, async |tx: &mut Tx| outbox::finish(tx, entry.id).await).await,
            Ok(Some(mail)) => match self.mailer.send(entry.id, mail).await {
                Ok(()) => {
                    metrics::counter!("outbox_delivered_total").increment(1);
                    return self.db.write(cause, async |tx: &mut Tx| outbox::finish(tx, entry.id).await).await;
                }
                Err(error) => (error.permanent, error.message),
            },
            Err(error) => (false, error.to_string()),
        };
        tracing::warn!(id = %entry.id, attempts = entry.attempts, permanent, message, "a delivery failed");
        metrics::counter!("outbox_failed_total").increment(1);
        self.db
            .write(cause, async |tx: &mut Tx| {
                match outbox::next_attempt(entry.attempts, tx.now()).filter(|_| !permanent) {
                    Some(at) => outbox::postpone(tx, entry.id, at, &message).await,
                    None => outbox::bury(tx, entry.id, &message).await,
                }
            })
            .await
    }
}
