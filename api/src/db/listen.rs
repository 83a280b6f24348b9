//! Being told by the database (LISTEN), on a connection of its own for as long as somebody wants to hear.
//!
//! A connection that has been silent for long is asked whether it is still there: the network may have swallowed it
//! without a word. Whoever hears an error begins anew, and takes it that everything may have changed meanwhile.

use std::pin::pin;
use std::time::Duration;

use anyhow::Context as _;
use diesel_async::{AsyncPgConnection, RunQueryDsl as _};
use futures_util::StreamExt as _;
use tokio::time::timeout;

use super::connect::connect;
use crate::config::DatabaseSettings;

/// For how long silence means nothing.
const SILENCE: Duration = Duration::from_secs(30);
/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(5);

pub struct Listener {
    connection: AsyncPgConnection,
}

impl Listener {
    pub(super) async fn connect(settings: &DatabaseSettings, channel: &'static str) -> anyhow::Result<Self> {
        let mut connection = connect(settings).await?;
        diesel::sql_query(format!("LISTEN {channel}")).execute(&mut connection).await?;
        Ok(Self { connection })
    }

    /// What was said next.
    pub async fn next(&mut self) -> anyhow::Result<String> {
        loop {
            let told = {
                let mut told = pin!(self.connection.notifications_stream());
                timeout(SILENCE, told.next()).await
            };
            match told {
                Ok(Some(notification)) => return Ok(notification?.payload),
                Ok(None) => anyhow::bail!("the connection closed"),
                Err(_) => self.ask().await?,
            }
        }
    }

    async fn ask(&mut self) -> anyhow::Result<()> {
        let asked = diesel::sql_query("SELECT 1").execute(&mut self.connection);
        timeout(ANSWER, asked).await.context("the connection does not answer")??;
        Ok(())
    }
}
