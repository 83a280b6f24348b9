//! Where answers are kept, by address: so many bytes of them, and those asked for most.

use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use futures_util::poll;
use quick_cache::sync::{Cache, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

use super::kept::Kept;
use crate::db::Db;

/// In bytes, as [`Kept::weight`] counts them.
const ROOM: u64 = 24 * 1024 * 1024;
/// None holds more than its part of the room: on a machine with many cores as many parts would be too small for a page.
const SHARDS: usize = 8;
/// For how many there is room, about.
const TYPICAL: usize = 4096;

/// An answer weighs what its bytes take.
#[derive(Clone)]
pub struct ByWeight;

impl Weighter<String, Arc<Kept>> for ByWeight {
    fn weight(&self, key: &String, kept: &Arc<Kept>) -> u64 {
        (key.len() + kept.weight()) as u64
    }
}

/// The duty to make an answer. Whoever wants the same waits until it is made, or given up by being dropped.
pub type Duty<'a> =
    PlaceholderGuard<'a, String, Arc<Kept>, ByWeight, DefaultHashBuilder, DefaultLifecycle<String, Arc<Kept>>>;

/// What somebody who wants an answer gets.
pub enum Turn<'a> {
    Ready(Arc<Kept>),
    Make(Duty<'a>),
    /// Whoever was to make it gave up: it is nothing to keep, and those who waited for it need not wait for each other.
    GoAlone,
}

pub struct Shelf {
    kept: Cache<String, Arc<Kept>, ByWeight>,
}

impl Default for Shelf {
    fn default() -> Self {
        let options = OptionsBuilder::new()
            .shards(SHARDS)
            .estimated_items_capacity(TYPICAL)
            .weight_capacity(ROOM)
            .build()
            .expect("all is said");
        Self {
            kept: Cache::with_options(options, ByWeight, DefaultHashBuilder::default(), DefaultLifecycle::default()),
        }
    }
}

impl Shelf {
    /// What is ready, if it holds.
    pub fn get(&self, key: &str, db: &Db) -> Option<Arc<Kept>> {
        self.kept.get(key).filter(|kept| kept.holds(db))
    }

    /// What holds once nobody is making it any more, or the duty to make it.
    ///
    /// What began to be read after somebody asked is right for them, even if it has changed again since: nobody waits
    /// for more than two that are made.
    pub async fn turn(&self, key: &str, db: &Db) -> Turn<'_> {
        let asked = Instant::now();
        let judge = |_: &String, kept: &mut Arc<Kept>| {
            if kept.holds(db) || kept.was_read_after(asked) {
                EntryAction::Retain(Arc::clone(kept))
            } else {
                EntryAction::ReplaceWithGuard
            }
        };
        let mut entry = pin!(self.kept.entry_async(key, judge));
        let (entry, waited) = match poll!(&mut entry) {
            Poll::Ready(entry) => (entry, false),
            Poll::Pending => (entry.await, true),
        };
        match entry {
            EntryResult::Retained(kept) | EntryResult::Removed(_, kept) => Turn::Ready(kept),
            EntryResult::Vacant(_) if waited => Turn::GoAlone,
            EntryResult::Replaced(duty, _) | EntryResult::Vacant(duty) => Turn::Make(duty),
            EntryResult::Timeout => unreachable!("there is no time limit"),
        }
    }
}
