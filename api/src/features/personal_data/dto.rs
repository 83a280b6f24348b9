//! Everything that is kept of one person, as it is kept.

use chrono::{DateTime, Utc};
use diesel::Queryable;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::kernel::{Email, FieldError, Fields};

/// What Cofund knows of a person. Texts that an organisation wrote (notes, purchase orders, reasons) are the
/// organisation's; the last answers to repeated requests are kept sealed for two days and not listed.
#[derive(Serialize, ToSchema)]
pub struct PersonalData {
    pub made_at: DateTime<Utc>,
    pub profile: Profile,
    pub memberships: Vec<KeptMembership>,
    pub invitations: Vec<KeptInvitation>,
    pub sign_ins: Vec<KeptIdentity>,
    pub sessions: Vec<KeptSession>,
    pub access_tokens: Vec<KeptToken>,
    pub followed_projects: Vec<KeptFollow>,
    /// Pledges this person answers for.
    pub pledges: Vec<KeptPledge>,
    /// What this person did with pledges.
    pub pledge_steps: Vec<KeptStep>,
    pub supports_given: Vec<KeptSupport>,
    pub updates_posted: Vec<KeptUpdate>,
    /// Mails that are still to be sent. Those that went out are not kept.
    pub mails_waiting: Vec<KeptMail>,
    /// What this person did, and what was done to the account, as the audit log has it.
    pub audit_log: Vec<KeptEntry>,
}

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
    pub email: String,
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

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Erase {
    /// The account's address, so that nobody erases by mistake, or somebody else.
    #[schema(example = "lead@tidewater.example")]
    pub email: String,
}

impl Erase {
    pub fn parse(self) -> Result<Email, Vec<FieldError>> {
        let mut fields = Fields::new();
        let email = fields.take("/email", Email::parse(&self.email));
        fields.finish(email)
    }
}
