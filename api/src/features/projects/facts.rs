//! What follows from a project's dates: whether it was ever public, and when and why it was funded or closed.
//!
//! Always holds: what is read before a date is noted is what is noted then.

use chrono::{DateTime, Utc};

use super::rules::calendar::{self, Due, LAPSED};
use super::store::Project;
use crate::db::stored;
use crate::error::Result;
use crate::kernel::{CloseReason, Funding};

/// That a project was closed.
pub struct Closure {
    pub at: DateTime<Utc>,
    pub reason: CloseReason,
    pub note: String,
}

impl Project {
    /// As the column of this name has it for queries.
    pub fn is_public(&self) -> bool {
        self.row.candidate_at.is_some() || self.row.opened_at.is_some()
    }

    pub fn funded_at(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        Ok(calendar::funded_at(self.row.funded_at, self.stage(now)?.funding, self.row.closes_at))
    }

    pub fn closure(&self, now: DateTime<Utc>) -> Result<Option<Closure>> {
        let row = &self.row;
        if let (Some(at), Some(reason), Some(note)) = (row.closed_at, &row.close_reason, &row.close_note) {
            return Ok(Some(Closure { at, reason: stored(CloseReason::parse(reason))?, note: note.clone() }));
        }
        // Staff give a reason, so without one it was the date.
        let is_closed = self.stage(now)?.funding == Funding::Closed;
        let lapsed =
            |date| Closure { at: Due::Lapse.at(date), reason: CloseReason::NotFunded, note: LAPSED.to_owned() };
        Ok(row.closes_at.filter(|_| is_closed).map(lapsed))
    }
}
