//! Where answers are kept, by address: so many bytes of them, and those asked for most.

use std::sync::Arc;
use std::time::Instant;

use quick_cache::sync::{Cache, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Weighter};

use super::kept::Kept;
use crate::db::Db;

/// In bytes, as [`Kept::weight`] counts them.
const ROOM: u64 = 24 * 1024 * 1024;
/// For how many there is room, about.
const TYPICAL: usize = 4096;

/// An answer weighs what its bytes take.
#[derive(Clone)]
pub struct Bytes;

impl Weighter<String, Arc<Kept>> for Bytes {
    fn weight(&self, key: &String, kept: &Arc<Kept>) -> u64 {
        (key.len() + kept.weight()) as u64
    }
}

/// The duty to make an answer. Whoever wants the same waits until it is made, or given up by being dropped.
pub type Duty<'a> =
    PlaceholderGuard<'a, String, Arc<Kept>, Bytes, DefaultHashBuilder, DefaultLifecycle<String, Arc<Kept>>>;

pub struct Shelf {
    kept: Cache<String, Arc<Kept>, Bytes>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { kept: Cache::with_weighter(TYPICAL, ROOM, Bytes) }
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
    pub async fn get_or_make(&self, key: &str, db: &Db) -> Result<Arc<Kept>, Duty<'_>> {
        let asked = Instant::now();
        let judge = |_: &String, kept: &mut Arc<Kept>| {
            if kept.holds(db) || kept.was_read_after(asked) {
                EntryAction::Retain(Arc::clone(kept))
            } else {
                EntryAction::ReplaceWithGuard
            }
        };
        match self.kept.entry_async(key, judge).await {
            EntryResult::Retained(kept) | EntryResult::Removed(_, kept) => Ok(kept),
            EntryResult::Replaced(duty, _) | EntryResult::Vacant(duty) => Err(duty),
            EntryResult::Timeout => unreachable!("there is no time limit"),
        }
    }
}
