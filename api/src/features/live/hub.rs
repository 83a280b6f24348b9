//! Who watches what in this process, and what has to be read again for them.
//!
//! Always holds: a project nobody watches costs nothing; one that is watched is read once, however many watch it, and at
//! most once a second; a change that comes while it is being read, or too soon after, is read later and never lost.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, timeout, timeout_at};

use super::card::{Card, Piece};
use super::slots::Slots;
use crate::config::LimitSettings;
use crate::error::{Error, Result};
use crate::kernel::{ProjectId, Touch};

/// The least time between two events of a project.
pub const PACE: Duration = Duration::from_secs(1);
/// How long a stream waits for changes to be heard of.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many projects are read at once.
const TOGETHER: usize = 100;

/// The state of a project for those who watch it; none until it is read for the first time.
pub type Latest = watch::Receiver<Option<Arc<Card>>>;

pub struct Hub {
    pub slots: Arc<Slots>,
    inner: Mutex<Inner>,
    woken: Notify,
    /// Whether changes are heard of.
    hearing: watch::Sender<bool>,
    closing: watch::Sender<bool>,
}

struct Inner {
    watched: HashMap<ProjectId, watch::Sender<Option<Arc<Card>>>>,
    waiting: HashMap<ProjectId, Waiting>,
    read_at: HashMap<ProjectId, Instant>,
    board: Board,
}

/// A project that is to be read.
struct Waiting {
    at: Instant,
    /// Because it changed, not only because somebody came to watch.
    changed: bool,
}

/// The newest card of each project that changed, and how many changes there were. Dropped, it ends its streams.
struct Board {
    cards: HashMap<ProjectId, (u64, Arc<Card>)>,
    changes: watch::Sender<u64>,
}

impl Board {
    fn new() -> Self {
        Self { cards: HashMap::new(), changes: watch::Sender::new(0) }
    }

    fn is_watched(&self) -> bool {
        self.changes.receiver_count() > 0
    }

    fn show(&mut self, card: &Arc<Card>) {
        let known = self.cards.get(&card.project).is_some_and(|(_, shown)| shown.id == card.id);
        if self.is_watched() && card.is_public && !known {
            let change = *self.changes.borrow() + 1;
            self.cards.insert(card.project, (change, Arc::clone(card)));
            self.changes.send_replace(change);
        }
    }
}

/// What is to be read now, and when to look again.
pub struct Due {
    /// With whether it changed.
    pub projects: Vec<(ProjectId, bool)>,
    pub next: Instant,
}

impl Hub {
    pub fn new(settings: &LimitSettings) -> Self {
        let inner =
            Inner { watched: HashMap::new(), waiting: HashMap::new(), read_at: HashMap::new(), board: Board::new() };
        Self {
            slots: Slots::new(settings),
            inner: Mutex::new(inner),
            woken: Notify::new(),
            hearing: watch::Sender::new(false),
            closing: watch::Sender::new(false),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().expect("nobody panics while holding the hub")
    }

    /// Ends all streams, those that come later, too, and the work for them.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// Begins to watch a project.
    pub fn watch(&self, project: ProjectId) -> Latest {
        let mut inner = self.lock();
        let latest = inner.watched.entry(project).or_insert_with(|| watch::Sender::new(None)).subscribe();
        if latest.borrow().is_none() {
            inner.wait(project, false);
            self.woken.notify_one();
        }
        latest
    }

    /// Begins to watch all of them, from now on: once changes are heard of, so that none goes by.
    pub async fn watch_board(&self) -> Result<watch::Receiver<u64>> {
        let mut hearing = self.hearing.subscribe();
        let deaf = || Error::unavailable(anyhow!("changes are not heard of"));
        timeout(PATIENCE, hearing.wait_for(|hearing| *hearing)).await.map_err(|_| deaf())?.map_err(Error::internal)?;
        let inner = self.lock();
        // It may have been lost again.
        if *self.hearing.borrow() { Ok(inner.board.changes.subscribe()) } else { Err(deaf()) }
    }

    /// What changed after these changes, in the order it did; each project once.
    pub fn board_since(&self, seen: u64) -> Vec<Piece> {
        let inner = self.lock();
        let mut news: Vec<_> = inner.board.cards.values().filter(|(change, _)| *change > seen).collect();
        news.sort_unstable_by_key(|(change, _)| *change);
        news.into_iter().map(|(_, card)| Arc::clone(&card.event)).collect()
    }

    /// Somebody said that this changed.
    pub fn changed(&self, touch: Touch) {
        let mut inner = self.lock();
        match touch {
            Touch::Nothing => return,
            Touch::Project(project) => {
                if inner.watched.contains_key(&project) || inner.board.is_watched() {
                    inner.wait(project, true);
                }
            }
            Touch::Everything => inner.wait_for_all(),
        }
        self.woken.notify_one();
    }

    /// From now on changes are heard of. Nobody knows what changed before: all that is watched may have.
    pub fn hears(&self) {
        self.lock().wait_for_all();
        self.hearing.send_replace(true);
        self.woken.notify_one();
    }

    /// From now on changes are not heard of. What the board misses cannot be found out, so its streams end; whoever
    /// comes back reads the list again.
    pub fn hears_nothing(&self) {
        let mut inner = self.lock();
        self.hearing.send_replace(false);
        inner.board = Board::new();
    }

    /// What is to be read now. Forgets what nobody watches any more.
    pub fn due(&self, clock: DateTime<Utc>) -> Due {
        let now = Instant::now();
        let mut inner = self.lock();
        inner.forget(now);
        inner.notice_dates(clock);
        let ready = inner.waiting.iter().filter(|(_, waiting)| waiting.at <= now);
        let projects: Vec<_> = ready.map(|(id, waiting)| (*id, waiting.changed)).take(TOGETHER).collect();
        for (project, _) in &projects {
            inner.waiting.remove(project);
            inner.read_at.insert(*project, now);
        }
        let next = inner.waiting.values().map(|waiting| waiting.at).min();
        // Dates are looked at this often, too.
        let next = next.map_or(now + PACE, |at| at.min(now + PACE));
        Due { projects, next }
    }

    /// Comes back when there may be something due before that.
    pub async fn until(&self, next: Instant) {
        // Either will do.
        let _ = timeout_at(next, self.woken.notified()).await;
    }

    /// Hands out what was read.
    pub fn show(&self, card: Card, changed: bool) {
        let card = Arc::new(card);
        let mut inner = self.lock();
        if let Some(latest) = inner.watched.get(&card.project) {
            latest.send_if_modified(|shown| {
                let is_news = shown.as_ref().is_none_or(|shown| shown.id != card.id);
                if is_news {
                    *shown = Some(Arc::clone(&card));
                }
                is_news
            });
        }
        if changed {
            inner.board.show(&card);
        }
    }

    /// These could not be read: they are tried again.
    pub fn again(&self, projects: &[(ProjectId, bool)]) {
        let mut inner = self.lock();
        for (project, changed) in projects {
            inner.wait(*project, *changed);
        }
    }
}

impl Inner {
    /// Once it has been long enough since it was read.
    fn wait(&mut self, project: ProjectId, changed: bool) {
        let now = Instant::now();
        let at = self.read_at.get(&project).map_or(now, |read| (*read + PACE).max(now));
        let waiting = self.waiting.entry(project).or_insert(Waiting { at, changed });
        waiting.changed |= changed;
    }

    fn wait_for_all(&mut self) {
        let watched: Vec<_> = self.watched.keys().copied().collect();
        for project in watched {
            self.wait(project, true);
        }
    }

    fn forget(&mut self, now: Instant) {
        self.watched.retain(|_, latest| latest.receiver_count() > 0);
        self.read_at.retain(|_, read| *read + PACE > now);
        let Self { watched, waiting, board, .. } = self;
        if !board.is_watched() {
            board.cards.clear();
            waiting.retain(|project, _| watched.contains_key(project));
        }
    }

    /// A date that passes changes a project though nobody says so.
    fn notice_dates(&mut self, clock: DateTime<Utc>) {
        let passed = |latest: &watch::Sender<Option<Arc<Card>>>| {
            latest.borrow().as_ref().is_some_and(|card| card.turns_at.is_some_and(|at| at <= clock))
        };
        let turned: Vec<_> = self.watched.iter().filter(|(_, latest)| passed(latest)).map(|(id, _)| *id).collect();
        for project in turned {
            self.wait(project, true);
        }
    }
}
