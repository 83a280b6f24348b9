//! Being told of new rows, so that mails leave at once. If the connection breaks, polling still finds them.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};

use crate::db::Db;
use crate::outbox::CHANNEL;

pub async fn listen(db: Db, woken: Arc<Notify>, stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = listen_once(&db, &woken).await {
            tracing::warn!(%error, "the worker is not told of new work; it polls");
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}

async fn listen_once(db: &Db, woken: &Notify) -> anyhow::Result<()> {
    let mut told = db.listen(CHANNEL).await?;
    loop {
        told.next().await?;
        woken.notify_one();
    }
}
