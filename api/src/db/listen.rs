//! Being told by the database (LISTEN), on a connection of its own for as long as somebody wants to hear.
//!
//! A connection that says nothing is asked now and then whether it is still there: the network may have swallowed it
//! without a word. Its answer says more: what was committed before the question has been told before the answer. Whoever
//! hears an error begins anew, and takes it that everything may have changed meanwhile.

use std::pin::pin;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use diesel_async::{AsyncPgConnection, RunQueryDsl as _};
use futures_util::StreamExt as _;
use tokio::time::timeout;

use super::connect::connect;
use super::fixed::fixed;
use crate::config::DatabaseSettings;

/// For how long silence means nothing, to those who only wait for a word.
const SILENCE: Duration = Duration::from_secs(30);
/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(5);

pub struct Listener {
    connection: AsyncPgConnection,
    channel: &'static str,
    /// When it was last asked whether all has been said.
    asked: Instant,
    /// It answered, and what came before its answer is still being handed on.
    answered: bool,
}

/// What is heard.
pub enum Heard {
    Word(String),
    /// All that was said before this instant has been heard.
    AllUntil(Instant),
}

impl Listener {
    pub(super) async fn connect(settings: &DatabaseSettings, channel: &'static str) -> anyhow::Result<Self> {
        let mut connection = connect(settings).await?;
        let asked = Instant::now();
        let listens = diesel::sql_query(format!("LISTEN {channel}")).execute(&mut connection);
        timeout(ANSWER, listens).await.context("the connection does not answer")??;
        Ok(Self { connection, channel, asked, answered: false })
    }

    /// What was said next.
    pub async fn next(&mut self) -> anyhow::Result<String> {
        loop {
            if let Heard::Word(word) = self.next_within(SILENCE).await? {
                return Ok(word);
            }
        }
    }

    /// What was said next; or, at least once in this time, however much is said, that all has been heard.
    pub async fn next_within(&mut self, time: Duration) -> anyhow::Result<Heard> {
        loop {
            if self.answered {
                return Ok(match self.word_within(Duration::ZERO).await? {
                    Some(word) => Heard::Word(word),
                    None => {
                        self.answered = false;
                        Heard::AllUntil(self.asked)
                    }
                });
            }
            if let Some(left) = time.checked_sub(self.asked.elapsed())
                && let Some(word) = self.word_within(left).await?
            {
                return Ok(Heard::Word(word));
            }
            self.ask().await?;
        }
    }

    /// Asks whether all has been said. What was said before the answer comes before it.
    async fn ask(&mut self) -> anyhow::Result<()> {
        self.asked = Instant::now();
        // Whoever looks at what connections do reads what this one is for.
        let question = diesel::sql_query(format!("SELECT 'all told on {}?'", self.channel));
        let asked = fixed(question).execute(&mut self.connection);
        timeout(ANSWER, asked).await.context("the connection does not answer")??;
        self.answered = true;
        Ok(())
    }

    async fn word_within(&mut self, time: Duration) -> anyhow::Result<Option<String>> {
        let mut told = pin!(self.connection.notifications_stream());
        match timeout(time, told.next()).await {
            Ok(told) => Ok(Some(told.context("the connection closed")??.payload)),
            Err(_) => Ok(None),
        }
    }
}
