//! Wire types of the ledger.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::rules::line::Line;
use crate::kernel::ProjectId;

/// Something that happened to a project's money. `hash` is the SHA-256, in hex, of `prev_hash` followed by the
/// canonical JSON (RFC 8785) of all other members.
#[derive(Serialize, ToSchema)]
pub struct LedgerLine {
    /// Counts from 1 in each project.
    #[schema(minimum = 1)]
    pub seq: i32,
    /// In UTC, with six decimals.
    #[schema(format = DateTime, example = "2026-03-01T09:30:00.120000Z")]
    pub at: String,
    #[schema(example = "pledge_placed")]
    pub kind: String,
    /// The project's id, which stays when its slug changes.
    #[schema(value_type = uuid::Uuid)]
    pub project: ProjectId,
    /// What the kind needs, and the `totals` after it.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub prev_hash: String,
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub hash: String,
}

impl From<Line> for LedgerLine {
    fn from(line: Line) -> Self {
        Self {
            seq: line.seq,
            at: line.instant(),
            kind: line.kind,
            project: line.project,
            data: line.data,
            prev_hash: line.prev_hash,
            hash: line.hash,
        }
    }
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct LedgerParams {
    /// 1 to 100; 20 without
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `next_cursor` of the page before
    pub cursor: Option<String>,
}
