//! Connections that are open, a pool of them for each thread that answers requests.
//!
//! A connection is carried by the thread that opened it. Used by another, every question and every answer would have to
//! wake that thread first, which takes longer than most questions.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use deadpool::managed::{QueueMode, Timeouts};
use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::pooled_connection::deadpool::Pool;

use super::connect;
use crate::config::DatabaseSettings;

/// How long anything about a connection may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// As many connections as a thread wants for itself.
const ENOUGH: usize = 4;

#[derive(Clone)]
pub struct Pools {
    all: Arc<[Pool<AsyncPgConnection>]>,
}

impl Pools {
    /// For so many threads, with as many connections in all as the settings say. If there are few, all share them: one
    /// that waits for a lock keeps its connection, and others of its thread must not wait for that.
    pub fn new(settings: &DatabaseSettings, threads: usize) -> anyhow::Result<Self> {
        let all = settings.database_connections;
        let count = if all < ENOUGH * threads { 1 } else { threads.max(1) };
        let pools = (0..count).map(|number| {
            let size = all / count + usize::from(number < all % count);
            let manager = AsyncDieselConnectionManager::new_with_config("", connect::manager_config(settings)?);
            let pool = Pool::builder(manager)
                .max_size(size)
                // The one used last knows most statements, and its server process is awake.
                .queue_mode(QueueMode::Lifo)
                .runtime(deadpool::Runtime::Tokio1)
                .timeouts(Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(PATIENCE) });
            anyhow::Ok(pool.build()?)
        });
        Ok(Self { all: pools.collect::<anyhow::Result<Vec<_>>>()?.into() })
    }

    /// The one this thread takes its connections from.
    pub fn ours(&self) -> &Pool<AsyncPgConnection> {
        static SEATS: AtomicUsize = AtomicUsize::new(0);
        thread_local! {
            static SEAT: usize = SEATS.fetch_add(1, Ordering::Relaxed);
        }
        &self.all[SEAT.with(|seat| seat % self.all.len())]
    }
}
