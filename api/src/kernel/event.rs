//! What happened. Actions say it, features react to it in the same transaction (see `crate::reactions`).

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Amount, IdentityId, InvitationId, LedgerEntry, OrganizationId, PledgeEvent, ProjectEvent, ProjectId, ProjectStep,
    Role, Scopes, SessionId, SupportId, SupportKind, TermsId, TermsVersion, TierId, TokenId, TopicId, Touch, UpdateId,
    UpdateKind, UserId,
};

/// A fact, in the past tense of the action that made it. It carries ids and rights, never names or addresses: what is
/// kept for ever must hold no personal data.
#[derive(Clone, Debug)]
pub enum Event {
    UserCreated {
        user: UserId,
        staff: bool,
        admin: bool,
    },
    /// `fields` names what the person or staff changed; their values are personal.
    UserEdited {
        user: UserId,
        fields: Vec<&'static str>,
    },
    UserRightsChanged {
        user: UserId,
        staff: bool,
        admin: bool,
    },
    UserDisabled {
        user: UserId,
    },
    UserEnabled {
        user: UserId,
    },
    UserErased {
        user: UserId,
    },
    SessionStarted {
        user: UserId,
        session: SessionId,
        method: &'static str,
    },
    SessionEnded {
        user: UserId,
        session: SessionId,
        reason: &'static str,
    },
    UserSessionsEnded {
        user: UserId,
        count: usize,
        reason: &'static str,
    },
    IdentityLinked {
        user: UserId,
        identity: IdentityId,
        provider: String,
    },
    IdentityUnlinked {
        user: UserId,
        identity: IdentityId,
        provider: String,
    },
    TokenCreated {
        user: UserId,
        token: TokenId,
        scopes: Scopes,
    },
    TokenRevoked {
        user: UserId,
        token: TokenId,
    },
    OrganizationCreated {
        organization: OrganizationId,
    },
    OrganizationEdited {
        organization: OrganizationId,
        fields: Vec<&'static str>,
    },
    MemberAdded {
        organization: OrganizationId,
        user: UserId,
        role: Role,
        limit: Option<Amount>,
        by_invitation: bool,
    },
    MemberChanged {
        organization: OrganizationId,
        user: UserId,
        before: (Role, Option<Amount>),
        after: (Role, Option<Amount>),
    },
    MemberRemoved {
        organization: OrganizationId,
        user: UserId,
        role: Role,
    },
    MemberInvited {
        organization: OrganizationId,
        invitation: InvitationId,
        role: Role,
        limit: Option<Amount>,
    },
    InvitationResent {
        organization: OrganizationId,
        invitation: InvitationId,
    },
    InvitationRevoked {
        organization: OrganizationId,
        invitation: InvitationId,
    },
    TierCreated {
        tier: TierId,
    },
    TierEdited {
        tier: TierId,
        fields: Vec<&'static str>,
    },
    /// `kind` is `theme` or `narrative`.
    TopicCreated {
        topic: TopicId,
        kind: &'static str,
    },
    TopicEdited {
        topic: TopicId,
        kind: &'static str,
        fields: Vec<&'static str>,
    },
    TermsPublished {
        terms: TermsId,
        version: TermsVersion,
    },
    DeliveryRetried {
        delivery: Uuid,
    },
    CapacitySet {
        quarter: String,
        hours: i32,
    },
    SupportGiven {
        support: SupportId,
        project: ProjectId,
        organization: OrganizationId,
        kind: SupportKind,
    },
    SupportEnded {
        support: SupportId,
        project: ProjectId,
        organization: OrganizationId,
    },
    UpdatePosted {
        update: UpdateId,
        project: ProjectId,
        kind: UpdateKind,
    },
    Project(Box<ProjectEvent>),
    Pledge(Box<PledgeEvent>),
}

/// The thing an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub kind: &'static str,
    pub id: Uuid,
}

impl Event {
    /// Its name on the wire, in the audit log and in webhooks.
    pub fn name(&self) -> &'static str {
        match self {
            Self::UserCreated { .. } => "user_created",
            Self::UserEdited { .. } => "user_edited",
            Self::UserRightsChanged { .. } => "user_rights_changed",
            Self::UserDisabled { .. } => "user_disabled",
            Self::UserEnabled { .. } => "user_enabled",
            Self::UserErased { .. } => "user_erased",
            Self::SessionStarted { .. } => "session_started",
            Self::SessionEnded { .. } => "session_ended",
            Self::UserSessionsEnded { .. } => "user_sessions_ended",
            Self::IdentityLinked { .. } => "identity_linked",
            Self::IdentityUnlinked { .. } => "identity_unlinked",
            Self::TokenCreated { .. } => "token_created",
            Self::TokenRevoked { .. } => "token_revoked",
            Self::OrganizationCreated { .. } => "organization_created",
            Self::OrganizationEdited { .. } => "organization_edited",
            Self::MemberAdded { .. } => "member_added",
            Self::MemberChanged { .. } => "member_changed",
            Self::MemberRemoved { .. } => "member_removed",
            Self::MemberInvited { .. } => "member_invited",
            Self::InvitationResent { .. } => "invitation_resent",
            Self::InvitationRevoked { .. } => "invitation_revoked",
            Self::TierCreated { .. } => "tier_created",
            Self::TierEdited { .. } => "tier_edited",
            Self::TopicCreated { .. } => "topic_created",
            Self::TopicEdited { .. } => "topic_edited",
            Self::TermsPublished { .. } => "terms_published",
            Self::DeliveryRetried { .. } => "delivery_retried",
            Self::CapacitySet { .. } => "capacity_set",
            Self::SupportGiven { .. } => "support_given",
            Self::SupportEnded { .. } => "support_ended",
            Self::UpdatePosted { .. } => "update_posted",
            Self::Project(event) => event.step.as_str(),
            Self::Pledge(event) => event.step.as_str(),
        }
    }

    pub fn subject(&self) -> Subject {
        let (kind, id) = match self {
            Self::UserCreated { user, .. }
            | Self::UserEdited { user, .. }
            | Self::UserRightsChanged { user, .. }
            | Self::UserDisabled { user }
            | Self::UserEnabled { user }
            | Self::UserErased { user }
            | Self::SessionStarted { user, .. }
            | Self::SessionEnded { user, .. }
            | Self::UserSessionsEnded { user, .. }
            | Self::IdentityLinked { user, .. }
            | Self::IdentityUnlinked { user, .. }
            | Self::TokenCreated { user, .. }
            | Self::TokenRevoked { user, .. }
            | Self::MemberAdded { user, .. }
            | Self::MemberChanged { user, .. }
            | Self::MemberRemoved { user, .. } => ("user", user.as_uuid()),
            Self::OrganizationCreated { organization } | Self::OrganizationEdited { organization, .. } => {
                ("organization", organization.as_uuid())
            }
            Self::MemberInvited { invitation, .. }
            | Self::InvitationResent { invitation, .. }
            | Self::InvitationRevoked { invitation, .. } => ("invitation", invitation.as_uuid()),
            Self::TierCreated { tier } | Self::TierEdited { tier, .. } => ("tier", tier.as_uuid()),
            Self::TopicCreated { topic, .. } | Self::TopicEdited { topic, .. } => ("topic", topic.as_uuid()),
            Self::TermsPublished { terms, .. } => ("terms", terms.as_uuid()),
            Self::DeliveryRetried { delivery } => ("delivery", *delivery),
            // A quarter is no row of its own anybody could look up.
            Self::CapacitySet { .. } => ("capacity", Uuid::nil()),
            // Under the project, where those who read its story look.
            Self::SupportGiven { project, .. }
            | Self::SupportEnded { project, .. }
            | Self::UpdatePosted { project, .. } => ("project", project.as_uuid()),
            Self::Project(event) => ("project", event.project.as_uuid()),
            Self::Pledge(event) => ("pledge", event.pledge.as_uuid()),
        };
        Subject { kind, id }
    }

    /// The organisation whose affair it is, if it is one's.
    pub fn organization(&self) -> Option<OrganizationId> {
        match self {
            Self::OrganizationCreated { organization }
            | Self::OrganizationEdited { organization, .. }
            | Self::MemberAdded { organization, .. }
            | Self::MemberChanged { organization, .. }
            | Self::MemberRemoved { organization, .. }
            | Self::MemberInvited { organization, .. }
            | Self::InvitationResent { organization, .. }
            | Self::InvitationRevoked { organization, .. }
            | Self::SupportGiven { organization, .. }
            | Self::SupportEnded { organization, .. } => Some(*organization),
            Self::Pledge(event) => Some(event.organization),
            _ => None,
        }
    }

    /// What of it everybody may see. What is in doubt may be anywhere.
    pub fn touches(&self) -> Touch {
        match self {
            Self::SupportGiven { project, .. }
            | Self::SupportEnded { project, .. }
            | Self::UpdatePosted { project, .. } => Touch::Project(*project),
            Self::Project(event) if event.step == ProjectStep::ReminderDue => Touch::Nothing,
            Self::Project(event) => Touch::Project(event.project),
            Self::Pledge(event) => Touch::Project(event.project),
            Self::UserCreated { .. }
            | Self::UserRightsChanged { .. }
            | Self::UserDisabled { .. }
            | Self::UserEnabled { .. }
            | Self::SessionStarted { .. }
            | Self::SessionEnded { .. }
            | Self::UserSessionsEnded { .. }
            | Self::IdentityLinked { .. }
            | Self::IdentityUnlinked { .. }
            | Self::TokenCreated { .. }
            | Self::TokenRevoked { .. }
            | Self::MemberInvited { .. }
            | Self::InvitationResent { .. }
            | Self::InvitationRevoked { .. }
            | Self::DeliveryRetried { .. }
            | Self::CapacitySet { .. } => Touch::Nothing,
            Self::UserEdited { .. }
            | Self::UserErased { .. }
            | Self::OrganizationCreated { .. }
            | Self::OrganizationEdited { .. }
            | Self::MemberAdded { .. }
            | Self::MemberChanged { .. }
            | Self::MemberRemoved { .. }
            | Self::TierCreated { .. }
            | Self::TierEdited { .. }
            | Self::TopicCreated { .. }
            | Self::TopicEdited { .. }
            | Self::TermsPublished { .. } => Touch::Everything,
        }
    }

    /// What the public ledger says of it, if it says anything.
    pub fn ledger_entry(&self) -> Option<&LedgerEntry> {
        match self {
            Self::Project(event) => event.entry.as_ref(),
            Self::Pledge(event) => event.entry.as_ref(),
            _ => None,
        }
    }

    /// What is worth knowing beyond name and subject.
    pub fn detail(&self) -> Value {
        match self {
            Self::UserCreated { staff, admin, .. } | Self::UserRightsChanged { staff, admin, .. } => {
                json!({ "staff": staff, "admin": admin })
            }
            Self::UserEdited { fields, .. }
            | Self::OrganizationEdited { fields, .. }
            | Self::TierEdited { fields, .. } => json!({ "fields": fields }),
            Self::SessionStarted { session, method, .. } => json!({ "session": session, "method": method }),
            Self::SessionEnded { session, reason, .. } => json!({ "session": session, "reason": reason }),
            Self::UserSessionsEnded { count, reason, .. } => json!({ "count": count, "reason": reason }),
            Self::IdentityLinked { identity, provider, .. } | Self::IdentityUnlinked { identity, provider, .. } => {
                json!({ "identity": identity, "provider": provider })
            }
            Self::TokenCreated { token, scopes, .. } => {
                json!({ "token": token, "scopes": scopes.iter().collect::<Vec<_>>() })
            }
            Self::TokenRevoked { token, .. } => json!({ "token": token }),
            Self::MemberAdded { role, limit, by_invitation, .. } => {
                json!({ "role": role, "limit": limit, "by_invitation": by_invitation })
            }
            Self::MemberChanged { before, after, .. } => json!({
                "before": { "role": before.0, "limit": before.1 },
                "after": { "role": after.0, "limit": after.1 },
            }),
            Self::MemberRemoved { role, .. } => json!({ "role": role }),
            Self::CapacitySet { quarter, hours } => json!({ "quarter": quarter, "hours": hours }),
            Self::SupportGiven { support, kind, .. } => json!({ "support": support, "kind": kind }),
            Self::SupportEnded { support, .. } => json!({ "support": support }),
            Self::UpdatePosted { update, kind, .. } => json!({ "update": update, "kind": kind }),
            Self::Project(event) => event.detail.clone(),
            Self::Pledge(event) => event.detail.clone(),
            Self::MemberInvited { role, limit, .. } => json!({ "role": role, "limit": limit }),
            Self::TopicCreated { kind, .. } => json!({ "kind": kind }),
            Self::TopicEdited { kind, fields, .. } => json!({ "kind": kind, "fields": fields }),
            Self::TermsPublished { version, .. } => json!({ "version": version.as_str() }),
            Self::UserDisabled { .. }
            | Self::UserEnabled { .. }
            | Self::UserErased { .. }
            | Self::OrganizationCreated { .. }
            | Self::InvitationResent { .. }
            | Self::InvitationRevoked { .. }
            | Self::TierCreated { .. }
            | Self::DeliveryRetried { .. } => json!({}),
        }
    }
}
