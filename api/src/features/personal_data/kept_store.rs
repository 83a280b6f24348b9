//! Rows as they are kept and as they are shown: one type for both, since whoever takes their data along is to see what is
//! stored, and not a view of it.

use chrono::{DateTime, Utc};
use diesel::Queryable;
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, Queryable, ToSchema)]
pub struct Profile {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub staff: bool,
    pub admin: bool,
    pub disabled_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptMembership {
    /// The slug of the organisation.
    pub organization: String,
    pub role: String,
    #[schema(value_type = Option<String>, example = "5000.00")]
    pub pledge_limit: Option<Decimal>,
    pub since: DateTime<Utc>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptInvitation {
    pub organization: String,
    /// Only of those to this person: whom they invited is not theirs to take along.
    pub email: Option<String>,
    pub role: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub accepted_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    /// Whether this person sent it; else it was sent to them.
    pub sent: bool,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptIdentity {
    pub provider: String,
    pub issuer: String,
    pub subject: String,
    pub idp: String,
    pub email: Option<String>,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptSession {
    pub id: Uuid,
    pub method: String,
    pub user_agent: Option<String>,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub end_reason: Option<String>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptToken {
    pub name: String,
    pub scopes: Vec<String>,
    pub hint: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptFollow {
    /// The slug of the project.
    pub project: String,
    pub since: DateTime<Utc>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptPledge {
    pub id: Uuid,
    pub project: String,
    pub organization: String,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptStep {
    pub pledge: Uuid,
    pub version: i32,
    pub at: DateTime<Utc>,
    #[schema(example = "placed")]
    pub step: String,
    pub reason: Option<String>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptSupport {
    pub project: String,
    pub organization: String,
    pub kind: String,
    pub sentence: Option<String>,
    pub created_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptUpdate {
    pub project: String,
    pub title: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
pub struct KeptMail {
    #[schema(example = "mail_magic_link")]
    pub kind: String,
    pub created_at: DateTime<Utc>,
    pub next_attempt_at: DateTime<Utc>,
    /// Since when it is not tried any more.
    pub dead_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, Queryable, ToSchema)]
pub struct KeptEntry {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub action: String,
    pub subject_kind: String,
    pub subject: Uuid,
    #[schema(value_type = Object)]
    pub detail: serde_json::Value,
    pub request_id: Option<String>,
    /// Whether this person did it; else it was done to their account.
    pub own: bool,
}
