//! Many at once, released together.

use std::sync::Arc;

use futures_util::future::join_all;
use tokio::sync::Barrier;

use crate::{Answer, Call};

/// Sends all these requests at the same moment; the answers in their order. Who has a key and is told that the service
/// cannot answer right now, as happens with many at once, asks again.
pub async fn race(calls: Vec<Call>) -> Vec<Answer> {
    let barrier = Arc::new(Barrier::new(calls.len()));
    let runners = calls.into_iter().map(|call| {
        let barrier = Arc::clone(&barrier);
        async move {
            barrier.wait().await;
            if call.keyed { call.patiently().await } else { call.await }
        }
    });
    join_all(runners).await
}
