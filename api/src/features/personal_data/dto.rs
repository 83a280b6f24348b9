//! Everything that is kept of one person, as it is kept.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::kept_store::{
    KeptEntry, KeptFollow, KeptIdentity, KeptInvitation, KeptMail, KeptMembership, KeptPledge, KeptSession, KeptStep,
    KeptSupport, KeptToken, KeptUpdate, Profile,
};
use crate::kernel::{Email, FieldError, Fields};

/// What Cofund knows of a person. Texts that an organisation wrote (notes, purchase orders, reasons) are the
/// organisation's; the last answers to repeated requests are kept sealed for two days and not listed.
#[derive(Serialize, ToSchema)]
pub struct PersonalData {
    pub made_at: DateTime<Utc>,
    pub profile: Profile,
    pub memberships: Vec<KeptMembership>,
    /// Organisations (slugs) whose bills go to this person's address.
    pub billed_for: Vec<String>,
    /// Versions of the terms that this person published.
    pub terms_published: Vec<String>,
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
