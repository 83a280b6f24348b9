//! Wire types of members.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rules::check_limit;
use crate::kernel::{Amount, Email, FieldError, Fields, Patch, Role, Text};
use crate::policy::Can;

#[derive(Serialize, ToSchema)]
pub struct Member {
    pub user_id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// Up to how much a champion pledges alone in a fiscal year; without one every pledge of theirs is a request.
    #[schema(value_type = Option<String>, example = "5000.00")]
    pub pledge_limit: Option<Amount>,
    pub joined_at: DateTime<Utc>,
    pub last_seen_at: Option<DateTime<Utc>>,
    /// Since when they cannot sign in anywhere.
    pub disabled_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub can: MemberCan,
}

#[derive(Serialize, ToSchema)]
pub struct MemberCan {
    pub change: Can,
    pub remove: Can,
}

/// Somebody to be put into an organisation, or to be invited.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMember {
    #[schema(example = "champion@tidewater.example")]
    pub email: String,
    /// For somebody who has no account yet.
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    #[schema(value_type = Role)]
    pub role: String,
    #[schema(example = "5000.00")]
    pub pledge_limit: Option<String>,
}

#[derive(Clone)]
pub struct NewMember {
    pub email: Email,
    pub name: Option<Text<1, 200>>,
    pub role: Role,
    pub limit: Option<Amount>,
}

impl AddMember {
    pub fn parse(self) -> Result<NewMember, Vec<FieldError>> {
        let mut fields = Fields::new();
        let email = fields.take("/email", Email::parse(&self.email));
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        let role = fields.take("/role", Role::parse(&self.role));
        let limit = fields.take_optional("/pledge_limit", self.pledge_limit, |limit| Amount::parse(&limit));
        if let Some(Err(invalid)) = role.zip(limit).map(|(role, limit)| check_limit(role, limit)) {
            fields.refuse("/pledge_limit", invalid);
        }
        let member = (|| Some(NewMember { email: email?, name: name?, role: role?, limit: limit? }))();
        fields.finish(member)
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditMember {
    #[schema(value_type = Option<Role>)]
    pub role: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "5000.00")]
    pub pledge_limit: Patch<String>,
}

#[derive(Clone)]
pub struct MemberChange {
    pub role: Option<Role>,
    pub limit: Patch<Amount>,
}

impl EditMember {
    pub fn parse(self) -> Result<MemberChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let role = fields.take_optional("/role", self.role, |role| Role::parse(&role));
        let limit = fields.take("/pledge_limit", self.pledge_limit.try_map(|limit| Amount::parse(&limit)));
        fields.finish(role.zip(limit).map(|(role, limit)| MemberChange { role, limit }))
    }
}
