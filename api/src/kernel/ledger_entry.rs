//! What the public ledger will say of an event.

use serde_json::Value;

use super::ProjectId;

/// Amounts; no person, no note, and of an organisation only what it shows. The ledger adds the totals after the event.
#[derive(Clone, Debug)]
pub struct LedgerEntry {
    pub project: ProjectId,
    pub kind: &'static str,
    pub data: Value,
}
