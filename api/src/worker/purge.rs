//! Now and then, what nobody needs any more is removed.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;

use crate::db::Db;
use crate::retention;

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Looks at once, and again and again until `stop` says so.
pub async fn watch(db: &Db, keep: TimeDelta, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        retention::purge(db, keep).await;
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}
