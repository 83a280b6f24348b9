//! Wire types of the audit log.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, ToSchema)]
pub struct AuditEntry {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub actor: AuditActor,
    #[schema(example = "member_removed")]
    pub action: String,
    pub subject: AuditSubject,
    /// The slug of the organisation whose affair it was.
    pub organization: Option<String>,
    /// Rights and ids; never names or addresses.
    #[schema(value_type = Object)]
    pub detail: serde_json::Value,
    pub request_id: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct AuditActor {
    /// `session`, `token`, `command_line` or `program`.
    pub kind: String,
    pub id: Option<Uuid>,
    /// As the person is called today.
    pub name: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct AuditSubject {
    #[schema(example = "user")]
    pub kind: String,
    pub id: Uuid,
    /// What it is called today, if it still is.
    pub label: Option<String>,
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditParams {
    /// Only this action, such as `member_removed`
    pub action: Option<String>,
    /// Only what concerns this organisation (a slug)
    pub organization: Option<String>,
    /// Only what this person did (an id)
    pub actor: Option<Uuid>,
    /// Only what was done to this (an id)
    pub subject: Option<Uuid>,
    /// 1 to 100; 20 without
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `next_cursor` of the page before
    pub cursor: Option<String>,
}

/// Which entries to show: all, or those of which everything named here is true.
pub struct Filter<'a> {
    pub action: Option<&'a str>,
    pub organization: Option<&'a str>,
    pub actor: Option<Uuid>,
    pub subject: Option<Uuid>,
}
