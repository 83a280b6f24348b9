//! Wire types of invitations.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::features::organizations::dto::OrganizationLink;
use crate::kernel::{Amount, FieldError, Fields, Role, Text};
use crate::policy::Can;

#[derive(Serialize, ToSchema)]
pub struct Invitation {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    #[schema(value_type = Option<String>, example = "5000.00")]
    pub pledge_limit: Option<Amount>,
    /// Who invited, by name.
    pub invited_by: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub expired: bool,
    pub can: InvitationCan,
}

#[derive(Serialize, ToSchema)]
pub struct InvitationCan {
    pub resend: Can,
    pub revoke: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewInvitation {
    /// What stands behind `#token=` in the link.
    pub token: String,
}

/// What an invitation offers, for whoever holds its link.
#[derive(Serialize, ToSchema)]
pub struct InvitationPreview {
    pub organization: OrganizationLink,
    pub role: Role,
    #[schema(value_type = Option<String>, example = "5000.00")]
    pub pledge_limit: Option<Amount>,
    pub email: String,
    pub invited_by: String,
    pub expires_at: DateTime<Utc>,
    /// Whether somebody with this address has an account and must sign in to accept.
    pub has_account: bool,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    pub token: String,
    /// What to call a person who had no account.
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
}

#[derive(Clone)]
pub struct Acceptance {
    pub token: String,
    pub name: Option<Text<1, 200>>,
}

impl AcceptInvitation {
    pub fn parse(self) -> Result<Acceptance, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        fields.finish(name.map(|name| Acceptance { token: self.token, name }))
    }
}
