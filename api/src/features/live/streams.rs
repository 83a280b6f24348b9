//! What one stream says, piece by piece. A piece is asked for when the reader has room for it, and is the newest then.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{Stream, stream};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::card::{Card, Piece};
use super::hub::{Hub, Latest, PACE};
use super::slots::Slot;
use crate::error::Result;
use crate::kernel::ProjectId;
use crate::secrets::random;

/// Proxies and browsers take a connection that is silent for longer to be dead.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A project, now and whenever it changes. `seen` is the state the reader has already.
pub fn project(hub: &Hub, id: ProjectId, seen: Option<String>, slot: Slot) -> impl Stream<Item = Piece> + use<> {
    let latest = hub.watch(id);
    let following = Following { latest, seen, told_at: None, line: Line::new(hub, slot) };
    stream::unfold(following, |mut following| async { following.next().await.map(|piece| (piece, following)) })
}

/// Every public project when it changes.
pub async fn board(hub: &Arc<Hub>, slot: Slot) -> Result<impl Stream<Item = Piece> + use<>> {
    let mut changes = hub.watch_board().await?;
    let seen = *changes.borrow_and_update();
    let watching = Watching { hub: Arc::clone(hub), changes, seen, line: Line::new(hub, slot) };
    Ok(stream::unfold(watching, |mut watching| async { watching.next().await.map(|piece| (piece, watching)) }))
}

/// What all streams have.
struct Line {
    closing: watch::Receiver<bool>,
    greeted: bool,
    beat_at: Instant,
    _slot: Slot,
}

impl Line {
    fn new(hub: &Hub, slot: Slot) -> Self {
        Self { closing: hub.closing(), greeted: false, beat_at: Instant::now(), _slot: slot }
    }

    /// So that the reader knows that it is heard. If all streams break at once, their readers do not come back at once.
    fn greet(&mut self) -> Option<Piece> {
        if self.greeted {
            return None;
        }
        self.greeted = true;
        self.put_off_beat();
        let retry = 1000 + u32::from(u16::from_le_bytes(random())) % 4000;
        Some(format!("retry: {retry}\n: hello\n\n").into_bytes().into())
    }

    fn beat(&mut self) -> Piece {
        self.put_off_beat();
        Arc::from(&b": still here\n\n"[..])
    }

    fn put_off_beat(&mut self) {
        self.beat_at = Instant::now() + HEARTBEAT;
    }
}

struct Following {
    latest: Latest,
    seen: Option<String>,
    told_at: Option<Instant>,
    line: Line,
}

fn is_news(card: Option<&Arc<Card>>, seen: Option<&str>) -> bool {
    card.is_some_and(|card| Some(card.id.as_str()) != seen)
}

impl Following {
    async fn next(&mut self) -> Option<Piece> {
        if let Some(hello) = self.line.greet() {
            return Some(hello);
        }
        loop {
            let Self { latest, seen, told_at, line } = self;
            let quiet = tokio::select! {
                biased;
                _ = line.closing.wait_for(|closing| *closing) => return None,
                news = latest.wait_for(|card| is_news(card.as_ref(), seen.as_deref())) => news.map(|_| false).ok()?,
                () = sleep_until(line.beat_at) => true,
            };
            if quiet {
                return Some(line.beat());
            }
            if let Some(told_at) = told_at {
                tokio::select! {
                    biased;
                    _ = line.closing.wait_for(|closing| *closing) => return None,
                    () = sleep_until(*told_at + PACE) => {}
                }
            }
            // By now it may be another one, or what the reader has already.
            let card = latest.borrow_and_update().clone().filter(|card| is_news(Some(card), seen.as_deref()));
            if let Some(card) = card {
                *seen = Some(card.id.clone());
                *told_at = Some(Instant::now());
                line.put_off_beat();
                return Some(Arc::clone(&card.event));
            }
        }
    }
}

struct Watching {
    hub: Arc<Hub>,
    changes: watch::Receiver<u64>,
    seen: u64,
    line: Line,
}

impl Watching {
    async fn next(&mut self) -> Option<Piece> {
        if let Some(hello) = self.line.greet() {
            return Some(hello);
        }
        loop {
            let quiet = tokio::select! {
                biased;
                _ = self.line.closing.wait_for(|closing| *closing) => return None,
                // An error says that nobody knows what this stream missed.
                changed = self.changes.changed() => changed.map(|()| false).ok()?,
                () = sleep_until(self.line.beat_at) => true,
            };
            if quiet {
                return Some(self.line.beat());
            }
            let until = *self.changes.borrow_and_update();
            let news = self.hub.board_since(self.seen);
            self.seen = until;
            if !news.is_empty() {
                self.line.put_off_beat();
                return Some(news.concat().into());
            }
        }
    }
}
