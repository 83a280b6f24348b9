//! Organisations and the people who act for them.

use super::{Verdict, person, scope, staff};
use crate::error::Code;
use crate::kernel::{Actor, OrganizationId, Role, Scope};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationAction {
    /// Make one: staff only, and then there is no organisation yet to ask about.
    Create,
    /// Name, kind, tier, slug, membership dates.
    EditMembership,
    /// Website, ROR id, words about itself, logo.
    EditProfile,
    /// Whom and where to send invoices.
    EditBilling,
    /// The yearly ceiling and when its year begins.
    EditCeiling,
    /// What only its own people see of it.
    SeeOwn,
    SeePeople,
    ManagePeople,
    /// Take oneself out.
    Leave,
    /// Put people in without asking them.
    AddPeopleAtOnce,
}

pub fn organization(actor: &Actor, action: OrganizationAction, organization: Option<OrganizationId>) -> Verdict {
    use OrganizationAction::*;
    let person = match person(actor) {
        Ok(person) => person,
        Err(verdict) => return verdict,
    };
    if person.acts_as_staff() {
        return Verdict::Allow;
    }
    let Some(role) = organization.and_then(|organization| person.role_in(organization)) else {
        // Staff with a token that lacks the scope are told so.
        return if person.staff || action == Create { staff(person) } else { Verdict::Deny(Code::NotAMember) };
    };
    match action {
        SeeOwn | SeePeople => Verdict::Allow,
        Leave => scope(person, Scope::Organization),
        Create | EditMembership | AddPeopleAtOnce => staff(person),
        ManagePeople | EditProfile if role == Role::Lead => scope(person, Scope::Organization),
        ManagePeople | EditProfile => Verdict::Deny(Code::NotALead),
        EditBilling if matches!(role, Role::Lead | Role::Finance) => scope(person, Scope::Organization),
        EditCeiling if role == Role::Finance => scope(person, Scope::Organization),
        EditBilling | EditCeiling => Verdict::Deny(Code::NotFinance),
    }
}
