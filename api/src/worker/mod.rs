//! What is done after the commit. Any number of workers may run, beside the API or on their own: each leases rows of
//! the outbox, and a row whose worker died is taken over when its lease ends.

mod listen;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};
use url::Url;

use crate::config::DatabaseSettings;
use crate::db::{Cause, Db, Tx};
use crate::error::Result;
use crate::kernel::Actor;
use crate::mail::{Mailer, compose};
use crate::outbox::{self, Entry};
use crate::secrets::Keys;

/// How many rows are leased at a time.
const BATCH: i64 = 20;
/// How long a row may wait that nobody was told of: one whose time to try again has come.
const POLL: Duration = Duration::from_secs(2);

pub struct Worker {
    pub db: Db,
    pub keys: Keys,
    pub public_url: Url,
    pub mailer: Mailer,
}

impl Worker {
    /// Works until `stop` says so.
    pub async fn run(&self, database: DatabaseSettings, mut stop: watch::Receiver<bool>) {
        let woken = Arc::new(Notify::new());
        let listener = tokio::spawn(listen::listen(database, Arc::clone(&woken), stop.clone()));
        while !*stop.borrow() {
            match self.work_once().await {
                // More may be due.
                Ok(done) if done > 0 => continue,
                Ok(_) => {}
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

    /// Does what is due now, once; how many rows that were.
    pub async fn work_once(&self) -> Result<usize> {
        let cause = Cause { actor: Actor::Public, request_id: None };
        let entries = self.db.write(&cause, async |tx: &mut Tx| outbox::lease(tx, BATCH).await).await?;
        for entry in &entries {
            // One that fails here keeps its lease and is tried again when that ends.
            if let Err(error) = self.deliver(&cause, entry).await {
                tracing::error!(%error, id = %entry.id, "a delivery could not be noted");
            }
        }
        Ok(entries.len())
    }

    async fn deliver(&self, cause: &Cause, entry: &Entry) -> Result<()> {
        let composed = self
            .db
            .write(cause, async |tx: &mut Tx| compose(tx, &self.keys, &self.public_url, entry.id, &entry.job).await)
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
