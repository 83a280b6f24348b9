//! What changed, as far as this process knows: what it wrote itself at once, what others wrote as soon as the database
//! says so ([`super::Listener`]).
//!
//! Always holds: what was read after a [`Mark`] and is [unchanged](Changes::unchanged) since is what the database held
//! at [`Changes::known_until`] at least.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};

use crate::kernel::{ProjectId, Touch, Touched};

/// How many projects' changes are remembered one by one. Beyond that, everything may have changed.
const REMEMBERED: usize = 20_000;

const NEVER: u64 = u64::MAX;

/// A moment among the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u64);

pub struct Changes {
    last: RwLock<Last>,
    begun: Instant,
    /// In microseconds since it began; [`NEVER`] until something was heard.
    heard_until: AtomicU64,
}

/// The number of the last change: of all, of what concerns everything, and of each project.
struct Last {
    any: u64,
    everything: u64,
    projects: HashMap<ProjectId, u64>,
}

impl Changes {
    pub(super) fn new() -> Self {
        Self {
            last: RwLock::new(Last { any: 0, everything: 0, projects: HashMap::new() }),
            begun: Instant::now(),
            heard_until: AtomicU64::new(NEVER),
        }
    }

    /// To be taken before something is read.
    pub fn mark(&self) -> Mark {
        Mark(self.read().any)
    }

    /// Whether what was read after the mark, and is about this, is as it was.
    pub fn unchanged(&self, about: Touch, since: Mark) -> bool {
        let last = self.read();
        let changed = match about {
            Touch::Nothing => 0,
            Touch::Project(project) => last.everything.max(last.projects.get(&project).copied().unwrap_or(0)),
            Touch::Everything => last.any,
        };
        changed <= since.0
    }

    pub fn note(&self, touched: &Touched) {
        if touched.is_nothing() {
            return;
        }
        let mut last = self.write();
        last.any += 1;
        let now = last.any;
        if touched.everything || last.projects.len() + touched.projects.len() > REMEMBERED {
            last.everything = now;
            last.projects.clear();
        } else {
            last.projects.extend(touched.projects.iter().map(|project| (*project, now)));
        }
    }

    /// The same for what another process said.
    pub fn note_heard(&self, touch: Touch) {
        let mut touched = Touched::default();
        touched.add(touch);
        self.note(&touched);
    }

    /// Nobody knows what changed.
    pub fn note_everything(&self) {
        self.note(&Touched { everything: true, ..Touched::default() });
    }

    /// All that others committed before this has been noted.
    pub fn heard_until(&self, instant: Instant) {
        let micros = instant.saturating_duration_since(self.begun).as_micros();
        self.heard_until.store(u64::try_from(micros).unwrap_or(NEVER), Ordering::Release);
    }

    /// Until when it is known that nothing changed that was not noted.
    pub fn known_until(&self) -> Option<Instant> {
        match self.heard_until.load(Ordering::Acquire) {
            NEVER => None,
            micros => Some(self.begun + Duration::from_micros(micros)),
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Last> {
        self.last.read().expect("nobody panics while counting")
    }

    fn write(&self) -> RwLockWriteGuard<'_, Last> {
        self.last.write().expect("nobody panics while counting")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(project: ProjectId) -> Touched {
        Touched { projects: [project].into(), ..Touched::default() }
    }

    #[test]
    fn a_change_is_after_every_mark_that_was_taken_before_it() {
        let changes = Changes::new();
        let [one, other] = [ProjectId::new(), ProjectId::new()];
        let mark = changes.mark();
        assert!(changes.unchanged(Touch::Everything, mark));
        changes.note(&of(one));
        assert!(!changes.unchanged(Touch::Project(one), mark));
        assert!(changes.unchanged(Touch::Project(other), mark));
        assert!(!changes.unchanged(Touch::Everything, mark), "a list may hold it");
        let later = changes.mark();
        assert!(changes.unchanged(Touch::Project(one), later) && changes.unchanged(Touch::Everything, later));
        changes.note_everything();
        assert!(!changes.unchanged(Touch::Project(other), later));
        assert!(changes.unchanged(Touch::Nothing, mark));
    }

    #[test]
    fn what_is_too_much_to_remember_is_not_forgotten() {
        let changes = Changes::new();
        let (first, mark) = (ProjectId::new(), changes.mark());
        changes.note(&of(first));
        for _ in 0..REMEMBERED {
            changes.note(&of(ProjectId::new()));
        }
        assert!(changes.read().projects.len() <= REMEMBERED);
        assert!(!changes.unchanged(Touch::Project(first), mark));
    }

    #[test]
    fn nothing_is_known_before_something_is_heard() {
        let changes = Changes::new();
        assert_eq!(changes.known_until(), None);
        let now = Instant::now();
        changes.heard_until(now);
        assert!(changes.known_until().is_some_and(|known| now - known < Duration::from_micros(2)));
    }
}
