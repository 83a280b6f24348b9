//! What a ledger is told.

use serde_json::Value;

use super::ProjectId;

/// Something that happened to a project's money. It is public for ever once written: `data` holds amounts and the
/// totals after it, and no person, note or purchase order.
#[derive(Clone, Debug)]
pub struct LedgerEntry {
    pub project: ProjectId,
    pub kind: &'static str,
    pub data: Value,
}
