//! Pledges: who may commit an organisation, to what, and when.

use super::{Verdict, person, scope, staff};
use crate::error::Code;
use crate::kernel::{Actor, Funding, OrganizationId, Person, PledgeStatus, Role, Scope, Stage, UserId};

/// What can be done with a pledge that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PledgeAction {
    See,
    Approve,
    Decline,
    /// Another amount, other conditions or years. Which way an amount may move is a matter of numbers.
    Edit,
    /// What is no money: who may know of it, the note, the purchase order.
    Annotate,
    Withdraw,
    Release,
    Sign,
    Default,
}

impl PledgeAction {
    pub const ALL: [Self; 9] = [
        Self::See,
        Self::Approve,
        Self::Decline,
        Self::Edit,
        Self::Annotate,
        Self::Withdraw,
        Self::Release,
        Self::Sign,
        Self::Default,
    ];
}

/// The pledge as far as it decides.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub organization: OrganizationId,
    pub status: PledgeStatus,
    /// The champion whose limit it counts against, if one placed it.
    pub champion: Option<UserId>,
    pub membership_active: bool,
}

/// Whether `actor` may pledge for an organisation. Whether it waits for approval then is a matter of numbers.
pub fn place(actor: &Actor, organization: OrganizationId, membership_active: bool, stage: &Stage) -> Verdict {
    commits(actor, organization)
        .and_then(|| if stage.takes_pledges() { Verdict::Allow } else { Verdict::Deny(Code::ProjectNotOpen) })
        .and_then(|| active(membership_active))
}

pub fn pledge(actor: &Actor, action: PledgeAction, pledge: &Standing, stage: &Stage) -> Verdict {
    let who = match action {
        PledgeAction::See => return sees(actor, pledge.organization),
        PledgeAction::Release | PledgeAction::Sign | PledgeAction::Default => by_staff(actor, pledge.organization),
        PledgeAction::Approve | PledgeAction::Decline => leads(actor, pledge.organization),
        PledgeAction::Edit | PledgeAction::Annotate | PledgeAction::Withdraw => owns(actor, pledge),
    };
    who.and_then(|| status_allows(action, pledge.status))
        .and_then(|| stage_allows(action, stage))
        .and_then(|| if action == PledgeAction::Approve { active(pledge.membership_active) } else { Verdict::Allow })
}

/// Its own people and staff; for others it is not there.
fn sees(actor: &Actor, organization: OrganizationId) -> Verdict {
    match person(actor) {
        Ok(person) if person.acts_as_staff() || person.role_in(organization).is_some() => Verdict::Allow,
        Ok(_) => Verdict::Hide,
        Err(verdict) => verdict,
    }
}

fn by_staff(actor: &Actor, organization: OrganizationId) -> Verdict {
    sees(actor, organization).and_then(|| person(actor).map_or_else(|verdict| verdict, staff))
}

/// Staff may act for an organisation, and every trace of it says that they did.
pub(super) fn commits(actor: &Actor, organization: OrganizationId) -> Verdict {
    let person = match person(actor) {
        Ok(person) => person,
        Err(verdict) => return verdict,
    };
    match person.role_in(organization) {
        _ if person.acts_as_staff() => Verdict::Allow,
        Some(Role::Lead | Role::Champion) => scope(person, Scope::Pledge),
        Some(Role::Finance | Role::Viewer) => Verdict::Deny(Code::MayNotCommit),
        None => Verdict::Deny(Code::NotAMember),
    }
}

fn leads(actor: &Actor, organization: OrganizationId) -> Verdict {
    sees(actor, organization).and_then(|| match person(actor) {
        Ok(person) if person.role_in(organization) == Some(Role::Lead) => scope(person, Scope::Pledge),
        Ok(_) => Verdict::Deny(Code::NotALead),
        Err(verdict) => verdict,
    })
}

/// Whether somebody changes a pledge by a role in its organisation: a lead, or the champion whose limit it counts
/// against. Staff who do neither act on behalf of it.
pub fn acts_for_itself(person: &Person, organization: OrganizationId, champion: Option<UserId>) -> bool {
    let by_role = match person.role_in(organization) {
        Some(Role::Lead) => true,
        Some(Role::Champion) => champion == Some(person.id),
        Some(Role::Finance | Role::Viewer) | None => false,
    };
    by_role && person.has_scope(Scope::Pledge)
}

/// Leads for all of the organisation's, a champion for those that count against the own limit.
fn owns(actor: &Actor, pledge: &Standing) -> Verdict {
    sees(actor, pledge.organization).and_then(|| match person(actor) {
        Ok(person) if person.acts_as_staff() => Verdict::Allow,
        Ok(person) => match person.role_in(pledge.organization) {
            Some(Role::Lead) => scope(person, Scope::Pledge),
            Some(Role::Champion) if pledge.champion == Some(person.id) => scope(person, Scope::Pledge),
            Some(Role::Champion) => Verdict::Deny(Code::NotALead),
            _ => Verdict::Deny(Code::MayNotCommit),
        },
        Err(verdict) => verdict,
    })
}

fn status_allows(action: PledgeAction, status: PledgeStatus) -> Verdict {
    use PledgeAction as Act;
    let code = match action {
        _ if !status.is_live() => Code::PledgeEnded,
        Act::Approve | Act::Decline if status != PledgeStatus::Requested => Code::NotRequested,
        Act::Edit | Act::Withdraw | Act::Release if status.is_signed() => Code::PledgeSigned,
        Act::Sign if status.is_signed() => Code::PledgeSigned,
        Act::Sign if status == PledgeStatus::Requested => Code::NotApproved,
        Act::Default if !status.is_signed() => Code::NotSigned,
        _ => return Verdict::Allow,
    };
    Verdict::Deny(code)
}

fn stage_allows(action: PledgeAction, stage: &Stage) -> Verdict {
    use Funding::{Funded, Missed, Open};
    use PledgeAction as Act;
    match (action, stage.funding) {
        (Act::Approve, _) if stage.takes_pledges() => Verdict::Allow,
        (Act::Decline, Open) => Verdict::Allow,
        (Act::Edit, Open | Missed) => Verdict::Allow,
        (Act::Edit, _) if stage.refills() => Verdict::Allow,
        (Act::Annotate, Open | Funded) => Verdict::Allow,
        (Act::Withdraw | Act::Release, Open | Missed | Funded) => Verdict::Allow,
        (Act::Sign | Act::Default, Funded) => Verdict::Allow,
        (Act::Sign | Act::Default, _) => Verdict::Deny(Code::NotFunded),
        _ => Verdict::Deny(Code::ProjectNotOpen),
    }
}

pub(super) fn active(membership_active: bool) -> Verdict {
    if membership_active { Verdict::Allow } else { Verdict::Deny(Code::MembershipInactive) }
}
