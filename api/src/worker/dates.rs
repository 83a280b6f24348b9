//! What comes about by a date: projects are missed, settled and closed, and reminders become due.
//!
//! Always holds: one project a transaction, locked by whoever is at it, so several workers share the work and each fact
//! is noted once; nothing depends on when a worker looks, since what it finds is decided by dates alone; a project that
//! cannot be brought up to date is set aside for this look and holds up no other.

use std::cell::RefCell;
use std::time::Duration;

use tokio::sync::watch;
use uuid::Uuid;

use crate::db::{Cause, Db, Tx};
use crate::error::Result;
use crate::features::projects::date_actions;
use crate::kernel::Actor;

/// How long after its date something may wait to be noted. What people see and may do does not wait for it.
const EVERY: Duration = Duration::from_secs(3);

/// Looks at once, and again and again until `stop` says so.
pub async fn watch(db: &Db, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = note_all(db).await {
            tracing::error!(%error, "the worker could not look for what is due by its date");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One look: everything that dates have brought about until now. How many projects were concerned.
pub async fn note_all(db: &Db) -> Result<usize> {
    let noted = each(db, async |tx, aside| date_actions::note_next(tx, aside).await).await?;
    let reminded = each(db, async |tx, aside| date_actions::remind_next(tx, aside).await).await?;
    Ok(noted + reminded)
}

/// Does one after the other until none is left, each at most once.
async fn each(db: &Db, work: impl AsyncFn(&mut Tx, &RefCell<Vec<Uuid>>) -> Result<bool>) -> Result<usize> {
    let cause = Cause { actor: Actor::Public, request_id: None };
    let (aside, mut done) = (RefCell::new(Vec::new()), 0);
    loop {
        let before = aside.borrow().len();
        match db.write(&cause, async |tx: &mut Tx| work(tx, &aside).await).await {
            Ok(true) => done += 1,
            Ok(false) => return Ok(done),
            // It came as far as a project: that one is left for the next look.
            Err(error) if aside.borrow().len() > before => {
                tracing::error!(%error, project = ?aside.borrow().last(), "a date could not be noted");
            }
            Err(error) => return Err(error),
        }
    }
}
