//! Being told of new rows, so that mails leave at once. If the connection breaks, polling still finds them.

use std::sync::Arc;
use std::time::Duration;

use diesel_async::RunQueryDsl as _;
use futures_util::StreamExt as _;
use tokio::sync::{Notify, watch};

use crate::config::DatabaseSettings;
use crate::db::connect;
use crate::outbox::CHANNEL;

pub async fn listen(database: DatabaseSettings, woken: Arc<Notify>, stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = listen_once(&database, &woken).await {
            tracing::warn!(%error, "the worker is not told of new work; it polls");
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}

async fn listen_once(database: &DatabaseSettings, woken: &Notify) -> anyhow::Result<()> {
    let mut connection = connect(database).await?;
    diesel::sql_query(format!("LISTEN {CHANNEL}")).execute(&mut connection).await?;
    let mut told = Box::pin(connection.notifications_stream());
    while let Some(notification) = told.next().await {
        notification?;
        woken.notify_one();
    }
    anyhow::bail!("the connection closed")
}
