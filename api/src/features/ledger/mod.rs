//! The ledger: each project's history of money, public, and such that nobody can change what it said.
//!
//! Always holds: lines are only added, in the transaction of what they tell, numbered without a gap; each line's hash
//! covers the line and the hash before it; the head in `project_money` is the last line's; and who adds up the lines
//! gets the totals of each line and of the tables. `docs/LEDGER.md` says how anyone checks that.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
pub mod verify_actions;

use chrono::{DateTime, Utc};

use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{Event, LedgerEntry};
use rules::line::{Head, Line};
use rules::totals::Totals;

pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    if let Some(entry) = event.ledger_entry() {
        record(tx, entry.clone()).await?;
    }
    Ok(())
}

/// Writes it down, with what the money comes to after it. The caller has locked the project.
pub async fn record(tx: &mut Tx, entry: LedgerEntry) -> Result<()> {
    let (head, totals) = store::state(tx, entry.project).await?;
    let line = line_after(&head, &totals, tx.now(), entry);
    store::move_head(tx, &line);
    store::insert(tx, line, &totals);
    Ok(())
}

/// The line that is next, when the money comes to this.
pub fn line_after(head: &Head, totals: &Totals, now: DateTime<Utc>, mut entry: LedgerEntry) -> Line {
    entry.data["totals"] = totals.write();
    Line::after(head, now, entry)
}
